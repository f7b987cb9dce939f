"""The main job on the sample plan of an invented district: import, tick, progress, evidence, ledger, report."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.errors import BadInput, Refused, StorageFailure
from desktop_app.domain.ledger import TaskRow
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Status
from desktop_app.paths import resources
from desktop_app.services import evidence, exchange, plans, queries, tasks
from desktop_app.services.workspace import Workspace, open_workspace

DEMO_DAY = dt.date(2026, 9, 28)
"""The day on which the demo is told unless another is given: some of the sample's dates are past, some near."""

_MARK = "演示数据.txt"
_MARK_TEXT = "本文件夹由销号的演示生成，内容均为虚构；再次演示时整个重建，请勿存放正式台账。\n"


@dataclass(frozen=True, slots=True)
class DemoResult:
    """What the demo made; `steps` tells it in lines."""

    workspace: Path
    ledger: Path
    report: Path
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A progress entry of the sample's story."""

    title: str
    on: dt.date
    percent: int
    text: str
    problems: str = ""
    next_step: str = ""
    reporter: str = ""
    part: int | None = None


def make_demo(out: Path, today: dt.date = DEMO_DAY) -> DemoResult:
    """Do the main job into the folder `out`; a demo made there before is made anew, nothing else is touched.

    Raises:
        BadInput: `out` is a file, or holds a workspace that no demo made.
        Refused: the workspace of the former demo is in use.
    """
    folder = _clear(out)
    steps: list[str] = []
    with open_workspace(folder, today=today, create=True) as workspace:
        (folder / _MARK).write_text(_MARK_TEXT, encoding="utf-8")
        story = _Story(workspace, steps.append)
        story.tell()
        ledger = exchange.export_ledger(workspace, out / "工作台账.xlsx")
        report = exchange.export_report(workspace, out / "进展情况报告.pdf")
        steps += [ledger.message, report.message]
    return DemoResult(folder, ledger.path, report.path, tuple(steps))


def sample_plan() -> Path:
    """The bundled sample plan."""
    return resources() / "sample" / "云岭区数字政府建设2026年工作要点（样例）.txt"


def _clear(out: Path) -> Path:
    """The folder for the demo's workspace, with that of a former demo gone."""
    folder = out / "workspace"
    if out.exists() and not out.is_dir():
        raise BadInput(f"“{out}”是文件，请给演示另选一个文件夹")
    if folder.is_symlink() or (folder.exists() and any(folder.iterdir()) and not (folder / _MARK).is_file()):
        raise BadInput(f"“{folder}”不是演示生成的，未作更改，请给演示另选一个文件夹")
    try:
        if folder.exists():
            shutil.rmtree(folder)
        out.mkdir(parents=True, exist_ok=True)
    except PermissionError as error:
        raise Refused(f"“{folder}”正在使用或不允许写入，请关闭上次演示的窗口后重试") from error
    except OSError as error:
        raise StorageFailure(f"演示文件夹“{out}”不能写入：{error.strerror}，请另选一个文件夹") from error
    return folder


