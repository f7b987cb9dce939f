"""Read-only copies for other programs: what is kept is never in another program's hands."""

from __future__ import annotations

import shutil
import stat
import tempfile
from pathlib import Path


class ReadableCopies:
    """A folder of copies that lives as long as the program; each under a name that tells it apart."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def copy(self, kept: Path, folder: str, name: str = "") -> Path:
        """A copy of `kept` in the subfolder of this name, under a name of its own where one is given.

        Raises:
            OSError: the disk refuses.
        """
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="xiaohao-", ignore_cleanup_errors=True)
        place = Path(self._folder.name) / folder
        place.mkdir(exist_ok=True)
        copy = place / (name or kept.name)
        if not copy.exists():
            shutil.copyfile(kept, copy)
            copy.chmod(stat.S_IRUSR)
        return copy

    def clear(self) -> None:
        """Remove all copies: called once, when the program ends."""
        if self._folder is None:
            return
        for copy in Path(self._folder.name).rglob("*"):
            if copy.is_file():
                copy.chmod(stat.S_IRUSR | stat.S_IWUSR)
        self._folder.cleanup()
        self._folder = None
