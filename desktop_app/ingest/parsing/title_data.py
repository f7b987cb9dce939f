"""Title, document number, issuer and date, from the cover letter, the index table of a page, or the signature."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.ingest.parsing.dates import read_day
from desktop_app.ingest.parsing.furniture import index_fields
from desktop_app.ingest.parsing.layout import Layout, Zone, is_imprint
from desktop_app.ingest.parsing.lines import Line

_DOC_NUMBER = re.compile(
    r"([\u4e00-\u9fff]{1,14}(?:[（(][\u4e00-\u9fff]{1,4}[）)])?[\u4e00-\u9fff]{0,4})\s*[〔\[【（(]\s*((?:19|20)\d\d)\s*[〕\]】）)]\s*第?\s*(\d{1,4})\s*号"
)
_KINDS_OF_PLAN = "方案|规划|要点|意见|计划|办法|措施|通知|清单|细则|规定|决定|纲要|行动|条例|制度|若干措施|工作安排|安排|分工|任务书|总结|通告|公告|报告|函|指引|规程|预案|政策|分工表|任务分解|任务表|计划表|明细表|台账|实事"
_PLAN_TITLE = re.compile(
    rf"(?:[^，。；！？]|，(?=[^，]{{2,12}}$))*(?:{_KINDS_OF_PLAN})(?:[（(][^（）()]{{1,30}}[）)])*"
)
_NOTICE = re.compile(
    r"^(?P<who>[^，。；]{2,60}?)(?:关于(?:印发|转发|发布|下发|公布|实施|批转)|(?:印发|转发|批转)(?=《))(?P<what>.+?)的(?:通知|函|意见|公告|通告|决定)(?:[（(].*[）)])?$"
)
_ABOUT = re.compile(
    r"^(?P<who>[^，。；]{2,60}?(?:政府|委员会|办公室|办公厅|管委会|局|厅|委|部|院|办|领导小组|指挥部|联席会议|公司))关于.+的(?:通知|意见|决定|函|公告|通告|报告)"
)
_BODY_ABOUT = re.compile(
    r"^(?P<who>[^，。；]{2,60}?(?:政府|委员会|办公室|办公厅|管委会|[省市县区州]委|局|厅|领导小组|指挥部|联席会议|公司))关于"
)
_ISSUED = re.compile(
    r"《([^《》]+(?:《[^《》]+》[^《》]*)?)》(?:（[^（）]{1,20}）)?(?:等[^，。]{0,12})?(?:已经?|业经)?[^。]{0,60}(?:印发|下发|发布|转发|公布)给?"
)
_SIGNS = re.compile(
    r"[^，。；：“”《》？！]{2,40}(?:政府|委员会|办公室|办公厅|管委会|局|厅|委|部|院|会|室|中心|办|公司|党组|党委|小组|指挥部|联席会议|大学|学院|集团|处|站|社)(?:（代章?）|（章）|（印章?）)?"
)
_SIGNED_ON_ONE_LINE = re.compile(rf"(?P<who>{_SIGNS.pattern})[ \u3000]*(?P<day>\d{{4}}年\d{{1,2}}月\d{{1,2}}日)")
_NAME = re.compile(r"(?!附\s*件|表\s*\d)[\u4e00-\u9fff“”《》（）()0-9、—-]{6,40}(?<![号日])")
_WRITER = re.compile(r"(?:[^，。；关于]{2,14}(?:局|委|办|厅|部|院|会|行|中心)等?(?:部门|单位)?[、和]?)+")
_PLACE_BEFORE = re.compile(
    r"[\u4e00-\u9fff]{1,12}[省市县区州旗盟镇乡]|[\u4e00-\u9fff]{2,14}(?:局|委|办|街道|开发区|新区|高新区)"
)
_LONGEST_TITLE = 90
_MOST_SIGNERS = 12


@dataclass(frozen=True, slots=True)
class TitleData:
    """What the head and the foot of a document say about it; `title_lines` are the lines that print the title."""

    title: str
    doc_number: str | None
    issuer: str | None
    issued_on: dt.date | None
    title_lines: frozenset[int]
    known_lines: frozenset[int]


def read_title_data(lines: Sequence[Line], layout: Layout, fallback: str) -> TitleData:
    """The document's own words about itself; `fallback` (the file's name) serves when it prints no title."""
    head = [line for line in layout.lines(lines, Zone.HEAD) if not line.is_row]
    foot = layout.lines(lines, Zone.IMPRINT)
    fields = index_fields(lines)
    notice = _find_notice(head, fields)
    title, title_lines = _find_title(head, fields, notice)
    title_lines = title_lines | (_places_of(head, notice) if notice else set())
    signer, day, signed = _signature(head) if head else (None, None, frozenset[int]())
    foot_signer, foot_day, _ = _signature(foot)
    if signer is None and foot_signer is not None:
        signer, day = foot_signer, foot_day or day
    number, number_line = _doc_number(head, fields)
    issuer = (
        signer
        or _issuer_of(notice)
        or fields.get("发文机关")
        or fields.get("制发机关")
        or fields.get("发布机构")
        or (_issuer_of(title) if title else None)
        or None
    )
    issued_on = day or _field_day(fields) or foot_day or _imprint_day(foot)
    known = {
        *title_lines,
        *signed,
        *number_line,
        *(line.index for line in head if _is_addressee(line.text) or is_imprint(line.text)),
        *_attachments(head),
    }
    return TitleData(title or fallback, number, issuer, issued_on, frozenset(title_lines), frozenset(known))


def _find_notice(head: Sequence[Line], fields: dict[str, str]) -> str | None:
    """The notice's own title, joined when it is printed on two or three lines."""
    for place in range(min(len(head), 30)):
        if _DOC_NUMBER.fullmatch(head[place].text.strip()):
            continue
        joined = ""
        for line in head[place : place + 4]:
            joined += line.text.strip()
            if "。" in joined or len(joined) > 160:
                break
            if _NOTICE.match(joined) or _ABOUT.match(joined):
                return joined
    listed = fields.get("标题") or fields.get("名称") or fields.get("信息名称") or ""
    return listed if _NOTICE.match(listed) else None


