"""The numbers an outline puts before its headings and items: 一、（一）1.（1）1）① Ⅰ. 第一条 任务一 专栏1 附件1."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from desktop_app.ingest.parsing.numbers import outline_number

_CN = "[〇零一二三四五六七八九十百]"


class Style(StrEnum):
    """A way of numbering; the order of styles in a document decides its levels, not a fixed rank."""

    PART = "第一部分"
    CHAPTER = "第一章"
    SECTION = "第一节"
    ARTICLE = "第一条"
    CHINESE = "一、"
    CHINESE_BRACKETS = "（一）"
    DECIMAL = "1.1"
    ARABIC = "1."
    ARABIC_BRACKETS = "（1）"
    ARABIC_BRACKET = "1）"
    CIRCLED = "①"
    ROMAN = "Ⅰ."
    NAMED = "任务一"
    BOX = "专栏1"
    ANNEX = "附件1"
    HEADLINE = "总体要求"
    """A heading without a number; `depth` says its level."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A number at the beginning of a line: `printed` is what stands there, `end` where the heading begins."""

    style: Style
    value: int
    printed: str
    end: int
    depth: int = 0
    """Levels of a decimal number, 1.2.3 -> 3, and of a heading without a number."""

    @property
    def kind(self) -> tuple[Style, str]:
        """What counts on together: 任务一 任务二 are one list, 措施1 措施2 another."""
        return kind_of(self.style, self.printed)


_PATTERNS: tuple[tuple[Style, re.Pattern[str]], ...] = (
    (Style.PART, re.compile(rf"(第\s*({_CN}{{1,4}}|\d{{1,2}})\s*(?:部分|编|篇))[：:、\s]*")),
    (Style.CHAPTER, re.compile(rf"(第\s*({_CN}{{1,4}}|\d{{1,2}})\s*章)[：:、\s]*")),
    (Style.SECTION, re.compile(rf"(第\s*({_CN}{{1,4}}|\d{{1,2}})\s*节)[：:、\s]*")),
    (Style.ARTICLE, re.compile(rf"(第\s*({_CN}{{1,5}}|\d{{1,3}})\s*条)(?![件例款])[：:、\s]*")),
    (Style.CHINESE_BRACKETS, re.compile(rf"([（(〔]\s*({_CN}{{1,4}})\s*[）)〕])[、.．]?\s*")),
    (Style.CHINESE, re.compile(rf"(({_CN}{{1,4}})\s*[、．.])\s*")),
    (
        Style.DECIMAL,
        re.compile(
            r"((\d{1,2}(?:[.．]\d{1,2}){1,3}))[.．、]?\s*(?![版亿万倍元个米亩吨级天年月期分公千])(?=[\u4e00-\u9fff“《])"
        ),
    ),
    (Style.ARABIC, re.compile(r"((\d{1,3})\s*[.．、])(?:(?!\d)|(?=20\d\d年))\s*")),
    (Style.ARABIC_BRACKETS, re.compile(r"([（(]\s*(\d{1,3})\s*[）)])[、.．]?\s*")),
    (Style.ARABIC_BRACKET, re.compile(r"((\d{1,3})\s*[）)])[、.．]?\s*")),
    (Style.CIRCLED, re.compile(r"(([①-⑳㉑-㉟]))[、.．]?\s*")),
    (Style.CHINESE_BRACKETS, re.compile(r"(([㈠-㈩]))\s*")),
    (Style.ARABIC_BRACKETS, re.compile(r"(([⑴-⒇]))\s*")),
    (Style.ARABIC, re.compile(r"(([⒈-⒛]))\s*")),
    (Style.ROMAN, re.compile(r"(([Ⅰ-Ⅻⅰ-ⅻ]|[IVX]{1,4})\s*[.．、])\s*(?=\S)")),
    (
        Style.NAMED,
        re.compile(
            rf"((?:(?:专项|重点|主要|重大|攻坚)?(?:任务|行动|工程|措施|举措|项目|事项))\s*({_CN}{{1,3}}|\d{{1,2}}))(?:[：:、.．]\s*|[ \u3000]+)(?=[\u4e00-\u9fff“《])"
        ),
    ),
    (Style.BOX, re.compile(rf"(专栏\s*({_CN}{{1,3}}|\d{{1,2}})?)\s*[：:、.\s]\s*(?=\S)")),
    (Style.ANNEX, re.compile(rf"(附\s*[件表录]\s*({_CN}{{1,2}}|\d{{1,2}})?)\s*(?:[：:、.\s]+(?=\S)|$)")),
)
_BARE_CHAPTER = re.compile(r"(\d{1,2})[ \u3000]*(?=[\u4e00-\u9fff]{2,20}$)")
_MAY_BEGIN = frozenset("第（(〔〇零一二三四五六七八九十百专附任行工措举项事重主攻IVX0123456789") | frozenset(
    map(chr, [*range(0x2160, 0x217C), *range(0x2460, 0x249C), *range(0x3220, 0x322A), *range(0x3251, 0x3260)])
)
_COUNTED = re.compile(rf"{_CN}{{1,3}}$|\d+$")
_LONGEST = 40
"""As many letters of a line as its number and what decides about it can take."""
_ENUMERATION = re.compile(rf"{_CN}{{1,2}}(?:、|[类级是方])")


def kind_of(style: Style, printed: str) -> tuple[Style, str]:
    """The style of a number, and the word that a named one carries."""
    return style, _COUNTED.sub("", printed) if style is Style.NAMED else ""


def read_mark(line: str) -> Mark | None:
    """The number at the beginning of a line, or None.

    二、主要任务 -> 二、;  （三十七）加大 -> （三十七）;  3.0版 and 12345热线 -> None;  一、二、三级 -> None.
    """
    return _read(line[:_LONGEST]) if line and line[0] in _MAY_BEGIN else None


def read_bare_chapter(line: str) -> Mark | None:
    """2 主要任务: a chapter where the sections under it print 2.1, 2.2; whether they do is for the caller to see."""
    match = _BARE_CHAPTER.match(line)
    return Mark(Style.DECIMAL, int(match[1]), match[1], match.end(), 1) if match else None


@lru_cache(maxsize=4096)
def _read(line: str) -> Mark | None:
    for style, pattern in _PATTERNS:
        match = pattern.match(line)
        if match is None:
            continue
        if style is Style.CHINESE and _ENUMERATION.match(line, match.end()):
            return None
        value = outline_number("".join((match[2] or "0").replace("．", ".").split()))
        if value is None:
            return None
        printed = "".join(match[1].split())
        depth = printed.count(".") + 1 if style is Style.DECIMAL else 0
        return Mark(style, value, printed, match.end(), depth)
    return None
