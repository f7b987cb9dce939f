"""What a selection of rows means: which tasks and parts, in which order, to be ticked or reopened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Status
from desktop_app.gui.models.items import Item, ItemKind


def place_of(item: Item) -> tuple[int, ...]:
    """Where a row stands in the outline, for sorting rows top to bottom."""
    places: list[int] = []
    at: Item | None = item
    while at is not None:
        places.append(at.place)
        at = at.parent
    return tuple(reversed(places))


def refs_of(items: Iterable[Item]) -> Iterator[TaskRef]:
    """The tasks and parts of rows, each once; a heading stands for its tasks, a task for its parts."""
    # Plain numbers: ten thousand selected rows are looked through at every change of the selection.
    whole: set[int] = set()
    parts: set[tuple[int, int]] = set()
    for item in items:
        if item.part is None:
            for task in [item.row] if item.row is not None else item.tasks():
                if task.id not in whole:
                    whole.add(task.id)
                    yield TaskRef(task.id)
        elif item.row is not None and item.row.id not in whole and (item.row.id, item.part.index) not in parts:
            parts.add((item.row.id, item.part.index))
            yield TaskRef(item.row.id, item.part.index)


def open_or_all(items: Sequence[Item]) -> tuple[list[TaskRef], bool]:
    """What a tick asks for: the open ones are to be closed; when all are closed, all are to be reopened."""
    wanted = list(refs_of(items))
    statuses = {ref: status for item in items for ref, status in _statuses(item)}
    still_open = [ref for ref in wanted if statuses[ref] not in (Status.CLOSED, Status.DROPPED)]
    if still_open:
        return still_open, True
    return [ref for ref in wanted if statuses[ref] is Status.CLOSED], False


def _statuses(item: Item) -> Iterator[tuple[TaskRef, Status]]:
    if item.kind is ItemKind.PART and item.part is not None and item.ref is not None:
        yield item.ref, item.part.status
    else:
        yield from ((TaskRef(row.id), row.status) for row in item.tasks())
