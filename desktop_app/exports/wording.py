"""How a task's facts are put in words, the same in the ledger and in the report."""

from __future__ import annotations

from desktop_app.domain.ledger import PartRow, TaskRow
from desktop_app.domain.plan import Role
from desktop_app.domain.task import Light, Mark, Signal, Status
from desktop_app.exports.text import closing, full_date

SHAPES = {
    Mark.OVERDUE: "▲",
    Mark.CAUTION: "◆",
    Mark.NORMAL: "●",
    Mark.TO_CHECK: "◎",
    Mark.CLOSED: "√",
    Mark.UNCOUNTED: "○",
}
"""A shape for each mark, so that a black and white print tells them apart. All are in GB 2312: a spreadsheet cannot
bring a face along, and every Chinese face has these."""

LEGEND = "▲逾期　◆临期、滞后或延期中　●正常　◎待核　√已销号　○不计灯"


def light_words(signal: Signal) -> str:
    """▲逾期48天: shape and word."""
    return SHAPES[signal.mark] + signal.word


def unit_names(row: TaskRow, role: Role) -> str:
    """The units in `role`, with their parts where they answer for some parts only: 市财政局（分段2）."""
    names: dict[str, list[int]] = {}
    for assignment in row.assignments:
        if assignment.role is role:
            names.setdefault(assignment.name, []).append(assignment.part or 0)
    return "、".join(name + _where(parts, len(row.parts)) for name, parts in names.items())


def _where(parts: list[int], of: int) -> str:
    own = sorted({part for part in parts if part})
    if not own or 0 in parts or len(own) == of:
        return ""
    return f"（分段{'、'.join(map(str, own))}）"


def wording(row: TaskRow) -> str:
    """What the task asks for; a task in parts has one line a part, each with where it stands."""
    if not row.parts:
        return row.text
    return "\n".join(f"分段{part.index}：{closing(part.text)}（{part_standing(part)}）。" for part in row.parts)


def part_standing(part: PartRow) -> str:
    """推进中60%，时限2021年10月31日，剩13天."""
    percent = f"{part.percent}%" if part.status is Status.IN_PROGRESS else ""
    due = f"，时限{full_date(part.due.date)}" if part.due else ""
    light = "" if part.signal.word == part.status.label else f"，{part.signal.word}"
    return f"{part.status.label}{percent}{due}{light}"


def latest_progress(row: TaskRow) -> str:
    """The newest entry with its date and the next step; "" when nothing was entered."""
    if row.latest is None:
        return ""
    done = f"{closing(row.latest.text)}。" if row.latest.text else ""
    step = f"下一步：{closing(row.latest.next_step)}。" if row.latest.next_step else ""
    return f"{full_date(row.latest.on)}：{done}{step}" if done or step else ""


def remarks(row: TaskRow) -> str:
    """When it was closed, the first date of an extended one, and why there is no evidence."""
    said = []
    if row.closed_on and row.status is Status.CLOSED:
        said.append(f"{full_date(row.closed_on)}销号")
    if row.due and row.due.extended:
        said.append(f"原定{full_date(row.due.first_date)}，已延期")
    if row.no_evidence_reason and not row.evidence:
        said.append(f"无佐证原因：{closing(row.no_evidence_reason)}")
    return "；".join(said)


INK = {Light.RED: "B42318", Light.AMBER: "8A5300", Light.GREEN: "1E7B4F", Light.GREY: "5B6672"}
"""Print colours of the light's words (RGB); the shape and the word say the same without colour."""
