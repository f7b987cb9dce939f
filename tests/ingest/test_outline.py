from __future__ import annotations

from collections.abc import Callable

from desktop_app.domain.plan import Kind, ParagraphUse, Plan

Read = Callable[[str], Plan]


def shape(plan: Plan) -> list[str]:
    """Every node as depth, number and title."""
    depth = {None: -1}
    lines = []
    for node in plan.nodes:
        depth[node.id] = depth[node.parent] + 1
        lines.append(f"{'·' * depth[node.id]}{node.number}{node.title}")
    return lines


def test_levels_follow_the_order_in_which_styles_appear(read: Read) -> None:
    plan = read(
        "云山县方案\n一、任务\n（一）建平台\n1.建云\n（1）选址。确定地址。\n①立项。完成立项。\n2.建网。完成建网。\n（二）强安全\n开展检查。\n二、保障\n1.组织领导。成立专班。"
    )
    assert shape(plan) == [
        "一、任务",
        "·（一）建平台",
        "··1.建云",
        "···（1）选址",
        "····①立项",
        "··2.建网",
        "·（二）强安全",
        "二、保障",
        "·1.组织领导",
    ]


def test_numbers_may_run_on_across_chapters_or_begin_again(read: Read) -> None:
    plan = read(
        "云山县方案\n一、甲\n（一）建云。建设。\n（二）建网。建设。\n二、乙\n（三）建库。建设。\n1.入库。整理。\n三、丙\n（一）考核。考核。\n1.督办。督办。"
    )
    assert shape(plan) == [
        "一、甲",
        "·（一）建云",
        "·（二）建网",
        "二、乙",
        "·（三）建库",
        "··1.入库",
        "三、丙",
        "·（一）考核",
        "··1.督办",
    ]


def test_chapters_sections_and_articles_of_a_regulation(read: Read) -> None:
    plan = read(
        "云山县公路管理办法\n第一章 总则\n第一条 为加强管理，制定本办法。\n第二条 本办法适用于本县公路。\n第二章 职责\n第三条 县交通局负责管理，履行下列职责：\n（一）编制规划；\n（二）组织实施。\n第三章 附则\n第四条 本办法自2024年1月1日起施行。"
    )
    assert [node.kind for node in plan.nodes] == [
        Kind.CHAPTER, Kind.CONTEXT, Kind.CONTEXT, Kind.CHAPTER, Kind.SECTION, Kind.TASK, Kind.TASK, Kind.CHAPTER, Kind.CONTEXT,
    ]  # fmt: skip
    assert plan.nodes[4].text == "县交通局负责管理，履行下列职责："


def test_a_heading_may_stand_alone_or_run_into_its_text(read: Read) -> None:
    plan = read(
        "云山县方案\n一、任务\n（一）建平台\n统一建设政务云。\n按期上云。\n（二）强安全。开展检查。\n（三）抓考核：完善考核办法，定期通报，结果纳入年度综合评价体系。\n（四）促应用　　推广电子证照在政务服务领域应用，推动实现免提交。"
    )
    assert [(node.title, node.text) for node in plan.nodes[1:]] == [
        ("建平台", "统一建设政务云。\n按期上云。"),
        ("强安全", "开展检查。"),
        ("抓考核", "完善考核办法，定期通报，结果纳入年度综合评价体系。"),
        ("促应用", "推广电子证照在政务服务领域应用，推动实现免提交。"),
    ]


def test_an_item_of_one_long_sentence_has_no_heading(read: Read) -> None:
    plan = read(
        "云山县要点\n一、任务\n1.推动政务服务提质增效，深化“一网通办”，实现依申请事项全程网办。（县审批局）\n2.建库。（县数据局）"
    )
    assert [(node.title, node.text) for node in plan.nodes[1:]] == [
        ("", "推动政务服务提质增效，深化“一网通办”，实现依申请事项全程网办。"),
        ("建库", ""),
    ]


