"""How the officer said the columns of a ledger are to be taken: remembered under the words of its head."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from desktop_app.domain.old_ledger import LedgerSheet
from desktop_app.services import settings
from desktop_app.services.workspace import Workspace

_PREFIX = "columns:"


def recall(workspace: Workspace, sheet: LedgerSheet) -> LedgerSheet:
    """The sheet as sheets with this head were taken last; as guessed when there was none."""
    from desktop_app.ingest.ledgers import columns_from_text

    kept = settings.get(workspace, _key(sheet))
    return sheet.with_mapping(columns_from_text(sheet.mapping, kept)) if kept else sheet


def remember(workspace: Workspace, sheets: Iterable[LedgerSheet]) -> None:
    """Keep what the columns of these sheets were taken for."""
    from desktop_app.ingest.ledgers import columns_as_text

    for sheet in sheets:
        settings.put(workspace, _key(sheet), columns_as_text(sheet.mapping))


def _key(sheet: LedgerSheet) -> str:
    return _PREFIX + hashlib.sha256(sheet.mapping.key.encode()).hexdigest()
