"""The panel shows what the record holds, asks for changes, and is refilled without losing its place."""

import dataclasses
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.ledger import ReadingRow
from desktop_app.domain.plan import Span
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Status
from desktop_app.gui.panels.task_panel import TaskPanel
from desktop_app.gui.panels.task_panel.marks import MarkKind, wording_marks
from desktop_app.gui.panels.task_panel.numbers import format_size, format_value, target_name
from desktop_app.gui.panels.task_panel.parts import stretches
from desktop_app.gui.panels.task_panel.tabs import CountedTabs
from desktop_app.gui.tokens import DARK, LIGHT
from tests.gui.sample_detail import IN_PARTS, ONE_PIECE, TODAY, detail_in_one_piece, detail_in_parts


@pytest.fixture
def panel(qtbot, theme):
    made = TaskPanel(theme)
    made.resize(348, 900)
    qtbot.addWidget(made)
    made.show()
    return made


def marked(text: str, marks, kind: MarkKind) -> list[str]:
    return [text[mark.start : mark.end] for mark in marks if mark.kind is kind]


def test_units_dates_numbers_and_role_words_are_marked_where_they_stand():
    detail = detail_in_one_piece()
    marks = wording_marks(detail, Span(detail.offset, detail.offset + len(detail.wording)))
    assert marked(ONE_PIECE, marks, MarkKind.UNIT) == [
        "市政务服务数据管理局",
        "市公安局",
        "市自然资源局",
        "市直各相关部门",
    ]
    assert marked(ONE_PIECE, marks, MarkKind.DATE) == ["2021年9月底前完成"]
    assert marked(ONE_PIECE, marks, MarkKind.NUMBER) == ["不少于30个业务场景上线"]
    assert marked(ONE_PIECE, marks, MarkKind.ROLE) == ["牵头", "配合"]


def test_marks_of_a_part_count_from_its_beginning():
    detail = detail_in_parts()
    second = detail.row.parts[1]
    marks = wording_marks(detail, second.span)
    assert marked(IN_PARTS[1], marks, MarkKind.DATE) == ["2021年10月底前完成"]
    assert marked(IN_PARTS[1], marks, MarkKind.NUMBER) == ["47个单位电子政务外网带宽到100M"]


def test_role_words_outside_a_note_are_left_alone():
    detail = detail_in_one_piece()
    assert "努力将" in detail.wording
    plain = dataclasses.replace(detail, row=dataclasses.replace(detail.row, assignments=()))
    marks = wording_marks(plain, Span(detail.offset, detail.offset + len(detail.wording)))
    assert marked(ONE_PIECE, marks, MarkKind.ROLE) == []


def test_text_before_the_first_part_and_after_the_last_stays():
    detail = detail_in_parts()
    wording = "总体要求。\n" + detail.wording + "\n附则。"
    shifted = dataclasses.replace(detail, wording=wording, offset=detail.offset - len("总体要求。\n"))
    pieces = stretches(shifted)
    texts = [wording[p.span.start - shifted.offset : p.span.end - shifted.offset] for p in pieces]
    assert texts == ["总体要求。", *IN_PARTS, "附则。"]
    assert [piece.part is not None for piece in pieces] == [False, True, True, True, False]


def test_sought_words_stand_on_the_accent_ground(panel, theme):
    panel.set_search(["民情地图"])
    panel.show_detail(detail_in_one_piece(), TODAY)
    cursor = QTextCursor(panel.sections.wording._blocks[0].wording.document())
    cursor.setPosition(ONE_PIECE.index("民情地图") + 1)
    assert cursor.charFormat().background().color() == theme.color("accent")
    panel.set_search([])
    assert cursor.charFormat().background().color() != theme.color("accent")


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [(14000, "核", "1.4 万核"), (760, "TB", "760 TB"), (95, "%", "95%"), (2.5e8, "元", "2.5 亿元"), (41, "", "41")],
)
def test_values_read_as_an_officer_writes_them(value, unit, words):
    assert format_value(value, unit) == words


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("不少于30个业务场景上线", "业务场景上线"),
        ("实现不少于30个业务场景上线", "业务场景上线"),
        ("电子证照用证率达到80%以上", "电子证照用证率"),
        ("政务服务事项网上可办率100%", "政务服务事项网上可办率"),
        ("4万GB内存", "4万GB内存"),
        ("100项", "100项"),
        ("资源总量达到2万核vCPU", "资源总量达到2万核vCPU"),
    ],
)
def test_a_target_is_named_without_its_number(phrase, name):
    assert target_name(phrase) == name


