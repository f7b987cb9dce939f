"""核对 before storing: what the reader got wrong is put right with keys, undone, kept in a file, and stored."""

import json
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from functools import cache

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop_app.domain.corrections import replay
from desktop_app.domain.plan import DeadlineKind, Doubt, Kind, ParagraphUse, Role
from desktop_app.gui.controllers.phrases import Phrases
from desktop_app.gui.dialogs.import_review import ImportReviewDialog
from desktop_app.gui.dialogs.import_review.fact_forms import DeadlineForm, TargetForm, UnitForm
from desktop_app.gui.dialogs.import_review.outline_model import Column
from desktop_app.gui.dialogs.import_review.places import Places
from tests.gui.gold_plan import gold_plan
from tests.gui.journey import PLANS

TASKS = 50
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@cache
def real_plan(name: str):
    from desktop_app.ingest import read_plan

    return read_plan(next(PLANS.glob(f"{name}_*.txt")))


@pytest.fixture
def opened(qtbot, theme):
    def show(plan, size=(1366, 740), queue=(1, 1)):
        dialog = ImportReviewDialog(theme, plan, queue, Phrases())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.resize(*size)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        dialog.source.setFocus()
        return dialog

    return show


@pytest.fixture
def review(opened):
    return opened(real_plan("002"))


def node(review, number):
    return next(entry for entry in review.plan.nodes if entry.number == number)


def look_at(review, number):
    review.outline.setFocus()
    index = review.model.find(node(review, number).id)
    review.outline.setCurrentIndex(index)
    return node(review, number)


def select(review, words, start=0):
    """Select words in the source with the cursor, as the mouse or Shift and arrows do."""
    review.source.setFocus()
    place = review.plan.text.index(words, start)
    cursor = review.source.textCursor()
    cursor.setPosition(review.source.places.to_qt(place))
    cursor.setPosition(review.source.places.to_qt(place + len(words)), cursor.MoveMode.KeepAnchor)
    review.source.setTextCursor(cursor)


def put_cursor(review, words):
    review.source.setFocus()
    review.source.put_cursor(review.plan.text.index(words), told=True)


def press(widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, key, modifier)
    QApplication.processEvents()


def use_at(review, words):
    place = review.plan.text.index(words)
    return next(p for p in review.plan.paragraphs if p.span.start <= place < p.span.end).use


def row(review, number):
    index = review.model.find(node(review, number).id)
    return [index.siblingAtColumn(column).data() for column in Column]


def test_every_paragraph_is_accounted_for_and_the_outline_tells_units_and_dates(review):
    assert review.coverage.accessibleName().startswith("共 77 段，已归类")
    assert review.foot.primary.text() == f"存入台账（{TASKS} 项任务）"
    assert row(review, "（十一）")[:5] == ["（十一）", "推进“民情地图”平台建设", "任务", "市政数局 等3家", "9月30日"]
    assert "50 项任务" in review.outline_head.note.text()


def test_choosing_a_row_shows_its_place_in_the_source_and_the_other_way_round(review):
    task = look_at(review, "（三十）")
    assert review.source.position() == task.span.start
    shown = [block.text() for block, _rect in review.source.visible_blocks()]
    assert any(text.startswith("（三十）") for text in shown)
    put_cursor(review, "（五）")
    assert review.bench.current == node(review, "（五）").id
    assert review.outline.currentIndex() == review.model.find(node(review, "（五）").id)
    assert review.editor.number.text() == "（五）"


def test_source_and_outline_scroll_in_step(review):
    bar = review.source.verticalScrollBar()
    for part in (0.3, 0.6, 1.0):
        bar.setValue(round(bar.maximum() * part))
        fraction = bar.value() / bar.maximum()
        beside = review.outline.node_at_fraction(fraction)
        reading = review.plan.text[review.source.block_at_fraction(fraction) :][:8]
        nodes = review.plan.nodes
        shown = next(n for n in reversed(nodes) if n.span.start <= review.source.block_at_fraction(fraction))
        assert abs(nodes.index(beside) - nodes.index(shown)) <= 2, reading
    outline = review.outline.verticalScrollBar()
    assert outline.value() == outline.maximum()
    outline.setValue(0)
    assert bar.value() <= 3


