"""What a command answers: lines for people, or one JSON value for programs."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from desktop_app.cli import as_json
from desktop_app.domain.changes import Changes


@dataclass(frozen=True, slots=True)
class Answer:
    """`data` makes the JSON value, `lines` the text; only the one that was asked for is called."""

    data: Callable[[], object]
    lines: Callable[[], Iterable[str]]
    code: int = 0


def of_changes(changes: Changes) -> Answer:
    """The answer of a command that changed the ledger."""
    return Answer(lambda: as_json.changes(changes), lambda: [changes.label, *changes.warnings])


def show(answer: Answer, *, json_wanted: bool) -> None:
    """Print the answer; a reader that stops early (`| head`) is no error."""
    lines = [json.dumps(answer.data(), ensure_ascii=False, indent=1)] if json_wanted else answer.lines()
    try:
        for line in lines:
            print(line)
        # Not sys.stdout.flush(): the windowed program of Windows has no stdout at all.
        print(end="", flush=True)
    except BrokenPipeError:
        # The interpreter flushes once more at its end: give it somewhere to write to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def use_utf8() -> None:
    """UTF-8 on every platform, and never a crash for a letter that cannot be encoded (a broken file name)."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