class _Story:
    """What happened in the invented district from March to September."""

    def __init__(self, workspace: Workspace, say: Callable[[str], None]) -> None:
        self._workspace = workspace
        self._say = say
        self._rows: dict[str, TaskRow] = {}

    def tell(self) -> None:
        """Enter everything, saying each step."""
        self._import()
        self._attach()
        self._report_progress()
        self._close()
        self._extend()
        self._read_targets()

    def _import(self) -> None:
        made = plans.import_plan(self._workspace, sample_plan())
        self._rows = {row.title: row for row in queries.tasks(self._workspace)}
        self._say(f"导入样例：{made.title}，任务 {made.tasks} 项，单位 {made.units} 个")

    def _attach(self) -> None:
        files = resources() / "sample" / "佐证"
        for title, names in _EVIDENCE.items():
            evidence.attach(self._workspace, [self._ref(title)], [files / name for name in names])
        self._say(f"附上佐证：{len(_EVIDENCE)} 项任务")

    def _report_progress(self) -> None:
        for entry in _PROGRESS:
            tasks.add_progress(
                self._workspace,
                self._ref(entry.title, entry.part),
                entry.text,
                percent=entry.percent,
                problems=entry.problems,
                next_step=entry.next_step,
                reporter=entry.reporter,
                on=entry.on,
            )
        self._say(f"填报进展：{len(_PROGRESS)} 条")

    def _close(self) -> None:
        for title, part, on, without_evidence in _CLOSED:
            tasks.tick(self._workspace, [self._ref(title, part)], on=on, without_evidence=without_evidence)
        tasks.set_status(self._workspace, [self._ref("开展“互联网+监管”")], Status.AWAITING_CHECK)
        tasks.set_status(self._workspace, [self._ref("推动数字乡村应用")], Status.SUSPENDED)
        self._say(f"销号 {len(_CLOSED)} 项，待核 1 项，暂缓 1 项")

    def _extend(self) -> None:
        basis = "区数字政府建设领导小组第三次调度会议纪要（样例）"
        tasks.extend(self._workspace, self._ref("推广“跨域通办”自助终端"), dt.date(2026, 10, 31), basis)
        self._say("办理延期：1 项")

    def _read_targets(self) -> None:
        for title, phrase, on, value, note in _READINGS:
            target = next(each for each in self._rows[title].targets if phrase in each.phrase)
            tasks.add_reading(self._workspace, target.id, value, on=on, note=note)
        self._say(f"填报指标：{len(_READINGS)} 个")

    def _ref(self, title: str, part: int | None = None) -> TaskRef:
        return TaskRef(self._rows[title].id, part)


_EVIDENCE: dict[str, Sequence[str]] = {
    "完善电子政务外网": ("电子政务外网提速扩面验收意见（样例）.txt", "骨干带宽测试结果（样例）.png"),
    "编制公共数据目录": ("公共数据目录编制情况说明（样例）.txt",),
    "开展“互联网+监管”": ("扫码入企运行情况（样例）.png",),
    "建设人口和法人基础库": ("公共数据目录编制情况说明（样例）.txt",),
}

_CLOSED: tuple[tuple[str, int | None, dt.date, str], ...] = (
    ("编制公共数据目录", None, dt.date(2026, 4, 28), ""),
    ("推进应急指挥一张图", None, dt.date(2026, 5, 13), "现场验收，书面材料由区应急管理局留存"),
    ("完善电子政务外网", None, dt.date(2026, 6, 26), ""),
    ("建设人口和法人基础库", 1, dt.date(2026, 9, 22), ""),
)

