"""Who does it, said in the sentences of the text and not in a note.

由市发改委牵头，市财政局、市审计局配合，…      市数据局会同市民政局建立联席会议制度。      市财政局负责资金保障。
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop_app.domain.plan import Assignment, Role
from desktop_app.ingest.parsing.units import looks_like_unit, split_units

_WORD = r"[^，。；：:！？“”《》\n\x00]"
_SENTENCE = r"[。；\n\x00]"
_JOINTLY = r"(?=另行|共同|负责|研究|组织|制定|编制|办理|审核|审定|实施|开展|落实|建立|提出|确定|推进|牵头|做好|加强|定期|对|抓|按|依法|适时|督促|指导|加快|出台|印发|发布|起草|统筹|完善|健全|推动)"
_NAMED_BODY = re.compile(
    r"[省市州县区旗团国各乡镇]|[\u4e00-\u9fff]{2,4}[省市州县区旗]|(?:项目|业务|行业|系统)?(?:建设|使用|运营|管理|业务)(?:单位|部门)$"
)


def _is_named_body(name: str) -> bool:
    """市财政局, 各镇人民政府; a sentence may also begin with words that only end like a body: 加快建设医院."""
    return looks_like_unit(name) and "由" not in name and _NAMED_BODY.match(name) is not None


@dataclass(frozen=True, slots=True)
class DutyRule:
    """A form of sentence: the roles of its groups in order, and what the names in them must be.

    `gate` is a word without which the form cannot stand; `beside_notes` says that it counts where a note stands too.
    """

    name: str
    gate: str
    pattern: re.Pattern[str]
    roles: tuple[Role, ...]
    is_name: Callable[[str], bool]
    beside_notes: bool = False


_RULES = (
    # 收益分配办法由市财政局会同市数据局另行制定
    DutyRule(
        "with",
        "会同",
        re.compile(rf"由({_WORD}{{2,40}}?)会同({_WORD}{{2,60}}?){_JOINTLY}"),
        (Role.LEAD, Role.SUPPORT),
        looks_like_unit,
        beside_notes=True,
    ),
    # 由市发改委牵头，市财政局、市审计局配合，…
    DutyRule(
        "led_by",
        "牵头",
        re.compile(
            rf"由({_WORD}{{2,60}}?)牵头(?:[，、]({_WORD}{{2,60}}?)(?:积极|密切|协同|共同|分工)?(?:配合|参与|参加|协助)(?=[，。；的]))?"
        ),
        (Role.LEAD, Role.SUPPORT),
        looks_like_unit,
        beside_notes=True,
    ),
    # 领导小组统筹推进，市住建局牵头、市发改局、市财政局等部门配合。
    DutyRule(
        "leads_with",
        "牵头",
        re.compile(
            rf"(?:{_SENTENCE}|(?<=，))({_WORD}{{3,60}}?)牵头[，、]({_WORD}{{2,60}}?)(?:积极|密切|协同|共同|分工)?(?:配合|参与|协助)(?=[，。；])"
        ),
        (Role.LEAD, Role.SUPPORT),
        _is_named_body,
    ),
    # 市数据局会同市民政局建立联席会议制度。
    DutyRule(
        "acts_with",
        "会同",
        re.compile(rf"{_SENTENCE}((?:(?!由){_WORD}){{3,30}}?)会同({_WORD}{{3,60}}?){_JOINTLY}"),
        (Role.LEAD, Role.SUPPORT),
        looks_like_unit,
    ),
    # 市数据局牵头建立协调机制。 建立协调机制，市数据局牵头负责日常工作。
    DutyRule(
        "leads",
        "牵头",
        re.compile(rf"(?:{_SENTENCE}|(?<=，))({_WORD}{{3,60}}?)牵头(?=[\u4e00-\u9fff])"),
        (Role.LEAD,),
        _is_named_body,
    ),
    # 市财政局负责资金保障。 市财政局负责资金统筹，市国资办负责督促国企按期到位。
    DutyRule(
        "answers",
        "负责",
        re.compile(rf"(?:{_SENTENCE}|(?<=，))({_WORD}{{3,60}}?)负责(?!牵头)(?=[\u4e00-\u9fff])"),
        (Role.RESPONSIBLE,),
        _is_named_body,
    ),
)


_GATES = sorted({rule.gate for rule in _RULES})


def find_duties(text: str, start: int, end: int, *, noted: bool) -> list[Assignment]:
    """The bodies that the sentences of a paragraph name, in printed order; `noted` says that its item has a note."""
    for gate in _GATES:
        if text.find(gate, start, end) >= 0:
            break
    else:
        return []
    words = "。" + text[start:end]  # so that the first sentence begins behind a mark too
    found = [
        fact
        for rule in _RULES
        if rule.gate in words and (rule.beside_notes or not noted)
        for match in rule.pattern.finditer(words)
        for fact in _facts(text, start - 1, rule, match)
    ]
    return sorted(found, key=lambda fact: fact.span or (0, 0)) if len(found) > 1 else found


def _facts(text: str, start: int, rule: DutyRule, match: re.Match[str]) -> Iterator[Assignment]:
    """The facts of a sentence; none when its first group holds anything but names."""
    for group, role in enumerate(rule.roles, 1):
        if match[group] is None:
            return
        units = list(split_units(text, start + match.start(group), start + match.end(group)))
        if not units or not all(rule.is_name(unit.name) for unit in units):
            return
        yield from (Assignment(role, unit.name, unit.span, f"body.{rule.name}") for unit in units)