def test_a_box_holds_items_without_numbers(read: Read) -> None:
    plan = read(
        "云山县规划\n一、建设\n（一）基础设施能力建设\n1.建云。建设政务云。\n2.建网。建设政务网。\n专栏1：基础设施能力重点工程\n升级政务外网。完成改造。\n"
        "IPv6改造。完成改造。\n3.建库。建设数据库。\n（二）强化应用\n1.推广。推广应用。"
    )
    assert shape(plan) == [
        "一、建设", "·（一）基础设施能力建设", "··1.建云", "··2.建网", "··专栏1基础设施能力重点工程", "···升级政务外网", "···IPv6改造",
        "··3.建库", "·（二）强化应用", "··1.推广",
    ]  # fmt: skip


def test_a_table_of_contents_is_not_read_twice(read: Read) -> None:
    plan = read(
        "云山县规划\n目  录\n一、总体要求......1\n（一）指导思想......1\n二、任务......2\n一、总体要求\n（一）指导思想\n坚持统筹推进。\n二、任务\n1.建云。建设政务云。"
    )
    assert shape(plan) == ["一、总体要求", "·（一）指导思想", "二、任务", "·1.建云"]


def test_attachments_listed_in_the_cover_letter_are_no_items(read: Read) -> None:
    plan = read(
        "云山县人民政府关于印发云山县方案的通知\n各乡镇：\n现印发给你们。\n附件：1.分工表\n2.名词解释\n云山县人民政府\n2024年5月8日\n云山县方案\n一、任务\n1.建云。建设政务云。"
    )
    assert shape(plan) == ["一、任务", "·1.建云"]
    assert plan.coverage()[ParagraphUse.UNRECOGNISED] == 0


def test_an_annex_begins_a_branch_of_its_own(read: Read) -> None:
    plan = read(
        "云山县方案\n一、任务\n1.建云。建设政务云。\n附件1\n推进计划\n一、启动\n1.动员。召开会议部署工作。\n附件2\n名词解释\n1.政务云：是指统一的云平台。"
    )
    assert shape(plan) == [
        "一、任务",
        "·1.建云",
        "附件1推进计划",
        "·一、启动",
        "··1.动员",
        "附件2名词解释",
        "·1.政务云",
    ]
    assert plan.nodes[-1].kind is Kind.CONTEXT


def test_closing_words_and_imprint_belong_to_no_item(read: Read) -> None:
    plan = read(
        "云山县要点\n一、任务\n1.建云。建设政务云。（县数据局）\n2.建网。建设政务网。（县数据局）\n各乡镇、各部门要根据本要点，抓好贯彻落实。\n"
        "附件：任务清单\n抄送：县委，县人大，\n县政协。\n云山县人民政府办公室 2024年4月24日印发"
    )
    assert plan.nodes[-1].text == "建设政务网。"
    counted = plan.coverage()
    assert [counted[use] for use in (ParagraphUse.TASK, ParagraphUse.HEADING, ParagraphUse.BACKGROUND)] == [2, 2, 5]
    assert sum(counted.values()) == 9


def test_a_number_out_of_its_sequence_is_kept_with_a_doubt(read: Read) -> None:
    plan = read("云山县方案\n一、任务\n1.建云。建设。\n3.建网。建设。\n二、保障\n1.考核。考核。")
    assert shape(plan) == ["一、任务", "·1.建云", "·3.建网", "二、保障", "·1.考核"]
    assert [doubt.code for doubt in plan.doubts] == ["number_order"]


def test_spans_point_at_the_printed_words(read: Read) -> None:
    plan = read(
        "云山县方案\n一、任务\n（一）建平台\n统一建设政务云。（县数据局负责）\n按期上云。\n（二）强安全。开展检查。"
    )
    first, second = plan.nodes[1], plan.nodes[2]
    assert plan.text[slice(*first.span)] == "（一）建平台\n统一建设政务云。（县数据局负责）\n按期上云。"
    assert plan.text[slice(*first.body)] == "统一建设政务云。（县数据局负责）\n按期上云。"
    assert plan.text[slice(*second.span)] == "（二）强安全。开展检查。"
    assert plan.text[slice(*second.body)] == "开展检查。"


