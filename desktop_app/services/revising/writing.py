"""Writing a new version over the stored plan: outline, parts, facts, clauses and where every task stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import select

from desktop_app.domain.plan import Kind, Node, Plan, Span
from desktop_app.domain.standing import FRESH, Standing
from desktop_app.services.commands import Command
from desktop_app.services.plan_rows import fact_values, plan_words, rule_row, units_in
from desktop_app.services.revising import standings as rules
from desktop_app.services.revising.facts import FactBook, FactChanges, read_facts, remove_facts, replace_facts
from desktop_app.services.revising.matching import Matching, Twin
from desktop_app.services.revising.outline import Afterwards, Arranged, arrange, write_outline
from desktop_app.services.revising.parts import MatchedParts, PartChanges, StoredPart, match_parts, read_parts
from desktop_app.services.revising.stored import StoredNode, StoredPlan
from desktop_app.services.units import UnitBook
from desktop_app.storage.evidence_files import KeptFile
from desktop_app.storage.models import PlanRule
from desktop_app.storage.recorder import RowUpdate

Keep = Callable[[int], bool]
"""Whether a closed task stays closed though its wording changed, by its id."""


@dataclass(frozen=True, slots=True)
class NewVersion:
    """The plan as read anew, the file it was read from, and where that is kept."""

    plan: Plan
    original: KeptFile
    source_path: str


class Writer:
    """Writes one new version within a command; every table is written once."""

    def __init__(self, command: Command, stored: StoredPlan, version: NewVersion, matching: Matching) -> None:
        self._command = command
        self._stored = stored
        self._version = version
        self._matching = matching
        self._book: FactBook = read_facts(command.connection, stored.id)
        self._parts: dict[int, list[StoredPart]] = read_parts(command.connection, stored)
        self._units = UnitBook(command.connection).add(command.recorder, units_in(version.plan.nodes))
        self._arranged: Arranged = arrange(command, version.plan, matching)
        self._facts = FactChanges()
        self._part_changes = PartChanges()
        self._standings: dict[int, Standing] = {}

    def write(self, keep: Keep, summary: str) -> frozenset[int]:
        """Write it all; returns the tasks that were touched."""
        revision = self._write_plan(summary)
        for twin in self._matching.twins.values():
            self._keep_node(twin, keep)
        for node in self._matching.new:
            self._add_node(node)
        for gone in self._matching.kept:
            self._leave_out(gone)
        for removed in self._matching.removed:
            remove_facts(self._facts, self._book, removed.id)
        touched = self._touched()
        keys = {node.id: f"{node.key}@{revision}" for node in self._matching.kept if node.gone is None}
        write_outline(
            self._command,
            self._stored,
            self._matching,
            self._arranged,
            Afterwards(self._standings, touched, keys),
        )
        self._part_changes.write(self._command)
        self._facts.write(self._command)
        self._part_changes.write_removal(self._command)
        self._mark_gone(revision)
        self._command.recorder.delete("node", [node.id for node in self._matching.removed])
        self._write_rules()
        return touched

    def _write_plan(self, summary: str) -> int:
        """Put the present text aside and the new one in its place; returns the id of the revision."""
        row, version = self._stored.row, self._version
        old = {
            "plan_id": row.id,
            "revised_on": self._command.today,
            "title": row.title,
            "doc_number": row.doc_number,
            "issued_on": row.issued_on,
            "text": row.text,
            "original": row.original,
            "source_name": row.source_name,
            "source_digest": row.source_digest,
            "source_path": row.source_path,
            "summary": summary,
        }
        words = plan_words(version.plan, version.original, version.source_path)
        self._command.recorder.update("plan", [RowUpdate(row.id, {name: getattr(row, name) for name in words}, words)])
        return self._command.recorder.insert("revision", [old])[0]

    def _keep_node(self, twin: Twin, keep: Keep) -> None:
        """A node of both versions: its parts, its facts, and where it stands."""
        parts = match_parts(self._command, self._parts.get(twin.old.id, []), self._version.plan, twin.new)
        self._replace_facts(twin, parts)
        if twin.new.kind is not Kind.TASK:
            return
        before = twin.old.standing if twin.old.gone is None else rules.come_back(twin.old.standing)
        stays = keep(twin.old.id)
        live = self._keep_parts(twin, parts, before, stays)
        changed = twin.changed or parts.differ
        after = rules.after_revision(before, live, changed, parts.differ, stays, self._command.today)
        self._standings[twin.old.id] = after

    def _replace_facts(self, twin: Twin, parts: MatchedParts) -> None:
        replace_facts(
            self._facts,
            self._book,
            twin.old.id,
            fact_values(twin.new, twin.old.id, parts.ids, self._units),
            self._command.today,
            kept_parts=[part.id for part in parts.kept],
            removed_parts=[part.id for part in parts.removed],
        )

    def _keep_parts(self, twin: Twin, parts: MatchedParts, task: Standing, stays: bool) -> list[Standing]:
        """Write the parts of a task; returns where those of the new version stand."""
        live = []
        for place, (part_id, new) in enumerate(zip(parts.ids, twin.new.parts, strict=True), 1):
            old = parts.twins.get(part_id)
            if old is None:
                standing = rules.new_part_of(task, stays)
                self._part_changes.add(part_id, twin.old.id, place, new, standing)
            else:
                before = old.standing if twin.old.gone is None else rules.come_back(old.standing)
                standing = rules.part_after_revision(before, part_id in parts.changed, stays)
                self._part_changes.change(old, place, new.text, new.span, standing)
            live.append(standing)
        end = Span(twin.new.body.end, twin.new.body.end)
        for place, left in enumerate(parts.kept, len(parts.ids) + 1):
            self._part_changes.change(left, place, left.text, end, rules.leave_out(left.standing))
        for part in parts.removed:
            self._part_changes.remove(part)
        return live

    def _add_node(self, node: Node) -> None:
        """A node that is new: its parts and facts."""
        node_id = self._arranged.ids[node.id]
        ids = self._command.recorder.reserve_ids("part", len(node.parts))
        for place, (part_id, part) in enumerate(zip(ids, node.parts, strict=True), 1):
            self._part_changes.add(part_id, node_id, place, part, FRESH)
        wanted = fact_values(node, node_id, ids, self._units)
        replace_facts(self._facts, self._book, node_id, wanted, self._command.today)

    def _leave_out(self, gone: StoredNode) -> None:
        if gone.gone is None and gone.kind is Kind.TASK:
            self._standings[gone.id] = rules.leave_out(gone.standing)

    def _touched(self) -> frozenset[int]:
        """The tasks that came, went, moved, changed their wording or stand elsewhere than before."""
        twins = [twin for twin in self._matching.twins.values() if twin.new.kind is Kind.TASK]
        touched = {
            twin.old.id
            for twin in twins
            if twin.moved
            or twin.changed
            or twin.old.gone is not None
            or self._standings.get(twin.old.id, twin.old.standing) != twin.old.standing
        }
        touched |= {self._arranged.ids[node.id] for node in self._matching.new if node.kind is Kind.TASK}
        touched |= {node.id for node in self._matching.kept if node.gone is None and node.kind is Kind.TASK}
        return frozenset(touched)

    def _mark_gone(self, revision: int) -> None:
        back = [twin.old.gone for twin in self._matching.twins.values()]
        # A heading that went is no longer kept once all its tasks are back elsewhere.
        back += [node.gone for node in self._matching.removed]
        self._command.recorder.delete("gone_node", [mark for mark in back if mark is not None])
        new = [{"node_id": node.id, "revision_id": revision} for node in self._matching.kept if node.gone is None]
        self._command.recorder.insert("gone_node", new)

    def _write_rules(self) -> None:
        """The clauses of the new version; one that stood in the old one too keeps the day it was applied."""
        recorder = self._command.recorder
        wanted = select(PlanRule.__table__).where(PlanRule.plan_id == self._stored.id)
        old = {(row["scope"], row["phrase"]): dict(row) for row in self._command.connection.execute(wanted).mappings()}
        updates, inserts = [], []
        for place, rule in enumerate(self._version.plan.rules):
            row = rule_row(self._stored.id, place, rule)
            before = old.pop((rule.scope.value, rule.phrase), None)
            if before is None:
                inserts.append(row)
            else:
                updates.append(RowUpdate(before["id"], before, {**row, "applied_on": before["applied_on"]}))
        recorder.delete("plan_rule", [row["id"] for row in old.values()])
        recorder.update("plan_rule", updates)
        recorder.insert("plan_rule", inserts)
