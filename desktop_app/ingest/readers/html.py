"""Saved web pages: the document among menus, its tables, the index of the page; everything else set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop_app.domain.errors import BadInput
from desktop_app.ingest.document import FURNITURE, Block, Document, Paragraph, Table
from desktop_app.ingest.readers import limits
from desktop_app.ingest.readers.html_main import Found, find_main
from desktop_app.ingest.readers.html_walk import Piece, walk
from desktop_app.ingest.readers.sniffing import Format
from desktop_app.ingest.readers.txt import decode

_CHARSET = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE)
_SEARCHED = 4096
_SCRIPTS = frozenset({"gb2312", "gbk", "gb18030", "x-gbk", "cp936", "hz-gb-2312"})
_INDEX = re.compile(
    r"(?:索\s*引\s*号|发\s*文\s*字\s*号|文\s*号|发\s*布\s*机\s*构|发\s*文\s*机\s*关|制\s*发\s*机\s*关|成\s*文\s*日\s*期|发\s*文\s*日\s*期|发\s*布\s*日\s*期|公\s*开\s*日\s*期|生\s*成\s*日\s*期|"
    r"发\s*布\s*时\s*间|有\s*效\s*性|主\s*题\s*分\s*类|公\s*文\s*种\s*类|信\s*息\s*分\s*类|主\s*题\s*词|标\s*题|名\s*称|信\s*息\s*名\s*称)\s*[：:]?"
)
_SECONDS = 20.0


class HtmlReader:
    """Reads a web page with selectolax (lexbor)."""

    format = Format.WEB_PAGE
    suffixes: tuple[str, ...] = (".html", ".htm", ".shtml", ".xhtml", ".txt", ".doc", ".wps", ".xls")

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
    """The text of a page: a byte order mark, then what the bytes are, then the charset that the page states.

    Strict UTF-8 comes before the stated charset because saved pages often keep the statement of the page they were.
    """
    text = decode(data)
    if text is not None:
        return text
    stated = _CHARSET.search(data[:_SEARCHED])
    encoding = stated[1].decode("ascii").lower() if stated else "utf-8"
    try:
        return data.decode("gb18030" if encoding in _SCRIPTS else encoding, errors="replace")
    except LookupError:
        return None


def _blocks(found: Sequence[Found]) -> Iterator[Block]:
    for piece, is_body in found:
        if not is_body:
            yield from _set_aside(piece)
        elif piece.rows and _is_index(piece.rows):
            yield from _index_paragraphs(piece.rows)
        elif piece.rows:
            yield Table(piece.rows)
        else:
            yield Paragraph(piece.text, f"Heading {piece.heading}" if piece.heading else "")


def _set_aside(piece: Piece) -> Iterator[Block]:
    texts = [" ".join(cell for cell in row if cell) for row in piece.rows] if piece.rows else [piece.text]
    yield from (Paragraph(text, FURNITURE) for text in texts if text)


def _is_index(rows: Sequence[Sequence[str]]) -> bool:
    """索引号 | … | 发布机构 | …: what a government page prints above a document."""
    labels = sum(_INDEX.fullmatch(cell) is not None for row in rows for cell in row if len(cell) < 12)
    joined = sum(_INDEX.match(cell) is not None and len(cell) < 80 for row in rows for cell in row)
    return max(labels, joined) >= 3 and len(rows) <= 12


def _index_paragraphs(rows: Sequence[Sequence[str]]) -> Iterator[Paragraph]:
    for row in rows:
        label = ""
        for cell in filter(None, row):
            if label:
                yield Paragraph(f"{label.rstrip('：:')}：{cell}")
                label = ""
            elif _INDEX.fullmatch(cell):
                label = cell
            else:
                yield Paragraph(cell)
