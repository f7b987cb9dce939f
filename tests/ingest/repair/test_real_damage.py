"""Short pieces of real pages, damaged as they were found, and what they must have said."""

from __future__ import annotations

import re

import pytest

from desktop_app.ingest.repair import mend

PINYIN_PAGE = (
    "推進數(shù)據(jù)資源建設(shè),實(shí)現(xiàn)業(yè)務(wù)協(xié)同。〔責(zé)任單位:縣發(fā)改局〕開展檢查,"
    "基本完成電子政務(wù)外網(wǎng)改造。氣(qì)象局智能監(jiān)管。\n"
)
"""The same pages print pinyin everywhere else."""


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("鄉(xiāng)鎮(zhèn)政府與當(dāng)?shù)鼐用竦臎_突持續(xù)加深", "乡镇政府与当地居民的冲突持续加深"),
        ("總結(jié)的主干??偨Y(jié)工作的目的", "总结的主干。总结工作的目的"),
        ("“四要素”寫法:?jiǎn)挝幻Q+時(shí)間期限+內(nèi)容", "“四要素”写法：单位名称+时间期限+内容"),
        ("數(shù)字政府的?耙痪帧奔矗菏姓", "数字政府的“一局”即：市政"),
        ("方案?。ㄒ唬┲笇枷?/strong>", "方案　（一）指导思想"),
        ("二、主要措?/p>", "二、主要措施"),
        ("特制定本规划?/p>", "特制定本规划。"),
        ("(一?/p>", "（一）"),
    ],
)
def test_what_a_real_page_printed_is_right_or_marked(damaged: str, whole: str) -> None:
    got = mend(PINYIN_PAGE + damaged)[0].split("\n")[-1]
    pattern = "".join(".{0,2}?" if letter == "□" else re.escape(letter) for letter in got)
    assert re.fullmatch(pattern, whole), got
    assert "?" not in got and "？" not in got
    assert got.count("□") <= max(1, len(whole) // 4), got


def test_a_lost_letter_is_told_with_its_place() -> None:
    text, doubts = mend("二、主要措?/p>\n加强领导。")
    assert text == "二、主要措□\n加强领导。"
    assert [text[slice(*doubt.span)] for doubt in doubts if doubt.span] == ["□"]


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("<strong>一、总体要求</strong>落实责任。</p><p>二、措施", "一、总体要求落实责任。\n二、措施"),
        ("加强领导。<br/>落实责任。", "加强领导。\n落实责任。"),
        ('<span style="color: red">加强领导。</span>', "加强领导。"),
        ("指导思想/strong>", "指导思想"),
    ],
)
def test_tags_of_a_web_page_are_dropped(damaged: str, whole: str) -> None:
    assert mend(damaged)[0] == whole


@pytest.mark.parametrize("text", ["采用C/S和B/S架构，a < b > c", "网址为https://a.gov.cn/p>1", "平均值<p值>0.05"])
def test_what_only_looks_like_a_tag_stays(text: str) -> None:
    assert mend(text)[0] == text


def test_two_question_marks_for_one_letter_are_a_lost_letter() -> None:
    text, doubts = mend("现提出如下措施??\n责任单??：市发改委。")
    assert text.replace("□□", "□") == "现提出如下措施□\n责任单□：市发改委。"
    assert len(doubts) == 2


def test_short_lines_in_a_wrong_encoding_are_read_as_the_others_are() -> None:
    whole = "一、任务\n（一）加强数据共享，推进业务协同，落实责任单位。"
    assert mend(whole.encode("utf-8").decode("latin-1"))[0] == whole
    assert mend(whole.encode("utf-8").decode("gb18030", "replace"))[0].startswith("□、任□\n（一）加强数据")
