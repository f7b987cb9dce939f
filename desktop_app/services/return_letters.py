"""催办 from the list of returns: one letter a unit, drafted on record, drawn beside the window, counted when it is written."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import BadInput, Refused
from desktop_app.domain.returns import UnitReturn
from desktop_app.services import reports, settings, urging
from desktop_app.services.workspace import Workspace
from desktop_app.storage.database import reading
from desktop_app.storage.models import BatchItem

if TYPE_CHECKING:
    from desktop_app.exports.material import Material
    from desktop_app.exports.report_model import ReportContent

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that is drafted: the unit, the tasks it urges about, and its words."""

    unit: str
    tasks: tuple[int, ...]
    content: ReportContent


def draft_letters(workspace: Workspace, owed: Sequence[UnitReturn]) -> list[Letter]:
    """One letter for every unit that owes a return, with its overdue tasks where it has any.

    Raises:
        BadInput: nothing is owed.
    """
    by_unit: dict[str, list[UnitReturn]] = defaultdict(list)
    for each in owed:
        if each.is_owed:
            by_unit[each.unit].append(each)
    if not by_unit:
        raise BadInput("所选单位没有欠交的填报表，不需要催办")
    material = _gathered(workspace)
    urged = urging.days(workspace, before=workspace.today)
    return [_letter(workspace, material, unit, each, urged.get(unit, ())) for unit, each in by_unit.items()]


def write_letters(
    letters: Sequence[Letter], folder: Path, suffix: str, progress: Progress | None = None
) -> list[tuple[Letter, Path]]:
    """Draw every letter into `folder`; a file that is there already is kept, the letter gets a second name.

    Raises:
        StorageFailure: the folder cannot be written.
        Cancelled: raised by `progress`; letters drawn so far are taken away.
    """
    from desktop_app.exports.atomic import folder_for, replace_when_done, second_name
    from desktop_app.services.handout import file_stem

    written: list[tuple[Letter, Path]] = []
    with folder_for(folder), _taken_back(written):
        for done, letter in enumerate(letters):
            if progress:
                progress(done, len(letters))
            path = folder / f"{file_stem(letter.unit)}_催办函{suffix}"
            with replace_when_done(second_name(path) if path.exists() else path) as swap:
                reports.write(swap.temporary, letter.content)
            written.append((letter, swap.path))
        if progress:
            progress(len(letters), len(letters))
    return written


@contextmanager
def _taken_back(written: Sequence[tuple[Letter, Path]]) -> Iterator[None]:
    """When the block fails, the letters that were drawn by then go again."""
    try:
        yield
    except BaseException:
        for _, path in written:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        raise


def record(workspace: Workspace, letters: Sequence[Letter]) -> Changes:
    """Put on record that the units were urged today, all as one step."""
    return urging.record(workspace, {letter.unit: letter.tasks for letter in letters})


def _gathered(workspace: Workspace) -> Material | None:
    """The record once for all letters; None where there is no task any more."""
    from desktop_app.exports.material import ReportOptions

    try:
        return reports.gather(workspace, ReportOptions(template="urging"))
    except Refused:
        return None


def _letter(
    workspace: Workspace, material: Material | None, unit: str, owed: Sequence[UnitReturn], urged: Sequence[dt.date]
) -> Letter:
    from desktop_app.exports.return_letter import draft_letter

    overdue: ReportContent | None = None
    if material is not None:
        # Where nothing of the unit is late, the letter speaks of the workbook alone.
        with suppress(BadInput, Refused):
            overdue = reports.draft_from(reports.narrowed_to(workspace, material, unit))
    signature = settings.get(workspace, reports.SIGNATURE_UNIT)
    content = draft_letter(unit, owed, workspace.today, urged, overdue, signature)
    about = {task for figure in content.figures for task in figure.tasks}
    return Letter(unit, tuple(sorted(about | _tasks_of(workspace, owed))), content)


def _tasks_of(workspace: Workspace, owed: Sequence[UnitReturn]) -> set[int]:
    with reading(workspace.engine) as connection:
        return {
            task
            for each in owed
            for task in connection.scalars(
                select(BatchItem.node_id).where(BatchItem.batch_id == each.batch, BatchItem.unit == each.handed_as)
            )
        }
