"""Starts the program: the window when no command is given, else one command of the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from desktop_app import cli


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with `argv` (the process's arguments by default); returns the exit code."""
    arguments = cli.read(sys.argv[1:] if argv is None else argv)
    if isinstance(arguments, int):
        return arguments
    if arguments.command is None:
        # The window brings Qt: only here, so that the command line runs on machines without it.
        from desktop_app.app import run

        return run(arguments.workspace, arguments.today, arguments.screenshot)
    return cli.run(arguments)


if __name__ == "__main__":
    sys.exit(main())
