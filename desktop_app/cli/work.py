"""What an officer does with tasks: tick, reopen, status, progress, extend, reading, attach."""

from __future__ import annotations

from argparse import Namespace

from desktop_app.cli.answer import Answer, of_changes
from desktop_app.cli.opening import opened, refs, single
from desktop_app.services import evidence
from desktop_app.services import tasks as service


def tick(arguments: Namespace) -> Answer:
    """Close tasks or parts."""
    named = refs(arguments)
    with opened(arguments) as workspace:
        made = service.tick(
            workspace,
            named,
            on=arguments.date,
            note=arguments.note,
            without_evidence=arguments.without_evidence,
        )
    return of_changes(made)


def reopen(arguments: Namespace) -> Answer:
    """Take a closing back, with the reason."""
    named = refs(arguments)
    with opened(arguments) as workspace:
        return of_changes(service.reopen(workspace, named, arguments.reason))


def status(arguments: Namespace) -> Answer:
    """Set the status of tasks or parts."""
    named = refs(arguments)
    with opened(arguments) as workspace:
        return of_changes(service.set_status(workspace, named, arguments.status))


def progress(arguments: Namespace) -> Answer:
    """Add a progress entry."""
    ref = single(arguments.task)
    with opened(arguments) as workspace:
        made = service.add_progress(
            workspace,
            ref,
            arguments.text,
            percent=arguments.percent,
            problems=arguments.problems,
            next_step=arguments.next_step,
            reporter=arguments.reporter,
            on=arguments.date,
        )
    return of_changes(made)


def extend(arguments: Namespace) -> Answer:
    """Move the date of a task or part; the first date and the basis stay on record."""
    ref = single(arguments.task)
    with opened(arguments) as workspace:
        return of_changes(service.extend(workspace, ref, arguments.date, arguments.basis))


def reading(arguments: Namespace) -> Answer:
    """Write down the present value of a target."""
    with opened(arguments) as workspace:
        made = service.add_reading(workspace, arguments.target, arguments.value, on=arguments.date, note=arguments.note)
    return of_changes(made)


def attach(arguments: Namespace) -> Answer:
    """Copy files in as evidence of tasks or parts."""
    named = refs(arguments)
    with opened(arguments) as workspace:
        return of_changes(evidence.attach(workspace, named, arguments.files))


COMMANDS = {
    "tick": tick,
    "reopen": reopen,
    "status": status,
    "progress": progress,
    "extend": extend,
    "reading": reading,
    "attach": attach,
}
