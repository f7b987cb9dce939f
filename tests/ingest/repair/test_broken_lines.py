"""Lines that the paper or a mail ended are paragraphs again; what stood on lines of its own stays there."""

from __future__ import annotations

import pytest

from desktop_app.ingest.readers.hard_breaks import first_token, width_of
from desktop_app.ingest.repair import mend

ITEMS = (
    "一、主要任务",
    "（一）优化网点布局。改造提升镇级便民服务中心18个、村级便民服务站206个，在商超、车站、园区新设便民服务点45个。（责任单位：各镇人民政府、街道办事处；完成时限：2023年11月底前）",
    "（二）推广帮办代办。配备帮代办人员420名，为老年人、残疾人提供上门服务，群众满意率达到95%以上。（责任单位：县行政审批局、县民政局、县残联）",
    "（三）强化数据支撑。打通公安、民政、人社、医保等12类业务专网，证明材料减少50%，推广电子证照应用300种。（责任单位：县大数据中心、县直有关部门）",
    "（四）深化政银合作。与6家银行签订合作协议，在银行网点布设政务自助终端130台，社保卡即时制卡网点达到30个。（责任单位：县人社局、各合作银行）",
)


def _printed(paragraphs: tuple[str, ...], width: int, indent: str) -> str:
    """The paragraphs as a page `width` ems wide prints them, their first lines indented; `indent` is what a copy keeps."""
    lines = []
    for paragraph in paragraphs:
        line, room = indent, width - 2.0
        while paragraph:
            token = first_token(paragraph)
            if width_of(token) > room:
                lines.append(line)
                line, room = "", float(width)
            line, room, paragraph = line + token, room - width_of(token), paragraph[len(token) :]
        lines.append(line)
    return "\n".join(lines)


@pytest.mark.parametrize("indent", ["", "\u3000\u3000"])
@pytest.mark.parametrize("width", [26, 31, 34])
def test_paragraphs_broken_by_the_page_are_whole_again_with_and_without_indents(width: int, indent: str) -> None:
    mended, _ = mend(_printed(ITEMS, width, indent))
    assert mended.split("\n") == list(ITEMS)


def test_a_mail_that_quotes_a_plan_line_by_line_gives_the_plan() -> None:
    mended, doubts = mend("\n".join(f"> {item}" for item in ITEMS))
    assert mended.split("\n") == list(ITEMS)
    assert [doubt.message for doubt in doubts] == ["邮件引用符号（>）已去除，共5行"]


def test_quotes_of_quotes_lose_all_their_marks_and_blank_quoted_lines_go() -> None:
    mended, _ = mend("转发如下\n> > 一、加强领导\n> >\n>> 二、压实责任\n＞＞三、严格考核")
    assert mended == "转发如下\n一、加强领导\n二、压实责任\n三、严格考核"


def test_a_path_through_menus_is_no_quotation() -> None:
    text = "> 首页\n> 政务公开\n一、加强领导"
    assert mend(text)[0] == text


def test_the_last_word_of_a_line_before_a_colon_is_a_label_whose_units_follow_on_the_next() -> None:
    lines = (
        "1.社区食堂：上半年新开社区食堂8家，老人助餐价格不高于15元/份。牵头：",
        "社会事业局；协办：市场监管局、各街道。",
        "2.停车位：新增公共停车位1200个，错时共享车位不低于500个，接入“停",
        "车”小程序。牵头：城市管理局；协办：机关事务中心、城投公司。",
        "3.信访积案：领导包案48件，二季度末化解30件以上。牵头：信访局；协办：",
        "政法办、各包案单位。",
        "4.滨河大道东延：完成剩余17户征迁，路基工程完成70%，二季度末累计完成",
        "投资1.8亿元。牵头：住建交通局；协办：征收办、城东街道。",
    )
    mended, _ = mend("\n".join(lines))
    assert mended.split("\n") == [above + below for above, below in zip(lines[::2], lines[1::2], strict=True)]


def test_a_title_mark_opened_on_the_line_above_is_not_lost() -> None:
    text = "关于印发《柏川县城镇燃气安全专项整治\n工作方案》的通知\n各乡镇人民政府："
    assert mend(text)[0] == text


def test_a_note_that_lost_its_last_bracket_gets_one_of_the_same_kind() -> None:
    text = "（八）建设专题库。建成6个专题库。〔县大数据局牵头，县财政局配合，12月底前完成"
    assert mend(text)[0] == text + "〕"


def test_a_note_without_words_is_not_closed() -> None:
    text = "（一）优化布局。新设服务点45个。（责任单位：\n各镇人民政府）"
    assert "（责任单位：）" not in mend(text)[0]
