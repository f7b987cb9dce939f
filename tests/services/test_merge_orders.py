"""Status and percent of one task, answered by three units: whatever the order of the merges, it ends the same.

Planned and written in memory by the rules that the ledger uses, so that thousands of answers can be tried.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.errors import BadInput
from desktop_app.domain.handout import FIELDS, Answer, Field, Identity, ReturnedBook, ReturnedRow, RowKey, as_written
from desktop_app.domain.merging import Cell, Choice, Chosen, Ledger, MergePlan, Outcome, decide, plan_merge
from desktop_app.domain.merging.model import Asked, KnownBatch, Label
from desktop_app.domain.plan import Role
from desktop_app.domain.standing import Standing, advance, move_to
from desktop_app.domain.task import Status
from desktop_app.services.merge import set_state
from desktop_app.services.selection import TaskState
from tests.conftest import TODAY
from tests.officer import settle

UNITS = ("市甲局", "市乙局", "市丙局")
KEY = RowKey(4)
LABEL = Label("1.", "推进跨市通办", "推动不少于100个事项跨市通办。")
NO_WORDS = (None, "", "", "", "")
Said = tuple[Status | None, int | None]
"""What a unit says of the state; None where it leaves the cell as it was handed out."""

BASES: list[tuple[Status, int]] = [(Status.IN_PROGRESS, 20), (Status.NOT_STARTED, 0)]
STATUSES = (None, Status.NOT_STARTED, Status.IN_PROGRESS, Status.AWAITING_CHECK, Status.SUSPENDED)
ANSWERS: list[Said] = list(itertools.product(STATUSES, (None, 0, 20, 30, 80, 100)))
STATES = {status.label: status for status in Status}


def officers(base: tuple[Status, int]) -> list[Standing]:
    """What the officer may have done since the task was handed out."""
    fresh = Standing(*base)
    return [fresh, advance(fresh, 50), advance(fresh, 100), move_to(fresh, Status.IN_PROGRESS, TODAY)]


def read(field: Field, raw: object, reference: dt.date) -> Answer:
    if field is Field.STATUS:
        return Answer(STATES[str(raw)])
    return Answer(round(float(str(raw)) * 100))


def planned(base: tuple[Status, int], held: Standing, said: dict[str, Said]) -> MergePlan:
    """The merge of these units' workbooks."""
    asked = {unit: {KEY: Asked(KEY, Role.LEAD, (*base, *NO_WORDS))} for unit in UNITS}
    batch = KnownBatch(1, "c1", "十月批次", TODAY, None, asked)
    ours = (held.status, held.percent, *NO_WORDS)
    ledger = Ledger("w", TODAY, {"c1": batch}, dict.fromkeys(UNITS, "c1"), {KEY: LABEL}, lambda unit, key: ours)
    books = []
    for unit, (status, percent) in said.items():
        raw = as_written((status or base[0], base[1] if percent is None else percent, *NO_WORDS))
        row = ReturnedRow(6, f"c1:{KEY}", *LABEL, raw)
        books.append(ReturnedBook(unit, unit, Identity("w", "c1", unit), unit, "", FIELDS, (row,), ()))
    return plan_merge(books, ledger, read)


def written(held: Standing, plan: MergePlan, choices: dict[int, Chosen] | None = None) -> Standing:
    """Where the task stands once the officer has settled the merge."""
    task = TaskState(KEY.task, "", "", held, "", dt.datetime(2021, 10, 18), held, "")
    decision = decide(plan, choices or settle(plan))
    assert not decision.undecided
    for write in decision.writes:
        set_state(task, write, TODAY)
    return task.standing


def ends(
    base: tuple[Status, int], held: Standing, answers: Sequence[Said], orders: Sequence[Sequence[Sequence[int]]]
) -> set[tuple[Status, int]]:
    """How the task may stand after merges in these orders: groups of units whose files are merged at once."""
    found = set()
    for order in orders:
        standing = held
        for group in order:
            standing = written(standing, planned(base, standing, {UNITS[at]: answers[at] for at in group}))
        found.add((standing.status, standing.percent))
    return found


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("did", range(4))
def test_any_two_answers_end_the_same_in_either_order_and_together(base, did):
    orders = [[[0], [1]], [[1], [0]], [[0, 1]]]
    for answers in itertools.combinations_with_replacement(ANSWERS, 2):
        assert len(ends(base, officers(base)[did], answers, orders)) == 1, answers


