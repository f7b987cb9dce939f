"""Which stored node became which node of the new version: headings first, then tasks and background in their places."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from desktop_app.domain.plan import Kind, Node, Plan
from desktop_app.domain.revision import Item, Pair, match, plain, without_number
from desktop_app.services.revising.stored import StoredNode, StoredPlan, by_id

Places = dict[int | str, Hashable]
"""Where each node stands, by its id."""

HEADINGS = frozenset({Kind.CHAPTER, Kind.SECTION})


@dataclass(frozen=True, slots=True)
class Twin:
    """A stored node and the node it became; `moved` under another heading, `changed` in its wording."""

    old: StoredNode
    new: Node
    moved: bool
    changed: bool


@dataclass(frozen=True, slots=True)
class Matching:
    """Every node of both versions once. `kept` are nodes the new version leaves out but the ledger does not:
    tasks, and the headings they stand under; `removed` are other nodes that are left out.
    """

    twins: dict[str, Twin]
    new: tuple[Node, ...]
    kept: tuple[StoredNode, ...]
    removed: tuple[StoredNode, ...]


def match_outlines(stored: StoredPlan, plan: Plan) -> Matching:
    """Match the stored outline with the new one."""
    twins = _match(stored, plan, HEADINGS, _titles_above(stored.nodes), _titles_above(plan.nodes))
    # The place of the others is the heading they stand under, by its stored id; a new heading is a place of its own.
    headings = {node_id: twin.old.id for node_id, twin in twins.items()}
    olds: Places = {node.id: node.parent for node in stored.nodes}
    news: Places = {node.id: headings.get(node.parent or "", node.parent) for node in plan.nodes}
    for kind in (Kind.TASK, Kind.CONTEXT):
        twins |= _match(stored, plan, {kind}, olds, news)
    matched = {twin.old.id for twin in twins.values()}
    left = [node for node in stored.nodes if node.id not in matched]
    kept = _kept(left, by_id(stored.nodes))
    return Matching(
        twins=twins,
        new=tuple(node for node in plan.nodes if node.id not in twins),
        kept=tuple(node for node in left if node.id in kept),
        removed=tuple(node for node in left if node.id not in kept),
    )


def printed(plan: Plan, node: Node) -> str:
    """What the document prints of a node, its number left out."""
    return without_number(plan.text[node.span.start : node.span.end], node.number)


def _match(
    stored: StoredPlan, plan: Plan, kinds: Iterable[Kind], old_places: Places, new_places: Places
) -> dict[str, Twin]:
    """Match the nodes of these kinds; what an earlier version left out may come back for what is new otherwise."""
    wanted = frozenset(kinds)
    old = {node.id: node for node in stored.nodes if node.kind in wanted}
    new = {node.id: node for node in plan.nodes if node.kind in wanted}
    items = [Item(node.id, node.number, node.title, printed(plan, node), new_places[node.id]) for node in new.values()]
    found: list[Pair] = []
    for gone in (False, True):
        candidates = [node for node in old.values() if (node.gone is not None) is gone]
        olds = [Item(node.id, node.number, node.title, node.printed, old_places[node.id]) for node in candidates]
        found += [pair for pair in match(olds, items) if pair.old and pair.new]
        paired = {pair.new.key for pair in found if pair.new}
        items = [item for item in items if item.key not in paired]
    twins = {}
    for pair in found:
        assert pair.old and pair.new
        old_node, new_node = old[int(pair.old.key)], new[str(pair.new.key)]
        twins[new_node.id] = Twin(old_node, new_node, pair.moved, pair.changed)
    return twins


def _titles_above(nodes: Iterable[StoredNode] | Iterable[Node]) -> Places:
    """The titles of the headings above each node; parents come first."""
    paths: dict[int | str | None, str] = {None: ""}
    places: dict[int | str, Hashable] = {}
    for node in nodes:
        places[node.id] = paths[node.parent]
        paths[node.id] = f"{paths[node.parent]}/{plain(node.title)}"
    return places


def _kept(left: Sequence[StoredNode], every: dict[int, StoredNode]) -> set[int]:
    """The tasks that are left out, and every heading above them that is left out too."""
    left_ids = {node.id for node in left}
    kept: set[int] = set()
    for node in left:
        at: StoredNode | None = node if node.kind is Kind.TASK else None
        while at is not None and at.id in left_ids and at.id not in kept:
            kept.add(at.id)
            at = every.get(at.parent) if at.parent is not None else None
    return kept
