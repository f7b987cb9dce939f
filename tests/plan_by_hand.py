"""A plan built by hand: chapters, sections, five tasks, one of them in two parts with dates of their own."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from desktop_app.domain.plan import (
    Assignment,
    Deadline,
    DeadlineKind,
    Doubt,
    Kind,
    Node,
    Paragraph,
    ParagraphUse,
    Part,
    Plan,
    PlanRule,
    Recurrence,
    Rhythm,
    Role,
    RuleScope,
    Span,
    Target,
)

_LINES = (
    "清源区数字政府建设2021年工作要点",
    "一、总体要求",
    "以便民利企为导向，加快数字化转型。",
    "二、主要任务",
    "（一）优化政务服务",
    "1.推进跨市通办。推动不少于100个事项跨市通办，2021年10月底前完成。（市政务服务数据管理局牵头，各县（市、区）人民政府配合，2021年12月底前完成）",
    "2.完善服务热线。2021年9月底前完成热线归并。（市信访局牵头，2021年9月底前完成）",
    "（二）夯实数据底座",
    "3.建设数据平台。完成平台立项，〔市发展改革局牵头，2021年8月底前完成〕建成平台并接入30个部门。〔市政务服务数据管理局牵头，市财政局配合，2021年11月底前完成〕",
    "4.加强宣传。做好宣传引导工作。",
    "三、保障措施",
    "各部门落实经费保障，压减支出不低于5%。（责任单位：市财政局）",
)


def _place(piece: str, start: int = 0) -> Span:
    text = "\n".join(_LINES)
    begin = text.index(piece, start)
    return Span(begin, begin + len(piece))


def _line(index: int) -> Span:
    return _place(_LINES[index])


def _node(
    id: str, parent: str | None, number: str, title: str, kind: Kind, line: int, text: str = "", **facts: object
) -> Node:
    whole = _line(line)
    body = Span(min(whole.end, whole.start + len(number + title) + 1), whole.end)
    return Node(id, parent, number, title, kind, text, whole, body, **facts)  # type: ignore[arg-type]


def _final(year: int, month: int, day: int, phrase: str, piece: str) -> Deadline:
    return Deadline(dt.date(year, month, day), DeadlineKind.FINAL, phrase, _place(piece), "note-date")


def _who(role: Role, unit: str, piece: str | None = None) -> Assignment:
    return Assignment(role, unit, _place(piece or unit), "note-unit")


def build_plan() -> Plan:
    """A plan with chapters, sections and five tasks; 3. has two parts with dates of their own."""
    first = Part(
        "完成平台立项，",
        _place("完成平台立项，〔市发展改革局牵头，2021年8月底前完成〕"),
        (_who(Role.LEAD, "市发展改革局"),),
        (_final(2021, 8, 31, "2021年8月底前完成", "2021年8月底前完成"),),
    )
    reach = Target("接入30个部门", ">=", 30.0, "个", None, _place("接入30个部门"), "count")
    second = Part(
        "建成平台并接入30个部门。",
        _place("建成平台并接入30个部门。〔市政务服务数据管理局牵头，市财政局配合，2021年11月底前完成〕"),
        (_who(Role.LEAD, "市政务服务数据管理局"), _who(Role.SUPPORT, "市财政局")),
        (_final(2021, 11, 30, "2021年11月底前完成", "2021年11月底前完成"),),
        (reach,),
    )
    nodes = (
        _node("n1", None, "一、", "总体要求", Kind.CONTEXT, 1, _LINES[2]),
        _node("n2", None, "二、", "主要任务", Kind.CHAPTER, 3),
        _node("n3", "n2", "（一）", "优化政务服务", Kind.SECTION, 4),
        _node(
            "n4",
            "n3",
            "1.",
            "推进跨市通办",
            Kind.TASK,
            5,
            "推动不少于100个事项跨市通办，2021年10月底前完成。",
            assignments=(_who(Role.LEAD, "市政务服务数据管理局"), _who(Role.SUPPORT, "各县（市、区）人民政府")),
            deadlines=(
                Deadline(
                    dt.date(2021, 10, 31), DeadlineKind.MILESTONE, "2021年10月底前完成", _place("2021年10月底前完成")
                ),
                _final(2021, 12, 31, "2021年12月底前完成", "2021年12月底前完成"),
            ),
            targets=(
                Target("推动不少于100个事项跨市通办", ">=", 100.0, "个", dt.date(2021, 10, 31), _place("不少于100个")),
            ),
        ),
        _node(
            "n5",
            "n3",
            "2.",
            "完善服务热线",
            Kind.TASK,
            6,
            "2021年9月底前完成热线归并。",
            assignments=(_who(Role.LEAD, "市信访局"),),
            deadlines=(_final(2021, 9, 30, "2021年9月底前完成", "2021年9月底前完成）"),),
        ),
        _node("n6", "n2", "（二）", "夯实数据底座", Kind.SECTION, 7),
        _node(
            "n7",
            "n6",
            "3.",
            "建设数据平台",
            Kind.TASK,
            8,
            "完成平台立项，建成平台并接入30个部门。",
            assignments=(*first.assignments, *second.assignments),
            deadlines=(*first.deadlines, *second.deadlines),
            targets=(reach,),
            parts=(first, second),
        ),
        _node("n8", "n6", "4.", "加强宣传", Kind.TASK, 9, "做好宣传引导工作。"),
        _node(
            "n9",
            None,
            "三、",
            "保障措施",
            Kind.TASK,
            11,
            "各部门落实经费保障，压减支出不低于5%。",
            assignments=(_who(Role.RESPONSIBLE, "市财政局"),),
            targets=(Target("压减支出不低于5%", ">=", 5.0, "%", None, _place("不低于5%"), "percent"),),
        ),
    )
    owners = (None, "n1", "n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8", "n9", "n9")
    kinds = {node.id: node.kind for node in nodes}
    return Plan(
        source="清源区工作要点.txt",
        title=_LINES[0],
        doc_number="清府办函〔2021〕13号",
        issuer="清源区人民政府办公室",
        issued_on=dt.date(2021, 6, 6),
        nodes=nodes,
        text="\n".join(_LINES),
        original="\r\n".join(_LINES),
        paragraphs=tuple(
            Paragraph(index, _line(index), _use(index, owner, kinds), owner) for index, owner in enumerate(owners)
        ),
        doubts=(Doubt("no-deadline", "“4.加强宣传”未写完成时限", _line(9)),),
    )


def _use(index: int, owner: str | None, kinds: dict[str, Kind]) -> ParagraphUse:
    if owner is None:
        return ParagraphUse.BACKGROUND
    if index in (1, 3, 4, 7, 10):
        return ParagraphUse.HEADING
    return ParagraphUse.TASK if kinds[owner] is Kind.TASK else ParagraphUse.BACKGROUND


def build_full_plan() -> Plan:
    """The same plan with everything else a reader may find: recurring work, clauses, a baseline, doubts."""
    plan = build_plan()
    nodes = {node.id: node for node in plan.nodes}
    across, publicity = nodes["n4"], nodes["n8"]
    nodes["n4"] = replace(
        across,
        assignments=(replace(across.assignments[0], doubt="单位名称不完整"), *across.assignments[1:]),
        deadlines=(replace(across.deadlines[0], doubt="年份由上文推定"), *across.deadlines[1:]),
        targets=(replace(across.targets[0], baseline=60.0, doubt="方向未写明"),),
    )
    nodes["n8"] = replace(
        publicity, recurrences=(Recurrence(Rhythm.OPEN_ENDED, "做好宣传引导", _place("做好宣传引导"), "open-ended"),)
    )
    rules = (
        PlanRule(RuleScope.UNITS_EVERYWHERE, "各部门", _place("各部门"), ("各县（市、区）人民政府",), rule="units"),
        PlanRule(
            RuleScope.DATE_EVERYWHERE, "落实经费保障", _place("落实经费保障"), date=dt.date(2022, 6, 30), rule="date"
        ),
        PlanRule(RuleScope.FIRST_IS_LEAD, "责任单位", _place("责任单位"), rule="first"),
    )
    return replace(plan, nodes=tuple(nodes.values()), rules=rules)


def build_long_plan(tasks: int) -> Plan:
    """A plan of one chapter with as many tasks as wanted."""
    lines = ["一、主要任务", *(f"{number}.任务{number}。做好第{number}件事。" for number in range(1, tasks + 1))]
    spans, start = [], 0
    for line in lines:
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    chapter = Node("n0", None, "一、", "主要任务", Kind.CHAPTER, "", spans[0], Span(spans[0].end, spans[0].end))
    nodes = [
        Node(f"n{number}", "n0", f"{number}.", f"任务{number}", Kind.TASK, "做好", spans[number], spans[number])
        for number in range(1, tasks + 1)
    ]
    text = "\n".join(lines)
    return Plan("长规划.txt", "长规划", None, None, None, (chapter, *nodes), text, text)
