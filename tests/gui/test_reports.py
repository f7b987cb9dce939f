"""The report window on a real workspace: choices, pages, remarks, figures, wording, files, paper and the way to tasks."""

import datetime as dt
import os
import re

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pdfplumber
import pypdfium2
import pytest
from docx import Document
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox

from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Mark
from desktop_app.gui.dialogs.export_result import ExportResultDialog
from desktop_app.gui.dialogs.report.page_layout import Fit
from desktop_app.gui.dialogs.report.print_dialog import PrintDialog
from desktop_app.gui.dialogs.submissions.submit import SubmitDialog
from desktop_app.services import queries, report_words, settings, tasks, urging
from desktop_app.services.plans import import_plan
from desktop_app.services.workspace import open_workspace
from tests.gui.journey import PLAN, PLANS, TODAY, Desk

MM = 72 / 25.4


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "销号台账"


@pytest.fixture
def desk(qtbot, folder):
    """The main window on a workspace that holds plan 002, one task of it late with a reason."""
    with open_workspace(folder, TODAY) as workspace:
        import_plan(workspace, PLAN)
        rows = queries.tasks(workspace)
        tasks.add_progress(workspace, TaskRef(rows[0].id), "事项梳理已完成512个", 40, problems="系统接口未开放")
        tasks.tick(workspace, [TaskRef(rows[1].id)], without_evidence="材料涉密")
    opened = Desk(qtbot, folder)
    yield opened
    opened.close()


class Report:
    """The open report window."""

    def __init__(self, desk, template=None):
        self.desk = desk
        self.window = desk.controllers.reports.open(template)
        self.settle()

    def settle(self):
        """Wait until the preview shows what is chosen."""
        reports = self.desk.controllers.reports
        self.desk.until(lambda: not reports._pause.isActive() and reports._job is None)

    def find(self, kind):
        found = []

        def look():
            found[:] = [child for child in self.window.findChildren(kind) if child.isVisible()]
            return bool(found)

        self.desk.until(look)
        return found[0]

    def words(self):
        """What the shown pages say."""
        pages = self.desk.controllers.reports._pages
        pdf = pypdfium2.PdfDocument(pages._data)
        text = "".join("".join(page.get_textpage().get_text_range().split()) for page in pdf)
        pdf.close()
        return text

    def wording(self, place):
        return next(each for each in self.window.wording.wordings if each.place == place)


@pytest.fixture
def report(desk):
    return Report(desk)


def test_ctrl_r_drafts_the_report_and_shows_its_pages(desk):
    desk.actions.export_report.trigger()
    report = Report(desk)
    window = report.window
    assert window.isVisible() and window.view.count > 5
    assert "落实情况的报告" in window.windowTitle()
    assert "关于汕尾市数字政府改革建设2021年工作要点" in report.words()
    assert f"共 {window.view.count} 页" in window.foot.note.text()
    assert window.bar.total.text() == f"/ {window.view.count} 页" and window.bar.page.text() == "1"


def test_the_window_is_opened_once_and_brought_back(desk, report):
    report.window.hide()
    desk.actions.export_report.trigger()
    assert desk.controllers.reports.window is report.window and report.window.isVisible()


@pytest.mark.parametrize(
    "key, words",
    [("ledger", "任务台账"), ("overdue", "逾期任务的通报"), ("units", "单位任务清单"), ("targets", "指标完成情况的报告"), ("evidence", "佐证材料目录")],
)  # fmt: skip
def test_each_kind_of_report_has_its_place_in_the_menu(desk, report, key, words):
    desk.actions.report_actions[key].trigger()
    report.settle()
    assert words in report.words()
    assert report.window.choices.template.currentData() == key


def test_a_changed_choice_is_drafted_anew_and_remembered(desk, report):
    choices = report.window.choices
    choices.addressee.insert("市人民政府")
    choices.signature.insert("市政务服务数据管理局")
    choices._sections["units"].click()
    choices.annex.click()
    report.settle()
    said = report.words()
    assert "市人民政府：" in said and "市政务服务数据管理局2021年10月18日" in said
    assert "各单位进展" not in said and "附件" not in said
    assert settings.get(desk.controllers.desk.workspace, "signature_unit") == "市政务服务数据管理局"
    report.window.close()
    again = Report(desk)
    assert again.window.choices.addressee.text() == "市人民政府"
    assert not again.window.choices._sections["units"].isChecked()
    assert not again.window.choices.annex.isChecked()


