"""A record that holds every state a task can be in, built through the services as an office would."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop_app.domain.ledger import TaskRow
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Status
from desktop_app.services import evidence, plans, queries, tasks, units
from desktop_app.services.workspace import Workspace

TEXT = """清源区数字政府建设2021年工作要点
清府办发〔2021〕12号
一、优化政务服务
（一）推进跨市通办。推动不少于100个事项跨市通办。（市政务局牵头，市财政局配合，2021年9月30日前完成）
（二）归并服务热线。完成热线归并。（市信访局牵头，2021年9月30日前完成）
（三）办好一件事。梳理并落地30个一件事联办事项。（市政务局、市信访局牵头，2021年12月31日前完成）
（四）建设一体机。部署不少于10台政务服务一体机。（市政务局牵头，2021年10月31日前完成）
（五）推行电子证照。电子证照用证率达到80%以上。（市公安局牵头，2021年9月15日前完成）
二、夯实数据底座
（六）建设数据平台。完成平台立项。（市发展改革局牵头，2021年8月31日前完成）建成平台并接入30个部门。（市政务服务局牵头，2021年12月31日前完成）
（七）建设云平台。完成云平台扩容。（市发展改革局牵头，2021年8月31日前完成）接入单位60家。（市财政局牵头，2021年12月31日前完成）
（八）治理数据。归集数据5000万条。（市财政局牵头，2022年12月31日前完成）
（九）拆除旧网。拆除旧网节点20个。（市公安局牵头，2021年9月30日前完成）
（十）试点交易。形成35个数据产品。（市财政局牵头，2021年12月31日前完成）
（十一）共建网络。建成一张骨干网。（市公安局、市财政局牵头，2021年12月31日前完成）
三、强化保障
（十二）加强宣传。做好宣传引导工作。
（十三）开展培训。每季度开展一次业务培训。（责任单位：市人社局）
（十四）压减支出。压减支出5%以上。（责任单位：市财政局，2021年10月25日前完成）
"""


def build(workspace: Workspace, folder: Path) -> None:
    """Store the plan and give each of its tasks another standing; 市政务服务局 is one with 市政务局."""
    source = folder / "要点.txt"
    source.write_text(TEXT, encoding="utf-8")
    plans.import_plan(workspace, source)
    _merge_units(workspace)
    by_title = {row.title: row for row in queries.tasks(workspace)}
    ref = {title: TaskRef(row.id) for title, row in by_title.items()}
    _standings(workspace, ref, by_title)
    _entries(workspace, ref)
    _evidence(workspace, folder, ref)
    _readings(workspace, by_title)


def _merge_units(workspace: Workspace) -> None:
    named = {unit.name: unit.id for unit in units.list_units(workspace)}
    units.merge(workspace, named["市政务局"], [named["市政务服务局"]])


def _standings(workspace: Workspace, ref: dict[str, TaskRef], rows: dict[str, TaskRow]) -> None:
    assert len(rows["建设数据平台"].parts) == 2 and len(rows["建设云平台"].parts) == 2
    tasks.tick(workspace, [ref["推进跨市通办"]], on=dt.date(2021, 9, 28), without_evidence="口头验收")
    tasks.tick(workspace, [ref["办好一件事"]], on=dt.date(2021, 10, 11))
    tasks.set_status(workspace, [ref["推行电子证照"]], Status.AWAITING_CHECK)
    tasks.set_percent(workspace, [ref["建设一体机"]], 45)
    tasks.tick(workspace, [TaskRef(rows["建设数据平台"].id, 1)], on=dt.date(2021, 10, 8))
    tasks.set_percent(workspace, [TaskRef(rows["建设数据平台"].id, 2)], 40)
    tasks.set_status(workspace, [TaskRef(rows["建设云平台"].id, 2)], Status.DROPPED)
    tasks.set_status(workspace, [ref["拆除旧网"]], Status.DROPPED)
    tasks.set_status(workspace, [ref["试点交易"]], Status.SUSPENDED)
    tasks.set_percent(workspace, [ref["共建网络"]], 20)
    tasks.extend(workspace, ref["归并服务热线"], dt.date(2021, 10, 10), "区政府第3次常务会议")
    tasks.extend(workspace, ref["治理数据"], dt.date(2023, 3, 31), "市里统一调整")


def _entries(workspace: Workspace, ref: dict[str, TaskRef]) -> None:
    said = (
        ("归并服务热线", "已归并12条热线。", "人员编制未落实。", dt.date(2021, 9, 20)),
        ("归并服务热线", "已归并14条热线。", "人员编制未落实。", dt.date(2021, 10, 12)),
        ("建设一体机", "已部署5台。", "", dt.date(2021, 10, 9)),
        ("共建网络", "完成设计。", "", dt.date(2021, 8, 9)),
    )
    for title, text, problems, day in said:
        tasks.add_progress(workspace, ref[title], text, problems=problems, on=day)


def _evidence(workspace: Workspace, folder: Path, ref: dict[str, TaskRef]) -> None:
    files = [folder / "验收意见.pdf", folder / "现场照片.jpg"]
    for file in files:
        file.write_bytes(b"evidence of " + file.name.encode())
    evidence.attach(workspace, [ref["办好一件事"], ref["建设一体机"]], files)


def _readings(workspace: Workspace, rows: dict[str, TaskRow]) -> None:
    values = {"推进跨市通办": 120, "建设一体机": 5, "拆除旧网": 20, "建设云平台": 60}
    for title, value in values.items():
        for target in rows[title].targets:
            tasks.add_reading(workspace, target.id, value, dt.date(2021, 10, 8), "月报")
