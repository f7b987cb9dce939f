"""Corrections change what they say and nothing else; each can be taken back, kept in a file and done again."""

import datetime as dt
import json
from dataclasses import replace

import pytest

from desktop_app.domain.corrections import (
    AddFact,
    ApplyRule,
    Bench,
    ChangeLevel,
    Dismiss,
    DocumentField,
    MakeNode,
    Merge,
    NodeRef,
    Quote,
    RemoveFact,
    RemoveNode,
    ReplaceFact,
    SetAside,
    SetBody,
    SetDocument,
    SetKind,
    SetNumber,
    SetTitle,
    Split,
    Together,
    Unfit,
    apply,
    open_doubts,
    replay,
    to_json,
)
from desktop_app.domain.errors import BadInput
from desktop_app.domain.plan import (
    Assignment,
    Deadline,
    DeadlineKind,
    Doubt,
    Kind,
    ParagraphUse,
    PlanRule,
    Role,
    RuleScope,
    Span,
    Target,
)
from tests.domain.whole_plan import whole_plan


@pytest.fixture
def plan():
    return whole_plan()


def node(plan, id):
    return next(entry for entry in plan.nodes if entry.id == id)


def ref(plan, id):
    return NodeRef.of(node(plan, id))


def at(plan, words):
    return Quote.behind(plan, plan.text.index(words))


def paragraph(plan, words):
    place = plan.text.index(words)
    return Quote.of(plan, next(p.span for p in plan.paragraphs if p.span.start <= place < p.span.end))


def use(plan, words):
    place = plan.text.index(words)
    return next(p for p in plan.paragraphs if p.span.start <= place < p.span.end)


def test_a_task_becomes_background_and_is_counted_so(plan):
    after = apply(plan, [SetKind(ref(plan, "n8"), Kind.CONTEXT)])
    assert node(after, "n8").kind is Kind.CONTEXT
    assert use(after, "4.加强宣传").use is ParagraphUse.BACKGROUND
    assert len(after.tasks) == len(plan.tasks) - 1
    assert node(plan, "n8").kind is Kind.TASK


def test_a_heading_with_entries_below_cannot_become_a_task(plan):
    with pytest.raises(Unfit, match="升级或合并"):
        apply(plan, [SetKind(ref(plan, "n3"), Kind.TASK)])


def test_number_and_title_are_set_and_the_wording_stays(plan):
    bench = Bench(plan)
    bench.do(SetNumber(ref(bench.plan, "n8"), "4、"))
    bench.do(SetTitle(ref(bench.plan, "n8"), "加强宣传引导"))
    after = node(bench.plan, "n8")
    assert (after.number, after.title) == ("4、", "加强宣传引导")
    assert (after.text, after.body) == (node(plan, "n8").text, node(plan, "n8").body)


def test_a_split_gives_each_half_its_text_and_its_facts(plan):
    after = apply(plan, [Split(ref(plan, "n7"), at(plan, "建成平台并接入"), Kind.TASK)])
    first, second = node(after, "n7"), after.nodes[7]
    assert first.text == "完成平台立项，"
    assert second.text == "建成平台并接入30个部门。"
    assert [a.unit for a in first.assignments] == ["市发展改革局"]
    assert [a.unit for a in second.assignments] == ["市政务服务数据管理局", "市财政局"]
    assert (len(first.targets), len(second.targets)) == (0, 1)
    assert (first.parts, second.parts) == ((), ())
    assert second.parent == first.parent
    assert first.span.end == second.span.start


def test_a_split_reads_number_and_title_of_the_second_half(plan):
    words = "2.完善服务热线"
    merged = apply(plan, [Merge(ref(plan, "n5"), ref(plan, "n4"))])
    assert words in merged.text[node(merged, "n4").body.start : node(merged, "n4").body.end]
    again = apply(merged, [Split(ref(merged, "n4"), at(merged, words), Kind.TASK)])
    made = again.nodes[4]
    assert (made.number, made.title, made.text) == ("2.", "完善服务热线", node(plan, "n5").text)
    assert (made.assignments, made.deadlines) == (node(plan, "n5").assignments, node(plan, "n5").deadlines)
    assert use(again, words).node == made.id


