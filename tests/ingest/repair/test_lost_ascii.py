"""A page that lost brackets, digits and dots one by one has its numbers, notes and dates back."""

from __future__ import annotations

import random
import time
from collections import Counter

import pytest

from desktop_app.ingest.parsing.marks import read_mark
from desktop_app.ingest.repair import mend
from desktop_app.ingest.repair.note_brackets import find_lost_note_brackets
from desktop_app.ingest.repair.numbering import find_lost_numbers
from tests.ingest.repair.outlines import STYLES, Outline, lose_ascii, make_outline
from tests.ingest.repair.prose import gold_texts

WIDE = str.maketrans("():;", "（）：；")


def mended(text: str) -> str:
    return mend(text)[0]


def wide(outline: Outline) -> str:
    return outline.text().translate(WIDE)


def restored(outline: Outline, damaged: str) -> Counter[str]:
    """How many numbers that can lose letters are right, wrong, or left as they came."""
    found: Counter[str] = Counter()
    for item, line in zip(outline.lines, mended(damaged).split("\n"), strict=True):
        if item.number and not item.number.endswith("、"):
            is_right = line.startswith(item.number.translate(WIDE))
            found["right" if is_right else "wrong" if read_mark(line) else "left"] += 1
    return found


@pytest.mark.parametrize(("rate", "right", "wrong"), [(0.05, 0.99, 0.003), (0.15, 0.97, 0.01)])
def test_lost_numbers_come_back(rate: float, right: float, wrong: float) -> None:
    found: Counter[str] = Counter()
    for seed in range(2):
        for name, style in STYLES.items():
            for runs_on in (False, True):
                for noted in (False, True):
                    chance = random.Random(f"{seed}{name}{runs_on}{noted}")
                    outline = make_outline(style, chance, runs_on=runs_on, noted=noted)
                    found += restored(outline, lose_ascii(outline, rate, chance))
    assert found["right"] >= right * found.total()
    assert found["wrong"] <= wrong * found.total()


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
@pytest.mark.parametrize("runs_on", [False, True])
def test_whole_outlines_stay_as_they_are(style: tuple, runs_on: bool) -> None:
    text = wide(make_outline(style, random.Random(7), runs_on=runs_on, noted=True))
    assert mend(text) == (text, [])


HEAD = "云山县重点工作\n一、重点任务\n"


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("）摸清家底\n1.普查。开展普查。\n（二）推动共享\n", "（一）摸清家底\n1.普查。开展普查。\n（二）推动共享\n"),
        ("（一）甲类工作\n（二乙类工作\n三）丙类工作\n", "（一）甲类工作\n（二）乙类工作\n（三）丙类工作\n"),
        ("1编制目录。全面普查。\n2.统一标准。制定标准。\n", "1.编制目录。全面普查。\n2.统一标准。制定标准。\n"),
        ("1、编制目录。全面普查。\n2统一标准。制定标准。\n", "1、编制目录。全面普查。\n2、统一标准。制定标准。\n"),
        (
            "1.平台建设。分步建设。\n1统一认证。建成系统。\n2统一印章。建成系统。\n3）统一证照。建成系统。\n2.标准建设。制定标准。\n",
            "1.平台建设。分步建设。\n1）统一认证。建成系统。\n2）统一印章。建成系统。\n3）统一证照。建成系统。\n2.标准建设。制定标准。\n",
        ),
        (
            "（1）甲项工作。抓好落实。\n2）乙项工作。抓好落实。\n（3丙项工作。抓好落实。\n（4）丁项工作。抓好落实。\n",
            "（1）甲项工作。抓好落实。\n（2）乙项工作。抓好落实。\n（3）丙项工作。抓好落实。\n（4）丁项工作。抓好落实。\n",
        ),
        (
            "）甲类工作\n11.甲项工作。抓好落实。\n1乙项工作。抓好落实。\n13.丙项工作。抓好落实。\n",
            "（一）甲类工作\n11.甲项工作。抓好落实。\n12.乙项工作。抓好落实。\n13.丙项工作。抓好落实。\n",
        ),
    ],
)
def test_what_is_left_of_a_number_is_completed_from_its_neighbours(damaged: str, whole: str) -> None:
    text, doubts = mend(HEAD + damaged)
    assert text == (HEAD + whole).rstrip()
    assert {doubt.code for doubt in doubts} == {"lost_number"}


FIRST, SECOND = "甲项工作。抓好落实。（牵头单位：县财政局）\n", "乙项工作。定期调度，抓好落实。（牵头单位：县教育局）\n"
THIRD, FOURTH = (
    "丙项工作任务。县里有规定，各镇抓好落实。（牵头单位：县民政局）\n",
    "丁项工作。抓好。（牵头单位：县司法局）\n",
)


def test_a_number_that_is_gone_wholly_comes_back_where_only_one_paragraph_can_have_lost_it() -> None:
    assert "\n3.丙项工作任务" in mended(f"{HEAD}1.{FIRST}2{SECOND}{THIRD}4{FOURTH}")


def test_the_last_number_of_a_list_comes_back_when_its_paragraph_closes_with_who_does_it() -> None:
    text, doubts = mend(f"{HEAD}（一）甲类\n1.{FIRST}2.{SECOND}{THIRD}（二乙类\n1.{FOURTH}2{FIRST}")
    assert "\n3.丙项工作任务" in text and "\n（二）乙类" in text
    assert any("疑已丢失" in doubt.message for doubt in doubts)


