"""Numbers of items whose line was read one byte off from its indent on."""

from __future__ import annotations

from desktop_app.ingest.repair import mend

PAGE = """一、總體要求
?。ㄒ唬┲笇枷?/strong>
以習近平新時代中國特色社會主義思想為指導，堅持以人民為中心，統籌推進數字政府建設。
?。ǘ﹥热荼Ｕ稀?/strong>嚴格內容發布審核制度，堅持分級分類審核、先審后發。
　　（三）安全防護。落實安全管理責任，提高安全防護能力。
?。ㄋ模┍O督管理。加強日常監管，定期組織檢查。
二、保障措施
　　（一）加強組織領導。各部門要提高認識。
?。ǘ┘訌娙藛T培訓。納入各級領導干部教育培訓內容。"""


def test_numbers_behind_a_broken_indent_come_back() -> None:
    lines = mend(PAGE)[0].splitlines()
    heads = [line[:7] for line in lines if line.startswith("（")]
    assert [head[:3] for head in heads] == ["（一）", "（二）", "（三）", "（四）", "（一）", "（二）"]
    assert heads[1:3] == ["（二）内容保障", "（三）安全防护"]
    assert not any("□" in head for head in heads[1:])
    # The last letter of this heading is 想 or any other that begins as it does: no mark, and not known.
    assert lines[1] == "（一）指导思□"


def test_a_number_told_by_its_neighbours_and_the_end_of_a_heading_are_said() -> None:
    text, doubts = mend(PAGE)
    assert "内容保障。严格内容" in text
    said = [doubt.message for doubt in doubts if "（二）" in doubt.message and "按前后编号补出" in doubt.message]
    assert len(said) == 1


def test_boxes_to_tick_before_items_stay() -> None:
    form = "□（一）同意\n□（二）不同意\n□□□□□备注"
    assert mend(form)[0] == form
