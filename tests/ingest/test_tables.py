from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from desktop_app.domain.plan import Kind, ParagraphUse, Plan, Rhythm

Read = Callable[[str], Plan]
HEAD = "序号\t重点任务\t工作措施\t牵头单位\t配合单位\t完成时限"


def test_rows_of_a_task_table_are_tasks(read: Read) -> None:
    plan = read(
        f"云山县2024年任务分工表\n{HEAD}\n1\t编制方案\t开展调研。形成初稿。\t县发改局\t县财政局、县数据局\t6月底\n2\t建设平台\t完成不少于3个系统迁移\t县数据局\t各乡镇 县直各部门\t2024年12月"
    )
    assert [(node.number, node.title, node.text, node.kind) for node in plan.nodes] == [
        ("1", "编制方案", "开展调研。形成初稿。", Kind.TASK),
        ("2", "建设平台", "完成不少于3个系统迁移", Kind.TASK),
    ]
    assert [[f"{fact.role.value}:{fact.unit}" for fact in node.assignments] for node in plan.nodes] == [
        ["lead:县发改局", "support:县财政局", "support:县数据局"],
        ["lead:县数据局", "support:各乡镇", "support:县直各部门"],
    ]
    assert [node.deadlines[0].date for node in plan.nodes] == [dt.date(2024, 6, 30), dt.date(2024, 12, 31)]
    assert plan.nodes[1].targets[0].value == 3
    assert plan.coverage()[ParagraphUse.HEADING] == 2


def test_a_table_under_a_heading_hangs_below_it(read: Read) -> None:
    plan = read(
        f"云山县2024年方案\n一、总体要求\n坚持统筹推进。\n二、任务分工\n{HEAD}\n1\t编制方案\t\t县发改局\t\t6月底"
    )
    assert [(node.title, node.parent, node.kind) for node in plan.nodes] == [
        ("总体要求", None, Kind.CONTEXT),
        ("任务分工", None, Kind.CHAPTER),
        ("编制方案", "n2", Kind.TASK),
    ]


def test_a_table_of_other_things_keeps_its_text(read: Read) -> None:
    plan = read("云山县方案\n一、任务\n1.建云。按下表推进建设。\n年份\t投资\n2023\t5\n2024\t6\n2.建网。推进建设。")
    assert plan.nodes[1].text == "按下表推进建设。\n年份\t投资\n2023\t5\n2024\t6"


def test_a_task_table_in_an_annex_that_repeats_the_text_is_merged_with_a_doubt(read: Read) -> None:
    plan = read(
        f"云山县2024年方案\n一、任务\n1.编制方案。抓紧编制。（县发改局负责）\n2.建设平台。按期建成。\n附件\n任务分工表\n{HEAD}\n"
        "1\t编制方案\t\t县发改局\t\t6月底\n2\t建设平台\t\t县数据局\t县财政局\t2024年12月\n3\t开展培训\t\t县委组织部\t\t每季度"
    )
    assert [(node.number, node.title) for node in plan.nodes if node.kind is Kind.TASK] == [
        ("1.", "编制方案"),
        ("2.", "建设平台"),
        ("3", "开展培训"),
    ]
    first, second, third = (node for node in plan.nodes if node.kind is Kind.TASK)
    assert [fact.unit for fact in first.assignments] == ["县发改局"]
    assert [fact.date for fact in first.deadlines] == [dt.date(2024, 6, 30)]
    assert [fact.unit for fact in second.assignments] == ["县数据局", "县财政局"]
    assert [fact.rhythm for fact in third.recurrences] == [Rhythm.QUARTERLY]
    assert [doubt.code for doubt in plan.doubts] == ["table_repeats"] * 3
    assert {paragraph.node for paragraph in plan.paragraphs[-3:]} == {first.id, second.id, third.id}


FLAT = "序号\n重点任务\n牵头单位\n配合单位\n完成时限\n1\n编制方案\n县发改局\n县财政局、县数据局\n6月底\n2\n建设平台\n县数据局\n2024年12月\n3\n开展培训\n县委组织部\n县人社局\n长期坚持"


def test_a_table_whose_cells_stand_on_lines_of_their_own_is_a_table(read: Read) -> None:
    plan = read(
        f"云山县2024年方案\n一、总体要求\n坚持统筹推进。\n二、任务分工\n{FLAT}\n三、保障措施\n1.加强调度。定期调度。"
    )
    rows = [node for node in plan.nodes if node.parent == "n2"]
    assert [(node.number, node.title) for node in rows] == [("1", "编制方案"), ("2", "建设平台"), ("3", "开展培训")]
    assert [[f"{fact.role.value}:{fact.unit}" for fact in node.assignments] for node in rows] == [
        ["lead:县发改局", "support:县财政局", "support:县数据局"],
        ["responsible:县数据局"],
        ["lead:县委组织部", "support:县人社局"],
    ]
    assert [[fact.date.month for fact in node.deadlines] for node in rows] == [[6], [12], []]
    assert plan.coverage()[ParagraphUse.UNRECOGNISED] == 0


def test_a_table_flattened_to_blanks_is_a_table(read: Read) -> None:
    plan = read(
        "云山县2024年任务分工表\n序号 重点任务 牵头单位 完成时限\n1 编制方案 县发改局 6月底\n2 建设平台 县数据局、县财政局 2024年12月"
    )
    assert [(node.number, node.title, [f.unit for f in node.assignments]) for node in plan.nodes] == [
        ("1", "编制方案", ["县发改局"]),
        ("2", "建设平台", ["县数据局", "县财政局"]),
    ]
