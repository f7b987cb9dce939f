"""How a task stood when it was reported, and what has changed since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from enum import Enum
from typing import Any

from desktop_app.domain.ledger import TaskRow
from desktop_app.domain.numbers import in_digits
from desktop_app.domain.task import Mark, Status


class ChangeKind(Enum):
    """What is foremost about a change: a page of changes tells them in this order."""

    CLOSED = "新销号"
    REOPENED = "退回重办"
    LATE = "新逾期"
    NEW = "新列入"
    GONE = "不再列入"
    DUE = "时限调整"
    WORDING = "原文变更"
    TARGET = "指标有新读数"
    PROGRESS = "进展更新"
    OTHER = "其他变化"

    @property
    def label(self) -> str:
        """The kind as pages and screens name it."""
        return self.value


@dataclass(frozen=True, slots=True)
class TaskSnapshot:
    """One task as it was reported; days are ISO dates, "" for none.

    `wording` is what the plan asks for, `readings` the newest value of each target in words.
    """

    id: int
    label: str
    status: str
    percent: int
    mark: str
    light: str
    due: str
    progress: str
    problems: str
    evidence: int
    wording: str = ""
    readings: tuple[str, ...] = ()

    @classmethod
    def of(cls, row: TaskRow) -> TaskSnapshot:
        """The task as it stands."""
        return cls(
            id=row.id,
            label=row.label,
            status=row.status.value,
            percent=row.percent,
            mark=row.signal.mark.value,
            light=row.signal.word,
            due=row.due.date.isoformat() if row.due else "",
            progress=row.latest.text if row.latest else "",
            problems=row.latest.problems if row.latest else "",
            evidence=row.evidence,
            wording=row.text,
            readings=tuple(
                _reading(target.phrase, target.readings[-1].value, target.unit)
                for target in row.targets
                if target.readings
            ),
        )

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> TaskSnapshot:
        """Read what `as_json` gave, or a row that was kept before wording and readings were told apart.

        Readings are told from the kept numbers where these are there: their words were once cut to six digits.


        Raises:
            KeyError, TypeError: a field is missing or of another kind.
        """
        told = {each.name: value[each.name] for each in fields(cls) if each.name not in ("wording", "readings")}
        wording = value["wording"] if "wording" in value else value["text"]
        readings = _kept_readings(value) if "targets" in value else value["readings"]
        return cls(**told, wording=wording, readings=tuple(readings))

    def as_json(self) -> dict[str, Any]:
        """Plain values by field."""
        return asdict(self)


def _reading(phrase: str, value: float, unit: str) -> str:
    return f"{phrase}：{in_digits(value)}{unit}"


def _kept_readings(value: Mapping[str, Any]) -> Iterator[str]:
    for target in value["targets"]:
        if target["readings"]:
            yield _reading(target["phrase"], target["readings"][-1]["value"], target["unit"])


@dataclass(frozen=True, slots=True)
class TaskChange:
    """What is different about a task; `before` is None for a new one, `after` for one that is gone."""

    id: int
    label: str
    before: TaskSnapshot | None
    after: TaskSnapshot | None

    @property
    def words(self) -> tuple[str, ...]:
        """The differences, one phrase each: 状态由推进中变为已销号."""
        if self.before is None:
            return ("新列入",)
        if self.after is None:
            return ("不再列入",)
        return tuple(_differences(self.before, self.after))

    @property
    def kind(self) -> ChangeKind:
        """What is foremost about it."""
        old, new = self.before, self.after
        if old is None:
            return ChangeKind.NEW
        if new is None:
            return ChangeKind.GONE
        return next((kind for kind, holds in _kinds(old, new) if holds), ChangeKind.OTHER)


def _kinds(old: TaskSnapshot, new: TaskSnapshot) -> Iterator[tuple[ChangeKind, bool]]:
    yield ChangeKind.CLOSED, new.status == Status.CLOSED != old.status
    yield ChangeKind.REOPENED, old.status == Status.CLOSED != new.status
    yield ChangeKind.LATE, new.mark == Mark.OVERDUE != old.mark
    yield ChangeKind.DUE, old.due != new.due
    yield ChangeKind.WORDING, old.wording != new.wording
    yield ChangeKind.TARGET, old.readings != new.readings
    yield ChangeKind.PROGRESS, (old.progress, old.percent, old.status) != (new.progress, new.percent, new.status)


def counted(changes: Iterable[TaskChange]) -> dict[ChangeKind, int]:
    """How many changes there are of each kind, in the order of kinds; those without any are left out."""
    numbers = Counter(change.kind for change in changes)
    return {kind: numbers[kind] for kind in ChangeKind if numbers[kind]}


def compare(before: Iterable[TaskSnapshot], after: Iterable[TaskSnapshot]) -> list[TaskChange]:
    """What changed from one submission to another, in the order of the later one; tasks that are gone come last."""
    old = {each.id: each for each in before}
    new = {each.id: each for each in after}
    changed = [
        TaskChange(task.id, task.label, old.get(task.id), task) for task in new.values() if old.get(task.id) != task
    ]
    gone = [TaskChange(task.id, task.label, task, None) for task in old.values() if task.id not in new]
    return [change for change in changed if change.words] + gone


def _differences(old: TaskSnapshot, new: TaskSnapshot) -> Iterable[str]:
    if old.status != new.status:
        yield f"状态由{Status(old.status).label}变为{Status(new.status).label}"
    if old.percent != new.percent:
        yield f"进度由{old.percent}%变为{new.percent}%"
    if old.mark != new.mark:
        yield f"亮灯由{Mark(old.mark).label}变为{Mark(new.mark).label}"
    if old.due != new.due:
        yield f"完成时限由{old.due or '未定'}变为{new.due or '未定'}"
    if old.progress != new.progress:
        yield "更新进展"
    if old.problems != new.problems:
        yield "存在问题有变化" if new.problems else "存在问题已消除"
    if old.wording != new.wording:
        yield "原文有变更"
    gone = [each for each in old.readings if each not in new.readings]
    news = [each for each in new.readings if each not in old.readings]
    if news:
        yield f"指标读数更新（{'；'.join(news)}）"
    elif gone:
        yield "指标读数已撤回"
    if old.evidence != new.evidence:
        yield f"佐证由{old.evidence}份变为{new.evidence}份"
