"""`preflight`, `submit` and `submissions`: looking before it is sent, keeping what was sent."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from desktop_app.cli.answer import Answer
from desktop_app.cli.opening import opened
from desktop_app.cli.report_arguments import options_of
from desktop_app.domain.errors import BadInput
from desktop_app.domain.snapshot import TaskChange
from desktop_app.services import submission_compare as comparing
from desktop_app.services import submissions as service
from desktop_app.services.exchange import ExportResult
from desktop_app.services.preflight import Remark
from desktop_app.services.preflight import preflight as look
from desktop_app.services.submissions import SubmissionRow


def preflight(arguments: Namespace) -> Answer:
    """Say what wants care before the report is sent."""
    with opened(arguments) as workspace:
        remarks = look(workspace, options_of(arguments))
    return Answer(lambda: [asdict(remark) for remark in remarks], lambda: _told(remarks))


def _told(remarks: Sequence[Remark]) -> Iterator[str]:
    for remark in remarks:
        detail = f"（{remark.detail}）" if remark.detail else ""
        tasks = f"　任务 {' '.join(map(str, remark.tasks[:20]))}" if remark.tasks else ""
        yield f"{'√' if remark.good else '◆'} {remark.message}{detail}{tasks}"
    yield f"提示{sum(not remark.good for remark in remarks)}项"


def submit(arguments: Namespace) -> Answer:
    """Freeze a report."""
    with opened(arguments) as workspace:
        row = service.submit(
            workspace, options_of(arguments), arguments.note, numbers_checked=arguments.numbers_checked
        )
    names = "、".join(path.name for path in row.files)
    return Answer(
        lambda: _as_json(row),
        lambda: [
            f"已定稿报送：第{row.number}次，{row.title}（{row.period}），{row.tasks}项任务",
            f"留存：{row.folder}（{names}）",
        ],
    )


def submissions(arguments: Namespace) -> Answer:
    """List the submissions, show the files of one, or compare two."""
    numbers = arguments.numbers
    if len(numbers) > 2 or (arguments.now and len(numbers) != 1):
        raise BadInput("一次最多比较两次报送，请只写一个或两个报送号；与现在比较只写一个报送号和 --now")
    if arguments.out is not None and len(numbers) < 2 and not arguments.now:
        raise BadInput("--out 存放比较结果，应写两个报送号，或一个报送号和 --now")
    with opened(arguments) as workspace:
        if len(numbers) == 2 or arguments.now:
            earlier, later = numbers[0], None if arguments.now else numbers[1]
            if arguments.out is not None:
                return _exported(comparing.export_comparison(workspace, earlier, later, arguments.out))
            return _compared(comparing.compared(workspace, earlier, later).changes)
        rows = [service.find(workspace, numbers[0])] if numbers else service.listed(workspace)
    return Answer(lambda: [_as_json(row) for row in rows], lambda: _rows(rows, with_files=bool(numbers)))


def _rows(rows: Sequence[SubmissionRow], with_files: bool) -> Iterator[str]:
    for row in rows:
        note = f"，{row.note}" if row.note else ""
        yield f"第{row.number}次　{row.submitted_on.isoformat()}　{row.title}（{row.period}）　{row.tasks}项任务{note}"
        if with_files:
            yield from (str(path) for path in row.files)
    if not rows:
        yield "还没有报送"


def _compared(changes: Sequence[TaskChange]) -> Answer:
    data = [
        {"id": each.id, "label": each.label, "kind": each.kind.name.lower(), "changes": list(each.words)}
        for each in changes
    ]
    lines = [f"{each.label}：{'；'.join(each.words)}" for each in changes] or ["任务没有变化"]
    return Answer(lambda: data, lambda: lines)


def _exported(made: ExportResult) -> Answer:
    data = {"path": str(made.path), "rows": made.rows, "pages": made.pages, "message": made.message}
    return Answer(lambda: data, lambda: [made.message])


def _as_json(row: SubmissionRow) -> dict[str, object]:
    return {
        "number": row.number,
        "plan": row.plan_id,
        "title": row.title,
        "period": row.period,
        "template": row.template,
        "submitted_on": row.submitted_on.isoformat(),
        "tasks": row.tasks,
        "note": row.note,
        "folder": str(row.folder),
        "files": [path.name for path in row.files],
    }


COMMANDS = {"preflight": preflight, "submit": submit, "submissions": submissions}
