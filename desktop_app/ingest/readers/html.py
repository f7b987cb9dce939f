"""Saved web pages: the document among menus, its tables, the index of the page; everything else set aside."""

from __future__ import annotations

import codecs
import contextlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop_app.domain.errors import BadInput
from desktop_app.ingest.document import FURNITURE, Block, Document, Paragraph, Table
from desktop_app.ingest.readers import limits
from desktop_app.ingest.readers.html_main import INDEX_FIELD, Found, find_main, is_index
from desktop_app.ingest.readers.html_walk import Piece, walk
from desktop_app.ingest.readers.sniffing import Format
from desktop_app.ingest.readers.txt import decode

_CHARSET = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE)
_SEARCHED = 4096
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MOST_LOST = 0.05
_SCRIPTS = frozenset({"gb2312", "gbk", "gb18030", "x-gbk", "cp936", "hz-gb-2312"})
_SECONDS = 10.0


class HtmlReader:
    """Reads a web page with selectolax (lexbor)."""

    format = Format.WEB_PAGE
    suffixes: tuple[str, ...] = (".html", ".htm", ".shtml", ".xhtml", ".txt", ".doc", ".wps", ".xls")
    isolated = True

    def read(self, path: Path, data: bytes) -> Document:
        """The main text of the page with its heading and index; menus and feet as furniture.

        Raises:
            BadInput: the bytes are no text, the page holds none, or takes too long to read.
        """
        text = decode_page(data)
        if text is None:
            raise BadInput(f"“{path.name}”{Format.BINARY.refusal}")
        return read_page(path.name, text)


def read_page(name: str, text: str) -> Document:
    """A decoded web page as a document."""
    from selectolax.lexbor import LexborHTMLParser, SelectolaxError

    try:
        page = LexborHTMLParser(text)
        pieces = walk(page, limits.Budget(_SECONDS))
    except (SelectolaxError, limits.OutOfTime):
        raise BadInput(f"“{name}”不是完整的网页，将正文另存为 .txt 后导入") from None
    title = page.css_first("title")
    found = find_main(pieces, title.text(strip=True) if title is not None else "")
    blocks = tuple(_blocks(found))
    if not any(isinstance(block, Table) or block.text.strip() for block in blocks):
        raise BadInput(f"“{name}”是没有文字的网页，打开原网页并将正文另存为 .txt 后导入")
    return Document(name, "html", blocks)


def decode_page(data: bytes) -> str | None:
    """The text of a page: a byte order mark, strict UTF-8, the charset that the page states, what the bytes look like.

    Strict UTF-8 comes before the stated charset because saved pages often keep the statement of the page they were;
    GB 18030 comes after it because almost any bytes can be read as that.
    """
    stated = _CHARSET.search(data[:_SEARCHED])
    encoding = stated[1].decode("ascii").lower() if stated else "gb18030"
    if not data.startswith(_MARKS) and b"\x00" not in data[:_SEARCHED]:
        for candidate in ("utf-8", "gb18030" if encoding in _SCRIPTS else encoding):
            with contextlib.suppress(UnicodeDecodeError, LookupError):
                return data.decode(candidate)
    text = decode(data)
    return text if text is not None else _with_losses(data, encoding)


def _with_losses(data: bytes, encoding: str) -> str | None:
    """A page with some broken bytes is still worth reading; each shows as �."""
    try:
        text = data.decode("gb18030" if encoding in _SCRIPTS else encoding, errors="replace")
    except LookupError:
        return None
    return text if text.count("\ufffd") <= _MOST_LOST * len(text) else None


def _blocks(found: Sequence[Found]) -> Iterator[Block]:
    for piece, is_body in found:
        if not is_body:
            yield from _set_aside(piece)
        elif piece.rows and is_index(piece.rows):
            yield from _index_paragraphs(piece.rows)
        elif piece.rows:
            yield Table(piece.rows)
        else:
            yield Paragraph(piece.text, f"Heading {piece.heading}" if piece.heading else "")


def _set_aside(piece: Piece) -> Iterator[Block]:
    texts = [" ".join(cell for cell in row if cell) for row in piece.rows] if piece.rows else [piece.text]
    yield from (Paragraph(text, FURNITURE) for text in texts if text)


def _index_paragraphs(rows: Sequence[Sequence[str]]) -> Iterator[Paragraph]:
    for row in rows:
        label = ""
        for cell in filter(None, row):
            if label:
                yield Paragraph(f"{label.rstrip('：:')}：{cell}")
                label = ""
            elif INDEX_FIELD.fullmatch(cell):
                label = cell
            else:
                yield Paragraph(cell)
