"""Which names of units are probably one unit: suggestions with a reason, for the officer to decide.

How Chinese offices are named: a place (云岭区) or its level alone (区), the field (行政审批), the kind (局), and at times a
second name in brackets. Short forms take letters out of the field and keep the rest: 市政务服务数据管理局, 市政数局.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from desktop_app.domain.ledger import UnitRow

_LEVEL = "省市县区旗州"
_BRACKET = re.compile(r"[（(][^（）()]*[）)]")
_KIND = re.compile(r"(?:局|委|委员会|办|办公室|院|部|厅|处|科|所|站|队|中心|公司|集团|政府|联合会|联|会|银行|社)$")
_LONG_KINDS = (("委员会", "委"), ("办公室", "办"), ("联合会", "联"))

_GENERAL = frozenset({"管理", "监督管理", "事务", "工作", "事业", "发展"})
"""Words that short forms leave out whole."""

_SEVERAL = re.compile(
    r"各|有关|相关|其[他它余]|所有|全体|[（(〈][省市州县区旗、]+[）)〉](?:人民)?政府|(?:部门|单位|镇街|乡镇)$"
)
"""What stands in a name for several offices: 市各有关单位, 市直部门, 县（市、区）人民政府."""

LONGEST_PLACE = 6
"""Letters in the name of a place before its level: 阿坝藏族羌族自治州 is rarer than a false match."""


@dataclass(frozen=True, slots=True)
class UnitSuggestion:
    """Two units that are probably one: the name to keep, the other, and why."""

    keep: UnitRow
    other: UnitRow
    reason: str


def is_several(name: str) -> bool:
    """Whether a name stands for several offices, none of which can be handed a paper by it."""
    return _SEVERAL.search(name) is not None


def suggest(units: Sequence[UnitRow]) -> list[UnitSuggestion]:
    """The pairs worth asking about, each unit as `other` at most once; a name that may stand for several is left out."""
    found: dict[int, UnitSuggestion] = {}
    for rule in (_but_for_a_bracket, _but_for_the_place, _short_form):
        for suggestion in rule(units):
            kept = found.get(suggestion.keep.id)
            if suggestion.other.id not in found and (kept is None or kept.keep.id != suggestion.other.id):
                found[suggestion.other.id] = suggestion
    order = {unit.id: place for place, unit in enumerate(units)}
    return sorted(found.values(), key=lambda each: (order[each.keep.id], order[each.other.id]))


def _but_for_a_bracket(units: Sequence[UnitRow]) -> Iterator[UnitSuggestion]:
    """区行政审批局（大数据中心） and 区行政审批局."""
    groups: dict[str, list[UnitRow]] = {}
    for unit in units:
        groups.setdefault(_BRACKET.sub("", unit.name), []).append(unit)
    for core, group in groups.items():
        if len(group) == 2 and any(unit.name == core for unit in group):
            yield _by_use(group[0], group[1], "除括注外名称相同")


def _but_for_the_place(units: Sequence[UnitRow]) -> Iterator[UnitSuggestion]:
    """云岭区财政局 and 区财政局; 区财政局 and 财政局."""
    for short, long in _only_pairs(units, _is_without_place):
        yield _by_use(short, long, "除地区名称外相同")


def _short_form(units: Sequence[UnitRow]) -> Iterator[UnitSuggestion]:
    """市政数局 and 市政务服务数据管理局."""
    for short, long in _only_pairs(units, _is_short_form):
        yield UnitSuggestion(long, short, f"“{short.name}”是简称")


def _only_pairs(units: Sequence[UnitRow], is_one: Callable[[str, str], bool]) -> Iterator[tuple[UnitRow, UnitRow]]:
    """Short and long names that go together, where the short one fits no second long one."""
    by_end: dict[str, list[UnitRow]] = {}
    for unit in units:
        by_end.setdefault(_short_kind(unit.name)[-1:], []).append(unit)
    for short in units:
        peers = by_end[_short_kind(short.name)[-1:]]
        longer = [unit for unit in peers if len(unit.name) > len(short.name) and is_one(short.name, unit.name)]
        if len(longer) == 1:
            yield short, longer[0]


def _is_without_place(short: str, long: str) -> bool:
    if not long.endswith(short) or not _KIND.search(short):
        return False
    place = long[: -len(short)]
    return len(place) <= LONGEST_PLACE and (place[-1] in _LEVEL or short[0] in _LEVEL)


def _is_short_form(short: str, long: str) -> bool:
    """The same level, the same kind, the field begins alike, and its letters stand in the long name in order."""
    short, long = _short_kind(short), _short_kind(long)
    if short == long:
        return True
    if len(long) <= len(short) or not _KIND.search(short):
        return False
    if short[0] in _LEVEL or long[0] in _LEVEL:
        if short[0] != long[0]:
            return False
        short, long = short[1:], long[1:]
    if len(short) < 3 or short[0] != long[0] or short[-1] != long[-1] or "、" in long:
        return False
    letters = iter(long)
    return all(letter in letters for letter in short) and not _names_more(short, long)


def _names_more(short: str, long: str) -> bool:
    """市公安交管局 beside 市公安局: one word more is another office, unless the word says nothing of the field."""
    more = len(long) - len(short)
    blocks = {long[at : at + more] for at in range(len(short)) if long[:at] + long[at + more :] == short}
    return bool(blocks) and not blocks & _GENERAL


def _short_kind(name: str) -> str:
    """委员会 as 委, 办公室 as 办: so both ways to end a name compare."""
    for long, short in _LONG_KINDS:
        if name.endswith(long):
            return name[: -len(long)] + short
    return name


def _by_use(one: UnitRow, other: UnitRow, reason: str) -> UnitSuggestion:
    """Keep the name that more tasks use; the longer one where both are used alike."""
    keep, merged = sorted((one, other), key=lambda unit: (-unit.tasks, -len(unit.name), unit.id))
    return UnitSuggestion(keep, merged, reason)
