"""Where the window remembers its sizes and choices: an ini file of the user, never inside a workspace."""

from __future__ import annotations

from PySide6.QtCore import QSettings


def window_settings() -> QSettings:
    """The settings of this user."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Xiaohao", "xiaohao")
