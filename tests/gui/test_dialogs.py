"""Dialogs ask for what the record must hold, keep what was typed, and say in a sentence what is missing."""

import dataclasses
import datetime as dt
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QDialog

from desktop_app.domain.task import Due
from desktop_app.gui.actions import Actions
from desktop_app.gui.dialogs.about import AboutDialog, ShortcutsDialog
from desktop_app.gui.dialogs.export_result import ExportResultDialog
from desktop_app.gui.dialogs.extension import ExtensionDialog
from desktop_app.gui.dialogs.plan_choice import PlanChoiceDialog
from desktop_app.gui.dialogs.progress_entry import ProgressDialog
from desktop_app.gui.dialogs.reading import ReadingDialog
from desktop_app.gui.dialogs.reason import ReasonDialog
from desktop_app.gui.dialogs.report.period_field import HALF, MONTH, QUARTER, YEAR, periods
from desktop_app.gui.dialogs.room import open_at
from desktop_app.gui.icons import app_icon
from tests.gui.sample_detail import TODAY, detail_in_parts


@pytest.fixture
def opened(qtbot):
    """Shows a dialog and keeps it until the test is over."""

    def show(dialog):
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return show


def test_progress_without_text_keeps_the_dialog_with_a_red_frame_and_a_sentence(theme, opened):
    dialog = opened(ProgressDialog(theme, "（十一）", 60, TODAY))
    dialog.problems.setPlainText("接口未开放")
    QTest.keyClick(dialog.problems, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    assert dialog.text.property("wrong")
    assert dialog.error.words.text() == "进展情况未填写。写明做了什么，再保存"
    assert dialog.problems.toPlainText() == "接口未开放"


def test_progress_is_saved_with_ctrl_enter_from_any_field(theme, opened):
    dialog = opened(ProgressDialog(theme, "（十一）", 60, TODAY, "市政数局"))
    dialog.text.setPlainText(" 完成验收 \n")
    QTest.keyClick(dialog.next_step, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    entry = dialog.entry()
    assert (entry.text, entry.percent, entry.reporter, entry.on) == ("完成验收", None, "市政数局", TODAY)


def test_a_field_that_was_mended_loses_its_red_frame(theme, opened):
    dialog = opened(ExtensionDialog(theme, "（十一）", Due(TODAY, TODAY), TODAY))
    dialog.accept()
    assert dialog.basis.property("wrong")
    dialog.basis.setPlainText("会议纪要")
    dialog.day.setDate(dialog.day.date().addYears(-1))
    dialog.accept()
    assert not dialog.basis.property("wrong")
    assert dialog.day.property("wrong")
    assert "须晚于现时限2021-10-18" in dialog.error.words.text()


@pytest.mark.parametrize(
    ("due", "proposed"),
    [
        (dt.date(2021, 9, 30), dt.date(2021, 11, 30)),
        (dt.date(2021, 12, 31), dt.date(2022, 1, 31)),
        (dt.date(2021, 11, 30), dt.date(2021, 12, 31)),
    ],
)
def test_an_extension_proposes_the_end_of_the_next_month(theme, opened, due, proposed):
    assert opened(ExtensionDialog(theme, "（十一）", Due(due, due), TODAY)).date() == proposed


def test_progress_and_readings_cannot_be_dated_in_the_future(theme, opened):
    dialog = opened(ProgressDialog(theme, "（十一）", 60, TODAY))
    assert dialog.day.maximumDate().toPython() == TODAY


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("26", 26),
        ("1.4万", 14000),
        ("1,400", 1400),
        ("95%", 95),
        ("0.5亿", 5e7),
        ("", None),
        ("多", None),
        ("nan", None),
    ],
)
def test_readings_are_numbers_as_officers_write_them(theme, opened, typed, value):
    targets = detail_in_parts().row.targets
    dialog = opened(ReadingDialog(theme, "（三十一）", targets, targets[1].id, TODAY))
    dialog.value.setText(typed)
    assert dialog.number() == value
    assert dialog.target_id() == targets[1].id


def test_another_target_shows_its_own_goal(theme, opened):
    targets = detail_in_parts().row.targets
    dialog = opened(ReadingDialog(theme, "（三十一）", targets, targets[0].id, TODAY))
    dialog.target.setCurrentIndex(2)
    assert dialog.goal.text().startswith("不少于1000TB，上次760")


def test_a_goal_of_seven_digits_is_shown_with_every_digit(theme, opened):
    target = dataclasses.replace(detail_in_parts().row.targets[0], value=1234567.0, readings=())
    dialog = opened(ReadingDialog(theme, "（三十一）", [target], target.id, TODAY))
    assert "1234567" in dialog.goal.text()


def test_a_reading_is_saved_with_enter_and_left_with_enter_on_cancel(theme, opened):
    targets = detail_in_parts().row.targets
    saved = opened(ReadingDialog(theme, "（三十一）", targets, targets[0].id, TODAY))
    saved.value.setText("26")
    with_enter = QSignalSpy(saved.accepted)
    QTest.keyClick(saved.value, Qt.Key.Key_Return)
    assert with_enter.count() == 1
    left = opened(ReadingDialog(theme, "（三十一）", targets, targets[0].id, TODAY))
    left.value.setText("26")
    without = QSignalSpy(left.accepted)
    left.foot.secondary.setFocus()
    QTest.keyClick(left.foot.secondary, Qt.Key.Key_Return)
    assert without.count() == 0


