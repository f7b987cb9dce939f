"""填写上级表格: a blank from above is filled from the ledger, by a mapping that is guessed once and remembered."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.errors import BadInput, Refused
from desktop_app.domain.form_numbers import match_numbers
from desktop_app.domain.form_rows import match_rows
from desktop_app.domain.ledger import TaskRow
from desktop_app.domain.quotes import quoted
from desktop_app.domain.superior_form import Blank, Entry, FormMapping, FormTable, Meaning, TableMapping
from desktop_app.domain.task import Light
from desktop_app.ingest.readers import limits
from desktop_app.ingest.readers.sniffing import Format, sniff
from desktop_app.services import form_account, reports, settings
from desktop_app.services.exchange import ExportResult
from desktop_app.services.form_guess import guess_table, number_column
from desktop_app.services.form_parts import parts
from desktop_app.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.exports.material import Material
    from desktop_app.exports.superior_form import TableFilling
    from desktop_app.exports.superior_form.values import Value

Progress = Callable[[int, int], None]

LARGEST = 30 * limits.MB
_KEY, _UNIT = "superior_form:", "superior_form_unit"
_OLD = {".xls": ".xlsx", ".et": ".xlsx", ".ods": ".xlsx", ".doc": ".docx", ".wps": ".docx", ".odt": ".docx"}


@dataclass(frozen=True, slots=True)
class SuperiorForm:
    """A blank as it was read, and how it is to be filled; `known` when the officer has filled one of its shape before."""

    path: Path
    data: bytes
    tables: tuple[FormTable, ...]
    mapping: FormMapping
    known: bool


@dataclass(frozen=True, slots=True)
class RowChoice:
    """Which tasks go into the form; what is left at its default holds for every task.

    `changed` takes only tasks with an entry or a closing in the period. `unit` is who fills the form in.
    """

    plan: int | None = None
    period: str | None = None
    units: tuple[str, ...] = ()
    lights: tuple[Light, ...] = ()
    changed: bool = False
    unit: str | None = None


def open_form(workspace: Workspace, path: Path) -> SuperiorForm:
    """Read a blank form and guess what its columns and blanks take; a choice made before for its shape comes first.

    Raises:
        BadInput: no .xlsx or .docx file, damaged, locked, too big, or without anything to fill in.
    """
    from desktop_app.exports.superior_form import read_form

    data = _load(path)
    tables = tuple(part for table in read_form(path, data) for part in _parts(table, path))
    guessed = FormMapping(tuple(map(guess_table, tables)))
    kept = guessed.remembered(settings.get(workspace, _key(guessed)))
    return SuperiorForm(path, data, tables, kept or guessed, kept is not None)


def _parts(table: FormTable, path: Path) -> list[FormTable]:
    """A sheet may hold several tables; a document's are apart already."""
    from desktop_app.exports.superior_form import DOCUMENTS

    return [table] if path.suffix.lower() in DOCUMENTS else parts(table)


def _load(path: Path) -> bytes:
    from desktop_app.exports.superior_form import DOCUMENTS, SUFFIXES

    suffix = path.suffix.lower()
    if suffix in _OLD:
        raise BadInput(f"{quoted(path.name)}是旧格式，用 Excel、Word 或 WPS 另存为 {_OLD[suffix]} 后再填写")
    if suffix not in SUFFIXES:
        raise BadInput(f"{quoted(path.name)}不是表格，上级表格应为 .xlsx 或 .docx 文件")
    data = limits.load(path, LARGEST)
    held = sniff(data)
    if held is Format.ENCRYPTED:
        raise BadInput(f"{quoted(path.name)}已加密，取消密码并另存后再填写")
    if held is not (Format.DOCX if suffix in DOCUMENTS else Format.SPREADSHEET):
        raise BadInput(f"{quoted(path.name)}的内容与扩展名不符，用 Excel、Word 或 WPS 打开并另存后再填写")
    limits.check_package(path.name, data)
    return data


def _key(mapping: FormMapping) -> str:
    return _KEY + hashlib.sha256(mapping.shape.encode()).hexdigest()


