"""Names of material that units wrote into a cell, and the files they probably mean: equal, nearly equal, or none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from pathlib import PurePath

from desktop_app.domain.refs import TaskRef

ALIKE = 0.75
"""Share of letters in common from which a file is offered for a name."""

_BETWEEN = re.compile(r"[\n;；、，,|]+|\s(?=\d{1,2}[.．]\D)|(?=[①-⑳])")
_COUNT = re.compile(r"[（(]?共?[\d一二三四五六七八九十]+[张份个页件][）)]?$")
_LEADING = re.compile(r"^(?:[（(]?\d{1,2}[）)]|\d{1,2}[.．](?=\D)|[①-⑳]|附件\d*[:：.]?|[见附详]+[:：])")
_SERIAL = re.compile(r"[-_（(]?\d{1,3}[）)]?$")
_EXTENSION = re.compile(r"\.[A-Za-z]\w{1,4}$")
_NOTHING = frozenset({"", "无", "/", "-", "—", "暂无", "没有", "同上", "待补"})
_SHORTEST = 3
"""Letters that a name must have to be looked for inside another."""


class Found(StrEnum):
    """How sure a file is the one that a name means."""

    EQUAL = "equal"
    NEAR = "near"
    NONE = "none"

    @property
    def label(self) -> str:
        """As screens print it."""
        return {"equal": "名称一致", "near": "名称相近", "none": "待补佐证"}[self.value]


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A name that a unit wrote for a task or part, which nothing attached there answers yet."""

    ref: TaskRef
    task: str
    unit: str
    name: str


def split_names(text: str) -> list[str]:
    """The names in a cell, without their numbers and counts; words that name nothing are left out."""
    names = (_trimmed(piece) for piece in _BETWEEN.split(text))
    return list(dict.fromkeys(name for name in names if name not in _NOTHING))


def find_files(name: str, files: Sequence[str]) -> tuple[Found, tuple[int, ...]]:
    """The files that `name` means, by their place in the list; several when they are numbered alike."""
    wanted = _key(name)
    keys = [_key(PurePath(file).name) for file in files]
    equal = [at for at, key in enumerate(keys) if key == wanted]
    if _EXTENSION.search(name):
        # A name with an extension means that very file where there is one.
        full = _fold(name)
        equal = [at for at in equal if _fold(PurePath(files[at]).name) == full] or equal
    if equal:
        return Found.EQUAL, tuple(equal)
    serial = [at for at, key in enumerate(keys) if _SERIAL.sub("", key) == wanted]
    if serial:
        return Found.EQUAL, tuple(serial)
    return _near(wanted, keys)


def _near(wanted: str, keys: Sequence[str]) -> tuple[Found, tuple[int, ...]]:
    if len(wanted) < _SHORTEST:
        return Found.NONE, ()
    rated = [(_likeness(wanted, key), at) for at, key in enumerate(keys) if len(key) >= _SHORTEST]
    best = max((rate for rate, _ in rated), default=0.0)
    if best < ALIKE:
        return Found.NONE, ()
    return Found.NEAR, tuple(at for rate, at in rated if rate == best)[:1]


def _likeness(one: str, other: str) -> float:
    """0 to 1; a name that stands whole in the other is near however long the rest is."""
    if one in other or other in one:
        return 0.9 + 0.1 * min(len(one), len(other)) / max(len(one), len(other))
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0


def _trimmed(piece: str) -> str:
    name = piece.strip().strip("《》“”\"'。. ")
    name = _LEADING.sub("", name).strip("《》“”\"' ")
    return _COUNT.sub("", name).strip("《》“”\"' ")


def _key(name: str) -> str:
    return _EXTENSION.sub("", _fold(name))


def _fold(name: str) -> str:
    """Half-width, lower case, without spaces and quotes: how a name is compared."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(letter for letter in plain if not letter.isspace() and letter not in "《》“”\"'·_-—")
