"""Lines that end where the paper ended, as text copied from a PDF or sent by mail has them, joined to paragraphs.

    加强领导，压实责任，确保各项任务落到      ->  加强领导，压实责任，确保各项任务落到实处。
    实处。

A document is broken so when its lines are of one length, none is longer, and most of the full ones stop in the middle
of a sentence. Then a line goes on in the next when the first word of the next would not have fitted on it, unless the
next begins with a number of the outline, stands indented where paragraphs do, or follows a blank line where those part
paragraphs. Page numbers and running heads that stand inside a paragraph follow it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop_app.ingest.parsing.brackets import CLOSING, OPENING
from desktop_app.ingest.parsing.marks import read_mark
from desktop_app.ingest.parsing.note_words import LABEL
from desktop_app.ingest.readers.hard_breaks import SENTENCE_END, first_token, join_words, width_of
from desktop_app.ingest.repair.edits import Edit
from desktop_app.ingest.running_lines import find_running_lines

_LINE = re.compile(r"[^\n]+")
_INDENT = re.compile(r"(?:\u3000|\u2003|[ \u00a0]{2}|\t)[\u3000\u2003 \u00a0\t]*")
_WIDEST, _NARROWEST = 60, 15
"""Ems. Wider lines are paragraphs, narrower ones prove nothing."""
_TOLERANCE, _HANGING = 2.5, 1.5
_LEAST_FULL, _FULL_SHARE, _RUN_ON_SHARE, _LONGER_SHARE = 4, 0.5, 0.5, 0.02
_OFTEN = 0.05
_STOPS = "。；;"
_BARELY = 0.5
_INDENT_WIDTH = 2.0
"""The words of a paragraph's first line are so much shorter, whether a copy kept its indent or dropped it."""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    width: float
    indented: bool
    after_blank: bool
    running: bool
    begins: bool
    """Begins with a number of the outline."""


def find_hard_breaks(text: str) -> list[Edit]:
    """An edit for each paragraph that stands on several lines; none for a text that has real paragraphs."""
    if text.count("\n") < _LEAST_FULL or _is_wide(text):
        return []
    lines = _lines_of(text)
    full = _full_width([line for line in lines if not line.running])
    if full is None:
        return []
    joiner = _Joiner([line for line in lines if not line.running], full)
    return [edit for paragraph in joiner.paragraphs(lines) if (edit := _joined(text, paragraph))]


def _is_wide(text: str) -> bool:
    """A cheap look: real paragraphs are longer than any line of a page."""
    lengths = [len(line) for line in text.split("\n")]
    filled = sum(length > 0 for length in lengths)
    return sum(length > 2 * _WIDEST for length in lengths) > _LONGER_SHARE * filled


def _lines_of(text: str) -> list[_Line]:
    found = [match for match in _LINE.finditer(text) if match[0].strip()]
    running = find_running_lines([match[0] for match in found])
    lines = []
    for place, match in enumerate(found):
        words = match[0].strip()
        blank = place > 0 and text.count("\n", found[place - 1].end(), match.start()) > 1
        lines.append(
            _Line(
                match.start(),
                match.end(),
                words,
                width_of(words),
                _INDENT.match(match[0]) is not None,
                blank,
                place in running,
                read_mark(words) is not None,
            )
        )
    return lines


def _full_width(lines: Sequence[_Line]) -> float | None:
    """The width of a full line in ems; None when the text is not broken by width."""
    wide = [line.width for line in lines if line.width >= _NARROWEST and "\t" not in line.text]
    if len(wide) < _LEAST_FULL:
        return None
    counts = Counter(round(width) for width in wide)
    full = max(counts, key=lambda width: (sum(counts[width - step] for step in (0, 1, 2)), width))
    longer = sum(width > full + _HANGING for width in wide)
    ends = [place for place, line in enumerate(lines) if abs(line.width - full) <= _TOLERANCE and "\t" not in line.text]
    run_on = sum(1 for place in ends if _runs_on(lines, place))
    whole = full <= _WIDEST and longer <= max(1, _LONGER_SHARE * len(lines)) and len(ends) >= _LEAST_FULL
    return full if whole and len(ends) >= _FULL_SHARE * len(wide) and run_on >= _RUN_ON_SHARE * len(ends) else None


