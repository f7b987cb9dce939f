"""Ledgers that offices already keep: every row accounted for, and what they know of a task kept as its record."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from desktop_app.domain.corrections import Merge, NodeRef, Quote, Split
from desktop_app.domain.errors import BadInput
from desktop_app.domain.old_ledger import Column, Fate, LedgerSheet
from desktop_app.domain.plan import Kind, ParagraphUse
from desktop_app.domain.task import Status
from desktop_app.ingest import open_document, paste_document, plan_of, read_plan
from desktop_app.ingest.ledgers import (
    LedgerReading,
    account_for_rows,
    choose_columns,
    columns_as_text,
    columns_from_text,
    ledger_sheets,
    read_ledger,
    with_head,
)

HEAD = (
    "序号",
    "重点任务",
    "具体举措",
    "责任单位",
    "",
    "完成时限",
    "工作状态",
    "完成进度（%）",
    "进展情况",
    "存在问题",
    "备注",
)
SUB = ("", "", "", "牵头单位", "配合单位", "", "", "", "", "", "")
ROWS = (
    ("一、政务服务",),
    (1, "优化政务大厅", "设置综合窗口不少于20个", "县行政审批局", "县财政局", "2026年6月底前", "已销号", 1, "窗口已设置22个。", "", "2026年6月20日销号"),
    (2, "建设政务云", "完成选址", "县数据局", "", "3月底前", "已完成", 1, "已完成选址"),
    ("", "", "迁移系统30个", "县数据局", "县直各部门", "12月底前", "推进中", 0.6, "已迁移18个", "资金不足"),
    ("小计", "", "", "", "", "", "", "", "3项"),
    ("二、数据共享",),
    (3, "建设共享平台", "建成平台", "县数据局", "县财政局", "每季度", "奇怪的话", 0.3),
    (3, "建设共享平台", "建成平台", "县发改局", "", "", "", "", "发改局已立项"),
    (4,),
    ("合计", "", "4项"),
    ("注：本表按月更新",),
)  # fmt: skip


@pytest.fixture
def office_ledger(tmp_path: Path) -> Path:
    """Two title lines, a head of two merged rows from column B on, chapters, merged cells, totals, and a sheet of figures."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "台账"
    for row, words in ((1, "云山县2026年数字政府建设重点任务台账"), (2, "填报单位：县数据局　　截至2026年9月30日")):
        sheet.cell(row, 2, words)
        sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=12)
    for place, (upper, lower) in enumerate(zip(HEAD, SUB, strict=True), 2):
        sheet.cell(4, place, upper or None)
        sheet.cell(5, place, lower or None)
        if upper and not lower:
            sheet.merge_cells(start_row=4, end_row=5, start_column=place, end_column=place)
    sheet.merge_cells("E4:F4")
    for number, cells in enumerate(ROWS, 6):
        for place, value in enumerate(cells, 2):
            if value != "":
                sheet.cell(number, place, value)
    sheet.merge_cells("B6:L6")
    figures = book.create_sheet("统计")
    figures.append(["单位", "任务", "已销号"])
    figures.append(["县数据局", 3, 1])
    path = tmp_path / "旧台账.xlsx"
    book.save(path)
    book.close()
    return path


@pytest.fixture
def sheets(office_ledger: Path) -> tuple[LedgerSheet, ...]:
    return ledger_sheets(open_document(office_ledger))


@pytest.fixture
def reading(office_ledger: Path) -> LedgerReading:
    document = open_document(office_ledger)
    return read_ledger(document, ledger_sheets(document)[:1])


def test_the_sheet_is_told_as_it_stands_with_its_own_letters_and_rows(sheets: tuple[LedgerSheet, ...]) -> None:
    ledger, figures = sheets
    assert (ledger.letters[0], ledger.letters[-1], ledger.places[0], ledger.places[-1]) == ("B", "L", 4, 16)
    assert ledger.above == ("云山县2026年数字政府建设重点任务台账", "填报单位：县数据局 截至2026年9月30日")
    assert [column.label if column else "" for column in ledger.mapping.columns] == [
        "编号", "任务", "任务内容", "牵头单位", "配合单位", "完成时限", "状态", "进度", "进展情况", "存在问题", "备注",
    ]  # fmt: skip
    assert ledger.likely and not figures.likely


