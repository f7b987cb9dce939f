"""Two units or two plans are never taken for one another, however narrow the place they are shown in."""

import dataclasses
import datetime as dt

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.ledger import AssignmentRow, PlanRow
from desktop_app.domain.plan import Role
from desktop_app.domain.refs import TaskRef
from desktop_app.gui.models.columns import Column
from desktop_app.gui.models.plan_labels import plan_label
from desktop_app.gui.models.units import UnitNames
from desktop_app.gui.panels.nav_entry import NavDelegate, owner_entry, plan_entries
from desktop_app.gui.panels.navigation import NavigationPane
from desktop_app.gui.panels.task_list import TaskListPane
from desktop_app.gui.panels.task_view.needs import Needs, WidestTexts
from desktop_app.gui.panels.task_view.widths import FULL, TITLE_LEAST, TREE_COLUMNS, fit
from tests.gui.rows import TODAY, make_outline, make_rows

BUREAU, CENTRE = "区行政审批局", "区行政审批局（大数据中心）"
FIVE_PLANS = (
    "赣州市赣县区数字政府建设实施方案",
    "济源示范区数字政府建设“十四五”总体规划",
    "汕尾市数字政府改革建设2021年工作要点",
    "沭阳县数字政府建设实施方案",
    "遵义市深化数字政府建设实施方案",
)
ONE_OFFICE = (
    "滨江区数字政府建设2023年工作要点",
    "滨江区数字政府建设2024年工作要点",
    "滨江区优化营商环境2024年行动方案",
    "滨江区数字政府建设三年行动计划（2023—2025年）",
)


def with_leads(row, *names):
    leads = tuple(AssignmentRow(Role.LEAD, number, name, name) for number, name in enumerate(names, 1))
    return dataclasses.replace(row, assignments=leads)


def due(row, day):
    return dataclasses.replace(row, due=dataclasses.replace(row.due, date=day))


def plan_row(number, title):
    return PlanRow(number, title, None, None, None, "a.txt", 1, 0, dt.datetime(2024, 1, 1))


def test_units_whose_short_names_meet_are_shown_in_full():
    names = UnitNames([BUREAU, CENTRE, "市公安局"])
    assert (names.short(BUREAU), names.short(CENTRE)) == (BUREAU, CENTRE)
    assert names.join([CENTRE, "市公安局"]) == f"{CENTRE} 等2家"
    assert UnitNames([CENTRE]).short(CENTRE) == BUREAU


def test_a_short_form_gives_way_to_a_unit_that_really_is_called_so():
    names = UnitNames(["市政务服务数据管理局", "市政数局"])
    assert names.short("市政务服务数据管理局") == "市政务服务数据管理局"


def test_left_pane_and_list_show_both_units_apart(theme, qtbot):
    rows = [with_leads(row, BUREAU if row.id % 2 else CENTRE) for row in make_rows()]
    units = UnitNames([BUREAU, CENTRE])
    pane = TaskListPane(theme)
    qtbot.addWidget(pane)
    pane.resize(820, 400)
    pane.set_units(units)
    pane.set_content(make_outline(), rows, TODAY)
    for grid in (False, True):
        pane.show_grid(grid)
        indexes = [pane.view().model().find(TaskRef(row.id)) for row in rows]
        shown = {index.siblingAtColumn(Column.LEAD).data(Qt.ItemDataRole.DisplayRole) for index in indexes}
        assert shown == {BUREAU, CENTRE}
    painted = {pane.tree.painter.elided(name, theme.font(), 70, Qt.TextElideMode.ElideMiddle) for name in shown}
    assert len(painted) == 2


def test_a_unit_is_cut_in_its_middle_in_the_left_pane(theme, qtbot):
    pane = NavigationPane(theme)
    qtbot.addWidget(pane)
    rows = [with_leads(row, CENTRE) for row in make_rows()]
    units = UnitNames([BUREAU, CENTRE])
    pane.set_content([], rows, TODAY, units)
    delegate = pane.list.itemDelegate()
    assert isinstance(delegate, NavDelegate)
    (entry,) = [entry for entry in pane._entries if entry.words == CENTRE]
    cut = delegate.cut(entry, theme.font(), 110)
    assert cut.startswith("区行政")
    assert cut.endswith("中心）")


@pytest.mark.parametrize("titles", [FIVE_PLANS, ONE_OFFICE], ids=["five places", "one office"])
@pytest.mark.parametrize("room", [8, 10, 14, 30])
def test_no_two_plans_look_alike(titles, room):
    def fits(words):
        return sum(1 if letter > "\u2e80" or letter == "…" else 0.56 for letter in words) <= room

    labels = [plan_label(title, titles, fits) for title in titles]
    assert len(set(labels)) == len(titles)