def test_a_kind_is_set_with_a_digit_and_taken_back(review):
    look_at(review, "（八）")
    press(review.outline, Qt.Key.Key_3)
    assert node(review, "（八）").kind is Kind.CONTEXT
    assert review.foot.primary.text() == f"存入台账（{TASKS - 1} 项任务）"
    assert review.commands.undo.text().startswith("撤销 “（八）")
    press(review.outline, Qt.Key.Key_Z, CONTROL)
    assert review.plan == real_plan("002")
    press(review.outline, Qt.Key.Key_Y, CONTROL)
    assert node(review, "（八）").kind is Kind.CONTEXT


def test_several_rows_are_set_in_one_step(review):
    look_at(review, "（七）")
    for _ in range(2):
        press(review.outline, Qt.Key.Key_Down, SHIFT)
    press(review.outline, Qt.Key.Key_4)
    assert len(review.plan.tasks) == TASKS - 3
    assert len(review.corrections) == 1
    left_out = [use_at(review, number) for number in ("（七）", "（八）", "（九）")]
    assert left_out == [ParagraphUse.FURNITURE] * 3
    review.bench.undo()
    assert len(review.plan.tasks) == TASKS


def test_a_task_is_split_at_the_cursor_and_merged_again(review):
    before = node(review, "（十五）")
    put_cursor(review, "5月底前完成全市推广")
    press(review.source, Qt.Key.Key_8)
    place = [entry.id for entry in review.plan.nodes].index(before.id)
    second = review.plan.nodes[place + 1]
    assert review.bench.current == second.id
    assert second.text.startswith("5月底前完成全市推广")
    assert {fact.unit for fact in second.assignments} == {fact.unit for fact in before.assignments}
    assert node(review, "（十五）").assignments == ()
    assert len(review.plan.tasks) == TASKS + 1
    press(review.source, Qt.Key.Key_9)
    assert len(review.plan.tasks) == TASKS
    assert node(review, "（十五）").text == before.text
    assert node(review, "（十五）").assignments == before.assignments


def test_a_split_where_nothing_can_be_split_says_why(review):
    put_cursor(review, "各县（市、区）人民政府，市政府各部门")
    press(review.source, Qt.Key.Key_8)
    assert "光标不在条目的正文内" in review.error.words.text()
    assert review.corrections == ()


def test_a_selected_name_becomes_a_unit_with_the_role_the_words_give_it(review):
    text = review.plan.text
    select(review, "海丰县黄羌镇", text.index("（十五）完成"))
    press(review.source, Qt.Key.Key_5)
    added = [fact for fact in node(review, "（十五）").assignments if fact.unit == "海丰县黄羌镇"]
    assert [fact.role for fact in added] == [Role.RESPONSIBLE]
    assert text[added[0].span.start : added[0].span.end] == "海丰县黄羌镇"
    select(review, "陆河县螺溪镇")
    review.commands.roles[Role.LEAD].trigger()
    assert (Role.LEAD, "陆河县螺溪镇") in {(f.role, f.unit) for f in node(review, "（十五）").assignments}


def test_a_list_of_selected_names_is_one_step(review):
    task = node(review, "（十五）")
    review.handling.remove_fact(task.assignments[0])
    look_at(review, "（十五）")
    for fact in task.assignments:
        review.handling.remove_fact(fact)
    assert node(review, "（十五）").assignments == ()
    steps = len(review.corrections)
    select(review, "市委政法委牵头，各县（市、区）人民政府、市直各部门配合", task.span.start)
    press(review.source, Qt.Key.Key_5)
    found = [(fact.role, fact.unit) for fact in node(review, "（十五）").assignments]
    assert found == [(fact.role, fact.unit) for fact in task.assignments]
    assert len(review.corrections) == steps + 1


