"""One workbook of a merge: every row is found again, and every cell of it compared three ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop_app.domain.handout import (
    FIELDS,
    PLACES,
    Answer,
    Field,
    Raw,
    ReturnedBook,
    ReturnedRow,
    RowKey,
    Values,
    as_written,
    in_words,
    raw_words,
)
from desktop_app.domain.merging.compare import compare
from desktop_app.domain.merging.identify import Identifier
from desktop_app.domain.merging.model import (
    BookReport,
    Cell,
    Ledger,
    Outcome,
    ReadAnswer,
    SameRow,
    UnknownRow,
    count,
)
from desktop_app.domain.merging.origin import Origin
from desktop_app.domain.merging.rivals import say_what_follows, set_at_odds

_SAID_BEFORE = "该批此前已合并过，单位填报过的各格，“下发时”一栏为上次填报的内容"
_STATUS, _PERCENT = Field.STATUS, Field.PERCENT
_SAME, _TAKEN, _DOUBTFUL, _REFUSED = Outcome.SAME, Outcome.TAKEN, Outcome.DOUBTFUL, Outcome.REFUSED


class BookMerge:
    """Compares the workbook that is the `index`-th of the merge; a row that says nothing new costs one comparison.

    `answered` are the rows it answers, `met_twice` whether it answers one of them in two places.
    """

    def __init__(self, index: int, book: ReturnedBook, origin: Origin, ledger: Ledger, read: ReadAnswer) -> None:
        self._index, self._book, self._origin, self._ledger = index, book, origin, ledger
        self._read, self._reference = read, origin.reference
        self._places = [PLACES[field] for field in book.fields]
        self._columns = {field: column for column, field in enumerate(book.fields)}
        self._whole = book.fields == FIELDS
        self._rests: dict[tuple[Field, ...], tuple[Field, ...]] = {}
        self._unknown: list[UnknownRow] = []
        self._same_cells = 0
        self._said_before = False
        self.answered: set[RowKey] = set()
        self.met_twice = False

    def run(self, cells: list[Cell], same: list[SameRow]) -> BookReport:
        """Compare every row; add what is new to `cells` and the rest to `same`."""
        first = len(cells)
        unit, rows = self._origin.unit, self._book.rows
        identifier = Identifier(self._origin.code, self._origin.asked, self._ledger.labels)
        lost = self._book.identity is None and not any(row.key for row in rows)
        found = [(row, *identifier.find(row)) for row in rows]
        marked = {key for _, key, doubt in found if key is not None and not doubt}
        for row, key, doubt in found:
            # A copied row whose words were changed keeps the mark of another: its own words then say nothing.
            taken = bool(doubt) and key in marked
            ours = None if key is None or taken else self._ledger.ours(unit, key)
            if key is None or ours is None:
                self._list_unknown(row, key, doubt or "任务已不在台账中", cells)
                continue
            self.met_twice = self.met_twice or key in self.answered
            self.answered.add(key)
            base = self._base_of(key)
            news = self._compare(row, key, base, ours, "" if lost and not doubt else doubt, cells)
            rest = self._but(news)
            if rest:
                same.append(SameRow(self._index, unit, key, row.place, base, ours, rest))
                self._same_cells += len(rest)
        return self._report(cells[first:])

    def _base_of(self, key: RowKey) -> Values:
        """What was handed out, or what the unit answered since."""
        base, batch = self._origin.asked[key].base, self._origin.batch
        if batch is None or not self._ledger.said:
            return base
        said = self._ledger.said.get((batch.id, self._origin.handed_as, key))
        if not said:
            return base
        self._said_before = True
        return tuple(said.get(field, value) for field, value in zip(FIELDS, base, strict=True))

    def _compare(
        self, row: ReturnedRow, key: RowKey, base: Values, ours: Values, doubt: str, cells: list[Cell]
    ) -> tuple[Field, ...]:
        """Add the cells of a row that say something new; returns their fields."""
        answers = self._answers(row, as_written(base))
        if not answers:
            return ()
        name = self._ledger.labels[key].name
        news, first = [], len(cells)
        for field, (theirs, refusal, note) in answers.items():
            outcome, reason = (_REFUSED, refusal) if refusal else compare(field, base, theirs, ours)
            if outcome is _SAME:
                continue
            if outcome is _TAKEN and (doubt or field in row.merged):
                outcome, reason = _DOUBTFUL, doubt or f"{field.label}在合并的单元格中，各行相同"
            raw, place = row.raw[self._columns[field]], PLACES[field]
            shown = raw if isinstance(raw, str) else in_words(field, theirs) or raw_words(raw)
            news.append(field)
            cells.append(
                Cell(
                    len(cells), self._index, self._origin.unit, key, name, row.place, field,
                    base[place], theirs, ours[place], outcome, shown, reason, note,
                )
            )  # fmt: skip
        if _STATUS in answers and _PERCENT in answers:
            set_at_odds(cells, first)
        # Most rows come back with a percent that moves no status.
        if _STATUS in answers or (_PERCENT in answers and answers[_PERCENT].value == 100):
            say_what_follows(cells, first, ours, self._typed_status(row, answers))
        return tuple(news)

    def _answers(self, row: ReturnedRow, written: tuple[Raw, ...]) -> Mapping[Field, Answer]:
        """What the cells say that are not as they were written into the handout."""
        handed = written if self._whole else tuple([written[place] for place in self._places])
        if row.raw == handed:
            return {}
        read, reference = self._read, self._reference
        return {
            field: read(field, raw, reference)
            for field, raw, was in zip(self._book.fields, row.raw, handed, strict=True)
            if raw != was
        }

    def _typed_status(self, row: ReturnedRow, answers: Mapping[Field, Answer]) -> str | None:
        """What the unit wrote into the status cell; None where it left the cell alone or emptied it."""
        if _STATUS not in answers:
            return None
        return raw_words(row.raw[self._columns[_STATUS]]).strip() or None

    def _but(self, news: tuple[Field, ...]) -> tuple[Field, ...]:
        """The fields of the workbook but these."""
        rest = self._rests.get(news)
        if rest is None:
            rest = self._rests[news] = tuple(field for field in self._book.fields if field not in news)
        return rest

    def _list_unknown(self, row: ReturnedRow, key: RowKey | None, reason: str, cells: list[Cell]) -> None:
        filled = [
            (field, words)
            for field, raw in zip(self._book.fields, row.raw, strict=True)
            if (words := raw_words(raw)).strip()
        ]
        name = " ".join(text for text in (row.number, row.title or row.wording[:20]) if text)
        words = "；".join([name, *(f"{field.label}：{said}" for field, said in filled)])
        if not words.strip("；"):
            return
        self._unknown.append(UnknownRow(row.place, words, len(filled)))
        for field, said in filled:
            cells.append(
                Cell(
                    len(cells), self._index, self._origin.unit, key, name, row.place, field, None, said, None,
                    _REFUSED, said, reason,
                )
            )  # fmt: skip

    def _report(self, cells: Sequence[Cell]) -> BookReport:
        """What is to be said of the workbook, of which these are the cells that are not the same."""
        book, origin, labels = self._book, self._origin, self._ledger.labels
        batch = origin.batch
        remarks = [*book.remarks, *origin.remarks]
        if origin.is_older and batch is not None:
            remarks.append(f"属较早的{batch.label}，其后已向该单位下发新的填报表")
        if self._said_before:
            remarks.append(_SAID_BEFORE)
        missing = [labels[key].name for key in origin.asked if key not in self.answered and key in labels]
        if missing:
            remarks.append(f"下发的{len(origin.asked)}行中有{len(missing)}行不在表内，未作更改")
        return BookReport(
            book.name,
            book.digest,
            origin.unit,
            batch.id if batch else None,
            batch.label if batch else book.said_batch,
            batch.handed_on if batch else None,
            len(book.rows),
            older=origin.is_older,
            remarks=tuple(remarks),
            missing=tuple(missing),
            unknown=tuple(self._unknown),
            counts=count(cells, self._same_cells),
            handed_as=origin.handed_as,
        )
