"""The officer's words: printed while they are true, carried along with the record, laid aside when it overtakes them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.ledger import PlanRow, TaskRow
from desktop_app.exports.material import Material, ReportOptions
from desktop_app.exports.report_model import Level, Paragraph, ReportContent
from desktop_app.exports.rewording import Rewording, Wording, beside, carried, reword
from desktop_app.exports.templates import worded
from tests.exports.all_templates import KEYS, content

DRAFTED = "截至2021年10月18日，已销号10项，推进中34项，平均进度69%。"


@pytest.fixture
def drafted(plans: list[PlanRow], rows: list[TaskRow], today: dt.date) -> ReportContent:
    return content(plans, rows, today, "progress")


def wording(content: ReportContent, slot: str, *rewordings: Rewording) -> Wording:
    return next(each for each in reword(content, rewordings)[1] if each.slot == slot)


def paragraphs(content: ReportContent) -> list[str]:
    return [block.text for section in content.sections for block in section.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("key", KEYS)
def test_a_report_nobody_reworded_is_the_drafted_one(
    plans: list[PlanRow], rows: list[TaskRow], today: dt.date, key: str
) -> None:
    draft = content(plans, rows, today, key)
    spoken, wordings = reword(draft, ())
    assert spoken == draft
    assert len({each.slot for each in wordings}) == len(wordings)
    assert not any(each.reworded for each in wordings)


def test_head_close_and_any_paragraph_take_the_officers_words(drafted: ReportContent) -> None:
    _, wordings = reword(drafted, ())
    chosen = [each for each in wordings if each.place in ("标题", "开头", "结束语", "总体情况")]
    spoken, _ = reword(drafted, [Rewording(each.slot, each.drafted, f"改写{each.drafted}") for each in chosen])
    assert spoken.title == f"改写{drafted.title}" and spoken.closing == "改写特此报告。"
    assert spoken.opening == f"改写{drafted.opening}"
    assert paragraphs(spoken)[0] == f"改写{paragraphs(drafted)[0]}"
    assert spoken.figures == drafted.figures
    assert [annex.rows for annex in spoken.annexes] == [annex.rows for annex in drafted.annexes]


def test_the_definitions_say_which_words_are_the_officers_own(drafted: ReportContent) -> None:
    opening = next(each for each in reword(drafted, ())[1] if each.place == "开头")
    spoken, _ = reword(drafted, [Rewording(opening.slot, opening.drafted, f"{opening.drafted}平均进度35%。")])
    note = next(annex.note for annex in spoken.annexes if annex.title == "数据口径及对应任务")
    assert "正文经办人改写：“开头”1处" in note and "其中“平均进度35%”的数字不是台账统计数" in note
    assert not any("改写" in annex.note for annex in drafted.annexes)


def test_an_empty_text_leaves_the_paragraph_out_and_its_heading_with_it(drafted: ReportContent) -> None:
    late = next(section for section in drafted.sections if section.heading == "逾期任务及原因")
    heading, body = late.blocks[1:3]
    assert isinstance(body, Paragraph) and isinstance(heading, Paragraph) and heading.level is Level.SECOND
    slot = next(each.slot for each in reword(drafted, ())[1] if each.drafted == body.text)
    spoken, _ = reword(drafted, [Rewording(slot, body.text, "")])
    assert body.text not in paragraphs(spoken)
    assert heading.text not in paragraphs(spoken)


def test_a_title_is_never_left_empty(drafted: ReportContent) -> None:
    assert reword(drafted, [Rewording("title", drafted.title, "")])[0].title == drafted.title


def test_what_the_record_changed_elsewhere_goes_into_the_officers_words() -> None:
    own = "截至2021年10月18日，已销号10项，正在推进34项，平均进度69%，总体进展顺利。"
    now = DRAFTED.replace("10月18日", "10月20日").replace("销号10项", "销号12项").replace("69%", "71%")
    assert carried(Rewording("", DRAFTED, own), now) is None, "the added words stand beside a number that changed"
    now = DRAFTED.replace("10月18日", "10月20日").replace("销号10项", "销号12项")
    assert carried(Rewording("", DRAFTED, own), now) == (
        "截至2021年10月20日，已销号12项，正在推进34项，平均进度69%，总体进展顺利。"
    )


def test_a_number_that_officer_and_record_both_changed_is_laid_aside(drafted: ReportContent) -> None:
    slot, text = next((each.slot, each.drafted) for each in reword(drafted, ())[1] if each.place == "总体情况")
    before = text.replace("任务共50项", "任务共48项")
    found = wording(drafted, slot, Rewording(slot, before, before.replace("48项", "48个")))
    assert found.words == found.drafted == text
    assert found.laid_aside is not None and "48个" in found.laid_aside


def test_words_for_another_text_are_not_put_in_its_place() -> None:
    assert carried(Rewording("", "共有量化指标10项。", "共有量化指标10项，完成较好。"), "没有逾期任务。") is None


def test_the_words_about_a_task_stay_with_the_task(drafted: ReportContent, rows: list[TaskRow]) -> None:
    about = [each for each in reword(drafted, ())[1] if each.task == rows[4].id and each.place == "逾期任务及原因"]
    assert about and all(str(rows[4].id) in each.slot for each in about)


def test_numbers_that_the_record_does_not_bear_out_are_named(drafted: ReportContent) -> None:
    overall = next(each for each in reword(drafted, ())[1] if each.place == "总体情况")
    swapped = overall.drafted.replace("已销号10项", "已销号5项").replace("未启动5项", "未启动10项")
    assert swapped != overall.drafted
    found = wording(drafted, overall.slot, Rewording(overall.slot, overall.drafted, swapped))
    assert [clause[:3] for clause in found.unproven] == ["已销号", "未启动"]
    assert wording(drafted, overall.slot, Rewording(overall.slot, overall.drafted, "总体进展顺利。")).unproven == ()


@pytest.mark.parametrize("slot", ["title", "opening", "closing"])
def test_numbers_typed_into_head_and_close_are_looked_at(
    plans: list[PlanRow], rows: list[TaskRow], today: dt.date, slot: str
) -> None:
    typed = {slot: "全年任务已完成48项。"}
    options = ReportOptions(period="2021-10", **typed)  # type: ignore[arg-type]
    spoken, wordings = worded(Material(plans, rows, today, options))
    assert getattr(spoken, slot) == typed[slot]
    assert next(each for each in wordings if each.slot == slot).unproven == ("全年任务已完成48项",)


def test_what_the_record_says_may_be_said_again_in_head_and_close(
    plans: list[PlanRow], rows: list[TaskRow], today: dt.date
) -> None:
    options = ReportOptions(
        period="2021-10", title=f"关于2021年10月{plans[0].title}进展的报告",
        opening=f"现将《{plans[0].title}》2021年10月进展报告如下，数据截至2021年10月18日，已销号10项。",
    )  # fmt: skip
    assert not any(each.unproven for each in worded(Material(plans, rows, today, options))[1])


def test_numbers_in_addressee_and_signature_are_looked_at(
    plans: list[PlanRow], rows: list[TaskRow], today: dt.date
) -> None:
    options = ReportOptions(addressee="市政府（已完成48项）", signature_unit="市数据局")
    found = beside(worded(Material(plans, rows, today, options))[0])
    assert [(each.place, each.unproven) for each in found] == [
        ("主送机关", ("市政府（已完成48项）",)), ("落款单位", ())
    ]  # fmt: skip


@given(st.text("已销号10项，。推进34", max_size=40), st.text("已销号10项，。推进34", max_size=40))
def test_words_stay_as_they_are_while_the_draft_is_the_same(drafted: str, words: str) -> None:
    assert carried(Rewording("", drafted, words), drafted) == words


@given(st.text("已销号10项，。推进34", min_size=1, max_size=40), st.text("已销号10项，。推进34", max_size=40))
def test_an_unchanged_text_follows_the_record_or_is_laid_aside(before: str, now: str) -> None:
    assert carried(Rewording("", before, before), now) in (now, None)
