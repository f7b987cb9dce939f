"""Whatever stands in the cells of a ledger: every row is accounted for once, and the plan's text, spans and records agree."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.errors import BadInput
from desktop_app.domain.old_ledger import Fate, LedgerSheet
from desktop_app.domain.plan import Kind
from desktop_app.ingest.document import Document, Paragraph, Table
from desktop_app.ingest.ledgers import account_for_rows, ledger_sheets, read_ledger, with_head

WORDS = (
    "", "", "序号", "任务", "责任单位", "1", "2", "一", "（一）", "一、政务服务", "合计", "小计", "注：说明", "县数据局", "县财政局、县发改局",
    "2026年6月底前", "6月", "已完成", "推进中", "80%", "0.5", "100", "无", "/", "建设平台", "建设平台。建成一体化平台，完成30个系统迁移。",
    "2026年6月20日销号", "原定2026年5月31日，已延期", "每季度", "2026-02-30", "2026年13月40日", "\u200b",
)  # fmt: skip
HEADS = ("序号", "任务", "任务内容", "责任单位", "完成时限", "状态", "进度", "进展情况", "备注", "章", "完成日期")


@st.composite
def sheets(draw: st.DrawFn) -> tuple[Document, LedgerSheet]:
    """A sheet with a head that is known or not, and any cells below; sometimes the officer says how long the head is."""
    width = draw(st.integers(1, 8))
    row = st.tuples(*[st.sampled_from(WORDS)] * width)
    head = draw(st.one_of(row, st.permutations(HEADS).map(lambda names: tuple(names[:width]))))
    rows = (head, *draw(st.lists(row, min_size=1, max_size=9)))
    document = Document("台账.xlsx", "sheet", (Paragraph("云山县2026年台账", sheet="一"), Table(rows, "一")))
    (sheet,) = ledger_sheets(document)
    said = draw(st.none() | st.integers(0, min(3, len(rows) - 1)))
    return document, sheet if said is None else with_head(sheet, said)


@settings(max_examples=300, deadline=None)
@given(sheets())
def test_rows_add_up_and_everything_points_at_its_place(made: tuple[Document, LedgerSheet]) -> None:
    document, sheet = made
    account = account_for_rows(sheet)
    assert len(account.rows) == len(sheet.rows) + len(sheet.above)
    assert [fate.row for fate in account.rows[1:]] == list(sheet.places)
    try:
        plan = read_ledger(document, [sheet]).plan
    except BadInput:
        assert account.count(Fate.TASK) == 0
        return
    assert len(plan.tasks) == account.count(Fate.TASK)
    assert plan.text.split("\n") == [plan.text[slice(*line.span)] for line in plan.paragraphs]
    for node in plan.nodes:
        assert node.span.start <= node.body.start <= node.body.end <= len(plan.text)
    for record in plan.records:
        assert any(task.span.start <= record.place < task.span.end for task in plan.tasks)


def test_a_row_behind_a_heading_begins_a_task_though_it_is_named_like_the_one_before() -> None:
    rows = (("序号", "任务"), ("", "序号"), ("序号", "序号"), ("", "序号"), ("序号", "序号"))
    document = Document("台账.xlsx", "sheet", (Paragraph("云山县2026年台账", sheet="一"), Table(rows, "一")))
    (sheet,) = ledger_sheets(document)
    fates = [row.fate for row in account_for_rows(sheet).rows]
    assert fates.count(Fate.TASK) == sum(node.kind is Kind.TASK for node in read_ledger(document, (sheet,)).plan.nodes)
