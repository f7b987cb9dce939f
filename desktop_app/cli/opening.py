"""How a command gets its workspace."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable

from desktop_app.domain.errors import BadInput
from desktop_app.domain.refs import TaskRef
from desktop_app.services.workspace import Workspace, default_folder, open_workspace


def opened(arguments: Namespace, *, create: bool = False) -> Workspace:
    """Open the workspace that was named, or the default one.

    Only `import` makes a new one: a mistyped folder must not turn into an empty ledger.
    """
    return open_workspace(arguments.workspace or default_folder(), today=arguments.today, create=create)


def refs(arguments: Namespace) -> list[TaskRef]:
    """The tasks that were named, each once, in the order they were named."""
    return list(dict.fromkeys(ref for group in arguments.tasks for ref in group))


def single(group: Iterable[TaskRef]) -> TaskRef:
    """The one task of a command that takes one.

    Raises:
        BadInput: a range was given.
    """
    named = list(group)
    if len(named) != 1:
        raise BadInput("这个命令一次只处理一项任务，请只写一个编号")
    return named[0]


def whole_task(group: Iterable[TaskRef]) -> int:
    """The id of the one task of a command that knows no parts.

    Raises:
        BadInput: a range or a part was given.
    """
    ref = single(group)
    if ref.part is not None:
        raise BadInput(f"这个命令针对整项任务，请写 {ref.task}，不写分段")
    return ref.task
