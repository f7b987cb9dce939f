"""Values and sizes as an officer writes them."""

from __future__ import annotations


def format_value(value: float, unit: str = "") -> str:
    """1.4 万, 760, 95%: at most two decimals, large numbers in 万 and 亿."""
    for size, word in ((1e8, "亿"), (1e4, "万")):
        if abs(value) >= size:
            return f"{_short(value / size)} {word}{unit}"
    return f"{_short(value)}{'' if unit == '%' else ' '}{unit}".rstrip()


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
