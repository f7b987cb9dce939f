"""Whatever three units and the officer write, in whatever order it comes home: it ends the same, and no text is lost.

The workbooks are real: handed out by the program, filled in by another editor, saved and read again. So is the ledger.
"""

from __future__ import annotations

import itertools
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from desktop_app.domain.errors import XiaohaoError
from desktop_app.domain.handout import FIELDS, PLACES, Field, RowKey, Value
from desktop_app.domain.merging import AfterMerge, Choice, Decision, MergePlan, Outcome, decide
from desktop_app.domain.merging.words import agree, fold, is_empty, keep_both, says_nothing
from desktop_app.domain.plan import Assignment, Kind, Role
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Status
from desktop_app.ingest.answers import read_answer
from desktop_app.services import handout, history, integrity, merge, plans, queries, tasks
from desktop_app.services.answers_now import read_standings
from desktop_app.services.workspace import LEDGER, Workspace, open_workspace
from desktop_app.storage.database import reading
from desktop_app.storage.models import RECORDED
from tests.conftest import TODAY
from tests.office.sheet import fill
from tests.officer import settle
from tests.plan_by_hand import build_plan

UNITS = ("市甲局", "市乙局", "市丙局")
ROWS = range(3)
Edits = Mapping[tuple[int, Field], object]
Work = Sequence[tuple[int, str, str, int]]

TEXTS = ["已立项。", "已招标，正在实施。", "已上线3个场景。", "=1+1", "上月已开题。", "无", ""]
CELLS = {
    Field.STATUS: ["推进中", "正在推进", "已完成", "未启动", "暂缓", "说不清", ""],
    Field.PERCENT: [0.3, "五成", 80, 1, 0.2, "过半", ""],
    Field.EXPECTED: ["2021.11.30", "12月5日", "长期", ""],
}
cells = st.one_of([
    st.tuples(st.tuples(st.sampled_from(ROWS), st.just(field)), st.sampled_from(CELLS.get(field, TEXTS)))
    for field in FIELDS
])  # fmt: skip
edits = st.lists(cells, max_size=8).map(dict)
officer = st.lists(
    st.tuples(
        st.sampled_from(ROWS),
        st.sampled_from(["progress", "percent", "status", "tick"]),
        st.sampled_from(TEXTS),
        st.integers(0, 100),
    ),
    max_size=3,
)
prefers = st.sampled_from([Choice.THEIRS, Choice.OURS])
# Not shrunk: each try merges real workbooks, and a failing one is short enough to be read as it is.
slow = {
    "deadline": None,
    "suppress_health_check": list(HealthCheck),
    "phases": [Phase.explicit, Phase.reuse, Phase.generate],
}


@cache
def template() -> tempfile.TemporaryDirectory[str]:
    """The hand-built plan with all three units on three tasks, handed out once: one unit leads, two support."""
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
        made = handout.make_handouts(workspace, folder / "out", roles=tuple(Role))
    for file in made.files:
        file.path.rename(folder / f"{file.unit}.xlsx")
    return home


@contextmanager
def office() -> Iterator[tuple[Workspace, Path]]:
    """A copy of the template's workspace, open, and a folder for what comes back."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(Path(template().name) / "台账", folder / "台账")
        with open_workspace(folder / "台账", TODAY) as workspace:
            yield workspace, folder


def returned(folder: Path, unit: str, edits: Edits, turn: int = 0) -> Path:
    """The unit's workbook with these cells filled in."""
    written = {at: value if value != "" else None for at, value in edits.items()}
    return fill(Path(template().name) / f"{unit}.xlsx", folder / f"{unit}{turn}.xlsx", written)


def work(workspace: Workspace, done: Work) -> None:
    """What the officer does meanwhile; what makes no sense is refused, as it would be in the window."""
    rows = [TaskRef(row.id) for row in queries.tasks(workspace)]
    for place, what, text, percent in done:
        try:
            if what == "progress":
                tasks.add_progress(workspace, rows[place], text, percent=None)
            elif what == "percent":
                tasks.set_percent(workspace, [rows[place]], percent)
            elif what == "status":
                tasks.set_status(workspace, [rows[place]], Status.IN_PROGRESS)
            else:
                tasks.tick(workspace, [rows[place]])
        except XiaohaoError:
            continue


def merge_in(workspace: Workspace, files: Sequence[Path], prefer: Choice | None = None) -> tuple[MergePlan, Decision]:
    """Merge these files, open cells settled by preference or by what the values say."""
    plan = merge.prepare(workspace, files)
    done = merge.apply(workspace, plan, None if prefer else settle(plan), prefer=prefer, receipts=())
    return plan, done.decision


def state(workspace: Workspace) -> object:
    """What the ledger says, the order of entries of one day aside."""
    told = []
    for row in queries.tasks(workspace):
        entries = queries.detail(workspace, row.id).progress
        words = sorted((e.reporter, e.text, e.problems, e.next_step, e.evidence, str(e.expected_on)) for e in entries)
        told.append((row.id, row.status, row.percent, words))
    return told


