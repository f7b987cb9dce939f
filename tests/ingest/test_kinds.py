from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop_app.domain.plan import Kind, Plan
from desktop_app.ingest.parsing.kinds import is_context_title


@pytest.mark.parametrize(
    "title",
    ["指导思想", "基本原则", "工作原则", "总体要求", "总体思路", "总体目标", "主要目标", "发展目标", "2025年目标", "发展现状", "存在问题", "面临形势", "重大意义", "规划背景",
     "总体架构", "现状与形势", "机遇与挑战", "发展基础", "适用范围", "名词解释", "附则", "总则", "编制依据", "发展环境", "主要成效", "目标任务", "考核等次", "形势分析", "发展机遇", "整治范围", "整治目标", "二〇三五年远景目标", "约束性指标", "困难和问题", "指导思想和目标", "考核对象", "考核原则", "活动主题", "指导思想和基本原则"[:4]],
)  # fmt: skip
def test_headings_under_which_nothing_is_ticked(title: str) -> None:
    assert is_context_title(title)


@pytest.mark.parametrize(
    "title",
    ["保障措施", "主要任务", "重点任务", "工作要求", "加强组织领导", "解决突出问题", "优化营商环境", "完善组织架构", "夯实数字基础", "实施步骤", "补齐短板", "强化目标考核", "组织保障",
     "改善生态环境", "建设目标责任体系"],
)  # fmt: skip
def test_headings_that_ask_for_deeds(title: str) -> None:
    assert not is_context_title(title)


def test_what_stands_under_a_context_heading_is_context(read: Callable[[str], Plan]) -> None:
    plan = read(
        "云山县方案\n一、总体要求\n（一）基本原则\n1.坚持统筹。统一推进。\n2.坚持创新。加强创新。\n二、总体架构\n构建三横架构。\n三、任务\n1.建云。建设政务云。"
    )
    assert [node.kind for node in plan.nodes] == [
        Kind.CHAPTER,
        Kind.SECTION,
        Kind.CONTEXT,
        Kind.CONTEXT,
        Kind.CONTEXT,
        Kind.CHAPTER,
        Kind.TASK,
    ]


def test_a_note_makes_a_task_of_a_goal(read: Callable[[str], Plan]) -> None:
    plan = read(
        "云山县方案\n一、主要目标\n（一）上云目标。年底前全部上云。（县数据局负责）\n（二）共享目标。基本实现共享。\n二、任务\n1.建云。建设。"
    )
    assert [node.kind for node in plan.nodes[1:3]] == [Kind.TASK, Kind.CONTEXT]


def test_numbers_of_the_present_are_no_targets(read: Callable[[str], Plan]) -> None:
    plan = read(
        "云山县2024年规划\n一、发展现状\n2024年底前完成上云，上云率达到100%，建成5个平台。\n二、任务\n1.建云。建成5个平台。"
    )
    assert plan.nodes[0].targets == () and plan.nodes[0].deadlines == ()
    assert [fact.value for fact in plan.nodes[2].targets] == [5]
