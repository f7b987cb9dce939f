"""A repaired text becomes a plan: zones, outline, kinds, facts, and what became of every paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from desktop_app.domain.plan import Doubt, Kind, Node, Paragraph, ParagraphUse, Plan, Span
from desktop_app.ingest.parsing.facts import Facts, read_facts
from desktop_app.ingest.parsing.kinds import (
    is_context_annex,
    is_context_sentence,
    is_context_title,
    tells_present_state,
)
from desktop_app.ingest.parsing.layout import Layout, Zone, lay_out
from desktop_app.ingest.parsing.lines import Line, lines_of
from desktop_app.ingest.parsing.marks import Style
from desktop_app.ingest.parsing.notes import find_notes
from desktop_app.ingest.parsing.outline import Entry, Outline, read_outline
from desktop_app.ingest.parsing.tables import row_facts
from desktop_app.ingest.parsing.title_data import TitleData, read_title_data

Progress = Callable[[int, int], None]
_TITLE_YEAR = re.compile(r"(20\d\d)\s*年")
_TITLE_SPAN = re.compile(r"(20\d\d)\s*年?\s*[—–\-~～至到]+\s*20\d\d\s*年")
_NAMED = re.compile(r"《[^《》]*》|[〔（(][^〔〕（）()]*[〕）)]")
_REPORT_EVERY = 50


def parse_text(
    text: str, original: str, source: str, doubts: Sequence[Doubt] = (), progress: Progress | None = None
) -> Plan:
    """Read a repaired text, one paragraph a line. `doubts` are those of the mending; `progress` counts entries."""
    lines = lines_of(text)
    layout = lay_out(lines)
    about = read_title_data(lines, layout, fallback=re.sub(r"\.[^.]+$", "", source))
    year = _document_year(about, layout.lines(lines, Zone.HEAD))
    outline = read_outline(text, layout.lines(lines, Zone.BODY), _first_note_reader(text, year))
    nodes, more = _nodes(text, outline, year, progress)
    return Plan(
        source=source,
        title=about.title,
        doc_number=about.doc_number,
        issuer=about.issuer,
        issued_on=about.issued_on,
        nodes=tuple(nodes),
        text=text,
        original=original,
        paragraphs=tuple(_paragraphs(lines, layout, about, outline, nodes)),
        doubts=(*doubts, *outline.doubts, *more, *_doubts_of_whole(outline, nodes)),
    )


def _document_year(about: TitleData, head: Sequence[Line]) -> int | None:
    """The year that 3月底前 means: the one in the title (2021年工作要点), else the year of issue, else the cover's.

    A title that names a span of years (2023—2025年) does not say which, unless nothing else does.
    """
    spans, single = _TITLE_SPAN.search(about.title), _TITLE_YEAR.search(about.title)
    if single and not spans:
        return int(single[1])
    if about.issued_on:
        return about.issued_on.year
    if spans:
        return int(spans[1])
    named = (_TITLE_YEAR.search(_NAMED.sub("", line.text)) for line in head)
    return next((int(match[1]) for match in named if match), None)


def _first_note_reader(text: str, year: int | None) -> Callable[[Line], int | None]:
    def first_note(line: Line) -> int | None:
        notes = find_notes(text, line.start, line.end, year)
        return notes[0].span.start - line.start if notes else None

    return first_note


def _nodes(text: str, outline: Outline, year: int | None, progress: Progress | None) -> tuple[list[Node], list[Doubt]]:
    ids = {id(entry): f"n{index}" for index, entry in enumerate(outline.entries, 1)}
    reader = _KindReader(text)
    nodes: list[Node] = []
    doubts: list[Doubt] = []
    for index, entry in enumerate(outline.entries):
        if progress is not None and index % _REPORT_EVERY == 0:
            progress(index, len(outline.entries))
        state = reader.tells_present_state(entry)
        facts = read_facts(text, _title_with_facts(entry), entry.body, year, measurable=not state)
        _add_row_facts(text, entry, facts, year)
        doubts += facts.doubts
        parent = ids[id(entry.parent)] if entry.parent else None
        nodes.append(_node(text, entry, facts, ids[id(entry)], parent, reader.kind(entry, facts)))
    return nodes, doubts


def _doubts_of_whole(outline: Outline, nodes: Sequence[Node]) -> list[Doubt]:
    """A table of tasks in an annex mostly repeats the tasks of the text: the officer decides."""
    rows = [entry for entry in outline.entries if entry.row is not None]
    if not rows or not any(node.assignments for node in nodes[: outline.entries.index(rows[0])]):
        return []
    message = f"任务表中的{len(rows)}项任务可能与正文任务重复，核对后取舍"
    return [Doubt("table_repeats", message, Span(rows[0].start, rows[-1].start))]


def _title_with_facts(entry: Entry) -> Span:
    """A leaf's title may itself say what and by when: 1.9月底前完成迁移。"""
    return entry.title if not entry.children else Span(entry.title.end, entry.title.end)


