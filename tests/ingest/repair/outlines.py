"""Clean outlines in the usual ways of numbering, and the loss that drops brackets, digits and dots of ASCII one by one."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.ingest.parsing.numbers import print_chinese

Printer = Callable[[int], str]
CHINESE: Printer = lambda n: f"{print_chinese(n)}、"  # noqa: E731
BRACKETS: Printer = lambda n: f"({print_chinese(n)})"  # noqa: E731
DOT: Printer = lambda n: f"{n}."  # noqa: E731
ARABIC_BRACKETS: Printer = lambda n: f"({n})"  # noqa: E731
ARABIC_BRACKET: Printer = lambda n: f"{n})"  # noqa: E731
STYLES: dict[str, tuple[Printer, ...]] = {
    "一（一）": (CHINESE, BRACKETS),
    "一（一）1.": (CHINESE, BRACKETS, DOT),
    "一1.": (CHINESE, DOT),
    "一（一）1.（1）": (CHINESE, BRACKETS, DOT, ARABIC_BRACKETS),
    "一（一）1.1）": (CHINESE, BRACKETS, DOT, ARABIC_BRACKET),
    "一（1）": (CHINESE, ARABIC_BRACKETS),
}
_VERBS = ["加强", "推进", "完善", "建立", "优化", "健全", "规范", "深化", "提升", "统筹"]
_THINGS = [
    "数据共享",
    "政务服务",
    "应用体系",
    "基层治理",
    "监督检查",
    "平台建设",
    "生态环境",
    "乡村振兴",
    "人才队伍",
    "安全管理",
    "标准规范",
    "便民设施",
]
_UNITS = ["县发展改革局", "县财政局", "县数据局", "县教育局", "县卫生健康局", "县住房城乡建设局", "各镇人民政府"]
_MAY_GO = frozenset("().0123456789")
_LONGEST_LABEL = 6


@dataclass(frozen=True)
class Item:
    """A numbered line: its whole number and what follows it."""

    number: str
    words: str


@dataclass(frozen=True)
class Outline:
    """The lines of a plan; only those of `items` are numbered."""

    lines: tuple[Item, ...]

    def text(self) -> str:
        return "\n".join(item.number + item.words for item in self.lines)


def make_outline(style: tuple[Printer, ...], chance: random.Random, *, runs_on: bool, noted: bool) -> Outline:
    """A plan of three to five chapters; `runs_on` counts the second level through, `noted` closes items with who does them."""
    lines = [Item("", "云山县2024年重点工作方案")]
    counts = [0] * len(style)

    def grow(level: int) -> None:
        if level != 1 or not runs_on:
            counts[level] = 0
        for _ in range(chance.randint(3, 5) if level == 0 else chance.randint(2, 5)):
            counts[level] += 1
            leaf = level + 1 == len(style)
            lines.append(Item(style[level](counts[level]), _leaf(chance, noted) if leaf else _title(chance)))
            if not leaf:
                grow(level + 1)

    grow(0)
    return Outline(tuple(lines))


def _title(chance: random.Random) -> str:
    return chance.choice(_VERBS) + chance.choice(_THINGS)


def _leaf(chance: random.Random, noted: bool) -> str:
    body = f"{_title(chance)}。围绕重点领域{_title(chance)}，年内完成{chance.randint(2, 90)}项任务。"
    units = chance.sample(_UNITS, 2)
    return body + (f"(牵头单位:{units[0]};配合单位:{units[1]})" if noted else "")


def lose_ascii(outline: Outline, rate: float, chance: random.Random) -> str:
    """The text as a careless page prints it: each bracket, digit and dot goes with the chance of `rate`."""
    return "\n".join(
        "".join(letter for letter in item.number + item.words if letter not in _MAY_GO or chance.random() >= rate)
        for item in outline.lines
    )
