"""Text that was pasted: the same form as a file's."""

from __future__ import annotations

from desktop_app.domain.errors import BadInput
from desktop_app.ingest.document import Block, Document, Paragraph, Table
from desktop_app.ingest.readers import limits

_LEAST_ROWS = 2


def read_text(text: str, source: str) -> Document:
    """A pasted text as a document called `source`; neighbouring lines with tabs are a table copied from a sheet.

    Raises:
        BadInput: nothing was pasted, or far too much.
    """
    if not text.strip():
        raise BadInput("剪贴板中没有文字，复制正文后重新粘贴")
    limits.check_length("粘贴的文字", text)
    blocks: list[Block] = []
    rows: list[tuple[str, ...]] = []
    for line in [*text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""]:
        if "\t" in line.strip():
            rows.append(tuple(cell.strip() for cell in line.split("\t")))
            continue
        blocks += _table(rows)
        rows = []
        blocks.append(Paragraph(line))
    return Document(source, "clipboard", tuple(blocks[:-1]))


def _table(rows: list[tuple[str, ...]]) -> list[Block]:
    if len(rows) < _LEAST_ROWS:
        return [Paragraph("\t".join(row)) for row in rows]
    width = max(len(row) for row in rows)
    return [Table(tuple((*row, *[""] * (width - len(row))) for row in rows))]
