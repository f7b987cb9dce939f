"""The page of an empty workspace: three ways to begin."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QKeySequence, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.gui.actions import Actions
from desktop_app.gui.icons import draw_icon
from desktop_app.gui.lights import Check, draw_tick_box
from desktop_app.gui.strong import StrongLabel
from desktop_app.gui.theme import BODY_PX, NOTE_PX, PAGE_PX, Theme

_WIDTH = 480
_ROW = 60


class FirstStartPage(QWidget):
    """Shown in the middle while there is no plan."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.ways = (
            _Way(
                theme,
                actions.import_plan,
                "document_add",
                self.tr("导入规划文件"),
                self.tr("规划、方案、工作要点，或已有的台账表格。"),
            ),
            _Way(
                theme,
                actions.open_workspace,
                "folder_open",
                self.tr("打开已有台账"),
                self.tr("从本机或移动盘上的“销号台账”文件夹打开。"),
            ),
            _Way(theme, actions.open_sample, "notepad", self.tr("打开示例"), self.tr("虚构的工作要点，可随意操作。")),
        )
        self.addAction(actions.paste_plan)
        self._title = StrongLabel(theme, PAGE_PX, self.tr("从一份规划文件开始"))
        self._note = QLabel(self.tr("导入工作要点或实施方案，逐项销号、留存佐证，按期生成台账和报告。"))
        self._place = QLabel()
        self._offline = QLabel(self.tr("本程序不联网，所有内容只保存在本机。"))
        self._change = QPushButton(self.tr("更改位置"))
        self._change.setProperty("link", True)
        self._change.clicked.connect(actions.change_location.trigger)
        self._arrange()
        self.set_location("")
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_location(self, folder: str) -> None:
        """Say where the workspace is kept."""
        drop = self.tr("也可将文件拖到此窗口，或按 Ctrl+V 粘贴文字。")
        self._place.setText(drop + (self.tr("台账保存在：{0}").format(folder) if folder else ""))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("base"))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(0)
        column.addStretch(4)
        column.addWidget(_Picture(self._theme), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(24)
        for label, gap in ((self._title, 6), (self._note, 16)):
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(gap)
        for way in self.ways:
            column.addWidget(way, 0, Qt.AlignmentFlag.AlignHCenter)
        self.ways[-1].last = True
        column.addSpacing(12)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._place)
        foot.addWidget(self._change)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addWidget(self._offline, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(5)

    def _restyle(self) -> None:
        for label, token in (
            (self._note, "text2"),
            (self._place, "text3"),
            (self._offline, "text3"),
        ):
            palette = label.palette()
            palette.setColor(palette.ColorRole.WindowText, self._theme.color(token))
            label.setPalette(palette)
        self.update()


class _Way(QAbstractButton):
    """One way to begin: triggers a command."""

    def __init__(self, theme: Theme, action: QAction, icon_name: str, title: str, note: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon_name
        self._note = note
        self._keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.last = False
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(note)
        self.setFixedSize(QSize(_WIDTH, _ROW))
        self.clicked.connect(action.trigger)

    def enterEvent(self, event: QEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        marked = self.hasFocus() or self.underMouse() or self.isDown()
        ground = tokens.tint if marked else tokens.base
        painter.fillRect(self.rect(), QColor(ground))
        self._paint_frame(painter)
        if marked:
            painter.fillRect(QRect(0, 0, 3, self.height()), QColor(tokens.accent))
        strong = marked and tokens.name == "contrast"
        draw_icon(painter, self._icon, QRect(17, 18, 24, 24), tokens.tint_text if strong else tokens.accent, 20)
        painter.setFont(self._theme.font(BODY_PX, QFont.Weight.Medium))
        painter.setPen(QColor(tokens.tint_text if marked else tokens.text))
        painter.drawText(QRect(55, 11, 360, 20), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(self._theme.font(NOTE_PX))
        painter.setPen(QColor(tokens.tint_text if strong else tokens.text2))
        painter.drawText(QRect(55, 31, 400, 19), Qt.AlignmentFlag.AlignVCenter, self._note)
        right = QRect(0, 0, self.width() - 17, self.height())
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._keys)

    def _paint_frame(self, painter: QPainter) -> None:
        line = self._theme.color("line2")
        height = self.height()
        painter.fillRect(QRect(0, 0, 1, height), line)
        painter.fillRect(QRect(self.width() - 1, 0, 1, height), line)
        painter.fillRect(QRect(0, 0, self.width(), 1), line)
        if self.last:
            painter.fillRect(QRect(0, height - 1, self.width(), 1), line)


class _Picture(QWidget):
    """A document, a checklist, a report: what the program does, without words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(QSize(277, 82))
        self.setAccessibleName(self.tr("规划文件变成任务清单，再变成报告"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for left, width in ((0, 62), (104, 66), (214, 62)):
            painter.setPen(self._theme.color("line2"))
            painter.setBrush(self._theme.color("base"))
            painter.drawRect(QRect(left, 0, width, 80))
        for left in (0, 214):
            painter.fillRect(QRect(left + 12, 10, 39, 3), self._theme.color("text3"))
        self._lines(painter, 10, (25, 33, 41, 53, 61, 69), (43, 43, 35, 43, 43, 28))
        self._lines(painter, 224, (25, 33, 41), (43, 43, 28))
        self._table(painter, QRect(224, 52, 42, 18))
        for place, y in enumerate((15, 31, 47, 63)):
            box = QRectF(112, y - 5, 10, 10)
            draw_tick_box(painter, box, Check.TICKED if place < 2 else Check.EMPTY, self._theme.tokens)
            painter.fillRect(QRect(128, y - 1, (34, 30, 34, 24)[place], 2), self._theme.color("line"))
        for left in (72, 182):
            self._arrow(painter, left, 40)

    def _lines(self, painter: QPainter, left: int, tops: tuple[int, ...], widths: tuple[int, ...]) -> None:
        for top, width in zip(tops, widths, strict=True):
            painter.fillRect(QRect(left, top, width, 2), self._theme.color("line"))

    def _table(self, painter: QPainter, place: QRect) -> None:
        painter.setPen(self._theme.color("line2"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)
        painter.drawLine(place.left(), place.center().y(), place.right(), place.center().y())
        for part in (1, 2):
            x = place.left() + place.width() * part // 3
            painter.drawLine(x, place.top(), x, place.bottom())

    def _arrow(self, painter: QPainter, left: int, middle: int) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent"), 1.5))
        painter.drawLine(QPointF(left, middle), QPointF(left + 22, middle))
        tip = [QPointF(left + 17, middle - 5), QPointF(left + 22.5, middle), QPointF(left + 17, middle + 5)]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(tip))
        painter.restore()
