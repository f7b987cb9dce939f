"""What must hold for every text, not only for those that somebody thought of."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.plan import Kind, ParagraphUse, Plan
from desktop_app.ingest import read_plan
from desktop_app.ingest.parsing.numbers import print_chinese
from desktop_app.ingest.parsing.parse import parse_text
from desktop_app.ingest.repair import mend, tidy_lines

QUIET = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LETTERS = "加强推进建设平台数据共享政务服务应用改革治理能力提升完善机制统筹协调规范管理监督检查考核评估乡村振兴生态环境"
words = st.text(LETTERS, min_size=2, max_size=12)
NOTES = [
    "",
    "（牵头单位：县数据局；配合单位：县财政局）",
    "〔县水利局牵头，各乡镇配合，2024年9月底前完成〕",
    "（县教育局、县民政局）",
]


@st.composite
def sentences(draw: st.DrawFn) -> str:
    clauses = draw(st.lists(words, min_size=1, max_size=4))
    ending = draw(
        st.sampled_from(
            [
                "。",
                "，推广3.0版应用。",
                "，上云率达到90%以上。",
                "，提供7x24小时服务。",
                "，落实国发〔2019〕18号文件（IPv6）。",
            ]
        )
    )
    return "，".join(clauses) + ending


@st.composite
def plans(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A clean plan and the bodies of its items."""
    lines = ["云山县2024年数据工作方案"]
    bodies: list[str] = []
    for chapter in range(1, draw(st.integers(1, 3)) + 1):
        lines.append(f"{print_chinese(chapter)}、{draw(words)}")
        for item in range(1, draw(st.integers(1, 4)) + 1):
            body = "".join(draw(st.lists(sentences(), min_size=1, max_size=3)))
            number = draw(st.sampled_from([f"（{print_chinese(item)}）"]))
            note = draw(st.sampled_from(NOTES))
            if draw(st.booleans()):
                lines += [f"{number}{draw(words)}", body + note]
            else:
                lines.append(f"{number}{draw(words)}。{body}{note}")
            bodies.append(body)
    return "\n".join(lines), bodies


def parse(text: str) -> Plan:
    return parse_text(text, text, "方案.txt")


@QUIET
@given(plans())
def test_mending_a_clean_plan_changes_nothing(made: tuple[str, list[str]]) -> None:
    text, _ = made
    assert tidy_lines([text]) == text
    assert mend(text) == (text, [])


@QUIET
@given(plans())
def test_every_body_of_a_clean_plan_comes_back(made: tuple[str, list[str]]) -> None:
    text, bodies = made
    plan = parse(text)
    assert [node.text for node in plan.nodes if node.kind in (Kind.TASK, Kind.CONTEXT)] == bodies


@QUIET
@given(
    st.lists(
        st.one_of(
            words,
            sentences(),
            st.text(max_size=30),
            st.sampled_from(["一、任务", "（一）建云。建设。", "1.建网", "（", "〕", "附件1", "专栏1：工程", "a\tb"]),
        ),
        max_size=25,
    )
)
def test_no_paragraph_is_ever_lost(lines: list[str]) -> None:
    text, _ = mend(tidy_lines(lines))
    plan = parse(text)
    assert [text[slice(*paragraph.span)] for paragraph in plan.paragraphs] == text.split("\n")
    assert sum(plan.coverage().values()) == len(plan.paragraphs)


@QUIET
@given(st.text("（〔【）〕】牵头单位：县财政局、，；。2024年6月底前完成100%不少于个一二1.", max_size=120))
def test_any_mixture_of_marks_is_read_without_failing(noise: str) -> None:
    text, _ = mend(tidy_lines([f"云山县方案\n一、任务\n1.建云。{noise}\n2.建网。建设。"]))
    plan = parse(text)
    for node in plan.nodes:
        assert 0 <= node.span.start <= node.span.end <= len(text)
        assert node.span.start <= node.body.start <= node.body.end <= node.span.end
        for fact in (*node.deadlines, *node.targets):
            assert fact.span is not None and text[slice(*fact.span)] == fact.phrase
        for part in node.parts:
            assert node.span.start <= part.span.start <= part.span.end <= node.span.end


@QUIET
@given(st.text(max_size=200))
def test_mending_twice_is_mending_once(text: str) -> None:
    once, _ = mend(tidy_lines([text]))
    assert tidy_lines([once]) == once


def test_what_a_reader_sets_aside_is_counted_as_furniture(tmp_path: Path) -> None:
    path = tmp_path / "方案.html"
    menu = "".join(f"<li><a href='#'>{word}</a></li>" for word in ("首页", "政务公开", "政务服务", "互动交流"))
    path.write_text(
        f"<html><body><nav><ul>{menu}</ul></nav><div class='content'><h1>云山县2024年工作方案</h1><p>一、重点任务</p>"
        "<p>1.建设政务云平台。统一建设县级政务云平台，完成系统迁移。（县数据局负责）</p>"
        "<p>2.建设政务外网。统一建设县级政务外网，完成网络改造。（县数据局负责）</p></div></body></html>",
        encoding="utf-8",
    )
    plan = read_plan(path)
    assert plan.coverage()[ParagraphUse.FURNITURE] == len(plan.set_aside) > 0
    kept = Counter(line for line in plan.text.split("\n") if line.strip())
    assert kept + Counter(plan.set_aside) == Counter(line for line in plan.original.split("\n") if line.strip())
    assert sum(plan.coverage().values()) == sum(kept.values()) + len(plan.set_aside)
