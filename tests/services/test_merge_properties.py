"""Whatever three units and the officer write, in whatever order it comes home: it ends the same, and no text is lost."""

from __future__ import annotations

import datetime as dt
import itertools
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.handout import FIELDS, Field, Identity, ReturnedBook, ReturnedRow, as_written
from desktop_app.domain.merging import Choice, Chosen, MergePlan, decide, plan_merge
from desktop_app.domain.merging.words import keep_both
from desktop_app.domain.plan import Assignment, Kind, Role
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Status
from desktop_app.ingest.answers import read_answer
from desktop_app.services import handout, history, integrity, merge, plans, queries, tasks
from desktop_app.services.merge_reading import read_ledger
from desktop_app.services.workspace import LEDGER, Workspace, open_workspace
from desktop_app.storage.database import reading
from desktop_app.storage.models import RECORDED
from tests.conftest import TODAY
from tests.plan_by_hand import build_plan

UNITS = ("市甲局", "市乙局", "市丙局")
STATUS_WORDS = ["推进中", "正在推进", "已完成", "未启动", "暂缓", "说不清", ""]
PERCENTS = [0.3, "五成", 80, 1, "过半", ""]
TEXTS = st.sampled_from(["已立项。", "已招标，正在实施。", "已上线3个场景。", "=1+1", "", "无"])

edits = st.dictionaries(
    st.tuples(st.integers(0, 2), st.sampled_from(FIELDS)),
    st.none(),
    max_size=6,
).flatmap(
    lambda keys: st.fixed_dictionaries({
        key: st.sampled_from(STATUS_WORDS) if key[1] is Field.STATUS
        else st.sampled_from(PERCENTS) if key[1] is Field.PERCENT
        else st.sampled_from(["2021.11.30", "12月5日", "长期", ""]) if key[1] is Field.EXPECTED
        else TEXTS
        for key in keys
    })
)  # fmt: skip
officer = st.lists(
    st.tuples(
        st.integers(0, 2), st.sampled_from(["progress", "percent", "status", "tick"]), TEXTS, st.integers(0, 100)
    ),
    max_size=3,
)


@dataclass
class Office:
    """A ledger whose three tasks all three units answer, and what the units were given."""

    workspace: Workspace
    rows: list[TaskRef]


@cache
def template() -> tempfile.TemporaryDirectory[str]:
    """The hand-built plan with all three units on every task, handed out once: one unit leads, two support."""
    home = tempfile.TemporaryDirectory()
    folder = Path(home.name)
    plan = build_plan()
    roles = (Role.LEAD, Role.SUPPORT, Role.SUPPORT)
    shared = tuple(Assignment(role, unit) for role, unit in zip(roles, UNITS, strict=True))
    nodes = [node for node in plan.nodes if node.kind is not Kind.TASK or node.id in ("n4", "n5", "n8")]
    nodes = [replace(node, assignments=shared) if node.kind is Kind.TASK else node for node in nodes]
    source = folder / plan.source
    source.write_text("规划", encoding="utf-8")
    with open_workspace(folder / "台账", TODAY) as workspace:
        plans.store_plan(workspace, replace(plan, nodes=tuple(nodes), paragraphs=()), source)
        first = queries.tasks(workspace)[0]
        tasks.add_progress(workspace, TaskRef(first.id), "上月已开题。", 20, "人手不足", "抽调人员")
        handout.make_handouts(workspace, folder / "out", roles=tuple(Role))
    return home


def make_office(folder: Path) -> Office:
    """A copy of the template: a workspace can be carried anywhere."""
    shutil.copytree(Path(template().name) / "台账", folder / "台账")
    workspace = open_workspace(folder / "台账", TODAY)
    return Office(workspace, [TaskRef(row.id) for row in queries.tasks(workspace)])


def returned(office: Office, unit: str, edits: dict, turn: int = 0) -> ReturnedBook:
    """What `read_returned` makes of the unit's workbook with these edits; reading real files is tested elsewhere."""
    with reading(office.workspace.engine) as connection:
        probe = ReturnedBook("", "", None, unit, "", FIELDS, (), ())
        ledger = read_ledger(connection, [probe], handout.workspace_id(office.workspace), TODAY)
    (batch,) = ledger.batches.values()
    rows = []
    for place, (key, asked) in enumerate(sorted(batch.asked[unit].items())):
        raw = list(as_written(asked.base))
        for at, each in enumerate(FIELDS):
            if (place, each) in edits:
                raw[at] = edits[place, each]
        label = ledger.labels[key]
        rows.append(ReturnedRow(6 + place, f"{batch.code}:{key}", label.number, label.title, label.wording, tuple(raw)))
    identity = Identity(ledger.workspace, batch.code, unit)
    return ReturnedBook(
        f"{unit}{turn}.xlsx", f"{unit}{edits!r}{turn}", identity, unit, batch.label, FIELDS, tuple(rows), ()
    )


def plan_of(office: Office, books: Sequence[ReturnedBook]) -> MergePlan:
    with reading(office.workspace.engine) as connection:
        ledger = read_ledger(connection, books, handout.workspace_id(office.workspace), TODAY)
        return plan_merge(books, ledger, read_answer)


