"""The main job on the sample plan of an invented district: import, tick, progress, evidence, ledger, reports, evidence pack."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.disk_words import reason
from desktop_app.domain.errors import BadInput, Refused, StorageFailure
from desktop_app.domain.ledger import TaskRow
from desktop_app.domain.refs import TaskRef
from desktop_app.domain.task import Status
from desktop_app.paths import resources
from desktop_app.services import demo_story, evidence, evidence_pack, exchange, plans, queries, tasks
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
    word: Path
    evidence: Path
    steps: tuple[str, ...]


def make_demo(out: Path, today: dt.date = DEMO_DAY) -> DemoResult:
    """Do the main job into the folder `out`; a demo made there before is made anew, nothing else is touched.

    Raises:
        BadInput: `out` is a file, or holds a workspace that no demo made.
        Refused: the workspace of the former demo is in use.
        StorageFailure: `out` cannot be written; nothing of the demo stays there.
    """
    from desktop_app.exports.atomic import folder_for

    folder = _clear(out)
    with folder_for(out), _whole(out, folder):
        return _make(out, folder, today)


def _make(out: Path, folder: Path, today: dt.date) -> DemoResult:
    steps: list[str] = []
    with open_workspace(folder, today=today, create=True) as workspace:
        (folder / _MARK).write_text(_MARK_TEXT, encoding="utf-8")
        story = _Story(workspace, steps.append)
        story.tell()
        ledger = exchange.export_ledger(workspace, out / "工作台账.xlsx")
        report = exchange.export_report(workspace, out / "进展情况报告.pdf")
        word = exchange.export_report(workspace, out / "进展情况报告.docx")
        pack = evidence_pack.export_evidence(workspace, out / "佐证材料.zip")
        steps += [each.message for each in (ledger, report, word, pack)]
    return DemoResult(folder, ledger.path, report.path, word.path, pack.path, tuple(steps))


def sample_plan() -> Path:
    """The bundled sample plan."""
    return resources() / "sample" / "云岭区数字政府建设2026年工作要点（样例）.txt"


def _clear(out: Path) -> Path:
    """The folder for the demo's workspace, with that of a former demo gone."""
    folder = out / "workspace"
    try:
        if out.exists() and not out.is_dir():
            raise BadInput(f"“{out}”是文件，请给演示另选一个文件夹")
        if folder.is_symlink() or (folder.exists() and any(folder.iterdir()) and not (folder / _MARK).is_file()):
            raise BadInput(f"“{folder}”不是演示生成的，未作更改，请给演示另选一个文件夹")
        if folder.exists():
            shutil.rmtree(folder)
    except PermissionError as error:
        raise Refused(f"“{folder}”正在使用或不允许写入，请关闭上次演示的窗口后重试") from error
    except OSError as error:
        raise _not_written(out, error) from error
    return folder


@contextmanager
def _whole(out: Path, folder: Path) -> Iterator[None]:
    """A demo that fails leaves no workspace without its mark: the next one would take that for somebody's own."""
    try:
        yield
    except BaseException as error:
        shutil.rmtree(folder, ignore_errors=True)
        if isinstance(error, OSError):
            raise _not_written(out, error) from error
        raise


def _not_written(out: Path, error: OSError) -> StorageFailure:
    return StorageFailure(f"演示文件夹“{out}”不能写入（{reason(error)}），请另选一个文件夹")


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
        for title, names in demo_story.EVIDENCE.items():
            evidence.attach(self._workspace, [self._ref(title)], [files / name for name in names])
        self._say(f"附上佐证：{len(demo_story.EVIDENCE)} 项任务")

    def _report_progress(self) -> None:
        for entry in demo_story.PROGRESS:
            tasks.add_progress(
                self._workspace,
                self._ref(entry.title, entry.part),
                entry.text,
                percent=entry.percent,
                problems=entry.problems,
                next_step=entry.next_step,
                reporter=entry.reporter,
                on=self._past(entry.on),
            )
        self._say(f"填报进展：{len(demo_story.PROGRESS)} 条")

    def _close(self) -> None:
        for title, part, on, without_evidence in demo_story.CLOSED:
            tasks.tick(self._workspace, [self._ref(title, part)], on=self._past(on), without_evidence=without_evidence)
        tasks.set_status(self._workspace, [self._ref("推动数字乡村应用")], Status.SUSPENDED)
        self._say(f"销号 {len(demo_story.CLOSED)} 项，暂缓 1 项")

    def _extend(self) -> None:
        basis = "区数字政府建设领导小组第三次调度会议纪要（样例）"
        tasks.extend(self._workspace, self._ref("推广“跨域通办”自助终端"), dt.date(2026, 10, 31), basis)
        self._say("办理延期：1 项")

    def _read_targets(self) -> None:
        for title, phrase, on, value, note in demo_story.READINGS:
            target = next(each for each in self._rows[title].targets if phrase in each.phrase)
            tasks.add_reading(self._workspace, target.id, value, on=self._past(on), note=note)
        self._say(f"填报指标：{len(demo_story.READINGS)} 个")

    def _ref(self, title: str, part: int | None = None) -> TaskRef:
        return TaskRef(self._rows[title].id, part)

    def _past(self, day: dt.date) -> dt.date:
        """The story's day, or today where the demo is told on an earlier one: nothing is entered ahead of time."""
        return min(day, self._workspace.today)
