"""The pack of evidence, opened again by other programs' libraries."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path, PureWindowsPath

import pytest
import pyzipper
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from desktop_app.domain.errors import BadInput, Cancelled, Refused, StorageFailure
from desktop_app.exports.material import ReportOptions
from desktop_app.exports.pack_names import FILE_UNITS, FOLDER_UNITS, file_name, folder_name
from desktop_app.services import evidence
from desktop_app.services.evidence_pack import export_evidence, preview
from desktop_app.services.workspace import Workspace
from tests.services.conftest import Ledger


@pytest.fixture
def proven(workspace: Workspace, ledger: Ledger, photo: Path, tmp_path: Path) -> Workspace:
    odd = tmp_path / "=总结 第一版..pdf"
    odd.write_bytes(b"%PDF-1.4 text")
    evidence.attach(workspace, [ledger.hotline], [photo, odd])
    evidence.attach(workspace, [ledger.budget], [photo])
    return workspace


def test_the_zip_holds_every_file_under_its_task_with_list_and_digests(proven: Workspace, tmp_path: Path) -> None:
    made = export_evidence(proven, tmp_path / "佐证.zip")
    assert made.rows == 3 and made.message == "已导出佐证包“佐证.zip”，共3份，读回核对无误。"
    with zipfile.ZipFile(made.path) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        sums = archive.read("校验值.txt").decode()
        for line in sums.splitlines():
            digest, place = line.split(" *")
            assert hashlib.sha256(archive.read(place)).hexdigest() == digest
        archive.extract("卷内目录.xlsx", tmp_path)
        assert archive.read("卷内目录.pdf").startswith(b"%PDF")
    assert len(names) == 3 + 3
    assert sum(name.endswith("_现场照片.jpg") for name in names) == 2
    book = load_workbook(tmp_path / "卷内目录.xlsx")
    rows = list(book["卷内目录"].iter_rows(min_row=4, values_only=True))
    book.close()
    assert [row[4] for row in rows] == [name for name in names if "/" in name]
    assert {row[3] for row in rows} == {"现场照片.jpg", "=总结 第一版..pdf"}


def test_a_password_locks_the_contents(proven: Workspace, tmp_path: Path) -> None:
    made = export_evidence(proven, tmp_path / "佐证.zip", password="云江2021")
    with zipfile.ZipFile(made.path) as archive, pytest.raises((RuntimeError, NotImplementedError)):
        archive.read(archive.namelist()[0])
    with pyzipper.AESZipFile(made.path) as archive:
        with pytest.raises(RuntimeError):
            archive.read(archive.namelist()[-2], pwd=b"wrong")
        data = archive.read(next(n for n in archive.namelist() if n.endswith(".jpg")), pwd="云江2021".encode())
    assert data == b"\xff\xd8\xff a photo"
    with pytest.raises(BadInput, match="文件夹不能"):
        export_evidence(proven, tmp_path / "佐证", password="x")


def test_a_folder_that_is_there_is_left_alone(proven: Workspace, tmp_path: Path) -> None:
    first = export_evidence(proven, tmp_path / "佐证")
    second = export_evidence(proven, tmp_path / "佐证")
    assert (first.path.name, second.path.name) == ("佐证", "佐证（2）")
    assert "“佐证”已存在，已另存为“佐证（2）”" in second.message
    files = {path.relative_to(first.path) for path in first.path.rglob("*") if path.is_file()}
    assert files == {path.relative_to(second.path) for path in second.path.rglob("*") if path.is_file()}


def test_only_the_evidence_of_chosen_tasks_is_packed(proven: Workspace, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        export_evidence(proven, tmp_path / "佐证.zip", ReportOptions(units=("没有这个单位",)))


def test_a_kept_file_that_was_altered_stops_the_pack(proven: Workspace, ledger: Ledger, tmp_path: Path) -> None:
    kept = next(path for path in (proven.folder / "evidence").rglob("*.jpg"))
    kept.chmod(0o600)
    kept.write_bytes(b"something else")
    for out in ("佐证.zip", "佐证"):
        with pytest.raises(StorageFailure, match="与存入时不符"):
            export_evidence(proven, tmp_path / out)
    assert not (tmp_path / "佐证.zip").exists() and not (tmp_path / "佐证").exists()


@pytest.mark.parametrize("name", ["佐证.zip", "佐证"])
def test_a_pack_that_is_stopped_leaves_nothing(proven: Workspace, tmp_path: Path, name: str) -> None:
    def cancel(done: int, total: int) -> None:
        raise Cancelled

    before = set(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        export_evidence(proven, tmp_path / name, progress=cancel)
    assert set(tmp_path.iterdir()) == before


def test_a_ledger_without_evidence_makes_no_pack(workspace: Workspace, ledger: Ledger, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="没有佐证材料"):
        export_evidence(workspace, tmp_path / "佐证.zip")


@given(st.text(max_size=300), st.text(max_size=300), st.integers(1, 9999))
def test_any_name_fits_windows(task: str, name: str, number: int) -> None:
    for made, units in ((folder_name(number, "（一）", task), FOLDER_UNITS), (file_name(number, name), FILE_UNITS)):
        assert 0 < len(made.encode("utf-16-le", "surrogatepass")) // 2 <= units + 2
        assert not set(made) & set('<>:"/\\|?*') and made == made.rstrip(". ") and min(made) >= " "
        assert not PureWindowsPath(made).is_reserved() and len(PureWindowsPath(made).parts) == 1


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("CON.pdf", "01__CON.pdf"),
        ("a/b:c.pdf", "01_a_b_c.pdf"),
        ("  . ", "01_未命名"),
        ("尾巴. . ", "01_尾巴"),
        ("无后缀", "01_无后缀"),
    ],
)
def test_unfit_names_are_made_fit(name: str, made: str) -> None:
    assert file_name(1, name) == made


def test_what_is_lacking_is_known_before_and_a_period_takes_only_what_it_added(
    proven: Workspace, ledger: Ledger, tmp_path: Path
) -> None:
    counted = preview(proven, ReportOptions())
    assert (counted.tasks, counted.files) == (5, 3)
    assert {row.id for row in counted.lacking} == {ledger.across.task, ledger.platform.task, ledger.publicity.task}
    assert preview(proven, ReportOptions(period="2021-10")).files == 3
    earlier = preview(proven, ReportOptions(period="2021-09"))
    assert (earlier.files, earlier.size, len(earlier.lacking)) == (0, 0, 5)
    with pytest.raises(Refused, match="没有佐证材料"):
        export_evidence(proven, tmp_path / "九月.zip", ReportOptions(period="2021-09"))


def test_a_folder_is_not_made_in_a_place_that_is_not_there(proven: Workspace, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="不存在"):
        export_evidence(proven, tmp_path / "没有" / "佐证")
