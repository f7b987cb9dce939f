"""What happens when the program itself fails: one line to the officer, the details into a file."""

from __future__ import annotations

import datetime as dt
import tempfile
import traceback
from pathlib import Path

from desktop_app import __version__


def record(workspace: Path | None, error: BaseException) -> str:
    """Write the details to the workspace's logs (or the temporary folder) and return the line to show."""
    details = "".join(traceback.format_exception(error))
    stamp = dt.datetime.now().isoformat(timespec="seconds")
    for folder in (_logs(workspace), Path(tempfile.gettempdir())):
        if folder is None:
            continue
        file = folder / "xiaohao.log"
        try:
            with file.open("a", encoding="utf-8", errors="backslashreplace") as log:
                log.write(f"{stamp} 销号 {__version__}\n{details}\n")
        except OSError:
            continue
        return f"程序内部出错，未能完成；详情已记入 {file}，请把该文件交给维护人员"
    return f"程序内部出错，未能完成：{type(error).__name__}；请联系维护人员"


def _logs(workspace: Path | None) -> Path | None:
    """The logs folder of an existing workspace; None where there is none, or where an installation is incomplete."""
    if workspace is None:
        try:
            from desktop_app.services.workspace import default_folder
        except ImportError:
            return None
        workspace = default_folder()
    return workspace / "logs" if (workspace / "logs").is_dir() else None