def test_of_two_paragraphs_that_may_have_lost_one_number_none_gets_it() -> None:
    body = "抓好落实，形成常态。"
    damaged = f"{HEAD}）甲类工作\n1甲项工作。{body}\n乙项工作任务。{body}\n丙项工作任务。{body}\n3.丁项工作。{body}\n"
    assert "\n乙项工作任务" in mended(damaged) and "\n丙项工作任务" in mended(damaged)


@pytest.mark.parametrize(
    "line",
    [
        "3大工程全面推进。各镇抓好落实。",
        "5家企业入驻园区。产业形成集聚。",
        "一体化平台建成。数据全面共享。",
        "1是加强领导。成立专班。",
        "三农工作稳步推进。成效明显。",
        "（试行）办法已经印发。各镇抓好落实。",
    ],
)
def test_text_that_begins_like_a_number_stays_among_losses(line: str) -> None:
    damaged = f"{HEAD}）甲类工作\n1.甲项工作。抓好落实。\n2乙项工作。抓好落实。\n{line}\n3.丙项工作。抓好落实。\n"
    assert f"\n{line}\n" in mended(damaged)


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("抓好落实。（责任单位：县财政局、县教育局", "抓好落实。（责任单位：县财政局、县教育局）"),
        ("抓好落实。牵头单位：县财政局；配合单位：县教育局）", "抓好落实。（牵头单位：县财政局；配合单位：县教育局）"),
        ("抓好落实。县财政局牵头，县教育局配合）", "抓好落实。（县财政局牵头，县教育局配合）"),
        ("抓好落实。（县财政局、各县区）人民政府按职责分工负责）", "抓好落实。（县财政局、各县（区）人民政府按职责分工负责）"),
        ("抓好落实。（牵头单位：县财政局、各县（市、区人民政府）", "抓好落实。（牵头单位：县财政局、各县（市、区）人民政府）"),
        ("云山县行动计划2024—2026年）的通知", "云山县行动计划（2024—2026年）的通知"),
    ],
)  # fmt: skip
def test_brackets_of_notes_and_names_pair_again(damaged: str, whole: str) -> None:
    text, doubts = mend(HEAD + "1.甲项工作。" + damaged)
    assert text == HEAD + "1.甲项工作。" + whole
    assert doubts


@pytest.mark.parametrize(
    "words",
    [
        "试点地区（含园区，逐步推广。成效明显。",
        "（省级试点单位要落实。",
        "【牵头单位：县财政局）",
        "其他事项）另行通知。",
    ],
)
def test_brackets_that_cannot_be_known_stay(words: str) -> None:
    assert mended(words) == words


def test_a_day_that_can_be_read_in_two_ways_is_the_one_that_the_page_prints_elsewhere() -> None:
    assert "\n2024年11月1日\n" in mended("成文日期：2024-11-01\n通知\n2024111\n一、任务")
    assert "\n2024111\n" in mended("通知\n2024111\n一、任务")


def test_a_clean_text_costs_less_than_reading_it_line_by_line() -> None:
    """A megabyte without losses must not pay for the search: splitting and stripping its lines is the yardstick."""
    text = wide(make_outline(STYLES["一（一）1.（1）"], random.Random(1), runs_on=False, noted=True)) + "\n"
    text += "\n".join(gold_texts()) + "\n"
    text *= 1_000_000 // len(text.encode()) + 1
    mine, other = [], []
    for _ in range(5):
        began = time.process_time()
        assert not find_lost_numbers(text) and not find_lost_note_brackets(text)
        between = time.process_time()
        assert sum(len(line.strip().replace("，", ",")) for line in text.split("\n"))
        mine.append(between - began)
        other.append(time.process_time() - between)
    assert min(mine) < 6 * min(other) + 0.02


def test_a_heading_of_every_plan_behind_a_bare_numeral_has_its_brackets_back() -> None:
    lines = mended(
        "一、发展基础\n一发展现状\n已有企业30家。\n)主要问题\n布局零散。\n二、总体要求\n(一)指导思想\n坚持统筹。"
    )
    assert lines.split("\n")[1::2][:2] == ["（一）发展现状", "（二）主要问题"]


def test_a_text_that_begins_with_a_numeral_stays_in_a_damaged_page() -> None:
    text = mended(
        "一、发展基础\n(一)成效明显\n三位一体推进。\n)主要问题\n四好农村路不足。\n二、总体要求\n(一)指导思想\n坚持统筹。"
    )
    assert "三位一体推进。" in text and "四好农村路不足。" in text


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("一 总体要求\n坚持统筹。\n二 重点任务\n建设平台。", "一、总体要求\n坚持统筹。\n二、重点任务\n建设平台。"),
        ("1 建设平台。迁移系统。\n2 建设网络。改造网络。", "1.建设平台。迁移系统。\n2.建设网络。改造网络。"),
        ("一,总体要求\n坚持统筹。\n二,重点任务\n建设平台。", "一、总体要求\n坚持统筹。\n二、重点任务\n建设平台。"),
    ],
)
def test_numbers_that_lost_the_mark_behind_them_get_one(damaged: str, whole: str) -> None:
    assert mended(damaged) == whole


@pytest.mark.parametrize(
    "text",
    [
        "2 主要任务\n2.1 建设平台。\n2.2 建设网络。",
        "一、总体要求\n一 心一意抓落实",
        "1 建设平台 县数据局 6月底\n2 建设网络 县工信局 9月底",
    ],
)
def test_numbers_of_documents_that_print_whole_ones_and_of_rows_stay(text: str) -> None:
    assert mended(text) == text
