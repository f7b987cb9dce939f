"""The whole job from the command line, on the five real plans; every command is a process of its own."""

import hashlib
from pathlib import Path

import openpyxl
import pypdfium2

PLANS = sorted((Path(__file__).parents[1] / "data" / "plans").glob("*.txt"))
KEYS = [
    *("id", "plan", "node", "number", "path", "title", "text", "status", "percent", "light", "light_reason"),
    *("due_on", "assignments", "targets", "evidence", "updated_at", "recurrences"),
]


def test_five_plans_go_from_import_to_ledger_and_report(xiaohao, tmp_path):
    imported = xiaohao("import", *PLANS, "--json").data
    assert len(imported) == 5
    assert not any(result["already_stored"] for result in imported)
    plans = xiaohao("plans", "--json").data
    assert [row["id"] for row in plans] == [result["plan"] for result in imported]
    tasks = xiaohao("tasks", "--json").data
    assert len(tasks) == sum(result["tasks"] for result in imported)
    assert {row["plan"] for row in tasks} == {row["id"] for row in plans}

    evidence = tmp_path / "验收意见.txt"
    evidence.write_text("通过", encoding="utf-8")
    chosen = [next(row["id"] for row in tasks if row["plan"] == plan["id"]) for plan in plans]
    xiaohao("attach", *chosen, "--file", evidence)
    xiaohao("tick", *chosen, "--note", "已核验")
    assert {row["id"] for row in xiaohao("tasks", "--status", "closed", "--json").data} == set(chosen)

    assert "撤销" in xiaohao("undo").out
    assert xiaohao("tasks", "--status", "closed", "--json").data == []
    xiaohao("redo")
    assert {row["id"] for row in xiaohao("tasks", "--status", "已销号", "--json").data} == set(chosen)

    ledger = xiaohao("export", "ledger", tmp_path / "台账.xlsx", "--json").data
    assert ledger["rows"] == len(tasks)
    book = openpyxl.load_workbook(ledger["path"])
    cells = {str(value) for row in book.worksheets[0].iter_rows(values_only=True) for value in row if value}
    book.close()
    assert "已销号" in " ".join(cells)

    report = xiaohao("export", "report", tmp_path / "报告.pdf", "--period", "2026-09", "--json").data
    with pypdfium2.PdfDocument(report["path"]) as pages:
        assert len(pages) == report["pages"]

    assert xiaohao("verify", "--json").data == {"whole": True, "findings": []}


def test_the_same_document_again_changes_nothing(filled, sample):
    before = filled("tasks", "--json").out
    again = filled("import", sample, "--json").data
    assert [result["already_stored"] for result in again] == [True]
    assert filled("tasks", "--json").out == before
    assert "未作更改" in filled("import", sample).out


def test_one_bad_file_among_several_stores_nothing(xiaohao, sample, tmp_path):
    empty = tmp_path / "空.txt"
    empty.write_bytes(b"")
    ended = xiaohao("import", sample, empty, code=2)
    assert ended.err.count("\n") == 1
    assert not xiaohao.workspace.exists()


def test_parse_shows_a_plan_and_stores_nothing(xiaohao, sample):
    read = xiaohao("parse", sample, "--json").data
    assert read["title"].startswith("云岭区数字政府建设2026年工作要点")
    assert {"nodes", "coverage", "warnings"} <= set(read)
    assert any(node.get("parts") for node in read["nodes"])
    assert "推进政务信息系统上云" in xiaohao("parse", sample).out
    assert not xiaohao.workspace.exists()


def test_a_task_is_told_whole(filled, tmp_path):
    task = find(filled, "推进政务信息系统上云")
    filled("progress", task["id"], "--text", "已上云15个", "--percent", "70%", "--problems", "经费", "--next", "迁移")
    filled("reading", task["targets"][0]["id"], "15", "--date", "2026-09-18")
    filled("extend", task["id"], "2026-12-31", "--basis", "会议纪要")
    (tmp_path / "a.txt").write_text("材料", encoding="utf-8")
    filled("attach", task["id"], "--file", tmp_path / "a.txt")
    told = filled("show", task["id"], "--json").data
    assert told["percent"] == 70
    assert told["due_on"] == "2026-12-31"
    assert [entry["text"] for entry in told["progress"]][:1] == ["已上云15个"]
    assert told["targets"][0]["readings"][0]["value"] == 15
    assert [file["name"] for file in told["evidence_files"]] == ["a.txt"]
    assert len(told["history"]) >= 4
    text = filled("show", task["id"]).out
    for words in ("已上云15个", "经费", "迁移", "2026-12-31", "会议纪要", "a.txt", "黄灯"):
        assert words in text


