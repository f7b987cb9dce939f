"""Why a file could not be read or written, in words of the officer: systems answer in English."""

from __future__ import annotations

import errno

_WORDS = {
    errno.ENOSPC: "磁盘空间不足",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘为只读",
    errno.ENOENT: "文件或文件夹不存在",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EISDIR: "是文件夹",
    errno.EEXIST: "已有同名文件",
    errno.ENAMETOOLONG: "名称或路径过长",
    errno.EBUSY: "正被其他程序使用",
    errno.EMFILE: "打开的文件过多",
    errno.EIO: "磁盘读写出错",
    errno.EXDEV: "不在同一磁盘",
    errno.ENODEV: "设备已断开",
    errno.EINVAL: "名称不合规定",
}
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), getattr(errno, "EFBIG", errno.ENOSPC)}
_HELD_OPEN = {32, 33}
"""Windows: sharing violation, lock violation."""
_TOO_LONG = 206
"""Windows: file name or extension too long."""


def is_full(error: OSError) -> bool:
    """Whether the disk, or the room allowed on it, is used up."""
    return error.errno in _FULL


def may_not_write(error: OSError) -> bool:
    """Whether the place does not let itself be written to."""
    return isinstance(error, PermissionError) or error.errno == errno.EROFS


def is_too_long(error: OSError) -> bool:
    """Whether a name or a path has more letters than the system takes."""
    return error.errno == errno.ENAMETOOLONG or getattr(error, "winerror", None) == _TOO_LONG


def reason(error: OSError) -> str:
    """The cause in a few words, without a mark at the end."""
    if getattr(error, "winerror", None) in _HELD_OPEN:
        return "正被其他程序使用"
    if is_full(error):
        return _WORDS[errno.ENOSPC]
    if isinstance(error, PermissionError):
        return _WORDS[errno.EACCES]
    known = _WORDS.get(error.errno or 0)
    return known or (f"系统错误{error.errno}" if error.errno else "系统未说明原因")
