"""Source and outline scroll together: what is beside the same place of one view is at that place of the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QScrollBar

from desktop_app.domain.corrections import owner_at
from desktop_app.domain.plan import Node
from desktop_app.gui.dialogs.import_review.outline_view import OutlineView
from desktop_app.gui.dialogs.import_review.source_text import SourceText
from desktop_app.gui.dialogs.import_review.workbench import Workbench


class InStep(QObject):
    """Each view follows the other; the place that is held equal moves from top to bottom with the scrolling."""

    def __init__(self, bench: Workbench, source: SourceText, outline: OutlineView) -> None:
        super().__init__(source)
        self._bench = bench
        self._source = source
        self._outline = outline
        self._leading: QScrollBar | None = None
        self._apart = False
        source.verticalScrollBar().valueChanged.connect(self._follow_source)
        outline.verticalScrollBar().valueChanged.connect(self._follow_outline)

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Let one view jump alone: a row that was clicked stays under the pointer."""
        before, self._apart = self._apart, True
        try:
            yield
        finally:
            self._apart = before

    def _follow_source(self) -> None:
        bar = self._source.verticalScrollBar()
        if self._leading is None and not self._apart and bar.isVisible():
            fraction = _fraction(bar)
            node = self._node_near(self._source.block_at_fraction(fraction))
            if node is not None:
                self._lead(bar, lambda: self._outline.put_at_fraction(node.id, fraction))
            self._meet_ends(bar, self._outline.verticalScrollBar())

    def _follow_outline(self) -> None:
        bar = self._outline.verticalScrollBar()
        if self._leading is None and not self._apart and bar.isVisible():
            fraction = _fraction(bar)
            node = self._outline.node_at_fraction(fraction)
            if node is not None:
                self._lead(bar, lambda: self._source.put_at_fraction(node.span.start, fraction))
            self._meet_ends(bar, self._source.verticalScrollBar())

    def _meet_ends(self, leading: QScrollBar, other: QScrollBar) -> None:
        """At the first and the last line both views are at theirs."""
        ends = {leading.minimum(): other.minimum(), leading.maximum(): other.maximum()}
        if leading.value() in ends:
            self._lead(leading, lambda: other.setValue(ends[leading.value()]))

    def _lead(self, bar: QScrollBar, follow: Callable[[], None]) -> None:
        self._leading = bar
        try:
            follow()
        finally:
            self._leading = None

    def _node_near(self, position: int) -> Node | None:
        """The node at a position, else the last one before it."""
        plan = self._bench.plan
        owner = owner_at(plan, position)
        if owner is not None or not plan.nodes:
            return owner
        before = [node for node in plan.nodes if node.span.start <= position]
        return before[-1] if before else plan.nodes[0]


def _fraction(bar: QScrollBar) -> float:
    return bar.value() / bar.maximum() if bar.maximum() else 0.0
