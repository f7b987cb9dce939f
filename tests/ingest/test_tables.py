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


def test_a_table_goes_on_behind_the_headings_between_its_rows(read: Read) -> None:
    plan = read(
        f"云山县2024年任务分工表\n{HEAD}\n一、政务服务\n1\t编制方案\t形成初稿。\t县发改局\t\t6月底\n二、要素保障\n2\t建设平台\t完成迁移。\t县数据局\t\t全年"
    )
    assert [(node.number, node.title, node.parent, node.kind) for node in plan.nodes] == [
        ("一、", "政务服务", None, Kind.CHAPTER),
        ("1", "编制方案", "n1", Kind.TASK),
        ("二、", "要素保障", None, Kind.CHAPTER),
        ("2", "建设平台", "n3", Kind.TASK),
    ]


def test_a_heading_in_a_cell_across_the_table_heads_the_rows_behind_it(read: Read) -> None:
    plan = read(f"云山县2024年任务分工表\n{HEAD}\n一、政务服务\t\t\t\t\t\n1\t编制方案\t形成初稿。\t县发改局\t\t6月底")
    assert [(node.title, node.parent) for node in plan.nodes] == [("政务服务", None), ("编制方案", "n1")]


def test_a_head_of_two_rows_is_one_head(read: Read) -> None:
    plan = read(
        "云山县2024年任务分工表\n序号\t工作任务\t责任单位\t\t完成时限\n序号\t工作任务\t牵头单位\t配合单位\t完成时限\n1\t编制方案\t县发改局\t县财政局\t6月底"
    )
    assert [node.title for node in plan.nodes] == ["编制方案"]
    assert [f"{fact.role.value}:{fact.unit}" for fact in plan.nodes[0].assignments] == [
        "lead:县发改局",
        "support:县财政局",
    ]


def test_indicators_are_targets_of_the_goal_above_them(read: Read) -> None:
    plan = read(
        "云山县智慧城市规划\n一、发展目标\n主要指标如下。\n序号\t指标名称\t单位\t2020年\t2025年\t属性\n1\t5G基站数\t万个\t0.5\t2.6\t预期性\n2\t平均处置时长\t分钟\t65\t20\t预期性\n3\t共享率\t%\t72\t95\t约束性\n二、主要任务\n1.建设底座。建设政务云。"
    )
    goal = plan.nodes[0]
    assert goal.kind is Kind.CONTEXT
    assert [(t.op, t.value, t.unit, t.baseline, t.by) for t in goal.targets] == [
        (">=", 26000, "个", 5000, dt.date(2025, 12, 31)),
        ("<=", 20, "分钟", 65, dt.date(2025, 12, 31)),
        (">=", 95, "%", 72, dt.date(2025, 12, 31)),
    ]
    assert len(plan.nodes) == 3


def test_a_column_of_groups_makes_chapters_and_columns_of_quarters_dates(read: Read) -> None:
    plan = read(
        "云山县2024年项目推进计划表\n类别\t序号\t项目名称\t一季度\t二季度\t牵头单位\n教育\t1\t县三中迁建\t完成立项\t主体完成40%\t县教体局\n教育\t2\t幼儿园改建\t开工建设\t\t县教体局\n卫生\t3\t县医院扩建\t完成招标\t设置床位60张\t县卫健局"
    )
    assert [(node.title, node.parent, node.kind) for node in plan.nodes] == [
        ("教育", None, Kind.CHAPTER),
        ("县三中迁建", "n1", Kind.TASK),
        ("幼儿园改建", "n1", Kind.TASK),
        ("卫生", None, Kind.CHAPTER),
        ("县医院扩建", "n4", Kind.TASK),
    ]
    assert [[fact.date.isoformat() for fact in node.deadlines] for node in plan.tasks] == [
        ["2024-03-31", "2024-06-30"],
        ["2024-03-31"],
        ["2024-03-31", "2024-06-30"],
    ]


def test_a_row_of_a_chinese_number_and_a_name_heads_the_rows_behind_it(read: Read) -> None:
    plan = read(
        "云山县2024年工作任务清单\n序号\t工作任务\t责任单位\t完成时限\n一\t经济发展\t\t\n1\t招商引资\t县商务局\t12月底\n二\t民生保障\t\t\n2\t稳定就业\t县人社局\t11月底\n合计\t2项\t\t"
    )
    assert [(node.number, node.title, node.kind) for node in plan.nodes] == [
        ("一", "经济发展", Kind.CHAPTER),
        ("1", "招商引资", Kind.TASK),
        ("二", "民生保障", Kind.CHAPTER),
        ("2", "稳定就业", Kind.TASK),
    ]


def test_headings_may_stand_between_rows_whose_cells_are_lines_and_remarks_below_them(read: Read) -> None:
    plan = read(
        "云山县2024年分工表\n序号\n工作任务\n牵头单位\n完成时限\n一、夯实底座\n1\n建设平台\n县数据局\n6月底前\n"
        "2\n建设网络\n县工信局\n9月底前\n二、优化服务\n3\n建设大厅\n县审批局\n长期坚持\n注：1.牵头单位可以调整。\n2.未注明年份的均为2024年。"
    )
    assert [(node.number, node.title, node.parent) for node in plan.nodes] == [
        ("一、", "夯实底座", None),
        ("1", "建设平台", "n1"),
        ("2", "建设网络", "n1"),
        ("二、", "优化服务", None),
        ("3", "建设大厅", "n4"),
    ]
    assert [fact.unit for node in plan.nodes for fact in node.assignments] == ["县数据局", "县工信局", "县审批局"]


def test_rows_behind_a_heading_may_lack_the_empty_cells_at_their_ends(read: Read) -> None:
    plan = read(
        f"云山县2024年方案\n一、任务\n{HEAD}\n（一）平台\n1\t建云\t迁移系统。\t县数据局\t县财政局\t6月底\n（二）网络\n"
        "2\t建网\t改造网络。\t县工信局\n3\t建端\t建设终端。\t县审批局\t县财政局\t9月底"
    )
    assert [node.title for node in plan.nodes if node.kind is Kind.TASK] == ["建云", "建网", "建端"]


def test_a_cell_may_set_two_dates(read: Read) -> None:
    plan = read(f"云山县2024年分工表\n{HEAD}\n1\t建云\t迁移系统。\t县数据局\t\t6月底前试点，12月底前推开")
    assert [fact.date.month for fact in plan.nodes[0].deadlines] == [6, 12]
