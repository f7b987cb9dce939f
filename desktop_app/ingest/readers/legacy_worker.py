"""The process that reads one file: `document GIVEN MADE` for import, `grids GIVEN MADE` for a returned workbook."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

MEMORY = 1024 * 1024 * 1024
SECONDS = 22
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


def _read_document(given: Path, made: Path) -> None:
    from desktop_app.domain.errors import BadInput
    from desktop_app.ingest.readers import reader_for
    from desktop_app.ingest.readers.apart import as_json

    data = given.read_bytes()
    try:
        held = as_json(reader_for(given, data).read(given, data))
    except BadInput as refused:
        held = {"refused": str(refused)}
    made.write_text(json.dumps(held), encoding="utf-8")


def _read_grids(given: Path, made: Path) -> None:
    from desktop_app.ingest.grids import write_grids

    write_grids(given, made)


_WORK = {"document": _read_document, "grids": _read_grids}


def _is_locked(error: Exception) -> bool:
    return type(error).__name__ == "PasswordError" or "已加密" in str(error)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
