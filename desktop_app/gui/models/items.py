"""The rows of the outline: plans, headings, tasks, parts and background, built from frozen rows with no Qt in sight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from desktop_app.domain.plan import Kind
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Status

if TYPE_CHECKING:
    from desktop_app.domain.ledger import OutlineRow, PartRow, Tally, TaskRow


class ItemKind(Enum):
    """What a row of the outline stands for."""

    PLAN = "plan"
    HEADING = "heading"
    TASK = "task"
    PART = "part"
    CONTEXT = "context"


@dataclass(slots=True, eq=False)
class Item:
    """A row of the outline. `key` names it between two readings; `tally` counts the tasks below a heading."""

    kind: ItemKind
    key: tuple[str, int, int]
    number: str = ""
    title: str = ""
    parent: Item | None = None
    place: int = 0
    children: list[Item] = field(default_factory=list)
    row: TaskRow | None = None
    part: PartRow | None = None
    tally: Tally | None = None
    handle: int = 0

    @property
    def ref(self) -> TaskRef | None:
        """The task or part; None for headings and background."""
        if self.row is None:
            return None
        return TaskRef(self.row.id, self.part.index if self.part else None)

    @property
    def is_group(self) -> bool:
        """Whether the row is a heading with counts."""
        return self.kind in (ItemKind.PLAN, ItemKind.HEADING)

    @property
    def closed(self) -> bool:
        """Whether the task or part is 已销号."""
        status = self.part.status if self.part else self.row.status if self.row else None
        return status is Status.CLOSED

    def tasks(self) -> Iterator[TaskRow]:
        """The tasks at and below this row, in order."""
        if self.kind is ItemKind.TASK and self.row is not None:
            yield self.row
        for child in self.children:
            if child.kind is not ItemKind.PART:
                yield from child.tasks()


class Outline:
    """The tree of items; `root` is not shown."""

    def __init__(self, outline: Sequence[OutlineRow], rows: Sequence[TaskRow], show_context: bool) -> None:
        self.root = Item(ItemKind.PLAN, ("root", 0, 0))
        self.items: list[Item] = []
        self.by_key: dict[tuple[str, int, int], Item] = {}
        self._rows = {row.id: row for row in rows}
        self._show_context = show_context
        self._build(outline, rows)
        self._settle(self.root)

    def replace(self, rows: Iterable[TaskRow]) -> list[Item]:
        """Put new rows in the place of old ones; returns the items whose values changed, headings included."""
        changed: list[Item] = []
        for row in rows:
            item = self.by_key.get(("task", row.id, 0))
            if item is not None and item.row != row:
                item.row = row
                changed.append(item)
                for child in item.children:
                    changed += _replace_part(child, row)
        return changed + self._count_above(changed)

    def _count_above(self, items: Iterable[Item]) -> list[Item]:
        """Count anew below the headings above `items`, each once however many tasks below it changed."""
        headings: dict[int, Item] = {}
        for item in items:
            above = item.parent
            while above is not None and above is not self.root and id(above) not in headings:
                headings[id(above)] = above
                above = above.parent
        groups = [heading for heading in headings.values() if heading.is_group]
        for group in groups:
            group.tally = tally_of(group.tasks())
        return groups

    def _build(self, outline: Sequence[OutlineRow], rows: Sequence[TaskRow]) -> None:
        titles = {row.plan_id: row.plan_title for row in rows}
        tops = dict.fromkeys(titles, self.root)
        if len(titles) > 1:
            for plan, title in titles.items():
                tops[plan] = self._attach(self.root, Item(ItemKind.PLAN, ("plan", plan, 0), title=title))
        made: dict[int, Item] = {}
        for node in outline:
            if node.plan_id in tops:
                above = made.get(node.parent or 0, tops[node.plan_id])
                item = self._item(node)
                if item is not None:
                    made[node.id] = self._attach(above, item)

    def _item(self, node: OutlineRow) -> Item | None:
        if node.kind is Kind.TASK:
            row = self._rows.get(node.id)
            return task_item(row) if row else None
        if node.kind is Kind.CONTEXT:
            title = node.title or node.text[:60]
            return Item(ItemKind.CONTEXT, ("node", node.id, 0), node.number, title) if self._show_context else None
        return Item(ItemKind.HEADING, ("node", node.id, 0), node.number, node.title or node.text[:60])

    @staticmethod
    def _attach(above: Item, item: Item) -> Item:
        item.parent = above
        above.children.append(item)
        return item

    def _settle(self, item: Item) -> bool:
        """Number the rows below `item` and count them; drops headings with nothing under them."""
        if item.children:
            item.children = [child for child in item.children if self._settle(child)]
            for place, child in enumerate(item.children):
                child.place = place
        if item.is_group and item is not self.root:
            if not item.children:
                return False
            item.tally = tally_of(item.tasks())
        item.handle = len(self.items)
        self.items.append(item)
        self.by_key[item.key] = item
        return True


def tally_of(rows: Iterable[TaskRow]) -> Tally:
    """Count rows. The ledger's rows are met only now: an empty window is painted sooner without them."""
    from desktop_app.domain.ledger import Tally

    return Tally.of(rows)


def task_item(row: TaskRow) -> Item:
    """A task with its parts below it."""
    item = Item(ItemKind.TASK, ("task", row.id, 0), row=row)
    for place, part in enumerate(row.parts):
        child = Item(ItemKind.PART, ("part", row.id, part.index), row=row, part=part, parent=item, place=place)
        item.children.append(child)
    return item


def _replace_part(item: Item, row: TaskRow) -> list[Item]:
    part = next((p for p in row.parts if item.part and p.index == item.part.index), None)
    same = part == item.part
    item.row, item.part = row, part or item.part
    return [] if same else [item]
