"""打印: which printer, which pages, how often, on one side or on both."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from desktop_app.domain.errors import BadInput
from desktop_app.gui.dialogs.form import FormDialog, number_field
from desktop_app.gui.printing import Parity, PrintChoice, Sides, page_numbers
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import say, tr


class PrintDialog(FormDialog):
    """Offers the printers of the system; its own settings of one are opened on request."""

    system_requested = Signal(str)
    """The printer for which the system's own dialog is wanted."""
    export_requested = Signal()
    """There is no printer: the pages are wanted as a file instead."""
    calibration_requested = Signal(str)
    """The printer that is to print the page with the ruler."""

    def __init__(
        self, theme: Theme, title: str, printers: Sequence[str], chosen: str, count: int, current: int, parent: QWidget
    ) -> None:
        super().__init__(theme, tr("打印"), title, parent, tr("打印"))
        self._count = count
        self.printer = QComboBox()
        for name in printers:
            self.printer.addItem(name, name)
        self.printer.setCurrentIndex(max(self.printer.findData(chosen), 0))
        self.export = QPushButton(self.tr("导出 PDF…"))
        self.export.setVisible(False)
        self.system = QPushButton(self.tr("系统对话框…"))
        self.range = QComboBox()
        self.range.addItem(self.tr("全部（共 {0} 页）").format(count), "")
        self.range.addItem(self.tr("当前页（第 {0} 页）").format(current), str(current))
        self.range.addItem(self.tr("页码范围"), None)
        self.pages = QLineEdit()
        self.pages.setPlaceholderText("1-3,5")
        self.parity, self.sides = QComboBox(), QComboBox()
        for words, parity in (
            (self.tr("奇数页和偶数页"), Parity.ALL), (self.tr("仅奇数页"), Parity.ODD), (self.tr("仅偶数页"), Parity.EVEN),
        ):  # fmt: skip
            self.parity.addItem(words, parity.value)
        for words, sides in (
            (self.tr("双面，沿长边翻转"), Sides.LONG_EDGE), (self.tr("双面，沿短边翻转"), Sides.SHORT_EDGE),
            (self.tr("单面"), Sides.ONE),
        ):  # fmt: skip
            self.sides.addItem(words, sides.value)
        self.copies = number_field(1, 99)
        self.backwards = QCheckBox(self.tr("从末页印起"))
        self.calibrate = QPushButton(self.tr("打印校准页"))
        self._fill()
        self._connect()
        self._fit()

    def printer_name(self) -> str:
        """The chosen printer."""
        return str(self.printer.currentData() or "")

    def offer_export(self) -> None:
        """Pages that can be written as a PDF are offered so where there is no printer."""
        self.export.setVisible(not self.printer.count())

    def choice(self) -> PrintChoice:
        """What is to be printed."""
        pages = self.range.currentData()
        return PrintChoice(
            self.pages.text() if pages is None else pages,
            Parity(self.parity.currentData()),
            self.backwards.isChecked(),
            self.copies.value(),
            Sides(self.sides.currentData()),
        )

    def problem(self) -> tuple[QWidget, str] | None:
        if not self.printer.count():
            return self.printer, self.tr("未找到打印机，先在系统中添加")
        try:
            page_numbers(self.choice(), self._count)
        except BadInput as error:
            return self.pages if self.range.currentData() is None else self.parity, say(str(error))
        return None

    def _fill(self) -> None:
        for words, fields in (
            (self.tr("打印机"), (self.printer, self.system)), (self.tr("页"), (self.range, self.pages)),
            (self.tr("奇偶"), (self.parity, self.backwards)), (self.tr("纸张"), (self.sides,)), (self.tr("份数"), (self.copies,)),
        ):  # fmt: skip
            row = QHBoxLayout()
            row.setSpacing(8)
            for at, field in enumerate(fields):
                row.addWidget(field, 1 if at == 0 else 0)
            self.form.addRow(words, row)
            fields[0].setAccessibleName(words)
        note = QLabel(self.tr("按实际大小打印在 A4 纸上。首次使用一台打印机，先打印校准页，用尺核对。"))
        note.setWordWrap(True)
        self.form.addRow("", note)
        self.foot.row.insertWidget(1, self.calibrate)
        self.export.setAutoDefault(False)
        for button in (self.system, self.calibrate):
            button.setAutoDefault(False)
            button.setEnabled(self.printer.count() > 0)
        self.foot.row.insertWidget(1, self.export)
        self.foot.primary.setDefault(True)
        self.resize(460, 320)
        if not self.printer.count():
            self._say_that_there_is_none()

    def _say_that_there_is_none(self) -> None:
        self.printer.setPlaceholderText(self.tr("未找到打印机"))
        self.printer.setEnabled(False)
        self.foot.primary.setEnabled(False)
        self.error.say(self.tr("未找到打印机，先在系统中添加"))
        self.resize(460, 372)

    def _connect(self) -> None:
        self.range.activated.connect(self._fit)
        self.export.clicked.connect(self.reject)
        self.export.clicked.connect(self.export_requested)
        self.system.clicked.connect(lambda: self.system_requested.emit(self.printer_name()))
        self.calibrate.clicked.connect(lambda: self.calibration_requested.emit(self.printer_name()))

    def _fit(self) -> None:
        self.pages.setVisible(self.range.currentData() is None)
        if self.range.currentData() is None:
            self.pages.setFocus()