@pytest.mark.parametrize(
    "kind, value, said",
    [("month", "2021-10", "2021年10月"), ("quarter", "2021-Q4", "2021年第4季度"), ("half", "2021-H2", "2021年下半年"), ("year", "2021", "2021年")],
)  # fmt: skip
def test_the_period_can_be_a_month_a_quarter_a_half_or_a_year(report, kind, value, said):
    field = report.window.choices.period
    field.kind.setCurrentIndex(field.kind.findData(kind))
    field.kind.activated.emit(0)
    assert field.value() == value
    report.settle()
    assert report.window.content.period == said
    assert "本期工作进展" in report.words()


def test_the_period_can_be_any_days_and_never_ends_before_it_begins(report):
    field = report.window.choices.period
    field.kind.setCurrentIndex(field.kind.findData("days"))
    field.kind.activated.emit(0)
    field.first.setDate(field.first.date().addDays(40))
    assert field.value() == "2021-11-10..2021-11-10"
    report.settle()
    assert report.window.content.period == "2021年11月10日至2021年11月10日"


def test_chapters_and_units_narrow_the_report(report):
    choices = report.window.choices
    first = choices.chapters._values[0][0]
    choices.chapters.ask().chosen.emit(frozenset([first]))
    report.settle()
    assert choices.chapters.chosen() == (first,)
    assert report.window.options.chapters == (first,)
    assert f"（范围：{first}）" in report.window.content.opening


def test_a_report_that_cannot_be_says_why_in_place_of_pages(desk, report):
    desk.actions.report_actions["urging"].trigger()
    rows = desk.session.rows.values()
    unit = report.window.choices.unit
    owing = {name for row in rows if row.light.value in ("red", "amber") for name in row.owners}
    free = next(name for row in rows for name in row.owners if name not in owing)
    assert unit.findData(free) > 0, "those that owe most are offered first"
    unit.setCurrentIndex(unit.findData(free))
    unit.activated.emit(unit.currentIndex())
    report.settle()
    assert free in report.window.view._words and "不需要催办" in report.window.view._words
    assert report.window.view.count == 0 and not report.window.pdf.isEnabled()
    report.window.choices.template.setCurrentIndex(0)
    report.window.choices.template.activated.emit(0)
    report.settle()
    assert report.window.view.count > 0 and report.window.pdf.isEnabled()


def test_pages_are_turned_by_keys_and_sized_by_the_bar(report):
    view, bar = report.window.view, report.window.bar
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.current == 2 and bar.page.text() == "3"
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.current == view.count - 1
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.current == 0
    bar.page.setText("4")
    bar.page.editingFinished.emit()
    assert view.current == 3
    bar.width_.click()
    assert view.fit is Fit.WIDTH
    before = view.zoom
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.zoom > before and view.fit is Fit.FREE
    bar.pages.click()
    bar.whole.click()
    assert all(a.bottom() < b.top() for a, b in zip(view._laid.pages, view._laid.pages[1:], strict=False))


def test_the_preview_draws_the_page_and_the_type_area(report):
    view = report.window.view
    report.window.bar.type_area.click()
    page = view._laid.pages[0]
    image = view.viewport().grab().toImage()
    at = view.place_of(0, 28 * MM, 37 * MM)
    near = {image.pixelColor(at + QPoint(dx, dy)).name() for dx in range(-2, 3) for dy in range(-2, 40)}
    assert report.desk.theme.color("accent").name() in near
    assert page.width() > 100


def test_a_remark_leads_to_its_task_and_ctrl_r_back(desk, report):
    remark = next(row for row in range(20) if "没有填报进展" in report.window.remarks._remarks[row].message)
    listed = report.window.remarks._remarks[remark].tasks
    report.window.remarks.list.choose(remark)
    QTest.keyClick(report.window.remarks.list, Qt.Key.Key_Return)
    menu = report.find(QMenu)
    named = [action for action in menu.actions() if action.text() and "全部" not in action.text()]
    named[1].trigger()
    menu.close()
    assert desk.list.current() == TaskRef(listed[1])
    assert "Ctrl+R" in desk.status()


