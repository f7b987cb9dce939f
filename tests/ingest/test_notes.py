from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from desktop_app.domain.plan import Node, Role

Item = Callable[[str], Node]


def roles(node: Node) -> list[str]:
    return [f"{fact.role.value[0]}:{fact.unit}" for fact in node.assignments]


@pytest.mark.parametrize(
    ("note", "said"),
    [
        (
            "（牵头单位：县水利局；配合单位：县财政局、各乡镇人民政府）",
            ["l:县水利局", "s:县财政局", "s:各乡镇人民政府"],
        ),
        ("〔县水利局牵头，县财政局配合〕", ["l:县水利局", "s:县财政局"]),
        ("[责任单位:县水利局]", ["r:县水利局"]),
        ("【县住建局牵头；县城管局、县自然资源局配合】", ["l:县住建局", "s:县城管局", "s:县自然资源局"]),
        ("（牵头单位：县水利局；配合单位：县财政局〕", ["l:县水利局", "s:县财政局"]),
        ("（责任单位：县水利局、县财政局", ["r:县水利局", "r:县财政局"]),
        ("（县水利局、县财政局等按职责分工负责）", ["r:县水利局", "r:县财政局"]),
        ("（各有关部门按职责分工负责）", ["r:各有关部门"]),
        ("（县水利局、县财政局）", ["r:县水利局", "r:县财政局"]),
        ("（县水利局负责，各乡镇配合）", ["r:县水利局", "s:各乡镇"]),
        ("（县发改局会同县财政局负责）", ["l:县发改局", "s:县财政局"]),
        ("（由县商务局牵头，县工信局参与）", ["l:县商务局", "s:县工信局"]),
        (
            "〔县大数据局牵头技术工作，县农业农村局牵头推广工作，各乡镇配合〕",
            ["l:县大数据局", "l:县农业农村局", "s:各乡镇"],
        ),
        ("责 任 单 位：县公安局、县交通运输局", ["r:县公安局", "r:县交通运输局"]),
        ("责任单位：县公安局、县交通运输局", ["r:县公安局", "r:县交通运输局"]),
        ("县水利局牵头负责，县财政局配合。", ["l:县水利局", "s:县财政局"]),
        ("（主办单位：县教育局，协办单位：县体育中心）", ["l:县教育局", "s:县体育中心"]),
        ("（牵头领导：张某某；牵头单位：县应急局；责任单位：县工信局）", ["l:县应急局", "r:县工信局"]),
        ("（责任单位：县水利局牵头，县财政局配合）", ["l:县水利局", "s:县财政局"]),
        ("牵头：县水利局；协办：县财政局、各街道。", ["l:县水利局", "s:县财政局", "s:各街道"]),
        ("（牵头单位：县水利局；指导单位：县委网信办）", ["l:县水利局", "s:县委网信办"]),
        ("（县教育局，各“一件事”牵头部门按职责分工负责）", ["r:县教育局", "r:各“一件事”牵头部门"]),
        ("（县人大常委会办公室、县政协办公室、县法院）", ["r:县人大常委会办公室", "r:县政协办公室", "r:县法院"]),
        ("（牵头处室：政策法规处，配合处室：各业务处室）", ["l:政策法规处", "s:各业务处室"]),
        ("【主要责任单位：县发改局；协同责任单位：县财政局】", ["l:县发改局", "s:县财政局"]),
        ("（张三同志牵头，县委办、县政府办落实）", ["r:县委办", "r:县政府办"]),
        ("（县委政法委会同县民政局于2024年6月底前完成）", ["l:县委政法委", "s:县民政局"]),
        ("（局党建办、各学校党组织）", ["r:局党建办", "r:各学校党组织"]),
    ],
)
def test_notes_of_every_form_name_units_and_roles(read_item: Item, note: str, said: list[str]) -> None:
    node = read_item(f"整治河道。全面清理河道垃圾，修复岸线。{note}")
    assert roles(node) == said
    assert node.text == "全面清理河道垃圾，修复岸线。"