def test_every_row_is_a_task_a_heading_or_set_aside_with_the_reason(reading: LedgerReading) -> None:
    (account,) = reading.accounts
    assert account.count(Fate.TASK) == len(reading.plan.tasks) == 4
    assert sum(account.count(fate) for fate in Fate) == len(account.rows) == 15
    assert account.summary == (
        "共 15 行：任务 4 行，并入上一项 1 行，标题 2 行，不作任务 8 行"
        "（表名和填报信息 2、表头 2、合计行 2、没有任务内容 1、说明 1）"
    )
    assert [(fate.row, fate.words) for fate in account.rows[-3:]] == [
        (14, "没有任务内容"),
        (15, "合计行"),
        (16, "说明"),
    ]
    uses = reading.plan.coverage()
    assert (uses[ParagraphUse.TASK], uses[ParagraphUse.UNRECOGNISED]) == (5, 1)


def test_chapters_tasks_and_measures_under_one_task_make_the_outline(reading: LedgerReading) -> None:
    assert [(node.kind, node.number, node.title, node.text) for node in reading.plan.nodes] == [
        (Kind.CHAPTER, "一、", "政务服务", ""),
        (Kind.TASK, "1.", "优化政务大厅", "设置综合窗口不少于20个"),
        (Kind.SECTION, "2.", "建设政务云", ""),
        (Kind.TASK, "", "完成选址", ""),
        (Kind.TASK, "", "迁移系统30个", ""),
        (Kind.CHAPTER, "二、", "数据共享", ""),
        (Kind.TASK, "3.", "建设共享平台", "建成平台"),
    ]
    assert reading.plan.title == "云山县2026年数字政府建设重点任务台账"


def test_units_dates_and_targets_are_read_from_their_columns(reading: LedgerReading) -> None:
    hall, site, moving, platform = reading.plan.tasks
    assert [fact.unit for fact in platform.assignments] == ["县数据局", "县财政局", "县发改局"]
    assert [task.deadlines[0].date for task in (hall, site, moving)] == [
        dt.date(2026, 6, 30), dt.date(2026, 3, 31), dt.date(2026, 12, 31),
    ]  # fmt: skip
    assert not platform.deadlines and platform.recurrences[0].phrase == "每季度"
    assert (hall.targets[0].op, hall.targets[0].value) == (">=", 20)


def test_what_the_ledger_knows_of_a_task_becomes_its_record(reading: LedgerReading) -> None:
    hall, site, moving, odd, joined = reading.plan.records
    day = dt.date(2026, 9, 30)
    assert (hall.status, hall.percent, hall.closed_on, hall.note) == (Status.CLOSED, 100, dt.date(2026, 6, 20), "")
    assert (hall.text, hall.day) == ("窗口已设置22个。", day)
    assert (site.status, site.percent) == (Status.AWAITING_CHECK, 100)
    assert (moving.status, moving.percent, moving.problems) == (Status.IN_PROGRESS, 60, "资金不足")
    assert (odd.status, odd.percent) == (None, 30)
    assert joined.place == odd.place and joined.text == "发改局已立项"
    assert "第12行“状态”写作“奇怪的话”，不能确定，未计入" in [doubt.message for doubt in reading.plan.doubts]


def test_cells_stand_under_their_heads_in_the_order_of_the_sheet() -> None:
    cells = (
        "序号\t事项\t负责单位\t协办\t时限\t落实进展\t完成率\n"
        "1\t建设平台\t区数据局\t区财政局\t2026.6.30\t平台上线\t100%\n"
        "2\t共享数据\t区发改局\t区司法局\t2026.9.30\t正在归集\t60%"
    )
    document = paste_document(cells, "粘贴的表格.txt")
    sheet = choose_columns(ledger_sheets(document)[0], [("责任单位", "C"), ("配合单位", "D")])
    reading = read_ledger(document, [sheet])
    head, first, _ = reading.plan.text.split("\n")[-3:]
    assert head.split("\t")[2:] == ["负责单位", "协办", "时限", "落实进展", "完成率"]
    assert first.split("\t")[2:] == ["区数据局", "区财政局", "2026.6.30", "平台上线", "100%"]
    roles = [(fact.unit, fact.role.label) for fact in reading.plan.tasks[0].assignments]
    assert roles == [("区数据局", "责任单位"), ("区财政局", "配合单位")]


def test_spans_point_at_the_words_they_name(reading: LedgerReading) -> None:
    plan = reading.plan
    for node in plan.tasks:
        for fact in node.assignments:
            assert fact.span is not None and plan.text[slice(*fact.span)] == fact.unit
        assert node.title in plan.text[slice(*node.span)]
    assert [plan.text[slice(*line.span)] for line in plan.paragraphs] == plan.text.split("\n")


