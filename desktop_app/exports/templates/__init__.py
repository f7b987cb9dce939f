"""The kinds of report that an office sends: each template turns the same material into a report's content."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.errors import BadInput
from desktop_app.exports.material import Material, ReportOptions
from desktop_app.exports.report_model import Block, Chart, Paragraph, ReportContent
from desktop_app.exports.rewording import CLOSING, OPENING, TITLE, Wording, reword
from desktop_app.exports.table_model import Table
from desktop_app.exports.templates import evidence, ledger, overdue, progress, targets, units, urging


@dataclass(frozen=True, slots=True)
class Template:
    """One kind of report. `sections` are the parts that may be left out, by key; `per_unit` ones go to one unit.

    A `letter` has addressee, closing words and signature. `annex` is what its annex is called, "" when it has none.
    """

    key: str
    name: str
    draft: Callable[[Material], ReportContent]
    sections: Mapping[str, str]
    per_unit: bool = False
    letter: bool = False
    annex: str = ""
    definitions: bool = False
    charts: bool = False


TEMPLATES: Mapping[str, Template] = {
    template.key: template
    for template in (
        Template(
            "progress",
            "进展情况报告",
            progress.draft,
            progress.SECTIONS,
            letter=True,
            annex="任务台账",
            definitions=True,
            charts=True,
        ),
        Template("ledger", "任务台账", ledger.draft, {}, definitions=True),
        Template(
            "overdue",
            "逾期通报",
            overdue.draft,
            overdue.SECTIONS,
            letter=True,
            annex="逾期任务清单",
            definitions=True,
            charts=True,
        ),
        Template("units", "单位清单", units.draft, {}),
        Template("urging", "催办函", urging.draft, {}, per_unit=True, letter=True),
        Template(
            "targets",
            "指标完成情况",
            targets.draft,
            targets.SECTIONS,
            letter=True,
            annex="指标明细",
            definitions=True,
            charts=True,
        ),
        Template("evidence", "佐证材料目录", evidence.draft, {}),
    )
}


def find(name: str) -> Template:
    """The template of this key or Chinese name.

    Raises:
        BadInput: there is none.
    """
    for template in TEMPLATES.values():
        if name in (template.key, template.name):
            return template
    known = "、".join(f"{template.name}（{template.key}）" for template in TEMPLATES.values())
    raise BadInput(f"没有“{name}”这个文种，可用：{known}")


def draft(material: Material) -> ReportContent:
    """Draft the report that the material's options ask for; the officer's own head and close go before the template's.

    What was reworded text by text is put in by `worded`.

    Raises:
        BadInput: no such template, or a period of another form.
        Refused: the material holds nothing that such a report could speak of.
    """
    return reword(_drafted(material), (), _typed(material.options))[0]


def worded(material: Material) -> tuple[ReportContent, tuple[Wording, ...]]:
    """The report in the officer's words, and every text of it that can be reworded.

    Raises:
        As `draft`.
    """
    return reword(_drafted(material), material.options.rewordings or (), _typed(material.options))


def _typed(options: ReportOptions) -> dict[str, str]:
    """Head and close as the officer typed them, by slot."""
    words = {TITLE: options.title, OPENING: options.opening, CLOSING: options.closing}
    return {slot: text for slot, text in words.items() if text}


def _drafted(material: Material) -> ReportContent:
    """In the words of the template alone, with the chosen parts, addressee and signature."""
    options = material.options
    content = find(options.template).draft(material)
    if not options.annex:
        content = _without_references(content)
    if not options.charts:
        content = _without_charts(content)
    has_letter = content.signed_on is not None
    return replace(
        content,
        addressee=(content.addressee if options.addressee is None else options.addressee) if has_letter else "",
        signature_unit=(options.signature_unit or "") if has_letter else "",
        signed_on=(options.signed_on or content.signed_on) if has_letter else None,
        numbering=options.numbering,
    )


def _without_charts(content: ReportContent) -> ReportContent:
    """The same with a table in place of each chart, where no other table stands beside it."""
    sections = tuple(replace(section, blocks=tuple(_in_figures(section.blocks))) for section in content.sections)
    return replace(content, sections=sections)


def _in_figures(blocks: Sequence[Block]) -> Iterator[Block]:
    has_table = any(isinstance(block, Table) for block in blocks)
    for block in blocks:
        if not isinstance(block, Chart):
            yield block
        elif not has_table:
            yield block.as_table


_REFERENCE = re.compile(r"（附件第\d+项(，[^）]*)?）")
_INSTEAD = (
    ("“序号”为附件中的序号。", "“序号”按规划中任务的先后编排。"),
    ("各项指标的目标值、读数、读数日期和来源见附件。", ""),
    ("项见附件。", "项从略。"),
)


def _without_references(content: ReportContent) -> ReportContent:
    """The same without pointers into an annex that the officer left out."""
    sections = tuple(
        replace(section, blocks=tuple(_told_alone(block) for block in section.blocks)) for section in content.sections
    )
    return replace(content, sections=sections)


def _told_alone(block: Block) -> Block:
    if not isinstance(block, Paragraph):
        return block
    text = _REFERENCE.sub(lambda found: f"（{found[1][1:]}）" if found[1] else "", block.text)
    for words, instead in _INSTEAD:
        text = text.replace(words, instead)
    return replace(block, text=text)
