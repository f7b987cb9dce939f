"""What the officer corrects in a plan that was read: frozen operations, each with a name for undo, that can be replayed."""

from __future__ import annotations

from desktop_app.domain.corrections.as_json import Replay, from_json, replay, source_digest, to_json
from desktop_app.domain.corrections.doubts import FACT, UNRECOGNISED, Dismiss, doubts_of_facts, open_doubts
from desktop_app.domain.corrections.extent import MakeNode, RemoveNode, SetAside, SetBody
from desktop_app.domain.corrections.facts import BY_OFFICER, AddFact, ApplyRule, RemoveFact, ReplaceFact, fact_words
from desktop_app.domain.corrections.history import Bench
from desktop_app.domain.corrections.operations import Correction, apply
from desktop_app.domain.corrections.placed import Fact, facts_of
from desktop_app.domain.corrections.refs import NodeRef, Quote, Unfit, printed
from desktop_app.domain.corrections.shape import KIND_WORDS, ChangeLevel, Merge, SetKind, Split
from desktop_app.domain.corrections.territory import depths, holdings, is_heading, overlapping, owner_at, paragraph_at
from desktop_app.domain.corrections.together import Together
from desktop_app.domain.corrections.wording import notes_in
from desktop_app.domain.corrections.words import DocumentField, SetDocument, SetNumber, SetTitle

__all__ = [
    "BY_OFFICER",
    "FACT",
    "KIND_WORDS",
    "UNRECOGNISED",
    "AddFact",
    "ApplyRule",
    "Bench",
    "ChangeLevel",
    "Correction",
    "Dismiss",
    "DocumentField",
    "Fact",
    "MakeNode",
    "Merge",
    "NodeRef",
    "Quote",
    "RemoveFact",
    "RemoveNode",
    "ReplaceFact",
    "Replay",
    "SetAside",
    "SetBody",
    "SetDocument",
    "SetKind",
    "SetNumber",
    "SetTitle",
    "Split",
    "Together",
    "Unfit",
    "apply",
    "depths",
    "doubts_of_facts",
    "fact_words",
    "facts_of",
    "from_json",
    "holdings",
    "is_heading",
    "notes_in",
    "open_doubts",
    "overlapping",
    "owner_at",
    "paragraph_at",
    "printed",
    "replay",
    "source_digest",
    "to_json",
]
