from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.exports.fonts import Face, GlyphTable, library
from desktop_app.exports.headline import break_title
from desktop_app.exports.page import BODY_SIZE, PITCH, WIDTH
from desktop_app.exports.typeset import NO_END, NO_START, set_paragraph, split_lines

HANZI = st.text("推进数字政府建设改革一网统管", min_size=1, max_size=12)
MARKS = st.sampled_from(
    ["，", "。”", "、", "：“", "（", "）", "《", "》，", "——", "……", "2021年", "IPv6", "95%", "1,200"]
)
TEXTS = st.lists(st.tuples(HANZI, MARKS), min_size=1, max_size=30).map(lambda pairs: "".join(a + b for a, b in pairs))


@pytest.fixture(scope="module")
def glyphs() -> GlyphTable:
    return GlyphTable(Face.FANGSONG, library())


@settings(deadline=None, max_examples=150)
@given(text=TEXTS, room=st.integers(8, 28))
def test_no_line_begins_or_ends_with_a_forbidden_mark_and_nothing_is_lost(text: str, room: int) -> None:
    advances = [0.5 if char.isascii() else 1.0 for char in text]
    lines = split_lines(text, advances, room - 2, room)
    assert "".join(lines) == text
    for line in lines[1:]:
        assert line[0] not in NO_START - frozenset("—…")
    for before, after in itertools.pairwise(lines):
        assert before[-1] not in NO_END
        assert not (before[-1] in "—…" and after[0] == before[-1])
        assert not (before[-1].isascii() and after[0].isascii() and before[-1].isalnum() and after[0].isalnum())
    assert all(sum(0.5 if c.isascii() else 1.0 for c in line) <= room for line in lines)


def test_a_full_line_holds_28_characters_and_the_first_is_indented_by_two(glyphs: GlyphTable) -> None:
    lines = set_paragraph("数" * 100, glyphs, BODY_SIZE, WIDTH, PITCH, indent=2)
    assert [len(line.text) for line in lines] == [26, 28, 28, 18]
    assert lines[0].start == pytest.approx(2 * PITCH) and lines[1].start == 0


def test_all_lines_but_the_last_end_at_the_right_edge(glyphs: GlyphTable) -> None:
    text = "截至2021年10月18日，已销号10项，已完成待核4项，推进中34项，未启动1项，暂缓1项，平均进度69%，共涉及牵头单位18个，佐证材料齐全。"
    lines = set_paragraph(text, glyphs, BODY_SIZE, WIDTH, PITCH)
    assert len(lines) > 2
    for line in lines[:-1]:
        width = glyphs.width(line.text) * BODY_SIZE + (len(line.text) - 1) * line.spacing
        assert width == pytest.approx(WIDTH, abs=0.01)


def test_a_word_wider_than_a_line_is_cut_at_its_end() -> None:
    assert split_lines("a" * 30, [1.0] * 30, 28, 28) == ["a" * 28, "aa"]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("关于某市工作要点落实情况的报告", ["关于某市工作要点落实情况的报告"]),
        (
            "关于汕尾市数字政府改革建设2021年工作要点落实情况的报告",
            ["关于汕尾市数字政府改革建设2021年", "工作要点落实情况的报告"],
        ),
        (
            "关于济源示范区数字政府建设“十四五”总体规划落实情况的报告",
            ["关于济源示范区数字政府建设", "“十四五”总体规划落实情况的报告"],
        ),
    ],
)
def test_titles_break_between_words_into_lines_of_different_lengths(title: str, lines: list[str]) -> None:
    assert break_title(title, GlyphTable(Face.XIAOBIAOSONG, library()), 20.1) == lines


@settings(deadline=None, max_examples=50)
@given(text=st.text("推进数字政府建设改革一网统管的和、“”（）2026", min_size=1, max_size=120))
def test_any_title_is_kept_whole_and_within_the_width(text: str) -> None:
    glyphs = GlyphTable(Face.XIAOBIAOSONG, library())
    lines = break_title(text, glyphs, 20.1)
    assert "".join(lines) == text
    assert all(glyphs.width(line) <= 20.2 for line in lines)