def test_all_tasks_of_a_remark_are_listed_in_the_main_window_however_many_they_are(desk, report):
    remark = next(row for row in range(20) if "没有填报进展" in report.window.remarks._remarks[row].message)
    listed = report.window.remarks._remarks[remark].tasks
    assert len(listed) > 30
    desk.list.choose_mark(Mark.CLOSED)
    desk.window.search.insert("没有这样的任务")
    report.window.remarks.list.choose(remark)
    QTest.keyClick(report.window.remarks.list, Qt.Key.Key_Return)
    menu = report.find(QMenu)
    assert menu.actions()[0].text() == f"在主窗口列出全部 {len(listed)} 项"
    assert menu.sizeHint().height() < 500
    menu.actions()[0].trigger()
    menu.close()
    assert [row.id for row in desk.list.shown()] == list(listed)
    assert desk.list.current() == TaskRef(listed[0])
    navigation = desk.window.navigation
    assert (navigation.chosen().key, navigation.chosen().title) == ("picked", "报告所指任务")
    assert "Ctrl+R" in desk.status()
    navigation.select("all")
    assert len(desk.list.shown()) > len(listed)
    navigation.select("picked")
    desk.controllers.desk.run(lambda workspace: tasks.tick(workspace, [TaskRef(listed[0])], without_evidence="涉密"))
    assert navigation.chosen().key == "picked" and len(desk.list.shown()) == len(listed)


def test_more_tasks_of_a_figure_than_are_listed_beside_it_are_listed_in_the_main_window(desk, report, monkeypatch):
    monkeypatch.setattr("desktop_app.gui.dialogs.report.figures_pane._MOST", 5)
    figures = report.window.figures
    figures.search.insert("平均进度")
    assert figures.tasks.items.rowCount() == 6 and len(figures._tasks) > 6
    figures.tasks.choose(5)
    QTest.keyClick(figures.tasks, Qt.Key.Key_Return)
    assert [row.id for row in desk.list.shown()] == list(figures._tasks)


