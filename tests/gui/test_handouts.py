"""下发, 交回情况 and 对应佐证 in the real window: counted before writing, written whole, urged, matched."""

import datetime as dt
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import docx
import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Status
from desktop_app.gui.dialogs.files_result import FilesResultDialog
from desktop_app.gui.dialogs.handout.dialog import HandoutDialog
from desktop_app.gui.dialogs.handout.named_files import NamedFilesDialog
from desktop_app.gui.dialogs.handout.returns import BACK, MONTHS, OWED, REPLACED, SETTLED, ReturnsDialog
from desktop_app.gui.dialogs.merge_review import MergeReviewDialog
from desktop_app.gui.dialogs.plain_cell import PADDING
from desktop_app.services import handout, merge, queries, tasks, urging
from tests.conftest import TODAY
from tests.gui.journey import Desk
from tests.gui.rounds import BUREAU, HOTLINE, make_round


@pytest.fixture
def round_(tmp_path):
    return make_round(tmp_path)


@pytest.fixture
def desk(qtbot, round_):
    opened = Desk(qtbot, round_.folder)
    yield opened
    opened.close()


@pytest.fixture
def ask(desk):
    return asked(desk)


def asked(desk):
    """The dialog with its count."""
    desk.actions.hand_out.trigger()
    dialog = desk.dialog(HandoutDialog)
    count(desk)
    return dialog


def count(desk):
    """Wait for the count that was asked for last."""
    desk.until(lambda: not desk.controllers.handouts._counter.busy)


@pytest.fixture
def workspace(desk):
    return desk.controllers.desk.workspace


def units(dialog):
    return [each.unit for each in dialog.units.chosen()]


def row(table, words):
    return next(at for at in range(table.items.rowCount()) if table.items.item(at, 0).text() == words)


def test_what_will_be_asked_is_counted_before_anything_is_written(ask, workspace):
    assert units(ask) == [BUREAU, HOTLINE, "市发展改革局", "市财政局"]
    assert ask.foot.note.text() == "4 个单位，4 份，5 行，35 格；上次 35 格，与上次相同"
    cells = [ask.units.table.items.item(0, at).text() for at in range(6)]
    assert cells == [BUREAU, "2", "2", "14", "10月18日 14 格", "14"]
    assert len(handout.returns(workspace)) == 4


def test_columns_of_former_handouts_give_their_room_to_names_while_there_was_none(desk, ask):
    from dataclasses import replace

    asks = ask.units.asks
    assert not ask.units.table.isColumnHidden(4) and not ask.units.table.isColumnHidden(5)
    ask.show_units([replace(each, last_on=None, month_cells=0) for each in asks])
    assert ask.units.table.isColumnHidden(4) and ask.units.table.isColumnHidden(5)


def test_only_what_is_open_or_changed_is_asked_unless_all_is_wanted(qtbot, round_):
    from desktop_app.services.workspace import open_workspace

    with open_workspace(round_.folder, TODAY) as workspace:
        tasks.tick(workspace, [round_.across])
    desk = Desk(qtbot, round_.folder)
    dialog = asked(desk)
    assert dialog.foot.note.text() == "4 个单位，4 份，4 行，28 格；上次 35 格，少 7 格；1 行已办结或无变化，不问"
    QTest.mouseClick(dialog.everything, Qt.MouseButton.LeftButton, pos=dialog.everything.rect().center() / 4)
    dialog.everything.setChecked(True)
    count(desk)
    assert dialog.foot.note.text().startswith("4 个单位，4 份，5 行，35 格")
    dialog.reject()
    desk.close()


def test_supporting_units_are_offered_when_wanted(desk, ask):
    ask.support.setChecked(True)
    assert (ask.foot.note.text(), ask.foot.primary.isEnabled()) == ("正在统计……", False)
    count(desk)
    assert "各县（市、区）人民政府" in [each.unit for each in ask.units.asks]
    ask.owners.setChecked(False)
    count(desk)
    assert BUREAU not in units(ask)
    ask.support.setChecked(False)
    assert (units(ask), ask.foot.note.text(), ask.foot.primary.isEnabled()) == ([], "未选择单位", False)


