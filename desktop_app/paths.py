"""Where the program's own files are, whether it runs from the source tree, an installed wheel or frozen."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def bundle_root() -> Path:
    """The folder that holds `resources/` and `migrations/`.

    Frozen: PyInstaller's `sys._MEIPASS`. Installed: the package itself (the wheel puts both there).
    Source tree: the folder above the package.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    package = Path(__file__).resolve().parent
    for root in (Path(getattr(sys, "_MEIPASS", package)), package, package.parent):
        if (root / "resources").is_dir() and (root / "migrations").is_dir():
            return root
    raise FileNotFoundError("resources")


def resources() -> Path:
    """Fonts, icons, translations and the sample plan."""
    return bundle_root() / "resources"


def migrations() -> Path:
    """The Alembic scripts."""
    return bundle_root() / "migrations"
