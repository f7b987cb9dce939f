"""A task built by hand with everything the record can hold: the wording of a real plan, the state invented."""

import datetime as dt
import hashlib

from desktop_app.domain.ledger import (
    AssignmentRow,
    DeadlineRow,
    EvidenceRow,
    HistoryRow,
    PartRow,
    ProgressRow,
    ReadingRow,
    TargetRow,
    TaskDetail,
    TaskRow,
)
from desktop_app.domain.plan import DeadlineKind, Role, Span
from desktop_app.domain.task import Due, Status, judge

TODAY = dt.date(2021, 10, 18)
START = dt.date(2021, 6, 6)
OFFSET = 1000

ONE_PIECE = (
    "不断丰富完善民情地图在民生服务、城乡管理、村居事务、智慧党建、经济发展、乡村振兴等领域的应用场景，"
    "实现不少于30个业务场景上线，努力将“民情地图”建设成为汕尾市城市综合管理平台。"
    "〔市政务服务数据管理局、市公安局、市自然资源局牵头，市直各相关部门配合，2021年9月底前完成〕"
)
IN_PARTS = (
    "以业务需求为导向，持续提升汕尾市政务云平台服务支撑能力，资源总量达到2万核vCPU、4万GB内存、1000TB存储，"
    "进一步提升资源利用率和使用效率。加快推进我市政务信息系统部署上云，为我市非涉密政务信息系统数据共享、业务协同提供支撑。"
    "〔市政务服务数据管理局牵头，2021年12月底前完成〕",
    "推进市级电子政务外网升级，按照等保三级建设市级电子政务外网核心节点，提升市直47个单位电子政务外网带宽到100M，"
    "保障政务信息业务访问需求。〔市政务服务数据管理局牵头，2021年10月底前完成〕",
    "指导各县（市、区）电子政务外网改造工作，进一步推进电子政务外网向村（居）一级全覆盖。"
    "〔市政务服务数据管理局牵头，2021年12月底前完成〕",
)


def span_of(text: str, phrase: str, start: int = 0) -> Span:
    """Where `phrase` stands in a wording that begins at OFFSET."""
    at = text.index(phrase, start) + OFFSET
    return Span(at, at + len(phrase))


def detail_in_one_piece(task: int = 11, status: Status = Status.IN_PROGRESS, percent: int = 87) -> TaskDetail:
    """（十一）: overdue, three leads, one target with readings."""
    text = ONE_PIECE
    units = [
        (Role.LEAD, "市政务服务数据管理局"),
        (Role.LEAD, "市公安局"),
        (Role.LEAD, "市自然资源局"),
        (Role.SUPPORT, "市直各相关部门"),
    ]
    assignments = tuple(
        AssignmentRow(role, number, name, name, span=span_of(text, name))
        for number, (role, name) in enumerate(units, 1)
    )
    day = dt.date(2021, 9, 30)
    due = Due(day, day)
    phrase = "不少于30个业务场景上线"
    readings = tuple(
        ReadingRow(n, dt.date(2021, month, 12), value, "")
        for n, (month, value) in enumerate([(6, 11), (7, 14), (8, 19), (9, 24), (10, 26)], 1)
    )
    target = TargetRow(5, phrase, ">=", 30, "个", day, readings, span=span_of(text, phrase))
    progress = _progress()[:2]
    evidence = _evidence()[:3]
    row = _row(
        task,
        "（十一）",
        "推进“民情地图”平台建设",
        text,
        status,
        percent,
        due,
        assignments,
        (),
        (target,),
        evidence,
        progress,
    )
    deadline = DeadlineRow(
        1, day, day, DeadlineKind.FINAL, "2021年9月底前完成", span=span_of(text, "2021年9月底前完成")
    )
    return TaskDetail(row, text, OFFSET, (deadline,), progress, evidence, _history())


