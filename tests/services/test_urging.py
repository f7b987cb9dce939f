"""催办函 are counted: one a unit a day, and undo takes the count back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.errors import Refused
from desktop_app.domain.plan import Plan
from desktop_app.domain.refs import TaskRef
from desktop_app.exports.material import ReportOptions
from desktop_app.services import history, integrity, plans, queries, reports, tasks, units, urging
from desktop_app.services.exchange import export_report
from desktop_app.services.workspace import Workspace, open_workspace
from tests.services.conftest import Ledger

LATE = dt.date(2022, 12, 31)


@pytest.fixture
def unit(workspace: Workspace, ledger: Ledger) -> str:
    return queries.task(workspace, ledger.hotline.task).owners[0]


def letter(unit: str) -> ReportOptions:
    return ReportOptions(template="urging", units=(unit,))


def later(workspace: Workspace, day: dt.date) -> Workspace:
    workspace.close()
    return open_workspace(workspace.folder, day)


def test_a_letter_is_counted_once_a_day_however_often_it_is_written(
    workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    with later(workspace, LATE) as opened:
        for name in ("函.pdf", "函.docx"):
            assert export_report(opened, tmp_path / name, options=letter(unit)).message.startswith("已导出催办函")
        assert urging.days(opened, before=LATE + dt.timedelta(days=1)) == {unit: (LATE,)}
        assert integrity.verify(opened) == []
    with later(workspace, LATE + dt.timedelta(days=20)) as opened:
        content = reports.draft(opened, letter(unit))
        assert "此前已于2022年12月31日催办1次，本次为第2次。" in content.opening


def test_looking_at_a_letter_counts_nothing_and_undo_takes_a_count_back(
    workspace: Workspace, unit: str, tmp_path: Path
) -> None:
    with later(workspace, LATE) as opened:
        reports.draft(opened, letter(unit))
        assert urging.days(opened, before=dt.date.max) == {}
        export_report(opened, tmp_path / "函.pdf", options=letter(unit))
        assert history.undo_label(opened) == f"催办{unit}"
        history.undo(opened)
        assert urging.days(opened, before=dt.date.max) == {}


def test_a_unit_that_owes_nothing_is_not_urged(workspace: Workspace, unit: str, tmp_path: Path) -> None:
    early = dt.date(2021, 6, 7)
    with later(workspace, early) as opened:
        with pytest.raises(Refused):
            export_report(opened, tmp_path / "函.pdf", options=letter(unit))
        assert urging.days(opened, before=dt.date.max) == {} and not (tmp_path / "函.pdf").exists()


def test_a_letter_cites_the_plans_alone_whose_tasks_it_is_about(
    workspace: Workspace, ledger: Ledger, unit: str, plan: Plan, source: Path, tmp_path: Path
) -> None:
    other = tmp_path / "另一份.txt"
    other.write_text(plan.original + "。", encoding="utf-8", newline="")
    plans.store_plan(workspace, replace(plan, title="另一份工作要点", text=plan.text + "。"), other)
    second = next(row for row in queries.tasks(workspace) if row.plan_title == "另一份工作要点" and unit in row.owners)
    both = reports.draft(workspace, letter(unit))
    assert both.title == "关于催办2个规划有关任务的函" and both.opening.startswith(f"根据《{plan.title}》")
    assert "《另一份工作要点》" in both.opening and "贵单位牵头（负责）任务2项" in both.opening
    tasks.tick(workspace, [TaskRef(second.id)], without_evidence="会议纪要")
    one = reports.draft(workspace, letter(unit))
    assert one.title == f"关于催办{plan.title}有关任务的函"
    assert "另一份" not in one.opening and "贵单位牵头（负责）任务1项" in one.opening
    assert {task for figure in (*one.figures, *one.cells) for task in figure.tasks} == {ledger.hotline.task}


def test_a_report_on_some_tasks_names_the_plans_of_these_tasks_alone(
    workspace: Workspace, ledger: Ledger, plan: Plan, tmp_path: Path
) -> None:
    other = tmp_path / "另一份.txt"
    other.write_text(plan.original + "。", encoding="utf-8", newline="")
    plans.store_plan(workspace, replace(plan, title="另一份工作要点", text=plan.text + "。"), other)
    whole = reports.gather(workspace, ReportOptions(template="progress"))
    some = reports.gather(workspace, ReportOptions(template="progress", tasks=(ledger.hotline.task,)))
    assert [each.title for each in whole.plans] == [plan.title, "另一份工作要点"]
    assert [each.title for each in some.plans] == [plan.title]


def test_two_units_urged_on_one_day_and_merged_later_got_one_letter_that_day(
    workspace: Workspace, ledger: Ledger
) -> None:
    named = {unit.name: unit.id for unit in units.list_units(workspace)}
    first, second = list(named)[:2]
    urging.record(workspace, {first: [1], second: [1]})
    units.merge(workspace, named[first], [named[second]])
    assert urging.days(workspace, before=dt.date.max) == {first: (workspace.today,)}
