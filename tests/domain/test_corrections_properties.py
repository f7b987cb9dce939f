"""Whatever is corrected in whatever order: no paragraph and no letter is lost, and undo gives the plan before."""

import os
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.corrections import (
    Bench,
    ChangeLevel,
    MakeNode,
    Merge,
    NodeRef,
    Quote,
    RemoveFact,
    RemoveNode,
    SetAside,
    SetBody,
    SetKind,
    SetTitle,
    Split,
    Unfit,
    apply,
    depths,
    facts_of,
    holdings,
    open_doubts,
    replay,
    to_json,
)
from desktop_app.domain.plan import Kind, ParagraphUse
from tests.domain.whole_plan import whole_plan

PLANS = Path(__file__).parents[1] / "data" / "plans"
KINDS = st.sampled_from(list(Kind))
ASIDE = st.sampled_from([ParagraphUse.FURNITURE, ParagraphUse.BACKGROUND, ParagraphUse.UNRECOGNISED])
EXAMPLES = int(os.environ.get("XIAOHAO_EXAMPLES", "60"))


@st.composite
def correction(draw, plan):
    """Some correction that names a place of the plan; it may not fit."""
    paragraph = draw(st.sampled_from(plan.paragraphs))
    quote = Quote.of(plan, paragraph.span)
    if not plan.nodes:
        return MakeNode(quote, draw(KINDS))
    place = draw(st.integers(0, len(plan.nodes) - 1))
    node = plan.nodes[place]
    ref = NodeRef.of(node)
    position = draw(st.integers(node.span.start, max(node.span.end - 1, node.span.start)))
    made = [
        SetKind(ref, draw(KINDS)),
        Split(ref, Quote.behind(plan, position), draw(KINDS)),
        Merge(ref, NodeRef.of(plan.nodes[place - 1])),
        ChangeLevel(ref, draw(st.integers(0, 3))),
        MakeNode(quote, draw(KINDS)),
        RemoveNode(ref, draw(ASIDE)),
        SetAside(quote, draw(ASIDE)),
        SetBody(ref, Quote.behind(plan, paragraph.span.end)),
        SetTitle(ref, draw(st.sampled_from(["", "加强宣传"]))),
        *(RemoveFact(ref, fact) for fact in facts_of(node)[:1]),
    ]
    return draw(st.sampled_from(made))


def letters(spans):
    return [place for span in spans for place in range(span.start, span.end)]


def check_whole(before, plan):
    """Every paragraph is there and counted; every letter that has a node stands in exactly one node's reach.

    Only the mark that ends a title on its own line is nobody's.
    """
    assert plan.text == before.text
    assert [p.span for p in plan.paragraphs] == [p.span for p in before.paragraphs]
    assert [p.index for p in plan.paragraphs] == list(range(len(plan.paragraphs)))
    assert sum(plan.coverage().values()) == len(plan.paragraphs)
    ids = [node.id for node in plan.nodes]
    assert len(ids) == len(set(ids))
    assert {p.node for p in plan.paragraphs} - {None} <= set(ids)
    assert all(p.use is not ParagraphUse.TASK for p in plan.paragraphs if p.node is None)
    reached = letters(span for node in plan.nodes for span in holdings(plan.paragraphs, node, node.span))
    assert len(reached) == len(set(reached)), "a letter belongs to two nodes"
    held = set(letters(p.span for p in plan.paragraphs if p.node is not None))
    lost = "".join(plan.text[place] for place in sorted(held - set(reached)))
    assert not lost.strip(" 。；：\n"), f"no node has {lost!r}"
    check_tree(plan)


def check_tree(plan):
    seen = {None: None}
    starts = [node.span.start for node in plan.nodes]
    assert starts == sorted(starts)
    for node in plan.nodes:
        assert node.parent in seen
        above = seen[node.parent]
        assert above is None or above.kind in (Kind.CHAPTER, Kind.SECTION)
        assert node.span.start <= node.body.start <= node.body.end <= node.span.end
        assert len(node.parts) != 1
        seen[node.id] = node
    assert len(depths(plan.nodes)) == len(plan.nodes)
    assert open_doubts(plan) is not None


def random_walk(data, plan, steps):
    bench = Bench(plan)
    for _ in range(steps):
        before = bench.plan
        try:
            bench.do(data.draw(correction(bench.plan)))
        except Unfit:
            assert bench.plan is before
        check_whole(plan, bench.plan)
    return bench


@settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(st.data())
def test_no_sequence_of_corrections_loses_a_paragraph_or_a_letter(data):
    plan = whole_plan()
    check_whole(plan, plan)
    bench = random_walk(data, plan, data.draw(st.integers(1, 14)))
    steps = bench.corrections
    assert apply(plan, steps) == bench.plan
    if steps:
        bench.undo()
        assert bench.plan == apply(plan, steps[:-1])
        bench.redo()
        assert bench.plan == apply(plan, steps)
    again = replay(plan, to_json(plan, steps))
    assert (again.plan, again.unfit) == (bench.plan, ())


@cache
def real_plan(name):
    from desktop_app.ingest import read_plan

    return read_plan(next(PLANS.glob(f"{name}_*.txt")))


@settings(
    max_examples=max(EXAMPLES // 6, 4),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(name=st.sampled_from(["000", "002", "004"]), data=st.data())
def test_real_plans_stay_whole_under_corrections(name, data):
    real = real_plan(name)
    check_whole(real, real)
    bench = random_walk(data, real, 10)
    assert apply(real, bench.corrections) == bench.plan
