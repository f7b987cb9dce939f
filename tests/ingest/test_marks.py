from __future__ import annotations

import pytest

from desktop_app.ingest.parsing.marks import Style, read_mark
from desktop_app.ingest.parsing.numbers import chinese_number, print_chinese


@pytest.mark.parametrize(
    ("line", "style", "value", "printed"),
    [
        ("一、总体要求", Style.CHINESE, 1, "一、"),
        ("二十一、附则", Style.CHINESE, 21, "二十一、"),
        ("（三十七）加大投入", Style.CHINESE_BRACKETS, 37, "（三十七）"),
        ("(二)基本原则", Style.CHINESE_BRACKETS, 2, "(二)"),
        ("3.强化监管", Style.ARABIC, 3, "3."),
        ("6. 建设中台", Style.ARABIC, 6, "6."),
        ("4、消防安全", Style.ARABIC, 4, "4、"),
        ("12．推进改革", Style.ARABIC, 12, "12．"),
        ("（2）推行联合验收", Style.ARABIC_BRACKETS, 2, "（2）"),
        ("8）建立智能客服系统", Style.ARABIC_BRACKET, 8, "8）"),
        ("②推行联合验收", Style.CIRCLED, 2, "②"),
        ("1.2 新建农村公路", Style.DECIMAL, 2, "1.2"),
        ("第三章 保障措施", Style.CHAPTER, 3, "第三章"),
        ("第十二条 县交通运输局负责", Style.ARTICLE, 12, "第十二条"),
        ("第二部分 主要任务", Style.PART, 2, "第二部分"),
        ("专栏2：数据资源重点工程", Style.BOX, 2, "专栏2"),
        ("附件1", Style.ANNEX, 1, "附件1"),
        ("Ⅲ. 推广标准托盘", Style.ROMAN, 3, "Ⅲ."),
        ("IV.推广标准托盘", Style.ROMAN, 4, "IV."),
        ("行动二：主体培育行动", Style.NAMED, 2, "行动二"),
        ("任务3 建设平台", Style.NAMED, 3, "任务3"),
        ("2.2024年目标", Style.ARABIC, 2, "2."),
    ],
)
def test_every_style_of_number_is_read(line: str, style: Style, value: int, printed: str) -> None:
    mark = read_mark(line)
    assert mark is not None
    assert (mark.style, mark.value, mark.printed) == (style, value, printed)


@pytest.mark.parametrize(
    "line",
    [
        "3.0版平台上线",
        "12345热线归并",
        "2024年工作要点",
        "一是加强领导",
        "一、二级响应由县级启动",
        "5G网络覆盖",
        "推进改革",
        "",
        "第一书记工作",
        "任务一体推进",
        "项目12个",
        "IPv6改造",
    ],
)
def test_numbers_that_are_words_open_nothing(line: str) -> None:
    assert read_mark(line) is None


@pytest.mark.parametrize(
    ("words", "value"), [("十", 10), ("三十七", 37), ("一百零二", 102), ("二〇二四", 2024), ("两", 2), ("甲", None)]
)
def test_chinese_numerals_have_values(words: str, value: int | None) -> None:
    assert chinese_number(words) == value


def test_printing_a_numeral_undoes_reading_it() -> None:
    assert all(chinese_number(print_chinese(value)) == value for value in range(1, 100))
