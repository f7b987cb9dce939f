from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from desktop_app.domain.errors import BadInput, NotFound, Refused
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Mark, Status
from desktop_app.services import evidence, history, queries, tasks
from desktop_app.services.workspace import Workspace
from tests.services.conftest import Ledger


def part(ref: TaskRef, index: int) -> TaskRef:
    return TaskRef(ref.task, index)


def status(workspace: Workspace, ref: TaskRef) -> tuple[Status, int]:
    row = queries.task(workspace, ref.task)
    return row.status, row.percent


def parts(workspace: Workspace, ref: TaskRef) -> list[tuple[Status, int]]:
    return [(p.status, p.percent) for p in queries.task(workspace, ref.task).parts]


def test_ticking_closes_a_task_today(workspace: Workspace, ledger: Ledger) -> None:
    changes = tasks.tick(workspace, [ledger.hotline])
    row = queries.task(workspace, ledger.hotline.task)
    assert (row.status, row.percent, row.closed_on) == (Status.CLOSED, 100, dt.date(2021, 10, 18))
    assert changes.tasks == {ledger.hotline.task}
    assert changes.label == "销号“2.完善服务热线”"


def test_a_tick_without_evidence_says_which_tasks_have_none(workspace: Workspace, ledger: Ledger, photo: Path) -> None:
    evidence.attach(workspace, [ledger.across], [photo])
    changes = tasks.tick(workspace, [ledger.across, ledger.hotline, ledger.budget])
    assert changes.warnings[0].startswith("“2.完善服务热线”、“三、保障措施”尚无佐证")


def test_a_tick_says_which_tasks_have_targets_not_reached_or_not_read(workspace: Workspace, ledger: Ledger) -> None:
    (across,), (budget,) = (queries.task(workspace, ref.task).targets for ref in (ledger.across, ledger.budget))
    tasks.add_reading(workspace, across.id, across.value - 1, dt.date(2021, 10, 8))
    tasks.add_reading(workspace, budget.id, budget.value, dt.date(2021, 10, 8))
    changes = tasks.tick(workspace, [ledger.across, ledger.hotline, ledger.budget], without_evidence="纸质存档")
    assert changes.warnings == ("“1.推进跨市通办”有指标未达到或没有读数。补记读数，或退回",)


def test_a_part_that_is_ticked_is_asked_for_its_own_targets_only(workspace: Workspace, ledger: Ledger) -> None:
    targets = queries.task(workspace, ledger.platform.task).targets
    for part in (1, 2):
        ref = TaskRef(ledger.platform.task, part)
        said = tasks.tick(workspace, [ref], without_evidence="纸质存档").warnings
        assert bool(said) == any(target.part == part for target in targets), part


def test_a_reason_for_no_evidence_is_kept_and_ends_the_warning(workspace: Workspace, ledger: Ledger) -> None:
    changes = tasks.tick(workspace, [ledger.hotline], without_evidence="涉密，不上传")
    assert changes.warnings == ()
    assert queries.task(workspace, ledger.hotline.task).no_evidence_reason == "涉密，不上传"


def test_a_closed_task_takes_a_reason_on_later(workspace: Workspace, ledger: Ledger) -> None:
    tasks.tick(workspace, [ledger.hotline], on=dt.date(2021, 10, 1))
    tasks.tick(workspace, [ledger.hotline], without_evidence="涉密")
    row = queries.task(workspace, ledger.hotline.task)
    assert (row.no_evidence_reason, row.closed_on) == ("涉密", dt.date(2021, 10, 1))


def test_ticking_a_task_closes_all_its_parts(workspace: Workspace, ledger: Ledger) -> None:
    tasks.tick(workspace, [ledger.platform])
    assert parts(workspace, ledger.platform) == [(Status.CLOSED, 100)] * 2


def test_ticking_the_last_part_closes_the_task(workspace: Workspace, ledger: Ledger) -> None:
    changes = tasks.tick(workspace, [part(ledger.platform, 1)])
    assert changes.label == "销号“3.建设数据平台”分段1"
    assert status(workspace, ledger.platform) == (Status.IN_PROGRESS, 50)
    tasks.tick(workspace, [part(ledger.platform, 2)])
    assert status(workspace, ledger.platform) == (Status.CLOSED, 100)
    assert queries.task(workspace, ledger.platform.task).closed_on == workspace.today


