"""How the command line reads a file: a document of prose at once, an old ledger by columns that are told or can be said."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.corrections import replay
from desktop_app.domain.disk_words import reason
from desktop_app.domain.errors import BadInput
from desktop_app.domain.old_ledger import UNUSED, LedgerSheet, SheetAccount
from desktop_app.domain.plan import Plan
from desktop_app.ingest import open_document, plan_of
from desktop_app.ingest.document import Document
from desktop_app.ingest.ledgers import choose_columns, ledger_sheets, read_ledger

if TYPE_CHECKING:
    from desktop_app.services.workspace import Workspace

_MOST_CORRECTIONS = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Read:
    """A file as it was read. `sheets` and `accounts` are those of a ledger; `corrections` is what was put right, as JSON."""

    file: Path
    document: Document
    plan: Plan
    sheets: tuple[LedgerSheet, ...] = ()
    accounts: tuple[SheetAccount, ...] = ()
    corrections: str = ""


def read(file: Path, arguments: Namespace) -> Read:
    """Read a file; --sheet and --columns say what a ledger's sheets and columns are.

    Raises:
        BadInput: the file is no plan, or the choices do not fit it.
    """
    document = open_document(file)
    sheets = _chosen(document, arguments)
    if not sheets:
        return Read(file, document, plan_of(document))
    made = read_ledger(document, sheets)
    return Read(file, document, made.plan, tuple(sheets), made.accounts)


def recalled(workspace: Workspace, found: Read, arguments: Namespace) -> Read:
    """The same by what the officer chose for such a head before; what he says now is remembered instead."""
    from desktop_app.services import column_memory

    if arguments.columns:
        column_memory.remember(workspace, found.sheets)
        return found
    sheets = [column_memory.recall(workspace, sheet) for sheet in found.sheets]
    if not sheets or list(found.sheets) == sheets:
        return found
    made = read_ledger(found.document, sheets)
    return replace(found, plan=made.plan, sheets=tuple(sheets), accounts=made.accounts)


def corrected(found: Read, path: Path | None) -> Read:
    """The same with the corrections of a file done on it.

    Raises:
        BadInput: the file cannot be read, belongs to another document, or does not fit.
    """
    if path is None:
        return found
    body, data = _load(path)
    made = replay(found.plan, data)
    if made.unfit:
        step, reason = made.unfit[0]
        raise BadInput(f"更正文件“{path.name}”有{len(made.unfit)}处与本文件不符（{step.label}：{reason}），未作更改")
    return replace(found, plan=made.plan, corrections=body)


def column_lines(found: Read) -> Iterator[str]:
    """What the columns of a ledger were taken for, and what became of its rows."""
    for sheet, account in zip(found.sheets, found.accounts, strict=True):
        taken = (
            f"{column.label if column else UNUSED}={letter}"
            for letter, column in zip(sheet.letters, sheet.mapping.columns, strict=True)
        )
        name = f"工作表“{sheet.name}”" if sheet.name else "表格"
        yield f"  {name}：{account.summary}"
        yield f"  栏目：{','.join(taken)}"


def columns_json(found: Read) -> list[dict[str, object]]:
    """The same for programs."""
    return [
        {
            "sheet": sheet.name,
            "columns": {
                letter: column.value if column else None
                for letter, column in zip(sheet.letters, sheet.mapping.columns, strict=True)
            },
            "rows": [{"row": fate.row, "fate": fate.fate.value, "reason": fate.reason} for fate in account.rows],
        }
        for sheet, account in zip(found.sheets, found.accounts, strict=True)
    ]


def _chosen(document: Document, arguments: Namespace) -> list[LedgerSheet]:
    """The sheets to read as ledgers: those named, else those that look like one."""
    sheets = ledger_sheets(document)
    columns: Sequence[tuple[str, str]] = arguments.columns
    if (columns or arguments.sheets) and not sheets:
        raise BadInput(f"“{document.source}”不是表格，不能指定栏目或工作表")
    if arguments.sheets:
        named = {sheet.name: sheet for sheet in sheets}
        missing = [name for name in arguments.sheets if name not in named]
        if missing:
            raise BadInput(f"“{document.source}”没有名为“{missing[0]}”的工作表，有：{'、'.join(named)}")
        chosen = [named[name] for name in arguments.sheets]
    else:
        chosen = [sheet for sheet in sheets if sheet.likely] or (list(sheets[:1]) if columns else [])
    return [choose_columns(sheet, columns) for sheet in chosen]


def _load(path: Path) -> tuple[str, object]:
    try:
        if path.stat().st_size > _MOST_CORRECTIONS:
            raise BadInput(f"更正文件“{path.name}”过大，未读取")
        body = path.read_text(encoding="utf-8-sig")
        return body, json.loads(body)
    except OSError as error:
        raise BadInput(f"更正文件“{path.name}”打不开：{reason(error)}") from None
    except (ValueError, RecursionError):
        raise BadInput(f"“{path.name}”不是导出的更正文件，核对后重新执行") from None
