"""Which tasks a view shows."""

import dataclasses
import datetime as dt

import pytest

from desktop_app.domain.errors import BadInput
from desktop_app.domain.filters import TaskFilter, lacks_evidence
from desktop_app.domain.ledger import AssignmentRow, ProgressRow, Tally, TaskRow
from desktop_app.domain.plan import Role
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Due, Mark, Status, judge

TODAY = dt.date(2021, 10, 18)
DUE = Due(dt.date(2021, 9, 30), dt.date(2021, 9, 30))
ROW = TaskRow(
    id=11,
    plan_id=1,
    plan_title="工作要点",
    parent=1,
    position=3,
    node="n3",
    number="（十一）",
    title="推进平台建设",
    text="实现不少于30个业务场景上线。",
    chapter="二、开启新模式",
    section="",
    status=Status.IN_PROGRESS,
    percent=87,
    expected=100,
    signal=judge(Status.IN_PROGRESS, 87, DUE, TODAY),
    due=DUE,
    assignments=(
        AssignmentRow(Role.LEAD, 1, "市政务服务数据管理局", "市政务服务数据管理局"),
        AssignmentRow(Role.SUPPORT, 2, "市公安局", "市公安局"),
    ),
    parts=(),
    targets=(),
    evidence_names=("验收意见.pdf",),
    latest=ProgressRow(1, TODAY, "累计上线26个场景", 87, "国土数据接口未开放", "", "市政数局"),
    closed_on=None,
    no_evidence_reason="",
    updated_at=dt.datetime(2021, 10, 18, tzinfo=dt.UTC),
)


@pytest.mark.parametrize(
    "where",
    [
        TaskFilter(),
        TaskFilter(plan=1),
        TaskFilter(unit="公安"),
        TaskFilter(unit="公安", role=Role.SUPPORT),
        TaskFilter(owner="市政务服务数据管理局"),
        TaskFilter(mark=Mark.OVERDUE),
        TaskFilter(month=dt.date(2021, 9, 1)),
        TaskFilter(chapter="二、开启新模式"),
        TaskFilter(search="平台 30个"),
        TaskFilter(search="国土数据"),
        TaskFilter(search="验收意见"),
        TaskFilter(search="开启"),
    ],
)
def test_a_task_belongs_to_the_views_its_facts_name(where):
    assert where.matches(ROW)


@pytest.mark.parametrize(
    "where",
    [
        TaskFilter(plan=2),
        TaskFilter(unit="公安", role=Role.LEAD),
        TaskFilter(owner="市公安局"),
        TaskFilter(status=Status.CLOSED),
        TaskFilter(month=dt.date(2020, 9, 1)),
        TaskFilter(missing_evidence=True),
        TaskFilter(search="平台 31个"),
    ],
)
def test_a_task_stays_out_of_other_views(where):
    assert not where.matches(ROW)


def test_a_closed_task_without_file_or_reason_lacks_evidence():
    bare = dataclasses.replace(ROW, status=Status.CLOSED, evidence_names=())
    assert lacks_evidence(bare)
    assert not lacks_evidence(dataclasses.replace(bare, no_evidence_reason="会议纪要涉密，存档备查"))
    assert not lacks_evidence(dataclasses.replace(bare, evidence_names=("纪要.pdf",)))
    assert not lacks_evidence(dataclasses.replace(bare, status=Status.IN_PROGRESS))


def test_the_responsible_unit_owns_a_task_that_names_no_lead():
    row = dataclasses.replace(ROW, assignments=(AssignmentRow(Role.RESPONSIBLE, 3, "区工信局", "区工信局"),))
    assert row.owners == ("区工信局",)
    assert ROW.owners == ("市政务服务数据管理局",)


def test_a_tally_counts_every_task_once_and_leaves_dropped_ones_out_of_the_mean():
    dropped = dataclasses.replace(ROW, status=Status.DROPPED, percent=0, signal=judge(Status.DROPPED, 0, DUE, TODAY))
    tally = Tally.of([ROW, ROW, dropped])
    assert tally.total == sum(tally.marks.values()) == sum(tally.statuses.values()) == 3
    assert tally.marks[Mark.OVERDUE] == 2
    assert tally.percent == 87
    assert Tally.of([]).percent == 0


def test_a_task_reference_reads_back_as_printed():
    assert TaskRef.parse(" 12.2 ") == TaskRef(12, 2)
    assert str(TaskRef.parse("12")) == "12"


@pytest.mark.parametrize("text", ["", "x", "12.", "-1", "１２", "1.2.3", "99999999999"])
def test_anything_else_is_refused_in_words(text):
    with pytest.raises(BadInput, match="无法识别"):
        TaskRef.parse(text)