def test_ticking_both_parts_at_once_closes_the_task(workspace: Workspace, ledger: Ledger) -> None:
    tasks.tick(workspace, [part(ledger.platform, 2), part(ledger.platform, 1), part(ledger.platform, 2)])
    assert status(workspace, ledger.platform) == (Status.CLOSED, 100)


def test_reopening_a_part_reopens_its_task(workspace: Workspace, ledger: Ledger) -> None:
    tasks.tick(workspace, [ledger.platform])
    tasks.reopen(workspace, [part(ledger.platform, 2)], "材料不全")
    assert status(workspace, ledger.platform) == (Status.IN_PROGRESS, 50)
    assert parts(workspace, ledger.platform) == [(Status.CLOSED, 100), (Status.IN_PROGRESS, 0)]
    assert queries.task(workspace, ledger.platform.task).closed_on is None


def test_reopening_gives_the_percent_back(workspace: Workspace, ledger: Ledger) -> None:
    tasks.set_percent(workspace, [ledger.hotline], 60)
    tasks.tick(workspace, [ledger.hotline], without_evidence="涉密")
    tasks.reopen(workspace, [ledger.hotline], "材料不全")
    assert status(workspace, ledger.hotline) == (Status.IN_PROGRESS, 60)
    assert queries.task(workspace, ledger.hotline.task).no_evidence_reason == ""
    assert history.entries(workspace, limit=1)[0].detail == "理由：材料不全"


def test_ticking_again_changes_nothing_for_what_is_closed(workspace: Workspace, ledger: Ledger) -> None:
    tasks.tick(workspace, [ledger.hotline], on=dt.date(2021, 10, 1))
    changes = tasks.tick(workspace, [ledger.hotline, ledger.budget])
    assert changes.tasks == {ledger.budget.task}
    assert queries.task(workspace, ledger.hotline.task).closed_on == dt.date(2021, 10, 1)
    with pytest.raises(Refused, match="所选任务均已销号"):
        tasks.tick(workspace, [ledger.hotline, ledger.budget])
    assert len(history.entries(workspace)) == 3


def test_a_batch_is_one_entry_that_counts(workspace: Workspace, ledger: Ledger) -> None:
    assert tasks.tick(workspace, [ledger.across, ledger.hotline, ledger.budget]).label == "销号3项"
    assert history.undo_label(workspace) == "销号3项"


@pytest.mark.parametrize(
    ("ref", "message"),
    [
        ("99", "没有编号为99的任务"),
        ("1", "没有编号为1的任务"),
        ("2", "没有编号为2的任务"),
        ("7.3", "只有2个分段"),
        ("5.1", "没有分段"),
    ],
)
def test_what_is_no_task_is_not_found(workspace: Workspace, ledger: Ledger, ref: str, message: str) -> None:
    with pytest.raises(NotFound, match=message):
        tasks.tick(workspace, [ledger.hotline, TaskRef.parse(ref)])
    assert status(workspace, ledger.hotline) == (Status.NOT_STARTED, 0)


def test_nothing_chosen_is_said(workspace: Workspace, ledger: Ledger) -> None:
    with pytest.raises(NotFound, match="未选择任务"):
        tasks.tick(workspace, [])


def test_a_task_is_not_closed_in_the_future(workspace: Workspace, ledger: Ledger) -> None:
    with pytest.raises(BadInput, match="晚于今天"):
        tasks.tick(workspace, [ledger.hotline], on=dt.date(2021, 10, 19))


def test_reopening_needs_a_reason_and_something_closed(workspace: Workspace, ledger: Ledger) -> None:
    with pytest.raises(BadInput, match="退回理由不能为空"):
        tasks.reopen(workspace, [ledger.hotline], "  ")
    with pytest.raises(Refused, match="均未销号"):
        tasks.reopen(workspace, [ledger.hotline], "材料不全")


@pytest.mark.parametrize("wanted", [s for s in Status if s is not Status.NOT_STARTED])
def test_a_status_is_set_by_hand(workspace: Workspace, ledger: Ledger, wanted: Status) -> None:
    tasks.set_status(workspace, [ledger.hotline, ledger.budget], wanted)
    assert {queries.task(workspace, ref.task).status for ref in (ledger.hotline, ledger.budget)} == {wanted}


