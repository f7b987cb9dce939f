"""The merge itself: three values in, one outcome out, and every cell accounted for."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from desktop_app.domain.errors import BadInput
from desktop_app.domain.handout import (
    FIELDS,
    PLACES,
    Answer,
    Field,
    Identity,
    ReturnedBook,
    ReturnedRow,
    RowKey,
    as_written,
)
from desktop_app.domain.merging import Choice, Chosen, Ledger, Outcome, decide, keep_both, plan_merge
from desktop_app.domain.merging.model import Asked, KnownBatch, Label
from desktop_app.domain.plan import Role
from desktop_app.domain.standing import Standing
from desktop_app.domain.task import Status

DAY = dt.date(2021, 10, 18)
BASE = (Status.IN_PROGRESS, 50, None, "已立项。", "", "", "")
ONE, TWO = RowKey(4), RowKey(5, 2)
LABELS = {
    ONE: Label("1.", "推进跨市通办", "推动不少于100个事项跨市通办。"),
    TWO: Label("3.", "建设数据平台（分段2）", "建成平台并接入30个部门。"),
}


def values(**changes):
    return tuple(changes.get(field.value, value) for field, value in zip(FIELDS, BASE, strict=True))


def read(field, raw, reference):
    """A reader for values that are already what they should be."""
    if raw == "?":
        return Answer(None, "看不懂")
    if raw in ("", None):
        return Answer("" if field.is_text else None)
    if field is Field.STATUS:
        return Answer(next(status for status in Status if status.label == raw))
    return Answer(round(raw * 100) if field is Field.PERCENT else raw)


def row(key=ONE, place=6, mark=None, label=None, merged=frozenset(), **changes):
    label = label or LABELS[key]
    raw = as_written(values(**{k: v for k, v in changes.items() if v != "?"}))
    raw = tuple("?" if changes.get(f.value) == "?" else cell for f, cell in zip(FIELDS, raw, strict=True))
    mark = f"c1:{key}" if mark is None else mark
    return ReturnedRow(place, mark, label.number, label.title, label.wording, raw, merged)


def book(*rows, unit="市甲局", name="甲.xlsx", digest="", identity=True, code="c1"):
    return ReturnedBook(
        name,
        digest or f"{name}{rows!r}",
        Identity("w", code, unit) if identity else None,
        unit,
        "十月批次",
        FIELDS,
        tuple(rows),
        (),
    )


def ledger(units=("市甲局",), ours=None, **more):
    asked = {
        unit: {key: Asked(key, Role.SUPPORT if at else Role.LEAD, BASE) for key in LABELS}
        for at, unit in enumerate(units)
    }
    batch = KnownBatch(1, "c1", "十月批次", DAY, None, asked)
    held = ours or {}
    return Ledger(
        "w",
        DAY,
        {"c1": batch},
        dict.fromkeys(units, "c1"),
        LABELS,
        lambda unit, key: held.get(key, BASE),
        standing=lambda key: Standing(*held.get(key, BASE)[:2]),
        **more,
    )


def outcome(ours=BASE, **changes):
    plan = plan_merge([book(row(**changes), row(TWO, 7))], ledger(ours={ONE: ours}), read)
    assert plan.counts.read == 14
    assert plan.counts.read == sum(
        (plan.counts.taken, plan.counts.same, plan.counts.conflict, plan.counts.doubtful, plan.counts.refused)
    )
    return [(cell.field, cell.outcome) for cell in plan.cells], plan


def test_what_only_the_unit_changed_is_taken():
    found, plan = outcome(percent=60, text="已立项，正在招标。")
    assert found == [(Field.PERCENT, Outcome.TAKEN), (Field.TEXT, Outcome.TAKEN)]
    (write,) = decide(plan).writes
    assert dict(write.values) == {Field.PERCENT: 60, Field.TEXT: "已立项，正在招标。"}


def test_what_only_the_officer_changed_stays():
    found, plan = outcome(ours=values(percent=70))
    assert found == []
    assert decide(plan).writes == ()


def test_what_both_changed_to_the_same_is_the_same():
    assert outcome(ours=values(percent=60), percent=60)[0] == []


def test_what_both_changed_waits_for_a_choice():
    found, plan = outcome(ours=values(percent=70), percent=60)
    assert found == [(Field.PERCENT, Outcome.CONFLICT)]
    cell = plan.cells[0]
    assert (cell.base, cell.theirs, cell.ours) == (50, 60, 70)
    assert decide(plan).undecided == (cell,)
    assert decide(plan, prefer=Choice.OURS).writes == ()
    assert decide(plan, prefer=Choice.THEIRS).writes[0].values == {Field.PERCENT: 60}
    assert decide(plan, {cell.id: Chosen(Choice.OWN, 65)}).writes[0].values == {Field.PERCENT: 65}
    with pytest.raises(BadInput, match="不能并存"):
        decide(plan, {cell.id: Chosen(Choice.BOTH)})


def test_an_empty_cell_never_wipes_what_is_there():
    found, plan = outcome(text="", status="", percent=None)
    assert dict(found) == dict.fromkeys((Field.STATUS, Field.PERCENT, Field.TEXT), Outcome.REFUSED)
    assert {cell.reason for cell in plan.cells} == {"空格不覆盖已有内容"}


def test_space_and_line_breaks_are_no_change():
    assert outcome(text=" 已 立项。\n")[0] == []


def test_a_cell_that_cannot_be_read_is_refused_with_the_reason():
    found, plan = outcome(percent="?")
    assert found == [(Field.PERCENT, Outcome.REFUSED)]
    assert plan.cells[0].reason == "看不懂"


def test_a_closed_task_is_not_opened_by_a_sheet():
    closed = values(status=Status.CLOSED, percent=100)
    assert outcome(ours=closed, status=Status.AWAITING_CHECK, percent=100)[0] == []
    found, _ = outcome(ours=closed, percent=80, text="又有进展。")
    assert found == [(Field.PERCENT, Outcome.REFUSED), (Field.TEXT, Outcome.TAKEN)]


def test_sentences_of_both_sides_stand_side_by_side_once():
    assert keep_both("甲。乙", "乙。丙。") == "甲。乙。丙。"
    assert keep_both("", "丙") == "丙"
    found, plan = outcome(ours=values(problems="卡口老化。"), problems="停车场未接入，需协调。")
    assert found == [(Field.PROBLEMS, Outcome.CONFLICT)]
    (write,) = decide(plan, {0: Chosen(Choice.BOTH)}).writes
    assert write.values == {Field.PROBLEMS: "停车场未接入，需协调。卡口老化。"}


def test_two_units_that_disagree_about_one_task_need_a_choice_and_the_lead_comes_first():
    books = [book(row(percent=60), unit="市甲局"), book(row(percent=80), unit="市乙局", name="乙.xlsx")]
    given = ledger(("市甲局", "市乙局"))
    plan = plan_merge(books, given, read)
    assert [cell.outcome for cell in plan.cells] == [Outcome.CONFLICT, Outcome.CONFLICT]
    assert "市乙局填报的“80%”" in next(cell.reason for cell in plan.cells if cell.unit == "市甲局")
    (write,) = decide(plan, prefer=Choice.THEIRS).writes
    assert (write.unit, write.values) == ("市甲局", {Field.PERCENT: 60})
    second = next(cell for cell in plan.cells if cell.unit == "市乙局")
    first = next(cell for cell in plan.cells if cell.unit == "市甲局")
    decision = decide(plan, {second.id: Chosen(Choice.THEIRS)})
    assert decision.undecided == ()
    assert decision.writes[0].values == {Field.PERCENT: 80}
    with pytest.raises(BadInput, match="只能采用一处"):
        decide(plan, {first.id: Chosen(Choice.THEIRS), second.id: Chosen(Choice.THEIRS)})


def test_words_of_two_units_stand_side_by_side():
    books = [book(row(text="甲局已办。")), book(row(text="乙局已办。"), unit="市乙局", name="乙.xlsx")]
    plan = plan_merge(books, ledger(("市甲局", "市乙局")), read)
    assert {cell.outcome for cell in plan.cells} == {Outcome.TAKEN}
    assert len(decide(plan).writes) == 2


def test_the_order_of_the_files_makes_no_difference():
    books = [
        book(row(percent=60)),
        book(row(percent=80), unit="市乙局", name="乙.xlsx"),
        book(row(TWO, 9), name="丙.xlsx"),
    ]
    given = ledger(("市甲局", "市乙局"))
    assert plan_merge(books, given, read) == plan_merge(books[::-1], given, read)


def test_one_unit_in_two_workbooks_that_disagree_needs_a_choice():
    books = [book(row(text="一稿。"), name="a.xlsx"), book(row(text="二稿。"), name="b.xlsx")]
    plan = plan_merge(books, ledger(), read)
    assert [cell.reason for cell in plan.cells] == ["市甲局在两处填报的内容不一致"] * 2


def test_the_same_file_twice_is_read_once():
    once = book(row(percent=60), digest="d")
    plan = plan_merge([once, replace(once, name="副本.xlsx")], ledger(), read)
    assert plan.counts.read == 7
    assert [bool(each.refusal) for each in plan.books] == [False, True]
    again = plan_merge([once], ledger(merged={"d": "已合并过"}), read)
    assert (again.books[0].refusal, again.books[0].again) == ("已合并过", True)


def test_a_second_answer_is_compared_with_the_first():
    said = {(1, "市甲局", ONE): {Field.PERCENT: 60}}
    given = ledger(ours={ONE: values(percent=60)}, said=said)
    plan = plan_merge([book(row(percent=65))], given, read)
    assert [(cell.base, cell.outcome) for cell in plan.cells] == [(60, Outcome.TAKEN)]


def test_a_lost_mark_is_made_good_by_number_and_title_and_shown_as_doubtful():
    plan = plan_merge([book(row(mark="", percent=60), row(TWO, 7, mark=""))], ledger(), read)
    assert [(cell.key, cell.outcome) for cell in plan.cells] == [(ONE, Outcome.DOUBTFUL)]
    assert "按编号和任务名称认定" in plan.cells[0].reason
    assert len(decide(plan).undecided) == 1
    assert decide(plan, prefer=Choice.THEIRS).writes[0].values == {Field.PERCENT: 60}


def test_a_workbook_that_lost_all_marks_is_known_by_the_unit_in_its_head():
    plan = plan_merge([book(row(mark="", percent=60), identity=False)], ledger(), read)
    assert plan.books[0].batch_label == "十月批次"
    assert plan.cells[0].outcome is Outcome.DOUBTFUL
    unknown = plan_merge([book(row(mark=""), unit="市丙局", identity=False)], ledger(), read)
    assert "无法认定" in unknown.books[0].refusal


def test_a_workbook_that_names_no_unit_is_known_by_its_file_name_or_by_its_rows():
    rows = [row(mark="", percent=60), row(TWO, 7, mark="")]
    two = ledger(("市甲局", "市甲局二分局"))
    by_name = plan_merge([book(*rows, unit="", name="市甲局二分局 填报.xlsx", identity=False)], two, read)
    assert by_name.books[0].unit == "市甲局二分局"
    assert [cell.outcome for cell in by_name.cells] == [Outcome.DOUBTFUL]
    by_rows = plan_merge([book(*rows, unit="", name="新建.xlsx", identity=False)], ledger(), read)
    assert by_rows.books[0].unit == "市甲局"
    assert any("市甲局" in remark for remark in by_rows.books[0].remarks)
    either = plan_merge([book(*rows, unit="", name="新建.xlsx", identity=False)], two, read)
    assert "无法认定" in either.books[0].refusal
    strange = Label("99.", "无关的任务", "与下发的任务都无关。")
    other = book(row(mark="", label=strange), unit="", name="新建.xlsx", identity=False)
    assert "无法认定" in plan_merge([other], ledger(), read).books[0].refusal


def test_marks_that_were_sorted_apart_from_their_rows_are_found_out():
    swapped = [row(ONE, 6, mark=f"c1:{TWO}", percent=60), row(TWO, 7, mark=f"c1:{ONE}")]
    plan = plan_merge([book(*swapped)], ledger(), read)
    assert [(cell.key, cell.outcome) for cell in plan.cells] == [(ONE, Outcome.DOUBTFUL)]


def test_a_row_nobody_handed_out_is_listed_with_its_words():
    added = Label("9.", "自加的任务", "自己想做的事。")
    extra = ReturnedRow(8, "", added.number, added.title, added.wording, ("推进中", 0.3, "", "做了", "", "", ""))
    plan = plan_merge([book(row(), row(TWO, 7), extra)], ledger(), read)
    (listed,) = plan.books[0].unknown
    assert (listed.place, listed.cells) == (8, 3)
    assert "做了" in listed.words
    assert plan.counts.read == 17
    assert plan.counts.refused == 3


def test_a_number_is_shown_as_it_was_typed_though_a_program_kept_it_as_a_fraction():
    strange = Label("9.", "自加的任务", "自己想做的事。")
    cells = ("推进中", 120.0, dt.datetime(2021, 11, 20), 3.5, "", "", "")
    extra = ReturnedRow(8, "", *strange, cells)
    plan = plan_merge([book(row(percent=120), extra)], ledger(), lambda *_: Answer(None, "超出0到100"))
    assert [cell.raw for cell in plan.cells] == ["1.2", "推进中", "120", "2021年11月20日", "3.5"]
    assert "进度：120；预计完成：2021年11月20日；进展情况：3.5" in plan.books[0].unknown[0].words


def test_rows_that_were_deleted_are_named():
    plan = plan_merge([book(row())], ledger(), read)
    assert plan.books[0].missing == ("3.建设数据平台（分段2）",)


def test_a_value_from_merged_cells_is_doubtful():
    plan = plan_merge([book(row(text="两项合写。", merged=frozenset({Field.TEXT})))], ledger(), read)
    assert plan.cells[0].outcome is Outcome.DOUBTFUL


def test_a_workbook_of_another_ledger_is_refused():
    foreign = replace(book(row()), identity=Identity("other", "c1", "市甲局"))
    plan = plan_merge([foreign], ledger(), read)
    assert "另一台账" in plan.books[0].refusal
    assert plan.counts.read == 0


def test_a_workbook_without_a_record_brings_its_own_base():
    own = replace(
        book(row(percent=60), code="c9", name="x.xlsx"),
        base=((str(ONE), "in_progress", 50, None, "已立项。", "", "", ""),),
    )
    own = replace(own, rows=(row(mark=f"c9:{ONE}", percent=60),))
    plan = plan_merge([own], ledger(), read)
    assert [(cell.field, cell.outcome) for cell in plan.cells] == [(Field.PERCENT, Outcome.TAKEN)]
    assert "没有这一批次的下发记录" in plan.books[0].remarks[0]


def test_cells_that_are_the_same_can_be_shown_too():
    _, plan = outcome(percent=60)
    same = plan.same_cells(0)
    assert len(same) == 13
    assert {cell.outcome for cell in same} == {Outcome.SAME}
    assert same[0].theirs == BASE[PLACES[same[0].field]]
