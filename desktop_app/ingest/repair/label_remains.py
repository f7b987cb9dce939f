"""Outline numbers at the head of a line that was read one byte off: the indent before （一） is what was hit.

（二）工作架構 with its first indent cut in two prints as ?。ǘ┕ぷ骷軜: behind the indent all letters are pairs of halves, and the
pair in （二） that stands for no letter is gone. The search for shifted bytes leaves □ for the indent, which was no letter,
and now and then inside the brackets, where only one letter fits. A bold heading loses its last mark in the same way, together
with the < of </strong>.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.ingest.parsing.numbers import chinese_number, print_chinese
from desktop_app.ingest.repair.edits import Edit

_NUMBER = "([一二三四五六七八九十]{1,3})"
_LABEL = re.compile(rf"^[ \u3000]*[（(]{_NUMBER}[）)]", re.MULTILINE)
_REMAINS = re.compile(rf"□*[（(]?{_NUMBER}□?[）)]")
_END_OF_BOLD = re.compile(r"/(?:strong|b|span)>")
_NOTHING_LEFT = re.compile(r"□[□（）]{2,7}(?=[\u3400-\u9fff])")


def with_labels(text: str, edits: Sequence[Edit]) -> list[Edit]:
    """The edits in order, with □（一）, □□四） and （二□） at the head of a line as the numbers they were.

    Of a number that left nothing the neighbours tell: between （一） and （三） stands （二）, and that is said, as is the 。 that
    ends a bold heading.
    """
    heads = {at for at, edit in enumerate(edits) if not text[: edit.start] or text[edit.start - 1] == "\n"}
    read = [_read(text, edit) if at in heads else edit for at, edit in enumerate(edits)]
    labels = sorted(
        [(found.start(), chinese_number(found[1]) or 0) for found in _LABEL.finditer(text)]
        + [(edit.start, _number_of(edit)) for at, edit in enumerate(read) if at in heads and _number_of(edit)]
    )
    return [_between(edit, labels) if at in heads else edit for at, edit in enumerate(read)]


def _read(text: str, edit: Edit) -> Edit:
    found = _REMAINS.match(edit.new)
    if found is not None and "□" in found[0]:
        edit = _with(edit, f"（{found[1]}）{edit.new[found.end() :]}")
    if edit.new.endswith("□") and _END_OF_BOLD.match(text, edit.end) and _opens_a_mark(text[edit.end - 2]):
        edit = _with(edit, f"{edit.new[:-1]}。", "；标题末的句号系推定")
    return edit


def _opens_a_mark(letter: str) -> bool:
    """Whether the second half of a printed letter is the first half of 。: only marks begin with this byte."""
    return letter.encode("gbk", "ignore")[1:] == b"\xa1"


def _with(edit: Edit, new: str, remark: str = "") -> Edit:
    """The edit with other letters, and what is told of it with them."""
    said = edit.said.replace(f"“{edit.new}”", f"“{new}”")
    if "□" not in new:
        said = said.replace("，□处无法辨认", "")
    return replace(edit, new=new, said=said + remark if said else "")


def _number_of(edit: Edit) -> int:
    found = _LABEL.match(edit.new)
    return (chinese_number(found[1]) or 0) if found else 0


def _between(edit: Edit, labels: Sequence[tuple[int, int]]) -> Edit:
    found = _NOTHING_LEFT.match(edit.new)
    at = bisect(labels, (edit.start, 0))
    if found is None or not 0 < at < len(labels) or labels[at][1] != labels[at - 1][1] + 2:
        return edit
    label = f"（{print_chinese(labels[at][1] - 1)}）"
    return _with(edit, label + edit.new[found.end() :], f"；编号{label}按前后编号补出")
