"""Tables of indicators in a plan's goals: what is measured, where it stands, what it shall reach.

    序号 | 指标名称 | 单位 | 2020年 | 2025年 | 属性
    1 | 每万人拥有5G基站数 | 个 | 8.5 | 26 | 预期性

They ask nobody to do anything: the rows are text of the heading above, and targets of it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.plan import Span, Target
from desktop_app.ingest.parsing.lines import Line

_MEASURES = frozenset({"单位", "计量单位", "指标单位"})
_NAME = re.compile("指标")
_YEAR = re.compile(r"(20\d\d)年?")
_NOW = re.compile(r"现状|基[期数准]|现值|起始|20\d\d年?(?:值|实际|完成)")
_GOAL = re.compile(r"目标|预期|规划值|计划值|达到")
_VALUE = re.compile(r"(?P<sign>[≤<＜≥>＞]?)\s*=?\s*(?P<value>\d+(?:\.\d+)?)\s*(?P<factor>[万亿]?)\s*(?P<share>%?)")
_FACTORS = {"": 1.0, "万": 1e4, "亿": 1e8}
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where a table of indicators prints the name, the unit, the present value and the one to be reached."""

    name: int
    unit: int
    now: int | None
    goal: int
    by: dt.date | None


def find_indicators(rows: Sequence[Line]) -> tuple[Target, ...] | None:
    """The targets that neighbouring rows state; None when their first row is not the head of such a table."""
    columns = _columns([_bare(cell) for cell in rows[0].text.split("\t")])
    if columns is None:
        return None
    return tuple(target for row in rows[1:] if (target := _target(row, columns)))


def _columns(heads: Sequence[str]) -> _Columns | None:
    name = next((place for place, head in enumerate(heads) if _NAME.search(head) and head not in _MEASURES), None)
    unit = next((place for place, head in enumerate(heads) if head in _MEASURES), None)
    if name is None or unit is None:
        return None
    years = {place: int(match[1]) for place, head in enumerate(heads) if (match := _YEAR.match(head))}
    goals = [place for place, head in enumerate(heads) if _GOAL.search(head) and place != name]
    goal = goals[-1] if goals else max(years, key=lambda place: years[place], default=None)
    if goal is None:
        return None
    earlier = [place for place in years if place != goal and years[place] < years.get(goal, 9999)]
    now = next((place for place, head in enumerate(heads) if _NOW.search(head) and place != goal), None)
    by = dt.date(years[goal], 12, 31) if goal in years else None
    return _Columns(name, unit, now if now is not None else (earlier[0] if earlier else None), goal, by)


def _target(row: Line, columns: _Columns) -> Target | None:
    """≤20 and a value that falls say at most; anything else at least."""
    cells = [cell.strip() for cell in row.text.split("\t")]
    if len(cells) <= max(columns.name, columns.unit, columns.goal):
        return None
    goal = _VALUE.match(cells[columns.goal])
    if goal is None or not cells[columns.name]:
        return None
    value, unit = _number(goal), cells[columns.unit].strip("（）()").replace("％", "%")
    now = _VALUE.match(cells[columns.now]) if columns.now is not None and columns.now < len(cells) else None
    baseline = _number(now) if now else None
    falls = baseline is not None and not goal["sign"] and value < baseline
    operator = "<=" if goal["sign"] in tuple("≤<＜") or falls else ">="
    for factor in ("亿", "万"):
        if unit.startswith(factor) and len(unit) > 1:
            value, unit = value * _FACTORS[factor], unit[1:]
            baseline = None if baseline is None else baseline * _FACTORS[factor]
    phrase = row.text.strip()
    return Target(
        phrase, operator, round(value, _DIGITS), unit or goal["share"], columns.by, Span(row.start, row.end),
        "target.indicator", baseline=baseline,
    )  # fmt: skip


def _number(match: re.Match[str]) -> float:
    return float(match["value"]) * _FACTORS[match["factor"]]


def _bare(cell: str) -> str:
    return re.sub(r"[（(][^（）()]*[）)]", "", "".join(cell.split()))
