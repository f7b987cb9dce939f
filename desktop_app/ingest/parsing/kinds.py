"""Task or context: what a clerk would tick, and what he would only read."""

from __future__ import annotations

import re
from functools import lru_cache

# Headings under which nothing is to be ticked, when they stand for themselves.
_CONTEXT_TITLE = re.compile(
    r"^(?:指导思想|(?:基本|工作|主要|总体|建设|遵循|编制|实施|坚持)?原则|(?:总体|基本|目标|总)?要求|(?:总体|工作|基本|主要|建设|发展|指导|总)?思路|总体(?:考虑|设想|部署|安排)|战略(?:定位|目标|导向)|"
    r"(?:总体|发展|功能|基本)定位|(?:总体|主要|工作|发展|建设|阶段|阶段性|具体|远景|年度|预期|奋斗|任务|战略|近期|中期|长期|分类|创建|攻坚|行动|改革|规划|核心|五年|三年|整改|整治|治理|防治|建设期|总量|示范|质量|数量|约束性|预期性)*目标(?:任务|要求|指标)?|目标(?:任务|定位|愿景|指标)|"
    r"(?:到?(?:\d|[〇○零一二三四五六七八九]){4}年|“?十四五”?(?:时期)?)?(?:发展|主要|预期|工作|总体|远景|约束性|预期性|核心|关键)*(?:目标|指标)|(?:远景|未来|发展)?展望|发展理念|.{0,12}(?:发展)?(?:现状|形势|背景|成效|成就|成绩|回顾|环境分析|优势|短板(?:弱项)?|困难|机遇|(?:形势|现状|问题|情况)分析)(?:与.{2,8}|和.{2,8}|及.{2,8})?|"
    r"(?:面临|面对|存在|突出|主要|当前)(?:的)?(?:主要|突出)?(?:问题|困难|形势|挑战|机遇|不足|短板|环境)(?:与.{2,6}|和.{2,6})?|(?:机遇|挑战|问题|不足)(?:与|和)(?:机遇|挑战|问题|不足)|"
    r"(?:发展|工作|建设|现实|良好|前期|产业|现有)(?:的)?基础(?:条件|和条件)?|发展环境|(?:重大|重要|现实|深远)意义|意义|必要性.{0,8}|可行性.{0,8}|(?:编制|政策|制定|法律)(?:依据|说明|背景)|规划(?:背景|依据|范围|期限|衔接)|依据|"
    r"(?:总体|技术|业务|体系|逻辑|系统|平台|功能|网络|数据|应用|管理)?(?:架构|框架)(?:体系|设计)?|(?:适用|实施|工作|规划|整治|治理|检查|创建|考核|评价|时间)?(?:范围|对象|区域)|(?:考核|评价|奖惩)原则|活动(?:主题|时间|名称)|"
    r"(?:名词|术语|概念|有关|相关|几点)?(?:解释|定义|说明)|定义|(?:总|附)则|前言|引言|序言|概述|概况|(?:基本|总体)情况|工作(?:概况|背景|现状)|(?:考核|考评|评价|评定|评估)?(?:等次|等级|档次)(?:划分|设置)?|主要(?:做法|经验|特点))$"
)
# 解决突出问题, 完善组织架构, 加强基础: a verb in front makes a task of them.
_ACTION_TITLE = re.compile(
    r"^(?:推进|推动|加强|加快|完善|构建|优化|解决|落实|强化|建立|提升|提高|开展|深化|打造|夯实|健全|做好|抓好|实施|改善|搭建|整治|破解|补齐|巩固|拓展|统筹|探索|建设|促进|实现|明确|细化|严格|规范)"
)
# 建设目标, 整治范围: the deed only says what the goal is of; 明确目标 is a deed.
_NAMED_BY_DEED = re.compile(
    r"(?:建设|实施|整治|治理)(?:总体|主要|工作)?(?:目标|原则|范围|对象|基础|背景|期限|依据|思路|定位|区域)"
)
_AND = re.compile("[和与及、]")
# Sentences of regulations that bind nobody to a deed.
_CONTEXT_SENTENCE = re.compile(
    r"[^。]{0,160}(?:制定本(?:办法|规定|细则|方案|条例|制度|意见|规则|规划)|适用本|"
    r"本(?:办法|规定|细则|方案|条例|制度|规则)(?:所称|适用|由[^。]{2,30}(?:解释)|自[^。]{2,30}(?:施行|实施|执行)|有效期)|"
    r"自(?:印发|发布|公布|\d{4}年)[^。]{0,20}起(?:施行|实施|执行))|[^。]{2,40}是指|"
    r"违反(?:本|有关|法律|相关)|[^。，]{2,40}分为[^。]{4,80}(?:类|种|级|型|等级|部分|类型)[，。]"
)
_PRESENT_STATE = re.compile(
    r"现状|成效|成就|成绩|回顾|基础|背景|问题|形势|意义|环境|挑战|机遇|概况|情况|优势|短板|不足|必要性|说明|解释"
)
_FUTURE_STATE = re.compile(r"目标|指标|要求|任务|愿景")
_MARKS = re.compile(r"[\s“”（）()、]|（.*）")
_CONTEXT_ANNEX = re.compile(r"名词|术语|解释|名单|成员|架构图|示意图|流程图|评分|样表|模板|填表|格式|指标解释|依据")


@lru_cache(maxsize=4096)
def is_context_title(title: str) -> bool:
    """True for 指导思想, 发展现状, 存在问题, 总体目标, 总体架构 …; false for 解决突出问题, 保障措施."""
    bare = _MARKS.sub("", title)
    if _NAMED_BY_DEED.fullmatch(bare):
        return True
    if _ACTION_TITLE.match(bare):
        return False
    parts = _AND.split(bare)
    return _CONTEXT_TITLE.match(bare) is not None or (
        len(parts) > 1 and all(_CONTEXT_TITLE.match(part) for part in parts)
    )


def is_context_annex(title: str) -> bool:
    """True for annexes that only explain: 名词解释, 领导小组成员名单, 评分标准."""
    return _CONTEXT_ANNEX.search(title) is not None


def is_context_sentence(text: str) -> bool:
    """True for 为了…，制定本办法。 本办法自发布之日起施行。 本办法所称…是指…."""
    return _CONTEXT_SENTENCE.match(text) is not None


def tells_what_shall_be(title: str) -> bool:
    """True for 发展目标, 主要指标, 总体要求, which may stand under 发展基础与目标."""
    return _FUTURE_STATE.search(title) is not None and "问题" not in title


def tells_present_state(title: str) -> bool:
    """True where numbers and dates say what is, not what shall be: 发展现状, 存在问题, 面临形势, 有关说明."""
    return _PRESENT_STATE.search(title) is not None and is_context_title(title)
