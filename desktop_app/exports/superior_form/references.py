"""Where cells are named: formulas, ranges and anchors follow when rows are put in between."""

from __future__ import annotations

import re
from dataclasses import dataclass

from openpyxl.formula.tokenizer import Token, Tokenizer

_CELL = re.compile(r"(\$?[A-Z]{1,3}\$?)(\d+)", re.IGNORECASE)
_RANGE = re.compile(r"(\$?(?:[A-Z]{1,3}\$?)?)(\d+):(\$?(?:[A-Z]{1,3}\$?)?)(\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Insertion:
    """`count` rows put in below row `below` (as sheets count, from 1) of the sheet called `sheet`.

    `grows`: the row above is the last one for tasks, so what ends with it is to hold the new rows too.
    """

    sheet: str
    below: int
    count: int
    grows: bool

    def row(self, row: int) -> int:
        """Where a row stands afterwards."""
        return row + self.count if row > self.below else row

    def end(self, row: int) -> int:
        """Where a range that ended in `row` ends afterwards."""
        return row + self.count if row > self.below or (self.grows and row == self.below) else row

    def area(self, area: str, spreads: bool = False) -> str:
        """A1 or A1:B7, or several of them with spaces between; what `spreads` (a rule) grows from a single cell too."""
        return " ".join(self._spread(each) if spreads else self._one(each) for each in area.split(" "))

    def _spread(self, area: str) -> str:
        cell = _CELL.fullmatch(area)
        alone = cell is not None and self.grows and int(cell[2]) == self.below
        return self._one(f"{area}:{area}") if alone else self._one(area)

    def formula(self, formula: str, own: bool) -> str:
        """A formula (no sign before it); `own` says that names without a sheet mean the changed sheet."""
        tokens = Tokenizer(f"={formula}").items
        return "".join(self._token(token, own) for token in tokens)

    def _token(self, token: Token, own: bool) -> str:
        if token.type != Token.OPERAND or token.subtype != Token.RANGE:
            return str(token.value)
        sheet, mark, area = token.value.rpartition("!")
        named = sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet
        if (mark and named != self.sheet) or (not mark and not own):
            return str(token.value)
        return f"{sheet}{mark}{self._one(area)}"

    def _one(self, area: str) -> str:
        ends = _RANGE.fullmatch(area)
        if ends:
            return f"{ends[1]}{self.row(int(ends[2]))}:{ends[3]}{self.end(int(ends[4]))}"
        cell = _CELL.fullmatch(area)
        return f"{cell[1]}{self.row(int(cell[2]))}" if cell else area