def work(office: Office, done: Sequence[tuple[int, str, str, int]]) -> None:
    """What the officer does meanwhile; what makes no sense is refused, as it would be in the window."""
    for place, what, text, percent in done:
        ref = office.rows[place]
        try:
            if what == "progress":
                tasks.add_progress(office.workspace, ref, text, percent=None)
            elif what == "percent":
                tasks.set_percent(office.workspace, [ref], percent)
            elif what == "status":
                tasks.set_status(office.workspace, [ref], Status.IN_PROGRESS)
            else:
                tasks.tick(office.workspace, [ref])
        except Exception as refused:
            assert type(refused).__module__ == "desktop_app.domain.errors", refused


def settle(plan: MergePlan) -> dict[int, Chosen]:
    """An officer who chooses by what the values say, whoever says them and whenever: words of both, the higher percent."""
    choices: dict[int, Chosen] = {}
    for cell in plan.open:
        if cell.field.is_text:
            # Words conflict only between a unit and the officer.
            choices[cell.id] = Chosen(Choice.BOTH)
        elif cell.field is Field.EXPECTED:
            days = [each for each in (cell.theirs, cell.ours) if isinstance(each, dt.date)]
            choices[cell.id] = Chosen(Choice.OWN, max(days))
        else:
            among = [cell.theirs, cell.ours, *(plan.cells[rival].theirs for rival in cell.rivals)]
            key = ORDER.index if cell.field is Field.STATUS else int
            choices[cell.id] = Chosen(Choice.OWN, max(among, key=key))
    return choices


ORDER = list(Status)


def state(office: Office) -> object:
    """What the ledger says, the order of entries of one day aside."""
    rows = queries.tasks(office.workspace)
    told = []
    for row in rows:
        entries = queries.detail(office.workspace, row.id).progress
        words = sorted((e.reporter, e.text, e.problems, e.next_step, e.evidence, str(e.expected_on)) for e in entries)
        told.append((row.id, row.status, row.percent, words))
    return told


def dump(office: Office) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(office.workspace.folder / LEDGER)) as connection:
        return {table: connection.execute(f'SELECT * FROM "{table}" ORDER BY id').fetchall() for table in RECORDED}


def ends_alike(run: Callable[[Office, Sequence[int]], object]) -> list[object]:
    ends = []
    for order in itertools.islice(itertools.permutations(range(3)), 0, None, 2):
        with tempfile.TemporaryDirectory() as name:
            office = make_office(Path(name))
            ends.append(run(office, order))
            office.workspace.close()
    return ends


some = settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))


@given(edits=st.tuples(edits, edits, edits), done=officer, prefer=st.sampled_from([Choice.THEIRS, Choice.OURS]))
@some
def test_files_merged_together_in_any_order_end_the_same(edits, done, prefer):
    def run(office: Office, order: Sequence[int]) -> object:
        books = [returned(office, UNITS[at], edits[at]) for at in order]
        work(office, done)
        merge.apply(office.workspace, plan_of(office, books), prefer=prefer)
        assert integrity.verify(office.workspace) == []
        return state(office)

    first, *others = ends_alike(run)
    assert all(end == first for end in others)


@given(edits=st.tuples(edits, edits, edits), done=officer)
@some
def test_files_merged_one_after_another_in_any_order_end_the_same(edits, done):
    def run(office: Office, order: Sequence[int]) -> object:
        books = [returned(office, UNITS[at], edits[at]) for at in range(3)]
        work(office, done)
        for at in order:
            plan = plan_of(office, [books[at]])
            merge.apply(office.workspace, plan, settle(plan))
        assert integrity.verify(office.workspace) == []
        return state(office)

    first, *others = ends_alike(run)
    assert all(end == first for end in others)


@given(edits=st.tuples(edits, edits, edits), done=officer, prefer=st.sampled_from([Choice.THEIRS, Choice.OURS]))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_text_is_ever_lost_cells_add_up_and_undo_restores(edits, done, prefer):
    with tempfile.TemporaryDirectory() as name:
        office = make_office(Path(name))
        books = [returned(office, unit, edit) for unit, edit in zip(UNITS, edits, strict=True)]
        work(office, done)
        before = dump(office)
        said = texts(before)
        plan = plan_of(office, books)
        counts = plan.counts
        assert counts.read == 3 * 3 * len(FIELDS)
        assert counts.read == counts.taken + counts.same + counts.conflict + counts.doubtful + counts.refused
        assert len(decide(plan).undecided) == counts.needs_choice
        merge.apply(office.workspace, plan, prefer=prefer)
        after = dump(office)
        typed = {str(v) for edit in edits for (_, each), v in edit.items() if each.is_text and str(v).strip()}
        assert said <= texts(after)
        assert all(any(text in known for known in texts(after)) for text in typed | said)
        assert integrity.verify(office.workspace) == []
        history.undo(office.workspace)
        assert dump(office) == before
        history.redo(office.workspace)
        assert dump(office) == after
        assert integrity.verify(office.workspace) == []
        office.workspace.close()


def texts(rows: dict[str, list[tuple[object, ...]]]) -> set[str]:
    """All words of entries and of what came back."""
    tables = ("progress", "returned_cell", "batch_item")
    return {str(value) for table in tables for row in rows[table] for value in row if isinstance(value, str) and value}


@given(st.text(alphabet="甲乙。；\n 丙", max_size=12), st.text(alphabet="甲乙。；\n 丙", max_size=12))
def test_both_sides_kept_together_hold_every_sentence_of_each(theirs, ours):
    joined = "".join(keep_both(theirs, ours).split())
    for side in (theirs, ours):
        for sentence in side.replace("；", "。").replace("\n", "。").split("。"):
            assert "".join(sentence.split()) in joined