def test_a_note_on_its_own_line_belongs_to_the_item_above(read: Callable[..., object]) -> None:
    plan = read(
        "云山县2024年工作要点\n一、任务\n（一）整治河道\n清理垃圾，修复岸线。\n牵头单位：县水利局\n配合单位：县财政局，各乡镇\n完成时限：2024年9月底\n（二）加强调度\n按月调度。"
    )
    node = plan.nodes[1]
    assert roles(node) == ["l:县水利局", "s:县财政局", "s:各乡镇"]
    assert [fact.date for fact in node.deadlines] == [dt.date(2024, 9, 30)]
    assert node.text == "清理垃圾，修复岸线。"


def test_several_notes_in_one_item_make_parts(read_item: Item) -> None:
    node = read_item(
        "完善供水。新建管网80公里〔县水利局牵头，6月底前完成〕；水质达标率保持100%。〔县住建局牵头，12月底前完成〕开展宣传。"
    )
    assert [part.text for part in node.parts] == ["新建管网80公里", "水质达标率保持100%。", "开展宣传。"]
    assert [[fact.unit for fact in part.assignments] for part in node.parts] == [["县水利局"], ["县住建局"], []]
    assert [[fact.date.month for fact in part.deadlines] for part in node.parts] == [[6], [12], []]
    assert [[fact.value for fact in part.targets] for part in node.parts] == [[80], [100], []]
    assert node.text == "新建管网80公里；水质达标率保持100%。开展宣传。"


def test_one_note_makes_no_parts(read_item: Item) -> None:
    assert read_item("整治河道。清理垃圾。（县水利局负责）").parts == ()


def test_a_unit_named_twice_in_one_role_counts_once(read_item: Item) -> None:
    node = read_item("整治河道。清理垃圾。（责任单位：县水利局、县财政局、县水利局）")
    assert roles(node) == ["r:县水利局", "r:县财政局"]


@pytest.mark.parametrize(
    "words",
    [
        "建设平台（以下简称平台）并推广应用，落实配合机制。",
        "推进地理信息系统（GIS）应用，形成长效机制。",
        "做好村（社区）联网工作，形成长效机制。",
        "领导小组办公室设在县政府办公室（县大数据局），形成长效机制。",
        "按照“谁管理、谁负责”原则落实责任，形成长效机制。",
        "完善制度（含各县区配合的项目），形成长效机制。",
        "与公安、民政等部门做好配合，形成长效机制。",
    ],
)
def test_other_brackets_are_no_notes(read_item: Item, words: str) -> None:
    node = read_item(f"完善机制。{words}")
    assert node.assignments == ()
    assert node.text == words


def test_a_lead_named_in_the_sentence_is_a_lead(read_item: Item) -> None:
    node = read_item("建立专班。由县大数据局牵头，县财政局、县审计局配合，常态化研究问题。")
    assert roles(node) == ["l:县大数据局", "s:县财政局", "s:县审计局"]
    assert node.text == "由县大数据局牵头，县财政局、县审计局配合，常态化研究问题。"


def test_a_person_who_leads_is_no_unit(read_item: Item) -> None:
    assert read_item("建立专班。由分管副县长牵头，定期研究问题。").assignments == ()


def test_a_remark_about_all_notes_is_a_doubt_and_no_unit(read: Callable[..., object]) -> None:
    plan = read(
        "云山县实施方案\n一、任务\n（一）建设平台。统一建设。（牵头单位：县大数据局；责任单位：各乡镇〈以下措施责任单位均包括各乡镇〔街道〕，不再列出〉）\n"
        "（二）推广应用。加强推广。（县发改局、县财政局。列第一位的为牵头单位，下同）"
    )
    assert roles(plan.nodes[1]) == ["l:县大数据局", "r:各乡镇"]
    assert roles(plan.nodes[2]) == ["l:县发改局", "s:县财政局"]
    assert [doubt.code for doubt in plan.doubts].count("blanket_note") == 2


def test_every_unit_is_printed_where_its_span_says(read_item: Item, read: Callable[..., object]) -> None:
    plan = read(
        "云山县方案\n一、任务\n1.整治河道。清理垃圾。（牵头单位：县水利局；责任单位：各县（市、区）人民政府等有关单位）\n2.加强调度。"
    )
    for fact in plan.nodes[1].assignments:
        assert plan.text[fact.span.start : fact.span.end] == fact.unit
    assert plan.nodes[1].assignments[0].role is Role.LEAD