def remember(workspace: Workspace, mapping: FormMapping, unit: str | None = None) -> None:
    """Keep the choices: the next form of this shape begins with them; `unit` is who fills forms in."""
    settings.put(workspace, _key(mapping), mapping.as_json())
    if unit:
        settings.put(workspace, _UNIT, unit)


def usual_unit(workspace: Workspace) -> str:
    """Who fills forms in: as the last time, or who signs reports; "" when nobody was named."""
    return settings.get(workspace, _UNIT) or settings.get(workspace, reports.SIGNATURE_UNIT)


def choose_rows(workspace: Workspace, choice: RowChoice) -> Material:
    """The tasks that go into the form, in outline order.

    Raises:
        NotFound: no such plan. BadInput: a period of another form, or changes asked for without one.
        Refused: no task is left.
    """
    from desktop_app.exports.material import ReportOptions

    if choice.changed and not choice.period:
        raise BadInput("只填有变化的任务须先选定报送期")
    unit = usual_unit(workspace) if choice.unit is None else choice.unit
    options = ReportOptions("ledger", choice.plan, choice.period, units=choice.units, signature_unit=unit)
    material = reports.gather(workspace, options)
    rows = [row for row in material.rows if _wanted(row, choice, material)]
    if not rows:
        raise Refused("所选范围内没有任务，应放宽单位、亮灯或报送期")
    return material.only(rows)


def _wanted(row: TaskRow, choice: RowChoice, material: Material) -> bool:
    from desktop_app.exports.definitions import closed_in

    if choice.lights and row.light not in choice.lights:
        return False
    if not choice.changed or material.period is None:
        return True
    closed = closed_in(row, material.period.first, material.period.last)
    return closed or bool(material.entries.get(row.id))


def fill(
    workspace: Workspace,
    form: SuperiorForm,
    out: Path,
    choice: RowChoice | None = None,
    mapping: FormMapping | None = None,
    progress: Progress | None = None,
) -> ExportResult:
    """Write the filled form to `out`; the blank itself is never written to.

    Raises:
        As `choose_rows`, and BadInput: `out` is the blank or of another kind, or no column is to be filled.
        StorageFailure: `out` cannot be written, or does not hold every row.
        Cancelled: raised by `progress`; nothing is left behind.
    """
    from desktop_app.exports.agreement import must_agree
    from desktop_app.exports.atomic import is_there, replace_when_done
    from desktop_app.exports.superior_form import write_form

    mapping = mapping or form.mapping
    if out.suffix.lower() != form.path.suffix.lower():
        raise BadInput(f"填好的表应与空表同为 {form.path.suffix} 文件，应改名后重试")
    if is_there(out) and out.samefile(form.path):
        raise BadInput("不能覆盖空表本身，应另取文件名")
    if not any(table.takes_tasks for table in mapping.tables):
        raise BadInput(f"未能认出{quoted(form.path.name)}的表头，应在窗口“填写上级表格”中指定各列内容")
    material = choose_rows(workspace, choice or RowChoice())
    fillings = [_filling(table, each, material) for table, each in zip(form.tables, mapping.tables, strict=True)]
    wanted = sum(len(filling.rows) for filling in fillings if filling)
    if not wanted:
        raise Refused("空表中列出的任务在台账中都没有找到，核对所选规划")
    with replace_when_done(out) as swap:
        must_agree(write_form(form.path, form.data, swap.temporary, fillings, progress), wanted, "行")
    told = _told(mapping, fillings, material)
    notice = f"{swap.notice}。" if swap.notice else ""
    remarks = "".join(f"{each}。" for each in _remarks(form, mapping, fillings, material))
    return ExportResult(
        swap.path,
        wanted,
        None,
        f"{notice}已填写{quoted(swap.path.name)}，{told}，读回核对无误。{remarks}{_unset(mapping, material)}",
    )


def foretell(
    workspace: Workspace, form: SuperiorForm, choice: RowChoice | None = None, mapping: FormMapping | None = None
) -> list[str]:
    """What `fill` would leave empty, or fill with units of another role, said before anything is written.

    Raises:
        As `choose_rows`.
    """
    mapping = mapping or form.mapping
    material = choose_rows(workspace, choice or RowChoice())
    fillings = [_filling(table, each, material) for table, each in zip(form.tables, mapping.tables, strict=True)]
    return _remarks(form, mapping, fillings, material)