THREE = [[[at] for at in order] for order in itertools.permutations(range(3))]
TOGETHER = [[[0, 1, 2]], [[0, 1], [2]], [[1, 2], [0]], [[1], [0, 2]]]
said = st.sampled_from(ANSWERS)


@given(st.sampled_from(BASES), st.integers(0, 3), st.tuples(said, said, said))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_three_answers_end_the_same_in_any_order(base, did, answers):
    assert len(ends(base, officers(base)[did], answers, THREE + TOGETHER)) == 1


def asked(base: tuple[Status, int], first: Said, second: Said) -> tuple[Cell, ...]:
    """What the officer is asked when the second unit's answer comes in after the first unit's."""
    held = written(Standing(*base), planned(base, Standing(*base), {UNITS[0]: first}))
    return planned(base, held, {UNITS[1]: second}).open


AT_ODDS: list[tuple[tuple[Status, int], Said, Said]] = [
    (BASES[0], (None, 30), (Status.NOT_STARTED, None)),
    (BASES[0], (None, 30), (Status.AWAITING_CHECK, None)),
    (BASES[0], (None, 100), (Status.NOT_STARTED, None)),
    (BASES[0], (None, 100), (Status.SUSPENDED, None)),
    (BASES[1], (None, 100), (Status.IN_PROGRESS, None)),
    (BASES[1], (None, 100), (Status.SUSPENDED, None)),
]


@pytest.mark.parametrize(("base", "percent", "status"), AT_ODDS)
def test_a_percent_and_a_status_of_two_units_that_cannot_both_hold_are_asked_about(base, percent, status):
    assert asked(base, percent, status), "the percent came first"
    assert asked(base, status, percent), "the status came first"
    together = planned(base, Standing(*base), {UNITS[0]: percent, UNITS[1]: status})
    assert [cell.outcome for cell in together.cells] == [Outcome.CONFLICT] * 2
    for prefer in (Choice.THEIRS, Choice.OURS):
        assert len(decide(together, prefer=prefer).writes) == (prefer is Choice.THEIRS)


def test_the_reason_names_what_would_be_lost():
    (cell,) = asked(BASES[0], (None, 30), (Status.NOT_STARTED, None))
    assert (cell.field, cell.reason) == (Field.STATUS, "本地进度已改为30%，与此状态不符")
    (cell,) = asked(BASES[1], (Status.IN_PROGRESS, None), (None, 100))
    assert (cell.field, cell.reason) == (Field.PERCENT, "本地状态已改为“推进中”，与此进度不符")


AT_ODDS_WITH_ITSELF: list[tuple[tuple[Status, int], tuple[Status, int], str, tuple[Status, int]]] = [
    (BASES[0], (Status.AWAITING_CHECK, 80), "状态填“已完成待核”，进度填80%，两者不符", (Status.IN_PROGRESS, 80)),
    (BASES[0], (Status.NOT_STARTED, 80), "状态填“未启动”，进度填80%，两者不符", (Status.IN_PROGRESS, 80)),
    (BASES[0], (Status.NOT_STARTED, 100), "状态填“未启动”，进度填100%，两者不符", (Status.AWAITING_CHECK, 100)),
    (BASES[1], (Status.IN_PROGRESS, 100), "状态填“推进中”，进度填100%，两者不符", (Status.AWAITING_CHECK, 100)),
]
"""Base, what one unit says, the reason, and where the task stands when the unit is preferred."""


@pytest.mark.parametrize(("base", "said", "reason", "preferred"), AT_ODDS_WITH_ITSELF)
def test_a_unit_whose_own_status_and_percent_cannot_both_hold_is_asked_about(base, said, reason, preferred):
    plan = planned(base, Standing(*base), {UNITS[0]: said})
    assert [(cell.theirs, cell.outcome, cell.reason) for cell in plan.cells] == [
        (each, Outcome.DOUBTFUL, reason) for each in said
    ]
    assert len(decide(plan).undecided) == 2
    assert decide(plan, prefer=Choice.OURS).writes == ()
    standing = written(Standing(*base), plan, dict(decide(plan, prefer=Choice.THEIRS).settled))
    assert (standing.status, standing.percent) == preferred


