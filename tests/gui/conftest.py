"""The window is tested with real widgets on the offscreen platform; nothing is read from the user's settings."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication

from desktop_app.gui.theme import Theme
from desktop_app.gui.tokens import LIGHT
from desktop_app.services.plans import import_plan
from desktop_app.services.workspace import open_workspace
from tests.gui.journey import PLAN, TODAY, Desk


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


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the workspace of `desk` is."""
    return tmp_path / "销号台账"


@pytest.fixture
def desk(qtbot, folder: Path) -> Iterator[Desk]:
    """The window on a workspace that holds plan 002."""
    with open_workspace(folder, TODAY) as workspace:
        import_plan(workspace, PLAN)
    opened = Desk(qtbot, folder)
    yield opened
    if opened.window.isVisible():
        opened.close()
