"""A file that does not hold what was to be written is never swapped in (design.md, promise 5)."""

from __future__ import annotations

from desktop_app.domain.errors import StorageFailure


def must_agree(written: int, wanted: int, what: str) -> None:
    """Compare what was read back with what was to be written; `what` is counted.

    Raises:
        StorageFailure: they differ.
    """
    if written != wanted:
        raise StorageFailure(f"导出文件核对不符：应有{wanted}{what}，实有{written}{what}，未保存，应换一个位置再试")