def test_the_page_around_a_document_is_set_aside(read: Read) -> None:
    plan = read(
        "首页 > 政务公开 > 政策文件\n索 引 号：001\n云山县方案\n目录\n一、任务......1\n一、任务\n1.建云。建设政务云。\n附件下载：\n1.项目表.xlsx\n上一篇：关于做好工作的通知\n扫一扫在手机打开当前页"
    )
    assert shape(plan) == ["一、任务", "·1.建云"]
    assert plan.coverage()[ParagraphUse.FURNITURE] == 8


def test_items_that_run_on_in_one_paragraph_are_items(read: Read) -> None:
    plan = read(
        "云山县方案\n一、任务\n（一）建平台。1.建云。建设政务云。（县数据局）2.建网。建设政务网。（县发改局）\n（二）抓考核。包括：1.督办；2.通报；3.评优。"
    )
    assert shape(plan) == ["一、任务", "·（一）建平台", "··1.建云", "··2.建网", "·（二）抓考核"]
    assert [node.text for node in plan.nodes[2:]] == ["建设政务云。", "建设政务网。", "包括：1.督办；2.通报；3.评优。"]
    assert [fact.unit for node in plan.nodes for fact in node.assignments] == ["县数据局", "县发改局"]


def test_articles_that_open_with_a_name_have_headings_all_of_them(read: Read) -> None:
    plan = read(
        "云山县支持民营经济若干措施\n第一条　降低用能成本。落实分时电价，扩大直供。【责任单位：县发改局】\n第二条　规范涉企执法。公布免罚清单，清单事项不少于80项。【责任单位：县司法局】\n第三条　加强组织实施。由县发改局牵头建立调度机制，按季通报。"
    )
    assert [node.title for node in plan.nodes] == ["降低用能成本", "规范涉企执法", "加强组织实施"]


def test_numbered_instructions_of_a_letter_are_not_the_plan_it_sends(read: Read) -> None:
    plan = read(
        "云山县人民政府办公室关于印发2024年云山县《政府工作报告》重点工作分解方案的通知\n各乡镇人民政府：\n《2024年云山县〈政府工作报告〉重点工作分解方案》已经县政府同意，现印发给你们，并就有关事项通知如下：\n一、提高认识。各单位于2月15日前报县政府督查室。\n二、压实责任。按季通报，年底考评。\n云山县人民政府办公室\n2024年1月30日\n2024年云山县《政府工作报告》重点工作分解方案\n一、主要任务\n（一）抓项目。开工项目50个。\n责任单位：县发改局"
    )
    assert plan.title == "2024年云山县《政府工作报告》重点工作分解方案"
    assert shape(plan) == ["一、主要任务", "·（一）抓项目"]


def test_a_part_of_a_plan_may_begin_with_any_number_that_counts_on(read: Read) -> None:
    plan = read(
        "云山县人才工程意见\n三、构建支撑体系\n（一）交流体系\n32.办好交流会。坚持创新办会。\n33.建设智库。发展民间智库。\n四、创新体制\n40.健全格局。建立工作机制。\n41.优先投入。增加投入。"
    )
    assert shape(plan) == [
        "三、构建支撑体系",
        "·（一）交流体系",
        "··32.办好交流会",
        "··33.建设智库",
        "四、创新体制",
        "·40.健全格局",
        "·41.优先投入",
    ]


def test_chapters_of_decimal_numbers_may_print_a_bare_digit(read: Read) -> None:
    plan = read(
        "云山县治理方案\n1 总则\n1.1 编制依据\n依据有关意见制定。\n2 主要任务\n2.1 疏浚河道\n对8条河道清淤疏浚。\n2.2 改造管网\n改造管网12公里。"
    )
    assert shape(plan) == ["1总则", "·1.1编制依据", "2主要任务", "·2.1疏浚河道", "·2.2改造管网"]


def test_sections_that_run_on_behind_their_chapter_are_sections(read: Read) -> None:
    plan = read(
        "云山县工作要点\n一、重点工作（一）推进绿色发展。审核企业22家。（经发局牵头，10月底前完成）（二）推进废物利用。利用率达到96%。（农水局牵头）\n二、保障措施（一）加强统筹。实行月调度。（二）加强宣传。发放手册8万份。"
    )
    assert shape(plan) == [
        "一、重点工作",
        "·（一）推进绿色发展",
        "·（二）推进废物利用",
        "二、保障措施",
        "·（一）加强统筹",
        "·（二）加强宣传",
    ]
    assert [fact.unit for node in plan.nodes for fact in node.assignments] == ["经发局", "农水局"]


