"""Work that is waited for runs beside the window: painted, shielded from input, never begun twice, ended with one answer."""

import os
import threading

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import BadInput, Cancelled
from desktop_app.gui.controllers.long_work import PATIENCE
from desktop_app.gui.controllers.waiting import Waiting
from desktop_app.gui.dialogs.waiting import WaitingDialog


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def waiting(window):
    made = Waiting(window)
    yield made
    made.stop()


def shield(window):
    return next((each for each in window.findChildren(WaitingDialog) if each.isVisible()), None)


def test_the_answer_comes_from_another_thread_while_the_window_turns(waiting, window):
    turned, free = [], threading.Event()
    QTimer.singleShot(20, lambda: (turned.append(True), free.set()))

    def work(_):
        assert free.wait(10), "the window stood still"
        return threading.get_ident()

    assert waiting.do("正在存入", work) != threading.get_ident()
    assert turned
    assert shield(window) is None


def test_an_error_is_raised_where_it_is_waited_for(waiting):
    def work(_):
        raise BadInput("文件为空")

    with pytest.raises(BadInput, match="文件为空"):
        waiting.do("正在存入", work)


def test_a_shield_that_no_key_closes_stands_before_long_work(waiting, window):
    seen, free = [], threading.Event()

    def look():
        dialog = shield(window)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        dialog.close()
        seen.append((dialog.isVisible(), dialog.label.text(), dialog.stop.isVisible(), dialog.windowModality()))
        free.set()

    QTimer.singleShot(PATIENCE + 100, look)
    assert waiting.do("正在合并", lambda _: free.wait(10))
    assert seen == [(True, "正在合并", False, Qt.WindowModality.ApplicationModal)]
    assert shield(window) is None


def test_work_that_may_stop_stops_at_its_next_report(waiting, window):
    def press():
        dialog = shield(window)
        QTest.mouseClick(dialog.stop, Qt.MouseButton.LeftButton)
        assert (dialog.isVisible(), dialog.label.text(), dialog.stop.isEnabled()) == (True, "正在取消……", False)

    def work(progress):
        for step in range(1_000):
            progress(step, 1_000)
            threading.Event().wait(0.01)

    QTimer.singleShot(PATIENCE + 100, press)
    with pytest.raises(Cancelled):
        waiting.do("正在生成填报表", work, may_stop=True)
    assert shield(window) is None


def test_how_much_is_done_is_counted(waiting, window):
    seen = []

    def work(progress):
        progress(1, 4)
        threading.Event().wait((PATIENCE + 300) / 1000)
        progress(2, 4)
        threading.Event().wait(0.3)

    QTimer.singleShot(PATIENCE + 450, lambda: seen.append((shield(window).bar.value(), shield(window).bar.maximum())))
    waiting.do("正在存入佐证", work)
    assert seen == [(500, 1000)]


def test_what_is_still_under_way_when_the_workspace_is_left_gives_no_answer(waiting):
    QTimer.singleShot(20, waiting.stop)
    with pytest.raises(Cancelled):
        waiting.do("正在合并", lambda _: threading.Event().wait(0.2))


def test_work_begun_by_an_answer_that_arrives_meanwhile_waits_its_turn(waiting):
    order = []

    def first(_):
        threading.Event().wait(0.1)
        order.append("first")

    QTimer.singleShot(20, lambda: waiting.do("正在登记", lambda _: order.append("second")))
    waiting.do("正在存入", first)
    assert order == ["first", "second"]
