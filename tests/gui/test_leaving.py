"""What is left while work for it goes on: windows that close, workspaces that give way, commands given twice."""

import os
import threading
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from desktop_app.domain.refs import TaskRef
from desktop_app.gui.controllers.long_work import counted
from desktop_app.gui.dialogs.export_result import ExportResultDialog
from desktop_app.gui.dialogs.submissions import SubmittedDialog
from desktop_app.gui.worker import Worker
from desktop_app.services import queries, submissions, tasks
from desktop_app.services.plans import import_plan
from desktop_app.services.workspace import open_workspace
from tests.gui.journey import PLAN, TODAY


def submit(desk):
    """Freeze a report with nothing changed in the dialog."""
    dialog = desk.controllers.submissions.ask()
    desk.until(dialog.foot.primary.isEnabled)
    dialog.accept()


def test_an_answer_that_comes_after_the_worker_was_stopped_is_dropped(qtbot):
    worker, begun, answers = Worker(), threading.Event(), []

    def work(progress):
        begun.set()
        return 42

    worker.run("定稿", work, answers.append, answers.append)
    assert begun.wait(5)
    worker.stop()
    qtbot.waitUntil(lambda: not worker.busy)
    assert answers == []


def test_a_file_of_a_report_whose_window_is_closed_is_shown_all_the_same(desk, tmp_path):
    reports = desk.controllers.reports
    window = reports.open()
    desk.until(lambda: window.content is not None and reports._job is None)
    reports._output.write(window, "progress", window.content, tmp_path / "报告.pdf")
    window.close()
    QApplication.processEvents()
    result = desk.dialog(ExportResultDialog)
    assert result.path == tmp_path / "报告.pdf"
    assert "已导出" in desk.status()
    result.reject()


def test_a_workspace_is_not_left_while_something_is_written_from_it(desk, tmp_path):
    before = desk.controllers.desk.workspace
    submit(desk)
    desk.controllers.workspaces.open(tmp_path / "另一个台账")
    assert desk.controllers.desk.workspace is before
    assert "正在定稿报送" in desk.status()
    desk.dialog(SubmittedDialog).reject()
    assert [row.number for row in submissions.listed(before)] == [1]
    desk.controllers.workspaces.open(tmp_path / "另一个台账")
    assert desk.controllers.desk.workspace.folder == tmp_path / "另一个台账"


def test_files_of_equal_number_and_name_from_two_workspaces_are_told_apart(desk, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(
        "desktop_app.gui.controllers.submissions.QDesktopServices.openUrl", lambda url: opened.append(url) or True
    )

    def words() -> bytes:
        (row,) = submissions.listed(desk.controllers.desk.workspace)
        report = next(path for path in row.files if path.suffix == ".pdf")
        desk.controllers.submissions.open(1, report.name)
        found = Path(opened[-1].toLocalFile()).read_bytes()
        assert found == report.read_bytes()
        return found

    submit(desk)
    desk.dialog(SubmittedDialog).reject()
    first = words()
    other = tmp_path / "另一个台账"
    with open_workspace(other, TODAY) as workspace:
        import_plan(workspace, PLAN)
        tasks.tick(workspace, [TaskRef(queries.tasks(workspace)[0].id)], without_evidence="材料涉密")
    desk.controllers.workspaces.open(other)
    submit(desk)
    desk.dialog(SubmittedDialog).reject()
    assert words() != first


def test_the_submissions_asked_for_twice_are_one_window_that_is_looked_through(desk):
    submit(desk)
    desk.dialog(SubmittedDialog).reject()
    first = desk.controllers.submissions.show_history()
    assert desk.controllers.submissions.show_history() is first
    desk.until(lambda: first.table.items.item(0, 6).text() == "完好")
    first.close()
    QApplication.processEvents()
    again = desk.controllers.submissions.show_history()
    assert again is not first
    desk.until(lambda: again.table.items.item(0, 6).text() == "完好")


def test_keys_and_clicks_wait_while_counted_work_has_no_dialog_over_the_window(qtbot, monkeypatch):
    """A second press would begin the command within itself, halfway through its transaction."""
    window, shown_and_taken = QWidget(), []
    qtbot.addWidget(window)
    window.show()

    def watch(flags, milliseconds):
        dialog = window.findChild(QProgressDialog)
        taken = not flags & QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
        shown_and_taken.append((dialog.isVisible(), taken))

    with counted(window, "正在生成填报表") as progress, monkeypatch.context() as patched:
        patched.setattr("desktop_app.gui.controllers.long_work.QCoreApplication.processEvents", watch)
        progress(1, 10)
        window.findChild(QProgressDialog).show()
        progress(2, 10)
    assert shown_and_taken[0] == (False, False)
    assert shown_and_taken[-1] == (True, True)
