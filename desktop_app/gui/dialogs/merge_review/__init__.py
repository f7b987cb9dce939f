"""回收核对: what units sent back, cell by cell, before anything is merged."""

from __future__ import annotations

from desktop_app.gui.dialogs.merge_review.dialog import MergeReviewDialog
from desktop_app.gui.dialogs.merge_review.receipt_pane import ReceiptText

__all__ = ["MergeReviewDialog", "ReceiptText"]
