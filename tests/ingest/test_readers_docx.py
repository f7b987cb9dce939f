"""Word documents made by python-docx, as people make them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from desktop_app.domain.errors import BadInput
from desktop_app.ingest import read_plan
from desktop_app.ingest.document import Paragraph, Table
from desktop_app.ingest.readers import read_document


def save(word: Any, folder: Path, name: str = "方案.docx") -> Path:
    path = folder / name
    word.save(str(path))
    return path


def number(word: Any, levels: list[tuple[str, str]]) -> str:
    """Add a list with the given formats and patterns; the id of the list."""
    root = word.part.numbering_part.element
    body = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for depth, (form, pattern) in enumerate(levels)
    )
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{body}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    return "77"


def numbered(word: Any, text: str, listed: str, depth: int) -> None:
    paragraph = word.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{listed}"/></w:numPr>')
    )


def test_paragraphs_and_tables_come_in_their_order(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("云山县2024年方案")
    word.add_paragraph("一、任务分工")
    table = word.add_table(rows=2, cols=4)
    for cell, text in zip(table.rows[0].cells, ["序号", "任务", "牵头单位", "完成时限"], strict=True):
        cell.text = text
    for cell, text in zip(table.rows[1].cells, ["1", "建设政务云", "县数据局\n县发改局", "2024年6月"], strict=True):
        cell.text = text
    word.add_paragraph("二、保障措施")
    word.add_paragraph("加强调度，定期通报。")
    path = save(word, tmp_path)
    assert [type(block) for block in read_document(path).blocks] == [Paragraph, Paragraph, Table, Paragraph, Paragraph]
    plan = read_plan(path)
    assert [node.title for node in plan.nodes] == ["任务分工", "建设政务云", "保障措施"]
    assert [fact.unit for fact in plan.nodes[1].assignments] == ["县数据局", "县发改局"]
    assert plan.nodes[1].deadlines[0].date == dt.date(2024, 6, 30)


def test_cells_merged_down_speak_for_every_row_and_across_only_once(tmp_path: Path) -> None:
    word = docx.Document()
    table = word.add_table(rows=4, cols=3)
    texts = [
        ["任务分工表", "", ""],
        ["任务", "措施", "责任单位"],
        ["建云", "选址建设机房", "县数据局"],
        ["", "迁移业务系统", ""],
    ]
    for row, line in zip(table.rows, texts, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
    table.cell(0, 0).merge(table.cell(0, 2))
    table.cell(2, 0).merge(table.cell(3, 0))
    table.cell(2, 2).merge(table.cell(3, 2))
    path = save(word, tmp_path)
    (block,) = (block for block in read_document(path).blocks if isinstance(block, Table))
    assert block.rows == (
        ("任务分工表", "", ""),
        ("任务", "措施", "责任单位"),
        ("建云", "选址建设机房", "县数据局"),
        ("建云", "迁移业务系统", "县数据局"),
    )
    plan = read_plan(path)
    assert [(node.title, node.text, node.assignments[0].unit) for node in plan.nodes] == [
        ("建云", "选址建设机房", "县数据局"),
        ("建云", "迁移业务系统", "县数据局"),
    ]


def test_numbers_that_word_prints_by_itself_are_restored(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("云山县方案")
    listed = number(
        word,
        [
            ("chineseCounting", "%1、"),
            ("chineseCounting", "（%2）"),
            ("decimal", "%3."),
            ("decimalEnclosedCircle", "%4"),
        ],
    )
    for text, depth in [
        ("总体要求", 0),
        ("指导思想", 1),
        ("重点任务", 0),
        ("建云", 1),
        ("选址。确定机房地址。", 2),
        ("采购。完成设备采购。", 2),
        ("招标。开展招标。", 3),
        ("建网", 1),
    ]:
        numbered(word, text, listed, depth)
    word.add_paragraph("建设政务外网。")
    plan = read_plan(save(word, tmp_path))
    assert [node.number + node.title for node in plan.nodes] == [
        "一、总体要求",
        "（一）指导思想",
        "二、重点任务",
        "（一）建云",
        "1.选址",
        "2.采购",
        "①招标",
        "（二）建网",
    ]
    assert plan.nodes[-1].text == "建设政务外网。"


def test_a_typed_number_is_not_printed_twice(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("云山县方案")
    listed = number(word, [("chineseCounting", "%1、")])
    numbered(word, "一、重点任务", listed, 0)
    word.add_paragraph("1.建云。建设政务云。")
    assert [node.number for node in read_plan(save(word, tmp_path)).nodes] == ["一、", "1."]


def test_inserted_text_stays_and_deleted_text_goes(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("云山县方案")
    word.add_paragraph("一、任务")
    paragraph = word.add_paragraph("1.建云。")
    paragraph._p.append(
        parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="a"><w:r><w:t>建设政务云。</w:t></w:r></w:ins>')
    )
    paragraph._p.append(
        parse_xml(f'<w:del {nsdecls("w")} w:id="2" w:author="a"><w:r><w:delText>删去的话。</w:delText></w:r></w:del>')
    )
    assert read_plan(save(word, tmp_path)).nodes[1].text == "建设政务云。"


def test_content_controls_and_tables_in_them_are_read(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("云山县方案")
    inner = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("一、任务", "1.建云。建设政务云。"))
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent>{inner}</w:sdtContent></w:sdt>")
    word.element.body.insert(1, control)
    assert [node.title for node in read_plan(save(word, tmp_path)).nodes] == ["任务", "建云"]


def test_a_word_file_under_a_wrong_name_is_refused(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("云山县方案")
    with pytest.raises(BadInput, match="扩展名与内容不符"):
        read_plan(save(word, tmp_path, "方案.txt"))


def test_a_package_without_a_document_is_refused_as_damaged(tmp_path: Path) -> None:
    import zipfile

    path = tmp_path / "方案.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "<not word")
    with pytest.raises(BadInput, match="损坏"):
        read_plan(path)


def test_external_entities_are_not_followed(tmp_path: Path) -> None:
    import zipfile

    secret = tmp_path / "secret.txt"
    secret.write_text("外部内容", encoding="utf-8")
    word = docx.Document()
    word.add_paragraph("云山县方案")
    word.add_paragraph("一、任务")
    word.add_paragraph("1.建云。建设政务云，推进应用。")
    source = save(word, tmp_path, "源.docx")
    path = tmp_path / "方案.docx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "word/document.xml":
                head = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
                data = data.replace(b"<w:document", head + b"<w:document", 1).replace("建设政务云".encode(), b"&x;", 1)
            new.writestr(entry, data)
    try:
        text = read_plan(path).text
    except BadInput:
        return
    assert "外部内容" not in text


def test_headings_are_known_by_name_and_outline_level_whatever_their_id(tmp_path: Path) -> None:
    word = docx.Document()
    root = word.styles.element
    for key, name, extra in (
        ("2", "heading 1", ""),
        ("a5", "标题 2", ""),
        ("x", "公文章标题", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        ("y", "我的标题", '<w:basedOn w:val="x"/>'),
        ("3", "List Bullet 9", ""),
    ):
        root.append(
            parse_xml(
                f'<w:style {nsdecls("w")} w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{extra}</w:style>'
            )
        )
        properties = word.add_paragraph(name)._p.get_or_add_pPr()
        properties.insert(0, parse_xml(f'<w:pStyle {nsdecls("w")} w:val="{key}"/>'))
    blocks = read_document(save(word, tmp_path)).blocks
    assert [block.style for block in blocks if isinstance(block, Paragraph)] == [
        "Heading 1",
        "Heading 2",
        "Heading 1",
        "Heading 1",
        "List Bullet 9",
    ]
