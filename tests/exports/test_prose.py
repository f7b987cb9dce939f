"""The sentences of reports as an office reads them: nothing counted that is not there, no word twice, no machine's punctuation."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop_app.domain.errors import BadInput, Refused
from desktop_app.domain.ledger import PlanRow, TaskRow
from desktop_app.domain.task import Status
from desktop_app.exports.report_model import Paragraph, ReportContent
from desktop_app.exports.templates import draft
from desktop_app.exports.text import closing
from tests.exports.all_templates import KEYS, URGED, content, material
from tests.exports.conftest import make_plan

FLAWS = {
    "nothing is counted": r"(?<!\d)(?<!\d[.,])0[项个份次章]",
    "two marks in a row": r"[，。；、：][，。；、：]",
    "a word said twice": r"等等|其中其中|关于关于|任务任务|单位单位|的的|共共|均均",
    "a mark of another script": r"[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]",
    "a space between words": r"[\u4e00-\u9fff] +[\u4e00-\u9fff]",
    "an empty bracket": r"（[，、；]?）|“”|《》",
    "all of one": r"(?<!\d)1项任务均|所列1项任务均",
}


def sentences(made: ReportContent) -> list[str]:
    blocks = [block.text for section in made.sections for block in section.blocks if isinstance(block, Paragraph)]
    notes = [annex.note for annex in made.annexes]
    definitions = [row.cells[2] for annex in made.annexes if not annex.numbered for row in annex.rows]
    headings = [section.heading for section in made.sections]
    return [made.title, made.opening, *headings, *blocks, made.closing, *notes, *definitions]


def drafts(plans: list[PlanRow], rows: list[TaskRow], today: dt.date) -> list[ReportContent]:
    """Every kind of report that can be made of these tasks, with and without annex, chart and period."""
    made = []
    for key in KEYS:
        for options in ({}, {"period": None}, {"annex": False, "definitions": False, "charts": False}):
            try:
                made.append(content(plans, rows, today, key, **options))
            except (Refused, BadInput):
                continue
    return made


def records(task: Callable[..., TaskRow]) -> dict[str, list[TaskRow]]:
    """Records of one task in every state, of tasks all alike, of tasks without units, dates, targets, and of many."""
    bare = {"targets": (), "evidence_names": (), "assignments": (), "due": None, "latest": None, "parts": ()}
    alike = {f"all {status.value}": [task(n, status=status) for n in range(4)] for status in Status}
    alone = {f"one {status.value}": [task(0, status=status)] for status in Status}
    return {
        **alike, **alone, "bare": [task(0, **bare)], "all bare": [task(n, **bare) for n in range(3)],
        "some": [task(n) for n in range(7)], "many": [task(n) for n in range(120)],
    }  # fmt: skip


@pytest.mark.parametrize("flaw", FLAWS)
def test_no_report_on_any_record_has_a_flaw_that_an_office_would_strike_out(
    plans: list[PlanRow], task: Callable[..., TaskRow], today: dt.date, flaw: str
) -> None:
    for name, rows in records(task).items():
        for made in drafts(plans, rows, today):
            for text in sentences(made):
                found = re.search(FLAWS[flaw], text)
                assert found is None, f"{name}, {made.title}: {text[max(found.start() - 12, 0) : found.end() + 12]}"


def test_every_record_has_its_reports(plans: list[PlanRow], task: Callable[..., TaskRow], today: dt.date) -> None:
    for name, rows in records(task).items():
        assert len(drafts(plans, rows, today)) >= 12, name


def test_a_title_that_says_what_it_is_about_stands_in_marks(rows: list[TaskRow], today: dt.date) -> None:
    plan = replace(make_plan(), title="云江市关于加快数字政府建设的实施意见")
    made = content([plan], rows, today, "progress")
    assert made.title == "关于《云江市关于加快数字政府建设的实施意见》落实情况的报告"
    assert content([make_plan()], rows, today, "progress").title.count("关于") == 1


def test_only_a_letter_has_an_addressee(plans: list[PlanRow], rows: list[TaskRow], today: dt.date) -> None:
    for key in KEYS:
        made = content(plans, rows, today, key, addressee="市政府")
        assert (made.addressee == "市政府") is (made.signed_on is not None), key


def test_tasks_without_unit_stand_behind_the_units(
    plans: list[PlanRow], task: Callable[..., TaskRow], today: dt.date
) -> None:
    made = content(plans, [task(0, assignments=()), *(task(n) for n in range(1, 4))], today, "units")
    assert [section.heading for section in made.sections][-1] == "未写明单位的任务"


def test_letters_beyond_three_are_counted_and_the_last_named(
    plans: list[PlanRow], rows: list[TaskRow], today: dt.date
) -> None:
    days = tuple(dt.date(2021, 9, day) for day in (1, 6, 10, 20))
    made = draft(replace(material(plans, rows, today, "urging"), urged={URGED: days}))
    assert "此前已催办4次（最近3次为2021年9月6日、2021年9月10日、2021年9月20日），本次为第5次。" in made.opening


@pytest.mark.parametrize("text", ["已完成。", "已完成；", "已完成.", "已完成！", "已完成\n", "已完成　", "已完成"])
def test_what_was_entered_ends_in_one_mark(text: str) -> None:
    assert f"{closing(text)}。" == "已完成。"