def test_a_number_may_touch_the_number_that_names_its_item(read: Read) -> None:
    plan = read(
        "云山县人才工程意见\n一、人才项目\n1.领军项目。引进领军人才。（县委组织部负责）\n2.青年项目。培养青年人才。\n3.121人才梯队项目。选拔梯队人才。"
    )
    assert shape(plan)[1:] == ["·1.领军项目", "·2.青年项目", "·3.121人才梯队项目"]
    plan = read(
        "云山县热线工作方案\n一、主要任务\n1.审批提速。推行四证联发。（县行政审批局负责）\n2.12345热线。办好热点诉求。"
    )
    assert shape(plan)[1:] == ["·1.审批提速", "·2.12345热线"]


def test_a_time_in_brackets_behind_a_chapter_is_its_date(read: Read) -> None:
    plan = read(
        "云山县2024年防汛方案\n一、汛前准备（4月底前）\n1.开展排查。全面排查隐患。\n二、汛期防御（5月1日—9月30日）\n1.加强监测。按时监测雨情。"
    )
    chapters = [node for node in plan.nodes if node.parent is None]
    assert [fact.date.isoformat() for node in chapters for fact in node.deadlines] == ["2024-04-30", "2024-09-30"]


def test_a_long_first_sentence_heads_nothing_among_items_of_bare_prose(read: Read) -> None:
    plan = read(
        "云山县若干措施\n一、对需要审批的铁路、核电等领域项目，应专项论证民间资本参与的可行性，并在申请报告中专项说明。\n二、引导民间资本有序参与低空经济领域基础设施建设。优化准入政策，公布目录。\n三、清理不合理的准入限制，严禁违规设置门槛，保障平等参与，营造公平竞争的市场环境和良好的营商氛围。"
    )
    assert [node.title for node in plan.nodes] == ["", "", ""]
    assert plan.nodes[1].text.startswith("引导民间资本")


def test_named_numbers_of_different_words_are_different_levels(read: Read) -> None:
    plan = read(
        "云山县2024年督查激励事项方案\n任务一 优化营商环境\n措施1.推行“一窗受理”。县政务服务局牵头，各进驻单位配合。\n措施2.压减办理时限。压减30%以上。\n任务二 扩大有效投资\n措施3.加快项目开工。一季度开工项目15个。"
    )
    assert shape(plan) == [
        "任务一优化营商环境",
        "·措施1推行“一窗受理”",
        "·措施2压减办理时限",
        "任务二扩大有效投资",
        "·措施3加快项目开工",
    ]


def test_a_name_before_a_colon_heads_even_a_short_text(read: Read) -> None:
    plan = read(
        "云山县方案\n一、重点项目\n（1）疾控中心迁建项目：建筑面积8000平方米，县卫健局实施。\n（2）传染病楼项目：设置床位60张。"
    )
    assert [(node.title, node.text) for node in plan.nodes[1:]] == [
        ("疾控中心迁建项目", "建筑面积8000平方米，县卫健局实施。"),
        ("传染病楼项目", "设置床位60张。"),
    ]


def test_items_run_on_behind_a_note_in_wide_square_brackets(read: Read) -> None:
    plan = read(
        "云山县2024年方案\n一、任务\n1.建云。迁移系统。［县数据局牵头］2.建网。改造网络。［县工信局牵头］\n3.建端。建设终端。［县审批局牵头］"
    )
    assert [node.title for node in plan.nodes[1:]] == ["建云", "建网", "建端"]


def test_a_heading_may_end_in_a_colon(read: Read) -> None:
    plan = read(
        "云山县2024年方案\n一、总体要求：\n坚持统筹推进各项工作。\n二、重点任务：\n1、建云：统一建设政务云平台。\n2、建网：改造政务网络。"
    )
    assert [node.title for node in plan.nodes] == ["总体要求", "重点任务", "建云", "建网"]
