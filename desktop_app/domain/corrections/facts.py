"""Corrections of facts: who, by when, how much; and clauses of the whole plan applied when the officer asks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.domain.corrections.placed import Fact, Owner, facts_of, identity, with_all
from desktop_app.domain.corrections.refs import NodeRef, Unfit, find
from desktop_app.domain.corrections.shape import put
from desktop_app.domain.plan import (
    Assignment,
    Deadline,
    DeadlineKind,
    Kind,
    Node,
    Part,
    Plan,
    PlanRule,
    Role,
    RuleScope,
    Span,
    Target,
)

BY_OFFICER = "officer"
"""The rule that found a fact which the officer gave."""


@dataclass(frozen=True, slots=True)
class AddFact:
    """A fact that the reader missed; with a place it goes to the part that stands there."""

    node: NodeRef
    fact: Fact

    @property
    def label(self) -> str:
        """What undo takes back."""
        return f"“{self.node.printed}”添加{fact_words(self.fact)}"

    def apply(self, plan: Plan) -> Plan:
        """The plan with the fact."""
        place = find(plan, self.node)
        node = plan.nodes[place]
        if identity(self.fact) in {identity(fact) for fact in _same_kind(node, self.fact)}:
            raise Unfit(f"“{self.node.printed}”已有{fact_words(self.fact)}")
        span = self.fact.span
        parts = tuple(_with(part, self.fact) if _holds(part, span) else part for part in node.parts)
        return replace(plan, nodes=put(plan.nodes, place, replace(_with(node, self.fact), parts=parts)))


@dataclass(frozen=True, slots=True)
class RemoveFact:
    """A fact that is none; it goes from the node and from its parts."""

    node: NodeRef
    fact: Fact

    @property
    def label(self) -> str:
        """What undo takes back."""
        return f"“{self.node.printed}”删除{fact_words(self.fact)}"

    def apply(self, plan: Plan) -> Plan:
        """The plan without the fact."""
        place = find(plan, self.node)
        node = plan.nodes[place]
        if not any(_same(fact, self.fact) for fact in facts_of(node)):
            raise Unfit(f"“{self.node.printed}”没有{fact_words(self.fact)}")
        parts = tuple(_without(part, self.fact) for part in node.parts)
        return replace(plan, nodes=put(plan.nodes, place, replace(_without(node, self.fact), parts=parts)))


@dataclass(frozen=True, slots=True)
class ReplaceFact:
    """A fact that should say something else, in its old place."""

    node: NodeRef
    old: Fact
    new: Fact

    @property
    def label(self) -> str:
        """What undo takes back."""
        return f"“{self.node.printed}”更改{fact_words(self.old)}"

    def apply(self, plan: Plan) -> Plan:
        """The plan with the new fact."""
        place = find(plan, self.node)
        node = plan.nodes[place]
        if not any(_same(fact, self.old) for fact in facts_of(node)):
            raise Unfit(f"“{self.node.printed}”没有{fact_words(self.old)}")
        if type(self.old) is not type(self.new):
            raise Unfit(f"“{self.node.printed}”的{fact_words(self.old)}只能改为同类内容")
        parts = tuple(_replaced(part, self.old, self.new) for part in node.parts)
        return replace(plan, nodes=put(plan.nodes, place, replace(_replaced(node, self.old, self.new), parts=parts)))


@dataclass(frozen=True, slots=True)
class ApplyRule:
    """A clause of the whole plan is written into every task that it speaks of."""

    rule: PlanRule

    @property
    def label(self) -> str:
        """What undo takes back."""
        return f"按“{self.rule.phrase[:16]}”补充各项任务"

    def apply(self, plan: Plan) -> Plan:
        """The plan with the clause in its tasks; it speaks of what is printed behind it, or of all when it stands last."""
        if self.rule not in plan.rules:
            raise Unfit(f"原文没有约定“{self.rule.phrase}”")
        reached = [n for n in plan.nodes if n.kind is Kind.TASK and n.span.start >= self.rule.span.start]
        chosen = {node.id for node in reached or plan.tasks}
        nodes = tuple(_ruled(node, self.rule) if node.id in chosen else node for node in plan.nodes)
        if nodes == plan.nodes:
            raise Unfit("各项任务已含此约定的内容")
        return replace(plan, nodes=nodes)


def fact_words(fact: Fact) -> str:
    """A fact in a few words: 牵头单位市教育局, 时限2021-09-30, 指标不少于30个."""
    if isinstance(fact, Assignment):
        return f"{fact.role.label}{fact.unit}"
    if isinstance(fact, Deadline):
        return f"{'时限' if fact.kind is DeadlineKind.FINAL else '节点'}{fact.date.isoformat()}"
    if isinstance(fact, Target):
        return f"指标“{fact.phrase[:20]}”"
    return f"{fact.rhythm.label}要求"


def _same_kind(node: Node, fact: Fact) -> list[Fact]:
    return [other for other in facts_of(node) if type(other) is type(fact)]


def _same(one: Fact, other: Fact) -> bool:
    return type(one) is type(other) and identity(one) == identity(other)


def _holds(part: Part, span: Span | None) -> bool:
    return span is not None and part.span.start <= span.start < part.span.end


def _place_of(fact: Fact) -> int:
    return fact.span.start if fact.span is not None else -1


def _with(owner: Owner, fact: Fact) -> Owner:
    """The owner with one more fact, in printed order where both places are known."""
    listed = list(facts_of(owner))
    behind = [i for i, other in enumerate(listed) if type(other) is type(fact) and _place_of(other) > _place_of(fact)]
    listed.insert(behind[0] if behind and fact.span is not None else len(listed), fact)
    return with_all(owner, listed)


def _without(owner: Owner, fact: Fact) -> Owner:
    return with_all(owner, (other for other in facts_of(owner) if not _same(other, fact)))


def _replaced(owner: Owner, old: Fact, new: Fact) -> Owner:
    return with_all(owner, (new if _same(fact, old) else fact for fact in facts_of(owner)))


def _ruled(node: Node, rule: PlanRule) -> Node:
    if rule.scope is RuleScope.FIRST_IS_LEAD:
        parts = tuple(_led_by_first(part) for part in node.parts)
        return replace(_led_by_first(node) if not parts else _as_parts_say(node, parts), parts=parts)
    added: list[Fact] = [Assignment(rule.role, unit, None, rule.rule or BY_OFFICER) for unit in rule.units]
    if rule.date is not None and not any(fact.kind is DeadlineKind.FINAL for fact in node.deadlines):
        added.append(Deadline(rule.date, DeadlineKind.FINAL, rule.phrase, None, rule.rule or BY_OFFICER))
    named = {fact.unit for fact in node.assignments}
    wanted = [fact for fact in added if not (isinstance(fact, Assignment) and fact.unit in named)]
    return with_all(node, (*facts_of(node), *wanted)) if wanted else node


def _led_by_first(owner: Owner) -> Owner:
    first = next((fact for fact in owner.assignments if fact.role is Role.RESPONSIBLE), None)
    if first is None or any(fact.role is Role.LEAD for fact in owner.assignments):
        return owner
    return _replaced(owner, first, replace(first, role=Role.LEAD))


def _as_parts_say(node: Node, parts: tuple[Part, ...]) -> Node:
    said = [fact for part in parts for fact in part.assignments]
    loose = [fact for fact in facts_of(node) if not isinstance(fact, Assignment)]
    return with_all(node, (*said, *loose))
