"""Fixed forms that lost their ASCII: 国发201918号 -> 国发〔2019〕18号, 2022331 -> 2022年3月31日."""

from __future__ import annotations

import datetime as dt
import re

from desktop_app.ingest.repair.edits import Edit

_DOC_NUMBER = re.compile(
    r"(?<=[\u4e00-\u9fff][发办政字函规管厅文令通党委电明呈报会组])(?P<open>[〔\[【(（]?)(?P<year>(?:19|20)\d\d)(?P<close>[〕\]】)）]?)(?P<number>[1-9]\d{0,3})(?P<tail>号?)"
)
_BODY = re.compile(r"[\u4e00-\u9fff]+$")
_BARE_DAY = re.compile(r"(?m)^((?:19|20)\d\d)(\d{2,4})$")
_YEARS = re.compile(r"(20\d\d)(20\d\d)(?=年?[）)])")


def find_document_numbers(text: str) -> list[Edit]:
    """国发201918号, 豫政办〔202150 -> 国发〔2019〕18号, 豫政办〔2021〕50号. Whole numbers are untouched."""
    edits = []
    for match in _DOC_NUMBER.finditer(text):
        if match["open"] and match["close"] and match["tail"]:
            continue
        if not (match["tail"] or match["open"]) or (match["open"] and match["close"] and not match["tail"]):
            continue
        whole = f"〔{match['year']}〕{match['number']}号"
        body = _BODY.search(text, max(match.start() - 8, 0), match.start())
        named = body[0] if body else ""
        said = f"文号“{named}{match[0]}”缺少括号，已补为“{named}{whole}”"
        edits.append(Edit(match.start(), match.end(), whole, said))
    return edits


def find_bare_days(text: str) -> list[Edit]:
    """A line 2022331 -> 2022年3月31日 when it can be read in one way only, or one way is a day printed elsewhere."""
    edits = []
    for match in _BARE_DAY.finditer(text):
        days = _readings(int(match[1]), match[2])
        if len(days) > 1:
            days = [day for day in days if _is_printed(day, text)]
        if len(days) == 1:
            day = days[0]
            whole = f"{day.year}年{day.month}月{day.day}日"
            edits.append(Edit(match.start(), match.end(), whole, f"日期“{match[0]}”缺字，已补为“{whole}”"))
    return edits


def find_joined_years(text: str) -> list[Edit]:
    """（20202022） -> （2020-2022）."""
    return [
        Edit(match.start(), match.end(), f"{match[1]}-{match[2]}", f"年份“{match[0]}”缺少连接号，已补")
        for match in _YEARS.finditer(text)
        if match[1] < match[2] and text[match.start() - 1 : match.start()] in ("（", "(")
    ]


def _is_printed(day: dt.date, text: str) -> bool:
    """2024111 is the first of November where the page's table says 成文日期：2024-11-01."""
    return re.search(rf"{day.year}[-年/.]0?{day.month}[-月/.]0?{day.day}(?!\d)", text) is not None


def _readings(year: int, digits: str) -> list[dt.date]:
    days = []
    for cut in (1, 2):
        month, day = digits[:cut], digits[cut:]
        if not day or day.startswith("0") or month.startswith("0") or len(day) > 2:
            continue
        try:
            days.append(dt.date(year, int(month), int(day)))
        except ValueError:
            continue
    return days
