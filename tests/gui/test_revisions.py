"""A newer version is reviewed before it is applied; clauses and units are dealt with from the menus."""

import datetime as dt
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop_app.domain.corrections import NodeRef, SetTitle
from desktop_app.domain.differences import Edit, differences
from desktop_app.domain.ledger import RuleRow, UnitRow
from desktop_app.domain.plan import Role, RuleScope, Span
from desktop_app.domain.revision import Change, RevisedTask
from desktop_app.domain.task import Status
from desktop_app.domain.unit_names import suggest
from desktop_app.gui.dialogs.difference_view import DifferenceView
from desktop_app.gui.dialogs.import_review import ImportReviewDialog
from desktop_app.gui.dialogs.merge_units import MergeUnitsDialog
from desktop_app.gui.dialogs.plan_rules import PlanRulesDialog
from desktop_app.gui.dialogs.revise_review import ReviseReviewDialog
from desktop_app.gui.dialogs.revised_rows import RECORD, TASK_ROLE
from desktop_app.services import plans
from tests.gui.journey import Desk
from tests.plan_by_hand import build_full_plan
from tests.versions import Wanted, make_plan, save, task

OLD, NEW = "推动100个事项跨市通办，年底前完成。", "推动200个高频事项跨市通办，年底前完成。"
TASKS = (
    RevisedTask(Change.NEW, None, "5.", "设立综合窗口", "一、服务", "", "在镇街设立综合窗口。"),
    RevisedTask(
        Change.CHANGED,
        4,
        "1.",
        "推进跨市通办",
        "一、服务",
        OLD,
        NEW,
        differences(OLD, NEW),
        "1.",
        status=Status.CLOSED,
    ),
    RevisedTask(Change.GONE, 5, "2.", "完善热线", "一、服务", "完成热线归并。", "", status=Status.IN_PROGRESS),
    RevisedTask(
        Change.CHANGED,
        6,
        "3.",
        "建设平台",
        "二、底座",
        "建成平台。",
        "建成并用好平台。",
        differences("建成平台。", "建成并用好平台。"),
        status=Status.CLOSED,
    ),
)


@pytest.fixture
def opened(qtbot):
    def show(dialog):
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.open()
        QApplication.processEvents()
        return dialog

    return show


@pytest.fixture
def review(theme, opened):
    return opened(ReviseReviewDialog(theme, "工作要点", "新版.txt", TASKS, 12, ("核对是否选错文件",)))


def test_what_asks_for_attention_stands_first_and_all_is_counted(review):
    groups = [review.model.index(row, 0).data() for row in range(review.model.rowCount())]
    assert [group[:6] for group in groups] == ["变更 2 项", "新增 1 项", "删除 1 项"]
    assert review.counts.text() == "变更 2 项　新增 1 项　删除 1 项　未变 12 项"
    assert review.warning.words.text() == "核对是否选错文件"
    assert review.tree.currentIndex().data(TASK_ROLE).task == 4


def test_both_wordings_are_shown_with_their_differences(review):
    assert review.before.toPlainText() == OLD
    assert review.after.toPlainText() == NEW
    assert [OLD[start:end] for start, end in review.before.ranges] == ["100个"]
    assert [NEW[start:end] for start, end in review.after.ranges] == ["200个高频"]


def test_a_task_that_went_has_no_new_wording(review):
    gone = review.model.index(0, 0, review.model.index(2, 0))
    review.tree.setCurrentIndex(gone)
    assert (review.before.toPlainText(), review.after.toPlainText()) == ("完成热线归并。", "")
    assert gone.siblingAtColumn(RECORD).data() == "不再适用"


def test_choices_are_made_with_keys(review):
    assert review.kept() == frozenset()
    QTest.keyClick(review.tree, Qt.Key.Key_2)
    assert review.kept() == {4}
    QTest.keyClick(review.tree, Qt.Key.Key_F8)
    QTest.keyClick(review.tree, Qt.Key.Key_Space)
    assert review.kept() == {4, 6}
    QTest.keyClick(review.tree, Qt.Key.Key_1)
    assert review.kept() == {4}
    QTest.keyClick(review.tree, Qt.Key.Key_F8)
    assert review.tree.currentIndex().data(TASK_ROLE).task == 4


