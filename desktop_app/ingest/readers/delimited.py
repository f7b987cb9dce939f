"""Tables as text: .csv and .tsv, in any encoding that Excel and WPS write, with the separator they chose."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from desktop_app.domain.errors import BadInput
from desktop_app.ingest.document import Document
from desktop_app.ingest.readers import limits
from desktop_app.ingest.readers.sheet_blocks import blocks_of
from desktop_app.ingest.readers.sniffing import Format
from desktop_app.ingest.readers.txt import TxtReader

_SEPARATORS = (",", "\t", ";", "，", "|")
_LOOKED_AT = 50


class DelimitedReader:
    """Reads a table written as text, one row a line; a quoted cell may hold several lines."""

    format = Format.DELIMITED
    suffixes: tuple[str, ...] = (".csv", ".tsv")
    isolated = False

    def read(self, path: Path, data: bytes) -> Document:
        """The title lines and the table.

        Raises:
            BadInput: the bytes are no text, a cell never ends, or there are too many.
        """
        limits.check_bytes(path.name, data)
        text = TxtReader().read(path, data).text.replace("\r\n", "\n").replace("\r", "\n")
        limits.check_length(path.name, text)
        try:
            rows = list(csv.reader(io.StringIO(text), delimiter=_separator(text)))
        except csv.Error:
            raise BadInput(f"“{path.name}”的引号或单元格不完整，在 WPS 或 Excel 中另存为 .xlsx 后导入") from None
        if sum(map(len, rows)) > limits.MOST_CELLS or max(map(len, rows), default=0) > limits.MOST_COLUMNS:
            raise BadInput(f"“{path.name}”的单元格过多，未导入；删去空白行列或拆分后重新导入")
        return Document(path.name, "csv", tuple(blocks_of(rows)))


def _separator(text: str) -> str:
    """The separator that parts most lines into the same number of cells."""
    lines = [line for line in text.split("\n")[:_LOOKED_AT] if line.strip()]

    def score(separator: str) -> tuple[int, int]:
        counts = [line.count(separator) for line in lines if separator in line]
        usual = max(set(counts), key=counts.count, default=0)
        return counts.count(usual) if usual else 0, usual

    return max(_SEPARATORS, key=score)
