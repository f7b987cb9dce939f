"""Names of departments: a printed list split into units, tails dropped, brackets inside names kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from desktop_app.domain.plan import Span
from desktop_app.ingest.parsing.brackets import CLOSING, OPENING, bracket_groups, split_outside, trimmed

# A name may end in one of these. The list is of kinds of bodies, not of bodies.
_BODY_ENDINGS = (
    "局 委 办 厅 部 院 府 会 室 署 处 科 股 所 站 队 中心 公司 集团 银行 支行 分行 总行 人行 大学 学校 学院 高校 院校 党校 医院 "
    "法院 检察院 海关 军区 人武部 政协 人大 工会 妇联 科协 残联 文联 社联 侨联 台联 工商联 红十字会 联社 供销社 合作社 "
    "报社 电视台 图书馆 档案馆 博物馆 指挥部 专班 小组 部门 单位 机构 企业 社会组织 运营商 平台 园区 开发区 高新区 经开区 "
    "新区 片区 景区 自贸区 乡镇 镇乡 街道 镇街 乡 镇 村 社区 机关 县 市 区 州 省 旗 市县 县市 县区 市区 地区 地方 "
    "党组织 党支部 党总支 支部 领导班子 班子成员 两委 县级 市级 区级 各级 各地 党组 党委 党工委 管委会 政数局 网信办 政法委 组织部 直属三所 场 团 馆 台 总队 支队 大队 中队 "
    "三所 电网 供电 电信 移动 联通 铁塔 广电 邮政 气象 税务 公安 法制 金融办 事务所 研究所 研究院 基地 联盟 协会 学会 商会 分厅 分局"
)
_ENDINGS = re.compile("(?:" + "|".join(sorted(set(_BODY_ENDINGS.split()), key=len, reverse=True)) + ")$")
_NOT_A_NAME = re.compile(
    r"[《》“”‘’。！？：:;；=＝%％]|的(?!士)|[^公]了|这|(?:推进|促进|优化|提升)(?!局|中心|会|办|委|服务|处|科)|加强|完善|实现|建立|健全|推动|达到|以及其|"
    r"不再|均(?!安)|例如|简称|包括|不含|下同|含有|是指|即|通过|其中|分别为|期间|阶段"
)
_LEADING = re.compile(r"^(?:由|以及|以|及其|及|和|与|或|并|其他(?=由))+(?=[^\s])")
_LEADING_KEEPS = re.compile(r"^(?:和(?:平|田|林|顺|县|静|硕|政|布)|及第|以色列|以[上下]|与国)")
_ETC = re.compile(
    r"(?<![高初中平同优特])等(?=$|部门|单位|有关|相关|各|市|县|区|省|州|旗|职能|成员|责任|国有|企业|机构|级|中央|驻)"
)
_TAIL_TO_DROP = re.compile(r"(?:\d+个)?(?:各|责任|职能|成员)?(?:部门|单位)?(?:[、和及与]?(?:部门|单位))?")
_DUTY_TAIL = re.compile(
    r"(?:等)?(?:均|要|应)?(?:(?:按照?|依据|根据|依|结合)(?:各自|部门|单位|工作)?(?:职责|职能|责任|分工).*"
    r"|(?:结合(?:本地|自身|各自|工作)?(?:区|单位|部门)?实际|分别|分工|各自|共同|具体|组织|统筹)*(?:负责|落实|承担|组织实施|具体实施|抓好落实|各负其责)(?:落实|实施|推进|组织实施)?)$"
)
_CONVENTION = re.compile(
    r"以下|下同|第一(?:个|位|家)|不再列|均(?:含|包括|为)|简称|排(?:名|列|在)|列(?:在)?第一|逗号|下划线|首位"
)
_JOINT = re.compile(r"(?<=[局委办厅部府院会室处])(?:和|及|与|会同|以及)(?=(?:省|市|州|县|区|旗|各|国家|中央|团|驻))")
_ALL_OF = re.compile(
    r"各(?:(?:地级以上市|地|设区|市|县|区|州|旗|盟|镇|乡|乡镇|街道|镇街|地级)+(?:（[^（）]{1,12}）)?)+"
)
_PARTY_BODY = re.compile(r"党(?:工)?委$")
_ITS_GOVERNMENT = re.compile(r"(?:人民)?政府|办事处|管委会|行政公署")
_GOES_ON = re.compile(
    r"(?:县|市|区|州|旗|镇|乡|街道|村|社区|园区|功能区)(?:办事处|办|人民政府|政府|（[^（）]{1,12}）|管委会)*"
)
_INNER = str.maketrans("〔([【〈［〖〕)]】〉］〗", "（（（（（（（）））））））")
_LAST_BRACKET = re.compile(r"（[^（）]*(?:（[^（）]*）[^（）]*)*）$")
_QUOTED = re.compile(r"“([\u4e00-\u9fff]{1,8})”")
_PERSON = re.compile(r"(?:同志|领导|负责人|[省市州县区镇乡]长|书记)$")
_EMPTY = frozenset({"", "无", "/", "—", "-", "－", "——", "略", "等", "部门", "单位", "各自职责", "责任单位", "职责"})
SEPARATORS = "、，,；; "
_LONGEST_NAME = 40
_REMEMBERED = 4096


class Unit(NamedTuple):
    """A unit's name as kept and where it is printed."""

    name: str
    span: Span


