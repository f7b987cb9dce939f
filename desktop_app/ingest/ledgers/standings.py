"""What the cells of an old ledger tell of how a task stands: status, percent, day of closing, progress in words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from desktop_app.domain.handout import Field, Raw
from desktop_app.domain.old_ledger import Column, Record
from desktop_app.domain.task import Status
from desktop_app.ingest.answers import read_answer

COLUMNS = (
    Column.STATUS,
    Column.PERCENT,
    Column.DONE_ON,
    Column.PROGRESS,
    Column.PROBLEMS,
    Column.NEXT_STEP,
    Column.EVIDENCE,
    Column.PERSON,
    Column.NOTE,
)
"""The columns that tell how a task stands, in the order in which they are printed behind what it asks."""

SAID_NOTHING = frozenset({"", "-", "--", "—", "——", "/", "\\", "无", "暂无", "没有"})
"""What officers write into a cell that has to hold something."""

_CLOSED = re.compile(r"(?<!未)(?:已|完成|办结)?销号|(?<!未)核销|(?<!未)验收(?:通过|合格)")
_NOT = re.compile(r"未|待|拟|申请|正在")
_DAY_AHEAD = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日[：:]\s*")
_STEP_BEHIND = re.compile(r"。?下一步(?:工作|打算|计划)?[：:]\s*(.+)$")
_CLOSED_ON = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日(?:已)?销号[；;，,。]?\s*")
_FIRST_DUE = re.compile(r"原定(\d{4})年(\d{1,2})月(\d{1,2})日，已延期[；;。]?\s*")
_NO_EVIDENCE = re.compile(r"无佐证原因[：:]\s*([^；;]+)[；;]?\s*")
_AS_OF = re.compile(r"截[至止]到?\s*(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日|[底末])?")
_YES, _NO = frozenset({"是", "√", "✓", "✔", "有", "Y", "y"}), frozenset({"否", "×", "✗", "✘", "无", "N", "n"})
_ANY_YEAR = 2000

Cells = Mapping[Column, str]


class StandingReader:
    """Reads the rows of one sheet; `year` is the ledger's own, `above` the lines over its head and the heads themselves.

    A column of percents that holds a broken number below 1, or nothing over 1, writes shares: its 1 is all of it.
    """

    def __init__(self, year: int | None, above: Sequence[str], percents: Sequence[str]) -> None:
        self._year = year
        self._day = next((day for words in above if (day := _as_of(words, year)) is not None), None)
        self._shares = _are_shares(percents)
        self.unread: list[tuple[Column, str]] = []
        """What the cells of the last row said that could not be understood."""

    def read(self, cells: Cells, place: int) -> Record:
        """What a row tells; `place` is where it begins in the plan's text."""
        self.unread = []
        closed_on = self._done_on(cells)
        note = _Note(cells.get(Column.NOTE, ""))
        closed_on = closed_on or note.take_day(_CLOSED_ON)
        first_due = note.take_day(_FIRST_DUE)
        no_evidence = note.take(_NO_EVIDENCE)
        percent = self._percent(cells)
        status = self._status(cells, closed_on)
        if status is None and closed_on is not None:
            status = Status.CLOSED
        day, text, step = _split(cells.get(Column.PROGRESS, ""))
        return Record(
            place,
            status,
            percent,
            closed_on if status is Status.CLOSED else None,
            day or self._day,
            text,
            _said(cells.get(Column.PROBLEMS, "")),
            _said(cells.get(Column.NEXT_STEP, "")) or step,
            _said(cells.get(Column.EVIDENCE, "")),
            _said(cells.get(Column.PERSON, "")),
            _said(note.words),
            first_due,
            no_evidence,
        )

    def _status(self, cells: Cells, closed_on: dt.date | None) -> Status | None:
        words = cells.get(Column.STATUS, "")
        if words in SAID_NOTHING - {"无"} or words in _NO:
            return None
        if words in _YES or (closed_on is not None and not _NOT.search(words) and _reads_as_done(words)):
            return Status.CLOSED if closed_on is not None else Status.AWAITING_CHECK
        if _CLOSED.search(words) and not _NOT.search(words):
            return Status.CLOSED
        value = self._answer(Field.STATUS, Column.STATUS, words)
        return value if isinstance(value, Status) else None

    def _percent(self, cells: Cells) -> int | None:
        words = cells.get(Column.PERCENT, "")
        if words in SAID_NOTHING:
            return None
        is_share = self._shares and _is_number(words) and float(words) <= 1
        raw: Raw = float(words) if is_share else words
        value = self._answer(Field.PERCENT, Column.PERCENT, raw)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def _done_on(self, cells: Cells) -> dt.date | None:
        words = cells.get(Column.DONE_ON, "")
        if words in SAID_NOTHING:
            return None
        reference = dt.date(self._year or _ANY_YEAR, 7, 1)
        answer = read_answer(Field.EXPECTED, words, reference)
        # Without a year of the ledger only a day with its own year is a day.
        if isinstance(answer.value, dt.date) and (self._year or str(answer.value.year) in words):
            return answer.value
        self.unread.append((Column.DONE_ON, words))
        return None

    def _answer(self, field: Field, column: Column, raw: Raw) -> object:
        answer = read_answer(field, raw, dt.date(self._year or _ANY_YEAR, 7, 1))
        if answer.value is None:
            self.unread.append((column, str(raw)))
        return answer.value


