"""Plans a merge: every cell of every workbook is compared three ways and put where it belongs; nothing is dropped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop_app.domain.handout import (
    FIELDS,
    PLACES,
    Answer,
    Field,
    Raw,
    ReturnedBook,
    ReturnedRow,
    RowKey,
    Value,
    Values,
    as_written,
    base_of,
    in_words,
)
from desktop_app.domain.merging.identify import Identifier
from desktop_app.domain.merging.model import (
    Asked,
    BookReport,
    Cell,
    Counts,
    KnownBatch,
    Label,
    Ledger,
    MergePlan,
    Outcome,
    ReadAnswer,
    SameRow,
    UnknownRow,
    count,
)
from desktop_app.domain.merging.state import SCALARS, contradict, disagree, joined
from desktop_app.domain.merging.words import agree, is_empty, says_nothing
from desktop_app.domain.plan import Role
from desktop_app.domain.task import Status

EMPTY_KEEPS = "空格不覆盖已有内容"
BOTH_CHANGED = "单位和本地都改过"
_CLOSED = "任务已销号，如需更改先由本级退回"
_DROPPED = "单位填报不再适用，由本级决定"
_RANKS = {Role.LEAD: 0, Role.RESPONSIBLE: 1, Role.SUPPORT: 2}
_STATUS, _PERCENT = PLACES[Field.STATUS], PLACES[Field.PERCENT]
_PROBLEMS = Field.PROBLEMS


def plan_merge(books: Sequence[ReturnedBook], ledger: Ledger, read: ReadAnswer) -> MergePlan:
    """Compare what came back with what was handed out and what the ledger holds now.

    The order in which workbooks are given makes no difference. Of two workbooks with the same content one is read.
    """
    listed = sorted(books, key=lambda book: (_unit_of(book), book.name, book.digest))
    reports: list[BookReport] = []
    cells: list[Cell] = []
    same: list[SameRow] = []
    ranks: dict[tuple[str, RowKey], int] = {}
    seen: dict[str, str] = {}
    answered: set[RowKey] = set()
    met_twice = False
    for book in listed:
        reader = _BookMerge(len(reports), book, ledger, read)
        refusal = reader.refusal or (f"与“{seen[book.digest]}”内容完全相同，只读一次" if book.digest in seen else "")
        seen.setdefault(book.digest, book.name)
        if refusal:
            again = book.digest in ledger.merged
            reports.append(BookReport(book.name, book.digest, reader.unit, refusal=refusal, again=again))
            continue
        first = len(cells)
        reader.run(cells, same)
        met_twice = met_twice or reader.met_twice or not answered.isdisjoint(reader.answered)
        answered.update(reader.answered)
        ranks.update({(reader.unit, key): _RANKS[asked.role] for key, asked in reader.asked.items()})
        reports.append(reader.report(count(cells[first:], reader.same_cells)))
    # Most merges have one answer for each row: then there is nothing to look for.
    if met_twice and _set_rivals(cells):
        reports = _count_again(reports, cells)
    return MergePlan(tuple(reports), tuple(cells), tuple(same), ledger.labels, ranks)


def _unit_of(book: ReturnedBook) -> str:
    return book.identity.unit if book.identity else book.said_unit


class _BookMerge:
    """One workbook of the merge."""

    def __init__(self, index: int, book: ReturnedBook, ledger: Ledger, read: ReadAnswer) -> None:
        self._index, self._book, self._ledger, self._read = index, book, ledger, read
        self._handed_as = self.unit = ""
        self._know_as(_unit_of(book))
        self.refusal = ""
        self.same_cells = 0
        self._remarks: list[str] = []
        self._unknown: list[UnknownRow] = []
        self.answered: set[RowKey] = set()
        self.met_twice = False
        self._batch = self._find_batch()
        self.asked: Mapping[RowKey, Asked] = self._find_asked()
        self._places = [PLACES[field] for field in book.fields]
        self._rests: dict[tuple[int, ...], tuple[Field, ...]] = {}
        self._whole = book.fields == FIELDS
        self._reference = self._batch.handed_on if self._batch else ledger.today

    def _know_as(self, name: str) -> None:
        """Take the unit to be the one that was called `name` when the workbook went out."""
        self._handed_as, self.unit = name, self._ledger.names.get(name, name)

    def _find_batch(self) -> KnownBatch | None:
        book, ledger = self._book, self._ledger
        if book.digest in ledger.merged:
            self.refusal = ledger.merged[book.digest]
            return None
        if not book.fields:
            self.refusal = "未找到可填报的栏目（状态、进度、进展情况等），应为本系统下发的填报表"
            return None
        if book.identity is None:
            return self._guess_batch()
        if book.identity.workspace != ledger.workspace:
            self.refusal = "由另一台账下发，不能合并到本台账"
            return None
        batch = ledger.batches.get(book.identity.batch)
        if batch is None and not book.base:
            return self._guess_batch()
        return batch

    def _guess_batch(self) -> KnownBatch | None:
        """The newest batch of the unit that the head names, or of the unit that most marks belong to."""
        codes = {row.key.partition(":")[0] for row in self._book.rows if ":" in row.key}
        marked = [batch for code in codes if (batch := self._ledger.batches.get(code)) is not None]
        if len(marked) == 1:
            self._know_as(self._handed_as or _unit_by_rows(self._book, marked[0]))
            if self._asked_in(marked[0]):
                return marked[0]
        said = [batch for batch in self._ledger.batches.values() if self._book.said_batch == batch.label]
        candidates = [batch for batch in said if self._asked_in(batch)]
        newest = self._ledger.newest.get(self.unit)
        if candidates:
            found: KnownBatch | None = max(candidates, key=lambda batch: batch.id)
        else:
            found = self._ledger.batches.get(newest) if newest else None
        if found is None:
            named = f"“{self.unit}”没有下发过填报表" if self.unit else "隐藏标识已丢失，表头也未写明填报单位"
            self.refusal = f"{named}，无法认定是哪个单位的填报表"
        else:
            self._remarks.append("隐藏标识已丢失，按填报单位、编号和任务名称认定，逐项核对后采用")
        return found

    def _find_asked(self) -> Mapping[RowKey, Asked]:
        if self.refusal:
            return {}
        if self._batch is not None:
            return self._asked_in(self._batch)
        # The record of the batch is gone (undone, or the ledger was restored): the workbook's own copy is the base.
        self._remarks.append("本台账没有这一批次的下发记录，以表内留存的下发内容为准")
        return {key: Asked(key, Role.RESPONSIBLE, base) for key, base in base_of(self._book).items()}

    def _asked_in(self, batch: KnownBatch) -> Mapping[RowKey, Asked]:
        """The rows of the batch that the unit was given, under the name in the workbook or its present one."""
        return batch.asked.get(self._handed_as) or batch.asked.get(self.unit, {})

    def run(self, cells: list[Cell], same: list[SameRow]) -> None:
        """Compare every row."""
        code = self._batch.code if self._batch else self._book.identity.batch if self._book.identity else ""
        identifier = Identifier(code, self.asked, self._ledger.labels)
        lost = self._book.identity is None and not any(row.key for row in self._book.rows)
        rows: list[tuple[ReturnedRow, RowKey | None, str]] = [(row, *identifier.find(row)) for row in self._book.rows]
        marked = {key for _, key, doubt in rows if key is not None and not doubt}
        for row, key, doubt in rows:
            # A copied row whose words were changed keeps the mark of another: its own words then say nothing.
            taken = bool(doubt) and key in marked
            ours = None if key is None or taken else self._ledger.ours(self.unit, key)
            if key is None or ours is None or taken:
                self._list_unknown(row, key, doubt or "任务已不在台账中", cells)
                continue
            self.met_twice = self.met_twice or key in self.answered
            self.answered.add(key)
            self._row(row, key, ours, "" if lost and not doubt else doubt, cells, same)

    def _row(
        self, row: ReturnedRow, key: RowKey, ours: Values, doubt: str, cells: list[Cell], same: list[SameRow]
    ) -> None:
        base = self._base_of(key)
        written = as_written(base)
        if row.raw == written and self._whole:
            self._note_same(row, key, base, ours, FIELDS, same)
            return
        places = self._places
        changed = [at for at, place in enumerate(places) if row.raw[at] != written[place]]
        answers: Mapping[Field, Answer] = {
            FIELDS[places[at]]: self._read(FIELDS[places[at]], row.raw[at], self._reference) for at in changed
        }
        if len(changed) > 1:
            answers = joined(answers)
        news = []
        for at in changed:
            field = FIELDS[places[at]]
            cell = self._cell(len(cells), row, key, field, row.raw[at], answers[field], base, ours, doubt)
            if cell is not None:
                news.append(at)
                cells.append(cell)
        if len(news) < len(places):
            self._note_same(row, key, base, ours, self._without(tuple(news)), same)

    def _without(self, places: tuple[int, ...]) -> tuple[Field, ...]:
        """The fields of the workbook but those at these places."""
        rest = self._rests.get(places)
        if rest is None:
            rest = tuple(field for at, field in enumerate(self._book.fields) if at not in places)
            self._rests[places] = rest
        return rest

    def _cell(
        self,
        id: int,
        row: ReturnedRow,
        key: RowKey,
        field: Field,
        raw: Raw,
        answer: Answer,
        base: Values,
        ours: Values,
        doubt: str,
    ) -> Cell | None:
        """A cell that says something new; None when it says what is known."""
        theirs, refusal, note = answer
        if refusal:
            outcome, reason = Outcome.REFUSED, refusal
        else:
            outcome, reason = _compare(field, base, theirs, ours)
            if outcome is Outcome.SAME:
                return None
            if outcome is Outcome.TAKEN and (doubt or field in row.merged):
                outcome, reason = Outcome.DOUBTFUL, doubt or f"{field.label}在合并的单元格中，各行相同"
        shown = raw if isinstance(raw, str) else in_words(field, theirs) or str(raw)
        name, place = self._ledger.labels[key].name, PLACES[field]
        return Cell(
            id, self._index, self.unit, key, name, row.place, field,
            base[place], theirs, ours[place], outcome, shown, reason, note,
        )  # fmt: skip

    def _note_same(
        self, row: ReturnedRow, key: RowKey, base: Values, ours: Values, fields: tuple[Field, ...], same: list[SameRow]
    ) -> None:
        same.append(SameRow(self._index, self.unit, key, row.place, base, ours, fields))
        self.same_cells += len(fields)

    def _base_of(self, key: RowKey) -> Values:
        """What was handed out, or what the unit answered since."""
        base = self.asked[key].base
        if self._batch is None or not self._ledger.said:
            return base
        said = self._ledger.said.get((self._batch.id, self._handed_as, key))
        if not said:
            return base
        return tuple(said.get(field, value) for field, value in zip(FIELDS, base, strict=True))

    def _list_unknown(self, row: ReturnedRow, key: RowKey | None, reason: str, cells: list[Cell]) -> None:
        filled = [
            (field, raw)
            for field, raw in zip(self._book.fields, row.raw, strict=True)
            if raw is not None and str(raw).strip()
        ]
        name = " ".join(text for text in (row.number, row.title or row.wording[:20]) if text)
        words = "；".join([name, *(f"{field.label}：{raw}" for field, raw in filled)])
        if not words.strip("；"):
            return
        self._unknown.append(UnknownRow(row.place, words, len(filled)))
        for field, raw in filled:
            cells.append(
                Cell(
                    len(cells), self._index, self.unit, key, name, row.place, field, None, str(raw), None,
                    Outcome.REFUSED, str(raw), reason,
                )
            )  # fmt: skip

    def report(self, counts: Counts) -> BookReport:
        """What is to be said of the workbook."""
        batch = self._batch
        if self.unit != self._handed_as:
            self._remarks.append(f"下发给“{self._handed_as}”，该单位已并入“{self.unit}”")
        older = batch is not None and self._ledger.newest.get(self.unit, batch.code) != batch.code
        remarks = [*self._book.remarks, *self._remarks]
        if older and batch is not None:
            remarks.append(f"属较早的{batch.label}，其后已向该单位下发新的填报表")
        labels: Mapping[RowKey, Label] = self._ledger.labels
        missing = [labels[key].name for key in self.asked if key not in self.answered and key in labels]
        if missing:
            remarks.append(f"下发的{len(self.asked)}行中有{len(missing)}行不在表内，未作更改")
        return BookReport(
            self._book.name,
            self._book.digest,
            self.unit,
            batch.id if batch else None,
            batch.label if batch else self._book.said_batch,
            batch.handed_on if batch else None,
            len(self._book.rows),
            older=older,
            remarks=tuple(remarks),
            missing=tuple(missing),
            unknown=tuple(self._unknown),
            counts=counts,
            handed_as=self._handed_as,
        )


def _unit_by_rows(book: ReturnedBook, batch: KnownBatch) -> str:
    """The only unit that was asked for all marked rows."""
    keys = {RowKey.parse(row.key.partition(":")[2]) for row in book.rows if ":" in row.key}
    units = [unit for unit, asked in batch.asked.items() if all(key in asked for key in keys)]
    return units[0] if len(units) == 1 else ""


def _compare(field: Field, base: Values, theirs: Value, ours: Values) -> tuple[Outcome, str]:
    """The outcome of one cell of a row and its reason."""
    handed, held = base[PLACES[field]], ours[PLACES[field]]
    if is_empty(theirs) or (says_nothing(theirs) and (field is not _PROBLEMS or is_empty(held))):
        return (Outcome.SAME, "") if is_empty(handed) else (Outcome.REFUSED, EMPTY_KEEPS)
    untouched = held == handed or agree(held, handed)
    if agree(theirs, held) or (not untouched and agree(theirs, handed)):
        return Outcome.SAME, ""
    if field in SCALARS and ours[_STATUS] is Status.CLOSED:
        return Outcome.REFUSED, _CLOSED
    if not untouched:
        return Outcome.CONFLICT, BOTH_CHANGED
    if theirs is Status.DROPPED:
        return Outcome.CONFLICT, _DROPPED
    undone = _undone(field, base, theirs, ours)
    return (Outcome.CONFLICT, undone) if undone else (Outcome.TAKEN, "")


def _undone(field: Field, base: Values, theirs: Value, ours: Values) -> str:
    """What was said of the task's state since it was handed out, and taking this cell would undo; "" for nothing."""
    status, percent = ours[_STATUS], ours[_PERCENT]
    if field is Field.STATUS and percent != base[_PERCENT] and contradict(theirs, percent):
        return f"本地进度已改为{percent}%，与此状态不符"
    if field is Field.PERCENT and not agree(status, base[_STATUS]) and contradict(status, theirs):
        return f"本地状态已改为“{in_words(Field.STATUS, status)}”，与此进度不符"
    return ""