def test_selected_dates_and_numbers_are_read_by_the_rules_of_the_reader(review):
    task = look_at(review, "（十五）")
    for fact in task.deadlines:
        review.handling.remove_fact(fact)
    select(review, "5月底前完成", task.span.start)
    press(review.source, Qt.Key.Key_6)
    select(review, "2021年6月底前完成", task.span.start)
    press(review.source, Qt.Key.Key_6)
    days = [(fact.date.isoformat(), fact.kind) for fact in node(review, "（十五）").deadlines]
    assert days == [("2021-05-31", DeadlineKind.MILESTONE), ("2021-06-30", DeadlineKind.FINAL)]


def test_words_that_name_no_date_are_asked_for(review):
    task = look_at(review, "（十五）")
    select(review, "应用运行管理常态化", task.span.start)
    press(review.source, Qt.Key.Key_6)
    form = review.findChild(DeadlineForm)
    assert form.phrase.text() == "应用运行管理常态化"
    form.accept()
    assert "2021-12-31" in {fact.date.isoformat() for fact in node(review, "（十五）").deadlines}


def test_a_number_is_typed_when_the_words_name_none(review):
    task = look_at(review, "（十五）")
    select(review, "实现全市", task.span.start)
    press(review.source, Qt.Key.Key_7)
    form = review.findChild(TargetForm)
    form.accept()
    assert "应为数字" in form.error.words.text()
    form.value.setText("95")
    form.unit.setText("%")
    form.accept()
    added = node(review, "（十五）").targets[-1]
    assert (added.phrase, added.op, added.value, added.unit) == ("实现全市", ">=", 95, "%")


def test_facts_are_changed_and_deleted_with_keys(review):
    task = look_at(review, "（十一）")
    table = review.editor.facts
    table.setFocus()
    table.selectRow(0)
    press(table, Qt.Key.Key_Return)
    form = review.findChild(UnitForm)
    form.role.setCurrentIndex(2)
    form.accept()
    assert node(review, "（十一）").assignments[0].role is Role.RESPONSIBLE
    table.selectRow(0)
    press(table, Qt.Key.Key_Delete)
    assert len(node(review, "（十一）").assignments) == len(task.assignments) - 1


def test_number_and_title_are_typed_over(review):
    look_at(review, "（十一）")
    press(review.outline, Qt.Key.Key_F2)
    assert review.editor.title.hasFocus()
    review.editor.title.insert("建设平台3")
    press(review.editor.title, Qt.Key.Key_Return)
    assert node(review, "（十一）").title == "建设平台3"
    assert row(review, "（十一）")[Column.TITLE] == "建设平台3"
    assert len(review.corrections) == 1


def test_digits_typed_into_a_field_are_no_commands(review):
    look_at(review, "（十一）")
    review.editor.number.setFocus()
    review.editor.number.selectAll()
    QTest.keyClicks(review.editor.number, "14")
    press(review.editor.number, Qt.Key.Key_Return)
    assert node(review, "14").kind is Kind.TASK


def test_levels_change_with_alt_and_arrows(review):
    heading = look_at(review, "三、")
    press(review.outline, Qt.Key.Key_Right, ALT)
    assert node(review, "三、").kind is Kind.SECTION
    assert node(review, "三、").parent is not None
    press(review.outline, Qt.Key.Key_Left, ALT)
    assert node(review, "三、").parent == heading.parent
    assert node(review, "三、").kind is Kind.CHAPTER


