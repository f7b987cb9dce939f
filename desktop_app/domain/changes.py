"""What a command changed: the one answer that every screen refreshes by."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """The label of the command and the ids it touched.

    `plans` is set when plans came or went: the whole outline is then read anew.
    `warnings` are sentences for the officer, such as tasks closed without evidence.
    """

    label: str
    tasks: frozenset[int] = field(default_factory=frozenset)
    plans: frozenset[int] = field(default_factory=frozenset)
    warnings: tuple[str, ...] = ()
