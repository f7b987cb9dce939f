"""核对栏目: what the columns of an old ledger are taken for, before its rows become tasks."""

from __future__ import annotations

from desktop_app.gui.dialogs.ledger_columns.dialog import LedgerColumnsDialog

__all__ = ["LedgerColumnsDialog"]
