"""What a filled form does not say: cells that stay empty column by column, and lead columns that responsible units fill."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from desktop_app.domain.plan import Role
from desktop_app.domain.superior_form import Meaning, TableMapping

if TYPE_CHECKING:
    from desktop_app.domain.ledger import TaskRow
    from desktop_app.exports.superior_form.values import Value

_WANTS_LEAD = "牵头"
"""A head with this word asks for the lead alone, whoever else may stand there."""


def sentences(mapping: TableMapping, tasks: Sequence[TaskRow], rows: Sequence[Sequence[Value | None]]) -> Iterator[str]:
    """What an officer should know before one table is filled and after it.

    Args:
        mapping: what its columns take.
        tasks: the tasks that go in, one a row.
        rows: their values; None where the form says something already.
    """
    instead = sum(map(_is_led_by_the_responsible, tasks)) if _mixes_roles(mapping) else 0
    if instead:
        yield f"{instead}项未写明牵头单位，“牵头单位”栏按责任单位填写"
    told = "、".join(f"“{name}”{count}项" for name, count in _empty(mapping, rows) if count)
    if told:
        yield f"台账中没有内容、留空的：{told}"


def _mixes_roles(mapping: TableMapping) -> bool:
    pairs = zip(mapping.heads, mapping.columns, strict=True)
    return any(meaning is Meaning.OWNERS and _WANTS_LEAD in head for head, meaning in pairs)


def _is_led_by_the_responsible(task: TaskRow) -> bool:
    return bool(task.owners) and not task.units(Role.LEAD)


def _empty(mapping: TableMapping, rows: Iterable[Sequence[Value | None]]) -> Iterator[tuple[str, int]]:
    """Each column that was asked for, by its head, and how many of its cells have nothing to say."""
    held = list(rows)
    for at, (head, meaning) in enumerate(zip(mapping.heads, mapping.columns, strict=True)):
        if meaning is not Meaning.EMPTY:
            yield head or meaning.label, sum(row[at] == "" for row in held)
