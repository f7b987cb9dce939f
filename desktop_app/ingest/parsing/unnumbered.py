"""Headings that carry no number: 总体要求, 重点任务, 保障措施 alone on their lines, and items that begin with their name.

A heading without a number is known by its words (总体要求, 重点任务) or by the style its file gives it. Once a document
has shown that it heads its chapters so, short lines that end in no mark are headings too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop_app.domain.plan import Span
from desktop_app.ingest.document import Document, Paragraph
from desktop_app.ingest.parsing.dates import read_day
from desktop_app.ingest.parsing.kinds import is_context_title
from desktop_app.ingest.parsing.lines import Line
from desktop_app.ingest.parsing.marks import Style, read_mark
from desktop_app.ingest.parsing.note_words import ROLE_VERB

Headlines = Mapping[int, int]
"""Index of a line that is a heading without a number -> its depth: 1 a chapter, 2 under one, and so on."""

_LONGEST, _SHORTEST_PROSE = 24, 16
_LEAST_KNOWN = 2
_HEADING_STYLE = re.compile(r"(?:heading|标题)\s*([1-6])", re.IGNORECASE)
_CHAPTER_STYLES = frozenset({Style.PART, Style.CHAPTER, Style.CHINESE})
_NO_HEADING = re.compile(r"[，。；：:;,！？!?…—|/]|[\d）)〕]$|号$")
_HOLDS_OTHERS = re.compile(
    r"(?:主要|重点|工作|具体|目标|建设|年度|核心|基本|推进)*(?:任务|举措|措施|内容|工作|事项)(?:及(?:责任)?分工|和措施|与措施|安排)?|"
    r"(?:组织|工作|支撑)?(?:保障|实施|领导|推进)(?:措施|机制|体系|要求|步骤|路径)?|(?:组织|强化|加强)(?:组织)?(?:保障|领导|实施)|"
    r"(?:工作|实施|时间|进度|方法|阶段)(?:步骤|路径|安排|要求|机制|进度)(?:及要求)?|(?:有关|相关|其他)要求|责任分工|任务分工"
)
_SIGNS = re.compile(
    r".{2,30}(?:政府|委员会|办公室|办公厅|管委会|局|厅|委|部|院|会|中心|公司|小组|指挥部)(?:（.{1,6}）)?"
)
_NAME_OF_ITEM = re.compile(r"[^。，；：！？“”\n]{2,24}。(?=\s*\S)")
_NOTE_AT_END = re.compile(r"[〔（(\[【][^〔（(\[【]{2,}[〕）)\]】]\s*[。；]?$")


def find_headlines(lines: Sequence[Line], styled: Mapping[str, int]) -> dict[int, int]:
    """The headings without numbers among the lines; `styled` are texts that the file itself calls headings."""
    by_style = _by_style(lines, styled) if styled else {}
    if len(by_style) >= _LEAST_KNOWN and not _has_numbered_chapters(lines):
        return by_style
    first = next((place for place in range(len(lines) - 1) if _begins_chapters(lines, place)), None)
    if first is None or any(read_mark(line.text) for line in lines[max(first - 3, 0) : first]):
        return {}
    candidates = [place for place in range(first, len(lines) - 1) if _heads(lines, place)]
    known = sum(_is_known(lines[place].text) for place in candidates)
    return _depths(lines, candidates) if known >= _LEAST_KNOWN else {}


def styled_headings(document: Document) -> dict[str, int]:
    """The texts that a file itself calls headings (Heading 1, 标题 2), with their levels; its own title is none of them."""
    found: dict[str, int] = {}
    for block in document.blocks:
        match = _HEADING_STYLE.fullmatch(block.style) if isinstance(block, Paragraph) and block.style else None
        if isinstance(block, Paragraph) and match and block.text.strip():
            found.setdefault(bare_text(block.text), int(match[1]))
    top = min(found.values(), default=0)
    if sum(level == top for level in found.values()) == 1 and next(iter(found.values()), 0) == top:
        del found[next(iter(found))]
    return found


def bare_text(words: str) -> str:
    """The words without white space, as headings of a file are compared."""
    return "".join(words.split())


@dataclass(frozen=True, slots=True)
class Item:
    """An item without a number: its name and what follows it."""

    title: Span
    body: Span


def split_items(text: str, body: Sequence[Span]) -> list[Item]:
    """建设统一底座。依托政务云…。（市数据局牵头） and its neighbours of the same form are items of one list.

    Every paragraph of the body must open with a short sentence that names it; a single paragraph is no list.
    """
    found: list[Item] = []
    for span in body:
        match = _NAME_OF_ITEM.match(text, span.start, span.end)
        if match is None:
            return []
        found.append(Item(Span(span.start, match.end() - 1), Span(match.end(), span.end)))
    return found if len(found) > 1 else []


def names_who(words: str) -> bool:
    """…统一建设政务云。（市数据局牵头，2025年底前完成）: a paragraph that closes with who does it."""
    match = _NOTE_AT_END.search(words)
    return match is not None and ROLE_VERB.search(words, match.start()) is not None


def end_in_notes(text: str, body: Sequence[Span]) -> bool:
    """True when most paragraphs end in a bracket, as items with a responsibility note do."""
    noted = sum(_NOTE_AT_END.search(text, span.start, span.end) is not None for span in body)
    return 2 * noted > len(body)


def _by_style(lines: Sequence[Line], styled: Mapping[str, int]) -> dict[int, int]:
    return {line.index: styled[bare] for line in lines if (bare := bare_text(line.text)) in styled and _may_head(line)}


def _may_head(line: Line) -> bool:
    return not line.is_row and 2 <= len(line.text) <= 2 * _LONGEST and read_mark(line.text) is None


def _has_numbered_chapters(lines: Sequence[Line]) -> bool:
    return any((mark := read_mark(line.text)) is not None and mark.style in _CHAPTER_STYLES for line in lines)


def _is_known(words: str) -> bool:
    return _HOLDS_OTHERS.fullmatch(words) is not None or is_context_title(words)


def _begins_chapters(lines: Sequence[Line], place: int) -> bool:
    return _is_known(lines[place].text) and _heads(lines, place)


def _heads(lines: Sequence[Line], place: int) -> bool:
    """A short line that ends in no mark, with prose, a number or another heading under it; no signature, no annex's name."""
    line, following = lines[place], lines[place + 1]
    words = line.text
    if not 2 <= len(words) <= _LONGEST or line.is_row or _NO_HEADING.search(words) or read_mark(words) is not None:
        return False
    above = read_mark(lines[place - 1].text) if place else None
    if above is not None and above.style is Style.ANNEX:
        return False
    if read_day(words) or (_SIGNS.fullmatch(words) and not _is_known(words)):
        return False
    leads_to_prose = len(following.text) >= _SHORTEST_PROSE and following.text[-1] in "。；：）〕】”"
    return leads_to_prose or read_mark(following.text) is not None or _is_known(words)


def _depths(lines: Sequence[Line], places: Sequence[int]) -> dict[int, int]:
    """重点任务 holds the headings behind it; 指导思想 right under 总体要求 hangs below it, and so does 基本原则 after it."""
    depths: dict[int, int] = {}
    chapter, holds = -2, False
    for place in places:
        words = lines[place].text
        if _HOLDS_OTHERS.fullmatch(words):
            below = False
        elif is_context_title(words):
            below = place == chapter + 1 or (holds and is_context_title(lines[chapter].text))
        else:
            below = place == chapter + 1 or holds
        if below:
            holds = True
        else:
            chapter, holds = place, _HOLDS_OTHERS.fullmatch(words) is not None
        depths[lines[place].index] = 2 if below else 1
    return depths
