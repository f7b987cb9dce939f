"""Whether what was submitted is still as it was sent: files, numbers, the chain of lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlalchemy import select

from desktop_app.services import submission_files as files
from desktop_app.services.workspace import Workspace
from desktop_app.storage.database import reading
from desktop_app.storage.models import Submission


def damage(workspace: Workspace, number: int) -> list[str]:
    """What is wrong with the kept files of a submission, one sentence each; nothing when they are whole."""
    return damage_by_number(workspace, number).get(number, [])


def damage_by_number(workspace: Workspace, only: int | None = None) -> dict[int, list[str]]:
    """The same for all submissions, or for one; those that are whole are left out."""
    wanted = select(Submission.id, Submission.manifest_digest).order_by(Submission.id)
    with reading(workspace.engine) as connection:
        rows = connection.execute(wanted if only is None else wanted.where(Submission.id == only)).all()
    exports = workspace.folder / "exports"
    found = {row.id: list(files.damage(files.folder_of(exports, row.id), row.id, row.manifest_digest)) for row in rows}
    return {number: wrong for number, wrong in found.items() if wrong}


def findings(workspace: Workspace, step: Callable[[], None] = lambda: None) -> Iterator[str]:
    """What is wrong with the kept submissions, one sentence each: files, numbers that are missing, the chain of lists, folders
    that nothing registers. `step` is called before each submission, and may stop the work.
    """
    exports = workspace.folder / "exports"
    with reading(workspace.engine) as connection:
        rows = connection.execute(select(Submission.id, Submission.manifest_digest).order_by(Submission.id)).all()
        given = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = 'submission'").scalar() or 0
    digests = {row.id: row.manifest_digest for row in rows}
    missed = set()
    for number, digest in digests.items():
        step()
        folder = files.folder_of(exports, number)
        wrong = list(files.damage(folder, number, digest))
        yield from wrong
        before = {} if wrong else files.read_manifest(folder)["previous"] or {}
        if before and digests.get(before["number"]) != before["sha256"]:
            missed.add(before["number"])
            yield f"第{before['number']}次报送的登记与第{number}次的清单不符，或已缺失"
    if given > max(digests, default=0):
        missed.add(given)
        yield f"报送登记末尾缺少，应有第{given}次报送"
    for number in files.numbers(exports):
        if number not in digests and number not in missed:
            place = f"exports/{files.FOLDER}/{files.folder_of(exports, number).name}"
            yield f"第{number}次报送的文件夹（{place}）没有登记，为留存中断所致，或恢复过更早的备份"
