"""An old ledger in, a plan out: its sheets are shown with what their columns are taken for, then read."""

from __future__ import annotations

from desktop_app.ingest.ledgers.building import LedgerReading, read_ledger
from desktop_app.ingest.ledgers.rows import account_for_rows
from desktop_app.ingest.ledgers.sheets import (
    choose_columns,
    columns_as_text,
    columns_from_text,
    ledger_sheets,
    with_head,
)

__all__ = [
    "LedgerReading",
    "account_for_rows",
    "choose_columns",
    "columns_as_text",
    "columns_from_text",
    "ledger_sheets",
    "read_ledger",
    "with_head",
]
