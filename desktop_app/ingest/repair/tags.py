"""Tags of a web page that stayed in the text when the page was copied or converted.

<strong>一、总体要求</strong>    ->  一、总体要求
落实责任。</p><p>二、措施        ->  落实责任。 | 二、措施        a tag that ends a paragraph ends a line
指导思想/strong>                 ->  指导思想                    the byte that was lost took the < with it
二、主要措?/p>                   ->  二、主要措□                 so it did here, and a letter with it
"""

from __future__ import annotations

import re

from desktop_app.ingest.repair.edits import Edit

UNKNOWN = "□"
_BLOCKS = "p|br|div|tr|li|ul|ol|table|tbody|section|h[1-6]"
_INLINE = "strong|span|font|td|th|b|em|i|u|a|img|o:p|sup|sub"
_TAG = re.compile(
    rf"</?(?:(?P<block>{_BLOCKS})|{_INLINE})(?:\s[^<>\n]{{0,300}}|\s*/)?>"
    rf"|(?P<lost>[?\ufffd]?)(?<![A-Za-z0-9/.])/(?:(?P<cut>{_BLOCKS})|{_INLINE})>",
    re.IGNORECASE,
)


def find_tags(text: str) -> list[Edit]:
    """Tags that HTML knows by name; a < b and C/S stay."""
    if ">" not in text:
        return []
    edits = []
    for match in _TAG.finditer(text):
        inside = text[match.end() : match.end() + 1] not in ("", "\n")
        new = "\n" if inside and (match["block"] or match["cut"]) else ""
        said = f"“{match[0]}”处文字无法辨认，暂记为□" if match["lost"] else ""
        edits.append(Edit(match.start(), match.end(), UNKNOWN + new if match["lost"] else new, said))
    return edits
