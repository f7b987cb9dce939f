"""What is left of an outline's number at the beginning of a line that lost letters of it.

（一） was whole; each of its letters may be gone by itself: ）, （一, 一）, or nothing at all. What is left is always a part
of the label in its order, so a line is compared with the label that the sequence expects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from desktop_app.ingest.parsing.kinds import is_context_title
from desktop_app.ingest.parsing.marks import Mark, Style, read_mark
from desktop_app.ingest.parsing.note_words import LABEL
from desktop_app.ingest.parsing.numbers import print_chinese

_NUMERALS = "一二三四五六七八九十"
_TITLE_BEGINS = r"[\u4e00-\u9fff“《]"
_COUNTED = (
    r"(?:[年月个台套件座张份亩类期次倍号层万亿千百岁位批轮吨米周度]|家(?![庭电政])|项(?!目)|名(?![师医校优牌])|人(?![才口民工社力员大居文])"
    r"|户(?!外)|处(?![理置])|条(?!件)|所(?!有)|日(?!常)|时(?!空)|天(?![然气])|大(?![力数气型众学幅])|小时|级|世纪|公[里顷斤]|平方|平米"
    r"|是|元(?!宇)|种(?![植业质子粮养])|分(?![级类区步散析])|楼(?!宇)|区(?![域块])|路(?![网面])|村(?![庄级居镇民务])|县(?![域级城])|镇(?![域村])"
    r"|[、，：；])"
)
"""What stands behind a digit that counts something: 5家企业, 2024年, 24小时."""
_WORD = re.compile(
    r"一(?:体|批|次|流|站|件|网|张|个|把|手|带|户|对|键|窗|门|盘|线|图|码|卡|屏|期|级|类|些|定|方|切|般|系|支|律|是|企|村|业|日|年|号|要|旦)"
    r"|二(?:维|期|级|类|手|氧|次|者|是|三产|十)|三(?:农|资|公|医|级|年|方|大|甲|期|务|维|区|产|个|是|类|品|位|同|重|十)"
    r"|四(?:个|大|好|位|级|是|方|新|史|十)|五(?:个|年|大|级|是|位|保|险|十)|六(?:个|大|稳|保|是|十)|七(?:个|大|是|天|十)"
    r"|八(?:个|大|项|是|十)|九(?:个|大|年|是|十)|十(?:个|大|四五|五五|三五|佳|项|年|分|堰)"
)
_LABEL_LETTERS = re.compile(rf"[（）()\d{_NUMERALS}.．、]{{1,5}}")
_COUNTS = re.compile(_COUNTED)
_TITLE = re.compile(_TITLE_BEGINS)
_LATIN = re.compile(r"[A-Za-z]")
_SUSPECT = re.compile(
    rf"\n(?:(?P<shut>[（(]?[）)]|[.．、])|(?P<open>[（(])[{_NUMERALS}\d]{{0,3}}|(?P<bare>[{_NUMERALS}]{{1,3}})[）)]|(?P<digits>[1-9]\d?))"
    rf"(?={_TITLE_BEGINS})"
)
_WHOLE_BRACKETS = re.compile(rf"\n（[{_NUMERALS}]{{1,3}}）")
_NOTE_END = re.compile(
    r"(?:(?:牵头|责任|配合|负责|主办|承办)(?:单位|部门)?：[^。]*|(?:牵头|负责|配合|完成)[^。]{0,40}[）〕】]|（[^（）]*(?:牵头|负责|配合|完成)[^。]{0,20})。?$"
)
_CLOSING = re.compile("[）)]")
_NO_HEADING = re.compile(r"[，。；：、〔〕《》\d]|附件")
_SHORT_TITLE = 30
_NEAR = 40
_DROPPED_MARK, _DROPPED_NUMERAL = 2.0, 2.5
_LOST_TOGETHER = 2.0
"""（一 goes as a whole on some pages: `)基础设施能力建设`."""
_BARE_NUMERAL_OF_HEADING = 8.0
"""一发展现状: a heading that every plan has stands behind what is left of its number."""
_ARABIC = (Style.ARABIC, Style.ARABIC_BRACKET, Style.ARABIC_BRACKETS)


class Template(NamedTuple):
    """A way of printing numbers that can lose letters."""

    style: Style
    head: str
    tail: str

    def label(self, value: int) -> str:
        """The number as it was printed before the loss: 3 -> （三）."""
        number = print_chinese(value) if self.style is Style.CHINESE_BRACKETS else str(value)
        return f"{self.head}{number}{self.tail}"


TEMPLATES = (
    Template(Style.CHINESE_BRACKETS, "（", "）"),
    Template(Style.ARABIC, "", "."),
    Template(Style.ARABIC, "", "、"),
    Template(Style.ARABIC_BRACKETS, "（", "）"),
    Template(Style.ARABIC_BRACKET, "", "）"),
)


_LETTERS = {
    template: frozenset(
        template.head + template.tail + (_NUMERALS if template.style is Style.CHINESE_BRACKETS else "0123456789")
    )
    for template in TEMPLATES
}


def template_of(mark: Mark) -> Template | None:
    """The template a whole number follows; None for styles that lose nothing: 一、 第一章 ①."""
    same = [template for template in TEMPLATES if template.style is mark.style]
    return next((template for template in same if mark.printed.endswith(template.tail)), same[0] if same else None)


@lru_cache(maxsize=4096)
def loss(remnant: str, label: str) -> float | None:
    """The price of the letters that `label` must have lost to leave `remnant`; None when it cannot have."""
    rest = iter(label)
    if not all(letter in rest for letter in remnant):
        return None
    if remnant == "）" and label[1:2] in tuple(_NUMERALS):
        return _LOST_TOGETHER
    gone = len(label) - len(remnant)
    kept = sum(letter in _NUMERALS for letter in remnant)
    numerals = sum(letter in _NUMERALS for letter in label) - kept
    return numerals * _DROPPED_NUMERAL + (gone - numerals) * _DROPPED_MARK


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """A line with what may be left of its number.

    `remnants` are pairs (length, what is left of the label), `templates` what they may be left of; `as_text` is the price of calling the line text,
    `from_nothing` that of calling it an item whose number is gone wholly, None when it does not look like one. `is_alone` is True
    for a heading without text behind it.
    """

    index: int
    start: int
    mark: Mark | None
    remnants: tuple[tuple[int, str], ...]
    templates: tuple[Template, ...]
    as_text: float
    from_nothing: float | None
    is_alone: bool


def looks_damaged(text: str) -> bool:
    """True when some line begins with what can only be left of a number. Costs a clean text next to nothing."""
    return next(_remnant_places(text), None) is not None


def count_remnants(text: str, most: int) -> int:
    """How many lines begin with a damaged number, counted up to `most`."""
    return sum(1 for _ in zip(range(most), _remnant_places(text), strict=False))


def _remnant_places(text: str) -> Iterator[int]:
    framed = "\n" + text
    for match in _SUSPECT.finditer(framed):
        if _is_remnant(framed, match):
            yield match.start()


def _is_remnant(framed: str, match: re.Match[str]) -> bool:
    stop = framed.find("\n", match.end())
    line = framed[match.start() + 1 : stop if stop >= 0 else len(framed)]
    length = match.end() - match.start() - 1
    if match["digits"]:
        return not _COUNTS.match(line, length) and _has_neighbours(framed, match)
    if match["bare"]:
        return _WHOLE_BRACKETS.search(framed) is not None
    if match["open"]:
        return not _opens_words(line, length) and not _WORD.match(line, max(length - 1, 0))
    return True


def _has_neighbours(framed: str, match: re.Match[str]) -> bool:
    """1统一… 2统一… 3）统一…: the number before or the next one stands near, whole or damaged."""
    value = int(match["digits"])
    before = framed[: match.start()].rsplit("\n", _NEAR)[1:]
    behind = framed[match.end() :].split("\n", _NEAR)[1:_NEAR]
    return (value > 1 and _first_value(reversed(before)) == value - 1) or _first_value(behind) == value + 1


def _first_value(lines: Iterator[str] | Sequence[str]) -> int | None:
    """The first number in Arabic digits that a line begins with, whole or without its mark."""
    for line in lines:
        mark = read_mark(line)
        if mark is not None:
            if mark.style in _ARABIC:
                return mark.value
            if mark.style is Style.CHINESE:
                return None
        elif (bare := re.match(rf"([1-9]\d?)(?={_TITLE_BEGINS})", line)) and not _COUNTS.match(line, bare.end()):
            return int(bare[1])
    return None


def read_lines(text: str) -> list[NumberedLine]:
    """The lines that matter to the sequence: with a number, with something left of one, or shaped like an item."""
    lines = text.split("\n")
    noted = [_closes_with_note(line) for line in lines]
    has_note = [noted[i] or _is_note_ahead(lines, i) for i in range(len(lines))]
    customary = _notes_are_customary(lines, has_note)
    found: list[NumberedLine] = []
    at = 0
    for index, line in enumerate(lines):
        follows_note = customary and _note_above(lines, noted, index)
        read = _read_line(index, at, line, has_note[index], follows_note)
        if read is not None:
            found.append(read)
        at += len(line) + 1
    return found


def _read_line(index: int, start: int, line: str, has_note: bool, follows_note: bool) -> NumberedLine | None:
    if not line or "\t" in line or LABEL.match(line):
        return None
    mark = read_mark(line)
    remnants = () if mark is not None and template_of(mark) is None else tuple(_remnants(line, mark))
    from_nothing = _price_of_shape(line) if mark is None and not remnants else None
    if mark is None and not remnants and from_nothing is None:
        return None
    as_text = _price_of_text(line, mark, remnants)
    if from_nothing is not None and has_note and follows_note:
        as_text = 6.0
    templates = TEMPLATES if from_nothing is not None else _templates_of(remnants)
    return NumberedLine(index, start, mark, remnants, templates, as_text, from_nothing, "。" not in line)


def _templates_of(remnants: Sequence[tuple[int, str]]) -> tuple[Template, ...]:
    """The templates whose letters some remnant is made of."""
    return tuple(template for template in TEMPLATES if any(_LETTERS[template].issuperset(left) for _, left in remnants))


def _remnants(line: str, mark: Mark | None) -> Iterator[tuple[int, str]]:
    """Beginnings of the line that may be left of a label: （二民生… -> （二; 1编制… -> 1; 一体化… -> nothing."""
    if mark is not None:
        yield mark.end, mark.printed.translate(_FULL)
        return
    run = _LABEL_LETTERS.match(line)
    for length in range(1, run.end() + 1 if run else 0):
        if _may_end_label(line, length):
            yield length, line[:length].translate(_FULL)


_FULL = str.maketrans("()．", "（）.")


def _may_end_label(line: str, length: int) -> bool:
    last, rest = line[length - 1], line[length : length + 1]
    begins = _TITLE.match(rest) is not None or (last not in "0123456789" and _LATIN.match(rest) is not None)
    if not begins or (rest in _NUMERALS and not _WORD.match(line, length)):
        return False
    if last in _NUMERALS and _WORD.match(line, length - 1):
        return False
    if last.isdigit() and _COUNTS.match(line, length):
        return False
    if line[0] not in "（(" or line[length - 1] in "）)":
        return True
    return not _opens_words(line, length) and (length > 1 or _price_of_shape(line[1:]) is not None)


def _opens_words(line: str, length: int) -> bool:
    """（试行）办法, （责任单位：…: a bracket that holds words, not what is left of a number."""
    close = _CLOSING.search(line, length, _SHORT_TITLE)
    inside = line[1 : close.start()] if close else "。"
    return LABEL.match(line, 1) is not None or not ("。" in inside or "（" in inside)


def _price_of_text(line: str, mark: Mark | None, remnants: Sequence[tuple[int, str]]) -> float:
    """How unlikely it is that the line only looks like an item."""
    if mark is not None:
        return 7.0 if mark.value <= 60 else 1.0
    if not remnants:
        return 0.0
    longest = remnants[-1][1]
    if longest.isdigit():
        return 3.5 if _price_of_shape(line[len(longest) :]) is None else 10.0
    if longest[0] in "）.、" or longest[-1] == "）":
        return 10.0
    if longest[0] == "（":
        return 8.0 if len(longest) > 1 else 6.0
    if is_context_title(line[len(longest) :]):
        return _BARE_NUMERAL_OF_HEADING
    return 1.0


def _price_of_shape(line: str) -> float | None:
    """统一数据标准。制定…: a short title and its text; 摸清数据底数: a line that is all heading."""
    if not _TITLE.match(line) or line[0] in _NUMERALS:
        return None
    stop = line.find("。", 0, _SHORT_TITLE)
    if stop >= 4 and "，" not in line[:stop] and "：" not in line[:stop] and stop + 4 < len(line):
        return 1.0
    return 1.5 if 4 <= len(line) <= 20 and not _NO_HEADING.search(line) else None


def _closes_with_note(line: str) -> bool:
    return _NOTE_END.search(line[-300:]) is not None


def _is_note_ahead(lines: Sequence[str], index: int) -> bool:
    return index + 1 < len(lines) and LABEL.match(lines[index + 1]) is not None


def _note_above(lines: Sequence[str], noted: Sequence[bool], index: int) -> bool:
    return index > 0 and (noted[index - 1] or LABEL.match(lines[index - 1]) is not None)


def _notes_are_customary(lines: Sequence[str], has_note: Sequence[bool]) -> bool:
    """True when most items that have a title and a text close with who does them."""
    items = [i for i, line in enumerate(lines) if "。" in line and read_mark(line) is not None]
    return sum(has_note[i] for i in items) >= max(2.0, 0.6 * len(items))
