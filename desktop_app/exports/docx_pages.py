"""The pages of a Word report: paper, margins, grid and page numbers of GB/T 9704, also on turned pages."""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from desktop_app.exports.docx_styles import NUMBER
from desktop_app.exports.page import BODY_SIZE, PITCH
from desktop_app.exports.report_model import Numbering

TOP, BOTTOM, LEFT, RIGHT = 37, 35, 28, 26
"""Millimetres (5.2.1)."""

_LINE_PITCH, _CHARACTER_SPACE = 579, round((PITCH - BODY_SIZE) * 4096)
"""28.95 pt in twentieths; what a character of 3号 gives up, in 4096ths of a point: 22 lines of 28.

Lines are snapped to the grid. Characters are not: LibreOffice and WPS give one that is wider than its cell two of them,
so the styles bring the pitch of characters themselves.
"""

_NUMBER_BELOW, _NUMBER_SIZE, _NUMBER_LINE = 7, 14.0, 16.0
_CHARACTER_MM = _NUMBER_SIZE * 25.4 / 72
_MM = 36000
"""English metric units in a millimetre."""

_FIELD = (
    '<w:r><w:t xml:space="preserve">— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r>'
)


def set_up(document: Any, numbering: Numbering, wide: bool) -> None:
    """Make the first section's page."""
    document.settings.odd_and_even_pages_header_footer = True
    for language in document.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    _page(document.sections[0], numbering, wide)


def add_section(document: Any, numbering: Numbering, wide: bool) -> None:
    """Begin a section on a new page; page numbers go on."""
    _page(document.add_section(WD_SECTION.NEW_PAGE), numbering, wide)


def _page(section: Any, numbering: Numbering, wide: bool) -> None:
    if wide:
        # The portrait page turned clockwise: its left edge is above, its lower edge at the left (clause 8).
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
        margins = (LEFT, RIGHT, BOTTOM, TOP)
    else:
        section.orientation = WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(210), Mm(297)
        margins = (TOP, BOTTOM, LEFT, RIGHT)
    for side, figure in zip(("top", "bottom", "left", "right"), margins, strict=True):
        setattr(section, f"{side}_margin", Mm(figure))
    # The middle of the dash stands 7 mm under the type area.
    section.footer_distance = Mm(BOTTOM - _NUMBER_BELOW) - Pt(_NUMBER_LINE / 2)
    section.header_distance = Mm(15)
    _grid(section, wide)
    section.footer.is_linked_to_previous = section.even_page_footer.is_linked_to_previous = False
    _number(section.footer, odd=True, wide=wide, numbering=numbering)
    _number(section.even_page_footer, odd=False, wide=wide, numbering=numbering)


def _grid(section: Any, wide: bool) -> None:
    properties = section._sectPr
    for grid in properties.findall(qn("w:docGrid")):
        properties.remove(grid)
    if not wide:
        figures = f'w:linePitch="{_LINE_PITCH}" w:charSpace="{_CHARACTER_SPACE}"'
        properties.append(parse_xml(f'<w:docGrid {nsdecls("w")} w:type="lines" {figures}/>'))


def _number(footer: Any, odd: bool, wide: bool, numbering: Numbering) -> None:
    side = "center" if numbering is Numbering.CENTRED else "right" if odd else "left"
    indent = "" if side == "center" else f'<w:ind w:{side}="{round(20 * _NUMBER_SIZE)}"/>'
    words = (
        f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{NUMBER}"/>{indent}<w:jc w:val="{side}"/></w:pPr>{_FIELD}</w:p>'
    )
    old = footer.paragraphs[0]._p
    old.getparent().replace(old, parse_xml(_turned(words, odd) if wide else words))


def _turned(words: str, odd: bool) -> str:
    """The number in a box with upright text, where the paper's other pages have it."""
    width, height = 8.0, 156.0
    left = BOTTOM - _NUMBER_BELOW - width / 2
    name = "页码（单页）" if odd else "页码（双页）"
    return f"""<w:p {nsdecls("w", "wp", "a")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:pPr><w:pStyle w:val="{NUMBER}"/></w:pPr><w:r>
<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"
 relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="page"><wp:posOffset>{round(left * _MM)}</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="page"><wp:posOffset>{LEFT * _MM}</wp:posOffset></wp:positionV>
<wp:extent cx="{round(width * _MM)}" cy="{round(height * _MM)}"/><wp:wrapNone/><wp:docPr id="{1 if odd else 2}" name="{name}"/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{round(width * _MM)}" cy="{round(height * _MM)}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>
<wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx>
<wps:bodyPr vert="vert" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>
</mc:Choice></mc:AlternateContent></w:r></w:p>"""
