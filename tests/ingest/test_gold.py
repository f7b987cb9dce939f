"""The plans that people have annotated are read as people read them."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from desktop_app.ingest import read_plan
from desktop_app.ingest.as_json import plan_to_json

DATA = Path(__file__).parents[1] / "data"
REAL = [(gold, next((DATA / "plans").glob(f"{gold.name[:3]}*.txt"))) for gold in sorted((DATA / "gold").glob("*.json"))]
MADE = [
    (gold, next(path for path in gold.parent.glob(gold.name.replace(".gold.json", ".*")) if path != gold))
    for gold in sorted((DATA / "annotated").glob("*.gold.json"))
]
FLOORS = {
    "meta": 0.99,
    "nodes": 0.99,
    "kinds": 0.99,
    "tasks": 0.99,
    "text": 0.99,
    "assignments": 0.99,
    "deadlines": 0.99,
    "targets": 0.97,
}


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", Path(__file__).with_name("score.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("gold", "source"), [*REAL, *MADE], ids=lambda path: path.name.split(".")[0])
def test_annotated_plans_are_read_as_people_read_them(gold: Path, source: Path) -> None:
    parsed = plan_to_json(read_plan(source))
    result, said = _scorer().score(json.loads(gold.read_text(encoding="utf-8")), parsed)
    low = {measure: value for measure, value in result.items() if value < FLOORS[measure]}
    assert not low, "\n".join([str(low), *said])
