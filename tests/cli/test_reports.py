"""Reports, preflight, submissions and packs from the command line."""

import zipfile

import pytest
from docx import Document

NAMES = {"ledger": "任务台账", "overdue": "逾期通报", "units": "单位清单", "targets": "指标完成情况"}


def test_every_template_is_written_as_pdf_and_as_word(filled) -> None:
    for key, name in NAMES.items():
        made = filled("export", "report", f"{key}.pdf", "--template", key, "--json").data
        assert made["pages"] > 0 and name in made["message"]
        filled("export", "report", f"{key}.docx", "--template", name)
        assert Document(filled.folder / f"{key}.docx").paragraphs


def test_wording_and_scope_are_chosen_on_the_command_line(filled) -> None:
    chapter = filled("tasks", "--json").data[0]["path"].split(" / ")[0]
    filled(
        "export", "report", "a.docx", "--chapter", chapter, "--addressee", "区政府", "--signature", "区数据局",
        "--opening", "现报告如下。", "--closing", "妥否，请批示。", "--title", "九月小结", "--signed-on", "2026-09-30", "--without-annex",
    )  # fmt: skip
    words = [paragraph.text for paragraph in Document(filled.folder / "a.docx").paragraphs]
    assert words[0].replace("\n", "") == "九月小结"
    for said in ("区政府：", "现报告如下。", "妥否，请批示。", "区数据局", "2026年9月30日"):
        assert said in words
    assert not any("附件" in text for text in words)


def test_sections_are_chosen_by_name_and_charts_become_tables(filled) -> None:
    filled("export", "report", "a.docx", "--section", "总体情况", "--section", "units", "--without-charts")
    said = [paragraph.text for paragraph in Document(filled.folder / "a.docx").paragraphs]
    assert "一、总体情况" in said and "二、各单位进展" in said and not any("逾期任务及原因" in text for text in said)
    assert "没有“形势分析”这一部分" in filled("export", "report", "b.pdf", "--section", "形势分析", code=2).err


def test_a_letter_is_counted_and_can_be_undone(filled) -> None:
    rows = filled("tasks", "--light", "red", "--json", today="2027-01-10").data
    unit = next(a["unit"] for row in rows for a in row["assignments"] if a["role"] != "support")
    filled("export", "report", "函.pdf", "--template", "催办函", "--unit", unit, today="2027-01-10")
    assert filled("history", "--json").data[0]["label"] == f"催办{unit}"
    assert filled("undo").out.startswith(f"撤销：催办{unit}")


def test_preflight_says_what_wants_care_and_which_tasks(filled) -> None:
    remarks = filled("preflight", "--period", "2026-09", "--json").data
    silent = next(remark for remark in remarks if remark["kind"] == "empty_progress")
    assert silent["tasks"] and not silent["good"]
    assert "◆" in filled("preflight").out and "√ 缺字0个" in filled("preflight").out


def test_a_submission_is_listed_compared_and_verified(filled, task) -> None:
    assert filled("submissions").out.strip() == "还没有报送"
    first = filled("submit", "--period", "2026-09", "--note", "报区政府", "--json").data
    assert first["number"] == 1 and first["files"] == ["台账.xlsx", "报告.docx", "报告.pdf", "数据.json"]
    filled("progress", task, "--text", "已完成方案", "--percent", "30")
    filled("submit", "--period", "2026-Q3")
    assert [row["number"] for row in filled("submissions", "--json").data] == [2, 1]
    (change,) = filled("submissions", "1", "2", "--json").data
    assert change["id"] == task and "更新进展" in change["changes"]
    assert filled("submissions", "2", "--now").out.strip() == "任务没有变化"
    assert "1项任务有变化" in filled("submissions", "1", "--now", "--out", "对比.pdf").out
    assert "最多比较两次" in filled("submissions", "1", "2", "--now", code=2).err
    assert "应写两个报送号" in filled("submissions", "1", "--out", "对比.pdf", code=2).err
    assert "核验完好" in filled("verify").out


def test_evidence_leaves_as_a_zip_with_its_digests(filled, task, sample) -> None:
    filled("attach", task, "--file", sample)
    made = filled("export", "evidence", "佐证.zip", "--json").data
    assert made["rows"] == 1
    with zipfile.ZipFile(filled.folder / "佐证.zip") as archive:
        assert {"卷内目录.xlsx", "卷内目录.pdf", "校验值.txt"} <= set(archive.namelist())
    filled("export", "evidence", "佐证材料")
    assert (filled.folder / "佐证材料" / "校验值.txt").is_file()


def test_the_calibration_page_needs_no_tasks(xiaohao, filled) -> None:
    assert "校准页" in filled("export", "calibration", "校准.pdf").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export", "report", "a.txt"), "扩展名应为 .pdf 或 .docx"),
        (("export", "report", "a.pdf", "--template", "月报"), "没有“月报”这个文种"),
        (("export", "report", "a.pdf", "--template", "催办函"), "应指明一个单位"),
        (("export", "report", "a.pdf", "--unit", "水利局"), "范围内没有任务"),
        (("export", "report", "a.pdf", "--period", "九月"), "报送期"),
        (("export", "evidence", "a.zip"), "没有佐证材料"),
        (("submissions", "9"), "没有第9次报送"),
        (("submissions", "1", "2", "3"), "最多比较两次"),
    ],
)
def test_wrong_use_is_told_in_one_line(filled, arguments: tuple[str, ...], said: str) -> None:
    ended = filled(*arguments, code=2)
    assert said in ended.err and ended.err.count("\n") == 1 and ended.out == ""


@pytest.mark.parametrize(
    "given",
    [("--unit", "市医保局"), ("--period", "2021-10"), ("--template", "逾期通报"), ("--template", "progress"),
     ("--title", "台账"), ("--without-annex",)],
)  # fmt: skip
def test_what_a_whole_ledger_cannot_heed_is_refused_and_nothing_is_written(filled, given):
    ended = filled.start("--workspace", filled.workspace, "export", "ledger", "台账.xlsx", *given)
    assert ended.code == 2
    assert f"不能用 {given[0]}。用 export report --template 任务台账" in ended.err
    assert not (filled.folder / "台账.xlsx").exists()
