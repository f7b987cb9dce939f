"""A pack of evidence, as a zip or a folder: written whole, then read back and compared with the digests it was kept by."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from desktop_app.domain.errors import StorageFailure
from desktop_app.exports.text import for_page

Progress = Callable[[int, int], None]

SUMS = "校验值.txt"
_BLOCK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Packed:
    """A file that goes into the pack at `place` (with slashes); `digest` is its SHA-256."""

    source: Path
    place: str
    digest: str


def sums_of(packed: Iterable[Packed]) -> str:
    """The digests as `sha256sum -c` reads them."""
    return "".join(f"{each.digest} *{each.place}\n" for each in packed)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_zip(
    path: Path, packed: Sequence[Packed], today: dt.date, password: str = "", progress: Progress | None = None
) -> int:
    """Write the files and their digests to a zip, read it back and compare; returns the number of files.

    With a password the contents are encrypted by AES-256; the names of files stay readable.

    Raises:
        StorageFailure: a file cannot be read, or what was written differs.
    """
    total = 2 * len(packed)
    with _archive(path, "w", password) as archive:
        for number, each in enumerate(packed):
            if progress:
                progress(number, total)
            with each.source.open("rb") as source, archive.open(_entry(each.place, today, password), "w") as out:
                shutil.copyfileobj(source, out, _BLOCK)
        archive.writestr(_entry(SUMS, today, password), sums_of(packed).encode())
    return _check_zip(path, packed, password, progress, total)


def _check_zip(path: Path, packed: Sequence[Packed], password: str, progress: Progress | None, total: int) -> int:
    with _archive(path, "r", password) as archive:
        names = archive.namelist()
        for number, each in enumerate(packed):
            if progress:
                progress(len(packed) + number, total)
            with archive.open(each.place) as file:
                _must_hold(each, file)
    if progress:
        progress(total, total)
    return len(names) - 1


def _archive(path: Path, mode: str, password: str) -> Any:
    if not password:
        return zipfile.ZipFile(path, mode, zipfile.ZIP_DEFLATED)  # type: ignore[call-overload]
    import pyzipper

    archive = pyzipper.AESZipFile(path, mode, compression=zipfile.ZIP_DEFLATED, encryption=pyzipper.WZ_AES)
    archive.setpassword(password.encode())
    return archive


def _entry(place: str, today: dt.date, password: str) -> Any:
    """A place in the zip, dated today: the same pack on the same day is the same file."""
    if password:
        from pyzipper import AESZipFile

        kind: Any = AESZipFile.zipinfo_cls
    else:
        kind = zipfile.ZipInfo
    entry = kind(place, (max(today.year, 1980), today.month, today.day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def write_folder(folder: Path, packed: Sequence[Packed], progress: Progress | None = None) -> int:
    """Copy the files and their digests into an empty folder, read them back and compare; returns their number."""
    for number, each in enumerate(packed):
        if progress:
            progress(number, len(packed))
        target = folder.joinpath(*each.place.split("/"))
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(each.source, target)
        with target.open("rb") as file:
            _must_hold(each, file)
    (folder / SUMS).write_text(sums_of(packed), encoding="utf-8", newline="\n")
    if progress:
        progress(len(packed), len(packed))
    return len(packed)


def _must_hold(each: Packed, file: IO[bytes]) -> None:
    digest = hashlib.sha256()
    while block := file.read(_BLOCK):
        digest.update(block)
    if digest.hexdigest() != each.digest:
        raise StorageFailure(f"佐证“{for_page(each.place)}”与存入时不符，佐证包未保存，应先核验台账")