@pytest.mark.parametrize("words", ["3.建设数据平台", "设数据平台", "4.加强宣传"])
def test_a_split_outside_the_body_is_refused(plan, words):
    with pytest.raises(Unfit):
        apply(plan, [Split(ref(plan, "n7"), at(plan, words), Kind.TASK)])


def test_a_merge_keeps_both_notes_as_parts(plan):
    after = apply(plan, [Merge(ref(plan, "n5"), ref(plan, "n4"))])
    merged = node(after, "n4")
    assert len(merged.parts) == 2
    assert [a.unit for a in merged.parts[1].assignments] == ["市信访局"]
    assert {a.unit for a in merged.assignments} == {"市政务服务数据管理局", "各县（市、区）人民政府", "市信访局"}
    assert len(after.nodes) == len(plan.nodes) - 1


def test_entries_below_a_merged_heading_stay_in_the_outline(plan):
    after = apply(plan, [Merge(ref(plan, "n6"), ref(plan, "n5"))])
    assert node(after, "n7").parent == "n3"
    assert "（二）夯实数据底座" in node(after, "n5").text


def test_only_neighbours_merge(plan):
    with pytest.raises(Unfit, match="上一条"):
        apply(plan, [Merge(ref(plan, "n8"), ref(plan, "n5"))])


def test_a_section_goes_up_with_what_is_below_it(plan):
    after = apply(plan, [ChangeLevel(ref(plan, "n6"), 0)])
    assert (node(after, "n6").parent, node(after, "n6").kind) == (None, Kind.CHAPTER)
    assert (node(after, "n7").parent, node(after, "n8").parent) == ("n6", "n6")


def test_nothing_goes_below_a_task(plan):
    with pytest.raises(Unfit, match="没有可归入的标题"):
        apply(plan, [ChangeLevel(ref(plan, "n5"), 3)])


def test_an_entry_is_not_taken_in(plan):
    after = apply(plan, [RemoveNode(ref(plan, "n8"))])
    assert "n8" not in {entry.id for entry in after.nodes}
    assert (use(after, "4.加强宣传").use, use(after, "4.加强宣传").node) == (ParagraphUse.FURNITURE, None)


def test_what_was_set_aside_can_be_taken_in_again(plan):
    aside = apply(plan, [RemoveNode(ref(plan, "n8"))])
    after = apply(aside, [MakeNode(paragraph(aside, "4.加强宣传"), Kind.TASK)])
    made = next(entry for entry in after.nodes if entry.number == "4.")
    assert (made.title, made.text, made.parent) == ("加强宣传", "做好宣传引导工作。", "n6")
    assert use(after, "4.加强宣传").use is ParagraphUse.TASK


def test_an_only_line_becomes_a_heading_with_a_title(plan):
    after = apply(plan, [MakeNode(paragraph(plan, "清源区数字政府建设2021年工作要点"), Kind.CHAPTER)])
    made = after.nodes[0]
    assert (made.title, made.text, made.kind) == ("清源区数字政府建设2021年工作要点", "", Kind.CHAPTER)


def test_a_paragraph_of_a_longer_text_is_set_aside_and_leaves_the_rest(plan):
    after = apply(plan, [SetAside(paragraph(plan, "以便民利企"), ParagraphUse.FURNITURE)])
    assert node(after, "n1").text == ""
    assert use(after, "以便民利企").node is None
    back = apply(after, [SetBody(ref(after, "n1"), at(after, "\n二、主要任务"))])
    assert node(back, "n1").text == "以便民利企为导向，加快数字化转型。"
    assert use(back, "以便民利企").node == "n1"


def test_the_first_paragraph_of_an_entry_does_not_go_alone(plan):
    with pytest.raises(Unfit, match="开头"):
        apply(plan, [SetAside(paragraph(plan, "三、保障措施"), ParagraphUse.FURNITURE)])


def test_text_given_up_is_not_recognised_until_it_is_put_somewhere(plan):
    after = apply(plan, [SetBody(ref(plan, "n9"), at(plan, "\n各部门落实"))])
    assert use(after, "各部门落实").use is ParagraphUse.UNRECOGNISED
    assert (node(after, "n9").text, node(after, "n9").assignments) == ("", ())
    assert "未识别" in open_doubts(after)[-1].message


