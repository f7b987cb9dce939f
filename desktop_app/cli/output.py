"""`export` and `demo`: what leaves the ledger, and the whole job on the sample."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace

from desktop_app.cli.answer import Answer
from desktop_app.cli.opening import opened
from desktop_app.cli.report_arguments import given_for_reports, options_of
from desktop_app.domain.errors import BadInput
from desktop_app.services import demo as demo_service
from desktop_app.services import exchange
from desktop_app.services.workspace import Workspace

_SUFFIXES = {"ledger": (".xlsx",), "report": (".pdf", ".docx"), "evidence": (".zip", ""), "calibration": (".pdf",)}


def export(arguments: Namespace) -> Answer:
    """Write the ledger, a report, the evidence or the calibration page."""
    suffixes = _SUFFIXES[arguments.what]
    if arguments.out.suffix.lower() not in suffixes and not (arguments.what == "evidence" and arguments.out.is_dir()):
        known = " 或 ".join(suffix or "文件夹" for suffix in suffixes)
        raise BadInput(f"导出文件“{arguments.out.name}”的扩展名应为 {known}，请改名后重试")
    with opened(arguments) as workspace:
        made = _export(workspace, arguments)
    data = {"path": str(made.path), "rows": made.rows, "pages": made.pages, "message": made.message}
    return Answer(lambda: data, lambda: [made.message])


def _export(workspace: Workspace, arguments: Namespace) -> exchange.ExportResult:
    if arguments.what == "ledger":
        _refuse_choice(arguments)
        return exchange.export_ledger(workspace, arguments.out, plan=arguments.plan)
    if arguments.what == "calibration":
        return exchange.export_calibration(arguments.out)
    options = options_of(arguments)
    if arguments.what == "evidence":
        from desktop_app.services import evidence_pack

        return evidence_pack.export_evidence(workspace, arguments.out, options, password=arguments.password)
    return exchange.export_report(workspace, arguments.out, options=options)


def _refuse_choice(arguments: Namespace) -> None:
    """The ledger leaves whole and as it is now: what chooses or shapes a report is refused, not passed over."""
    if given := given_for_reports(arguments):
        raise BadInput(
            f"台账按当前数据整本导出，不能用 {'、'.join(given)}。用 export report --template 任务台账 导出一部分"
        )


def demo(arguments: Namespace) -> Answer:
    """The main job on the sample, told line by line."""
    today: dt.date = arguments.today or demo_service.DEMO_DAY
    made = demo_service.make_demo(arguments.out, today)
    data = {
        "workspace": str(made.workspace),
        "today": today.isoformat(),
        "ledger": str(made.ledger),
        "report": str(made.report),
        "word": str(made.word),
        "evidence": str(made.evidence),
        "steps": list(made.steps),
    }

    def lines() -> list[str]:
        return [
            *made.steps,
            f"台账文件夹：{made.workspace}",
            f"台账：{made.ledger}",
            f"报告：{made.report}、{made.word.name}",
            f"佐证材料包：{made.evidence}",
        ]

    return Answer(lambda: data, lines)


COMMANDS = {"export": export, "demo": demo}
