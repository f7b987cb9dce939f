"""报送对比: what changed from one submission to another, as a page that can be printed and sent along."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.snapshot import ChangeKind, TaskChange, counted
from desktop_app.exports.report_model import Paragraph, ReportContent, Section
from desktop_app.exports.table_model import Table, TableColumn, TableRow

_COLUMNS = (
    TableColumn("序号", 30), TableColumn("任务", 150, centred=False), TableColumn("变化", 230, centred=False),
)  # fmt: skip


def draft_comparison(
    subject: str, period: str, earlier: str, later: str, changes: Sequence[TaskChange], note: str = ""
) -> ReportContent:
    """The page: how many changes of each kind, then a table a kind.

    Args:
        subject: what was reported.
        period: of the later one.
        earlier: how the earlier one is named: 第1次报送（2021年9月28日）.
        later: likewise; the ledger of today is one too.
        changes: what is different.
        note: what the reader has to know of the two, such as another scope.
    """
    kinds = counted(changes)
    figures = "，".join(f"{kind.label}{number}项" for kind, number in kinds.items())
    told = f"有{len(changes)}项任务发生变化，其中{figures}" if changes else "各项任务没有变化"
    opening = f"{later}与{earlier}相比，{told}。{note}"
    sections = tuple(_section(kind, [change for change in changes if change.kind is kind]) for kind in kinds)
    return ReportContent(f"{subject}报送对比", period, opening=opening, sections=sections)


_TOLD = {
    ChangeKind.CLOSED: "下列{0}项任务已销号。",
    ChangeKind.REOPENED: "下列{0}项任务退回重办。",
    ChangeKind.LATE: "下列{0}项任务已过完成时限。",
    ChangeKind.NEW: "下列{0}项任务列入台账。",
    ChangeKind.GONE: "下列{0}项任务不再列入。",
    ChangeKind.DUE: "下列{0}项任务的完成时限有调整。",
    ChangeKind.WORDING: "下列{0}项任务的原文有变更。",
    ChangeKind.TARGET: "下列{0}项任务的指标有新读数。",
    ChangeKind.PROGRESS: "下列{0}项任务的状态、进度或进展有更新。",
    ChangeKind.OTHER: "下列{0}项任务另有变化。",
}


def _section(kind: ChangeKind, changes: Sequence[TaskChange]) -> Section:
    lines = tuple(TableRow((str(at), each.label, "；".join(each.words) + "。")) for at, each in enumerate(changes, 1))
    return Section(kind.label, (Paragraph(_TOLD[kind].format(len(changes))), Table(_COLUMNS, lines)))
