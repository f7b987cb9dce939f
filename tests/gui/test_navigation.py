"""The left pane: counts, choice, and its shape where there is little room."""

import dataclasses

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.task import Mark
from desktop_app.gui.models.views import counted_owners, counted_plans, counted_standing
from desktop_app.gui.panels.navigation import NavigationPane
from tests.gui.rows import CHAPTERS, DATA, PLAN, POLICE, TODAY, closed, make_rows


@pytest.fixture
def pane(theme, qtbot) -> NavigationPane:
    made = NavigationPane(theme)
    qtbot.addWidget(made)
    made.resize(200, 500)
    made.set_content([PLAN], make_rows(), TODAY)
    made.show()
    return made


def counts(entries) -> dict[str, int]:
    return {entry.view.title: entry.count for entry in entries}


def rows_of(pane: NavigationPane) -> dict[str, int]:
    """The keys of the list with the height each is at."""
    return {key: pane.list.visualRect(index).center().y() for key, index in pane.list._indexes().items()}


def click(qtbot, pane: NavigationPane, key: str, x: int = 100) -> None:
    index = pane.list._indexes()[key]
    point = pane.list.visualRect(index).center()
    point.setX(x)
    qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_standing_views_are_counted(qapp):
    assert counts(counted_standing(make_rows(), TODAY)) == {
        "全部任务": 8,
        "逾期": 2,
        "本月到期": 0,
        "缺佐证": 1,
        "待核": 1,
        "已销号": 2,
    }


def test_units_are_listed_by_how_much_they_answer_for(qapp):
    owners = counted_owners(make_rows())
    assert [(o.view.title, o.count, o.overdue) for o in owners] == [(DATA, 7, 2), (POLICE, 3, 1)]


def test_plans_list_their_chapters(qapp):
    (plan,) = counted_plans([PLAN], make_rows())
    assert plan.count == 8
    assert [(child.view.title, child.count) for child in plan.children] == [(CHAPTERS[0], 5), (CHAPTERS[1], 3)]


def test_every_view_counts_the_tasks_its_filter_shows(qapp):
    other = dataclasses.replace(PLAN, id=2)
    unread = dataclasses.replace(PLAN, id=3)
    rows = make_rows()
    rows += [dataclasses.replace(row, id=row.id + 1000, plan_id=2) for row in rows[:3]]
    rows.append(dataclasses.replace(rows[0], id=3000, chapter=""))
    rows.append(dataclasses.replace(rows[0], id=3001, plan_id=9))
    plans = counted_plans([PLAN, other, unread], rows)
    listed = [*plans, *(chapter for plan in plans for chapter in plan.children)]
    listed += [*counted_standing(rows, TODAY), *counted_owners(rows)]
    assert [plan.count for plan in plans] == [9, 3, 0]
    assert [entry.count for entry in listed] == [sum(map(entry.view.filter.matches, rows)) for entry in listed]


def test_a_click_chooses_a_view(pane, qtbot):
    with qtbot.waitSignal(pane.view_chosen) as chosen:
        click(qtbot, pane, "overdue")
    assert chosen.args[0].filter.mark is Mark.OVERDUE
    assert [row.id for row in make_rows() if chosen.args[0].filter.matches(row)] == [101, 107]


def test_arrow_keys_walk_past_the_heads(pane, qtbot):
    click(qtbot, pane, "closed")
    with qtbot.waitSignal(pane.view_chosen) as chosen:
        qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    assert chosen.args[0].key == "plan:1"


def test_the_arrow_of_a_plan_opens_its_chapters(pane, qtbot):
    with qtbot.assertNotEmitted(pane.view_chosen):
        click(qtbot, pane, "plan:1", x=14)
    click(qtbot, pane, f"chapter:1:{CHAPTERS[1]}")
    assert pane.chosen().filter.chapter == CHAPTERS[1]


def test_new_counts_move_nothing_and_choose_nothing(pane, qtbot):
    pane.select(f"owner:{POLICE}")
    before = rows_of(pane)
    with qtbot.assertNotEmitted(pane.view_chosen):
        pane.set_content([PLAN], [closed(row) for row in make_rows()], TODAY)
    assert rows_of(pane) == before
    assert pane.chosen().key == f"owner:{POLICE}"


def test_a_view_that_is_gone_gives_way_to_all_tasks(pane):
    pane.select(f"owner:{POLICE}")
    rows = [dataclasses.replace(row, assignments=()) for row in make_rows()]
    pane.set_content([PLAN], rows, TODAY)
    assert pane.chosen().key == "all"


def test_the_rail_offers_the_same_views(pane, qtbot):
    pane.set_rail(True)
    assert pane.maximumWidth() == 40
    buttons = pane.rail._buttons
    assert [button.toolTip() for button, _ in buttons][:2] == ["全部任务 8 项", "逾期 2 项"]
    with qtbot.waitSignal(pane.view_chosen) as chosen:
        qtbot.mouseClick(buttons[5][0], Qt.MouseButton.LeftButton)
    assert chosen.args[0].key == "closed"
    assert [button.isChecked() for button, _ in buttons].index(True) == 5


def test_units_of_the_rail_are_behind_one_icon(pane, qtbot):
    pane.set_rail(True)
    owners = [entry for entry in pane._entries if entry.counted and entry.counted.view.key.startswith("owner:")]
    menu = pane.rail.menu(owners)
    with qtbot.waitSignal(pane.view_chosen) as chosen:
        menu.actions()[1].trigger()
    assert chosen.args[0].filter.owner == POLICE
    assert pane.rail._buttons[-1][0].isChecked()


def test_without_plans_the_views_are_grey_and_the_pane_says_why(theme, qtbot):
    pane = NavigationPane(theme)
    qtbot.addWidget(pane)
    pane.set_content([], [], TODAY)
    pane.set_usable(False)
    words = [entry.words for entry in pane._entries]
    assert "尚无规划。" in words
    assert not pane.list._indexes()["all"].flags() & Qt.ItemFlag.ItemIsEnabled
    pane.set_usable(True)
    assert pane.list._indexes()["all"].flags() & Qt.ItemFlag.ItemIsEnabled


def test_colours_changed_at_run_time_reach_the_left_pane(pane, theme):
    from desktop_app.gui.tokens import DARK, HIGH_CONTRAST, LIGHT

    for tokens in (DARK, HIGH_CONTRAST, LIGHT):
        theme.set_tokens(tokens)
        image = pane.list.grab().toImage()
        free = image.pixelColor(image.width() - 20, image.height() - 5)
        assert free.name().upper() == tokens.alt
