from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop_app.domain.errors import BadInput, Refused
from desktop_app.domain.ledger import PlanRow, TargetRow, TaskRow
from desktop_app.domain.task import Due, Status, judge
from desktop_app.exports import templates
from desktop_app.exports.material import Material, ReportOptions
from desktop_app.exports.period import Period
from desktop_app.exports.report_model import Level, Paragraph, ReportContent, Section
from desktop_app.exports.sections import MOST_OVERDUE, aim_of, amount
from desktop_app.exports.table_model import RowKind, Table
from desktop_app.exports.text import for_page, numeral, share
from tests.drafting import draft_report


def section(content: ReportContent, heading: str) -> Section:
    return next(section for section in content.sections if section.heading == heading)


def words(content: ReportContent, heading: str) -> str:
    return "\n".join(block.text for block in section(content, heading).blocks if isinstance(block, Paragraph))


def table(content: ReportContent, heading: str) -> Table:
    return next(block for block in section(content, heading).blocks if isinstance(block, Table))


def test_the_report_states_the_ledgers_own_figures(plans: list[PlanRow], rows: list[TaskRow], today: dt.date) -> None:
    content = draft_report(plans, rows, today)
    assert content.title == "关于云江市数字政府改革建设2021年工作要点落实情况的报告"
    assert content.opening == (
        "现将《云江市数字政府改革建设2021年工作要点》（云府办函〔2021〕130号）截至2021年10月18日的落实情况报告如下。"
    )
    said = words(content, "总体情况")
    assert "纳入台账的任务共50项，分布在7章，涉及牵头（责任）单位9个。" in said
    assert "已销号10项（占20.0%），已完成待核5项，推进中25项，未启动5项，暂缓5项" in said
    assert "红灯（逾期）8项" in said
    assert "已销号和待核的15项任务中，10项附有佐证材料，1项已说明未附佐证的原因，4项尚缺佐证材料。" in said


def test_an_overdue_task_names_unit_date_days_percent_and_reason(
    plans: list[PlanRow], rows: list[TaskRow], today: dt.date
) -> None:
    blocks = section(draft_report(plans, rows, today), "逾期任务及原因").blocks
    assert blocks[1] == Paragraph("（一）深入推进政务服务流程优化", Level.SECOND, rows[0].id)
    assert blocks[2] == Paragraph(
        "牵头单位市政务服务数据管理局，时限2021年8月31日，逾期48天，进度30%。截至2021年10月8日的进展：政务服务事项梳理已完成512个；"
        "一件事联办事项落地24个，尚差6个。存在问题：不动产、医保两个业务系统接口未开放。下一步：10月底前完成接口联调（附件第1项）。",
        task=rows[0].id,
    )


def test_a_reason_nobody_gave_is_said_to_be_missing(
    plans: list[PlanRow], task: Callable[..., TaskRow], today: dt.date
) -> None:
    silent = draft_report(plans, [task(0, latest=None)], today)
    assert "尚未填报进展和逾期原因（附件第1项）。" in words(silent, "逾期任务及原因")
    entry = task(0).latest
    assert entry is not None
    told = draft_report(plans, [task(0, latest=replace(entry, problems="", next_step=""))], today)
    assert words(told, "逾期任务及原因").endswith("尚差6个。尚未填报逾期原因（附件第1项）。")


def test_an_extended_date_is_told_with_the_first_one(
    plans: list[PlanRow], task: Callable[..., TaskRow], today: dt.date
) -> None:
    due = Due(dt.date(2021, 9, 30), dt.date(2021, 8, 31))
    content = draft_report(plans, [task(0, due=due)], today)
    assert "时限2021年9月30日（原定2021年8月31日），逾期18天" in words(content, "逾期任务及原因")


def test_a_task_late_through_one_part_names_the_part_and_not_its_own_date(
    plans: list[PlanRow], task: Callable[..., TaskRow], today: dt.date
) -> None:
    done, running = task(2).parts
    date = Due(dt.date(2021, 9, 30), dt.date(2021, 9, 30))
    late = replace(running, due=date, signal=judge(running.status, 40, date, today))
    due = Due(dt.date(2021, 12, 31), dt.date(2021, 12, 31))
    content = draft_report(plans, [task(2, due=due, parts=(done, late), signal=late.signal)], today)
    said = words(content, "逾期任务及原因")
    assert "牵头单位市发展改革局，进度44%。其中，分段2时限2021年9月30日，逾期18天，进度40%。" in said


