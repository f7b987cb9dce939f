"""How a task stood when it was reported, and what has changed since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from desktop_app.domain.ledger import TaskRow
from desktop_app.domain.task import Mark, Status


@dataclass(frozen=True, slots=True)
class TaskSnapshot:
    """One task as it was reported; days are ISO dates, "" for none."""

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
        )

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> TaskSnapshot:
        """Read what `as_json` gave.

        Raises:
            KeyError: a field is missing.
        """
        return cls(**{each.name: value[each.name] for each in fields(cls)})

    def as_json(self) -> dict[str, Any]:
        """Plain values by field."""
        return asdict(self)


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
    if old.evidence != new.evidence:
        yield f"佐证由{old.evidence}份变为{new.evidence}份"
