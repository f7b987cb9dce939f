"""Rows that a form prints are matched with the tasks of the ledger by their words."""

from __future__ import annotations

import time
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from desktop_app.domain.form_rows import match_rows

TASKS: Any = [
    SimpleNamespace(number="1.", title="整合政务热线", text="将各类热线并入12345。"),
    SimpleNamespace(number="2.", title="建设大数据平台", text="年内完成一期建设并接入30个场景。"),
    SimpleNamespace(number="3.", title="", text="开展政策宣传，提高知晓度。"),
    SimpleNamespace(number="4.", title="优化营商环境", text="压减办事材料。"),
    SimpleNamespace(number="5.", title="优化营商环境", text="公布办事指南。"),
]


def found(*listed: str, tasks: Sequence[Any] = TASKS) -> list[str]:
    return [task.number if task else "" for task in match_rows(listed, tasks)]


@pytest.mark.parametrize(
    ("listed", "number"),
    [
        ("整合政务热线", "1."),
        ("2.建设大数据平台", "2."),
        ("开展政策宣传， 提高知晓度。", "3."),
        ("（二）建设大数据平台（市大数据局牵头）", "2."),
        ("年内完成一期建设", "2."),
        ("整合各政务热线", "1."),
        ("优化营商环境", ""),
        ("优化营商环境：公布办事指南。", "5."),
        ("优化营商环境公布办事指南。", "5."),
        ("热线", ""),
        ("", ""),
        ("修建三条道路", ""),
    ],
)
def test_a_row_is_the_one_task_that_its_words_mean(listed: str, number: str) -> None:
    assert found(listed) == [number]


def test_a_task_is_meant_once_and_the_same_words_go_first() -> None:
    assert found("整合政务热线工作", "整合政务热线", "整合政务热线") == ["", "1.", ""]


def test_thousands_of_rows_with_changed_words_are_matched_in_seconds() -> None:
    names = [chr(0x4E00 + 7 * n) + chr(0x5200 + 5 * n) for n in range(2_000)]
    tasks = [SimpleNamespace(number=name, title=f"推进{name}片区改造工程", text=f"{name}竣工。") for name in names]
    begun = time.process_time()
    assert found(*(f"推动{name}片区改造工程" for name in names), tasks=tasks) == names
    assert time.process_time() - begun < 15


def test_ten_thousand_rows_with_more_words_than_their_titles_are_matched_in_seconds() -> None:
    names = [chr(0x4E00 + n % 997) + chr(0x5200 + n // 997) for n in range(10_000)]
    tasks = [
        SimpleNamespace(
            number=f"{n}.", title=f"推进{name}片区改造", text="完善各项配套设施，" * 9 + f"使{name}早日竣工见效。"
        )
        for n, name in enumerate(names)
    ]
    rows = [f"（市住建局）推进{name}片区改造" if n % 2 else f"使{name}早日竣工见效" for n, name in enumerate(names)]
    begun = time.process_time()
    assert found(*rows, tasks=tasks) == [task.number for task in tasks]
    assert time.process_time() - begun < 4
