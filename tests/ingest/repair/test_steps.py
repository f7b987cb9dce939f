from __future__ import annotations

import pytest

from desktop_app.ingest.repair import mend, tidy_lines
from desktop_app.ingest.repair.edits import Edit, Step, mend_with

# A page that prints pinyin behind the letters it converted, often enough to be recognised.
PAGE = "推進數(shù)據(jù)資源建設(shè),實(shí)現(xiàn)業(yè)務(wù)協(xié)同。〔責(zé)任單位:縣發(fā)改局〕開展檢查,基本完成電子政務(wù)外網(wǎng)改造。氣(qì)象局智能監(jiān)管。"


def mended(text: str) -> str:
    return mend(text)[0]


def codes(text: str) -> list[str]:
    return [doubt.code for doubt in mend(text)[1]]


def test_pinyin_behind_letters_is_dropped_and_script_simplified() -> None:
    assert mended(PAGE).startswith("推进数据资源建设，实现业务协同。〔责任单位：县发改局〕")
    assert set(codes(PAGE)) == {"pinyin", "script", "widths"}


def test_one_reading_aid_is_no_damage() -> None:
    assert mended("郫(pí)县加快建设。") == "郫（pí）县加快建设。"
    assert "（GIS）" in mended(PAGE + "推廣系統(GIS)應用。")


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("建設(shè)資源?!藏?zé)任單位", "建设资源。〔责任单位"),
        ("豐富應(yīng)用?;就瓿呻娮诱?wù)外網(wǎng)", "丰富应用。基本完成电子政务外网"),
        ("推行電子社???、碼", "推行电子社保卡、码"),
        ("公共安全、燃?xì)庵悄鼙O(jiān)管", "公共安全、燃气智能监管"),
        ("安排支持?jǐn)?shù)據(jù)建設(shè)", "安排支持数据建设"),
    ],
)
def test_bytes_read_one_off_are_paired_again(damaged: str, whole: str) -> None:
    assert whole in mended(f"{PAGE}\n{damaged}\n")


def test_a_question_mark_in_a_clean_text_is_a_question_mark() -> None:
    assert mended("怎么办?要靠改革。") == "怎么办？要靠改革。"
    assert "怎么办？要靠改革" in mended(PAGE + "\n怎么辦?要靠改革。")


@pytest.mark.parametrize(
    "text",
    ["乾隆年间建成，乾县负责。", "名著阅读，著作权保护。", "里程碑式发展，瞭望塔建设。", "慕容復同志", "堃喆镕祎"],
)
def test_simplified_text_is_not_touched(text: str) -> None:
    assert mend(text) == (text, [])


def test_names_survive_the_change_of_script() -> None:
    assert (
        mended("乾縣、乾安縣貫徹落實關於數據資源建設的決策部署，著力實施。")
        == "乾县、乾安县贯彻落实关于数据资源建设的决策部署，着力实施。"
    )


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("加强领导,落实责任;(一)建云:抓紧", "加强领导，落实责任；（一）建云：抓紧"),
        ("系统(GIS)应用", "系统（GIS）应用"),
        ('“一屏统览",形成"大脑"', "“一屏统览”，形成“大脑”"),
        ("加大力度, 加强论证", "加大力度，加强论证"),
        ("增长5%,其中", "增长5%，其中"),
    ],
)
def test_half_width_marks_in_chinese_become_full_width(damaged: str, whole: str) -> None:
    assert mended(damaged) == whole


@pytest.mark.parametrize(
    "text",
    [
        "上线3.0版，提供7x24小时服务。",
        "IPv4/IPv6双栈",
        "时间10:30",
        "投资1,200万元",
        "see (a, b): ok?",
        "市发改局 市财政局",
        "http://a.b/c?d=1",
    ],
)
def test_numbers_codes_and_other_languages_keep_their_marks(text: str) -> None:
    assert mended(text) == text


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("（国发201918号）", "（国发〔2019〕18号）"),
        ("（豫政办〔202150等", "（豫政办〔2021〕50号等"),
        ("方案\n2022331\n一、", "方案\n2022年3月31日\n一、"),
        ("规划（20202022）", "规划（2020-2022）"),
        ("覆盖镇街道）、村", "覆盖镇（街道）、村"),
        ("推广（人工智能）和AI人工智能）", "推广（人工智能）和AI（人工智能）"),
    ],
)
def test_fixed_forms_get_their_marks_back(damaged: str, whole: str) -> None:
    text, doubts = mend(damaged)
    assert text == whole
    assert len(doubts) == 1 and doubts[0].message


