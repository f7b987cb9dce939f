"""How a submission stands in the list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from desktop_app.gui.words import say, tr


class Submitted(Protocol):
    """A submission as it was registered."""

    @property
    def number(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def period(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def submitted_on(self) -> dt.date: ...
    @property
    def tasks(self) -> int: ...
    @property
    def note(self) -> str: ...
    @property
    def folder(self) -> Path: ...
    @property
    def files(self) -> Sequence[Path]: ...


def cells_of(row: Submitted, damage: Mapping[int, Sequence[str]] | None) -> list[str]:
    """The cells of a row; `damage` is None while it is being looked for."""
    note = tr("{0}（{1}）").format(row.title, row.note) if row.note else row.title
    return [
        str(row.number),
        row.submitted_on.isoformat(),
        note,
        say(row.kind),
        row.period,
        str(row.tasks),
        _state(row, damage),
    ]


def _state(row: Submitted, damage: Mapping[int, Sequence[str]] | None) -> str:
    if damage is None:
        return tr("正在核对")
    return tr("有改动或缺失") if damage.get(row.number) else tr("完好")
