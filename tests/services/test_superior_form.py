"""A form from above is filled in its own look, and the next of its shape needs no questions."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Border, Side
from openpyxl.workbook.defined_name import DefinedName
from python_calamine import CalamineWorkbook

from desktop_app.domain.errors import BadInput, Cancelled, Refused
from desktop_app.domain.plan import Role
from desktop_app.domain.superior_form import Entry, FormMapping, Meaning
from desktop_app.domain.task import Light
from desktop_app.services import queries, settings, tasks
from desktop_app.services import superior_form as service
from desktop_app.services.superior_form import RowChoice
from desktop_app.services.workspace import Workspace
from tests.office.libreoffice import SOFFICE, Clerk
from tests.services.conftest import Ledger
from tests.superior_forms import make_document, make_workbook


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    return make_workbook(tmp_path / "上级表.xlsx")


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return make_document(tmp_path / "上级表.docx")


def filled(workspace: Workspace, blank: Path, choice: RowChoice | None = None) -> Path:
    form = service.open_form(workspace, blank)
    out = blank.with_name(f"填好{blank.suffix}")
    return service.fill(workspace, form, out, choice or RowChoice(unit="市政务服务管理局")).path


def rows_of(path: Path, sheet: str = "进展情况") -> list[list[object]]:
    """Read by another library than wrote it."""
    book = CalamineWorkbook.from_path(path)
    rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    book.close()
    return rows


def test_heads_and_blanks_are_known_by_their_words(workspace: Workspace, ledger: Ledger, blank: Path) -> None:
    form = service.open_form(workspace, blank)
    table, notes = form.mapping.tables
    assert [meaning.label for meaning in table.columns] == [
        "序号", "任务", "牵头或责任单位", "配合单位", "进展", "存在问题", "完成时限", "进度", "是否完成",
    ]  # fmt: skip
    assert (table.first, table.rows) == (4, 3)
    said = {each.label: entry for each, entry, _ in table.blanks}
    assert said["填报单位（盖章）"] is Entry.UNIT
    assert (said["填报日期"], said["报送期"]) == (Entry.TODAY, Entry.PERIOD)
    assert (said["填表人"], said["联系电话"]) == (Entry.EMPTY, Entry.EMPTY)
    assert not notes.takes_tasks and not form.known


def test_every_task_has_its_row_and_the_foot_stays_below(workspace: Workspace, ledger: Ledger, blank: Path) -> None:
    tasks.add_progress(workspace, ledger.hotline, "热线已整合", 60, problems="人手不足")
    rows = rows_of(filled(workspace, blank))
    assert rows[0][0] == "重点工作任务进展情况统计表（2021年10月）"
    assert str(rows[1][0]).startswith("填报单位（盖章）：市政务服务管理局")
    assert str(rows[1][0]).endswith("填报日期：2021年10月18日")
    assert [row[0] for row in rows[4:9]] == [1, 2, 3, 4, 5]
    hotline = rows[5]
    assert (hotline[4], hotline[5], hotline[7], hotline[8]) == ("热线已整合", "人手不足", 60, "否")
    assert rows[9][0] == "合计"
    assert rows[10][0] == "备注：本表于每月5日前报送"
    assert (rows[12][0], rows[12][2], rows[12][6]) == ("填表人：", "审核人：", "联系电话：")


def test_responsible_units_fill_a_lead_column_that_stands_alone_and_it_is_said(
    workspace: Workspace, ledger: Ledger, blank: Path
) -> None:
    rows = {row.id: row for row in queries.tasks(workspace)}
    given = [row for row in rows.values() if row.units(Role.RESPONSIBLE) and not row.units(Role.LEAD)]
    assert given, "the plan must name units that are neither lead nor support"
    form = service.open_form(workspace, blank)
    told = service.foretell(workspace, form)
    instead = f"{len(given)}项未写明牵头单位，“牵头单位”栏按责任单位填写"
    assert any(instead.partition("“")[0] in words for words in told)
    assert any(words.startswith("台账中没有内容、留空的：") and "“完成情况存在问题”5项" in words for words in told)
    made = service.fill(workspace, form, blank.with_name("填好.xlsx"))
    assert all(f"{words}。" in made.message for words in told)
    printed = [row[2] for row in rows_of(made.path)[4:9]]
    assert printed == ["、".join(row.owners) for row in rows.values()]


def test_a_column_that_is_to_hold_the_lead_alone_says_how_many_have_none(
    workspace: Workspace, ledger: Ledger, blank: Path
) -> None:
    form = service.open_form(workspace, blank)
    table, *others = form.mapping.tables
    columns = tuple(Meaning.LEAD if each is Meaning.OWNERS else each for each in table.columns)
    strict = FormMapping((replace(table, columns=columns), *others))
    without = sum(not row.units(Role.LEAD) for row in queries.tasks(workspace))
    told = service.foretell(workspace, form, mapping=strict)
    assert not any("按责任单位填写" in words for words in told)
    assert any(f"“责任单位牵头单位”{without}项" in words for words in told)


def test_what_names_cells_follows_the_new_rows(workspace: Workspace, ledger: Ledger, blank: Path) -> None:
    book = load_workbook(filled(workspace, blank))
    sheet = book["进展情况"]
    assert (sheet["G10"].value, sheet["H10"].value) == ("=COUNTA(B5:B9)", "=AVERAGE(H5:H9)")
    assert (book["说明"]["A2"].value, book["说明"]["A3"].value) == ("='进展情况'!H10", "=SUM(进展情况!H5:H9)")
    assert {"A10:B10", "A11:I11", "C3:D3", "A1:I1"} <= {str(area) for area in sheet.merged_cells.ranges}
    assert sheet.print_area == "'进展情况'!$A$1:$I$13"
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$3:$4", "A5")
    assert str(sheet.data_validations.dataValidation[0].sqref) == "I5:I9"
    assert [str(each.sqref) for each in sheet.conditional_formatting] == ["H5:H9"]
    assert sheet._images[0].anchor._from.row == 13
    assert sheet.oddFooter.center.text == "第&P页"
    book.close()


def test_new_rows_look_like_those_of_the_form(workspace: Workspace, ledger: Ledger, blank: Path) -> None:
    book = load_workbook(filled(workspace, blank))
    sheet = book["进展情况"]
    for row in range(5, 10):
        assert [sheet.cell(row, column).font.name for column in (1, 5, 9)] == ["仿宋"] * 3
        assert sheet.cell(row, 3).border.bottom.style == "thin"
        assert sheet.row_dimensions[row].height >= 30
    assert sheet["G5"].number_format == 'yyyy"年"m"月"d"日"'
    assert isinstance(sheet["G6"].value, dt.datetime)
    assert [sheet.column_dimensions[column].width for column in "ABE"] == [6, 28, 30]
    book.close()


def test_parts_that_are_not_filled_in_go_over_byte_for_byte(
    workspace: Workspace, ledger: Ledger, blank: Path, paper: Path
) -> None:
    changed = {
        blank: {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/drawings/drawing1.xml"},
        paper: {"word/document.xml"},
    }
    for form, own in changed.items():
        with zipfile.ZipFile(form) as before, zipfile.ZipFile(filled(workspace, form)) as after:
            assert before.namelist() == after.namelist()
            for name in set(before.namelist()) - own:
                assert before.read(name) == after.read(name), name


def test_a_form_with_more_rows_than_tasks_keeps_them_empty(
    workspace: Workspace, ledger: Ledger, tmp_path: Path
) -> None:
    rows = rows_of(filled(workspace, make_workbook(tmp_path / "长表.xlsx", rows=8)))
    assert [row[0] for row in rows[4:13]] == [1, 2, 3, 4, 5, "", "", "", "合计"]


def test_one_row_grows_with_its_totals(workspace: Workspace, ledger: Ledger, tmp_path: Path) -> None:
    book = load_workbook(filled(workspace, make_workbook(tmp_path / "短表.xlsx", rows=1)))
    assert book["进展情况"]["H10"].value == "=AVERAGE(H5:H9)"
    assert [str(each.sqref) for each in book["进展情况"].conditional_formatting] == ["H5:H9"]
    book.close()


def test_text_that_looks_like_a_formula_stays_text(workspace: Workspace, ledger: Ledger, blank: Path) -> None:
    tasks.add_progress(workspace, ledger.hotline, '=HYPERLINK("x")', 60, problems="@SUM(1)")
    book = load_workbook(filled(workspace, blank))
    cells = book["进展情况"]["E6"], book["进展情况"]["F6"]
    assert [(cell.value, cell.data_type, cell.quotePrefix) for cell in cells] == [
        ('=HYPERLINK("x")', "s", True), ("@SUM(1)", "s", True),
    ]  # fmt: skip
    book.close()


def test_a_document_takes_the_tasks_in_rows_like_its_own(workspace: Workspace, ledger: Ledger, paper: Path) -> None:
    tasks.add_progress(workspace, ledger.hotline, "热线已整合", 60)
    document = Document(str(filled(workspace, paper)))
    table = document.tables[0]
    assert [row.cells[0].text for row in table.rows] == ["序号", "1", "2", "3", "4", "5", "填表人："]
    assert table.cell(2, 3).text == "热线已整合"
    assert table.cell(5, 1).paragraphs[0].runs[0].font.size.pt == 9
    line = document.paragraphs[1]
    assert line.text.startswith("填报单位：市政务服务管理局")
    assert line.text.endswith("填报日期：2021年10月18日")
    assert line.runs[1].underline and line.runs[1].text.startswith("市政务服务管理局")
    assert document.paragraphs[-1].text == "注：本表一式两份。"


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_forms_saved_by_libreoffice_are_filled_and_open_there_again(
    workspace: Workspace, ledger: Ledger, blank: Path, paper: Path, tmp_path: Path
) -> None:
    home = tmp_path / "office"
    home.mkdir()
    clerk = Clerk(home)
    saved = tmp_path / "另存.xlsx"
    shutil.copyfile(clerk.edit(blank, "xlsx"), saved)
    made = filled(workspace, saved)
    again = rows_of(clerk.edit(made, "xlsx"))
    assert [row[0] for row in again[4:10]] == [1, 2, 3, 4, 5, "合计"]
    assert (again[9][6], again[9][7]) == (5, 0), "LibreOffice computes the totals anew"
    for file in (made, filled(workspace, paper)):
        assert clerk.print_pdf(file).read_bytes().startswith(b"%PDF")


def test_a_corrected_mapping_is_remembered_by_the_shape_of_the_form(
    workspace: Workspace, ledger: Ledger, blank: Path, tmp_path: Path
) -> None:
    form = service.open_form(workspace, blank)
    table, notes = form.mapping.tables
    columns = tuple(Meaning.EVIDENCE if each is Meaning.PROBLEMS else each for each in table.columns)
    blanks = tuple(
        (each, Entry.TYPED, "张三") if each.label == "填表人" else (each, entry, text)
        for each, entry, text in table.blanks
    )
    service.remember(workspace, FormMapping((replace(table, columns=columns, blanks=blanks), notes)))
    next_month = make_workbook(tmp_path / "12月.xlsx", rows=6)
    known = service.open_form(workspace, next_month)
    assert known.known and known.mapping.tables[0].columns == columns
    assert known.mapping.tables[0].rows == 6, "places are those of the new copy"
    assert rows_of(filled(workspace, next_month))[13][0] == "填表人：张三"


def test_a_choice_that_does_not_fit_is_forgotten(workspace: Workspace, ledger: Ledger, blank: Path) -> None:
    form = service.open_form(workspace, blank)
    service.remember(workspace, form.mapping)
    key = service._key(form.mapping)
    for damaged in ("{}", "[]", '[{"columns": ["title"], "blanks": []}, {}]'):
        settings.put(workspace, key, damaged)
        assert not service.open_form(workspace, blank).known


def test_rows_are_chosen_by_unit_light_and_change(workspace: Workspace, ledger: Ledger, blank: Path) -> None:
    tasks.add_progress(workspace, ledger.budget, "已列入预算", 60)
    changed = service.choose_rows(workspace, RowChoice(period="2021-10", changed=True))
    assert [row.id for row in changed.rows] == [ledger.budget.task]
    red = service.choose_rows(workspace, RowChoice(lights=(Light.RED,)))
    assert red.rows and all(row.light is Light.RED for row in red.rows)
    with pytest.raises(BadInput, match="须先选定报送期"):
        service.choose_rows(workspace, RowChoice(changed=True))
    with pytest.raises(Refused, match="没有任务"):
        service.choose_rows(workspace, RowChoice(period="2020-01", changed=True))


def test_what_cannot_be_filled_is_refused_with_what_to_do(
    workspace: Workspace, ledger: Ledger, blank: Path, paper: Path, tmp_path: Path
) -> None:
    old, wrong, torn = tmp_path / "表.xls", tmp_path / "表.xlsx", tmp_path / "坏.docx"
    for path in (old, wrong):
        shutil.copyfile(paper, path)
    torn.write_bytes(paper.read_bytes()[:900])
    for path, words in (
        (old, "另存为 .xlsx"),
        (wrong, "扩展名不符"),
        (torn, "另存后"),
        (tmp_path / "图.png", "不是表格"),
    ):
        with pytest.raises(BadInput, match=words):
            service.open_form(workspace, path)
    form = service.open_form(workspace, blank)
    with pytest.raises(BadInput, match="不能覆盖空表本身"):
        service.fill(workspace, form, blank)
    with pytest.raises(BadInput, match=r"同为 \.xlsx"):
        service.fill(workspace, form, tmp_path / "填好.docx")
    nothing = FormMapping(tuple(replace(t, columns=(Meaning.EMPTY,) * len(t.columns)) for t in form.mapping.tables))
    with pytest.raises(BadInput, match="未能认出"):
        service.fill(workspace, form, tmp_path / "填好.xlsx", mapping=nothing)


def test_stopped_work_leaves_nothing(workspace: Workspace, ledger: Ledger, blank: Path, tmp_path: Path) -> None:
    def cancel(done: int, total: int) -> None:
        raise Cancelled

    before = sorted(tmp_path.iterdir())
    form = service.open_form(workspace, blank)
    with pytest.raises(Cancelled):
        service.fill(workspace, form, tmp_path / "填好.xlsx", progress=cancel)
    assert sorted(tmp_path.iterdir()) == before


def _listing(path: Path, titles: list[str]) -> Path:
    """A form that prints its tasks, a chapter row among them, and asks for what has become of them."""
    book = Workbook()
    sheet = book["Sheet"]
    rows: list[tuple[object, ...]] = [
        ("重点任务落实情况表",), ("填报单位：", None, None, None, None),
        ("序号", "工作任务", "责任单位", "完成情况", "完成率"),
    ]  # fmt: skip
    rows += [(number, title, "某某局", None, None) for number, title in enumerate(titles, 1)]
    rows.append(("填表人：", None, None, "联系电话：", None))
    for row in rows:
        sheet.append(row)
    line = Side(style="thin")
    for cells in sheet.iter_rows(min_row=3, max_row=3 + len(titles), max_col=5):
        for cell in cells:
            cell.border = Border(left=line, right=line, top=line, bottom=line)
            cell.number_format = "0%" if cell.column == 5 else "General"
    book.save(path)
    book.close()
    return path


def test_a_form_that_prints_its_tasks_gets_only_what_is_empty_in_their_rows(
    workspace: Workspace, ledger: Ledger, tmp_path: Path
) -> None:
    tasks.add_progress(workspace, ledger.hotline, "热线已整合", 60)
    titles = {row.id: row.title or row.text for row in queries.tasks(workspace)}
    hotline, budget = titles[ledger.hotline.task], titles[ledger.budget.task]
    blank = _listing(tmp_path / "列明.xlsx", [f"{budget}工作", "与本单位无关的事项若干", f" {hotline} "])
    form = service.open_form(workspace, blank)
    assert form.mapping.tables[0].listed == (3, 4, 5)
    made = service.fill(workspace, form, tmp_path / "填好.xlsx", RowChoice())
    assert "表中列出3项任务，已填2项，1项在台账中没有找到，留空" in made.message
    rows = rows_of(made.path, "Sheet")
    assert [row[0] for row in rows[3:]] == [1, 2, 3, "填表人："], "not a row more or less"
    assert [row[2] for row in rows[3:6]] == ["某某局"] * 3, "what is printed stays"
    assert [(row[3], row[4]) for row in rows[3:6]] == [("", 0), ("", ""), ("热线已整合", 0.6)]
    nothing = service.open_form(workspace, _listing(tmp_path / "无关.xlsx", ["与本单位无关的事项若干"]))
    with pytest.raises(Refused, match="都没有找到"):
        service.fill(workspace, nothing, tmp_path / "无关填好.xlsx")


def test_a_form_of_nothing_but_a_head_gets_rows_above_its_foot(
    workspace: Workspace, ledger: Ledger, tmp_path: Path
) -> None:
    rows = rows_of(filled(workspace, make_workbook(tmp_path / "无行.xlsx", rows=0)))
    assert [row[0] for row in rows[4:10]] == [1, 2, 3, 4, 5, "合计"]
    table = Document(str(filled(workspace, make_document(tmp_path / "无行.docx", rows=0)))).tables[0]
    assert [row.cells[0].text for row in table.rows] == ["序号", "1", "2", "3", "4", "5", "填表人："]


def test_merged_shared_charted_and_remarked_cells_come_through(
    workspace: Workspace, ledger: Ledger, tmp_path: Path
) -> None:
    blank = tmp_path / "复杂.xlsx"
    book = Workbook()
    sheet = book["Sheet"]
    sheet.append(["序号", "工作任务", None, "完成率", "差额"])
    sheet.merge_cells("B1:C1")
    for row in range(2, 5):
        sheet.merge_cells(f"B{row}:C{row}")
        sheet[f"D{row}"].number_format = "0%"
        sheet[f"E{row}"] = f"=1-D{row}"
    sheet["A5"], sheet["D5"] = "合计", "=AVERAGE(D2:D4)"
    sheet["A5"].comment = Comment("按平均数", "处室")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=4, min_row=1, max_row=4), titles_from_data=True)
    sheet.add_chart(chart, "G6")
    book.defined_names["完成率"] = DefinedName("完成率", attr_text="Sheet!$D$2:$D$4")
    book.save(blank)
    book.close()
    made = filled(workspace, blank)
    book = load_workbook(made)
    sheet = book["Sheet"]
    assert [sheet.cell(row, 5).value for row in range(2, 7)] == [f"=1-D{row}" for row in range(2, 7)]
    assert (sheet["A7"].value, sheet["D7"].value) == ("合计", "=AVERAGE(D2:D6)")
    assert sheet["A7"].comment.text == "按平均数" and sheet["A5"].comment is None
    with zipfile.ZipFile(made) as archive:
        frame = next(archive.read(name) for name in archive.namelist() if name.endswith(".vml"))
    assert re.search(rb"Row>6</", frame)
    assert {f"B{row}:C{row}" for row in range(1, 7)} == {str(area) for area in sheet.merged_cells.ranges}
    assert book.defined_names["完成率"].attr_text == "Sheet!$D$2:$D$6"
    assert sheet._charts[0].series[0].val.numRef.f == "'Sheet'!$D$2:$D$6"
    assert sheet._charts[0].anchor._from.row == 7
    book.close()


def test_several_sheets_are_filled_each_in_its_own_columns(
    workspace: Workspace, ledger: Ledger, tmp_path: Path
) -> None:
    blank = tmp_path / "两张.xlsx"
    book = Workbook()
    for name, heads in (
        ("进展", ["序号", "工作任务", "完成情况"]),
        ("问题", ["序号", "事项", "存在问题", "下一步打算"]),
    ):
        sheet = book.create_sheet(name)
        sheet.append(heads)
    del book["Sheet"]
    book.save(blank)
    book.close()
    tasks.add_progress(workspace, ledger.hotline, "热线已整合", 60, problems="人手不足", next_step="增补坐席")
    form = service.open_form(workspace, blank)
    made = service.fill(workspace, form, tmp_path / "填好.xlsx")
    assert "共5项任务（2张表）" in made.message
    assert rows_of(made.path, "进展")[2][2] == "热线已整合"
    assert rows_of(made.path, "问题")[2][2:4] == ["人手不足", "增补坐席"]


def test_cells_merged_down_over_rows_for_tasks_are_parted(workspace: Workspace, ledger: Ledger, tmp_path: Path) -> None:
    paper = make_document(tmp_path / "竖并.docx")
    document = Document(str(paper))
    table = document.tables[0]
    table.cell(1, 2).merge(table.cell(3, 2))
    document.save(str(paper))
    table = Document(str(filled(workspace, paper))).tables[0]
    assert all(table.cell(row, 2).text for row in range(1, 4))
    blank = make_workbook(tmp_path / "竖并.xlsx")
    book = load_workbook(blank)
    book["进展情况"].merge_cells("C5:C7")
    book.save(blank)
    book.close()
    rows = rows_of(filled(workspace, blank))
    assert all(rows[row][2] for row in range(4, 7))


def test_places_that_a_program_left_out_follow_from_the_order(
    workspace: Workspace, ledger: Ledger, blank: Path, tmp_path: Path
) -> None:
    bare = tmp_path / "无坐标.xlsx"
    with zipfile.ZipFile(blank) as given, zipfile.ZipFile(bare, "w") as made:
        for name in given.namelist():
            data = given.read(name)
            if name == "xl/worksheets/sheet2.xml":
                data = re.sub(rb' r="[A-Z]*\d+"', b"", data)
            made.writestr(name, data)
    form = service.open_form(workspace, bare)
    assert [cell.text for cell in form.tables[1].cells if cell.row == 0] == ["填表说明"]
    assert load_workbook(filled(workspace, bare))["说明"]["A2"].value == "='进展情况'!H10"


def test_a_hostile_form_is_refused(workspace: Workspace, ledger: Ledger, blank: Path, tmp_path: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>'
    for part, data in (
        ("xl/worksheets/sheet1.xml", bomb),
        ("xl/worksheets/sheet1.xml", b"<"),
        ("xl/styles.xml", b"<a/>"),
    ):
        bad = tmp_path / "有害.xlsx"
        with zipfile.ZipFile(blank) as given, zipfile.ZipFile(bad, "w") as made:
            for name in given.namelist():
                made.writestr(name, data if name == part else given.read(name))
        with pytest.raises(BadInput, match="已损坏"):
            service.open_form(workspace, bad)