def test_the_longest_overdue_come_first_and_many_are_summed_up(
    plans: list[PlanRow], task: Callable[..., TaskRow], today: dt.date
) -> None:
    days = [dt.date(2021, 9, 1) - dt.timedelta(days=n) for n in range(50)]
    late = [task(n, status=Status.IN_PROGRESS, percent=10, parts=(), due=Due(day, day)) for n, day in enumerate(days)]
    blocks = section(draft_report(plans, late, today), "逾期任务及原因").blocks
    headings = [block for block in blocks if isinstance(block, Paragraph) and block.level is Level.SECOND]
    assert len(headings) == MOST_OVERDUE
    assert "附件第50项" in blocks[2].text  # type: ignore[union-attr]
    assert blocks[-1] == Paragraph("以上为逾期时间最长的40项，其余10项见附件。")


def test_nothing_overdue_and_nothing_ahead_are_said_in_words(
    plans: list[PlanRow], task: Callable[..., TaskRow], today: dt.date
) -> None:
    content = draft_report(plans, [task(1, targets=())], today)
    assert words(content, "逾期任务及原因") == "截至2021年10月18日，没有逾期任务。"
    assert words(content, "近期到期任务") == "未来30日内（至2021年11月17日）没有到期的未完成任务。"
    assert "指标完成情况" not in [section.heading for section in content.sections]


def test_the_table_of_chapters_adds_up(plans: list[PlanRow], rows: list[TaskRow], today: dt.date) -> None:
    lines = table(draft_report(plans, rows, today), "各章进展").rows
    total = [int(cell) for cell in lines[-1].cells[1:]]
    assert lines[-1].kind is RowKind.TOTAL and total[0] == 50 == sum(total[1:])
    assert [sum(int(line.cells[at]) for line in lines[:-1]) for at in range(1, 8)] == total


def test_targets_show_their_latest_reading_or_that_there_is_none(
    plans: list[PlanRow], rows: list[TaskRow], today: dt.date
) -> None:
    content = draft_report(plans, rows, today)
    assert words(content, "指标完成情况").startswith("共有量化指标20项，其中已达到3项，尚无读数17项。")
    first, second = table(content, "指标完成情况").rows[:2]
    assert first.cells == ("1", "完成不少于500个政务服务事项梳理", "≥500个", "512个", "2021年\n10月8日", "已达到")
    assert second.cells == ("1", "全市实名注册用户突破290万", "≥290万", "—", "—", "无读数")


def test_a_period_tells_what_was_closed_and_entered_in_it(
    plans: list[PlanRow], rows: list[TaskRow], today: dt.date
) -> None:
    content = draft_report(plans, rows, today, "2021-10")
    assert "2021年10月，新销号10项，填报进展的任务40项。" in words(content, "总体情况")
    assert content.opening.endswith("2021年10月落实情况报告如下，数据截至2021年10月18日。")
    assert "没有新销号的任务" in words(draft_report(plans, rows, today, "2021-Q3"), "总体情况")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-11", dt.date(2026, 11, 1), dt.date(2026, 11, 30)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2026-Q4", dt.date(2026, 10, 1), dt.date(2026, 12, 31)),
        ("2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
    ],
)
def test_periods_are_months_quarters_and_years(text: str, first: dt.date, last: dt.date) -> None:
    period = Period.parse(text)
    assert (period.first, period.last) == (first, last)
    assert first in period and last in period and last + dt.timedelta(days=1) not in period


@pytest.mark.parametrize("text", ["2026-13", "2026-00", "2026-Q5", "11月", "", "26-11", "0000"])
def test_another_form_of_period_is_refused_with_the_right_ones(text: str) -> None:
    with pytest.raises(BadInput, match="2026-Q4（季度）"):
        Period.parse(text)


