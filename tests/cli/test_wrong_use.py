"""Wrong use and bad input: exit code 2, one Chinese line on stderr, and the ledger as it was."""

import contextlib
import re
import sqlite3
import subprocess
from argparse import Namespace

import pytest

from desktop_app import cli
from desktop_app.cli.usage import UsageError, translate

CHINESE = re.compile(r"[\u4e00-\u9fff]")


def rows(workspace):
    """Every table of the ledger, row by row."""
    with contextlib.closing(sqlite3.connect(workspace / "ledger.sqlite3")) as ledger:
        return list(ledger.iterdump())


def assert_refused(ended):
    assert ended.code == 2, ended
    assert ended.out == ""
    assert ended.err.endswith("\n")
    assert ended.err.count("\n") == 1
    assert CHINESE.search(ended.err)
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    "line",
    [
        "fly",
        "tick",
        "tick x",
        "tick 5-2",
        "tick 99999",
        "tick TASK.9",
        "tick TASK --date 2026-02-30",
        "tick TASK --unknown",
        "reopen TASK",
        "reopen TASK --reason 理由",
        "status TASK finished",
        "progress TASK",
        "progress TASK --text",
        "progress TASK --text 好 --percent 101",
        "progress TASK-999 --text 好",
        "extend TASK 2026-12-31",
        "extend TASK 31/12/2026 --basis 纪要",
        "reading 99999 5",
        "reading 1 nan",
        "reading 1 inf",
        "extend TASK 2020-01-01 --basis 纪要",
        "tick TASK --date 2099-01-01",
        "reading 1 很多",
        "attach TASK",
        "attach TASK --file 没有.pdf",
        "show 99999",
        "show TASK.1",
        "tasks --status 好",
        "tasks --light 蓝",
        "tasks --plan x",
        "export ledger out.pdf",
        "export report out.xlsx",
        "export poem out.pdf",
        "export ledger no/such/folder/out.xlsx",
        "export report out.pdf --period 2026-13",
        "import",
        "import 没有.txt",
        "parse .",
        "undo",
        "redo",
        "--today yesterday tasks",
    ],
)
def test_wrong_use_is_refused_in_one_line_and_changes_nothing(filled, task, line):
    before = rows(filled.workspace)
    assert_refused(filled.start("--workspace", filled.workspace, *line.replace("TASK", str(task)).split()))
    assert rows(filled.workspace) == before


@pytest.mark.parametrize("line", ["plans", "tasks --json", "tick TASK", "undo", "verify", "export ledger out.xlsx"])
def test_a_mistyped_workspace_does_not_become_an_empty_ledger(xiaohao, line):
    assert_refused(xiaohao.start("--workspace", "没有这个文件夹", *line.split()))
    assert not (xiaohao.folder / "没有这个文件夹").exists()


def test_a_folder_that_is_a_file_is_refused(xiaohao, sample):
    assert_refused(xiaohao.start("--workspace", sample, "plans"))


def test_help_is_chinese_and_names_the_commands(xiaohao):
    ended = xiaohao.start("--help")
    assert ended.code == 0
    for command in ("parse", "import", "plans", "tasks", "show", "tick", "reopen", "status", "progress", "extend"):
        assert f"    {command} " in ended.out
    assert "usage" not in ended.out
    assert "用法：xiaohao tick" in xiaohao.start("tick", "--help").out


def test_the_version_is_told(xiaohao):
    assert xiaohao.start("--version").out.startswith("销号 0.")


def test_common_options_may_follow_the_command(filled):
    ended = filled.start("tasks", "--json", "--workspace", filled.workspace, "--today", "2026-03-01")
    assert {row["light"] for row in ended.data} <= {"green", "grey", "amber"}


def test_a_reader_that_stops_early_is_no_error(filled):
    command = filled.command("--workspace", filled.workspace, "tasks", "--json")
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=filled.folder, env=filled.environment()
    ) as started:
        started.stdout.close()
        errors = started.stderr.read()
    assert errors == b""
    assert started.returncode == 0


def test_an_inner_failure_is_one_line_with_the_details_in_the_logs(tmp_path, capsys):
    (tmp_path / "logs").mkdir()
    code = cli.run(Namespace(command="nothing like it", workspace=tmp_path, json=False))
    assert code == 3
    line = capsys.readouterr().err
    assert line.count("\n") == 1
    assert "程序内部出错" in line
    assert "KeyError" in (tmp_path / "logs" / "xiaohao.log").read_text(encoding="utf-8")


def test_sentences_of_argparse_are_translated():
    assert translate("the following arguments are required: TASK, --text") == "缺少 TASK, --text"
    assert translate("argument --percent: expected one argument") == "--percent 后面缺少内容"
    # 3.12 on, argparse leaves out the quotes around the choices.
    assert translate("argument COMMAND: invalid choice: 'fly' (choose from parse, import)") == "没有 fly 这个命令"


def test_a_wrong_line_raises_instead_of_ending_the_program():
    with pytest.raises(UsageError, match="没有 fly 这个命令"):
        cli.build_parser().parse_args(["fly"])
