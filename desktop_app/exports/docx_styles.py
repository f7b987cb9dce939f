"""The styles of a Word report: the figures of GB/T 9704 as named styles, so that the officer edits text and not layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from desktop_app.exports.page import BODY_SIZE, PITCH, TITLE_SIZE

FANGSONG, KAITI, HEITI, XIAOBIAOSONG, SONGTI = "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体", "宋体"

_ALTERNATIVES = {FANGSONG: "仿宋", KAITI: "楷体", XIAOBIAOSONG: "宋体"}
"""What Word takes where a face is not installed."""

LINE = 28.95
"""The exact line pitch in points: 22 lines on 225 mm (GB/T 9704 5.2.3)."""

_TITLE_LINE = 36.0

TRACKING = -5
"""Twentieths of a point: 28 characters of 16 pt fill 156 mm, which holds 27 of their natural width."""


@dataclass(frozen=True, slots=True)
class TableStyles:
    """The names of the paragraph styles in one kind of table."""

    table: ClassVar[str] = "GongwenTable"
    head: str
    text: str
    centred: str
    group: str
    size: float
    line: float

    @classmethod
    def named(cls, key: str, size: float, line: float) -> TableStyles:
        """The style ids of a kind of table; `size` and `line` in points."""
        return cls(f"{key}Head", f"{key}Text", f"{key}Centred", f"{key}Group", size, line)


BODY_TABLE = TableStyles.named("GwTable", 10.5, 14.5)
ANNEX_TABLE = TableStyles.named("GwAnnexTable", 10.0, 13.0)
DENSE_TABLE = TableStyles.named("GwLedgerTable", 9.0, 11.5)
_TABLE_NAMES = {"GwTable": "公文表格", "GwAnnexTable": "附件表格", "GwLedgerTable": "台账表格"}

TITLE, FIRST, SECOND, BODY, ADDRESSEE = "Title", "Heading1", "Heading2", "GwBody", "GwAddressee"
NOTE, SIGNATURE, ANNEX, BLANK, CAPTION, SMALL, NUMBER = (
    "GwNote", "GwSignature", "GwAnnex", "GwBlank", "GwCaption", "GwSmall", "GwNumber",
)  # fmt: skip


def make_styles(document: Any) -> None:
    """Set up every style in a new document."""
    normal = document.styles["Normal"]
    _dress(normal, FANGSONG, BODY_SIZE, LINE)
    normal.paragraph_format.widow_control = False
    _track(normal, TRACKING)
    # No room added between Chinese and figures: it would break the line of 28 characters. LibreOffice hangs marks of
    # Chinese text into the margin unless overflowPunct is on in so many words, as it is in Word when nothing is said.
    figures = ('<w:overflowPunct {} w:val="1"/>', '<w:autoSpaceDE {} w:val="0"/>', '<w:autoSpaceDN {} w:val="0"/>')
    _before_spacing(normal, *figures)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    _built_in(document, "Title", XIAOBIAOSONG, TITLE_SIZE, _TITLE_LINE, WD_ALIGN_PARAGRAPH.CENTER)
    _built_in(document, "Heading 1", HEITI, BODY_SIZE, LINE, None)
    _built_in(document, "Heading 2", KAITI, BODY_SIZE, LINE, None)
    for name in ("Heading 1", "Heading 2"):
        _indent_first(document.styles[name])
    body = _own(document, BODY, "公文正文", FANGSONG, BODY_SIZE, LINE, WD_ALIGN_PARAGRAPH.JUSTIFY)
    _indent_first(body)
    _own(document, ADDRESSEE, "主送机关", FANGSONG, BODY_SIZE, LINE, WD_ALIGN_PARAGRAPH.JUSTIFY)
    _own(document, NOTE, "附件说明", FANGSONG, BODY_SIZE, LINE, None)
    _own(document, SIGNATURE, "落款", FANGSONG, BODY_SIZE, LINE, None)
    _own(document, ANNEX, "附件", HEITI, BODY_SIZE, LINE, None)
    _own(document, BLANK, "空行", FANGSONG, BODY_SIZE, LINE, None)
    for off in (
        document.styles["Title"],
        _own(document, CAPTION, "图表题", HEITI, 10.5, 20.0, WD_ALIGN_PARAGRAPH.CENTER),
        _own(document, SMALL, "表注", FANGSONG, 10.5, 15.0, None),
        _own(document, NUMBER, "页码", SONGTI, 14.0, 16.0, None),
    ):
        _off_the_grid(off)
    for kind, styles in (("GwTable", BODY_TABLE), ("GwAnnexTable", ANNEX_TABLE), ("GwLedgerTable", DENSE_TABLE)):
        _table_styles(document, _TABLE_NAMES[kind], styles)
    document.styles.element.append(parse_xml(_TABLE_STYLE))


def _table_styles(document: Any, name: str, styles: TableStyles) -> None:
    centre = WD_ALIGN_PARAGRAPH.CENTER
    for style, word, face, align in (
        (styles.head, "表头", HEITI, centre), (styles.text, "文字", FANGSONG, None),
        (styles.centred, "居中", FANGSONG, centre), (styles.group, "分组", HEITI, None),
    ):  # fmt: skip
        _off_the_grid(_own(document, style, f"{name}{word}", face, styles.size, styles.line, align))


def _built_in(document: Any, name: str, face: str, size: float, line: float, align: Any) -> None:
    style = document.styles[name]
    for bordered in style.element.findall(f".//{qn('w:pBdr')}"):
        bordered.getparent().remove(bordered)
    _dress(style, face, size, line)
    _track(style, 0 if name == "Title" else TRACKING)
    style.font.bold = False
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.paragraph_format.alignment = align


def _own(document: Any, key: str, name: str, face: str, size: float, line: float, align: Any) -> Any:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(qn("w:styleId"), key)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    _dress(style, face, size, line)
    style.paragraph_format.alignment = align
    return style


def _dress(style: Any, face: str, size: float, line: float) -> None:
    style.font.size = Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for use in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{use}"), face)
    spacing = style.paragraph_format
    spacing.space_before, spacing.space_after = Pt(0), Pt(0)
    spacing.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    spacing.line_spacing = Pt(line)


def _track(style: Any, twentieths: int) -> None:
    """Set the room between characters."""
    properties = style.element.get_or_add_rPr()
    for tracking in properties.findall(qn("w:spacing")):
        properties.remove(tracking)
    after = [child for child in properties if child.tag in (qn("w:kern"), qn("w:sz"), qn("w:szCs"))]
    tracking = parse_xml(f'<w:spacing {nsdecls("w")} w:val="{twentieths}"/>')
    after[0].addprevious(tracking)


def _off_the_grid(style: Any) -> None:
    """For what is not set in 3号: the page's grid would pull its lines and characters apart."""
    _before_spacing(style, '<w:snapToGrid {} w:val="0"/>')
    _track(style, 0)


def _before_spacing(style: Any, *elements: str) -> None:
    spacing = style.element.pPr.find(qn("w:spacing"))
    for element in elements:
        spacing.addprevious(parse_xml(element.format(nsdecls("w"))))


def _indent_first(style: Any) -> None:
    """Two characters, whatever their size."""
    style.paragraph_format.first_line_indent = Pt(2 * PITCH)
    style.element.pPr.find(qn("w:ind")).set(qn("w:firstLineChars"), "200")


_TABLE_STYLE = f"""<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{TableStyles.table}">
<w:name w:val="公文表格"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>
<w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/>
<w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="auto"/>
</w:tblBorders><w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="45" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/>
<w:right w:w="45" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"""


def name_alternatives(document: Any) -> None:
    """Tell Word in the font table what to take where a face is missing."""
    entries = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{alternative}"/><w:charset w:val="86"/></w:font>'
        for name, alternative in _ALTERNATIVES.items()
    )
    for part in document.part.package.iter_parts():
        if str(part.partname) == "/word/fontTable.xml":
            part._blob = part.blob.replace(b"</w:fonts>", entries.encode() + b"</w:fonts>")
