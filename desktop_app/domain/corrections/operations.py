"""All corrections there are, by the names they have in a file."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.domain.corrections.doubts import Dismiss
from desktop_app.domain.corrections.extent import MakeNode, RemoveNode, SetAside, SetBody
from desktop_app.domain.corrections.facts import AddFact, ApplyRule, RemoveFact, ReplaceFact
from desktop_app.domain.corrections.shape import ChangeLevel, Merge, SetKind, Split
from desktop_app.domain.corrections.together import Together
from desktop_app.domain.corrections.words import SetDocument, SetNumber, SetTitle
from desktop_app.domain.plan import Plan

Correction = (
    SetKind
    | SetNumber
    | SetTitle
    | SetBody
    | Split
    | Merge
    | ChangeLevel
    | MakeNode
    | RemoveNode
    | SetAside
    | AddFact
    | RemoveFact
    | ReplaceFact
    | ApplyRule
    | SetDocument
    | Dismiss
    | Together
)

NAMES: dict[str, type[Correction]] = {
    "set_kind": SetKind,
    "set_number": SetNumber,
    "set_title": SetTitle,
    "set_body": SetBody,
    "split": Split,
    "merge": Merge,
    "change_level": ChangeLevel,
    "make_node": MakeNode,
    "remove_node": RemoveNode,
    "set_aside": SetAside,
    "add_fact": AddFact,
    "remove_fact": RemoveFact,
    "replace_fact": ReplaceFact,
    "apply_rule": ApplyRule,
    "set_document": SetDocument,
    "dismiss": Dismiss,
    "together": Together,
}


def apply(plan: Plan, corrections: Iterable[Correction]) -> Plan:
    """The plan after all corrections; `plan` itself stays as it is.

    Raises:
        Unfit: one of them does not fit.
    """
    for correction in corrections:
        plan = correction.apply(plan)
    return plan
