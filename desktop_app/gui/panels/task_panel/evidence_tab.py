"""佐证: the list of files with a preview of images, and everything that can be done with one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.ledger import EvidenceRow
from desktop_app.gui.panels.task_panel.evidence_views import LIST_ROW, EvidenceModel, RowDelegate
from desktop_app.gui.panels.task_panel.numbers import format_size
from desktop_app.gui.panels.task_panel.pieces import ElidedLabel, Hairline, ThemedLabel, action_button
from desktop_app.gui.panels.task_panel.thumbnails import Thumbnails
from desktop_app.gui.theme import Theme

_NAME_HEIGHT, _FRAME, _TALLEST = 22, 8, 200
"""Of the preview: the line with the name, the ground around the picture, and how tall the picture gets."""


class EvidenceTab(QWidget):
    """Buttons above, files in the middle, preview and drop area below."""

    add_clicked = Signal()
    paste_clicked = Signal()
    opened = Signal(int)
    removed = Signal(int)
    saved_as = Signal(int)
    shared = Signal(int)
    """Like `removed`: the attachment that is to serve other tasks too."""

    def __init__(self, theme: Theme, model: EvidenceModel, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self._thumbnails = thumbnails
        self.add = action_button(theme, self.tr("添加"), "attach")
        self.paste = action_button(theme, self.tr("粘贴截图"), "copy")
        self.paste.setToolTip(self.tr("把剪贴板中的图片作为佐证（Ctrl+V）"))
        self.total = ThemedLabel(theme, "text2")
        self.list = _list(model, RowDelegate(theme, thumbnails), self)
        self.list.setMinimumHeight(LIST_ROW)
        self.list.setAccessibleName(self.tr("佐证"))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.preview = Preview(theme)
        self.open = action_button(theme, self.tr("打开"), "open")
        self.share = QPushButton(self.tr("用于其他任务"))
        self.save_as = QPushButton(self.tr("另存为"))
        self.remove = QPushButton(self.tr("移除"))
        self._of_chosen = (self.open, self.share, self.save_as, self.remove)
        self.drop_area = DropArea(theme)
        self._lay_out()
        self._connect()

    def refill(self, rows: Sequence[EvidenceRow]) -> None:
        """After the model was filled: totals, and the buttons that need a chosen file."""
        size = sum(row.size for row in rows)
        self.total.setText(
            self.tr("{0} 份，共 {1}").format(len(rows), format_size(size)) if rows else self.tr("尚无佐证")
        )
        self.list.setVisible(bool(rows))
        self.list.setMaximumHeight(len(rows) * LIST_ROW)
        self._show_chosen()

    def chosen(self) -> EvidenceRow | None:
        """The file the list stands on."""
        indexes = self.list.selectionModel().selectedIndexes()
        return self._model.row(indexes[0]) if indexes else None

    def choose(self, link_id: int) -> None:
        """Stand on the attachment `link_id`."""
        for number in range(self._model.rowCount()):
            index = self._model.index(number)
            if self._model.row(index).link_id == link_id:
                self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _show_chosen(self) -> None:
        row = self.chosen()
        for button in self._of_chosen:
            button.setVisible(row is not None)
        self._fit()
        picture = None
        if row is not None:
            picture = self._thumbnails.picture(row, QSize(600, 480), self.devicePixelRatioF())
        self.preview.show_picture(row.name if row else "", picture)

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_clicked)
        self.paste.clicked.connect(self.paste_clicked)
        for button, act in zip(self._of_chosen, self._acts(), strict=True):
            button.clicked.connect(act)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove_chosen)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.list.activated.connect(lambda index: self.opened.emit(self._model.row(index).id))
        self.list.selectionModel().selectionChanged.connect(self._show_chosen)
        self._model.modelReset.connect(self._show_chosen)

    def _open_chosen(self) -> None:
        row = self.chosen()
        if row is not None:
            self.opened.emit(row.id)

    def _share_chosen(self) -> None:
        row = self.chosen()
        if row is not None:
            self.shared.emit(row.link_id)

    def _save_chosen(self) -> None:
        row = self.chosen()
        if row is not None:
            self.saved_as.emit(row.id)

    def _acts(self) -> tuple[Callable[[], None], ...]:
        return self._open_chosen, self._share_chosen, self._save_chosen, self._remove_chosen

    def menu(self) -> QMenu:
        """What can be done with the chosen file."""
        menu = QMenu(self.list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for word, act in zip(
            (self.tr("打开"), self.tr("用于其他任务…"), self.tr("另存为…"), self.tr("移除")), self._acts(), strict=True
        ):
            menu.addAction(word, act)
        return menu

    def _open_menu(self, at: QPoint) -> None:
        if self.chosen() is not None:
            self.menu().popup(self.list.viewport().mapToGlobal(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a narrow panel 另存为 is in the menu alone."""
        needed = sum(button.sizeHint().width() for button in self._of_chosen) + 8 * (len(self._of_chosen) - 1) + 28
        self.save_as.setVisible(self.chosen() is not None and needed <= self.width())

    def _remove_chosen(self) -> None:
        row = self.chosen()
        if row is not None:
            self.removed.emit(row.link_id)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 7, 14, 7)
        head.setSpacing(8)
        head.addWidget(self.add)
        head.addWidget(self.paste)
        head.addStretch(1)
        head.addWidget(self.total)
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 0, 14, 12)
        foot.setSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in self._of_chosen:
            button.setStyleSheet("QPushButton { padding: 0 9px; } QPushButton:focus { padding: 0 8px; }")
            buttons.addWidget(button)
        buttons.addStretch(1)
        foot.addLayout(buttons)
        foot.addWidget(self.drop_area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline(self._theme))
        column.addWidget(self.list, 100)
        picture = QVBoxLayout()
        picture.setContentsMargins(14, 8, 14, 8)
        picture.addWidget(self.preview)
        column.addLayout(picture, 200)
        column.addLayout(foot)
        column.addStretch(1)


