"""Starts the program: the window when no command is given, else one command of the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from desktop_app import cli

LEGACY_READER = "--legacy-reader"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with `argv` (the process's arguments by default); returns the exit code."""
    given = list(sys.argv[1:] if argv is None else argv)
    if given[:1] == [LEGACY_READER]:
        # The frozen program starts itself to read an old format in a process of its own.
        from desktop_app.ingest.readers.legacy_worker import main as read_old_format

        return read_old_format(given[1:])
    arguments = cli.read(given)
    if isinstance(arguments, int):
        return arguments
    if arguments.command is None:
        # The window brings Qt: only here, so that the command line runs on machines without it.
        from desktop_app.app import run

        return run(arguments.workspace, arguments.today, arguments.screenshot)
    return cli.run(arguments)


if __name__ == "__main__":
    sys.exit(main())
