"""A file in, a plan out: a reader delivers blocks, repair mends them, parsing makes the plan. An old ledger is read by its columns."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.plan import Plan
    from desktop_app.ingest.document import Document

__all__ = ["open_document", "paste_document", "plan_of", "read_plan"]

Progress = Callable[[int, int], None]
_READ, _MENDED, _WHOLE = 10, 40, 100


def read_plan(path: Path, progress: Progress | None = None) -> Plan:
    """Read a policy document, or an old ledger by what its columns are probably for.

    `progress` is called with (done, 100) and may raise `Cancelled`; nothing is kept then.

    Raises:
        BadInput: the file cannot be read, is marked secret, or is not a plan. The message is for the officer.
    """
    from desktop_app.ingest.ledgers import ledger_sheets, read_ledger

    report = progress or (lambda done, total: None)
    report(0, _WHOLE)
    document = open_document(path)
    report(_READ, _WHOLE)
    sheets = [sheet for sheet in ledger_sheets(document) if sheet.likely]
    return read_ledger(document, sheets, progress).plan if sheets else plan_of(document, progress)


def open_document(path: Path) -> Document:
    """Read a file into blocks.

    Raises:
        BadInput: the file cannot be read, or is marked secret.
    """
    from desktop_app.ingest.readers import read_document
    from desktop_app.ingest.secrecy import refuse_secrets

    document = read_document(path)
    refuse_secrets(path.name, document.text)
    return document


def paste_document(text: str, source: str) -> Document:
    """The same for a text that was pasted, called `source`.

    Raises:
        BadInput: nothing was pasted, far too much, or it is marked secret.
    """
    from desktop_app.ingest.readers import read_text
    from desktop_app.ingest.secrecy import refuse_secrets

    document = read_text(text, source)
    refuse_secrets(source, document.text)
    return document


def plan_of(document: Document, progress: Progress | None = None) -> Plan:
    """The plan that a document of prose holds.

    Raises:
        BadInput: it is not a plan.
    """
    from dataclasses import replace

    from desktop_app.domain.collecting import no_collection
    from desktop_app.domain.plan import Doubt
    from desktop_app.ingest.parsing.parse import parse_text
    from desktop_app.ingest.parsing.unnumbered import styled_headings
    from desktop_app.ingest.plausibility import refuse_what_is_no_plan
    from desktop_app.ingest.repair import mend

    report = progress or (lambda done, total: None)
    report(_READ, _WHOLE)
    with no_collection():
        text, mended = mend(document.body)
        doubts = [*(Doubt("reader", remark) for remark in document.remarks), *mended]
        report(_MENDED, _WHOLE)
        plan = parse_text(
            text,
            document.text,
            document.source,
            doubts,
            lambda done, total: report(_MENDED + 59 * done // max(total, 1), _WHOLE),
            styled_headings(document),
        )
    plan = replace(plan, set_aside=document.set_aside)
    refuse_what_is_no_plan(document.source, plan)
    report(_WHOLE, _WHOLE)
    return plan
