"""Plans come into the window by drop, by paste and as old ledgers; what cannot be read is refused with one sentence."""

import datetime as dt
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop_app.domain.old_ledger import Column
from desktop_app.domain.task import Status
from desktop_app.gui.dialogs.import_review import ImportReviewDialog
from desktop_app.gui.dialogs.ledger_columns import LedgerColumnsDialog
from desktop_app.gui.models.columns import Column as GridColumn
from desktop_app.services import originals
from tests.gui.journey import PLAN, Desk, drop

FORMATS = Path(__file__).parents[1] / "data" / "formats"
WORDS = "云山县2026年工作要点\n一、重点任务\n1.建设平台。建成共享平台。（县数据局牵头，2026年6月底前完成）\n2.清理证明。全面清理。（县司法局负责）"
CELLS = "序号\t工作任务\t责任单位\t完成时限\t状态\t进展情况\n1\t建设平台\t县数据局\t2021年12月底前\t推进中\t已完成招标\n2\t清理证明\t县司法局\t2021年9月底前\t已完成\t已清理12项"


@pytest.fixture
def desk(qtbot, tmp_path):
    desk = Desk(qtbot, tmp_path / "台账")
    yield desk
    desk.close()
    # What is left there would be taken down after Python.
    QGuiApplication.clipboard().clear()


@pytest.fixture
def ledger(tmp_path):
    path = tmp_path / "旧台账.xlsx"
    book = openpyxl.Workbook()
    book.active.title = "任务"
    for line in ["云山县2021年重点任务台账", *CELLS.split("\n")]:
        book.active.append(line.split("\t"))
    other = book.create_sheet("通讯录")
    other.append(["姓名", "电话"])
    other.append(["张三", "123"])
    book.save(path)
    book.close()
    return path


def copy(words: str = "", html: str = "", files: list[Path] | None = None) -> None:
    data = QMimeData()
    if words:
        data.setText(words)
    if html:
        data.setHtml(html)
    if files:
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    QGuiApplication.clipboard().setMimeData(data)


def refused(desk: Desk) -> str:
    """The sentence of the box that the window shows; nothing was stored."""
    box = desk.dialog(QMessageBox)
    words = box.text()
    box.close()
    assert desk.session.rows == {}
    assert not list((desk.session.workspace.folder / "sources").rglob("*.*"))
    return words


def test_an_old_ledger_goes_through_its_columns_and_the_review_into_the_ledger(desk, ledger):
    drop(desk.window, [ledger])
    columns = desk.dialog(LedgerColumnsDialog)
    assert [columns.tabs.tabText(tab) for tab in range(2)] == ["任务", "通讯录（不导入）"]
    assert [box.currentText() for box in columns.header.boxes] == [
        "编号", "任务", "责任单位", "完成时限", "状态", "进展情况",
    ]  # fmt: skip
    assert columns.about.text() == "共 4 行：任务 2 行，不作任务 2 行（表名和填报信息 1，表头 1）"
    assert columns.foot.primary.text() == "继续（2 项任务）"
    columns.foot.primary.click()
    review = desk.dialog(ImportReviewDialog)
    review.foot.primary.click()
    desk.until(lambda: len(desk.session.rows) == 2)
    platform, proofs = desk.session.rows.values()
    assert (platform.status, platform.latest.text) == (Status.IN_PROGRESS, "已完成招标")
    assert (proofs.status, proofs.due.date) == (Status.AWAITING_CHECK, dt.date(2021, 9, 30))
    assert originals.file_of_task(desk.session.workspace, platform.id).read_bytes() == ledger.read_bytes()


def test_columns_are_corrected_with_the_keyboard_and_remembered(desk, ledger):
    drop(desk.window, [ledger])
    columns = desk.dialog(LedgerColumnsDialog)
    unit = columns.header.boxes[2]
    unit.setFocus()
    unit.setCurrentIndex(unit.findData(Column.LEAD.value))
    columns.header.boxes[1].setCurrentIndex(columns.header.boxes[1].findData(""))
    assert columns.error.words.text() == "没有一列作为“任务”，在列名下方选择"
    assert not columns.foot.primary.isEnabled()
    columns.header.boxes[1].setCurrentIndex(columns.header.boxes[1].findData(Column.TITLE.value))
    columns.foot.primary.click()
    desk.dialog(ImportReviewDialog).reject()
    drop(desk.window, [ledger])
    desk.until(lambda: bool([d for d in desk.window.findChildren(LedgerColumnsDialog) if d.isVisible()]))
    again = desk.dialog(LedgerColumnsDialog)
    assert again.header.boxes[2].currentText() == "牵头单位"
    again.reject()
    assert desk.session.rows == {}


