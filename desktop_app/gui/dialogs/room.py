"""Dialogs open no larger than the screen: at 150 % a small screen has 911 x 512 px, and the buttons are at the foot."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

_BESIDE, _ABOVE = 12, 40
"""What the frame at the sides and the title bar take of the screen."""


def open_at(window: QWidget, width: int, height: int) -> None:
    """Give a window this size, less what the screen has no room for."""
    room = (window.parentWidget() or window).screen().availableSize()
    window.resize(min(width, room.width() - _BESIDE), min(height, room.height() - _ABOVE))
