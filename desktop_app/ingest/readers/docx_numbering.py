"""Numbers that Word prints by itself: 一、（一）1. from numbering.xml, as text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from desktop_app.ingest.parsing.marks import read_mark
from desktop_app.ingest.parsing.numbers import print_chinese, print_circled

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9
_CHINESE = frozenset(
    [
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "ideographDigital",
        "taiwaneseDigital",
        "japaneseDigitalTenThousand",
        "chineseLegalSimplified",
        "ideographLegalTraditional",
    ]
)
_CIRCLED = frozenset({"decimalEnclosedCircle", "decimalEnclosedCircleChinese"})
_SILENT = frozenset({"bullet", "none"})


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    pattern: str
    start: int


@dataclass(slots=True)
class _List:
    """One list of the document: its levels and how far it has counted."""

    levels: dict[int, _Level]
    counted: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the numbered paragraphs of a document in the order it is asked about them."""

    def __init__(self, lists: dict[str, _List], styles: dict[str, tuple[str, int]]) -> None:
        self._lists = lists
        self._styles = styles

    @classmethod
    def of(cls, word: Any) -> Numbering:
        """The numbering of a python-docx document; without numbering.xml every label is empty."""
        part = next((rel.target_part for rel in word.part.rels.values() if rel.reltype.endswith("/numbering")), None)
        if part is None:
            return cls({}, {})
        return cls(_read_lists(part.element), _read_styles(word.styles.element))

    def label(self, paragraph: Any) -> str:
        """What Word prints before the paragraph, or "" when it prints nothing or the number is typed already."""
        place = self._place(paragraph)
        if place is None:
            return ""
        listed = self._lists.get(place[0])
        level = listed.levels.get(place[1]) if listed else None
        if listed is None or level is None or not _has_text(paragraph):
            return ""
        printed = _count(listed, place[1])
        return "" if level.form in _SILENT or read_mark(_text(paragraph).lstrip()) else printed

    def _place(self, paragraph: Any) -> tuple[str, int] | None:
        """List and level of a paragraph, by itself or by its style."""
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        inherited = self._styles.get(style.get(f"{_W}val")) if style is not None else None
        own = paragraph.find(f"{_W}pPr/{_W}numPr")
        if own is None:
            return inherited
        number, level = own.find(f"{_W}numId"), own.find(f"{_W}ilvl")
        if number is None:
            return inherited
        name = str(number.get(f"{_W}val"))
        return None if name == "0" else (name, _integer(level, 0))


def _has_text(paragraph: Any) -> bool:
    return bool(_text(paragraph).strip())


def _text(paragraph: Any) -> str:
    return "".join(part.text or "" for part in paragraph.iter(f"{_W}t"))


def _count(listed: _List, depth: int) -> str:
    level = listed.levels[depth]
    listed.counted[depth] = listed.counted.get(depth, level.start - 1) + 1
    for deeper in [place for place in listed.counted if place > depth]:
        del listed.counted[deeper]

    def value(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        shown = listed.levels.get(place)
        if shown is None:
            return ""
        return _print(
            listed.counted.get(place, shown.start), shown.form if place == depth or "%" in level.pattern else "decimal"
        )

    return re.sub(r"%(\d)", value, level.pattern)


def _print(value: int, form: str) -> str:
    if form in _CHINESE and 0 < value < 100:
        return print_chinese(value)
    if form in _CIRCLED:
        return print_circled(value)
    if form in ("lowerLetter", "upperLetter") and 1 <= value <= 26:
        return chr((97 if form == "lowerLetter" else 65) + value - 1)
    return str(value)


def _read_lists(root: Any) -> dict[str, _List]:
    abstract = {item.get(f"{_W}abstractNumId"): _read_levels(item) for item in root.iterchildren(f"{_W}abstractNum")}
    shared: dict[str, dict[int, int]] = {}
    lists: dict[str, _List] = {}
    for item in root.iterchildren(f"{_W}num"):
        source = item.find(f"{_W}abstractNumId")
        name = source.get(f"{_W}val") if source is not None else None
        levels = dict(abstract.get(name, {}))
        overrides = list(item.iterchildren(f"{_W}lvlOverride"))
        for override in overrides:
            depth = _integer(override, 0, "ilvl")
            begun = override.find(f"{_W}startOverride")
            if depth in levels and begun is not None:
                levels[depth] = _Level(levels[depth].form, levels[depth].pattern, _integer(begun, 1))
        # Lists of one definition go on counting together unless one says that it begins anew.
        counted = {} if overrides else shared.setdefault(str(name), {})
        lists[str(item.get(f"{_W}numId"))] = _List(levels, counted)
    return lists


def _read_levels(item: Any) -> dict[int, _Level]:
    levels = {}
    for level in item.iterchildren(f"{_W}lvl"):
        depth = _integer(level, 0, "ilvl")
        form, pattern, start = (level.find(f"{_W}{name}") for name in ("numFmt", "lvlText", "start"))
        if 0 <= depth < _LEVELS and pattern is not None:
            kind = form.get(f"{_W}val") if form is not None else "decimal"
            levels[depth] = _Level(str(kind), str(pattern.get(f"{_W}val") or ""), _integer(start, 1))
    return levels


def _read_styles(root: Any) -> dict[str, tuple[str, int]]:
    """Styles that number their paragraphs, also through the style they are based on."""
    direct: dict[str, tuple[str, int]] = {}
    based: dict[str, str] = {}
    for style in root.iterchildren(f"{_W}style"):
        name = str(style.get(f"{_W}styleId"))
        number = style.find(f"{_W}pPr/{_W}numPr/{_W}numId")
        if number is not None:
            direct[name] = (str(number.get(f"{_W}val")), _integer(style.find(f"{_W}pPr/{_W}numPr/{_W}ilvl"), 0))
        above = style.find(f"{_W}basedOn")
        if above is not None:
            based[name] = str(above.get(f"{_W}val"))
    return {name: place for name in {*direct, *based} if (place := _inherited(name, direct, based)) is not None}


def _inherited(name: str, direct: dict[str, tuple[str, int]], based: dict[str, str]) -> tuple[str, int] | None:
    for _ in range(10):
        if name in direct:
            return None if direct[name][0] == "0" else direct[name]
        if name not in based:
            return None
        name = based[name]
    return None


def _integer(element: Any, default: int, attribute: str = "val") -> int:
    value = element.get(f"{_W}{attribute}") if element is not None else None
    return int(value) if value is not None and str(value).lstrip("-").isdigit() else default
