"""`handout` and `merge`: workbooks to the units, and home again."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from desktop_app.cli import as_json
from desktop_app.cli.answer import Answer
from desktop_app.cli.opening import opened
from desktop_app.cli.table import cut
from desktop_app.domain.errors import BadInput
from desktop_app.domain.handout import to_plain
from desktop_app.domain.merging import (
    AfterMerge,
    BookReport,
    Cell,
    Choice,
    Counts,
    Decision,
    MergePlan,
    Outcome,
    decide,
)
from desktop_app.domain.merging.after import told
from desktop_app.domain.plan import Role
from desktop_app.domain.unit_names import is_several
from desktop_app.services import handout as handout_service
from desktop_app.services import merge as service

_UNDECIDED = 1
_WIDE = 40


def handout(arguments: Namespace) -> Answer:
    """Write a workbook for every unit."""
    roles = (*handout_service.OWNERS, Role.SUPPORT) if arguments.support else handout_service.OWNERS
    with opened(arguments) as workspace:
        made = handout_service.make_handouts(
            workspace,
            arguments.out,
            units=arguments.units,
            plan=arguments.plan,
            roles=roles,
            everything=arguments.all,
            due=arguments.due,
            contact=arguments.contact,
            password=arguments.password,
        )
    data = {
        "batch": made.batch,
        "label": made.label,
        "skipped": made.skipped,
        "files": [
            {"unit": each.unit, "path": str(each.path), "rows": each.rows, "cells": each.cells,
             "asked_this_month": each.asked_this_month, "several": is_several(each.unit)}
            for each in made.files
        ],
    }  # fmt: skip

    def lines() -> Iterator[str]:
        rows = sum(file.rows for file in made.files)
        skipped = f"，另有 {made.skipped} 行没有变化未下发" if made.skipped else ""
        yield f"已下发{made.label}：{len(made.files)} 个单位，{rows} 行{skipped}"
        for file in made.files:
            yield f"  {file.path.name}  {file.rows} 行，{file.cells} 格（本月累计 {file.asked_this_month} 格）"
            if file.notice:
                yield f"  {file.notice}"
        for file in made.files:
            if is_several(file.unit):
                yield f"注意：“{file.unit}”不是单个单位，填报表须自行转发，或用 --unit 只下发给具体单位"

    return Answer(lambda: data, lines)


def merge(arguments: Namespace) -> Answer:
    """Compare returned workbooks with the ledger; write them unless someone has to choose first."""
    prefer = Choice(arguments.prefer) if arguments.prefer else None
    with opened(arguments) as workspace:
        plan = service.prepare(workspace, arguments.files)
        decision = decide(plan, prefer=prefer)
        read = any(not book.refusal for book in plan.books)
        if not read and not all(book.again for book in plan.books):
            raise BadInput("没有可合并的填报表：" + "；".join(_refusal(book) for book in plan.books))
        done = None
        if read and not decision.undecided and not arguments.dry_run:
            done = service.apply(workspace, plan, prefer=prefer)
    code = _UNDECIDED if decision.undecided else 0
    return Answer(lambda: _data(plan, decision, done), lambda: _lines(plan, decision, done, arguments.dry_run), code)


def _data(plan: MergePlan, decision: Decision, done: service.MergeResult | None) -> as_json.Json:
    return {
        "applied": done is not None,
        "counts": _counts(plan.counts),
        "undecided": len(decision.undecided),
        "files": [_book(book) for book in plan.books],
        "cells": [_cell(plan, decision, cell) for cell in plan.cells],
        "changes": as_json.changes(done.changes) if done else None,
        "receipts": [str(path) for path in done.receipts] if done else [],
        "backup": str(done.backup) if done else None,
    }


def _counts(counts: Counts) -> as_json.Json:
    return {
        "read": counts.read,
        "taken": counts.taken,
        "same": counts.same,
        "conflict": counts.conflict,
        "doubtful": counts.doubtful,
        "refused": counts.refused,
    }


def _book(book: BookReport) -> as_json.Json:
    return {
        "name": book.name,
        "unit": book.unit,
        "batch": book.batch_label,
        "older": book.older,
        "refusal": book.refusal,
        "rows": book.rows,
        "counts": _counts(book.counts),
        "remarks": list(book.remarks),
        "missing": list(book.missing),
        "unknown": [{"row": row.place, "words": row.words, "cells": row.cells} for row in book.unknown],
    }


def _cell(plan: MergePlan, decision: Decision, cell: Cell) -> as_json.Json:
    chosen = decision.settled.get(cell.id)
    values: dict[str, Any] = {"base": cell.base, "theirs": cell.theirs, "ours": cell.ours}
    return {
        "file": plan.books[cell.book].name,
        "unit": cell.unit,
        "row": cell.place,
        "task": cell.key.task if cell.key else None,
        "part": cell.key.part if cell.key else None,
        "name": cell.name,
        "field": cell.field.value,
        **{name: to_plain(value) for name, value in values.items()},
        "raw": cell.raw,
        "outcome": cell.outcome.value,
        "choice": chosen.choice.value if chosen else None,
        "reason": cell.reason,
        "note": cell.note,
    }


def _lines(plan: MergePlan, decision: Decision, done: service.MergeResult | None, dry_run: bool) -> Iterator[str]:
    after = AfterMerge(plan)
    for index, book in enumerate(plan.books):
        if book.refusal:
            yield f"未读入：{_refusal(book)}"
            continue
        yield f"{book.unit}（{book.name}，{book.batch_label}）：{_sum(book.counts)}"
        yield from (f"  {remark}" for remark in book.remarks)
        yield from (f"  {_told(cell, decision, after)}" for cell in plan.cells if cell.book == index)
    if decision.undecided:
        yield f"尚有 {len(decision.undecided)} 格需要选择，未作任何更改；用 --prefer theirs 或 --prefer ours 统一选择，或在窗口中逐格选择"
    elif done is not None:
        yield f"{done.changes.label}：{_sum(plan.counts)}"
        yield f"合并前已备份：{done.backup.name}"
        yield from (f"回执：{path}" for path in done.receipts)
        yield from done.changes.warnings
    elif dry_run and any(not book.refusal for book in plan.books):
        yield f"试合并，未作任何更改：{_sum(plan.counts)}"


def _refusal(book: BookReport) -> str:
    return book.refusal if book.name in book.refusal else f"“{book.name}”{book.refusal}"


def _sum(counts: Counts) -> str:
    doubtful = f" + 存疑 {counts.doubtful}" if counts.doubtful else ""
    return (
        f"读入 {counts.read} 格 = 采用 {counts.taken} + 相同 {counts.same} + 冲突 {counts.conflict}{doubtful}"
        f" + 未采 {counts.refused}"
    )


def _told(cell: Cell, decision: Decision, after: AfterMerge) -> str:
    """采用  （二）推进…  进度：40% → 65%（原文“六成半”）."""
    where = f"{cell.outcome.label}  {cut(cell.name, _WIDE)}  {cell.field.label}"
    if cell.outcome is Outcome.REFUSED:
        return f"{where}：{cut(cell.raw, _WIDE) or '（空）'}，{cell.reason}"
    theirs = cut(cell.words(cell.theirs), _WIDE)
    note = f"（{cell.note}）" if cell.note else ""
    why = told(after, cell, decision.settled) if cell.id in decision.settled else ""
    follows = f"，{why}" if why else ""
    if not cell.outcome.needs_choice:
        return f"{where}：{cut(cell.words(cell.ours), _WIDE) or '（空）'} → {theirs}{note}{follows}"
    chosen = decision.settled.get(cell.id)
    choice = f"，按{chosen.choice.label}{follows}" if chosen else ""
    base, ours = cut(cell.words(cell.base), _WIDE), cut(cell.words(cell.ours), _WIDE)
    values = f"下发时 {base or '（空）'}，单位 {theirs}{note}，本地 {ours or '（空）'}"
    return f"{where}：{values}；{cell.reason}{choice}"


COMMANDS = {"handout": handout, "merge": merge}
