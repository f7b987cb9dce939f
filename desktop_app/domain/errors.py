"""What can go wrong for the officer, said in the officer's words."""

from __future__ import annotations


class XiaohaoError(Exception):
    """Base of every error that is shown to the officer.

    The message is one Chinese sentence: what happened, then what to do. It is printed as it is.
    """


class BadInput(XiaohaoError):
    """A file or a value that cannot be used; nothing was stored."""


class NotFound(XiaohaoError):
    """A task, plan, target or file that does not exist."""


class Refused(XiaohaoError):
    """A step that would not make sense now: undo with nothing to undo, a newer database, a workspace in use."""


class StorageFailure(XiaohaoError):
    """The disk or the database failed: full, locked, read-only, damaged."""


class Cancelled(XiaohaoError):
    """The officer stopped long work; nothing of it was kept."""

    def __init__(self) -> None:
        super().__init__("已取消，未作任何更改")
