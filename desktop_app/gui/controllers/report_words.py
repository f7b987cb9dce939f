"""The officer's own words in a report: kept for the report they were written in, in place of what is drafted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.gui.controllers.desk import Desk
from desktop_app.gui.dialogs.report.window import ReportWindow

if TYPE_CHECKING:
    from desktop_app.exports.rewording import Rewording


class ReportWords(QObject):
    """Serves one report window and ends with it."""

    changed = Signal()
    """Other words are kept now: the report is to be drafted anew."""

    def __init__(self, desk: Desk, window: ReportWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        window.wording.reworded.connect(self._reword)
        window.wording.restored.connect(self._restore)

    def _reword(self, slot: str, words: str) -> None:
        """Keep words for this report; words equal to the draft are the draft."""
        from desktop_app.exports.rewording import Rewording

        drafted = next((each.drafted for each in self._window.wording.wordings if each.slot == slot), None)
        if drafted is not None:
            own = [] if words == drafted else [Rewording(slot, drafted, words)]
            self._keep([*(each for each in self._kept() if each.slot != slot), *own])

    def _restore(self, slot: str) -> None:
        """Back to the draft, at one place or, without a name of one, everywhere."""
        self._keep([each for each in self._kept() if slot and each.slot != slot])

    def _kept(self) -> Sequence[Rewording]:
        from desktop_app.services import report_words

        options = self._window.options
        return report_words.kept(self._desk.workspace, options) if options is not None else ()

    def _keep(self, rewordings: Sequence[Rewording]) -> None:
        from desktop_app.services import report_words

        if self._window.options is not None:
            report_words.keep(self._desk.workspace, self._window.options, rewordings)
            self.changed.emit()
