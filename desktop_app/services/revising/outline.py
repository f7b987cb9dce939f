"""Writing the outline of a new version over the stored one: twins keep their rows, what is gone stands at the end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.plan import Node, Plan
from desktop_app.domain.standing import FRESH, Standing
from desktop_app.services.commands import Command
from desktop_app.services.revising.matching import Matching
from desktop_app.services.revising.stored import StoredNode, StoredPlan
from desktop_app.storage.recorder import RowUpdate


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node stands in the outline."""

    parent: int | None
    position: int
    depth: int


@dataclass(frozen=True, slots=True)
class Arranged:
    """The ids of the new version's nodes, and the place of every node that is there afterwards."""

    ids: dict[str, int]
    places: dict[int, Place]


def arrange(command: Command, plan: Plan, matching: Matching) -> Arranged:
    """Give ids to new nodes and a place to all; what is gone comes last under the heading it stood under."""
    fresh = iter(command.recorder.reserve_ids("node", len(matching.new)))
    ids = {node.id: matching.twins[node.id].old.id if node.id in matching.twins else next(fresh) for node in plan.nodes}
    children: dict[int | None, list[int]] = defaultdict(list)
    for node in plan.nodes:
        children[ids[node.parent] if node.parent else None].append(ids[node.id])
    present = {*ids.values(), *(node.id for node in matching.kept)}
    for gone in matching.kept:
        children[gone.parent if gone.parent in present else None].append(gone.id)
    return Arranged(ids, _walk(children))


def _walk(children: dict[int | None, list[int]]) -> dict[int, Place]:
    places: dict[int, Place] = {}
    waiting: list[tuple[int, int | None, int]] = [(id, None, 0) for id in reversed(children[None])]
    while waiting:
        node, parent, depth = waiting.pop()
        places[node] = Place(parent, len(places), depth)
        waiting += [(child, node, depth + 1) for child in reversed(children.get(node, []))]
    return places


@dataclass(frozen=True, slots=True)
class Afterwards:
    """What nodes are to be besides their words: where they stand, which were touched, and the keys of what is gone."""

    standings: dict[int, Standing]
    touched: frozenset[int]
    keys: dict[int, str]


def write_outline(
    command: Command, stored: StoredPlan, matching: Matching, arranged: Arranged, afterwards: Afterwards
) -> None:
    """Write the rows of all nodes, those to be removed excepted: they only make room."""
    cleared = _make_room(command, stored.nodes, arranged)
    rows = [_new_row(command, stored.id, node, arranged) for node in matching.new]
    if rows:
        ids = [arranged.ids[node.id] for node in matching.new]
        command.recorder.insert_many("node", tuple(rows[0]), [list(row.values()) for row in rows], ids)
    words = {twin.old.id: _words_of(twin.new) for twin in matching.twins.values()}
    words |= {node.id: {"key": afterwards.keys.get(node.id, node.key)} for node in matching.kept}
    staying = [node for node in stored.nodes if node.id in words]
    command.recorder.update(
        "node", [_update(command, node, words[node.id], arranged, afterwards, cleared) for node in staying]
    )


def _make_room(command: Command, nodes: Sequence[StoredNode], arranged: Arranged) -> dict[int, int]:
    """Move what is to stand elsewhere out of the way, since no two nodes may ever share a position.

    Returns:
        The positions beyond the end, by node.
    """
    beyond = max(len(arranged.places), *(node.position + 1 for node in nodes), 0)
    cleared = {}
    for node in nodes:
        place = arranged.places.get(node.id)
        if place is None or place.position != node.position:
            cleared[node.id] = node.position + beyond
    old = {node.id: node.position for node in nodes}
    command.recorder.update(
        "node", [RowUpdate(id, {"position": old[id]}, {"position": position}) for id, position in cleared.items()]
    )
    return cleared


def _update(
    command: Command,
    old: StoredNode,
    words: dict[str, object],
    arranged: Arranged,
    afterwards: Afterwards,
    cleared: dict[int, int],
) -> RowUpdate:
    place = arranged.places[old.id]
    before = {
        **_words(old),
        **standing_columns(old.standing),
        "parent_id": old.parent,
        "position": cleared.get(old.id, old.position),
        "depth": old.depth,
        "updated_at": old.updated_at,
    }
    after = {
        **before,
        **words,
        **standing_columns(afterwards.standings.get(old.id, old.standing)),
        "parent_id": place.parent,
        "position": place.position,
        "depth": place.depth,
        "updated_at": command.moment if old.id in afterwards.touched else old.updated_at,
    }
    return RowUpdate(old.id, before, after)


def _new_row(command: Command, plan_id: int, node: Node, arranged: Arranged) -> dict[str, object]:
    place = arranged.places[arranged.ids[node.id]]
    return {
        "plan_id": plan_id,
        "parent_id": place.parent,
        "position": place.position,
        "depth": place.depth,
        **_words_of(node),
        **standing_columns(FRESH),
        "no_evidence_reason": "",
        "updated_at": command.moment,
    }


def _words_of(node: Node) -> dict[str, object]:
    return {"key": node.id, **_shared_words(node)}


def _words(node: StoredNode) -> dict[str, object]:
    return {"key": node.key, **_shared_words(node)}


def _shared_words(node: Node | StoredNode) -> dict[str, object]:
    return {
        "number": node.number,
        "title": node.title,
        "text": node.text,
        "kind": node.kind,
        "span_start": node.span.start,
        "span_end": node.span.end,
        "body_start": node.body.start,
        "body_end": node.body.end,
    }


def standing_columns(standing: Standing) -> dict[str, object]:
    """A standing as the columns of a node or part."""
    return {
        "status": standing.status,
        "percent": standing.percent,
        "percent_before": standing.percent_before,
        "closed_on": standing.closed_on,
        "close_note": standing.close_note,
    }
