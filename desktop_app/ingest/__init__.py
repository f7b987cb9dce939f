"""A file in, a plan out: a reader delivers blocks, repair mends them, parsing makes the plan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.plan import Plan

__all__ = ["read_plan"]

Progress = Callable[[int, int], None]
_READ, _MENDED, _WHOLE = 10, 40, 100


def read_plan(path: Path, progress: Progress | None = None) -> Plan:
    """Read a policy document.

    `progress` is called with (done, 100) and may raise `Cancelled`; nothing is kept then.

    Raises:
        BadInput: the file cannot be read, is marked secret, or is not a plan. The message is for the officer.
    """
    from desktop_app.domain.plan import Doubt
    from desktop_app.ingest.parsing.parse import parse_text
    from desktop_app.ingest.parsing.unnumbered import styled_headings
    from desktop_app.ingest.plausibility import refuse_what_is_no_plan
    from desktop_app.ingest.readers import read_document
    from desktop_app.ingest.repair import mend
    from desktop_app.ingest.secrecy import refuse_secrets

    report = progress or (lambda done, total: None)
    report(0, _WHOLE)
    document = read_document(path)
    original = document.text
    refuse_secrets(path.name, original)
    report(_READ, _WHOLE)
    text, mended = mend(document.body)
    doubts = [*(Doubt("reader", remark) for remark in document.remarks), *mended]
    report(_MENDED, _WHOLE)
    plan = parse_text(
        text,
        original,
        path.name,
        doubts,
        lambda done, total: report(_MENDED + 59 * done // max(total, 1), _WHOLE),
        styled_headings(document),
    )
    refuse_what_is_no_plan(path.name, plan)
    report(_WHOLE, _WHOLE)
    return plan
