"""The demo: the main job on the sample, again and again, never over anything that is not its own."""

import datetime as dt
import zipfile
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest

import run
from desktop_app.services import demo_story
from desktop_app.services.demo import DEMO_DAY, sample_plan


def test_the_demo_makes_ledger_reports_evidence_pack_and_workspace(xiaohao):
    made = xiaohao.start("demo", "演示 结果", "--json").data
    folder = xiaohao.folder
    book = openpyxl.load_workbook(folder / made["ledger"])
    text = " ".join(str(value) for row in book.worksheets[0].iter_rows(values_only=True) for value in row if value)
    book.close()
    assert "推进政务信息系统上云" in text
    with pypdfium2.PdfDocument(folder / made["report"]) as report:
        assert "云岭区" in "".join(page.get_textpage().get_text_range() for page in report)
    word = docx.Document(str(folder / made["word"]))
    assert "云岭区" in word.paragraphs[0].text
    with zipfile.ZipFile(folder / made["evidence"]) as pack:
        assert pack.testzip() is None
        packed = {Path(name).name.partition("_")[2] or Path(name).name for name in pack.namelist()}
    stories = {name for names in demo_story.EVIDENCE.values() for name in names}
    assert all(any(name in each for each in packed) for name in stories), packed
    xiaohao.workspace = folder / made["workspace"]
    lights = {row["light"] for row in xiaohao("tasks", "--json", today=made["today"]).data}
    assert lights == {"red", "amber", "green", "grey"}
    xiaohao("verify")


def test_a_second_demo_replaces_the_first_and_nothing_else(xiaohao):
    assert xiaohao.start("demo", "out").code == 0
    own = xiaohao.folder / "out" / "自己的文件.txt"
    own.write_text("不能丢", encoding="utf-8")
    xiaohao.workspace = xiaohao.folder / "out" / "workspace"
    first = xiaohao("tasks", "--json").data
    xiaohao("tick", first[-1]["id"])
    again = xiaohao.start("demo", "out")
    assert (again.code, again.err) == (0, "")
    assert own.read_text(encoding="utf-8") == "不能丢"
    second = xiaohao("tasks", "--json").data
    assert [row["status"] for row in second] == [row["status"] for row in first]


def test_the_demo_never_replaces_a_workspace_that_is_not_its_own(filled):
    (filled.folder / "out").mkdir()
    theirs = filled.workspace.rename(filled.folder / "out" / "workspace")
    ended = filled.start("demo", "out")
    assert ended.code == 2
    assert "不是演示生成的" in ended.err
    assert (theirs / "ledger.sqlite3").is_file()
    assert not list((filled.folder / "out").glob("*.xlsx"))


def test_the_demo_into_a_file_is_refused(xiaohao):
    (xiaohao.folder / "out").write_text("文件", encoding="utf-8")
    assert xiaohao.start("demo", "out").code == 2


@pytest.mark.parametrize("today", ["2026-03-02", "2027-01-15"])
def test_the_demo_can_be_told_on_another_day(xiaohao, today):
    assert xiaohao.start("--today", today, "demo", "out").code == 0


def test_run_and_program_tell_the_demo_on_the_same_day():
    assert dt.date.fromisoformat(run.DEMO_DAY) == DEMO_DAY


def test_the_sample_says_that_it_is_one_and_is_the_same_as_text_and_as_word_file():
    text = sample_plan()
    lines = text.read_text(encoding="utf-8").splitlines()
    assert "样例" in text.name
    assert any("均属虚构" in line for line in lines)
    word = docx.Document(str(text.with_suffix(".docx")))
    assert [paragraph.text for paragraph in word.paragraphs] == lines


def test_every_evidence_file_of_the_story_is_bundled():
    folder = Path(sample_plan()).parent / "佐证"
    named = {name for names in demo_story.EVIDENCE.values() for name in names}
    assert named == {file.name for file in folder.iterdir()}
