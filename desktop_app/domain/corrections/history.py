"""The bench on which a plan is corrected: every step can be taken back and done again."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.domain.corrections.operations import Correction
from desktop_app.domain.corrections.refs import Unfit
from desktop_app.domain.plan import Plan


class Bench:
    """A plan as parsed and what was corrected since. Plans are frozen, so each step keeps the plan before it."""

    def __init__(self, parsed: Plan) -> None:
        self.parsed = parsed
        self.plan = parsed
        self._done: list[tuple[Correction, Plan]] = []
        self._undone: list[Correction] = []

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """The steps that hold, in order."""
        return tuple(step for step, _before in self._done)

    @property
    def undo_label(self) -> str | None:
        """What `undo` would take back."""
        return self._done[-1][0].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """What `redo` would do again."""
        return self._undone[-1].label if self._undone else None

    def do(self, correction: Correction) -> None:
        """Correct the plan.

        Raises:
            Unfit: it does not fit; nothing changed.
        """
        self._step(correction)
        self._undone.clear()

    def do_all(self, corrections: Iterable[Correction]) -> list[tuple[Correction, str]]:
        """Do what fits, each as a step of its own; returns what does not fit, with the reason."""
        unfit = []
        for correction in corrections:
            try:
                self.do(correction)
            except Unfit as error:
                unfit.append((correction, str(error)))
        return unfit

    def undo(self) -> None:
        """Take the last step back; nothing when there is none."""
        if self._done:
            correction, self.plan = self._done.pop()
            self._undone.append(correction)

    def redo(self) -> None:
        """Do the step again that was taken back last; nothing when there is none."""
        if self._undone:
            self._step(self._undone[-1])
            self._undone.pop()

    def _step(self, correction: Correction) -> None:
        after = correction.apply(self.plan)
        self._done.append((correction, self.plan))
        self.plan = after
