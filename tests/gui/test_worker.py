"""Long work runs beside the window, counts itself, can be stopped, and always ends with exactly one answer."""

import os
import threading

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget

from desktop_app.domain.errors import BadInput, Cancelled
from desktop_app.gui.controllers.long_work import LongWork, counted
from desktop_app.gui.worker import Worker


@pytest.fixture
def worker(qapp):
    made = Worker()
    yield made
    made.stop()


def test_work_runs_on_another_thread_and_answers_on_the_main_one(qtbot, worker):
    main, threads = threading.get_ident(), []

    def work(progress):
        threads.append(threading.get_ident())
        progress(1, 1)
        return 42

    answers = []
    job = worker.run("读取", work, lambda value: answers.append((value, threading.get_ident())), answers.append)
    with qtbot.waitSignal(job.ended):
        pass
    assert answers == [(42, main)]
    assert threads != [main]
    qtbot.waitUntil(lambda: not worker.busy)


def test_an_error_arrives_as_it_was_raised(qtbot, worker):
    def work(progress):
        raise BadInput("文件为空")

    errors = []
    job = worker.run("读取", work, errors.append, errors.append)
    with qtbot.waitSignal(job.ended):
        pass
    assert [str(error) for error in errors] == ["文件为空"]


def test_cancelled_work_stops_at_its_next_report(qtbot, worker):
    def work(progress):
        for step in range(10_000_000):
            progress(step, 10_000_000)

    errors = []
    job = worker.run("导出", work, errors.append, errors.append)
    QTimer.singleShot(50, job.cancel)
    with qtbot.waitSignal(job.ended):
        pass
    assert isinstance(errors[0], Cancelled)


def test_jobs_wait_for_one_another(qtbot, worker):
    order = []
    for name in ("甲", "乙", "丙"):
        job = worker.run(name, lambda progress, name=name: order.append(name), lambda _: None, order.append)
    with qtbot.waitSignal(job.ended):
        pass
    assert order == ["甲", "乙", "丙"]


def test_many_reports_become_few_signals(qtbot, worker):
    counts = []

    def work(progress):
        for step in range(1, 50_001):
            progress(step, 50_000)

    job = worker.run("导出", work, lambda _: None, counts.append)
    job.progressed.connect(lambda done, total: counts.append((done, total)))
    with qtbot.waitSignal(job.ended):
        pass
    assert counts[-1] == (50_000, 50_000)
    assert len(counts) < 100


def test_a_job_that_takes_long_shows_a_dialog_that_can_stop_it(qtbot, worker):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    watch = LongWork(worker, window)
    errors = []

    def work(progress):
        step = 0
        while True:
            step += 1
            progress(min(step, 99), 100)
            threading.Event().wait(0.01)

    job = worker.run("正在导出", work, errors.append, errors.append)
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(QProgressDialog)), timeout=5000)
    with qtbot.waitSignal(job.ended):
        window.findChildren(QProgressDialog)[0].findChild(QPushButton).click()
    assert isinstance(errors[0], Cancelled)
    qtbot.waitUntil(lambda: not window.findChildren(QProgressDialog))
    watch.deleteLater()


def test_counting_on_the_main_thread_can_be_stopped_too(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    with pytest.raises(Cancelled), counted(window, "正在存入佐证") as progress:
        QTimer.singleShot(0, lambda: window.findChildren(QProgressDialog)[0].cancel())
        for step in range(1000):
            progress(step, 1000)
