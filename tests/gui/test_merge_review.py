"""回收核对: every cell is accounted for, chosen by keyboard alone, taken back, written anew; nothing goes on before all is settled."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pdfplumber
import pytest
from docx import Document
from PySide6.QtCore import QRect, Qt, QTranslator
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop_app import paths
from desktop_app.domain.handout import PLACES, Answer, Field
from desktop_app.domain.merging import Choice, Outcome, decide, plan_merge
from desktop_app.domain.task import Status
from desktop_app.gui.dialogs.files_result import FilesResultDialog
from desktop_app.gui.dialogs.merge_review import MergeReviewDialog, ReceiptText
from desktop_app.gui.dialogs.merge_review.choices import Choices, carried
from desktop_app.gui.dialogs.merge_review.rows import ROW_ROLE, Column
from desktop_app.gui.dialogs.merge_review.switch import name_of, parts_of
from desktop_app.gui.dialogs.report.print_dialog import PrintDialog
from desktop_app.gui.tokens import DARK, HIGH_CONTRAST
from desktop_app.gui.words import say
from desktop_app.ingest.answers import read_answer
from desktop_app.services import handout, merge, queries
from desktop_app.services.answers_now import read_standings
from desktop_app.services.workspace import open_workspace
from desktop_app.storage.database import reading
from tests.conftest import TODAY
from tests.domain.test_merging import book, ledger, read, row
from tests.gui.journey import Desk, drop
from tests.gui.rounds import BUREAU, HOTLINE, make_round
from tests.gui.test_merge_choices import disputed
from tests.office.sheet import fill


@pytest.fixture
def round_(tmp_path):
    return make_round(tmp_path)


@pytest.fixture
def plan(round_):
    with open_workspace(round_.folder, TODAY) as workspace:
        return merge.prepare(workspace, list(round_.back.values()))


@pytest.fixture
def opened(qtbot, theme):
    def show(plan, given=None):
        dialog = MergeReviewDialog(theme, plan, (), _read, _draft, given)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.open()
        QApplication.processEvents()
        return dialog

    return show


@pytest.fixture
def review(opened, plan):
    return opened(plan)


def _read(field: Field, text: str) -> Answer:
    return read_answer(field, text, TODAY)


def _draft(book, decision):
    return ReceiptText("回执", "某局", f"第{book}份", (), "特此回执。", "", TODAY)


def press(review, *keys):
    for key in keys:
        QTest.keyClick(review.focusWidget(), key)
        QApplication.processEvents()


def chosen(review):
    return {
        review.plan.cells[number].field: (chosen.choice, chosen.value)
        for number, chosen in review.choices.given.items()
    }


def heads(review):
    return [(row.head, row.note.split("，")[0]) for row in review.table.rows.rows if row.head]


def test_every_cell_is_accounted_for_under_what_becomes_of_it(review):
    book = next(at for at, book in enumerate(review.plan.books) if book.unit == BUREAU)
    review.books.choose(book)
    assert heads(review) == [
        ("冲突", "3 格"),
        ("采用", "1 格"),
        ("未采", "1 格"),
        ("表外", "1 行 1 格"),
        ("相同", "9 格"),
    ]
    assert review.head.sum.accessibleName() == "读入 15 = 采用 1 + 相同 9 + 冲突 3 + 未采 2"
    assert [review.head.tabs.tabText(at) for at in range(6) if review.head.tabs.isTabVisible(at)] == [
        "全部 15", "冲突 3", "采用 1", "相同 9", "未采 2",
    ]  # fmt: skip
    outside = next(row for row in review.table.rows.rows if row.number == "第8行")
    assert "自己在办。" in outside.words
    refused = next(row.cell for row in review.table.rows.rows if row.outcome is Outcome.REFUSED and row.cell)
    assert "“过半”不是进度" in review.table.rows.choice_words(refused)


def test_it_begins_at_the_first_open_cell_with_all_three_values_in_full(review):
    cell = review.table.cell()
    assert (cell.unit, cell.field) == (BUREAU, Field.PERCENT)
    press(review, Qt.Key.Key_Tab)
    assert review.table.cell().field is Field.TEXT
    views = (review.detail.base, review.detail.theirs, review.detail.ours)
    assert [view.toPlainText() for view in views] == ["已梳理50个事项。", "已梳理80个事项。", "已梳理70个事项。"]
    assert [view.ranges for view in views] == [[], [(3, 5)], [(3, 5)]]
    assert review.detail.own.toPlainText() == "已梳理80个事项。已梳理70个事项。"


def test_the_button_says_why_it_cannot_be_pressed_until_all_is_settled(review):
    assert (review.foot.primary.text(), review.foot.primary.isEnabled()) == ("合并（尚有 3 格未定）", False)
    press(review, Qt.Key.Key_1, Qt.Key.Key_Tab, Qt.Key.Key_2, Qt.Key.Key_Tab)
    assert review.foot.primary.text() == "合并（尚有 1 格未定）"
    QTest.keyClick(review.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert review.isVisible()
    press(review, Qt.Key.Key_3)
    assert (review.foot.primary.text(), review.foot.primary.isEnabled()) == ("合并", True)
    assert {field: choice for field, (choice, _) in chosen(review).items()} == {
        Field.PERCENT: Choice.THEIRS, Field.TEXT: Choice.OURS, Field.PROBLEMS: Choice.BOTH,
    }  # fmt: skip
    press(review, Qt.Key.Key_Tab)
    assert review.focusWidget() is not review.table
    QTest.keyClick(review.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert review.result() == MergeReviewDialog.DialogCode.Accepted


def test_own_wording_is_typed_in_place_and_understood_like_a_unit_s(review):
    press(review, Qt.Key.Key_4)
    assert review.focusWidget() is review.detail.own
    QTest.keyClicks(review.detail.own, "many")
    press(review, Qt.Key.Key_Return)
    assert "不是进度" in review.detail.error.words.text()
    assert chosen(review) == {}
    review.detail.own.selectAll()
    QTest.keyClicks(review.detail.own, "68%")
    press(review, Qt.Key.Key_Return)
    assert chosen(review) == {Field.PERCENT: (Choice.OWN, 68)}
    assert review.focusWidget() is review.table
    press(review, Qt.Key.Key_Tab, Qt.Key.Key_4)
    QTest.keyClicks(review.detail.own, "x")
    press(review, Qt.Key.Key_Escape)
    assert Field.TEXT not in chosen(review)
    assert review.isVisible()
    press(review, Qt.Key.Key_4)
    QTest.keyClicks(review.detail.own, "75 in all")
    QTest.keyClick(review.detail.own, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert chosen(review)[Field.TEXT] == (Choice.OWN, "75 in all")


def test_a_percent_is_only_one_and_that_is_said(review):
    press(review, Qt.Key.Key_3)
    assert chosen(review) == {}
    assert review.foot.note.text() == "进度只能有一个值，不能并存"


def test_choices_are_taken_back_and_made_again_within_the_window(review):
    control = Qt.KeyboardModifier.ControlModifier
    press(review, Qt.Key.Key_1, Qt.Key.Key_Tab, Qt.Key.Key_2)
    QTest.keyClick(review.table, Qt.Key.Key_Z, control)
    assert list(chosen(review)) == [Field.PERCENT]
    QTest.keyClick(review.table, Qt.Key.Key_Z, control)
    assert chosen(review) == {}
    QTest.keyClick(review.table, Qt.Key.Key_Y, control)
    QTest.keyClick(review.table, Qt.Key.Key_Y, control)
    assert len(chosen(review)) == 2
    press(review, Qt.Key.Key_Delete)
    assert len(chosen(review)) == 1


def test_a_whole_workbook_is_settled_at_once_as_one_step(review):
    QTest.mouseClick(review.all_ours, Qt.MouseButton.LeftButton)
    assert {choice for choice, _ in chosen(review).values()} == {Choice.OURS}
    assert review.foot.primary.isEnabled()
    QTest.mouseClick(review.all_theirs, Qt.MouseButton.LeftButton)
    assert {choice for choice, _ in chosen(review).values()} == {Choice.THEIRS}
    review.choices.undo()
    review.choices.undo()
    assert chosen(review) == {}


def test_the_switch_is_chosen_with_the_mouse(review):
    place = review.table.visualRect(review.table.currentIndex().siblingAtColumn(Column.CHOICE))
    QTest.mouseClick(review.table.viewport(), Qt.MouseButton.LeftButton, pos=parts_of(place)[1].center())
    assert chosen(review) == {Field.PERCENT: (Choice.OURS, None)}


def test_what_only_the_unit_changed_can_be_left_out_too(review):
    taken = next(cell for cell in review.plan.cells if cell.outcome is Outcome.TAKEN and cell.unit == BUREAU)
    review.books.choose(taken.book)
    assert review.table.go_to(taken)
    press(review, Qt.Key.Key_2)
    assert chosen(review) == {Field.EVIDENCE: (Choice.OURS, None)}


def test_a_tab_shows_one_outcome_and_the_next_open_cell_is_found_from_it(review):
    review.head.tabs.setCurrentIndex(3)
    assert heads(review) == [("采用", "1 格")]
    QTest.keyClick(review.table, Qt.Key.Key_F8)
    assert review.table.cell().outcome is Outcome.CONFLICT
    assert review.head.tabs.currentIndex() == 0


def test_f8_goes_round_and_back_with_shift(review):
    first = review.table.cell()
    press(review, Qt.Key.Key_F8, Qt.Key.Key_F8, Qt.Key.Key_F8)
    assert review.table.cell() == first
    QTest.keyClick(review.table, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert review.table.cell().field is Field.PROBLEMS


def test_f6_leads_the_keyboard_through_the_panes(review):
    seen = []
    for _ in range(3):
        press(review, Qt.Key.Key_F6)
        seen.append(review.focusWidget())
    assert seen == [review.detail.own, review.books, review.table]


def test_every_row_and_switch_speaks_to_a_screen_reader(review):
    index = review.table.currentIndex()
    words = [index.siblingAtColumn(column).data(Qt.ItemDataRole.AccessibleTextRole) for column in Column]
    assert words == ["1.推进跨市通办", "进度", "50%", "65%", "70%", "未定"]
    press(review, Qt.Key.Key_2)
    assert index.siblingAtColumn(Column.CHOICE).data(Qt.ItemDataRole.AccessibleTextRole) == "本地"


def test_every_outcome_has_a_tab_that_is_seen(review):
    tabs = review.head.tabs
    shown = [at for at in range(tabs.count()) if tabs.isTabVisible(at)]
    QApplication.processEvents()
    assert len(shown) > 2
    assert all(tabs.tabRect(at).right() <= tabs.width() for at in shown)


def test_a_workbook_that_was_not_read_says_why_in_words(opened, round_, tmp_path):
    copy = tmp_path / "副本.xlsx"
    copy.write_bytes(round_.back[HOTLINE].read_bytes())
    with open_workspace(round_.folder, TODAY) as workspace:
        plan = merge.prepare(workspace, [round_.back[HOTLINE], copy])
        review = opened(plan)
        refused = next(at for at, book in enumerate(plan.books) if book.refusal)
        review.books.choose(refused)
        assert "内容完全相同，只读一次" in review.head.remarks.text()
        assert review.table.rows.rowCount() == 0
        assert review.foot.primary.isEnabled()
        merge.apply(workspace, plan)
        again = opened(merge.prepare(workspace, [copy]))
        assert "2021年10月18日已合并的" in again.head.remarks.text()
        assert again.foot.primary.text() == "合并（没有可合并的填报表）"


def test_an_older_batch_says_so_in_words(opened, round_, tmp_path):
    with open_workspace(round_.folder, TODAY) as workspace:
        handout.make_handouts(workspace, tmp_path / "out2")
        review = opened(merge.prepare(workspace, [round_.back[HOTLINE]]))
    assert "属较早的2021年10月批次" in review.head.remarks.text()


def test_doubtful_rows_show_the_reason_and_are_confirmed_or_refused(opened, round_, tmp_path):
    from desktop_app.domain.handout import HIDDEN_SHEET, NAME
    from tests.office.sheet import Sheet

    sheet = Sheet(round_.back[HOTLINE])
    del sheet.book[HIDDEN_SHEET], sheet.book.defined_names[NAME]
    sheet.book.custom_doc_props = type(sheet.book.custom_doc_props)()
    sheet.sheet.delete_rows(4)
    sheet.sheet.delete_cols(1)
    with open_workspace(round_.folder, TODAY) as workspace:
        plan = merge.prepare(workspace, [sheet.save(tmp_path / "lost.xlsx")])
    review = opened(plan)
    assert heads(review)[0] == ("存疑", "1 格")
    assert "隐藏标识已丢失，按编号和任务名称认定" in review.detail.title.text()
    press(review, Qt.Key.Key_2)
    assert review.foot.primary.isEnabled()


def test_of_two_units_that_disagree_the_one_chosen_last_holds(opened, tmp_path, round_):
    two = round_.back[BUREAU]
    other = fill(two, tmp_path / "二稿.xlsx", {(0, Field.PERCENT): 0.9})
    with open_workspace(round_.folder, TODAY) as workspace:
        plan = merge.prepare(workspace, [two, other])
    choices = Choices(plan)
    first, second = [cell for cell in plan.open if cell.field is Field.PERCENT]
    from desktop_app.domain.merging import Chosen

    choices.choose(first, Chosen(Choice.THEIRS))
    assert choices.of(second) == Chosen(Choice.OURS)
    choices.choose(second, Chosen(Choice.THEIRS))
    assert choices.of(first) == Chosen(Choice.OURS)
    choices.choose_all(plan.open, Choice.THEIRS)
    assert choices.undecided == []
    assert decide(plan, choices.given).undecided == ()
    assert carried(plan, choices.by_key()) == dict(choices.given)


def at(review, unit, field):
    """Stand on the first cell of a unit's column; returns what is told of it and what it is to hold."""
    cell = next(cell for cell in review.plan.cells if (cell.unit, cell.field) == (unit, field))
    review.books.choose(cell.book)
    assert review.table.go_to(cell)
    title = review.detail.title.text().rpartition("　")[2]
    return cell, title, review.detail.own.toPlainText()


