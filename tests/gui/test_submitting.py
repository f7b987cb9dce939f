"""What leaves the house and is kept: freezing, looking back, packing evidence, filling a superior's form."""

import operator
import stat
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QToolButton

from desktop_app.domain.refs import TaskRef
from desktop_app.domain.superior_form import Entry, Meaning
from desktop_app.exports.material import ReportOptions
from desktop_app.exports.rewording import Rewording
from desktop_app.gui.controllers import submissions as controller
from desktop_app.gui.dialogs.evidence_pack import EvidencePackDialog
from desktop_app.gui.dialogs.export_result import ExportResultDialog
from desktop_app.gui.dialogs.form_mapping import FormMappingDialog
from desktop_app.gui.dialogs.report.print_dialog import PrintDialog
from desktop_app.gui.dialogs.submissions import SubmissionsWindow, SubmitDialog, SubmittedDialog
from desktop_app.services import evidence, reports, submissions, tasks
from tests.gui.journey import TODAY
from tests.superior_forms import make_document, make_workbook

TASKS = 50


@pytest.fixture
def workspace(desk):
    return desk.controllers.desk.workspace


def choose(desk, path):
    dialog = desk.dialog(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def test_a_report_is_looked_over_before_it_is_frozen(desk, workspace):
    desk.actions.submit_report.trigger()
    dialog = desk.dialog(SubmitDialog)
    assert dialog.windowTitle() == "报送 - 第 1 次"
    assert not dialog.foot.primary.isEnabled(), "nothing is frozen before it was looked over"
    dialog.accept()
    assert dialog.isVisible()
    desk.until(dialog.foot.primary.isEnabled)
    assert dialog.remarks.cares > 0
    dialog.note_.setPlainText("报市政府办公室")
    dialog.foot.primary.click()
    result = desk.dialog(SubmittedDialog)
    (row,) = submissions.listed(workspace)
    assert f"{TASKS} 项任务" in result.message.text() and "报告.pdf" in result.message.text()
    assert str(row.folder) in result.place.text() and row.folder.parent.name == "submissions"
    assert row.folder.is_relative_to(workspace.folder), "what is kept lies in the ledger, not in a temporary folder"
    assert "历次报送" in result.again.text()
    assert (row.note, row.tasks) == ("报市政府办公室", TASKS)
    result.reject()


def test_a_drafted_report_is_frozen_as_it_was_drafted(desk, workspace):
    drafted = ReportOptions(template="overdue", title="逾期情况", period="2021-10")
    dialog = desk.controllers.submissions.ask(drafted)
    assert dialog.options() is drafted
    desk.until(dialog.foot.primary.isEnabled)
    dialog.accept()
    desk.dialog(SubmittedDialog).reject()
    (row,) = submissions.listed(workspace)
    assert (row.title, row.template, row.period) == ("逾期情况", "overdue", "2021年10月")


def test_what_was_kept_is_opened_as_a_read_only_copy_and_found_again(desk, workspace, monkeypatch):
    opened = []
    monkeypatch.setattr(controller.QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    for after in ("foot.primary", "history"):
        dialog = desk.controllers.submissions.ask()
        desk.until(dialog.foot.primary.isEnabled)
        dialog.accept()
        operator.attrgetter(after)(desk.dialog(SubmittedDialog)).click()
        desk.until(lambda: not desk.window.findChildren(SubmittedDialog))
    (url,) = opened
    assert not Path(url.toLocalFile()).stat().st_mode & stat.S_IWUSR
    assert desk.dialog(SubmissionsWindow).isVisible()
    desk.until(lambda: not desk.controllers.submissions._auditor.busy)


def test_numbers_of_the_officers_own_wait_for_a_tick(desk, workspace):
    options = ReportOptions(period="2021-10")
    _, wordings = reports.draft_with_wordings(reports.gather(workspace, options))
    text = next(each for each in wordings if each.place == "总体情况")
    own = replace(options, rewordings=(Rewording(text.slot, text.drafted, f"{text.drafted}平均进度83%。"),))
    dialog = desk.controllers.submissions.ask(own)
    desk.until(dialog.numbers_checked.isVisible)
    assert not dialog.foot.primary.isEnabled() and "台账以外的数字" in dialog.foot.note.text()
    dialog.numbers_checked.click()
    dialog.foot.primary.click()
    desk.dialog(SubmittedDialog).reject()
    assert len(submissions.listed(workspace)) == 1


def test_a_remark_leads_to_its_task_and_an_answer_that_comes_late_is_dropped(desk):
    dialog = desk.controllers.submissions.ask()
    desk.until(dialog.foot.primary.isEnabled)
    remark = next(at for at, each in enumerate(dialog.remarks._remarks) if each.tasks)
    dialog.remarks.list.activated.emit(dialog.remarks.list.items.index(remark, 0))
    assert not dialog.isVisible()
    assert desk.list.current().task == dialog.remarks._remarks[remark].tasks[0]
    hurried = desk.controllers.submissions.ask()
    hurried.reject()
    desk.until(lambda: not desk.controllers.submissions._checker.busy)


@pytest.fixture
def sent(desk, workspace):
    """Two submissions; between them a task was closed, after them another."""
    rows = list(desk.session.rows)
    submissions.submit(workspace, ReportOptions(period="2021-09"), "报市政府办公室")
    tasks.tick(workspace, [TaskRef(rows[3])], without_evidence="现场核验")
    submissions.submit(workspace, ReportOptions(period="2021-10"))
    tasks.tick(workspace, [TaskRef(rows[5])], without_evidence="现场核验")
    return rows


def pick(table, row):
    """As a click without keys; `selectRow` goes by whatever keys another test held down last."""
    flags = QItemSelectionModel.SelectionFlag
    table.selectionModel().setCurrentIndex(table.items.index(row, 0), flags.ClearAndSelect | flags.Rows)


def cells(table, row):
    return [table.items.item(row, column).text() for column in range(table.items.columnCount())]


def test_two_submissions_are_compared_and_one_with_now(desk, sent):
    desk.actions.show_submissions.trigger()
    window = desk.dialog(SubmissionsWindow)
    desk.until(lambda: cells(window.table, 0)[-1] == "完好")
    assert cells(window.table, 1)[:2] == ["1", TODAY.isoformat()]
    assert "（报市政府办公室）" in cells(window.table, 1)[2]
    assert not window.foot.primary.isEnabled(), "there is no page before something is compared"
    pick(window.table, 1)
    assert window.compare.text() == "与现在比较"
    window.compare.click()
    assert [cells(window.changes, row)[0] for row in range(2)] == ["新销号", "新销号"]
    window.table.selectAll()
    assert window.compare.text() == "比较所选两次"
    window.compare.click()
    assert window.changes.items.rowCount() == 1
    assert "新销号 1 项" in window.head.note.text()
    window.changes.activated.emit(window.changes.items.index(0, 0))
    assert desk.list.current().task == sent[3]


def test_the_comparison_leaves_as_a_page(desk, sent, tmp_path):
    window = desk.controllers.submissions.show_history()
    window.table.selectAll()
    window.compare.click()
    window.foot.primary.click()
    choose(desk, tmp_path / "对比.pdf")
    result = desk.dialog(ExportResultDialog)
    assert result.path.read_bytes().startswith(b"%PDF") and "1项任务有变化" in result.message.text()
    result.reject()


def test_the_comparison_is_printed_through_the_print_dialog(desk, sent):
    window = desk.controllers.submissions.show_history()
    window.table.selectAll()
    window.compare.click()
    window.print_.click()
    dialog = desk.dialog(PrintDialog)
    assert dialog.windowTitle() and not dialog.calibrate.isVisible()
    dialog.reject()


def test_a_kept_file_opens_as_a_read_only_copy_and_a_touched_one_does_not(desk, workspace, sent, monkeypatch):
    opened = []
    monkeypatch.setattr(
        controller.QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True
    )  # another program's business
    touched = submissions.find(workspace, 2).folder / "报告.docx"
    touched.chmod(stat.S_IREAD | stat.S_IWRITE)
    touched.write_bytes(b"x")
    window = desk.controllers.submissions.show_history()
    desk.until(lambda: cells(window.table, 0)[-1] == "有改动或缺失")
    pick(window.table, 0)
    assert window.damage.words.text() == "第2次报送的“报告.docx”被改动"
    buttons = {button.text(): button for button in window.files.findChildren(QToolButton)}
    buttons["报告.pdf"].click()
    assert len(opened) == 1 and str(workspace.folder) not in opened[0] and opened[0].endswith("报告.pdf")
    buttons["报告.docx"].click()
    box = desk.dialog(QMessageBox)
    assert "不能作为报送时的样子打开" in box.text()
    box.reject()
    assert len(opened) == 1


def test_evidence_is_packed_and_what_is_lacking_is_said_before(desk, workspace, tmp_path):
    photo = tmp_path / "现场.jpg"
    photo.write_bytes(b"\xff\xd8\xff a photo")
    first, second = list(desk.session.rows)[:2]
    evidence.attach(workspace, [TaskRef(first)], [photo])
    desk.actions.pack_evidence.trigger()
    dialog = desk.dialog(EvidencePackDialog)
    assert not dialog.foot.primary.isEnabled(), "nothing is packed before it was counted"
    desk.until(dialog.foot.primary.isEnabled)
    assert dialog.table.items.rowCount() == TASKS - 1
    assert "1 份佐证" in dialog.foot.note.text()
    dialog.password.setText("云江2021")
    dialog.foot.primary.click()
    assert dialog.error.words.text() == "两次输入的密码不同，重新输入"
    dialog.folder.setChecked(True)
    assert not dialog.password.isEnabled() and dialog.secret() == ""
    dialog.zip.setChecked(True)
    dialog.again.setText("云江2021")
    dialog.foot.primary.click()
    out = tmp_path / "佐证.zip"
    choose(desk, out)
    result = desk.dialog(ExportResultDialog)
    assert "已用 AES 加密" in result.message.text()
    with zipfile.ZipFile(out) as archive:
        assert all(entry.flag_bits & 1 for entry in archive.infolist())
    result.reject()
    again = desk.controllers.pack.ask()
    desk.until(again.foot.primary.isEnabled)
    again.table.activated.emit(again.table.items.index(0, 0))
    assert not again.isVisible() and desk.list.current().task == second


def test_a_superiors_form_is_shown_corrected_filled_and_known_next_time(desk, tmp_path):
    blank, out = make_workbook(tmp_path / "上级表.xlsx"), tmp_path / "填好.xlsx"
    desk.actions.fill_form.trigger()
    choose(desk, blank)
    dialog = desk.dialog(FormMappingDialog)
    grid = dialog.grids[0]
    shown = [choice.currentText() for choice in grid._choices]
    assert shown[:5] == ["序号", "任务", "牵头或责任单位", "配合单位", "进展"]
    grid._choices[5].setCurrentIndex(grid._choices[5].findData(Meaning.NEXT_STEP.value))
    desk.until(lambda: "留空的" in dialog.remarks.text())
    assert "“完成情况进展情况”50项" in dialog.remarks.text() and dialog.remarks.isVisibleTo(dialog)
    writer = next(field for field in dialog.blanks[0].fields if field.blank.label == "填表人")
    writer.choice.setCurrentIndex(writer.choice.findData(Entry.TYPED.value))
    assert writer.text.isVisibleTo(dialog)
    writer.text.setText("张三")
    dialog.unit.setText("市政务服务管理局")
    dialog.foot.primary.click()
    choose(desk, out)
    result = desk.dialog(ExportResultDialog)
    assert f"共{TASKS}项任务" in result.message.text()
    result.reject()
    book = load_workbook(out)
    assert book["进展情况"].cell(TASKS + 8, 1).value == "填表人：张三"
    book.close()
    again = desk.controllers.forms.open(make_workbook(tmp_path / "下月.xlsx", rows=5))
    assert again.head.note.text().startswith("按上次的对应")
    assert again.mapping().tables[0].columns[5] is Meaning.NEXT_STEP
    assert again.unit.text() == "市政务服务管理局"
    again.reject()


def test_the_row_where_tasks_begin_can_be_corrected(desk, tmp_path):
    dialog = desk.controllers.forms.open(make_document(tmp_path / "上级表.docx"))
    assert dialog.first.currentText() == "从第 4 行起填"
    dialog.first.activated.emit(4)
    table = dialog.mapping().tables[0]
    assert (table.first, table.rows) == (4, 2)
    assert not table.takes_tasks and "未认出表头" in dialog.foot.note.text()
    dialog.foot.primary.click()
    assert dialog.error.words.text() == "没有一列填任务内容，在表格上方选定"
    dialog.first.activated.emit(3)
    dialog.changed.setChecked(True)
    dialog.foot.primary.click()
    assert dialog.error.words.text() == "只填有变化的任务须选定报送期"
    dialog.reject()


@pytest.mark.parametrize("size", [(1366, 768), (911, 512)])
def test_every_dialog_fits_the_screen(desk, sent, tmp_path, size):
    room = desk.controllers
    form = room.forms.open(make_workbook(tmp_path / "表.xlsx"))
    for dialog in (room.submissions.ask(), room.pack.ask(), form, room.submissions.show_history()):
        dialog.resize(min(dialog.width(), size[0]), min(dialog.height(), size[1]))
        QApplication.processEvents()
        assert dialog.width() <= size[0] and dialog.height() <= size[1], type(dialog)
        assert dialog.foot.primary.visibleRegion().boundingRect() == dialog.foot.primary.rect()
        dialog.close()


def test_turning_back_where_the_place_is_asked_loses_no_choice(desk, tmp_path):
    """The file dialog is the last step: closed without a place it leads back to what was chosen before."""
    room = desk.controllers
    form = room.forms.open(make_workbook(tmp_path / "表.xlsx"))
    form.unit.setText("市数据局")
    form.accept()
    desk.dialog(QFileDialog).reject()
    assert form.isVisible() and form.unit.text() == "市数据局"
    form.accept()
    choose(desk, tmp_path / "填好.xlsx")
    desk.dialog(ExportResultDialog).reject()
    desk.until(lambda: not desk.window.findChildren(FormMappingDialog))


def test_a_submission_can_be_looked_for_while_the_list_stays_where_it_is(desk):
    for _ in range(2):
        dialog = desk.controllers.submissions.ask()
        desk.until(dialog.foot.primary.isEnabled)
        dialog.accept()
        desk.dialog(SubmittedDialog).reject()
        desk.until(lambda: not desk.window.findChildren(SubmittedDialog))
    window = desk.controllers.submissions.show_history()
    window.table.selectAll()
    assert window.table.chosen() == [0, 1] and window.table.items.item(0, 6).text() == "正在核对"
    desk.until(lambda: window.table.items.item(0, 6).text() == "完好")
    assert window.table.chosen() == [0, 1], "the answer of the check does not take the selection away"
    window.close()
