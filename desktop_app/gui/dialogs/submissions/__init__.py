"""报送 and 历次报送: freezing a report, and opening and comparing what was frozen."""

from desktop_app.gui.dialogs.submissions.history import SubmissionsWindow
from desktop_app.gui.dialogs.submissions.submit import SubmitDialog
from desktop_app.gui.dialogs.submissions.submitted import SubmittedDialog

__all__ = ["SubmissionsWindow", "SubmitDialog", "SubmittedDialog"]
