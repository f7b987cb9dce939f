"""Blank forms as superiors send them: a title, blanks, a head of two rows, three rows to fill, totals, a foot."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.shared import Pt
from openpyxl import Workbook
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image as Picture

_LINE = Side(style="thin")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_WIDTHS = (6, 28, 14, 14, 30, 20, 16, 10, 9)


def make_workbook(path: Path, rows: int = 3) -> Path:
    """A sheet 进展情况 and a sheet 说明 that counts on it."""
    book = Workbook()
    sheet = book["Sheet"]
    sheet.title = "进展情况"
    last = 4 + rows
    sheet["A1"] = "重点工作任务进展情况统计表（    年  月）"
    sheet["A1"].font = Font(name="黑体", size=18)
    sheet["A2"] = "填报单位（盖章）：____________      填报日期：    年   月   日"
    heads = ("序号", "工作任务", "责任单位", None, "完成情况", None, "完成时限", "完成率（%）", "是否完成")
    for column, head in enumerate(heads, 1):
        sheet.cell(3, column, head)
    for place, words in (("C4", "牵头单位"), ("D4", "配合单位"), ("E4", "进展情况"), ("F4", "存在问题")):
        sheet[place] = words
    merged = ["A1:I1", "A2:I2", "C3:D3", "E3:F3", *(f"{column}3:{column}4" for column in "ABGHI")]
    for row in range(3, last + 3):
        for column in range(1, 10):
            cell = sheet.cell(row, column)
            cell.border = _BOX
            cell.font = Font(name="黑体" if row < 5 else "仿宋", size=11)
            cell.alignment = Alignment(horizontal="center" if row < 5 else "left", vertical="center", wrap_text=True)
            if row < 5:
                cell.fill = PatternFill("solid", fgColor="DDEBF7")
    for row in range(5, last + 1):
        sheet.cell(row, 7).number_format = 'yyyy"年"m"月"d"日"'
        sheet.row_dimensions[row].height = 30
    sheet.cell(last + 1, 1, "合计")
    sheet.cell(last + 1, 7, f"=COUNTA(B5:B{last})")
    sheet.cell(last + 1, 8, f"=AVERAGE(H5:H{last})")
    sheet.cell(last + 2, 1, "备注：本表于每月5日前报送")
    for place, words in ((1, "填表人："), (3, "审核人："), (7, "联系电话：")):
        sheet.cell(last + 4, place, words)
    for area in (*merged, f"A{last + 1}:B{last + 1}", f"A{last + 2}:I{last + 2}"):
        sheet.merge_cells(area)
    for column, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A5"
    sheet.print_title_rows = "3:4"
    sheet.print_area = f"A1:I{last + 4}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.oddFooter.center.text = "第&P页"
    choice = DataValidation(type="list", formula1='"是,否"')
    choice.add(f"I5:I{max(last, 5)}")
    sheet.add_data_validation(choice)
    low = CellIsRule(operator="lessThan", formula=["50"], fill=PatternFill("solid", bgColor="FFC7CE"))
    sheet.conditional_formatting.add(f"H5:H{max(last, 5)}", low)
    stamp = io.BytesIO()
    Picture.new("RGB", (60, 20), (29, 90, 135)).save(stamp, "png")
    stamp.seek(0)
    picture = Image(stamp)
    picture.anchor = f"G{last + 5}"
    sheet.add_image(picture)
    other = book.create_sheet("说明")
    other["A1"] = "填表说明"
    other["A2"] = f"='进展情况'!H{last + 1}"
    other["A3"] = f"=SUM(进展情况!H5:H{last})"
    book.save(path)
    book.close()
    return path


def make_document(path: Path, rows: int = 3) -> Path:
    """A heading, a line of blanks in two looks, a table, a note."""
    document = Document()
    document.add_heading("重点任务完成情况表", 1)
    line = document.add_paragraph()
    line.add_run("填报单位：")
    line.add_run("            ").underline = True
    line.add_run("    填报日期：    年  月  日")
    table = document.add_table(rows=rows + 2, cols=6)
    table.style = "Table Grid"
    for column, head in enumerate(("序号", "工作任务", "责任单位", "完成情况", "存在问题", "完成时限")):
        table.cell(0, column).text = head
        table.cell(0, column).paragraphs[0].runs[0].bold = True
    for row in range(1, rows + 1):
        run = table.cell(row, 1).paragraphs[0].add_run("")
        run.font.size = Pt(9)
    table.cell(rows + 1, 0).merge(table.cell(rows + 1, 1)).text = "填表人："
    table.cell(rows + 1, 2).merge(table.cell(rows + 1, 5)).text = "联系电话："
    document.add_paragraph("注：本表一式两份。")
    document.save(str(path))
    return path


def make_sheet(
    path: Path, rows: Sequence[Sequence[object]], ruled: Sequence[tuple[int, int]], merged: str = ""
) -> Path:
    """A sheet of these rows; `ruled` are the first and last of each stretch with lines, from 1, `merged` areas by spaces."""
    book = Workbook()
    sheet = book["Sheet"]
    for row in rows:
        sheet.append(list(row))
    width = max(map(len, rows))
    for first, last in ruled:
        for cells in sheet.iter_rows(min_row=first, max_row=last, max_col=width):
            for cell in cells:
                cell.border = _BOX
    for area in merged.split():
        sheet.merge_cells(area)
    book.save(path)
    book.close()
    return path
