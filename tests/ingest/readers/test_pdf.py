"""PDF pages drawn by reportlab: columns, tables, heads and feet, turned pages, locks and scans."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table as DrawnTable

from desktop_app.domain.errors import BadInput
from desktop_app.ingest import read_plan
from desktop_app.ingest.document import Paragraph, Table, is_furniture
from desktop_app.ingest.readers import read_document
from tests.ingest.readers import printing

PARAGRAPHS = [
    "云山县2024年政务服务工作方案",
    "一、总体要求",
    "坚持以人民为中心的发展思想，围绕企业和群众办事的堵点难点，统筹推进政务服务标准化、规范化、便利化，全面提升政务服务水平。",
    "二、重点任务",
    "（一）建设政务云。完成机房选址和设备采购，将不少于30个业务系统迁移上云，建立统一的运行监测和安全保障制度，每季度开展一次演练。（县数据局牵头，县财政局、县发展改革局配合，2024年6月底前完成）",
    "（二）优化服务大厅。设置综合窗口不少于20个，推行一窗受理、集成服务，推动高频事项当场办结。（县行政审批局负责，2024年12月底前完成）",
]
ROWS = [
    ["序号", "任务", "责任单位", "", "完成时限"],
    ["", "", "牵头", "配合", ""],
    [
        "1",
        "清理证明事项，对没有法律法规依据的证明一律取消，公布保留的证明事项清单",
        "县司法局",
        "县数据局",
        "2024年9月",
    ],
    ["2", "开通热线平台", "县数据局", "", "2024年10月"],
]
SPANS = [
    ("SPAN", (2, 0), (3, 0)),
    ("SPAN", (0, 0), (0, 1)),
    ("SPAN", (1, 0), (1, 1)),
    ("SPAN", (4, 0), (4, 1)),
]


def text_of(path: Path) -> list[str]:
    return [line for line in read_document(path).body.split("\n") if line]


def draw_table(
    canvas: Canvas, rows: Sequence[Sequence[str]], x: float, top: float, *styles: tuple[object, ...]
) -> None:
    """A ruled table with cells wrapped by hand at ten letters."""
    wrapped = [["\n".join(cell[at : at + 10] for at in range(0, len(cell), 10)) for cell in row] for row in rows]
    table = DrawnTable(wrapped, colWidths=[30, 115, 90, 90, 80])
    table.setStyle(
        [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONT", (0, 0), (-1, -1), printing.face(), 10), *styles]
    )
    _, height = table.wrapOn(canvas, 450, 700)
    table.drawOn(canvas, x, top - height)


def draw_lines(canvas: Canvas, lines: Sequence[tuple[float, str]], x: float, top: float, size: float = 10.5) -> float:
    canvas.setFont(printing.face(), size)
    for place, (indent, line) in enumerate(lines):
        canvas.drawString(x + indent * size, top - place * size * 1.6, line)
    return top - len(lines) * size * 1.6


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    path = tmp_path / "公报.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont(printing.face(), 20)
    canvas.drawCentredString(A4[0] / 2, 770, PARAGRAPHS[0])
    lines = [line for text in PARAGRAPHS[1:] for line in printing.broken(text, 20)]
    half = (len(lines) + 1) // 2
    draw_lines(canvas, lines[:half], 60, 730)
    draw_lines(canvas, lines[half:], 320, 727)
    canvas.save()
    assert text_of(path) == PARAGRAPHS
    assert [unit.unit for unit in read_plan(path).tasks[0].assignments] == ["县数据局", "县财政局", "县发展改革局"]


def test_a_ruled_table_keeps_its_cells_and_its_place(tmp_path: Path) -> None:
    path = tmp_path / "分工.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    below = draw_lines(canvas, [line for text in PARAGRAPHS[:4] for line in printing.broken(text, 38)], 80, 780)
    draw_table(canvas, ROWS, 80, below, *SPANS)
    draw_lines(canvas, list(printing.broken("各部门要抓好落实。", 38)), 80, 400)
    canvas.save()
    blocks = read_document(path).blocks
    assert [type(block) for block in blocks] == [Paragraph] * 4 + [Table, Paragraph]
    assert blocks[4] == Table(
        (
            ("序号", "任务", "责任单位", "", "完成时限"),
            ("序号", "任务", "牵头", "配合", "完成时限"),
            ("1", ROWS[2][1], "县司法局", "县数据局", "2024年9月"),
            ("2", "开通热线平台", "县数据局", "", "2024年10月"),
        )
    )


def test_a_table_that_goes_on_overleaf_is_one_table(tmp_path: Path) -> None:
    path = tmp_path / "分工.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    draw_lines(canvas, [(0, PARAGRAPHS[0])], 80, 780)
    draw_table(canvas, [ROWS[0], *ROWS[2:]], 80, 740)
    canvas.drawCentredString(300, 40, "— 1 —")
    canvas.showPage()
    draw_table(
        canvas, [ROWS[0], ["", "", "续写的单位", "", ""], ["3", "清理存量", "县档案局", "", "2024年11月"]], 80, 740
    )
    canvas.drawCentredString(300, 40, "— 2 —")
    canvas.save()
    (table,) = (block for block in read_document(path).blocks if isinstance(block, Table))
    assert [row[0] for row in table.rows] == ["序号", "1", "2", "3"]
    assert table.rows[2][2] == "县数据局续写的单位"


def test_a_frame_around_text_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "专栏.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    canvas.rect(70, 500, 450, 300)
    canvas.line(70, 760, 520, 760)
    draw_lines(canvas, [line for text in PARAGRAPHS for line in printing.broken(text, 38)], 80, 770)
    canvas.save()
    assert text_of(path) == PARAGRAPHS


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_turned_pages_are_read_upright(quarters: int, tmp_path: Path) -> None:
    path = tmp_path / "横排.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    width, height = landscape(A4) if quarters % 2 else A4
    canvas.translate(*{1: (A4[0], 0), 2: (A4[0], A4[1]), 3: (0, A4[1])}[quarters])
    canvas.rotate(90 * quarters)
    lines = [line for text in PARAGRAPHS for line in printing.broken(text, 36)]
    draw_lines(canvas, lines, 60, height - 60)
    draw_table(canvas, ROWS, 60, height - 60 - 17 * len(lines), *SPANS)
    canvas.save()
    assert width
    assert text_of(path)[: len(PARAGRAPHS)] == PARAGRAPHS
    assert isinstance(read_document(path).blocks[-1], Table)


def test_running_heads_and_page_numbers_are_set_aside(tmp_path: Path) -> None:
    path = printing.print_pdf(
        tmp_path / "方案.pdf", PARAGRAPHS[0], [*PARAGRAPHS, *PARAGRAPHS[4:] * 6], head="云山县人民政府文件"
    )
    document = read_document(path)
    assert document.body.split("\n") == [*PARAGRAPHS, *PARAGRAPHS[4:] * 6]
    aside = [block.text for block in document.blocks if is_furniture(block)]
    assert aside[:2] == ["云山县人民政府文件", "— 1 —"]
    assert all(text in document.text for text in aside)


def test_a_title_of_several_lines_is_one(tmp_path: Path) -> None:
    title = "云山县人民政府办公室关于印发云山县2024年政务服务工作方案的通知"
    path = printing.print_pdf(tmp_path / "方案.pdf", title, [title, *PARAGRAPHS[1:]])
    assert text_of(path)[0] == title


def test_a_locked_pdf_is_refused(tmp_path: Path) -> None:
    path = printing.print_pdf(tmp_path / "方案.pdf", PARAGRAPHS[0], PARAGRAPHS, password="123456")
    with pytest.raises(BadInput, match="已加密"):
        read_document(path)


def draw_picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (600, 800), "white")), 0, 0, *A4)


def test_a_scan_is_called_a_scan(tmp_path: Path) -> None:
    path = tmp_path / "扫描.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    for _ in range(3):
        draw_picture(canvas)
        canvas.showPage()
    canvas.save()
    with pytest.raises(BadInput, match="扫描件"):
        read_document(path)


def test_a_page_that_is_a_picture_is_named(tmp_path: Path) -> None:
    path = tmp_path / "方案.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    for page in range(3):
        if page == 1:
            draw_picture(canvas)
        else:
            draw_lines(canvas, [line for text in PARAGRAPHS for line in printing.broken(text, 38)], 80, 770)
        canvas.showPage()
    canvas.save()
    assert read_document(path).remarks == ("第2页没有文字，可能是图片，内容未读入",)


def test_half_a_pdf_is_refused_or_read_but_never_breaks(tmp_path: Path) -> None:
    whole = printing.print_pdf(tmp_path / "方案.pdf", PARAGRAPHS[0], PARAGRAPHS).read_bytes()
    path = tmp_path / "半个.pdf"
    for share in (0.1, 0.5, 0.9):
        path.write_bytes(whole[: int(len(whole) * share)])
        with pytest.raises(BadInput):
            read_document(path)
