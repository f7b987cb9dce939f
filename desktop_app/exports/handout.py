"""A workbook for one unit to fill in: its tasks locked, its answers open, and marks that bring it home again."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.domain.handout import (
    BATCH_LINE,
    COLUMN_MARK,
    FIELDS,
    HIDDEN_SHEET,
    KEY_COLUMN,
    KEY_HEAD,
    MARK,
    NAME,
    NUMBER_COLUMN,
    STATUSES_FOR_UNITS,
    TITLE_COLUMN,
    UNIT_LINE,
    WORDING_COLUMN,
    Field,
    Handout,
    Question,
    as_written,
    base_cells,
)
from desktop_app.exports.cells import FormStyles, Styles, prepare, prepare_form, put, set_plain_face
from desktop_app.exports.columns import COLUMNS, Column, Look, Value
from desktop_app.exports.row_heights import MOST_LINES, fit, height, lines_needed
from desktop_app.exports.text import for_cell, full_date
from desktop_app.exports.whole_file import write_packed
from desktop_app.exports.workbook import print_on

SHEET = "填报表"
TITLE_ROW, LINE_ROW, NOTES_ROW, MARK_ROW, HEAD_ROW = range(1, 6)

_LOOKS = {
    Field.STATUS: (Look.WORD, 9.0),
    Field.PERCENT: (Look.PERCENT, 6.5),
    Field.EXPECTED: (Look.DATE, 11.5),
    Field.TEXT: (Look.TEXT, 30.0),
    Field.PROBLEMS: (Look.TEXT, 16.0),
    Field.NEXT_STEP: (Look.TEXT, 16.0),
    Field.EVIDENCE: (Look.TEXT, 14.0),
}
_PRINTED = {"order": 5.0, "plan": 12.0, "number": 7.5, "title": 15.0, "wording": 32.0, "due": 11.0, "light": 10.0}
_NAMED = {"number": NUMBER_COLUMN, "title": TITLE_COLUMN, "wording": WORDING_COLUMN}
_ROLE_WIDTH = 8.0
_SPARE_LINES = 2
"""Room to write in a row whose answers are short."""


def write_handout(path: Path, handout: Handout, title: str, password: str = "") -> int:
    """Write the workbook of one unit and return how many rows the written file holds.

    Cells that are not to be filled in are locked; with `password` the lock needs it.
    """
    book = Workbook()
    set_plain_face(book)
    book.calculation.fullCalcOnLoad = False
    book.properties.creator, book.properties.title = "销号", for_cell(title)
    sheet = book["Sheet"]
    sheet.title = SHEET
    columns = _printed_columns(handout.questions)
    form = _Form(sheet, prepare(sheet), prepare_form(sheet), columns, handout)
    form.head(title)
    form.body()
    form.checks()
    form.set_up(password)
    _hide_identity(book, handout)
    write_packed(path, book.save)
    book.close()
    return count_rows(path)


def count_rows(path: Path) -> int:
    """How many rows to fill in the written workbook holds; reading them also checks the file's checksums."""
    with zipfile.ZipFile(path) as archive:
        return archive.read("xl/worksheets/sheet1.xml").count(b"<row ") - HEAD_ROW


def _printed_columns(questions: Sequence[Question]) -> tuple[Column, ...]:
    """The ledger's own columns that tell a unit what it is asked about; the plan where there are several."""
    plans = len({question.row.plan_id for question in questions})
    return tuple(column for column in COLUMNS if column.key in _PRINTED and (column.key != "plan" or plans > 1))


