"""What each template says: the record's own figures, each with its definition and its tasks."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop_app.domain.errors import BadInput, Refused
from desktop_app.domain.ledger import AssignmentRow, PlanRow, ReadingRow, TargetRow, TaskRow
from desktop_app.domain.plan import Role
from desktop_app.domain.task import Mark, Status
from desktop_app.exports.definitions import numbers_in_words
from desktop_app.exports.material import Material, ReportOptions
from desktop_app.exports.period import Period
from desktop_app.exports.report_model import Chart, Paragraph, ReportContent
from desktop_app.exports.table_model import RowKind, Table
from desktop_app.exports.templates import draft, find
from tests.exports.all_templates import KEYS, UNIT, URGED, content, material


def words(made: ReportContent) -> str:
    """Everything a report says outside its annexes."""
    pieces = [made.title, made.addressee, made.opening, made.closing]
    for section in made.sections:
        pieces.append(section.heading)
        for block in section.blocks:
            if isinstance(block, Paragraph):
                pieces.append(block.text)
            else:
                table = block.as_table if isinstance(block, Chart) else block
                pieces += [cell for row in table.rows for cell in row.cells]
    return "\n".join(pieces)


@pytest.mark.parametrize("key", KEYS)
def test_every_template_is_found_by_key_and_by_its_chinese_name(key: str) -> None:
    assert find(find(key).name) is find(key)


def test_an_unknown_template_is_refused_with_the_known_ones() -> None:
    with pytest.raises(BadInput, match=r"没有“月报”这个文种，可用：进展情况报告（progress）"):
        find("月报")


@pytest.mark.parametrize("key", KEYS)
def test_figures_are_those_of_their_tasks(plans: list[PlanRow], rows: list[TaskRow], today: dt.date, key: str) -> None:
    made = content(plans, rows, today, key)
    ids = {row.id for row in rows}
    for figure in made.figures:
        assert figure.definition and set(figure.tasks) <= ids
        if key != "targets":
            assert len(figure.tasks) == len(figure.numbers) or figure.name == "任务总数"


def test_the_numbers_of_a_figure_lead_to_its_tasks_in_the_annex(
    plans: list[PlanRow], rows: list[TaskRow], today: dt.date
) -> None:
    made = content(plans, rows, today, "progress")
    lines = {row.cells[0]: row for row in made.annexes[0].rows if row.kind is RowKind.PLAIN}
    overdue = next(figure for figure in made.figures if figure.name == "逾期")
    assert overdue.value == str(len(overdue.numbers)) == "8"
    assert all(lines[str(number)].mark is Mark.OVERDUE for number in overdue.numbers)
    assert sum(line.mark is Mark.OVERDUE for line in lines.values()) == 8
    printed = {row.cells[0]: row.cells for row in made.annexes[1].rows}
    assert printed["逾期"][1] == "8" and printed["逾期"][3] == numbers_in_words(overdue.numbers, 50)


def test_every_number_of_the_overall_section_has_a_definition(
    plans: list[PlanRow], rows: list[TaskRow], today: dt.date
) -> None:
    made = content(plans, rows, today, "progress")
    said = next(section for section in made.sections if section.heading == "总体情况")
    defined = {figure.value for figure in made.figures}
    text = "".join(block.text for block in said.blocks if isinstance(block, Paragraph))
    counted = re.findall(r"(\d+(?:\.\d+)?%|\d+(?=项|章|个|份次))", text)
    assert len(counted) >= 18 and set(counted) <= defined


def test_what_was_entered_in_the_period_is_told_in_its_own_words(
    plans: list[PlanRow], rows: list[TaskRow], today: dt.date
) -> None:
    said = words(content(plans, rows, today, "progress"))
    assert "2021年10月，40项任务填报进展，10项任务销号。" in said
    assert (
        "深入推进政务服务流程优化（附件第1项，牵头单位市政务服务数据管理局，进度30%）。10月8日，政务服务事项梳理已完成512个"
        in said
    )
    assert "（一）推进政务服务水平提质增效" in said


def test_a_report_without_a_period_has_no_section_about_one(
    plans: list[PlanRow], rows: list[TaskRow], today: dt.date
) -> None:
    made = content(plans, rows, today, "progress", period=None)
    assert "本期工作进展" not in [section.heading for section in made.sections]


def test_the_next_steps_are_what_the_figures_call_for(
    plans: list[PlanRow], rows: list[TaskRow], today: dt.date
) -> None:
    made = content(plans, rows, today, "progress")
    section = made.sections[-2]
    assert section.heading == "下一步工作"
    said = words(replace(made, sections=(section,), opening=""))
    assert "一是对8项逾期任务逐项核实原因，明确完成日期；二是对30日内到期的" in said
    values = {figure.value for figure in made.figures}
    assert set(re.findall(r"(\d+)项", said)) <= values
    closed = [row for row in rows if row.status is Status.CLOSED and row.evidence and not row.targets]
    running = [row for row in rows if row.signal.mark is Mark.NORMAL and not row.targets]
    assert closed and running
    assert all(section.heading != "下一步工作" for section in content(plans, closed, today, "progress").sections)
    assert "继续按完成时限推进所列任务。" in words(content(plans, running, today, "progress"))


def test_what_changed_since_the_last_submission_is_a_page(
    plans: list[PlanRow], rows: list[TaskRow], today: dt.date
) -> None:
    made = content(plans, rows, today, "progress")
    section = made.sections[-1]
    assert section.heading == "与上次报送相比的变化" and section.own_page
    said = words(replace(made, sections=(section,)))
    assert "与第2次报送（2021年9月25日，报送期为2021年9月）相比，有7项任务发生变化。" in said
    assert "进度由20%变为30%。" in said and "新列入。" in said


def test_sections_annex_and_wording_are_the_officers_choice(
    plans: list[PlanRow], rows: list[TaskRow], today: dt.date
) -> None:
    made = content(
        plans, rows, today, "progress", sections=("overall", "overdue"), annex=False, definitions=False, title="十月小结",
        addressee="市委办公室", opening="现报告如下。", closing="以上报告，请审阅。", signed_on=dt.date(2021, 11, 1),
    )  # fmt: skip
    assert [section.heading for section in made.sections] == ["总体情况", "逾期任务及原因"]
    assert (made.title, made.addressee, made.opening, made.closing) == (
        "十月小结",
        "市委办公室",
        "现报告如下。",
        "以上报告，请审阅。",
    )
    assert made.signed_on == dt.date(2021, 11, 1) and made.annexes == ()
    assert "附件" not in words(made)


@pytest.mark.parametrize("key", ["progress", "overdue", "targets"])
def test_without_the_annex_nothing_points_to_it(
    plans: list[PlanRow], rows: list[TaskRow], today: dt.date, key: str
) -> None:
    made = content(plans, rows, today, key, annex=False)
    cells = " ".join(cell for annex in made.annexes for row in annex.rows for cell in row.cells)
    heads = " ".join(column.head for annex in made.annexes for column in annex.columns)
    assert "附件" not in words(made) + cells + heads


def test_the_circular_speaks_of_overdue_tasks_alone(plans: list[PlanRow], rows: list[TaskRow], today: dt.date) -> None:
    made = content(plans, rows, today, "overdue")
    said = words(made)
    assert "50项任务中逾期8项，占16.0%，涉及牵头（责任）单位6个。逾期时间均在31至90天。" in said
    assert "逾期任务中，已填报存在问题的5项，尚未填报进展的3项。" in said
    assert made.addressee == "各有关单位" and made.signature_unit == UNIT
    assert made.annexes[0].items == 8


@pytest.mark.parametrize(("key", "count"), [("overdue", 20), ("progress", 20), ("overdue", 16)])
def test_a_chart_of_units_leaves_none_out(
    plans: list[PlanRow], rows: list[TaskRow], today: dt.date, key: str, count: int
) -> None:
    model = next(row for row in rows if row.signal.mark is Mark.OVERDUE)
    leads = [AssignmentRow(Role.LEAD, n, f"第{n}局", f"第{n}局") for n in range(1, count + 1)]
    late = [replace(model, id=lead.unit_id, assignments=(lead,)) for lead in leads]
    made = content(plans, late, today, key)
    chart = next(block for section in made.sections for block in section.blocks if isinstance(block, Chart))
    assert sum(sum(bar.values) for bar in chart.bars) == count
    assert len(chart.bars) == min(count, 17)
    assert (chart.bars[-1].label, chart.bars[-1].note) == ("其余4个单位", "4") or count == 16


def test_a_circular_with_nothing_overdue_says_so(
    plans: list[PlanRow], task: Callable[..., TaskRow], today: dt.date
) -> None:
    made = content(plans, [task(1)], today, "overdue")
    assert "截至2021年10月18日，没有逾期任务。" in words(made) and made.annexes == ()


def test_the_list_of_units_has_each_task_under_each_of_its_units(
    plans: list[PlanRow], rows: list[TaskRow], today: dt.date
) -> None:
    made = content(plans, rows, today, "units")
    tables = {
        section.heading: block for section in made.sections for block in section.blocks if isinstance(block, Table)
    }
    assert sum(len(table.rows) for table in tables.values()) == sum(len(row.units()) for row in rows)
    assert [section.own_page for section in made.sections] == [False] + [True] * (len(tables) - 1)
    one = content(plans, rows, today, "units", units=("市公安局",))
    assert [section.heading for section in one.sections] == ["市公安局"]


def test_the_letter_lists_what_the_unit_owes_and_counts_itself(
    plans: list[PlanRow], rows: list[TaskRow], today: dt.date
) -> None:
    made = content(plans, rows, today, "urging")
    assert made.addressee == URGED
    assert "贵单位牵头（负责）任务6项。" in made.opening
    assert "此前已于2021年9月1日、2021年9月20日催办2次，本次为第3次。" in made.opening
    owed = [task for figure in made.figures for task in figure.tasks]
    by_id = {row.id: row for row in rows}
    assert owed and all(URGED in by_id[task].owners for task in owed)
    assert not any(by_id[task].status in (Status.CLOSED, Status.AWAITING_CHECK) for task in owed)


def test_a_letter_goes_to_one_unit_that_owes_something(
    plans: list[PlanRow], rows: list[TaskRow], today: dt.date, task: Callable[..., TaskRow]
) -> None:
    with pytest.raises(BadInput, match="应指明一个单位"):
        content(plans, rows, today, "urging", units=())
    with pytest.raises(BadInput, match="应写全称"):
        content(plans, rows, today, "urging", units=("市",))
    with pytest.raises(Refused, match="不能催办"):
        content(plans, rows, today, "urging", units=("市水利局",))
    with pytest.raises(Refused, match="不需要催办"):
        content(plans, [task(1, status=Status.CLOSED, percent=100)], today, "urging")


def test_targets_say_value_date_source_and_gap(
    plans: list[PlanRow], task: Callable[..., TaskRow], today: dt.date
) -> None:
    read = (ReadingRow(1, dt.date(2021, 9, 30), 450.0, "市政数局统计月报"),)
    aim = TargetRow(1, "梳理政务服务事项500个", ">=", 500.0, "个", dt.date(2021, 12, 31), read, baseline=120.0)
    lower = TargetRow(2, "投诉量不高于30件", "<=", 30.0, "件", None, (ReadingRow(2, dt.date(2021, 9, 30), 12.0, ""),))
    made = content(plans, [task(0, targets=(aim, lower))], today, "targets")
    said = words(made)
    assert "共有量化指标2项，其中已达到1项，未达到1项。" in said
    assert (
        "目标值不低于500个（2021年12月31日前），2021年9月30日读数450个，来源：市政数局统计月报，与目标值相差50个（附件第1项）"
        in said
    )
    assert "目标值不高于30件，2021年9月30日读数12件，来源未注明（附件第2项）。" in said
    assert made.annexes[0].rows[0].cells[3:5] == ("120个", "≥500个")


def test_a_plan_without_targets_has_no_such_report(
    plans: list[PlanRow], task: Callable[..., TaskRow], today: dt.date
) -> None:
    with pytest.raises(Refused, match="没有量化指标"):
        content(plans, [task(1, targets=())], today, "targets")


def test_the_list_of_evidence_has_every_file_with_its_digest_and_what_is_lacking(
    plans: list[PlanRow], rows: list[TaskRow], today: dt.date
) -> None:
    made = content(plans, rows, today, "evidence")
    lines = [row for row in made.annexes[0].rows if row.kind is RowKind.PLAIN]
    given = material(plans, rows, today, "evidence").evidence
    listed = [row for row in lines if row.cells[0] != "—"]
    assert len(listed) == sum(map(len, given.values()))
    first = next(iter(given.values()))[0]
    assert listed[0].cells[2] == first.name
    assert listed[0].cells[5].replace("\n", "") == f"{first.digest[:8]}……{first.digest[-8:]}"
    assert len(lines) - len(listed) == 4
    assert made.signed_on is None and made.sections == ()


def test_the_scope_is_told_where_it_was_narrowed(plans: list[PlanRow], rows: list[TaskRow], today: dt.date) -> None:
    made = draft(Material(plans, rows[:9], today, ReportOptions(chapters=("推进政务服务水平提质增效",))))
    assert "（范围：推进政务服务水平提质增效）" in made.opening


@pytest.mark.parametrize(
    ("numbers", "said"),
    [((), "无"), ((1, 2, 3), "1—3"), ((1, 3, 4, 9), "1、3—4、9"), (tuple(range(1, 11)), "全部"), ((10,), "10")],
)
def test_task_numbers_are_told_in_runs(numbers: tuple[int, ...], said: str) -> None:
    assert numbers_in_words(numbers, 10) == said


@pytest.mark.parametrize(
    ("text", "said", "first", "last"),
    [
        ("2026-H1", "2026年上半年", dt.date(2026, 1, 1), dt.date(2026, 6, 30)),
        ("2026-h2", "2026年下半年", dt.date(2026, 7, 1), dt.date(2026, 12, 31)),
        ("2026-03-01..2026-04-15", "2026年3月1日至2026年4月15日", dt.date(2026, 3, 1), dt.date(2026, 4, 15)),
    ],
)
def test_periods_may_be_half_years_and_any_days(text: str, said: str, first: dt.date, last: dt.date) -> None:
    period = Period.parse(text)
    assert (period.words, period.first, period.last) == (said, first, last)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(BadInput, match="起始日晚于截止日"):
        Period.parse("2026-04-15..2026-03-01")


def test_a_chart_of_targets_says_what_it_does_not_show(
    plans: list[PlanRow], task: Callable[..., TaskRow], today: dt.date
) -> None:
    read = (ReadingRow(1, dt.date(2021, 9, 30), 20.0, "月报"),)
    aims = tuple(TargetRow(n, f"建成第{n}类站点30个", ">=", 30.0, "个", None, read) for n in range(1, 24))
    lower = TargetRow(90, "投诉量不高于30件", "<=", 30.0, "件", None, read)
    made = content(plans, [task(0, targets=(*aims, lower))], today, "targets")
    chart = next(block for block in made.sections[0].blocks if isinstance(block, Chart))
    assert len(chart.bars) == 20
    assert (
        "已有读数的指标24项，其中可按比例列示的23项，以下列出前20项，其余3项见附件。目标值为上限或定值的1项不按比例列示。"
    ) in words(made)
    alone = content(plans, [task(0, targets=(*aims, lower))], today, "targets", annex=False)
    assert "其余3项从略。" in words(alone) and "见附件" not in words(alone)
    few = content(plans, [task(0, targets=aims[:3])], today, "targets")
    assert "列示" not in words(few)


def test_no_chart_leaves_a_bar_out_without_a_word(
    plans: list[PlanRow], task: Callable[..., TaskRow], today: dt.date
) -> None:
    def led(n: int) -> TaskRow:
        return task(n * 4, assignments=(AssignmentRow(Role.LEAD, n, f"第{n}局", f"第{n}局"),))

    crowd = [led(n) for n in range(40)]
    for key in ("progress", "overdue"):
        made = content(plans, crowd, today, key)
        chart = next(block for each in made.sections for block in each.blocks if isinstance(block, Chart))
        late = [row for row in crowd if row.signal.mark is Mark.OVERDUE]
        counted = crowd if key == "progress" else late
        assert "其余" in chart.bars[-1].label, key
        assert sum(sum(bar.values) for bar in chart.bars) == len(counted), key
