"""`fill`: a blank form from above, filled from the ledger."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.cli.answer import Answer
from desktop_app.cli.opening import opened
from desktop_app.domain.errors import BadInput
from desktop_app.domain.superior_form import FormMapping, FormTable, Meaning, TableMapping
from desktop_app.services import superior_form as service
from desktop_app.services.superior_form import RowChoice, SuperiorForm


def fill(arguments: Namespace) -> Answer:
    """Fill a form, or with --dry-run only say what its columns would take."""
    choice = RowChoice(
        plan=arguments.plan,
        period=arguments.period,
        units=tuple(arguments.units),
        lights=tuple(arguments.lights),
        changed=arguments.changed,
        unit=arguments.signature,
    )
    with opened(arguments) as workspace:
        form = service.open_form(workspace, arguments.form)
        mapping = _corrected(form.mapping, arguments.columns)
        if arguments.dry_run:
            remarks = service.foretell(workspace, form, choice, mapping)
            return Answer(lambda: _as_json(form, mapping), lambda: [*_told(form, mapping), *remarks])
        made = service.fill(workspace, form, arguments.out, choice, mapping)
        service.remember(workspace, mapping, choice.unit)
    data = {"path": str(made.path), "rows": made.rows, "message": made.message, "tables": _as_json(form, mapping)}
    return Answer(lambda: data, lambda: [made.message])


def _corrected(mapping: FormMapping, named: Sequence[str]) -> FormMapping:
    """The mapping with the columns that were named: 完成情况=进展."""
    for each in named:
        head, mark, word = each.partition("=")
        meaning = next((known for known in Meaning if word in (known.value, known.label)), None)
        if not mark or meaning is None:
            known_words = "、".join(known.label for known in Meaning)
            raise BadInput(f"“{each}”应写成 列名=内容，内容可用：{known_words}")
        if not any(head in table.heads for table in mapping.tables):
            heads = "、".join(head for table in mapping.tables for head in table.heads if head)
            raise BadInput(f"表中没有“{head}”这一列，表头有：{heads}")
        mapping = FormMapping(tuple(_with(table, head, meaning) for table in mapping.tables))
    return mapping


def _with(table: TableMapping, head: str, meaning: Meaning) -> TableMapping:
    columns = (meaning if name == head else old for name, old in zip(table.heads, table.columns, strict=True))
    return replace(table, columns=tuple(columns))


def _told(form: SuperiorForm, mapping: FormMapping) -> Iterator[str]:
    yield "同样的表以前填过，按上次的对应填写" if form.known else "首次填写这种表，按表头推测如下"
    for table, each in zip(form.tables, mapping.tables, strict=True):
        yield from _told_of(table, each)


def _told_of(table: FormTable, mapping: TableMapping) -> Iterator[str]:
    if not mapping.takes_tasks:
        yield f"{table.name}：不填任务"
    else:
        room = f"列有 {len(mapping.listed)} 项任务，只填空着的格" if mapping.listed else f"有 {mapping.rows} 个空行"
        yield f"{table.name}：从第 {table.top + mapping.first + 1} 行起填写，表中{room}"
        for head, meaning in zip(mapping.heads, mapping.columns, strict=True):
            yield f"  {head or '（无表头）'}：{meaning.label}"
    for blank, entry, text in mapping.blanks:
        yield f"  {blank.label}____：{text or entry.label}"


def _as_json(form: SuperiorForm, mapping: FormMapping) -> list[dict[str, object]]:
    return [
        {
            "name": table.name,
            "first_row": table.top + each.first + 1,
            "empty_rows": each.rows,
            "listed_rows": [table.top + row + 1 for row in each.listed],
            "columns": [
                {"head": head, "meaning": meaning.value} for head, meaning in zip(each.heads, each.columns, strict=True)
            ],
            "blanks": [
                {"label": blank.label, "entry": entry.value, "text": text} for blank, entry, text in each.blanks
            ],
        }
        for table, each in zip(form.tables, mapping.tables, strict=True)
    ]


COMMANDS = {"fill": fill}
