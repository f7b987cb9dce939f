"""Tab goes through a pane as the eye does: Qt's own order is that in which widgets were made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget


def follow_layout(root: QWidget) -> None:
    """Let Tab visit the fields and buttons of `root` in the order of its layouts, hidden ones included."""
    for before, after in pairwise(fields_of(root)):
        QWidget.setTabOrder(before, after)


def fields_of(widget: QWidget) -> Iterator[QWidget]:
    """What Tab stops at in a widget, in the order of its layouts."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    if isinstance(widget, QScrollArea):
        yield from _in_pages([widget.widget()])
    elif isinstance(widget, QStackedWidget):
        yield from _in_pages([widget.widget(number) for number in range(widget.count())])
    elif (layout := widget.layout()) is not None:
        yield from _in_layout(layout)


def _in_pages(pages: Sequence[QWidget | None]) -> Iterator[QWidget]:
    for page in pages:
        if page is not None:
            yield from fields_of(page)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is not None and (inner := item.layout()) is not None:
            yield from _in_layout(inner)
        elif item is not None and (widget := item.widget()) is not None:
            yield from fields_of(widget)
