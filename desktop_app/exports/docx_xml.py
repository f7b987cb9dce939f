"""Pieces of WordprocessingML as text: built by hand, since a ledger of ten thousand rows must not take minutes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from docx.oxml.ns import nsdecls

from desktop_app.exports.docx_styles import TableStyles
from desktop_app.exports.table_model import RowKind, TableColumn, TableRow
from desktop_app.exports.text import for_page
from desktop_app.exports.wording import SHAPES

NAMESPACES = nsdecls("w")

_BLOCK = 100


def paragraph(text: str, style: str, properties: str = "", declared: bool = True) -> str:
    """A paragraph in a named style; a line feed in `text` becomes a line break."""
    runs = '<w:br/></w:r><w:r><w:t xml:space="preserve">'.join(_lines(text))
    namespaces = f" {NAMESPACES}" if declared else ""
    return (
        f"<w:p{namespaces}><w:pPr><w:pStyle w:val={quoteattr(style)}/>{properties}</w:pPr>"
        f'<w:r><w:t xml:space="preserve">{runs}</w:t></w:r></w:p>'
    )


def _lines(text: str) -> list[str]:
    lines = [escape(for_page(line)) for line in text.split("\n")]
    # The break stands at the end of the run before it.
    return [f"{line}</w:t>" for line in lines[:-1]] + lines[-1:]


def table(
    columns: Sequence[TableColumn], rows: Sequence[TableRow], styles: TableStyles, width: float
) -> Iterator[tuple[str, int]]:
    """A table with its head, then tables of a hundred of its rows each, to be moved into it: to take in ten thousand rows
    at once would hold the interpreter, and the window with it, for seconds. Each comes with the number of rows so far;
    `width` in points.

    The head is repeated on every page and no row is cut in two.
    """
    widths = _widths(columns, width)
    head = _row([_head_cell(c, w, styles) for c, w in zip(columns, widths, strict=True)], head=True)
    yield f"{_opening(widths)}{head}</w:tbl>", 1
    for start in range(0, len(rows), _BLOCK):
        block = rows[start : start + _BLOCK]
        listed = "".join(_table_row(columns, row, widths, styles) for row in block)
        yield f"<w:tbl {NAMESPACES}>{listed}</w:tbl>", 1 + start + len(block)


def _widths(columns: Sequence[TableColumn], width: float) -> list[int]:
    """In twentieths of a point."""
    whole = sum(column.share for column in columns)
    return [round(20 * width * column.share / whole) for column in columns]


def _opening(widths: Sequence[int]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl {NAMESPACES}><w:tblPr><w:tblStyle w:val="{TableStyles.table}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:firstRow="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def _row(cells: Iterable[str], head: bool = False) -> str:
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(content: str, width: int, span: int = 1) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
    )


def _head_cell(column: TableColumn, width: int, styles: TableStyles) -> str:
    return _cell(paragraph(column.head, styles.head, "<w:keepNext/>", declared=False), width)


def _table_row(columns: Sequence[TableColumn], row: TableRow, widths: Sequence[int], styles: TableStyles) -> str:
    if row.kind is RowKind.GROUP:
        words = paragraph(row.cells[0], styles.group, "<w:keepNext/>", declared=False)
        return _row([_cell(words, sum(widths), len(widths))])
    cells = []
    for column, text, width in zip(columns, row.cells, widths, strict=True):
        if row.kind is RowKind.TOTAL:
            style = styles.head if column.centred else styles.group
        else:
            style = styles.centred if column.centred else styles.text
        shown = SHAPES[row.mark] + text if column.light and row.mark else text
        cells.append(_cell(paragraph(shown, style, declared=False), width))
    return _row(cells)
