"""What was reported stays as it was sent, and shows it when somebody touched it."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from sqlalchemy import event

from desktop_app.domain.errors import Cancelled, NotFound, Refused, StorageFailure
from desktop_app.domain.snapshot import ChangeKind, TaskSnapshot, compare
from desktop_app.exports.material import ReportOptions
from desktop_app.exports.rewording import Rewording
from desktop_app.services import (
    evidence,
    history,
    integrity,
    preflight,
    queries,
    reports,
    submission_compare,
    submission_state,
    submissions,
    tasks,
)
from desktop_app.services.workspace import Workspace
from tests.services.conftest import Ledger

OCTOBER = ReportOptions(period="2021-10")


def test_a_submission_keeps_pdf_word_workbook_and_data(workspace: Workspace, ledger: Ledger) -> None:
    row = submissions.submit(workspace, OCTOBER, "报市政府办公室")
    assert (row.number, row.period, row.note, row.tasks) == (1, "2021年10月", "报市政府办公室", 5)
    assert [path.name for path in row.files] == ["台账.xlsx", "报告.docx", "报告.pdf", "数据.json"]
    assert (row.folder / "报告.pdf").read_bytes().startswith(b"%PDF")
    assert Document(row.folder / "报告.docx").paragraphs[0].text.replace("\n", "") == row.title
    book = load_workbook(row.folder / "台账.xlsx")
    assert book.sheetnames == ["任务台账", "统计"]
    book.close()
    data = json.loads((row.folder / "数据.json").read_text(encoding="utf-8"))
    assert [task["id"] for task in data["tasks"]] == [ref.task for ref in vars(ledger).values()]


def test_numbers_that_only_the_officer_wrote_need_a_yes_and_are_never_called_traced(
    workspace: Workspace, ledger: Ledger
) -> None:
    _, wordings = reports.draft_with_wordings(reports.gather(workspace, OCTOBER))
    text = next(each for each in wordings if each.place == "总体情况")
    own = replace(OCTOBER, rewordings=(Rewording(text.slot, text.drafted, f"{text.drafted}平均进度83%。"),))
    found = {remark.kind: remark for remark in preflight.preflight(workspace, own)}
    assert "traced" not in found and "83%" in found[preflight.NEW_NUMBERS].detail
    assert "traced" in {remark.kind for remark in preflight.preflight(workspace, OCTOBER)}
    with pytest.raises(Refused, match="台账不能印证的数字（“平均进度83%”），核对依据并确认后再定稿"):
        submissions.submit(workspace, own)
    assert submissions.listed(workspace) == []
    row = submissions.submit(workspace, own, numbers_checked=True)
    assert row.number == 1
    kept = json.loads((row.folder / "清单.json").read_text(encoding="utf-8"))
    assert kept["own_numbers"] == ["平均进度83%"], "what the officer vouched for is on record"


def test_its_files_are_read_only_and_listed_with_their_digests(workspace: Workspace, ledger: Ledger) -> None:
    row = submissions.submit(workspace, OCTOBER)
    assert not any(path.stat().st_mode & stat.S_IWRITE for path in row.folder.iterdir())
    manifest = json.loads((row.folder / "清单.json").read_text(encoding="utf-8"))
    assert [each["name"] for each in manifest["files"]] == [path.name for path in row.files]
    assert integrity.verify(workspace) == []


def test_what_changed_is_told_between_two_and_in_the_next_report(workspace: Workspace, ledger: Ledger) -> None:
    submissions.submit(workspace, OCTOBER)
    tasks.tick(workspace, [ledger.hotline], without_evidence="口头验收")
    tasks.add_progress(workspace, ledger.budget, "已列入预算", 60)
    submissions.submit(workspace, OCTOBER)
    changes = submissions.differences(workspace, 1, 2)
    assert {change.id: change.words for change in changes} == {
        ledger.hotline.task: ("状态由未启动变为已销号", "进度由0%变为100%", *changes[0].words[2:]),
        ledger.budget.task: ("状态由未启动变为推进中", "进度由0%变为60%", *changes[1].words[2:]),
    }
    assert "更新进展" in changes[1].words
    tasks.reopen(workspace, [ledger.hotline], "复核不符")
    content = reports.draft(workspace, OCTOBER)
    section = content.sections[-1]
    assert section.heading == "与上次报送相比的变化"
    assert "与第2次报送（2021年10月18日，报送期为2021年10月）相比，有1项任务发生变化" in section.blocks[0].text  # type: ignore[union-attr]


def test_the_first_report_knows_of_no_earlier_one(workspace: Workspace, ledger: Ledger) -> None:
    assert "与上次报送相比的变化" not in [section.heading for section in reports.draft(workspace, OCTOBER).sections]


def test_verify_names_every_touched_or_missing_file(workspace: Workspace, ledger: Ledger) -> None:
    first, second, third = (submissions.submit(workspace, OCTOBER) for _ in range(3))
    altered = first.folder / "报告.pdf"
    altered.chmod(stat.S_IREAD | stat.S_IWRITE)
    altered.write_bytes(altered.read_bytes() + b" ")
    (second.folder / "台账.xlsx").chmod(stat.S_IREAD | stat.S_IWRITE)
    (second.folder / "台账.xlsx").unlink()
    (third.folder / "另存.txt").write_text("x", encoding="utf-8")
    assert integrity.verify(workspace) == [
        "第1次报送的“报告.pdf”被改动",
        "第2次报送的“台账.xlsx”缺失",
        "第3次报送的文件夹中多出“另存.txt”",
    ]
    (first.folder / "清单.json").chmod(stat.S_IREAD | stat.S_IWRITE)
    (first.folder / "清单.json").write_text("{}", encoding="utf-8")
    assert "第1次报送的清单被改动" in integrity.verify(workspace)


def test_a_folder_that_no_registration_names_is_named(workspace: Workspace, ledger: Ledger) -> None:
    first = submissions.submit(workspace, OCTOBER)
    shutil.copytree(first.folder, first.folder.with_name("0002"))
    said = "第2次报送的文件夹（exports/submissions/0002）没有登记，为留存中断所致，或恢复过更早的备份"
    assert integrity.verify(workspace) == [said]
    assert submissions.submit(workspace, OCTOBER).number == 3, "its number is given to no other"
    assert integrity.verify(workspace) == [said]


def test_a_submission_that_cannot_be_registered_leaves_no_folder(workspace: Workspace, ledger: Ledger) -> None:
    frozen = submissions.freeze(workspace, OCTOBER)

    def refuse(connection: object) -> None:
        raise OSError(28, "No space left on device")

    event.listen(workspace.engine, "commit", refuse)
    with pytest.raises(StorageFailure):
        submissions.keep(workspace, frozen)
    event.remove(workspace.engine, "commit", refuse)
    assert submissions.listed(workspace) == [] and integrity.verify(workspace) == []
    assert submissions.submit(workspace, OCTOBER).number == 1


def test_a_registration_that_is_gone_is_missed(workspace: Workspace, ledger: Ledger) -> None:
    for _ in range(3):
        submissions.submit(workspace, OCTOBER)
    with workspace.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM submission WHERE id = 1")
    assert integrity.verify(workspace) == ["第1次报送的登记与第2次的清单不符，或已缺失"]
    with workspace.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM submission WHERE id = 3")
    assert "报送登记末尾缺少，应有第3次报送" in integrity.verify(workspace)


def test_each_change_is_told_by_what_is_foremost_about_it(workspace: Workspace, ledger: Ledger, tmp_path: Path) -> None:
    tasks.tick(workspace, [ledger.publicity], without_evidence="口头验收")
    submissions.submit(workspace, OCTOBER)
    tasks.tick(workspace, [ledger.hotline], without_evidence="口头验收")
    tasks.reopen(workspace, [ledger.publicity], "复核不符")
    tasks.extend(workspace, ledger.budget, dt.date(2022, 3, 1), "会议纪要")
    found = submission_compare.compared(workspace, 1, None)
    kinds = {change.id: change.kind for change in found.changes}
    assert kinds == {
        ledger.hotline.task: ChangeKind.CLOSED,
        ledger.publicity.task: ChangeKind.REOPENED,
        ledger.budget.task: ChangeKind.DUE,
    }
    assert (found.earlier, found.later) == ("第1次报送（2021年10月18日）", "当前台账（2021年10月18日）")
    made = submission_compare.export_comparison(workspace, 1, None, tmp_path / "对比.docx")
    words = [paragraph.text for paragraph in Document(str(made.path)).paragraphs]
    assert any("有3项任务发生变化，其中新销号1项，退回重办1项，时限调整1项" in text for text in words)
    assert made.rows == 3
    printed = submission_compare.export_comparison(workspace, 1, None, tmp_path / "对比.pdf")
    assert printed.pages == 1 and printed.path.read_bytes().startswith(b"%PDF")


def test_a_submission_on_picked_tasks_says_nothing_of_the_others(workspace: Workspace, ledger: Ledger) -> None:
    whole = submissions.submit(workspace, ReportOptions())
    picked = submissions.submit(workspace, ReportOptions(tasks=(ledger.hotline.task,)))
    assert submission_compare.compared(workspace, picked.number, None).changes == ()
    assert submissions.latest(workspace, None) == whole
    material = reports.gather(workspace, ReportOptions())
    assert material.since is not None and (material.since.number, list(material.since.changes)) == (whole.number, [])


def test_readings_of_seven_digits_are_told_and_compared_digit_by_digit(workspace: Workspace, ledger: Ledger) -> None:
    (target, *_) = [target.id for row in queries.tasks(workspace) for target in row.targets]
    tasks.add_reading(workspace, target, 1234567)
    row = submissions.submit(workspace, OCTOBER)
    before = submissions.snapshots(row)
    kept = json.loads((row.folder / "数据.json").read_text(encoding="utf-8"))["tasks"]
    told = next(task for task in kept if task["readings"])
    told["readings"] = ["as it was told once: 1.23457e+06"]
    assert TaskSnapshot.from_json(told) in before
    tasks.add_reading(workspace, target, 1234568)
    (change,) = submission_compare.compared(workspace, 1, None).changes
    assert change.kind is ChangeKind.TARGET and "1234568" in change.words[0]


def test_wording_and_readings_are_compared_and_older_data_can_be_read(workspace: Workspace, ledger: Ledger) -> None:
    row = submissions.submit(workspace, OCTOBER)
    kept = json.loads((row.folder / "数据.json").read_text(encoding="utf-8"))["tasks"][0]
    told = TaskSnapshot.from_json(kept)
    older = {name: value for name, value in kept.items() if name not in ("wording", "readings")}
    assert TaskSnapshot.from_json(older) == told and told.wording == kept["text"]
    later = replace(told, wording="改写", readings=("办结率≥95%：96%",))
    (change,) = compare([told], [later])
    assert change.words == ("原文有变更", "指标读数更新（办结率≥95%：96%）")
    assert change.kind is ChangeKind.WORDING


def test_a_submission_on_some_units_is_not_what_a_full_report_is_compared_with(
    workspace: Workspace, ledger: Ledger
) -> None:
    full = submissions.submit(workspace, OCTOBER)
    unit = queries.tasks(workspace)[0].owners[0]
    part = submissions.submit(workspace, replace(OCTOBER, units=(unit,)))
    assert part.tasks < full.tasks
    last = submissions.latest(workspace, None)
    assert last is not None and last.number == full.number
    assert submission_compare.compared(workspace, 2, None).changes == (), "now means the same units"
    assert "范围不同" in submission_compare.compared(workspace, 1, 2).note


def test_a_touched_file_is_not_opened_as_what_was_sent(workspace: Workspace, ledger: Ledger) -> None:
    row = submissions.submit(workspace, OCTOBER)
    assert submission_compare.readable(workspace, 1, "报告.pdf") == row.folder / "报告.pdf"
    with pytest.raises(NotFound, match=r"没有“清单外\.txt”"):
        submission_compare.readable(workspace, 1, "清单外.txt")
    altered = row.folder / "报告.docx"
    altered.chmod(stat.S_IREAD | stat.S_IWRITE)
    altered.write_bytes(b"x")
    assert submission_state.damage(workspace, 1) == ["第1次报送的“报告.docx”被改动"]
    with pytest.raises(StorageFailure, match="被改动，不能作为报送时的样子打开"):
        submission_compare.readable(workspace, 1, "报告.docx")
    assert submission_compare.readable(workspace, 1, "报告.pdf").is_file()


def test_undo_leaves_what_was_sent_alone(workspace: Workspace, ledger: Ledger) -> None:
    tasks.add_progress(workspace, ledger.budget, "已列入预算", 60)
    row = submissions.submit(workspace, OCTOBER)
    assert history.undo(workspace).label.startswith("撤销：进展")
    assert [each.number for each in submissions.listed(workspace)] == [row.number]
    assert {each.id: each for each in submissions.snapshots(row)}[ledger.budget.task].percent == 60


def test_a_submission_that_is_stopped_leaves_nothing(workspace: Workspace, ledger: Ledger) -> None:
    def cancel(done: int, total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        submissions.submit(workspace, OCTOBER, progress=cancel)
    assert submissions.listed(workspace) == []
    assert list((workspace.folder / "exports" / "submissions").iterdir()) == []
    assert submissions.submit(workspace, OCTOBER).number == 1


def test_nothing_is_frozen_that_cannot_be_reported(workspace: Workspace, ledger: Ledger) -> None:
    with pytest.raises(Refused, match="所选章、单位范围内没有任务"):
        submissions.submit(workspace, ReportOptions(units=("市水利局",)))
    with pytest.raises(NotFound, match="没有第7次报送"):
        submissions.find(workspace, 7)


def test_a_workspace_that_was_carried_elsewhere_has_its_submissions(
    workspace: Workspace, ledger: Ledger, tmp_path: Path, photo: Path
) -> None:
    evidence.attach(workspace, [ledger.hotline], [photo])
    submissions.submit(workspace, OCTOBER)
    workspace.close()
    moved = tmp_path / "搬家"
    workspace.folder.rename(moved)
    from desktop_app.services.workspace import open_workspace

    with open_workspace(moved, workspace.today) as opened:
        assert integrity.verify(opened) == []
        assert submissions.find(opened, 1).folder.is_relative_to(moved)


def test_copies_say_which_submission_they_are_of_and_overwrite_nothing(
    workspace: Workspace, ledger: Ledger, tmp_path: Path
) -> None:
    row = submissions.submit(workspace, OCTOBER)
    out = tmp_path / "另存"
    out.mkdir()
    first = submission_compare.copy_out(workspace, 1, out)
    second = submission_compare.copy_out(workspace, 1, out)
    assert [path.name for path in first] == [f"第1次报送_{path.name}" for path in row.files]
    assert second[0].name == "第1次报送_台账（2）.xlsx"
    assert [path.read_bytes() for path in second] == [path.read_bytes() for path in row.files]