def test_choices_are_made_with_the_mouse_and_all_at_once(review):
    cell = review.tree.visualRect(review.model.asking()[0])
    QTest.mouseClick(review.tree.viewport(), Qt.MouseButton.LeftButton, pos=cell.center() + QPoint(30, 0))
    assert review.kept() == {4}
    QTest.mouseClick(review.keep_all, Qt.MouseButton.LeftButton)
    assert review.kept() == {4, 6}
    assert review.keep_all.text() == "全部改为待核"
    QTest.mouseClick(review.keep_all, Qt.MouseButton.LeftButton)
    assert review.kept() == frozenset()


def test_the_review_is_applied_with_ctrl_enter_and_left_with_escape(theme, opened, review):
    QTest.keyClick(review.tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert review.result() == ReviseReviewDialog.DialogCode.Accepted
    other = opened(ReviseReviewDialog(theme, "工作要点", "新版.txt", TASKS[:1], 0))
    assert not other.keep_all.isVisible()
    QTest.keyClick(other.tree, Qt.Key.Key_Escape)
    assert other.result() == ReviseReviewDialog.DialogCode.Rejected


def test_underlines_follow_the_words_over_several_lines(theme, qtbot):
    view = DifferenceView(theme)
    qtbot.addWidget(view)
    view.resize(120, 200)
    view.show()
    view.show_side(differences("建成。", "建成并接入三十个部门的全部业务系统和数据。"), Edit.ADDED)
    ((start, end),) = view.ranges
    lines = list(view._lines(start, end))
    assert len(lines) > 1
    assert all(line.width() > 0 and line.height() == 2 for line in lines)
    assert len({line.top() for line in lines}) == len(lines)
    assert not view.grab().isNull()


def rule(number, tasks, applied=None):
    return RuleRow(
        number,
        1,
        RuleScope.UNITS_EVERYWHERE,
        "各县（市、区）均为责任单位",
        Span(0, 3),
        ("各县（市、区）",),
        Role.RESPONSIBLE,
        None,
        applied,
        tasks,
    )


def test_a_clause_is_applied_once_and_says_so(theme, opened):
    dialog = opened(PlanRulesDialog(theme, "工作要点", [rule(7, (1, 2))]))
    chosen = []
    dialog.apply_chosen.connect(chosen.append)
    QTest.mouseClick(dialog.foot.primary, Qt.MouseButton.LeftButton)
    assert chosen == [7]
    dialog.set_rules([rule(7, (), dt.date(2021, 10, 18))])
    assert not dialog.foot.primary.isEnabled()
    assert dialog.foot.note.text() == "有关任务均已写明，无需套用"
    assert dialog.table.items.item(0, 3).text() == "2021-10-18"


def test_a_plan_without_clauses_says_so(theme, opened):
    dialog = opened(PlanRulesDialog(theme, "工作要点", []))
    assert "没有适用于多项任务的条款" in dialog.note.text()
    assert not dialog.foot.primary.isEnabled()


UNITS = [
    UnitRow(1, "市财政局", (), 9),
    UnitRow(2, "市政数局", (), 5),
    UnitRow(3, "市政务服务数据管理局", ("市政务数据局",), 3),
]


def test_a_suggestion_selects_its_units_and_is_merged(theme, opened):
    dialog = opened(MergeUnitsDialog(theme, UNITS, suggest(UNITS)))
    chosen = []
    dialog.merge_chosen.connect(lambda keep, others: chosen.append((keep, others)))
    assert dialog.keep.currentText() == "市政务服务数据管理局"
    QTest.mouseClick(dialog.foot.primary, Qt.MouseButton.LeftButton)
    assert chosen == [(3, [2])]


def test_any_units_can_be_chosen_and_found_by_another_name(theme, opened):
    dialog = opened(MergeUnitsDialog(theme, UNITS, []))
    assert not dialog.foot.primary.isEnabled()
    dialog.search.setText("政务数据")
    assert [dialog.all.isRowHidden(row) for row in range(3)] == [True, True, False]
    dialog.search.clear()
    dialog.all.selectAll()
    assert [dialog.keep.itemText(row) for row in range(3)] == ["市财政局", "市政数局", "市政务服务数据管理局"]
    chosen = []
    dialog.merge_chosen.connect(lambda keep, others: chosen.append((keep, others)))
    dialog.keep.setCurrentIndex(2)
    QTest.mouseClick(dialog.foot.primary, Qt.MouseButton.LeftButton)
    assert chosen == [(3, [1, 2])]


def chapters(*wanted: Wanted):
    return [("主要任务", wanted)]


FIRST = chapters(task("推进跨市通办", unit="市政数局"), task("完善服务热线", unit="市政务服务数据管理局"))
SECOND = chapters(task("推进跨市通办", "做好推进跨市通办和跨省通办", unit="市政数局"), task("设立综合窗口"))


@pytest.fixture
def desk(qtbot, workspace, tmp_path):
    plan = make_plan(FIRST)
    plans.store_plan(workspace, plan, save(plan, tmp_path))
    workspace.close()
    desk = Desk(qtbot, workspace.folder)
    yield desk
    desk.close()


def newer(desk, tmp_path, monkeypatch):
    """Read the second version as the menu does; the reader's part is done by hand."""
    plan = make_plan(SECOND)
    file = tmp_path / "新版.txt"
    file.write_text(plan.original, encoding="utf-8")
    monkeypatch.setattr("desktop_app.ingest.plan_of", lambda document, progress: plan)
    desk.controllers.revisions.read(desk.session.plans[0].id, file)


def test_a_newer_version_is_reviewed_applied_and_undone_in_the_window(desk, tmp_path, monkeypatch):
    desk.select("1.")
    desk.actions.tick.trigger()
    newer(desk, tmp_path, monkeypatch)
    corrected = desk.dialog(ImportReviewDialog)
    assert corrected.foot.primary.text() == "比较版本（2 项任务）"
    corrected.bench.do(SetTitle(NodeRef.of(corrected.plan.tasks[-1]), "设立便民窗口"))
    corrected.foot.primary.click()
    review = desk.dialog(ReviseReviewDialog)
    assert review.counts.text() == "变更 1 项　新增 1 项　删除 1 项　未变 0 项"
    QTest.keyClick(review.tree, Qt.Key.Key_2)
    review.foot.primary.click()
    desk.until(lambda: len(desk.session.rows) == 3)
    assert "已更新版本：新增1项" in desk.status()
    states = {row.title: row.status for row in desk.session.rows.values()}
    assert states == {
        "推进跨市通办": Status.CLOSED,
        "设立便民窗口": Status.NOT_STARTED,
        "完善服务热线": Status.DROPPED,
    }
    out = plans.export_corrections(desk.session.workspace, desk.session.plans[0].id, tmp_path / "更正.json")
    assert "设立便民窗口" in out.read_text(encoding="utf-8")
    assert desk.actions.undo.text() == "撤销 更新《工作要点》版本"
    desk.actions.undo.trigger()
    assert [row.title for row in desk.session.rows.values()] == ["推进跨市通办", "完善服务热线"]


def test_the_same_version_is_said_to_be_the_same(desk, tmp_path, monkeypatch):
    plan = make_plan(FIRST)
    monkeypatch.setattr("desktop_app.ingest.plan_of", lambda document, progress: plan)
    desk.controllers.revisions.read(desk.session.plans[0].id, save(plan, tmp_path))
    box = desk.dialog(QMessageBox)
    assert "未作更改" in box.text()
    box.close()


def test_units_are_merged_from_the_menu(desk):
    desk.actions.merge_units.trigger()
    dialog = desk.dialog(MergeUnitsDialog)
    dialog.foot.primary.click()
    assert {row.units() for row in desk.session.rows.values()} == {("市政务服务数据管理局",)}
    assert dialog.suggested.items.rowCount() == 0
    assert not dialog.suggested.isVisible(), "no room is left for what is not there"
    assert dialog.all.items.rowCount() == 1
    dialog.close()


def test_clauses_are_applied_from_the_menu(qtbot, workspace, source):
    plans.store_plan(workspace, build_full_plan(), source)
    workspace.close()
    desk = Desk(qtbot, workspace.folder)
    desk.actions.plan_rules.trigger()
    dialog = desk.dialog(PlanRulesDialog)
    assert dialog.table.items.item(0, 2).text() == "4 项"
    dialog.foot.primary.click()
    assert dialog.table.items.item(0, 2).text() == "无"
    assert all("各县（市、区）人民政府" in row.units() for row in desk.session.rows.values())
    dialog.close()
    desk.close()