def test_the_officer_says_what_columns_are_for_and_it_can_be_remembered(sheets: tuple[LedgerSheet, ...]) -> None:
    ledger = choose_columns(sheets[0], [("任务", "d"), ("不用", "L"), ("责任单位", "E")])
    named = dict(zip(ledger.letters, ledger.mapping.columns, strict=True))
    assert (named["C"], named["D"], named["E"], named["L"]) == (None, Column.TITLE, Column.RESPONSIBLE, None)
    again = columns_from_text(sheets[0].mapping, columns_as_text(ledger.mapping))
    assert again.columns == ledger.mapping.columns
    assert columns_from_text(sheets[0].mapping, "title,lead") == sheets[0].mapping
    assert columns_from_text(sheets[0].mapping, ",".join(["bogus"] * 11)) == sheets[0].mapping


@pytest.mark.parametrize(
    ("choice", "sentence"), [(("头衔", "C"), "没有名为“头衔”的栏目"), (("任务", "Z"), "没有 Z 列")]
)
def test_a_choice_that_makes_no_sense_is_refused(
    sheets: tuple[LedgerSheet, ...], choice: tuple[str, str], sentence: str
) -> None:
    with pytest.raises(BadInput, match=sentence):
        choose_columns(sheets[0], [choice])


def test_rows_of_the_head_can_be_said(sheets: tuple[LedgerSheet, ...]) -> None:
    wrong = with_head(sheets[0], 1)
    assert wrong.mapping.first == 1
    assert account_for_rows(wrong).count(Fate.TASK) >= 4
    assert with_head(wrong, 2).mapping.columns == sheets[0].mapping.columns


def test_chapters_in_columns_of_their_own_become_headings() -> None:
    cells = "章\t节\t编号\t任务\t牵头单位\n一、服务\t（一）大厅\t1\t优化大厅\t县审批局\n\t\t2\t开通热线\t县数据局\n\t（二）网上\t3\t改造网站\t县数据局\n二、数据\t\t4\t建设平台\t县数据局"
    document = paste_document(cells, "粘贴的表格.txt")
    plan = read_ledger(document, ledger_sheets(document)).plan
    assert [(node.number + node.title, node.parent) for node in plan.nodes] == [
        ("一、服务", None),
        ("（一）大厅", "n1"),
        ("1.优化大厅", "n2"),
        ("2.开通热线", "n2"),
        ("（二）网上", "n1"),
        ("3.改造网站", "n5"),
        ("二、数据", None),
        ("4.建设平台", "n7"),
    ]


def test_one_cell_that_holds_name_and_measures_is_split_at_its_first_sentence() -> None:
    words = "推进云迁移。配合市级做好迁移，年底前完成30个系统。"
    document = paste_document(f"序号\t工作任务\t责任单位\n1\t{words}\t县数据局\n2\t清理证明\t县司法局", "粘贴.txt")
    first, second = read_ledger(document, ledger_sheets(document)).plan.tasks
    assert (first.title, first.text) == ("推进云迁移", words.partition("。")[2])
    assert (second.title, second.text) == ("清理证明", "")