def split_units(text: str, start: int, end: int) -> Iterator[Unit]:
    """The units of a printed list.

    县应急管理局、县城管局等部门和单位，各乡镇（街道） -> 县应急管理局 | 县城管局 | 各乡镇（街道）
    市自然资源局等市有关单位 -> 市自然资源局 | 市有关单位
    区行政审批局（大数据中心）、各县〈市、区〉人民政府 -> each one unit
    """
    words = text[start:end].rstrip(" 。；;")
    if _closed_elsewhere(words):
        words = words[:-1]
    for unit in _units_of(words):
        yield Unit(unit.name, Span(unit.span.start + start, unit.span.end + start))


@lru_cache(maxsize=_REMEMBERED)
def _units_of(words: str) -> tuple[Unit, ...]:
    pieces = _whole_groups(words, split_outside(words, 0, len(words), SEPARATORS))
    ones = (one for piece in pieces for part in _etc_parts(words, *piece) for one in _joint_parts(words, *part))
    return tuple(unit for one in ones if (unit := _clean(words, *one)) is not None)


def doubt_of(name: str) -> str:
    """Why a printed name may not be one, or nothing."""
    if "□" in name:
        return "单位名称有缺字"
    return "" if looks_like_unit(name) else "单位名称可能不完整"


@lru_cache(maxsize=_REMEMBERED)
def looks_like_unit(name: str) -> bool:
    """True for what can be the name of a body: 市发改局, 各县（市、区）人民政府, 市直各部门; false for 以下简称平台."""
    bare = _QUOTED.sub(r"\1", _LAST_BRACKET.sub("", name.translate(_INNER)))
    if not 2 <= len(bare) <= 30 or _NOT_A_NAME.search(bare):
        return False
    return _ENDINGS.search(bare) is not None


def is_convention(words: str) -> bool:
    """True for a remark about the notes themselves: 以下措施责任单位均包括…，不再列出; 排名第一的为牵头单位，下同."""
    return _CONVENTION.search(words) is not None


def _whole_groups(text: str, pieces: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """各市、县（市、区）人民政府, 各乡镇、街道 and 各镇党委、政府 are one group each: the second word does not stand alone."""
    held: tuple[int, int] | None = None
    for piece in pieces:
        if held is not None:
            goes_on = _ITS_GOVERNMENT if _PARTY_BODY.search(text, *held) else _GOES_ON
            if goes_on.fullmatch(text, *piece):
                held = (held[0], piece[1])
                continue
            yield held
        held = None
        if _ALL_OF.fullmatch(text, *piece) or _PARTY_BODY.search(text, *piece):
            held = piece
        else:
            yield piece
    if held is not None:
        yield held


def _etc_parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split at a tail 等: the unit before it, and what follows unless it is only 部门和单位."""
    match = None
    for found in _ETC.finditer(text, start, end):
        if text.count("（", start, found.start()) == text.count("）", start, found.start()):
            match = found
            break
    if match is None:
        yield start, end
        return
    yield start, match.start()
    rest_start, rest_end = match.end(), end
    if not _TAIL_TO_DROP.fullmatch(text, rest_start, rest_end):
        yield rest_start, rest_end


def _joint_parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """市公安局和市司法局 -> two; 市工业和信息化局 stays one."""
    at = start
    for match in _JOINT.finditer(text, start, end):
        yield at, match.start()
        at = match.end()
    yield at, end


def _clean(text: str, start: int, end: int) -> Unit | None:
    start, end = trimmed(text, start, end, " \t\u3000。.、，；：:")
    if not _LEADING_KEEPS.match(text[start : start + 2]):
        lead = _LEADING.match(text[start:end])
        start += lead.end() if lead else 0
    duty = _DUTY_TAIL.search(text[start:end])
    if duty and duty.start() < len(text[start:end]):
        end = start + duty.start()
    end = _without_convention(text, start, end)
    start, end = trimmed(text, start, end)
    name = text[start:end].translate(_INNER).replace(" ", "")
    if name in _EMPTY or _PERSON.search(name) or len(name) < 2 or len(name) > _LONGEST_NAME or name.isdigit():
        return None
    return Unit(name, Span(start, end))


def _closed_elsewhere(words: str) -> bool:
    """县财政局）: the bracket was opened on the line above."""
    return words[-1:] in tuple(CLOSING) and sum(map(words.count, CLOSING)) > sum(map(words.count, OPENING))


def _without_convention(text: str, start: int, end: int) -> int:
    """Cut a bracket that speaks about the notes: 管委会〈以下…不再列出〉 -> 管委会."""
    for place, close in bracket_groups(text, start, end):
        stop = end if close is None else close
        if place > start and is_convention(text[place:stop]) and stop >= end - 1:
            return place
    return end