_PROGRESS = (
    _Entry("编制公共数据目录", dt.date(2026, 4, 28), 100, "目录编制完成并通过区数据局审核，覆盖全部38个部门。"),
    _Entry("完善电子政务外网", dt.date(2026, 6, 24), 100, "骨干带宽扩至10000兆，村（社区）全部接入，通过验收。"),
    _Entry(
        "推进政务信息系统上云",
        dt.date(2026, 9, 18),
        70,
        "完成系统普查登记，已上云15个，关停闲置系统4个。",
        next_step="11月上旬完成其余系统迁移。",
        reporter="区数据局基础设施科",
    ),
    _Entry(
        "建设机房统一运维平台",
        dt.date(2026, 9, 10),
        70,
        "平台已上线试运行，分散机房由9个减至5个。",
        problems="两处机房承载的旧系统无法停机迁移，需原开发单位配合。",
        next_step="协调原开发单位制定迁移方案，10月中旬完成割接。",
        reporter="区机关事务服务中心",
    ),
    _Entry("推进信息技术应用创新", dt.date(2026, 9, 15), 72, "完成办公终端替换3批次，组织培训6场。"),
    _Entry(
        "提升数据归集质量",
        dt.date(2026, 9, 21),
        65,
        "累计归集数据2460万条，建立问题数据台账。",
        problems="部分条线数据由上级系统统一管理，回流周期较长。",
        next_step="对接市级平台，争取按周回流。",
        reporter="区数据局数据资源科",
    ),
    _Entry("建设人口和法人基础库", dt.date(2026, 9, 20), 60, "低保核查、高龄津贴等5个场景投入使用。", part=2),
    _Entry(
        "推行电子证照免提交",
        dt.date(2026, 9, 22),
        90,
        "已实现54种高频证照免提交。",
        next_step="月底前完成其余6种证照对接。",
        reporter="区政务服务局",
    ),
    _Entry("探索公共数据授权运营", dt.date(2026, 8, 20), 45, "选定停车服务场景开展试点，管理办法形成征求意见稿。"),
    _Entry(
        "推进“高效办成一件事”",
        dt.date(2026, 9, 23),
        83,
        "上线主题服务10项，申请材料平均压减56%。",
        next_step="10月上旬上线其余2项。",
        reporter="区政务服务局",
    ),
    _Entry("规范镇（街道）便民服务中心", dt.date(2026, 7, 2), 75, "12个便民服务中心全部完成标准化改造。"),
    _Entry("提升政务服务“好差评”水平", dt.date(2026, 9, 8), 75, "前三季度差评按期整改率100%，群众满意率99.3%。"),
    _Entry(
        "推广“跨域通办”自助终端",
        dt.date(2026, 9, 3),
        80,
        "已布设终端32台，可办事项146项。",
        problems="第二批设备到货延迟。",
        next_step="10月底前完成其余8台安装调试。",
        reporter="区政务服务局",
    ),
    _Entry("建设城市运行管理中心", dt.date(2026, 9, 16), 55, "接入视频监控3800路，完成指挥大厅装修。"),
    _Entry(
        "推进基层报表减负",
        dt.date(2026, 9, 24),
        88,
        "面向村（社区）的报表由126张压减至58张，“一张表”在全部镇（街道）运行。",
        reporter="区委社会工作部",
    ),
    _Entry("完善12345热线办理机制", dt.date(2026, 9, 25), 74, "按时办结率98.6%，一次解决率83.1%。"),
    _Entry("开展“互联网+监管”", dt.date(2026, 7, 29), 100, "全部行政执法单位启用扫码入企，检查数据按日归集。"),
    _Entry("健全工作机制", dt.date(2026, 9, 25), 75, "召开调度会3次，印发情况通报2期。"),
    _Entry("筑牢安全防线", dt.date(2026, 9, 11), 60, "开展应急演练1次，完成重要系统等级保护测评7个。"),
    _Entry("强化队伍培训", dt.date(2026, 9, 4), 68, "举办培训班9期，培训1020人次。"),
)

_READINGS = (
    ("完善电子政务外网", "100%", dt.date(2026, 6, 24), 100.0, "村（社区）接入率"),
    ("推进政务信息系统上云", "20个", dt.date(2026, 9, 18), 15.0, "前三季度"),
    ("提升数据归集质量", "3000万条", dt.date(2026, 9, 21), 24600000.0, "前三季度"),
    ("推行电子证照免提交", "60种", dt.date(2026, 9, 22), 54.0, "前三季度"),
    ("推进“高效办成一件事”", "12项", dt.date(2026, 9, 23), 10.0, "前三季度"),
    ("推广“跨域通办”自助终端", "40台", dt.date(2026, 9, 3), 32.0, "首批"),
    ("建设城市运行管理中心", "5000路", dt.date(2026, 9, 16), 3800.0, "前三季度"),
    ("完善12345热线办理机制", "98%", dt.date(2026, 9, 25), 98.6, "前三季度"),
    ("强化队伍培训", "1500人次", dt.date(2026, 9, 4), 1020.0, "前三季度"),
)
