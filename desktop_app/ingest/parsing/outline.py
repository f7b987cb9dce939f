"""The outline of a document: numbered lines become entries in a tree, the paragraphs under them their bodies.

Levels follow from the order in which styles of numbering appear, not from a fixed rank: the same code reads
一、（一）1.（1） and 一、1.（1）① and 第一章 第一条. Numbers may run on across chapters or begin again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.domain.plan import Doubt, Span
from desktop_app.ingest.parsing.afterwards import raise_notes, with_items, without_lone_headings
from desktop_app.ingest.parsing.entries import Entry, Outline
from desktop_app.ingest.parsing.flattened import find_flattened
from desktop_app.ingest.parsing.headings import Heading, split_heading
from desktop_app.ingest.parsing.lines import Line
from desktop_app.ingest.parsing.marks import Mark, Style, read_bare_chapter, read_mark
from desktop_app.ingest.parsing.notes import NoteFinder
from desktop_app.ingest.parsing.running_items import split_running_items
from desktop_app.ingest.parsing.tables import Group, Table, read_tables
from desktop_app.ingest.parsing.unnumbered import Headlines

_TOLERATED_GAP = 3
_ITEM_TITLE = 30
_REMARK = re.compile(r"(?:备\s*)?注\s*[：:]")
_GLUED = re.compile(r"(\d{1,2}[.．])(?=\d{2,5}[\u4e00-\u9fff]{2})(?!\d+[万亿元个%])")
_ARTICLE_NAME = re.compile(r"[^，。；：]{2,18}。\s*\S")
_MOST_ITEMS = 500
_REMARKS_COUNT = frozenset({Style.ARABIC, Style.ARABIC_BRACKETS, Style.ARABIC_BRACKET, Style.CIRCLED})
_LEAST_ARTICLES, _MOST_ARTICLES = 2, 0.7


class OutlineReader:
    """Reads lines one after another and keeps the branch that is open."""

    def __init__(self, text: str, finder: NoteFinder, headlines: Headlines) -> None:
        self._text = text
        self._finder = finder
        self._headlines = headlines
        self._entries: list[Entry] = []
        self._branch: list[Entry] = []
        self._loose: list[int] = []
        self._heads: list[int] = []
        self._doubts: list[Doubt] = []
        self._last_value: dict[tuple[Style, str], int] = {}
        self._box: Entry | None = None
        self._before_box: list[Entry] = []
        self._annex_title_due = False
        self._in_remark = False
        self._articles_are_headed = False
        self._printed: frozenset[tuple[Style, int]] = frozenset()
        self._decimals: frozenset[str] = frozenset()

    def read(self, lines: Sequence[Line]) -> Outline:
        """The outline of the body's lines."""
        tables = [*read_tables(lines), *find_flattened(lines)]
        rows = {line for table in tables for line in table.lines}
        begins = {table.lines[0]: table for table in tables}
        self._articles_are_headed = articles_are_headed(lines)
        self._printed = numbers_printed(lines)
        self._decimals = decimals_printed(lines)
        for line in lines:
            if line.index in begins:
                self._add_table(begins[line.index])
            if line.index not in rows:
                self._read_line(line)
        entries = list(with_items(self._text, self._entries))
        without_lone_headings(self._text, entries)
        self._doubts += raise_notes(self._text, entries, self._finder)
        return Outline(tuple(entries), tuple(self._loose), tuple(self._heads), tuple(self._doubts))

    def _read_line(self, line: Line) -> None:
        for piece in split_running_items(line):
            self._read_piece(piece)

    def _read_piece(self, line: Line) -> None:
        if self._is_remark(line):
            self._loose.append(line.index)
            return
        depth = self._headlines.get(line.index)
        mark = self._mark_of(line) if depth is None else Mark(Style.HEADLINE, 0, "", 0, depth)
        if mark is not None and self._accepts(mark, line):
            self._open(mark, line)
        elif self._annex_title_due and len(line.text) <= 40 and "。" not in line.text:
            self._name_annex(line)
        elif self._box is not None and self._opens_item(line):
            self._open_item(line)
        elif self._has_only_bare_items() and self._closes_with_who(line):
            self._open_bare(line)
        elif self._branch:
            self._annex_title_due = False
            entry = self._branch[-1]
            entry.body.append(Span(line.start, line.end))
            entry.lines.append(line.index)
        else:
            self._loose.append(line.index)

    def _is_remark(self, line: Line) -> bool:
        """注：1.…  2.… under a table explains it and asks nothing."""
        if _REMARK.match(line.text) and self._entries and self._entries[-1].is_row:
            self._in_remark = True
        elif self._in_remark:
            mark = read_mark(line.text)
            self._in_remark = mark is not None and mark.style in _REMARKS_COUNT
        return self._in_remark

    def _mark_of(self, line: Line) -> Mark | None:
        """The number of a line; also 3.121人才项目 behind 2., and 2 主要任务 above 2.1."""
        mark = read_mark(line.text)
        if mark is not None:
            return mark
        if chapter := read_bare_chapter(line.text):
            return chapter if f"{chapter.printed}.1" in self._decimals else None
        match = _GLUED.match(line.text)
        if match and self._last_value.get((Style.ARABIC, "")) == int(match[1][:-1]) - 1:
            return Mark(Style.ARABIC, int(match[1][:-1]), match[1], match.end())
        return None

    def _accepts(self, mark: Mark, line: Line) -> bool:
        """A number far out of its sequence is text: （2021）…, 3、5月…; one that counts on, 32. 33., begins in a part of a plan."""
        if mark.style in (Style.BOX, Style.ANNEX, Style.HEADLINE):
            return mark.style is not Style.ANNEX or len(line.text) <= _ITEM_TITLE + 30
        last = self._last_value.get(mark.kind)
        if mark.value == 1 or mark.style is Style.DECIMAL:
            return True
        counts_on = (mark.style, mark.value + 1) in self._printed
        if last is None:
            return mark.value <= _TOLERATED_GAP or counts_on
        if not 1 <= mark.value <= last + _TOLERATED_GAP and not (mark.value > last and counts_on):
            return False
        if mark.value != last + 1:
            self._doubts.append(
                Doubt("number_order", f"编号“{mark.printed}”与前后不连续", Span(line.start, line.start + mark.end))
            )
        return True

    def _open(self, mark: Mark, line: Line) -> None:
        branch = self._branch_for(mark, line)
        notes = self._finder.in_line(line.start, line.end)
        first_note = notes[0].span.start - line.start if notes else None
        heading = split_heading(line.text, mark.end, first_note, own_line=mark.style in (Style.ANNEX, Style.HEADLINE))
        bare_article = mark.style is Style.ARTICLE and not self._articles_are_headed
        if bare_article and line.text.rstrip()[-1:] in "。：；":
            heading = Heading(mark.end, mark.end, mark.end)
        entry = Entry(
            parent=branch[-1] if branch else None,
            number=mark.printed,
            title=Span(line.start + heading.title_start, line.start + heading.title_end),
            start=line.start,
            heading=line.index,
            style=mark.style,
            value=mark.value,
            depth=mark.depth,
        )
        if heading.body_start < len(line.text):
            entry.body.append(Span(line.start + heading.body_start, line.end))
        self._add(entry, branch)
        self._last_value[mark.kind] = mark.value
        if mark.style is Style.ANNEX:
            self._last_value.clear()
            self._annex_title_due = heading.title_start >= heading.title_end
        self._box = entry if mark.style is Style.BOX else self._box

    def _add(self, entry: Entry, branch: list[Entry]) -> None:
        if entry.parent is not None:
            entry.parent.children += 1
        self._entries.append(entry)
        self._branch = [*branch, entry]

    def _branch_for(self, mark: Mark, line: Line) -> list[Entry]:
        """The open entries a new mark stands under."""
        if mark.style is Style.ANNEX:
            self._leave_box()
            return []
        if mark.style is Style.BOX:
            return self._branch_for_box(line.text[mark.end :])
        if self._box is not None:
            under_box = self._branch_in_box(mark)
            if under_box is not None:
                return under_box
        for place, entry in enumerate(self._branch):
            if entry.counts_with(mark) and entry.depth >= mark.depth:
                return self._branch[:place]
        return list(self._branch)

    def _branch_for_box(self, title: str) -> list[Entry]:
        """A box belongs to the open heading whose words it repeats, else to the parent of the last item."""
        if self._box is not None:
            place = next((i for i, entry in enumerate(self._branch) if entry is self._box), len(self._branch))
            self._branch = self._branch[:place]
            return list(self._branch)
        branch = self._branch
        keep = max(len(branch) - 1, 0)
        if branch:
            shared = [(_overlap(title, self._title_of(entry)), -place) for place, entry in enumerate(branch)]
            best, place = max(shared)
            if best:
                keep = 1 - place
            self._before_box = branch
        return branch[:keep]

    def _branch_in_box(self, mark: Mark) -> list[Entry] | None:
        """Numbers inside a box are its items; a number that goes on with the list before the box leaves it."""
        assert self._box is not None
        place = next((i for i, entry in enumerate(self._branch) if entry is self._box), None)
        if place is None:
            self._leave_box()
            return None
        for depth, entry in enumerate(self._before_box):
            if entry.style is mark.style and mark.value == entry.value + 1:
                branch = self._before_box[:depth]
                self._leave_box()
                return branch
        above = {entry.style for entry in self._branch[:place]}
        if mark.style in above:
            self._leave_box()
            return None
        inside = self._branch[: place + 1]
        for depth, entry in enumerate(self._branch[place + 1 :], place + 1):
            if entry.style is mark.style:
                return self._branch[:depth]
        return inside if self._branch[-1].style is None else list(self._branch)

    def _leave_box(self) -> None:
        self._box = None
        self._before_box = []

    def _opens_item(self, line: Line) -> bool:
        """Inside a box a paragraph 升级电子政务外网。完成… is an item of its own."""
        stop = line.text.find("。")
        return 2 <= stop <= _ITEM_TITLE and stop + 1 < len(line.text) and "，" not in line.text[:stop]

    def _open_item(self, line: Line) -> None:
        assert self._box is not None
        place = next((i for i, entry in enumerate(self._branch) if entry is self._box), len(self._branch) - 1)
        stop = line.text.find("。")
        entry = Entry(self._box, "", Span(line.start, line.start + stop), line.start, heading=line.index)
        entry.body.append(Span(line.start + stop + 1, line.end))
        self._add(entry, self._branch[: place + 1])

    def _has_only_bare_items(self) -> bool:
        """True while nothing in the document has a number or a heading."""
        return all(entry.style is None and entry.parent is None and entry.row is None for entry in self._branch)

    def _closes_with_who(self, line: Line) -> bool:
        notes = self._finder.in_line(line.start, line.end)
        return bool(notes) and bool(notes[-1].assignments) and notes[-1].span.end >= line.end - 1

    def _open_bare(self, line: Line) -> None:
        """A document of paragraphs that only close with who does them: every paragraph is an item."""
        notes = self._finder.in_line(line.start, line.end)
        heading = split_heading(line.text, 0, notes[0].span.start - line.start if notes else None)
        title = Span(line.start + heading.title_start, line.start + heading.title_end)
        entry = Entry(None, "", title, line.start, heading=line.index)
        entry.body.append(Span(line.start + heading.body_start, line.end))
        self._add(entry, [])

    def _name_annex(self, line: Line) -> None:
        entry = self._branch[-1]
        entry.title = Span(line.start, line.end)
        entry.lines.append(line.index)
        self._annex_title_due = False

    def _add_table(self, table: Table) -> None:
        """Rows of a table of tasks become items under the open heading; other rows are kept as its text."""
        if table.columns is None:
            self._keep_as_text(table)
            return
        self._heads += table.heads
        self._loose += table.others
        branch = list(self._branch)
        if branch and branch[-1].body:
            branch = branch[:-1] or branch
        above = branch
        for row in table.rows:
            if isinstance(row, Line):
                self._read_piece(row)
                branch = list(self._branch)
                continue
            if isinstance(row, Group):
                group = Entry(above[-1] if above else None, row.number, row.title, row.title.start, heading=row.line)
                self._add(group, above)
                branch = [*above, group]
                continue
            entry = Entry(
                branch[-1] if branch else None, row.number, row.title, row.start, heading=row.lines[0], row=row
            )
            entry.body += row.body
            entry.lines += row.lines[1:]
            self._add(entry, branch)
        self._branch = branch

    def _keep_as_text(self, table: Table) -> None:
        """The rows as paragraphs of the open heading, and what indicators they state as targets of it."""
        if not self._branch:
            self._loose += table.lines
            return
        entry = self._branch[-1]
        entry.body += table.spans
        entry.lines += table.lines
        entry.indicators += table.indicators

    def _title_of(self, entry: Entry) -> str:
        return self._text[entry.title.start : entry.title.end]


