"""The process that reads one file of an old format: `word GIVEN MADE` writes a .docx, `sheet` and `grids` write JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop_app.ingest.document import Table
from desktop_app.ingest.readers.limits import MB

MEMORY = 1024 * MB
SECONDS = 45
LOCKED = 3
"""Exit code for a file that a password protects."""
_FAILED = 4


def main(arguments: Sequence[str]) -> int:
    """Read one file; the exit code says whether MADE holds something (0), the file is locked (3), or neither."""
    if len(arguments) != 3:
        return _FAILED
    kind, given, made = arguments
    _limit_itself()
    try:
        _WORK[kind](Path(given), Path(made))
    except Exception as error:  # whatever a damaged file causes, the parent has one sentence for it
        return LOCKED if _is_locked(error) else _FAILED
    return 0


def _limit_itself() -> None:
    """Bound memory and processor time where the system can; everywhere the parent bounds the time on the clock."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _convert_word(given: Path, made: Path) -> None:
    from doc2docx import convert

    target = made.with_suffix(".docx")
    convert(given, target)
    target.replace(made)


def _read_sheet(given: Path, made: Path) -> None:
    from desktop_app.ingest.readers.sheet import read_workbook

    blocks, hidden = read_workbook(given.name, given.read_bytes())
    values = [block.rows if isinstance(block, Table) else block.text for block in blocks]
    made.write_text(json.dumps({"blocks": values, "hidden": hidden}, ensure_ascii=False), encoding="utf-8")


def _read_grids(given: Path, made: Path) -> None:
    from desktop_app.ingest.grids import write_grids

    write_grids(given, made)


_WORK = {"word": _convert_word, "sheet": _read_sheet, "grids": _read_grids}


def _is_locked(error: Exception) -> bool:
    return type(error).__name__ in ("EncryptedDocumentError", "PasswordError") or "已加密" in str(error)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
