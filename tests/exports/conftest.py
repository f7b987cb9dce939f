"""A ledger of an invented city: 50 tasks in 7 chapters with parts, long wording, rare letters and every light."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from desktop_app.domain.ledger import AssignmentRow, PartRow, PlanRow, ProgressRow, ReadingRow, TargetRow, TaskRow
from desktop_app.domain.plan import Role, Span
from desktop_app.domain.task import Due, Status, judge
from desktop_app.exports.text import numeral

TODAY = dt.date(2021, 10, 18)
ISSUED = dt.date(2021, 6, 6)
PLAN_TITLE = "云江市数字政府改革建设2021年工作要点"

CHAPTERS = (
    ("一、推进政务服务水平提质增效", 9),
    ("二、开启“民情地图”全域治理新模式", 6),
    ("三、推动营商环境优化再上新台阶", 6),
    ("四、保障重点领域工作有序推进", 18),
    ("五、扩大政务数据应用开放力度", 4),
    ("六、夯实提升数字政府基础支撑能力", 3),
    ("七、强化完善数字政府体制机制保障", 4),
)
TITLES = (
    "深入推进政务服务流程优化",
    "深化“云系列”平台型应用建设",
    "推进“民情地图”平台建设",
    "创新完善医保支付方式",
    "完善“互联网+监管”系统建设",
    "建设一体化政务大数据中心（二期）",
    "推广应用电子证照与电子印章",
    "加快12345热线与110对接联动",
    "推动IPv6规模部署，完成5G基站建设1,200个",
    "压减各类表格数量，为基层减负——推行“一表通”",
)
UNITS = (
    "市政务服务数据管理局", "市医保局", "市发展改革局", "市公安局", "市财政局", "市工业和信息化局",
    "区行政审批局（大数据中心）", "市市场监管局", "各县（市、区）人民政府",
)  # fmt: skip
WORDING = (
    "面向“四个一流”“六个通办”等各项工作要求和发展目标，以标准化、最小颗粒度为原则，完成不少于500个政务服务事项"
    "场景化、精细化梳理，实现“一事项多情形、一情形一标准”，切实提升服务引导的精准性；梳理并落地30个一件事联办事项，"
    "推动跨部门、跨层级、跨区域数据共享和业务协同（①统一受理；②并联审批；③一次办结），到2021年底网上可办率达到95%以上。"
)
RARE = "由陈𬭚、王镕、李喆三名同志负责对接"


def make_task(n: int, **changes: object) -> TaskRow:
    """Task number `n` (from 0) of the ledger; `changes` replace fields."""
    fields: dict[str, object] = _fields(n)
    fields.update(changes)
    status, percent, due = fields["status"], fields["percent"], fields["due"]
    fields.setdefault("signal", judge(status, percent, due, TODAY, ISSUED))  # type: ignore[arg-type]
    return TaskRow(**fields)  # type: ignore[arg-type]


def _fields(n: int) -> dict[str, object]:
    status = (
        Status.IN_PROGRESS, Status.CLOSED, Status.IN_PROGRESS, Status.AWAITING_CHECK, Status.IN_PROGRESS,
        Status.IN_PROGRESS, Status.NOT_STARTED, Status.IN_PROGRESS, Status.CLOSED, Status.SUSPENDED,
    )[n % 10]  # fmt: skip
    percent = {Status.CLOSED: 100, Status.AWAITING_CHECK: 95, Status.NOT_STARTED: 0}.get(status, 30 + n * 7 % 60)
    date = (dt.date(2021, 8, 31), dt.date(2021, 12, 31), dt.date(2021, 10, 31), dt.date(2022, 6, 30))[n % 4]
    due = None if n == 12 else Due(dt.date(2021, 11, 30) if n == 20 else date, date)
    return {
        "id": 100 + n, "plan_id": 1, "plan_title": PLAN_TITLE, "parent": None, "position": n, "node": f"n{n}",
        "number": f"（{numeral(n + 1)}）", "title": TITLES[n % 10] + ("" if n < 10 else f"（第{n // 10}批）"),
        "text": WORDING if n % 3 else WORDING + RARE + "。" + WORDING, "chapter": _chapter(n), "section": "",
        "status": status, "percent": percent, "expected": 70, "due": due, "assignments": _assignments(n),
        "parts": _parts(n), "targets": _targets(n), "evidence_names": ("验收意见.pdf", "现场照片.jpg")[: n % 3],
        "latest": _latest(n, percent), "closed_on": dt.date(2021, 10, 8) if status is Status.CLOSED else None,
        "no_evidence_reason": "材料涉及个人信息，存于业务科室" if n == 21 else "",
        "updated_at": dt.datetime(2021, 10, 18, 9, 42, tzinfo=dt.UTC),
    }  # fmt: skip


def _chapter(n: int) -> str:
    for name, size in CHAPTERS:
        if n < size:
            return name
        n -= size
    return CHAPTERS[-1][0]


def _assignments(n: int) -> tuple[AssignmentRow, ...]:
    lead, support = UNITS[n % len(UNITS)], UNITS[(n + 4) % len(UNITS)]
    both = [AssignmentRow(Role.LEAD, n % 9, lead, lead), AssignmentRow(Role.SUPPORT, (n + 4) % 9, support, support)]
    if n % 10 == 2:
        both.append(AssignmentRow(Role.SUPPORT, 8, UNITS[8], UNITS[8], part=2))
    return tuple(both)


def _parts(n: int) -> tuple[PartRow, ...]:
    if n % 10 != 2:
        return ()
    dates = (dt.date(2021, 9, 30), dt.date(2021, 12, 31))
    standing = ((Status.CLOSED, 100), (Status.IN_PROGRESS, 40))
    return tuple(
        PartRow(
            n * 10 + i, i, f"完成{what}，形成标准规范并组织验收。", Span(0, 10), status, percent,
            judge(status, percent, Due(date, date), TODAY, ISSUED), Due(date, date),
        )
        for i, (what, date, (status, percent)) in enumerate(zip(("平台一期建设", "场景接入30个"), dates, standing, strict=True), 1)
    )  # fmt: skip


def _targets(n: int) -> tuple[TargetRow, ...]:
    if n % 10 not in (0, 1):
        return ()
    reading = (ReadingRow(n, dt.date(2021, 10, 8), 512.0, ""),) if n % 20 == 0 else ()
    return (
        TargetRow(n, "完成不少于500个政务服务事项梳理", ">=", 500.0, "个", None, reading),
        TargetRow(n + 1000, "全市实名注册用户突破290万", ">=", 2900000.0, "", dt.date(2021, 12, 31)),
    )


def _latest(n: int, percent: int) -> ProgressRow | None:
    if n % 5 == 4:
        return None
    text = f"政务服务事项梳理已完成{512 - n}个；一件事联办事项落地24个，尚差6个。"
    problems = "不动产、医保两个业务系统接口未开放。" if n % 2 == 0 else ""
    return ProgressRow(n, dt.date(2021, 10, 8), text, percent, problems, "10月底前完成接口联调", "数据科", None)


@pytest.fixture(scope="session")
def today() -> dt.date:
    return TODAY


@pytest.fixture
def task() -> Callable[..., TaskRow]:
    """A builder of single tasks."""
    return make_task


@pytest.fixture(scope="session")
def rows() -> list[TaskRow]:
    return [make_task(n) for n in range(50)]


@pytest.fixture(scope="session")
def plans() -> list[PlanRow]:
    return [make_plan()]


def make_plan(tasks: int = 50) -> PlanRow:
    """The stored plan of the ledger."""
    read_at = dt.datetime(2021, 6, 10, 9, 0, tzinfo=dt.UTC)
    return PlanRow(
        1, PLAN_TITLE, "云府办函〔2021〕130号", "云江市人民政府办公室", ISSUED, "要点.txt", tasks, 10, read_at
    )
