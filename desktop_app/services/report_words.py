"""The officer's words for a report, kept for that kind of report, plan, period and, of a letter, unit."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop_app.services import settings
from desktop_app.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.exports.material import ReportOptions
    from desktop_app.exports.rewording import Rewording

_PREFIX = "report/words"


def kept(workspace: Workspace, options: ReportOptions) -> tuple[Rewording, ...]:
    """What was reworded in this report; a remembered text that cannot be read is as if there were none."""
    from desktop_app.exports.rewording import Rewording

    stored = settings.get(workspace, _key(options))
    try:
        return tuple(
            Rewording(str(slot), str(drafted), str(words)) for slot, drafted, words in json.loads(stored or "[]")
        )
    except (ValueError, TypeError):
        return ()


def keep(workspace: Workspace, options: ReportOptions, rewordings: Iterable[Rewording]) -> None:
    """Keep these, in place of all kept before for this report."""
    listed = [(each.slot, each.drafted, each.words) for each in rewordings]
    settings.put(workspace, _key(options), json.dumps(listed, ensure_ascii=False) if listed else "")


def _key(options: ReportOptions) -> str:
    from desktop_app.exports.templates import find

    template = find(options.template)
    unit = "、".join(options.units) if template.per_unit else ""
    return "/".join((_PREFIX, template.key, str(options.plan or "all"), options.period or "now", unit))
