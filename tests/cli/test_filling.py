"""`fill`: a form from above, from the command line."""

from openpyxl import load_workbook

from tests.superior_forms import make_document, make_workbook


def test_a_form_is_filled_and_its_mapping_is_kept(filled, tmp_path) -> None:
    make_workbook(tmp_path / "上级表.xlsx")
    tasks = len(filled("tasks", "--json").data)
    told = filled("fill", "上级表.xlsx", "填好.xlsx", "--dry-run").out
    assert "首次填写" in told and "完成情况进展情况：进展" in told and "填报单位（盖章）____：填报单位" in told
    assert not (tmp_path / "填好.xlsx").exists()
    made = filled(
        "fill", "上级表.xlsx", "填好.xlsx", "--signature", "区数据局", "--column", "完成情况存在问题=下一步", "--json"
    ).data
    assert made["rows"] == tasks and "读回核对无误" in made["message"]
    book = load_workbook(filled.folder / "填好.xlsx")
    assert book["进展情况"].cell(5 + tasks, 1).value == "合计"
    book.close()
    again = filled("fill", "上级表.xlsx", "再填.xlsx", "--dry-run").out
    assert "按上次的对应" in again and "完成情况存在问题：下一步" in again


def test_rows_are_chosen_and_wrong_words_are_refused(filled, tmp_path, task) -> None:
    make_document(tmp_path / "上级表.docx")
    filled("progress", task, "--text", "已启动", "--percent", "10")
    chosen = ("fill", "上级表.docx", "填好.docx")
    assert filled(*chosen, "--period", "2026-09", "--changed", "--json").data["rows"] == 1
    assert "内容可用：" in filled(*chosen, "--column", "完成情况=天气", code=2).err
    assert "没有“天气”这一列" in filled(*chosen, "--column", "天气=进展", code=2).err
    assert "须先选定报送期" in filled(*chosen, "--changed", code=2).err
    assert "同为 .docx" in filled("fill", "上级表.docx", "填好.xlsx", code=2).err