def test_the_same_question_ends_the_same_under_every_unit_and_names_whose_answer_it_is(opened):
    review = opened(disputed())
    at(review, "市乙局", Field.PERCENT)
    press(review, Qt.Key.Key_1)
    told = "采用市乙局填报的“80%”"
    for unit in ("市甲局", "市丙局"):
        cell, title, held = at(review, unit, Field.PERCENT)
        assert (title, held) == (told, "80%")
        assert review.table.rows.choice_words(cell) == f"本地　{told}"
    assert at(review, "市乙局", Field.PERCENT)[2] == "80%"


def test_the_other_half_of_a_state_says_what_it_follows(opened):
    review = opened(plan_merge([book(row(status=Status.AWAITING_CHECK, percent=90))], ledger(), read))
    assert heads(review)[0][0] == "存疑"
    _, title, _ = at(review, "市甲局", Field.STATUS)
    assert title == "状态填“已完成待核”，进度填90%，两者不符"
    press(review, Qt.Key.Key_1)
    assert review.foot.primary.isEnabled(), "the other half is settled with it"
    told = "采用该单位填报的状态“已完成待核”，此栏定为“100%”"
    assert at(review, "市甲局", Field.PERCENT)[1:] == (told, "100%")


def test_after_a_click_on_a_unit_the_digits_choose_at_once(review):
    for unit in (HOTLINE, BUREAU):
        entry = next(
            review.books.items.index(at, 0)
            for at in range(review.books.items.rowCount())
            if review.books.items.item(at).text().startswith(unit)
        )
        QTest.mouseClick(
            review.books.viewport(), Qt.MouseButton.LeftButton, pos=review.books.visualRect(entry).center()
        )
    press(review, Qt.Key.Key_1)
    assert len(review.choices.given) == 1
    review.books.setFocus()
    press(review, Qt.Key.Key_2)
    assert [each.choice for each in review.choices.given.values()] == [Choice.OURS]
    assert review.focusWidget() is review.table


