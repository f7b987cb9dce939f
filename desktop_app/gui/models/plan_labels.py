"""Titles of plans cut for a narrow pane so that none is taken for another.

Titles of one office are alike: 赣州市赣县区数字政府建设实施方案, 沭阳县数字政府建设实施方案. What all of them say goes
first, what one alone says stays: its place, its year, its subject.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

from desktop_app.gui.models.units import place_of_title, short_title

GAP = "…"
_PIECE = re.compile(
    r"“[^”]*”|《[^》]*》|（[^）]*）"
    r"|(?:19|20)\d\d(?:[-—－–~～至](?:19|20)?\d\d)?年?"
    r"|数字政府|数字经济|数字乡村|政务服务|营商环境|政务公开|基层治理|数据要素|公共数据|智慧城市|社会信用"
    r"|改革|建设|发展|深化|推进|加快|优化|实施|总体|行动|专项|年度|三年|工作|重点|任务|分工|方案|规划|要点|意见|计划|办法"
)
_KIND = re.compile(r"方案|规划|要点|意见|计划|办法|分工")
_YEAR = re.compile(r"\d{4}")


def plan_label(title: str, titles: Sequence[str], fits: Callable[[str], bool]) -> str:
    """`title` as it is shown beside the others of `titles`, short enough for `fits` where that can be done.

    The place is left out when all plans are of one place. Whole words are cut out;
    when even the last one is too long, the caller cuts it as any other text.
    """
    one_place = len({place_of_title(other) for other in titles}) == 1
    whole = short_title(title) if one_place else title
    if fits(whole) or len(titles) == 1:
        return whole
    pieces = _pieces(whole)
    said_by = Counter(piece for other in dict.fromkeys(titles) for piece in set(_pieces(other)))
    kept = list(range(len(pieces)))
    first = 1 if not one_place and place_of_title(whole) else 0
    for place in sorted(kept[first:], key=lambda at: _worth(at, pieces[at], said_by)):
        if len(kept) == 1 or fits(_joined(pieces, kept)):
            break
        kept.remove(place)
    return _joined(pieces, kept)


def _worth(place: int, piece: str, said_by: Counter[str]) -> tuple[int, int, int]:
    """The least valuable piece first: what most titles say, then what does not begin them and is no year or kind."""
    rank = 2 if not place or _YEAR.search(piece) else 1 if _KIND.fullmatch(piece) else 0
    return -said_by[piece], rank, len(piece)


def _joined(pieces: Sequence[str], kept: Sequence[int]) -> str:
    words, before = "", -1
    for place in kept:
        words += (GAP if place != before + 1 else "") + pieces[place]
        before = place
    return words + (GAP if before != len(pieces) - 1 else "")


@cache
def _pieces(title: str) -> tuple[str, ...]:
    """The place, then words met in titles of plans, and what stands between them."""
    place = place_of_title(title)
    made = [place] if place else []
    at = len(place)
    for found in _PIECE.finditer(title, at):
        made += [title[at : found.start()], found.group()]
        at = found.end()
    made.append(title[at:])
    return tuple(piece for piece in made if piece)
