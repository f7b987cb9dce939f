"""Clean official prose: generated, and from the annotated plans."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

DATA = Path(__file__).parents[2] / "data"
LETTERS = "加强推进建设平台数据共享政务服务应用改革治理能力提升完善机制统筹协调规范管理监督检查考核评估乡村振兴生态环境"
words = st.text(LETTERS, min_size=2, max_size=12)
ENDINGS = [
    "。",
    "，推广3.0版应用。",
    "，上云率达到90%以上。",
    "，提供7x24小时服务。",
    "，提供7×24小时服务，投资1,200万元。",
    "，落实国发〔2019〕18号文件（IPv6）。",
    "，邮箱为zhang.san@example.gov.cn，网址为https://www.example.gov.cn/a?b=1&c=2。",
    "，按y=f(x)+1计算，比例为1:3，时间为10:30。",
    "，参见 ISO/IEC 27001:2022 (clause 4.2), “see annex”。",
    "，构建“1+12+N”体系（2021—2025年）。",
    '，接口返回{"code": 0, "data": []}。',
    "，做好计划、干部、里程、面条、台湾、著作、乾县等工作。",
    "，推广软件、硬件、资讯、网路、程式、行动支付，名著、乾隆。",
    "，“怎么看？怎么办？怎么干？”。",
    "，二〇二四年、2024年、2024.10.1、O2O、l0ng、A0。",
    "，由张喆、李堃、王䶮负责。",
    "，由镕基、祎堃、翀喆负责。",
]


@st.composite
def sentences(draw: st.DrawFn) -> str:
    clauses = draw(st.lists(words, min_size=1, max_size=4))
    return "，".join(clauses) + draw(st.sampled_from(ENDINGS))


@cache
def gold_texts() -> tuple[str, ...]:
    """The bodies of the annotated plans: simplified and without damage."""
    files = [*(DATA / "gold").glob("*.json"), *(DATA / "annotated").glob("*.json")]
    nodes = [node for file in sorted(files) for node in json.loads(file.read_text(encoding="utf-8"))["nodes"]]
    return tuple(text for node in nodes if (text := node["text"].strip()))


@cache
def clean_plans() -> tuple[str, ...]:
    """Annotated plans that print everything as it should be, one paragraph a line."""
    plans = (file.read_text(encoding="utf-8").strip() for file in sorted((DATA / "annotated").glob("*.txt")))
    return tuple(
        plan for plan in plans if not any(sign in plan for sign in (",", "(", "?", "— 1 —", "區", "\n\n", "\n　"))
    )
