"""What the heads of ledgers call their columns, in the order in which the words are tried."""

from __future__ import annotations

import re

from desktop_app.domain.old_ledger import Column

__all__ = ["LIKELY", "SURE", "Column", "read_head"]


SURE, LIKELY = 1.0, 0.7

_WORDS: tuple[tuple[Column, str, str], ...] = (
    # column, words that are the whole head, words that the head contains
    (Column.NUMBER, r"序号|编号|任务编号|项目编号|No\.?", r"^序$|编号$"),
    (Column.NOTE, r"备注|说明", r"备注"),
    (
        Column.PERSON,
        r"责任人|联系人|负责人|经办人|填报人",
        r"领导|联系人|责任人|负责人|经办人|填报人|电话|联系方式|包保",
    ),
    (Column.DONE_ON, r"实际完成时间|办结时间|完成日期|销号时间|销号日期", r"实际(?:完成|办结)|销号(?:时间|日期)"),
    (Column.START, r"开始时间|启动时间|开工时间", r"(?:开始|启动|开工|起始)(?:时间|日期)?$"),
    (
        Column.DATE,
        r"完成时限|完成时间|办结时限|整改时限|时限|时间节点|时限要求|完成期限|截止时间|截止日期|计划完成时间|时间",
        r"时限|期限|截止|时间节点|(?:完成|办结|整改)时间|时间要求|进度安排|节点",
    ),
    (
        Column.LEAD,
        r"牵头单位|牵头部门|牵头责任单位|责任牵头单位|主办单位|主责单位|主责部门|牵头",
        r"牵头|主办|主责|第一责任",
    ),
    (
        Column.SUPPORT,
        r"配合单位|配合部门|协办单位|参与单位|责任配合单位|协助单位|配合",
        r"配合|协办|参与|参加|协同|协助",
    ),
    (
        Column.RESPONSIBLE,
        r"责任单位|责任部门|负责单位|负责部门|承办单位|落实单位|实施单位|责任主体|实施主体|填报单位",
        r"(?:责任|负责|承办|落实|实施|整改|主体|分工).{0,4}(?:单位|部门|主体)|^(?:单位|部门)(?:名称)?$",
    ),
    (Column.EVIDENCE, r"佐证材料|证明材料|印证材料|佐证", r"佐证|印证|证明材料|支撑材料"),
    (
        Column.PERCENT,
        r"完成率|完成比例|进度|完成进度|百分比|完成百分比|进度百分比",
        r"[（(][%％][）)]|完成率|百分比|完成比例|^工作进度$",
    ),
    (
        Column.STATUS,
        r"状态|完成状态|任务状态|是否完成|是否销号|办理状态",
        r"状态|是否(?:完成|办结|销号|整改)|销号情况",
    ),
    (Column.NEXT_STEP, r"下一步工作|下一步计划|下一步打算|下步工作", r"下一步|下步|工作打算|后续"),
    (Column.PROBLEMS, r"存在问题|存在的问题|困难问题|问题困难|主要问题|问题", r"问题|困难|堵点"),
    (
        Column.PROGRESS,
        r"进展情况|工作进展|完成情况|落实情况|推进情况|工作进展情况|目前进展|整改进展|最新进展|办理情况",
        r"进展|(?:落实|完成|推进|办理|整改|工作)情况|成效",
    ),
    (
        Column.GROUP,
        r"类别|分类|领域|板块|章节|所属领域|一级任务|工作类别|任务类别|重点领域|方面|专项|章|节|规划",
        r"类别|分类|领域|板块|一级|大类|章节|类型",
    ),
    (Column.TARGET, r"目标值|年度目标|工作目标|预期目标|指标|目标", r"目标值|指标|目标|预期"),
    (
        Column.TEXT,
        r"具体措施|工作措施|主要措施|整改措施|工作内容|具体内容|工作要求|具体任务|任务内容|细化措施|举措|措施|重点举措|具体举措",
        r"措施|举措|内容|要求|分解|安排",
    ),
    (
        Column.TITLE,
        r"任务|重点任务|工作任务|主要任务|任务名称|事项|工作事项|重点事项|项目名称|项目|工作名称|目标任务|重点工作|重点工作任务|村名|名称|民生实事|实事项目",
        r"任务|事项|项目|工作$",
    ),
)
_PATTERNS = tuple((column, re.compile(whole), re.compile(part)) for column, whole, part in _WORDS)
_LONGEST_HEAD = 24
_DERIVED = re.compile(r"亮灯|红黄绿灯|(?:份|个|件|项)数$|数量$")
"""What is counted from the rest, or follows from it: nothing is read from such a column."""
_BRACKETS = re.compile(r"[（(](?![%％])[^（()）]*[)）]")


def read_head(words: str) -> tuple[Column, float] | None:
    """The column that a head names and how surely: 牵头单位 -> lead, 1.0; 市级牵头单位（部门） -> lead, 0.7."""
    bare = _BRACKETS.sub("", "".join(words.split()))
    if not bare or len(bare) > _LONGEST_HEAD or _DERIVED.search(bare):
        return None
    for column, whole, _ in _PATTERNS:
        if whole.fullmatch(bare):
            return column, SURE
    return next(((column, LIKELY) for column, _, part in _PATTERNS if part.search(bare)), None)
