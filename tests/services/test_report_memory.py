"""What is remembered of a report: the choices of its kind, and the officer's words for that plan and period."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.errors import Refused
from desktop_app.exports.material import ReportOptions
from desktop_app.exports.report_model import Numbering
from desktop_app.exports.rewording import Rewording
from desktop_app.services import report_choices, report_words, reports, settings, tasks
from desktop_app.services.preflight import preflight
from desktop_app.services.report_preview import preview
from desktop_app.services.workspace import Workspace, open_workspace
from tests.services.conftest import Ledger

CHOSEN = ReportOptions(
    template="progress", period="2021-10", chapters=("一、",), units=("市",), sections=("overall",), addressee="市政府",
    signature_unit="市政数局", annex=False, charts=False, numbering=Numbering.CENTRED,
)  # fmt: skip
OCTOBER = ReportOptions(period="2021-10")


def test_the_next_report_of_a_kind_begins_where_the_last_was_left(workspace: Workspace) -> None:
    assert report_choices.recall(workspace, "progress") == ReportOptions(addressee="", signature_unit="")
    report_choices.remember(workspace, CHOSEN)
    assert report_choices.recall(workspace, "progress") == CHOSEN


def test_signature_and_addressee_of_reports_that_go_up_are_shared(workspace: Workspace) -> None:
    report_choices.remember(workspace, CHOSEN)
    assert report_choices.recall(workspace, "targets").addressee == "市政府"
    assert report_choices.recall(workspace, "overdue").signature_unit == "市政数局"
    assert report_choices.recall(workspace, "overdue").addressee is None
    report_choices.remember(workspace, ReportOptions(template="overdue", addressee="各单位"))
    assert report_choices.recall(workspace, "overdue").addressee == "各单位"
    assert report_choices.recall(workspace, "progress").addressee == "市政府"


@pytest.mark.parametrize(
    "period, later",
    [("2021-10", "2022-02"), ("2021-Q4", "2022-Q1"), ("2021-H2", "2022-H1"), ("2021", "2022"), (None, None),
     ("2021-03-01..2021-04-15", "2021-03-01..2021-04-15")],
)  # fmt: skip
def test_a_period_moves_on_with_the_calendar(workspace: Workspace, period: str | None, later: str | None) -> None:
    report_choices.remember(workspace, ReportOptions(period=period))
    with open_workspace(workspace.folder, dt.date(2022, 2, 3)) as opened:
        assert report_choices.recall(opened, "progress").period == later


@pytest.mark.parametrize("stored", ["[]", "{", '{"chapters": null, "numbering": "sideways"}'])
def test_a_memory_that_cannot_be_read_is_as_none(workspace: Workspace, stored: str) -> None:
    settings.put(workspace, "report/choices/progress", stored)
    settings.put(workspace, "report/words/progress/all/now/", stored)
    assert report_choices.recall(workspace, "progress") == ReportOptions(addressee="", signature_unit="")
    assert report_words.kept(workspace, ReportOptions()) == ()


def test_words_are_kept_for_one_kind_plan_and_period(workspace: Workspace, ledger: Ledger) -> None:
    own = (Rewording("closing", "特此报告。", "以上报告，请审阅。"),)
    report_words.keep(workspace, OCTOBER, own)
    assert report_words.kept(workspace, OCTOBER) == own
    assert reports.draft(workspace, OCTOBER).closing == "以上报告，请审阅。"
    for other in (
        ReportOptions(),
        ReportOptions(period="2021-09"),
        ReportOptions(template="overdue", period="2021-10"),
    ):
        assert report_words.kept(workspace, other) == ()
    assert reports.draft(workspace, replace(OCTOBER, rewordings=())).closing == "特此报告。"
    report_words.keep(workspace, OCTOBER, ())
    assert reports.draft(workspace, OCTOBER).closing == "特此报告。"


def test_each_unit_has_its_own_words_in_its_letter(workspace: Workspace) -> None:
    letters = [ReportOptions(template="urging", units=(unit,)) for unit in ("市公安局", "市财政局")]
    report_words.keep(workspace, letters[0], [Rewording("closing", "特此函告。", "专此函达。")])
    assert report_words.kept(workspace, letters[0]) and not report_words.kept(workspace, letters[1])


def test_words_the_record_has_overtaken_and_new_numbers_are_remarks(workspace: Workspace, ledger: Ledger) -> None:
    draft = reports.draft_with_wordings(reports.gather(workspace, OCTOBER))[1]
    overall = next(each for each in draft if each.place == "总体情况")
    report_words.keep(workspace, OCTOBER, [Rewording(overall.slot, overall.drafted, f"{overall.drafted}增长37%。")])
    found = {remark.kind: remark for remark in preflight(workspace, OCTOBER)}
    assert found["new_numbers"].detail == "“增长37%”，台账不能印证，核对依据后方可定稿" and "laid_aside" not in found
    tasks.tick(workspace, [ledger.hotline])
    report_words.keep(
        workspace, OCTOBER, [Rewording(overall.slot, overall.drafted, overall.drafted.replace("未启动", "没有启动"))]
    )
    assert "laid_aside" in {remark.kind for remark in preflight(workspace, OCTOBER)}


def test_picked_tasks_are_a_list_of_their_own(workspace: Workspace, ledger: Ledger) -> None:
    picked = ReportOptions(template="ledger", tasks=(ledger.budget.task, ledger.hotline.task))
    content = reports.draft(workspace, picked)
    assert content.title.endswith("任务清单") and content.items == 2
    assert "选取的2项任务" in content.annexes[0].note
    with pytest.raises(Refused):
        reports.draft(workspace, replace(picked, tasks=(999,)))


def test_the_preview_is_the_printed_report_with_its_remarks(
    workspace: Workspace, ledger: Ledger, tmp_path: Path
) -> None:
    made = preview(workspace, OCTOBER, tmp_path / "预览.pdf")
    assert made.file.read_bytes().startswith(b"%PDF") and made.pages >= 2
    assert [remark.kind for remark in made.remarks] == [remark.kind for remark in preflight(workspace, OCTOBER)]
    assert made.wordings and made.options.rewordings == ()
