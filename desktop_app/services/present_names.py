"""The names units go by now: what was handed out under a name that was merged into another is still that unit's."""

from __future__ import annotations

from sqlalchemy import Connection, select

from desktop_app.storage.models import Alias, Unit


def present_names(connection: Connection) -> dict[str, str]:
    """By another name of a unit: its name now. A name that some unit goes by itself is left out."""
    listed = connection.execute(select(Alias.printed, Unit.name).join(Unit, Unit.id == Alias.unit_id)).all()
    going = set(connection.scalars(select(Unit.name)))
    return {printed: name for printed, name in listed if printed not in going}
