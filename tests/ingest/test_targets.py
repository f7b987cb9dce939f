from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.ingest.parsing.dates import find_deadlines
from desktop_app.ingest.parsing.targets import find_targets


def read(words: str) -> list[tuple[str, float, str]]:
    return [(fact.op, fact.value, fact.unit) for fact in find_targets(words, 0, len(words))]


@pytest.mark.parametrize(
    ("words", "facts"),
    [
        ("完成不少于120处隐患整改。", [(">=", 120, "处")]),
        ("用户突破290万，日活超过3万。", [(">=", 2.9e6, ""), (">=", 3e4, "")]),
        ("上云率达90%以上。", [(">=", 90, "%")]),
        ("压减表格50%以上。", [(">=", 50, "%")]),
        ("审批时间压减30%。", [(">=", 30, "%")]),
        ("办理时限压缩至1个工作日以内。", [("<=", 1, "个工作日")]),
        ("失业率控制在4.5%以内。", [("<=", 4.5, "%")]),
        ("事故起数不超过3起。", [("<=", 3, "起")]),
        ("设立首席数据官1名。", [("=", 1, "名")]),
        ("选择1至2家企业开展试点。", [(">=", 1, "家")]),
        ("至少探索2个场景。", [(">=", 2, "个")]),
        ("培育示范企业5家以上。", [(">=", 5, "家")]),
        ("资源总量达到2万核vCPU、4万GB内存、1000TB存储。", [(">=", 2e4, "核"), (">=", 4e4, "GB"), (">=", 1000, "TB")]),
        ("提升单位网络带宽到100M。", [(">=", 100, "M")]),
        ("覆盖全市4400平方公里的模型和2120平方公里的实景模型。", [(">=", 4400, "平方公里"), (">=", 2120, "平方公里")]),
        ("办件100%评价、差评100%整改。", [(">=", 100, "%"), (">=", 100, "%")]),
        ("建设高标准农田3.5万亩。", [(">=", 35000, "亩")]),
        ("普及率达到百分之九十五。", [(">=", 95, "%")]),
        ("机架数量不低于20000个。", [(">=", 20000, "个")]),
        ("新增就业3万人。", [(">=", 3e4, "人")]),
        ("发展会员1,200名。", [(">=", 1200, "名")]),
        ("经营主体突破38万户，较上年增长10%左右。", [(">=", 380000, "户"), (">=", 10, "%")]),
        ("融资利率下降0.3个百分点。", [(">=", 0.3, "个百分点")]),
        ("重点诉求24小时内响应。", [("<=", 24, "小时")]),
        ("占比达到三分之二以上。", [(">=", 0.666667, "")]),
        ("安排专项资金1.2亿元。", [(">=", 1.2e8, "元")]),
        ("推动身份证、营业执照等60类证照亮证使用。", [(">=", 60, "类")]),
        ("算力规模达到8000P，新增标准机架500架。", [(">=", 8000, "P"), (">=", 500, "架")]),
        ("为180个小区加装智能门禁。", [(">=", 180, "个")]),
        ("严禁新建能效高于1.3的数据中心。", [("<=", 1.3, "")]),
        ("建设二十个数字化车间。", [(">=", 20, "个")]),
        ("解决率达九成以上。", [(">=", 90, "%")]),
        ("规模达到2024年的5倍。", [(">=", 5, "倍")]),
        ("每镇配备不少于3名专职人员。", [(">=", 3, "名")]),
        ("将86项高频事项下沉到村办理，在30所学校开设课程。", [(">=", 86, "项"), (">=", 30, "所")]),
        ("停用后10个工作日内更新目录。", [("<=", 10, "个工作日")]),
        ("开工率达到一半以上，亩均增收10%左右。", [(">=", 50, "%"), (">=", 10, "%")]),
        ("新增车位三千个，充电桩2000台。", [(">=", 3000, "个"), (">=", 2000, "台")]),
        ("漏损率控制在6%—8%。", [("<=", 8, "%")]),
        ("报表由186张精简到60张以内。", [("<=", 60, "张")]),
    ],
)
def test_numbers_to_be_reached_are_read(words: str, facts: list[tuple[str, float, str]]) -> None:
    assert read(words) == facts


@pytest.mark.parametrize(
    "words",
    [
        "运用5G、IPv6等技术，建设专网。",
        "打造“1334+N”架构，推广12345热线。",
        "打造15分钟便民服务圈。",
        "提供7x24小时服务。",
        "除110、119、120外，其他热线归并。",
        "提升市直47个单位服务水平。",
        "全市现有85个平台，逐步整合。",
        "迭代上线3.0版。",
        "落实国发〔2019〕18号文件要求。",
        "聚焦3大领域、6项重点。",
        "完成二期建设，达到等保三级。",
        "对投资额5亿元以上项目实行专班推进。",
        "主要航线300米以下空域联网。",
        "对全市1100家规模以上企业开展诊断。",
    ],
)
def test_numbers_that_name_things_are_no_targets(words: str) -> None:
    assert read(words) == []


@pytest.mark.parametrize(
    ("words", "baseline"),
    [
        ("办结率由60%提高到90%。", 60),
        ("从30个工作日压减到10个工作日。", 30),
        ("由目前的8.5%提高到12%。", 8.5),
        ("提高到90%。", None),
    ],
)
def test_a_baseline_is_no_target_of_its_own(words: str, baseline: float | None) -> None:
    assert [fact.baseline for fact in find_targets(words, 0, len(words))] == [baseline]


def test_a_yearly_number_has_no_day_and_a_day_may_stand_behind() -> None:
    words = "2024年6月底前编制目录，目录每年更新不少于2次。首期5亿元2024年9月底前到位。到2025年底，突破38万户；时间压缩至1个工作日以内。"
    facts = find_targets(words, 0, len(words), find_deadlines(words, 0, len(words), 2024))
    assert [str(fact.by) for fact in facts] == ["None", "2024-09-30", "2025-12-31", "2025-12-31"]


def test_the_date_before_a_number_is_its_by() -> None:
    words = "到2025年，体系健全。具体目标是：上云率达到100%。2024年底前建成3个中心。"
    facts = find_targets(words, 0, len(words), find_deadlines(words, 0, len(words), 2023))
    assert [fact.by for fact in facts] == [dt.date(2025, 12, 31), dt.date(2024, 12, 31)]


def test_the_phrase_of_a_target_stands_where_its_span_says() -> None:
    words = "改造老旧小区50个、惠及居民1.5万户，完成率100%。"
    facts = find_targets(words, 0, len(words))
    assert [fact.phrase for fact in facts] == ["改造老旧小区50个", "惠及居民1.5万户", "完成率100%"]
    assert all(words[slice(*fact.span)] == fact.phrase for fact in facts)
