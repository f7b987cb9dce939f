"""Files that are needed for a moment lie in the system's temporary folder; when that is full the officer is told so."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.domain.disk_words import reason
from desktop_app.domain.errors import StorageFailure


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder that is gone after the block.

    Raises:
        StorageFailure: nothing can be written there.
    """
    with in_words(), tempfile.TemporaryDirectory(prefix="xiaohao-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@contextmanager
def in_words() -> Iterator[None]:
    """Say what the system says of its temporary folder in the officer's words.

    Raises:
        StorageFailure: nothing can be written there.
    """
    try:
        yield
    except OSError as error:
        folder = tempfile.gettempdir()
        raise StorageFailure(f"临时文件夹“{folder}”不能使用（{reason(error)}），应清理磁盘后重试") from error
