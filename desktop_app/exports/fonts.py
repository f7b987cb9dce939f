"""The faces of a printed page: which file stands for 仿宋, 楷体, 黑体, 小标宋, and which face has a character.

reportlab knows no fallback: a character that a face lacks would print as a box. Here every character is asked for in a
chain of faces; one that no face has prints as □ and is reported.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfmetrics, ttfonts

from desktop_app.domain.errors import StorageFailure
from desktop_app.exports.unicode_map import mend_to_unicode
from desktop_app.paths import resources

REPLACEMENT = "□"
"""Stands for a character that no face has (design.md 7: what cannot be known is shown as □ and reported)."""


class Face(StrEnum):
    """The faces GB/T 9704 asks for, and a plain one for single characters the others draw too narrow."""

    FANGSONG = "仿宋"
    KAITI = "楷体"
    HEITI = "黑体"
    XIAOBIAOSONG = "小标宋"
    SONGTI = "宋体"
    PLAIN = "常规"


_SYSTEM: Mapping[Face, tuple[str, ...]] = {
    Face.FANGSONG: ("simfang.ttf",),
    Face.KAITI: ("simkai.ttf",),
    Face.HEITI: ("simhei.ttf",),
    Face.XIAOBIAOSONG: ("FZXBSJW.TTF", "方正小标宋简体.ttf", "方正小标宋简体.TTF", "FZXBSK.TTF", "方正小标宋_GBK.TTF"),
    Face.SONGTI: ("simsun.ttc",),
    Face.PLAIN: ("simsun.ttc",),
}
"""File names of Windows' own faces and of the usual cut of 小标宋, which no Windows brings."""

_BUNDLED: Mapping[Face, str] = {
    Face.FANGSONG: "LXGWZhuqueFangsong-Regular.ttf",
    Face.KAITI: "LXGWWenKaiGBLite-Regular.ttf",
    Face.HEITI: "NotoSansSC_500Medium.ttf",
    Face.XIAOBIAOSONG: "NotoSerifSC_700Bold.ttf",
    Face.SONGTI: "LXGWWenKaiGBLite-Regular.ttf",
    Face.PLAIN: "NotoSansSC_400Regular.ttf",
}
"""No regular 宋体 is bundled; its only use is the page number, whose digits 楷体 draws well."""

_RARE = ("simsunb.ttf", "SimsunExtG.ttf")
"""Windows' faces for letters outside the basic plane."""

_CHAINS: Mapping[Face, tuple[Face, ...]] = {
    Face.FANGSONG: (Face.FANGSONG, Face.KAITI, Face.PLAIN, Face.HEITI, Face.XIAOBIAOSONG),
    Face.KAITI: (Face.KAITI, Face.FANGSONG, Face.PLAIN, Face.HEITI, Face.XIAOBIAOSONG),
    Face.HEITI: (Face.HEITI, Face.PLAIN, Face.KAITI, Face.FANGSONG, Face.XIAOBIAOSONG),
    Face.XIAOBIAOSONG: (Face.XIAOBIAOSONG, Face.HEITI, Face.PLAIN, Face.KAITI, Face.FANGSONG),
    Face.SONGTI: (Face.SONGTI, Face.PLAIN, Face.KAITI),
    Face.PLAIN: (Face.PLAIN, Face.HEITI, Face.KAITI),
}

_FULL_WIDTH = frozenset("“”‘’—…")
"""Marks that take a whole character in Chinese; some faces draw them narrow, as Latin ones."""

_ASCII = frozenset(map(chr, range(0x20, 0x7F)))


@dataclass(frozen=True)
class FaceFile:
    """A loaded TrueType file, registered with reportlab under `name`."""

    name: str
    path: Path
    font: Any

    def has(self, char: str) -> bool:
        """Whether the face draws `char` (glyph 0 is the box for what it lacks)."""
        return bool(self.font.face.charToGlyph.get(ord(char), 0))

    def width(self, char: str) -> float:
        """The advance of `char` in ems."""
        return float(self.font.face.getCharWidth(ord(char))) / 1000

    @cached_property
    def even_digits(self) -> bool:
        """Whether all digits are equally wide, as figures in a column and dates in a text must be."""
        return len({self.width(digit) for digit in "0123456789"}) == 1


