"""An officer's days: import, tick, report, attach, undo, export and start again, through the real window."""

import datetime as dt
import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from desktop_app.domain.errors import Refused
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Status
from desktop_app.gui.controllers.single import Claim, raise_running
from desktop_app.gui.controllers.workspaces import claim_and_open
from desktop_app.gui.dialogs.export_result import ExportResultDialog
from desktop_app.gui.dialogs.extension import ExtensionDialog
from desktop_app.gui.dialogs.import_review import ImportReviewDialog
from desktop_app.gui.dialogs.progress_entry import ProgressDialog
from desktop_app.gui.dialogs.reading import ReadingDialog
from desktop_app.gui.dialogs.reason import ReasonDialog
from desktop_app.gui.dialogs.source_view import SourceDialog
from tests.gui.journey import PLAN, PLANS, TODAY, Desk, drop, drop_on_row, tick_box

TASKS = 50


@pytest.fixture
def empty(qtbot, folder):
    """The window on an empty workspace."""
    opened = Desk(qtbot, folder)
    yield opened
    opened.close()


@pytest.fixture
def proof(tmp_path):
    """Two small files with Chinese names."""
    files = [tmp_path / "验收意见.pdf", tmp_path / "场景清单.xlsx"]
    for number, file in enumerate(files):
        file.write_bytes(b"%PDF-1.4\n" + bytes([number]) * 500)
    return files


def test_a_plan_is_looked_at_before_it_is_stored(empty):
    assert empty.window.is_empty()
    empty.controllers.plans.import_files([PLAN])
    preview = empty.dialog(ImportReviewDialog)
    assert f"{TASKS} 项任务" in preview.foot.primary.text()
    assert not empty.session.plans
    preview.accept()
    empty.until(lambda: not empty.window.is_empty())
    assert len(empty.session.rows) == TASKS
    assert empty.list.header.title == "汕尾市数字政府改革建设2021年工作要点"
    assert f"任务 {TASKS} 项" in empty.status()
    assert not empty.actions.undo.isEnabled()


def test_a_preview_that_is_closed_stores_nothing(empty):
    empty.controllers.plans.import_files([PLAN])
    empty.dialog(ImportReviewDialog).reject()
    QApplication.processEvents()
    assert empty.window.is_empty()
    assert not empty.session.plans


def test_several_dropped_files_are_read_one_after_another_and_a_broken_one_is_named(empty, tmp_path):
    broken = tmp_path / "空文件.txt"
    broken.write_bytes(b"")
    empty.window.files_dropped.emit([PLAN, broken, PLANS / "003_d1666e1570234470.txt"])
    empty.dialog(ImportReviewDialog).accept()
    box = empty.dialog(QMessageBox)
    assert "空" in box.text()
    box.close()
    empty.until(lambda: any("003" in d.windowTitle() for d in _visible(empty, ImportReviewDialog)))
    _visible(empty, ImportReviewDialog)[0].accept()
    empty.until(lambda: len(empty.session.plans) == 2)


def test_the_same_document_again_says_so(desk):
    desk.controllers.plans.import_files([PLAN])
    desk.dialog(ImportReviewDialog).accept()
    assert "已在台账中" in desk.dialog(QMessageBox).text()
    assert len(desk.session.plans) == 1


def test_a_click_on_the_box_closes_the_task(desk):
    desk.select("（八）")
    QTest.mouseClick(
        desk.list.view().viewport(), Qt.MouseButton.LeftButton, pos=tick_box(desk.list, desk.task("（八）"))
    )
    assert desk.row("（八）").status is Status.CLOSED
    assert desk.panel.header.tick.text() == "退回"
    assert desk.actions.undo.text() == "撤销 销号（八）"
    assert "尚无佐证" in desk.status()


def test_space_closes_all_selected_tasks_in_one_step(desk):
    view = desk.list.view()
    desk.select("（七）")
    view.setFocus()
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(desk.list.selected()) == 3
    assert "3 项" in desk.panel.header.tick.text()
    QTest.keyClick(view, Qt.Key.Key_Space)
    closed = [desk.row(number).status for number in ("（七）", "（八）", "（九）")]
    assert closed == [Status.CLOSED] * 3
    desk.actions.undo.trigger()
    assert all(desk.row(number).status is Status.NOT_STARTED for number in ("（七）", "（八）", "（九）"))


