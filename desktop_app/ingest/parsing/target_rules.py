"""Whether a number is one to be reached, by the words around it. Each rule gives >=, <= or =, or says nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

_AT_LEAST = re.compile(
    r"(?:不少于|不低于|不小于|不得少于|不得低于|至少|达到?|突破|超过?|高于|大于|多于|增至|增加(?:到|至)?|增长(?:到|至)?|增收|增产|增幅|增速(?:达到?|为)?|提高(?:到|至)?|提升(?:到|至)?|新增|"
    r"扩大(?:到|至)|扩展(?:到|至)|拓展(?:到|至)|上升(?:到|至)?|升至|保持在?|稳定在|维持在|力争|累计|扩容(?:到|至)|完成率|覆盖率)(?:约|近|了|20\d\d年底?的)?$"
)
_TIMES_OF_YEAR = re.compile(r"(?:达到?|增长到|是)20\d\d年的$")
_AT_LEAST_EARLIER = re.compile(r"(?:至少|不少于|不低于)[^，。；\d]{1,12}$")
_AT_MOST = re.compile(
    r"(?:不超过|不高于|不大于|不得超过|不多于|低于|少于|小于|压减(?:到|至|为)|压缩(?:到|至|为)|缩短(?:到|至|为)|精简(?:到|至|为)|减少(?:到|至|为)|降低?(?:到|至|为)|"
    r"下降(?:到|至)|控制在|限制在|缩减(?:到|至))(?:约|近)?$"
)
_FORBIDDEN = re.compile(r"(?:严禁|禁止|不得|严格控制)[^，。；]{0,20}(?:高于|超过|大于|多于)$")
_NOT_LESS = re.compile(r"不(?:得)?(?:低于|少于|小于)$")
_CUT_BY = re.compile(r"(?:压减|压缩|缩短|精简|减少|降低|下降|缩减)(?:[^，。；、\d]{0,12})$")
_CUT_TO_SHARE = re.compile(r"(?:压减|压缩|缩短|精简|减少|降低?|下降|缩减)(?:到|至|为)[^，。；、\d]{1,10}的$")
_CUT_TO = re.compile(r"(?:压减|压缩|缩短|精简|减少|降低?|下降|缩减)(?:到|至|为)[^，。；、\d]{0,10}$")
_FINER = re.compile(r"优于$")
_MORE_AFTER = re.compile(r"\s*(?:（含）)?(?:及?以上|之上)")
_LESS_AFTER = re.compile(r"\s*(?:（含）)?(?:及?以内|(?:及?以下|之内|以里)(?=[，。；、）\n]|$))")
_WITHIN_AFTER = re.compile(r"\s*(?:之|以)?内(?!容|的|[^，。；]{0,10}圈|[^，。；、]{0,6}率)")
# 自验收合格之日起30日内支付; 应当在15个工作日内组织评审: the law's limit in a single case, not a goal.
_LEGAL_LIMIT = re.compile(r"(?:之日起|应当在?)$")
_RELATIVE = re.compile(r"(?:低于|高于|超过|少于|多于|不足|未?达到?|大于|小于)$")
# 20户以上自然村, 日处理20吨以上设施, 3公里以内的村庄: which ones, not how many.
_CLASS_AFTER = re.compile(r"\s*及?(?:以上|以下|以内)的?(?=[\u4e00-\u9fff])")
_MAY = re.compile(r"可(?:以|在|达|达到|不低于){0,2}$")
_WHEN = re.compile(r"(?:时(?!间|限)|情况下)")
_LASTS = re.compile(r"(?:为期|历时|期限|有效期)(?:为|约)?$")
_CONDITION = re.compile(r"(?:^|[^针绝相])(?:对于?|凡|针对|凡是)[^，。；]{0,14}$")
_CONDITION_AFTER = re.compile(
    r"\s*(?:及?以上|以下|以内)(?:的|规模)?(?:项目|企业|单位|人员|事项|建筑|工程|投资|订单|学校|医院|群众|家庭)"
)
_GROWN_TO = re.compile(r"(?:提升|提高|扩大|增加|增长|拓展|扩容|升级|扩充).*(?:到|至|为)$")
_MAKES = re.compile(
    r"(?:补充|创成|完成|建成|建设|打造|培育|培养|引进|引育|新增|新建|创建|争创|落地|推出|开展|组织|举办|选择|选取|遴选|部署|改造|实现|制定|发展|形成|梳理|推行|"
    r"探索|推动|建立|汇聚|归集|接入|开通|发放|招引|认定|申报|开发|编制|设立|设置|配备|配置|升级|推广|上线|布局|布设|招聘|选派|选树|评选|培训|安装|盘活|"
    r"解决|办理|改厕|惠及|救助|帮扶|新改建|改建|扩建|修建|购置|采购|投放|推进|实施|建|获批|投入|铺设|敷设|架设|绿化|造林|治理|整治|清理|拆除|关停|淘汰|处置|"
    r"回收|储备|供应|栽植|种植|植树|补植|封顶|开工|征迁|拆迁|征收|抽查|攻克|开放|兑现|化解|选拔|资助|支持|推荐|招募|完工|筹建|吸纳|吸引|跟踪|选送|轮训|鼓励|接待|发展|办结|销号|摸排|入库|参展|建档|走访|排查|检查|抽检|监测|招生|录用|扶持|征集|组建|出让|供地|流转|收储|腾退|增设|增配|加装|集聚|聚集|发布|登记|制作|录制|更新|修复|疏浚|回迁|安置)(?!的|出|后)"
)
# 落实粮食播种面积31.5万亩; 落实33条措施 names what there is.
_SETTLES = re.compile(r"落实[^，。；、\d]{2,10}(?:面积|任务|岗位|项目|地块|用地)$")
_PAYS = re.compile(
    r"利用|安排|投入|筹集|完成|争取|设立|引进|实现|落实|新增|发放|撬动|授信|筹措|追缴|上缴|收缴|挽回|兑现|拨付|募集"
)
_REWARDS = re.compile(r"(?:奖励|奖补|补助|补贴|罚款|处罚|扣减|给予)[^，。；]{0,10}$")
# 发放奖补资金500万元 is paid; 给予奖励10万元 is what one gets.
_PAYS_REWARDS = re.compile(
    r"(?:安排|落实|兑现|发放|筹集|争取|拨付|下达)[^，。；]{0,12}(?:奖补|补助|补贴|奖励)(?:资金|经费)$"
)
_ARRIVES = re.compile(r"[^，。；]{0,16}(?:到位|落实)")
_EXACTLY = re.compile(r"(?:设立|设置|配备|配置|选配|明确|安排|确定|指定)[^，。；、]{0,10}$")
_FOR = re.compile(r"(?:为|给)(?:全[省市县区州]|所有|辖区)?$")
_WITH = re.compile(r"[与同]$")
_JOINS = re.compile(r"[^，。；]{0,14}(?:共建|结对|对接|签约|合作(?!协议))")
_GIVES = re.compile(r"加装|安装|配备|改造|提供|配发|更换|修缮|开展|建设|建立|办理|发放")
_MOVED = re.compile(r"(?:将|把|在)$")
_MOVES = re.compile(
    r"[^，。；]{0,24}(?:下沉|下放|纳入|归并|整合|集成|开设|开展|推行|推广|试点|设立|部署|接入|建设|建成|打造|划转|转为)"
)
_CLOSES_CLAUSE = re.compile(r"(?:以上|左右)?(?=[，。；、）\n]|$)")
_OBJECT_BEFORE = re.compile(r"(?:^|[，。；：、\s])(?:\d{1,2}年内)?[\u4e00-\u9fff“”]{2}[\u4e00-\u9fff“”（）、]{2,24}$")
_MEASURED = re.compile(
    r"(?:面积|长度|(?<!受益)(?<!惠及)(?<!覆盖)人口|总数|总量|存量|规模|户数|人数|总计|合计|共计?|平均|每[^，。]{0,6}|距离|容量|期限|有|为|是|约|近|达|的|属于|位于|包括|涉及|其中[^，。]{0,8})$"
    r"|(?:超过|不足|排查出|查出|发现|存在|反馈|具有|拥有|共有|属|原有|由|从|按|以)[^，。；]{0,16}$"
)
# 整合防汛、供水等6类系统, 提升鼓楼、站前等5个商圈.
_IMPROVES = re.compile(r"整合|提升|改善")
_COVERS = re.compile(r"覆盖[^，。；、]{0,4}$|覆盖[^，。；]{0,16}[和及、]$")
_LISTED = re.compile(r"等$")
_RATE = re.compile(r"(?:(?:率|占比|比例|比重)[为在]?|完成)$")
_OBJECTS = frozenset("个项家台套名人户件处座条所张份支批门类款辆部只间栋场轮位组队本种例次期篇路席校幅宗杆株头架节片盏根块柜对吨核尾口栋层级届") | {
    "人次", "台套", "台（套）", "公里", "平方公里", "亩", "公顷", "平方米", "立方米", "兆瓦时", "千瓦", "TB", "PB", "GB", "万千瓦", "兆瓦", "车次", "场次", "家次", "批次", "项次", "台次", "学时",
}  # fmt: skip
_PERSONS = frozenset("名人")
TIME = frozenset({"小时", "分钟", "秒", "天", "日", "工作日", "个工作日"})
_FINE = TIME | {"毫秒", "毫米", "厘米", "米", "公里", ""}
_ABOUT = re.compile(r"\s*左右")
_REACHES = re.compile(r"(?:达到?|突破|超过|不低于|不少于)(?:约|近)?$")
# 年产20万吨新材料项目, 10万吨级码头: how big the thing is that is built.
_CAPACITY = re.compile(r"(?:年产|日产|[日年]处理|年加工|日供水|总投资|计划投资)(?:量|能力|额)?(?:约|达)?$")
# 年收入10万元以上的村占比达到70%: the share is the goal, the number says of whom.
_OF_WHOM = re.compile(r"\s*及?以[上下内]的?[^，。；\d]{1,14}?(?:占比|比例|比重|占|覆盖率)")
_CAPABLE = re.compile(r"的?[^，。；、]{0,18}(?:项目|工程|生产线|厂|基地)")
_UNDONE = re.compile(r"仍?(?:未|没有|不)")
_PER_HEAD = re.compile(r"每[百千万][^，。；、\d]{2,18}$")
_SPANS = TIME | {"个月", "年", ""}
_BEHIND_LIMIT = frozenset("的时情")
_SHARES = frozenset({"%", "‰", "个百分点"})
_MONEY = frozenset({"元", "美元"})
_VERB_REACH = 14


class Number(NamedTuple):
    """A number in its clause: the words before it since the clause began, and those behind its unit.

    `near` are the last of the words before it; `upper` is the higher end of a printed range: 5至8家.
    """

    start: int
    end: int
    clause: int
    before: str
    near: str
    after: str
    value: float
    unit: str
    upper: float


def forbidden(number: Number) -> str | None:
    """严禁新建电能利用效率高于1.3的数据中心."""
    return "<=" if _FORBIDDEN.search(number.near) else None


def at_most(number: Number) -> str | None:
    """控制在4.5%, 不超过3起, 压缩至1个工作日, 压缩至法定时限的40%."""
    said = _AT_MOST.search(number.near) or (number.unit in _SHARES and _CUT_TO_SHARE.search(number.near))
    return "<=" if said and not _NOT_LESS.search(number.near) else None


def within(number: Number) -> str | None:
    """1个工作日以内, 压缩到法定时限的30%以内; but 压减30%以内 says by how much."""
    cut_by = _CUT_BY.search(number.near) and not _CUT_TO.search(number.near)
    return "<=" if _LESS_AFTER.match(number.after) and not cut_by else None


def finer(number: Number) -> str | None:
    """定位精度优于5厘米, 响应优于2秒: the smaller the better."""
    return "<=" if number.unit in _FINE and _FINER.search(number.near) else None


def response_time(number: Number) -> str | None:
    """24小时内响应, 10个工作日内更新目录; 15分钟内生活圈 is a name."""
    within = number.unit in TIME and _WITHIN_AFTER.match(number.after)
    return "<=" if within and not _LEGAL_LIMIT.search(number.near) else None


def exactly(number: Number) -> str | None:
    """设立首席数据官1名; but 设立专窗12个 and 配备应急包1套 ask for as many at least."""
    return (
        "=" if number.value == number.upper == 1 and number.unit in _PERSONS and _EXACTLY.search(number.near) else None
    )


def at_least(number: Number) -> str | None:
    """不少于500个, 突破290万, 达90%以上, 至少探索2个."""
    said = (
        _TIMES_OF_YEAR.search(number.near)
        or _AT_LEAST.search(number.near)
        or _MORE_AFTER.match(number.after)
        or _AT_LEAST_EARLIER.search(number.near)
    )
    return ">=" if said else None


def about(number: Number) -> str | None:
    """增长8%左右, 保持在3‰左右: as printed, neither more nor less; 达到85%左右 is reached from there on."""
    return "=" if number.unit in _SHARES and _ABOUT.match(number.after) and not _REACHES.search(number.near) else None


def cut_by(number: Number) -> str | None:
    """审批时间压减30%, 利率下降0.3个百分点."""
    return ">=" if number.unit in _SHARES and _CUT_BY.search(number.near) else None


def share(number: Number) -> str | None:
    """办件100%评价, 覆盖率95%, 路基工程完成70%."""
    if number.unit not in _SHARES or number.before.endswith("的"):
        return None
    return ">=" if number.value == 100 or _RATE.search(number.near) else None


def grown_to(number: Number) -> str | None:
    """提升网络带宽到100M."""
    return ">=" if number.unit and number.unit not in TIME and _GROWN_TO.search(number.before) else None


def made(number: Number) -> str | None:
    """建成3个中心, 争创1家平台, 改造小区50个; the verb stands near, or a list ends in 等60类."""
    if number.unit not in _OBJECTS:
        return None
    if _LISTED.search(number.near):
        behind = re.split("[，。；]", number.after, maxsplit=1)[0]
        said = _MAKES.search(number.before) or _IMPROVES.search(number.before) or _MAKES.search(behind)
        return ">=" if said else None
    verbs = [match.end() for match in _MAKES.finditer(number.before)]
    near = verbs and len(number.before) - verbs[-1] <= _VERB_REACH
    return ">=" if near or _SETTLES.search(number.near) else None


def paid(number: Number) -> str | None:
    """安排专项资金1.2亿元, 完成投资5亿元, 首期5亿元年底前到位; 奖励工作经费1万元 is what one gets."""
    if number.unit not in _MONEY or (_REWARDS.search(number.near) and not _PAYS_REWARDS.search(number.near)):
        return None
    if _ARRIVES.match(number.after):
        return ">="
    verbs = [match.end() for match in _PAYS.finditer(number.before)]
    return ">=" if verbs and len(number.before) - verbs[-1] <= _VERB_REACH else None


def covers(number: Number) -> str | None:
    """覆盖全市4400平方公里."""
    return ">=" if number.unit in _OBJECTS and _COVERS.search(number.near) else None


def per_head(number: Number) -> str | None:
    """每千名老年人拥有养老床位40张."""
    return ">=" if number.unit in _OBJECTS and _PER_HEAD.search(number.before) else None


def served(number: Number) -> str | None:
    """为180个小区加装智能门禁, 与2所高校共建基地; 对全市1100家企业 counts what is there."""
    if number.unit not in _OBJECTS:
        return None
    if _WITH.search(number.near):
        return ">=" if _JOINS.match(number.after) else None
    if not _FOR.search(number.near):
        return None
    return ">=" if _GIVES.search(number.after) else None


def moved(number: Number) -> str | None:
    """将86项事项下沉到村办理, 在30所学校开设课程."""
    if number.unit not in _OBJECTS or not _MOVED.search(number.near):
        return None
    return ">=" if _MOVES.match(number.after) else None


def counted(number: Number) -> str | None:
    """清退绿化苗木480亩，填平坑塘23口。 A deed, its object and how many of it close the clause; 面积480亩 measures what is."""
    if (
        number.unit not in _OBJECTS
        or not _CLOSES_CLAUSE.match(number.after)
        or not _OBJECT_BEFORE.search(number.before)
    ):
        return None
    measured = _MEASURED.search(number.before) and not _MAKES.match(number.before.lstrip("，。；：、 "))
    return None if measured else ">="


def doubled(number: Number) -> str | None:
    """产值翻一番."""
    return ">=" if number.before.endswith("翻") else None


_RULES: tuple[Callable[[Number], str | None], ...] = (
    forbidden, at_most, finer, response_time, within, about, at_least, exactly, cut_by, share, grown_to, made, paid, covers, per_head,
    served,
    moved, doubled, counted,
)  # fmt: skip


def tells_which(number: Number) -> bool:
    """True for a number that says which or how long, not how many: 20户以上自然村4G覆盖率…; 共享率低于60%的，…; 为期3个月; 10万吨级码头.

    A share, 90%以上事项, and what a verb asks for, 建成5个以上平台, are goals.
    """
    after = number.after
    if number.unit in _SPANS and _LASTS.search(number.near):
        return True
    if _MAY.search(number.near) or after.startswith("级"):
        return True
    if number.unit not in _SHARES and _OF_WHOM.match(after):
        return True
    if _CAPACITY.search(number.near) and _CAPABLE.match(after):
        return True
    if _RELATIVE.search(number.near) and _UNDONE.match(after):
        return True
    if after[:1] in _BEHIND_LIMIT and _RELATIVE.search(number.near):
        limits = _limits_others(number) if after[:1] == "的" else _WHEN.match(after) is not None
        if limits and not _FORBIDDEN.search(number.near):
            return True
    if number.unit in _SHARES or number.unit in TIME or "以" not in after[:3] or not _CLASS_AFTER.match(after):
        return False
    if _FOR.search(number.near) and _GIVES.search(after):
        return False
    return not (_MAKES.search(number.before) or _AT_LEAST.search(number.near) or _AT_MOST.search(number.near))


def _limits_others(number: Number) -> bool:
    """对超过400万元的采购项目…; 对共享率低于60%的，…."""
    return number.after[1:2] in "，、" or _CONDITION.search(number.near) is not None


def judge(number: Number) -> tuple[str, str] | None:
    """The operator and the name of the rule that gave it; None for a number that is no target.

    对投资额5亿元以上项目实行专班 is a condition, not a target.
    """
    conditional = _CONDITION.search(number.near) or (number.unit in _MONEY and "以" in number.after[:3])
    if conditional and _CONDITION_AFTER.match(number.after):
        return None
    if not number.unit and number.after.startswith("的") and not _FORBIDDEN.search(number.near):
        return None
    for rule in _RULES:
        operator = rule(number)
        if operator is not None:
            return operator, f"target.{rule.__name__}"
    return None
