"""Starts the window: the frame is painted first, the database and everything behind it come after."""

from __future__ import annotations

import datetime as dt
import gc
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QSettings, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app import __version__, paths
from desktop_app.domain.errors import XiaohaoError
from desktop_app.gui.first_paint import AfterFirstPaint
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.settings import window_settings
from desktop_app.gui.theme import Theme

LOCK = "xiaohao.lock"
"""The file in a workspace that says a program has it open."""
LANGUAGE_KEY = "window/language"
PICTURE_SIZE = (1366, 768)


def run(workspace: Path | None = None, today: dt.date | None = None, screenshot: Path | None = None) -> int:
    """Show the window until it is closed; returns the exit code.

    Args:
        workspace: the folder to open; None takes the one of the last time, else the usual place.
        today: a fixed day for lights and entries; None goes by the clock.
        screenshot: save a picture of the loaded window there and end; nothing is remembered then.
    """
    # Nothing made before the first paint is garbage, and looking for some costs a twentieth of the start.
    gc.disable()
    try:
        return _run(workspace, today, screenshot)
    finally:
        gc.enable()


def _run(workspace: Path | None, today: dt.date | None, screenshot: Path | None) -> int:
    app = _application()
    if screenshot is None and _running_already(workspace):
        return 0
    settings = window_settings() if screenshot is None else None
    _translate(app, settings)
    window = _window(app, settings)
    if screenshot is not None:
        window.resize(*PICTURE_SIZE)
    start = _Start(window, workspace, today, settings, screenshot)
    AfterFirstPaint(window, start.load)
    window.show()
    code = app.exec()
    return start.code or code


def _application() -> QApplication:
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    app = QApplication(sys.argv[:1])
    app.setApplicationName("xiaohao")
    app.setApplicationDisplayName("")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("xiaohao")
    return app


def _window(app: QApplication, settings: QSettings | None) -> MainWindow:
    """The frame, with the style sheet put on once all of it is there."""
    theme = Theme(app, sheet=False)
    window = MainWindow(theme, settings=settings)
    theme.put_on_sheet()
    return window


def _running_already(workspace: Path | None) -> bool:
    if workspace is not None and not (workspace / LOCK).exists():
        return False
    from desktop_app.gui.controllers.single import raise_running

    return raise_running(workspace)


def _translate(app: QApplication, settings: QSettings | None) -> None:
    """Qt's own dialogs and menus in Chinese; the whole window in English when that was chosen."""
    english = settings is not None and settings.value(LANGUAGE_KEY) == "en"
    if english:
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    own = paths.resources() / "translations"
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    # The last one installed is asked first: our words stand before those of Qt.
    for file in (own / "xiaohao_en.qm",) if english else (qt / "qtbase_zh_CN.qm", own / "qt_zh_CN.qm"):
        translator = QTranslator(app)
        if translator.load(str(file)):
            app.installTranslator(translator)


class _Start(QObject):
    """What happens after the first paint."""

    def __init__(
        self,
        window: MainWindow,
        workspace: Path | None,
        today: dt.date | None,
        settings: QSettings | None,
        screenshot: Path | None,
    ) -> None:
        super().__init__(window)
        self.code = 0
        self._window = window
        self._folder = workspace
        self._today = today
        self._settings = settings
        self._screenshot = screenshot

    def load(self) -> None:
        """Open the workspace and put the controllers on the window."""
        gc.freeze()
        gc.enable()
        from desktop_app.gui.controllers.faults import Faults
        from desktop_app.gui.controllers.install import Controllers
        from desktop_app.gui.panels.task_panel import TaskPanel

        panel = TaskPanel(self._window.theme)
        self._window.set_panel(panel)
        faults = Faults(self._window)
        faults.install()
        try:
            controllers = Controllers(self._window, panel, self._folder, self._today, self._settings, faults)
        except XiaohaoError as error:
            self._give_up(str(error))
            return
        if self._screenshot is not None:
            controllers.screen.choose_first()
            QTimer.singleShot(200, self, self._take_picture)

    def _give_up(self, sentence: str) -> None:
        """Say why the workspace cannot be opened, then end."""
        self.code = 2
        if self._screenshot is None:
            from desktop_app.gui.controllers import messages

            messages.warn(self._window, sentence).finished.connect(self._window.close)
        else:
            sys.stderr.write(f"{sentence}\n")
            self._window.close()

    def _take_picture(self) -> None:
        assert self._screenshot is not None
        self._screenshot.parent.mkdir(parents=True, exist_ok=True)
        if not self._window.grab().save(str(self._screenshot)):
            self.code = 2
        self._window.close()
