"""Outline in, document out in any style of numbers, notes and widths: reading gives the outline back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.plan import DeadlineKind, Kind, Plan
from desktop_app.ingest.parsing.moments import month_end
from desktop_app.ingest.parsing.numbers import print_chinese, print_circled
from desktop_app.ingest.parsing.parse import parse_text
from desktop_app.ingest.repair import mend, tidy_lines

QUIET = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LETTERS = "数据共享政务服务应用改革治理能力提升完善机制统筹协调规范管理监督检查考核评估乡村振兴生态环境平台"
UNITS = [
    "县发展改革局",
    "县数据局",
    "县人力资源和社会保障局",
    "区行政审批局（大数据中心）",
    "各县（市、区）人民政府",
    "团县委",
    "市直各部门",
    "县融媒体中心",
    "中国移动云山分公司",
]
CHAPTERS: list[Callable[[int], str]] = [
    lambda n: f"{print_chinese(n)}、",
    lambda n: f"第{print_chinese(n)}章 ",
    lambda n: f"第{print_chinese(n)}部分 ",
]
ITEMS: list[Callable[[int], str]] = [
    lambda n: f"（{print_chinese(n)}）",
    lambda n: f"{n}.",
    lambda n: f"{n}、",
    lambda n: f"（{n}）",
    lambda n: f"{n}）",
    lambda n: print_circled(n),
    lambda n: f"任务{print_chinese(n)}：",
]
HALF = str.maketrans("（）：；，", "():;,")


@dataclass(frozen=True)
class Task:
    """An item as it was thought of before it was printed."""

    title: str
    body: str
    units: tuple[tuple[str, str], ...]
    due: dt.date | None


titles = st.text(LETTERS, min_size=2, max_size=10).map("推进".__add__)
sentences = st.lists(st.text(LETTERS, min_size=3, max_size=12), min_size=2, max_size=4).map(
    lambda c: "，".join(c) + "。"
)
unit_lists = st.lists(st.sampled_from(UNITS), min_size=1, max_size=3, unique=True)


@st.composite
def tasks(draw: st.DrawFn) -> Task:
    units: list[tuple[str, str]] = []
    if draw(st.booleans()):
        roles = draw(st.sampled_from([("lead",), ("responsible",), ("lead", "support")]))
        names = draw(st.lists(unit_lists, min_size=len(roles), max_size=len(roles)))
        units = list(dict.fromkeys((role, name) for role, list_ in zip(roles, names, strict=True) for name in list_))
    due = month_end(draw(st.integers(2024, 2026)), draw(st.integers(1, 12))) if units and draw(st.booleans()) else None
    return Task(draw(titles), draw(sentences), tuple(units), due)


def _listed(task: Task, role: str) -> str:
    return "、".join(unit for given_role, unit in task.units if given_role == role)


def _labelled(task: Task) -> list[str]:
    labels = {"lead": "牵头单位", "support": "配合单位", "responsible": "责任单位"}
    said = [f"{label}：{_listed(task, role)}" for role, label in labels.items() if _listed(task, role)]
    return said + ([f"完成时限：{task.due.year}年{task.due.month}月底"] if task.due else [])


def _verbs(task: Task) -> str:
    verbs = {"lead": "牵头", "support": "配合", "responsible": "按职责分工负责"}
    said = [f"{_listed(task, role)}{verb}" for role, verb in verbs.items() if _listed(task, role)]
    return "，".join(said + ([f"{task.due.year}年{task.due.month}月底前完成"] if task.due else []))


NOTES: list[Callable[[Task], str]] = [
    lambda task: f"（{'；'.join(_labelled(task))}）",
    lambda task: f"〔{'；'.join(_labelled(task))}〕",
    lambda task: f"【{'；'.join(_labelled(task))}）",
    lambda task: f"（{_verbs(task)}）",
    lambda task: f"〔{_verbs(task)}〕",
    lambda task: "；".join(_labelled(task)) + "。",
    lambda task: "\n" + "\n".join(_labelled(task)),
]


@dataclass(frozen=True)
class Made:
    """A plan as thought of and as printed."""

    text: str
    chapters: tuple[tuple[str, tuple[Task, ...]], ...]


@st.composite
def plans(draw: st.DrawFn) -> Made:
    chapter_number, item_number = draw(st.sampled_from(CHAPTERS)), draw(st.sampled_from(ITEMS))
    note, alone, runs_on = draw(st.sampled_from(NOTES)), draw(st.booleans()), draw(st.booleans())
    chapters = draw(
        st.lists(st.tuples(titles, st.lists(tasks(), min_size=1, max_size=4).map(tuple)), min_size=1, max_size=3)
    )
    lines, count = ["云山县2024年数据工作方案"], 0
    for place, (title, items) in enumerate(chapters, 1):
        lines.append(chapter_number(place) + title)
        count = count if runs_on else 0
        for number, task in enumerate(items, count + 1):
            words = task.body + (note(task) if task.units else "")
            lines += (
                [item_number(number) + task.title, words] if alone else [f"{item_number(number)}{task.title}。{words}"]
            )
        count += len(items)
    text = "\n".join(lines)
    return Made(text.translate(HALF) if draw(st.booleans()) else text, tuple(chapters))


def parse(text: str) -> Plan:
    mended, doubts = mend(tidy_lines([text]))
    return parse_text(mended, text, "方案.txt", doubts)


@QUIET
@given(plans())
def test_the_outline_comes_back(made: Made) -> None:
    plan = parse(made.text)
    read = [(node.title, node.kind is Kind.CHAPTER) for node in plan.nodes]
    assert read == [
        (title, is_chapter)
        for name, items in made.chapters
        for title, is_chapter in [(name, True), *((t.title, False) for t in items)]
    ]
    leaves = [node for node in plan.nodes if node.kind is Kind.TASK]
    assert [node.text for node in leaves] == [task.body for _, items in made.chapters for task in items]


@QUIET
@given(plans())
def test_units_and_dates_come_back(made: Made) -> None:
    leaves = [node for node in parse(made.text).nodes if node.kind is Kind.TASK]
    for node, task in zip(leaves, (task for _, items in made.chapters for task in items), strict=True):
        assert {(fact.role.value, fact.unit) for fact in node.assignments} == set(task.units)
        assert [fact.date for fact in node.deadlines if fact.kind is DeadlineKind.FINAL] == (
            [task.due] if task.due else []
        )


@QUIET
@given(plans())
def test_every_paragraph_is_accounted_for_and_every_fact_stands_where_it_says(made: Made) -> None:
    plan = parse(made.text)
    assert [plan.text[slice(*paragraph.span)] for paragraph in plan.paragraphs] == plan.text.split("\n")
    for node in plan.nodes:
        for fact in node.assignments:
            assert fact.rule and plan.text[slice(*fact.span)] == fact.unit
        for dated in (*node.deadlines, *node.targets, *node.recurrences):
            assert dated.rule and plan.text[slice(*dated.span)] == dated.phrase
