"""A newer version of a plan: what is new, changed, gone; records stay, and one undo takes all of it back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.domain.errors import BadInput, NotFound
from desktop_app.domain.ledger import TaskRow
from desktop_app.domain.plan import Plan, PlanRule, RuleScope, Span
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.revision import Change
from desktop_app.domain.task import Status
from desktop_app.services import evidence, history, integrity, originals, plan_rules, plans, queries, revise, tasks
from desktop_app.services.workspace import Workspace
from tests.services.conftest import Dump
from tests.versions import Chapter, Said, make_plan, save, task

SEPTEMBER, DECEMBER = dt.date(2021, 9, 30), dt.date(2021, 12, 31)
FIRST: Sequence[Chapter] = (
    (
        "优化服务",
        (
            task("推进跨市通办", "推动事项跨市通办", unit="市政数局", due=DECEMBER),
            task("完善服务热线", "完成热线归并", unit="市信访局", due=SEPTEMBER, percent=90),
        ),
    ),
    (
        "夯实底座",
        (
            task(
                "建设数据平台",
                "完成平台立项",
                Said("建成数据平台并接入部门", "市财政局", DECEMBER),
                unit="市发展改革局",
                due=SEPTEMBER,
            ),
            task("加强宣传引导", "做好宣传引导工作"),
        ),
    ),
)


@dataclass
class Kept:
    """A workspace with the first version, to be revised."""

    workspace: Workspace
    folder: Path
    plan_id: int

    def revise(self, chapters: Sequence[Chapter], **options: object) -> revise.RevisionResult:
        folder = self.folder / "new"
        folder.mkdir(exist_ok=True)
        plan = make_plan(chapters)
        return revise.revise(self.workspace, self.plan_id, save(plan, folder), plan, **options)  # type: ignore[arg-type]

    def row(self, title: str) -> TaskRow:
        return next(row for row in queries.tasks(self.workspace) if row.title == title)

    def ref(self, title: str, part: int | None = None) -> TaskRef:
        return TaskRef(self.row(title).id, part)

    def titles(self) -> list[str]:
        return [row.title for row in queries.tasks(self.workspace)]


@pytest.fixture
def kept(workspace: Workspace, tmp_path: Path) -> Kept:
    plan = make_plan(FIRST)
    return Kept(workspace, tmp_path, plans.store_plan(workspace, plan, save(plan, tmp_path)).plan_id)


def test_the_same_text_changes_nothing(kept: Kept, dump: Callable[[], Dump]) -> None:
    before = dump()
    result = kept.revise(FIRST)
    assert result.identical
    assert "未作更改" in result.changes.label
    assert dump() == before
    assert list((kept.workspace.folder / "backups").iterdir()) == []


def test_a_task_that_did_not_change_keeps_all_that_was_recorded(kept: Kept, photo: Path) -> None:
    ref = kept.ref("完善服务热线")
    tasks.extend(kept.workspace, ref, DECEMBER, "会议纪要")
    tasks.add_reading(kept.workspace, 1, 80)
    tasks.add_progress(kept.workspace, ref, "已归并", 60)
    evidence.attach(kept.workspace, [ref], [photo])
    tasks.tick(kept.workspace, [ref], note="已验收")
    before = queries.detail(kept.workspace, ref.task)
    result = kept.revise([("新开的一章", (task("新任务"),)), *FIRST])
    after = queries.detail(kept.workspace, ref.task)
    assert [each.change for each in result.tasks] == [Change.NEW]
    assert after.wording == before.wording
    assert (after.row.number, after.row.chapter) == ("3.", "二、优化服务")
    assert after.row.status is Status.CLOSED
    assert [each.date for each in after.deadlines] == [DECEMBER]
    assert after.deadlines[0].basis == "会议纪要"
    assert [reading.value for reading in after.row.targets[0].readings] == [80]
    assert (after.progress, after.evidence) == (before.progress, before.evidence)
    assert integrity.verify(kept.workspace) == []


def test_a_closed_task_whose_wording_changed_waits_to_be_checked(kept: Kept) -> None:
    tasks.tick(kept.workspace, [kept.ref("加强宣传引导")], on=dt.date(2021, 10, 1))
    result = kept.revise([FIRST[0], (FIRST[1][0], (FIRST[1][1][0], task("加强宣传引导", "做好宣传引导和培训工作")))])
    changed = result.tasks[0]
    assert (changed.change, changed.asks) == (Change.CHANGED, True)
    assert [piece.text for piece in changed.pieces if piece.edit == "added"] == ["和培训"]
    assert kept.row("加强宣传引导").status is Status.AWAITING_CHECK
    assert kept.row("加强宣传引导").percent == 100
    assert "原于2021-10-01销号" in _close_note(kept)


def _close_note(kept: Kept) -> str:
    with kept.workspace.engine.connect() as connection:
        return str(connection.exec_driver_sql("SELECT close_note FROM node WHERE title = '加强宣传引导'").scalar())


@pytest.mark.parametrize("by_id", [False, True])
def test_a_changed_task_stays_closed_when_told_so(kept: Kept, by_id: bool) -> None:
    tasks.tick(kept.workspace, [kept.ref("加强宣传引导"), kept.ref("推进跨市通办")])
    keep = [kept.ref("加强宣传引导").task] if by_id else True
    kept.revise(
        [
            (
                FIRST[0][0],
                (task("推进跨市通办", "推动更多事项跨市通办", unit="市政数局", due=DECEMBER), FIRST[0][1][1]),
            ),
            (FIRST[1][0], (FIRST[1][1][0], task("加强宣传引导", "做好宣传引导和培训工作"))),
        ],
        keep_ticks=keep,
    )
    assert kept.row("加强宣传引导").status is Status.CLOSED
    assert kept.row("推进跨市通办").status is (Status.AWAITING_CHECK if by_id else Status.CLOSED)


def test_a_task_that_is_gone_is_kept_at_the_end_of_its_chapter(kept: Kept, photo: Path) -> None:
    ref = kept.ref("推进跨市通办")
    tasks.tick(kept.workspace, [ref], on=dt.date(2021, 10, 8), note="已验收")
    evidence.attach(kept.workspace, [ref], [photo])
    wording = queries.detail(kept.workspace, ref.task).wording
    result = kept.revise([(FIRST[0][0], (FIRST[0][1][1], task("设立综合窗口"))), FIRST[1]])
    assert [(each.change, each.title) for each in result.tasks] == [
        (Change.NEW, "设立综合窗口"),
        (Change.GONE, "推进跨市通办"),
    ]
    assert kept.titles() == ["完善服务热线", "设立综合窗口", "推进跨市通办", "建设数据平台", "加强宣传引导"]
    detail = queries.detail(kept.workspace, ref.task)
    assert (detail.row.status, detail.row.signal.word) == (Status.DROPPED, "不再适用")
    assert detail.row.signal.reason == "10月18日更新版本时删去，不再适用，不计灯"
    assert (detail.row.gone_on, detail.row.closed_on) == (kept.workspace.today, dt.date(2021, 10, 8))
    assert detail.wording == wording
    assert wording in originals.text_of_task(kept.workspace, ref.task)
    assert len(detail.evidence) == 1
    assert integrity.verify(kept.workspace) == []


def test_a_chapter_that_is_gone_is_kept_while_it_holds_tasks(kept: Kept) -> None:
    kept.revise([FIRST[1]])
    rows = queries.tasks(kept.workspace)
    assert [(row.chapter, row.title) for row in rows] == [
        ("一、夯实底座", "建设数据平台"),
        ("一、夯实底座", "加强宣传引导"),
        ("一、优化服务", "推进跨市通办"),
        ("一、优化服务", "完善服务热线"),
    ]
    outline = queries.outline(kept.workspace)
    assert [node.title for node in outline if node.depth == 0] == ["夯实底座", "优化服务"]


def test_what_comes_back_in_a_third_version_has_its_record_again(kept: Kept) -> None:
    ref = kept.ref("推进跨市通办")
    tasks.tick(kept.workspace, [ref])
    tasks.set_percent(kept.workspace, [kept.ref("完善服务热线")], 40)
    kept.revise([FIRST[1]])
    result = kept.revise(FIRST)
    assert [each.change for each in result.tasks] == [Change.BACK, Change.BACK]
    row = kept.row("推进跨市通办")
    assert (row.id, row.status, row.gone_on) == (ref.task, Status.CLOSED, None)
    assert (kept.row("完善服务热线").status, kept.row("完善服务热线").percent) == (Status.IN_PROGRESS, 40)
    assert kept.titles() == [each.title for _, listed in FIRST for each in listed]
    assert queries.plans(kept.workspace)[0].versions == 3
    assert integrity.verify(kept.workspace) == []


def test_a_heading_that_went_goes_for_good_once_its_tasks_are_back_elsewhere(kept: Kept) -> None:
    kept.revise([FIRST[1]])
    kept.revise([(FIRST[1][0], (*FIRST[1][1], *FIRST[0][1]))])
    assert [node.title for node in queries.outline(kept.workspace) if node.depth == 0] == ["夯实底座"]
    assert {row.gone_on for row in queries.tasks(kept.workspace)} == {None}
    assert integrity.verify(kept.workspace) == []


def test_a_task_under_another_heading_has_moved(kept: Kept) -> None:
    first, second = FIRST
    result = kept.revise([(first[0], first[1][:1]), (second[0], (*second[1], first[1][1]))])
    (moved,) = result.tasks
    assert (moved.change, moved.title, moved.old_path, moved.path) == (
        Change.MOVED,
        "完善服务热线",
        "一、优化服务",
        "二、夯实底座",
    )


def test_a_heading_may_be_renamed_without_moving_its_tasks(kept: Kept) -> None:
    result = kept.revise([("优化政务服务体系", FIRST[0][1]), FIRST[1]])
    assert result.tasks == ()
    assert result.same == 4
    assert queries.tasks(kept.workspace)[0].chapter == "一、优化政务服务体系"


def test_a_new_date_takes_the_place_of_the_extended_one(kept: Kept) -> None:
    ref = kept.ref("完善服务热线")
    tasks.extend(kept.workspace, ref, DECEMBER, "会议纪要")
    june = dt.date(2022, 6, 30)
    second = task("完善服务热线", "完成热线归并", unit="市信访局", due=june, percent=90)
    kept.revise([(FIRST[0][0], (FIRST[0][1][0], second)), FIRST[1]])
    (deadline,) = queries.detail(kept.workspace, ref.task).deadlines
    assert (deadline.date, deadline.first_date, deadline.basis) == (june, june, "新版本改定")


def test_readings_go_on_when_the_number_rises(kept: Kept) -> None:
    tasks.add_reading(kept.workspace, 1, 80)
    second = task("完善服务热线", "完成热线归并", unit="市信访局", due=SEPTEMBER, percent=95)
    kept.revise([(FIRST[0][0], (FIRST[0][1][0], second)), FIRST[1]])
    (target,) = kept.row("完善服务热线").targets
    assert (target.value, [reading.value for reading in target.readings]) == (95, [80])


def test_readings_of_a_target_that_is_gone_become_words(kept: Kept) -> None:
    tasks.add_reading(kept.workspace, 1, 80)
    tasks.extend(kept.workspace, kept.ref("完善服务热线"), DECEMBER, "会议纪要")
    second = task("完善服务热线", "完成热线归并", unit="市信访局")
    kept.revise([(FIRST[0][0], (FIRST[0][1][0], second)), FIRST[1]])
    detail = queries.detail(kept.workspace, kept.ref("完善服务热线").task)
    assert detail.row.targets == ()
    assert [entry.text for entry in detail.progress] == [
        "新版本删去指标“完成热线归并达到90%”，原有读数：2021-10-18为80%",
        "新版本删去完成时限“2021-09-30前完成”（2021-09-30），原有延期：2021-10-18延至2021-12-31，依据：会议纪要",
    ]


def test_a_date_the_officer_set_stays(kept: Kept) -> None:
    tasks.extend(kept.workspace, kept.ref("加强宣传引导"), DECEMBER, "会议纪要")
    kept.revise([FIRST[0], (FIRST[1][0], (FIRST[1][1][0], task("加强宣传引导", "做好宣传引导和培训工作")))])
    due = kept.row("加强宣传引导").due
    assert due is not None
    assert due.date == DECEMBER


def test_parts_keep_their_own_ticks(kept: Kept) -> None:
    tasks.tick(kept.workspace, [kept.ref("建设数据平台", 1), kept.ref("建设数据平台", 2)])
    third = Said("开展平台运营", "市政数局", DECEMBER)
    second = Said("建成数据平台并接入全部部门", "市财政局", DECEMBER)
    new = task("建设数据平台", "完成平台立项", second, third, unit="市发展改革局", due=SEPTEMBER)
    kept.revise([FIRST[0], (FIRST[1][0], (new, FIRST[1][1][1]))])
    row = kept.row("建设数据平台")
    assert [part.status for part in row.parts] == [Status.CLOSED, Status.AWAITING_CHECK, Status.NOT_STARTED]
    assert row.status is Status.AWAITING_CHECK
    assert [(a.name, a.part) for a in row.assignments] == [("市发展改革局", 1), ("市财政局", 2), ("市政数局", 3)]


def test_a_part_that_is_gone_is_kept_with_its_record(kept: Kept, photo: Path) -> None:
    evidence.attach(kept.workspace, [kept.ref("建设数据平台", 1)], [photo])
    tasks.tick(kept.workspace, [kept.ref("建设数据平台", 1)])
    tasks.set_percent(kept.workspace, [kept.ref("建设数据平台", 2)], 30)
    new = task("建设数据平台", "建成数据平台并接入部门", unit="市财政局", due=DECEMBER)
    kept.revise([FIRST[0], (FIRST[1][0], (new, FIRST[1][1][1]))])
    detail = queries.detail(kept.workspace, kept.ref("建设数据平台").task)
    assert {part.status for part in detail.row.parts} == {Status.DROPPED}
    assert {each.part for each in detail.evidence} == {1}
    assert integrity.verify(kept.workspace) == []


def test_a_part_that_nothing_was_noted_of_goes(kept: Kept) -> None:
    new = task("建设数据平台", "建成数据平台并接入部门", unit="市财政局", due=DECEMBER)
    kept.revise([FIRST[0], (FIRST[1][0], (new, FIRST[1][1][1]))])
    row = kept.row("建设数据平台")
    assert row.parts == ()
    assert row.units() == ("市财政局",)


def test_one_undo_takes_all_of_it_back(kept: Kept, photo: Path, dump: Callable[[], Dump]) -> None:
    tasks.tick(kept.workspace, [kept.ref("推进跨市通办"), kept.ref("建设数据平台", 1)])
    evidence.attach(kept.workspace, [kept.ref("推进跨市通办")], [photo])
    before = dump()
    result = kept.revise([("全新一章", (task("全新任务"), task("加强宣传引导", "做好宣传引导工作"))), FIRST[1]])
    after = dump()
    assert result.changes.plans == {kept.plan_id}
    assert history.undo_label(kept.workspace) == "更新《工作要点》版本"
    history.undo(kept.workspace)
    assert dump() == before
    assert integrity.verify(kept.workspace) == []
    history.redo(kept.workspace)
    assert dump() == after
    assert integrity.verify(kept.workspace) == []


def test_a_dry_run_tells_and_changes_nothing(kept: Kept, dump: Callable[[], Dump]) -> None:
    before = dump()
    result = kept.revise([FIRST[1]], dry_run=True)
    assert [each.change for each in result.tasks] == [Change.GONE, Change.GONE]
    assert result.backup is None
    assert dump() == before
    assert len(list(kept.workspace.sources.files())) == 1


def test_there_is_a_backup_of_what_was_before(kept: Kept) -> None:
    result = kept.revise([FIRST[1]])
    assert result.backup is not None
    assert result.backup.parent == kept.workspace.folder / "backups"
    assert result.backup.is_file()


def test_both_files_are_kept_and_verified(kept: Kept) -> None:
    kept.revise([FIRST[1]])
    files = list(kept.workspace.sources.files())
    assert len(files) == 2
    files[0].chmod(0o644)
    files[0].unlink()
    assert [finding for finding in integrity.verify(kept.workspace) if "缺失" in finding]


def test_another_plan_altogether_is_pointed_out(kept: Kept) -> None:
    result = kept.revise([("城市更新", (task("改造老旧小区"), task("疏通排水管网")))], dry_run=True)
    assert result.warnings == ("原有4项任务中，新文件只有0项相同或相近。核对是否选错文件",)


def test_a_version_without_tasks_is_refused(kept: Kept) -> None:
    with pytest.raises(BadInput, match="没有读到任务"):
        kept.revise([("空章", ())])


def test_a_plan_that_is_not_there_cannot_be_revised(kept: Kept) -> None:
    kept.plan_id = 99
    with pytest.raises(NotFound, match="没有编号为99的规划"):
        kept.revise([FIRST[1]])


def test_a_clause_of_both_versions_stays_applied(workspace: Workspace, tmp_path: Path) -> None:
    rule = PlanRule(RuleScope.DATE_EVERYWHERE, "均于年底前完成", Span(0, 4), date=DECEMBER, rule="date")

    def version(title: str) -> Plan:
        return make_plan([("一章", (task("甲任务"), task(title)))], rules=(rule,))

    plan_id = plans.store_plan(workspace, version("乙任务"), save(version("乙任务"), tmp_path)).plan_id
    plan_rules.apply_rule(workspace, plan_rules.list_rules(workspace, plan_id)[0].id)
    revise.revise(workspace, plan_id, save(version("丙事项"), tmp_path), version("丙事项"))
    (listed,) = plan_rules.list_rules(workspace, plan_id)
    assert listed.applied_on == workspace.today
    rows = {row.title: row for row in queries.tasks(workspace)}
    assert rows["甲任务"].due is not None
    assert rows["丙事项"].due is None
    assert listed.tasks == (rows["丙事项"].id,)


def test_a_removed_plan_takes_its_versions_along_and_brings_them_back(kept: Kept, dump: Callable[[], Dump]) -> None:
    kept.revise([FIRST[1]])
    before = dump()
    plans.remove_plan(kept.workspace, kept.plan_id)
    assert integrity.verify(kept.workspace) == []
    history.undo(kept.workspace)
    assert dump() == before