def test_tasks_that_name_no_unit_are_told_apart_and_counted_as_none(
    plans: list[PlanRow], task: Callable[..., TaskRow], today: dt.date
) -> None:
    rows = [task(0), task(1), task(2, assignments=()), task(3, assignments=())]
    units = len({unit for row in rows for unit in row.owners})
    content = draft_report(plans, rows, today)
    assert f"涉及牵头（责任）单位{units}个。" in words(content, "总体情况")
    assert f"涉及牵头（责任）单位{units}个，按任务数由多到少列出，另有2项任务未写明单位。" in words(
        content, "各单位进展"
    )
    listed = templates.draft(Material(plans, rows, today, ReportOptions("units")))
    named = len({unit for row in rows for unit in row.units()})
    assert f"涉及单位{named}个" in listed.opening and "未写明单位的任务2项，列于最后。" in listed.opening
    alone = draft_report(plans, rows[2:], today)
    assert words(alone, "各单位进展") == "所列任务均未写明牵头（责任）单位。"
    with pytest.raises(Refused, match="没有写明单位的任务"):
        templates.draft(Material(plans, rows[2:], today, ReportOptions("units")))


def test_cells_of_chapters_of_one_name_keep_their_own_tasks(
    plans: list[PlanRow], task: Callable[..., TaskRow], today: dt.date
) -> None:
    other = replace(plans[0], id=2, title="云江市营商环境方案")
    rows = [task(0), task(1, chapter=task(0).chapter), task(2, id=70, plan_id=2, chapter=task(0).chapter)]
    cells = [
        cell for cell in draft_report([*plans, other], rows, today).cells if cell.name == f"{task(0).chapter}：任务"
    ]
    assert [cell.tasks for cell in cells] == [(rows[0].id, rows[1].id), (70,)]


def test_several_plans_are_named_and_their_chapters_kept_apart(
    plans: list[PlanRow], task: Callable[..., TaskRow], today: dt.date
) -> None:
    other = replace(plans[0], id=2, title="云江市营商环境方案", doc_number=None)
    content = draft_report([*plans, other], [task(0), task(0, id=7, plan_id=2, plan_title=other.title)], today)
    assert content.title == "关于2个规划落实情况的报告"
    assert "（云府办函〔2021〕130号）、《云江市营商环境方案》截至" in content.opening
    groups = [row.cells[0] for row in table(content, "各章进展").rows if row.kind is RowKind.GROUP]
    assert groups == ["《云江市数字政府改革建设2021年工作要点》", "《云江市营商环境方案》"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (290e4, "290万"),
        (1.2e8, "1.2亿"),
        (500.0, "500"),
        (99.5, "99.5"),
        (12345.0, "1.2345万"),
        (30001.5, "30001.5"),
        (1234567.0, "123.4567万"),
        (123456780000.0, "1234.5678亿"),
        (12345678900.5, "12345678900.5"),
    ],
)
def test_amounts_are_written_as_people_do(value: float, said: str) -> None:
    assert amount(value) == said


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [(2, 5, "40.0%"), (1, 3, "33.3%"), (2, 3, "66.7%"), (0, 9, "0.0%"), (9, 9, "100.0%"),
     (9_999, 10_000, "99.9%"), (1, 10_000, "0.1%"), (0, 0, "0")],
)  # fmt: skip
def test_a_share_is_all_or_nothing_only_when_it_is(part: int, whole: int, said: str) -> None:
    assert share(part, whole) == said


def test_numerals_run_past_a_hundred() -> None:
    assert [numeral(n) for n in (1, 10, 11, 20, 37, 100, 105, 110, 115)] == [
        "一", "十", "十一", "二十", "三十七", "一百", "一百零五", "一百一十", "一百一十五",
    ]  # fmt: skip


def test_text_for_a_page_has_no_breaks_and_no_invisible_letters() -> None:
    assert for_page("甲\x00\n乙\t丙\u200b\ufe0f\u202e\r\n ") == "甲 乙 丙"


def test_a_target_is_counted_as_the_plan_counts_it() -> None:
    plain = TargetRow(1, "区级骨干带宽达到10000兆", ">=", 10000.0, "兆", None, ())
    assert aim_of(plain) == "≥10000兆"
    assert aim_of(replace(plain, phrase="注册用户突破1万", unit="")) == "≥1万"
