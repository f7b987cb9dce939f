"""When a reading meets its target."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.ledger import ReadingRow, TargetRow


@pytest.mark.parametrize(
    ("phrase", "op", "read", "reached"),
    [
        ("增长8%以上", ">=", 8.2, True),
        ("增长8%以上", ">=", 7.9, False),
        ("漏损率控制在8%以内", "<=", 8.2, False),
        ("设立首席数据官8名", "=", 8.2, False),
        ("增长8%左右", "=", 8.2, True),
        ("增长8%左右", "=", 7.0, False),
    ],
)
def test_a_target_is_reached_as_its_words_say(phrase: str, op: str, read: float, reached: bool) -> None:
    readings = (ReadingRow(1, dt.date(2024, 12, 31), read, ""),)
    assert TargetRow(1, phrase, op, 8.0, "%", None, readings).reached is reached
    assert TargetRow(1, phrase, op, 8.0, "%", None).reached is None
