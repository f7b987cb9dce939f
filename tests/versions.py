"""Plans written as tests need them, in any number of versions: chapters of tasks with units, dates, targets and parts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.plan import (
    Assignment,
    Deadline,
    DeadlineKind,
    Kind,
    Node,
    Part,
    Plan,
    PlanRule,
    Role,
    Span,
    Target,
)

NUMBERS = "一二三四五六七八九十"


@dataclass(frozen=True)
class Said:
    """A stretch of a task with its note: who, by when, how much."""

    text: str
    unit: str = ""
    due: dt.date | None = None
    percent: float | None = None

    @property
    def printed(self) -> str:
        goal = f"达到{self.percent:g}%" if self.percent is not None else ""
        date = f"，{self.due.isoformat()}前完成" if self.due else ""
        note = f"（{self.unit}{date}）" if self.unit or self.due else ""
        return f"{self.text}{goal}。{note}"


@dataclass(frozen=True)
class Wanted:
    """A task: its title and what is said of it; several things said are parts."""

    title: str
    said: tuple[Said, ...]


Chapter = tuple[str, Sequence[Wanted]]


def task(title: str, text: str = "", *more: Said, **facts: object) -> Wanted:
    """A task with one thing said of it, or with more."""
    return Wanted(title, (Said(text or f"做好{title}", **facts), *more))  # type: ignore[arg-type]


class _Writer:
    def __init__(self, title: str) -> None:
        self.lines = [title]
        self.length = len(title)
        self.nodes: list[Node] = []

    def line(self, text: str) -> Span:
        start = self.length + 1
        self.lines.append(text)
        self.length = start + len(text)
        return Span(start, self.length)

    def chapter(self, number: int, title: str) -> str:
        printed = f"{NUMBERS[number]}、"
        span = self.line(printed + title)
        node = Node(f"n{len(self.nodes)}", None, printed, title, Kind.CHAPTER, "", span, Span(span.end, span.end))
        self.nodes.append(node)
        return node.id

    def task(self, parent: str, number: int, wanted: Wanted) -> None:
        head = f"{number}.{wanted.title}。"
        body = "".join(said.printed for said in wanted.said)
        span = self.line(head + body)
        start = span.start + len(head)
        parts, at = [], start
        for said in wanted.said:
            parts.append(_part(said, Span(at, at + len(said.printed))))
            at += len(said.printed)
        self.nodes.append(
            Node(
                id=f"n{len(self.nodes)}",
                parent=parent,
                number=f"{number}.",
                title=wanted.title,
                kind=Kind.TASK,
                text="".join(said.text for said in wanted.said),
                span=span,
                body=Span(start, span.end),
                assignments=tuple(fact for part in parts for fact in part.assignments),
                deadlines=tuple(fact for part in parts for fact in part.deadlines),
                targets=tuple(fact for part in parts for fact in part.targets),
                parts=tuple(parts) if len(parts) > 1 else (),
            )
        )


def _part(said: Said, span: Span) -> Part:
    who = (Assignment(Role.LEAD, said.unit, span, "unit"),) if said.unit else ()
    when = (Deadline(said.due, DeadlineKind.FINAL, f"{said.due}前完成", span, "date"),) if said.due else ()
    goal = f"{said.text}达到{said.percent:g}%" if said.percent is not None else ""
    much = (Target(goal, ">=", said.percent, "%", None, span, "goal"),) if said.percent is not None else ()
    return Part(said.text, span, who, when, much)


def make_plan(chapters: Sequence[Chapter], title: str = "工作要点", rules: tuple[PlanRule, ...] = ()) -> Plan:
    """The plan of these chapters, as a reader would read it."""
    writer = _Writer(title)
    running = 1
    for number, (heading, wanted) in enumerate(chapters):
        parent = writer.chapter(number, heading)
        for each in wanted:
            writer.task(parent, running, each)
            running += 1
    text = "\n".join(writer.lines)
    return Plan(f"{title}.txt", title, None, None, dt.date(2021, 1, 1), tuple(writer.nodes), text, text, rules=rules)


def save(plan: Plan, folder: Path) -> Path:
    """The file that the plan stands in."""
    path = folder / plan.source
    path.write_text(plan.original, encoding="utf-8", newline="")
    return path
