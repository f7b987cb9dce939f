from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.domain.task import Status
from desktop_app.services.workspace import Workspace
from desktop_app.storage.database import reading, writing
from desktop_app.storage.recorder import Recorder, RowUpdate, pack, to_raw, unpack

UNITS = [{"name": name, "key": name} for name in ("甲局", "乙局", "丙局")]


def units(workspace: Workspace) -> list[tuple[object, ...]]:
    with reading(workspace.engine) as connection:
        return [tuple(row) for row in connection.exec_driver_sql("SELECT id, name, key FROM unit ORDER BY id")]


def test_what_was_written_is_taken_back_in_reverse(workspace: Workspace) -> None:
    with writing(workspace.engine) as connection:
        recorder = Recorder(connection)
        ids = recorder.insert("unit", UNITS)
        recorder.insert("alias", [{"unit_id": ids[0], "printed": "甲 局"}])
    before = units(workspace)
    with writing(workspace.engine) as connection:
        work = Recorder(connection)
        work.update("unit", [RowUpdate(ids[1], {"name": "乙局"}, {"name": "乙委"})])
        work.delete("alias", [1])
        work.delete("unit", [ids[0], ids[2]])
    assert units(workspace) == [(2, "乙委", "乙局")]
    with writing(workspace.engine) as connection:
        Recorder(connection).take_back(work.changes)
    assert units(workspace) == before


def test_taking_back_twice_is_doing_again(workspace: Workspace) -> None:
    with writing(workspace.engine) as connection:
        first = Recorder(connection)
        first.insert("unit", UNITS)
    after = units(workspace)
    with writing(workspace.engine) as connection:
        undo = Recorder(connection)
        undo.take_back(first.changes)
    assert units(workspace) == []
    with writing(workspace.engine) as connection:
        Recorder(connection).take_back(undo.changes)
    assert units(workspace) == after


def test_an_id_is_never_given_out_twice(workspace: Workspace) -> None:
    for expected in ([1, 2, 3], [4, 5, 6]):
        with writing(workspace.engine) as connection:
            recorder = Recorder(connection)
            ids = recorder.insert("unit", UNITS)
            assert ids == expected
            recorder.delete("unit", ids)


def test_a_row_that_stays_the_same_is_not_recorded(workspace: Workspace) -> None:
    with writing(workspace.engine) as connection:
        recorder = Recorder(connection)
        ids = recorder.insert("unit", UNITS)
        assert recorder.update("unit", [RowUpdate(ids[0], {"name": "甲局"}, {"name": "甲局"})]) == 0
        assert len(recorder.changes) == 1


def test_only_columns_that_differ_are_recorded(workspace: Workspace) -> None:
    with writing(workspace.engine) as connection:
        recorder = Recorder(connection)
        ids = recorder.insert("unit", UNITS)
        old = {"name": "甲局", "key": "甲局"}
        recorder.update("unit", [RowUpdate(ids[0], old, {"name": "甲委", "key": "甲局"})])
        assert recorder.changes[-1].columns == ("name",)


def test_a_row_that_is_gone_is_a_fault_not_a_silence(workspace: Workspace) -> None:
    with pytest.raises(RuntimeError, match="met 0"), writing(workspace.engine) as connection:
        Recorder(connection).update("unit", [RowUpdate(99, {"name": "a"}, {"name": "b"})])


def test_the_history_itself_is_out_of_reach(workspace: Workspace) -> None:
    with pytest.raises(ValueError, match="history"), writing(workspace.engine) as connection:
        Recorder(connection).insert_many("history", ("label",), [["x"]], [1])


@pytest.mark.parametrize("length", [1, 100_000])
def test_changes_survive_the_way_through_the_history(workspace: Workspace, length: int) -> None:
    with writing(workspace.engine) as connection:
        recorder = Recorder(connection)
        recorder.insert("unit", UNITS)
        recorder.update("unit", [RowUpdate(1, {"name": "甲局"}, {"name": "甲“委”\n" * length})])
        recorder.delete("unit", [2])
    packed = pack(recorder.changes)
    assert unpack(packed) == recorder.changes
    assert len(packed) < 10_000


def test_values_are_kept_as_sqlite_keeps_them() -> None:
    moment = dt.datetime(2021, 10, 18, 8, 0, 0, 5, tzinfo=dt.timezone(dt.timedelta(hours=8)))
    assert to_raw(moment) == "2021-10-18 00:00:00.000005"
    assert to_raw(dt.date(2021, 1, 2)) == "2021-01-02"
    assert to_raw(Status.CLOSED) == "closed"
    with pytest.raises(TypeError):
        to_raw(object())
