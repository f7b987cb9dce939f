"""Ledgers as workbooks and as text: every format of spreadsheet gives the same table."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from desktop_app.domain.errors import BadInput
from desktop_app.ingest import read_plan
from desktop_app.ingest.document import Paragraph, Table
from desktop_app.ingest.readers import limits, read_document
from desktop_app.ingest.readers.sheet_extent import check_extent

FORMATS = Path(__file__).parents[2] / "data" / "formats"
BLOCKS = (
    Paragraph("云山县2024年重点任务台账"),
    Table(
        (
            ("序号", "任务", "责任单位", "", "完成时限", "进展情况"),
            ("序号", "任务", "牵头", "配合", "完成时限", "进展情况"),
            ("1", "建设政务云", "县数据局", "县财政局", "2024年6月30日", "已完成选址"),
            ("2", "优化服务大厅", "县行政审批局", "", "2024年12月31日", ""),
        )
    ),
)


def make_xlsx(path: Path) -> Path:
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("台账")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.merge_range(1, 1, 1, 6, "云山县2024年重点任务台账")
    for column, words in {1: "序号", 2: "任务", 5: "完成时限", 6: "进展情况"}.items():
        sheet.merge_range(2, column, 3, column, words)
    sheet.merge_range(2, 3, 2, 4, "责任单位")
    sheet.write_row(3, 3, ["牵头", "配合"])
    sheet.write_row(4, 1, [1, "建设政务云", "县数据局", "县财政局"])
    sheet.write_row(5, 1, [2.0, "优化服务大厅", "县行政审批局"])
    sheet.write_datetime(4, 5, dt.datetime(2024, 6, 30), day)
    sheet.write_datetime(5, 5, dt.datetime(2024, 12, 31), day)
    sheet.write_formula(4, 6, '="已完成"&"选址"', value="已完成选址")
    book.add_worksheet("代码").hide()
    book.close()
    return path


def test_merged_heads_dates_and_formulas_of_a_workbook(tmp_path: Path) -> None:
    document = read_document(make_xlsx(tmp_path / "台账.xlsx"))
    assert document.blocks == BLOCKS
    assert document.remarks == ("隐藏的工作表未读入：代码",)


def test_an_old_workbook_says_the_same() -> None:
    assert read_document(FORMATS / "台账.xls").blocks == BLOCKS


def test_an_opendocument_sheet_says_the_same_but_for_cells_merged_down() -> None:
    title, table = read_document(FORMATS / "台账.ods").blocks
    assert isinstance(table, Table)
    assert (title, table.rows[0], table.rows[2:]) == (BLOCKS[0], BLOCKS[1].rows[0], BLOCKS[1].rows[2:])  # type: ignore[union-attr]
    assert table.rows[1] == ("", "", "牵头", "配合", "", "")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_a_table_written_as_text(encoding: str, separator: str, tmp_path: Path) -> None:
    path = tmp_path / "台账.csv"
    rows = [["序号", "任务", "责任单位"], ["1", '"建云\r\n并迁移"', '"县数据局"'], ["2", "建网", ""]]
    path.write_bytes("\r\n".join(separator.join(row) for row in rows).encode(encoding))
    assert read_document(path).blocks == (
        Table((("序号", "任务", "责任单位"), ("1", "建云 并迁移", "县数据局"), ("2", "建网", ""))),
    )


def test_a_ledger_is_read_as_a_plan_of_tasks(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["云山县2024年重点任务台账"])
    sheet.append(["序号", "重点任务", "牵头单位", "配合单位", "完成时限"])
    sheet.append([1, "建设政务云，迁移业务系统", "县数据局", "县财政局", "2024年6月底"])
    sheet.append([2, "优化服务大厅，推行一窗受理", "县行政审批局", None, dt.date(2024, 12, 31)])
    book.save(tmp_path / "台账.xlsx")
    tasks = read_plan(tmp_path / "台账.xlsx").tasks
    assert [(task.title, [a.unit for a in task.assignments], task.deadlines[0].date) for task in tasks] == [
        ("建设政务云，迁移业务系统", ["县数据局", "县财政局"], dt.date(2024, 6, 30)),
        ("优化服务大厅，推行一窗受理", ["县行政审批局"], dt.date(2024, 12, 31)),
    ]


def test_two_cells_at_the_ends_of_a_sheet_do_not_fill_memory(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["XFD1048576"] = "序号", "任务"
    book.save(tmp_path / "大.xlsx")
    with pytest.raises(BadInput, match="单元格过多"):
        read_document(tmp_path / "大.xlsx")


@pytest.mark.parametrize("before", [8, 100, 300])
def test_a_far_cell_across_two_pieces_of_its_sheet_is_seen(tmp_path: Path, before: int) -> None:
    path = tmp_path / "大.xlsx"
    cell = (
        b'<row r="1"><c r="A1"><v>1</v></c>%b<c' + b" " * 180 + b'r="XFD1048576"' + b" " * 180 + b"><v>1</v></c></row>"
    )
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("xl/workbook.xml", "<workbook/>")
        padding = limits.PIECE - before - cell.index(b"%b")
        made.writestr("xl/worksheets/sheet1.xml", cell % (b" " * padding))
    with pytest.raises(BadInput, match="单元格过多"):
        check_extent(path.name, path.read_bytes())


def test_formatted_empty_cells_far_below_do_no_harm(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(make_xlsx(tmp_path / "台账.xlsx"))
    for row in (5000, 1048576):
        for column in range(1, 20):
            book.worksheets[0].cell(row, column).font = openpyxl.styles.Font(bold=True)
    book.save(tmp_path / "格式.xlsx")
    document = read_document(tmp_path / "格式.xlsx")
    assert isinstance(document.blocks[1], Table)
    assert len(document.blocks[1].rows) == 4


def test_repeated_cells_of_an_opendocument_sheet_do_not_fill_memory(tmp_path: Path) -> None:
    path = tmp_path / "大.ods"
    source = FORMATS / "台账.ods"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            held = old.read(entry)
            if entry.filename == "content.xml":
                row = (
                    b'<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="string" '
                    b'table:number-columns-repeated="1000"><text:p>x</text:p></table:table-cell></table:table-row></table:table>'
                )
                held = held.replace(b"</table:table>", row, 1)
            new.writestr(entry.filename, held)
    with pytest.raises(BadInput, match="单元格过多"):
        read_document(path)


def test_an_empty_workbook_is_refused(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "空.xlsx")
    with pytest.raises(BadInput, match="空的"):
        read_document(tmp_path / "空.xlsx")