def test_a_part_is_ticked_on_its_own_and_reopened_with_a_reason(filled):
    task = find(filled, "建设人口和法人基础库")
    filled("tick", f"{task['id']}.1", "--without-evidence", "材料由区公安分局留存")
    parts = filled("show", task["id"], "--json").data["parts"]
    assert [part["status"] for part in parts] == ["closed", "not_started"]
    filled("tick", f"{task['id']}.2", "--date", "2026-09-20")
    assert find(filled, "建设人口和法人基础库")["status"] == "closed"
    filled("reopen", task["id"], "--reason", "材料不全")
    assert find(filled, "建设人口和法人基础库")["status"] == "in_progress"


def test_text_that_begins_with_a_dash_or_a_sign_stays_text(filled):
    task = filled("tasks", "--json").data[0]["id"]
    for text in ("-5度以下停工", "=1+1", "@各乡镇", "+10%"):
        filled("progress", task, "--text", text)
        assert filled("show", task, "--json").data["progress"][0]["text"] == text


def test_an_option_that_takes_several_may_be_written_several_times(filled, tmp_path):
    task = filled("tasks", "--json").data[0]["id"]
    before = filled("show", task, "--json").data["evidence"]
    files = [tmp_path / "一.txt", tmp_path / "二.txt"]
    for file in files:
        file.write_text(file.name, encoding="utf-8")
    filled("attach", task, "--file", files[0], "--file", files[1])
    assert filled("show", task, "--json").data["evidence"] == before + 2


def test_several_tasks_change_status_in_one_step(filled):
    tasks = [row["id"] for row in filled("tasks", "--json").data][:4]
    filled("status", f"{tasks[0]}-{tasks[0] + 1}", tasks[3], "推进中")
    assert len(filled("tasks", "--status", "in_progress", "--json").data) == 3
    filled("undo")
    assert filled("tasks", "--status", "in_progress", "--json").data == []


def test_conditions_narrow_the_list(filled):
    everything = filled("tasks", "--json").data
    red = filled("tasks", "--light", "红灯", "--json").data
    assert red
    assert all(row["light"] == "red" and row["due_on"] < "2026-09-28" for row in red)
    assert 0 < len(filled("tasks", "--unit", "区财政局", "--json").data) < len(everything)
    assert [row["title"] for row in filled("tasks", "--search", "一张图 汛期", "--json").data] == ["推进应急指挥一张图"]
    assert filled("tasks", "--plan", "99", "--json").data == []
    assert "没有符合条件的任务" in filled("tasks", "--search", "不存在的词").out


def test_rows_of_tasks_have_the_agreed_keys(filled):
    assert all(list(row) == KEYS for row in filled("tasks", "--json").data)


def test_history_tells_every_step_and_what_was_undone(filled):
    task = filled("tasks", "--json").data[0]["id"]
    filled("tick", task)
    filled("undo")
    rows = filled("history", "--json").data
    assert len(rows) == 3
    assert [row["undone"] for row in rows if row["command"] == "tick"] == [True]
    assert filled("history", task, "--json").data
    assert "已撤销" in filled("history").out


def test_verify_names_a_file_that_was_changed(filled, tmp_path):
    task = filled("tasks", "--json").data[0]["id"]
    paper = tmp_path / "纸.txt"
    paper.write_text("原件", encoding="utf-8")
    filled("attach", task, "--file", paper)
    digest = hashlib.sha256(paper.read_bytes()).hexdigest()
    kept = next(file for file in (filled.workspace / "evidence").rglob("*") if digest[2:] in file.name)
    kept.chmod(0o644)
    kept.write_text("改过", encoding="utf-8")
    ended = filled("verify", code=1)
    assert "纸.txt" in ended.out
    assert filled("verify", "--json", code=1).data["whole"] is False


def find(xiaohao, title):
    return next(row for row in xiaohao("tasks", "--json").data if row["title"] == title)


def test_a_backup_brings_a_ledger_back(filled, tmp_path):
    made = filled("backup", "--json").data["file"]
    before = filled("tasks", "--json").data
    filled("tick", *(str(row["id"]) for row in before[:2]))
    restored = filled("restore", Path(made).name, "--json").data
    assert restored["restored"] == made and Path(restored["kept"]).is_file()
    assert filled("tasks", "--json").data == before
    assert "没有备份" in filled("restore", "没有这一份.sqlite3", code=2).err
    assert filled("verify", "--json").data["whole"]
