"""Short names of departments for narrow columns; the full name stays in tooltips, copies and exports."""

from __future__ import annotations

import re
from collections.abc import Sequence
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

_PLACE = re.compile(r"^(?:[^省市县区州盟旗]{1,3}[省市县区州盟旗]+(?![场域民级直属情])){1,3}")
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
    bare = _PLACE.sub("", title)
    return bare if len(bare) >= _LEAST_TITLE else title


def join_units(names: Sequence[str]) -> str:
    """For a narrow column: the first unit by its short name, and how many there are when there are more."""
    if not names:
        return ""
    first = short_name(names[0])
    if len(names) == 1:
        return first
    return QCoreApplication.translate("Units", "{0} 等{1}家").format(first, len(names))
