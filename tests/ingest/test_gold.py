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
FLOORS = {
    "meta": 1.0,
    "nodes": 0.98,
    "kinds": 0.98,
    "tasks": 0.98,
    "text": 0.98,
    "assignments": 0.98,
    "deadlines": 0.98,
    "targets": 0.98,
}


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", Path(__file__).with_name("score.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["000_79fdf2330e2421fc", "002_38819f61d0a270f8", "003_d1666e1570234470"])
def test_annotated_plans_are_read_as_people_read_them(name: str) -> None:
    gold = json.loads(next((DATA / "gold").glob(f"{name[:3]}*.json")).read_text(encoding="utf-8"))
    parsed = plan_to_json(read_plan(DATA / "plans" / f"{name}.txt"))
    result, said = _scorer().score(gold, parsed)
    low = {measure: value for measure, value in result.items() if value < FLOORS[measure]}
    assert not low, "\n".join([str(low), *said])