def _add_row_facts(text: str, entry: Entry, facts: Facts, year: int | None) -> None:
    if entry.row is None:
        return
    assignments, deadlines = row_facts(text, entry.row, year)
    facts.assignments += [
        fact for fact in assignments if (fact.role, fact.unit) not in {(a.role, a.unit) for a in facts.assignments}
    ]
    facts.deadlines += deadlines
    facts.noted = facts.noted or bool(assignments)


def _node(text: str, entry: Entry, facts: Facts, node_id: str, parent: str | None, kind: Kind) -> Node:
    body_start = entry.body[0].start if entry.body else max(entry.title.end, entry.start)
    body_end = entry.body[-1].end if entry.body else body_start
    end = max(body_end, entry.title.end)
    if entry.row is not None:
        end = entry.row.end
    return Node(
        id=node_id,
        parent=parent,
        number=entry.number,
        title=text[entry.title.start : entry.title.end].strip(),
        kind=kind,
        text=facts.text,
        span=Span(entry.start, end),
        body=Span(body_start, body_end),
        assignments=tuple(facts.assignments),
        deadlines=tuple(facts.deadlines),
        targets=tuple(facts.targets),
        parts=tuple(facts.parts),
    )


class _KindReader:
    """Judges entries by their own title and by the headings above them."""

    def __init__(self, text: str) -> None:
        self._text = text

    def kind(self, entry: Entry, facts: Facts) -> Kind:
        if entry.children:
            return Kind.CHAPTER if entry.parent is None else Kind.SECTION
        if facts.noted:
            return Kind.TASK
        if any(self._is_context(above) for above in _upward(entry)) or is_context_sentence(
            facts.text or self._title(entry)
        ):
            return Kind.CONTEXT
        return Kind.TASK

    def tells_present_state(self, entry: Entry) -> bool:
        return any(tells_present_state(self._title(above)) for above in _upward(entry))

    def _is_context(self, entry: Entry) -> bool:
        title = self._title(entry)
        return is_context_title(title) or (entry.style is Style.ANNEX and is_context_annex(title))

    def _title(self, entry: Entry) -> str:
        return self._text[entry.title.start : entry.title.end]


def _upward(entry: Entry) -> list[Entry]:
    branch: list[Entry] = []
    at: Entry | None = entry
    while at is not None:
        branch.append(at)
        at = at.parent
    return branch


def _paragraphs(
    lines: Sequence[Line], layout: Layout, about: TitleData, outline: Outline, nodes: Sequence[Node]
) -> list[Paragraph]:
    """What became of every line."""
    uses: dict[int, tuple[ParagraphUse, str | None]] = {}
    for index in outline.heads:
        uses[index] = (ParagraphUse.HEADING, None)
    for entry, node in zip(outline.entries, nodes, strict=True):
        alone = not any(span.start <= lines[entry.heading].end for span in entry.body) and entry.row is None
        uses[entry.heading] = (ParagraphUse.HEADING if alone else _body_use(node), node.id)
        for index in entry.lines:
            use = ParagraphUse.HEADING if lines[index].end == entry.title.end else _body_use(node)
            uses[index] = (use, node.id)
    loose = set(outline.loose)
    return [
        Paragraph(
            line.index,
            Span(line.start, line.end),
            *uses.get(line.index) or (_loose_use(line, layout, about, loose), None),
        )
        for line in lines
    ]


def _body_use(node: Node) -> ParagraphUse:
    return ParagraphUse.TASK if node.kind is Kind.TASK else ParagraphUse.BACKGROUND


def _loose_use(line: Line, layout: Layout, about: TitleData, loose: set[int]) -> ParagraphUse:
    """Lines outside the outline: the title is a heading, the letter and the page are background."""
    if line.index in about.title_lines:
        return ParagraphUse.HEADING
    zone = layout.zones[line.index]
    if zone is Zone.BODY or line.index in loose:
        return ParagraphUse.UNRECOGNISED
    if zone is Zone.HEAD and line.index not in about.known_lines and not _is_prose(line.text):
        return ParagraphUse.UNRECOGNISED
    return ParagraphUse.BACKGROUND


def _is_prose(words: str) -> bool:
    return len(words) >= 15 and words.rstrip().endswith(("。", "：", "；", "）", "”"))