def test_what_is_no_single_unit_is_offered_with_the_reason_and_taken_only_when_wanted(desk, ask):
    ask.support.setChecked(True)
    count(desk)
    several = "各县（市、区）人民政府"
    at = [each.unit for each in ask.units.asks].index(several)
    assert several not in units(ask)
    assert ask.units.table.items.item(at, 0).text() == f"（多家）{several}"
    assert "须自行转发" in ask.units.table.items.item(at, 0).toolTip()
    assert ask.foot.note.text().endswith("；1 个不是单个单位，未选")
    QTest.mouseClick(ask.units.all, Qt.MouseButton.LeftButton)
    assert several in units(ask)
    assert ask.foot.note.text().endswith("；其中 1 个不是单个单位，须自行转发")


def test_units_are_chosen_by_search_all_none_and_by_keyboard(ask):
    QTest.mouseClick(ask.units.none, Qt.MouseButton.LeftButton)
    assert units(ask) == []
    ask.units.search.setText("财政")
    QTest.mouseClick(ask.units.all, Qt.MouseButton.LeftButton)
    ask.units.search.clear()
    assert units(ask) == ["市财政局"]
    ask.units.table.setCurrentIndex(ask.units.table.items.index(0, 0))
    chosen = units(ask)
    QTest.keyClick(ask.units.table, Qt.Key.Key_Space)
    assert units(ask) != chosen