def test_the_place_is_kept_where_plans_are_of_several_places():
    labels = [plan_label(title, FIVE_PLANS, lambda words: len(words) <= 9) for title in FIVE_PLANS]
    assert [label[:3] for label in labels] == [title[:3] for title in FIVE_PLANS]
    assert labels[3] == "沭阳县…实施方案"


def test_years_tell_plans_of_one_office_apart():
    first, second = (plan_label(title, ONE_OFFICE, lambda words: len(words) <= 10) for title in ONE_OFFICE[:2])
    assert (first, second) == ("…2023年工作要点", "…2024年工作要点")


def test_the_left_pane_cuts_plans_apart(theme, qtbot):
    pane = NavigationPane(theme)
    qtbot.addWidget(pane)
    rows = [
        dataclasses.replace(row, plan_id=number, plan_title=title)
        for number, (title, row) in enumerate(zip(FIVE_PLANS, make_rows(), strict=False), 1)
    ]
    pane.set_content([plan_row(number, title) for number, title in enumerate(FIVE_PLANS, 1)], rows, TODAY)
    delegate = pane.list.itemDelegate()
    plans = [entry for entry in pane._entries if entry.beside]
    shown = [delegate.cut(entry, theme.font(), 100) for entry in plans]
    assert len(set(shown)) == 5
    assert [
        index.data(Qt.ItemDataRole.ToolTipRole) for key, index in pane.list._indexes().items() if "plan" in key
    ] == [*FIVE_PLANS]


def test_dates_with_their_year_are_never_cut(theme, qtbot):
    rows = [due(row, dt.date(2027, 6, 30)) if row.due else row for row in make_rows()]
    for width in (820, 560):
        pane = TaskListPane(theme)
        qtbot.addWidget(pane)
        pane.resize(width, 400)
        pane.set_content(make_outline(), rows, TODAY)
        pane.show()
        (room,) = [width for column, _, width in pane.tree.columns.visible() if column is Column.DUE]
        painter = pane.tree.painter
        assert painter.elided("2027年6月30日", theme.font(), room - 10) == "2027年6月30日"


def test_a_unit_takes_the_room_that_titles_do_not_need():
    plain = fit(807, TREE_COLUMNS)
    roomy = fit(807, TREE_COLUMNS, needs=Needs(title=210, lead=150, due=70))
    assert roomy.widths[Column.LEAD] == 150 > plain.widths[Column.LEAD]
    crowded = fit(807, TREE_COLUMNS, needs=Needs(title=500, lead=150, due=70))
    assert crowded.widths[Column.LEAD] == FULL[Column.LEAD]


def test_titles_take_the_room_that_units_do_not_need():
    fitted = fit(807, TREE_COLUMNS, needs=Needs(title=500, lead=60, due=66))
    assert fitted.widths[Column.LEAD] == 80
    assert fitted.widths[Column.DUE] == 66


def test_a_width_set_by_hand_is_kept():
    fitted = fit(807, TREE_COLUMNS, {Column.LEAD: 60, Column.DUE: 50}, Needs(title=210, lead=150, due=95))
    assert (fitted.widths[Column.LEAD], fitted.widths[Column.DUE]) == (60, 50)
    assert 807 - sum(fitted.widths[c] for c in fitted.shown if c is not Column.TITLE) >= TITLE_LEAST


def test_the_widest_texts_are_found_among_thousands():
    row = make_rows()[0]
    rows = [dataclasses.replace(row, id=number, title=f"任务{number}") for number in range(3000)]
    rows[1234] = dataclasses.replace(rows[1234], title="一项名称特别长的任务" * 3)
    texts = WidestTexts.of(rows, TODAY, UnitNames())
    assert texts.titles[0] == "一项名称特别长的任务" * 3
    assert texts.measured(len, len, 10).title == 40
    assert WidestTexts.of([], TODAY, UnitNames()).measured(len, len, 10) == Needs()


def test_entries_of_the_left_pane_carry_full_titles_and_names():
    from desktop_app.gui.models.views import counted_owners, counted_plans

    rows = make_rows()
    (owner, *_) = counted_owners(rows)
    assert owner_entry(owner, UnitNames()).words == "市政数局"
    (entry,) = plan_entries(counted_plans([plan_row(1, FIVE_PLANS[0])], rows))
    assert entry.words == FIVE_PLANS[0]
