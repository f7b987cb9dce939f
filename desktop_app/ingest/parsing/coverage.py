"""What became of every paragraph: task, heading, background, furniture of the page, not recognised. None is left out."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.plan import Kind, Node, Paragraph, ParagraphUse, Span
from desktop_app.ingest.parsing.entries import Outline
from desktop_app.ingest.parsing.layout import Layout, Zone
from desktop_app.ingest.parsing.lines import Line
from desktop_app.ingest.parsing.title_data import TitleData

_LEAST_PROSE = 6


def account_for(
    lines: Sequence[Line], layout: Layout, about: TitleData, outline: Outline, nodes: Sequence[Node]
) -> list[Paragraph]:
    """One paragraph for every line, with the node it went to."""
    uses: dict[int, tuple[ParagraphUse, str | None]] = dict.fromkeys(outline.heads, (ParagraphUse.HEADING, None))
    for entry, node in zip(outline.entries, nodes, strict=True):
        heading = lines[entry.heading]
        alone = entry.row is None and not (entry.body and entry.body[0].start <= heading.end)
        uses[entry.heading] = (ParagraphUse.HEADING if alone else _body_use(node), node.id)
        for index in entry.lines:
            is_title = lines[index].end == entry.title.end
            uses[index] = (ParagraphUse.HEADING if is_title else _body_use(node), node.id)
    loose = frozenset(outline.loose)
    return [_paragraph(line, uses, layout, about, loose) for line in lines]


def _paragraph(
    line: Line,
    uses: dict[int, tuple[ParagraphUse, str | None]],
    layout: Layout,
    about: TitleData,
    loose: frozenset[int],
) -> Paragraph:
    use, node = uses.get(line.index) or (_loose_use(line, layout, about, loose), None)
    return Paragraph(line.index, Span(line.start, line.end), use, node)


def _body_use(node: Node) -> ParagraphUse:
    return ParagraphUse.TASK if node.kind is Kind.TASK else ParagraphUse.BACKGROUND


def _loose_use(line: Line, layout: Layout, about: TitleData, loose: frozenset[int]) -> ParagraphUse:
    """Lines outside the outline: the title is a heading, the letter background, the page furniture."""
    if line.index in about.title_lines:
        return ParagraphUse.HEADING
    zone = layout.zones[line.index]
    if zone in (Zone.FURNITURE, Zone.CONTENTS):
        return ParagraphUse.FURNITURE
    if zone is Zone.BODY or line.index in loose:
        return ParagraphUse.UNRECOGNISED
    if zone is Zone.HEAD and line.index not in about.known_lines and not _is_prose(line.text):
        return ParagraphUse.UNRECOGNISED
    return ParagraphUse.BACKGROUND


def _is_prose(words: str) -> bool:
    return len(words) >= _LEAST_PROSE and words.rstrip().endswith(("。", "：", "；", "）", "”"))