def test_workbooks_are_written_with_the_terms_and_remembered(desk, ask, workspace, tmp_path):
    folder = tmp_path / "新文件夹"
    for field, words in (
        (ask.person, "王某"), (ask.phone, "0660-1234567"), (ask.note, "按月度口径填报。"), (ask.password, "a1"),
        (ask.folder, str(folder)),
    ):  # fmt: skip
        field.setText(words)
    QTest.keyClick(ask.units.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    result = desk.dialog(FilesResultDialog)
    assert result.message.text() == "已下发2021年10月第2批：4 份，5 行，35 格"
    assert sorted(path.parent for path in result.files) == [folder] * 4
    result.reject()
    desk.until(lambda: not desk.window.findChildren(HandoutDialog))
    book = openpyxl.load_workbook(result.files[0])
    text = "\n".join(str(cell.value) for line in book.worksheets[0].iter_rows(max_row=4) for cell in line if cell.value)
    assert "王某　0660-1234567" in text
    assert "5. 按月度口径填报。" in text
    assert book.worksheets[0].protection.password
    book.close()
    returned = handout.returns(workspace)[0]
    assert returned.due_on == TODAY + dt.timedelta(days=7)
    again = asked(desk)
    assert (again.person.text(), again.phone.text(), again.note.text()) == ("王某", "0660-1234567", "按月度口径填报。")
    assert (again.folder.text(), again.password.text()) == (str(folder), "")
    again.browse.click()
    chosen = again.findChild(QFileDialog)
    assert chosen.directory().absolutePath() == str(folder)
    chosen.fileSelected.emit(str(tmp_path))
    assert again.folder.text() == str(tmp_path)
    chosen.reject()
    again.reject()
    desk.actions.merge_returned.trigger()
    back = desk.dialog(QFileDialog)
    assert back.directory().absolutePath() == str(folder), "units send back beside what they were sent"
    back.reject()


def test_esc_throws_what_was_typed_away_only_when_it_is_pressed_again(ask):
    ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    QTest.keyClicks(ask.note, "0660")
    QTest.keyClick(ask.note, Qt.Key.Key_Escape)
    assert ask.isVisible()
    assert "再按一次 Esc" in ask.foot.note.text()
    QTest.keyClick(ask.note, Qt.Key.Key_Escape)
    assert not ask.isVisible()


def test_a_folder_that_cannot_be_written_is_said_and_the_dialog_stays(desk, ask, workspace, tmp_path):
    (tmp_path / "占用").write_text("文件")
    ask.person.setText("王某")
    ask.folder.setText(str(tmp_path / "占用" / "内"))
    QTest.mouseClick(ask.foot.primary, Qt.MouseButton.LeftButton)
    assert "不能使用" in ask.error.words.text()
    assert (ask.isVisible(), ask.person.text()) == (True, "王某")
    assert len(handout.returns(workspace)) == 4


def test_a_file_that_is_there_already_is_kept_and_that_is_said(desk, ask, tmp_path):
    folder = tmp_path / "有"
    folder.mkdir()
    there = folder / f"{HOTLINE}_2021年10月第2批.xlsx"
    there.write_bytes(b"old")
    ask.folder.setText(str(folder))
    QTest.mouseClick(ask.foot.primary, Qt.MouseButton.LeftButton)
    result = desk.dialog(FilesResultDialog)
    assert there.read_bytes() == b"old"
    assert "已有同名文件，另存为" in result.error.words.text()
    result.reject()


def test_one_undo_takes_the_batch_off_the_record(desk, ask, workspace, tmp_path):
    ask.folder.setText(str(tmp_path / "出"))
    QTest.mouseClick(ask.foot.primary, Qt.MouseButton.LeftButton)
    desk.dialog(FilesResultDialog).reject()
    assert len(handout.returns(workspace)) == 8
    desk.actions.undo.trigger()
    assert len(handout.returns(workspace)) == 4


@pytest.fixture
def late(qtbot, round_, monkeypatch):
    """The window ten days after the workbooks were due."""
    monkeypatch.setattr("tests.gui.journey.TODAY", TODAY + dt.timedelta(days=17))
    opened = Desk(qtbot, round_.folder)
    yield opened
    opened.close()


@pytest.fixture
def listed(late):
    late.actions.show_returns.trigger()
    return late.dialog(ReturnsDialog)


def tabs(listed):
    """The words of the tabs that are shown."""
    return [listed.tabs.tabText(at) for at in range(listed.tabs.count()) if listed.tabs.isTabVisible(at)]


def test_returns_that_are_neither_owed_nor_back_have_tabs_of_their_own(late, round_, tmp_path):
    workspace = late.controllers.desk.workspace
    merge.apply(workspace, merge.prepare(workspace, [round_.back[HOTLINE]]), receipts=())
    handout.make_handouts(workspace, tmp_path, units=[BUREAU])
    platform = next(row for row in queries.tasks(workspace) if row.parts)
    tasks.set_status(workspace, [TaskRef(platform.id, 1)], Status.DROPPED)
    late.actions.show_returns.trigger()
    listed = late.dialog(ReturnsDialog)
    assert tabs(listed) == ["未交 2", "已交 1", "已另发 1", "无须再交 1", "全部 5", "按月统计"]
    listed.tabs.setCurrentIndex(REPLACED)
    assert [listed.table.items.item(0, column).text() for column in (0, 1, 4, 5)] == [
        BUREAU, "2021年10月批次", "已另发新表", "",
    ]  # fmt: skip
    listed.tabs.setCurrentIndex(SETTLED)
    assert [listed.table.items.item(0, column).text() for column in (0, 4, 5)] == ["市发展改革局", "无须再交", ""]
    assert not listed.chosen() and not listed.urge.isEnabled()
    listed.reject()


def test_days_of_the_year_before_are_read_in_full(qtbot, round_, monkeypatch):
    monkeypatch.setattr("tests.gui.journey.TODAY", TODAY.replace(year=TODAY.year + 1))
    desk = Desk(qtbot, round_.folder)
    desk.actions.show_returns.trigger()
    listed = desk.dialog(ReturnsDialog)
    listed.resize(899, 472)
    QApplication.processEvents()
    for column, words in ((2, "2021年10月18日"), (3, "2021年10月25日")):
        assert listed.table.items.item(0, column).text() == words
        assert listed.table.columnWidth(column) >= listed.table.fontMetrics().horizontalAdvance(words) + 2 * PADDING
    assert listed.table.columnWidth(0) >= 150
    listed.reject()
    desk.close()


def test_who_owes_is_listed_with_how_late_it_is(listed):
    assert tabs(listed) == ["未交 4", "已交 0", "全部 4", "按月统计"]
    at = row(listed.table, BUREAU)
    cells = [listed.table.items.item(at, column).text() for column in range(9)]
    assert cells == [BUREAU, "2021年10月批次", "10月18日", "10月25日", "", "逾期10天", "2", "14", ""]
    assert listed.foot.note.text().startswith("欠交 4 份，其中逾期 4 份")
    listed.search.setText("信访")
    assert listed.table.items.rowCount() == 1
    listed.tabs.setCurrentIndex(MONTHS)
    assert [listed.per_month.items.item(0, column).text() for column in range(5)] == [
        HOTLINE, "2021年10月", "1", "1", "7",
    ]  # fmt: skip


def test_what_came_back_moves_to_the_other_tab(late, round_):
    workspace = late.controllers.desk.workspace
    merge.apply(workspace, merge.prepare(workspace, [round_.back[HOTLINE]]), receipts=())
    late.actions.show_returns.trigger()
    listed = late.dialog(ReturnsDialog)
    assert tabs(listed)[:3] == ["未交 3", "已交 1", "全部 4"]
    listed.tabs.setCurrentIndex(BACK)
    cells = [listed.table.items.item(0, column).text() for column in (0, 4, 5)]
    assert cells == [HOTLINE, "11月4日", "逾期10天"]
    assert not listed.urge.isEnabled()
    assert not listed.grab().isNull()
    listed.reject()


def test_letters_urge_the_selected_units_and_are_counted(late, listed, tmp_path):
    workspace = late.controllers.desk.workspace
    listed.table.clearSelection()
    for unit in (BUREAU, "市财政局"):
        listed.table.selectionModel().select(
            listed.table.items.index(row(listed.table, unit), 0),
            listed.table.selectionModel().SelectionFlag.Select | listed.table.selectionModel().SelectionFlag.Rows,
        )
    QTest.mouseClick(listed.urge, Qt.MouseButton.LeftButton)
    dialog = late.dialog(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "函"))
    dialog.close()
    result = late.dialog(FilesResultDialog)
    assert sorted(path.name for path in result.files) == [f"{BUREAU}_催办函.docx", "市财政局_催办函.docx"]
    words = "\n".join(paragraph.text for paragraph in docx.Document(str(result.files[0])).paragraphs)
    assert "未交的填报表" in words
    assert "以原文件返回" in words
    result.reject()
    day = TODAY + dt.timedelta(days=17)
    assert set(urging.days(workspace, before=day + dt.timedelta(days=1))) == {BUREAU, "市财政局"}
    listed.reject()


