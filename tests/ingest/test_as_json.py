"""What `parse --json` prints for every fact."""

from __future__ import annotations

import json
from collections.abc import Callable

from desktop_app.domain.plan import Plan
from desktop_app.ingest.as_json import plan_to_json


def test_every_fact_prints_its_rule_its_place_and_its_doubt(read: Callable[[str], Plan]) -> None:
    plan = read(
        "云山县2024年方案\n一、任务\n1.建云。办件率由60%提高到90%，2025年3月底启动，6月底前完成，每季度通报。（县数据局牵头，县财）\n2.建网。以上各项任务均须于2024年底前完成。"
    )
    value = json.loads(json.dumps(plan_to_json(plan)))
    node = value["nodes"][1]
    target = node["targets"][0]
    assert (target["value"], target["baseline"], target["rule"]) == (90, 60, "target.at_least")
    assert plan.text[slice(*target["span"])] == target["phrase"]
    assert [(fact["date"], fact["doubt"]) for fact in node["deadlines"]] == [
        ("2025-03-31", ""),
        ("2025-06-30", "未写年份，按上文取2025年"),
    ]
    assert [fact["rhythm"] for fact in node["recurrences"]] == ["quarterly"]
    assert node["assignments"][0] == {
        "role": "lead",
        "unit": "县数据局",
        "rule": "note.verb",
        "span": node["assignments"][0]["span"],
        "doubt": "",
    }
    assert plan.text[slice(*node["span"])].startswith("1.建云。")
    assert set(value) >= {"rules", "coverage", "warnings", "doubts"}
