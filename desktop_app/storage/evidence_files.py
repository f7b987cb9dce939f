"""Files kept by the digest of their content: evidence, and the originals of imported plans.

A file is copied in whole or not at all, the same content is kept once, and what is kept is never altered.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from desktop_app.domain.disk_words import reason
from desktop_app.domain.errors import BadInput, StorageFailure
from desktop_app.domain.quotes import quoted

BLOCK = 1024 * 1024
UNFINISHED = ".unfinished"
"""The suffix of a copy that is being made; what is left of it after a crash is swept away at the next start."""

SWEEP_AFTER_SECONDS = 24 * 3600

_EXTENSION = re.compile(r"\.[a-z0-9]{1,8}", re.ASCII)
_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]')


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file in a store; `added` is false when its content was there before."""

    digest: str
    extension: str
    size: int
    added: bool


class FileStore:
    """A folder of files named by their SHA-256: ab/cdef….pdf."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, source: Path, copied: Callable[[int], None] | None = None) -> KeptFile:
        """Copy `source` in; `copied` is called with the number of bytes after each block and may raise to stop.

        Raises:
            BadInput: the file is gone, unreadable, empty or not a file.
            StorageFailure: the store cannot be written.
        """
        extension = extension_of(source.name)
        with _open_source(source) as file:
            self._make(self.folder)
            unfinished, digest, size = self._copy(file, source, copied)
        try:
            return self._place(unfinished, KeptFile(digest, extension, size, added=True))
        except OSError as error:
            raise _not_written(error) from error
        finally:
            unfinished.unlink(missing_ok=True)

    def path_of(self, digest: str, extension: str) -> Path:
        """Where the file with this digest is kept."""
        return self.folder / digest[:2] / f"{digest[2:]}{extension}"

    def forget(self, kept: KeptFile) -> None:
        """Take out a file that was copied in for a command that then failed."""
        path = self.path_of(kept.digest, kept.extension)
        if path.exists():
            path.chmod(stat.S_IREAD | stat.S_IWRITE)
            path.unlink()

    def files(self) -> Iterator[Path]:
        """All files of the store, copies being made left out."""
        return (path for path in sorted(self.folder.rglob("*")) if path.is_file() and path.suffix != UNFINISHED)

    def sweep(self) -> None:
        """Remove copies that a crash left half made; a young one may be another program's, still being made."""
        for path in self.folder.glob(f"*{UNFINISHED}"):
            if time.time() - path.stat().st_mtime > SWEEP_AFTER_SECONDS:
                path.unlink(missing_ok=True)

    def _copy(self, file: BinaryIO, source: Path, copied: Callable[[int], None] | None) -> tuple[Path, str, int]:
        digest, size = hashlib.sha256(), 0
        handle, name = tempfile.mkstemp(suffix=UNFINISHED, dir=self.folder)
        unfinished = Path(name)
        try:
            with os.fdopen(handle, "wb") as out:
                while block := _read_block(file, source):
                    _write_block(out, block)
                    digest.update(block)
                    size += len(block)
                    if copied:
                        copied(size)
                _flush(out)
            if not size:
                raise BadInput(f"{quoted(source.name)}是空文件（0字节），未保存")
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        return unfinished, digest.hexdigest(), size

    def _place(self, unfinished: Path, kept: KeptFile) -> KeptFile:
        folder = self.path_of(kept.digest, "").parent
        # The same content may have come in before under another extension.
        there = next(folder.glob(f"{kept.digest[2:]}*"), None)
        if there is not None and digest_of(there) == kept.digest:
            return KeptFile(kept.digest, there.suffix, kept.size, added=False)
        target = there or self.path_of(kept.digest, kept.extension)
        self._make(folder)
        if there is not None:
            # A damaged copy gives way to the sound one; Windows replaces no read-only file.
            there.chmod(stat.S_IREAD | stat.S_IWRITE)
        unfinished.chmod(stat.S_IREAD | stat.S_IRGRP | stat.S_IROTH)
        unfinished.replace(target)
        _sync_folder(folder)
        return KeptFile(kept.digest, target.suffix, kept.size, added=there is None)

    @staticmethod
    def _make(folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _not_written(error) from error


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's content, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def extension_of(name: str) -> str:
    """The extension in small letters with its dot; "" when it is none that a program would know."""
    suffix = PurePosixPath(name).suffix.lower()
    return suffix if _EXTENSION.fullmatch(suffix) else ""


def safe_name(name: str) -> str:
    """The file's own name, fit for every system: no folders, no control characters, 200 characters at most."""
    cleaned = _UNFIT.sub("_", unicodedata.normalize("NFC", name)).strip(" .")
    if len(cleaned) > 200:
        extension = extension_of(cleaned)
        cleaned = cleaned[: 200 - len(extension)] + extension
    return cleaned or "未命名"


def _open_source(source: Path) -> BinaryIO:
    if source.is_dir():
        raise BadInput(f"{quoted(source.name)}是文件夹，不能作为文件保存。选择其中的文件")
    if not source.is_file():
        raise BadInput(f"文件{quoted(source.name)}不存在，可能已移动或删除")
    try:
        return source.open("rb")
    except OSError as error:
        raise _not_read(source, error) from error


def _read_block(file: BinaryIO, source: Path) -> bytes:
    try:
        return file.read(BLOCK)
    except OSError as error:
        raise _not_read(source, error) from error


def _write_block(out: BinaryIO, block: bytes) -> None:
    try:
        out.write(block)
    except OSError as error:
        raise _not_written(error) from error


def _flush(out: BinaryIO) -> None:
    try:
        out.flush()
        os.fsync(out.fileno())
    except OSError as error:
        raise _not_written(error) from error


def _sync_folder(folder: Path) -> None:
    """Put the new name on the disk too; Windows does this with the file."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _not_read(source: Path, error: OSError) -> BadInput:
    return BadInput(f"文件{quoted(source.name)}读取失败（{reason(error)}），可能已移动、被占用或没有权限")


def _not_written(error: OSError) -> StorageFailure:
    return StorageFailure(f"写入台账文件夹失败（{reason(error)}），未作更改。检查磁盘空间和文件夹权限后重试")
