"""An old ledger becomes a plan: chapters, tasks with units, dates and targets, and what is known of each already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.errors import BadInput
from desktop_app.domain.old_ledger import Aside, Column, LedgerSheet, Record, SheetAccount
from desktop_app.domain.plan import Doubt, Kind, Node, Paragraph, ParagraphUse, Plan, Span
from desktop_app.ingest.columns import Applied, LedgerRow, apply
from desktop_app.ingest.document import Document
from desktop_app.ingest.ledgers.naming import title_of, year_of
from desktop_app.ingest.ledgers.printing import Page, as_number
from desktop_app.ingest.ledgers.rows import account_for_rows, asks_several, goes_on, heading_places
from desktop_app.ingest.ledgers.sheets import table_of
from desktop_app.ingest.ledgers.standings import SAID_NOTHING, StandingReader
from desktop_app.ingest.parsing.entries import Entry
from desktop_app.ingest.parsing.marks import read_mark
from desktop_app.ingest.parsing.nodes import NodeBuilder
from desktop_app.ingest.parsing.notes import NoteFinder
from desktop_app.ingest.parsing.tables import ROLES

Progress = Callable[[int, int], None]
_RUNNING_TEXT = "body."
"""How the rules begin that find units in sentences."""
_ASIDE: dict[str, ParagraphUse] = {
    Aside.NOTHING_ASKED: ParagraphUse.UNRECOGNISED,
    Aside.REMARK: ParagraphUse.BACKGROUND,
}
"""What rows that are no tasks are read as; all others belong to the form."""


@dataclass(frozen=True, slots=True)
class LedgerReading:
    """A plan made of a ledger, and the account of every row of the sheets it was made of."""

    plan: Plan
    accounts: tuple[SheetAccount, ...]


def read_ledger(document: Document, sheets: Sequence[LedgerSheet], progress: Progress | None = None) -> LedgerReading:
    """The plan that the chosen sheets of a ledger make.

    Raises:
        BadInput: none of their rows is a task.
    """
    builder = _LedgerBuilder(document, sheets)
    plan = builder.plan(progress)
    if not plan.tasks:
        raise BadInput(f"“{document.source}”没有读到任务，核对哪一列是“任务”后重新导入")
    return LedgerReading(plan, tuple(account_for_rows(sheet) for sheet in sheets))


class _LedgerBuilder:
    """Writes the lines of the chosen sheets and remembers what each is."""

    def __init__(self, document: Document, sheets: Sequence[LedgerSheet]) -> None:
        self._document = document
        self._sheets = sheets
        self._page = Page()
        self._entries: list[Entry] = []
        self._records: list[Record] = []
        self._doubts: list[Doubt] = [Doubt("reader", remark) for remark in document.remarks]
        self._title = title_of(document, sheets)
        self._year = year_of([self._title, *(line for sheet in sheets for line in sheet.above), document.source])

    def plan(self, progress: Progress | None) -> Plan:
        """The plan of all sheets."""
        for sheet in self._sheets:
            self._write_sheet(sheet)
        self._name_left_out()
        text = self._page.text
        builder = NodeBuilder(text, NoteFinder(text, self._year), self._year)
        nodes = [
            _settled(entry, node)
            for entry, node in zip(self._entries, builder.build(self._entries, progress), strict=True)
        ]
        self._doubts += _unread_dates(self._entries, nodes)
        return Plan(
            source=self._document.source,
            title=self._title,
            doc_number=None,
            issuer=None,
            issued_on=None,
            nodes=tuple(nodes),
            text=text,
            original=self._document.text,
            paragraphs=tuple(self._paragraphs(nodes)),
            doubts=(*self._doubts, *builder.doubts),
            records=tuple(record for record in self._records if record.says_anything),
        )

    def _write_sheet(self, sheet: LedgerSheet) -> None:
        for words in sheet.above:
            use = ParagraphUse.HEADING if words == self._title else ParagraphUse.BACKGROUND
            self._page.write(words, use)
        order = self._page.begin(sheet.mapping.columns)
        for place in sheet.mapping.heads:
            head = (sheet.rows[place][column] for column in order)
            self._page.write("\t".join(filter(None, head)), ParagraphUse.FURNITURE)
        top = self._heading(None, sheet.name) if len(self._sheets) > 1 and sheet.name else None
        self._write_rows(sheet, top, apply(sheet.mapping, table_of(sheet)))

    def _write_rows(self, sheet: LedgerSheet, top: Entry | None, applied: Applied) -> None:
        tasks = {row.place: row for row in applied.rows}
        follows = dict(zip((row.place for row in applied.rows), applied.rows[1:], strict=False))
        standings = StandingReader(self._year, (*sheet.above, *sheet.mapping.names), _cells_of(applied, Column.PERCENT))
        branch = _Branch(self, top, dict(applied.chapters))
        split_title = Column.TEXT not in sheet.mapping.columns
        reasons = dict(applied.skipped)
        headings = heading_places(applied)
        before: LedgerRow | None = None
        for place in range(sheet.mapping.first, len(sheet.rows)):
            row = tasks.get(place)
            if row is None:
                branch.skip(place, sheet.rows[place], reasons[place])
                continue
            if goes_on(before, row, headings):
                self._join(row, standings, sheet.places[place])
            else:
                parent, cells = branch.parent_of(row, asks_several(before, row, follows.get(place)))
                self._task(parent, cells, standings, sheet.places[place], split_title)
            before = row

    def _heading(self, parent: Entry | None, words: str) -> Entry:
        line = len(self._page.paragraphs)
        span = self._page.write(words, ParagraphUse.HEADING)
        mark = read_mark(words)
        start = span.start + (mark.end if mark else 0)
        entry = Entry(parent, mark.printed if mark else "", Span(start, span.end), span.start, heading=line)
        return self._add(entry)

    def _task(
        self, parent: Entry | None, cells: dict[Column, str], standings: StandingReader, row: int, split_title: bool
    ) -> None:
        line = len(self._page.paragraphs)
        printed = self._page.write_row(cells, split_title)
        entry = Entry(parent, printed.number, printed.title, printed.start, heading=line, row=printed)
        entry.body += printed.body
        self._add(entry)
        self._record(cells, printed.start, standings, row)

    def _join(self, row: LedgerRow, standings: StandingReader, place: int) -> None:
        """A further row of the last task: who, when and how it stands are added to it."""
        entry = self._entries[-1]
        cells = _without(row.cells, Column.NUMBER, Column.TITLE, Column.TEXT)
        line = len(self._page.paragraphs)
        printed = self._page.write_row(cells, split_title=False)
        assert entry.row is not None
        entry.lines.append(line)
        entry.row = replace(
            entry.row, lines=(*entry.row.lines, line), end=printed.end, cells=(*entry.row.cells, *printed.cells)
        )
        self._record(cells, entry.start, standings, place)

    def _record(self, cells: dict[Column, str], start: int, standings: StandingReader, row: int) -> None:
        self._records.append(standings.read(cells, start))
        place = self._page.paragraphs[-1].span
        for column, words in standings.unread:
            self._doubts.append(
                Doubt("ledger_cell", f"第{row}行“{column.label}”写作“{words[:20]}”，不能确定，未计入", place)
            )

    def _add(self, entry: Entry) -> Entry:
        if entry.parent is not None:
            entry.parent.children += 1
        self._entries.append(entry)
        return entry

    def write_aside(self, cells: Iterable[str], reason: str) -> None:
        """A row that is no task, in its place."""
        self._page.write("\t".join(filter(None, cells)), _ASIDE.get(reason, ParagraphUse.FURNITURE))

    def write_heading(self, parent: Entry | None, words: str) -> Entry:
        """A chapter, in its place."""
        return self._heading(parent, words)

    def _name_left_out(self) -> None:
        """Columns and sheets that are not used are told, each once."""
        for sheet in self._sheets:
            left = [
                f"{letter}“{name}”" if name else letter
                for letter, name, column in zip(sheet.letters, sheet.mapping.names, sheet.mapping.columns, strict=True)
                if column in (None, Column.START)
            ]
            if left:
                where = f"工作表“{sheet.name}”的" if len(self._sheets) > 1 else ""
                self._doubts.append(Doubt("ledger_columns", f"{where}下列各列未用：{'、'.join(left)}"))
        taken = {sheet.name for sheet in self._sheets}
        others = [block.sheet for block in self._document.blocks if block.sheet not in taken]
        if others:
            self._doubts.append(Doubt("ledger_sheets", f"下列工作表未读入：{'、'.join(dict.fromkeys(others))}"))

    def _paragraphs(self, nodes: Sequence[Node]) -> list[Paragraph]:
        owners: dict[int, str] = {}
        for entry, node in zip(self._entries, nodes, strict=True):
            owners[entry.heading] = node.id
            owners.update(dict.fromkeys(entry.lines, node.id))
        return [replace(line, node=owners.get(line.index)) for line in self._page.paragraphs]


class _Branch:
    """The headings that are open while the rows of a sheet go by."""

    def __init__(self, page: _LedgerBuilder, top: Entry | None, chapters: dict[int, tuple[str, ...]]) -> None:
        self._page = page
        self._top = top
        self._chapters = chapters
        self._groups: list[Entry] = []
        self._levels: list[tuple[str, Entry]] = []
        self._named: tuple[tuple[str, str], Entry] | None = None

    def skip(self, place: int, cells: Sequence[str], reason: str) -> None:
        """A row that is no task: a chapter opens, everything else is set aside."""
        if place not in self._chapters:
            self._page.write_aside(cells, reason)
            return
        groups = self._chapters[place]
        del self._groups[len(groups) - 1 :]
        self._groups.append(self._page.write_heading(self._groups[-1] if self._groups else self._top, groups[-1]))
        self._levels, self._named = [], None

    def parent_of(self, row: LedgerRow, several: bool) -> tuple[Entry | None, dict[Column, str]]:
        """The heading that a row stands under, and its cells; where `several` rows share a name, that is a heading."""
        parent = self._level_of(row)
        if not several:
            self._named = None
            return parent, row.cells
        name = (row.cells.get(Column.NUMBER, ""), row.cells[Column.TITLE])
        if self._named is None or self._named[0] != name or self._named[1].parent is not parent:
            self._named = (name, self._page.write_heading(parent, as_number(name[0]) + name[1]))
        cells = _without(row.cells, Column.NUMBER, Column.TEXT)
        cells[Column.TITLE] = row.cells[Column.TEXT]
        return self._named[1], cells

    def _level_of(self, row: LedgerRow) -> Entry | None:
        wanted = [words for words in row.levels if words]
        same = 0
        while same < min(len(wanted), len(self._levels)) and self._levels[same][0] == wanted[same]:
            same += 1
        del self._levels[same:]
        parent = self._levels[-1][1] if self._levels else self._groups[-1] if self._groups else self._top
        for words in wanted[same:]:
            parent = self._page.write_heading(parent, words)
            self._levels.append((words, parent))
        return parent


def _without(cells: dict[Column, str], *columns: Column) -> dict[Column, str]:
    return {column: words for column, words in cells.items() if column not in set(columns)}


def _settled(entry: Entry, node: Node) -> Node:
    """Every row of a ledger is to be ticked, whatever its words; a heading under which nothing stands asks nothing.

    Where columns say who answers, units that the running text only mentions in passing do not.
    """
    if entry.row is None:
        return node if entry.children else replace(node, kind=Kind.CONTEXT)
    named = "、".join(cell.words for cell in entry.row.cells if cell.column in ROLES)
    who = (fact for fact in node.assignments if not fact.rule.startswith(_RUNNING_TEXT) or fact.unit in named)
    return replace(node, kind=Kind.TASK, assignments=tuple(who) if named else node.assignments)


def _unread_dates(entries: Sequence[Entry], nodes: Sequence[Node]) -> Iterator[Doubt]:
    """Cells of 完成时限 that name neither a day nor a rhythm: 立行立改."""
    for entry, node in zip(entries, nodes, strict=True):
        for cell in entry.row.cells if entry.row is not None else ():
            if cell.column is not Column.DATE or cell.words in SAID_NOTHING:
                continue
            spans = [fact.span for fact in node.deadlines] + [fact.span for fact in node.recurrences]
            if not any(span and cell.span.start <= span.start < cell.span.end for span in spans):
                words = f"“{cell.column.label}”写作“{cell.words[:20]}”，不能确定，未计入"
                yield Doubt("ledger_cell", words, cell.span)


def _cells_of(applied: Applied, column: Column) -> list[str]:
    return [row.cells[column] for row in applied.rows if column in row.cells]
