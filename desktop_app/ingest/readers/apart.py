"""Reading in a process of its own: native code and hostile files cannot stop, fill or crash the program.

A PDF that draws itself, a web page of endless nesting, a binary file with pointers that go in circles: the libraries
that read such formats cannot be stopped from within. A process can, on the clock, in its memory and its processor time.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import desktop_app
from desktop_app.domain.errors import BadInput
from desktop_app.ingest.document import Block, Document, Paragraph, Table
from desktop_app.ingest.readers import limits

SECONDS = 25.0
SWITCH = "--legacy-reader"
"""The hidden command of the frozen program, which has no Python to start a module with."""


def read_apart(path: Path, data: bytes) -> Document:
    """The document that the reader for these bytes makes of them in another process.

    Raises:
        BadInput: what the reader said, or that it did not come to an end within its limits.
    """
    made = run_worker("document", data, name=path.name)
    if made is None:
        raise BadInput(f"“{path.name}”已损坏或过于复杂，未能在限定的时间和内存内读完，另存为 .docx 或 .txt 后导入")
    held = json.loads(made)
    if "refused" in held:
        raise BadInput(held["refused"])
    return Document(path.name, held["format"], tuple(_block(value) for value in held["blocks"]), tuple(held["remarks"]))


def as_json(document: Document) -> dict[str, Any]:
    """A document as plain values, for the way between the processes."""
    return {"format": document.format, "blocks": list(map(_plain, document.blocks)), "remarks": document.remarks}


def _plain(block: Block) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        return {"text": block.text, "style": block.style, "sheet": block.sheet}
    return {"rows": block.rows, "sheet": block.sheet, "places": block.places, "columns": block.columns}


def _block(value: dict[str, Any]) -> Block:
    if "text" in value:
        return Paragraph(value["text"], value["style"], value["sheet"])
    rows = tuple(tuple(row) for row in value["rows"])
    return Table(rows, value["sheet"], tuple(value["places"]), tuple(value["columns"]))


def run_worker(kind: str, data: bytes, seconds: float = SECONDS, name: str = "given.bin") -> bytes | None:
    """What the worker made of the data; None when it failed or was stopped, b"" when the file is locked."""
    from desktop_app.ingest.readers.legacy_worker import LOCKED

    with tempfile.TemporaryDirectory(prefix="xiaohao-") as folder:
        given, made = Path(folder, "given", name), Path(folder, "made.bin")
        try:
            given.parent.mkdir()
            given.write_bytes(data)
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
