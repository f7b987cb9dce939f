"""How a correction names its place: the node's id in the parse, and what was printed there as a check."""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.domain.errors import Refused
from desktop_app.domain.plan import Node, Plan, Span

_PRINTED = 24
_WORDS = 16


class Unfit(Refused):
    """A correction that does not fit the plan it is applied to; nothing of it was done."""


class NodeRef(NamedTuple):
    """A node as it was when it was corrected: `printed` is its number and title, or its first words."""

    id: str
    printed: str

    @classmethod
    def of(cls, node: Node) -> NodeRef:
        """The reference of a node as it stands now."""
        return cls(node.id, printed(node))


class Quote(NamedTuple):
    """A range of the plan's text and its first words, so that another text is not mistaken for it."""

    start: int
    end: int
    words: str

    @classmethod
    def of(cls, plan: Plan, span: Span) -> Quote:
        """The range as the plan prints it."""
        return cls(span.start, span.end, plan.text[span.start : span.end][:_WORDS])

    @classmethod
    def behind(cls, plan: Plan, position: int) -> Quote:
        """A position, known by the words behind it."""
        return cls(position, position, plan.text[position : position + _WORDS])


def printed(node: Node) -> str:
    """What names a node to a reader: number and title, else how its text begins."""
    return (f"{node.number}{node.title}" or node.text)[:_PRINTED]


def find(plan: Plan, ref: NodeRef) -> int:
    """The place of the node among `plan.nodes`.

    Raises:
        Unfit: no such node, or another number or title stands there.
    """
    for place, node in enumerate(plan.nodes):
        if node.id == ref.id:
            if printed(node) != ref.printed:
                raise Unfit(f"“{ref.printed}”处现为“{printed(node)}”")
            return place
    raise Unfit(f"没有条目“{ref.printed}”")


def check_words(plan: Plan, quote: Quote) -> None:
    """Make sure that the text still says what it said.

    Raises:
        Unfit: other words stand there.
    """
    if not 0 <= quote.start <= quote.end <= len(plan.text) or not plan.text.startswith(quote.words, quote.start):
        raise Unfit(f"原文中没有“{quote.words}”，或已不在原处")
