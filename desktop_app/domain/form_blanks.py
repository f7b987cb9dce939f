"""The blanks of a form: what stands before them, and what most likely goes in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop_app.domain.superior_form import Blank, Entry, FormCell, FormTable

_GAP = r"[\s_＿\u3000]"
_LABEL = re.compile(r"(?P<label>[\u4e00-\u9fff、（）()]{2,20})[ \u3000]*[：:]")
_REST = re.compile(rf"(?P<gap>{_GAP}*(?:20{_GAP}*)?(?:年{_GAP}*月(?:{_GAP}*日)?)?{_GAP}*)(?:[（(][^）)]*[）)])?{_GAP}*")
_DAY = re.compile(rf"(?:20)?{_GAP}+年{_GAP}+月{_GAP}+日|20{_GAP}*年{_GAP}+月{_GAP}+日")
_MONTH = re.compile(rf"(?:20)?{_GAP}+年{_GAP}+月(?!{_GAP}*日)|20{_GAP}*年{_GAP}+月(?!{_GAP}*日)")
_ALONE = re.compile(
    r"(?:填报|填表|报送|上报)(?:单位|部门|日期|时间|人)|(?:联系|负责|审核)人|联系电话|(?:报送|所属)期|月份"
)

_NO_LABEL = re.compile(r"^[各贵你]|[如以]下$")
"""各有关单位： greets the readers, 通知如下： leads on."""

_ENTRIES = (
    (re.compile(r"单位|部门|机关"), Entry.UNIT),
    (re.compile(r"任务(?:总|件)?数|事项数"), Entry.TASKS),
    (re.compile(r"(?:销号|完成|办结)(?:率|比例)"), Entry.RATE),
    (re.compile(r"(?:销号|完成|办结)(?:任务)?数"), Entry.CLOSED),
    (re.compile(r"逾期(?:任务)?数"), Entry.OVERDUE),
    (re.compile(r"报送期|所属期|报告期|月份|期间"), Entry.PERIOD),
    (re.compile(r"日期|时间"), Entry.TODAY),
    (re.compile(r"文号"), Entry.DOC_NUMBER),
    (re.compile(r"规划|方案|文件名称"), Entry.PLAN),
)


def find_blanks(table: FormTable, first: int, rows: int, heads: int) -> list[Blank]:
    """The blanks above the head and below the rows for tasks.

    Args:
        table: the form.
        first: the first row for tasks.
        rows: how many there are.
        heads: how many rows above `first` are the head; their cells are no blanks.
    """
    within = range(first - heads, first + rows)
    listed = [cell for cell in table.cells if cell.row not in within and not cell.fixed]
    at = {(cell.row, cell.column): cell for cell in listed}
    return [blank for cell in listed for blank in _of_cell(cell, at.get((cell.row, cell.column + cell.columns)))]


def _of_cell(cell: FormCell, right: FormCell | None) -> Iterator[Blank]:
    beside = right is not None and not right.text.strip() and right.columns > 1
    if right is not None and not right.text.strip() and _ALONE.fullmatch("".join(cell.text.split())):
        yield Blank(right.row, right.column, "".join(cell.text.split()), 0, len(right.text))
        return
    found = list(_in_text(cell))
    if right is not None and beside and len(found) == 1 and found[0].start == found[0].end == len(cell.text):
        yield Blank(right.row, right.column, found[0].label, 0, len(right.text))
        return
    yield from found


def _in_text(cell: FormCell) -> Iterator[Blank]:
    """填报单位：____ 填报日期：  年  月  日; also a date or a month with nothing before it."""
    labels = list(_LABEL.finditer(cell.text))
    taken: list[tuple[int, int]] = []
    for place, label in enumerate(labels):
        stop = labels[place + 1].start() if place + 1 < len(labels) else len(cell.text)
        rest = _REST.fullmatch(cell.text, label.end(), stop)
        if rest:
            taken.append(rest.span())
            yield Blank(cell.row, cell.column, label["label"], *rest.span("gap"))
    for pattern, word in ((_DAY, "日期"), (_MONTH, "报送期")):
        for found in pattern.finditer(cell.text):
            if not any(start <= found.start() < end for start, end in taken):
                yield Blank(cell.row, cell.column, word, *found.span())


def guess_entry(blank: Blank) -> Entry:
    """What most likely goes in: 填报单位（盖章） -> the unit. A blank nobody knows is left empty."""
    if _NO_LABEL.search(blank.label):
        return Entry.EMPTY
    return next((entry for words, entry in _ENTRIES if words.search(blank.label)), Entry.EMPTY)


def empty_rows(table: FormTable, first: int) -> int:
    """How many rows from `first` on wait for tasks: empty ones, numbered ones, rows of dots or of an example."""
    texts = table.texts()
    fixed = {(cell.row, cell.column) for cell in table.cells if cell.fixed}
    ruled = first in table.ruled
    rows = 0
    for row in range(first, table.height):
        said = [text.strip() for column, text in enumerate(texts[row]) if text.strip() and (row, column) not in fixed]
        if (ruled and row not in table.ruled) or not _waits(said):
            break
        rows += 1
    return rows


def example_rows(table: FormTable, first: int, rows: int) -> tuple[int, ...]:
    """Those of the `rows` from `first` on that show how to fill them in."""
    texts = table.texts()
    return tuple(row for row in range(first, first + rows) if any(map(_EXAMPLE.match, filter(None, texts[row]))))


_EXAMPLE = re.compile(r"\s*[（(【]?(?:示例|样例|范例|举例|例如?\d?[：:）)】]|例$)")
_PLACEHOLDER = re.compile(r"[…\.．·—\-－/／×]+")


def _waits(said: Sequence[str]) -> bool:
    if not said or (len(said) == 1 and re.fullmatch(r"\d{1,4}", said[0])):
        return True
    own = said[1:] if re.fullmatch(r"\d{1,4}", said[0]) else said
    return all(_PLACEHOLDER.fullmatch(text) for text in own) or any(map(_EXAMPLE.match, said[:2]))
