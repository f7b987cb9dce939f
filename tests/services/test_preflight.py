"""Every remark of the preflight, each from a ledger that deserves it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.task import Status
from desktop_app.exports.material import ReportOptions
from desktop_app.services import evidence, handout, queries, tasks
from desktop_app.services.preflight import Remark, preflight
from desktop_app.services.workspace import Workspace, open_workspace
from tests.services.conftest import Ledger

OCTOBER = ReportOptions(period="2021-10", signature_unit="市政数局", addressee="市政府")
TEXT = "政务服务事项梳理已完成五百个，其余按计划推进"


def remarks(workspace: Workspace, options: ReportOptions = OCTOBER) -> dict[str, Remark]:
    return {remark.kind: remark for remark in preflight(workspace, options)}


def test_what_wants_care_stands_before_what_is_good(workspace: Workspace, ledger: Ledger) -> None:
    good = [remark.good for remark in preflight(workspace, OCTOBER)]
    assert good == sorted(good) and True in good and False in good


def test_open_tasks_without_any_entry_are_named(workspace: Workspace, ledger: Ledger) -> None:
    tasks.add_progress(workspace, ledger.budget, "已列入预算")
    found = remarks(workspace)["empty_progress"]
    assert ledger.budget.task not in found.tasks and ledger.hotline.task in found.tasks
    assert found.message == f"{len(found.tasks)}项在办任务没有填报进展"
    named = [row.label for row in queries.tasks(workspace) if row.id in found.tasks][:3]
    assert found.detail.startswith("、".join(named)), "a number like （二） alone would be that of one in every chapter"


def test_tasks_with_nothing_new_in_the_period_are_named(workspace: Workspace, ledger: Ledger) -> None:
    tasks.add_progress(workspace, ledger.budget, "已列入预算", on=dt.date(2021, 9, 1))
    tasks.add_progress(workspace, ledger.hotline, "已开通", on=dt.date(2021, 10, 8))
    assert remarks(workspace)["no_entry"].tasks == (ledger.budget.task,)
    assert "no_entry" not in remarks(workspace, ReportOptions())


def test_overdue_tasks_without_a_reason_are_named(workspace: Workspace, ledger: Ledger) -> None:
    workspace.close()
    with open_workspace(workspace.folder, dt.date(2023, 1, 10)) as later:
        late = {row.id for row in queries.tasks(later) if row.light.value == "red"}
        assert set(remarks(later, ReportOptions())["no_reason"].tasks) == late != set()


def test_the_words_of_last_period_are_noticed(workspace: Workspace, ledger: Ledger) -> None:
    tasks.add_progress(workspace, ledger.budget, f"{TEXT}。", on=dt.date(2021, 9, 8))
    tasks.add_progress(workspace, ledger.budget, f" {TEXT}", on=dt.date(2021, 10, 8))
    tasks.add_progress(workspace, ledger.hotline, "新的进展", on=dt.date(2021, 10, 8))
    found = remarks(workspace)["unchanged"]
    assert (found.message, found.tasks) == ("1段进展与上期相同", (ledger.budget.task,))


def test_last_years_year_is_noticed(workspace: Workspace, ledger: Ledger) -> None:
    tasks.add_progress(workspace, ledger.budget, "2020年10月底已完成", on=dt.date(2021, 10, 8))
    tasks.add_progress(workspace, ledger.hotline, "编号12020年", on=dt.date(2021, 10, 8))
    assert remarks(workspace)["last_year"].tasks == (ledger.budget.task,)


def test_the_same_words_from_two_units_are_noticed(workspace: Workspace, ledger: Ledger) -> None:
    rows = {row.id: row for row in queries.tasks(workspace)}
    first = ledger.hotline.task
    second = next(id for id, row in rows.items() if row.owners and row.owners != rows[first].owners)
    from desktop_app.domain.refs import TaskRef

    for task in (first, second):
        tasks.add_progress(workspace, TaskRef(task), TEXT)
    assert set(remarks(workspace)["same_text"].tasks) == {first, second}


def test_short_words_may_be_the_same(workspace: Workspace, ledger: Ledger) -> None:
    for ref in (ledger.hotline, ledger.budget, ledger.publicity):
        tasks.add_progress(workspace, ref, "正常推进")
    assert "same_text" not in remarks(workspace)


def test_targets_without_reading_or_evidence_are_named(workspace: Workspace, ledger: Ledger, photo: Path) -> None:
    rows = [row for row in queries.tasks(workspace) if row.targets]
    assert {row.id for row in rows} >= set(remarks(workspace)["no_reading"].tasks) != set()
    for target in rows[0].targets:
        tasks.add_reading(workspace, target.id, target.value)
    assert rows[0].id in remarks(workspace)["target_evidence"].tasks
    from desktop_app.domain.refs import TaskRef

    evidence.attach(workspace, [TaskRef(rows[0].id)], [photo])
    assert "target_evidence" not in remarks(workspace)


def test_closed_tasks_without_evidence_are_named(workspace: Workspace, ledger: Ledger, photo: Path) -> None:
    tasks.set_status(workspace, [ledger.hotline], Status.AWAITING_CHECK)
    assert remarks(workspace)["no_evidence"].tasks == (ledger.hotline.task,)
    evidence.attach(workspace, [ledger.hotline], [photo])
    assert remarks(workspace)["no_evidence"].good


def test_units_that_still_hold_a_workbook_are_named(workspace: Workspace, ledger: Ledger, tmp_path: Path) -> None:
    handout.make_handouts(workspace, tmp_path / "下发")
    found = remarks(workspace)["not_returned"]
    assert found.message.endswith("个单位未回表") and "数据截至本地现值" in found.detail


def test_units_are_named_only_when_the_report_holds_a_task_they_were_asked_about(
    workspace: Workspace, ledger: Ledger, tmp_path: Path
) -> None:
    handout.make_handouts(workspace, tmp_path / "下发")
    owing = {each.unit for each in handout.owed(workspace)}
    unit = min(owing)
    asked = {row.id for row in queries.tasks(workspace) if unit in row.units()}
    found = remarks(workspace, replace(OCTOBER, units=(unit,)))["not_returned"]
    others = {each.unit for each in handout.owed(workspace, asked)}
    assert unit in others and others < owing
    assert found.message == f"{len(others)}个单位未回表"


def test_what_is_left_for_the_hand_is_told(workspace: Workspace, ledger: Ledger) -> None:
    assert {"no_signature", "no_addressee"} & remarks(workspace).keys() == set()
    assert {"no_signature", "no_addressee"} <= remarks(workspace, ReportOptions()).keys()
    assert "no_signature" not in remarks(workspace, ReportOptions(template="ledger"))


def test_a_letter_no_face_has_leads_to_its_task(workspace: Workspace, ledger: Ledger) -> None:
    assert remarks(workspace)["glyphs"].good
    tasks.add_progress(workspace, ledger.hotline, "群众点赞😀")
    found = remarks(workspace)["glyphs"]
    assert (found.message, found.tasks) == ("缺字1个：😀，印为□", (ledger.hotline.task,))


def test_faces_that_stand_in_are_told(workspace: Workspace, ledger: Ledger) -> None:
    found = remarks(workspace)["faces"]
    assert found.good or ("小标宋" in found.message and "全部嵌入 PDF" in found.detail)


@pytest.mark.parametrize("template", ["progress", "ledger", "overdue", "units", "evidence"])
def test_every_template_can_be_looked_at(workspace: Workspace, ledger: Ledger, template: str) -> None:
    assert "glyphs" in remarks(workspace, ReportOptions(template=template))
