"""The head of the panel: where the task stands in its plan, what it is called, its state and its light."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.ledger import TaskRow
from desktop_app.domain.task import Mark, Status
from desktop_app.domain.task import Signal as LightSignal
from desktop_app.gui import icons
from desktop_app.gui.panels.task_panel.pieces import ElidedLabel, LightShape, ThemedLabel
from desktop_app.gui.theme import TITLE_PX, Theme
from desktop_app.gui.words import say

NARROW = 310
"""Below this width path and 延期 give way (延期 is in the task menu)."""


STATUS_WIDTH, PERCENT_WIDTH = 100, 70
"""Wide enough for 已完成待核 and 100%; with both buttons they fit a panel of 348."""

_PAD, _GAP = 14, 8
_TIGHT = "QPushButton { padding: 0 8px; } QPushButton:focus { padding: 0 7px; }"


class PanelHeader(QWidget):
    """Shows one task, or a selection of several; every change is asked for, never made here."""

    status_chosen = Signal(object)
    percent_chosen = Signal(int)
    extend_clicked = Signal()
    tick_clicked = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._closed = False
        self._theme = theme
        self.path = ElidedLabel(theme, "text3")
        self.title = ThemedLabel(theme, "text", TITLE_PX, QFont.Weight.Bold, wrap=True)
        self.status = StatusCombo()
        self.percent = PercentCombo()
        self.extend = QPushButton(self.tr("延期"))
        self._extend_icon = icons.icon(theme, "calendar_edit")
        self.tick = QPushButton()
        self.tick.setProperty("primary", True)
        self.light = LightShape(theme)
        self.light_name = ThemedLabel(theme, "text2", weight=QFont.Weight.Medium)
        self.reason = ThemedLabel(theme, "text2", wrap=True)
        self._lay_out()
        self._name_parts()
        self.status.chosen.connect(self.status_chosen)
        self.percent.chosen.connect(self.percent_chosen)
        self.extend.clicked.connect(self.extend_clicked)
        theme.changed.connect(self._fit)
        self.tick.clicked.connect(lambda: self.tick_clicked.emit(not self._closed))

    def show_task(self, row: TaskRow) -> None:
        """Fill the head with one task."""
        self.path.set_full_text(row.path or row.plan_title)
        self.title.setText(f"{row.number}{row.title}" if row.title else row.label)
        self.status.show_statuses([row.status])
        self.percent.show_percent(row.percent)
        self.percent.setVisible(True)
        self.extend.setText(self.tr("延期") if row.due else self.tr("时限"))
        self._show_tick(closed=row.status is Status.CLOSED, count=1)
        self._fit()
        self._show_light(row.signal)

    def show_many(self, rows: Sequence[TaskRow], title: str) -> None:
        """Fill the head with a selection; whose light is which the summary below says."""
        titles = {row.plan_title for row in rows}
        self.path.set_full_text(titles.pop() if len(titles) == 1 else self.tr("{0} 份规划").format(len(titles)))
        self.title.setText(title)
        self.status.show_statuses([row.status for row in rows])
        self.percent.setVisible(False)
        still_open = sum(row.status is not Status.CLOSED for row in rows)
        self._show_tick(closed=still_open == 0, count=still_open or len(rows))
        self._fit()
        self._show_light(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """What gives way in a narrow panel or with large type: path, then the icon of 延期, then 延期 itself."""
        scale = self._theme.font_size.value
        self.status.setFixedWidth(round(STATUS_WIDTH * scale))
        self.percent.setFixedWidth(round(PERCENT_WIDTH * scale))
        wide = self.width() >= NARROW
        self.path.setVisible(wide)
        one = self.percent.isVisibleTo(self)
        self.extend.setIcon(self._extend_icon)
        if wide and one and self._controls_width() > self.width():
            self.extend.setIcon(QIcon())
        self.extend.setVisible(wide and one and self._controls_width() <= self.width())

    def _controls_width(self) -> int:
        buttons = self.extend.sizeHint().width() + self.tick.sizeHint().width()
        return self.status.width() + self.percent.width() + buttons + 3 * _GAP + 2 * _PAD

    def _show_tick(self, closed: bool, count: int) -> None:
        self._closed = closed
        word = self.tr("退回") if closed else self.tr("销号")
        self.tick.setText(word if count == 1 else self.tr("{0} {1} 项").format(word, count))
        name, token = ("arrow_undo", "accent") if closed else ("checkmark", "on_accent")
        self.tick.setIcon(icons.icon(self._theme, name, 16, token))
        self.tick.setProperty("primary", not closed)
        self.tick.style().unpolish(self.tick)
        self.tick.style().polish(self.tick)

    def _show_light(self, signal: LightSignal | None) -> None:
        for widget in (self.light, self.light_name, self.reason):
            widget.setVisible(signal is not None)
        if signal is None:
            return
        self.light.set_mark(signal.mark)
        self.light_name.setText(say(signal.light.label))
        self.light_name.set_colour(_word_token(signal))
        self.reason.setText(say(signal.reason))

    def _lay_out(self) -> None:
        for button in (self.extend, self.tick):
            button.setIconSize(QSize(16, 16))
            button.setStyleSheet(_TIGHT)
        controls = QHBoxLayout()
        controls.setSpacing(_GAP)
        controls.addWidget(self.status)
        controls.addWidget(self.percent)
        controls.addStretch(1)
        controls.addWidget(self.extend)
        controls.addWidget(self.tick)
        light = QHBoxLayout()
        light.setSpacing(6)
        light.addWidget(self.light, 0, Qt.AlignmentFlag.AlignTop)
        light.addWidget(self.light_name, 0, Qt.AlignmentFlag.AlignTop)
        light.addSpacing(2)
        light.addWidget(self.reason, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD, 10, _PAD, 6)
        column.setSpacing(0)
        column.addWidget(self.path)
        column.addSpacing(2)
        column.addWidget(self.title)
        column.addSpacing(8)
        column.addLayout(controls)
        column.addSpacing(8)
        column.addLayout(light)

    def _name_parts(self) -> None:
        self.status.setAccessibleName(self.tr("状态"))
        self.percent.setAccessibleName(self.tr("进度"))
        self.extend.setToolTip(self.tr("更改完成时限，须写明依据"))
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)


class StatusCombo(QComboBox):
    """The six statuses; a selection with different ones shows 多种状态 until one is chosen."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        for status in Status:
            self.addItem(say(status.label), status)
        self.setPlaceholderText(self.tr("多种状态"))
        self.activated.connect(lambda index: self.chosen.emit(Status(self.itemData(index))))

    def show_statuses(self, statuses: Sequence[Status]) -> None:
        """Show the status all have, or the placeholder."""
        same = len(set(statuses)) == 1
        self.setCurrentIndex(self.findData(statuses[0]) if same else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class PercentCombo(QComboBox):
    """A percent from the list, or typed; what is not a number from 0 to 100 falls back to what was shown."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._shown = 0
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems([f"{percent}%" for percent in range(0, 101, 10)])
        self._field = self.lineEdit()
        assert isinstance(self._field, QLineEdit)
        self.setCompleter(QCompleter(self))
        self.setMaxVisibleItems(11)
        self.activated.connect(self._commit)
        self._field.editingFinished.connect(self._commit)
        self._field.setMaxLength(5)

    def show_percent(self, percent: int) -> None:
        """Show the percent the database has."""
        self._shown = percent
        self.setEditText(f"{percent}%")

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _commit(self) -> None:
        digits = self.currentText().replace("%", "").replace("％", "").strip()
        valid = digits.isdecimal() and int(digits) <= 100
        if valid and int(digits) != self._shown:
            self._shown = int(digits)
            self.chosen.emit(self._shown)
        self.setEditText(f"{self._shown}%")


def _word_token(signal: LightSignal) -> str:
    """Red and amber words are coloured; the others read as notes."""
    return {Mark.OVERDUE: "red", Mark.CAUTION: "amber_text"}.get(signal.mark, "text2")
