"""Receipts: drawn on request in both formats, named apart, and numbered only where there is more than one part."""

from __future__ import annotations

from pathlib import Path

import docx
import pdfplumber
import pytest
from sqlalchemy import select

from desktop_app.domain.errors import Refused
from desktop_app.domain.handout import Field
from desktop_app.domain.merging import decide
from desktop_app.services import handout, merge, receipts
from desktop_app.services.workspace import Workspace
from desktop_app.storage.database import reading
from desktop_app.storage.models import Returned
from tests.office.sheet import fill

BUREAU = "市政务服务数据管理局"


@pytest.fixture
def plan(workspace: Workspace, ledger, tmp_path: Path):
    path = handout.make_handouts(workspace, tmp_path / "out", units=[BUREAU]).files[0].path
    return merge.prepare(workspace, [fill(path, tmp_path / "back.xlsx", {(0, Field.PERCENT): "过半"})])


def test_no_receipt_is_drawn_that_nobody_asked_for(workspace: Workspace, plan):
    assert merge.apply(workspace, plan, receipts=()).receipts == ()
    assert not (workspace.folder / receipts.RECEIPTS).exists()


def test_the_record_names_the_receipt_that_was_drawn(workspace: Workspace, plan):
    result = merge.apply(workspace, plan, receipts=(".docx",))
    with reading(workspace.engine) as connection:
        named = connection.scalars(select(Returned.receipt)).all()
    assert [workspace.folder / name for name in named] == list(result.receipts)


def test_a_receipt_that_fails_is_told_and_not_named(workspace: Workspace, plan):
    place = workspace.folder / receipts.RECEIPTS
    place.parent.mkdir(exist_ok=True)
    place.write_text("a file where the folder should be", encoding="utf-8")
    result = merge.apply(workspace, plan)
    with reading(workspace.engine) as connection:
        assert connection.scalars(select(Returned.receipt)).all() == [""]
    assert result.receipts == () and result.changes.warnings[-1].endswith("的回执未能生成：路径中有一段不是文件夹")


def test_a_merge_that_fails_leaves_no_receipt(workspace: Workspace, plan):
    merge.apply(workspace, plan, receipts=())
    with pytest.raises(Refused):
        merge.apply(workspace, plan)
    folder = workspace.folder / receipts.RECEIPTS
    assert not folder.exists() or not list(folder.iterdir())


def test_a_receipt_is_drawn_as_pdf_and_as_word_with_the_same_words(workspace: Workspace, plan):
    counted: list[tuple[int, int]] = []
    drawn = receipts.write_receipts(workspace, plan, decide(plan), receipts.SUFFIXES, lambda *at: counted.append(at))
    assert [path.name for path in drawn.written] == [f"{BUREAU}_2021年10月批次_回执{end}" for end in (".pdf", ".docx")]
    assert (drawn.failed, counted) == ((), [(0, 2), (1, 2), (2, 2)])
    with pdfplumber.open(drawn.written[0]) as pdf:
        printed = "".join(page.extract_text() or "" for page in pdf.pages).replace("\n", "")
    words = "".join(paragraph.text for paragraph in docx.Document(str(drawn.written[1])).paragraphs)
    for text in (printed, words):
        assert "未采用1格" in text
        assert "未采用的内容" in text
        assert "一、" not in text


def test_an_earlier_receipt_is_never_overwritten(workspace: Workspace, plan):
    first = receipts.write_receipts(workspace, plan, decide(plan), [".docx"])
    second = receipts.write_receipts(workspace, plan, decide(plan), [".pdf"])
    assert second.written[0].stem == f"{first.written[0].stem}（2）"
