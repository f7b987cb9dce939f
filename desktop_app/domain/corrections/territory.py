"""Which text belongs to which node: every operation keeps every paragraph and every letter accounted for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from desktop_app.domain.plan import Kind, Node, Paragraph, ParagraphUse, Part, Plan, Span

HEADINGS = (Kind.CHAPTER, Kind.SECTION)


def is_heading(node: Node) -> bool:
    """Whether the node is a heading of others."""
    return node.kind in HEADINGS


def overlapping(paragraphs: Sequence[Paragraph], span: Span) -> Iterator[Paragraph]:
    """The paragraphs that share letters with `span`, in order."""
    place = max(bisect_right(paragraphs, span.start, key=lambda paragraph: paragraph.span.start) - 1, 0)
    while place < len(paragraphs) and paragraphs[place].span.start < span.end:
        if paragraphs[place].span.end > span.start:
            yield paragraphs[place]
        place += 1


def paragraph_at(plan: Plan, position: int) -> Paragraph | None:
    """The paragraph that holds `position`."""
    place = bisect_right(plan.paragraphs, position, key=lambda paragraph: paragraph.span.start) - 1
    return plan.paragraphs[place] if place >= 0 else None


def owns(paragraph: Paragraph, node: Node) -> bool:
    """Whether the paragraph, or the rest of it from where the node begins, is the node's."""
    return paragraph.node == node.id or (
        paragraph.node is not None and paragraph.span.start < node.span.start < paragraph.span.end
    )


def holdings(paragraphs: Sequence[Paragraph], node: Node, within: Span | None = None) -> list[Span]:
    """The stretches of text that are the node's, one for each paragraph; `within` is its body unless given."""
    reach = within or node.body
    return [
        Span(max(paragraph.span.start, reach.start), min(paragraph.span.end, reach.end))
        for paragraph in overlapping(paragraphs, reach)
        if owns(paragraph, node)
    ]


def owner_at(plan: Plan, position: int) -> Node | None:
    """The node whose text holds `position`; None where the text was set aside."""
    paragraph = paragraph_at(plan, position)
    if paragraph is None or paragraph.node is None:
        return None
    place = bisect_right(plan.nodes, position, key=lambda node: node.span.start) - 1
    while place >= 0:
        node = plan.nodes[place]
        if owns(paragraph, node) and (node.span.end >= position or node.id == paragraph.node):
            return node
        place -= 1
    return None


def depths(nodes: Iterable[Node]) -> list[int]:
    """How many headings stand above each node."""
    known: dict[str, int] = {}
    made = []
    for node in nodes:
        known[node.id] = known[node.parent] + 1 if node.parent in known else 0
        made.append(known[node.id])
    return made


def with_parents(nodes: Sequence[Node], wanted: Sequence[int]) -> tuple[Node, ...]:
    """Nodes in printed order put under the headings before them, as deep as wanted where headings allow it."""
    made: list[Node] = []
    branch: list[Node] = []
    for node, depth in zip(nodes, wanted, strict=True):
        while len(branch) > depth or (branch and not is_heading(branch[-1])):
            branch.pop()
        parent = branch[-1].id if branch else None
        kind = (Kind.SECTION if parent else Kind.CHAPTER) if is_heading(node) else node.kind
        if parent != node.parent or kind is not node.kind:
            node = replace(node, parent=parent, kind=kind)
        made.append(node)
        branch.append(node)
    return tuple(made)


def account(paragraphs: Iterable[Paragraph], nodes: Iterable[Node]) -> tuple[Paragraph, ...]:
    """The paragraphs of `nodes` counted anew as what these nodes are now; others stay."""
    touched = {node.id: node for node in nodes}
    return tuple(
        replace(paragraph, use=use_of(paragraph, touched[paragraph.node])) if paragraph.node in touched else paragraph
        for paragraph in paragraphs
    )


def use_of(paragraph: Paragraph, node: Node) -> ParagraphUse:
    """What a paragraph of this node is: a line that is all number and title is a heading."""
    holds_head = paragraph.span.start <= node.span.start < paragraph.span.end
    bare = node.body.start >= min(paragraph.span.end, node.span.end) and paragraph.span.start < node.body.start
    if bare or (holds_head and is_heading(node)):
        return ParagraphUse.HEADING
    return ParagraphUse.TASK if node.kind is Kind.TASK else ParagraphUse.BACKGROUND


def children(nodes: Iterable[Node], node: Node) -> list[Node]:
    """The nodes directly under `node`."""
    return [other for other in nodes if other.parent == node.id]


def cut_parts(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Parts as a node may have them: none, or two and more."""
    return tuple(parts) if len(parts) > 1 else ()