def test_taking_a_file_in_is_offered_from_the_list(late, listed, round_):
    assert listed.tabs.currentIndex() == OWED
    QTest.mouseClick(listed.foot.primary, Qt.MouseButton.LeftButton)
    dialog = late.dialog(QFileDialog)
    dialog.filesSelected.emit([str(round_.back[HOTLINE])])
    dialog.close()
    late.dialog(MergeReviewDialog).reject()


def test_nothing_handed_out_yet_is_said(qtbot, tmp_path):
    from desktop_app.services.plans import import_plan
    from desktop_app.services.workspace import open_workspace
    from tests.gui.journey import PLAN

    with open_workspace(tmp_path / "新台账", TODAY) as workspace:
        import_plan(workspace, PLAN)
    desk = Desk(qtbot, tmp_path / "新台账")
    desk.actions.show_returns.trigger()
    assert desk.status() == "尚未下发过填报表"
    desk.actions.match_evidence.trigger()
    assert desk.status() == "单位填报的佐证名称均已有对应文件"
    desk.close()


def test_named_material_is_found_in_a_folder_and_attached(desk, workspace, round_, tmp_path):
    from desktop_app.domain.merging import Choice

    merge.apply(workspace, merge.prepare(workspace, [round_.back[BUREAU]]), prefer=Choice.OURS, receipts=())
    folder = tmp_path / "材料"
    folder.mkdir()
    (folder / "事项清单.xlsx").write_bytes(b"1")
    desk.actions.match_evidence.trigger()
    dialog = desk.dialog(NamedFilesDialog)
    assert dialog.foot.note.text() == "填报名称 1 个，找到 0 个，待补 1 个；将附上 0 个文件"
    assert not dialog.foot.primary.isEnabled()
    dialog.look_in(tmp_path / "没有")
    assert "重新选择" in dialog.error.words.text()
    dialog.look_in(folder)
    assert dialog.foot.note.text() == "填报名称 1 个，找到 1 个，待补 0 个；将附上 1 个文件"
    QTest.keyClick(dialog.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == f"1.推进跨市通办\t{BUREAU}\t事项清单\t事项清单.xlsx\t名称一致"
    QTest.mouseClick(dialog.foot.primary, Qt.MouseButton.LeftButton)
    desk.until(lambda: not desk.window.findChildren(NamedFilesDialog))
    assert [each.name for each in queries.detail(workspace, round_.across.task).evidence] == ["事项清单.xlsx"]


def test_a_name_without_a_file_takes_one_by_hand(desk, workspace, round_, tmp_path):
    from desktop_app.domain.merging import Choice

    merge.apply(workspace, merge.prepare(workspace, [round_.back[BUREAU]]), prefer=Choice.OURS, receipts=())
    (tmp_path / "别的.pdf").write_bytes(b"1")
    desk.actions.match_evidence.trigger()
    dialog = desk.dialog(NamedFilesDialog)
    dialog.take_file(0, [tmp_path / "别的.pdf"])
    assert dialog.chosen() == [(round_.across, tmp_path / "别的.pdf")]
    dialog.reject()