class _Form:
    """The sheet under way. Column A holds the hidden marks of the rows."""

    def __init__(
        self, sheet: Worksheet, styles: Styles, form: FormStyles, columns: tuple[Column, ...], handout: Handout
    ) -> None:
        self._sheet, self._styles, self._form = sheet, styles, form
        self._columns, self._handout = columns, handout
        widths = [_PRINTED[column.key] for column in columns]
        self._widths = [12.0, *widths, _ROLE_WIDTH, *(_LOOKS[field][1] for field in FIELDS)]
        self._first_open = len(columns) + 3

    @property
    def _last_row(self) -> int:
        return HEAD_ROW + len(self._handout.questions)

    def head(self, title: str) -> None:
        """Title, whom it is for, how to fill it in, hidden marks of the columns, heads."""
        sheet, styles = self._sheet, self._styles
        notes = for_cell(_notes(self._handout))
        lines = (
            (TITLE_ROW, title, styles.title, 34.0),
            (LINE_ROW, _line(self._handout), styles.subtitle, 20.0),
            (NOTES_ROW, notes, self._form.notes, height(lines_needed(notes, sum(self._widths[1:])))),
        )
        for at, text, style, points in lines:
            sheet.merge_cells(start_row=at, end_row=at, start_column=2, end_column=len(self._widths))
            put(sheet, at, 2, for_cell(text), style)
            sheet.row_dimensions[at].height = points
        heads = [KEY_HEAD, *(column.head for column in self._columns), "承担角色", *(field.label for field in FIELDS)]
        marks = [KEY_COLUMN, *(_NAMED.get(column.key, "") for column in self._columns), "", *FIELDS]
        for at, (mark, words) in enumerate(zip(marks, heads, strict=True), 1):
            put(sheet, MARK_ROW, at, f"{COLUMN_MARK}{mark}" if mark else "", self._form.hidden)
            put(sheet, HEAD_ROW, at, words, self._form.head if mark in FIELDS else styles.head)
        sheet.row_dimensions[MARK_ROW].hidden = True
        sheet.row_dimensions[HEAD_ROW].height = 32

    def body(self) -> None:
        """One row a task or part."""
        for number, question in enumerate(self._handout.questions, 1):
            self._row(HEAD_ROW + number, number, question)

    def _row(self, at: int, number: int, question: Question) -> None:
        sheet, form = self._sheet, self._form
        put(sheet, at, 1, f"{self._handout.identity.batch}:{question.key}", form.hidden)
        most = 1
        for place, column in enumerate(self._columns, 2):
            value = _clean(column.value(question.row, number))
            style = self._form.lights[question.row.signal.mark] if column.look is Look.LIGHT else None
            width = self._widths[place - 1]
            if isinstance(value, str):
                value = fit(value, width)
                most = max(most, lines_needed(value, width))
            put(sheet, at, place, value, style or form.printed[column.look])
        put(sheet, at, self._first_open - 1, question.role.label.removesuffix("单位"), form.printed[Look.WORD])
        answers = as_written(question.values)
        for place, (field, raw) in enumerate(zip(FIELDS, answers, strict=True), self._first_open):
            # An answer is never shortened: what the unit sends back would be shorter than what the ledger holds.
            put(sheet, at, place, raw if raw != "" else None, form.open[_LOOKS[field][0]])  # type: ignore[arg-type]
            if isinstance(raw, str):
                spare = _SPARE_LINES if field is Field.TEXT else 0
                most = max(most, lines_needed(raw, self._widths[place - 1]) + spare)
        sheet.row_dimensions[at].height = height(min(max(most, 3), MOST_LINES))

    def checks(self) -> None:
        """Drop-down, percent and day: a wrong entry is stopped with a sentence that says what is right."""
        if not self._handout.questions:
            return
        for field, check in _checks().items():
            letter = get_column_letter(self._first_open + FIELDS.index(field))
            check.add(f"{letter}{HEAD_ROW + 1}:{letter}{self._last_row}")
            self._sheet.add_data_validation(check)

    def set_up(self, password: str) -> None:
        """Columns, frozen head, print, lock."""
        sheet = self._sheet
        for at, width in enumerate(self._widths, 1):
            sheet.column_dimensions[get_column_letter(at)].width = width
        sheet.column_dimensions["A"].hidden = True
        last = f"{get_column_letter(len(self._widths))}{self._last_row}"
        sheet.auto_filter.ref = f"A{HEAD_ROW}:{last}"
        sheet.print_area = f"B1:{last}"
        title = next(at for at, column in enumerate(self._columns, 2) if column.key == "title")
        sheet.freeze_panes = f"{get_column_letter(title + 1)}{HEAD_ROW + 1}"
        print_on(sheet, f"{HEAD_ROW}:{HEAD_ROW}", "landscape")
        _lock(sheet, password)


