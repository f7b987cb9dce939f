"""The bar over the pages: which page, how large, one or two beside each other."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIntValidator, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from desktop_app.gui.dialogs.report.page_layout import Fit
from desktop_app.gui.dialogs.report.page_view import PageView
from desktop_app.gui.icons import icon
from desktop_app.gui.theme import Theme

_HEIGHT = 36
_ROOMY, _NARROW = 640, 540
_SIZES = (50, 75, 100, 125, 150, 200)


class ViewBar(QWidget):
    """Works on one view; `choices` and `remarks` show or hide the panes beside it."""

    def __init__(self, theme: Theme, view: PageView) -> None:
        super().__init__()
        self._theme, self._view = theme, view
        self.back = self._tool("chevron_left", self.tr("上一页（PgUp）"))
        self.on = self._tool("chevron_right", self.tr("下一页（PgDn）"))
        self.page = QLineEdit()
        self.page.setValidator(QIntValidator(1, 1, self.page))
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page.setFixedWidth(48)
        self.page.setAccessibleName(self.tr("页码"))
        self.total = QLabel()
        self.smaller = self._tool("zoom_out", self.tr("缩小（-）"))
        self.larger = self._tool("zoom_in", self.tr("放大（+）"))
        self.zoom = QComboBox()
        self.zoom.setFixedWidth(84)
        self.zoom.setAccessibleName(self.tr("显示比例"))
        self.pages = _toggle(self.tr("双页"), self.tr("两页并排"))
        self.width_ = _toggle(self.tr("适宽"), self.tr("与窗口同宽"))
        self.whole = _toggle(self.tr("整页"), self.tr("显示整页"))
        self.type_area = QCheckBox(self.tr("版心线"))
        self.type_area.setToolTip(self.tr("在屏幕上画出版心，不打印"))
        self.choices = _toggle(self.tr("选项"), self.tr("显示或隐藏左侧的选项"))
        self.remarks = _toggle(self.tr("检查"), self.tr("显示或隐藏右侧的检查、数据和文字"))
        self._lay_out()
        self._connect()

    def set_count(self, count: int) -> None:
        """How many pages there are."""
        self.page.setValidator(QIntValidator(1, max(count, 1), self.page))
        self.total.setText(self.tr("/ {0} 页").format(count))
        self._show_page(self._view.current)
        for button in (self.back, self.on, self.page):
            button.setEnabled(count > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What the keyboard or the field of sizes does as well gives way where there is little room."""
        super().resizeEvent(event)
        self.type_area.setVisible(self.width() >= _ROOMY)
        for button in (self.whole, self.width_, self.pages):
            button.setVisible(self.width() >= _NARROW)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 1)
        row.setSpacing(4)
        for widget in (
            self.choices, self.back, self.page, self.total, self.on, self.smaller, self.zoom, self.larger, self.whole,
            self.width_, self.pages,
        ):  # fmt: skip
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.type_area)
        row.addWidget(self.remarks)
        self.setFixedHeight(_HEIGHT)

    def _connect(self) -> None:
        view = self._view
        self.back.clicked.connect(lambda: view.step_page(False))
        self.on.clicked.connect(lambda: view.step_page(True))
        self.page.editingFinished.connect(self._go)
        self.smaller.clicked.connect(lambda: view.step_zoom(False))
        self.larger.clicked.connect(lambda: view.step_zoom(True))
        self.zoom.activated.connect(lambda: view.set_zoom(self.zoom.currentData() / 100))
        self.whole.clicked.connect(lambda: view.set_fit(Fit.PAGE))
        self.width_.clicked.connect(lambda: view.set_fit(Fit.WIDTH))
        self.pages.clicked.connect(lambda two: view.set_across(2 if two else 1))
        self.type_area.toggled.connect(view.show_type_area)
        view.page_changed.connect(self._show_page)
        view.zoom_changed.connect(self._show_zoom)
        self.pages.setChecked(True)
        self._show_zoom(view.zoom)

    def _go(self) -> None:
        """Only a page that was typed: leaving the field must not move the view."""
        if self.page.text() != str(self._view.current + 1):
            self._view.go_to(int(self.page.text()) - 1)

    def _show_page(self, page: int) -> None:
        self.page.setText(str(page + 1))

    def _show_zoom(self, zoom: float) -> None:
        percent = round(zoom * 100)
        self.zoom.clear()
        for size in sorted({*_SIZES, percent}):
            self.zoom.addItem(f"{size}%", size)
        self.zoom.setCurrentIndex(self.zoom.findData(percent))
        self.whole.setChecked(self._view.fit is Fit.PAGE)
        self.width_.setChecked(self._view.fit is Fit.WIDTH)

    def _tool(self, name: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(self._theme, name, 16, "text2"))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("chrome"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line2"))


def _toggle(words: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setToolTip(tip)
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
