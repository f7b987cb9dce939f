"""What was put right before storing is what the ledger holds, and the corrections stay with the plan."""

import json
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.domain.corrections import replay
from desktop_app.domain.plan import Kind, Role
from desktop_app.gui.dialogs.import_review import ImportReviewDialog
from desktop_app.services.plans import export_corrections
from tests.gui.journey import PLAN, PLANS, Desk

TASKS = 50


@pytest.fixture
def desk(qtbot, tmp_path):
    opened = Desk(qtbot, tmp_path / "销号台账")
    yield opened
    opened.close()


def node(review, number):
    return next(entry for entry in review.plan.nodes if entry.number == number)


def shown(desk):
    return [review for review in desk.window.findChildren(ImportReviewDialog) if review.isVisible()]


def press(review, key):
    QTest.keyClick(review.focusWidget() or review, key)
    QApplication.processEvents()


def select(review, words, *, only_cursor=False):
    review.source.setFocus()
    place = review.plan.text.index(words)
    cursor = review.source.textCursor()
    cursor.setPosition(place)
    cursor.setPosition(place if only_cursor else place + len(words), cursor.MoveMode.KeepAnchor)
    review.source.setTextCursor(cursor)


def correct(review):
    """A kind, a cut, two that become one, and a unit that was missed."""
    select(review, "（八）", only_cursor=True)
    press(review, Qt.Key.Key_3)
    select(review, "6月份完成全市推广", only_cursor=True)
    press(review, Qt.Key.Key_8)
    select(review, "（十二）", only_cursor=True)
    press(review, Qt.Key.Key_9)
    select(review, "海丰县黄羌镇")
    press(review, Qt.Key.Key_5)


def test_stored_tasks_are_the_corrected_ones(desk):
    desk.controllers.plans.import_files([PLAN])
    review = desk.dialog(ImportReviewDialog)
    review.activateWindow()
    parsed = review.plan
    correct(review)
    assert len(review.corrections) == 4
    for _ in range(4):
        QTest.keyClick(review, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert review.plan is parsed
    for _ in range(4):
        QTest.keyClick(review, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    corrected = review.plan
    assert review.foot.primary.text() == f"存入台账（{TASKS - 1} 项任务）"
    review.foot.primary.click()
    desk.until(lambda: bool(desk.session.plans))
    rows = desk.session.rows
    assert len(rows) == TASKS - 1
    assert [row.text for row in rows.values()] == [task.text for task in corrected.tasks]
    assert "（八）" not in {row.number for row in rows.values()}
    assert next(n for n in corrected.nodes if n.number == "（八）").kind is Kind.CONTEXT
    added = {(fact.role, fact.name) for fact in desk.row("（十五）").assignments}
    assert (Role.RESPONSIBLE, "海丰县黄羌镇") in added
    assert len(desk.row("（十一）").parts) == 2
    assert "更正 4 处" in desk.status()
    assert f"任务 {TASKS - 1} 项" in desk.status()


def test_corrections_are_kept_with_the_plan_and_replay_to_what_is_stored(desk, tmp_path):
    desk.controllers.plans.import_files([PLAN])
    review = desk.dialog(ImportReviewDialog)
    parsed = review.plan
    correct(review)
    corrected = review.plan
    review.accept()
    desk.until(lambda: bool(desk.session.plans))
    plan_id = next(iter(desk.session.plans)).id
    file = export_corrections(desk.controllers.desk.workspace, plan_id, tmp_path / "更正.json")
    again = replay(parsed, json.loads(file.read_text(encoding="utf-8")))
    assert (again.plan, again.unfit) == (corrected, ())


def test_several_files_are_reviewed_one_after_another(desk):
    desk.controllers.plans.import_files([PLAN, PLANS / "003_d1666e1570234470.txt"])
    first = desk.dialog(ImportReviewDialog)
    assert "第1份，共2份" in first.windowTitle()
    first.reject()
    desk.until(lambda: any("第2份" in review.windowTitle() for review in shown(desk)))
    second = shown(desk)[0]
    assert "第2份，共2份" in second.windowTitle()
    second.reject()
    assert not desk.session.plans