class _Note:
    """A remark of which what has a place of its own is taken out: 2026年6月20日销号；原定2026年5月31日，已延期."""

    def __init__(self, words: str) -> None:
        self.words = words

    def take(self, pattern: re.Pattern[str]) -> str:
        """What the first group of the pattern finds; "" when it finds nothing."""
        match = pattern.search(self.words)
        if match is None:
            return ""
        self.words = self.words[: match.start()] + self.words[match.end() :]
        return match[1].strip()

    def take_day(self, pattern: re.Pattern[str]) -> dt.date | None:
        """The day that the three groups of the pattern make."""
        match = pattern.search(self.words)
        day = _date(*match.groups()) if match else None
        if day is not None:
            self.take(pattern)
        return day


def _are_shares(percents: Sequence[str]) -> bool:
    numbers = [float(words) for words in percents if _is_number(words)]
    return any(0 < number < 1 for number in numbers) or (bool(numbers) and max(numbers) <= 1)


def _is_number(words: str) -> bool:
    return re.fullmatch(r"\d+(?:\.\d+)?", words) is not None


def _reads_as_done(words: str) -> bool:
    answer = read_answer(Field.STATUS, words, dt.date(_ANY_YEAR, 7, 1))
    return answer.value is Status.AWAITING_CHECK


def _split(words: str) -> tuple[dt.date | None, str, str]:
    """2026年9月20日：已上线。下一步：组织验收。 -> the day, the text, the next step."""
    day = None
    if match := _DAY_AHEAD.match(words):
        day = _date(*match.groups())
        words = words[match.end() :] if day else words
    step = ""
    if match := _STEP_BEHIND.search(words):
        step, words = match[1], words[: match.start()] + ("。" if words[match.start()] == "。" else "")
    return day, _said(words), step


def _said(words: str) -> str:
    return "" if words.strip() in SAID_NOTHING else words.strip()


def _date(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _as_of(words: str, year: int | None) -> dt.date | None:
    """截至2026年9月30日 in the lines over the head or in a head: the day that the progress was written."""
    for match in _AS_OF.finditer(words):
        of = int(match[1]) if match[1] else year
        if of is None:
            continue
        day = read_answer(
            Field.EXPECTED, f"{of}年{match[2]}月" + (f"{match[3]}日" if match[3] else ""), dt.date(of, 7, 1)
        )
        if isinstance(day.value, dt.date):
            return day.value
    return None
