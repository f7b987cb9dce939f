"""What a reader could not read is said to the officer as a doubt."""

from openpyxl import Workbook

from desktop_app.ingest import read_plan

HEAD = ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"]


def test_a_hidden_sheet_is_named_among_the_doubts(tmp_path):
    book = Workbook()
    sheet = book.active
    sheet.append(HEAD)
    for number, task in enumerate(("编制公共数据目录", "建设区级政务云", "推进一网通办"), 1):
        sheet.append([number, task, "区数据局", "区财政局", "2026年6月底前"])
    hidden = book.create_sheet("旧台账")
    hidden.append(["作废"])
    hidden.sheet_state = "hidden"
    path = tmp_path / "任务分工.xlsx"
    book.save(path)
    book.close()

    plan = read_plan(path)

    assert len(plan.tasks) == 3
    assert any("旧台账" in doubt.message for doubt in plan.doubts if doubt.code == "reader")
