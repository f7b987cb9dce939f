#!/usr/bin/env python3
# ruff: noqa
"""Score a parsed plan against a gold annotation.

    score.py GOLD.json PARSED.json        one document, a row per measure
    score.py GOLD.json PARSED.json -v     the same, then every disagreement
    score.py --dir GOLDDIR PARSEDDIR      all NAME.gold.json against NAME.json, worst first
    score.py ... --floor 0.97             exit 1 if any measure is below the floor

Both files have the form that gold/SCHEMA.md describes. PARSED is what
`python -m desktop_app parse FILE --json` prints. Standard library only.

Measures (all 0..1):
  meta         title, doc_number, issuer, issued_on that agree, of 4
  nodes        F1 of outline nodes: same number, same title, same parent
  kinds        of the nodes found, the share with the right kind
  tasks        F1 of the leaves of kind "task": what an officer would tick
  text         mean character agreement of the bodies of gold leaves (a missing node is 0)
  assignments  F1 of (node, role, unit)
  deadlines    F1 of (node, date, kind)
  targets      F1 of (node, op, value, unit)
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

MEASURES = ["meta", "nodes", "kinds", "tasks", "text", "assignments", "deadlines", "targets"]
_QUOTES = str.maketrans({c: '"' for c in "“”„‟「」『』‘’＇＂〝〞'"})
_BRACKETS = str.maketrans({"〔": "(", "〕": ")", "[": "(", "]": ")", "【": "(", "】": ")", "〈": "(", "〉": ")"})


def fold(text: str | None) -> str:
    """NFKC, quotes and brackets unified, white space dropped: what does not change the meaning."""
    text = unicodedata.normalize("NFKC", text or "").translate(_QUOTES).translate(_BRACKETS)
    text = text.replace("——", "-").replace("—", "-").replace("–", "-")
    return re.sub(r"\s+", "", text)


def fold_number(number: str | None) -> str:
    return re.sub(r"[().、,:;。]", "", fold(number))


def fold_title(title: str | None) -> str:
    return re.sub(r"[。.;:,]+$", "", fold(title))


def agreement(a: str, b: str) -> float:
    if a == b:
        return 1.0
    if not a or not b:
        return 0.0
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    return 2 * sum(block.size for block in matcher.get_matching_blocks()) / (len(a) + len(b))


def align(gold: list[dict], parsed: list[dict]) -> dict[int, int]:
    """Match gold nodes to parsed nodes in order: exact (number, title) first, then near titles between."""
    gk = [(fold_number(n.get("number")), fold_title(n.get("title"))) for n in gold]
    pk = [(fold_number(n.get("number")), fold_title(n.get("title"))) for n in parsed]
    pairs: dict[int, int] = {}
    blocks = difflib.SequenceMatcher(None, gk, pk, autojunk=False).get_matching_blocks()
    g0 = p0 = 0
    for block in blocks:
        _align_between(gold, parsed, gk, pk, range(g0, block.a), range(p0, block.b), pairs)
        for k in range(block.size):
            pairs[block.a + k] = block.b + k
        g0, p0 = block.a + block.size, block.b + block.size
    return pairs


def _align_between(gold, parsed, gk, pk, gs, ps, pairs) -> None:
    start = ps.start
    for g in gs:
        best, where = 0.0, None
        head_g = (gk[g][1] or fold(gold[g].get("text")))[:40]
        for p in range(start, ps.stop):
            head_p = (pk[p][1] or fold(parsed[p].get("text")))[:40]
            score = agreement(head_g, head_p) + (0.1 if gk[g][0] == pk[p][0] else 0)
            if score > best:
                best, where = score, p
        if where is not None and best >= 0.75:
            pairs[g] = where
            start = where + 1


def f1(gold: Counter, parsed: Counter) -> float:
    hit = sum((gold & parsed).values())
    total = sum(gold.values()) + sum(parsed.values())
    return 1.0 if total == 0 else 2 * hit / total


def score(gold: dict, parsed: dict) -> tuple[dict[str, float], list[str]]:
    gn, pn = gold["nodes"], parsed.get("nodes", [])
    pairs = align(gn, pn)
    back = {p: g for g, p in pairs.items()}
    said: list[str] = []

    metas = ["title", "doc_number", "issuer", "issued_on"]
    meta_hits = 0
    for key in metas:
        if fold(gold.get(key)) == fold(parsed.get(key)):
            meta_hits += 1
        else:
            said.append(f"meta {key}: gold {gold.get(key)!r}, parsed {parsed.get(key)!r}")

    gid = {n["id"]: i for i, n in enumerate(gn)}
    pid = {n.get("id"): i for i, n in enumerate(pn)}

    def parent_agrees(g: int, p: int) -> bool:
        gp, pp = gn[g].get("parent"), pn[p].get("parent")
        if gp is None or pp is None:
            return gp is None and pp is None
        return pairs.get(gid.get(gp, -1)) == pid.get(pp, -2)

    def node_agrees(g: int, p: int) -> bool:
        return (
            fold_number(gn[g].get("number")) == fold_number(pn[p].get("number"))
            and agreement(fold_title(gn[g].get("title")), fold_title(pn[p].get("title"))) >= 0.9
            and parent_agrees(g, p)
        )

    def label(node: dict) -> str:
        return f"{node.get('number', '')}{(node.get('title') or node.get('text') or '')[:24]}"

    good = 0
    for g, node in enumerate(gn):
        if g not in pairs:
            said.append(f"node missed: {label(node)}")
        elif node_agrees(g, pairs[g]):
            good += 1
        else:
            other = pn[pairs[g]]
            said.append(
                f"node differs: {label(node)} | parsed {label(other)} (parent {'ok' if parent_agrees(g, pairs[g]) else 'differs'})"
            )
    for p, node in enumerate(pn):
        if p not in back:
            said.append(f"node invented: {label(node)}")
    nodes = 1.0 if not gn and not pn else 2 * good / (len(gn) + len(pn))

    kind_hits = 0
    for g, p in pairs.items():
        if gn[g]["kind"] == pn[p].get("kind"):
            kind_hits += 1
        else:
            said.append(f"kind: {label(gn[g])}: gold {gn[g]['kind']}, parsed {pn[p].get('kind')}")
    kinds = kind_hits / len(pairs) if pairs else 0.0

    gold_tasks = Counter(g for g, n in enumerate(gn) if n["kind"] == "task")
    parsed_tasks = Counter(back.get(p, -1 - p) for p, n in enumerate(pn) if n.get("kind") == "task")
    tasks = f1(gold_tasks, parsed_tasks)

    texts = []
    for g, node in enumerate(gn):
        if node["kind"] in ("task", "context"):
            other = pn[pairs[g]] if g in pairs else {}
            value = agreement(fold(node.get("text")), fold(other.get("text")))
            texts.append(value)
            if value < 0.98:
                said.append(f"text {value:.3f}: {label(node)}")
    text = sum(texts) / len(texts) if texts else 1.0

    def facts(nodes: list[dict], key: str, of, where) -> Counter:
        return Counter((where(i), *of(fact)) for i, n in enumerate(nodes) for fact in n.get(key) or [])

    result = {"meta": meta_hits / len(metas), "nodes": nodes, "kinds": kinds, "tasks": tasks, "text": text}
    readers = {
        "assignments": lambda f: (f.get("role"), fold(f.get("unit"))),
        "deadlines": lambda f: (f.get("date"), f.get("kind")),
        "targets": lambda f: (f.get("op"), round(float(f.get("value") or 0), 6), fold(f.get("unit"))),
    }
    for key, of in readers.items():
        gold_facts = facts(gn, key, of, lambda i: i)
        parsed_facts = facts(pn, key, of, lambda i: back.get(i, -1 - i))
        result[key] = f1(gold_facts, parsed_facts)
        for fact in (gold_facts - parsed_facts).elements():
            said.append(f"{key} missed: {label(gn[fact[0]])}: {fact[1:]}")
        for fact in (parsed_facts - gold_facts).elements():
            where = gn[fact[0]] if fact[0] >= 0 else pn[-1 - fact[0]]
            said.append(f"{key} invented: {label(where)}: {fact[1:]}")
    return result, said


def main() -> int:
    parser = argparse.ArgumentParser(description="Score parsed plans against gold annotations.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("parsed", type=Path)
    parser.add_argument("--dir", action="store_true", help="GOLD and PARSED are folders")
    parser.add_argument("--floor", type=float, default=None)
    parser.add_argument("-v", "--verbose", action="store_true")
    args = parser.parse_args()
    jobs = (
        [(g, args.parsed / g.name.replace(".gold.json", ".json")) for g in sorted(args.gold.glob("*.gold.json"))]
        if args.dir
        else [(args.gold, args.parsed)]
    )
    rows, complaints = [], []
    for gold_path, parsed_path in jobs:
        gold = json.loads(gold_path.read_text(encoding="utf-8"))
        try:
            parsed = json.loads(parsed_path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            parsed = {}
            complaints.append(f"{parsed_path.name}: {error}")
        result, said = score(gold, parsed)
        rows.append((gold_path.name.replace(".gold.json", ""), result))
        complaints += [f"{gold_path.name.replace('.gold.json', '')}: {line}" for line in said]
    print(f"{'document':24}" + "".join(f"{m:>13}" for m in MEASURES))
    for name, result in rows:
        print(f"{name[:24]:24}" + "".join(f"{result[m]:13.3f}" for m in MEASURES))
    if len(rows) > 1:
        print(f"{'mean':24}" + "".join(f"{sum(r[m] for _, r in rows) / len(rows):13.3f}" for m in MEASURES))
    if args.verbose:
        print("\n".join(complaints))
    if args.floor is not None and any(r[m] < args.floor for _, r in rows for m in MEASURES):
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
