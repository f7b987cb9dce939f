"""Marks within marks are turned, and cutting leaves none open."""

import pytest

from desktop_app.domain.quotes import quoted


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("完善服务热线", "“完善服务热线”"),
        ("5.开展“民意速办”改革", "“5.开展‘民意速办’改革”"),
        ("推进“一件事‘集成办’”改革", "“推进‘一件事“集成办”’改革”"),
        ("", "“”"),
    ],
)
def test_inner_marks_are_single(words, shown):
    assert quoted(words) == shown


def test_a_cut_closes_what_it_left_open():
    assert quoted("5.开展“民意速办”改革，打造样板", 7) == "“5.开展‘民意…’”"
    assert quoted("5.开展“民意速办”改革，打造样板", 11) == "“5.开展‘民意速办’改…”"
    assert quoted("短", 12) == "“短”"
