"""One plan in every form: whatever it arrives as, the same outline, tasks, units and dates are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from desktop_app.ingest import read_plan
from desktop_app.ingest.as_json import plan_to_json
from desktop_app.ingest.document import is_furniture
from desktop_app.ingest.readers import read_document
from tests.ingest.readers import printing

PLANS = Path(__file__).parents[2] / "data" / "plans"
SOURCE = PLANS / "002_38819f61d0a270f8.txt"
TITLE = "汕尾市数字政府改革建设2021年工作要点"
PRINTERS: dict[str, Callable[[Path, str, Sequence[str]], Path]] = {
    "pdf": printing.print_pdf,
    "html": printing.print_html,
    "md": printing.print_markdown,
    "docx": printing.print_docx,
}


def paragraphs() -> list[str]:
    return [line.strip() for line in read_document(SOURCE).text.splitlines() if line.strip()]


def facts(path: Path) -> dict[str, Any]:
    plan = plan_to_json(read_plan(path))
    return {name: plan[name] for name in ("title", "doc_number", "issuer", "issued_on", "nodes")}


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    return facts(SOURCE)


@pytest.mark.parametrize("form", PRINTERS)
def test_a_plan_says_the_same_in_every_form(form: str, expected: dict[str, Any], tmp_path: Path) -> None:
    path = PRINTERS[form](tmp_path / f"要点.{form}", TITLE, paragraphs())
    assert facts(path) == expected


def test_hard_broken_paragraphs_of_a_pdf_are_whole_again_also_over_pages(tmp_path: Path) -> None:
    written = paragraphs()
    path = printing.print_pdf(tmp_path / "要点.pdf", TITLE, written, head="汕尾市人民政府公报")
    document = read_document(path)
    # A space that stood where a line was broken is gone: nobody can see it on paper.
    assert [line.replace(" ", "") for line in document.body.split("\n")] == [line.replace(" ", "") for line in written]
    aside = [block.text for block in document.blocks if is_furniture(block)]
    assert "汕尾市人民政府公报" in aside
    assert "— 12 —" in aside


def test_menus_and_feet_of_a_page_are_kept_aside(tmp_path: Path) -> None:
    document = read_document(printing.print_html(tmp_path / "要点.html", TITLE, paragraphs()))
    aside = [block.text for block in document.blocks if is_furniture(block)]
    assert document.body.split("\n") == paragraphs()
    assert any("当前位置" in text for text in aside)
    assert any("ICP备" in text for text in aside)
    assert "不是正文" not in document.text


@pytest.mark.parametrize("number", ["003"])
def test_other_plans_survive_the_press_too(number: str, tmp_path: Path) -> None:
    source = next(PLANS.glob(f"{number}*"))
    written = [line.strip() for line in read_document(source).text.splitlines() if line.strip()]
    printed = read_document(printing.print_pdf(tmp_path / "方案.pdf", "", written)).body.split("\n")
    assert "".join(printed).replace(" ", "") == "".join(written).replace(" ", "")
    whole = {line.replace(" ", "") for line in printed}
    assert sum(line.replace(" ", "") in whole for line in written) >= 0.97 * len(written)
