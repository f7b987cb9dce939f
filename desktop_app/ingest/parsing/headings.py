"""Where a heading ends and its text begins, when both stand on one line."""

from __future__ import annotations

import re
from typing import NamedTuple

LONGEST_TITLE = 45
_LONGEST_ALONE = 30
_PLAIN_NAME, _LEAST_BODY = 16, 4
_LONGEST_OWN_LINE = 60
_LONGEST_BEFORE_COLON = 20
_INNER_MARK = re.compile("[，。；？！]")
_SENTENCE_END = re.compile("[。！？]")
_COLON = re.compile("[：:]")
_GAP = re.compile(r"[ \u3000\t]{2,}|\u3000")
_LABELLED = re.compile(r"(?:牵头|责任|配合|主办|协办|完成|承办|参与)(?:单位|部门|时限|时间|领导|人)")
_TITLE_TAIL = " \t\u3000。；;：:，,、"


class Heading(NamedTuple):
    """Ranges in the line: the title without its final mark, and where the body begins."""

    title_start: int
    title_end: int
    body_start: int


def split_heading(line: str, start: int, first_note: int | None, *, own_line: bool = False) -> Heading:
    """Split what follows a number into title and body.

    推进云迁移。配合市级… -> 推进云迁移 | 配合市级…;  总体要求 -> 总体要求 | ;
    编制目录（市大数据局负责） -> 编制目录 | （市大数据局负责）.  A first sentence over 45 letters is body, not title,
    and so is an only sentence over 30: an item that says all in one sentence has no heading.
    `first_note` is where the first responsibility note stands; `own_line` says that the line is all heading.
    """
    limit = first_note if first_note is not None else len(line)
    place = _title_end(line, start, limit, own_line)
    if place is None:
        return Heading(start, start, start)
    end, body = place
    while end > start and line[end - 1] in _TITLE_TAIL:
        end -= 1
    while body < len(line) and line[body] in " \u3000\t":
        body += 1
    return Heading(start, end, body)


def _title_end(line: str, start: int, limit: int, own_line: bool) -> tuple[int, int] | None:
    if own_line:
        return limit, limit
    sentence = _first_outside_quotes(_SENTENCE_END, line, start, limit)
    colon = _first_outside_quotes(_COLON, line, start, min(limit, start + 26))
    gap = None if " " not in line and "\u3000" not in line else _GAP.search(line, start + 2, min(limit, start + 32))
    if gap and limit - gap.end() > max(gap.start() - start, 10):
        return gap.start(), gap.end()
    colon_leads = colon is not None and (sentence is None or colon < sentence) and not _LABELLED.match(line, start)
    if (
        colon is not None
        and colon_leads
        and limit - colon > (_LEAST_BODY if colon - start <= _PLAIN_NAME else colon - start)
    ):
        return colon, colon + 1
    if sentence is not None and sentence - start <= _longest(line, sentence, limit):
        return sentence, sentence + 1
    if sentence is None and _is_heading_line(line, limit) and limit - start <= _LONGEST_OWN_LINE:
        return limit, limit
    if (
        sentence is None
        and limit < len(line)
        and limit - start <= _LONGEST_ALONE
        and _may_head_a_note(line[start:limit])
    ):
        return limit, limit
    return None


def _longest(line: str, sentence: int, limit: int) -> int:
    """How long a first sentence may be to count as a heading: more when sentences follow it, without a comma if not."""
    if line[sentence + 1 : limit].strip():
        return LONGEST_TITLE
    return _LONGEST_ALONE if "，" not in line[:sentence] else 0


def _may_head_a_note(words: str) -> bool:
    """编制目录（市大数据局负责） has a heading, 编制目录，按期发布；（…） and 编制目录；（…） have none."""
    return "，" not in words and words[-1:] not in "；;"


def _is_heading_line(line: str, limit: int) -> bool:
    """A line of its own without a final mark or a note; 二、重点任务： heads what stands under it."""
    if limit == len(line) and line[-1:] in "：:":
        return len(line) <= _LONGEST_BEFORE_COLON and not _INNER_MARK.search(line)
    return limit == len(line) and line[-1:] not in "；;，,"


def _first_outside_quotes(pattern: re.Pattern[str], line: str, start: int, limit: int) -> int | None:
    if "“" not in line and "《" not in line:
        plain = pattern.search(line, start, limit)
        return plain.start() if plain else None
    for match in pattern.finditer(line, start, limit):
        inside = line.count("“", start, match.start()) > line.count("”", start, match.start())
        titled = line.count("《", start, match.start()) > line.count("》", start, match.start())
        if not inside and not titled:
            return match.start()
        if match.start() - start > 4 * LONGEST_TITLE:
            return None
    return None
