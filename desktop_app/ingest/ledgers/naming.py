"""What a ledger says about itself: its title and its year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from desktop_app.domain.old_ledger import LedgerSheet
from desktop_app.ingest.document import Document

_YEAR = re.compile(r"(20\d\d)\s*年")
_NAMELESS = re.compile(r"(?:Sheet|工作表|表)\s*\d*", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:填报|填表|制表|报送|编制|统计|更新|截[至止]|单位|日期|时间|附件|联系)[^。]{0,6}[：:\d]|^附[件表]\s*\d*$"
)


def title_of(document: Document, sheets: Sequence[LedgerSheet]) -> str:
    """The longest line over the first head that says no data of the form, else the sheet's name, else the file's."""
    lines = [line for sheet in sheets[:1] for line in sheet.above if not _ABOUT.search(line)]
    if lines:
        return max(lines, key=len)
    named = [sheet.name for sheet in sheets if sheet.name and not _NAMELESS.fullmatch(sheet.name)]
    if len(sheets) == 1 and named:
        return named[0]
    return re.sub(r"\.[^.]+$", "", document.source)


def year_of(texts: Iterable[str]) -> int | None:
    """The first year that is named: it is the one of dates without a year."""
    found = (_YEAR.search(words) for words in texts)
    return next((int(match[1]) for match in found if match), None)
