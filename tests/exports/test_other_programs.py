"""What leaves opens in programs of others: LibreOffice saves Word files and ledgers again, two readers agree on the PDF."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2
import pytest
from docx import Document
from pdfminer.pdftypes import PDFStream
from python_calamine import CalamineWorkbook

from desktop_app.domain.ledger import PlanRow, TaskRow
from desktop_app.exports.report import write_report
from desktop_app.exports.report_docx import write_docx
from desktop_app.exports.workbook import write_ledger
from tests.exports.all_templates import KEYS, content
from tests.office.libreoffice import SOFFICE, Clerk

needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def clerk(tmp_path_factory: pytest.TempPathFactory) -> Clerk:
    return Clerk(tmp_path_factory.mktemp("clerk"))


@needs_office
@pytest.mark.parametrize("key", KEYS)
def test_a_word_file_saved_by_another_program_says_the_same_in_the_same_styles(
    tmp_path: Path, clerk: Clerk, plans: list[PlanRow], rows: list[TaskRow], today: dt.date, key: str
) -> None:
    path = tmp_path / "报告.docx"
    write_docx(path, content(plans, rows, today, key))
    ours, saved = Document(str(path)), Document(str(clerk.save_again(path, "docx")))
    assert _paragraphs(saved) == _paragraphs(ours)
    assert _cells(saved) == _cells(ours)
    assert [_paper(section) for section in saved.sections] == [_paper(section) for section in ours.sections]


def _paragraphs(document: Any) -> list[tuple[str, str]]:
    return [(each.style.name, each.text) for each in document.paragraphs if each.text.strip()]


def _cells(document: Any) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


def _paper(section: Any) -> tuple[int, ...]:
    sides = ("page_width", "page_height", "left_margin", "right_margin")
    return tuple(round(getattr(section, side).mm) for side in sides)


@needs_office
@pytest.mark.parametrize("form", ["xlsx", "xls", "ods"])
def test_a_ledger_saved_by_another_program_holds_the_same_cells(
    tmp_path: Path, clerk: Clerk, rows: list[TaskRow], today: dt.date, form: str
) -> None:
    path = tmp_path / "台账.xlsx"
    write_ledger(path, "云江市任务台账", "", today, rows)
    ours, saved = _sheets(path), _sheets(clerk.save_again(path, form))
    assert list(saved) == list(ours)
    for name, values in ours.items():
        assert saved[name] == values, name


def _sheets(path: Path) -> dict[str, list[list[object]]]:
    """Every sheet without the empty cells after the last one that holds something."""
    with CalamineWorkbook.from_path(str(path)) as book:
        found = {}
        for name in book.sheet_names:
            cells = [[_plain(cell) for cell in row] for row in book.get_sheet_by_name(name).to_python()]
            widest = max((at for row in cells for at, cell in enumerate(row, 1) if cell != ""), default=0)
            found[name] = [row[:widest] for row in cells if any(cell != "" for cell in row)]
    return found


def _plain(cell: object) -> object:
    """Numbers are kept as binary fractions and printed with 15 places, by whoever writes them."""
    return round(cell, 9) if isinstance(cell, float) else cell


@pytest.mark.parametrize("key", KEYS)
def test_two_readers_of_pdf_find_the_same_pages_letters_and_faces(
    tmp_path: Path, plans: list[PlanRow], rows: list[TaskRow], today: dt.date, key: str
) -> None:
    path = tmp_path / "报告.pdf"
    pages = write_report(path, content(plans, rows, today, key))
    with pypdfium2.PdfDocument(path) as pdf:
        by_pdfium = [_letters(page.get_textpage().get_text_range()) for page in pdf]
    with pdfplumber.open(path) as other:
        by_pdfminer = [_letters("".join(char["text"] for char in page.chars)) for page in other.pages]
        faces = {char["fontname"] for page in other.pages for char in page.chars}
        assert not [name for name in faces if not re.match(r"^[A-Z]{6}\+", name)], "every face is embedded as a subset"
        assert by_pdfminer == by_pdfium
        assert len(by_pdfium) == pages
        _check_objects(other.doc)


def _letters(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


def _check_objects(document: Any) -> None:
    """Every object of the table can be read, every stream unpacks, and nothing acts when the file is opened."""
    assert not {"OpenAction", "AA", "AcroForm"} & set(document.catalog)
    for table in document.xrefs:
        for number in table.get_objids():
            found = document.getobj(number)
            if isinstance(found, PDFStream):
                assert found.get_data() is not None


def test_the_table_of_objects_leads_to_each_of_them(
    tmp_path: Path, plans: list[PlanRow], rows: list[TaskRow], today: dt.date
) -> None:
    path = tmp_path / "报告.pdf"
    write_report(path, content(plans, rows, today, "progress"))
    data = path.read_bytes()
    assert data.startswith(b"%PDF-1.") and data.rstrip().endswith(b"%%EOF")
    start = int(re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", data)[1])
    assert data[start : start + 4] == b"xref"
    entries = re.findall(rb"(\d{10}) (\d{5}) n", data[start:])
    assert entries
    for offset, _ in entries:
        assert re.match(rb"\d+ 0 obj", data[int(offset) : int(offset) + 20])