def _runs_on(lines: Sequence[_Line], place: int) -> bool:
    """The line stops in the middle of a sentence and the next does not begin an item."""
    if place + 1 == len(lines):
        return False
    stops = SENTENCE_END.search(lines[place].text) is not None and not _breaks_off(lines[place : place + 1])
    return not stops and not lines[place + 1].begins


class _Joiner:
    """Decides for every line whether it goes on with the one before it, by what the document does as a rule."""

    def __init__(self, lines: Sequence[_Line], full: float) -> None:
        self._full = full
        indented = sum(line.indented for line in lines)
        self._indents = _OFTEN * len(lines) < indented < 0.8 * len(lines)
        spaced = sum(line.after_blank for line in lines)
        self._spaces = 0 < spaced < 0.6 * len(lines)

    def paragraphs(self, lines: Sequence[_Line]) -> Iterator[list[_Line]]:
        """The lines of each paragraph with the running lines inside it."""
        paragraph: list[_Line] = []
        waiting: list[_Line] = []
        for line in lines:
            if line.running:
                waiting.append(line)
            elif paragraph and self._goes_on(paragraph, line, bool(waiting)):
                paragraph += [*waiting, line]
                waiting = []
            else:
                yield paragraph
                paragraph, waiting = [line], []
        yield paragraph

    def _goes_on(self, paragraph: Sequence[_Line], line: _Line, turned: bool) -> bool:
        """`turned` says that a page ends between them: a blank line means nothing there."""
        before = paragraph[-1]
        if "\t" in before.text or "\t" in line.text:
            return False
        if (self._spaces and line.after_blank and not turned) or (self._indents and line.indented):
            return False
        if LABEL.match(line.text) and not _is_open(paragraph):
            return False
        room = self._full - before.width
        if len(paragraph) == 1 and (before.indented or not self._indents):
            room -= _INDENT_WIDTH
        is_full = width_of(first_token(line.text)) > room - _BARELY
        if SENTENCE_END.search(before.text) and not _breaks_off(paragraph):
            return not line.begins and len(paragraph) > 1 and room < _BARELY and before.text[-1] not in "：:；;"
        return is_full and (not line.begins or before.text[-1] in "、，第")


def _breaks_off(paragraph: Sequence[_Line]) -> bool:
    """Ends with a colon or semicolon that ends nothing: （责任单位： / 县财政局）, …每份15元。牵头： / 县民政局."""
    words = paragraph[-1].text
    if words[-1] not in "：:；;":
        return False
    said = words[max(map(words.rfind, _STOPS)) + 1 :]
    return _is_open(paragraph) or (words[-1] in "：:" and len(said) < len(words) and LABEL.fullmatch(said) is not None)


def _is_open(paragraph: Sequence[_Line]) -> bool:
    """True inside a bracket: （牵头单位：县水利局； / 配合单位：县财政局）; else 配合单位： begins a line of its own."""
    words = "".join(line.text for line in paragraph)
    return sum(map(words.count, OPENING)) > sum(map(words.count, CLOSING))


def _joined(text: str, paragraph: Sequence[_Line]) -> Edit | None:
    body = [line for line in paragraph if not line.running]
    if len(body) < 2:
        return None
    words = body[0].text
    for before, line in pairwise(body):
        words = join_words(words, line.text, before.text[-1:].isascii() and line.text[:1].isascii())
    running = [line.text for line in paragraph if line.running]
    return Edit(body[0].start, body[-1].end, "\n".join([_indent(text, body[0]) + words, *running]))


def _indent(text: str, line: _Line) -> str:
    printed = text[line.start : line.end]
    return printed[: len(printed) - len(printed.lstrip())]
