"""上级表格: a blank workbook or document from above, read as grids and filled in its own look."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app.domain.superior_form import FormTable
from desktop_app.exports.superior_form.check import rows_held
from desktop_app.exports.superior_form.filling import TableFilling
from desktop_app.exports.superior_form.package import Package, damaged
from desktop_app.exports.superior_form.word import WordForm
from desktop_app.exports.superior_form.word_fill import fill_document
from desktop_app.exports.superior_form.workbook import Workbook
from desktop_app.exports.superior_form.workbook_fill import fill_workbook

Progress = Callable[[int, int], None]

WORKBOOKS, DOCUMENTS = (".xlsx", ".xlsm"), (".docx",)
SUFFIXES = WORKBOOKS + DOCUMENTS

_DAMAGE = (AttributeError, LookupError, TypeError, ValueError, ArithmeticError)
"""What parts that are missing or say nonsense end in."""


def read_form(path: Path, data: bytes) -> list[FormTable]:
    """The sheets or tables of a blank form whose bytes were checked for their size before.

    Raises:
        BadInput: it is damaged, or nothing in it can be filled.
    """
    package = Package(path.name, data)
    try:
        if path.suffix.lower() in WORKBOOKS:
            book = Workbook(package)
            return [replace(book.table(sheet), sheet=number) for number, sheet in enumerate(book.sheets)]
        form = WordForm(package)
        return [replace(form.table(number), sheet=number) for number in range(len(form.tables))]
    except _DAMAGE:
        raise damaged(path.name) from None
    finally:
        package.close()


def write_form(
    blank: Path, data: bytes, out: Path, fillings: Sequence[TableFilling | None], progress: Progress | None = None
) -> int:
    """Write the filled form to `out`, read it back with another library; returns the rows found as they were meant.

    Raises:
        BadInput: the blank is damaged. Cancelled: raised by `progress`.
    """
    package = Package(blank.name, data)
    is_book = blank.suffix.lower() in WORKBOOKS
    try:
        (fill_workbook if is_book else fill_document)(package, out, fillings, progress)
    finally:
        package.close()
    return rows_held(out, fillings, is_book)


__all__ = ["DOCUMENTS", "SUFFIXES", "WORKBOOKS", "TableFilling", "read_form", "write_form"]
