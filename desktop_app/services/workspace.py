"""The folder an officer works in: the database, the evidence and everything made from them."""

from __future__ import annotations

import datetime as dt
import os
import re
import sys
from pathlib import Path
from types import TracebackType

from sqlalchemy import Engine

from desktop_app import paths
from desktop_app.domain.disk_words import reason
from desktop_app.domain.errors import NotFound, StorageFailure
from desktop_app.storage.database import connect
from desktop_app.storage.evidence_files import FileStore
from desktop_app.storage.schema import prepare

LEDGER = "ledger.sqlite3"
FOLDERS = ("evidence", "sources", "backups", "exports", "logs")


class Workspace:
    """An open workspace. `today` is the clock's day unless a fixed one was given."""

    def __init__(self, folder: Path, engine: Engine, fixed_today: dt.date | None = None) -> None:
        self.folder = folder
        self.engine = engine
        self.evidence = FileStore(folder / "evidence")
        self.sources = FileStore(folder / "sources")
        self._fixed_today = fixed_today

    @property
    def today(self) -> dt.date:
        """The day that lights and entries go by."""
        return self._fixed_today or dt.date.today()

    def close(self) -> None:
        """Close the database; SQLite then folds its log into the one file."""
        self.engine.dispose()

    def __enter__(self) -> Workspace:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_workspace(folder: Path, today: dt.date | None = None, create: bool = True) -> Workspace:
    """Open a workspace; an older database is backed up and upgraded, a missing one made when `create` is true.

    Raises:
        NotFound: there is no workspace and `create` is false.
        Refused: the database is newer than the program, or of another program.
        StorageFailure: the folder cannot be written, or the database is damaged.
    """
    folder = folder.absolute()
    ledger = folder / LEDGER
    if not create and not ledger.is_file():
        raise NotFound(f"“{folder}”中没有台账。核对文件夹，或先导入一份规划")
    _make_folders(folder)
    prepare(ledger, folder / "backups")
    workspace = Workspace(folder, connect(ledger), today)
    workspace.evidence.sweep()
    workspace.sources.sweep()
    return workspace


def _make_folders(folder: Path) -> None:
    try:
        for name in FOLDERS:
            (folder / name).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageFailure(f"文件夹“{folder}”不能使用（{reason(error)}）。另选一个可写入的文件夹") from error


def default_folder() -> Path:
    """A `workspace` folder beside the program when there is one (portable use), else 销号台账 in the documents."""
    frozen = getattr(sys, "frozen", False)
    portable = (Path(sys.executable).parent if frozen else paths.bundle_root()) / "workspace"
    return portable if portable.is_dir() else documents_folder() / "销号台账"


def documents_folder() -> Path:
    """The folder the system keeps documents in, wherever the user moved it."""
    found = _windows_documents() if os.name == "nt" else _xdg_documents()
    return found or Path.home() / "Documents"


def _xdg_documents() -> Path | None:
    config = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    try:
        text = (config / "user-dirs.dirs").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    match = re.search(r'^XDG_DOCUMENTS_DIR="(.+)"$', text, re.MULTILINE)
    return Path(match[1].replace("$HOME", str(Path.home()))) if match else None


def _windows_documents() -> Path | None:
    if sys.platform == "win32":
        import ctypes

        my_documents, current_place = 5, 0
        buffer = ctypes.create_unicode_buffer(260)
        failed = ctypes.windll.shell32.SHGetFolderPathW(None, my_documents, None, current_place, buffer)
        return None if failed else Path(buffer.value)
    return None
