"""A small plan by hand: two chapters, eight tasks in every state, one with parts, one item of background."""

import dataclasses
import datetime as dt

from desktop_app.domain.ledger import AssignmentRow, OutlineRow, PartRow, PlanRow, TaskRow
from desktop_app.domain.plan import Kind, Role, Span
from desktop_app.domain.task import Due, Status, judge

TODAY = dt.date(2021, 10, 18)
START = dt.date(2021, 6, 6)
PLAN = PlanRow(
    1, "汕尾市数字政府改革建设2021年工作要点", "汕府办函〔2021〕130号", "汕尾市人民政府办公室", dt.date(2021, 6, 6),
    "要点.txt", 8, 2, dt.datetime(2021, 6, 10, 9, 0),
)  # fmt: skip
CHAPTERS = ("一、推进政务服务水平提质增效", "二、开启“民情地图”全域治理新模式")
DATA, POLICE = "市政务服务数据管理局", "市公安局"
YEAR_END, SEPTEMBER = dt.date(2021, 12, 31), dt.date(2021, 9, 30)


def signal(status: Status, percent: int, due: dt.date | None):
    """What the domain says of a task."""
    return judge(status, percent, Due(due, due) if due else None, TODAY, START)


def task(
    number: int,
    chapter: int,
    title: str,
    *,
    printed: str = "",
    status: Status = Status.IN_PROGRESS,
    percent: int = 70,
    due: dt.date | None = YEAR_END,
    leads: tuple[str, ...] = (DATA,),
    evidence: int = 0,
    parts: tuple[PartRow, ...] = (),
) -> TaskRow:
    """Task `number` of the plan; its id is 100 + number, and its row in the document is its number."""
    return TaskRow(
        id=100 + number,
        plan_id=1,
        plan_title=PLAN.title,
        parent=chapter,
        position=number,
        node=f"n{number}",
        number=printed or f"（{'一二三四五六七八九十'[number - 1]}）",
        title=title,
        text=f"{title}的原文，涉及数据共享。",
        chapter=CHAPTERS[chapter - 1],
        section="",
        status=status,
        percent=percent,
        expected=64,
        signal=signal(status, percent, due),
        due=Due(due, due) if due else None,
        assignments=tuple(AssignmentRow(Role.LEAD, n, name, name) for n, name in enumerate(leads, 1)),
        parts=parts,
        targets=(),
        evidence_names=tuple(f"材料{n}.pdf" for n in range(evidence)),
        latest=None,
        closed_on=None,
        no_evidence_reason="",
        updated_at=dt.datetime(2021, 10, 18, 9, 42),
    )


def part(index: int, status: Status, percent: int) -> PartRow:
    """A part of a task, due at the end of the year."""
    made = signal(status, percent, YEAR_END)
    return PartRow(index, index, f"第{index}部分的原文", Span(0, 1), status, percent, made, Due(YEAR_END, YEAR_END), 64)


def make_rows() -> list[TaskRow]:
    """Red, amber, green, to check, two closed (one without evidence), one without a date, one in parts."""
    return [
        task(1, 1, "深入推进政务服务流程优化", due=dt.date(2021, 8, 31), percent=85, evidence=2),
        task(2, 1, "深化平台型应用建设", percent=38),
        task(3, 1, "打造泛平台型应用", leads=(DATA, POLICE),
             parts=(part(1, Status.CLOSED, 100), part(2, Status.IN_PROGRESS, 40))),
        task(4, 1, "推动政务服务向基层群众延伸", status=Status.AWAITING_CHECK, percent=100, evidence=1),
        task(5, 1, "加快实现跨市通办", status=Status.CLOSED, percent=100, evidence=5),
        task(6, 2, "深化顶层设计", status=Status.CLOSED, percent=100, due=SEPTEMBER, leads=(POLICE,)),
        task(7, 2, "推进平台建设", due=SEPTEMBER, percent=87, leads=(POLICE, DATA), evidence=3),
        task(8, 2, "加快专题库建设", due=None, percent=10),
    ]  # fmt: skip


def make_outline() -> list[OutlineRow]:
    """The headings, tasks and one item of background, in the order of the document."""
    outline = [OutlineRow(1, 1, None, 0, "一、", CHAPTERS[0][2:], Kind.CHAPTER, "")]
    outline.append(OutlineRow(50, 1, 1, 1, "", "总体要求", Kind.CONTEXT, "指导思想。"))
    for row in make_rows():
        if row.id == 106:
            outline.append(OutlineRow(2, 1, None, 0, "二、", CHAPTERS[1][2:], Kind.CHAPTER, ""))
        outline.append(OutlineRow(row.id, 1, row.parent, 1, row.number, row.title, Kind.TASK, row.text))
    return outline


def closed(row: TaskRow) -> TaskRow:
    """The same task, closed."""
    made = signal(Status.CLOSED, 100, row.due.date if row.due else None)
    return dataclasses.replace(row, status=Status.CLOSED, percent=100, signal=made)