def test_enter_in_a_line_of_a_form_with_a_long_text_does_not_send_it(theme, opened):
    dialog = opened(ProgressDialog(theme, "（十一）", 60, TODAY))
    dialog.text.setPlainText("已完成前期调研")
    sent = QSignalSpy(dialog.accepted)
    QTest.keyClick(dialog.reporter, Qt.Key.Key_Return)
    assert sent.count() == 0


def test_a_reason_can_be_taken_with_enter(theme, opened):
    dialog = opened(ReasonDialog(theme, "退回", "（八）", ["操作有误", "佐证不足"], "退回"))
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.text() == "操作有误"


def test_periods_go_back_from_the_present_one():
    today = dt.date(2021, 2, 10)
    assert periods(MONTH, today)[:3] == ["2021-02", "2021-01", "2020-12"]
    assert periods(QUARTER, today)[:2] == ["2021-Q1", "2020-Q4"]
    assert periods(HALF, today)[:2] == ["2021-H1", "2020-H2"]
    assert periods(YEAR, today)[:2] == ["2021", "2020"]
    assert periods("now", today) == []


def test_one_plan_needs_no_choice_of_all(theme, opened):
    from desktop_app.domain.ledger import PlanRow

    row = PlanRow(7, "工作要点", None, None, None, "a.txt", 3, 0, dt.datetime(2021, 6, 10))
    dialog = opened(PlanChoiceDialog(theme, "导出台账", "", [row], None))
    assert dialog.plan.count() == 1
    assert dialog.plan_id() == 7


def test_an_export_says_what_was_written_and_opens_it(theme, opened, tmp_path, monkeypatch):
    opened_urls = []
    monkeypatch.setattr(
        "desktop_app.gui.dialogs.export_result.QDesktopServices.openUrl",
        lambda url: opened_urls.append(url.toLocalFile()),
    )
    path = tmp_path / "台账.xlsx"
    dialog = opened(ExportResultDialog(theme, path, "已导出台账“台账.xlsx”，共50项任务。"))
    assert "50项" in dialog.message.text()
    dialog.folder.click()
    dialog.open_file.click()
    assert opened_urls == [str(tmp_path), str(path)]


def test_shortcuts_are_read_from_the_actions(theme, opened):
    actions = Actions(theme)
    dialog = opened(ShortcutsDialog(theme, actions.findChildren(QAction)))
    from PySide6.QtWidgets import QLabel

    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Ctrl+Z" in words
    assert not any("&" in word for word in words)


def test_about_names_version_and_place(theme, opened):
    from PySide6.QtWidgets import QLabel

    from desktop_app import __version__

    dialog = opened(AboutDialog(theme, app_icon(), "/文档/销号台账"))
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert __version__ in words and "/文档/销号台账" in words and "Mulan PSL v2" in words


def test_a_dialog_opens_within_the_screen_with_its_title_bar(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    room = dialog.screen().availableSize()
    open_at(dialog, 5000, 4000)
    assert dialog.width() < room.width() and dialog.height() <= room.height() - 32
    open_at(dialog, 300, 200)
    assert (dialog.width(), dialog.height()) == (300, 200)


def test_esc_throws_a_text_away_only_when_it_is_pressed_again(theme, opened):
    dialog = opened(ProgressDialog(theme, "（十一）", 60, TODAY))
    QTest.keyClicks(dialog.text, "typed at length")
    QTest.keyClick(dialog.text, Qt.Key.Key_Escape)
    assert dialog.isVisible() and dialog.text.toPlainText() == "typed at length"
    assert dialog.foot.note.text() == "所填内容尚未保存，再按一次 Esc 放弃"
    QTest.keyClick(dialog.text, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    untouched = opened(ProgressDialog(theme, "（十一）", 60, TODAY))
    QTest.keyClick(untouched.text, Qt.Key.Key_Escape)
    assert not untouched.isVisible()


def test_whole_numbers_are_seen_in_their_fields(theme, opened):
    """Fields without buttons have no room for their number under a style sheet."""
    from PySide6.QtWidgets import QLineEdit, QSpinBox

    from desktop_app.gui.dialogs.report.print_dialog import PrintDialog

    parent = opened(AboutDialog(theme, app_icon(), ""))
    print_dialog = opened(PrintDialog(theme, "报告", ["甲"], "甲", 3, 1, parent))
    progress = opened(ProgressDialog(theme, "（八）", 70, TODAY, ""))
    for field in (*print_dialog.findChildren(QSpinBox), *progress.findChildren(QSpinBox)):
        assert field.findChild(QLineEdit).width() > field.width() / 2


def test_a_column_gives_its_words_room_while_another_has_some_to_spare(theme, qtbot):
    from desktop_app.gui.dialogs.plain_table import PlainTable

    table = PlainTable(theme, ["单位", "任务"], (100, 0))
    qtbot.addWidget(table)
    table.resize(600, 200)
    table.set_rows([["市政务服务数据局", "建平台"]])
    measure = table.fontMetrics()
    assert table.columnWidth(0) > measure.horizontalAdvance("市政务服务数据局")
    table.set_rows([["市政务服务数据管理局及其所属事业单位", "建平台"]])
    assert table.columnWidth(0) == 150, "a long name leaves the others their room"
