"""What the command line's words mean: dates, percents, tasks, statuses. Every refusal is a Chinese sentence."""

from __future__ import annotations

import argparse
import datetime as dt
import math
import re

from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Light, Status

_RANGE = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)
_MOST_TASKS = 1000


def day(text: str) -> dt.date:
    """Read 2026-09-30."""
    try:
        # fromisoformat also takes 20260930 and week dates, which nobody here writes on purpose.
        if len(text) == len("2026-09-30") and text[4] == text[7] == "-":
            return dt.date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"“{text}”不是日期，应写成 2026-09-30")


def columns(text: str) -> list[tuple[str, str]]:
    """Read 任务=C,牵头单位=E: what is in which column of a sheet; what the words mean is judged with the file at hand."""
    pairs = [part.partition("=") for part in re.split("[,，]", text.replace("＝", "="))]
    if not all(meaning.strip() and re.fullmatch("[A-Za-z]{1,3}", column.strip()) for meaning, _, column in pairs):
        raise argparse.ArgumentTypeError(f"“{text}”应写成 任务=C,牵头单位=E")
    return [(meaning.strip(), column.strip()) for meaning, _, column in pairs]


def percent(text: str) -> int:
    """Read 0 to 100, with or without %."""
    digits = text.removesuffix("%").removesuffix("％")
    if digits.isascii() and digits.isdigit() and int(digits) <= 100:
        return int(digits)
    raise argparse.ArgumentTypeError(f"“{text}”不是进度，应为 0 至 100 的整数")


def number(text: str) -> float:
    """Read the value of a target: 92.5, 92.5% or 3000000."""
    try:
        value = float(text.removesuffix("%").removesuffix("％"))
    except ValueError:
        value = math.nan
    if math.isfinite(value):
        return value
    raise argparse.ArgumentTypeError(f"“{text}”不是数值，应写成 92.5 或 3000000")


def tasks(text: str) -> list[TaskRef]:
    """Read 12, 12.2 (the second part of task 12) or 12-15."""
    match = _RANGE.fullmatch(text)
    if match is None:
        return [TaskRef.parse(text)]
    first, last = int(match[1]), int(match[2])
    if first > last or last - first >= _MOST_TASKS:
        raise argparse.ArgumentTypeError(f"“{text}”不是任务范围，应从小到大，如 12-15，一次不超过{_MOST_TASKS}项")
    return [TaskRef(task) for task in range(first, last + 1)]


def status(text: str) -> Status:
    """Read a status by its name (closed) or by what the screen says (已销号)."""
    for known in Status:
        if text in (known.value, known.label):
            return known
    known_words = "、".join(f"{known.label}（{known.value}）" for known in Status)
    raise argparse.ArgumentTypeError(f"没有“{text}”这个状态，可用：{known_words}")


def light(text: str) -> Light:
    """Read a light by its name (red) or by what the screen says (红灯)."""
    for known in Light:
        if text in (known.value, known.label):
            return known
    known_words = "、".join(f"{known.label}（{known.value}）" for known in Light)
    raise argparse.ArgumentTypeError(f"没有“{text}”这种灯，可用：{known_words}")
