"""Ledgers of many offices: what their columns hold, and which of their rows are tasks."""

from __future__ import annotations

import pytest

from desktop_app.ingest.column_words import Column, read_head
from desktop_app.ingest.columns import apply, guess_columns
from desktop_app.ingest.document import Table


@pytest.mark.parametrize(
    ("words", "column"),
    [
        ("序 号", Column.NUMBER),
        ("重点任务", Column.TITLE),
        ("具体举措", Column.TEXT),
        ("牵头单位", Column.LEAD),
        ("市级责任牵头单位（部门）", Column.LEAD),
        ("协办单位", Column.SUPPORT),
        ("责任部门", Column.RESPONSIBLE),
        ("牵头领导", Column.PERSON),
        ("责任人及联系电话", Column.PERSON),
        ("完成时限要求", Column.DATE),
        ("实际完成时间", Column.DONE_ON),
        ("启动时间", Column.START),
        ("工作进展情况（截至10月底）", Column.PROGRESS),
        ("完成进度（%）", Column.PERCENT),
        ("是否销号", Column.STATUS),
        ("存在问题及困难", Column.PROBLEMS),
        ("下一步工作打算", Column.NEXT_STEP),
        ("佐证材料", Column.EVIDENCE),
        ("年度目标", Column.TARGET),
        ("所属领域", Column.GROUP),
        ("备注", Column.NOTE),
    ],
)
def test_heads_are_known_by_their_words(words: str, column: Column) -> None:
    found = read_head(words)
    assert found is not None
    assert found[0] is column


def test_words_of_a_task_are_no_head() -> None:
    assert read_head("加快推进全县政务服务大厅标准化建设，设置综合窗口不少于20个") is None


def test_a_ledger_with_chapters_totals_and_a_head_of_two_rows() -> None:
    table = Table(
        (
            ("序号", "任务类别", "重点任务", "责任单位", "", "完成时限", "目前进展"),
            ("序号", "任务类别", "重点任务", "牵头单位", "配合单位", "完成时限", "目前进展"),
            ("一、政务服务", "", "", "", "", "", ""),
            ("1", "便民", "优化大厅", "县行政审批局", "县财政局", "2024年6月", "已完成80%"),
            ("2", "便民", "开通热线", "县数据局", "", "2024年9月", ""),
            ("小计", "", "2项", "", "", "", ""),
            ("序号", "任务类别", "重点任务", "牵头单位", "配合单位", "完成时限", "目前进展"),
            ("二、数据共享", "", "", "", "", "", ""),
            ("3", "基础", "建设政务云", "县数据局", "", "2024年12月", ""),
            ("合计", "", "3项", "", "", "", ""),
            ("注：完成时限为最后期限", "", "", "", "", "", ""),
        )
    )
    mapping = guess_columns(table)
    assert mapping.columns == (
        Column.NUMBER,
        Column.GROUP,
        Column.TITLE,
        Column.LEAD,
        Column.SUPPORT,
        Column.DATE,
        Column.PROGRESS,
    )
    assert (mapping.heads, mapping.first) == ((0, 1), 2)
    assert mapping.confidence > 0.8
    applied = apply(mapping, table)
    assert [(row.groups, row.cells[Column.TITLE]) for row in applied.rows] == [
        (("一、政务服务",), "优化大厅"),
        (("一、政务服务",), "开通热线"),
        (("二、数据共享",), "建设政务云"),
    ]
    assert [reason for _, reason in applied.skipped] == [
        "分组标题",
        "合计行",
        "重复的表头",
        "分组标题",
        "合计行",
        "说明",
    ]
    assert len(table.rows) == len(mapping.heads) + len(applied.rows) + len(applied.skipped)


def test_cells_merged_down_without_a_trace_are_filled() -> None:
    table = Table(
        (
            ("序号", "重点任务", "具体措施", "责任单位", "时限"),
            ("1", "建设政务云", "选址", "县数据局", "2024年3月"),
            ("", "", "迁移系统", "县数据局", "2024年6月"),
            ("2", "优化大厅", "设置窗口", "县行政审批局", "2024年6月"),
        )
    )
    rows = apply(guess_columns(table), table).rows
    assert [(row.cells[Column.NUMBER], row.cells[Column.TITLE], row.cells[Column.TEXT]) for row in rows] == [
        ("1", "建设政务云", "选址"),
        ("1", "建设政务云", "迁移系统"),
        ("2", "优化大厅", "设置窗口"),
    ]


def test_columns_without_known_heads_are_told_by_what_they_hold() -> None:
    table = Table(
        (
            ("", "工作任务", "谁来干", "什么时候"),
            ("1", "建设政务云", "县数据局、县财政局", "2024年6月底前"),
            ("2", "优化大厅", "县行政审批局", "2024年12月底前"),
            ("3", "清理证明", "县司法局", "2024年9月底前"),
        )
    )
    mapping = guess_columns(table)
    assert mapping.columns == (Column.NUMBER, Column.TITLE, Column.RESPONSIBLE, Column.DATE)
    assert mapping.confidence < 0.8


def test_in_a_ledger_of_findings_the_problem_is_the_task() -> None:
    table = Table(
        (
            ("序号", "反馈问题", "整改措施", "整改责任单位", "整改时限", "整改进展"),
            ("1", "窗口人员不足", "增加人员5名", "县行政审批局", "2024年6月", ""),
        )
    )
    columns = guess_columns(table).columns
    assert columns[1:] == (Column.TITLE, Column.TEXT, Column.RESPONSIBLE, Column.DATE, Column.PROGRESS)


def test_a_table_of_other_things_is_no_ledger() -> None:
    table = Table((("姓名", "电话"), ("张三", "123"), ("李四", "456")))
    assert guess_columns(table).confidence == 0.0
    assert guess_columns(Table(())).confidence == 0.0


def test_the_same_head_has_the_same_key() -> None:
    one = guess_columns(Table((("序 号", "任务", "责任单位"), ("1", "甲", "县数据局"))))
    other = guess_columns(Table((("序号", "任务", "责任单位"), ("9", "乙", "县财政局"))))
    assert one.key == other.key


def test_of_two_dates_one_is_planned_and_one_is_when_it_was_done() -> None:
    heads = ("序号", "项目名称", "责任单位", "完成时间", "计划完成时间")
    mapping = guess_columns(Table((heads, ("1", "政务云", "县数据局", "2026年6月12日", "2026年6月30日"))))
    assert mapping.columns[3:] == (Column.DONE_ON, Column.DATE)


def test_what_follows_from_the_rest_is_no_column() -> None:
    assert read_head("红黄绿灯") is None
    assert read_head("佐证份数") is None
    table = Table((("单位", "任务", "状态"), ("县数据局", "3", "推进中"), ("县司法局", "12", "推进中")))
    assert guess_columns(table).confidence == 0.0


def test_the_number_of_a_task_goes_before_the_count_of_rows() -> None:
    table = Table((("序号", "任务编号", "任务", "责任单位"), ("1", "A-03", "建设平台", "县数据局")))
    assert guess_columns(table).columns[:2] == (None, Column.NUMBER)
