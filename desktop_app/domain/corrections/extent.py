"""Corrections of what is counted: paragraphs set aside or taken in, and how far the text of a node goes."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from desktop_app.domain.corrections.placed import with_facts
from desktop_app.domain.corrections.refs import NodeRef, Quote, Unfit, check_words, find
from desktop_app.domain.corrections.shape import KIND_WORDS, Split, bare_node, put, reworded
from desktop_app.domain.corrections.territory import (
    account,
    depths,
    holdings,
    is_heading,
    overlapping,
    owns,
    with_parents,
)
from desktop_app.domain.plan import Kind, Node, Paragraph, ParagraphUse, Plan, Span

ASIDE = (ParagraphUse.FURNITURE, ParagraphUse.BACKGROUND, ParagraphUse.UNRECOGNISED, ParagraphUse.HEADING)
"""What a paragraph of no node may be; HEADING is the document's own title."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A paragraph is no part of the outline: furniture of the page, or background that stands by itself."""

    paragraph: Quote
    use: ParagraphUse

    @property
    def label(self) -> str:
        """What undo takes back."""
        return f"“{self.paragraph.words}”改为{self.use.label}"

    def apply(self, plan: Plan) -> Plan:
        """The plan with the paragraph out of the outline; a node all in this paragraph goes with it."""
        check_words(plan, self.paragraph)
        paragraph = _paragraph(plan, self.paragraph)
        if self.use not in ASIDE:
            raise Unfit("任务须有自己的条目")
        owners = [node for node in plan.nodes if _meets(node, paragraph) and owns(paragraph, node)]
        if len(owners) > 1:
            raise Unfit("这一段分属几个条目，先合并")
        aside = replace(paragraph, use=self.use, node=None)
        paragraphs = (*plan.paragraphs[: paragraph.index], aside, *plan.paragraphs[paragraph.index + 1 :])
        left = replace(plan, paragraphs=paragraphs)
        return _left_by(left, owners[0], paragraph.span) if owners else left


@dataclass(frozen=True, slots=True)
class RemoveNode:
    """A node is not taken in: its paragraphs are set aside, what stood under it stays."""

    node: NodeRef
    use: ParagraphUse = ParagraphUse.FURNITURE

    @property
    def label(self) -> str:
        """What undo takes back."""
        return f"不导入“{self.node.printed}”"

    def apply(self, plan: Plan) -> Plan:
        """The plan without the node."""
        place = find(plan, self.node)
        node = plan.nodes[place]
        if self.use not in ASIDE:
            raise Unfit("任务须有自己的条目")
        own = [paragraph for paragraph in plan.paragraphs if paragraph.node == node.id]
        shared = [other for other in plan.nodes if other.id != node.id and any(_begins_in(p, other) for p in own)]
        if shared or not own or any(p.span.start < node.span.start < p.span.end for p in plan.paragraphs if p.node):
            raise Unfit(f"“{self.node.printed}”与相邻条目同在一段，先合并")
        paragraphs = tuple(
            replace(paragraph, use=self.use, node=None) if paragraph.node == node.id else paragraph
            for paragraph in plan.paragraphs
        )
        return replace(plan, nodes=_without(plan.nodes, place), paragraphs=paragraphs)


@dataclass(frozen=True, slots=True)
class MakeNode:
    """A paragraph that was set aside, or left out, becomes a node."""

    paragraph: Quote
    kind: Kind

    @property
    def label(self) -> str:
        """What undo takes back."""
        return f"“{self.paragraph.words}”作为{KIND_WORDS[self.kind]}"

    def apply(self, plan: Plan) -> Plan:
        """The plan with one node more; inside another node's text the rest of that text goes to the new one."""
        check_words(plan, self.paragraph)
        paragraph = _paragraph(plan, self.paragraph)
        if paragraph.node is not None:
            raise Unfit("这一段已属于条目，可在此拆分")
        if not plan.text[paragraph.span.start : paragraph.span.end].strip():
            raise Unfit("空白段落不能作为条目")
        around = next((node for node in plan.nodes if node.body.start <= paragraph.span.start < node.body.end), None)
        if around is not None and holdings(plan.paragraphs, around, Span(paragraph.span.end, around.body.end)):
            taken = _taken_in(plan, paragraph, around)
            return Split(NodeRef.of(around), Quote.behind(plan, paragraph.span.start), self.kind).apply(taken)
        node = bare_node(plan, paragraph.span, self.kind)
        place = bisect_right(plan.nodes, paragraph.span.start, key=lambda other: other.span.start)
        paragraphs = put_paragraph(plan.paragraphs, replace(paragraph, node=node.id))
        node = reworded(replace(plan, paragraphs=paragraphs), node)
        deep = depths(plan.nodes)
        before = plan.nodes[place - 1] if place else None
        depth = 0 if before is None else deep[place - 1] + (is_heading(before) and not is_heading(node))
        nodes = with_parents((*plan.nodes[:place], node, *plan.nodes[place:]), [*deep[:place], depth, *deep[place:]])
        return replace(plan, nodes=nodes, paragraphs=account(paragraphs, [nodes[place]]))


