"""Comparing and joining words: space and line breaks do not count, and nothing that was said is lost."""

from __future__ import annotations

import re

from desktop_app.domain.handout import Value
from desktop_app.domain.task import Status

_SENTENCE = re.compile(r"[^。；;！？\n]*[。；;！？\n]*")
_DONE = {Status.AWAITING_CHECK, Status.CLOSED}
_ENDS = "。；;！？，,、 \n"
_NOTHING = frozenset({"无", "暂无", "没有", "无问题", "暂无问题", "没有问题", "不涉及", "无进展", "暂无进展"})
"""How units fill a cell that they have nothing to put into."""


def fold(text: str) -> str:
    """The text without space: two that fold alike say the same."""
    return "".join(text.split())


def is_empty(value: Value) -> bool:
    """None, or words of nothing but space."""
    return value is None or (isinstance(value, str) and not isinstance(value, Status) and not value.strip())


def says_nothing(value: Value) -> bool:
    """Whether a unit filled the cell only so as not to leave it empty: 无, 暂无。"""
    return type(value) is str and len(value) < 9 and fold(value).rstrip(_ENDS) in _NOTHING


def agree(one: Value, other: Value) -> bool:
    """Whether two values of a cell say the same; what is closed is done in the words of a unit."""
    if one == other:
        return True
    # By type and not by field: this is asked for every cell, and an enumeration is slow to look up.
    if type(one) is str or type(other) is str:
        return fold(str(one or "")) == fold(str(other or ""))
    return isinstance(one, Status) and isinstance(other, Status) and {one, other} == _DONE


def keep_both(theirs: str, ours: str) -> str:
    """Theirs, then the sentences of ours that theirs has not."""
    theirs, ours = theirs.strip(), ours.strip()
    if not theirs or not ours:
        return theirs or ours
    said = {fold(sentence).rstrip(_ENDS) for sentence in _sentences(theirs)}
    rest = "".join(sentence for sentence in _sentences(ours) if fold(sentence).rstrip(_ENDS) not in said).strip()
    if not rest:
        return theirs
    return f"{theirs}{'' if theirs[-1] in '。；;！？' else '。'}{rest}"


def _sentences(text: str) -> list[str]:
    return [sentence for sentence in _SENTENCE.findall(text) if sentence.strip()]
