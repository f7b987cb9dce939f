from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from desktop_app.domain.plan import Plan

Read = Callable[[str], Plan]
BODY = "\n一、任务\n1.建云。建设政务云。\n2.建网。建设政务网。"


def about(plan: Plan) -> tuple[str, str | None, str | None, dt.date | None]:
    return plan.title, plan.doc_number, plan.issuer, plan.issued_on


def test_a_cover_letter_names_everything(read: Read) -> None:
    plan = read(
        "云山县人民政府办公室\n关于印发《云山县数字政府建设方案》的通知\n云政办发〔2024〕7号\n各乡镇人民政府：\n现印发给你们，认真贯彻执行。\n云山县人民政府办公室\n2024年4月9日\n云山县数字政府建设方案"
        + BODY
    )
    assert about(plan) == ("云山县数字政府建设方案", "云政办发〔2024〕7号", "云山县人民政府办公室", dt.date(2024, 4, 9))


def test_the_issuer_of_the_notice_serves_when_nobody_signs(read: Read) -> None:
    plan = read(
        "云政字〔2024〕32号\n云山县人民政府关于印发《云山县方案》的通知\n各乡镇：\n现印发给你们。\n2024年4月19日\n云山县方案"
        + BODY
    )
    assert about(plan) == ("云山县方案", "云政字〔2024〕32号", "云山县人民政府", dt.date(2024, 4, 19))


def test_a_notice_that_is_itself_the_plan_is_signed_at_its_end(read: Read) -> None:
    plan = read(
        "关于做好2024年防汛工作的通知\n各乡镇：\n现将有关事项通知如下：" + BODY + "\n云山县防汛抗旱指挥部\n2024年5月6日"
    )
    assert about(plan) == ("关于做好2024年防汛工作的通知", None, "云山县防汛抗旱指挥部", dt.date(2024, 5, 6))
    assert plan.nodes[-1].text == "建设政务网。"


def test_the_index_table_of_a_page_is_read(read: Read) -> None:
    plan = read(
        "当前位置：首页>政府文件\n索 引 号：001/2024-3 有 效 性：有效\n发文机关：云山县人民政府 发文字号：云政〔2024〕3号\n标 题：云山县方案\n成文日期：2024-03-05 发布时间：2024-03-09\n云山县方案"
        + BODY
        + "\n扫一扫\n在手机上打开当前页面"
    )
    assert about(plan) == ("云山县方案", "云政〔2024〕3号", "云山县人民政府", dt.date(2024, 3, 5))
    assert plan.nodes[-1].text == "建设政务网。"


def test_numbers_of_other_documents_are_not_its_own(read: Read) -> None:
    plan = read("云山县方案\n根据《国务院关于加强数字政府建设的指导意见》（国发〔2022〕14号）精神，制定本方案。" + BODY)
    assert about(plan) == ("云山县方案", None, None, None)


def test_a_title_broken_over_lines_is_joined(read: Read) -> None:
    plan = read(
        "云山县人民政府关于印发云山县“十四五”数字政府建设规划的通知\n各乡镇：\n现印发给你们。\n云山县人民政府\n2022年1月4日\n云山县“十四五”\n数字政府建设规划"
        + BODY
    )
    assert plan.title == "云山县“十四五”数字政府建设规划"


def test_two_bodies_may_sign(read: Read) -> None:
    plan = read("云山县行动方案\n现印发给你们，认真执行。\n云山县发展和改革局\n云山县财政局\n2024年4月9日" + BODY)
    assert plan.issuer == "云山县发展和改革局、云山县财政局"


def test_without_a_title_the_file_name_serves(read: Read) -> None:
    assert read("一、任务\n1.建云。建设政务云，加快数据上云步伐，推进数据共享应用。").title == "样例方案"


def test_the_first_words_name_a_document_that_prints_no_other_title(read: Callable[[str], Plan]) -> None:
    plan = read(
        "云山县2024年十件大事\n1.新建学校3所，新增学位2700个。\n责任单位：县教体局\n2.改造公路120公里。\n责任单位：县交通运输局"
    )
    assert plan.title == "云山县2024年十件大事"


def test_a_title_is_what_the_document_prints_in_full(read: Read) -> None:
    plan = read(
        "云山县人民政府办公室关于印发2024年政务公开工作要点的通知\n各乡镇：\n现印发给你们。\n云山县人民政府办公室2024年5月14日\n云山县2024年政务公开工作要点"
        + BODY
    )
    assert about(plan) == ("云山县2024年政务公开工作要点", None, "云山县人民政府办公室", dt.date(2024, 5, 14))


def test_what_is_passed_on_is_called_what_it_calls_itself(read: Read) -> None:
    plan = read(
        "云山市人民政府办公厅关于转发市发展改革委云山市绿色低碳转型行动方案的通知\n云府办〔2022〕31号\n各区人民政府：\n现转发给你们。\n云山市人民政府办公厅\n2022年7月4日\n云山市绿色低碳转型行动方案\n（市发展改革委）"
        + BODY
    )
    assert plan.title == "云山市绿色低碳转型行动方案"


def test_two_bodies_in_the_title_issue_what_nobody_signs(read: Read) -> None:
    plan = read(
        "中共云山市委 云山市人民政府\n关于全面推进乡村振兴的实施方案\n（2024年2月18日）\n为推进乡村振兴，制定本方案。"
        + BODY
    )
    assert (plan.issuer, plan.issued_on) == ("中共云山市委、云山市人民政府", dt.date(2024, 2, 18))
