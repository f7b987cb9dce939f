"""Makes text copied from our PDFs right for every character.

reportlab 5.1.0 writes code points above U+FFFF as five hex digits into a font's ToUnicode map, where the PDF
specification (ISO 32000-1, 9.10.3) wants UTF-16BE: 𬭚 prints right and copies wrong. It also writes blocks of more
than the 100 entries that 9.10.3 allows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase import ttfonts

_BLOCK = 100

_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<< /Registry ({name})
/Ordering ({name})
/Supplement 0
>> def
/CMapName /{name} def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange"""

_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def to_unicode_map(name: str, subset: Sequence[int]) -> str:
    """The ToUnicode map of a font subset: `subset` lists the code point of each byte, 0 for unused ones."""
    entries = [
        f"<{byte:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>" for byte, point in enumerate(subset) if point
    ]
    blocks = (entries[at : at + _BLOCK] for at in range(0, len(entries), _BLOCK))
    written = ("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks)
    return "\n".join((_HEAD.format(name=name), *written, _TAIL))


def mend_to_unicode() -> None:
    """Put `to_unicode_map` in place of reportlab's own."""
    module: Any = ttfonts
    module.makeToUnicodeCMap = to_unicode_map