def test_sizes_have_a_unit():
    assert [format_size(n) for n in (900, 49_152, 1_258_291)] == ["900 B", "48 KB", "1.2 MB"]


def test_the_head_says_where_what_and_why(panel):
    panel.show_detail(detail_in_one_piece(), TODAY)
    head = panel.header
    assert head.title.text() == "（十一）推进“民情地图”平台建设"
    assert head.light_name.text() == "红灯"
    assert head.reason.text() == "9月30日到期，已逾期18天，未办延期"
    assert (head.status.currentText(), head.percent.currentText()) == ("推进中", "87%")
    assert head.tick.text() == "销号"


def test_a_closed_task_can_be_sent_back(panel, qtbot):
    panel.show_detail(detail_in_one_piece(status=Status.CLOSED, percent=100), TODAY)
    assert panel.header.tick.text() == "退回"
    with qtbot.waitSignal(panel.tick_toggled) as asked:
        panel.header.tick.click()
    assert asked.args == [[TaskRef(11)], False]


def test_the_wording_carries_line_styles_not_colour_alone(panel):
    panel.show_detail(detail_in_one_piece(), TODAY)
    view = panel.sections.wording._blocks[0].wording
    style = QTextCharFormat.UnderlineStyle
    styles = {}
    for phrase in ("市公安局", "2021年9月底", "牵头", "不少于30个"):
        cursor = QTextCursor(view.document())
        cursor.setPosition(ONE_PIECE.index(phrase) + 1)
        styles[phrase] = cursor.charFormat()
    assert styles["市公安局"].underlineStyle() == style.SingleUnderline
    assert styles["2021年9月底"].underlineStyle() == style.DashUnderline
    assert styles["牵头"].underlineStyle() == style.DotLine
    assert styles["不少于30个"].fontWeight() == 500


def test_each_part_has_a_box_and_ticks_on_its_own(panel, qtbot):
    panel.show_detail(detail_in_parts(), TODAY)
    blocks = [block for block in panel.sections.wording._blocks if block.isVisible()]
    assert [block.percent.text() for block in blocks] == ["64%", "87%", "45%"]
    with qtbot.waitSignal(panel.tick_toggled) as asked:
        QTest.mouseClick(blocks[1].box, Qt.MouseButton.LeftButton)
    assert asked.args == [[TaskRef(31, 2)], True]
    assert not blocks[1].box.ticked


def test_choosing_a_status_asks_and_changes_nothing_itself(panel, qtbot):
    panel.show_detail(detail_in_one_piece(), TODAY)
    combo = panel.header.status
    with qtbot.waitSignal(panel.status_chosen) as asked:
        combo.activated.emit(combo.findData(Status.SUSPENDED))
    assert asked.args == [[TaskRef(11)], Status.SUSPENDED]


def test_a_typed_percent_is_taken_and_nonsense_falls_back(panel, qtbot):
    panel.show_detail(detail_in_one_piece(), TODAY)
    combo = panel.header.percent
    with qtbot.waitSignal(panel.percent_chosen) as asked:
        combo.setEditText("90")
        combo.lineEdit().editingFinished.emit()
    assert asked.args == [[TaskRef(11)], 90]
    for nonsense in ("abc", "101", ""):
        combo.setEditText(nonsense)
        with qtbot.assertNotEmitted(panel.percent_chosen):
            combo.lineEdit().editingFinished.emit()
        assert combo.currentText() == "90%"


def test_tabs_count_what_is_behind_them(panel):
    panel.show_detail(detail_in_parts(), TODAY)
    assert [panel.tabs.tabText(n) for n in range(4)] == ["任务", "进展 3", "佐证 4", "历史 5"]


