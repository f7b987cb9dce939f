"""Whatever the system says in English, the officer reads in Chinese."""

import errno

import pytest

from desktop_app.domain.disk_words import is_full, may_not_write, reason


@pytest.mark.parametrize("number", [*errno.errorcode, 9999])
def test_every_cause_has_chinese_words(number):
    words = reason(OSError(number, "No space left on device"))
    assert words
    assert not any(letter.isascii() and letter.isalpha() for letter in words)


def test_causes_are_told_apart():
    assert reason(OSError(errno.ENOSPC, "")) == "磁盘空间不足"
    assert reason(PermissionError("refused")) == "没有权限"
    assert reason(OSError("no number")) == "系统未说明原因"
    assert is_full(OSError(errno.ENOSPC, ""))
    assert may_not_write(OSError(errno.EROFS, ""))
    assert not may_not_write(OSError(errno.EIO, ""))


def test_a_file_held_open_by_windows_is_named_so():
    error = OSError(errno.EACCES, "")
    error.winerror = 32  # type: ignore[attr-defined]
    assert reason(error) == "正被其他程序使用"