def test_selected_rows_go_under_a_new_heading_in_one_step(review):
    look_at(review, "（七）")
    press(review.outline, Qt.Key.Key_2)
    press(review.outline, Qt.Key.Key_Down)
    press(review.outline, Qt.Key.Key_Down, SHIFT)
    press(review.outline, Qt.Key.Key_Right, ALT)
    heading = node(review, "（七）")
    assert [node(review, number).parent for number in ("（八）", "（九）")] == [heading.id, heading.id]
    assert len(review.corrections) == 2
    press(review.outline, Qt.Key.Key_Up)
    press(review.outline, Qt.Key.Key_Up)
    press(review.outline, Qt.Key.Key_1)
    assert "升级或合并" in review.error.words.text()
    assert node(review, "（七）").kind is Kind.SECTION


def test_data_of_the_document_are_typed_over_and_a_wrong_date_is_refused(review):
    field = list(review.document.fields.values())[-1]
    assert not any(letter.isdigit() for letter in field.placeholderText()), "what is not known looks like no real date"
    field.setFocus()
    field.setText("2021-02-30")
    press(field, Qt.Key.Key_Return)
    assert "不存在" in review.error.words.text()
    assert field.text() == "2021-06-06"
    field.setText("2021-06-08")
    press(field, Qt.Key.Key_Return)
    assert review.plan.issued_on.isoformat() == "2021-06-08"
    assert not review.error.isVisible()


def test_doubts_are_walked_with_f8_and_settled_with_enter(opened):
    review = opened(gold_plan())
    assert [entry.doubt.code for entry in review.doubt_list.rows] == ["year", "unit", "unrecognised"][
        : len(review.doubt_list.rows)
    ]
    press(review.source, Qt.Key.Key_F8)
    assert review.doubts.table.hasFocus()
    assert review.bench.current == gold_plan().nodes[20].id
    press(review.doubts.table, Qt.Key.Key_Return)
    assert review.doubt_list.looked_at == 1
    assert review.doubts.current().doubt.code == "unit"
    press(review.doubts.table, Qt.Key.Key_F8, SHIFT)
    press(review.doubts.table, Qt.Key.Key_Return)
    assert review.doubt_list.open == ()
    assert review.plan.doubts == ()
    assert "尚有" not in review.foot.note.text()
    review.bench.undo()
    assert [doubt.code for doubt in review.doubt_list.open] == ["unit"]


def test_storing_stays_possible_with_open_doubts_and_says_how_many(opened):
    review = opened(gold_plan())
    assert "尚有 2 处疑点未核" in review.foot.note.text()
    assert review.left_words() == "，疑点 2 处未核"
    review.foot.primary.click()
    assert review.result() == ImportReviewDialog.DialogCode.Accepted


def test_a_paragraph_nobody_recognised_is_taken_in_from_the_list(opened):
    from dataclasses import replace

    plan = real_plan("002")
    paragraphs = tuple(replace(p, use=ParagraphUse.UNRECOGNISED) if p.index == 2 else p for p in plan.paragraphs)
    review = opened(replace(plan, paragraphs=paragraphs, doubts=()))
    press(review.source, Qt.Key.Key_F8)
    row = review.doubts.current()
    assert row.doubt.code == "unrecognised"
    assert row.place == "第3段"
    review.handling.take_in(row.doubt)
    assert len(review.plan.tasks) == TASKS + 1
    review.bench.undo()
    press(review.doubts.table, Qt.Key.Key_Return)
    assert review.plan.paragraphs[2].use is ParagraphUse.BACKGROUND


def test_a_paragraph_is_left_out_and_greyed(review):
    put_cursor(review, "各县（市、区）人民政府，市政府各部门")
    press(review.source, Qt.Key.Key_4)
    count = review.plan.coverage()[ParagraphUse.FURNITURE]
    assert count == real_plan("002").coverage()[ParagraphUse.FURNITURE] + 1
    assert f"版面信息 {count}" in review.coverage.accessibleName()
    press(review.source, Qt.Key.Key_1)
    assert len(review.plan.tasks) == TASKS + 1