@pytest.mark.parametrize("tokens", [None, DARK, HIGH_CONTRAST])
@pytest.mark.parametrize("size", [(1366, 768), (911, 512)])
def test_it_fits_and_paints_in_every_look(opened, theme, plan, tokens, size):
    if tokens is not None:
        theme.set_tokens(tokens)
    review = opened(plan)
    review.resize(*size)
    QApplication.processEvents()
    press(review, Qt.Key.Key_1, Qt.Key.Key_Tab, Qt.Key.Key_3)
    assert not review.grab().isNull()
    assert (review.width(), review.height()) == size
    assert review.receipt.isVisible() is (size[0] > 1000)
    visible = sum(review.table.columnWidth(column) for column in Column)
    assert visible <= review.table.viewport().width()


@pytest.fixture
def desk(qtbot, round_):
    opened = Desk(qtbot, round_.folder)
    yield opened
    opened.close()


def test_a_returned_workbook_dropped_on_the_window_is_merged_not_imported(desk, round_):
    drop(desk.window, [round_.back[BUREAU]])
    review = desk.dialog(MergeReviewDialog)
    assert [book.unit for book in review.plan.books] == [BUREAU]
    drop(review, [round_.back[HOTLINE]])
    desk.until(lambda: len(desk.dialog(MergeReviewDialog).plan.books) == 2)
    review = desk.dialog(MergeReviewDialog)
    assert review.windowTitle() == "回收核对 - 2021年10月批次"
    review.close()


