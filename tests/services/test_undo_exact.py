"""Whatever officers do, undo restores exactly, redo does it again, and verify never cries wolf."""

from __future__ import annotations

import datetime as dt
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import XiaohaoError
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Status
from desktop_app.ingest import read_plan
from desktop_app.services import evidence, history, integrity, plan_rules, plans, queries, revise, tasks, units
from desktop_app.services.workspace import LEDGER, open_workspace
from desktop_app.storage.models import RECORDED
from tests.conftest import TODAY
from tests.plan_by_hand import build_full_plan, build_plan

REFS = ["4", "5", "7", "7.1", "7.2", "8", "9"]
refs = st.lists(st.sampled_from(REFS), min_size=1, max_size=4).map(lambda texts: [TaskRef.parse(t) for t in texts])
one_ref = st.sampled_from(REFS).map(TaskRef.parse)
words = st.text(max_size=12)
days = st.dates(dt.date(2021, 1, 1), dt.date(2022, 12, 31))


class OfficersAtWork(RuleBasedStateMachine):
    """Any commands in any order, with undo, redo and restarts between them."""

    @initialize()
    def start(self) -> None:
        self.home = tempfile.TemporaryDirectory()
        self.outside = Path(self.home.name)
        self.workspace = open_workspace(self.outside / "台账", TODAY)
        plan = build_full_plan()
        source = self.outside / plan.source
        source.write_text(plan.original, encoding="utf-8")
        plans.store_plan(self.workspace, plan, source)
        self.done = [self.dump()]
        self.place = 0

    def dump(self) -> dict[str, list[tuple[object, ...]]]:
        with closing(sqlite3.connect(self.workspace.folder / LEDGER)) as connection:
            return {table: connection.execute(f'SELECT * FROM "{table}" ORDER BY id').fetchall() for table in RECORDED}

    def run_command(self, command: Callable[[], Changes]) -> None:
        before = self.dump()
        try:
            command()
        except XiaohaoError:
            assert self.dump() == before
            return
        self.place += 1
        self.done[self.place :] = [self.dump()]

    @rule(refs=refs, note=words, reason=words)
    def tick(self, refs: list[TaskRef], note: str, reason: str) -> None:
        self.run_command(lambda: tasks.tick(self.workspace, refs, note=note, without_evidence=reason))

    @rule(refs=refs, reason=words)
    def reopen(self, refs: list[TaskRef], reason: str) -> None:
        self.run_command(lambda: tasks.reopen(self.workspace, refs, reason))

    @rule(refs=refs, status=st.sampled_from(Status))
    def set_status(self, refs: list[TaskRef], status: Status) -> None:
        self.run_command(lambda: tasks.set_status(self.workspace, refs, status))

    @rule(refs=refs, percent=st.integers(0, 100))
    def set_percent(self, refs: list[TaskRef], percent: int) -> None:
        self.run_command(lambda: tasks.set_percent(self.workspace, refs, percent))

    @rule(ref=one_ref, text=words, percent=st.none() | st.integers(0, 100), on=st.none() | days)
    def add_progress(self, ref: TaskRef, text: str, percent: int | None, on: dt.date | None) -> None:
        self.run_command(lambda: tasks.add_progress(self.workspace, ref, text, percent, on=on))

    @rule(ref=one_ref, date=days, basis=words)
    def extend(self, ref: TaskRef, date: dt.date, basis: str) -> None:
        self.run_command(lambda: tasks.extend(self.workspace, ref, date, basis))

    @rule(number=st.integers(1, 4), value=st.floats(allow_nan=True))
    def add_reading(self, number: int, value: float) -> None:
        self.run_command(lambda: tasks.add_reading(self.workspace, number, value))

    @rule(refs=refs, name=st.sampled_from(["a.txt", "b.jpg"]), content=st.sampled_from([b"", b"x", b"y"]))
    def attach(self, refs: list[TaskRef], name: str, content: bytes) -> None:
        path = self.outside / name
        path.write_bytes(content)
        self.run_command(lambda: evidence.attach(self.workspace, refs, [path]))

    @rule(link=st.integers(1, 6))
    def detach(self, link: int) -> None:
        self.run_command(lambda: evidence.detach(self.workspace, [link]))

    @rule()
    def remove_plan(self) -> None:
        self.run_command(lambda: plans.remove_plan(self.workspace, 1))

    @rule(rule_id=st.integers(1, 3))
    def apply_rule(self, rule_id: int) -> None:
        self.run_command(lambda: plan_rules.apply_rule(self.workspace, rule_id))

    @rule(keep=st.integers(1, 5), other=st.integers(1, 5))
    def merge_units(self, keep: int, other: int) -> None:
        self.run_command(lambda: units.merge(self.workspace, keep, [other]))

    @rule(left_out=st.sampled_from([5, 6, 8, 9]), word=st.sampled_from(["推动", "加快推动", "完成"]))
    def revise(self, left_out: int, word: str) -> None:
        """A version without one line, and with another word in the rest."""
        lines = build_plan().text.replace("推动", word).split("\n")
        file = self.outside / "新版.txt"
        file.write_text("\n".join(lines[:left_out] + lines[left_out + 1 :]), encoding="utf-8")
        plan = read_plan(file)
        if not self.has_plan() or revise.compare(self.workspace, 1, plan).identical:
            return
        self.run_command(lambda: revise.revise(self.workspace, 1, file, plan).changes)

    def has_plan(self) -> bool:
        return bool(queries.plans(self.workspace))

    @rule()
    def undo(self) -> None:
        if self.place:
            history.undo(self.workspace)
            self.place -= 1
        else:
            assert history.undo_label(self.workspace) is None

    @rule()
    def redo(self) -> None:
        if self.place < len(self.done) - 1:
            history.redo(self.workspace)
            self.place += 1
        else:
            assert history.redo_label(self.workspace) is None

    @rule()
    def restart(self) -> None:
        self.workspace.close()
        self.workspace = open_workspace(self.outside / "台账", TODAY, create=False)

    @invariant()
    def the_ledger_is_as_it_was_at_this_place(self) -> None:
        assert self.dump() == self.done[self.place]

    @invariant()
    def verify_never_cries_wolf(self) -> None:
        assert integrity.verify(self.workspace) == []

    @invariant()
    def every_row_can_be_read(self) -> None:
        for row in queries.tasks(self.workspace):
            assert 0 <= row.percent <= 100
            assert queries.detail(self.workspace, row.id).row == row
            if row.status is Status.CLOSED:
                assert row.closed_on is not None

    def teardown(self) -> None:
        self.workspace.close()
        self.home.cleanup()


TestOfficersAtWork = OfficersAtWork.TestCase
TestOfficersAtWork.settings = settings(
    max_examples=15, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
