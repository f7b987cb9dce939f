"""Whose a returned workbook is, and to which batch it answers: by its hidden identity, else by what it says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from desktop_app.domain.handout import ReturnedBook, RowKey, base_of
from desktop_app.domain.merging.identify import Identifier
from desktop_app.domain.merging.model import Asked, KnownBatch, Ledger
from desktop_app.domain.plan import Role


def unit_of(book: ReturnedBook) -> str:
    """The unit that a workbook names, hidden or in its head."""
    return book.identity.unit if book.identity else book.said_unit


class Origin:
    """Where a workbook comes from. `unit` is what the sender is called now, `handed_as` what it was called then;
    `asked` are the rows it was given. `refusal` says why nothing of the workbook can be used, `remarks` what to know.
    """

    def __init__(self, book: ReturnedBook, ledger: Ledger) -> None:
        self._book, self._ledger = book, ledger
        self.handed_as = self.unit = ""
        self._know_as(unit_of(book))
        self.refusal = ""
        self.remarks: list[str] = []
        self.batch = self._find_batch()
        self.asked: Mapping[RowKey, Asked] = self._find_asked()
        if self.unit != self.handed_as:
            self.remarks.append(f"下发给“{self.handed_as}”，该单位已并入“{self.unit}”")

    @property
    def code(self) -> str:
        """The code in the marks of its rows."""
        if self.batch is not None:
            return self.batch.code
        return self._book.identity.batch if self._book.identity else ""

    @property
    def reference(self) -> dt.date:
        """The day around which its days without a year are meant."""
        return self.batch.handed_on if self.batch else self._ledger.today

    @property
    def is_older(self) -> bool:
        """Whether the unit was given a newer batch since."""
        return self.batch is not None and self._ledger.newest.get(self.unit, self.batch.code) != self.batch.code

    def _know_as(self, name: str) -> None:
        """Take the unit to be the one that was called `name` when the workbook went out."""
        self.handed_as, self.unit = name, self._ledger.names.get(name, name)

    def _find_batch(self) -> KnownBatch | None:
        book, ledger = self._book, self._ledger
        if book.digest in ledger.merged:
            self.refusal = ledger.merged[book.digest]
            return None
        if not book.fields:
            self.refusal = "未找到可填报的栏目（状态、进度、进展情况等），应为本系统下发的填报表"
            return None
        if book.identity is None:
            return self._guess_batch()
        if book.identity.workspace != ledger.workspace:
            self.refusal = "由另一台账下发，不能合并到本台账"
            return None
        batch = ledger.batches.get(book.identity.batch)
        if batch is None and not book.base:
            return self._guess_batch()
        return batch

    def _guess_batch(self) -> KnownBatch | None:
        """The newest batch of the unit that the head names, or of the unit that most marks belong to."""
        codes = {row.key.partition(":")[0] for row in self._book.rows if ":" in row.key}
        marked = [batch for code in codes if (batch := self._ledger.batches.get(code)) is not None]
        if len(marked) == 1:
            self._know_as(self.handed_as or _unit_by_rows(self._book, marked[0]))
            if self._asked_in(marked[0]):
                return marked[0]
        if not self.unit:
            self._know_as(self._guess_unit())
        said = [batch for batch in self._ledger.batches.values() if self._book.said_batch == batch.label]
        candidates = [batch for batch in said if self._asked_in(batch)]
        newest = self._ledger.newest.get(self.unit)
        if candidates:
            found: KnownBatch | None = max(candidates, key=lambda batch: batch.id)
        else:
            found = self._ledger.batches.get(newest) if newest else None
        if found is None:
            named = f"“{self.unit}”没有下发过填报表" if self.unit else "隐藏标识已丢失，表头也未写明填报单位"
            self.refusal = f"{named}，无法认定是哪个单位的填报表"
        else:
            self.remarks.append("隐藏标识已丢失，按填报单位、编号和任务名称认定，逐项核对后采用")
            if not unit_of(self._book):
                self.remarks.append(f"表头未写明填报单位，按文件名和任务名称认定为“{self.unit}”")
        return found

    def _guess_unit(self) -> str:
        """The only unit that the file is named after, else the only one whose newest batch holds most of its rows."""
        named = [unit for unit in self._ledger.newest if unit in self._book.name]
        named = [unit for unit in named if not any(unit != longer and unit in longer for longer in named)]
        if len(named) == 1:
            return named[0]
        known = {unit: self._rows_of(unit) for unit in named or self._ledger.newest}
        most = max(known.values(), default=0)
        units = [unit for unit, rows in known.items() if rows == most]
        return units[0] if len(units) == 1 and 2 * most > len(self._book.rows) else ""

    def _rows_of(self, unit: str) -> int:
        """How many rows of the workbook have the number and words of what the unit was given last."""
        given = self._ledger.batches[self._ledger.newest[unit]].asked
        asked = {
            key: row for name in given if self._ledger.names.get(name, name) == unit for key, row in given[name].items()
        }
        identifier = Identifier("", asked, self._ledger.labels)
        return sum(identifier.by_words(row) is not None for row in self._book.rows)

    def _find_asked(self) -> Mapping[RowKey, Asked]:
        if self.refusal:
            return {}
        if self.batch is not None:
            return self._asked_in(self.batch)
        # The record of the batch is gone (undone, or the ledger was restored): the workbook's own copy is the base.
        self.remarks.append("本台账没有这一批次的下发记录，以表内留存的下发内容为准")
        return {key: Asked(key, Role.RESPONSIBLE, base) for key, base in base_of(self._book).items()}

    def _asked_in(self, batch: KnownBatch) -> Mapping[RowKey, Asked]:
        """The rows of the batch that the unit was given, under the name in the workbook or its present one."""
        return batch.asked.get(self.handed_as) or batch.asked.get(self.unit, {})


def _unit_by_rows(book: ReturnedBook, batch: KnownBatch) -> str:
    """The only unit that was asked for all marked rows."""
    keys = {RowKey.parse(row.key.partition(":")[2]) for row in book.rows if ":" in row.key}
    units = [unit for unit, asked in batch.asked.items() if all(key in asked for key in keys)]
    return units[0] if len(units) == 1 else ""