def test_choices_outlive_a_closed_review(desk, round_):
    desk.controllers.merge.read([round_.back[BUREAU]])
    review = desk.dialog(MergeReviewDialog)
    press(review, Qt.Key.Key_1)
    QTest.keyClick(review.table, Qt.Key.Key_Escape)
    desk.until(lambda: not desk.window.findChildren(MergeReviewDialog))
    desk.controllers.merge.read([round_.back[BUREAU]])
    review = desk.dialog(MergeReviewDialog)
    assert chosen(review) == {Field.PERCENT: (Choice.THEIRS, None)}
    review.reject()


def test_the_whole_merge_is_one_step_with_a_receipt_on_request(desk, round_):
    desk.actions.merge_returned.trigger()
    dialog = desk.dialog(QFileDialog)
    dialog.filesSelected.emit([str(path) for path in round_.back.values()])
    dialog.close()
    review = desk.dialog(MergeReviewDialog)
    QTest.mouseClick(review.all_theirs, Qt.MouseButton.LeftButton)
    review.receipt.word.setChecked(True)
    QTest.mouseClick(review.foot.primary, Qt.MouseButton.LeftButton)
    result = desk.dialog(FilesResultDialog)
    assert sorted(path.suffix for path in result.files) == [".docx", ".docx"]
    result.reject()
    workspace = desk.controllers.desk.workspace
    assert queries.task(workspace, round_.across.task).percent == 65
    assert desk.status() == "已合并 2 份，读入 22 格，合并前已备份；填报的佐证名称有 1 个待对应"
    assert [each.unit for each in handout.owed(workspace) if each.unit in round_.back] == []
    assert any("合并前" in path.name for path in (workspace.folder / "backups").iterdir())
    desk.actions.undo.trigger()
    assert queries.task(workspace, round_.across.task).percent == 70