@pytest.mark.parametrize("text", ["方案\n2022111\n一、", "国发〔2019〕18号", "（豫政〔2020〕35号）", "2023年5家"])
def test_what_is_whole_or_cannot_be_known_is_left(text: str) -> None:
    assert mended(text) == text


def test_lost_numbers_are_restored_from_their_sequence() -> None:
    damaged = "四、建设\n）基础能力\n1.支撑平台。\n1统一认证系统。建设。\n2统一印章系统。建设。\n3）统一证照系统。建设。\n）保障能力\n5家企业。"
    assert (
        mended(damaged)
        == "四、建设\n（一）基础能力\n1.支撑平台。\n1）统一认证系统。建设。\n2）统一印章系统。建设。\n3）统一证照系统。建设。\n（二）保障能力\n5家企业。"
    )


def test_a_lost_full_stop_behind_a_heading_is_restored_only_among_other_losses() -> None:
    line = "1.坚持标准引领、改革带动始终将企业和群众感受作为检验成效的衡量标准，运用改革思维，从整体政府理念出发，系统推进建设。"
    losses = "四、建设\n）甲能力\n）乙能力\n）丙能力\n"
    assert "改革带动。始终将" in mended(losses + line)
    assert mended(line) == line


def test_every_doubt_points_at_the_mended_words() -> None:
    text, doubts = mend("加强,建设(国发201918号)\n）基础能力\n2022331\n")
    shown = {doubt.code: text[slice(*doubt.span)] for doubt in doubts if doubt.span}
    assert shown == {
        "widths": "，",
        "doc_number": "〔2019〕18号",
        "bare_day": "2022年3月31日",
        "lost_number": "（一）",
    }


def test_later_edits_move_earlier_doubts_along() -> None:
    first = Step("one", lambda text: [Edit(4, 5, "XYZ", "甲")])
    second = Step("two", lambda text: [Edit(0, 1, ""), Edit(2, 3, "++", "乙")])
    text, doubts = mend_with(first, "abcdefg", [])
    text, doubts = mend_with(second, text, doubts)
    assert text == "b++dXYZfg"
    assert {doubt.message: text[slice(*doubt.span)] for doubt in doubts if doubt.span} == {"甲": "XYZ", "乙": "++"}


def test_lines_are_tidied() -> None:
    assert tidy_lines(["\ufeff　　一、任务\r\n\r\n  建\u200b云\u00a0\n", "\t", "表\t格"]) == "一、任务\n建云\n表\t格"


@pytest.mark.parametrize(
    ("spaced", "whole"),
    [
        ("到 2024 年 6 月 30 日前，新增车位 300 个。", "到2024年6月30日前，新增车位300个。"),
        ("6 月 15 日前报送，建设 5 至 8 家。", "6月15日前报送，建设5至8家。"),
        ("1.2023 年目标", "1.2023年目标"),
        ("覆盖率达到 95 %以上。", "覆盖率达到95%以上。"),
    ],
)
def test_spaces_that_a_program_put_around_numbers_go(spaced: str, whole: str) -> None:
    assert mended(spaced) == whole


@pytest.mark.parametrize("text", ["1 总体要求", "1 建设平台 县数据局 2024年6月底", "采用 IPv6 协议。"])
def test_spaces_that_part_a_number_from_its_heading_or_words_from_words_stay(text: str) -> None:
    assert mended(text) == text


def test_square_brackets_have_one_width() -> None:
    assert mended("建设平台。［责任单位：县数据局］") == "建设平台。[责任单位：县数据局]"
