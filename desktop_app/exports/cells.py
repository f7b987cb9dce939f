"""The workbook's cells and their looks, each look made once: that is what keeps a large ledger fast."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.domain.task import Mark
from desktop_app.exports.columns import Look, Value
from desktop_app.exports.wording import INK

SONG, HEI = "宋体", "黑体"
"""Face names of every Chinese Windows; other systems put their own in place."""

SIZE = 10
_LINE = Side(style="thin", color="BFC5CC")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEAD_FILL = PatternFill("solid", fgColor="EDEFF2")
_ASK_FILL = PatternFill("solid", fgColor="DCE8F2")
_SUM_FILL = PatternFill("solid", fgColor="F6F7F8")


class Style(StyleArray):
    """A prepared style; `number` is its place among those of the workbook that it was prepared for."""

    number: int


@dataclass(frozen=True, slots=True)
class Styles:
    """Prepared styles of one workbook."""

    title: Style
    subtitle: Style
    caption: Style
    head: Style
    body: dict[Look, Style]
    quoted: dict[Look, Style]
    """As `body`, for text that a spreadsheet would take for a formula: it stays text also when it is edited."""
    lights: dict[Mark, Style]
    sums: dict[Look, Style]


@dataclass(frozen=True, slots=True)
class FormStyles:
    """Prepared styles of a form to fill in: what is printed has a grey ground, what is to be filled a white one."""

    printed: dict[Look, Style]
    lights: dict[Mark, Style]
    open: dict[Look, Style]
    head: Style
    """The head of a column to fill in."""
    notes: Style
    hidden: Style


def prepare_form(sheet: Worksheet) -> FormStyles:
    """Make the styles of a form in the workbook of `sheet`."""
    return FormStyles(
        printed={look: _body(sheet, look, ground=_SUM_FILL) for look in Look},
        lights={mark: _light(sheet, mark, _SUM_FILL) for mark in Mark},
        open={look: _body(sheet, look, locked=False) for look in Look},
        head=_make(sheet, Font(name=HEI, size=SIZE), _align("center"), border=_BOX, fill=_ASK_FILL),
        notes=_make(sheet, Font(name=SONG, size=SIZE, color="46525F"), _align("left")),
        hidden=_make(sheet, Font(name=SONG, size=8, color="9AA3AD"), _align("left", wrap=False)),
    )


def set_plain_face(book: Any) -> None:
    """Make the body's face the plain one of `book` (a new Workbook): column widths are counted in its digits."""
    font = Font(name=SONG, size=SIZE)
    book._fonts = IndexedList([font])
    book._named_styles["Normal"].font = font


class _StyledCell(Cell):
    """A cell of a prepared style: openpyxl would hash the style once more for every cell it writes."""

    _style: Style
    __slots__ = ()

    @property
    def has_style(self) -> bool:
        return True

    @property
    def style_id(self) -> int:
        return self._style.number


def put(sheet: Any, row: int, column: int, value: Value, style: Style) -> None:
    """Put a styled cell on `sheet` (a Worksheet). A text stays text whatever it begins with; "" leaves an empty cell."""
    cell: Any = _StyledCell(sheet, row=row, column=column)
    if isinstance(value, str):
        cell._value, cell.data_type = (value, "s") if value else (None, "n")
    else:
        # Set as they are: openpyxl would look for a date format that the style brings along anyway.
        cell._value, cell.data_type = value, "d" if isinstance(value, dt.date) else "n"
    cell._style = style
    sheet._cells[row, column] = cell


def prepare(sheet: Worksheet) -> Styles:
    """Make the styles in the workbook of `sheet`."""
    return Styles(
        title=_make(sheet, Font(name=HEI, size=16), _align("center", wrap=False)),
        subtitle=_make(sheet, Font(name=SONG, size=SIZE, color="46525F"), _align("left", wrap=False)),
        caption=_make(sheet, Font(name=HEI, size=12), _align("left", wrap=False)),
        head=_make(sheet, Font(name=HEI, size=SIZE), _align("center"), border=_BOX, fill=_HEAD_FILL),
        body={look: _body(sheet, look) for look in Look},
        quoted={look: _body(sheet, look, quoted=True) for look in Look},
        lights={mark: _light(sheet, mark) for mark in Mark},
        sums={look: _body(sheet, look, total=True) for look in Look},
    )


def _body(
    sheet: Worksheet,
    look: Look,
    quoted: bool = False,
    total: bool = False,
    ground: PatternFill | None = None,
    locked: bool = True,
) -> Style:
    font = Font(name=HEI if total else SONG, size=SIZE)
    align = _align("left" if look is Look.TEXT else "center")
    fill = _SUM_FILL if total else ground
    form = _FORMS.get(look, "General")
    return _make(sheet, font, align, border=_BOX, fill=fill, form=form, quoted=quoted, locked=locked)


_FORMS = {Look.DATE: "yyyy\\-mm\\-dd", Look.PERCENT: "0%", Look.NUMBER: "0"}
"""No text format ("@"): Excel shows longer texts of that format as #####. Texts are texts by their cell type."""


def _light(sheet: Worksheet, mark: Mark, ground: PatternFill | None = None) -> Style:
    font = Font(name=SONG, size=SIZE, color=INK[mark.light], bold=mark is Mark.OVERDUE)
    return _make(sheet, font, _align("center"), border=_BOX, fill=ground)


def _align(horizontal: str, wrap: bool = True) -> Alignment:
    return Alignment(horizontal=horizontal, vertical="center", wrap_text=wrap)


def _make(
    sheet: Worksheet,
    font: Font,
    align: Alignment,
    border: Border | None = None,
    fill: PatternFill | None = None,
    form: str = "General",
    quoted: bool = False,
    locked: bool = True,
) -> Style:
    """Dress a cell that is in no sheet and keep what the workbook made of it."""
    cell: Any = Cell(sheet, row=1, column=1)
    cell.font, cell.alignment, cell.number_format = font, align, form
    if border is not None:
        cell.border = border
    if fill is not None:
        cell.fill = fill
    if not locked:
        cell.protection = Protection(locked=False)
    style = Style(cell._style)
    style.quotePrefix = int(quoted)
    style.number = cell.parent.parent._cell_styles.add(style)
    return style
