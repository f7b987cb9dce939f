"""Plans and ledger rows of any size, with wording as long as real plans have (about 150 characters a task)."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.ledger import AssignmentRow, ProgressRow, TaskRow
from desktop_app.domain.plan import (
    Assignment,
    Deadline,
    DeadlineKind,
    Kind,
    Node,
    Paragraph,
    ParagraphUse,
    Plan,
    Role,
    Span,
)
from desktop_app.domain.task import Due, Status, judge

TODAY = dt.date(2021, 10, 18)
ISSUED = dt.date(2021, 6, 6)
UNITS = [f"市第{number}业务局" for number in range(1, 41)]
WORDING = (
    "完善平台功能，推动跨部门、跨层级、跨区域数据共享和业务协同，梳理不少于{n}个政务服务事项，"
    "实现一事项多情形、一情形一标准，切实提升服务引导的精准性；建立健全工作机制，明确职责分工，"
    "定期开展评估，形成可复制可推广的经验做法，不断提升企业群众办事便捷度和获得感（第{n}项）。"
)


def make_plan(tasks: int) -> Plan:
    """A plan of `tasks` tasks in chapters of 50, each with two units and a date."""
    lines: list[str] = []
    nodes: list[Node] = []
    at = 0

    def line(text: str) -> Span:
        nonlocal at
        lines.append(text)
        span = Span(at, at + len(text))
        at += len(text) + 1
        return span

    chapter = ""
    for n in range(tasks):
        if n % 50 == 0:
            chapter = f"n{len(nodes)}"
            span = line(f"第{n // 50 + 1}章 推进重点工作")
            nodes.append(
                Node(
                    chapter,
                    None,
                    f"第{n // 50 + 1}章",
                    "推进重点工作",
                    Kind.CHAPTER,
                    "",
                    span,
                    Span(span.end, span.end),
                )
            )
        body = WORDING.format(n=n + 1)
        note = f"〔{UNITS[n % 40]}牵头，{UNITS[(n + 7) % 40]}配合，2021年{n % 12 + 1}月底前完成〕"
        span = line(f"{n + 1}.推进第{n + 1}项任务。{body}{note}")
        due = (dt.date(2021 + (n % 12 == 11), (n % 12 + 1) % 12 + 1, 1)) - dt.timedelta(days=1)
        nodes.append(
            Node(
                f"n{len(nodes)}", chapter, f"{n + 1}.", f"推进第{n + 1}项任务", Kind.TASK, body, span, span,
                (Assignment(Role.LEAD, UNITS[n % 40]), Assignment(Role.SUPPORT, UNITS[(n + 7) % 40])),
                (Deadline(due, DeadlineKind.FINAL, f"2021年{n % 12 + 1}月底前完成"),),
            )
        )  # fmt: skip
    text = "\n".join(lines)
    uses = [
        Paragraph(i, node.span, ParagraphUse.TASK if node.kind is Kind.TASK else ParagraphUse.HEADING, node.id)
        for i, node in enumerate(nodes)
    ]
    return Plan("plan.txt", "万项任务工作要点", None, None, ISSUED, tuple(nodes), text, text, tuple(uses))


def make_rows(count: int) -> list[TaskRow]:
    """Ledger rows as queries deliver them."""
    return [_row(n) for n in range(count)]


def _row(n: int) -> TaskRow:
    status = list(Status)[n % 6]
    percent = 100 if status is Status.CLOSED else n * 7 % 100
    date = dt.date(2021 + (7 + n % 16) // 12, (7 + n % 16) % 12 + 1, 28)  # 2 months of 16 have gone by
    due = Due(date, date)
    progress = ProgressRow(
        n,
        TODAY,
        f"已完成阶段性工作，累计上线{n % 90}个场景，其余按计划推进。",
        percent,
        "接口尚未开放",
        "月底前联调",
        UNITS[n % 40],
    )
    return TaskRow(
        id=n + 1, plan_id=1, plan_title="万项任务工作要点", parent=None, position=n, node=f"n{n}",
        number=f"{n % 50 + 1}.", title=f"推进第{n + 1}项任务", text=WORDING.format(n=n + 1),
        chapter=f"第{n // 50 + 1}章 推进重点工作", section="", status=status, percent=percent, expected=70,
        signal=judge(status, percent, due, TODAY, ISSUED), due=due,
        assignments=(
            AssignmentRow(Role.LEAD, n % 40, UNITS[n % 40], UNITS[n % 40]),
            AssignmentRow(Role.SUPPORT, (n + 7) % 40, UNITS[(n + 7) % 40], UNITS[(n + 7) % 40]),
        ),
        parts=(), targets=(), evidence_names=("材料.pdf",) * (n % 3), latest=progress,
        closed_on=TODAY if status is Status.CLOSED else None, no_evidence_reason="",
        updated_at=dt.datetime(2021, 10, 18, 9, 42, tzinfo=dt.UTC),
    )  # fmt: skip