def test_setting_the_same_status_is_refused(workspace: Workspace, ledger: Ledger) -> None:
    tasks.set_status(workspace, [ledger.hotline], Status.SUSPENDED)
    with pytest.raises(Refused, match="已是“暂缓”"):
        tasks.set_status(workspace, [ledger.hotline], Status.SUSPENDED)


def test_sending_a_closed_task_on_by_hand_reopens_its_parts(workspace: Workspace, ledger: Ledger) -> None:
    tasks.tick(workspace, [ledger.platform])
    tasks.set_status(workspace, [ledger.platform], Status.IN_PROGRESS)
    assert parts(workspace, ledger.platform) == [(Status.IN_PROGRESS, 0)] * 2


def test_suspending_leaves_the_parts_alone(workspace: Workspace, ledger: Ledger) -> None:
    tasks.tick(workspace, [part(ledger.platform, 1)])
    tasks.set_status(workspace, [ledger.platform], Status.SUSPENDED)
    assert parts(workspace, ledger.platform) == [(Status.CLOSED, 100), (Status.NOT_STARTED, 0)]


def test_dropping_the_last_open_part_closes_the_task(workspace: Workspace, ledger: Ledger) -> None:
    tasks.tick(workspace, [part(ledger.platform, 1)])
    tasks.set_status(workspace, [part(ledger.platform, 2)], Status.DROPPED)
    assert status(workspace, ledger.platform)[0] is Status.CLOSED


def test_percent_set_by_hand_holds_until_a_part_moves(workspace: Workspace, ledger: Ledger) -> None:
    tasks.set_percent(workspace, [ledger.platform], 70)
    assert status(workspace, ledger.platform) == (Status.IN_PROGRESS, 70)
    tasks.set_percent(workspace, [part(ledger.platform, 2)], 45)
    assert status(workspace, ledger.platform) == (Status.IN_PROGRESS, 23)


@pytest.mark.parametrize("percent", [-1, 101])
def test_a_percent_outside_is_refused(workspace: Workspace, ledger: Ledger, percent: int) -> None:
    with pytest.raises(BadInput, match="0到100"):
        tasks.set_percent(workspace, [ledger.hotline], percent)
    with pytest.raises(BadInput, match="0到100"):
        tasks.add_progress(workspace, ledger.hotline, "进展", percent)


def test_the_percent_of_a_closed_task_stays(workspace: Workspace, ledger: Ledger) -> None:
    tasks.tick(workspace, [ledger.hotline])
    with pytest.raises(Refused, match="均已销号"):
        tasks.set_percent(workspace, [ledger.hotline], 50)
    changes = tasks.set_percent(workspace, [ledger.hotline, ledger.budget], 50)
    assert changes.warnings == ("“2.完善服务热线”已销号，进度未改",)


@pytest.mark.parametrize(("percent", "expected"), [(None, Status.NOT_STARTED), (30, Status.IN_PROGRESS)])
def test_progress_with_a_percent_starts_the_work(
    workspace: Workspace, ledger: Ledger, percent: int | None, expected: Status
) -> None:
    tasks.add_progress(workspace, ledger.hotline, "已开工", percent)
    assert queries.task(workspace, ledger.hotline.task).status is expected


def test_progress_at_full_waits_to_be_checked(workspace: Workspace, ledger: Ledger) -> None:
    tasks.add_progress(workspace, ledger.hotline, "已完成", 100)
    assert queries.task(workspace, ledger.hotline.task).signal.mark is Mark.TO_CHECK


def test_progress_entries_pile_up_newest_first(workspace: Workspace, ledger: Ledger) -> None:
    ref = ledger.hotline
    tasks.add_progress(workspace, ref, "第二条", 20, "经费未落实", "申请经费", "张三")
    tasks.add_progress(workspace, ref, "第一条", on=dt.date(2021, 9, 1))
    tasks.add_progress(workspace, ref, "第三条")
    detail = queries.detail(workspace, ref.task)
    assert [entry.text for entry in detail.progress] == ["第三条", "第二条", "第一条"]
    assert (detail.progress[1].problems, detail.progress[1].next_step) == ("经费未落实", "申请经费")
    assert detail.row.latest == detail.progress[0]


def test_progress_of_a_part_names_the_part(workspace: Workspace, ledger: Ledger) -> None:
    tasks.add_progress(workspace, part(ledger.platform, 2), "接入12个部门", 40)
    assert queries.detail(workspace, ledger.platform.task).progress[0].part == 2
    assert status(workspace, ledger.platform) == (Status.IN_PROGRESS, 20)


