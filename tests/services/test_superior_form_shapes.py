"""Forms as offices really draw them: several tables on a sheet, remarks under the head, examples, numbers and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from desktop_app.domain.superior_form import Entry, Meaning
from desktop_app.services import queries, tasks
from desktop_app.services import superior_form as service
from desktop_app.services.workspace import Workspace
from tests.services.conftest import Ledger
from tests.services.test_superior_form import filled, rows_of
from tests.superior_forms import make_sheet

HEAD = ("序号", "工作任务", "牵头单位", "完成情况", "完成率", "联系人")


@pytest.fixture
def record(workspace: Workspace, ledger: Ledger) -> Ledger:
    tasks.add_progress(workspace, ledger.hotline, "热线已整合", 60, problems="人手不足", next_step="增补坐席")
    return ledger


def two_tables(path: Path) -> Path:
    rows = [
        ("重点任务统计表",), ("填报单位：          填报日期：   年  月  日",), ("一、任务进展情况",), HEAD[:5],
        (None,), (None,), ("合计",), (None,), ("二、存在问题情况",), ("序号", "工作任务", "存在问题", "下一步打算"),
        (None,), (None,), (None,), ("填表人：          联系电话：",),
    ]  # fmt: skip
    return make_sheet(path, rows, [(4, 7), (10, 12)])


def test_every_table_of_a_sheet_is_filled_in_its_own_columns(
    workspace: Workspace, record: Ledger, tmp_path: Path
) -> None:
    blank = two_tables(tmp_path / "两表.xlsx")
    form = service.open_form(workspace, blank)
    assert [table.name for table in form.tables] == ["一、任务进展情况（Sheet）", "二、存在问题情况（Sheet）"]
    assert [(table.top, each.first, each.rows) for table, each in zip(form.tables, form.mapping.tables, strict=True)] == [
        (0, 4, 2), (8, 2, 2)
    ]  # fmt: skip
    made = service.fill(workspace, form, tmp_path / "填好.xlsx")
    assert "共5项任务（2张表），读回核对无误" in made.message
    rows = rows_of(made.path, "Sheet")
    assert [row[0] for row in rows[3:11]] == ["序号", 1, 2, 3, 4, 5, "合计", ""]
    assert rows[5][3] == "热线已整合" and rows[11][0] == "二、存在问题情况"
    assert [row[0] for row in rows[12:18]] == ["序号", 1, 2, 3, 4, 5]
    assert rows[14][2:4] == ["人手不足", "增补坐席"]
    assert str(rows[-1][0]).startswith("填表人：")


def test_the_second_table_of_a_document_has_its_own_head_under_its_own_title(
    workspace: Workspace, record: Ledger, tmp_path: Path
) -> None:
    document = Document()
    document.add_paragraph("各有关单位：")
    for heads, title in ((HEAD[:4], "一、任务进展"), (("序号", "工作任务", "存在问题"), "二、存在问题")):
        document.add_paragraph(title)
        table = document.add_table(rows=3, cols=len(heads))
        for column, head in enumerate(heads):
            table.cell(0, column).text = head
    blank = tmp_path / "两表.docx"
    document.save(str(blank))
    form = service.open_form(workspace, blank)
    greeting = next(entry for each, entry, _ in form.mapping.tables[0].blanks if each.label == "各有关单位")
    assert greeting is Entry.EMPTY
    first, second = Document(str(filled(workspace, blank))).tables
    assert first.cell(2, 3).text == "热线已整合" and second.cell(2, 2).text == "人手不足"
    assert [row.cells[0].text for row in second.rows] == ["序号", "1", "2", "3", "4", "5"]


def test_a_column_that_asks_for_several_things_gets_all_of_them(
    workspace: Workspace, record: Ledger, tmp_path: Path
) -> None:
    tasks.add_progress(workspace, record.hotline, "热线已整合", 80, "人手不足", "招录话务员")
    heads = ("序号", "工作任务", "工作进展及存在问题", "进展情况、存在问题及下一步打算")
    blank = make_sheet(tmp_path / "合栏.xlsx", [("任务表",), heads, (1,), (2,)], [(2, 4)])
    table = service.open_form(workspace, blank).mapping.tables[0]
    assert table.columns == (Meaning.ORDER, Meaning.TITLE, Meaning.ACCOUNT, Meaning.WHOLE_ACCOUNT)
    (row,) = [row for row in rows_of(filled(workspace, blank), "Sheet") if row[1] == "完善服务热线"]
    assert row[2] == "热线已整合。存在问题：人手不足。"
    assert row[3] == "热线已整合。存在问题：人手不足。下一步：招录话务员。"


def test_remarks_and_column_numbers_under_the_head_stay(workspace: Workspace, record: Ledger, tmp_path: Path) -> None:
    rows = [
        ("重点任务落实情况表",), ("序号", "工作任务", "责任分工", None, "落实情况", None),
        (None, None, "牵头单位", "配合单位", "完成率", "进展情况"),
        ("填报说明", "按原文填写", "填简称", None, "填百分比", "300字以内"), ("（1）", "（2）", "（3）", "（4）", "（5）", "（6）"),
        (1,), (2,), (3,), ("合计", None, None, None, "=AVERAGE(E6:E8)"), ("填表说明：1.本表每月5日前报送。",),
    ]  # fmt: skip
    merged = "A2:A3 B2:B3 C2:D2 E2:F2 A9:B9 A10:F10"
    blank = make_sheet(tmp_path / "说明.xlsx", rows, [(2, 10)], merged)
    table = service.open_form(workspace, blank).mapping.tables[0]
    assert (table.first, table.rows) == (5, 3)
    assert table.columns == (
        Meaning.ORDER, Meaning.TITLE, Meaning.OWNERS, Meaning.SUPPORT, Meaning.PERCENT, Meaning.PROGRESS,
    )  # fmt: skip
    printed = rows_of(filled(workspace, blank), "Sheet")
    assert printed[3][:3] == ["填报说明", "按原文填写", "填简称"] and printed[4][0] == "（1）"
    assert [row[0] for row in printed[5:12]] == [1, 2, 3, 4, 5, "合计", "填表说明：1.本表每月5日前报送。"]


def test_a_remark_across_the_table_is_no_task(workspace: Workspace, record: Ledger, tmp_path: Path) -> None:
    rows = [("任务表",), HEAD, ("填报说明：完成情况300字以内，完成率填整数",), (None,), (None,), ("总计",)]
    blank = make_sheet(tmp_path / "通栏.xlsx", rows, [(2, 6)], "A3:F3")
    printed = rows_of(filled(workspace, blank), "Sheet")
    assert str(printed[2][0]).startswith("填报说明") and printed[4][3] == "热线已整合"
    assert [row[0] for row in printed[3:]] == [1, 2, 3, 4, 5, "总计"]


def test_nothing_of_an_example_is_left_beside_a_task(workspace: Workspace, record: Ledger, tmp_path: Path) -> None:
    rows = [("任务表",), HEAD, ("示例", "完善制度", "某局", "已印发办法", "100%", "张三 13800000000"), (1,), (2,)]
    blank = make_sheet(tmp_path / "示例.xlsx", rows, [(2, 5)])
    printed = rows_of(filled(workspace, blank), "Sheet")
    assert [row[0] for row in printed[2:]] == [1, 2, 3, 4, 5]
    assert {row[5] for row in printed[2:]} == {""}, "the telephone of the example belongs to no task"


def test_an_example_above_printed_tasks_stays(workspace: Workspace, record: Ledger, tmp_path: Path) -> None:
    titles = {row.id: row.title or row.text for row in queries.tasks(workspace)}
    rows = [
        ("任务表",), HEAD, ("例", "完善制度", "某局", "已印发办法", "100%", "张三"), ("一、政务服务",),
        (1, titles[record.hotline.task], "市信访局"), ("合计",),
    ]  # fmt: skip
    blank = make_sheet(tmp_path / "列明.xlsx", rows, [(2, 6)], "A4:F4")
    printed = rows_of(filled(workspace, blank), "Sheet")
    assert printed[2] == ["例", "完善制度", "某局", "已印发办法", "100%", "张三"]
    assert printed[4][3] == "热线已整合" and len(printed) == len(rows)


def test_rows_that_print_only_the_number_of_a_task_are_filled_by_it(
    workspace: Workspace, record: Ledger, tmp_path: Path
) -> None:
    numbers = {row.id: row.number for row in queries.tasks(workspace)}
    own = numbers[record.hotline.task]
    rows = [("任务编号", "牵头单位", "完成情况", "完成率"), (own,), ("99.",)]
    blank = make_sheet(tmp_path / "编号.xlsx", rows, [(1, 3)])
    form = service.open_form(workspace, blank)
    assert form.mapping.tables[0].listed == (1, 2)
    made = service.fill(workspace, form, tmp_path / "填好.xlsx")
    assert "表中列出2项任务，已填1项，1项在台账中没有找到，留空" in made.message
    assert [row[2] for row in rows_of(made.path, "Sheet")] == ["完成情况", "热线已整合", ""]


def test_a_summary_above_the_table_is_no_table_of_tasks(workspace: Workspace, record: Ledger, tmp_path: Path) -> None:
    rows = [("任务表",), ("任务总数", "已完成数", "逾期数", "完成率"), (None,), (None,), HEAD, (None,), (None,)]
    blank = make_sheet(tmp_path / "汇总.xlsx", rows, [(2, 3), (5, 7)])
    form = service.open_form(workspace, blank)
    assert len(form.tables) == 1 and form.mapping.tables[0].first == 5