def _find_title(head: Sequence[Line], fields: dict[str, str], notice: str | None) -> tuple[str | None, set[int]]:
    named = _named_title(head, notice)
    if named:
        named = _printed_in_full(head, named)
        places = _places_of(head, named)
        return named, places or set()
    own = _own_title(head)
    if own and not (notice and notice != own[0] and notice.endswith(own[0])):
        return own
    if notice:
        return _strip_number(notice), _places_of(head, notice)
    listed = fields.get("标题") or fields.get("名称") or fields.get("信息名称")
    return (_strip_number(listed), set()) if listed else _first_words(head)


def _named_title(head: Sequence[Line], notice: str | None) -> str | None:
    """关于印发《X》的通知, 关于印发X的通知, or 《X》已经…同意，现印发给你们 -> X."""
    match = _NOTICE.match(notice) if notice else None
    if match:
        return _unquoted(match["what"])
    for line in head:
        issued = _ISSUED.search(line.text)
        if issued and not line.text.startswith(("根据", "为")):
            return issued[1]
    return None


def _printed_in_full(head: Sequence[Line], named: str) -> str:
    """印发2024年政务公开工作要点的通知 sends what calls itself 云山县2024年政务公开工作要点 on a line of its own."""
    wanted = _bare(named)
    for line in reversed(head):
        words = line.text.strip()
        # 转发市发展改革委云山市转型方案的通知 names first who wrote what it sends.
        if named.endswith(words) and _WRITER.fullmatch(named.removesuffix(words)) and _could_be_title(words):
            return words
        place = _bare(words).removesuffix(wanted)
        if words.endswith(named) and _PLACE_BEFORE.fullmatch(place):
            return words
    return named


def _unquoted(words: str) -> str:
    match = re.fullmatch(r"《(.+)》(?:（.*）)?", words.strip())
    return match[1] if match else words.strip()


def _places_of(head: Sequence[Line], title: str) -> set[int]:
    """The lines that print a title, also one broken over up to four lines."""
    wanted = _bare(title)
    for place in range(len(head) - 1, -1, -1):
        joined = ""
        for count in range(1, 5):
            if place + count > len(head):
                break
            joined += _bare(head[place + count - 1].text)
            if joined == wanted:
                return {line.index for line in head[place : place + count]}
    return set()


def _bare(words: str) -> str:
    return re.sub(r"[\s“”\"《》（）()]", "", words)


def _own_title(head: Sequence[Line]) -> tuple[str, set[int]] | None:
    """The last short lines before the text that end like a plan's title."""
    for place in range(len(head) - 1, -1, -1):
        if not _could_be_title(head[place].text):
            continue
        first = place
        joined = head[place].text.strip()
        while first > 0 and _goes_on(head[first - 1].text, joined) and len(joined) < _LONGEST_TITLE:
            first -= 1
            joined = head[first].text.strip() + joined
        match = _ABOUT.match(joined)
        return joined if not match else _strip_number(joined), {line.index for line in head[first : place + 1]}
    return None


