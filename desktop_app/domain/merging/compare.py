"""Compares one cell three ways: as it was handed out, as the unit returned it, as the ledger holds it now."""

from __future__ import annotations

from desktop_app.domain.handout import PLACES, Field, Value, Values, in_words
from desktop_app.domain.merging.model import Outcome
from desktop_app.domain.merging.state import SCALARS, contradict
from desktop_app.domain.merging.words import agree, is_empty, says_nothing
from desktop_app.domain.task import Status

EMPTY_KEEPS = "空格不覆盖已有内容"
BOTH_CHANGED = "单位和本地都改过"
_CLOSED = "任务已销号，如需更改先由本级退回"
_DROPPED = "单位填报不再适用，由本级决定"
_SUSPENDED = "单位填报暂缓，由本级决定"

# Looked up once: every access to a member of an enumeration costs as much as comparing the cell.
_STATUS_FIELD, _PROBLEMS = Field.STATUS, Field.PROBLEMS
_STATUS, _PERCENT = PLACES[Field.STATUS], PLACES[Field.PERCENT]
_IS_CLOSED, _IS_DROPPED, _IS_SUSPENDED = Status.CLOSED, Status.DROPPED, Status.SUSPENDED
_SAME = Outcome.SAME, ""
_TAKEN = Outcome.TAKEN, ""
_CLEARED = Outcome.REFUSED, EMPTY_KEEPS
_AFTER_CLOSING = Outcome.REFUSED, _CLOSED
_CHANGED_TWICE = Outcome.CONFLICT, BOTH_CHANGED


def compare(field: Field, base: Values, theirs: Value, ours: Values) -> tuple[Outcome, str]:
    """The outcome of one cell of a row and its reason; a state is looked at together with the rest of its row."""
    place = PLACES[field]
    handed, held = base[place], ours[place]
    if is_empty(theirs) or (says_nothing(theirs) and (field is not _PROBLEMS or is_empty(held))):
        return _SAME if is_empty(handed) else _CLEARED
    untouched = held == handed or agree(held, handed)
    if agree(theirs, held) or (not untouched and agree(theirs, handed)):
        return _SAME
    is_state = field in SCALARS
    if is_state and ours[_STATUS] is _IS_CLOSED:
        return _AFTER_CLOSING
    if not untouched:
        return _CHANGED_TWICE
    reason = _why_not(field, base, theirs, ours) if is_state else ""
    return (Outcome.CONFLICT, reason) if reason else _TAKEN


def _why_not(field: Field, base: Values, theirs: Value, ours: Values) -> str:
    """Why a state that only the unit changed is the officer's to decide: that it takes the light off the task, or what
    taking it would undo of what was said since it was handed out; "" for nothing.
    """
    if theirs is _IS_DROPPED:
        return _DROPPED
    if theirs is _IS_SUSPENDED:
        return _SUSPENDED
    status, percent = ours[_STATUS], ours[_PERCENT]
    if field is _STATUS_FIELD:
        if percent != base[_PERCENT] and contradict(theirs, percent):
            return f"本地进度已改为{percent}%，与此状态不符"
    elif not agree(status, base[_STATUS]) and contradict(status, theirs):
        return f"本地状态已改为“{in_words(_STATUS_FIELD, status)}”，与此进度不符"
    return ""
