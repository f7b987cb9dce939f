"""Files of before 2007, written by LibreOffice, read in a process of their own."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from desktop_app import __main__ as program
from desktop_app.domain.errors import BadInput
from desktop_app.ingest import read_plan
from desktop_app.ingest.document import Paragraph, Table
from desktop_app.ingest.readers import apart, read_document

FORMATS = Path(__file__).parents[2] / "data" / "formats"


@pytest.mark.parametrize("name", ["方案.doc", "方案.wps"])
def test_paragraphs_and_tables_of_an_old_document(name: str) -> None:
    blocks = read_document(FORMATS / name).blocks
    assert blocks[0] == Paragraph("云山县2024年政务服务工作方案", blocks[0].style)  # type: ignore[union-attr]
    assert blocks[-1] == Table(
        (
            ("序号", "任务", "牵头单位", "完成时限"),
            ("1", "清理证明事项", "县司法局", "2024年9月"),
            ("2", "开通热线平台", "县数据局", "2024年10月"),
        )
    )
    assert [task.title for task in read_plan(FORMATS / name).tasks] == [
        "建设政务云",
        "优化服务大厅",
        "清理证明事项",
        "开通热线平台",
    ]


def test_a_damaged_old_document_says_how_to_save_it(tmp_path: Path) -> None:
    path = tmp_path / "方案.doc"
    path.write_bytes((FORMATS / "方案.doc").read_bytes()[:9000])
    with pytest.raises(BadInput, match=r"另存为 \.docx"):
        read_document(path)


def test_work_beyond_its_time_is_stopped() -> None:
    begun = time.monotonic()
    assert apart.run_worker("document", b"", seconds=0.01) is None
    assert time.monotonic() - begun < 5


def test_the_frozen_program_starts_itself_as_the_worker(tmp_path: Path) -> None:
    assert program.LEGACY_READER == apart.SWITCH
    assert program.main([apart.SWITCH, "document"]) != 0