def test_the_first_unit_leads_from_the_remark_on(read: Callable[..., object]) -> None:
    plan = read(
        "云山县实施方案\n一、任务\n1.建云。统一建设政务云。（县数据局、县财政局）\n"
        "2.建网。改造政务网。（县发改局、县财政局，排名第一的为牵头单位，下同）\n3.建库。整理数据。（县人社局、县民政局）\n4.建制。完善制度。（县司法局负责）"
    )
    assert [roles(node) for node in plan.nodes[1:]] == [
        ["r:县数据局", "r:县财政局"],
        ["l:县发改局", "s:县财政局"],
        ["l:县人社局", "s:县民政局"],
        ["l:县司法局"],
    ]


def test_sentences_that_begin_with_units_say_their_duties(read_item: Item) -> None:
    node = read_item("明确责任。县数据局牵头建立协调机制。县财政局负责资金保障。各乡镇人民政府负责组织实施。")
    assert roles(node) == ["l:县数据局", "r:县财政局", "r:各乡镇人民政府"]


def test_where_a_note_stands_it_says_who_answers(read_item: Item) -> None:
    node = read_item("明确责任。县财政局负责资金保障。县审计局负责监督。（县数据局负责）")
    assert roles(node) == ["r:县数据局"]


def test_one_body_with_another_leads_and_supports(read_item: Item) -> None:
    node = read_item("完善制度。收益分配办法由县财政局会同县数据局另行制定，三季度末前报县政府审定。")
    assert roles(node) == ["l:县财政局", "s:县数据局"]
    assert [fact.date for fact in node.deadlines] == [dt.date(2024, 9, 30)]


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("（县发改局（牵头）、县财政局）", ["l:县发改局", "r:县财政局"]),
        ("（责任单位：县发改局（牵头）、县财政局（配合））", ["l:县发改局", "s:县财政局"]),
        ("（各市、县（市、区）人民政府，县直各部门）", ["r:各市、县（市、区）人民政府", "r:县直各部门"]),
    ],
)
def test_a_unit_may_name_its_own_role(read_item: Item, note: str, said: list[str]) -> None:
    assert roles(read_item(f"整治河道。全面清理河道垃圾。{note}")) == said


def test_a_sentence_that_begins_with_one_body_and_another_names_both(read_item: Item) -> None:
    node = read_item("统筹推进。县数据局会同县民政局、县教育局建立联席会议制度，定期召开会议。")
    assert roles(node) == ["l:县数据局", "s:县民政局", "s:县教育局"]


def test_a_division_of_work_on_its_own_line_says_roles_by_its_verbs(read_item: Item) -> None:
    node = read_item(
        "1.归集数据。应接尽接。\n责任分工：县大数据局牵头，县财政局、县教育局等部门配合，2023年3月底前完成。"
    )
    assert roles(node) == ["l:县大数据局", "s:县财政局", "s:县教育局"]
    assert [(fact.kind, str(fact.date)) for fact in node.deadlines] == [("final", "2023-03-31")]


def test_labels_on_lines_of_their_own_are_not_lines_that_the_page_broke(read: Callable[..., object]) -> None:
    plan = read(
        "云山县2024年数据工作方案\n一、推进任务\n（一）整合平台\n统筹整合，规范管理。\n（二）完善机制\n统筹协调，监督检查，完善乡村振兴的各项机制，提升生态环境治理。\n（三）共享数据\n统筹整合，规范管理。\n牵头单位：县数据局、县人力资源和社会保障局、各县（市、区）人民政府\n配合单位：县发展改革局\n（四）提升服务\n统筹各类服务，推进数据共享和应用，提升治理能力和服务能力水平。\n牵头单位：县数据局、各县（市、区）人民政府、县人力资源和社会保障局\n完成时限：2024年1月底"
    )
    assert roles(plan.nodes[3]) == [
        "l:县数据局",
        "l:县人力资源和社会保障局",
        "l:各县（市、区）人民政府",
        "s:县发展改革局",
    ]
    assert plan.nodes[4].deadlines[0].date == dt.date(2024, 1, 31)
