"""Line ends, blank lines, indents and the spaces a page layout leaves between Chinese words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop_app.ingest.repair.edits import Edit, apply
from desktop_app.ingest.repair.invisible import find_invisible, is_plain

_LINE_END = re.compile(r"\r\n?|[\v\f\u0085\u2028\u2029]")
_EDGES = " \t\u00a0\u3000\u2002\u2003\ufeff"
_BETWEEN_LINES = re.compile(rf"[{_EDGES}]*\n[\n{_EDGES}]*|\A[\n{_EDGES}]+|[{_EDGES}]+\Z")
_SPACES = re.compile("[ \u00a0\u3000]+")
_BEHIND_MARK = re.compile(r"[，。；：、！？（）〔〕“”《》【】][ \u00a0\u3000]+[\u4e00-\u9fff“”《〔（]")
_BEFORE_MARK = re.compile(r"[\u4e00-\u9fff“”][ \u00a0]+[，。；：、！？）〕”》]")

_HAN = r"[\u4e00-\u9fff]"
_COUNTED = "[年月日号时个项家台套件户人名次处座条所张份支批门类款辆部只间栋场轮位组队本种例期篇亩吨米元公平立千万亿百余多至到以左周小分秒天岁倍成级季工毫厘克升度%％前底末后内]"
_NUMBER_GAP = re.compile(
    rf"(?<={_HAN}) +(?=\d)|(?<=\S\d) +(?={_COUNTED})|(?<= \d) +(?={_COUNTED})|(?<=\d) +(?=[年月] ?(?:\d|[底末初前份上中下]))"
)
_WORD_GAP = re.compile(rf"{_HAN} +{_HAN}")


def find_line_ends(text: str) -> list[Edit]:
    """Every way to end a line as a line feed."""
    if is_plain(text):
        return []
    return [Edit(match.start(), match.end(), "\n") for match in _LINE_END.finditer(text)]


def find_layout(text: str) -> list[Edit]:
    """Blank lines, indents and spaces at line ends: one paragraph a line."""
    if all(line and line == line.strip(_EDGES) for line in text.split("\n")):
        return []
    edits = []
    for match in _BETWEEN_LINES.finditer(text):
        new = "\n" if match.start() and match.end() < len(text) else ""
        if match[0] != new:
            edits.append(Edit(match.start(), match.end(), new))
    return edits


def find_hard_spaces(text: str) -> list[Edit]:
    """No-break spaces -> spaces."""
    if "\u00a0" not in text:
        return []
    return [Edit(match.start(), match.end(), " ") for match in re.finditer("\u00a0", text)]


def find_loose_spaces(text: str) -> list[Edit]:
    """加大力度， 加强论证 -> 加大力度，加强论证. Spaces between two words are left: they may part names."""
    return [
        Edit(match.start(), match.end(), "")
        for match in _SPACES.finditer(text)
        if _BEHIND_MARK.match(text, match.start() - 1) or _BEFORE_MARK.match(text, match.start() - 1)
    ]


def find_number_gaps(text: str) -> list[Edit]:
    """到 2024 年 6 月底，新增 30 个 -> 到2024年6月底，新增30个, as programs that part digits from words print it.

    A number that begins a line keeps its space (1 总体要求), and so does a line whose words stand apart as well: a row.
    """
    if not _NUMBER_GAP.search(text):
        return []
    edits: list[Edit] = []
    start = 0
    for line in text.split("\n"):
        found = list(_NUMBER_GAP.finditer(line)) if " " in line else []
        if found and not _WORD_GAP.search(line):
            edits += [Edit(start + match.start(), start + match.end(), "") for match in found]
        start += len(line) + 1
    return edits


def tidy_lines(paragraphs: Iterable[str]) -> str:
    """Paragraphs as they arrived -> one paragraph a line: no blank lines, no indents, no invisible letters."""
    text = "\n".join(paragraphs)
    for find in (find_line_ends, find_invisible, find_hard_spaces, find_layout):
        text = apply(text, find(text))
    return text
