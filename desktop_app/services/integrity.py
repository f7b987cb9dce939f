"""Is the ledger whole? What the history says must be there is compared with what is there."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection

from desktop_app.domain.disk_words import reason
from desktop_app.domain.errors import StorageFailure
from desktop_app.services import submission_state
from desktop_app.services.findings import Names, State, changed, extra, missing
from desktop_app.services.workspace import LEDGER, Workspace
from desktop_app.storage.database import failures_in_words, reading
from desktop_app.storage.evidence_files import FileStore, digest_of
from desktop_app.storage.journal import GENESIS, HASHED, entry_hash
from desktop_app.storage.models import RECORDED, values_when_unsaid
from desktop_app.storage.recorder import RowChanges, unpack

Progress = Callable[[int, int], None]
_Item = TypeVar("_Item")
_WORK = """SELECT 2 * (SELECT count(*) FROM history)
    + (SELECT count(*) FROM evidence) + (SELECT count(*) FROM plan) + (SELECT count(*) FROM revision)
    + (SELECT count(*) FROM submission)"""
"""What there is to look at: each entry of the history for itself and for its rows, then what has files."""


def verify(workspace: Workspace, progress: Progress | None = None) -> list[str]:
    """What is wrong with the workspace, one sentence each, in Chinese; an empty list when it is whole.

    Looks at the database file, the chain of the history, every row that a command ever wrote, and the kept files.

    Raises:
        Cancelled: raised by `progress`.
    """
    broken, findings = _database_file(workspace.folder / LEDGER)
    if broken:
        # What is read from a broken file says nothing about the ledger.
        return broken
    with reading(workspace.engine) as connection:
        way = _Way(progress, 2 * len(RECORDED) + (connection.exec_driver_sql(_WORK).scalar() or 0))
        findings += _chain(connection, way)
        try:
            replay = _Replay(connection, way)
        except (ValueError, KeyError, TypeError, AttributeError):
            return [*findings, "历史记录的内容已损坏，不能与台账核对"]
        actual = _stored(connection, way)
    names = Names(replay.state, actual)
    findings += _compare(replay.state, actual, names, way)
    findings += _evidence(workspace, actual, replay.evidence, names, way)
    findings += _originals(workspace, actual, replay.originals, way)
    findings += submission_state.findings(workspace, way.step)
    return findings


class _Way:
    """How far the check has come; says so before each thing that is looked at, where it may be stopped."""

    def __init__(self, progress: Progress | None, steps: int) -> None:
        self._progress = progress or (lambda done, total: None)
        self._done, self._steps = 0, steps

    def step(self) -> None:
        """Go on to the next thing."""
        self._progress(min(self._done, self._steps), self._steps)
        self._done += 1

    def along(self, items: Iterable[_Item]) -> Iterator[_Item]:
        """The items, a step for each."""
        for item in items:
            self.step()
            yield item


def _database_file(database: Path) -> tuple[list[str], list[str]]:
    """What SQLite itself finds: broken pages, and rows that refer to nothing."""
    try:
        with failures_in_words(), closing(sqlite3.connect(database)) as connection:
            found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
            loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    except StorageFailure as failure:
        return [str(failure)], []
    broken = [f"数据库文件损坏：{text}" for text in found if text != "ok"]
    return broken, [f"数据库中有{len(loose)}行指向不存在的内容"] if loose else []


def _chain(connection: Connection, way: _Way) -> Iterator[str]:
    """Entries that were changed, taken out or cut off at the end."""
    subjects: dict[int, list[int]] = {}
    for history_id, node_id in connection.exec_driver_sql("SELECT history_id, node_id FROM history_subject"):
        subjects.setdefault(history_id, []).append(node_id)
    sql = f"SELECT prev_hash, hash, CAST(changes AS BLOB), {', '.join(HASHED)} FROM history ORDER BY id"
    previous, last_id = GENESIS, 0
    for prev_hash, own_hash, changes, *fields in way.along(connection.exec_driver_sql(sql)):
        entry_id, label = fields[0], fields[3]
        if entry_id != last_id + 1:
            yield f"历史记录缺少{entry_id - last_id - 1}条（第{entry_id}条之前）"
        elif prev_hash != previous:
            yield f"历史记录第{entry_id}条（{label}）与前一条不衔接"
        if entry_hash(prev_hash, fields, changes, subjects.get(entry_id, ())) != own_hash:
            yield f"历史记录第{entry_id}条（{label}）被改动"
        previous, last_id = own_hash, entry_id
    given = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = 'history'").scalar() or 0
    if given > last_id:
        yield f"历史记录末尾缺少{given - last_id}条"


class _Replay:
    """The rows as the history leaves them, and the digests of all files that ever came in."""

    def __init__(self, connection: Connection, way: _Way) -> None:
        self.state: State = {table: {} for table in RECORDED}
        self._unsaid = {table: values_when_unsaid(table) for table in RECORDED}
        self.evidence: set[str] = set()
        self.originals: set[str] = set()
        entries = connection.exec_driver_sql("SELECT CAST(changes AS BLOB) FROM history ORDER BY id")
        for (packed,) in way.along(entries):
            for change in unpack(packed):
                self._apply(change)

    def _apply(self, change: RowChanges) -> None:
        rows = self.state[change.table]
        if change.op == "delete":
            for row_id in change.ids:
                del rows[row_id]
            return
        for row_id, values in zip(change.ids, change.new, strict=True):
            new = dict(zip(change.columns, values, strict=True))
            if change.op == "insert":
                rows[row_id] = {**self._unsaid[change.table], **new}
            else:
                rows[row_id].update(new)
            self._note_files(change.table, new)

    def _note_files(self, table: str, row: dict[str, str | int | float | None]) -> None:
        if table == "evidence" and "digest" in row:
            self.evidence.add(str(row["digest"]))
        elif table in ("plan", "revision") and "source_digest" in row:
            self.originals.add(str(row["source_digest"]))


def _stored(connection: Connection, way: _Way) -> State:
    state: State = {}
    for table, definition in way.along(RECORDED.items()):
        columns = [column.name for column in definition.columns if column.name != "id"]
        listed = ", ".join(f'"{column}"' for column in columns)
        rows = connection.exec_driver_sql(f'SELECT id, {listed} FROM "{table}"')
        state[table] = {row[0]: dict(zip(columns, row[1:], strict=True)) for row in rows}
    return state


def _compare(expected: State, actual: State, names: Names, way: _Way) -> Iterator[str]:
    for table in way.along(RECORDED):
        wanted, found = expected[table], actual[table]
        for row_id in sorted(wanted.keys() | found.keys()):
            if row_id not in found:
                yield missing(names.of(table, row_id))
            elif row_id not in wanted:
                yield extra(names.of(table, row_id))
            elif wanted[row_id] != found[row_id]:
                yield from changed(names.of(table, row_id), wanted[row_id], found[row_id])


def _evidence(workspace: Workspace, actual: State, ever: set[str], names: Names, way: _Way) -> Iterator[str]:
    for row_id, row in way.along(actual["evidence"].items()):
        path = workspace.evidence.path_of(str(row["digest"]), str(row["extension"]))
        fault = _fault(path, str(row["digest"]))
        if fault:
            yield f"{names.of('evidence', row_id)}{fault}"
    yield from _strangers(workspace, workspace.evidence, ever)


def _originals(workspace: Workspace, actual: State, ever: set[str], way: _Way) -> Iterator[str]:
    for row in way.along((*actual["plan"].values(), *actual["revision"].values())):
        fault = _fault(workspace.folder / str(row["source_path"]), str(row["source_digest"]))
        if fault:
            yield f"《{row['title']}》的原件“{row['source_name']}”{fault}"
    yield from _strangers(workspace, workspace.sources, ever)


def _fault(path: Path, digest: str) -> str:
    """What is wrong with a kept file; "" when nothing is."""
    try:
        if not path.is_file():
            return "缺失"
        if path.stat().st_size == 0:
            return "已成空文件（0字节）"
        return "" if digest_of(path) == digest else "内容被改动"
    except OSError as error:
        return f"读取失败（{reason(error)}）"


def _strangers(workspace: Workspace, store: FileStore, ever: set[str]) -> Iterator[str]:
    """Files that no command brought in. What an undone command brought is known: redo may want it."""
    for path in store.files():
        if path.parent.name + path.stem not in ever:
            place = path.relative_to(workspace.folder).as_posix()
            yield f"“{place}”不属于任何任务或规划，未经程序存入，可移走"
