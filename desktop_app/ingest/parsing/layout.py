"""The zones of a document: page furniture, cover letter, contents, body with its outline, imprint, annexes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from desktop_app.ingest.parsing.dates import read_day
from desktop_app.ingest.parsing.enclosed import find_enclosed
from desktop_app.ingest.parsing.flattened import find_flattened
from desktop_app.ingest.parsing.furniture import find_furniture
from desktop_app.ingest.parsing.lines import Line
from desktop_app.ingest.parsing.marks import Style, read_bare_chapter, read_mark
from desktop_app.ingest.parsing.notes import is_note_line
from desktop_app.ingest.parsing.unnumbered import Headlines, find_headlines, names_who


class Zone(StrEnum):
    """Where a line stands."""

    FURNITURE = "furniture"
    HEAD = "head"
    CONTENTS = "contents"
    BODY = "body"
    CLOSING = "closing"
    IMPRINT = "imprint"


@dataclass(frozen=True, slots=True)
class Layout:
    """The zone of every line, by index, and the lines that are headings without a number, with their depths."""

    zones: tuple[Zone, ...]
    headlines: Headlines = field(default_factory=dict)

    def lines(self, lines: Sequence[Line], zone: Zone) -> list[Line]:
        """The lines of a zone in order."""
        return [line for line in lines if self.zones[line.index] is zone]


_CONTENTS = re.compile(r"目\s*[录次]")
_CONTENTS_LINE = re.compile(r".*(?:[.．…·]{2,}\s*\d{0,3}|\s\d{1,3}|\t\d{1,3})$")
_ATTACHED = re.compile(r"附\s*件\s*[：:]?\s*(?:\d|[一二三四五六]|$|[：:])")
_ATTACHED_INTRO = re.compile(r"附\s*件\s*[：:]")
_IMPRINT = re.compile(
    r"抄\s*送\s*[：:]|主\s*送\s*[：:]|抄\s*报\s*[：:]|[（(]?此件(?:主动|依申请|不予|公开|删减)|.{0,40}\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*印发$|"
    r"[（(](?:联系|公开方式|信息公开|附件|附注).{0,60}[）)]$|公开方式|信息公开选项|联\s*系\s*人\s*[：:]|共印\s*\d+\s*份|校对\s*[：:]|分送\s*[：:]"
)
_BODY_NAME = re.compile(
    r"[^，。；：、“”]{2,30}(?:政府|委员会|办公室|管委会|局|厅|委|部|院|会|中心|公司|党组|小组)(?:[（(]印章?[）)]|（代章?）)?"
)
_CLOSING = re.compile(
    r"^(?:(?:各(?:地|县|市|区|乡镇|镇|街道|部门|单位|片区|责任单位|有关|级)|[^，。]{2,20}(?:部门|单位))[^。]{0,60}(?:本|要根据|按照(?:本|上述)|于每|抓好(?:贯彻)?落实|贯彻(?:执行|落实))"
    r"|本(?:方案|意见|规划|计划|通知|办法|措施|要点|细则|规定|工作要点|工作方案|实施方案|实施意见|行动方案|行动计划)[^。]{0,20}(?:自|由|有效期|解释|从)|(?:以上|上述|所列)(?:各项)?(?:任务|工作|事项)|请(?:各|于|将|有关|相关)[^。]{0,60}(?:报|送|抓好|落实|执行)|(?:备注|注)[：:]|未尽事宜|自(?:印发|发布|公布)之日起|特此通知)"
)
_TAIL_LINES = 14


def is_imprint(words: str) -> bool:
    """True for what is printed under a text: 抄送：…, （此件公开发布）, …2024年4月24日印发."""
    return _IMPRINT.match(words) is not None


def lay_out(lines: Sequence[Line], styled: Mapping[str, int] | None = None) -> Layout:
    """Give every line its zone; `styled` are texts that the file itself calls headings, with their levels."""
    flat = frozenset(index for table in find_flattened(lines) for index in table.lines)
    furniture = find_furniture(lines) - flat
    zones = [Zone.FURNITURE if line.index in furniture else Zone.HEAD for line in lines]
    free = [line for line in lines if line.index not in furniture]
    contents = _find_contents(free)
    for index in contents:
        zones[index] = Zone.CONTENTS
    free = [line for line in free if line.index not in contents]
    headlines = find_headlines(free, styled or {})
    first = _first_outline_line(free, headlines, flat)
    if first is None:
        first = next((line.index for line in free if names_who(line.text)), None)
    body = [line for line in free if first is not None and line.index >= first]
    for line in body:
        zones[line.index] = Zone.BODY
    for index in _find_attachment_list(body):
        zones[index] = Zone.IMPRINT
    for index in _find_imprint([line for line in body if zones[line.index] is Zone.BODY]):
        zones[index] = Zone.IMPRINT
    _mark_closing([line for line in body if zones[line.index] is Zone.BODY], zones)
    return Layout(tuple(zones), headlines)


def _find_contents(lines: Sequence[Line]) -> frozenset[int]:
    """目录 and the headings listed under it: they end in page numbers, or are printed again later."""
    head = next((place for place, line in enumerate(lines[:60]) if _CONTENTS.fullmatch(line.text)), None)
    if head is None:
        return frozenset()
    later = {_bare(line.text) for line in lines[head + 1 :]}
    counts: dict[str, int] = {}
    for line in lines[head + 1 :]:
        counts[_bare(line.text)] = counts.get(_bare(line.text), 0) + 1
    taken = [lines[head].index]
    seen: set[str] = set()
    for line in lines[head + 1 :]:
        name = _bare(line.text)
        listed = _CONTENTS_LINE.fullmatch(line.text) is not None or (counts[name] > 1 and name not in seen)
        if not listed or name not in later or len(line.text) > 80:
            break
        seen.add(name)
        taken.append(line.index)
    return frozenset(taken)


def _bare(words: str) -> str:
    """A heading without the dots and the page number behind it."""
    return words.rstrip("0123456789").rstrip(".．…·\t \u3000").replace(" ", "") if len(words) <= 80 else words


def _first_outline_line(lines: Sequence[Line], headlines: Headlines, flat: frozenset[int]) -> int | None:
    """The line where the outline begins: the first heading or number that is not one of an 附件 list in the letter."""
    attached = False
    begin = find_enclosed(lines)
    for place, line in enumerate(lines[begin:], begin):
        if line.index in headlines or line.index in flat:
            return line.index
        mark = read_mark(line.text)
        if mark is None or mark.style is Style.ANNEX:
            attached = bool(_ATTACHED_INTRO.match(line.text)) or (
                attached and len(line.text) <= 40 and not _is_day(line.text)
            )
            if line.is_row and _begins_table(lines, place):
                return line.index
            continue
        if attached and mark.style in (Style.ARABIC, Style.ARABIC_BRACKET):
            continue
        chapter = read_bare_chapter(lines[place - 1].text) if place and mark.style is Style.DECIMAL else None
        return lines[place - 1].index if chapter and mark.printed == f"{chapter.printed}.1" else line.index
    return None


def _begins_table(lines: Sequence[Line], place: int) -> bool:
    return any(word in lines[place].text for word in ("单位", "部门", "任务", "措施")) and lines[place].is_row


def _is_day(words: str) -> bool:
    return read_day(words) is not None


def _find_attachment_list(body: Sequence[Line]) -> frozenset[int]:
    """附件：1.任务清单 and the names under it, printed below the text; 附件1 on its own begins an annex instead."""
    taken: set[int] = set()
    for line in body:
        goes_on = line.index - 1 in taken and re.match(r"\d{1,2}[.．、]", line.text) and len(line.text) <= 50
        if goes_on or re.match(r"附(?:\s*件)?\s*[：:]\s*\S", line.text):
            taken.add(line.index)
    return frozenset(taken)


def _find_imprint(body: Sequence[Line]) -> frozenset[int]:
    """The lines under the text: signature and date, 抄送, 印发, 此件公开发布."""
    tail = body[-_TAIL_LINES:]
    taken: set[int] = set()
    start = next((place for place, line in enumerate(tail) if re.match(r"抄\s*送\s*[：:]", line.text)), None)
    if start is not None:
        taken.update(line.index for line in tail[start:])
        tail = tail[:start]
    for place in range(len(tail) - 1, -1, -1):
        line = tail[place]
        after = tail[place + 1] if place + 1 < len(tail) else None
        signs = after is not None and _is_day(after.text) and _BODY_NAME.fullmatch(line.text.strip()) is not None
        if is_imprint(line.text) or _is_day(line.text) or signs:
            taken.add(line.index)
        else:
            break
    return frozenset(taken)


def _mark_closing(body: Sequence[Line], zones: list[Zone]) -> None:
    """The last paragraphs that speak to everyone about the whole plan: 各地、各部门要根据本工作要点，….

    They close the document only when they carry no number and are not the text of a heading that stands alone.
    """
    for place in range(len(body) - 1, max(len(body) - 4, 0), -1):
        line, before = body[place], body[place - 1]
        if read_mark(line.text) is not None or line.is_row or is_note_line(line.text, 0, len(line.text)):
            return
        if not _CLOSING.match(line.text) or (read_mark(before.text) is not None and "。" not in before.text):
            return
        zones[line.index] = Zone.CLOSING
