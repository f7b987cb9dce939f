"""The same outline printed as articles, decimals, running sections, tables, cells on lines or boxes comes back the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.plan import Kind, Plan
from desktop_app.ingest.parsing.numbers import print_chinese
from desktop_app.ingest.parsing.parse import parse_text
from tests.ingest.test_generated_plans import NOTES, Task, tasks, titles

Chapters = tuple[tuple[str, tuple[Task, ...]], ...]
TITLE = "云山县2024年数据工作方案"
HEAD = ("序号", "重点任务", "工作措施", "牵头单位", "配合单位", "责任单位", "完成时限")
INLINE = NOTES[:5]
QUIET = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

chapters = st.lists(
    st.tuples(titles, st.lists(tasks(), min_size=2, max_size=4).map(tuple)), min_size=1, max_size=3
).map(tuple)


def _noted(task: Task, note: Callable[[Task], str]) -> str:
    return task.body + (note(task) if task.units else "")


def as_articles(plan: Chapters, note: Callable[[Task], str]) -> str:
    lines, count = [TITLE], 0
    for place, (name, items) in enumerate(plan, 1):
        lines.append(f"第{print_chinese(place)}章　{name}")
        for task in items:
            count += 1
            lines.append(f"第{print_chinese(count)}条　{task.title}。{_noted(task, note)}")
    return "\n".join(lines)


def as_decimals(plan: Chapters, note: Callable[[Task], str]) -> str:
    lines = [TITLE]
    for place, (name, items) in enumerate(plan, 1):
        lines.append(f"{place} {name}")
        for number, task in enumerate(items, 1):
            lines += [f"{place}.{number} {task.title}", _noted(task, note)]
    return "\n".join(lines)


def as_running_sections(plan: Chapters, note: Callable[[Task], str]) -> str:
    lines = [TITLE]
    for place, (name, items) in enumerate(plan, 1):
        said = (f"（{print_chinese(n)}）{task.title}。{_noted(task, note)}" for n, task in enumerate(items, 1))
        lines.append(f"{print_chinese(place)}、{name}{''.join(said)}")
    return "\n".join(lines)


def as_running_items(plan: Chapters, note: Callable[[Task], str]) -> str:
    lines = [TITLE, "一、重点工作"]
    for place, (name, items) in enumerate(plan, 1):
        said = (f"{n}.{task.title}。{_noted(task, note)}" for n, task in enumerate(items, 1))
        lines.append(f"（{print_chinese(place)}）{name}。{''.join(said)}")
    return "\n".join(lines)


def _cells(number: int, task: Task) -> list[str]:
    listed = {
        role: "、".join(unit for given_role, unit in task.units if given_role == role)
        for role in ("lead", "support", "responsible")
    }
    due = f"{task.due.year}年{task.due.month}月底" if task.due else ""
    return [str(number), task.title, task.body, listed["lead"], listed["support"], listed["responsible"], due]


def as_table(plan: Chapters, note: Callable[[Task], str]) -> str:
    lines, count = [TITLE, "\t".join(HEAD)], 0
    for place, (name, items) in enumerate(plan, 1):
        lines.append(f"{print_chinese(place)}、{name}")
        for task in items:
            count += 1
            lines.append("\t".join(_cells(count, task)))
    return "\n".join(lines)


def as_table_with_group_rows(plan: Chapters, note: Callable[[Task], str]) -> str:
    lines = as_table(plan, note).split("\n")
    return "\n".join(line if "\t" in line or line == TITLE else line + "\t" * (len(HEAD) - 1) for line in lines)


FORMS = [as_articles, as_decimals, as_running_sections, as_running_items, as_table, as_table_with_group_rows]


def _leaves(plan: Plan) -> list[str]:
    return [node.title for node in plan.nodes if node.kind is Kind.TASK]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
@QUIET
@given(plan=chapters, note=st.sampled_from(INLINE))
def test_every_form_gives_the_outline_and_its_units_back(
    form: Callable[[Chapters, Callable[[Task], str]], str], plan: Chapters, note: Callable[[Task], str]
) -> None:
    text = form(plan, note)
    read = parse_text(text, text, "方案.txt")
    wanted = [task for _, items in plan for task in items]
    assert _leaves(read) == [task.title for task in wanted]
    assert [node.title for node in read.nodes if node.kind in (Kind.CHAPTER, Kind.SECTION)][-len(plan) :] == [
        name for name, _ in plan
    ]
    for node, task in zip((node for node in read.nodes if node.kind is Kind.TASK), wanted, strict=True):
        assert {(fact.role.value, fact.unit) for fact in node.assignments} == set(task.units)
        assert node.text == task.body


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
@QUIET
@given(plan=chapters, note=st.sampled_from(INLINE))
def test_no_form_loses_a_paragraph(
    form: Callable[[Chapters, Callable[[Task], str]], str], plan: Chapters, note: Callable[[Task], str]
) -> None:
    text = form(plan, note)
    read = parse_text(text, text, "方案.txt")
    assert [read.text[slice(*paragraph.span)] for paragraph in read.paragraphs] == text.split("\n")
    assert not any(paragraph.use == "unrecognised" for paragraph in read.paragraphs)