def test_the_same_task_again_keeps_tab_and_scroll_position(panel, qapp):
    panel.resize(348, 420)
    panel.show_detail(detail_in_parts(), TODAY)
    qapp.processEvents()
    bar = panel._areas[0].verticalScrollBar()
    bar.setValue(200)
    panel.show_detail(detail_in_parts(), TODAY)
    qapp.processEvents()
    assert bar.value() == 200
    panel.tabs.setCurrentIndex(2)
    panel.show_detail(detail_in_parts(), TODAY)
    assert panel.tabs.currentIndex() == 2
    panel.show_detail(detail_in_one_piece(), TODAY)
    qapp.processEvents()
    assert bar.value() == 0


def test_refilling_makes_no_new_widgets_and_no_windows(panel, qapp):
    panel.show_detail(detail_in_parts(), TODAY)
    panel.show_detail(detail_in_one_piece(), TODAY)
    before = len(panel.findChildren(QObject))
    shown = []

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(watched)
            return False

    watch = Watch()
    qapp.installEventFilter(watch)
    for _ in range(20):
        panel.show_detail(detail_in_parts(), TODAY)
        panel.show_detail(detail_in_one_piece(), TODAY)
        qapp.processEvents()
    qapp.removeEventFilter(watch)
    assert shown == []
    assert len(panel.findChildren(QObject)) == before


def test_a_target_without_readings_says_so_and_asks_for_one(panel, qtbot):
    detail = detail_in_one_piece()
    target = dataclasses.replace(detail.row.targets[0], readings=())
    panel.show_detail(dataclasses.replace(detail, row=dataclasses.replace(detail.row, targets=(target,))), TODAY)
    row = panel.sections.targets._rows[0]
    assert "目标30 个" in row.toolTip()
    assert "最近读数" not in row.toolTip()
    with qtbot.waitSignal(panel.reading_requested) as asked:
        row.click()
    assert asked.args == [5]


def test_one_reading_draws_a_trend_too(panel, theme):
    detail = detail_in_one_piece()
    target = dataclasses.replace(detail.row.targets[0], readings=(ReadingRow(1, TODAY, 26, ""),))
    panel.show_detail(dataclasses.replace(detail, row=dataclasses.replace(detail.row, targets=(target,))), TODAY)
    assert not panel.grab().isNull()