def dump(workspace: Workspace) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(workspace.folder / LEDGER)) as connection:
        return {table: connection.execute(f'SELECT * FROM "{table}" ORDER BY id').fetchall() for table in RECORDED}


def shown(workspace: Workspace) -> dict[tuple[str, int, Field], Value]:
    """What each unit would be shown of each row now: the ledger's side of a merge."""
    ids = [row.id for row in queries.tasks(workspace)]
    with reading(workspace.engine) as connection:
        standings = read_standings(connection, ids)
    found = {}
    for unit, (place, task), field in itertools.product(UNITS, enumerate(ids), FIELDS):
        values = standings.values(unit, RowKey(task))
        assert values is not None
        found[unit, place, field] = values[PLACES[field]]
    return found


# --- any order ---------------------------------------------------------------------------------------------------


def ends(orders: Sequence[Sequence[Sequence[int]]], edits: Sequence[Edits], done: Work, prefer: Choice | None) -> list:
    """How the same answers end, merged in each of these orders: groups of units whose files are merged at once."""
    found = []
    with tempfile.TemporaryDirectory() as name:
        files = [returned(Path(name), unit, edit) for unit, edit in zip(UNITS, edits, strict=True)]
        for order in orders:
            with office() as (workspace, _):
                work(workspace, done)
                for group in order:
                    merge_in(workspace, [files[at] for at in group], prefer)
                assert integrity.verify(workspace) == []
                found.append(state(workspace))
    return found


@given(edits=st.tuples(edits, edits, edits), done=officer, prefer=prefers)
@settings(max_examples=15, **slow)
def test_files_merged_together_in_any_order_end_the_same(edits, done, prefer):
    first, *others = ends([[[0, 1, 2]], [[2, 0, 1]], [[1, 2, 0]]], edits, done, prefer)
    assert all(end == first for end in others)


@given(edits=st.tuples(edits, edits, edits), done=officer)
@settings(max_examples=15, **slow)
def test_files_merged_one_after_another_in_any_order_end_the_same(edits, done):
    first, *others = ends([[[0], [1], [2]], [[2], [0], [1]], [[1], [2], [0]], [[2], [1], [0]]], edits, done, None)
    assert all(end == first for end in others)


# --- no loss, and the right answer ---------------------------------------------------------------------------------


def answer(field: Field, raw: object) -> Value:
    """What a cell says, "" and None for one that says nothing usable."""
    said = read_answer(field, raw if raw != "" else None, TODAY)
    return None if said.refusal else said.value


def due(field: Field, base: Value, theirs: Value, ours: Value, prefer: Choice) -> Value:
    """What a cell that no other unit answers must hold after the merge; 无 is an answer where a problem was known."""
    if says_nothing(theirs) and (field is not Field.PROBLEMS or is_empty(ours)):
        return ours
    if is_empty(theirs) or agree(theirs, base) or agree(theirs, ours):
        return ours
    return theirs if agree(ours, base) or prefer is Choice.THEIRS else ours


turns = st.lists(st.tuples(officer, st.dictionaries(st.sampled_from(UNITS), edits, min_size=1), prefers), max_size=3)


@given(turns=turns)
@example(turns=[([], {UNITS[0]: {(0, Field.TEXT): ""}}, Choice.THEIRS)])
@example(turns=[([(0, "progress", "已立项。", 0)], {UNITS[0]: {(0, Field.TEXT): "无"}}, Choice.OURS)])
@example(
    turns=[
        ([], {UNITS[1]: {(1, Field.TEXT): "已立项。"}}, Choice.THEIRS),
        ([(1, "progress", "已上线3个场景。", 0)], {UNITS[1]: {(1, Field.NEXT_STEP): "无"}}, Choice.THEIRS),
    ]
)
@example(
    turns=[
        ([(2, "tick", "", 0)], {UNITS[0]: {(2, Field.STATUS): "推进中", (2, Field.PERCENT): 0.3}}, Choice.THEIRS),
    ]
)
@example(
    turns=[
        ([], {unit: {(1, Field.PERCENT): said} for unit, said in zip(UNITS, (0.3, 80, 80), strict=True)}, Choice.OURS)
    ]
)
@settings(max_examples=30, **slow)
def test_however_often_files_come_back_each_cell_holds_what_it_must_and_no_word_is_lost(turns):
    with office() as (workspace, folder):
        base = shown(workspace)
        written: dict[str, dict[tuple[int, Field], object]] = {unit: {} for unit in UNITS}
        sent: set[bytes] = set()
        for turn, (done, edited, prefer) in enumerate(turns):
            work(workspace, done)
            back = {}
            for unit, edits in edited.items():
                written[unit].update(edits)
                file = returned(folder, unit, written[unit], turn)
                # The same file twice is refused: tested elsewhere.
                if file.read_bytes() not in sent:
                    back[unit] = file
                    sent.add(file.read_bytes())
            if not back:
                continue
            before, ours = dump(workspace), shown(workspace)
            plan, decision = merge_in(workspace, [*back.values()], prefer)
            after, now = dump(workspace), shown(workspace)
            check_counts(plan, len(back))
            check_cells(plan, written, back, base, ours, now, prefer)
            check_states(plan, ours, now)
            check_outlook(plan, decision, base, now)
            check_words(before, after, [text for unit in back for text in said_in(written[unit])])
            assert integrity.verify(workspace) == []
            history.undo(workspace)
            assert dump(workspace) == before
            history.redo(workspace)
            assert dump(workspace) == after
            for cell in plan.cells:
                if cell.outcome is not Outcome.REFUSED:
                    base[cell.unit, place_of(base, plan, cell.key), cell.field] = cell.theirs
        assert integrity.verify(workspace) == []


