"""The report with its annex, against the same annex cells drawn by hand on a bare canvas: no fallback, no line rules, no checks."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from desktop_app import paths
from desktop_app.domain.ledger import PlanRow, TaskRow
from desktop_app.exports.annex import COLUMNS, annex_rows
from tests.benchmarks.data import ISSUED, TODAY, make_rows

_SIZE, _LEADING = 9.0, 12.5
_TOP, _BOTTOM, _LEFT = 500.0, 60.0, 74.0


def prepare(folder: Path, size: int, side: str) -> tuple[Path, list[TaskRow]]:
    """The rows; both sides have their faces registered before the clock starts, since that is once a process."""
    if side == "floor":
        pdfmetrics.registerFont(TTFont("floor", str(paths.resources() / "fonts" / "NotoSansSC_400Regular.ttf")))
    else:
        from desktop_app.exports.report import write_report  # noqa: F401
    return folder / "报告.pdf", make_rows(size)


def floor(prepared: tuple[Path, list[TaskRow]]) -> None:
    """Cells wrapped by counting square characters, one text object a cell line, hairlines around rows."""
    path, rows = prepared
    widths = [column.share for column in COLUMNS]
    canvas = Canvas(str(path), pagesize=(841.89, 595.28))
    canvas.setFont("floor", _SIZE)
    y = _TOP
    for row in annex_rows(rows):
        cells = [_wrap(text, width) for text, width in zip(row.cells, widths, strict=False)]
        tall = max(map(len, cells)) * _LEADING + 6
        if y - tall < _BOTTOM:
            canvas.showPage()
            canvas.setFont("floor", _SIZE)
            y = _TOP
        x = _LEFT
        for lines, width in zip(cells, widths, strict=False):
            canvas.rect(x, y - tall, width, tall)
            text = canvas.beginText(x + 3, y - _LEADING)
            text.setLeading(_LEADING)
            for line in lines:
                text.textLine(line)
            canvas.drawText(text)
            x += width
        y -= tall
    canvas.save()


def _wrap(text: str, width: float) -> list[str]:
    room = int((width - 6) / _SIZE)
    return [line[at : at + room] for line in text.split("\n") for at in range(0, max(len(line), 1), room)]


def ours(prepared: tuple[Path, list[TaskRow]]) -> None:
    """The whole report: words, figures per chapter, targets, annex, glyph fallback, counted pages."""
    from desktop_app.exports.report import write_report
    from tests.drafting import draft_report

    path, rows = prepared
    made = dt.datetime(2021, 6, 6, tzinfo=dt.UTC)
    plan = PlanRow(1, "万项任务工作要点", None, None, ISSUED, "plan.txt", len(rows), 0, made)
    assert write_report(path, draft_report([plan], rows, TODAY, None)) > len(rows) // 100