def _could_be_title(words: str) -> bool:
    words = words.strip()
    return (
        4 <= len(words) <= 60
        and _PLAN_TITLE.fullmatch(words) is not None
        and not words.startswith(("附件", "《", "（", "查看", "了解", "点击"))
    )


def _goes_on(above: str, title: str) -> bool:
    """A title's upper line: short, no mark at its end, and the line under it cannot stand alone."""
    above = above.strip()
    if (
        not 2 <= len(above) <= 40
        or re.search(r"[，。；：:！？]|号$", above)
        or read_day(above)
        or _DOC_NUMBER.search(above)
    ):
        return False
    return (
        len(title) <= 10 or title.startswith(("关于", "（")) or above.endswith(("关于", "的", "、", "年", "和", "及"))
    )


def _first_words(head: Sequence[Line]) -> tuple[str | None, set[int]]:
    """A first line of a few words and no mark names the document when nothing else does."""
    first = head[0] if head else None
    if first is None or not _NAME.fullmatch(first.text.strip()) or read_day(first.text.strip()):
        return None, set()
    return first.text.strip(), {first.index}


def _strip_number(title: str) -> str:
    return re.sub(r"[（(]?" + _DOC_NUMBER.pattern + r"[）)]?$", "", title).strip()


def _signature(lines: Sequence[Line]) -> tuple[str | None, dt.date | None, frozenset[int]]:
    """The body that signs and the date under it: the last date on a line of its own, and the name above."""
    for place in range(len(lines) - 1, -1, -1):
        day = read_day(lines[place].text.strip("（）()"))
        if day is None:
            signed = _SIGNED_ON_ONE_LINE.fullmatch(lines[place].text.strip())
            if signed and (day := read_day(signed["day"])):
                return signed["who"], day, frozenset({lines[place].index})
            continue
        taken = [lines[place].index]
        names: list[str] = []
        for line in reversed(lines[max(place - _MOST_SIGNERS, 0) : place]):
            if not _SIGNS.fullmatch(line.text.strip()) or "关于" in line.text:
                break
            names.insert(0, re.sub(r"（[^）]*章?）$", "", line.text.strip()))
            taken.append(line.index)
        return ("、".join(names) or None), day, frozenset(taken)
    return None, None, frozenset()


def _doc_number(head: Sequence[Line], fields: dict[str, str]) -> tuple[str | None, set[int]]:
    for line in head[:30]:
        match = _DOC_NUMBER.fullmatch(line.text.strip().strip("（）()"))
        if match:
            return f"{match[1]}〔{match[2]}〕{int(match[3])}号", {line.index}
    for value in (fields.get("发文字号"), fields.get("文号"), fields.get("标题")):
        if value and (match := _DOC_NUMBER.search(value)):
            return f"{match[1]}〔{match[2]}〕{int(match[3])}号", set()
    for line in head[:30]:
        text = line.text.strip()
        match = _DOC_NUMBER.search(text)
        if match and text.endswith(match[0] + "）") and len(text) <= 120 and "关于" in text[: match.start()]:
            return f"{match[1]}〔{match[2]}〕{int(match[3])}号", set()
    return None, set()


def _issuer_of(notice: str | None) -> str | None:
    """云山县人民政府关于…的通知, 中共云山市委 云山市人民政府关于…的实施方案 name who issues them."""
    match = (_NOTICE.match(notice) or _ABOUT.match(notice) or _BODY_ABOUT.match(notice)) if notice else None
    return "、".join(match["who"].split()) if match else None


def _field_day(fields: dict[str, str]) -> dt.date | None:
    for name in ("成文日期", "发文日期", "生成日期"):
        match = re.match(r"\d{4}\D\d{1,2}\D\d{1,2}日?", fields.get(name, ""))
        if match and (day := read_day(match[0])):
            return day
    return None


def _imprint_day(foot: Sequence[Line]) -> dt.date | None:
    for line in foot:
        match = re.search(r"(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*印发", line.text)
        if match:
            return read_day(match[1])
    return None


def _attachments(head: Sequence[Line]) -> set[int]:
    """附件：1.… and the numbered names under it."""
    found: set[int] = set()
    for line in head:
        goes_on = line.index - 1 in found and re.match(r"\d{1,2}[.．、]", line.text)
        if goes_on or re.match(r"附\s*件\s*[：:\d]", line.text):
            found.add(line.index)
    return found


def _is_addressee(words: str) -> bool:
    """各乡镇人民政府，区政府各部门： — whom the letter is for."""
    return words.rstrip().endswith(("：", ":")) and len(words) <= 200 and "。" not in words
