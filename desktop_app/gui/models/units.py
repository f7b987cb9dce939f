"""Short names of departments for narrow columns; the full name stays in tooltips, copies and exports.

Two units never share a short name: where the customary forms meet, both are shown in full.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from PySide6.QtCore import QCoreApplication

_SHORT = (
    ("政务服务数据管理局", "政数局"),
    ("政务服务和数据管理局", "政数局"),
    ("发展和改革委员会", "发改委"),
    ("发展改革委员会", "发改委"),
    ("发展和改革局", "发改局"),
    ("发展改革局", "发改局"),
    ("住房和城乡建设局", "住建局"),
    ("住房城乡建设局", "住建局"),
    ("人力资源和社会保障局", "人社局"),
    ("人力资源社会保障局", "人社局"),
    ("工业和信息化局", "工信局"),
    ("市场监督管理局", "市场监管局"),
    ("卫生健康委员会", "卫健委"),
    ("卫生健康局", "卫健局"),
    ("应急管理局", "应急局"),
    ("城市管理局", "城管局"),
    ("医疗保障局", "医保局"),
    ("国有资产监督管理委员会", "国资委"),
    ("自然资源和规划局", "资规局"),
    ("文化广电旅游体育局", "文广旅体局"),
    ("文化广电和旅游局", "文广旅局"),
    ("大数据管理局", "大数据局"),
    ("人民政府办公室", "府办"),
)
"""The abbreviations offices themselves use; the longest match comes first."""

_PLACE = re.compile(
    r"^(?:[^省市县区州盟旗]{1,3}[省市县区州盟旗]+(?![场域民级直属情])){1,3}(?:[^省市县区]{2,4}(?:示范区|开发区))?"
    r"|^[^省市县区]{2,4}(?:示范区|开发区)"
)
_LEAST_TITLE = 6
_BRACKET = re.compile(r"（[^）]*）$")


@cache
def short_name(name: str) -> str:
    """市政务服务数据管理局 -> 市政数局; a name without a customary short form stays as it is."""
    bare = _BRACKET.sub("", name) if len(name) > 8 else name
    for full, short in _SHORT:
        if bare.endswith(full):
            return bare[: -len(full)] + short
    return bare


def short_title(title: str) -> str:
    """汕尾市数字政府改革建设… -> 数字政府改革建设…: the place is the same for most plans of an office."""
    return title[len(place_of_title(title)) :]


def place_of_title(title: str) -> str:
    """The place a title begins with; "" when there is none, or when hardly anything would be left without it."""
    found = _PLACE.match(title)
    return found.group() if found and len(title) - found.end() >= _LEAST_TITLE else ""


class UnitNames:
    """What the units of one workspace are called on screen.

    Args:
        names: the full names of all its units.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        known = frozenset(names)
        shared = Counter(short_name(name) for name in known)
        self._in_full = frozenset(name for name in known if shared[short_name(name)] > 1)

    def short(self, name: str) -> str:
        """The customary short form, or the full name where another unit of the workspace has the same short form."""
        return name if name in self._in_full else short_name(name)

    def join(self, names: Sequence[str]) -> str:
        """For a narrow column: the first unit by its short name, and how many there are when there are more."""
        if not names:
            return ""
        first = self.short(names[0])
        if len(names) == 1:
            return first
        return QCoreApplication.translate("Units", "{0} 等{1}家").format(first, len(names))


CUSTOMARY = UnitNames()
"""The customary forms, where no other units are known."""


def join_units(names: Sequence[str]) -> str:
    """The same outside a workspace, as for a plan that is not stored yet."""
    return CUSTOMARY.join(names)
