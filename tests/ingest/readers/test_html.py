"""Saved web pages as government sites make them."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.errors import BadInput
from desktop_app.ingest import read_plan
from desktop_app.ingest.document import Paragraph, Table, is_furniture
from desktop_app.ingest.readers import read_document

BODY = (
    "<p>　　一、重点任务</p><p>　　1.建设政务云。完成机房选址和设备采购，迁移业务系统。（县数据局牵头，2024年6月底前完成）</p>"
    "<p>2.优化服务大厅。设置综合窗口，推行一窗受理。（县行政审批局负责）</p>"
)


def save(folder: Path, page: str, name: str = "方案.html", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(page.encode(encoding))
    return path


def lines(path: Path) -> list[str]:
    return read_document(path).body.split("\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "big5"])
def test_the_encoding_is_told_by_mark_bytes_or_statement(encoding: str, tmp_path: Path) -> None:
    stated = "big5" if encoding == "big5" else "gb2312"
    text = "一、重點任務" if encoding == "big5" else "一、重点任务"
    page = f'<html><head><meta charset="{stated}"></head><body><p>{text}，加強。</p></body></html>'
    assert lines(save(tmp_path, page, encoding=encoding)) == [f"{text}，加強。"]


def test_breaks_entities_and_spaces_of_the_source_are_those_that_are_seen(tmp_path: Path) -> None:
    page = "<html><body><div>一、重点&#24037;作&ldquo;放管服&rdquo;<br/>&nbsp;&nbsp;加强\n      建设，<b>完成</b> 5G &amp; IPv6。<br>第二段。</div></body></html>"
    assert lines(save(tmp_path, page)) == ["一、重点工作“放管服”", "加强建设，完成 5G & IPv6。", "第二段。"]


def test_the_heading_and_the_index_above_the_text_belong_to_it(tmp_path: Path) -> None:
    page = f"""<html><head><title>云山县2024年工作方案_云山县人民政府</title></head><body>
    <ul><li><a href=a>首页</a></li><li><a href=b>政务公开</a></li></ul>
    <table><tr><td>索 引 号：</td><td>YS-2024-1</td><td>发文机关：</td><td>云山县人民政府办公室</td></tr>
    <tr><td>发文字号：</td><td>云府办〔2024〕3号</td><td>成文日期：</td><td>2024-03-01</td></tr></table>
    <h1>云山县2024年工作方案</h1><div class="TRS_Editor">{BODY}</div><div id="foot"><p>主办：云山县人民政府，承办：县数据局。</p></div></body></html>"""
    path = save(tmp_path, page)
    assert lines(path)[:5] == [
        "索 引 号：YS-2024-1",
        "发文机关：云山县人民政府办公室",
        "发文字号：云府办〔2024〕3号",
        "成文日期：2024-03-01",
        "云山县2024年工作方案",
    ]
    plan = read_plan(path)
    assert (plan.title, plan.doc_number) == ("云山县2024年工作方案", "云府办〔2024〕3号")
    assert [task.title for task in plan.tasks] == ["建设政务云", "优化服务大厅"]
    assert [b.text for b in read_document(path).blocks if is_furniture(b)] == [
        "首页",
        "政务公开",
        "主办：云山县人民政府，承办：县数据局。",
    ]


def test_cells_merged_across_and_down(tmp_path: Path) -> None:
    page = """<html><body><p>分工如下。</p><table><tr><th rowspan=2>任务</th><th colspan="2">责任单位</th></tr><tr><th>牵头</th><th>配合</th></tr>
    <tr><td>建云<br>并迁移</td><td>县数据局</td><td>&nbsp;</td></tr></table></body></html>"""
    blocks = read_document(save(tmp_path, page)).blocks
    assert blocks == (
        Paragraph("分工如下。"),
        Table((("任务", "责任单位", ""), ("任务", "牵头", "配合"), ("建云 并迁移", "县数据局", ""))),
    )


def test_a_table_that_lays_out_the_page_is_no_table(tmp_path: Path) -> None:
    page = f"<html><body><table><tr><td>左栏</td><td><table><tr><td>{BODY}</td></tr></table></td></tr></table></body></html>"
    assert [type(block) for block in read_document(save(tmp_path, page)).blocks] == [Paragraph] * 4


def test_ordered_lists_print_their_numbers(tmp_path: Path) -> None:
    page = "<html><body><p>任务如下：</p><ol start=3><li>建设云。</li><li>4.迁移系统。</li></ol></body></html>"
    assert lines(save(tmp_path, page)) == ["任务如下：", "3.建设云。", "4.迁移系统。"]


def test_scripts_styles_and_hidden_text_are_not_read(tmp_path: Path) -> None:
    page = f"<html><body><style>p{{}}</style>{BODY}<script>一、假任务。</script><p style='display: none'>二、隐藏任务。</p></body></html>"
    assert not any("假任务" in line or "隐藏" in line for line in lines(save(tmp_path, page)))


def test_a_page_that_calls_itself_doc_is_read(tmp_path: Path) -> None:
    assert lines(save(tmp_path, f"<html><body>{BODY}</body></html>", "方案.doc"))[0] == "一、重点任务"


def test_a_page_saved_as_one_file_is_read(tmp_path: Path) -> None:
    import email.mime.multipart
    import email.mime.text

    message = email.mime.multipart.MIMEMultipart("related")
    message.attach(email.mime.text.MIMEText(f"<html><body>{BODY}</body></html>", "html", "utf-8"))
    path = tmp_path / "方案.mht"
    path.write_bytes(message.as_bytes())
    assert lines(path)[0] == "一、重点任务"


def test_a_page_without_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="没有文字"):
        read_document(save(tmp_path, "<html><body><script>x</script></body></html>"))


def test_a_page_nested_very_deep_is_read_in_time(tmp_path: Path) -> None:
    page = "<html><body>" + "<div>" * 20000 + "一、任务，加强。" + "</body></html>"
    assert lines(save(tmp_path, page)) == ["一、任务，加强。"]


def test_cells_that_claim_to_cover_the_world_do_not_take_the_day(tmp_path: Path) -> None:
    page = (
        "<html><body><table>"
        + "<tr>"
        + "<td rowspan=99999 colspan=9999>甲</td>" * 40
        + "</tr>"
        + "<tr><td>乙</td></tr>" * 3000
    )
    with pytest.raises(BadInput, match="不是完整的网页"):
        read_document(save(tmp_path, page))


def test_a_list_of_many_items_is_read_in_time(tmp_path: Path) -> None:
    page = "<html><body><ol>" + "<li>建设。</li>" * 20000
    assert lines(save(tmp_path, page))[-1] == "20000.建设。"
