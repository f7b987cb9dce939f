"""The window is tested with real widgets on the offscreen platform; nothing is read from the user's settings."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication

from desktop_app.gui.theme import Theme
from desktop_app.gui.tokens import LIGHT


@pytest.fixture(autouse=True)
def nothing_left_on_screen() -> Iterator[None]:
    """Widgets that a test closed are gone before the next one: each that stays makes every later change of theme slower."""
    yield
    app = QApplication.instance()
    if isinstance(app, QApplication):
        for widget in app.topLevelWidgets():
            widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, LIGHT)


@pytest.fixture
def settings(tmp_path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
