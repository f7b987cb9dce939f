"""Where a plan comes from: a file, or words that were pasted and are kept as a file until they are stored."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData


@dataclass(frozen=True, slots=True)
class Source:
    """A document that is to be read; `pasted` is what came from the clipboard, None for a file of the officer's."""

    path: Path
    pasted: str | None = None

    def leave(self) -> None:
        """Done with it: what was pasted leaves no copy outside the workspace."""
        if self.pasted is not None:
            self.path.unlink(missing_ok=True)
            self.path.parent.rmdir()


def words_in(data: QMimeData) -> str:
    """The words that were copied: cells of a spreadsheet with tabs between them, a page without its marks."""
    if data.hasText():
        return data.text()
    if data.hasHtml():
        from PySide6.QtGui import QTextDocumentFragment

        return QTextDocumentFragment.fromHtml(data.html()).toPlainText()
    return ""


def pasted_source(words: str, name: str) -> Source:
    """Pasted words as a document called `name`."""
    path = Path(tempfile.mkdtemp(prefix="xiaohao-"), f"{name}.txt")
    path.write_text(words, encoding="utf-8", newline="\n")
    return Source(path, words)
