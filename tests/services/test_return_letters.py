"""Letters that urge a return: with the overdue tasks where there are any, drawn whole or not at all, counted when they are."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import docx
import pytest

from desktop_app.domain.errors import BadInput, Cancelled
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Status
from desktop_app.exports.material import ReportOptions
from desktop_app.services import (
    handout,
    history,
    integrity,
    preflight,
    queries,
    reports,
    return_letters,
    tasks,
    urging,
)
from desktop_app.services.workspace import Workspace, open_workspace
from tests.conftest import TODAY

BUREAU, HOTLINE = "市政务服务数据管理局", "市信访局"


@pytest.fixture
def late(workspace: Workspace, ledger, tmp_path: Path):
    """The workspace three days after the workbooks were due."""
    handout.make_handouts(workspace, tmp_path / "out", due=TODAY + dt.timedelta(days=1))
    folder = workspace.folder
    workspace.close()
    with open_workspace(folder, TODAY + dt.timedelta(days=4)) as opened:
        yield opened


def words(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def test_each_unit_gets_one_letter_that_names_what_it_owes(late: Workspace, tmp_path: Path):
    letters = return_letters.draft_letters(late, handout.returns(late))
    written = return_letters.write_letters(letters, tmp_path / "函", ".docx")
    assert {path.name for _, path in written} == {
        f"{unit}_催办函.docx" for unit in (BUREAU, HOTLINE, "市发展改革局", "市财政局")
    }
    assert all("未交的填报表" in words(path) for _, path in written)
    return_letters.record(late, letters)
    after = urging.days(late, before=late.today + dt.timedelta(days=1))
    assert set(after) == {BUREAU, HOTLINE, "市发展改革局", "市财政局"}
    assert integrity.verify(late) == []


def test_a_unit_without_late_tasks_is_urged_about_the_workbook_alone(late: Workspace):
    letters = {letter.unit: letter for letter in return_letters.draft_letters(late, handout.returns(late))}
    alone = [letter for letter in letters.values() if letter.content.title == "关于催交任务进展填报表的函"]
    assert all("已逾期3天" in letter.content.opening for letter in alone)
    assert all(letter.tasks for letter in letters.values())


def test_an_older_letter_is_kept_and_a_cancelled_batch_leaves_nothing(late: Workspace, tmp_path: Path):
    letters = return_letters.draft_letters(late, [each for each in handout.returns(late) if each.unit == HOTLINE])
    ((_, first),) = return_letters.write_letters(letters, tmp_path, ".docx")
    ((_, second),) = return_letters.write_letters(letters, tmp_path, ".docx")
    assert first.exists()
    assert second != first

    def stop(done: int, total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        return_letters.write_letters(letters * 2, tmp_path / "空", ".docx", stop)
    assert not (tmp_path / "空").exists()


def test_a_letter_among_many_says_what_a_letter_alone_says(late: Workspace):
    letters = {letter.unit: letter.content for letter in return_letters.draft_letters(late, handout.returns(late))}
    alone = reports.draft(late, ReportOptions(template="urging", units=(HOTLINE,)))
    assert letters[HOTLINE].title == alone.title and letters[HOTLINE].opening == alone.opening
    assert letters[HOTLINE].sections[1:] == alone.sections and letters[HOTLINE].figures == alone.figures


def test_the_record_is_read_once_for_all_letters(late: Workspace, monkeypatch: pytest.MonkeyPatch):
    read, times = queries.tasks, []
    monkeypatch.setattr(queries, "tasks", lambda *given, **named: times.append(1) or read(*given, **named))
    assert len(return_letters.draft_letters(late, handout.returns(late))) == 4
    assert len(times) == 1


def test_letters_of_one_batch_are_one_step_of_the_record(late: Workspace, dump):
    before, entries = dump(), len(history.entries(late))
    letters = return_letters.draft_letters(late, handout.returns(late))
    return_letters.record(late, letters)
    after = dump()
    assert len(letters) > 1 and len(history.entries(late)) == entries + 1
    history.undo(late)
    assert dump() == before
    history.redo(late)
    assert dump() == after
    return_letters.record(late, letters)
    assert dump() == after and len(history.entries(late)) == entries + 3, "the same letters again change nothing"
    assert integrity.verify(late) == []


def test_a_workbook_whose_tasks_are_all_closed_or_dropped_since_is_owed_no_more(late: Workspace, ledger):
    def state(unit: str) -> tuple[bool, bool]:
        (each,) = (each for each in handout.returns(late) if each.unit == unit)
        return each.is_owed, each.settled

    asked = [each for each in handout.returns(late) if each.unit == HOTLINE]
    tasks.tick(late, [ledger.hotline], without_evidence="会议纪要")
    tasks.set_status(late, [TaskRef(ledger.platform.task, 1)], Status.DROPPED)
    assert (state(HOTLINE), state("市发展改革局"), state(BUREAU)) == ((False, True), (False, True), (True, False))
    assert HOTLINE not in {each.unit for each in handout.owed(late)}
    assert HOTLINE not in {each.unit for each in handout.owed(late, {ledger.hotline.task, ledger.across.task})}
    remarks = preflight.preflight(late, ReportOptions())
    (remark,) = (each for each in remarks if each.kind == "not_returned")
    assert HOTLINE not in remark.detail and BUREAU in remark.detail
    assert all(each.unit != HOTLINE for each in return_letters.draft_letters(late, handout.returns(late)))
    (listed,) = (each for each in handout.returns(late) if each.unit == HOTLINE)
    assert (listed.rows, listed.returned_on, listed.days_late(late.today)) == (asked[0].rows, None, 0)
    history.undo(late)
    history.undo(late)
    assert (state(HOTLINE), state("市发展改革局")) == ((True, False), (True, False))


def test_what_came_back_is_not_urged(late: Workspace):
    with pytest.raises(BadInput, match="没有欠交"):
        return_letters.draft_letters(late, [])
