"""Choices of a review are kept cell by cell; whatever is chosen, taken back and made again, they agree with what a merge would say."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.handout import Field
from desktop_app.domain.merging import Choice, Chosen, MergePlan, decide, plan_merge
from desktop_app.domain.task import Status
from desktop_app.gui.dialogs.merge_review.choices import Choices, carried
from desktop_app.gui.dialogs.merge_review.switch import allowed
from tests.domain.test_merging import ONE, TWO, book, ledger, read, row, values

UNITS = ("市甲局", "市乙局", "市丙局")


@cache
def disputed() -> MergePlan:
    """Three units and the officer disagree about a percent and a status; each unit's words differ from the officer's;
    one unit is at odds with itself.
    """
    books = [
        book(row(percent=60, text="甲局已办。"), row(TWO, 7, percent=30), unit="市甲局"),
        book(
            row(percent=80, text="乙局已办。"),
            row(TWO, 7, status=Status.AWAITING_CHECK, percent=90),
            unit="市乙局",
            name="乙.xlsx",
        ),
        book(row(percent=60, problems="缺经费。"), row(TWO, 7, mark="", percent=40), unit="市丙局", name="丙.xlsx"),
    ]
    return plan_merge(books, ledger(UNITS, ours={ONE: values(percent=70, text="本地的话。", problems="缺人。")}), read)


OWN = {Field.PERCENT: 55, Field.STATUS: Status.IN_PROGRESS}
steps = st.lists(
    st.one_of(
        st.tuples(st.just("one"), st.integers(0, 20), st.sampled_from([*Choice, None])),
        st.tuples(st.just("all"), st.integers(0, 2), st.sampled_from([Choice.THEIRS, Choice.OURS])),
        st.tuples(st.sampled_from(["undo", "redo"]), st.none(), st.none()),
    ),
    max_size=12,
)


@given(steps)
@settings(deadline=None, max_examples=150)
def test_what_is_open_is_what_a_merge_would_refuse_for(done):
    plan = disputed()
    choices = Choices(plan)
    cells = [cell for cell in plan.cells if cell.key is not None]
    for what, at, choice in done:
        if what == "one":
            cell = cells[at % len(cells)]
            if choice is None or allowed(cell, choice):
                own = OWN.get(cell.field, "另写。")
                choices.choose(cell, Chosen(choice, own if choice is Choice.OWN else None) if choice else None)
        elif what == "all":
            choices.choose_all(choices.asking(at), choice)
        else:
            getattr(choices, what)()
        decision = decide(plan, choices.given)
        assert choices.undecided == list(decision.undecided)
        for each in cells:
            if each.outcome.needs_choice:
                assert choices.of(each) == decision.settled.get(each.id)
        assert sum(choices.open_in(number) for number in range(3)) == len(decision.undecided)
    assert carried(plan, choices.by_key()) == dict(choices.given)


@given(steps)
@settings(deadline=None, max_examples=40)
def test_everything_can_be_taken_back_and_made_again(done):
    choices = Choices(disputed())
    for what, at, choice in done:
        if what == "all":
            choices.choose_all(choices.asking(at), choice)
        elif what == "one" and choice in (Choice.THEIRS, Choice.OURS):
            choices.choose(choices.plan.open[at % len(choices.plan.open)], Chosen(choice))
    last = dict(choices.given)
    while choices.can_undo:
        choices.undo()
    assert choices.given == {}
    while choices.can_redo:
        choices.redo()
    assert choices.given == last


def test_units_that_say_the_same_both_hold_against_one_that_differs():
    plan = disputed()
    first, other, third = [cell for cell in plan.open if cell.key == ONE and cell.field is Field.PERCENT]
    assert [(cell.unit, cell.theirs) for cell in (first, third, other)] == [
        ("市丙局", 60), ("市甲局", 60), ("市乙局", 80),
    ]  # fmt: skip
    choices = Choices(plan)
    choices.choose(first, Chosen(Choice.THEIRS))
    choices.choose(third, Chosen(Choice.THEIRS))
    held = [choices.of(cell) for cell in (first, third, other)]
    assert held == [Chosen(Choice.THEIRS), Chosen(Choice.THEIRS), Chosen(Choice.OURS)]


def test_the_receipt_of_a_workbook_is_drafted_knowing_what_was_taken_of_others():
    plan = disputed()
    choices = Choices(plan)
    mine, other = (
        next(cell for cell in plan.cells if cell.unit == unit and cell.field is Field.PERCENT)
        for unit in ("市甲局", "市乙局")
    )
    choices.choose(other, Chosen(Choice.THEIRS))
    settled = choices.decision_of(mine.book).settled
    assert (settled[mine.id].choice, settled[other.id].choice) == (Choice.OURS, Choice.THEIRS)
