"""Markdown as people and programs write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.ingest.document import Paragraph, Table
from desktop_app.ingest.readers import read_document
from desktop_app.ingest.readers.markdown import plain


def blocks(folder: Path, text: str) -> tuple[Paragraph | Table, ...]:
    path = folder / "方案.md"
    path.write_text(text, encoding="utf-8")
    return read_document(path).blocks


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("**建设政务云**。完成", "建设政务云。完成"),
        ("*县数据局*牵头", "县数据局牵头"),
        ("__重点__任务", "重点任务"),
        ("a_b_c 与 3*4*5", "a_b_c 与 345"),
        (r"1\. 建云", "1. 建云"),
        ("[方案](http://x/y)", "方案"),
        ("![图](a.png)正文", "正文"),
        ("`IPv6`改造", "IPv6改造"),
        ("秘密★", "秘密★"),
        ("5 * 6 = 30", "5 * 6 = 30"),
    ],
)
def test_marks_go_and_words_stay(written: str, read: str) -> None:
    assert plain(written) == read


def test_headings_lists_and_paragraphs(tmp_path: Path) -> None:
    text = "云山县方案\n=====\n\n## 一、重点任务 ##\n正文一句。\n正文又一句。\n\n- 第一项\n- 第二项\n1. 建云。\n2. 建网。\n> 引用的话\n***\n完"
    assert [(block.text, block.style) for block in blocks(tmp_path, text) if isinstance(block, Paragraph)] == [
        ("云山县方案", "Heading 1"),
        ("一、重点任务", "Heading 2"),
        ("正文一句。", ""),
        ("正文又一句。", ""),
        ("第一项", ""),
        ("第二项", ""),
        ("1. 建云。", ""),
        ("2. 建网。", ""),
        ("引用的话", ""),
        ("完", ""),
    ]


def test_a_paragraph_over_several_lines_is_joined(tmp_path: Path) -> None:
    text = "坚持以人民为中心的发展思想，围绕企业和群众办\n事的堵点难点，统筹推进政务服务标准化、规范化\n和便利化。\n"
    assert blocks(tmp_path, text) == (Paragraph(text.replace("\n", "")),)


def test_pipe_tables(tmp_path: Path) -> None:
    text = "分工：\n\n| 任务 | 责任单位 |\n|:--|--:|\n| **建云** | 县数据局<br>县财政局 |\n| a\\|b |\n\n完"
    assert blocks(tmp_path, text)[1] == Table((("任务", "责任单位"), ("建云", "县数据局 县财政局"), ("a|b", "")))


def test_settings_at_the_head_are_furniture(tmp_path: Path) -> None:
    found = blocks(tmp_path, "---\ntitle: 方案\n---\n# 方案\n")
    assert found == (Paragraph("title: 方案", "furniture"), Paragraph("方案", "Heading 1"))
