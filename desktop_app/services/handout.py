"""下发: a workbook for every unit with what it is to answer, the batch on record, and who still owes a return."""

from __future__ import annotations

import datetime as dt
import json
import re
import secrets
import uuid
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import BadInput, NotFound, Refused, StorageFailure
from desktop_app.domain.handout import Handout, Identity, Question, to_plain
from desktop_app.domain.plan import Role
from desktop_app.domain.returns import UnitAsk
from desktop_app.services import queries, settings
from desktop_app.services.asking import OWNERS, Asking
from desktop_app.services.commands import execute
from desktop_app.services.handout_returns import asked_per_month, months, owed, returns
from desktop_app.services.workspace import Workspace
from desktop_app.storage.database import reading
from desktop_app.storage.models import Batch

__all__ = ["OWNERS", "asked_per_month", "make_handouts", "outlook", "owed", "returns"]

Progress = Callable[[int, int], None]

WORKSPACE_ID, TERMS = "workspace_id", "handout_terms"
"""Settings: what handouts of this workspace carry, and what was filled in the last time."""

_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]')
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class HandoutFile:
    """One workbook: `cells` is how many cells the unit is asked to look at, `asked_this_month` those of the month so far."""

    unit: str
    path: Path
    rows: int
    cells: int
    asked_this_month: int
    notice: str = ""


@dataclass(frozen=True, slots=True)
class HandoutResult:
    """A batch. `skipped` counts rows that were not asked because nothing about them is open or changed."""

    batch: int
    label: str
    files: tuple[HandoutFile, ...]
    skipped: int
    changes: Changes


def workspace_id(workspace: Workspace) -> str:
    """What tells this ledger's handouts from those of another; it goes with the folder wherever that is carried."""
    known = settings.get(workspace, WORKSPACE_ID)
    if not known:
        known = uuid.uuid4().hex[:16]
        settings.put(workspace, WORKSPACE_ID, known)
    return known


@dataclass(frozen=True, slots=True)
class Terms:
    """What the workbooks of a batch say besides their rows."""

    due: dt.date | None = None
    contact: str = ""
    note: str = ""
    password: str = ""


def outlook(
    workspace: Workspace,
    plans: Collection[int] | None = None,
    roles: Sequence[Role] = OWNERS,
    everything: bool = False,
) -> list[UnitAsk]:
    """What `make_handouts` would ask of every unit, beside what it was asked before; nothing is written."""
    return Asking(workspace).outlook(plans, roles, everything)


def make_handouts(
    workspace: Workspace,
    outdir: Path,
    units: Sequence[str] | None = None,
    plan: int | Collection[int] | None = None,
    roles: Sequence[Role] = OWNERS,
    everything: bool = False,
    due: dt.date | None = None,
    contact: str = "",
    password: str = "",
    progress: Progress | None = None,
    note: str = "",
) -> HandoutResult:
    """Write one workbook a unit into `outdir` and put the batch on record.

    Asked are open tasks, and tasks in `roles` whose standing changed since the unit last saw it; with `everything`
    all. `units` are names or parts of names. Nothing is on record when a file cannot be written.

    Raises:
        NotFound: no such plan or unit.
        Refused: there is nothing to ask.
        BadInput: the date of return is past.
        StorageFailure: `outdir` cannot be written.
        Cancelled: raised by `progress`.
    """
    if due is not None and due < workspace.today:
        raise BadInput(f"返回时限{due.isoformat()}早于今天（{workspace.today.isoformat()}）")
    plans = {plan} if isinstance(plan, int) else plan
    if plans is not None and (unknown := set(plans) - {row.id for row in queries.plans(workspace)}):
        raise NotFound(f"没有编号为{min(unknown)}的规划。用 plans 命令核对编号")
    asking = Asking(workspace)
    chosen = _choose_units(asking.units(plans, roles), units)
    found = [asking.questions(unit, plans, roles, everything) for unit in chosen]
    asked = {each.unit: each.questions for each in found if each.questions}
    if not asked:
        raise Refused("没有需要填报的任务：任务均已完成且没有变化。需要全部下发时选择“全部任务”")
    with reading(workspace.engine) as connection:
        label = _label(connection, workspace.today)
    skipped = sum(each.left_out for each in found)
    terms = Terms(due, contact.strip(), note.strip(), password)
    return _hand_out(workspace, outdir, asked, label, skipped, terms, progress)


