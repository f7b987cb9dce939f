"""Asks for files and folders: one way for all windows; each kind of question begins where it was last answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, QUrl
from PySide6.QtWidgets import QFileDialog, QToolButton, QWidget

from desktop_app.gui.dialogs.room import open_at
from desktop_app.gui.icons import icon
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import tr

Kind = tuple[str, Sequence[str]]
"""What files are called, and the endings they have; the ending "" stands for every file."""


_PICTURES = {
    "backButton": ("chevron_left", 16),
    "forwardButton": ("chevron_right", 16),
    "toParentButton": ("chevron_up", 12),
}
"""The buttons of Qt's dialog by their names there."""


class Purpose(Enum):
    """What is asked for; each remembers a folder of its own, under its value in the settings."""

    PLAN = "plan"
    CORRECTIONS = "corrections"
    EVIDENCE = "evidence"
    RETURNED = "returned"
    LETTERS = "letters"
    FORM = "form"
    EXPORT = "export"


class FileDialogs:
    """Opens the dialogs of the system where it has some, else those of Qt; what is chosen is given to `take`.

    Args:
        settings: where folders are remembered; None remembers them as long as the program runs.
        theme: the colours of the pictures in the dialog of Qt, whose own are black on any ground.
    """

    def __init__(self, settings: QSettings | None = None, theme: Theme | None = None) -> None:
        self._settings = settings
        self._theme = theme
        self._folders: dict[Purpose, Path] = {}

    def remember(self, purpose: Purpose, folder: Path) -> None:
        """Begin in `folder` the next time."""
        self._folders[purpose] = folder
        if self._settings is not None:
            self._settings.setValue(f"folders/{purpose.value}", str(folder))

    def folder_for(self, purpose: Purpose) -> Path:
        """Where the next question begins: where the last one was answered while that is there, else the documents."""
        kept = self._folders.get(purpose)
        if kept is None and self._settings is not None and (value := self._settings.value(f"folders/{purpose.value}")):
            kept = Path(str(value))
        return kept if kept is not None and kept.is_dir() else _usual_places()[0]

    def ask_files(
        self, window: QWidget, title: str, purpose: Purpose, kinds: Sequence[Kind], take: Callable[[list[Path]], object]
    ) -> QFileDialog:
        """Ask for one or more files that are there."""
        dialog = self._made(window, title, self.folder_for(purpose))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(_filters(kinds))
        dialog.filesSelected.connect(lambda names: self.remember(purpose, Path(names[0]).parent))
        dialog.filesSelected.connect(lambda names: take([Path(name) for name in names]))
        dialog.open()
        return dialog

    def ask_file(
        self, window: QWidget, title: str, purpose: Purpose, kinds: Sequence[Kind], take: Callable[[Path], object]
    ) -> QFileDialog:
        """Ask for one file that is there."""
        dialog = self._made(window, title, self.folder_for(purpose))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(_filters(kinds))
        dialog.fileSelected.connect(lambda name: self.remember(purpose, Path(name).parent))
        dialog.fileSelected.connect(lambda name: take(Path(name)))
        dialog.open()
        return dialog

    def ask_place(
        self,
        window: QWidget,
        title: str,
        purpose: Purpose,
        name: str,
        kinds: Sequence[Kind],
        take: Callable[[Path], object],
    ) -> QFileDialog:
        """Ask where to write a file that is to be called `name`; one that is there is asked about by the dialog."""
        dialog = self._made(window, title, self.folder_for(purpose))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        filters = [_filter(words, suffixes) for words, suffixes in kinds]
        endings = {made: suffixes[0].removeprefix(".") for made, (_, suffixes) in zip(filters, kinds, strict=True)}
        dialog.setNameFilters(filters)
        dialog.setDefaultSuffix(next(iter(endings.values()), ""))
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(endings[chosen]))
        dialog.selectFile(safe_name(name))
        dialog.fileSelected.connect(lambda name: self.remember(purpose, Path(name).parent))
        dialog.fileSelected.connect(lambda name: take(Path(name)))
        dialog.open()
        return dialog

    def ask_folder(
        self, window: QWidget, title: str, begin: Purpose | Path, take: Callable[[Path], object]
    ) -> QFileDialog:
        """Ask for a folder, beginning in a folder or in the one of a purpose, which then remembers the answer."""
        purpose = begin if isinstance(begin, Purpose) else None
        dialog = self._made(window, title, _nearest(begin) if isinstance(begin, Path) else self.folder_for(begin))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        if purpose is not None:
            dialog.fileSelected.connect(lambda name: self.remember(purpose, Path(name)))
        dialog.fileSelected.connect(lambda name: take(Path(name)))
        dialog.open()
        return dialog

    def _made(self, window: QWidget, title: str, folder: Path) -> QFileDialog:
        dialog = QFileDialog(window, title)
        dialog.setDirectory(str(folder))
        dialog.setSidebarUrls([*(QUrl.fromLocalFile(str(place)) for place in _usual_places()), QUrl("file:")])
        dialog.setOption(QFileDialog.Option.HideNameFilterDetails)
        # The dialog of Qt is too narrow for names and days; that of the system keeps a size of its own.
        open_at(dialog, 780, 520)
        dialog.finished.connect(dialog.deleteLater)
        if self._theme is not None:
            for name, picture in _PICTURES.items():
                for button in dialog.findChildren(QToolButton, name):
                    button.setIcon(icon(self._theme, *picture))
        return dialog


def safe_name(name: str) -> str:
    """A file name that every system takes."""
    return "".join("_" if letter in '\\/:*?"<>|' else letter for letter in name)


def _filters(kinds: Sequence[Kind]) -> list[str]:
    """Filters of files that are there: whatever is asked for, every file can be shown."""
    shown = [_filter(words, suffixes) for words, suffixes in kinds]
    return [*shown, _filter(tr("全部文件"), ("",))]


def _filter(words: str, suffixes: Sequence[str]) -> str:
    return f"{words} ({' '.join(f'*{suffix}' for suffix in suffixes)})"


def _nearest(folder: Path) -> Path:
    """The folder, else the nearest above it that is there."""
    return next((each for each in (folder, *folder.parents) if each.is_dir()), Path.home())


def _usual_places() -> list[Path]:
    """Documents, desktop and home of the user, as far as there are some."""
    place = QStandardPaths.StandardLocation
    named = (place.DocumentsLocation, place.DesktopLocation, place.HomeLocation)
    places = [Path(QStandardPaths.writableLocation(each)) for each in named]
    return [each for each in dict.fromkeys(places) if each.is_dir()] or [Path.home()]
