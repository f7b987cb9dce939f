"""The second door: the same services as the window, with no window and no Qt.

Each command opens the workspace, asks a service, and answers with lines or one JSON value.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence

from desktop_app.cli import answer, failure
from desktop_app.cli.answer import Answer
from desktop_app.cli.arguments import build_parser
from desktop_app.domain.errors import XiaohaoError

DONE = 0
REFUSED = 2
BROKEN = 3
INTERRUPTED = 130


def read(argv: Sequence[str]) -> Namespace | int:
    """The arguments understood, or the exit code when they were not, or when only help was asked for."""
    answer.use_utf8()
    try:
        return build_parser().parse_args(argv)
    except XiaohaoError as error:
        return _refuse(error)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else DONE


def run(arguments: Namespace) -> int:
    """Carry out one command and print its answer; returns the exit code."""
    try:
        made = _handler(arguments.command)(arguments)
        answer.show(made, json_wanted=arguments.json)
    except XiaohaoError as error:
        return _refuse(error)
    except KeyboardInterrupt:
        print("已中止", file=sys.stderr)
        return INTERRUPTED
    except Exception as error:  # the last net: one line for the officer, the details for whoever mends it
        print(failure.record(arguments.workspace, error), file=sys.stderr)
        return BROKEN
    return made.code


def _refuse(error: XiaohaoError) -> int:
    print(" ".join(str(error).split()), file=sys.stderr)
    return REFUSED


def _handler(command: str) -> Callable[[Namespace], Answer]:
    """The function of a command. Imported here, so that `parse` never waits for the database nor `plans` for a parser."""
    if command == "parse":
        from desktop_app.cli.parsing import COMMANDS
    elif command == "import":
        from desktop_app.cli.importing import COMMANDS
    elif command in ("plans", "corrections"):
        from desktop_app.cli.plans import COMMANDS
    elif command in ("tasks", "show"):
        from desktop_app.cli.tasks import COMMANDS
    elif command in ("revise", "rules"):
        from desktop_app.cli.revising import COMMANDS
    elif command == "units":
        from desktop_app.cli.units import COMMANDS
    elif command in ("export", "demo"):
        from desktop_app.cli.output import COMMANDS
    elif command in ("preflight", "submit", "submissions"):
        from desktop_app.cli.submitting import COMMANDS
    elif command == "fill":
        from desktop_app.cli.filling import COMMANDS
    elif command in ("handout", "merge"):
        from desktop_app.cli.exchange import COMMANDS
    elif command in ("history", "undo", "redo", "backup", "restore", "verify"):
        from desktop_app.cli.record import COMMANDS
    else:
        from desktop_app.cli.work import COMMANDS
    return COMMANDS[command]
