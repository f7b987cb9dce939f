"""What an officer does with tasks: tick, send back, set status and percent, extend, report progress, read targets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from sqlalchemy import select

from desktop_app.domain import standing as rules
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import NotFound, Refused
from desktop_app.domain.numbers import in_digits
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Status
from desktop_app.services.checks import finite, not_blank, not_future, valid_percent
from desktop_app.services.commands import Command, execute
from desktop_app.services.dates import move_date
from desktop_app.services.row_building import read_tasks
from desktop_app.services.row_selects import Scope
from desktop_app.services.selection import (
    Selected,
    TaskState,
    load_states,
    select_tasks,
    without_evidence,
    write_states,
)
from desktop_app.services.workspace import Workspace
from desktop_app.storage.models import Target

NAMED_IN_WARNING = 20
"""How many tasks a warning names before it only counts them."""


def tick(
    workspace: Workspace,
    refs: Sequence[TaskRef],
    on: dt.date | None = None,
    note: str = "",
    without_evidence: str = "",
) -> Changes:
    """销号. A task closes with all its parts; the last part closes its task.

    `on` is the day of closing, today when left out. `without_evidence` says why there is no evidence;
    a task that is closed already takes it on.

    Raises:
        Refused: all of them are closed already.
        BadInput: the day is still to come.
        NotFound: no such task or part.
    """
    on = not_future(on, workspace.today, "销号日期")
    note, reason = note.strip(), without_evidence.strip()
    with execute(workspace, "tick") as command:
        selected = select_tasks(command.connection, refs)
        for item in selected:
            _close(item, on, note)
            if reason and not item.task.no_evidence_reason:
                item.task.no_evidence_reason = reason
        changed = _write(command, selected, "所选任务均已销号")
        detail = [f"销号日期{on.isoformat()}", note and f"说明：{note}", reason and f"无佐证的理由：{reason}"]
        command.describe(_label("销号", changed), detail)
        _warn_without_evidence(command, [item.task for item in selected])
        _warn_of_targets(command, changed)
        return command.result()


def reopen(workspace: Workspace, refs: Sequence[TaskRef], reason: str) -> Changes:
    """退回: in progress again with the percent it had; a part that is sent back takes its task with it.

    Raises:
        Refused: none of them is closed or waiting to be checked.
        BadInput: no reason is given.
        NotFound: no such task or part.
    """
    reason = not_blank(reason, "退回理由")
    with execute(workspace, "reopen") as command:
        selected = select_tasks(command.connection, refs)
        for item in selected:
            _send_back(item, workspace.today)
        changed = _write(command, selected, "所选任务均未销号，无需退回")
        command.describe(_label("退回", changed), [f"理由：{reason}"])
        return command.result()


def set_status(workspace: Workspace, refs: Sequence[TaskRef], status: Status) -> Changes:
    """Set the status by hand. 暂缓 and 不再适用 leave the parts of a task as they are.

    Raises:
        Refused: all of them have the status already.
        NotFound: no such task or part.
    """
    if status is Status.CLOSED:
        return tick(workspace, refs)
    with execute(workspace, "status") as command:
        selected = select_tasks(command.connection, refs)
        for item in selected:
            move(item, status, workspace.today)
        changed = _write(command, selected, f"所选任务已是“{status.label}”")
        command.describe(_label("状态", changed, f"改为{status.label}"))
        return command.result()


def set_percent(workspace: Workspace, refs: Sequence[TaskRef], percent: int) -> Changes:
    """Set the percent by hand: 100 means waiting to be checked.

    Raises:
        Refused: nothing would change; closed tasks stay at 100.
        BadInput: not from 0 to 100.
        NotFound: no such task or part.
    """
    valid_percent(percent)
    with execute(workspace, "percent") as command:
        selected = select_tasks(command.connection, refs)
        for item in selected:
            advance(item, percent, workspace.today)
        closed = [item for item in selected if _all_closed(item) and percent < 100]
        if len(closed) == len(selected):
            raise Refused("所选任务均已销号，进度为100%。退回后再修改")
        changed = _write(command, selected, f"所选任务的进度已是{percent}%")
        command.describe(_label("进度", changed, f"改为{percent}%"))
        if closed:
            command.warnings.append(f"{_names([item.name for item in closed])}已销号，进度未改")
        return command.result()


def add_progress(
    workspace: Workspace,
    ref: TaskRef,
    text: str,
    percent: int | None = None,
    problems: str = "",
    next_step: str = "",
    reporter: str = "",
    on: dt.date | None = None,
) -> Changes:
    """Add a progress entry; with `percent` the task moves with it. Entries are never changed afterwards.

    Raises:
        BadInput: no text, a percent that is none, or a day still to come.
        Refused: the task is closed and the percent is under 100.
        NotFound: no such task or part.
    """
    text = not_blank(text, "进展情况")
    on = not_future(on, workspace.today, "进展日期")
    if percent is not None:
        valid_percent(percent)
    with execute(workspace, "progress") as command:
        item = select_tasks(command.connection, [ref])[0]
        if percent is not None:
            _refuse_under_full(item, percent)
            advance(item, percent, workspace.today)
        row: dict[str, object] = {
            "node_id": item.task.id,
            "part_id": item.part_ids()[0],
            "day": on,
            "text": text,
            "percent": percent,
            "problems": problems.strip(),
            "next_step": next_step.strip(),
            "reporter": reporter.strip(),
        }
        command.recorder.insert("progress", [row])
        write_states(command.recorder, [item.task], command.moment)
        shown = f"进度{percent}%" if percent is not None else ""
        command.describe(f"进展{item.name}", [text, shown], [item.task.id])
        return command.result()


def extend(workspace: Workspace, ref: TaskRef, date: dt.date, basis: str) -> Changes:
    """延期: move the date the task or part is measured by; the first date and the basis are kept.

    A task without a date gets one. Parts that share the date move together.

    Raises:
        BadInput: no basis, or `date` is not later than the present one.
        NotFound: no such task or part.
    """
    basis = not_blank(basis, "延期依据")
    with execute(workspace, "extend") as command:
        item = select_tasks(command.connection, [ref])[0]
        moved = move_date(command, item, date, basis)
        write_states(command.recorder, [item.task], command.moment)
        what = f"由{moved.isoformat()}延至{date.isoformat()}" if moved else f"定为{date.isoformat()}"
        command.describe(f"{'延期' if moved else '时限'}{item.name}", [what, f"依据：{basis}"], [item.task.id])
        return command.result()


def add_reading(
    workspace: Workspace, target_id: int, value: float, on: dt.date | None = None, note: str = ""
) -> Changes:
    """Note a target's value on a day.

    Raises:
        BadInput: not a number, or a day still to come.
        NotFound: no such target.
    """
    finite(value)
    on = not_future(on, workspace.today, "读数日期")
    with execute(workspace, "reading") as command:
        found = command.connection.execute(
            select(Target.node_id, Target.phrase, Target.unit).where(Target.id == target_id)
        ).one_or_none()
        if found is None:
            raise NotFound(f"没有编号为{target_id}的指标。用 show 命令或任务详情核对编号")
        task = load_states(command.connection, [found[0]])[found[0]]
        row = {"target_id": target_id, "day": on, "value": float(value), "note": note.strip()}
        command.recorder.insert("reading", [row])
        write_states(command.recorder, [task], command.moment)
        command.describe(f"读数{task.name}", [f"{found[1]}：{in_digits(value)}{found[2]}", note.strip()], [task.id])
        return command.result()


def _close(item: Selected, on: dt.date, note: str) -> None:
    task = item.task
    if item.whole:
        task.change_parts(lambda part: rules.close(part, on, note))
        task.change(lambda own: rules.close(own, on, note))
    else:
        _change_parts(item, lambda part: rules.close(part, on, note), on, note)


def _send_back(item: Selected, today: dt.date) -> None:
    task = item.task
    was_done = task.standing.status in rules.DONE
    if not item.whole:
        _change_parts(item, rules.reopen, today)
    elif was_done and task.parts:
        task.change_parts(rules.reopen)
        task.change(lambda own: rules.settle(own, task.part_standings, today))
    else:
        task.change(rules.reopen)
    if was_done and task.standing.status not in rules.DONE:
        task.no_evidence_reason = ""


def move(item: Selected, status: Status, today: dt.date) -> None:
    """Set the status of a task or of the chosen parts; the parts of a whole task follow."""
    task = item.task
    if not item.whole:
        _change_parts(item, lambda part: rules.move_to(part, status, today), today)
    else:
        if task.standing.status is not status and status not in rules.ON_HOLD:
            task.change_parts(lambda part: _follow(part, status, today))
        task.change(lambda own: rules.move_to(own, status, today))
    if task.standing.status not in rules.DONE:
        task.no_evidence_reason = ""


def _follow(part: rules.Standing, status: Status, today: dt.date) -> rules.Standing:
    """How a part goes along with its task: work that goes on leaves parts that were not begun or are on hold alone."""
    if status is Status.IN_PROGRESS and part.status not in rules.DONE:
        return part
    if status is Status.AWAITING_CHECK and part.status is Status.CLOSED:
        return part
    return rules.move_to(part, status, today)


def advance(item: Selected, percent: int, today: dt.date) -> None:
    """Set the percent of a task or of the chosen parts."""
    if item.whole:
        item.task.change(lambda own: rules.advance(own, percent))
    else:
        _change_parts(item, lambda part: rules.advance(part, percent), today)


def _change_parts(
    item: Selected, rule: Callable[[rules.Standing], rules.Standing], today: dt.date, note: str = ""
) -> None:
    """Apply a rule to the chosen parts; their task follows when that changed any."""
    task = item.task
    before = task.part_standings
    task.change_parts(rule, item.indexes)
    if task.part_standings != before:
        task.change(lambda own: rules.settle(own, task.part_standings, today, note))


def _write(command: Command, selected: Sequence[Selected], nothing: str) -> list[Selected]:
    """Write what changed; returns the changed ones.

    Raises:
        Refused: nothing changed; `nothing` says so.
    """
    changed = [item for item in selected if item.task.changed]
    if not changed:
        raise Refused(nothing)
    write_states(command.recorder, [item.task for item in changed], command.moment)
    command.subjects.update(item.task.id for item in changed)
    return changed


def _refuse_under_full(item: Selected, percent: int) -> None:
    if _all_closed(item) and percent < 100:
        raise Refused(f"{item.name}已销号，进度为100%。退回后再修改")


def _all_closed(item: Selected) -> bool:
    if item.whole:
        return item.task.found.status is Status.CLOSED
    return all(part.found.status is Status.CLOSED for part in item.task.parts if part.index in item.indexes)


def _warn_without_evidence(command: Command, tasks: Sequence[TaskState]) -> None:
    unexplained = [task for task in tasks if not task.no_evidence_reason]
    lacking = without_evidence(command.connection, [task.id for task in unexplained])
    names = [task.name for task in unexplained if task.id in lacking]
    if names:
        command.warnings.append(f"{_names(names)}尚无佐证。补传佐证，或注明无佐证的理由")


def _warn_of_targets(command: Command, closed: Sequence[Selected]) -> None:
    """A closed task says that its numbers are reached: name those whose record does not bear it out."""
    rows = {
        row.id: row for row in read_tasks(command.connection, Scope(ids=[i.task.id for i in closed]), command.today)
    }
    names = []
    for item in closed:
        targets = rows[item.task.id].targets
        if any(not target.reached for target in targets if item.whole or target.part in item.indexes):
            names.append(item.name)
    if names:
        command.warnings.append(f"{_names(names)}有指标未达到或没有读数。补记读数，或退回")


def _label(verb: str, changed: Sequence[Selected], tail: str = "") -> str:
    """销号（二十八）, or 销号12项."""
    what = changed[0].name if len(changed) == 1 else f"{len(changed)}项"
    return f"{verb}{what}{tail}"


def _names(names: Sequence[str]) -> str:
    if len(names) <= NAMED_IN_WARNING:
        return "、".join(names)
    return f"{'、'.join(names[:NAMED_IN_WARNING])}等{len(names)}项"
