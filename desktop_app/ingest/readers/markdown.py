"""Markdown: headings, lists, tables and plain paragraphs; marks of emphasis go, numbers stay as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop_app.domain.errors import BadInput
from desktop_app.ingest.document import FURNITURE, Block, Document, Paragraph, Table
from desktop_app.ingest.parsing.marks import read_mark
from desktop_app.ingest.readers import limits
from desktop_app.ingest.readers.hard_breaks import SENTENCE_END, join_words, width_of
from desktop_app.ingest.readers.sniffing import Format
from desktop_app.ingest.readers.txt import TxtReader

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|(?=[^\s#]))(.*?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_BULLET = re.compile(r"[ \t]*(?:[-*+•][ \t]+(?:\[[ xX]\][ \t]+)?)")
_NUMBERED = re.compile(r"[ \t]*\d{1,9}[.)][ \t]+")
_QUOTE = re.compile(r" {0,3}(?:>[ \t]?)+")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELL_END = re.compile(r"(?<!\\)\|")
_MARKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"!\[([^\]\n]{0,300})\]\([^)\n]{0,500}\)"), ""),
    (re.compile(r"(?<!\\)\[([^\]\n]{1,300})\]\([^)\n]{0,500}\)"), r"\1"),
    (re.compile(r"<((?:https?|mailto):[^>\s]{1,300})>"), r"\1"),
    (re.compile(r"</?(?:br|b|strong|em|i|u|span|font|p|div|center|sup|sub)\b[^<>]{0,200}>", re.IGNORECASE), ""),
    (re.compile(r"(?<![\\*])(\*{1,3})(?=[^\s*])([^*\n]{1,2000}?)(?<=[^\s\\])\1(?!\*)"), r"\2"),
    (re.compile(r"(?<![\\A-Za-z0-9_])(_{1,3})(?=[^\s_])([^_\n]{1,2000}?)(?<=[^\s\\])\1(?![A-Za-z0-9_])"), r"\2"),
    (re.compile(r"~~([^~\n]{1,500})~~"), r"\1"),
    (re.compile(r"(`+)([^`\n]{1,500})\1"), r"\2"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)
_NEARLY_FULL = 0.85


class MarkdownReader:
    """Reads .md: blocks by the rules of CommonMark that official texts use, so that nothing of a plan is lost."""

    format = Format.MARKDOWN
    suffixes: tuple[str, ...] = (".md", ".markdown")
    isolated = False

    def read(self, path: Path, data: bytes) -> Document:
        """Paragraphs, headings with their level, tables; a head of settings (---) as furniture.

        Raises:
            BadInput: the bytes are no text.
        """
        limits.check_bytes(path.name, data)
        plain = TxtReader().read(path, data)
        limits.check_length(path.name, plain.text)
        lines = [line.rstrip("\r") for line in _without_comments(plain.text).split("\n")]
        blocks = tuple(_blocks(lines))
        if not blocks:
            raise BadInput(f"“{path.name}”没有正文，核对后重新导入")
        return Document(path.name, "markdown", blocks)


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    at = _settings_end(lines)
    yield from (Paragraph(line, FURNITURE) for line in lines[:at] if line.strip(" -"))
    run: list[str] = []
    while at < len(lines):
        line, below = lines[at], lines[at + 1] if at + 1 < len(lines) else ""
        if "|" in line and "|" in below and _TABLE_RULE.match(below) and below.count("|") <= limits.MOST_COLUMNS:
            yield from _paragraphs(run)
            run, end = [], _table_end(lines, at)
            yield Table(_rows([line, *lines[at + 2 : end]]))
            at = end
            continue
        heading = _HEADING.match(line)
        underlined = bool(line.strip()) and not run and not _RULE.match(line) and _UNDERLINE.match(below)
        if heading or underlined or not line.strip() or _RULE.match(line) or _FENCE.match(line):
            yield from _paragraphs(run)
            run = []
        if heading:
            yield from _heading(heading[2], len(heading[1]))
        elif underlined:
            yield from _heading(line, 1 if below.lstrip().startswith("=") else 2)
            at += 1
        elif line.strip() and not _RULE.match(line) and not _FENCE.match(line):
            run.append(line)
        at += 1
    yield from _paragraphs(run)


def _settings_end(lines: Sequence[str]) -> int:
    """How many lines the settings between two --- at the head take; 0 when there are none."""
    if not lines or lines[0].strip() != "---":
        return 0
    return next((place + 1 for place, line in enumerate(lines[1:60], 1) if line.strip() in ("---", "...")), 0)


def _heading(words: str, level: int) -> Iterator[Block]:
    if text := plain(words):
        yield Paragraph(text, f"Heading {level}")


def _paragraphs(lines: Sequence[str]) -> Iterator[Block]:
    """The paragraphs of neighbouring lines.

    Markdown joins them all; but people also write one paragraph a line. A line goes on in the next only when it is
    about as long as the longest and stops in the middle of a sentence.
    """
    texts = [
        (plain(_BULLET.sub("", bare, count=1)), _begins(bare)) for bare in (_QUOTE.sub("", line) for line in lines)
    ]
    full = _NEARLY_FULL * max((width_of(text) for text, _ in texts), default=0)
    gathered, last = "", ""
    for text, begins in texts:
        goes_on = gathered and not begins and width_of(last) >= full and not SENTENCE_END.search(last)
        if gathered and not goes_on:
            yield Paragraph(gathered)
        gathered = join_words(gathered, text, spaced=True) if goes_on else text
        last = text
    if gathered:
        yield Paragraph(gathered)


def _begins(line: str) -> bool:
    bare = plain(line)
    return bool(_BULLET.match(line) or _NUMBERED.match(line)) or read_mark(bare) is not None


def _table_end(lines: Sequence[str], at: int) -> int:
    end = at + 2
    while end < len(lines) and "|" in lines[end]:
        end += 1
    return end


def _rows(lines: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    rows = [_cells(line) for line in lines]
    width = min(max(len(row) for row in rows), limits.MOST_COLUMNS)
    return tuple((*row, *[""] * (width - len(row))) for row in rows)


def _cells(line: str) -> tuple[str, ...]:
    bare = line.strip().removeprefix("|")
    bare = bare[:-1] if bare.endswith("|") and not bare.endswith("\\|") else bare
    return tuple(plain(re.sub(r"<br\s*/?>", " ", cell)) for cell in _CELL_END.split(bare))


def _without_comments(text: str) -> str:
    pieces: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        pieces.append(text[at:start])
        at = end + 3
    return "".join([*pieces, text[at:]])


def plain(text: str) -> str:
    r"""The words without Markdown's marks: **牵头单位** -> 牵头单位, 1\. -> 1."""
    for pattern, words in _MARKS:
        text = pattern.sub(words, text)
    return text.strip(" \t\u3000")
