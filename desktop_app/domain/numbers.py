"""How a stored number reads: every digit of it, never 1.23457e+06."""

from __future__ import annotations

from decimal import Decimal


def in_digits(value: float) -> str:
    """1234567, 99.5, 0.0004: the shortest digits that mean this very number."""
    digits = format(Decimal(repr(float(value))), "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
