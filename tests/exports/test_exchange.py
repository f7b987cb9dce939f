from __future__ import annotations

import datetime as dt
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook
from sqlalchemy import insert

from desktop_app.domain.errors import BadInput, Cancelled, NotFound, Refused
from desktop_app.domain.plan import Plan
from desktop_app.services import plans, queries
from desktop_app.services.exchange import export_ledger, export_report
from desktop_app.services.reports import SIGNATURE_UNIT
from desktop_app.services.workspace import Workspace
from desktop_app.storage.database import writing
from desktop_app.storage.models import Setting


@pytest.fixture
def stored(workspace: Workspace, plan: Plan, source: Path) -> Workspace:
    plans.store_plan(workspace, plan, source)
    return workspace


def pdf_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "".join(document[n].get_textpage().get_text_range() for n in range(len(document)))
    finally:
        document.close()


def test_the_ledger_of_a_workspace_holds_every_task(stored: Workspace, tmp_path: Path) -> None:
    result = export_ledger(stored, tmp_path / "台账.xlsx")
    rows = queries.tasks(stored)
    assert (result.path, result.rows, result.pages) == (tmp_path / "台账.xlsx", len(rows), None)
    assert result.message == f"已导出台账“台账.xlsx”，共{len(rows)}项任务，另附统计表。"
    book = load_workbook(result.path)
    assert book.sheetnames == ["任务台账", "统计"]
    assert [row[0] for row in book["任务台账"].iter_rows(min_row=4, values_only=True)] == list(range(1, len(rows) + 1))
    book.close()


def test_the_report_of_a_workspace_names_plan_and_tasks(stored: Workspace, tmp_path: Path) -> None:
    with writing(stored.engine) as connection:
        connection.execute(insert(Setting).values(key=SIGNATURE_UNIT, value="云江市政务服务数据管理局"))
    result = export_report(stored, tmp_path / "报告.pdf", period="2021-10")
    text = "".join(pdf_text(result.path).split())
    assert result.pages and f"共{result.pages}页，附件台账{result.rows}项任务" in result.message
    assert queries.plans(stored)[0].title in text
    assert all(row.title in text for row in queries.tasks(stored) if len(row.title) < 12)
    assert "云江市政务服务数据管理局2021年10月18日" in text


def test_a_day_stands_for_its_month(stored: Workspace, tmp_path: Path) -> None:
    export_report(stored, tmp_path / "报告.pdf", period=dt.date(2021, 10, 1))
    assert "2021年10月落实情况" in "".join(pdf_text(tmp_path / "报告.pdf").split())


def test_a_ledger_open_elsewhere_gets_a_second_name_and_is_told(stored: Workspace, tmp_path: Path) -> None:
    (tmp_path / "台账.xlsx").write_bytes(b"open")
    (tmp_path / "~$台账.xlsx").touch()
    result = export_ledger(stored, tmp_path / "台账.xlsx")
    assert result.path.name == "台账（2）.xlsx" and result.path.is_file()
    assert result.message.startswith("“台账.xlsx”已被其他程序打开，已另存为“台账（2）.xlsx”。已导出台账")
    assert (tmp_path / "台账.xlsx").read_bytes() == b"open"


@pytest.mark.parametrize("name", ["台账.xlsx", "报告.pdf"])
def test_a_cancelled_export_leaves_nothing(stored: Workspace, tmp_path: Path, name: str) -> None:
    def cancel(done: int, total: int) -> None:
        raise Cancelled

    out = tmp_path / "out"
    out.mkdir()
    export = export_ledger if name.endswith("xlsx") else export_report
    with pytest.raises(Cancelled):
        export(stored, out / name, progress=cancel)
    assert list(out.iterdir()) == []


def test_an_empty_ledger_an_unknown_plan_and_a_wrong_period_are_refused(
    workspace: Workspace, plan: Plan, source: Path, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match="没有可导出的任务"):
        export_ledger(workspace, tmp_path / "台账.xlsx")
    plans.store_plan(workspace, plan, source)
    with pytest.raises(NotFound, match="没有编号为9的规划"):
        export_ledger(workspace, tmp_path / "台账.xlsx", plan=9)
    with pytest.raises(BadInput, match="报送期"):
        export_report(workspace, tmp_path / "报告.pdf", period="十一月")
    assert not (tmp_path / "台账.xlsx").exists() and not (tmp_path / "报告.pdf").exists()