def _choose_units(known: Sequence[str], wanted: Sequence[str] | None) -> list[str]:
    if wanted is None:
        return list(known)
    chosen: list[str] = []
    for name in wanted:
        found = [name] if name in known else [unit for unit in known if name in unit]
        if not found:
            raise NotFound(f"没有名称含“{name}”且承担任务的单位。核对单位名称，或改选配合单位")
        chosen += found
    return list(dict.fromkeys(chosen))


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the officer filled in the last time; `folder` is "" when nothing was handed out yet."""

    person: str = ""
    phone: str = ""
    note: str = ""
    folder: str = ""
    owners: bool = True
    support: bool = False


def remembered(workspace: Workspace) -> Remembered:
    """What is to stand in the fields of the next handout."""
    try:
        kept = json.loads(settings.get(workspace, TERMS, "{}"))
        return Remembered(**{name: kept[name] for name in Remembered.__slots__ if name in kept})
    except (ValueError, TypeError):
        return Remembered()


def remember(workspace: Workspace, terms: Remembered) -> None:
    """Keep it for the next time; a password is never kept."""
    settings.put(workspace, TERMS, json.dumps(asdict(terms), ensure_ascii=False))


def _label(connection: Connection, today: dt.date) -> str:
    """2021年10月批次; 2021年10月第2批 for the second of the month."""
    month = f"{today.year}年{today.month}月"
    taken = set(connection.scalars(select(Batch.label)))
    label, number = f"{month}批次", 2
    while label in taken:
        label, number = f"{month}第{number}批", number + 1
    return label


def _hand_out(
    workspace: Workspace,
    outdir: Path,
    asked: Mapping[str, Sequence[Question]],
    label: str,
    skipped: int,
    terms: Terms,
    progress: Progress | None,
) -> HandoutResult:
    code, home = secrets.token_hex(5), workspace_id(workspace)
    handouts = [
        Handout(Identity(home, code, unit), label, workspace.today, terms.due, terms.contact, questions, terms.note)
        for unit, questions in asked.items()
    ]
    with execute(workspace, "handout") as command:
        before = {each.unit: each.cells for each in months(command.connection) if each.is_month_of(workspace.today)}
        row = {"code": code, "label": label, "handed_on": workspace.today, "due_on": terms.due,
               "contact": terms.contact}  # fmt: skip
        batch = command.recorder.insert("batch", [row])[0]
        items = [_item(batch, handout.identity.unit, each) for handout in handouts for each in handout.questions]
        command.recorder.insert("batch_item", items)
        tasks = {each.key.task for handout in handouts for each in handout.questions}
        command.describe(f"下发{label}", [f"{len(handouts)}个单位", f"{len(items)}行"], tasks)
        files = _write_files(outdir, handouts, terms.password, before, progress)
        changes = command.result()
    return HandoutResult(batch, label, tuple(files), skipped, changes)


def _item(batch: int, unit: str, question: Question) -> dict[str, object]:
    base = json.dumps([to_plain(value) for value in question.values], ensure_ascii=False)
    key = question.key
    return {
        "batch_id": batch,
        "unit": unit,
        "node_id": key.task,
        "part_id": key.part,
        "role": question.role,
        "base": base,
    }


def _write_files(
    outdir: Path,
    handouts: Sequence[Handout],
    password: str,
    before: Mapping[str, int],
    progress: Progress | None,
) -> list[HandoutFile]:
    """Write every workbook; on an error those that were written are taken away again."""
    from desktop_app.exports.atomic import folder_for, replace_when_done
    from desktop_app.exports.handout import write_handout

    names = _file_names([handout.identity.unit for handout in handouts], handouts[0].label)
    files: list[HandoutFile] = []
    with folder_for(outdir), _taken_back(files):
        for done, (handout, name) in enumerate(zip(handouts, names, strict=True)):
            if progress:
                progress(done, len(handouts))
            place = _free(outdir / name)
            with replace_when_done(place) as swap:
                written = write_handout(swap.temporary, handout, _title(handout), password)
                if written != len(handout.questions):
                    raise StorageFailure(f"“{name}”核对不符：应有{len(handout.questions)}行，实有{written}行，未保存")
            unit = handout.identity.unit
            total = before.get(unit, 0) + handout.cells
            kept = f"已有同名文件，另存为“{place.name}”" if place.name != name else ""
            files.append(HandoutFile(unit, swap.path, written, handout.cells, total, swap.notice or kept))
        if progress:
            progress(len(handouts), len(handouts))
    return files


@contextmanager
def _taken_back(files: Sequence[HandoutFile]) -> Iterator[None]:
    """When the block fails, the files that were written by then go again."""
    try:
        yield
    except BaseException:
        for file in files:
            with suppress(OSError):
                file.path.unlink(missing_ok=True)
        raise


def _title(handout: Handout) -> str:
    titles = list(dict.fromkeys(question.row.plan_title for question in handout.questions))
    named = titles[0] if len(titles) == 1 else f"《{titles[0]}》等{len(titles)}份文件"
    return f"{named}任务进展填报表"


def _file_names(units: Sequence[str], label: str) -> list[str]:
    """市公安局_2021年10月批次.xlsx: within Windows' limits, and no two alike."""
    names: list[str] = []
    taken: set[str] = set()
    for unit in units:
        stem = f"{file_stem(unit)}_{label}"
        number = 2
        name = stem
        while name.casefold() in taken:
            name, number = f"{stem}（{number}）", number + 1
        taken.add(name.casefold())
        names.append(f"{name}.xlsx")
    return names


def file_stem(unit: str) -> str:
    """A unit's name as the beginning of a file name."""
    return _UNFIT.sub("_", unit).strip(" .")[:_LONGEST_NAME] or "单位"


def _free(path: Path) -> Path:
    """An older handout is never overwritten."""
    from desktop_app.exports.atomic import second_name

    return second_name(path) if path.exists() else path
