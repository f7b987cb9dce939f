"""Corrections of the outline: what a node is, where it is cut or joined, how deep it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.corrections.placed import once, stated, with_facts
from desktop_app.domain.corrections.refs import NodeRef, Quote, Unfit, check_words, find
from desktop_app.domain.corrections.territory import (
    account,
    children,
    cut_parts,
    depths,
    holdings,
    is_heading,
    with_parents,
)
from desktop_app.domain.corrections.wording import read_head, wording_of
from desktop_app.domain.plan import Kind, Node, Part, Plan, Span

_LONGEST_HEADING = 60
KIND_WORDS = {Kind.CHAPTER: "标题", Kind.SECTION: "标题", Kind.TASK: "任务", Kind.CONTEXT: "背景"}


@dataclass(frozen=True, slots=True)
class SetKind:
    """A node is a task, a heading or background. CHAPTER and SECTION both say heading: its level decides which."""

    node: NodeRef
    kind: Kind

    @property
    def label(self) -> str:
        """What undo takes back."""
        return f"“{self.node.printed}”改为{KIND_WORDS[self.kind]}"

    def apply(self, plan: Plan) -> Plan:
        """The plan with the node of that kind."""
        place = find(plan, self.node)
        node = replace(plan.nodes[place], kind=self.kind)
        if is_heading(node):
            node = as_heading(plan, node)
        elif children(plan.nodes, node):
            raise Unfit(f"“{self.node.printed}”下有条目，先将其升级或合并")
        nodes = put(plan.nodes, place, node)
        nodes = with_parents(nodes, depths(nodes))
        return replace(plan, nodes=nodes, paragraphs=account(plan.paragraphs, [nodes[place]]))


@dataclass(frozen=True, slots=True)
class Split:
    """What stands behind a position becomes a node of its own; facts go with their text."""

    node: NodeRef
    at: Quote
    kind: Kind

    @property
    def label(self) -> str:
        """What undo takes back."""
        return f"拆分“{self.node.printed}”"

    def apply(self, plan: Plan) -> Plan:
        """The plan with two nodes for one."""
        place = find(plan, self.node)
        check_words(plan, self.at)
        node, position = plan.nodes[place], self.at.start
        if not any(span.start <= position < span.end for span in holdings(plan.paragraphs, node)):
            raise Unfit(f"拆分处不在“{self.node.printed}”的正文内")
        if position <= node.span.start or not plan.text[node.span.start : position].strip():
            raise Unfit(f"“{self.node.printed}”从此处开始，无须拆分")
        second = self._second(plan, node)
        first = _trimmed(plan, node, position)
        paragraphs = tuple(
            replace(paragraph, node=second.id)
            if paragraph.node == node.id and paragraph.span.start >= position
            else paragraph
            for paragraph in plan.paragraphs
        )
        halves = [reworded(replace(plan, paragraphs=paragraphs), half) for half in (first, second)]
        deep = depths(plan.nodes)
        depth = deep[place] + (1 if is_heading(node) and not is_heading(second) else 0)
        nodes = list(put(plan.nodes, place, halves[0]))
        behind = next((i for i in range(place + 1, len(nodes)) if nodes[i].span.start > position), len(nodes))
        nodes.insert(behind, halves[1])
        deep.insert(behind, depth)
        shaped = with_parents(nodes, deep)
        return replace(plan, nodes=shaped, paragraphs=account(paragraphs, (shaped[place], shaped[behind])))

    def _second(self, plan: Plan, node: Node) -> Node:
        position = self.at.start
        stretch = next(s for s in holdings(plan.paragraphs, node) if s.start <= position < s.end)
        made = bare_node(plan, Span(position, stretch.end), self.kind)
        body = Span(made.body.start, max(node.body.end, made.body.start))
        second = replace(made, span=Span(position, max(node.span.end, body.end)), body=body)
        return with_facts(plan.text, second, node, lambda span: span is not None and span.start >= position)


@dataclass(frozen=True, slots=True)
class Merge:
    """A node becomes the end of the one before it; what stood under it goes on under the headings that are left."""

    node: NodeRef
    into: NodeRef

    @property
    def label(self) -> str:
        """What undo takes back."""
        return f"“{self.node.printed}”并入“{self.into.printed}”"

    def apply(self, plan: Plan) -> Plan:
        """The plan with one node for two."""
        place, above = find(plan, self.node), find(plan, self.into)
        if above != place - 1:
            raise Unfit(f"“{self.into.printed}”不是“{self.node.printed}”的上一条")
        node, first = plan.nodes[place], plan.nodes[above]
        paragraphs = tuple(
            replace(paragraph, node=first.id) if paragraph.node == node.id else paragraph
            for paragraph in plan.paragraphs
        )
        merged = reworded(replace(plan, paragraphs=paragraphs), joined(first, node))
        deep = depths(plan.nodes)
        nodes = [*plan.nodes[:above], merged, *plan.nodes[place + 1 :]]
        shaped = with_parents(nodes, [*deep[:place], *deep[place + 1 :]])
        if is_heading(first) and not is_heading(node) and not children(shaped, first):
            shaped = put(shaped, above, replace(shaped[above], kind=node.kind))
        return replace(plan, nodes=shaped, paragraphs=account(paragraphs, [shaped[above]]))


@dataclass(frozen=True, slots=True)
class ChangeLevel:
    """A node, with what stands under it, goes up or down; `depth` is how many headings stand above it then."""

    node: NodeRef
    depth: int

    @property
    def label(self) -> str:
        """What undo takes back."""
        return f"改“{self.node.printed}”的层级"

    def apply(self, plan: Plan) -> Plan:
        """The plan with the node at that depth."""
        place = find(plan, self.node)
        deep = depths(plan.nodes)
        shift = self.depth - deep[place]
        end = next((i for i in range(place + 1, len(deep)) if deep[i] <= deep[place]), len(deep))
        wanted = [*deep[:place], *(depth + shift for depth in deep[place:end]), *deep[end:]]
        nodes = with_parents(plan.nodes, wanted)
        if self.depth < 0 or depths(nodes)[place] != self.depth or not shift:
            raise Unfit(f"“{self.node.printed}”上没有可归入的标题")
        return replace(plan, nodes=nodes)


def put(nodes: Sequence[Node], place: int, node: Node) -> tuple[Node, ...]:
    """The nodes with another one at `place`."""
    return (*nodes[:place], node, *nodes[place + 1 :])


def bare_node(plan: Plan, span: Span, kind: Kind) -> Node:
    """A new node that begins with `span`, its number and title read off, without facts; its id says where it begins."""
    taken = {node.id for node in plan.nodes}
    name = f"@{span.start}"
    while name in taken:
        name += "'"
    head = read_head(plan.text, span)
    node = Node(name, None, head.number, head.title, kind, "", span, Span(min(head.body, span.end), span.end))
    return as_heading(plan, node) if is_heading(node) else node


def as_heading(plan: Plan, node: Node) -> Node:
    """A heading without a title takes its only line for one."""
    words = plan.text[node.body.start : node.body.end].strip().rstrip("。；;：:")
    if node.title or not 0 < len(words) <= _LONGEST_HEADING or "\n" in words:
        return node
    return replace(node, title=words, text="", body=Span(node.body.end, node.body.end))


def reworded(plan: Plan, node: Node) -> Node:
    """The node with its text read again from the stretches that are its own."""
    stretches = holdings(plan.paragraphs, node)
    return replace(node, text=wording_of(plan.text, stretches, stated(node)))


def joined(first: Node, second: Node) -> Node:
    """Two nodes as one: facts of both once, and parts when both say who does it."""
    empty = first.body.start >= first.body.end
    body = Span(second.span.start if empty else first.body.start, max(first.body.end, second.span.end))
    parts = [part for node in (first, second) for part in node.parts or _as_parts(node)]
    noted = sum(1 for part in parts if part.assignments)
    return replace(
        first,
        span=Span(first.span.start, max(first.span.end, second.span.end)),
        body=body,
        assignments=once((*first.assignments, *second.assignments)),
        deadlines=once((*first.deadlines, *second.deadlines)),
        targets=once((*first.targets, *second.targets)),
        recurrences=once((*first.recurrences, *second.recurrences)),
        parts=cut_parts(parts) if noted > 1 else (),
    )


def _as_parts(node: Node) -> tuple[Part, ...]:
    if not node.text:
        return ()
    facts = (node.assignments, node.deadlines, node.targets, node.recurrences)
    return (Part(node.text, Span(node.body.start, max(node.body.end, node.body.start)), *facts),)


def _trimmed(plan: Plan, node: Node, position: int) -> Node:
    """The node up to `position`."""
    body = Span(min(node.body.start, position), min(node.body.end, position))
    first = replace(node, span=Span(node.span.start, position), body=body)
    return with_facts(plan.text, first, node, lambda span: span is None or span.start < position)
