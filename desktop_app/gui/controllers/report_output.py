"""A drafted report leaves the window: as a file, or on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop_app.domain.errors import Cancelled, XiaohaoError
from desktop_app.gui.controllers import messages
from desktop_app.gui.controllers.desk import Desk
from desktop_app.gui.controllers.long_work import counted
from desktop_app.gui.dialogs.export_result import ExportResultDialog
from desktop_app.gui.file_dialogs import Purpose
from desktop_app.gui.words import say

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop_app.exports.pdf_pages import PdfPages
    from desktop_app.exports.report_model import ReportContent
    from desktop_app.gui.dialogs.report.print_dialog import PrintDialog
    from desktop_app.gui.dialogs.report.window import ReportWindow
    from desktop_app.services.exchange import ExportResult


class ReportOutput(QObject):
    """Asks where to, writes or prints, and counts a letter that urges a unit."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.printer_names: Callable[[], tuple[Sequence[str], str]] = _system_printers
        self.make_printer: Callable[[str], QPrinter] = _system_printer

    def ask_file(self, window: ReportWindow, template: str, content: ReportContent, suffix: str) -> None:
        """Ask for the file, then write."""
        self._desk.files.ask_place(
            window,
            self.tr("导出报告"),
            Purpose.EXPORT,
            f"{content.title}{self._desk.today:%Y%m%d}.{suffix}",
            [(self.tr("Word 文件") if suffix == "docx" else self.tr("PDF 文件"), (f".{suffix}",))],
            lambda path: self.write(window, template, content, path),
        )

    def write(self, window: ReportWindow, template: str, content: ReportContent, path: Path) -> None:
        """Write the report beside the window, exactly as the preview shows it."""
        from desktop_app.services import exchange

        self._desk.worker.run(
            self.tr("正在导出 {0}").format(path.name),
            lambda progress: exchange.write_report(path, content, template, progress),
            lambda result: self._written(window, content, result),
            lambda error: self._say(window, error),
        )

    def ask_printer(self, window: ReportWindow, content: ReportContent, pages: PdfPages) -> PrintDialog:
        """Ask how to print, then print the pages of this moment, whatever the preview shows by then."""
        kept = pages.again()
        dialog = self._print_dialog(content.title, len(kept), window.view.current + 1, window)
        dialog.accepted.connect(lambda: self._print(window, kept, dialog, content))
        dialog.system_requested.connect(lambda name: self._ask_system(window, kept, dialog, name, content))
        dialog.calibration_requested.connect(lambda _: self.ask_calibration(dialog))
        dialog.export_requested.connect(window.pdf.click)
        dialog.offer_export()
        dialog.finished.connect(kept.close)
        return dialog

    def ask_calibration(self, window: QWidget) -> PrintDialog | None:
        """Ask how to print the page with the ruler, then print it; None when it cannot be drawn, which is said."""
        try:
            pages = self._calibration()
        except XiaohaoError as error:
            self._say(window, error)
            return None
        return self.ask_pages(window, self.tr("打印校准页"), pages)

    def ask_pages(self, window: QWidget, title: str, pages: PdfPages) -> PrintDialog:
        """Ask how to print pages that are no report, then print and close them."""
        dialog = self._print_dialog(title, len(pages), 1, window)
        dialog.calibrate.setVisible(False)
        dialog.accepted.connect(lambda: self._print(window, pages, dialog))
        dialog.system_requested.connect(lambda name: self._ask_system(window, pages, dialog, name))
        dialog.finished.connect(pages.close)
        return dialog

    def _print_dialog(self, title: str, count: int, current: int, window: QWidget) -> PrintDialog:
        from desktop_app.gui.dialogs.report.print_dialog import PrintDialog

        names, usual = self.printer_names()
        dialog = PrintDialog(self._desk.window.theme, title, names, usual, count, current, window)
        dialog.open()
        return dialog

    def _calibration(self) -> PdfPages:
        from desktop_app.exports.pdf_pages import PdfPages
        from desktop_app.services import exchange
        from desktop_app.services.scratch import scratch_folder

        with scratch_folder() as folder:
            return PdfPages.read(exchange.export_calibration(folder / "校准.pdf").path)

    def _print(
        self, window: QWidget, pages: PdfPages, dialog: PrintDialog, content: ReportContent | None = None
    ) -> None:
        from desktop_app.gui.printing import make_ready, page_numbers

        printer, choice = self.make_printer(dialog.printer_name()), dialog.choice()
        make_ready(printer, choice)
        self._send(window, printer, pages, page_numbers(choice, len(pages)), content)

    def _ask_system(
        self, window: QWidget, pages: PdfPages, dialog: PrintDialog, name: str, content: ReportContent | None = None
    ) -> None:
        """The system's own dialog decides on printer, trays, pages and copies instead."""
        from PySide6.QtPrintSupport import QPrintDialog

        from desktop_app.gui.printing import make_ready, system_numbers

        printer = self.make_printer(name)
        make_ready(printer, dialog.choice())
        system = QPrintDialog(printer, dialog)
        system.setMinMax(1, len(pages))
        # Windows shows its own dialog, which only exec() can.
        accepted = system.exec()
        system.deleteLater()
        if accepted:
            self._send(window, printer, pages, system_numbers(printer, len(pages)), content)
            dialog.reject()

    def _send(
        self, window: QWidget, printer: QPrinter, pages: PdfPages, numbers: Sequence[int], content: ReportContent | None
    ) -> None:
        from desktop_app.gui.printing import print_pages

        try:
            with counted(window, self.tr("正在打印")) as progress:
                print_pages(printer, pages, numbers, progress)
        except XiaohaoError as error:
            self._say(window, error)
            return
        self._tell(window, self.tr("已送打印机 {0} 页").format(len(numbers)))
        self._count_letter(content)

    def _written(self, window: ReportWindow, content: ReportContent, result: ExportResult) -> None:
        self._count_letter(content)
        self._tell(window, self.tr("已导出 {0}").format(result.path.name))
        ExportResultDialog(self._desk.window.theme, result.path, result.message, self._place(window)).open()

    def _count_letter(self, content: ReportContent | None) -> None:
        """A letter that left is an urging."""
        from desktop_app.services import urging

        if content is not None and content.urges:
            self._desk.run(lambda workspace: urging.record_letter(workspace, content))

    def _tell(self, window: QWidget, words: str) -> None:
        self._desk.window.set_status(saved=words)
        say = getattr(self._place(window), "say", None)
        if say is not None:
            say(words)

    def _place(self, window: QWidget) -> QWidget:
        """Where to speak up: the window that asked, or the main one when that was closed meanwhile."""
        return window if isValid(window) and window.isVisible() else self._desk.window

    def _say(self, window: QWidget, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self._tell(window, say(str(error)))
        elif isinstance(error, XiaohaoError):
            messages.warn(self._place(window), say(str(error)))
        else:
            raise error


def _system_printers() -> tuple[Sequence[str], str]:
    """The names of the printers, and that of the usual one."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return QPrinterInfo.availablePrinterNames(), QPrinterInfo.defaultPrinterName()


def _system_printer(name: str) -> QPrinter:
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    return QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
