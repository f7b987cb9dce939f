"""What becomes of every row of a sheet, and which neighbouring rows belong together."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.old_ledger import Aside, Column, Fate, LedgerSheet, RowFate, SheetAccount
from desktop_app.ingest.columns import CHAPTER_ROW, Applied, LedgerRow, apply
from desktop_app.ingest.ledgers.sheets import table_of


def account_for_rows(sheet: LedgerSheet) -> SheetAccount:
    """What becomes of every row of a sheet that holds something."""
    applied = apply(sheet.mapping, table_of(sheet))
    fates = {place: RowFate(sheet.places[place], Fate.ASIDE, Aside.HEAD) for place in sheet.mapping.heads}
    for place, reason in applied.skipped:
        fate = Fate.HEADING if reason == CHAPTER_ROW else Fate.ASIDE
        fates[place] = RowFate(sheet.places[place], fate, "" if fate is Fate.HEADING else reason)
    headings = heading_places(applied)
    before: LedgerRow | None = None
    for row in applied.rows:
        joined = goes_on(before, row, headings)
        fates[row.place] = RowFate(sheet.places[row.place], Fate.JOINED if joined else Fate.TASK)
        before = row
    over = (RowFate(0, Fate.ASIDE, Aside.ABOVE) for _ in sheet.above)
    return SheetAccount(sheet.name, (*over, *(fates[place] for place in sorted(fates))))


def heading_places(applied: Applied) -> tuple[int, ...]:
    """The places of the rows that head those behind them."""
    return tuple(place for place, reason in applied.skipped if reason == CHAPTER_ROW)


def goes_on(before: LedgerRow | None, row: LedgerRow, headings: Sequence[int]) -> bool:
    """A further row of the task above, no heading between them: the same number and title, and nothing new that is asked."""
    if before is None or not same_name(before, row) or any(before.place < place < row.place for place in headings):
        return False
    return row.cells.get(Column.TEXT, "") in ("", before.cells.get(Column.TEXT, ""))


def same_name(one: LedgerRow, other: LedgerRow) -> bool:
    """Two rows of one task or of the measures under it: the same number and title in the same chapter."""
    keys = (Column.NUMBER, Column.TITLE)
    return (
        bool(one.cells.get(Column.TITLE))
        and all(one.cells.get(key, "") == other.cells.get(key, "") for key in keys)
        and (one.groups, one.levels) == (other.groups, other.levels)
    )


def asks_several(before: LedgerRow | None, row: LedgerRow, after: LedgerRow | None) -> bool:
    """Whether rows of one name ask different things: then the name is a heading, and each of them a task."""
    text = row.cells.get(Column.TEXT, "")
    near = [other for other in (before, after) if other is not None and same_name(row, other)]
    return bool(text) and any(other.cells.get(Column.TEXT, "") not in ("", text) for other in near)
