"""Receipts of merged workbooks: small documents in the workspace, as PDF or Word, drawn when the merge is on record."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.disk_words import reason
from desktop_app.domain.errors import XiaohaoError
from desktop_app.domain.merging import Decision, MergePlan
from desktop_app.services import declined, reports, settings
from desktop_app.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.exports.report_model import ReportContent

Progress = Callable[[int, int], None]

RECEIPTS = "exports/回执"
"""Where receipts are kept, within the workspace."""

_ASIDE = ".unfinished"

SUFFIXES = (".pdf", ".docx")
"""What a receipt can be drawn as."""


@dataclass(frozen=True, slots=True)
class Receipts:
    """The files that were drawn, and a sentence for each that was not."""

    written: tuple[Path, ...]
    failed: tuple[str, ...]


def draft(workspace: Workspace, plan: MergePlan, book: int, decision: Decision) -> ReportContent:
    """What the receipt of one workbook would say; cells that nobody chose for yet are counted apart."""
    from desktop_app.exports.receipt import draft_receipt

    cells = [cell for cell in plan.cells if cell.book == book]
    unit = settings.get(workspace, reports.SIGNATURE_UNIT)
    reasons = declined.reasons(plan, book, decision)
    follows = declined.consequences(plan, cells, reasons, decision)
    return draft_receipt(plan.books[book], cells, decision, reasons, workspace.today, unit, follows)


def write_receipt(workspace: Workspace, plan: MergePlan, book: int, decision: Decision, path: Path) -> Path:
    """Draw the receipt of one workbook as it stands, by the suffix of `path` as PDF or Word; returns where it lies.

    Raises:
        StorageFailure: the file cannot be written.
    """
    return _write(path, draft(workspace, plan, book, decision))


def receipt_places(workspace: Workspace, plan: MergePlan) -> dict[int, Path]:
    """By workbook that was read: the file of its receipt without a suffix; none that is there already."""
    from desktop_app.services.handout import file_stem

    folder = workspace.folder / RECEIPTS
    places: dict[int, Path] = {}
    taken: set[str] = set()
    for index, book in enumerate(plan.books):
        if book.refusal:
            continue
        stem = f"{file_stem(book.unit)}_{file_stem(book.batch_label or '填报表')}_回执"
        name, number = stem, 2
        while name.casefold() in taken or any((folder / f"{name}{suffix}").exists() for suffix in SUFFIXES):
            name, number = f"{stem}（{number}）", number + 1
        taken.add(name.casefold())
        places[index] = folder / name
    return places


def write_receipts(
    workspace: Workspace,
    plan: MergePlan,
    decision: Decision,
    suffixes: Sequence[str],
    progress: Progress | None = None,
) -> Receipts:
    """Draw the receipt of every workbook in each of the formats. The merge is on record by now: a receipt that fails is
    told, and does not hold up the others.

    Raises:
        Cancelled: raised by `progress`; receipts drawn so far stay.
    """
    drawn, failed = _draw(workspace, plan, decision, _wanted(receipt_places(workspace, plan), suffixes), progress)
    return Receipts(tuple(path for _, path in drawn), tuple(failed))


@dataclass(slots=True)
class Pending:
    """Receipts that are drawn aside: `names` are where they will stand in the workspace, by workbook, the first format of
    each; `written` are their places once they are there.
    """

    names: dict[int, str]
    failed: tuple[str, ...]
    written: tuple[Path, ...] = ()


@contextmanager
def drawn_aside(
    workspace: Workspace,
    plan: MergePlan,
    decision: Decision,
    suffixes: Sequence[str],
    progress: Progress | None = None,
) -> Iterator[Pending]:
    """Draw the receipts before the merge is on record, so that it names those alone that there are; they are put in their
    places when the block ends well and taken away when it does not.

    Raises:
        Cancelled: raised by `progress`; nothing stays.
    """
    folder = workspace.folder / RECEIPTS
    aside = folder / _ASIDE
    places = receipt_places(workspace, plan)
    try:
        wanted = _wanted({index: aside / place.name for index, place in places.items()}, suffixes)
        drawn, failed = _draw(workspace, plan, decision, wanted, progress)
        names: dict[int, str] = {}
        for index, path in drawn:
            names.setdefault(index, f"{RECEIPTS}/{path.name}")
        pending = Pending(names, tuple(failed))
        yield pending
        pending.written = tuple(path.replace(folder / path.name) for _, path in drawn)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _wanted(places: Mapping[int, Path], suffixes: Sequence[str]) -> list[tuple[int, Path]]:
    return [(index, place.with_name(place.name + suffix)) for index, place in places.items() for suffix in suffixes]


def _draw(
    workspace: Workspace,
    plan: MergePlan,
    decision: Decision,
    wanted: Sequence[tuple[int, Path]],
    progress: Progress | None,
) -> tuple[list[tuple[int, Path]], list[str]]:
    """The files that were drawn, each with its workbook, and a sentence for each that was not."""
    drawn: list[tuple[int, Path]] = []
    failed: list[str] = []
    for done, (index, path) in enumerate(wanted):
        if progress:
            progress(done, len(wanted))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            drawn.append((index, _write(path, draft(workspace, plan, index, decision))))
        except (XiaohaoError, OSError) as error:
            why = reason(error) if isinstance(error, OSError) else error
            failed.append(f"“{plan.books[index].unit}”的回执未能生成：{why}")
    if progress:
        progress(len(wanted), len(wanted))
    return drawn, failed


def _write(path: Path, content: ReportContent) -> Path:
    from desktop_app.exports.atomic import replace_when_done

    with replace_when_done(path) as swap:
        reports.write(swap.temporary, content)
    return swap.path
