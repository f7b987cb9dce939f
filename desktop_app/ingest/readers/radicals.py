"""Letters that some fonts name by their radical: ⼈⺠政府 -> 人民政府. They look alike and match nothing."""

from __future__ import annotations

import re
import unicodedata

_SUPPLEMENT = dict(
    zip(
        "⺠⻓⻔⻅⻆⻉⻋⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⻘⻄⻁⺟⺝⻑⻒⻎⺎⺆⺈⺌⺊⻗⻞⻡⻧⻭⻯⻲",
        "民长门见角贝车韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟青西虎母月長镸辶兀冂刀小卜雨食首卤歯竜亀",
        strict=True,
    )
)
"""CJK Radicals Supplement has no decompositions in Unicode: paired by eye."""
_RADICAL = re.compile(r"[\u2e80-\u2fdf\uf900-\ufaff]")


def plain_letters(text: str) -> str:
    """The text with radicals and compatibility forms as the letters they stand for; other text is untouched."""
    return _RADICAL.sub(_plain, text) if _RADICAL.search(text) else text


def _plain(match: re.Match[str]) -> str:
    return _SUPPLEMENT.get(match[0]) or unicodedata.normalize("NFKC", match[0])