@dataclass(frozen=True, slots=True)
class SetBody:
    """How far the text of a node goes: to the end of a paragraph behind it, or less far.

    Paragraphs that no node had are taken in; those given up are not recognised until they are put somewhere.
    """

    node: NodeRef
    end: Quote

    @property
    def label(self) -> str:
        """What undo takes back."""
        return f"改“{self.node.printed}”的正文范围"

    def apply(self, plan: Plan) -> Plan:
        """The plan with the body ending at `end.start`, which must be where a paragraph ends."""
        place = find(plan, self.node)
        check_words(plan, self.end)
        node, end = plan.nodes[place], self.end.start
        if not any(paragraph.span.end == end for paragraph in plan.paragraphs):
            raise Unfit("正文范围须止于段末")
        following = [other.span.start for other in plan.nodes[place + 1 :]]
        if end <= node.span.start or (following and end > following[0]):
            raise Unfit(f"“{self.node.printed}”的正文不能到此处")
        reach = Span(node.body.end, end)
        paragraphs = tuple(_reached(paragraph, node, reach) for paragraph in plan.paragraphs)
        if paragraphs == plan.paragraphs:
            raise Unfit(f"“{self.node.printed}”的正文已到此处")
        body = Span(min(node.body.start, end), end)
        longer = replace(node, body=body, span=Span(node.span.start, end))
        longer = with_facts(plan.text, longer, node, lambda span: span is None or span.start < end)
        longer = reworded(replace(plan, paragraphs=paragraphs), longer)
        return replace(plan, nodes=put(plan.nodes, place, longer), paragraphs=account(paragraphs, [longer]))


def put_paragraph(paragraphs: tuple[Paragraph, ...], paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """The paragraphs with this one in its place."""
    return (*paragraphs[: paragraph.index], paragraph, *paragraphs[paragraph.index + 1 :])


def _paragraph(plan: Plan, quote: Quote) -> Paragraph:
    for paragraph in overlapping(plan.paragraphs, Span(quote.start, max(quote.end, quote.start + 1))):
        if paragraph.span == (quote.start, quote.end):
            return paragraph
    raise Unfit(f"没有段落“{quote.words}”")


def _meets(node: Node, paragraph: Paragraph) -> bool:
    return node.span.start < paragraph.span.end and node.span.end > paragraph.span.start


def _begins_in(paragraph: Paragraph, node: Node) -> bool:
    return paragraph.span.start <= node.span.start < paragraph.span.end


def _without(nodes: tuple[Node, ...], place: int) -> tuple[Node, ...]:
    deep = depths(nodes)
    return with_parents([*nodes[:place], *nodes[place + 1 :]], [*deep[:place], *deep[place + 1 :]])


def _left_by(plan: Plan, node: Node, gone: Span) -> Plan:
    """The plan after a paragraph left its node: the node ends earlier, has a hole, or is gone too."""
    place = next(i for i, other in enumerate(plan.nodes) if other.id == node.id)
    left = holdings(plan.paragraphs, node, node.span)
    if not left:
        return replace(plan, nodes=_without(plan.nodes, place))
    if gone.start <= node.span.start:
        raise Unfit("这一段是条目的开头，先与上一条合并，或将整条不导入")
    end = left[-1].end
    shorter = replace(
        node, span=Span(node.span.start, end), body=Span(min(node.body.start, end), min(node.body.end, end))
    )
    shorter = with_facts(plan.text, shorter, node, lambda span: span is None or not gone.start <= span.start < gone.end)
    return replace(plan, nodes=put(plan.nodes, place, reworded(plan, shorter)))


def _taken_in(plan: Plan, paragraph: Paragraph, node: Node) -> Plan:
    return replace(plan, paragraphs=put_paragraph(plan.paragraphs, replace(paragraph, node=node.id)))


def _reached(paragraph: Paragraph, node: Node, reach: Span) -> Paragraph:
    """The paragraph after the body of `node` came to end at `reach.end` instead of `reach.start`."""
    if paragraph.node is None and reach.start <= paragraph.span.start < reach.end:
        return replace(paragraph, node=node.id)
    if paragraph.node == node.id and paragraph.span.start >= reach.end:
        return replace(paragraph, node=None, use=ParagraphUse.UNRECOGNISED)
    return paragraph
