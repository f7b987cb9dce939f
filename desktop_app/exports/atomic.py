"""Every output file is written beside its target and swapped in whole, or not at all."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from desktop_app.domain.disk_words import is_full, is_too_long, may_not_write, reason
from desktop_app.domain.errors import BadInput, StorageFailure
from desktop_app.domain.quotes import quoted

_OPEN = "已被其他程序打开"
_NAMED = 20
"""So many letters of a name that is too long are said."""


@dataclass(slots=True)
class Swap:
    """A file on its way: write to `temporary`; after the `with` block it stands at `path`.

    `path` differs from `wanted` when the wanted file is open in another program.
    """

    wanted: Path
    path: Path
    temporary: Path
    obstacle: str = ""
    """Why the wanted file was left alone."""
    replaced: bool = False
    """Whether a file of that name was there and gave way."""

    @property
    def moved(self) -> bool:
        """Whether the file had to take a second name."""
        return self.path != self.wanted

    @property
    def notice(self) -> str:
        """What to tell the officer about the second name, or of a file that gave way; "" when there is nothing to tell."""
        if self.moved:
            return f"{quoted(self.wanted.name)}{self.obstacle}，已另存为{quoted(self.path.name)}"
        return f"原有的{quoted(self.path.name)}已被替换" if self.replaced else ""


@contextmanager
def replace_when_done(path: Path) -> Iterator[Swap]:
    """Give a temporary name in the folder of `path`; swap it in when the block ends without an error.

    An existing file of that name is replaced: whoever calls has asked the officer. When it is open elsewhere the
    new file takes a free second name, 台账（2）.xlsx. An error or `Cancelled` in the block leaves the folder as it was.

    Raises:
        BadInput: `path` is a folder, or its folder does not exist.
        StorageFailure: the folder cannot be written to, the disk is full, or the name too long.
    """
    wanted = Path(os.path.abspath(path))  # noqa: PTH100  resolve() would follow links out of the chosen folder
    temporary = wanted.with_name(f".{secrets.token_hex(6)}{wanted.suffix}.tmp")
    try:
        _check(wanted)
        obstacle = what_holds(wanted)
        swap = Swap(wanted, second_name(wanted) if obstacle else wanted, temporary, obstacle)
        _claim(temporary)
        yield swap
        _flush(temporary)
        _put(swap)
    except OSError as error:
        raise not_saved(error, wanted) from error
    finally:
        # A read-only disk refuses even to take away what is not there.
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


@contextmanager
def folder_for(folder: Path) -> Iterator[None]:
    """Make sure there is such a folder. When the block fails, folders that were made for it go again unless they hold something.

    Raises:
        StorageFailure: it cannot be made.
    """
    made: list[Path] = []
    try:
        try:
            made += [each for each in (folder, *folder.parents) if not each.exists()]
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageFailure(f"文件夹“{folder}”不能使用（{reason(error)}），应换一个位置") from error
        yield
    except BaseException:
        for each in made:
            with suppress(OSError):
                each.rmdir()
        raise


def what_holds(path: Path) -> str:
    """Why an existing file must be left alone, in words; "" when it may be replaced.

    An office program leaves a lock file beside what it has open; Windows refuses us the file itself.
    """
    if not path.exists():
        return ""
    locks = (f"~${path.name}", f".~lock.{path.name}#")
    if any(is_there(path.with_name(name)) for name in locks):
        return _OPEN
    if not path.stat().st_mode & stat.S_IWRITE:
        return "是只读文件"
    try:
        with path.open("r+b"):
            return ""
    except PermissionError:
        return _OPEN


def is_there(path: Path) -> bool:
    """Whether something is at `path`; nothing is under a name that is too long to be."""
    return os.path.exists(path)  # noqa: PTH110  Path.exists() raises for such a name


def second_name(path: Path) -> Path:
    """The first free name of the form 台账（2）.xlsx."""
    names = (path.with_name(f"{path.stem}（{number}）{path.suffix}") for number in count(2))
    return next(name for name in names if not name.exists())


def _check(path: Path) -> None:
    if path.is_dir():
        raise BadInput(f"“{path}”是文件夹，应给出文件名")
    if not path.parent.is_dir():
        raise BadInput(f"文件夹“{path.parent}”不存在，应先建立或换一个位置")


def _claim(temporary: Path) -> None:
    """Create the file now, so that a read-only folder is found before the work and not after it."""
    with temporary.open("xb"):
        pass


def _flush(temporary: Path) -> None:
    with temporary.open("r+b") as file:
        os.fsync(file.fileno())


def _put(swap: Swap) -> None:
    there = swap.path.exists()
    try:
        swap.temporary.replace(swap.path)
        swap.replaced = there
    except PermissionError:
        # Windows: opened by someone while we were writing.
        swap.path, swap.obstacle = second_name(swap.wanted), _OPEN
        swap.temporary.replace(swap.path)
    _flush_folder(swap.path.parent)


def _flush_folder(folder: Path) -> None:
    """Make the new name itself durable; Windows has no such call and needs none.

    Shares of a network may refuse it: the file is in its place all the same.
    """
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def not_saved(error: OSError, path: Path) -> StorageFailure:
    """Why `path` could not be written and what to do, in one sentence."""
    if is_too_long(error):
        return StorageFailure(f"{quoted(path.name, _NAMED)}未能保存：名称或路径过长，应改用较短的文件名或换一个位置")
    name = quoted(path.name)
    if is_full(error):
        return StorageFailure(f"磁盘空间不足，{name}未能保存，清理后再导出或换一个位置")
    if may_not_write(error):
        return StorageFailure(f"文件夹“{path.parent}”不允许写入，{name}未能保存，应换一个位置")
    return StorageFailure(f"{name}未能保存（{reason(error)}），应换一个位置再试")
