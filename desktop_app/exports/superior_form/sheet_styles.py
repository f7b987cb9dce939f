"""The looks of a workbook's cells: what kind of value they show, and the same look with wrapping or kept as text."""

from __future__ import annotations

import copy
import re
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from openpyxl.styles.numbers import BUILTIN_FORMATS

_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_FIRST_OWN_FORMAT = 164


class SheetStyles:
    """The styles part; new looks are added at its end, so that the numbers of those there are stay."""

    def __init__(self, root: Any) -> None:
        self.root = root
        self.space = etree.QName(root).namespace
        self._looks = root.find(self._tag("cellXfs"))
        self._made: dict[tuple[int, bool, bool], int] = {}
        self._formats = {
            int(each.get("numFmtId")): each.get("formatCode", "") for each in root.iter(self._tag("numFmt"))
        }
        self._fonts = root.find(self._tag("fonts"))
        self._borders = root.find(self._tag("borders"))
        self.changed = False

    def _tag(self, name: str) -> str:
        return f"{{{self.space}}}{name}"

    def _look(self, style: int) -> Any:
        return self._looks[style] if 0 <= style < len(self._looks) else self._looks[0]

    def format_of(self, style: int) -> str:
        """The number format, without words and colours."""
        number = int(self._look(style).get("numFmtId") or 0)
        return _LITERAL.sub("", self._formats.get(number) or BUILTIN_FORMATS.get(number, "General"))

    def shows_dates(self, style: int) -> bool:
        """Whether a number in such a cell is shown as a day."""
        number = int(self._look(style).get("numFmtId") or 0)
        # 27 to 36 and 50 to 58 are the days of East Asian systems; files do not spell them out.
        eastern = number < _FIRST_OWN_FORMAT and (27 <= number <= 36 or 50 <= number <= 58)
        return eastern or re.search(r"[yd]", self.format_of(style), re.IGNORECASE) is not None

    def shows_percent(self, style: int) -> bool:
        """Whether a number in such a cell is shown as a share of 100."""
        return "%" in self.format_of(style)

    def keeps_text(self, style: int) -> bool:
        """Whether everything in such a cell is text."""
        return self.format_of(style) == "@"

    def font_size(self, style: int) -> float:
        """In points."""
        number = int(self._look(style).get("fontId") or 0)
        if self._fonts is None or number >= len(self._fonts):
            return 11.0
        size = self._fonts[number].find(self._tag("sz"))
        return float(size.get("val")) if size is not None else 11.0

    def is_ruled(self, style: int) -> bool:
        """Whether the cell has a line at any side."""
        number = int(self._look(style).get("borderId") or 0)
        if self._borders is None or number >= len(self._borders):
            return False
        return any(side.get("style") not in (None, "none") for side in self._borders[number])

    def variant(self, style: int, *, wrap: bool, quoted: bool) -> int:
        """The same look with wrapped lines, or as text that stays text when it is edited."""
        look = self._look(style)
        alignment = look.find(self._tag("alignment"))
        wraps = alignment is not None and alignment.get("wrapText") in ("1", "true")
        if (wraps or not wrap) and (not quoted or look.get("quotePrefix") in ("1", "true")):
            return style
        key = (style, wrap, quoted)
        if key not in self._made:
            self._made[key] = self._add(look, wrap, quoted)
        return self._made[key]

    def _add(self, look: Any, wrap: bool, quoted: bool) -> int:
        made = copy.deepcopy(look)
        if wrap:
            alignment = made.find(self._tag("alignment"))
            if alignment is None:
                alignment = etree.Element(self._tag("alignment"), vertical="center")
                made.insert(0, alignment)
            alignment.set("wrapText", "1")
            alignment.attrib.pop("shrinkToFit", None)
            made.set("applyAlignment", "1")
        if quoted:
            made.set("quotePrefix", "1")
        self._looks.append(made)
        self._looks.set("count", str(len(self._looks)))
        self.changed = True
        return len(self._looks) - 1
