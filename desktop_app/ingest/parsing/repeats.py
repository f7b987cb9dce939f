"""A table of tasks in an annex that says again who does the tasks of the text: one task, not two.

The officer is told what was merged, and where the two differ.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from desktop_app.domain.plan import Doubt, Kind, Node, Span

_NOT_WORDS = re.compile(r"[\s，。；：、“”（）()《》]")
_SHORTEST = 4
_ALIKE = 0.8


class _Entry(Protocol):
    """What is asked of an entry of the outline: whether it is a row of a table."""

    @property
    def is_row(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Merged:
    """The nodes without repeats, where each dropped row went (id -> id), and what the officer should look at."""

    nodes: tuple[Node, ...]
    moved: Mapping[str, str]
    doubts: tuple[Doubt, ...]


def merge_repeats(entries: Sequence[_Entry], nodes: Sequence[Node]) -> Merged:
    """Give the facts of a row to the task of the text that it names; `entries` are those the nodes were made of."""
    rows = [node for entry, node in zip(entries, nodes, strict=True) if entry.is_row]
    tasks = [n for e, n in zip(entries, nodes, strict=True) if not e.is_row and n.kind is Kind.TASK]
    if not rows or not tasks:
        return Merged(tuple(nodes), {}, ())
    names = _Names(tasks)
    moved: dict[str, str] = {}
    taken: set[str] = set()
    for row in rows:
        home = names.home_of(_bare(row.title))
        if home is not None and home not in taken:
            moved[row.id] = home
            taken.add(home)
    held = {node.id: node for node in nodes}
    doubts: list[Doubt] = []
    for row_id, home in moved.items():
        held[home], doubt = _joined(held[home], held[row_id])
        doubts.append(doubt)
    left = [row for row in rows if row.id not in moved]
    if left and any(task.assignments for task in tasks):
        message = f"任务表中的{len(left)}项任务可能与正文任务重复，核对后取舍"
        doubts.append(Doubt("table_repeats", message, Span(left[0].span.start, left[-1].span.start)))
    kept = [held[node.id] for node in nodes if node.id not in moved]
    return Merged(tuple(_emptied(kept, nodes)), moved, tuple(doubts))


def _joined(task: Node, row: Node) -> tuple[Node, Doubt]:
    """The task with what only the row says; where both name units, those of the text stand."""
    differ = task.assignments and {f.unit for f in task.assignments} != {f.unit for f in row.assignments}
    says = "，责任单位与正文不一致，已按正文" if differ else ""
    doubt = Doubt("table_repeats", f"任务表“{row.title}”与正文任务相同，已合并{says}", row.span)
    task = replace(
        task,
        assignments=task.assignments or row.assignments,
        deadlines=(
            *task.deadlines,
            *(
                fact
                for fact in row.deadlines
                if (fact.date, fact.kind) not in {(d.date, d.kind) for d in task.deadlines}
            ),
        ),
        recurrences=task.recurrences or row.recurrences,
        targets=(
            *task.targets,
            *(t for t in row.targets if (t.op, t.value, t.unit) not in {(k.op, k.value, k.unit) for k in task.targets}),
        ),
    )
    return task, doubt


def _emptied(kept: Sequence[Node], before: Sequence[Node]) -> list[Node]:
    """An annex all of whose rows were merged holds nothing to tick any more."""
    parents = {node.parent for node in kept}
    had = {node.parent for node in before}
    return [replace(node, kind=Kind.CONTEXT) if node.id in had and node.id not in parents else node for node in kept]


class _Names:
    """The names of tasks, found by the pairs of letters they hold."""

    def __init__(self, tasks: Sequence[Node]) -> None:
        bare = ((_bare(node.title), node.id) for node in reversed(tasks))
        self._homes = {name: home for name, home in bare if len(name) >= _SHORTEST}
        self._pairs = {name: _pairs(name) for name in self._homes}
        self._holding: dict[str, list[str]] = defaultdict(list)
        for name, pairs in self._pairs.items():
            for pair in pairs:
                self._holding[pair].append(name)

    def home_of(self, name: str) -> str | None:
        """The task of this name, else the one task whose name shares nearly all pairs of letters with it."""
        if name in self._homes:
            return self._homes[name]
        pairs = _pairs(name)
        if len(pairs) < _SHORTEST:
            return None
        # Names that share four fifths share one pair at least of any third of them: the rarest third is looked up.
        rarest = sorted(pairs, key=lambda pair: len(self._holding.get(pair, ())))[: len(pairs) // 3 + 1]
        near = {other for pair in rarest for other in self._holding.get(pair, ())}
        alike = [other for other in near if _shared(pairs, self._pairs[other]) >= _ALIKE]
        return self._homes[alike[0]] if len(alike) == 1 else None


def _pairs(name: str) -> frozenset[str]:
    return frozenset(name[i : i + 2] for i in range(len(name) - 1))


def _shared(some: frozenset[str], others: frozenset[str]) -> float:
    return 2 * len(some & others) / max(len(some) + len(others), 1)


def _bare(title: str) -> str:
    return _NOT_WORDS.sub("", title)
