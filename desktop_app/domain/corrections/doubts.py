"""What the officer should still look at: doubts of the reading, of single facts, and paragraphs nobody recognised."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.domain.corrections.extent import SetAside
from desktop_app.domain.corrections.placed import Fact, Owner, facts_of, with_all
from desktop_app.domain.corrections.refs import Quote, Unfit
from desktop_app.domain.plan import Doubt, Node, Paragraph, ParagraphUse, Part, Plan, Recurrence

FACT = "fact"
UNRECOGNISED = "unrecognised"
_SHOWN = 18


@dataclass(frozen=True, slots=True)
class Dismiss:
    """The officer has looked at a doubt and lets the reading stand."""

    doubt: Doubt

    @property
    def label(self) -> str:
        """What undo takes back."""
        return f"核对疑点“{self.doubt.message[:16]}”"

    def apply(self, plan: Plan) -> Plan:
        """The plan without the doubt; a paragraph nobody recognised becomes background."""
        if self.doubt not in open_doubts(plan):
            raise Unfit(f"没有疑点“{self.doubt.message}”")
        if self.doubt.code == UNRECOGNISED and self.doubt.span is not None:
            return SetAside(Quote.of(plan, self.doubt.span), ParagraphUse.BACKGROUND).apply(plan)
        nodes = tuple(_sure(node, self.doubt) for node in plan.nodes)
        return replace(plan, nodes=nodes, doubts=tuple(doubt for doubt in plan.doubts if doubt != self.doubt))


def open_doubts(plan: Plan) -> tuple[Doubt, ...]:
    """All doubts, each once, in the order of the text; those of the whole document come first."""
    doubts = [*plan.doubts, *(doubt for node in plan.nodes for doubt in doubts_of_facts(node))]
    doubts += [_unrecognised(plan, paragraph) for paragraph in plan.paragraphs if _is_open(plan, paragraph)]
    return tuple(sorted(dict.fromkeys(doubts), key=lambda doubt: doubt.span.start if doubt.span else -1))


def doubts_of_facts(node: Node) -> list[Doubt]:
    """The doubts that stand with the facts of a node."""
    owners: tuple[Node | Part, ...] = (node, *node.parts)
    facts = (fact for owner in owners for fact in facts_of(owner))
    return [
        Doubt(FACT, fact.doubt, fact.span or node.span)
        for fact in facts
        if not isinstance(fact, Recurrence) and fact.doubt
    ]


def _is_open(plan: Plan, paragraph: Paragraph) -> bool:
    if paragraph.use is not ParagraphUse.UNRECOGNISED:
        return False
    return bool(plan.text[paragraph.span.start : paragraph.span.end].strip())


def _unrecognised(plan: Plan, paragraph: Paragraph) -> Doubt:
    words = plan.text[paragraph.span.start : paragraph.span.end].strip()
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}……"
    return Doubt(UNRECOGNISED, f"“{shown}”未识别", paragraph.span)


def _sure(node: Node, doubt: Doubt) -> Node:
    if doubt not in doubts_of_facts(node):
        return node
    return replace(_cleared(node, node, doubt), parts=tuple(_cleared(part, node, doubt) for part in node.parts))


def _cleared(owner: Owner, node: Node, doubt: Doubt) -> Owner:
    return with_all(owner, (_without_doubt(fact, node, doubt) for fact in facts_of(owner)))


def _without_doubt(fact: Fact, node: Node, doubt: Doubt) -> Fact:
    if isinstance(fact, Recurrence) or (fact.doubt, fact.span or node.span) != (doubt.message, doubt.span):
        return fact
    return replace(fact, doubt="")