def test_one_column_cannot_mean_what_another_means(desk, ledger):
    drop(desk.window, [ledger])
    columns = desk.dialog(LedgerColumnsDialog)
    number = columns.header.boxes[0]
    number.setCurrentIndex(number.findData(Column.TITLE.value))
    assert [box.currentText() for box in columns.header.boxes][:2] == ["任务", "不用"]
    columns.head_rows.setCurrentIndex(2)
    columns.head_rows.activated.emit(2)
    assert "任务 1 行" in columns.about.text()
    columns.reject()


def test_a_sheet_can_be_left_out_or_taken(desk, ledger):
    drop(desk.window, [ledger])
    columns = desk.dialog(LedgerColumnsDialog)
    columns.wanted.click()
    assert not columns.foot.primary.isEnabled()
    columns.tabs.setCurrentIndex(1)
    columns.header.boxes[0].setCurrentIndex(columns.header.boxes[0].findData(Column.TITLE.value))
    assert columns.wanted.isChecked()
    assert columns.foot.primary.text() == "继续（2 项任务）"
    columns.head_rows.setCurrentIndex(1)
    columns.head_rows.activated.emit(1)
    assert columns.foot.primary.text() == "继续（1 项任务）"
    columns.reject()


@pytest.mark.parametrize("where", ["first page", "list"])
def test_copied_words_are_pasted_by_key(desk, where):
    if where == "list":
        copy(files=[PLAN])
        QTest.keyClick(desk.window.first_start.ways[0], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        desk.dialog(ImportReviewDialog).accept()
        desk.until(lambda: len(desk.session.rows) == 50)
    copy(WORDS)
    focus = desk.list.view() if where == "list" else desk.window.first_start.ways[0]
    desk.window.activateWindow()
    QApplication.processEvents()
    focus.setFocus()
    QTest.keyClick(focus, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    desk.until(
        lambda: any(d.isVisible() and "粘贴" in d.windowTitle() for d in desk.window.findChildren(ImportReviewDialog))
    )
    review = next(d for d in desk.window.findChildren(ImportReviewDialog) if "粘贴" in d.windowTitle())
    assert review.plan.title == "云山县2026年工作要点"
    review.accept()
    desk.until(lambda: any(row.title == "清理证明" for row in desk.session.rows.values()))
    task = next(row for row in desk.session.rows.values() if row.title == "清理证明")
    assert originals.file_of_task(desk.session.workspace, task.id).read_text(encoding="utf-8") == WORDS


def test_a_field_that_is_being_edited_takes_the_pasted_words_itself(desk):
    copy(files=[PLAN])
    desk.actions.paste_plan.trigger()
    desk.dialog(ImportReviewDialog).accept()
    desk.until(lambda: len(desk.session.rows) == 50)
    copy("数据局")
    desk.window.search.setFocus()
    QTest.keyClick(desk.window.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.search.text() == "数据局"
    assert not desk.controllers.worker.busy


def test_a_cell_that_is_being_edited_keeps_its_keys(desk):
    copy(files=[PLAN])
    desk.actions.paste_plan.trigger()
    desk.dialog(ImportReviewDialog).accept()
    desk.until(lambda: len(desk.session.rows) == 50)
    desk.actions.show_grid.trigger()
    desk.select("（二）")
    view = desk.list.view()
    view.edit(view.currentIndex().siblingAtColumn(GridColumn.PERCENT))
    copy(WORDS)
    desk.actions.paste_plan.trigger()
    assert not desk.controllers.worker.busy


def test_copied_cells_of_a_spreadsheet_are_a_ledger(desk):
    copy(CELLS, "<table><tr><td>序号</td></tr></table>")
    desk.actions.paste_plan.trigger()
    columns = desk.dialog(LedgerColumnsDialog)
    assert columns.windowTitle() == "核对栏目 - 粘贴的表格.txt"
    columns.foot.primary.click()
    desk.dialog(ImportReviewDialog).accept()
    desk.until(lambda: len(desk.session.rows) == 2)


def test_a_copied_page_without_plain_words_is_read_from_its_marks(desk):
    copy(html="".join(f"<p>{line}</p>" for line in WORDS.split("\n")))
    desk.actions.paste_plan.trigger()
    review = desk.dialog(ImportReviewDialog)
    assert len(review.plan.tasks) == 2
    review.reject()


def test_an_empty_clipboard_is_said_to_be_empty(desk):
    copy(" ")
    desk.actions.paste_plan.trigger()
    assert desk.status() == "剪贴板中没有文字，先复制正文或表格"


def test_what_was_pasted_leaves_no_copy_outside_the_workspace(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    copy(WORDS)
    desk.actions.paste_plan.trigger()
    review = desk.dialog(ImportReviewDialog)
    assert list(tmp_path.glob("xiaohao-*/*.txt"))
    review.reject()
    QApplication.processEvents()
    assert not list(tmp_path.glob("xiaohao-*"))


def _locked_docx(folder: Path) -> Path:
    path = folder / "加密方案.docx"
    path.write_bytes(
        bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 1500 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
    )
    return path


def _locked_xlsx(folder: Path) -> Path:
    path = folder / "加密台账.xlsx"
    shutil.copy(_locked_docx(folder), path)
    return path


def _bomb(folder: Path) -> Path:
    path = folder / "炸弹.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", b" " * 400_000_000)
    return path


def _wrong_ending(folder: Path) -> Path:
    path = folder / "方案.pdf"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", "<w:document/>")
    return path


def _secret(folder: Path) -> Path:
    path = folder / "内部方案.txt"
    path.write_text("秘密★10年\n" + WORDS, encoding="utf-8")
    return path


def _secret_ledger(folder: Path) -> Path:
    path = folder / "内部台账.csv"
    path.write_text("机密★\n" + CELLS.replace("\t", ","), encoding="utf-8")
    return path


def _scan(folder: Path) -> Path:
    from reportlab.pdfgen.canvas import Canvas

    path = folder / "扫描件.pdf"
    page = Canvas(str(path))
    page.rect(50, 50, 300, 500, fill=1)
    page.showPage()
    page.save()
    return path


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (_scan, ("没有可读的文字", "扫描件")),
        (_locked_docx, ("密码", "另存")),
        (_locked_xlsx, ("密码", "另存为 .xlsx")),
        (_bomb, ("解压后过大", "另存后重新导入")),
        (_wrong_ending, ("扩展名", "DOCX")),
        (_secret, ("秘密", "涉密文件不得导入")),
        (_secret_ledger, ("机密", "涉密文件不得导入")),
    ],
)
def test_what_must_not_or_cannot_be_read_is_refused_in_one_sentence(desk, tmp_path, make, words):
    drop(desk.window, [make(tmp_path)])
    sentence = refused(desk)
    assert all(word in sentence for word in words), sentence
    assert "\n" not in sentence and "Error" not in sentence


def test_a_marked_text_is_not_pasted_either(desk):
    copy("机密★1年\n" + WORDS)
    desk.actions.paste_plan.trigger()
    assert "涉密文件不得导入" in refused(desk)


def test_one_bad_file_among_several_does_not_stop_the_others(desk, tmp_path):
    good = tmp_path / "工作要点.txt"
    good.write_text(WORDS, encoding="utf-8")
    drop(desk.window, [_secret(tmp_path), good])
    review = desk.dialog(ImportReviewDialog)
    assert "第2份，共2份" in review.windowTitle()
    review.accept()
    desk.until(lambda: len(desk.session.rows) == 2)
    desk.dialog(QMessageBox).close()


def _text_pdf(folder: Path) -> Path:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    path = folder / "方案.pdf"
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    page = Canvas(str(path))
    page.setFont("STSong-Light", 12)
    for number, line in enumerate(WORDS.split("\n")):
        page.drawString(70, 760 - 24 * number, line)
    page.save()
    return path


def _docx(folder: Path) -> Path:
    from docx import Document

    made = Document()
    for line in WORDS.split("\n"):
        made.add_paragraph(line)
    made.save(str(folder / "方案.docx"))
    return folder / "方案.docx"


def _written(name: str, words: str):
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_text(words, encoding="utf-8")
        return path

    return make


PAGE = "<html><body>" + "".join(f"<p>{line}</p>" for line in WORDS.split("\n")) + "</body></html>"


@pytest.mark.parametrize(
    "make",
    [_text_pdf, _docx, _written("方案.txt", WORDS), _written("方案.md", WORDS), _written("方案.html", PAGE)],
    ids=["pdf", "docx", "txt", "md", "html"],
)
def test_documents_of_each_kind_are_dropped_and_reviewed(desk, tmp_path, make):
    drop(desk.window, [make(tmp_path)])
    review = desk.dialog(ImportReviewDialog)
    assert [task.title for task in review.plan.tasks] == ["建设平台", "清理证明"]
    review.reject()


@pytest.mark.parametrize("name", ["台账.xls", "台账.ods", "台账.csv"])
def test_spreadsheets_of_each_kind_are_dropped_and_their_columns_shown(desk, tmp_path, name):
    file = FORMATS / name
    if name == "台账.csv":
        file = tmp_path / name
        file.write_text(CELLS.replace("\t", ","), encoding="gbk")
    drop(desk.window, [file])
    columns = desk.dialog(LedgerColumnsDialog)
    assert "任务" in [box.currentText() for box in columns.header.boxes]
    columns.foot.primary.click()
    review = desk.dialog(ImportReviewDialog)
    assert review.plan.tasks
    review.reject()


def test_a_workbook_can_be_read_as_text(desk, ledger):
    drop(desk.window, [ledger])
    desk.dialog(LedgerColumnsDialog).as_text.click()
    review = desk.dialog(ImportReviewDialog)
    assert [task.title for task in review.plan.tasks][:2] == ["建设平台", "清理证明"]
    assert review.plan.records == ()
    review.reject()


def test_the_file_dialog_offers_every_ending_that_can_be_read(desk):
    from PySide6.QtWidgets import QFileDialog

    from desktop_app.ingest.readers import SUFFIXES

    desk.actions.import_plan.trigger()
    dialog = desk.dialog(QFileDialog)
    assert set(dialog.nameFilters()[0].split("(")[1].rstrip(")").split()) == {f"*{suffix}" for suffix in SUFFIXES}
    dialog.reject()


def test_a_review_of_a_ledger_says_that_its_record_is_stored_and_corrections_keep_it(desk, ledger):
    from desktop_app.domain.corrections import NodeRef, SetTitle

    drop(desk.window, [ledger])
    desk.dialog(LedgerColumnsDialog).foot.primary.click()
    review = desk.dialog(ImportReviewDialog)
    assert review.foot.note.text().startswith("表中的状态、进度和进展一并存入。")
    review.bench.do(SetTitle(NodeRef.of(review.plan.tasks[0]), "建设统一平台"))
    review.accept()
    desk.until(lambda: len(desk.session.rows) == 2)
    row = next(iter(desk.session.rows.values()))
    assert (row.title, row.latest.text) == ("建设统一平台", "已完成招标")


def test_corrections_of_a_stored_plan_are_written_from_the_menu(desk, tmp_path):
    from desktop_app.domain.corrections import NodeRef, SetTitle

    copy(WORDS)
    desk.actions.paste_plan.trigger()
    review = desk.dialog(ImportReviewDialog)
    review.bench.do(SetTitle(NodeRef.of(review.plan.tasks[0]), "建设统一平台"))
    review.accept()
    desk.until(lambda: len(desk.session.rows) == 2)
    desk.controllers.plans.write_corrections(desk.session.plans[0].id, tmp_path / "更正.json")
    assert "建设统一平台" in (tmp_path / "更正.json").read_text(encoding="utf-8")
    assert desk.status() == "已导出核对更正：更正.json"


def test_signs_of_a_paragraph_are_said_in_words(desk):
    copy(WORDS)
    desk.actions.paste_plan.trigger()
    review = desk.dialog(ImportReviewDialog)
    review.source.put_cursor(review.plan.tasks[0].span.start, told=True)
    assert review.source.accessibleDescription() == "第 3 段：任务、单位、时限"
    review.reject()