def test_sending_back_asks_for_a_reason(desk):
    task = desk.select("（八）")
    desk.actions.tick.trigger()
    desk.panel.header.tick.click()
    dialog = desk.dialog(ReasonDialog)
    dialog.reason.setEditText("")
    dialog.accept()
    assert dialog.error.words.text() == "理由未填写"
    dialog.reason.setEditText("佐证不足")
    dialog.accept()
    assert desk.session.rows[task].status is not Status.CLOSED
    assert "佐证不足" in desk.session.detail(task).history[0].detail


def test_progress_is_written_in_the_dialog_and_shown_at_once(desk):
    task = desk.select("（十一）")
    desk.panel.sections.progress_head.link.click()
    dialog = desk.dialog(ProgressDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    assert "未填写" in dialog.error.words.text()
    dialog.text.insertPlainText("上线26个场景")
    dialog.percent.setValue(87)
    dialog.problems.setPlainText("数据接口未开放")
    dialog.reporter.setText("市政数局")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    row = desk.session.rows[task]
    assert (row.percent, row.status) == (87, Status.IN_PROGRESS)
    assert desk.panel.header.percent.currentText() == "87%"
    assert desk.panel.sections.progress.isVisible()
    assert row.latest.problems == "数据接口未开放"


def test_an_extension_needs_its_basis_and_keeps_the_first_date(desk):
    task = desk.select("（十一）")
    desk.panel.header.extend.click()
    dialog = desk.dialog(ExtensionDialog)
    dialog.accept()
    assert "依据未填写" in dialog.error.words.text()
    dialog.basis.setPlainText("区政府第12次常务会议")
    dialog.accept()
    due = desk.session.rows[task].due
    assert due.extended
    assert (due.first_date, due.date) == (dt.date(2021, 9, 30), dt.date(2021, 11, 30))
    assert desk.session.rows[task].signal.word == "延期中"


def test_a_reading_is_noted_and_drawn(desk):
    task = desk.select("（十一）")
    desk.panel.sections.targets_head.link.click()
    dialog = desk.dialog(ReadingDialog)
    dialog.value.setText("许多")
    dialog.accept()
    assert "应为数字" in dialog.error.words.text()
    dialog.value.setText("26")
    dialog.accept()
    assert desk.session.rows[task].targets[0].readings[-1].value == 26


def test_files_dropped_on_a_row_are_attached_to_that_task(desk, proof):
    desk.select("（八）")
    drop_on_row(desk.list, desk.task("（十一）"), proof)
    assert desk.row("（十一）").evidence == 2
    assert desk.row("（八）").evidence == 0
    assert desk.actions.undo.text().startswith("撤销 附佐证（十一）")


def test_files_dropped_on_the_panel_are_attached_to_the_shown_task(desk, proof):
    desk.select("（八）")
    drop(desk.panel, proof[:1])
    assert desk.row("（八）").evidence_names == ("验收意见.pdf",)
    assert desk.panel.tabs.tabText(2) == "佐证 1"


def test_evidence_is_attached_by_dialog_and_its_removal_can_be_undone(desk, proof):
    task = desk.select("（八）")
    desk.panel.evidence_tab.add.click()
    dialog = desk.dialog(QFileDialog)
    dialog.filesSelected.emit([str(file) for file in proof])
    dialog.reject()
    assert desk.session.rows[task].evidence == 2
    link = desk.session.detail(task).evidence[0].link_id
    desk.panel.evidence_tab.choose(link)
    desk.panel.evidence_tab.remove.click()
    assert desk.session.rows[task].evidence == 1
    desk.actions.undo.trigger()
    assert desk.session.rows[task].evidence == 2


def test_evidence_is_opened_as_a_read_only_copy_under_its_name(desk, proof, monkeypatch):
    opened = []
    monkeypatch.setattr("desktop_app.gui.controllers.evidence.QDesktopServices.openUrl", lambda url: opened.append(url))
    task = desk.select("（八）")
    drop(desk.panel, proof[:1])
    desk.panel.evidence_activated.emit(desk.session.detail(task).evidence[0].id)
    copy = Path(opened[0].toLocalFile())
    assert copy.name == "验收意见.pdf"
    assert copy.read_bytes() == proof[0].read_bytes()
    assert not copy.stat().st_mode & 0o222


def test_one_file_is_used_for_other_tasks(desk, proof):
    from desktop_app.gui.dialogs.task_choice import TaskChoiceDialog

    task = desk.select("（十一）")
    desk.controllers.evidence.attach([TaskRef(task)], proof[:1])
    tab = desk.panel.evidence_tab
    tab.choose(desk.session.detail(task).evidence[0].link_id)
    tab.share.click()
    dialog = desk.dialog(TaskChoiceDialog)
    dialog.accept()
    assert dialog.error.words.text() == "未选择任务"
    dialog.search.setText("（八）")
    assert dialog.model.rowCount() == 1
    dialog.model.setData(dialog.model.index(0), None, Qt.ItemDataRole.CheckStateRole)
    dialog.search.setText("")
    assert dialog.foot.primary.text() == "添加到 1 项"
    assert dialog.model.rowCount() == TASKS - 1
    dialog.accept()
    assert desk.row("（八）").evidence_names == ("验收意见.pdf",)
    assert desk.session.detail(task).evidence[0].other_tasks == (desk.row("（八）").label,)
    desk.actions.undo.trigger()
    assert desk.row("（八）").evidence == 0


def test_evidence_is_dragged_and_saved_out_under_its_own_name(desk, proof, tmp_path):
    task = desk.select("（十一）")
    desk.controllers.evidence.attach([TaskRef(task)], proof[:1])
    model = desk.panel.evidence_tab.list.model()
    assert model.flags(model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
    (url,) = model.mimeData([model.index(0)]).urls()
    dragged = Path(url.toLocalFile())
    assert dragged.name == proof[0].name
    assert dragged.read_bytes() == proof[0].read_bytes()
    evidence = desk.session.detail(task).evidence[0].id
    place = tmp_path / "另存.pdf"
    desk.controllers.evidence.save_as(evidence, place)
    assert place.read_bytes() == proof[0].read_bytes()
    assert os.access(place, os.W_OK)
    assert "另存.pdf" in desk.status()
    desk.controllers.evidence.save_as(evidence, tmp_path / "没有" / "另存.pdf")
    box = desk.dialog(QMessageBox)
    assert "不存在" in box.text()
    box.close()


def test_what_can_be_done_with_a_file_is_in_its_menu(desk, proof):
    task = desk.select("（十一）")
    desk.controllers.evidence.attach([TaskRef(task)], proof[:1])
    tab = desk.panel.evidence_tab
    tab.choose(desk.session.detail(task).evidence[0].link_id)
    desk.panel.tabs.setCurrentIndex(2)
    menu = tab.menu()
    assert [action.text() for action in menu.actions()] == ["打开", "用于其他任务…", "另存为…", "移除"]
    menu.close()
    tab.list.setFocus()
    QTest.keyClick(tab.list, Qt.Key.Key_Delete)
    assert desk.session.rows[task].evidence == 0


def test_a_screenshot_in_the_clipboard_becomes_evidence(desk, qapp):
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    qapp.clipboard().setImage(picture)
    task = desk.select("（八）")
    desk.panel.evidence_tab.paste.click()
    (name,) = desk.session.rows[task].evidence_names
    assert name.startswith("截图") and name.endswith(".png")
    qapp.clipboard().clear()


def test_undo_and_redo_carry_the_name_of_the_command(desk):
    desk.select("（八）")
    desk.actions.tick.trigger()
    desk.select("（九）")
    desk.actions.set_status_suspended.trigger()
    assert desk.actions.undo.text() == "撤销 状态（九）改为暂缓"
    desk.actions.undo.trigger()
    assert desk.actions.undo.text() == "撤销 销号（八）"
    assert "暂缓" in desk.actions.redo.text()
    desk.actions.redo.trigger()
    assert desk.row("（九）").status is Status.SUSPENDED


def test_a_focused_text_field_takes_ctrl_z_before_the_ledger(desk):
    desk.select("（八）")
    desk.actions.tick.trigger()
    field = desk.window.search
    desk.window.activateWindow()
    field.setFocus()
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    assert desk.row("（八）").status is Status.CLOSED
    view = desk.list.view()
    desk.until(lambda: len(desk.list.shown()) == TASKS)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.row("（八）").status is Status.NOT_STARTED


def test_search_narrows_as_you_type_also_with_traditional_letters(desk):
    desk.window.search.insert("民情地圖")
    desk.until(lambda: 0 < len(desk.list.shown()) < TASKS)
    assert all("民情地图" in row.text + row.title + row.chapter for row in desk.list.shown())
    found = len(desk.list.shown())
    desk.window.search.insert(" 平台")
    desk.until(lambda: len(desk.list.shown()) < found)
    QTest.keyClick(desk.window.search, Qt.Key.Key_Escape)
    desk.until(lambda: len(desk.list.shown()) == TASKS)


def test_a_task_that_leaves_its_view_is_gone_from_the_list(desk):
    desk.window.navigation.select("overdue")
    before = [row.number for row in desk.list.shown()]
    assert "（十一）" in before
    desk.select("（十一）")
    desk.actions.tick.trigger()
    assert "（十一）" not in [row.number for row in desk.list.shown()]


def test_the_ledger_is_exported_and_read_back(desk, tmp_path):
    out = tmp_path / "台账.xlsx"
    desk.actions.export_ledger.trigger()
    dialog = desk.dialog(QFileDialog)
    dialog.fileSelected.emit(str(out))
    dialog.reject()
    result = desk.dialog(ExportResultDialog)
    assert result.path == out
    assert f"{TASKS}项" in result.message.text()
    book = load_workbook(out, read_only=True)
    text = "\n".join(str(cell) for row in book.worksheets[0].iter_rows(values_only=True) for cell in row)
    book.close()
    assert "推进“民情地图”平台建设" in text
    result.reject()


def test_a_removed_plan_comes_back_with_undo(desk):
    desk.select("（八）")
    desk.actions.tick.trigger()
    desk.actions.remove_plan.trigger()
    assert desk.window.is_empty()
    desk.actions.undo.trigger()
    assert not desk.window.is_empty()
    assert desk.row("（八）").status is Status.CLOSED
    assert len(desk.session.rows) == TASKS


def test_after_a_restart_all_is_as_it_was(qtbot, desk, folder, proof):
    desk.select("（八）")
    desk.actions.tick.trigger()
    drop(desk.panel, proof)
    before = {row.id: (row.status, row.percent, row.evidence_names) for row in desk.session.rows.values()}
    undo = desk.actions.undo.text()
    desk.close()
    again = Desk(qtbot, folder)
    assert {row.id: (row.status, row.percent, row.evidence_names) for row in again.session.rows.values()} == before
    assert again.actions.undo.text() == undo
    again.actions.undo.trigger()
    assert again.row("（八）").evidence == 0
    again.close()


def test_the_source_opens_at_the_task(desk):
    desk.select("（三十一）")
    desk.panel.sections.wording_head.link.click()
    dialog = desk.dialog(SourceDialog)
    desk.until(lambda: bool(dialog.text.extraSelections()))
    selections = dialog.text.extraSelections()
    marked = selections[0].cursor.selectedText()
    assert marked.replace("\u2029", "\n") == desk.session.detail(desk.task("（三十一）")).wording
    desk.until(lambda: dialog.text.verticalScrollBar().value() > 0)
    dialog.reject()


def test_a_second_program_is_kept_out_of_the_workspace(desk, folder):
    with pytest.raises(Refused, match="已在另一个窗口中打开"):
        claim_and_open(Claim(), folder, TODAY, by_default=False)
    with desk.qtbot.waitSignal(desk.controllers.claim.called, timeout=5000):
        assert raise_running(folder)


def test_another_workspace_takes_the_place_of_the_open_one(desk, tmp_path):
    desk.controllers.workspaces.open(tmp_path / "另一个台账")
    assert desk.window.is_empty()
    assert desk.controllers.desk.workspace.folder == tmp_path / "另一个台账"
    assert "另一个台账" in desk.status()


def test_a_whole_ledger_is_verified_without_findings(desk):
    desk.actions.verify.trigger()
    box = desk.dialog(QMessageBox)
    assert "台账完整" in box.text()
    box.close()


def test_a_check_of_the_ledger_that_is_cancelled_ends_without_an_answer(desk):
    desk.controllers.desk.worker.started.connect(lambda job: job.cancel())
    desk.actions.verify.trigger()
    desk.qtbot.waitUntil(lambda: "已取消" in desk.status(), timeout=10_000)
    assert not _visible(desk, QMessageBox)


def _visible(desk, kind):
    return [child for child in desk.window.findChildren(kind) if child.isVisible()]
