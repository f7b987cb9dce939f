"""Old ledgers and corrections from the command line: what columns are taken for is told, said and remembered."""

import json

import openpyxl
import pytest

ROWS = (
    ("云山县2026年重点任务台账",),
    ("序号", "工作任务", "谁来干", "完成时限", "状态", "进展情况", "联系电话"),
    (1, "建设平台", "县数据局", "2026年12月底前", "推进中", "已完成招标", "0660"),
    (2, "清理证明", "县司法局", "2026年6月底前", "已销号", "已清理12项", "0661"),
    ("合计", "2项"),
)


@pytest.fixture
def ledger(tmp_path):
    path = tmp_path / "旧台账.xlsx"
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.save(path)
    book.close()
    return path


def test_an_old_ledger_is_imported_and_its_columns_are_told(xiaohao, ledger):
    told = xiaohao("import", ledger).out
    assert "共 5 行：任务 2 行，不作任务 3 行（表名和填报信息 1、表头 1、合计行 1）" in told
    assert "栏目：编号=A,任务=B,责任单位=C,完成时限=D,状态=E,进展情况=F," in told
    rows = xiaohao("tasks", "--json").data
    assert [(row["status"], row["due_on"]) for row in rows] == [("in_progress", "2026-12-31"), ("closed", "2026-06-30")]
    shown = xiaohao("show", rows[1]["id"]).out
    assert "已清理12项" in shown


def test_columns_that_are_said_are_remembered_for_the_same_head(xiaohao, ledger, tmp_path):
    made = xiaohao("import", ledger, "--columns", "牵头单位=C,不用=G", "--json").data[0]
    assert (made["sheets"][0]["columns"]["C"], made["sheets"][0]["columns"]["G"]) == ("lead", None)
    assert [row["fate"] for row in made["sheets"][0]["rows"]] == ["aside", "aside", "task", "task", "aside"]
    book = openpyxl.load_workbook(ledger)
    book.active["B3"] = "建设统一平台"
    book.save(tmp_path / "新台账.xlsx")
    book.close()
    again = xiaohao("import", tmp_path / "新台账.xlsx", "--json").data[0]
    assert again["sheets"][0]["columns"]["C"] == "lead"
    assert {each["role"] for row in xiaohao("tasks", "--json").data for each in row["assignments"]} == {"lead"}


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        (("--columns", "任务=Z"), "没有 Z 列"),
        (("--columns", "头衔=A"), "没有名为“头衔”的栏目"),
        (("--columns", "任务"), "应写成 任务=C,牵头单位=E"),
        (("--sheet", "三月"), "没有名为“三月”的工作表"),
    ],
)
def test_choices_that_make_no_sense_are_refused_and_nothing_is_made(xiaohao, ledger, choice, words):
    ended = xiaohao("import", ledger, *choice, code=2)
    assert words in ended.err
    assert not xiaohao.workspace.exists()


def test_columns_belong_to_spreadsheets(xiaohao, sample):
    assert "不是表格" in xiaohao("parse", sample, "--columns", "任务=B", code=2).err


def test_parse_tells_columns_and_rows_without_storing(xiaohao, ledger):
    assert "栏目：编号=A" in xiaohao("parse", ledger).out
    said = xiaohao("parse", ledger, "--json").data
    assert [node["title"] for node in said["nodes"]] == ["建设平台", "清理证明"]
    assert said["sheets"][0]["rows"][-1] == {"row": 5, "fate": "aside", "reason": "合计行"}
    assert not xiaohao.workspace.exists()


def test_corrections_are_replayed_kept_and_written_out_again(xiaohao, sample, tmp_path):
    from desktop_app.domain.corrections import NodeRef, SetTitle, to_json
    from desktop_app.ingest import read_plan

    plan = read_plan(sample)
    steps = [SetTitle(NodeRef.of(plan.tasks[0]), "改过的标题")]
    file = tmp_path / "更正.json"
    file.write_text(json.dumps(to_json(plan, steps), ensure_ascii=False), encoding="utf-8")
    xiaohao("import", sample, "--corrections", file)
    assert xiaohao("tasks", "--json").data[0]["title"] == "改过的标题"
    out = tmp_path / "导出.json"
    assert "已导出核对更正" in xiaohao("corrections", 1, out).out
    assert json.loads(out.read_text(encoding="utf-8")) == json.loads(file.read_text(encoding="utf-8"))


def test_corrections_of_another_document_are_refused(xiaohao, sample, ledger, tmp_path):
    from desktop_app.domain.corrections import to_json
    from desktop_app.ingest import read_plan

    file = tmp_path / "更正.json"
    file.write_text(json.dumps(to_json(read_plan(ledger), [])), encoding="utf-8")
    assert "属于另一份文件" in xiaohao("import", sample, "--corrections", file, code=2).err
    file.write_text("[", encoding="utf-8")
    assert not xiaohao.workspace.exists()
    assert "不是导出的更正文件" in xiaohao("import", sample, "--corrections", file, code=2).err
