"""Backups of the ledger: made when asked for, and put back in place of what is there."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.errors import BadInput, NotFound, Refused, StorageFailure
from desktop_app.domain.quotes import quoted
from desktop_app.services.workspace import LEDGER, Workspace
from desktop_app.storage.backup import back_up, fingerprint, move_aside, overwrite
from desktop_app.storage.schema import prepare, version_of

BACKUPS = "backups"
_BEFORE = "恢复前"


@dataclass(frozen=True, slots=True)
class Restored:
    """A ledger that was brought back: from which backup, and where what it replaced is kept (None when nothing was there)."""

    backup: Path
    kept: Path | None


def make_backup(workspace: Workspace) -> Path:
    """Copy the ledger into the workspace's backups; returns the copy.

    Raises:
        StorageFailure: the disk is full or cannot be written.
    """
    return back_up(workspace.folder / LEDGER, workspace.folder / BACKUPS, "手动")


def restore(folder: Path, backup: Path) -> Restored:
    """Let the workspace in `folder` hold what `backup` holds; what it replaces is backed up before.

    The backup is copied, upgraded if it is older, and read through before anything is touched. Evidence, originals and
    exports stay as they are. `backup` is a path, or the name of a file in the workspace's backups.

    Raises:
        NotFound: there is no such backup.
        Refused: it is no backup of a ledger, or of a newer version of the program.
        StorageFailure: it is damaged, or the disk is full or cannot be written; the ledger is as it was.
    """
    folder = folder.absolute()
    source, ledger = _found(folder, backup), folder / LEDGER
    if version_of(source) is None:
        raise Refused(f"{quoted(source.name)}不是台账的备份，另选一份")
    (folder / BACKUPS).mkdir(parents=True, exist_ok=True)
    ready = folder / f".{secrets.token_hex(6)}.restoring"
    try:
        overwrite(ready, source)
        prepare(ready, folder / BACKUPS)
        kept = _kept(ledger, folder / BACKUPS)
        if ledger.exists():
            overwrite(ledger, ready)
        else:
            ready.replace(ledger)
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            ready.with_name(ready.name + suffix).unlink(missing_ok=True)
    return Restored(source, kept)


def _found(folder: Path, backup: Path) -> Path:
    named = folder / BACKUPS / backup
    source = named if backup.name == str(backup) and not backup.exists() else backup
    if not source.is_file():
        raise NotFound(f"没有备份“{backup}”。备份在台账文件夹的 {BACKUPS} 中")
    if source.resolve() == (folder / LEDGER).resolve():
        raise BadInput("所选的就是正在使用的台账，应选一份备份")
    return source


def _kept(ledger: Path, backups: Path) -> Path | None:
    """A backup of what is about to be replaced; a ledger too damaged to be copied is moved there as it is."""
    if not ledger.exists():
        return None
    try:
        fingerprint(ledger)
    except StorageFailure:
        return move_aside(ledger, backups, f"{_BEFORE}_已损坏")
    return back_up(ledger, backups, _BEFORE)
