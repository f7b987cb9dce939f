"""After a merge nothing untrue is said: receipts tell what the ledger holds now, and nobody signs words of another."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.errors import Refused
from desktop_app.domain.handout import Field
from desktop_app.domain.merging import AfterMerge, Choice, Chosen, MergePlan, Outcome, decide
from desktop_app.domain.merging.after import told
from desktop_app.domain.plan import Role
from desktop_app.domain.progress_record import settled_for
from desktop_app.domain.task import Status
from desktop_app.exports.report_model import ReportContent
from desktop_app.exports.table_model import Table
from desktop_app.services import handout, merge, queries, receipts, tasks
from desktop_app.services.workspace import Workspace
from tests.office.sheet import Sheet, fill

BUREAU, COUNTIES = "市政务服务数据管理局", "各县（市、区）人民政府"
Choices = dict[tuple[str, Field], Chosen]
THEIRS, OURS, BOTH = (Chosen(choice) for choice in (Choice.THEIRS, Choice.OURS, Choice.BOTH))


@pytest.fixture
def handed(workspace: Workspace, ledger, tmp_path: Path) -> dict[str, Path]:
    result = handout.make_handouts(workspace, tmp_path / "out", roles=tuple(Role))
    return {file.unit: file.path for file in result.files}


@pytest.fixture
def joint(workspace: Workspace, handed, tmp_path: Path) -> MergePlan:
    """Two units answer one task, each in its own way."""
    done = fill(handed[BUREAU], tmp_path / "a.xlsx", {(0, Field.STATUS): "已完成", (0, Field.PERCENT): 1})
    begun = fill(handed[COUNTIES], tmp_path / "b.xlsx", {(0, Field.STATUS): "推进中", (0, Field.PERCENT): 0.6})
    return merge.prepare(workspace, [done, begun])


def by_id(plan: MergePlan, choices: Choices) -> dict[int, Chosen]:
    return {cell.id: found for cell in plan.cells if (found := choices.get((cell.unit, cell.field)))}


def receipt(workspace: Workspace, plan: MergePlan, unit: str, choices: Choices) -> ReportContent:
    book = next(at for at, book in enumerate(plan.books) if book.unit == unit)
    return receipts.draft(workspace, plan, book, decide(plan, by_id(plan, choices)))


def declined(content: ReportContent) -> list[tuple[str, str]]:
    """Of each answer that was not taken its column and the reason."""
    tables = [block for section in content.sections for block in section.blocks if isinstance(block, Table)]
    return [(row.cells[1], row.cells[3]) for table in tables for row in table.rows]


def test_a_unit_is_told_that_another_s_answer_was_taken(workspace, joint):
    choices = {(COUNTIES, Field.STATUS): THEIRS, (COUNTIES, Field.PERCENT): THEIRS}
    said = receipt(workspace, joint, BUREAU, choices)
    assert declined(said) == [
        ("状态", f"采用{COUNTIES}填报的“推进中”"), ("进度", f"采用{COUNTIES}填报的“60%”"),
    ]  # fmt: skip
    assert "经核对采用0格，未采用2格" in said.opening
    other = receipt(workspace, joint, COUNTIES, choices)
    assert declined(other) == []
    assert "经核对采用2格，未采用0格" in other.opening


def test_a_unit_is_told_what_the_officer_kept_when_no_answer_was_taken(workspace, joint):
    choices = {(unit, field): OURS for unit in (BUREAU, COUNTIES) for field in (Field.STATUS, Field.PERCENT)}
    for unit in (BUREAU, COUNTIES):
        assert declined(receipt(workspace, joint, unit, choices)) == [
            ("状态", "核对后保留“未启动”"), ("进度", "核对后保留“0%”"),
        ]  # fmt: skip


def test_a_unit_is_told_what_the_officer_wrote_himself(workspace, ledger, handed, tmp_path):
    back = fill(handed[BUREAU], tmp_path / "a.xlsx", {(0, Field.PERCENT): 0.6})
    tasks.set_percent(workspace, [ledger.across], 70)
    plan = merge.prepare(workspace, [back])
    choices = {(BUREAU, Field.PERCENT): Chosen(Choice.OWN, 65)}
    assert declined(receipt(workspace, plan, BUREAU, choices)) == [("进度", "核对后定为“65%”")]


def test_the_receipt_says_of_a_status_what_the_percent_that_was_taken_made_of_it(workspace, ledger, handed, tmp_path):
    back = fill(handed[BUREAU], tmp_path / "a.xlsx", {(0, Field.STATUS): "已完成", (0, Field.PERCENT): 1})
    plan = merge.prepare(workspace, [back])
    choices = {(BUREAU, Field.STATUS): OURS, (BUREAU, Field.PERCENT): THEIRS}
    said = receipt(workspace, plan, BUREAU, choices)
    merge.apply(workspace, plan, by_id(plan, choices), receipts=())
    assert queries.task(workspace, ledger.across.task).status is Status.AWAITING_CHECK
    assert declined(said) == []


@pytest.fixture
def at_odds(workspace: Workspace, handed, tmp_path: Path) -> MergePlan:
    """A unit says that a task is done, and that 90 % of it are."""
    back = fill(handed[BUREAU], tmp_path / "a.xlsx", {
        (0, Field.STATUS): "已完成", (0, Field.PERCENT): 90, (0, Field.TEXT): "已完成90%。",
    })  # fmt: skip
    return merge.prepare(workspace, [back])


def test_a_unit_at_odds_with_itself_is_asked_about_in_its_own_words(workspace, at_odds):
    status, percent = at_odds.open
    assert (status.theirs, percent.theirs) == (Status.AWAITING_CHECK, 90)
    assert status.reason == percent.reason == "状态填“已完成”，进度填90%，两者不符"
    with pytest.raises(Refused, match="尚有2格"):
        merge.apply(workspace, at_odds, receipts=())


@pytest.mark.parametrize(
    ("taken", "end", "said", "refused"),
    [
        (Field.PERCENT, (Status.IN_PROGRESS, 90), 90, ("状态", "采用你单位填报的进度“90%”，状态定为“推进中”")),
        (
            Field.STATUS,
            (Status.AWAITING_CHECK, 100),
            None,
            ("进度", "采用你单位填报的状态“已完成待核”，进度定为“100%”"),
        ),
    ],
)
def test_whatever_is_chosen_nobody_is_said_to_have_reported_a_percent_that_he_did_not(
    workspace, ledger, at_odds, taken, end, said, refused
):
    choices = {(BUREAU, taken): THEIRS}
    assert declined(receipt(workspace, at_odds, BUREAU, choices)) == [refused]
    merge.apply(workspace, at_odds, by_id(at_odds, choices), receipts=())
    row = queries.task(workspace, ledger.across.task)
    assert (row.status, row.percent) == end
    assert voices(workspace, ledger.across.task)[0][:3] == (BUREAU, "已完成90%。", said)


def test_a_unit_that_only_says_that_it_is_done_reports_no_percent(workspace, ledger, handed, tmp_path):
    back = fill(handed[BUREAU], tmp_path / "a.xlsx", {(0, Field.STATUS): "已完成", (0, Field.TEXT): "办完了。"})
    merge.apply(workspace, merge.prepare(workspace, [back]), receipts=())
    assert queries.task(workspace, ledger.across.task).percent == 100
    assert voices(workspace, ledger.across.task)[0] == (BUREAU, "办完了。", None, "", "")


def test_one_question_to_two_units_has_one_answer_on_both_pages(joint):
    done, begun = (
        [cell for cell in joint.cells if cell.unit == unit and cell.field in (Field.STATUS, Field.PERCENT)]
        for unit in (BUREAU, COUNTIES)
    )
    settled = decide(
        joint, by_id(joint, {(COUNTIES, field): THEIRS for field in (Field.STATUS, Field.PERCENT)})
    ).settled
    after = AfterMerge(joint)
    for cells in (done, begun):
        assert [after.value(cell, settled) for cell in cells] == [Status.IN_PROGRESS, 60]
    assert [told(after, cell, settled) for cell in begun] == ["", ""]
    assert [told(after, cell, settled) for cell in done] == [
        f"采用{COUNTIES}填报的“推进中”", f"采用{COUNTIES}填报的“60%”",
    ]  # fmt: skip


def test_the_half_of_a_state_that_moves_with_the_other_says_so(at_odds):
    status, percent = at_odds.open
    after = AfterMerge(at_odds)
    settled = decide(at_odds, {status.id: THEIRS}).settled
    assert told(after, percent, settled) == "采用该单位填报的状态“已完成待核”，此栏定为“100%”"
    own = {status.id: OURS, percent.id: Chosen(Choice.OWN, 100)}
    assert told(after, status, own) == "核对后定为“已完成待核”"
    alone = {status.id: THEIRS}
    assert told(after, percent, alone) == "随状态定为“100%”"


@pytest.fixture
def dispute(workspace: Workspace, ledger, handed, tmp_path: Path) -> MergePlan:
    """The officer and the unit both wrote how a task gets on."""
    back = fill(handed[BUREAU], tmp_path / "a.xlsx", {
        (0, Field.PERCENT): 0.8, (0, Field.TEXT): "单位说：60家上云。", (0, Field.PROBLEMS): "资金缺口。",
        (0, Field.NEXT_STEP): "申请资金。",
    })  # fmt: skip
    tasks.add_progress(workspace, ledger.across, "本地改：已扩容。", 50)
    return merge.prepare(workspace, [back])


def voices(workspace: Workspace, task: int) -> list[tuple[str, str, int | None, str, str]]:
    """Who said what about a task, newest first."""
    entries = queries.detail(workspace, task).progress
    return [(each.reporter, each.text, each.percent, each.problems, each.next_step) for each in entries]


def test_words_that_the_officer_kept_are_not_put_into_the_unit_s_mouth(workspace, ledger, dispute):
    choices = {(BUREAU, Field.PERCENT): THEIRS, (BUREAU, Field.TEXT): OURS}
    merge.apply(workspace, dispute, by_id(dispute, choices), receipts=())
    task = ledger.across.task
    assert voices(workspace, task) == [
        (BUREAU, "", 80, "资金缺口。", "申请资金。"), ("", "本地改：已扩容。", 50, "", ""),
    ]  # fmt: skip
    latest = queries.task(workspace, task).latest
    assert (latest.text, latest.problems, latest.next_step) == ("本地改：已扩容。", "资金缺口。", "申请资金。")
    refused = declined(receipt(workspace, dispute, BUREAU, choices))
    assert refused == [("进展情况", "核对后保留“本地改：已扩容。”")]


def test_what_was_kept_and_what_was_taken_are_both_handed_out_next_time(workspace, dispute, tmp_path):
    choices = {(BUREAU, Field.PERCENT): THEIRS, (BUREAU, Field.TEXT): OURS}
    merge.apply(workspace, dispute, by_id(dispute, choices), receipts=())
    again = handout.make_handouts(workspace, tmp_path / "again", units=[BUREAU]).files[0].path
    sheet = Sheet(again)
    fields = (Field.TEXT, Field.PROBLEMS, Field.NEXT_STEP)
    assert [sheet.cell(0, field).value for field in fields] == ["本地改：已扩容。", "资金缺口。", "申请资金。"]
    sheet.book.close()


def test_words_of_both_sides_are_the_officer_s_and_the_unit_s_own_stand_beside_them(workspace, ledger, dispute):
    choices = {(BUREAU, Field.PERCENT): THEIRS, (BUREAU, Field.TEXT): BOTH}
    merge.apply(workspace, dispute, by_id(dispute, choices), receipts=())
    assert voices(workspace, ledger.across.task) == [
        (settled_for(BUREAU), "单位说：60家上云。本地改：已扩容。", None, "资金缺口。", "申请资金。"),
        (BUREAU, "单位说：60家上云。", 80, "资金缺口。", "申请资金。"),
        ("", "本地改：已扩容。", 50, "", ""),
    ]
    assert declined(receipt(workspace, dispute, BUREAU, choices)) == []


def test_words_that_the_officer_wrote_himself_are_his(workspace, ledger, dispute):
    choices = {(BUREAU, Field.PERCENT): OURS, (BUREAU, Field.TEXT): Chosen(Choice.OWN, "已扩容并上云。")}
    merge.apply(workspace, dispute, by_id(dispute, choices), receipts=())
    assert voices(workspace, ledger.across.task)[:2] == [
        (settled_for(BUREAU), "已扩容并上云。", None, "资金缺口。", "申请资金。"), (BUREAU, "", None, "资金缺口。", "申请资金。"),
    ]  # fmt: skip


def test_problems_that_the_officer_kept_stay_his_beside_the_text_of_the_unit(workspace, ledger, handed, tmp_path):
    back = fill(handed[BUREAU], tmp_path / "a.xlsx", {(0, Field.TEXT): "单位说。", (0, Field.PROBLEMS): "缺钱。"})
    tasks.add_progress(workspace, ledger.across, "单位说。", problems="缺人。")
    plan = merge.prepare(workspace, [back])
    merge.apply(workspace, plan, by_id(plan, {(BUREAU, Field.PROBLEMS): OURS}), receipts=())
    assert {entry[0] for entry in voices(workspace, ledger.across.task) if "缺人。" in entry[3]} <= {
        "",
        settled_for(BUREAU),
    }
    assert queries.task(workspace, ledger.across.task).latest.problems == "缺人。"


def test_an_empty_cell_neither_takes_back_what_the_unit_said_nor_makes_the_officer_say_it(
    workspace, ledger, handed, tmp_path
):
    first = {(0, Field.TEXT): "已建专班。", (0, Field.PROBLEMS): "基层人手不足。"}
    merge.apply(workspace, merge.prepare(workspace, [fill(handed[BUREAU], tmp_path / "a.xlsx", first)]), receipts=())
    handout.make_handouts(workspace, tmp_path / "newer", units=[BUREAU])
    late = merge.prepare(workspace, [fill(handed[BUREAU], tmp_path / "b.xlsx", {(0, Field.TEXT): "旧表迟交。"})])
    assert [cell.field for cell in late.cells if cell.outcome is Outcome.REFUSED] == [Field.PROBLEMS]
    assert "该批此前已合并过，单位填报过的各格，“下发时”一栏为上次填报的内容" in late.books[0].remarks
    merge.apply(workspace, late, receipts=())
    assert [voice[:2] for voice in voices(workspace, ledger.across.task)] == [
        (BUREAU, "旧表迟交。"), (BUREAU, "已建专班。"),
    ]  # fmt: skip
    assert queries.task(workspace, ledger.across.task).latest.problems == "基层人手不足。"


def test_an_empty_cell_of_an_older_batch_leaves_what_the_unit_said_for_a_newer_one_its_own(
    workspace, ledger, handed, tmp_path
):
    newer = handout.make_handouts(workspace, tmp_path / "newer", units=[BUREAU]).files[0].path
    first = fill(newer, tmp_path / "a.xlsx", {(0, Field.TEXT): "已建专班。", (0, Field.PROBLEMS): "基层人手不足。"})
    merge.apply(workspace, merge.prepare(workspace, [first]), receipts=())
    late = merge.prepare(workspace, [fill(handed[BUREAU], tmp_path / "b.xlsx", {(0, Field.TEXT): "旧表迟交。"})])
    merge.apply(workspace, late, prefer=Choice.THEIRS, receipts=())
    assert {voice[0] for voice in voices(workspace, ledger.across.task)} == {BUREAU}


@pytest.mark.parametrize("typed", ["正在推进", "√"])
def test_a_percent_that_ends_a_task_against_the_status_the_unit_wrote_is_asked_about(
    workspace, ledger, handed, tmp_path, typed
):
    tasks.set_status(workspace, [ledger.across], Status.IN_PROGRESS)
    path = handout.make_handouts(workspace, tmp_path / "newer", units=[BUREAU]).files[0].path
    back = fill(path, tmp_path / "a.xlsx", {(0, Field.STATUS): typed, (0, Field.PERCENT): 1})
    (percent,) = merge.prepare(workspace, [back]).open
    assert (percent.field, percent.outcome) == (Field.PERCENT, Outcome.DOUBTFUL)
    assert percent.reason == f"状态填“{typed}”，进度填100%，两者不符"


def test_review_and_receipt_say_that_a_percent_alone_ended_a_task(workspace, ledger, handed, tmp_path):
    plan = merge.prepare(workspace, [fill(handed[BUREAU], tmp_path / "a.xlsx", {(0, Field.PERCENT): 1})])
    (percent,) = plan.cells
    assert percent.note.endswith("进度100%，状态改为“已完成待核”")
    said = receipt(workspace, plan, BUREAU, {})
    assert "进度100%，状态改为“已完成待核”" in str(said)
    assert "状态改为" not in str(receipt(workspace, plan, BUREAU, {(BUREAU, Field.PERCENT): OURS}))