def test_what_the_review_shows_after_the_merge_is_what_the_ledger_then_holds(desk, round_, tmp_path):
    said = {(0, Field.STATUS): "已完成", (0, Field.PERCENT): 0.9, (0, Field.TEXT): "办完90%。"}
    back = [round_.back[BUREAU], fill(round_.back[HOTLINE], tmp_path / "矛盾.xlsx", said)]
    desk.controllers.merge.read(back)
    review = desk.dialog(MergeReviewDialog)
    while review.choices.undecided:
        press(review, Qt.Key.Key_1)
        review.go_on()
    shown = [(cell, review.choices.held(cell)) for cell in review.plan.cells if cell.outcome is not Outcome.REFUSED]
    QTest.keyClick(review.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: not desk.window.findChildren(MergeReviewDialog))
    workspace = desk.controllers.desk.workspace
    desk.until(lambda: queries.task(workspace, round_.across.task).percent == 65)
    with reading(workspace.engine) as connection:
        ledger_now = read_standings(connection, {cell.key.task for cell, _ in shown})
    assert len(shown) > 5
    for cell, held in shown:
        assert ledger_now.values(cell.unit, cell.key)[PLACES[cell.field]] == held, cell
    hotline = next(cell for cell, _ in shown if cell.unit == HOTLINE)
    row = queries.detail(workspace, hotline.key.task)
    assert (row.row.status, row.row.percent) == (Status.AWAITING_CHECK, 100)
    assert (row.progress[0].reporter, row.progress[0].text, row.progress[0].percent) == (HOTLINE, "办完90%。", None)


