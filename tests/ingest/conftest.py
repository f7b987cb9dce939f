"""Ways to read a text or a file in these tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.domain.plan import Node, Plan
from desktop_app.ingest import read_plan


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str], Plan]:
    """Write a text to a real file and read the plan back."""

    def read_text(text: str) -> Plan:
        path = tmp_path / "样例方案.txt"
        path.write_text(text, encoding="utf-8")
        return read_plan(path)

    return read_text


@pytest.fixture
def read_item(read: Callable[[str], Plan]) -> Callable[[str], Node]:
    """The node of one item of a plan of 2024: what stands behind `1.`."""

    def item(words: str) -> Node:
        plan = read(f"云山县2024年重点工作安排\n一、重点任务\n1.{words}\n2.加强调度。定期调度任务进展情况，及时通报。")
        return plan.nodes[1]

    return item
