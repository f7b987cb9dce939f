"""The plan under review with its corrections, as one object that the panes watch."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.corrections import Bench, Correction, Unfit, owner_at
from desktop_app.domain.plan import Node, Plan, Span
from desktop_app.gui.words import say


class Workbench(QObject):
    """Does, undoes and redoes corrections, and knows which node is looked at."""

    changed = Signal()
    """The plan is another one now."""
    chosen = Signal(object)
    """Another node is looked at: its id, or None. The sender of the choice is not told apart."""
    refused = Signal(str)
    """A correction did not fit: the sentence that says why."""

    def __init__(self, parsed: Plan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bench = Bench(parsed)
        self.current: str | None = None
        self._places: dict[str, int] = {}
        self._index()

    @property
    def plan(self) -> Plan:
        """The plan as corrected so far."""
        return self.bench.plan

    def node(self, id: str | None) -> Node | None:
        """The node with this id; None when there is none."""
        place = self._places.get(id) if id is not None else None
        return self.plan.nodes[place] if place is not None else None

    def place(self, id: str) -> int:
        """Where the node stands among the plan's nodes."""
        return self._places[id]

    def before(self, id: str) -> Node | None:
        """The node before this one in printed order."""
        place = self._places.get(id, 0)
        return self.plan.nodes[place - 1] if place else None

    def current_node(self) -> Node | None:
        """The node that is looked at."""
        return self.node(self.current)

    def choose(self, id: str | None) -> None:
        """Look at a node."""
        if id != self.current:
            self.current = id
            self.chosen.emit(id)

    def choose_at(self, position: int) -> None:
        """Look at the node that holds `position`; stay when none does."""
        owner = owner_at(self.plan, position)
        if owner is not None:
            self.choose(owner.id)

    def do(self, correction: Correction | None) -> bool:
        """Correct the plan; says why when it does not fit."""
        if correction is None:
            return False
        return self._change(lambda: self.bench.do(correction))

    def do_all(self, corrections: Sequence[Correction]) -> list[tuple[Correction, str]]:
        """Do what fits of a file; returns what does not, with the reasons."""
        unfit: list[tuple[Correction, str]] = []
        self._change(lambda: unfit.extend(self.bench.do_all(corrections)))
        return unfit

    def undo(self) -> None:
        """Take the last correction back."""
        self._change(self.bench.undo)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._change(self.bench.redo)

    def _change(self, step: Callable[[], None]) -> bool:
        looked_at = self.current_node()
        try:
            step()
        except Unfit as error:
            self.refused.emit(say(str(error)))
            return False
        self._index()
        self._keep_place(looked_at.span if looked_at else None)
        self.changed.emit()
        return True

    def _index(self) -> None:
        self._places = {node.id: place for place, node in enumerate(self.plan.nodes)}

    def _keep_place(self, looked_at: Span | None) -> None:
        """When the node that was looked at is gone, look at what stands in its place."""
        if self.current in self._places:
            return
        self.current = None
        if looked_at is not None:
            behind = [node for node in self.plan.nodes if node.span.start <= looked_at.start]
            near = behind[-1:] or list(self.plan.nodes[:1])
            self.current = near[0].id if near else None
        self.chosen.emit(self.current)