def test_several_sheets_are_chapters_of_one_plan(office_ledger: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(office_ledger)
    more = book.copy_worksheet(book["台账"])
    more.title = "三季度"
    path = tmp_path / "两张表.xlsx"
    book.save(path)
    book.close()
    document = open_document(path)
    chosen = [sheet for sheet in ledger_sheets(document) if sheet.likely]
    plan = read_ledger(document, chosen).plan
    assert [node.title for node in plan.nodes if node.parent is None] == ["台账", "三季度"]
    assert len(plan.tasks) == 8


def test_traditional_letters_are_read_as_simplified() -> None:
    document = paste_document(
        "序號\t重點任務\t責任單位\n1\t優化營商環境，辦理時限壓縮\t縣發展改革局\n2\t推進數據開放\t縣數據局", "粘貼.txt"
    )
    sheet = ledger_sheets(document)[0]
    plan = read_ledger(document, [choose_columns(sheet, [("任务", "B"), ("责任单位", "C")])]).plan
    assert [task.assignments[0].unit for task in plan.tasks] == ["县发展改革局", "县数据局"]
    assert "縣數據局" in plan.original


def test_pasted_prose_with_a_small_table_stays_prose() -> None:
    lines = "\n".join(f"{n}.推进第{n}项工作。按期完成。（县数据局负责）" for n in range(1, 6))
    document = paste_document(f"云山县2026年工作要点\n一、重点任务\n{lines}\n年份\t投资\n2025\t5\n2026\t6", "粘贴.txt")
    assert ledger_sheets(document) == ()
    assert len(plan_of(document).tasks) == 5


def test_reading_without_questions_takes_the_likely_sheets(office_ledger: Path) -> None:
    assert len(read_plan(office_ledger).tasks) == 4


def test_a_ledger_without_tasks_is_refused(sheets: tuple[LedgerSheet, ...], office_ledger: Path) -> None:
    document = open_document(office_ledger)
    with pytest.raises(BadInput, match="核对哪一列是“任务”"):
        read_ledger(document, [sheets[0].with_mapping(sheets[0].mapping.holding([None] * 11))])


def test_a_date_that_is_none_is_told() -> None:
    cells = (
        "序号\t任务\t责任单位\t完成时限\n1\t整改\t县数据局\t立行立改\n2\t培训\t县数据局\t每季度\n3\t统计\t县数据局\t/"
    )
    document = paste_document(cells, "粘贴.txt")
    doubts = read_ledger(document, ledger_sheets(document)).plan.doubts
    assert [doubt.message for doubt in doubts] == ["“完成时限”写作“立行立改”，不能确定，未计入"]


def test_rows_of_a_ledger_are_corrected_like_any_text(reading: LedgerReading) -> None:
    plan = reading.plan
    site, moving = plan.tasks[1:3]
    merged = Merge(NodeRef.of(moving), NodeRef.of(site)).apply(plan)
    (one,) = (node for node in merged.nodes if node.title == "完成选址")
    assert one.text.startswith("迁移系统30个；") and "\t" not in one.text and "县直各部门" not in one.text
    assert [fact.unit for fact in one.assignments] == ["县数据局", "县直各部门"]
    assert merged.records == plan.records
    halves = Split(NodeRef.of(plan.tasks[0]), Quote.behind(plan, plan.text.index("综合窗口")), Kind.TASK).apply(plan)
    assert [node.text for node in halves.tasks[:2]] == ["设置", "综合窗口不少于20个"]


def test_chapter_and_task_cells_merged_down_hold_for_their_rows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["领域", "序号", "重点任务", "具体举措", "责任单位"])
    sheet.append(["政务服务", 1, "优化大厅", "设置窗口", "县审批局"])
    sheet.append([None, None, None, "开展培训", "县人社局"])
    sheet.append([None, 2, "开通热线", "归并热线", "县数据局"])
    sheet.append(["数据共享", 3, "建设平台", "建成平台", "县数据局"])
    for cells in ("A2:A4", "B2:B3", "C2:C3"):
        sheet.merge_cells(cells)
    path = tmp_path / "合并单元格.xlsx"
    book.save(path)
    book.close()
    plan = read_plan(path)
    assert [(node.kind, node.number + node.title) for node in plan.nodes] == [
        (Kind.CHAPTER, "政务服务"),
        (Kind.SECTION, "1.优化大厅"),
        (Kind.TASK, "设置窗口"),
        (Kind.TASK, "开展培训"),
        (Kind.TASK, "2.开通热线"),
        (Kind.CHAPTER, "数据共享"),
        (Kind.TASK, "3.建设平台"),
    ]


def test_columns_of_units_go_before_units_that_the_text_mentions() -> None:
    text = "县发改局负责统筹协调。县数据局负责建设平台（县财政局配合）。"
    cells = f"序号\t任务\t任务内容\t牵头单位\n1\t明确责任\t{text}\t县数据局\n2\t清理证明\t全面清理\t县司法局"
    document = paste_document(cells, "粘贴.txt")
    first, _ = read_ledger(document, ledger_sheets(document)).plan.tasks
    assert "县发改局" not in [fact.unit for fact in first.assignments]
    assert "县数据局" in [fact.unit for fact in first.assignments]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ((1, 0.6, 0.3, 50, "75%"), (100, 60, 30, 50, 75)),
        ((1, 0.25), (100, 25)),
        ((1, 2, 50), (1, 2, 50)),
        ((1, 0), (100, 0)),
    ],
)
def test_the_one_of_a_column_with_shares_is_all_of_it(
    tmp_path: Path, written: tuple[object, ...], read: tuple[int, ...]
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(("序号", "重点任务", "责任单位", "完成时限", "完成进度", "进展情况"))
    for number, percent in enumerate(written, 1):
        sheet.append((number, f"建设第{number}个数据共享平台", "县数据局", "2026年12月", percent, "按计划推进"))
    path = tmp_path / "台账.xlsx"
    book.save(path)
    assert tuple(record.percent for record in read_plan(path).records) == read
