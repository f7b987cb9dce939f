"""A repaired text becomes a plan: zones, outline, kinds, facts, and what became of every paragraph."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop_app.domain.plan import Doubt, Plan
from desktop_app.ingest.parsing.coverage import account_for
from desktop_app.ingest.parsing.layout import Zone, lay_out
from desktop_app.ingest.parsing.lines import Line, lines_of
from desktop_app.ingest.parsing.nodes import NodeBuilder, Progress
from desktop_app.ingest.parsing.notes import NoteFinder, notes_outside
from desktop_app.ingest.parsing.outline import read_outline
from desktop_app.ingest.parsing.plan_rules import find_plan_rules, settle
from desktop_app.ingest.parsing.repeats import merge_repeats
from desktop_app.ingest.parsing.title_data import TitleData, read_title_data

_YEAR = re.compile(r"(20\d\d)\s*年")
_SPAN_OF_YEARS = re.compile(r"(20\d\d)\s*年?\s*[—–\-~～至到]+\s*20\d\d\s*年")
_NAMED = re.compile(r"《[^《》]*》|[〔（(][^〔〕（）()]*[〕）)]")


def parse_text(
    text: str,
    original: str,
    source: str,
    doubts: Sequence[Doubt] = (),
    progress: Progress | None = None,
    styled: Mapping[str, int] | None = None,
) -> Plan:
    """Read a repaired text, one paragraph a line.

    `doubts` are those of the mending; `progress` counts entries; `styled` are the texts, without white space, that
    the file itself calls headings, with their levels.
    """
    lines = lines_of(text)
    layout = lay_out(lines, styled)
    about = read_title_data(lines, layout, fallback=re.sub(r"\.[^.]+$", "", source))
    year = _document_year(about, layout.lines(lines, Zone.HEAD))
    finder = NoteFinder(text, year)
    outline = read_outline(text, layout.lines(lines, Zone.BODY), finder, layout.headlines)
    builder = NodeBuilder(text, finder, year)
    rules, nodes = settle(find_plan_rules(text, year), builder.build(outline.entries, progress))
    paragraphs = account_for(lines, layout, about, outline, nodes)
    merged = merge_repeats(outline.entries, nodes)
    outside = notes_outside(finder, layout.lines(lines, Zone.HEAD))
    return Plan(
        source=source,
        title=about.title,
        doc_number=about.doc_number,
        issuer=about.issuer,
        issued_on=about.issued_on,
        nodes=merged.nodes,
        text=text,
        original=original,
        paragraphs=tuple(replace(p, node=merged.moved.get(p.node or "", p.node)) for p in paragraphs)
        if merged.moved
        else tuple(paragraphs),
        doubts=(*doubts, *outline.doubts, *builder.doubts, *outside, *merged.doubts),
        rules=tuple(rules),
    )


def _document_year(about: TitleData, head: Sequence[Line]) -> int | None:
    """The year that 3月底前 means: the one in the title (2021年工作要点), else the year of issue, else the cover's.

    A title that names a span of years (2023—2025年) does not say which, unless nothing else does.
    """
    spans, single = _SPAN_OF_YEARS.search(about.title), _YEAR.search(about.title)
    if single and not spans:
        return int(single[1])
    if about.issued_on:
        return about.issued_on.year
    if spans:
        return int(spans[1])
    named = (_YEAR.search(_NAMED.sub("", line.text)) for line in head)
    return next((int(match[1]) for match in named if match), None)
