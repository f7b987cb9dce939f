"""Dates and numbers in words that the officer selects, read by the rules that read the plan."""

from __future__ import annotations

from desktop_app.domain.plan import Deadline, Target


class Phrases:
    """The reader that the import review is given: dialogs know only what things are, not how they are read."""

    def deadline(self, words: str, year: int | None) -> Deadline | None:
        """The date that the words set; None when they name none."""
        from desktop_app.ingest.parsing.dates import find_deadlines, read_note_date

        noted = read_note_date(words, 0, len(words), year)
        found = find_deadlines(words, 0, len(words), year)
        return noted or (found[0] if found else None)

    def target(self, words: str) -> Target | None:
        """The number that the words set; None when they name none."""
        from desktop_app.ingest.parsing.targets import find_targets

        found = find_targets(words, 0, len(words))
        return found[0] if found else None