def test_choosing_one_of_two_answers_at_odds_settles_the_other():
    plan = planned(BASES[0], Standing(*BASES[0]), {UNITS[0]: (Status.AWAITING_CHECK, 90)})
    status, percent = plan.cells
    assert decide(plan, {status.id: Chosen(Choice.THEIRS)}).settled[percent.id] == Chosen(Choice.OURS)
    assert decide(plan, {percent.id: Chosen(Choice.THEIRS)}).settled[status.id] == Chosen(Choice.OURS)
    own = {status.id: Chosen(Choice.OWN, Status.IN_PROGRESS), percent.id: Chosen(Choice.THEIRS)}
    standing = written(Standing(*BASES[0]), plan, own)
    assert (standing.status, standing.percent) == (Status.IN_PROGRESS, 90)
    with pytest.raises(BadInput, match="状态和进度不符，只能采用其一"):
        decide(plan, {cell.id: Chosen(Choice.THEIRS) for cell in plan.cells})


def test_of_a_status_that_only_was_changed_the_percent_follows_unasked():
    plan = planned(BASES[0], Standing(*BASES[0]), {UNITS[0]: (Status.AWAITING_CHECK, None)})
    assert [(cell.field, cell.outcome) for cell in plan.cells] == [(Field.STATUS, Outcome.TAKEN)]
    standing = written(Standing(*BASES[0]), plan)
    assert (standing.status, standing.percent) == (Status.AWAITING_CHECK, 100)


def test_answers_at_odds_that_the_ledger_outran_are_a_conflict_that_says_both():
    held = advance(Standing(*BASES[0]), 50)
    plan = planned(BASES[0], held, {UNITS[0]: (Status.AWAITING_CHECK, 80)})
    assert [(cell.field, cell.outcome, cell.reason) for cell in plan.cells] == [
        (
            Field.STATUS,
            Outcome.CONFLICT,
            "本地进度已改为50%，与此状态不符；状态填“已完成待核”，进度填80%，两者不符",
        ),
        (Field.PERCENT, Outcome.CONFLICT, "状态填“已完成待核”，进度填80%，两者不符"),
    ]


@pytest.mark.parametrize(
    ("said", "typed", "end"),
    [
        ((Status.AWAITING_CHECK, 80), 100, (Status.AWAITING_CHECK, 100)),
        ((Status.SUSPENDED, 30), 80, (Status.SUSPENDED, 80)),
    ],
)
def test_a_percent_typed_beside_a_status_that_was_taken_holds_with_it(said, typed, end):
    plan = planned(BASES[0], Standing(*BASES[0]), {UNITS[0]: said})
    status, percent = plan.cells
    choices = {status.id: Chosen(Choice.THEIRS), percent.id: Chosen(Choice.OWN, typed)}
    standing = written(Standing(*BASES[0]), plan, choices)
    assert (standing.status, standing.percent) == end


FOLLOWS: list[tuple[tuple[Status, int], Said, str]] = [
    (BASES[0], (None, 100), "进度100%，状态改为“已完成待核”"),
    (BASES[1], (None, 100), "进度100%，状态改为“已完成待核”"),
    (BASES[0], (Status.AWAITING_CHECK, None), "进度改为100%"),
    (BASES[0], (Status.NOT_STARTED, None), "进度改为0%"),
    (BASES[0], (None, 80), ""),
    ((Status.SUSPENDED, 20), (None, 100), ""),
]


@pytest.mark.parametrize(("base", "said", "note"), FOLLOWS)
def test_half_a_state_says_what_it_makes_of_the_other_half(base, said, note):
    (cell,) = planned(base, Standing(*base), {UNITS[0]: said}).cells
    assert (cell.outcome, cell.note) == (Outcome.TAKEN, note)


@pytest.mark.parametrize("said", [(Status.SUSPENDED, None), (Status.DROPPED, None)])
def test_a_unit_alone_does_not_take_the_light_off_a_task(said):
    plan = planned(BASES[0], Standing(*BASES[0]), {UNITS[0]: said})
    (cell,) = plan.open
    assert (cell.outcome, cell.reason) == (Outcome.CONFLICT, f"单位填报{said[0].label}，由本级决定")


def test_a_unit_that_puts_off_what_it_says_is_done_is_asked_about_for_both_reasons():
    status, percent = planned(BASES[0], Standing(*BASES[0]), {UNITS[0]: (Status.SUSPENDED, 100)}).open
    odds = "状态填“暂缓”，进度填100%，两者不符"
    assert (status.outcome, status.reason) == (Outcome.CONFLICT, f"单位填报暂缓，由本级决定；{odds}")
    assert (percent.outcome, percent.reason) == (Outcome.DOUBTFUL, odds)
