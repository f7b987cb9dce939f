"""The right pane: how the receipt of the workbook will read, and what becomes of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QMenu, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from desktop_app.gui.dialogs.difference_view import Framed
from desktop_app.gui.icons import icon
from desktop_app.gui.theme import Theme
from desktop_app.gui.words import tr

_SHARES = (30, 16, 20, 34)
"""Widths of the columns of the table, in hundredths."""


@dataclass(frozen=True, slots=True)
class ReceiptText:
    """A receipt in words, for the eye; the files are drawn from the same draft."""

    title: str
    addressee: str
    opening: str
    parts: tuple[tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]], ...]
    """Of each part its heading, its sentences, and the cells of its table, the head first."""
    closing: str
    signature: str
    signed_on: dt.date | None


class ReceiptPane(QWidget):
    """A page in small above, below it what becomes of this receipt, and in which forms all are wanted after merging."""

    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._receipt: ReceiptText | None = None
        theme.changed.connect(self._write)
        self.page = QTextBrowser()
        self.page.setProperty("wording", True)
        self.page.setAccessibleName(tr("回执预览"))
        self.page.setTabChangesFocus(True)
        self.print, self.save = _button(theme, "print", tr("打印…")), _button(theme, "document_text", tr("另存…"))
        self.print.clicked.connect(self.print_wanted)
        self.save.clicked.connect(self.save_wanted)
        self.pdf = QCheckBox(tr("生成 PDF 回执"))
        self.word = QCheckBox(tr("生成 Word 回执"))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(8)
        column.addWidget(QLabel(tr("回执预览")))
        column.addWidget(Framed(theme, self.page), 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.print)
        row.addWidget(self.save)
        row.addStretch(1)
        column.addLayout(row)
        for words in (tr("合并为一步，可整体撤销。"), tr("合并前自动备份。"), tr("未全部确定前不写入。")):
            column.addWidget(QLabel(words))
        column.addWidget(self.pdf)
        column.addWidget(self.word)

    def make_button(self) -> QPushButton:
        """A button with the same choice, for a window that has no room for the pane."""
        button = QPushButton(tr("回执"))
        button.setAutoDefault(False)
        menu = QMenu(button)
        for box in (self.pdf, self.word):
            action = menu.addAction(box.text())
            action.setCheckable(True)
            action.setChecked(box.isChecked())
            action.toggled.connect(box.setChecked)
            box.toggled.connect(action.setChecked)
        menu.addSeparator()
        for one, wanted in ((self.print, self.print_wanted), (self.save, self.save_wanted)):
            menu.addAction(one.text()).triggered.connect(wanted)
        button.setMenu(menu)
        return button

    def suffixes(self) -> tuple[str, ...]:
        """The forms in which receipts are wanted."""
        return tuple(end for box, end in ((self.pdf, ".pdf"), (self.word, ".docx")) if box.isChecked())

    def want(self, suffixes: Collection[str]) -> None:
        """Want receipts in these forms."""
        self.pdf.setChecked(".pdf" in suffixes)
        self.word.setChecked(".docx" in suffixes)

    def show_receipt(self, receipt: ReceiptText | None) -> None:
        """Show it; None empties the page."""
        self._receipt = receipt
        self._write()

    def set_present(self, present: bool) -> None:
        """Whether there is a receipt of the workbook in view: one that was not read gets none."""
        self.print.setEnabled(present)
        self.save.setEnabled(present)

    def _write(self) -> None:
        self.page.setHtml(self._html(self._receipt) if self._receipt is not None else "")

    def _html(self, receipt: ReceiptText) -> str:
        line = self._theme.tokens.line2
        text = self._theme.tokens.text
        said = [f'<p align="center" style="font-size:16px;font-weight:600">{_spaced(receipt.title)}</p>']
        if receipt.addressee:
            said.append(f"<p>{escape(receipt.addressee)}：</p>")
        said.append(_indented(receipt.opening))
        for heading, sentences, table in receipt.parts:
            said.append(_indented(f"{heading}："))
            said += [_indented(sentence) for sentence in sentences]
            said.append(_table(table, line))
        said.append(_indented(receipt.closing))
        said.append(f'<p align="right">{escape(receipt.signature)}</p>')
        if receipt.signed_on is not None:
            day = receipt.signed_on
            said.append(f'<p align="right">{day.year}年{day.month}月{day.day}日</p>')
        return f'<div style="color:{text};font-size:12px">{"".join(said)}</div>'


def _button(theme: Theme, picture: str, words: str) -> QPushButton:
    made = QPushButton(icon(theme, picture, 16), words)
    made.setAutoDefault(False)
    return made


def _spaced(title: str) -> str:
    return escape("　".join(title) if len(title) < 4 else title)


def _indented(text: str) -> str:
    return f'<p style="text-indent:24px;margin-top:4px;margin-bottom:4px">{escape(text)}</p>' if text else ""


def _table(rows: tuple[tuple[str, ...], ...], line: str) -> str:
    if not rows:
        return ""
    frame = f"border:1px solid {line}"
    cells = "".join(
        "<tr>"
        + "".join(
            f'<td style="{frame}" width="{share}%">{escape(cell)}</td>'
            for share, cell in zip(_SHARES, row, strict=False)
        )
        + "</tr>"
        for row in rows
    )
    return f'<table cellspacing="0" cellpadding="3" style="border-collapse:collapse" width="100%">{cells}</table>'
