"""导入核对: the window in which a plan that was read is looked at and put right before it is stored."""

from __future__ import annotations

from desktop_app.gui.dialogs.import_review.dialog import ImportReviewDialog

__all__ = ["ImportReviewDialog"]
