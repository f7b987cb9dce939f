from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from desktop_app.domain.plan import Kind, ParagraphUse, Plan

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


def test_a_task_table_in_an_annex_is_pointed_out_as_a_repetition(read: Read) -> None:
    plan = read(
        f"云山县2024年方案\n一、任务\n1.编制方案。抓紧编制。（县发改局负责）\n附件\n任务分工表\n{HEAD}\n1\t编制方案\t\t县发改局\t\t6月底"
    )
    assert [node.number for node in plan.nodes] == ["一、", "1.", "附件", "1"]
    assert [doubt.code for doubt in plan.doubts] == ["table_repeats"]