def test_progress_needs_words_and_a_day_that_has_come(workspace: Workspace, ledger: Ledger) -> None:
    with pytest.raises(BadInput, match="进展情况不能为空"):
        tasks.add_progress(workspace, ledger.hotline, " \n")
    with pytest.raises(BadInput, match="晚于今天"):
        tasks.add_progress(workspace, ledger.hotline, "进展", on=dt.date(2022, 1, 1))


def test_a_closed_task_takes_progress_without_a_lower_percent(workspace: Workspace, ledger: Ledger) -> None:
    tasks.tick(workspace, [ledger.hotline])
    tasks.add_progress(workspace, ledger.hotline, "归档")
    with pytest.raises(Refused, match="已销号"):
        tasks.add_progress(workspace, ledger.hotline, "返工", 80)


def test_an_extension_keeps_the_first_date_and_the_basis(workspace: Workspace, ledger: Ledger) -> None:
    tasks.extend(workspace, ledger.hotline, dt.date(2021, 12, 31), "会议纪要〔2021〕3号")
    tasks.extend(workspace, ledger.hotline, dt.date(2022, 3, 31), "会议纪要〔2021〕9号")
    found = queries.detail(workspace, ledger.hotline.task).deadlines[0]
    assert (found.date, found.first_date) == (dt.date(2022, 3, 31), dt.date(2021, 9, 30))
    assert found.basis == "会议纪要〔2021〕9号"
    assert queries.task(workspace, ledger.hotline.task).signal.word == "延期中"


def test_a_date_is_not_moved_back(workspace: Workspace, ledger: Ledger) -> None:
    for day in (dt.date(2021, 9, 30), dt.date(2021, 8, 1)):
        with pytest.raises(BadInput, match="应晚于现在的完成时限2021-09-30"):
            tasks.extend(workspace, ledger.hotline, day, "会议纪要")
    with pytest.raises(BadInput, match="延期依据不能为空"):
        tasks.extend(workspace, ledger.hotline, dt.date(2022, 1, 1), "")


def test_a_task_without_a_date_gets_one(workspace: Workspace, ledger: Ledger) -> None:
    changes = tasks.extend(workspace, ledger.publicity, dt.date(2021, 12, 1), "区政府要求")
    assert changes.label == "时限“4.加强宣传”"
    due = queries.task(workspace, ledger.publicity.task).due
    assert due is not None
    assert (due.date, due.first_date) == (dt.date(2021, 12, 1), dt.date(2021, 12, 1))


def test_extending_a_task_with_parts_moves_the_date_it_is_measured_by(workspace: Workspace, ledger: Ledger) -> None:
    tasks.extend(workspace, ledger.platform, dt.date(2021, 10, 20), "会议纪要")
    dates = [deadline.date for deadline in queries.detail(workspace, ledger.platform.task).deadlines]
    assert dates == [dt.date(2021, 10, 20), dt.date(2021, 11, 30)]


def test_extending_a_part_moves_its_own_date(workspace: Workspace, ledger: Ledger) -> None:
    tasks.extend(workspace, part(ledger.platform, 2), dt.date(2022, 1, 31), "会议纪要")
    rows = queries.task(workspace, ledger.platform.task).parts
    assert [row.due.date for row in rows if row.due] == [dt.date(2021, 8, 31), dt.date(2022, 1, 31)]


def test_readings_of_a_target_come_oldest_first(workspace: Workspace, ledger: Ledger) -> None:
    target = queries.task(workspace, ledger.across.task).targets[0]
    tasks.add_reading(workspace, target.id, 120, note="月报")
    changes = tasks.add_reading(workspace, target.id, 80, on=dt.date(2021, 9, 1))
    assert changes.tasks == {ledger.across.task}
    found = queries.task(workspace, ledger.across.task).targets[0]
    assert [(reading.value, reading.note) for reading in found.readings] == [(80, ""), (120, "月报")]
    assert found.reached


def test_a_reading_must_be_a_number_of_a_target(workspace: Workspace, ledger: Ledger) -> None:
    with pytest.raises(NotFound, match="没有编号为99的指标"):
        tasks.add_reading(workspace, 99, 1)
    with pytest.raises(BadInput, match="应为数字"):
        tasks.add_reading(workspace, 1, float("nan"))