def test_a_unit_is_added_in_printed_order_and_to_its_part(plan):
    span = Span(plan.text.index("接入30个部门"), plan.text.index("接入30个部门") + 4)
    after = apply(plan, [AddFact(ref(plan, "n7"), Assignment(Role.SUPPORT, "市大数据中心", span))])
    names = [fact.unit for fact in node(after, "n7").assignments]
    assert names == ["市发展改革局", "市大数据中心", "市政务服务数据管理局", "市财政局"]
    assert "市大数据中心" in [fact.unit for fact in node(after, "n7").parts[1].assignments]
    with pytest.raises(Unfit, match="已有"):
        apply(after, [AddFact(ref(after, "n7"), Assignment(Role.SUPPORT, "市大数据中心"))])


def test_a_fact_is_changed_and_removed_in_node_and_part(plan):
    old = node(plan, "n7").assignments[0]
    bench = Bench(plan)
    bench.do(ReplaceFact(ref(plan, "n7"), old, replace(old, role=Role.RESPONSIBLE)))
    assert node(bench.plan, "n7").parts[0].assignments[0].role is Role.RESPONSIBLE
    bench.do(RemoveFact(ref(plan, "n7"), node(plan, "n7").targets[0]))
    assert node(bench.plan, "n7").targets == node(bench.plan, "n7").parts[1].targets == ()


def test_a_clause_of_the_whole_plan_is_applied_when_asked(plan):
    rule = PlanRule(RuleScope.UNITS_EVERYWHERE, "以下措施责任单位均包括各镇人民政府", Span(0, 5), ("各镇人民政府",))
    after = apply(replace(plan, rules=(rule,)), [ApplyRule(rule)])
    assert all("各镇人民政府" in [fact.unit for fact in task.assignments] for task in after.tasks)
    with pytest.raises(Unfit):
        apply(after, [ApplyRule(rule)])


def test_the_first_unit_leads_when_the_plan_says_so(plan):
    rule = PlanRule(RuleScope.FIRST_IS_LEAD, "第一个单位为牵头单位", Span(0, 5))
    after = apply(replace(plan, rules=(rule,)), [ApplyRule(rule)])
    assert node(after, "n9").assignments[0].role is Role.LEAD
    assert node(after, "n4").assignments == node(plan, "n4").assignments


def test_data_of_the_document_are_set(plan):
    after = apply(
        plan,
        [SetDocument(DocumentField.DOC_NUMBER, ""), SetDocument(DocumentField.ISSUED_ON, "2021-06-07")],
    )
    assert (after.doc_number, after.issued_on) == (None, dt.date(2021, 6, 7))
    with pytest.raises(Unfit, match="不存在"):
        apply(plan, [SetDocument(DocumentField.ISSUED_ON, "2021-02-30")])


def test_a_doubt_that_was_looked_at_is_gone(plan):
    sure = node(plan, "n9").assignments[0]
    doubtful = apply(plan, [ReplaceFact(ref(plan, "n9"), sure, replace(sure, doubt="新单位"))])
    assert [doubt.message for doubt in open_doubts(doubtful)] == ["“4.加强宣传”未写完成时限", "新单位"]
    after = apply(doubtful, [Dismiss(doubt) for doubt in open_doubts(doubtful)])
    assert open_doubts(after) == ()
    assert node(after, "n9").assignments[0] == sure


def test_undo_and_redo_name_what_they_do(plan):
    bench = Bench(plan)
    bench.do(SetKind(ref(plan, "n8"), Kind.CONTEXT))
    bench.do(SetTitle(ref(plan, "n8"), "宣传"))
    assert bench.undo_label == "改“4.加强宣传”的标题"
    bench.undo()
    assert (bench.undo_label, bench.redo_label) == ("“4.加强宣传”改为背景", "改“4.加强宣传”的标题")
    bench.undo()
    assert bench.plan is plan
    bench.redo()
    bench.redo()
    assert node(bench.plan, "n8").title == "宣传"
    assert bench.redo_label is None


def test_a_refused_step_changes_nothing_and_keeps_redo(plan):
    bench = Bench(plan)
    bench.do(SetKind(ref(plan, "n8"), Kind.CONTEXT))
    bench.undo()
    with pytest.raises(Unfit):
        bench.do(SetKind(NodeRef("n8", "别的条目"), Kind.CONTEXT))
    assert (bench.plan, bench.corrections) == (plan, ())
    assert bench.redo_label is not None


