"""What a file may cost before it is refused: bytes, expansion, cells, pages, seconds. Checked before the work is done."""

from __future__ import annotations

import io
import lzma
import stat
import struct
import time
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop_app.domain.errors import BadInput

MB = 1024 * 1024
LARGEST_EXPANSION = 300 * MB
LARGEST_RATIO = 200
MOST_ENTRIES = 5000
_RATIO_COUNTS_FROM = 5 * MB
PACKAGE_ERRORS: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ArithmeticError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What zipfile and the libraries above it raise on a damaged package."""
LARGEST_TEXT = 2_000_000
"""Letters; a hundred times the longest plan that is known, and still read within seconds."""
MOST_LINES = 60_000
MOST_CELLS = 600_000
MOST_COLUMNS = 300
LONGEST_CELL = 50_000
MOST_PAGES = 1000
PIECE = 1 << 15
"""Bytes of an entry that are unpacked at a time: few enough to stay near the processor until they are looked at."""
_OVERLAP = 512
"""Bytes that two pieces share: more than whatever is looked for in them."""


class OutOfTime(Exception):
    """The work took longer than it may; the reader says so in the officer's words."""


class Budget:
    """Seconds that a reader may take; asked between pages, rows, tables."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def spend(self) -> None:
        """Go on, or raise OutOfTime."""
        if time.monotonic() > self._end:
            raise OutOfTime


def load(path: Path, largest: int) -> bytes:
    """The bytes of a regular file of at most `largest` bytes.

    Raises:
        BadInput: missing, a folder or a device, too big, locked, or empty.
    """
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise BadInput(f"“{path.name}”是文件夹，选择其中的 .docx 或 .txt 文件导入")
        if not stat.S_ISREG(about.st_mode):
            raise BadInput(f"“{path.name}”是设备或管道，不是文件，核对路径后重新导入")
        if about.st_size > largest:
            raise BadInput(too_big(path.name, largest))
        data = path.read_bytes()
    except FileNotFoundError:
        raise BadInput(f"未找到文件“{path.name}”，核对路径后重新导入") from None
    except (OSError, ValueError):
        raise BadInput(f"无法读取“{path.name}”，关闭占用它的程序并核对权限后重新导入") from None
    if len(data) > largest:
        raise BadInput(too_big(path.name, largest))
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise BadInput(f"“{path.name}”是空文件，核对后重新导入")
    return data


def too_big(name: str, largest: int) -> str:
    """The sentence for a file beyond the limit."""
    return f"“{name}”超过{max(largest // MB, 1)} MB，未导入；删去图片或拆分后重新导入"


def check_bytes(name: str, data: bytes) -> None:
    """Refuse what no encoding makes a text of bearable length, before it is decoded.

    Raises:
        BadInput: too many bytes.
    """
    if len(data) > 4 * LARGEST_TEXT:
        raise BadInput(_too_long(name))


def check_length(name: str, text: str) -> None:
    """Refuse a text that would take minutes to parse.

    Raises:
        BadInput: too many letters or lines.
    """
    if len(text) > LARGEST_TEXT or text.count("\n") > MOST_LINES:
        raise BadInput(_too_long(name))


def _too_long(name: str) -> str:
    return f"“{name}”文字过多，未导入；拆分后重新导入"


def check_package(name: str, data: bytes) -> None:
    """Refuse a zip package that would fill memory or disk, before anything in it is unpacked.

    The directory may lie about sizes, but zipfile stops an entry at the size that the directory states.

    Raises:
        zipfile.BadZipFile: it is no package; the reader says so.
        BadInput: it expands beyond the limits.
    """
    check_entries(name, entries_of(data), len(data))


def check_entries(name: str, entries: Sequence[zipfile.ZipInfo], size: int) -> None:
    """The same for a package of `size` bytes whose directory was read already.

    Raises:
        BadInput: it expands beyond the limits.
    """
    expanded = sum(entry.file_size for entry in entries)
    swollen = any(
        entry.file_size > _RATIO_COUNTS_FROM and entry.file_size > LARGEST_RATIO * max(entry.compress_size, 1)
        for entry in entries
    )
    overlapping = sum(entry.compress_size for entry in entries) > size
    if expanded > LARGEST_EXPANSION or swollen or overlapping or len(entries) > MOST_ENTRIES:
        raise BadInput(f"“{name}”解压后过大，可能已损坏或有害，未导入；用 Word 或 WPS 打开并另存后重新导入")


def entries_of(data: bytes) -> Sequence[zipfile.ZipInfo]:
    """The directory of a package.

    Raises:
        zipfile.BadZipFile: it is damaged or no package.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return package.infolist()
    except PACKAGE_ERRORS as error:
        raise zipfile.BadZipFile(str(error)) from None


def chunks_of(data: bytes, wanted: str) -> Iterator[bytes]:
    """What the entries whose names end in `wanted` hold, in pieces as `pieces_of` gives them."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for entry in package.infolist():
            if entry.filename.endswith(wanted):
                yield from pieces_of(package, entry)


def pieces_of(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """What an entry holds, in pieces that overlap so that nothing looked for is cut in two."""
    with package.open(entry) as file:
        rest = b""
        while piece := file.read(PIECE):
            yield rest + piece
            rest = piece[-_OVERLAP:]