class FaceLibrary:
    """Finds and loads face files, each at most once and only when a character asks for it."""

    def __init__(self, system: Iterable[Path], bundled: Path) -> None:
        self._system = tuple(system)
        self._bundled = bundled
        self._loaded: dict[Path, FaceFile | None] = {}

    def chain(self, face: Face) -> Iterator[FaceFile]:
        """The faces to ask for a character set in `face`, best first."""
        asked: set[str] = set()
        for path in self._paths(face):
            loaded = self._load(path)
            if loaded is not None and loaded.name not in asked:
                asked.add(loaded.name)
                yield loaded

    def first(self, face: Face) -> FaceFile:
        """The file that stands for `face`.

        Raises:
            StorageFailure: no face file can be read.
        """
        for found in self.chain(face):
            return found
        raise StorageFailure(f"程序的字体文件缺失，不能生成报告，应重新安装（{self._bundled}）")

    def _paths(self, face: Face) -> Iterator[Path]:
        for stand_in in _CHAINS[face]:
            yield from self._of_system(_SYSTEM[stand_in])
            yield self._bundled / _BUNDLED[stand_in]
        yield from self._of_system(_RARE)

    def _of_system(self, names: Iterable[str]) -> Iterator[Path]:
        for name in names:
            yield from (folder / name for folder in self._system if (folder / name).is_file())

    def _load(self, path: Path) -> FaceFile | None:
        if path not in self._loaded:
            self._loaded[path] = _register(path)
        return self._loaded[path]


def _register(path: Path) -> FaceFile | None:
    """Load `path`; None for a file that is missing, damaged, has no TrueType outlines or forbids embedding."""
    name = f"xiaohao-{path.stem}"
    make: Any = ttfonts.TTFont
    register: Any = pdfmetrics.registerFont
    try:
        font = make(name, str(path), subfontIndex=0)
    except (ttfonts.TTFError, OSError):
        return None
    register(font)
    return FaceFile(name, path, font)


@cache
def library() -> FaceLibrary:
    """The faces of this machine: Windows' own first, the bundled ones otherwise; one library a process."""
    mend_to_unicode()
    return FaceLibrary(_windows_folders(), resources() / "fonts")


def _windows_folders() -> list[Path]:
    if os.name != "nt":
        return []
    own = Path(os.environ.get("LOCALAPPDATA", "")) / "Microsoft" / "Windows" / "Fonts"
    return [Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts", own]


_NAMES = {
    "LXGWZhuqueFangsong-Regular": "朱雀仿宋",
    "LXGWWenKaiGBLite-Regular": "霞鹜文楷",
    "NotoSansSC_500Medium": "思源黑体 Medium",
    "NotoSansSC_400Regular": "思源黑体 Regular",
    "NotoSerifSC_700Bold": "思源宋体 Bold",
}


def standing_in() -> dict[Face, str]:
    """The faces of the standard that this machine lacks, each with the name of what is used in its place.

    Raises:
        StorageFailure: no face file can be read.
    """
    used = {face: library().first(face).path for face in (Face.FANGSONG, Face.KAITI, Face.HEITI, Face.XIAOBIAOSONG)}
    own = {face: _SYSTEM[face] for face in used}
    return {face: _NAMES.get(path.stem, path.stem) for face, path in used.items() if path.name not in own[face]}


class Glyph(NamedTuple):
    """How a character is set: in which face, how wide (ems), and as what (□ for one that no face has)."""

    face: str
    width: float
    shown: str


class GlyphTable(dict[str, Glyph]):
    """The glyphs of one face and its stand-ins, found as characters are asked for; `replaced` collects what no face has."""

    def __init__(self, face: Face, faces: FaceLibrary) -> None:
        super().__init__()
        self.replaced: set[str] = set()
        self._face = face
        self._faces = faces

    def __missing__(self, char: str) -> Glyph:
        found = self._find(char)
        if found is None:
            self.replaced.add(char)
            found = self[REPLACEMENT]
        self[char] = found
        return found

    def width(self, text: str) -> float:
        """The natural width of `text` in ems."""
        return sum(self[char].width for char in text)

    def _find(self, char: str) -> Glyph | None:
        second = None
        for face in self._faces.chain(self._face):
            if face.has(char):
                glyph = Glyph(face.name, face.width(char), char)
                if self._suits(char, face, glyph.width):
                    return glyph
                second = second or glyph
        return second

    def _suits(self, char: str, face: FaceFile, width: float) -> bool:
        """Chinese marks are one em wide; figures in the text's 仿宋 and in the page number are evenly spaced."""
        if char in _FULL_WIDTH:
            return width > 0.98
        if char in _ASCII and self._face in (Face.FANGSONG, Face.SONGTI):
            return face.even_digits
        return True
