"""Readers: a file of some format to a Document. One reader a format, chosen by what the file holds."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from desktop_app.domain.errors import BadInput
from desktop_app.ingest.document import Document
from desktop_app.ingest.readers.docx import DocxReader
from desktop_app.ingest.readers.sniffing import Format, sniff
from desktop_app.ingest.readers.txt import TxtReader

LARGEST_FILE = 50 * 1024 * 1024
"""Bytes; a policy document is a hundredth of it."""


class Reader(Protocol):
    """Turns a file into blocks in reading order."""

    format: Format
    suffixes: tuple[str, ...]

    def read(self, path: Path, data: bytes) -> Document:
        """The document; raises BadInput when the file is not what it should be."""
        ...


READERS: tuple[Reader, ...] = (TxtReader(), DocxReader())


def read_document(path: Path) -> Document:
    """Read a file with the reader for what it holds.

    Raises:
        BadInput: missing, empty, too big, of a format that is not read, or with an ending that contradicts it.
    """
    data = _load(path)
    held = sniff(data)
    reader = next((reader for reader in READERS if reader.format is held), None)
    if reader is None:
        raise BadInput(f"“{path.name}”{held.refusal}")
    if path.suffix.lower() not in reader.suffixes:
        raise BadInput(_wrong_ending(path, reader))
    return reader.read(path, data)


def _load(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise BadInput(f"“{path.name}”是文件夹，选择其中的 .docx 或 .txt 文件导入")
        if size > LARGEST_FILE:
            raise BadInput(f"“{path.name}”超过{LARGEST_FILE // 1024 // 1024} MB，未导入；删去图片或拆分后重新导入")
        data = path.read_bytes()
    except FileNotFoundError:
        raise BadInput(f"未找到文件“{path.name}”，核对路径后重新导入") from None
    except OSError:
        raise BadInput(f"无法读取“{path.name}”，关闭占用它的程序并核对权限后重新导入") from None
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise BadInput(f"“{path.name}”是空文件，核对后重新导入")
    return data


def _wrong_ending(path: Path, reader: Reader) -> str:
    ending = path.suffix or "无"
    if reader.format is Format.TEXT:
        return f"“{path.name}”（扩展名{ending}）实为文本，另存为 .txt 后导入"
    return f"“{path.name}”的扩展名与内容不符，实为 {reader.suffixes[0]} 文件，改正扩展名后重新导入"