@pytest.mark.parametrize("suffix", ["pdf", "docx"])
def test_the_receipt_in_view_is_saved_before_merging(desk, round_, tmp_path, suffix):
    desk.controllers.merge.read(list(round_.back.values()))
    review = desk.dialog(MergeReviewDialog)
    QTest.mouseClick(review.receipt.save, Qt.MouseButton.LeftButton)
    dialog = desk.dialog(QFileDialog)
    assert f"{BUREAU}_回执.pdf" in dialog.selectedFiles()[0]
    out = tmp_path / f"回执.{suffix}"
    dialog.fileSelected.emit(str(out))
    dialog.reject()
    if suffix == "docx":
        document = Document(out)
        words = "".join(paragraph.text for paragraph in document.paragraphs)
    else:
        with pdfplumber.open(out) as pdf:
            words = "".join(page.extract_text() for page in pdf.pages)
    assert "市政务服务数据管理局" in words and "特此回执" in words
    assert review.foot.note.text() == f"已另存为 回执.{suffix}"
    assert queries.task(desk.controllers.desk.workspace, round_.across.task).percent == 70, "nothing is merged yet"
    review.reject()


def test_the_receipt_in_view_is_printed(desk, round_):
    merging = desk.controllers.merge
    merging.receipts.output.printer_names = lambda: (["甲"], "甲")
    merging.read(list(round_.back.values()))
    review = desk.dialog(MergeReviewDialog)
    QTest.mouseClick(review.receipt.print, Qt.MouseButton.LeftButton)
    asked = desk.dialog(PrintDialog)
    assert asked.range.itemText(0) == "全部（共 1 页）"
    asked.reject()
    review.reject()


def test_the_switch_is_called_as_the_columns_are_in_every_language(review, qapp):
    translator = QTranslator()
    assert translator.load(str(paths.resources() / "translations" / "xiaohao_en.qm"))
    qapp.installTranslator(translator)
    try:
        review.resize(911, 512)
        review.table._set_widths()
        words = QFontMetrics(review.theme.font())
        fields = max(words.horizontalAdvance(say(field.label)) for field in Field)
        assert fields < review.table.columnWidth(Column.FIELD)
        part = parts_of(QRect(0, 0, review.table.columnWidth(Column.CHOICE), 40))[0]
        assert all(words.horizontalAdvance(name_of(choice)) < part.width() for choice in Choice)
    finally:
        qapp.removeTranslator(translator)


def test_cells_are_shown_in_the_order_of_what_asks_for_attention(review):
    order = [row.outcome for row in review.table.rows.rows if row.head and row.outcome]
    assert order == [Outcome.CONFLICT, Outcome.TAKEN, Outcome.REFUSED, Outcome.SAME]
    assert review.table.currentIndex().data(ROW_ROLE).cell.outcome is Outcome.CONFLICT


def test_a_narrow_window_asks_for_receipts_from_a_menu(review):
    review.resize(911, 512)
    QApplication.processEvents()
    assert review.receipts.isVisible()
    pdf, word, _, print_, save = review.receipts.menu().actions()
    assert (print_.text(), save.text()) == ("打印…", "另存…")
    word.trigger()
    assert review.receipt.suffixes() == (".docx",)
    pdf.trigger()
    word.trigger()
    review.resize(1366, 768)
    QApplication.processEvents()
    assert (review.receipts.isVisible(), review.receipt.pdf.isChecked(), review.receipt.word.isChecked()) == (
        False, True, False,
    )  # fmt: skip


def test_the_button_that_merges_stays_where_it_is_when_the_last_cell_is_settled(review):
    """It loses its count; the one beside it must not move to where the hand is."""
    cancel = review.foot.secondary
    before = cancel.mapTo(review, cancel.rect().topLeft())
    while review.choices.undecided:
        press(review, Qt.Key.Key_2)
        review.go_on()
    QApplication.processEvents()
    assert review.foot.primary.text() == "合并" and cancel.mapTo(review, cancel.rect().topLeft()) == before


def test_a_review_that_was_closed_comes_back_with_its_receipts(qtbot, round_):
    desk = Desk(qtbot, round_.folder)
    desk.controllers.merge.read(list(round_.back.values()))
    review = desk.dialog(MergeReviewDialog)
    review.receipt.word.setChecked(True)
    review.reject()
    desk.until(lambda: not desk.window.findChildren(MergeReviewDialog))
    desk.controllers.merge.read(list(round_.back.values()))
    again = desk.dialog(MergeReviewDialog)
    assert again.receipt.suffixes() == (".docx",)
    again.reject()
    desk.close()
