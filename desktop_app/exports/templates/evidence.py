"""佐证材料目录: which file proves which task, with its digest; what should be proven and is not."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.filters import lacks_evidence
from desktop_app.domain.ledger import EvidenceRow, TaskRow
from desktop_app.exports import definitions
from desktop_app.exports.material import Material
from desktop_app.exports.report_model import Annex, ReportContent
from desktop_app.exports.sections import two_lines
from desktop_app.exports.table_model import RowKind, TableColumn, TableRow
from desktop_app.exports.text import closing, for_page, full_date

_COLUMNS = (
    TableColumn("序号", 26),
    TableColumn("任务", 140, centred=False),
    TableColumn("材料名称", 180, centred=False),
    TableColumn("附上日期", 54),
    TableColumn("大小", 48),
    TableColumn("校验值（SHA-256）", 104),
    TableColumn("备注", 86, centred=False),
)


def draft(material: Material) -> ReportContent:
    """The list of files in the order of the tasks they prove."""
    rows = tuple(_lines(material))
    files = sum(len(material.evidence.get(row.id, ())) for row in material.rows)
    lacking = sum(map(lacks_evidence, material.rows))
    having = sum(bool(material.evidence.get(row.id)) for row in material.rows)
    stands = f"{len(material.rows)}项任务中{having}项附有佐证材料，共{files}份次" if files else "所列任务尚未附佐证材料"
    wanting = f"；已销号和待核任务中尚缺佐证材料{lacking}项" if lacking else ""
    digests = "校验值为文件内容的SHA-256值，前后各列8位。" if files else ""
    note = f"截至{full_date(material.today)}，{stands}{wanting}{material.scope}。{digests}"
    title = f"{material.subject}佐证材料目录"
    figures = tuple(definitions.of_evidence(material.rows))
    return ReportContent(
        title, material.period_words, annexes=(Annex(title, _COLUMNS, rows, note=note),), figures=figures
    )


def _lines(material: Material) -> Iterator[TableRow]:
    number = 0
    for row in material.rows:
        files = material.evidence.get(row.id, ())
        for file in files:
            number += 1
            yield _line(number, row, file)
    lacking = [row for row in material.rows if lacks_evidence(row)]
    if lacking:
        yield TableRow((f"尚缺佐证材料的已销号和待核任务（{len(lacking)}项）",), RowKind.GROUP)
        for row in lacking:
            yield TableRow(("—", _task(row), "尚未附佐证材料，也未说明原因", "—", "—", "—", row.status.label))


def _line(number: int, row: TaskRow, file: EvidenceRow) -> TableRow:
    notes = [f"分段{file.part}"] if file.part else []
    if file.other_tasks:
        notes.append(f"另用于{len(file.other_tasks)}项任务")
    digest = f"{file.digest[:8]}…\n…{file.digest[-8:]}"
    return TableRow((
        str(number), _task(row), for_page(file.name), two_lines(file.added_on), size_in_words(file.size), digest,
        "；".join(notes),
    ))  # fmt: skip


def _task(row: TaskRow) -> str:
    return f"{for_page(row.number)}{closing(for_page(row.title)) or for_page(row.text)[:40]}"


def size_in_words(size: int) -> str:
    """1.2 MB, 350 KB, 12 B."""
    for unit, bytes_ in (("MB", 1024 * 1024), ("KB", 1024)):
        if size >= bytes_:
            return f"{size / bytes_:.1f} {unit}"
    return f"{size} B"
