"""Numbers are told with every digit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.numbers import in_digits


@pytest.mark.parametrize(
    ("value", "digits"),
    [(26, "26"), (100.0, "100"), (99.5, "99.5"), (1234567, "1234567"), (12345678901.25, "12345678901.25"),
     (0.0004, "0.0004"), (1e16, "10000000000000000"), (0.0, "0"), (-3.0, "-3")],
)  # fmt: skip
def test_a_number_reads_as_people_write_it(value: float, digits: str) -> None:
    assert in_digits(value) == digits


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_no_digit_is_lost(value: float) -> None:
    digits = in_digits(value)
    assert float(digits) == value and "e" not in digits
