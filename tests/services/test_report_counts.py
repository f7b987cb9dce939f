"""Every count of every report agrees with `tasks --json`, recounted here from the printed definitions alone."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli import as_json
from desktop_app.domain.errors import Refused
from desktop_app.domain.ledger import Tally
from desktop_app.exports.material import ReportOptions
from desktop_app.exports.report_model import DEFINITIONS, Chart, Paragraph, ReportContent
from desktop_app.exports.table_model import RowKind, Table
from desktop_app.services import queries, reports
from desktop_app.services.workspace import Workspace
from tests.services.every_state import build

TODAY = dt.date(2021, 10, 18)
DONE, OPEN = ("closed", "awaiting_check"), ("not_started", "in_progress")
Row = dict[str, Any]
Count = Callable[[list[Row]], int | str]


@pytest.fixture
def rows(workspace: Workspace, tmp_path: Path) -> list[Row]:
    """The tasks as `tasks --json` and `show --json` tell them."""
    build(workspace, tmp_path)
    return [as_json.detail(queries.detail(workspace, row.id)) for row in queries.tasks(workspace)]


def status(*wanted: str) -> Count:
    return lambda rows: sum(row["status"] in wanted for row in rows)


def light(wanted: str) -> Count:
    return lambda rows: sum(row["light"] == wanted for row in rows)


def days_to(row: Row) -> int | None:
    return (dt.date.fromisoformat(row["due_on"]) - TODAY).days if row["due_on"] else None


def owners(row: Row) -> set[str]:
    by_role = {
        role: {each["unit"] for each in row["assignments"] if each["role"] == role} for role in ("lead", "responsible")
    }
    return by_role["lead"] or by_role["responsible"]


def targets(rows: list[Row]) -> list[Row]:
    """Not those of tasks and parts that no longer apply."""
    found = []
    for row in rows:
        gone = {part["index"] for part in row["parts"] if part["status"] == "dropped"}
        if row["status"] != "dropped":
            found += [target for target in row["targets"] if target["part"] not in gone]
    return found


def reached(wanted: bool | None) -> Count:
    return lambda rows: sum(target["reached"] is wanted for target in targets(rows))


def mean(rows: list[Row]) -> str:
    kept = [row["percent"] for row in rows if row["status"] != "dropped"]
    exact = Decimal(sum(kept)) / Decimal(len(kept))
    return f"{exact.quantize(Decimal(1), ROUND_HALF_UP)}%"


def tenth(part: int, whole: int) -> str:
    return f"{(Decimal(100 * part) / whole).quantize(Decimal('0.1'), ROUND_HALF_UP)}%"


def in_october(row: Row) -> bool:
    return any(entry["on"].startswith("2021-10") for entry in row["progress"])


def shown(row: Row) -> bool:
    return row["evidence"] > 0


def lacking(row: Row) -> bool:
    return row["status"] in DONE and not shown(row) and not row["no_evidence_reason"]


COUNTS: dict[str, Count] = {
    "任务总数": len,
    "已销号": status("closed"),
    "已完成待核": status("awaiting_check"),
    "推进中": status("in_progress"),
    "未启动": status("not_started"),
    "暂缓": status("suspended"),
    "不再适用": status("dropped"),
    "逾期": light("red"),
    "临期与滞后": light("amber"),
    "绿灯": light("green"),
    "不计灯": light("grey"),
    "进度滞后": lambda rows: sum("序时进度" in row["light_reason"] and (days_to(row) or 0) > 15 for row in rows),
    "已销号占比": lambda rows: tenth(sum(row["status"] == "closed" for row in rows), len(rows)),
    "平均进度": mean,
    "章数": lambda rows: len({row["path"].split(" / ")[0] for row in rows}),
    "牵头（责任）单位数": lambda rows: len(set().union(*map(owners, rows))),
    "本期新销号": lambda rows: sum(row["status"] == "closed" and str(row["closed_on"]).startswith("2021-10") for row in rows),
    "本期填报进展": lambda rows: sum(map(in_october, rows)),
    "佐证材料份次": lambda rows: sum(row["evidence"] for row in rows),
    "已销号和待核": status(*DONE),
    "已销号和待核中附有佐证": lambda rows: sum(row["status"] in DONE and shown(row) for row in rows),
    "已说明未附佐证的原因": lambda rows: sum(
        row["status"] in DONE and not shown(row) and bool(row["no_evidence_reason"]) for row in rows
    ),
    "尚缺佐证": lambda rows: sum(map(lacking, rows)),
    "量化指标": lambda rows: len(targets(rows)),
    "已达到的指标": reached(True),
    "未达到的指标": reached(False),
    "尚无读数的指标": reached(None),
    "近期到期": lambda rows: sum(row["status"] in OPEN and 0 <= (days_to(row) if row["due_on"] else -1) <= 30 for row in rows),
}  # fmt: skip


def draft(workspace: Workspace, template: str, **options: Any) -> ReportContent:
    return reports.draft(workspace, ReportOptions(template=template, period="2021-10", **options))


def prose(content: ReportContent) -> str:
    blocks = [block for section in content.sections for block in section.blocks]
    said = [block.text for block in blocks if isinstance(block, Paragraph)]
    return "\n".join([content.opening, *said, *(annex.note for annex in content.annexes)])


def chart(content: ReportContent) -> Chart:
    return next(block for section in content.sections for block in section.blocks if isinstance(block, Chart))


def test_the_record_holds_every_state(rows: list[Row]) -> None:
    assert {row["status"] for row in rows} == {*DONE, *OPEN, "suspended", "dropped"}
    assert {row["light"] for row in rows} == {"red", "amber", "green", "grey"}
    assert any(row["recurrences"] for row in rows) and any(len(row["parts"]) > 1 for row in rows)


@pytest.mark.parametrize("template", ["progress", "ledger", "evidence"])
def test_every_figure_of_a_report_is_what_its_definition_counts(
    workspace: Workspace, rows: list[Row], template: str
) -> None:
    content = draft(workspace, template)
    assert content.figures
    for figure in content.figures:
        assert figure.value == str(COUNTS[figure.name](rows)), figure.name
    ids = {row["id"] for row in rows}
    assert all(set(figure.tasks) <= ids for figure in content.figures)


def test_every_number_of_the_overall_words_is_defined(workspace: Workspace, rows: list[Row]) -> None:
    content = draft(workspace, "progress")
    said, values = prose(content), {figure.name: figure.value for figure in content.figures}
    for name in ("已销号", "已完成待核", "推进中", "未启动", "暂缓", "不再适用"):
        assert f"{name}{values[name]}项" in said, name
    assert f"红灯（逾期）{values['逾期']}项" in said and f"不计灯{values['不计灯']}项" in said
    assert f"共有量化指标{values['量化指标']}项" in said and f"补报{values['尚无读数的指标']}项指标的读数" in said
    assert f"不再适用的任务和分段另有指标{sum(len(row['targets']) for row in rows) - len(targets(rows))}项" in said


def test_the_table_of_targets_lists_what_is_counted(workspace: Workspace, rows: list[Row]) -> None:
    content = draft(workspace, "progress")
    section = next(each for each in content.sections if each.heading == "指标完成情况")
    table = next(block for block in section.blocks if isinstance(block, Table))
    assert [row.cells[1] for row in table.rows] == [target["name"] for target in targets(rows)]


def test_the_report_on_targets_counts_as_the_other_reports_do(workspace: Workspace, rows: list[Row]) -> None:
    content = draft(workspace, "targets")
    values = {figure.name: figure.value for figure in content.figures}
    assert values == {
        "量化指标": str(len(targets(rows))), "已达到": str(reached(True)(rows)), "未达到": str(reached(False)(rows)),
        "尚无读数": str(reached(None)(rows)),
    }  # fmt: skip
    assert len(content.annexes[0].rows) == len(targets(rows))
    assert "不再适用的任务和分段的指标不计" in " ".join(row.cells[2] for row in content.annexes[-1].rows)
    assert content.annexes[-1].title == DEFINITIONS


def test_tables_and_bars_add_up_to_the_tasks(workspace: Workspace, rows: list[Row]) -> None:
    content = draft(workspace, "progress")
    table = next(block for section in content.sections for block in section.blocks if isinstance(block, Table))
    lines = [row for row in table.rows if row.kind is RowKind.PLAIN]
    total = table.rows[-1].cells
    for column in range(1, len(total)):
        assert sum(int(line.cells[column]) for line in lines) == int(total[column])
    assert int(total[1]) == len(rows) == sum(map(int, total[2:]))
    named = Counter(unit for row in rows for unit in owners(row))
    bars = {bar.label: int(sum(bar.values)) for bar in chart(content).bars}
    assert bars == named | {"（未写明单位）": sum(not owners(row) for row in rows)}
    assert content.annexes[0].items == len(rows)


def test_every_cell_leads_to_the_tasks_it_counts(workspace: Workspace, rows: list[Row]) -> None:
    lights = {row["id"]: row["light"] for row in rows}
    wanted = {"逾期": "red", "临期与滞后": "amber", "不计灯": "grey"}
    for cell in draft(workspace, "progress").cells:
        _, _, mark = cell.name.partition("：")
        assert int(cell.value) == len(cell.tasks), cell.name
        if mark in wanted:
            assert {lights[task] for task in cell.tasks} == {wanted[mark]}, cell.name


def test_a_unit_is_told_only_of_what_it_answers_for(workspace: Workspace, rows: list[Row]) -> None:
    content = draft(workspace, "units")
    for cell in content.cells:
        name, _, word = cell.name.partition("：")
        mine = [row for row in rows if name in {each["unit"] for each in row["assignments"]}]
        if word == "任务" and name != "（未写明单位）":
            assert int(cell.value) == len(mine), cell.name
        if word == "逾期" and name != "（未写明单位）":
            assert int(cell.value) == light("red")(mine), cell.name


def test_the_mean_is_rounded_as_its_definition_says(workspace: Workspace, rows: list[Row]) -> None:
    """20.5 is 21, as people round, not 20."""
    stored = queries.tasks(workspace)[:2]
    assert Tally.of([replace(stored[0], percent=20), replace(stored[1], percent=21)]).percent == 21


def part_owners(row: Row) -> set[str]:
    """Of a red task in parts, the leads of the red parts."""
    red = {part["index"] for part in row["parts"] if part["light"] == "red"}
    return {each["unit"] for each in row["assignments"] if each["part"] in red} if red else owners(row)


def test_a_unit_is_blamed_only_for_its_own_part(workspace: Workspace, rows: list[Row]) -> None:
    late = [row for row in rows if row["light"] == "red"]
    named = Counter(unit for row in late for unit in part_owners(row))
    assert named == {"市信访局": 1, "市发展改革局": 1}, "市财政局 leads a part of an overdue task that does not apply"
    content = draft(workspace, "overdue")
    values = {figure.name: figure.value for figure in content.figures}
    assert values["逾期"] == str(len(late)) and values["牵头（责任）单位数"] == str(len(named))
    assert values["办理过延期"] == "1" and values["任务总数"] == str(len(rows))
    assert {bar.label: int(sum(bar.values)) for bar in chart(content).bars} == named
    assert "其中，分段1（市发展改革局）时限2021年8月31日" in prose(content)


def test_a_letter_urges_a_unit_about_its_own_open_work(workspace: Workspace, rows: list[Row]) -> None:
    """What is late or due within thirty days and has an open part of the unit, by the unit."""
    for unit in {each["unit"] for row in rows for each in row["assignments"]}:
        mine = [row for row in rows if unit in owners(row)]
        late = [row for row in mine if row["light"] == "red" and unit in part_owners(row)]
        soon = [row for row in mine if row["light"] != "red" and COUNTS["近期到期"]([row])]
        if not late and not soon:
            with pytest.raises(Refused):
                draft(workspace, "urging", units=(unit,))
            continue
        content = draft(workspace, "urging", units=(unit,))
        told = {figure.name: set(figure.tasks) for figure in content.figures}
        assert told.get("逾期任务", set()) == {row["id"] for row in late}, unit
        assert told.get("30日内到期任务", set()) == {row["id"] for row in soon}, unit
        assert f"贵单位牵头（负责）任务{len(mine)}项" in content.opening
