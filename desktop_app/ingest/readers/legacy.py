"""Formats of before 2007 (.doc, .wps, .xls, .et): read in a process of their own with limits on time and memory.

Their readers walk pointers of a binary file; what a hostile file makes of that stays outside the program.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import desktop_app
from desktop_app.domain.errors import BadInput
from desktop_app.ingest.document import Block, Document, Paragraph, Table
from desktop_app.ingest.readers import limits
from desktop_app.ingest.readers.docx import DocxReader
from desktop_app.ingest.readers.legacy_worker import LOCKED
from desktop_app.ingest.readers.sheet import sheets_document
from desktop_app.ingest.readers.sniffing import Format

SECONDS = 60
SWITCH = "--legacy-reader"
"""The hidden command of the frozen program, which has no Python to start a module with."""


class OldWordReader:
    """Reads .doc and .wps through a conversion to .docx."""

    format = Format.OLD_WORD
    suffixes: tuple[str, ...] = (".doc", ".wps", ".dot", ".wpt", ".docx")

    def read(self, path: Path, data: bytes) -> Document:
        """The paragraphs and tables of the converted document.

        Raises:
            BadInput: the converter cannot read it, or not within its limits.
        """
        made = run_worker("word", data)
        if made is None:
            raise BadInput(
                f"“{path.name}”是旧版 Word 或 WPS 格式，未能读取，在 WPS 或 Word 中另存为 .docx 或 .txt 后导入"
            )
        if made == b"":
            raise BadInput(f"“{path.name}”{Format.ENCRYPTED.refusal}")
        document = DocxReader().read(path, made)
        return Document(path.name, "doc", document.blocks)


class OldSheetReader:
    """Reads .xls and .et."""

    format = Format.OLD_SPREADSHEET
    suffixes: tuple[str, ...] = (".xls", ".et", ".xlt", ".xlsx")

    def read(self, path: Path, data: bytes) -> Document:
        """A table for every visible sheet.

        Raises:
            BadInput: damaged, locked, too big, or not read within the limits.
        """
        made = run_worker("sheet", data)
        if made is None:
            raise BadInput(f"“{path.name}”是旧版电子表格，未能读取，在 WPS 或 Excel 中另存为 .xlsx 后导入")
        if made == b"":
            raise BadInput(f"“{path.name}”{Format.ENCRYPTED.refusal.replace('.docx', '.xlsx')}")
        held = json.loads(made)
        blocks = [_block(value) for value in held["blocks"]]
        return sheets_document(path.name, "xls", blocks, held["hidden"])


def _block(value: str | list[list[str]]) -> Block:
    return Paragraph(value) if isinstance(value, str) else Table(tuple(tuple(row) for row in value))


def run_worker(kind: str, data: bytes, seconds: float = SECONDS) -> bytes | None:
    """What the worker made of the data; None when it failed or was stopped, b"" when the file is locked."""
    with tempfile.TemporaryDirectory(prefix="xiaohao-") as folder:
        given, made = Path(folder, "given.bin"), Path(folder, "made.bin")
        given.write_bytes(data)
        try:
            ended = subprocess.run(
                [*_command(), kind, str(given), str(made)],
                cwd=Path(desktop_app.__file__).parents[1],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=seconds,
                check=False,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except (subprocess.TimeoutExpired, OSError):
            return None
        if ended.returncode == LOCKED:
            return b""
        return _made(made) if ended.returncode == 0 else None


def _made(path: Path) -> bytes | None:
    if not path.is_file() or not 0 < path.stat().st_size <= limits.LARGEST_EXPANSION:
        return None
    return path.read_bytes()


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, SWITCH]
    return [sys.executable, "-m", "desktop_app.ingest.readers.legacy_worker"]
