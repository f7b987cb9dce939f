"""A target is named by a whole phrase: its own, or the clause of the source that it was cut from."""

from __future__ import annotations

import pytest

from desktop_app.domain.target_names import quote_for

FINANCE = "选择1至2家金融、服务、电商、交通等数据密集度较大、应用较深的行业企业"
CLOUD = "资源总量达到2万核vCPU、4万GB内存、1000TB存储"
MODELS = "建立覆盖全市4400平方公里的三维地形模型和2120平方公里的居民点实景三维模型"


@pytest.mark.parametrize(
    ("phrase", "text", "quote"),
    [
        ("选择1至2家金融", f"推进试点工作，{FINANCE}，开展数据治理。", FINANCE),
        ("4万GB内存", f"建设政务云。{CLOUD}。", CLOUD),
        ("1000TB存储", f"建设政务云。{CLOUD}。", CLOUD),
        ("2120平方公里的居民点实景三维模型", f"{MODELS}。", MODELS),
        ("市级系统“上云率", "市级系统“上云率”达90%以上。", "市级系统“上云率”达90%以上"),
        ("不少于30个业务场景", "实现不少于30个业务场景上线。", "实现不少于30个业务场景上线"),
        ("完成500个事项场景化", "完成500个事项场景化、精细化梳理。", "完成500个事项场景化、精细化梳理"),
    ],
)
def test_a_phrase_cut_from_its_clause_is_named_by_the_clause(phrase: str, text: str, quote: str) -> None:
    assert quote_for(phrase, text) == quote


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("资源总量达到2万核vCPU", f"建设政务云。{CLOUD}。"),
        ("月活跃率高于50%", "注册用户日活跃率高于5%，月活跃率高于50%。"),
        ("日均活跃用户数（不含疫情防控）突破3万", "日均活跃用户数（不含疫情防控）突破3万，月活跃用户超过2万。"),
        ("不少于30个业务场景上线", "不少于30个业务场景上线。"),
        ("差评100%整改", "推动实现办件100%评价、差评100%整改。"),
        ("推动实现办件100%评价", "推动实现办件100%评价、差评100%整改。"),
        ("officers' own words 3", "别的文字。"),
        ("", "别的文字。"),
    ],
)
def test_a_whole_phrase_is_its_own_name(phrase: str, text: str) -> None:
    assert quote_for(phrase, text) == ""


def test_a_clause_that_fills_a_page_is_no_name() -> None:
    assert quote_for("2个试点", f"{'推进数据治理工作' * 20}打造2个试点项目。") == ""


def test_marks_in_brackets_part_no_clause() -> None:
    text = "建成5G基站（含宏站，微站）1200个以上基站群。"
    assert quote_for("1200个以上", text) == text[:-1]
