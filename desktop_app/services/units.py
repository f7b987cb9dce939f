"""Units by name: one row a unit, with the ways its name is printed that differ only in form."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from sqlalchemy import Connection, select

from desktop_app.storage.models import Alias, Unit
from desktop_app.storage.recorder import Recorder


def unit_key(name: str) -> str:
    """The name without spaces, in half-width forms and simplified letters: the same for two ways to print it."""
    key = "".join(unicodedata.normalize("NFKC", name).split())
    return key if _is_simplified(key) else _simplified(key)


def _is_simplified(text: str) -> bool:
    # GB 2312 holds simplified letters only: most names need no converter, which takes long to load.
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _simplified(text: str) -> str:
    from opencc import OpenCC

    converted: str = OpenCC("t2s").convert(text)
    return converted


class UnitBook:
    """The units of a workspace while a plan is stored: new names and forms are added as they are met."""

    def __init__(self, connection: Connection) -> None:
        self._units = {row.key: (row.id, row.name) for row in connection.execute(select(Unit.id, Unit.key, Unit.name))}
        self._aliases = set(connection.scalars(select(Alias.printed)))

    def add(self, recorder: Recorder, printed_names: Iterable[str]) -> dict[str, int]:
        """Make sure every name has a unit; returns the unit of each."""
        keys = {printed: unit_key(printed) for printed in dict.fromkeys(printed_names)}
        missing: dict[str, str] = {}
        for printed, key in keys.items():
            if key not in self._units:
                missing.setdefault(key, printed)
        rows = [{"name": printed, "key": key} for key, printed in missing.items()]
        for row, unit_id in zip(rows, recorder.insert("unit", rows), strict=True):
            self._units[row["key"]] = (unit_id, row["name"])
        self._add_aliases(recorder, keys)
        return {printed: self._units[key][0] for printed, key in keys.items()}

    def _add_aliases(self, recorder: Recorder, keys: dict[str, str]) -> None:
        new = [
            {"unit_id": self._units[key][0], "printed": printed}
            for printed, key in keys.items()
            if printed != self._units[key][1] and printed not in self._aliases
        ]
        recorder.insert("alias", new)
        self._aliases.update(str(row["printed"]) for row in new)
