"""The files of a drag or of the clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData


def files_in(data: QMimeData) -> list[Path]:
    """The files that were copied or dragged; addresses of other machines are none."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
