"""Values and sizes as an officer writes them."""

from __future__ import annotations

import re

_NUMBER = r"[\d.,]+[%万亿]*"
_COUNTED = "个|项|家|类|条|件|次|户|人|名|台|套|处|平方公里"
_LEADING = re.compile(rf"^[\u4e00-\u9fff]{{0,8}}?{_NUMBER}(?:{_COUNTED})(?:以上)?的?")
_TRAILING = re.compile(
    rf"(?:均|全部)?(?:达到|达|超过|突破|不低于|不少于|提升至|提升到|提高到|降至|为)?{_NUMBER}[^\d，。]{{0,2}}(?:以上|以内|左右)?$"
)
_LEAST_NAME = 4


def format_value(value: float, unit: str = "") -> str:
    """1.4 万, 760, 95%: at most two decimals, large numbers in 万 and 亿."""
    for size, word in ((1e8, "亿"), (1e4, "万")):
        if abs(value) >= size:
            return f"{_short(value / size)} {word}{unit}"
    return f"{_short(value)}{'' if unit == '%' else ' '}{unit}".rstrip()


def target_name(phrase: str) -> str:
    """不少于30个业务场景上线 -> 业务场景上线: the number stands beside it; a phrase that is mostly number stays whole."""
    for pattern in (_LEADING, _TRAILING):
        name = pattern.sub("", phrase, count=1)
        if len(name) >= _LEAST_NAME and name != phrase:
            return name
    return phrase


def format_size(size: int) -> str:
    """48 KB, 1.2 MB."""
    if size < 1024:
        return f"{size} B"
    if size < 1024 * 1024:
        return f"{round(size / 1024)} KB"
    if size < 1024**3:
        return f"{size / 1024 / 1024:.1f} MB"
    return f"{size / 1024**3:.2f} GB"


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
