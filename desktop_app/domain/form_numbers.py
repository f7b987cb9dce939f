"""Forms that print nothing of their tasks but the number: which row is which task of the ledger."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from desktop_app.domain.ledger import TaskRow

_NUMBER = re.compile(
    r"[（(]?(?:[一二三四五六七八九十百]{1,5}|\d{1,3}(?:[.．]\d{1,3}){0,3})[）)]?[、.．]?|第[一二三四五六七八九十百\d]{1,5}[条项]|[①-⑳]"
)


def is_number(text: str) -> bool:
    """Whether a cell holds the number of an item and no more: （一）, 1., 第三条."""
    return _NUMBER.fullmatch("".join(text.split())) is not None


def match_numbers(listed: Sequence[str], tasks: Sequence[TaskRow]) -> list[TaskRow | None]:
    """The task of each row by its number; None where no task, or more than one, has it."""
    by_number: dict[str, list[TaskRow]] = defaultdict(list)
    for task in tasks:
        by_number[_bare(task.number)].append(task)
    found = [by_number.get(_bare(text), []) if is_number(text) else [] for text in listed]
    return [each[0] if len(each) == 1 else None for each in found]


def _bare(number: str) -> str:
    """（一） and 一、 are one number; 1.2 and 12 are not."""
    words = "".join(number.split()).replace("．", ".")
    return words.strip("（）()、.第条项")
