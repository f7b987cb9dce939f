"""Finds in the source of the core every sentence that it says to the officer, as the form of an f-string."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import desktop_app

HAN = re.compile(r"[\u3400-\u9fff]")
ROOMS = ("domain", "ingest", "storage", "exports", "services")
SAYS = {
    "BadInput",
    "NotFound",
    "Refused",
    "StorageFailure",
    "Unfit",
    "Cancelled",
    "Doubt",
    "Remark",
    "describe",
    "Changes",
}
"""Errors, doubts, remarks, and what names a step or a change: their words come before an officer."""
TOLD = {"warnings", "remarks", "_remarks", "failed"}
"""Lists of sentences that come before an officer."""


def core_sentences() -> Iterator[tuple[str, str]]:
    """Where a sentence is said, and its form: each expression in it is a place, {0}, {1} …"""
    house = Path(desktop_app.__file__).parent
    for room in ROOMS:
        for path in sorted((house / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and _says(node.func):
                    for argument in (*node.args, *(keyword.value for keyword in node.keywords)):
                        for form in _forms(argument):
                            if HAN.search(form):
                                yield f"{path.relative_to(house)}:{node.lineno}", form


def _says(function: ast.expr) -> bool:
    if isinstance(function, ast.Name):
        return function.id in SAYS
    if isinstance(function, ast.Attribute) and function.attr == "append":
        of = function.value
        return (of.attr if isinstance(of, ast.Attribute) else getattr(of, "id", "")) in TOLD
    return isinstance(function, ast.Attribute) and function.attr in SAYS


def _forms(node: ast.expr) -> list[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.JoinedStr):
        places = iter(range(len(node.values)))
        return ["".join(str(v.value) if isinstance(v, ast.Constant) else f"{{{next(places)}}}" for v in node.values)]
    if isinstance(node, ast.IfExp):
        return _forms(node.body) + _forms(node.orelse)
    if isinstance(node, ast.BinOp):
        return [left + right for left in _forms(node.left) for right in _forms(node.right)]
    if isinstance(node, ast.GeneratorExp | ast.ListComp):
        return _forms(node.elt)
    if isinstance(node, ast.Tuple | ast.List):
        return [form for element in node.elts for form in _forms(element)]
    return []