def test_a_focused_target_with_readings_is_framed_and_not_covered(panel, theme, qtbot):
    detail = detail_in_one_piece()
    target = dataclasses.replace(detail.row.targets[0], readings=(ReadingRow(1, TODAY, 26, ""),))
    panel.show_detail(dataclasses.replace(detail, row=dataclasses.replace(detail.row, targets=(target,))), TODAY)
    row = panel.sections.targets._rows[0]
    qtbot.waitExposed(panel)
    panel.activateWindow()
    row.setFocus()
    qtbot.waitUntil(row.hasFocus)
    picture = row.grab().toImage()
    accent = theme.color("accent")
    covered = sum(picture.pixelColor(x, picture.height() // 4) == accent for x in range(picture.width()))
    assert covered < picture.width() // 4


def test_a_closed_task_without_evidence_offers_to_say_why(panel, qtbot):
    detail = detail_in_one_piece(status=Status.CLOSED, percent=100)
    bare = dataclasses.replace(detail, evidence=(), row=dataclasses.replace(detail.row, evidence_names=()))
    panel.show_detail(bare, TODAY)
    with qtbot.waitSignal(panel.no_evidence_explained):
        panel.sections.explain.click()
    explained = dataclasses.replace(bare, row=dataclasses.replace(bare.row, no_evidence_reason="纸质存档"))
    panel.show_detail(explained, TODAY)
    assert not panel.sections.explain.isVisible()
    assert "纸质存档" in panel.sections.no_evidence.text()


def test_pictures_are_previewed_and_other_files_are_not(panel, tmp_path):
    picture = QImage(800, 400, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkBlue)
    path = tmp_path / "现场.png"
    assert picture.save(str(path))
    panel.set_file_source(lambda evidence: path if evidence == 3 else None)
    panel.show_detail(detail_in_parts(), TODAY)
    panel.tabs.setCurrentIndex(2)
    tab = panel.evidence_tab
    tab.choose(53)
    assert tab.preview.isVisible()
    tab.choose(51)
    assert not tab.preview.isVisible()
    assert tab.open.isVisible() and tab.remove.isVisible()
    assert tab.total.text() == "4 份，共 4.7 MB"


def test_a_broken_picture_is_drawn_as_a_sheet(panel, tmp_path):
    path = tmp_path / "坏图.png"
    path.write_bytes(b"not a picture")
    panel.set_file_source(lambda _: path)
    panel.show_detail(detail_in_parts(), TODAY)
    assert not panel.grab().isNull()


def test_removing_and_opening_name_the_attachment_and_the_file(panel, qtbot):
    panel.show_detail(detail_in_parts(), TODAY)
    panel.evidence_tab.choose(52)
    with qtbot.waitSignal(panel.evidence_removed) as removed:
        panel.evidence_tab.remove.click()
    with qtbot.waitSignal(panel.evidence_activated) as opened:
        panel.evidence_tab.open.click()
    assert (removed.args, opened.args) == ([52], [2])


def test_history_marks_what_was_taken_back(panel):
    panel.show_detail(detail_in_parts(), TODAY)
    model = panel.history_view.model()
    assert model.rowCount() == 5
    assert model.index(0, 0).data().startswith("10月18日 09:31 进度 58% → 65%")


def test_a_selection_is_summed_up_and_offers_the_open_ones(panel, qtbot):
    rows = [detail_in_parts().row, detail_in_one_piece().row, detail_in_one_piece(12, Status.CLOSED, 100).row]
    panel.show_many(rows)
    assert panel.header.title.text() == "已选 3 项任务"
    assert panel.header.tick.text() == "销号 2 项"
    assert panel.header.status.currentText() == ""
    assert not panel.header.light_name.isVisible(), "the light of one is not that of all"
    with qtbot.waitSignal(panel.tick_toggled) as asked:
        panel.header.tick.click()
    assert asked.args == [[TaskRef(31), TaskRef(11), TaskRef(12)], True]


def test_a_narrow_panel_drops_path_and_extension_but_keeps_the_tick(panel, qapp):
    panel.show_detail(detail_in_one_piece(), TODAY)
    panel.resize(296, 600)
    qapp.processEvents()
    head = panel.header
    assert panel.width() == 296
    assert not head.path.isVisible() and not head.extend.isVisible()
    assert head.tick.isVisible()
    assert head.tick.geometry().right() <= head.width() - 14


def test_nothing_chosen_says_what_to_do(panel):
    panel.show_detail(detail_in_one_piece(), TODAY)
    panel.show_detail(None, TODAY)
    assert not panel.header.isVisible()
    assert panel.shown_task() is None


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_the_panel_follows_the_theme(panel, theme, tokens):
    panel.show_detail(detail_in_parts(), TODAY)
    theme.set_tokens(tokens)
    QApplication.processEvents()
    image = panel.grab().toImage()
    assert image.pixelColor(2, 300).name().upper() == tokens.base


def test_no_tab_asks_for_more_height_than_a_small_screen_has(panel, tmp_path):
    picture = QImage(800, 800, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkBlue)
    path = tmp_path / "现场.png"
    assert picture.save(str(path))
    panel.set_file_source(lambda _: path)
    panel.show_detail(detail_in_parts(), TODAY)
    for tab in range(4):
        panel.tabs.setCurrentIndex(tab)
        panel.evidence_tab.choose(53)
        assert panel.minimumSizeHint().height() <= 400


def test_no_tab_is_scrolled_away_in_a_narrow_panel(theme, qtbot):
    tabs = CountedTabs(theme, ("Task", "Progress", "Evidence", "History"))
    qtbot.addWidget(tabs)
    tabs.resize(296, 30)
    tabs.show()
    for index, count in ((1, 12), (2, 10), (3, 25)):
        tabs.set_count(index, count)
    tabs.setCurrentIndex(3)
    assert tabs.tabRect(0).left() >= 0
    assert tabs.tabRect(3).right() <= tabs.width()
