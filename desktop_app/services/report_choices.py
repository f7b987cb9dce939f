"""What the officer chose for a kind of report, remembered in the workspace: the next one begins where the last was left."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from desktop_app.services import settings
from desktop_app.services.reports import ADDRESSEE, SIGNATURE_UNIT
from desktop_app.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.exports.material import ReportOptions

_PREFIX = "report/choices"
_SHARED_ADDRESSEE = ("progress", "targets")
"""Reports that go up: their addressee is that of the workspace."""

_LISTS = ("chapters", "units", "sections")
_SWITCHES = ("annex", "definitions", "charts")


def recall(workspace: Workspace, template: str) -> ReportOptions:
    """The choices of the last report of this kind; its period is moved on to the one that holds today."""
    from desktop_app.exports.material import ReportOptions
    from desktop_app.exports.report_model import Numbering

    stored = _stored(workspace, template)
    chosen: dict[str, Any] = {
        name: tuple(map(str, stored[name])) for name in _LISTS if isinstance(stored.get(name), list)
    }
    chosen |= {name: bool(stored[name]) for name in _SWITCHES if name in stored}
    return ReportOptions(
        template=template,
        period=_moved_on(str(stored.get("period") or ""), workspace.today),
        addressee=_addressee(workspace, template, stored),
        signature_unit=settings.get(workspace, SIGNATURE_UNIT),
        numbering=Numbering.CENTRED if stored.get("numbering") == Numbering.CENTRED.value else Numbering.OUTER,
        **chosen,
    )


def remember(workspace: Workspace, options: ReportOptions) -> None:
    """Remember the choices of this kind of report, and for all reports who signs and to whom they go."""
    values: dict[str, object] = {name: getattr(options, name) for name in (*_LISTS, *_SWITCHES)}
    values |= {"period": options.period, "numbering": options.numbering.value}
    settings.put(workspace, SIGNATURE_UNIT, options.signature_unit or "")
    if options.template in _SHARED_ADDRESSEE:
        settings.put(workspace, ADDRESSEE, options.addressee or "")
    else:
        values["addressee"] = options.addressee
    settings.put(workspace, f"{_PREFIX}/{options.template}", json.dumps(values, ensure_ascii=False))


def _addressee(workspace: Workspace, template: str, stored: dict[str, Any]) -> str | None:
    if template in _SHARED_ADDRESSEE:
        return settings.get(workspace, ADDRESSEE)
    chosen = stored.get("addressee")
    return chosen if isinstance(chosen, str) else None


def _stored(workspace: Workspace, template: str) -> dict[str, Any]:
    try:
        stored = json.loads(settings.get(workspace, f"{_PREFIX}/{template}") or "{}")
    except ValueError:
        return {}
    return stored if isinstance(stored, dict) else {}


def _moved_on(period: str, today: dt.date) -> str | None:
    """A month stays a month: the one of today. Days that were typed stay."""
    if ".." in period:
        return period
    if "-Q" in period:
        return f"{today.year}-Q{(today.month + 2) // 3}"
    if "-H" in period:
        return f"{today.year}-H{1 if today.month <= 6 else 2}"
    if "-" in period:
        return f"{today:%Y-%m}"
    return str(today.year) if period else None
