"""Several corrections as one step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.plan import Plan

if TYPE_CHECKING:
    from desktop_app.domain.corrections.operations import Correction


@dataclass(frozen=True, slots=True)
class Together:
    """Corrections that are undone in one step: two units of one selection, the levels of several rows."""

    label: str
    steps: tuple[Correction, ...]

    def apply(self, plan: Plan) -> Plan:
        """The plan after all of them."""
        for step in self.steps:
            plan = step.apply(plan)
        return plan