def test_corrections_are_exported_and_loaded_again(review, opened, tmp_path):
    look_at(review, "（八）")
    press(review.outline, Qt.Key.Key_3)
    put_cursor(review, "5月底前完成全市推广")
    press(review.source, Qt.Key.Key_8)
    file = tmp_path / "更正.json"
    review.file.write(file)
    assert "已导出 2 处更正" in review.foot.note.text()
    assert [entry.name for entry in tmp_path.iterdir()] == ["更正.json"]
    review.file.write(tmp_path / "没有的文件夹" / "更正.json")
    assert "更正未能导出" in review.error.words.text()
    data = json.loads(file.read_text(encoding="utf-8"))
    assert replay(real_plan("002"), data).plan == review.plan
    again = opened(real_plan("002"))
    again.file.load(file)
    assert again.plan == review.plan
    assert "已载入 2 处更正" in again.foot.note.text()


def test_corrections_of_another_document_are_not_loaded(review, opened, tmp_path):
    look_at(review, "（八）")
    press(review.outline, Qt.Key.Key_3)
    file = tmp_path / "更正.json"
    review.file.write(file)
    other = opened(real_plan("003"))
    other.file.load(file)
    assert "另一份文件" in other.error.words.text()
    file.write_text("{", encoding="utf-8")
    other.file.load(file)
    assert "无法读取" in other.error.words.text()
    assert other.corrections == ()


def test_corrections_that_no_longer_fit_are_named(review, tmp_path):
    look_at(review, "（八）")
    press(review.outline, Qt.Key.Key_3)
    file = tmp_path / "更正.json"
    review.file.write(file)
    review.bench.undo()
    look_at(review, "（八）")
    review.editor.title.setText("别的标题")
    review.editor.title.editingFinished.emit()
    review.file.load(file)
    box = review.findChild(QMessageBox)
    assert "1 处与本文件不符" in box.text()
    assert "别的标题" in box.detailedText()
    box.close()


def test_leaving_with_corrections_asks_first(review):
    look_at(review, "（八）")
    press(review.outline, Qt.Key.Key_3)
    press(review.outline, Qt.Key.Key_Escape)
    box = review.findChild(QMessageBox)
    assert "1 处更正不会保留" in box.text()
    assert review.isVisible()
    next(button for button in box.buttons() if button.text() == "放弃更正").click()
    assert not review.isVisible()
    assert review.result() == ImportReviewDialog.DialogCode.Rejected


def test_a_refused_step_does_not_stand_in_the_way_of_storing(review):
    put_cursor(review, "各县（市、区）人民政府，市政府各部门")
    press(review.source, Qt.Key.Key_8)
    assert review.error.isVisible()
    press(review.source, Qt.Key.Key_Return, CONTROL)
    assert review.result() == ImportReviewDialog.DialogCode.Accepted


def test_what_is_typed_when_the_window_is_stored_counts(opened):
    review = opened(real_plan("002"))
    field = list(review.document.fields.values())[-1]
    field.setFocus()
    field.setText("2021-02-30")
    review.accept()
    assert review.isVisible()
    field.setFocus()
    field.setText("2021-06-08")
    review.accept()
    assert not review.isVisible()
    assert review.plan.issued_on.isoformat() == "2021-06-08"


def test_words_are_found_in_the_source(review):
    press(review.source, Qt.Key.Key_F, CONTROL)
    assert review.search.hasFocus()
    review.search.setText("民情地图")
    review.search.textEdited.emit("民情地图")
    first = review.finder.hit
    assert review.plan.text[first.start : first.end] == "民情地图"
    press(review.search, Qt.Key.Key_Return)
    assert review.finder.hit.start > first.start
    assert review.isVisible()
    review.search.setText("")
    assert review.finder.hit is None


