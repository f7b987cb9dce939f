"""Columns line up where a Chinese letter takes two cells."""

from desktop_app.cli.table import cut, pad, table, width


def test_a_chinese_letter_takes_two_cells():
    assert width("销号ab") == 6
    assert width("（一）") == 6


def test_a_cut_text_fits_and_says_that_it_was_cut():
    assert cut("推进政务信息系统上云", 9) == "推进政务…"
    assert width(cut("推进政务信息系统上云", 10)) <= 10
    assert cut("短", 0) == "短"


def test_columns_line_up_and_numbers_go_to_the_right():
    lines = list(table(("编号", "任务", "进度"), [("1", "上云", "5%"), ("12", "编制公共数据目录", "100%")], (0, 0, 0)))
    assert lines == [
        "编号  任务              进度",
        "   1  上云                5%",
        "  12  编制公共数据目录  100%",
    ]


def test_a_line_break_or_control_letter_never_breaks_a_row():
    lines = list(table(("任务",), [("一\n二\x1b[31m三",)], (0,)))
    assert lines[1] == "一 二 [31m三"


def test_padding_counts_cells():
    assert pad("销", 4) == "销  "
    assert pad("5%", 4, right=True) == "  5%"