class Preview(QWidget):
    """The chosen image as large as the panel is wide; it is the first to give way in a low window."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._picture: QPixmap | None = None
        self.name = ElidedLabel(theme, "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.name)
        column.addStretch(1)
        self.hide()

    def show_picture(self, name: str, picture: QPixmap | None) -> None:
        """Show `picture`, or nothing at all."""
        self._picture = picture
        self.name.set_full_text(self.tr("预览　{0}").format(name))
        self.setVisible(picture is not None)
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ground = self.rect().adjusted(0, _NAME_HEIGHT, 0, 0)
        if ground.height() <= 2 * _FRAME:
            return
        painter.fillRect(ground, self._theme.color("track"))
        size = self._picture.deviceIndependentSize().toSize()
        box = size.scaled(ground.size() - QSize(2 * _FRAME, 2 * _FRAME), Qt.AspectRatioMode.KeepAspectRatio)
        left = ground.left() + (ground.width() - box.width()) // 2
        top = ground.top() + (ground.height() - box.height()) // 2
        painter.drawPixmap(left, top, box.width(), box.height(), self._picture)

    def _fit(self) -> None:
        if self._picture is not None:
            size = self._picture.deviceIndependentSize()
            height = (self.width() - 2 * _FRAME) * size.height() / max(size.width(), 1)
            self.setMaximumHeight(_NAME_HEIGHT + 2 * _FRAME + min(round(height), _TALLEST))


class DropArea(QWidget):
    """Says that files can be dropped here; the whole panel takes them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._hot = False
        self.setFixedHeight(44)

    def set_hot(self, hot: bool) -> None:
        """Show that files are held over the panel."""
        self._hot = hot
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._hot:
            painter.fillRect(self.rect(), self._theme.color("tint"))
        pen = painter.pen()
        pen.setColor(self._theme.color("accent" if self._hot else "line2"))
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.setPen(self._theme.color("text2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("将文件拖到此处"))


def _list(model: EvidenceModel, delegate: RowDelegate, parent: QWidget) -> QListView:
    view = QListView(parent)
    delegate.setParent(view)
    view.setModel(model)
    view.setItemDelegate(delegate)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setMouseTracking(True)
    view.setDragEnabled(True)
    view.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    return view