def test_a_click_on_a_number_shows_what_it_counts_and_leads_to_the_tasks(desk, report):
    window = report.window
    with pdfplumber.open(_saved(report)) as pdf:
        chars = [char for char in pdf.pages[0].chars if char["text"].strip()]
    text = "".join(char["text"] for char in chars)
    char = chars[text.index("推进中") + 3]
    at = window.view.place_of(0, (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2)
    QTest.mouseClick(window.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.tabs.currentWidget() is window.figures
    assert "推进中" in window.figures.definition.text() and "已启动、尚未完成的任务" in window.figures.definition.text()
    first = desk.session.rows[window.figures._tasks[0]]
    assert first.status.label == "推进中"
    window.figures.tasks.choose(0)
    QTest.keyClick(window.figures.tasks, Qt.Key.Key_Return)
    assert desk.list.current() == TaskRef(first.id)


def _on(view, page, words, digits, pdf):
    """Where a number that follows these words stands on a page, as a place in the viewport."""
    chars = [char for char in pdf.pages[page].chars if char["text"].strip()]
    at = "".join(char["text"] for char in chars).index(words + digits) + len(words)
    char = chars[at]
    return view.place_of(page, (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2)


def _move(view, at):
    """Move the mouse there: QTest moves none over a window that the platform does not know to be under it."""
    there = view.viewport().mapToGlobal(at)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, at.toPointF(), there.toPointF(), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(view.viewport(), event)


@pytest.mark.parametrize("zoom", [0.4, 0.75, 1.0, 1.5, 3.0])
def test_numbers_can_be_clicked_at_every_size_and_place(report, zoom):
    window, view = report.window, report.window.view
    view.set_zoom(zoom)
    heard = []
    view.spot_clicked.connect(heard.append)
    closed = window.content.figures[0]
    with pdfplumber.open(_saved(report)) as pdf:
        text = ["".join(char["text"] for char in page.chars if char["text"].strip()) for page in pdf.pages]
        place = next((page, found) for page, words in enumerate(text) if (found := re.search(r"附件第(\d+)项", words)))
        for page, words, number in ((0, "任务共", closed.value), (place[0], "附件第", place[1][1])):
            view.go_to(page)
            for _ in range(2):
                at = _on(view, page, words, number, pdf)
                across, down = view.horizontalScrollBar(), view.verticalScrollBar()
                across.setValue(across.value() + at.x() - view.viewport().width() // 2)
                down.setValue(down.value() + at.y() - view.viewport().height() // 2)
                at = _on(view, page, words, number, pdf)
                assert view.viewport().rect().contains(at)
                QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
                assert heard and heard[-1].number == number
                heard.clear()


def test_a_number_that_leads_somewhere_shows_a_hand_and_says_where_others_do_not(report):
    window, view = report.window, report.window.view
    before = window.foot.note.text()
    shape = view.viewport().cursor
    with pdfplumber.open(_saved(report)) as pdf:
        counted = _on(view, 0, "任务共", window.content.figures[0].value, pdf)
        year = _on(view, 0, "截至", str(TODAY.year), pdf)
    _move(view, counted)
    assert shape().shape() is Qt.CursorShape.PointingHandCursor
    assert window.foot.note.text() == "点击查看“任务总数”的口径和对应任务"
    _move(view, year)
    assert shape().shape() is Qt.CursorShape.ArrowCursor and window.foot.note.text() == before
    tab = window.tabs.currentWidget()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=year)
    assert window.tabs.currentWidget() is tab and view._mark is None
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=counted)
    assert window.tabs.currentWidget() is window.figures and view._mark is not None


def test_every_figure_is_listed_and_found_by_name_or_value(report):
    figures = report.window.figures
    assert figures.list.items.rowCount() == len(report.window.content.figures) + len(report.window.content.cells)
    figures.search.insert("平均进度")
    assert figures.list.items.rowCount() == 1
    assert "算术平均值" in figures.definition.text()


def test_a_text_is_reworded_kept_and_brought_back_to_the_draft(desk, report):
    window = report.window
    window.tabs.setCurrentWidget(window.wording)
    at = [each.place for each in window.wording.wordings].index("结束语")
    window.wording.list.choose(at)
    window.wording.editor.setPlainText("以上报告，请审阅。")
    window.wording.apply.click()
    report.settle()
    assert "以上报告，请审阅。" in report.words() and "特此报告。" not in report.words()
    window.close()
    again = Report(desk)
    assert again.wording("结束语").words == "以上报告，请审阅。"
    again.window.wording.list.choose(at)
    again.window.wording.restore.click()
    again.settle()
    assert again.wording("结束语").words == "特此报告。" and "特此报告。" in again.words()


def test_what_was_chosen_and_typed_last_is_kept_when_the_window_is_closed_at_once(desk, report):
    report.window.choices.signature.insert("市数据局")
    report.window.tabs.setCurrentWidget(report.window.wording)
    report.window.wording.list.choose(1)
    report.window.wording.editor.setPlainText("现将有关情况报告如下。")
    report.window.close()
    again = Report(desk)
    assert again.window.choices.signature.text() == "市数据局"
    assert again.wording("开头").words == "现将有关情况报告如下。"


def test_drafting_can_be_stopped_and_begun_again(desk):
    window = desk.controllers.reports.open()
    desk.until(lambda: desk.controllers.reports._job is not None)
    window.stop.click()
    report = Report(desk)
    assert "F5" in window.foot.note.text() or window.content is not None
    window.choices.changed.emit()
    report.settle()
    assert window.content is not None and not window.stop.isVisible()


def test_a_remark_about_the_officers_words_leads_to_them(report):
    window = report.window
    overall = report.wording("总体情况")
    window.wording.reworded.emit(overall.slot, f"{overall.drafted}同比增长37%。")
    report.settle()
    row = next(at for at, each in enumerate(window.remarks._remarks) if each.kind == "new_numbers")
    window.remarks.list.choose(row)
    QTest.keyClick(window.remarks.list, Qt.Key.Key_Return)
    assert window.tabs.currentWidget() is window.wording


def test_numbers_that_changed_places_are_named_beside_the_text(report):
    window = report.window
    overall = report.wording("总体情况")
    first, second = re.findall(r"(\d+)项", overall.drafted)[:2]
    words = (
        overall.drafted.replace(f"{first}项", "\0", 1)
        .replace(f"{second}项", f"{first}项", 1)
        .replace("\0", f"{second}项")
    )
    window.wording.reworded.emit(overall.slot, words)
    report.settle()
    window.wording.list.choose(next(at for at, each in enumerate(window.wording.wordings) if each.slot == overall.slot))
    assert window.wording.note.text().startswith("数字与台账对不上：“")
    assert "new_numbers" in {each.kind for each in window.remarks._remarks}


def test_words_typed_for_one_text_are_kept_when_another_is_chosen(report):
    window = report.window
    window.tabs.setCurrentWidget(window.wording)
    window.wording.list.choose(1)
    window.wording.editor.setPlainText("现将有关情况报告如下。")
    window.wording.list.choose(0)
    report.settle()
    assert report.wording("开头").words == "现将有关情况报告如下。"
    window.wording.restore_all.click()
    report.settle()
    assert not report_words.kept(report.desk.controllers.desk.workspace, window.options)


def test_words_being_typed_outlive_a_draft_that_comes_from_the_main_window(desk, report):
    window = report.window
    window.tabs.setCurrentWidget(window.wording)
    at = [each.place for each in window.wording.wordings].index("结束语")
    window.wording.list.choose(at)
    window.wording.editor.setPlainText("以上报告，请审")
    desk.window.activateWindow()
    desk.select("（八）")
    desk.actions.tick.trigger()
    report.settle()
    assert window.wording.editor.toPlainText() == "以上报告，请审"
    desk.actions.report_actions["overdue"].trigger()
    report.settle()
    assert window.wording.editor.toPlainText() != "以上报告，请审", "words are not carried into another text"
    desk.actions.report_actions["progress"].trigger()
    report.settle()
    assert report.wording("结束语").words == "以上报告，请审"


def test_the_preview_follows_the_ledger(desk, report):
    assert "已销号1项" in report.words() and "已销号2项" not in report.words()
    desk.select("（八）")
    desk.actions.tick.trigger()
    report.settle()
    assert "已销号2项" in report.words()


@pytest.mark.parametrize("suffix", ["pdf", "docx"])
def test_what_is_exported_is_what_was_seen(report, tmp_path, suffix):
    out = tmp_path / f"报告.{suffix}"
    (report.window.pdf if suffix == "pdf" else report.window.word).click()
    dialog = report.find(QFileDialog)
    dialog.fileSelected.emit(str(out))
    dialog.reject()
    result = report.find(ExportResultDialog)
    assert result.path == out
    if suffix == "pdf":
        with pdfplumber.open(out) as pdf:
            assert len(pdf.pages) == report.window.view.count
    else:
        assert report.window.content.opening in [each.text for each in Document(out).paragraphs]
    result.reject()


def test_an_export_right_after_a_change_waits_for_the_draft(report, tmp_path):
    report.window.choices.signature.insert("市数据局")
    report.window.pdf.click()
    dialog = report.find(QFileDialog)
    out = tmp_path / "报告.pdf"
    dialog.fileSelected.emit(str(out))
    dialog.reject()
    report.find(ExportResultDialog).reject()
    with pdfplumber.open(out) as pdf:
        assert any("市数据局" in (page.extract_text() or "") for page in pdf.pages)


def test_a_letter_that_was_exported_is_counted_as_an_urging(desk, report, tmp_path):
    with_dates = next(
        row for row in desk.session.rows.values() if row.signal.mark.value in ("overdue", "caution") and row.owners
    )
    desk.actions.report_actions["urging"].trigger()
    unit = report.window.choices.unit
    unit.setCurrentIndex(unit.findData(with_dates.owners[0]))
    unit.activated.emit(unit.currentIndex())
    report.settle()
    report.window.pdf.click()
    dialog = report.find(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "函.pdf"))
    dialog.reject()
    report.find(ExportResultDialog).reject()
    tomorrow = TODAY + dt.timedelta(days=1)
    assert urging.days(desk.controllers.desk.workspace, tomorrow) == {with_dates.owners[0]: (TODAY,)}
    assert "催办" in desk.actions.undo.text()


def test_a_report_is_frozen_from_its_window_as_it_was_seen(desk, report):
    report.window.choices.signature.insert("市数据局")
    report.window.submit.click()
    dialog = report.find(SubmitDialog)
    assert dialog.options().signature_unit == "市数据局" and dialog.options().template == "progress"
    assert dialog.parent() is report.window and report.window.isVisible(), "turned back, the report is still there"
    dialog.reject()
    assert report.window.isVisible() and report.window.content is not None


def test_printing_keeps_pages_and_millimetres(report, tmp_path):
    """Printed to a PDF printer and read back: margins, parity, and a turned page on upright paper."""
    out = tmp_path / "印.pdf"
    dialog = _print_dialog(report, out)
    dialog.parity.setCurrentIndex(dialog.parity.findData("odd"))
    dialog.accept()
    report.desk.until(out.is_file)
    count = report.window.view.count
    with pdfplumber.open(out) as pdf:
        assert len(pdf.pages) == (count + 1) // 2
        assert {(round(page.width / MM), round(page.height / MM)) for page in pdf.pages} == {(210, 297)}
        left, top, right, bottom = _ink(pdf.pages[0])
    with pdfplumber.open(_saved(report)) as pdf:
        wanted = _ink(pdf.pages[0])
    assert (left, top, right, bottom) == pytest.approx(wanted, abs=0.5)


def test_a_turned_page_lies_on_the_paper_with_its_head_at_the_left(report, tmp_path):
    out = tmp_path / "印.pdf"
    turned = next(
        at for at, (width, height) in enumerate(report.desk.controllers.reports._pages.sizes) if width > height
    )
    dialog = _print_dialog(report, out)
    dialog.range.setCurrentIndex(dialog.range.findData(None))
    dialog.pages.setText(str(turned + 1))
    dialog.accept()
    report.desk.until(out.is_file)
    with pdfplumber.open(_saved(report)) as pdf:
        page = pdf.pages[turned]
        left, top, right, bottom = _ink(page)
        wide = page.width / MM
    with pdfplumber.open(out) as pdf:
        printed = _ink(pdf.pages[0])
    assert printed == pytest.approx((top, wide - right, bottom, wide - left), abs=0.5)


def test_a_wrong_range_is_told_and_nothing_is_printed(report, tmp_path):
    dialog = _print_dialog(report, tmp_path / "印.pdf")
    dialog.range.setCurrentIndex(dialog.range.findData(None))
    dialog.pages.setText("3-99")
    dialog.accept()
    assert dialog.isVisible() and "3-99" in dialog.error.words.text()
    dialog.reject()
    assert not (tmp_path / "印.pdf").exists()


def test_without_a_printer_the_dialog_says_what_to_do(report):
    output = report.desk.controllers.reports._output
    output.printer_names = lambda: ((), "")
    report.window.print_.click()
    dialog = report.find(PrintDialog)
    assert "未找到打印机" in dialog.error.words.text() and dialog.error.isVisible()
    assert dialog.printer.placeholderText() == "未找到打印机"
    assert not dialog.foot.primary.isEnabled() and dialog.export.isVisible()
    dialog.export.click()
    assert not dialog.isVisible()
    report.find(QFileDialog).reject()


def test_the_selected_tasks_are_printed_as_a_list_of_their_own(desk, tmp_path):
    desk.list.select(desk.task("（八）"))
    reports = desk.controllers.reports
    out = tmp_path / "清单.pdf"
    _use_pdf_printer(reports, out)
    desk.actions.print_selected.trigger()
    desk.until(lambda: reports.window is not None and reports.window.findChildren(PrintDialog) != [])
    assert "任务清单" in reports.window.content.title and reports.window.content.items == 1
    reports.window.findChildren(PrintDialog)[0].accept()
    desk.until(out.is_file)
    with pdfplumber.open(out) as pdf:
        assert len(pdf.pages) == reports.window.view.count
    reports.window.choices.all_tasks.click()
    desk.until(lambda: reports.window.content is not None and reports.window.content.items > 1)


def test_selected_tasks_are_not_narrowed_by_what_was_chosen_for_the_ledger(desk):
    report = Report(desk, "ledger")
    choices = report.window.choices
    choices.chapters.ask().chosen.emit(frozenset([choices.chapters._values[-1][0]]))
    report.settle()
    desk.list.select(desk.task("（一）"))
    _use_pdf_printer(desk.controllers.reports, None)
    desk.actions.print_selected.trigger()
    report.find(PrintDialog).reject()
    assert report.window.content.items == 1


def test_the_ruler_of_the_calibration_page_is_150_millimetres_on_paper(desk, tmp_path):
    out = tmp_path / "校准.pdf"
    reports = desk.controllers.reports
    _use_pdf_printer(reports, out, dots=600)
    desk.actions.print_calibration.trigger()
    desk.dialog(PrintDialog).accept()
    desk.until(out.is_file)
    with pdfplumber.open(out) as pdf:
        assert len(pdf.pages) == 2
        runs = _across(pdf.pages[0])
    assert runs[0] == pytest.approx((37, 28, 156), abs=0.4)
    assert any(width == pytest.approx(150, abs=0.4) for _, _, width in runs)


def test_closing_the_window_while_it_drafts_leaves_nothing_behind(desk):
    window = desk.controllers.reports.open()
    window.close()
    assert desk.controllers.reports.window is None
    again = Report(desk)
    assert again.window.view.count > 0


def test_another_workspace_closes_the_report_of_this_one(desk, report, tmp_path):
    desk.controllers.workspaces.open(tmp_path / "另一个台账")
    assert desk.controllers.reports.window is None
    assert not [box for box in desk.window.findChildren(QMessageBox) if box.isVisible()]


def test_on_a_small_screen_the_panes_give_way_and_come_back(report):
    window = report.window
    window.resize(911, 480)
    assert window.choices.isVisible() and not window.tabs.isVisible()
    window.bar.remarks.click()
    assert window.tabs.isVisible() and not window.choices.isVisible()
    window.bar.choices.click()
    assert window.choices.isVisible() and not window.tabs.isVisible()
    window.resize(700, 480)
    assert not window.choices.isVisible()
    window.resize(1366, 700)
    assert window.choices.isVisible() and window.tabs.isVisible()


def test_several_plans_are_offered_with_all_of_them_first(qtbot, folder):
    with open_workspace(folder, TODAY) as workspace:
        import_plan(workspace, PLAN)
        import_plan(workspace, PLANS / "003_d1666e1570234470.txt")
    desk = Desk(qtbot, folder)
    report = Report(desk)
    plan = report.window.choices.plan
    assert plan.count() == 3 and plan.itemData(0) is None
    plan.setCurrentIndex(2)
    plan.activated.emit(2)
    report.settle()
    assert report.window.options.plan == plan.itemData(2)
    desk.close()


def _use_pdf_printer(reports, out, dots=200):
    """A printer whose paper is a PDF file."""

    def make(name):
        assert name == "PDF"
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        printer.setResolution(dots)
        return printer

    reports._output.printer_names = lambda: (["PDF"], "PDF")
    reports._output.make_printer = make


def _print_dialog(report, out):
    _use_pdf_printer(report.desk.controllers.reports, out)
    report.window.print_.click()
    return report.find(PrintDialog)


def _saved(report):
    import io

    return io.BytesIO(report.desk.controllers.reports._pages._data)


def _dark(page):
    """The page at 200 dots an inch, what is dark in white."""
    return page.to_image(resolution=200).original.convert("L").point(lambda level: 255 if level < 160 else 0)


def _ink(page):
    """The edges of what is dark on a page, in millimetres: left, top, right, bottom."""
    return tuple(value / 200 * 25.4 for value in _dark(page).getbbox())


def _across(page):
    """The lines across of more than 100 mm from above, in millimetres: their height, left end and length."""
    image = _dark(page)
    found = []
    for y in range(image.height):
        row = image.crop((0, y, image.width, y + 1)).tobytes()
        longest = max(re.finditer(rb"\xff+", row), key=lambda run: len(run[0]), default=None)
        if longest is not None and len(longest[0]) > 100 / 25.4 * 200:
            found.append((y / 200 * 25.4, longest.start() / 200 * 25.4, len(longest[0]) / 200 * 25.4))
    return found


def test_no_word_of_the_window_is_addressed_politely(report):
    """look.md 6: official and short."""
    said = " ".join(
        [
            *(label.text() for label in report.window.findChildren(type(report.window.foot.note))),
            report.window.windowTitle(),
        ]
    )
    assert not re.search("[您请！]", said)
