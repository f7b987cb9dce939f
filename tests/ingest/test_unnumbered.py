"""Headings and items that carry no number."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx

from desktop_app.domain.plan import Kind, Plan
from desktop_app.ingest import read_plan

Read = Callable[[str], Plan]


def shape(plan: Plan) -> list[str]:
    """Every node as depth, number, title and kind."""
    depth = {None: -1}
    lines = []
    for node in plan.nodes:
        depth[node.id] = depth[node.parent] + 1
        lines.append(f"{'·' * depth[node.id]}{node.number}{node.title} {node.kind.value}")
    return lines


def test_well_known_headings_need_no_number(read: Read) -> None:
    plan = read(
        "云山县2024年数据工作方案\n总体要求\n坚持统筹推进，到2024年底上云率达到90%以上。\n重点任务\n夯实底座\n统一建设政务云，推进业务系统迁移上云。\n"
        "汇聚数据\n归集高频数据，形成共享目录。（县数据局牵头）\n保障措施\n各乡镇要加强统筹，确保各项任务落地见效。"
    )
    assert shape(plan) == ["总体要求 context", "重点任务 chapter", "·夯实底座 task", "·汇聚数据 task", "保障措施 task"]
    assert plan.nodes[0].targets[0].value == 90


def test_a_heading_right_under_a_heading_hangs_below_it(read: Read) -> None:
    plan = read(
        "云山县数据工作方案\n总体要求\n指导思想\n坚持统筹推进，深入贯彻落实上级部署要求。\n基本原则\n坚持需求牵引，强化数据赋能，注重实效。\n重点任务\n1.建云。统一建设政务云。\n2.建网。统一建设政务网。"
    )
    assert shape(plan) == [
        "总体要求 chapter",
        "·指导思想 context",
        "·基本原则 context",
        "重点任务 chapter",
        "·1.建云 task",
        "·2.建网 task",
    ]


def test_paragraphs_that_open_with_their_names_are_items(read: Read) -> None:
    plan = read(
        "云山县数据工作方案\n一、总体要求\n坚持统筹推进。\n二、重点任务\n建设统一底座。依托政务云提供算力。（县数据局牵头，6月底前完成）\n汇聚政务语料。整理办事指南。（县审批局牵头）\n三、保障措施\n加强领导，压实责任。\n强化督查，定期通报。"
    )
    assert shape(plan) == [
        "一、总体要求 context",
        "二、重点任务 chapter",
        "·建设统一底座 task",
        "·汇聚政务语料 task",
        "三、保障措施 task",
    ]
    assert plan.nodes[2].text == "依托政务云提供算力。"


def test_paragraphs_that_only_close_with_who_does_them_are_items(read: Read) -> None:
    plan = read(
        "云山县2024年民生实事分工\n新建公办幼儿园3所，新增学位800个。（县教育局牵头）\n改造老旧小区12个，惠及居民3000户。（县住建局负责）\n改造完成后组织验收。"
    )
    assert [(node.title, [fact.unit for fact in node.assignments]) for node in plan.nodes] == [
        ("", ["县教育局"]),
        ("", ["县住建局"]),
    ]
    assert [node.kind for node in plan.nodes] == [Kind.TASK, Kind.TASK]
    assert plan.nodes[1].text == "改造老旧小区12个，惠及居民3000户。\n改造完成后组织验收。"


def test_headings_of_a_word_file_are_headings_without_a_number(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("云山县数字乡村建设方案", 1)
    for heading, text in (
        ("数字底座更牢", "统一建设政务云，推进业务系统迁移上云。"),
        ("数字服务更优", "推广掌上办事，优化办理流程。"),
    ):
        word.add_heading(heading, 2)
        word.add_paragraph(text)
    path = tmp_path / "方案.docx"
    word.save(str(path))
    plan = read_plan(path)
    assert shape(plan) == ["数字底座更牢 task", "数字服务更优 task"]
    assert [node.text for node in plan.nodes] == [
        "统一建设政务云，推进业务系统迁移上云。",
        "推广掌上办事，优化办理流程。",
    ]


def test_short_lines_of_a_numbered_plan_are_no_headings(read: Read) -> None:
    plan = read(
        "云山县方案\n一、任务\n1.建云。统一建设政务云。\n工作要求\n抓紧推进，按期完成，确保取得实效。\n2.建网。统一建设政务网。"
    )
    assert shape(plan) == ["一、任务 chapter", "·1.建云 task", "·2.建网 task"]


def test_a_note_under_the_last_item_speaks_for_a_list_without_notes(read: Read) -> None:
    plan = read(
        "云山县方案\n一、任务\n（一）建平台\n1.建云。统一建设政务云。\n2.建网。统一建设政务网。\n责任单位：县数据局、县财政局\n（二）强安全\n1.检查。开展检查。\n责任单位：县公安局\n2.整改。落实整改。\n责任单位：县网信办"
    )
    units = {node.title: [fact.unit for fact in node.assignments] for node in plan.nodes}
    assert units == {
        "任务": [], "建平台": ["县数据局", "县财政局"], "建云": [], "建网": [], "强安全": [], "检查": ["县公安局"], "整改": ["县网信办"],
    }  # fmt: skip
    assert [doubt.code for doubt in plan.doubts] == ["note_of_list"]


def test_a_paragraph_of_the_cover_that_names_who_does_it_is_pointed_out(read: Read) -> None:
    plan = read("云山县方案\n抓紧建设政务云，按期投入使用。（县数据局牵头）\n一、任务\n1.建网。统一建设政务网。")
    assert [doubt.code for doubt in plan.doubts] == ["note_outside"]
