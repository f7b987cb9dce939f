"""The five real plans, from the file to the ledger."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from desktop_app.domain.errors import BadInput, Cancelled
from desktop_app.domain.revision import Change
from desktop_app.services import history, integrity, plans, queries, revise
from desktop_app.services.workspace import Workspace

FILES = sorted((Path(__file__).parents[1] / "data" / "plans").glob("*.txt"))


def test_all_five_plans_live_in_one_workspace(workspace: Workspace) -> None:
    results = [plans.import_plan(workspace, path) for path in FILES]
    assert [result.already_stored for result in results] == [False] * 5
    rows = queries.tasks(workspace)
    assert len(rows) == sum(result.tasks for result in results) > 150
    assert [row.tasks for row in queries.plans(workspace)] == [result.tasks for result in results]
    for result in results:
        assert sum(result.coverage.values()) > 20
    assert all(plans.import_plan(workspace, path).already_stored for path in FILES)
    assert integrity.verify(workspace) == []
    for row in rows:
        detail = queries.detail(workspace, row.id)
        assert detail.wording or not row.text


def test_progress_is_told_from_nothing_to_all(workspace: Workspace) -> None:
    seen: list[tuple[int, int]] = []
    plans.import_plan(workspace, FILES[0], lambda done, total: seen.append((done, total)))
    assert seen == [(0, 2), (1, 2), (2, 2)]


@pytest.mark.parametrize("stop_at", [0, 1, 2])
def test_an_import_can_be_stopped_at_every_stage(workspace: Workspace, stop_at: int) -> None:
    def stop(done: int, _total: int) -> None:
        if done == stop_at:
            raise Cancelled

    with pytest.raises(Cancelled, match="已取消"):
        plans.import_plan(workspace, FILES[0], stop)
    assert queries.plans(workspace) == []
    assert history.entries(workspace) == []
    assert list(workspace.sources.files()) == []


def test_a_file_that_is_no_plan_leaves_nothing(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "空.txt").write_bytes(b"")
    for path in (tmp_path / "空.txt", tmp_path / "没有.txt"):
        with pytest.raises(BadInput):
            plans.import_plan(workspace, path)
    assert list(workspace.sources.files()) == []


def test_reports_may_read_in_another_thread_while_the_window_writes(workspace: Workspace) -> None:
    plans.import_plan(workspace, FILES[0])
    counts: list[int] = []
    worker = threading.Thread(target=lambda: counts.append(len(queries.tasks(workspace))))
    worker.start()
    plans.import_plan(workspace, FILES[2])
    worker.join()
    assert counts
    assert integrity.verify(workspace) == []


def _as_markdown(text: str, path: Path) -> None:
    path.write_text(text.replace("\n", "\n\n"), encoding="utf-8")


def _as_web_page(text: str, path: Path) -> None:
    rows = "".join(f"<p>{line}</p>" for line in text.splitlines())
    path.write_text(f"<html><head><meta charset='utf-8'></head><body>{rows}</body></html>", encoding="utf-8")


def _as_word(text: str, path: Path) -> None:
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(str(path))


@pytest.mark.parametrize(("suffix", "write"), [(".md", _as_markdown), (".html", _as_web_page), (".docx", _as_word)])
def test_every_readable_format_is_stored_with_its_original(
    workspace: Workspace, tmp_path: Path, suffix: str, write: Callable[[str, Path], None]
) -> None:
    text = FILES[2].read_text(encoding="utf-8-sig")
    path = tmp_path / f"要点{suffix}"
    write(text, path)
    result = plans.import_plan(workspace, path)
    assert result.tasks > 40
    assert [kept.suffix for kept in workspace.sources.files()] == [suffix]
    newer = tmp_path / f"新要点{suffix}"
    write(text.replace("全方位全天候", "全天候全方位"), newer)
    assert revise.revise(workspace, result.plan_id, newer).count(Change.CHANGED) == 1
    assert len(list(workspace.sources.files())) == 2
    assert integrity.verify(workspace) == []
