"""导出更正 and 载入更正: the corrections of a review as a file, and a file's corrections on what is shown."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.domain.corrections import Correction, from_json, source_digest, to_json
from desktop_app.domain.errors import BadInput
from desktop_app.gui.dialogs.import_review.workbench import Workbench
from desktop_app.gui.file_dialogs import FileDialogs, Purpose
from desktop_app.gui.words import say

_MOST = 8 * 1024 * 1024
"""A file of corrections is never larger than this, in bytes."""


class CorrectionsFile(QObject):
    """Asks for the file, writes or reads it, and tells what came of it."""

    said = Signal(str)
    refused = Signal(str)

    def __init__(self, bench: Workbench, files: FileDialogs, window: QWidget) -> None:
        super().__init__(window)
        self._bench = bench
        self._files = files
        self._window = window

    def text(self) -> str:
        """The corrections as the text of a file; empty when there are none."""
        steps = self._bench.bench.corrections
        if not steps:
            return ""
        return json.dumps(to_json(self._bench.bench.parsed, steps), ensure_ascii=False, indent=1)

    def ask_export(self) -> None:
        """Choose where to write."""
        name = self.tr("{0}-更正.json").format(Path(self._bench.plan.source).stem)
        kind = self.tr("更正文件"), (".json",)
        self._files.ask_place(self._window, self.tr("导出更正"), Purpose.CORRECTIONS, name, [kind], self.write)

    def ask_load(self) -> None:
        """Choose what to read."""
        kind = self.tr("更正文件"), (".json",)
        self._files.ask_file(self._window, self.tr("载入更正"), Purpose.CORRECTIONS, [kind], self.load)

    def write(self, path: Path) -> None:
        """Write the corrections, beside the file first, so that an older one is never left half written."""
        beside = path.with_name(f"{path.name}.part")
        try:
            beside.write_text(self.text(), encoding="utf-8", newline="\n")
            beside.replace(path)
        except OSError as error:
            self.refused.emit(self.tr("更正未能导出：{0}").format(error.strerror or error))
            return
        count = len(self._bench.bench.corrections)
        self.said.emit(self.tr("已导出 {0} 处更正：{1}").format(count, path.name))

    def load(self, path: Path) -> None:
        """Do the corrections of a file on what is shown; those that do not fit are told."""
        try:
            steps = self._steps(path)
        except (OSError, ValueError, RecursionError) as error:
            words = getattr(error, "strerror", None) or path.name
            self.refused.emit(self.tr("更正文件无法读取：{0}").format(words))
            return
        except BadInput as error:
            self.refused.emit(say(str(error)))
            return
        unfit = self._bench.do_all(steps)
        done = self.tr("已载入 {0} 处更正").format(len(steps) - len(unfit))
        self.said.emit(done)
        if unfit:
            self._tell_unfit(done, unfit)

    def _steps(self, path: Path) -> tuple[Correction, ...]:
        if path.stat().st_size > _MOST:
            raise BadInput(self.tr("更正文件过大，未载入"))
        data = json.loads(path.read_text(encoding="utf-8-sig"))
        steps = from_json(data)
        if data.get("source_digest") != source_digest(self._bench.bench.parsed):
            raise BadInput(self.tr("更正文件属于另一份文件“{0}”，未载入").format(data.get("source", "")))
        return steps

    def _tell_unfit(self, done: str, unfit: list[tuple[Correction, str]]) -> None:
        none = QMessageBox.StandardButton.NoButton
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("载入更正"), "", none, self._window)
        box.setText(self.tr("{0}，{1} 处与本文件不符，未载入。").format(done, len(unfit)))
        box.setDetailedText("\n".join(f"{say(step.label)}：{say(reason)}" for step, reason in unfit))
        box.addButton(self.tr("关闭"), QMessageBox.ButtonRole.AcceptRole)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
