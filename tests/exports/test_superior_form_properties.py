"""However many rows a form has and however many tasks there are: what is printed stays, in its order, and counts them all."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from desktop_app.domain.form_blanks import empty_rows
from desktop_app.domain.superior_form import Meaning, TableMapping
from desktop_app.exports.superior_form import TableFilling, read_form, write_form
from desktop_app.exports.superior_form.pieces import put_between
from tests.superior_forms import make_document, make_workbook

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=40)
FOOT = ["合计", "备注：本表于每月5日前报送", "填表人："]


@settings(deadline=None, max_examples=25)
@given(rows=st.integers(0, 7), texts=st.lists(WORDS, min_size=1, max_size=15))
def test_a_workbook_keeps_its_foot_and_its_totals_hold_every_row(rows: int, texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        blank, out = make_workbook(Path(folder) / "空表.xlsx", rows=rows), Path(folder) / "填好.xlsx"
        tables = read_form(blank, blank.read_bytes())
        assert empty_rows(tables[0], 4) == rows
        columns = (Meaning.ORDER, Meaning.TITLE, *(Meaning.EMPTY,) * 7)
        values = [[number, text, *[""] * 7] for number, text in enumerate(texts, 1)]
        filling = TableFilling(TableMapping(columns, 4, rows), values)
        assert write_form(blank, blank.read_bytes(), out, [filling, None]) == len(texts)
        book = load_workbook(out)
        sheet = book["进展情况"]
        said = [cell.value for cell in sheet["A"] if isinstance(cell.value, str)]
        assert said[-3:] == FOOT
        last = 4 + max(rows, len(texts))
        totals = sheet.cell(last + 1, 8).value
        if rows:
            assert totals == f"=AVERAGE(H5:H{last})"
        assert [sheet.cell(row, 1).value for row in range(5, 5 + len(texts))] == list(range(1, len(texts) + 1))
        assert len({str(area) for area in sheet.merged_cells.ranges}) == 11
        assert re.fullmatch(rf"'进展情况'!\$A\$1:\$I\${last + 4}", sheet.print_area)
        book.close()


@settings(deadline=None, max_examples=15)
@given(rows=st.integers(0, 4), texts=st.lists(WORDS, min_size=1, max_size=9))
def test_a_document_keeps_what_stands_around_its_rows(rows: int, texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        blank, out = make_document(Path(folder) / "空表.docx", rows=rows), Path(folder) / "填好.docx"
        columns = (Meaning.ORDER, Meaning.TITLE, *(Meaning.EMPTY,) * 4)
        values = [[number, text, *[""] * 4] for number, text in enumerate(texts, 1)]
        filling = TableFilling(TableMapping(columns, 3, rows), values, lead=2)
        assert write_form(blank, blank.read_bytes(), out, [filling]) == len(texts)
        before, after = Document(str(blank)), Document(str(out))
        assert [each.text for each in after.paragraphs] == [each.text for each in before.paragraphs]
        first = [row.cells[0].text for row in after.tables[0].rows]
        spare = [""] * max(rows - len(texts), 0)
        assert first == ["序号", *(str(number) for number in range(1, len(texts) + 1)), *spare, "填表人："]


@given(st.lists(st.text(max_size=6), min_size=1, max_size=5), st.data())
def test_a_value_goes_exactly_where_the_blank_was(pieces: list[str], data: st.DataObject) -> None:
    text = "".join(pieces)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    made = put_between(pieces, start, end, "值")
    assert "".join(made) == text[:start] + "值" + text[end:]
    assert len(made) == len(pieces)
