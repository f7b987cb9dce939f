"""Puts pages of a PDF on paper, millimetre for millimetre: drawn in bands at the printer's own resolution."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QTransform
from PySide6.QtPrintSupport import QPrinter

from desktop_app.domain.errors import BadInput, StorageFailure
from desktop_app.gui.words import tr

if TYPE_CHECKING:
    from desktop_app.exports.pdf_pages import PdfPages

Progress = Callable[[int, int], None]

MOST_DPI = 600
"""Finer than this no page of text gains, and a page takes four times the memory."""

_BAND = 1024
"""Rows of pixels drawn at a time: a whole page at 600 dots an inch would take 140 MB."""
_RANGE = re.compile(r"(\d+)(?:\s*[-—–~至]\s*(\d+))?")


class Parity(Enum):
    """Which of the chosen pages are printed: for printers that need the paper turned by hand."""

    ALL = "all"
    ODD = "odd"
    EVEN = "even"


class Sides(Enum):
    """How the printer is to turn the paper."""

    ONE = "one"
    LONG_EDGE = "long"
    SHORT_EDGE = "short"


@dataclass(frozen=True, slots=True)
class PrintChoice:
    """What is printed and how often; `pages` as 1-3,5 or "" for all."""

    pages: str = ""
    parity: Parity = Parity.ALL
    backwards: bool = False
    copies: int = 1
    sides: Sides = Sides.LONG_EDGE


def page_numbers(choice: PrintChoice, count: int) -> list[int]:
    """The numbers of the pages to be printed, from 1, in the order they leave the printer.

    Raises:
        BadInput: the range is written in another way, or names no page of the report.
    """
    chosen = _ranged(choice.pages, count) if choice.pages.strip() else list(range(1, count + 1))
    if choice.parity is not Parity.ALL:
        chosen = [number for number in chosen if number % 2 == (choice.parity is Parity.ODD)]
    if not chosen:
        raise BadInput(tr("所选范围内没有要打印的页，报告共 {0} 页").format(count))
    return chosen[::-1] if choice.backwards else chosen


def system_numbers(printer: QPrinter, count: int) -> list[int]:
    """The pages that the system's own dialog asked for."""
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        return list(range(max(printer.fromPage(), 1), min(printer.toPage() or count, count) + 1))
    return list(range(1, count + 1))


def _ranged(text: str, count: int) -> list[int]:
    numbers: list[int] = []
    for piece in re.split(r"[,，、;；\s]+", text.strip()):
        match = _RANGE.fullmatch(piece)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
        if not 1 <= first <= last <= count:
            raise BadInput(tr("页码范围“{0}”应写为 1-3,5，页码不超过 {1}").format(text, count))
        numbers += range(first, last + 1)
    return sorted(set(numbers))


def make_ready(printer: QPrinter, choice: PrintChoice) -> None:
    """Set the paper, the copies and the turning; every page is printed on upright A4 and fills it."""
    upright = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
    upright.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(upright)
    printer.setFullPage(True)
    printer.setCopyCount(choice.copies)
    modes = {
        Sides.ONE: QPrinter.DuplexMode.DuplexNone,
        Sides.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
        Sides.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
    }
    printer.setDuplex(modes[choice.sides])


def print_pages(printer: QPrinter, pages: PdfPages, numbers: Sequence[int], progress: Progress) -> None:
    """Print these pages. A turned page is laid on the upright paper with its head at the binding edge.

    Raises:
        StorageFailure: the printer does not take the work.
        Cancelled: raised by `progress`; the printer is told to drop the work.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise StorageFailure(tr("打印机没有响应，检查打印机后重试"))
    try:
        for done, number in enumerate(numbers):
            progress(done, len(numbers))
            if done and not printer.newPage():
                raise StorageFailure(tr("打印机中止了打印，检查打印机后重试"))
            _draw(painter, printer, pages, number - 1)
        progress(len(numbers), len(numbers))
    except Exception:
        printer.abort()
        raise
    finally:
        painter.end()


def _draw(painter: QPainter, printer: QPrinter, pages: PdfPages, at: int) -> None:
    width, height = pages.sizes[at]
    dots = printer.logicalDpiX() / 72
    painter.setTransform(QTransform(0, -1, 1, 0, 0, width * dots) if width > height else QTransform())
    scale = min(printer.resolution(), MOST_DPI) / 72
    rows, dot = pages.height(at, scale), dots / scale
    for first in range(0, rows, _BAND):
        picture = pages.picture(at, scale, (first, min(first + _BAND, rows)))
        colours = QImage(picture.data, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
        grey = colours.convertToFormat(QImage.Format.Format_Grayscale8)
        painter.drawImage(QRectF(0, first * dot, picture.width * dot, picture.height * dot), grey)
