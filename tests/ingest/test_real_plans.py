"""The five plans of the collection: every fact stands where its span says, every paragraph is accounted for."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from desktop_app.domain.plan import Node, ParagraphUse, Plan
from desktop_app.ingest import read_plan

PLANS = sorted((Path(__file__).parents[1] / "data" / "plans").glob("*.txt"))
BRACKETS = str.maketrans("〔〈[〕〉]", "（（（）））")


@cache
def plan_of(path: Path) -> Plan:
    return read_plan(path)


def plan(number: str) -> Plan:
    return plan_of(next(path for path in PLANS if path.name.startswith(number)))


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name[:3])
def test_every_fact_stands_where_its_span_says(path: Path) -> None:
    read = plan_of(path)
    for node in read.nodes:
        assert node.title in read.text[slice(*node.span)]
        for fact in node.assignments:
            assert fact.span is not None and fact.rule
            assert read.text[slice(*fact.span)].translate(BRACKETS).replace(" ", "") == fact.unit
        for dated in (*node.deadlines, *node.targets):
            assert dated.span is not None and dated.rule
            assert read.text[slice(*dated.span)] == dated.phrase


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name[:3])
def test_every_paragraph_is_accounted_for(path: Path) -> None:
    read = plan_of(path)
    assert [read.text[slice(*paragraph.span)] for paragraph in read.paragraphs] == read.text.split("\n")
    assert read.coverage()[ParagraphUse.UNRECOGNISED] == 0


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name[:3])
def test_nobody_invents_a_unit(path: Path) -> None:
    for node in plan_of(path).nodes:
        for fact in node.assignments:
            assert 2 <= len(fact.unit) <= 20
            assert not any(
                words in fact.unit for words in ("，", "。", "；", "：", "以下", "不再", "包括", "负责", "牵头")
            )


def test_the_damaged_plan_of_jiyuan_has_its_outline_back() -> None:
    read = plan("001")
    chapters = [node for node in read.nodes if node.parent is None]
    assert [node.title for node in chapters] == [
        "规划背景",
        "总体要求",
        "总体架构",
        "基础保障体系建设",
        "公共支撑体系建设",
        "业务应用体系建设",
        "保障措施",
    ]
    assert [node.number for node in read.nodes if node.parent == chapters[3].id] == ["（一）", "（二）"]
    assert Counter(node.number for node in read.nodes)["9）"] == 1
    assert all(node.title for node in read.nodes)
    boxes = [node for node in read.nodes if node.number.startswith("专栏")]
    assert [node.title for node in boxes] == ["基础设施能力重点应用", "数据资源要素重点应用"]
    assert [sum(node.parent == box.id for node in read.nodes) for box in boxes] == [4, 1]
    assert (read.doc_number, str(read.issued_on), read.issuer) == (
        "济管〔2022〕13号",
        "2022-03-31",
        "济源产城融合示范区管理委员会",
    )


def test_the_convention_of_the_zunyi_plan_is_a_doubt_and_no_unit() -> None:
    read = plan("004")
    first = next(node for node in read.nodes if node.assignments)
    assert units(first) == [
        "市大数据发展管理局",
        "市大数据集团公司",
        "市各有关单位",
        "各县（市、区）人民政府",
        "新蒲新区管委会",
    ]
    assert "blanket_note" in [doubt.code for doubt in read.doubts]


def units(node: Node) -> list[str]:
    return [fact.unit for fact in node.assignments]


def test_shifted_bytes_of_the_ganxian_plan_are_words_again() -> None:
    text = plan("000").text
    for whole in (
        "特色应用。基本完成电子政务外网",
        "燃气智能监管",
        "推行电子社保卡、“赣通码”",
        "安排支持数字基础设施建设",
        "云资源。〔责任单位",
    ):
        assert whole in text
    assert "?" not in text and "？" not in text