@pytest.mark.parametrize("size", [(1366, 700), (1093, 570), (911, 480)])
def test_a_small_screen_has_room_for_all(opened, size):
    review = opened(real_plan("002"), size)
    assert review.minimumSizeHint().width() <= size[0]
    assert review.minimumSizeHint().height() <= size[1]
    assert review.size().toTuple() == size
    press(review.source, Qt.Key.Key_F8)
    assert review.doubts.isVisible()
    assert not review.grab().isNull()


def test_the_place_among_several_files_is_told(opened):
    assert opened(gold_plan(), queue=(1, 3)).windowTitle().startswith("导入核对（第1份，共3份）")


def test_a_plan_with_nothing_known_is_shown_too(opened):
    import dataclasses

    plan = dataclasses.replace(
        gold_plan(), title="", doc_number=None, issuer=None, issued_on=None, doubts=(), nodes=(), paragraphs=(), text=""
    )
    review = opened(plan)
    for key in "123456789":
        press(review.source, Qt.Key(ord(key)))
    assert not review.grab().isNull()
    assert review.corrections == ()


def test_rare_letters_take_two_places_on_screen_and_one_in_the_plan():
    places = Places("龘𠮷字𠮷")
    assert [places.to_qt(place) for place in range(5)] == [0, 1, 3, 4, 6]
    assert [places.from_qt(place) for place in (0, 1, 3, 4, 6)] == [0, 1, 2, 3, 4]


def test_marks_are_made_only_for_what_is_in_view(review):
    nodes = len(review.plan.nodes)
    assert 0 < len(review.marks._made) < nodes // 2
    assert review.source.extraSelections()


def test_the_menu_of_the_source_offers_roles_for_a_selection(review):
    from PySide6.QtWidgets import QMenu

    select(review, "海丰县黄羌镇")
    review.source.menu_requested.emit(QPoint(5, 5))
    menu = next(menu for menu in review.findChildren(QMenu) if menu.isVisible())
    words = [action.text() for action in menu.actions()]
    assert words[:3] == ["设为牵头单位", "设为配合单位", "设为责任单位"]
    assert {"任务", "标题", "背景", "不导入", "拆分", "合并"} <= set(words)
    menu.close()


def test_doubts_of_facts_can_be_changed_or_deleted(opened):
    from dataclasses import replace

    plan = real_plan("002")
    task = next(entry for entry in plan.nodes if entry.number == "（十一）")
    doubtful = replace(task, assignments=(replace(task.assignments[0], doubt="新单位"), *task.assignments[1:]))
    nodes = tuple(doubtful if entry.id == task.id else entry for entry in plan.nodes)
    review = opened(replace(plan, nodes=nodes, doubts=()))
    assert row(review, "（十一）")[Column.DOUBTS] == "1"
    press(review.source, Qt.Key.Key_F8)
    assert review.doubts.current().now == f"按牵头单位{task.assignments[0].unit}"
    review.handling.remove_doubtful(review.doubts.current().doubt)
    assert review.doubt_list.open == ()
    assert row(review, "（十一）")[Column.DOUBTS] == ""
    assert isinstance(review.doubts.current().doubt, Doubt)


def test_a_click_in_the_outline_chooses_the_row_it_hits_and_no_other(review):
    """The outline must not scroll under a button that is held down: the row that comes there would be chosen too."""
    view, model = review.outline, review.outline.model()
    for place in (0.15, 0.5, 0.85):
        view.verticalScrollBar().setValue(round(view.verticalScrollBar().maximum() * place))
        at = QPoint(120, round(view.viewport().height() * place))
        hit = model.node(view.indexAt(at))
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        QApplication.processEvents()
        QTest.mouseMove(view.viewport(), at + QPoint(1, 0))
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=at + QPoint(1, 0))
        assert [each.id for each in view.selected_nodes()] == [hit.id] == [review.bench.current]
        assert model.node(view.indexAt(at)).id == hit.id, "the row stayed where it was"
        assert review.source.textCursor().position() == hit.span.start
