"""The folder of a submission: files that are never changed again, and a list that vouches for them.

Each list names the digest of the one before: a submission cannot be taken out or rewritten without a trace.
"""

from __future__ import annotations

import json
import shutil
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from desktop_app.domain.errors import StorageFailure
from desktop_app.storage.evidence_files import digest_of

FOLDER = "submissions"
MANIFEST, DATA = "清单.json", "数据.json"
UNFINISHED = ".unfinished"


def folder_of(exports: Path, number: int) -> Path:
    """Where the submission of this number lies."""
    return exports / FOLDER / f"{number:04d}"


def numbers(exports: Path) -> list[int]:
    """The numbers of all folders, registered or not."""
    found = (exports / FOLDER).glob("[0-9]" * 4 + "*")
    return sorted(int(path.name) for path in found if path.name.isdigit())


def seal(folder: Path, facts: Mapping[str, Any]) -> str:
    """Write the list of the files in `folder` with `facts`, make all of them read-only; returns the list's digest."""
    files = [
        {"name": path.name, "size": path.stat().st_size, "sha256": digest_of(path)}
        for path in sorted(folder.iterdir())
        if path.name != MANIFEST
    ]
    text = json.dumps({**facts, "files": files}, ensure_ascii=False, indent=1)
    (folder / MANIFEST).write_text(text, encoding="utf-8", newline="\n")
    for path in folder.iterdir():
        path.chmod(stat.S_IREAD | stat.S_IRGRP | stat.S_IROTH)
    return digest_of(folder / MANIFEST)


def discard(folder: Path) -> None:
    """Take a folder away that was not finished."""
    if folder.exists():
        for path in folder.iterdir():
            path.chmod(stat.S_IREAD | stat.S_IWRITE)
        shutil.rmtree(folder)


def read_manifest(folder: Path) -> dict[str, Any]:
    """What the list says.

    Raises:
        StorageFailure: it is gone or damaged.
    """
    return _read_json(folder / MANIFEST)


def read_data(folder: Path) -> dict[str, Any]:
    """The tasks as they were reported.

    Raises:
        StorageFailure: the file is gone or damaged.
    """
    return _read_json(folder / DATA)


def _read_json(path: Path) -> dict[str, Any]:
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise StorageFailure(
            f"报送留存文件“{path.parent.name}/{path.name}”缺失或损坏，应从备份恢复 exports 文件夹"
        ) from error
    if not isinstance(value, dict):
        raise StorageFailure(f"报送留存文件“{path.parent.name}/{path.name}”内容不符，应从备份恢复 exports 文件夹")
    return value


def damage(folder: Path, number: int, manifest_digest: str) -> Iterator[str]:
    """What is wrong with the files of a submission, one sentence each."""
    name = f"第{number}次报送"
    if not folder.is_dir():
        yield f"{name}的留存文件夹缺失"
        return
    manifest = folder / MANIFEST
    if not manifest.is_file() or digest_of(manifest) != manifest_digest:
        yield f"{name}的清单{'被改动' if manifest.is_file() else '缺失'}"
        return
    listed = {each["name"]: each for each in read_manifest(folder)["files"]}
    for file, facts in listed.items():
        path = folder / file
        if not path.is_file():
            yield f"{name}的“{file}”缺失"
        elif digest_of(path) != facts["sha256"]:
            yield f"{name}的“{file}”被改动"
    for path in sorted(folder.iterdir()):
        if path.name not in listed and path.name != MANIFEST:
            yield f"{name}的文件夹中多出“{path.name}”"