def _lock(sheet: Worksheet, password: str) -> None:
    """Lock what is not to be filled in; sorting, filtering and setting sizes stay free."""
    lock = sheet.protection
    if password:
        lock.set_password(password)
    lock.sheet = True
    lock.formatCells = lock.formatColumns = lock.formatRows = False
    lock.sort = lock.autoFilter = False


def _checks() -> dict[Field, DataValidation]:
    status = DataValidation(
        type="list", formula1=f'"{",".join(status.label for status in STATUSES_FOR_UNITS)}"', allow_blank=True
    )
    percent = DataValidation(type="decimal", operator="between", formula1="0", formula2="1", allow_blank=True)
    # 2000-01-01 to 2099-12-31, as a spreadsheet counts days.
    day = DataValidation(type="date", operator="between", formula1="36526", formula2="73050", allow_blank=True)
    for check, title, words in (
        (status, "状态", "从下拉列表中选择一项"),
        (percent, "进度", "填0到100之间的百分数，如 80%"),
        (day, "预计完成", "填日期，如 2026-3-5；已完成的不填"),
    ):
        check.errorStyle, check.showErrorMessage, check.showInputMessage = "stop", True, True
        check.errorTitle = check.promptTitle = title
        check.error = check.prompt = words
    return {Field.STATUS: status, Field.PERCENT: percent, Field.EXPECTED: day}


def _line(handout: Handout) -> str:
    due = f"　　返回时限：{full_date(handout.due_on)}" if handout.due_on else ""
    contact = f"　　联系人：{handout.contact}" if handout.contact else ""
    day = f"　　下发日期：{full_date(handout.handed_on)}"
    return f"{UNIT_LINE}{handout.identity.unit}　　{BATCH_LINE}{handout.label}{day}{due}{contact}"


def _notes(handout: Handout) -> str:
    home = "填好后存盘，原文件返回" + ("联系人" if handout.contact else "下发单位")
    more = f"\n5. {handout.note.removesuffix('。')}。" if handout.note else ""
    return (
        "填报说明：\n"
        f"1. 共{len(handout.questions)}行，只填右侧白底的7栏；灰底为下发内容，已锁定。表中已有的是上次填报，没有变化的不必改。\n"
        "2. 状态从下拉列表中选择；进度填百分数；进展情况写本期完成了什么、到什么程度，用数字说明。\n"
        "3. 存在问题和下一步没有的留空；佐证名称写材料的文件名，材料另附。留空不会清除已有内容。\n"
        f"4. 可以排序、筛选，不增删栏目；{home}。{more}"
    )


def _clean(value: Value) -> Value:
    return for_cell(value) if isinstance(value, str) else value


def _hide_identity(book: Any, handout: Handout) -> None:
    """What brings the workbook home: a hidden sheet with what was handed out, a name and a property as copies."""
    identity = str(handout.identity)
    hidden = book.create_sheet(HIDDEN_SHEET)
    hidden.append([identity])
    hidden.append([KEY_COLUMN, *FIELDS])
    for question in handout.questions:
        hidden.append([_as_text(cell) for cell in base_cells(question.key, question.values)])
    for row in hidden.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                cell.data_type = "s"
    hidden.sheet_state = "veryHidden"
    book.defined_names[NAME] = DefinedName(NAME, attr_text=f'"{identity}"', hidden=True)
    book.custom_doc_props.append(StringProperty(name=MARK, value=identity))


def _as_text(cell: str | int | None) -> str | int | None:
    return for_cell(cell) if isinstance(cell, str) else cell
