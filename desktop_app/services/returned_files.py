"""Which files are workbooks that this program handed out, by the mark they carry; the others may be plans."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop_app.domain.errors import BadInput

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".et")
"""What a returned workbook may be called."""


def sort_out(files: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Returned workbooks, and the rest, each in the order given; what cannot be read is among the rest."""
    mine: list[Path] = []
    others: list[Path] = []
    for file in files:
        (mine if _is_returned(file) else others).append(file)
    return mine, others


def _is_returned(file: Path) -> bool:
    if file.suffix.lower() not in SUFFIXES:
        return False
    from desktop_app.ingest.returned import is_handout

    try:
        return is_handout(file)
    except BadInput:
        return False