def detail_in_parts(task: int = 31) -> TaskDetail:
    """（三十一）: three parts, four targets."""
    text = "".join(IN_PARTS)
    bounds = [0]
    for piece in IN_PARTS:
        bounds.append(bounds[-1] + len(piece))
    unit = "市政务服务数据管理局"
    days = [dt.date(2021, 12, 31), dt.date(2021, 10, 31), dt.date(2021, 12, 31)]
    phrases = ["2021年12月底前完成", "2021年10月底前完成", "2021年12月底前完成"]
    parts, assignments, deadlines = [], [], []
    for i, (percent, expected) in enumerate([(64, 64), (87, 91), (45, 64)]):
        due = Due(days[i], days[i])
        signal = judge(Status.IN_PROGRESS, percent, due, TODAY, START if i == 1 else None)
        span = Span(OFFSET + bounds[i], OFFSET + bounds[i + 1])
        parts.append(PartRow(100 + i, i + 1, IN_PARTS[i], span, Status.IN_PROGRESS, percent, signal, due, expected))
        assignments.append(AssignmentRow(Role.LEAD, 1, unit, unit, i + 1, span_of(text, unit, bounds[i])))
        deadlines.append(
            DeadlineRow(
                i,
                days[i],
                days[i],
                DeadlineKind.FINAL,
                phrases[i],
                part=i + 1,
                span=span_of(text, phrases[i], bounds[i]),
            )
        )
    targets = tuple(
        TargetRow(10 + n, phrase, ">=", value, unit, days[0], _readings(last), span=span_of(text, phrase))
        for n, (phrase, value, unit, last) in enumerate(
            [
                ("资源总量达到2万核vCPU", 20000, "核", 14000),
                ("4万GB内存", 40000, "GB", 29000),
                ("1000TB存储", 1000, "TB", 760),
                ("47个单位电子政务外网带宽到100M", 47, "个", 41),
            ]
        )
    )
    due = Due(days[1], days[1])
    row = _row(
        task,
        "（三十一）",
        "提升政务基础设施支撑能力",
        text,
        Status.IN_PROGRESS,
        65,
        due,
        tuple(assignments),
        tuple(parts),
        targets,
        _evidence(),
        _progress(),
    )
    return TaskDetail(row, text, OFFSET, tuple(deadlines), _progress(), _evidence(), _history())


def _row(task, number, title, text, status, percent, due, assignments, parts, targets, evidence, progress) -> TaskRow:
    signal = judge(status, percent, due, TODAY, START)
    return TaskRow(
        id=task,
        plan_id=1,
        plan_title="汕尾市数字政府改革建设2021年工作要点",
        parent=None,
        position=task,
        node="n",
        number=number,
        title=title,
        text=text,
        chapter="二、开启“民情地图”全域治理新模式",
        section="",
        status=status,
        percent=percent,
        expected=91,
        signal=signal,
        due=due,
        assignments=assignments,
        parts=parts,
        targets=targets,
        evidence_names=tuple(file.name for file in evidence),
        latest=progress[0] if progress else None,
        closed_on=None,
        no_evidence_reason="",
        updated_at=dt.datetime(2021, 10, 14, 9, 31),
    )


def _readings(last: float) -> tuple[ReadingRow, ...]:
    shares = [(6, 0.6), (7, 0.7), (8, 0.78), (9, 1.0)]
    return tuple(ReadingRow(n, dt.date(2021, month, 27), last * share, "") for n, (month, share) in enumerate(shares))


def _progress() -> tuple[ProgressRow, ...]:
    return (
        ProgressRow(
            3,
            dt.date(2021, 10, 14),
            "外网核心节点设备完成到货验收，41个单位带宽已提升至100M；其余6个单位待线路割接。",
            65,
            "",
            "10月底前完成割接",
            "市政数局",
        ),
        ProgressRow(
            2,
            dt.date(2021, 9, 27),
            "政务云二期扩容完成，vCPU达1.4万核。",
            58,
            "存储设备到货延迟两周",
            "催交设备，同步做好割接方案",
            "市政数局",
        ),
        ProgressRow(1, dt.date(2021, 8, 30), "完成政务云扩容招标，外网升级方案通过评审。", 42, "", "", "市政数局"),
    )


def _evidence() -> tuple[EvidenceRow, ...]:
    def made(number: int, name: str, size: int, month: int, day: int, others: tuple[str, ...] = ()) -> EvidenceRow:
        digest = hashlib.sha256(name.encode()).hexdigest()
        return EvidenceRow(number, number + 50, name, digest, size, dt.date(2021, month, day), other_tasks=others)

    return (
        made(1, "到货验收单.pdf", 1_258_291, 10, 14),
        made(2, "割接计划表.xlsx", 49_152, 10, 12),
        made(3, "核心机房现场.jpg", 2_726_297, 10, 12),
        made(4, "云资源9月月报.pdf", 880_640, 9, 27, ("（三十二）",)),
    )


def _history() -> tuple[HistoryRow, ...]:
    return (
        HistoryRow(
            5, dt.datetime(2021, 10, 18, 9, 31), "progress", "进度 58% → 65%", "进展：外网核心节点设备完成到货验收……"
        ),
        HistoryRow(4, dt.datetime(2021, 10, 14, 16, 20), "attach", "添加佐证 到货验收单.pdf", "校验码 9f3a…c21e"),
        HistoryRow(
            3,
            dt.datetime(2021, 10, 14, 16, 18),
            "reading",
            "记录读数 外网带宽：33 → 41个",
            "市政数局10月回表",
            undone=True,
        ),
        HistoryRow(2, dt.datetime(2021, 8, 30, 15, 44), "status", "状态 未启动 → 推进中", ""),
        HistoryRow(1, dt.datetime(2021, 6, 10, 14, 26), "import", "导入 汕府办函〔2021〕130号", "第68段"),
    )