def _remarks(
    form: SuperiorForm, mapping: FormMapping, fillings: Sequence[TableFilling | None], material: Material
) -> list[str]:
    """The remarks on all tables; where several take tasks, each is named."""
    several = sum(each.takes_tasks for each in mapping.tables) > 1
    told = []
    for table, each, filling in zip(form.tables, mapping.tables, fillings, strict=True):
        if filling is not None and each.takes_tasks:
            tasks = list(material.rows)
            if each.listed:
                tasks = [row for row in _matched(table.texts(), each, material) if row is not None]
            said = form_account.sentences(each, tasks, filling.rows)
            told += [f"{table.name}：{words}" if several else words for words in said]
    return told


def _filling(table: FormTable, mapping: TableMapping, material: Material) -> TableFilling | None:
    from desktop_app.exports.superior_form import TableFilling
    from desktop_app.exports.superior_form.values import entry_of, row_of

    said = [(blank, entry_of(entry, typed, material)) for blank, entry, typed in mapping.blanks]
    blanks = [(blank, words) for blank, words in said if words]
    if not mapping.takes_tasks:
        return TableFilling(replace(mapping, rows=0), (), blanks, sheet=table.sheet, top=table.top) if blanks else None
    lead = min(table.ruled, default=0)
    if mapping.listed:
        return _listed_filling(table, mapping, material, blanks, lead)
    rows = [row_of(mapping.columns, material, row, order) for order, row in enumerate(material.rows, 1)]
    return TableFilling(mapping, rows, blanks, lead, sheet=table.sheet, top=table.top)


def _listed_filling(
    table: FormTable, mapping: TableMapping, material: Material, blanks: Sequence[tuple[Blank, str]], lead: int
) -> TableFilling:
    """A form that prints its tasks: only what is empty in their rows is filled."""
    from desktop_app.exports.superior_form import TableFilling
    from desktop_app.exports.superior_form.values import row_of

    texts = table.texts()
    places: list[int] = []
    rows: list[list[Value | None]] = []
    for place, row in zip(mapping.listed, _matched(texts, mapping, material), strict=True):
        if row is not None:
            values = row_of(mapping.columns, material, row, len(places) + 1)
            places.append(place)
            rows.append([None if text.strip() else value for text, value in zip(texts[place], values, strict=True)])
    return TableFilling(mapping, rows, blanks, lead, places, table.sheet, table.top)


def _matched(texts: Sequence[Sequence[str]], mapping: TableMapping, material: Material) -> list[TaskRow | None]:
    """The task of each row that the form prints."""
    telling = [at for at, meaning in enumerate(mapping.columns) if meaning in (Meaning.TITLE, Meaning.WORDING)]
    worded = ["".join(texts[place][at] for at in telling) for place in mapping.listed]
    at = number_column(mapping.columns)
    if at is not None and not any(text.strip() for text in worded):
        return match_numbers([texts[place][at] for place in mapping.listed], material.rows)
    return match_rows(worded, material.rows)


def _told(mapping: FormMapping, fillings: Sequence[TableFilling | None], material: Material) -> str:
    """共12项任务; of a form that prints its tasks how many of them were found."""
    listed = sum(len(table.listed) for table in mapping.tables if table.takes_tasks)
    if listed:
        found = sum(len(filling.places) for filling in fillings if filling and filling.places is not None)
        left = f"，{listed - found}项在台账中没有找到，留空" if found < listed else ""
        return f"表中列出{listed}项任务，已填{found}项{left}"
    tables = sum(table.takes_tasks for table in mapping.tables)
    return f"共{len(material.rows)}项任务" + (f"（{tables}张表）" if tables > 1 else "")


def _unset(mapping: FormMapping, material: Material) -> str:
    wanted = any(entry is Entry.UNIT for table in mapping.tables for _, entry, _ in table.blanks)
    return "填报单位未设置，留空待填。" if wanted and not material.options.signature_unit else ""
