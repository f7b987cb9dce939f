"""Corrections as plain JSON values and back: the file that travels with a plan and that tests replay."""

from __future__ import annotations

import datetime as dt
import hashlib
import types
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from desktop_app.domain.corrections.history import Bench
from desktop_app.domain.corrections.operations import NAMES, Correction
from desktop_app.domain.corrections.refs import NodeRef, Quote
from desktop_app.domain.errors import BadInput
from desktop_app.domain.plan import Assignment, Deadline, Doubt, Plan, PlanRule, Recurrence, Span, Target

FORMAT = "xiaohao-corrections"
VERSION = 1
_TYPES: dict[str, Any] = {
    **NAMES,
    "assignment": Assignment,
    "deadline": Deadline,
    "target": Target,
    "recurrence": Recurrence,
    "doubt": Doubt,
    "plan_rule": PlanRule,
    "node": NodeRef,
    "text": Quote,
}
_NAME_OF = {made: name for name, made in _TYPES.items()}
_WRONG = "更正文件已损坏，或不是本程序导出的更正文件"


@dataclass(frozen=True, slots=True)
class Replay:
    """A plan corrected from a file; `unfit` are the corrections that did not fit, each with the reason."""

    plan: Plan
    corrections: tuple[Correction, ...]
    unfit: tuple[tuple[Correction, str], ...]


def source_digest(plan: Plan) -> str:
    """What tells whether corrections were made of this document: the digest of its text as it arrived."""
    return hashlib.sha256(plan.original.encode("utf-8", "surrogatepass")).hexdigest()


def to_json(plan: Plan, corrections: Iterable[Correction]) -> dict[str, Any]:
    """The corrections of `plan` as plain values."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "source": plan.source,
        "source_digest": source_digest(plan),
        "corrections": [_plain(correction) for correction in corrections],
    }


def from_json(data: object) -> tuple[Correction, ...]:
    """The corrections of a file.

    Raises:
        BadInput: it is no file of corrections, or one of a later version.
    """
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise BadInput(_WRONG)
    if data.get("version") != VERSION:
        raise BadInput("更正文件由更高版本的程序导出，须升级本程序后载入")
    try:
        made = tuple(_made(entry) for entry in data["corrections"])
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise BadInput(_WRONG) from error
    if not all(isinstance(correction, tuple(NAMES.values())) for correction in made):
        raise BadInput(_WRONG)
    return made


def replay(plan: Plan, data: object) -> Replay:
    """Do the corrections of a file on the plan as parsed.

    Raises:
        BadInput: no file of corrections, or one of another document.
    """
    corrections = from_json(data)
    if isinstance(data, dict) and data.get("source_digest") != source_digest(plan):
        raise BadInput(f"更正文件属于另一份文件“{data.get('source', '')}”，未载入")
    bench = Bench(plan)
    unfit = bench.do_all(corrections)
    return Replay(bench.plan, bench.corrections, tuple(unfit))


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, (NodeRef, Quote)):
        return {"type": _NAME_OF[type(value)], **value._asdict()}
    if is_dataclass(value):
        listed = {entry.name: _plain(getattr(value, entry.name)) for entry in fields(value)}
        return {"type": _NAME_OF[type(value)], **listed}
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


def _made(entry: dict[str, Any]) -> Any:
    kind = _TYPES[entry["type"]]
    hints = get_type_hints(kind, localns={"Correction": Any})
    return kind(**{name: _value(value, hints[name]) for name, value in entry.items() if name != "type"})


def _value(value: Any, hint: Any) -> Any:
    """A plain value as what `hint` says.

    Raises:
        TypeError, ValueError, KeyError: it is something else.
    """
    if isinstance(value, dict):
        made = _made(value)
        if hint is not Any and not isinstance(made, hint):
            raise TypeError(hint)
        return made
    if get_origin(hint) in (Union, types.UnionType):
        return None if value is None else _value(value, next(one for one in get_args(hint) if one is not type(None)))
    if get_origin(hint) is tuple:
        return tuple(_value(one, get_args(hint)[0]) for one in value)
    if hint is Span:
        return Span(*(_value(one, int) for one in value))
    if hint is dt.date:
        return dt.date.fromisoformat(value)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    if hint is float and type(value) is int:
        return float(value)
    if type(value) is not hint:
        raise TypeError(hint)
    return value
