"""Readers: a file of some format to a Document. One reader a format, chosen by what the file holds."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from desktop_app.domain.errors import BadInput
from desktop_app.ingest.document import Document
from desktop_app.ingest.readers import limits
from desktop_app.ingest.readers.apart import read_apart
from desktop_app.ingest.readers.clipboard import read_text
from desktop_app.ingest.readers.delimited import DelimitedReader
from desktop_app.ingest.readers.docx import DocxReader
from desktop_app.ingest.readers.html import HtmlReader
from desktop_app.ingest.readers.legacy import OldWordReader
from desktop_app.ingest.readers.markdown import MarkdownReader
from desktop_app.ingest.readers.mhtml import WebArchiveReader
from desktop_app.ingest.readers.pdf import PdfReader
from desktop_app.ingest.readers.sheet import OldSheetReader, SheetReader
from desktop_app.ingest.readers.sniffing import Format, sniff
from desktop_app.ingest.readers.txt import TxtReader

__all__ = ["LARGEST_FILE", "READERS", "SUFFIXES", "Reader", "read_document", "read_text", "reader_for"]

LARGEST_FILE = 50 * limits.MB
"""Bytes; a policy document is a hundredth of it."""


class Reader(Protocol):
    """Turns a file into blocks in reading order.

    `suffixes` are the endings under which this format arrives: its own first, then those that other programs give it
    (a web page that calls itself .doc). `isolated` readers are those whose libraries a hostile file could make run for
    ever: `read_document` starts a process for them.
    """

    format: Format
    suffixes: tuple[str, ...]
    isolated: bool

    def read(self, path: Path, data: bytes) -> Document:
        """The document; raises BadInput when the file is not what it should be."""
        ...


READERS: tuple[Reader, ...] = (
    TxtReader(),
    DocxReader(),
    PdfReader(),
    OldWordReader(),
    HtmlReader(),
    WebArchiveReader(),
    MarkdownReader(),
    SheetReader(),
    OldSheetReader(),
    DelimitedReader(),
)

SUFFIXES: tuple[str, ...] = tuple(dict.fromkeys(suffix for reader in READERS for suffix in reader.suffixes))
"""Every ending that can be imported, for the file dialog."""

_TOLD_BY_NAME = {
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".csv": Format.DELIMITED,
    ".tsv": Format.DELIMITED,
    ".html": Format.WEB_PAGE,
    ".htm": Format.WEB_PAGE,
}
"""Kinds of text that begin like any other text."""


def read_document(path: Path) -> Document:
    """Read a file with the reader for what it holds.

    Raises:
        BadInput: missing, empty, too big, of a format that is not read, or with an ending that contradicts it.
    """
    data = limits.load(path, LARGEST_FILE)
    reader = reader_for(path, data)
    document = read_apart(path, data) if reader.isolated else reader.read(path, data)
    limits.check_length(path.name, document.text)
    return document


def reader_for(path: Path, data: bytes) -> Reader:
    """The reader for what a file holds; its ending decides only between kinds of text.

    Raises:
        BadInput: the format is not read, or the ending contradicts it.
    """
    ending = path.suffix.lower()
    held = sniff(data)
    if held is Format.TEXT:
        held = _TOLD_BY_NAME.get(ending, held)
    reader = next((reader for reader in READERS if reader.format is held), None)
    if reader is None:
        refusal = held.refusal.replace(".docx", ".xlsx") if ending in SheetReader.suffixes else held.refusal
        raise BadInput(f"“{path.name}”{refusal}")
    if ending and ending not in reader.suffixes:
        raise BadInput(_wrong_ending(path, reader))
    return reader


def _wrong_ending(path: Path, reader: Reader) -> str:
    if reader.format is Format.TEXT:
        return f"“{path.name}”（扩展名{path.suffix}）实为文本，另存为 .txt 后导入"
    kind = reader.suffixes[0].removeprefix(".").upper()
    return f"“{path.name}”的扩展名与内容不符，实为 {kind} 文件，改正扩展名后重新导入"
