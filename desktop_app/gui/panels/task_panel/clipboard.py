"""A screenshot or copied files in the clipboard, as files that can be attached."""

from __future__ import annotations

import atexit
import datetime as dt
import shutil
import tempfile
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop_app.gui.local_files import files_in


def pasted_files() -> list[Path]:
    """The files copied in a file manager; else the picture in the clipboard, saved as a PNG named by its moment."""
    data = QApplication.clipboard().mimeData()
    files = files_in(data)
    if files:
        return files
    picture = QApplication.clipboard().image()
    if picture.isNull():
        return []
    path = _folder() / f"截图{dt.datetime.now():%Y%m%d-%H%M%S}.png"
    return [path] if picture.save(str(path)) else []


@cache
def _folder() -> Path:
    """Where pasted pictures wait to be copied into the ledger; gone when the program ends."""
    folder = Path(tempfile.mkdtemp(prefix="xiaohao-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