def numbers_printed(lines: Sequence[Line]) -> frozenset[tuple[Style, int]]:
    """Every number at the beginning of a line, whether it counts in the outline or not."""
    marks = (read_mark(line.text) for line in lines)
    return frozenset((mark.style, mark.value) for mark in marks if mark is not None and mark.value <= _MOST_ITEMS)


def decimals_printed(lines: Sequence[Line]) -> frozenset[str]:
    """1.1, 2.3.1: the decimal numbers at the beginning of lines."""
    marks = (read_mark(line.text) for line in lines if line.text[:1].isdecimal())
    return frozenset(mark.printed for mark in marks if mark is not None and mark.style is Style.DECIMAL)


def articles_are_headed(lines: Sequence[Line]) -> bool:
    """第七条　降低用能成本。落实峰谷分时电价…: most articles open with a name; those of a regulation open with a sentence."""
    marks = ((line.text, read_mark(line.text)) for line in lines if line.text.startswith("第"))
    articles = [text[mark.end :] for text, mark in marks if mark is not None and mark.style is Style.ARTICLE]
    named = sum(_ARTICLE_NAME.match(words) is not None for words in articles)
    return len(articles) >= _LEAST_ARTICLES and named >= _MOST_ARTICLES * len(articles)


def _overlap(one: str, other: str) -> int:
    """How many pairs of neighbouring letters two titles share."""
    pairs = {one[i : i + 2] for i in range(len(one) - 1)}
    return len(pairs & {other[i : i + 2] for i in range(len(other) - 1)})


def read_outline(text: str, lines: Sequence[Line], finder: NoteFinder, headlines: Headlines) -> Outline:
    """The outline of the body's lines; `text` is what their places point into."""
    return OutlineReader(text, finder, headlines).read(lines)