def _set_rivals(cells: list[Cell]) -> bool:
    """Two units that answer one task, or one unit in two workbooks: where they disagree someone must choose."""
    groups: dict[tuple[RowKey, str], list[Cell]] = defaultdict(list)
    for cell in cells:
        if cell.outcome is not Outcome.REFUSED and cell.key is not None:
            # Words of two units stand side by side: only the state of a task is one for all.
            about = "" if cell.field in SCALARS else f"{cell.field}|{cell.unit}"
            groups[cell.key, about].append(cell)
    found = False
    for group in groups.values():
        for cell in group if len(group) > 1 else ():
            others = [other for other in group if _rival(cell, other)]
            if others:
                found = True
                cells[cell.id] = _marked(cell, others, group)
    return found


def _rival(cell: Cell, other: Cell) -> bool:
    """Whether two answers cannot both hold; one row's own status and percent are joined when they are written."""
    if (cell.book, cell.place) == (other.book, other.place):
        return False
    return disagree(cell.field, cell.theirs, other.field, other.theirs)


def _marked(cell: Cell, others: Sequence[Cell], group: Sequence[Cell]) -> Cell:
    """The cell in conflict with these others; who says the same in the same field stands or falls with it."""
    named = "、".join(
        f"{other.unit}填报的“{other.words(other.theirs)[:20]}”" for other in others if other.unit != cell.unit
    )
    reason = f"与{named}不一致" if named else f"{others[0].unit}在两处填报的内容不一致"
    against = {other.id for other in others} | {other.id for other in group if other.field is cell.field}
    return cell._replace(outcome=Outcome.CONFLICT, reason=reason, rivals=tuple(sorted(against - {cell.id})))


def _count_again(reports: list[BookReport], cells: Sequence[Cell]) -> list[BookReport]:
    """The counts once rivals were marked."""
    by_book: dict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        by_book[cell.book].append(cell)
    return [
        report if report.refusal else replace(report, counts=count(by_book[index], report.counts.same))
        for index, report in enumerate(reports)
    ]