def place_of(base: Mapping, plan: MergePlan, key: RowKey) -> int:
    return sorted(plan.labels).index(key)


def said_in(written: Edits) -> list[str]:
    """The words of a unit; what stands in place of an empty cell is none."""
    said = [value for (_, field), value in written.items() if field.is_text]
    return [str(value) for value in said if not is_empty(str(value)) and not says_nothing(str(value))]


def check_counts(plan: MergePlan, books: int) -> None:
    counts = plan.counts
    assert not any(book.refusal for book in plan.books)
    assert counts.read == books * len(ROWS) * len(FIELDS)
    assert counts.read == counts.taken + counts.same + counts.conflict + counts.doubtful + counts.refused
    assert len(decide(plan).undecided) == counts.needs_choice


def check_cells(plan: MergePlan, written, back, base, ours, now, prefer: Choice) -> None:
    """Words and days are each unit's own: an independent account of what every cell must hold."""
    for unit, place, field in itertools.product(UNITS, ROWS, FIELDS[PLACES[Field.EXPECTED] :]):
        at = unit, place, field
        if unit in back and (place, field) in written[unit]:
            theirs = answer(field, written[unit][place, field])
            assert agree(now[at], due(field, base[at], theirs, ours[at], prefer)), (
                at,
                base[at],
                theirs,
                ours[at],
                now[at],
            )
        else:
            assert agree(now[at], ours[at]), at


def check_states(plan: MergePlan, ours, now) -> None:
    """Status and percent are one for all units: nothing closed is opened, rivals are asked about, the rest stays."""
    groups: dict[tuple[RowKey, Field], list] = {}
    for cell in plan.cells:
        if cell.field in (Field.STATUS, Field.PERCENT) and cell.outcome is not Outcome.REFUSED:
            groups.setdefault((cell.key, cell.field), []).append(cell)
    for group in groups.values():
        if not all(agree(group[0].theirs, other.theirs) for other in group):
            assert {cell.outcome for cell in group} == {Outcome.CONFLICT}
    for place in ROWS:
        row = [(UNITS[0], place, field) for field in (Field.STATUS, Field.PERCENT)]
        key = sorted(plan.labels)[place]
        if ours[row[0]] is Status.CLOSED or not any((key, field) in groups for field in (Field.STATUS, Field.PERCENT)):
            assert [now[at] for at in row] == [ours[at] for at in row]


def check_outlook(plan: MergePlan, decision: Decision, base, now) -> None:
    """What the review says a cell will hold is what the ledger then holds."""
    after = AfterMerge(plan)
    same = [cell for book in range(len(plan.books)) for cell in plan.same_cells(book)]
    for cell in (*plan.cells, *same):
        if cell.outcome is not Outcome.REFUSED:
            at = cell.unit, place_of(base, plan, cell.key), cell.field
            assert agree(after.value(cell, decision.settled), now[at]), (cell, now[at])


def check_words(before, after, typed: Sequence[str]) -> None:
    """What was on record stays as it was, and everything typed is found again."""
    for table in ("progress", "returned", "returned_cell", "batch_item"):
        assert after[table][: len(before[table])] == before[table]
    found = "\n".join(
        fold(str(value))
        for table in ("progress", "returned_cell", "batch_item")
        for row in after[table]
        for value in row
    )
    assert all(fold(text) in found for text in typed)


@given(st.text(alphabet="甲乙。；\n 丙", max_size=12), st.text(alphabet="甲乙。；\n 丙", max_size=12))
def test_both_sides_kept_together_hold_every_sentence_of_each(theirs, ours):
    joined = "".join(keep_both(theirs, ours).split())
    for side in (theirs, ours):
        for sentence in side.replace("；", "。").replace("\n", "。").split("。"):
            assert "".join(sentence.split()) in joined
