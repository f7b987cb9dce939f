"""Text that is not damaged is never touched, and mending twice is mending once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.ingest.readers import read_document
from desktop_app.ingest.repair import mend
from tests.ingest.repair.prose import DATA, clean_plans, gold_texts, sentences, words

QUIET = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
ARRIVED = sorted([*(DATA / "plans").glob("*.txt"), *(DATA / "annotated").glob("*.txt")])


@QUIET
@given(st.lists(st.lists(sentences(), min_size=1, max_size=4).map("".join), min_size=1, max_size=12))
def test_clean_prose_stays_as_it_is(paragraphs: list[str]) -> None:
    text = "\n".join(paragraphs)
    assert mend(text) == (text, [])


@QUIET
@given(st.lists(words, min_size=1, max_size=30), st.sampled_from(["", "（一）", "1."]))
def test_lists_of_short_lines_are_not_joined(lines: list[str], number: str) -> None:
    text = "\n".join(number + line for line in lines)
    assert mend(text) == (text, [])


@pytest.mark.parametrize("width", [14, 15, 20, 28])
def test_a_list_of_names_of_one_length_is_not_joined(width: int) -> None:
    names = ["建设" * 20, "数据" * 20, "平台" * 20, "共享" * 20, "服务" * 20, "治理" * 20]
    text = "\n".join(f"{number}.{name[:width]}" for number, name in enumerate(names, 1))
    assert mend(text) == (text, [])


@pytest.mark.parametrize("plan", clean_plans(), ids=lambda plan: plan[:12])
def test_clean_plans_stay_as_they_are(plan: str) -> None:
    assert mend(plan) == (plan, [])


def test_there_are_clean_plans_and_bodies_to_try() -> None:
    assert len(clean_plans()) >= 5
    assert len(gold_texts()) > 300


def test_bodies_of_annotated_plans_stay_as_they_are() -> None:
    touched = [(text, mend(text)[0]) for text in gold_texts() if mend(text) != (text, [])]
    assert [(old, new) for old, new in touched if not set(old) & set(',():;"')] == []


@pytest.mark.parametrize("path", ARRIVED, ids=lambda path: path.name[:12])
def test_a_mended_plan_needs_no_mending(path: Path) -> None:
    once, _ = mend(read_document(path).body)
    assert mend(once) == (once, [])


SCRAPS = st.sampled_from(
    [
        "加强领导，", "數據", "(shù)", "(jù)", "?", "？", "！藏", "?zé)", "一、", "（一", "）", "1", "2022331", "国发201918号", "&nbsp;", "&amp;lt;",
        "\ufeff", "\u200b", "\u00a0", "\u3000", "\n", "\n\n", "\r\n", "\t", "⼈⺠", "\ue863", "\uf0b7", "２０２４", "2O24年", '"', "“", "”", ",", ":", "(", ")",
        "锟斤拷", "鍔犲己", "锛?", "å¼º", "¼ÓÇ¿", "\ufffd", "— 1 —", "第1页 共9页", "□", "20202022", "著", "乾", "镇街道）", "a b", "3.0",
    ]
)  # fmt: skip


@QUIET
@given(st.lists(st.one_of(SCRAPS, words), max_size=40).map("".join))
def test_mending_scraps_twice_is_mending_them_once(text: str) -> None:
    once, _ = mend(text)
    assert mend(once) == (once, [])


@QUIET
@given(st.text(max_size=200))
def test_mending_any_text_twice_is_mending_it_once(text: str) -> None:
    once, _ = mend(text)
    assert mend(once) == (once, [])


@QUIET
@given(st.lists(st.one_of(SCRAPS, words), max_size=40).map("".join))
def test_every_doubt_points_into_the_mended_text(text: str) -> None:
    mended, doubts = mend(text)
    for doubt in doubts:
        assert doubt.message and doubt.span is not None
        assert 0 <= doubt.span.start <= doubt.span.end <= len(mended)
