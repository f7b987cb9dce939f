"""Clauses that speak for the whole plan. They are kept with the plan and applied when the officer asks, never copied.

第一个单位为牵头单位，下同      以下措施责任单位均包括各县（市、区）人民政府，不再列出      以上任务均须于2025年12月底前完成
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.domain.plan import Kind, Node, PlanRule, Role, RuleScope, Span
from desktop_app.ingest.parsing.dates import read_note_date
from desktop_app.ingest.parsing.units import looks_like_unit, split_units

FIRST_LEADS = re.compile(
    r"(?:第一(?:个|位|家)?(?:的|者)?(?:责任)?(?:单位|部门)?|列(?:在)?(?:第一位|首位)(?:的|者)?(?:单位|部门)?|排(?:名|列|在)(?:第一|首位|最前)(?:的|者|位)*(?:单位|部门)?)"
    r"(?:均?为|是|系)牵头(?:单位|部门)?(?:，下同)?"
)
"""From here on a list of responsible units says who leads: the first."""

_UNITS = re.compile(
    r"责任(?:单位|部门)(?:均|还|都|皆|一律)(?:包括|包含|含|为)(?P<units>[^。；\n]{2,160}?)"
    r"(?P<end>，(?:以下)?(?:均|都)?(?:不再|不逐一|不一一|不另|下同)[^。；\n〉〕）]{0,14}|(?=[。；\n]|$))"
)
_DATE = re.compile(
    r"(?P<of>[以上所各全](?:(?P<now>(?<=以)上|(?<=上)述|(?<=所)列)|(?<=各)项(?!目)|(?<=所)有|(?<=全)部))[^。；\n]{0,10}?(?:任务|工作|措施|事项|项目)[^。；\n]{0,30}?"
    r"(?:均|都|一律|全部|须|应|要|原则上|(?(now)(?:务必|请|于|在)|(?!)))[^。；，\n]{0,8}?(?P<date>(?:20\d\d年|\d{1,2}月|今年|年底)[^。；，\n]{0,10}?)(?:全部|全面|基本)?完成"
)
_OF_THIS_PLACE = frozenset({"以上", "上述"})


def find_plan_rules(text: str, year: int | None) -> list[PlanRule]:
    """The clauses of a text in printed order."""
    found = [*_first_leads(text), *_units_everywhere(text), *_date_everywhere(text, year)]
    return sorted(found, key=lambda rule: rule.span)


def settle(rules: Sequence[PlanRule], nodes: Sequence[Node]) -> tuple[list[PlanRule], list[Node]]:
    """Keep the rules that speak for the plan and take their facts from the nodes that print them.

    以上工作6月底前完成 inside a task speaks of that task alone: its date stays there and is no rule.
    """
    if not rules:
        return [], list(nodes)
    kept = [rule for rule in rules if not _speaks_of_one_task(rule, nodes)]
    spans = sorted(rule.span for rule in kept if rule.scope is not RuleScope.FIRST_IS_LEAD)
    return kept, [_without_facts_in(spans, node) if spans else node for node in nodes]


def _first_leads(text: str) -> Iterator[PlanRule]:
    for match in FIRST_LEADS.finditer(text):
        yield PlanRule(RuleScope.FIRST_IS_LEAD, match[0], Span(*match.span()), role=Role.LEAD, rule="plan.first_leads")
        return


def _units_everywhere(text: str) -> Iterator[PlanRule]:
    for match in _UNITS.finditer(text):
        names = tuple(unit.name for unit in split_units(text, *match.span("units")) if looks_like_unit(unit.name))
        if names:
            yield PlanRule(RuleScope.UNITS_EVERYWHERE, match[0], Span(*match.span()), names, rule="plan.units")


def _date_everywhere(text: str, year: int | None) -> Iterator[PlanRule]:
    for match in _DATE.finditer(text):
        deadline = read_note_date(text, *match.span("date"), year)
        if deadline is not None:
            date = deadline.date
            yield PlanRule(RuleScope.DATE_EVERYWHERE, match[0], Span(*match.span()), date=date, rule="plan.date")


def _speaks_of_one_task(rule: PlanRule, nodes: Sequence[Node]) -> bool:
    if rule.scope is not RuleScope.DATE_EVERYWHERE or not rule.phrase.startswith(tuple(_OF_THIS_PLACE)):
        return False
    home = next((node for node in nodes if node.body.start <= rule.span.start < node.body.end), None)
    return home is not None and home.kind is Kind.TASK


def _start(span: Span) -> int:
    return span.start


def _without_facts_in(spans: Sequence[Span], node: Node) -> Node:
    """`spans` are the places of the rules in printed order."""
    first, stop = bisect_left(spans, node.span.start, key=_start), bisect_left(spans, node.span.end, key=_start)
    if first == stop:
        return node

    def free(place: Span | None) -> bool:
        return place is None or not any(span.start <= place.start < span.end for span in spans[first:stop])

    return replace(
        node,
        assignments=tuple(fact for fact in node.assignments if free(fact.span)),
        deadlines=tuple(fact for fact in node.deadlines if free(fact.span)),
    )
