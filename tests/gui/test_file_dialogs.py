"""Files and folders are asked for in one way: each kind of question begins where it was last answered, in Chinese."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo, QSettings, QStandardPaths, Qt, QTimer, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QToolButton,
    QTreeView,
    QWidget,
)

from desktop_app import paths
from desktop_app.gui.file_dialogs import FileDialogs, Purpose
from desktop_app.gui.tokens import DARK, contrast

QT = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / "qtbase_zh_CN.qm"
OWN = paths.resources() / "translations" / "qt_zh_CN.qm"


@pytest.fixture
def files(settings) -> FileDialogs:
    return FileDialogs(settings)


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def chinese(qapp):
    installed = []
    for file in (QT, OWN):
        translator = QTranslator()
        assert translator.load(str(file))
        qapp.installTranslator(translator)
        installed.append(translator)
    yield
    for translator in installed:
        qapp.removeTranslator(translator)


def answer(dialog: QFileDialog, path: Path) -> None:
    """Type the name and go on, as an officer does."""
    dialog.findChild(QLineEdit).setText(str(path))
    dialog.findChild(QDialogButtonBox).buttons()[0].click()


def begins_in(dialog: QFileDialog) -> Path:
    place = Path(dialog.directory().absolutePath())
    dialog.reject()
    return place


def folder(tmp_path: Path, name: str) -> Path:
    made = tmp_path / name
    made.mkdir()
    return made


def test_a_question_begins_where_the_last_of_its_kind_was_answered(files, window, tmp_path, settings):
    plan = folder(tmp_path, "规划") / "方案.txt"
    plan.write_text("一、总体要求", encoding="utf-8")
    taken = []
    answer(files.ask_files(window, "导入", Purpose.PLAN, [("规划文件", (".txt",))], taken.append), plan)
    assert taken == [[plan]]
    again = FileDialogs(QSettings(settings.fileName(), QSettings.Format.IniFormat))
    settings.sync()
    assert begins_in(again.ask_file(window, "新版本", Purpose.PLAN, [], taken.append)) == plan.parent
    assert begins_in(again.ask_file(window, "载入", Purpose.FORM, [], taken.append)) != plan.parent


def test_a_folder_that_is_gone_gives_way_to_the_documents_of_the_user(files, window, tmp_path, monkeypatch):
    documents = folder(tmp_path, "文档")
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(documents))
    files.remember(Purpose.EXPORT, tmp_path / "拔掉的移动盘")
    dialog = files.ask_place(window, "导出", Purpose.EXPORT, "台账.xlsx", [("台账", (".xlsx",))], print)
    assert begins_in(dialog) == documents


def test_the_ending_follows_the_kind_of_file_that_is_chosen(files, window, tmp_path):
    taken = []
    kinds = [("PDF 文件", (".pdf",)), ("Word 文件", (".docx",))]
    files.remember(Purpose.EXPORT, tmp_path)
    dialog = files.ask_place(window, "导出", Purpose.EXPORT, "对比/第1次.pdf", kinds, taken.append)
    assert Path(dialog.selectedFiles()[0]).name == "对比_第1次.pdf", "a name every system takes"
    assert dialog.defaultSuffix() == "pdf"
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    answer(dialog, tmp_path / "对比")
    assert taken == [tmp_path / "对比.docx"]


def test_a_file_that_is_there_is_asked_about_before_it_is_replaced(files, window, tmp_path, qtbot, chinese):
    (tmp_path / "台账.xlsx").write_bytes(b"")
    taken: list[Path] = []
    asked: list[str] = []

    def refuse() -> None:
        box = dialog.findChild(QMessageBox)
        asked.append(box.text())
        box.button(QMessageBox.StandardButton.No).click()

    files.remember(Purpose.EXPORT, tmp_path)
    dialog = files.ask_place(window, "导出", Purpose.EXPORT, "台账.xlsx", [("台账", (".xlsx",))], taken.append)
    QTimer.singleShot(200, dialog, refuse)
    answer(dialog, tmp_path / "台账.xlsx")
    assert asked == ["“台账.xlsx”已存在，是否覆盖？"]
    assert taken == [] and dialog.isVisible()
    dialog.reject()


def test_a_folder_is_asked_for_beginning_in_the_nearest_that_is_there(files, window, tmp_path):
    taken = []
    dialog = files.ask_folder(window, "存放", tmp_path / "exports" / "下发", taken.append)
    assert begins_in(dialog) == tmp_path
    answer(files.ask_folder(window, "函", Purpose.LETTERS, taken.append), tmp_path)
    assert taken == [tmp_path]
    assert files.folder_for(Purpose.LETTERS) == tmp_path


def test_the_dialog_of_qt_is_chinese_to_the_last_word(files, window, tmp_path, chinese):
    folder(tmp_path, "下发")
    files.remember(Purpose.PLAN, tmp_path)
    dialog = files.ask_file(window, "导入", Purpose.PLAN, [("规划文件", (".txt",))], print)
    QTest.qWait(300)
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    assert {"位置(&L)：", "文件名(&N)：", "文件类型(&T)："} <= set(labels)
    tips = [button.toolTip() for button in dialog.findChildren(QToolButton)]
    shown = dialog.findChild(QTreeView)
    model = shown.model()
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(4)]
    kind = model.index(0, 2, shown.rootIndex()).data()
    for words in (*labels, *tips, *heads, kind):
        assert not words or any("\u3400" <= letter <= "\u9fff" for letter in words), words
    dialog.reject()


def test_the_buttons_of_the_dialog_of_qt_are_seen_in_the_dark(window, theme, tmp_path):
    theme.set_tokens(DARK)
    files = FileDialogs(None, theme)
    files.remember(Purpose.PLAN, tmp_path)
    dialog = files.ask_file(window, "导入", Purpose.PLAN, [], print)
    picture = dialog.findChild(QToolButton, "toParentButton").icon().pixmap(16, 16).toImage()
    inks = [picture.pixelColor(x, y) for x in range(16) for y in range(16)]
    ink = max(inks, key=lambda colour: colour.alpha())
    assert contrast(ink.name().upper(), DARK.chrome) >= 3
    dialog.reject()
