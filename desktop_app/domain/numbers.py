"""How a number reads: every digit of a stored one, never 1.23457e+06, and a mean rounded as people round."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal


def in_digits(value: float) -> str:
    """1234567, 99.5, 0.0004: the shortest digits that mean this very number."""
    digits = format(Decimal(repr(float(value))), "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def rounded_mean(values: Sequence[int]) -> int:
    """The mean as people round: 20.5 is 21 (`round` would say 20); 0 of nothing."""
    return (2 * sum(values) + len(values)) // (2 * len(values)) if values else 0