def every_operation(plan):
    """One of each operation, each fitting the plan after those before it."""
    bench = Bench(replace(plan, rules=(RULE,)))

    def do(make):
        bench.do(make(bench.plan))

    new = Deadline(dt.date(2021, 11, 30), DeadlineKind.FINAL, "2021年11月底前", None, "officer")
    goal = Target("减支6%", ">=", 6.0, "%", dt.date(2021, 12, 31), Span(3, 9), "officer", "", 5.5)
    for make in (
        lambda p: SetKind(ref(p, "n8"), Kind.CONTEXT),
        lambda p: SetNumber(ref(p, "n8"), "四、"),
        lambda p: SetTitle(ref(p, "n8"), "宣传"),
        lambda p: Split(ref(p, "n7"), at(p, "建成平台并接入"), Kind.TASK),
        lambda p: Merge(ref(p, "n5"), ref(p, "n4")),
        lambda p: ChangeLevel(ref(p, "n6"), 0),
        lambda p: SetBody(ref(p, "n9"), at(p, "\n各部门落实")),
        lambda p: MakeNode(paragraph(p, "各部门落实"), Kind.TASK),
        lambda p: RemoveNode(ref(p, "n8")),
        lambda p: SetAside(paragraph(p, "清源区数字政府"), ParagraphUse.FURNITURE),
        lambda p: Together("两处", (AddFact(ref(p, "n4"), new), AddFact(ref(p, "n4"), goal))),
        lambda p: ReplaceFact(ref(p, "n4"), goal, replace(goal, value=7.0)),
        lambda p: RemoveFact(ref(p, "n4"), new),
        lambda p: SetDocument(DocumentField.ISSUER, "清源区人民政府"),
        lambda p: Dismiss(Doubt("no-deadline", "“4.加强宣传”未写完成时限", paragraph_span(p, "4.加强宣传"))),
        lambda _: ApplyRule(RULE),
    ):
        do(make)
    return bench


RULE = PlanRule(
    RuleScope.DATE_EVERYWHERE, "均于12月底前完成", Span(0, 3), ("市财政局",), Role.SUPPORT, dt.date(2021, 12, 31)
)


def paragraph_span(plan, words):
    quote = paragraph(plan, words)
    return Span(quote.start, quote.end)


def test_a_file_of_every_operation_replays_to_the_same_plan(plan):
    bench = every_operation(plan)
    written = json.dumps(to_json(bench.parsed, bench.corrections), ensure_ascii=False)
    again = replay(bench.parsed, json.loads(written))
    assert again.unfit == ()
    assert again.corrections == bench.corrections
    assert again.plan == bench.plan


def test_what_no_longer_fits_is_reported_and_the_rest_is_done(plan):
    steps = (SetTitle(NodeRef("n5", "别的条目"), "甲"), SetTitle(ref(plan, "n8"), "乙"))
    again = replay(plan, to_json(plan, steps))
    assert [reason for _step, reason in again.unfit] == ["“别的条目”处现为“2.完善服务热线”"]
    assert node(again.plan, "n8").title == "乙"


def test_words_that_moved_are_not_mistaken(plan):
    place = plan.text.index("建成平台并接入")
    moved = Quote(place - 3, place - 3, "建成平台并接入")
    again = replay(plan, to_json(plan, [Split(ref(plan, "n7"), moved, Kind.TASK)]))
    assert "不在原处" in again.unfit[0][1]
    assert again.plan == plan


def test_corrections_of_another_document_are_refused(plan):
    with pytest.raises(BadInput, match="另一份文件"):
        replay(replace(plan, original="另一份"), to_json(plan, []))


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        {"format": "xiaohao-corrections"},
        {"format": "xiaohao-corrections", "version": 1},
        {"format": "xiaohao-corrections", "version": 1, "corrections": [{"type": "os.system"}]},
        {"format": "xiaohao-corrections", "version": 1, "corrections": [{"type": "doubt", "code": "", "message": ""}]},
        {"format": "xiaohao-corrections", "version": 1, "corrections": [{"type": "set_title", "node": 3, "title": ""}]},
        {"format": "xiaohao-corrections", "version": 1, "corrections": [["set_title"]]},
        {"format": "xiaohao-corrections", "version": 9, "corrections": []},
    ],
)
def test_a_file_that_is_none_is_refused_in_a_sentence(plan, data):
    with pytest.raises(BadInput):
        replay(plan, data)
