"""The officer's own words in place of drafted ones, kept true: an edit follows the record or is laid aside, never misplaced.

A rewording remembers what was drafted when it was made. When the record has changed the draft since, the officer's
changes are carried over to the new draft; where both changed the same words, the new draft stands and the rewording is
told as laid aside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from desktop_app.exports.claims import claims, unproven
from desktop_app.exports.report_model import DEFINITIONS, Annex, Block, Level, Paragraph, ReportContent, Section

TITLE, OPENING, CLOSING = "title", "opening", "closing"

_TOKEN = re.compile(r"\d+(?:\.\d+)?%?|[A-Za-z]+|.", re.DOTALL)
_TITLED = re.compile(r"《([^》]+)》(（[^）]*）)?")
_YEAR = re.compile(r"\d{4}年")

_ALIKE = 0.6
"""Two drafts less alike than this are not the same text at two times."""


@dataclass(frozen=True, slots=True)
class Rewording:
    """`words` in place of `drafted` at `slot`; "" leaves a paragraph out."""

    slot: str
    drafted: str
    words: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A text of the report that can be reworded: where it stands, what was drafted, and what is printed.

    `laid_aside` are the officer's earlier words when the record has overtaken them; `unproven` the clauses of the
    printed ones whose numbers the record does not bear out.
    """

    slot: str
    place: str
    drafted: str
    words: str
    task: int | None = None
    laid_aside: str | None = None
    unproven: tuple[str, ...] = ()

    @property
    def reworded(self) -> bool:
        """Whether the officer's words are printed."""
        return self.words != self.drafted


def reword(
    content: ReportContent, rewordings: Sequence[Rewording], typed: Mapping[str, str] | None = None
) -> tuple[ReportContent, tuple[Wording, ...]]:
    """The report in the officer's words, and every text of it that can be reworded; words in `typed` go before those
    kept for their slot.
    """
    kept = {rewording.slot: rewording for rewording in rewordings}
    kept |= {
        slot: Rewording(slot, text, typed[slot]) for slot, _, text, _ in _texts(content) if typed and slot in typed
    }
    look = checker(content)
    wordings = {slot: look(_wording(slot, place, text, task, kept)) for slot, place, text, task in _texts(content)}
    sections = tuple(
        replace(section, blocks=_without_lonely(_blocks(section, wordings))) for section in content.sections
    )
    sections = tuple(section for section in sections if section.blocks)
    title, opening, closing = (wordings[name].words if name in wordings else "" for name in (TITLE, OPENING, CLOSING))
    annexes = tuple(_telling(annex, wordings.values()) for annex in content.annexes)
    spoken = replace(content, title=title, opening=opening, closing=closing, sections=sections, annexes=annexes)
    return spoken, tuple(wordings.values())


def _telling(annex: Annex, wordings: Iterable[Wording]) -> Annex:
    """The definitions hold for what was drafted: they say which texts are the officer's own."""
    own = [each for each in wordings if each.reworded]
    if annex.title != DEFINITIONS or not own:
        return annex
    places = "、".join(dict.fromkeys(f"“{each.place}”" for each in own))
    doubtful = "".join(f"“{clause}”" for clause in dict.fromkeys(clause for each in own for clause in each.unproven))
    beyond = f"，其中{doubtful}的数字不是台账统计数" if doubtful else ""
    return replace(
        annex, note=f"{annex.note}正文经办人改写：{places}{len(own)}处，以下口径不适用于改写的文字{beyond}。"
    )


def checker(content: ReportContent) -> Callable[[Wording], Wording]:
    """What names the numbers of the officer's words that neither the draft nor a figure of the report bears out."""
    figures = {figure.name: figure.value for figure in content.figures}
    known = _known(content)

    def look(wording: Wording) -> Wording:
        if not wording.reworded:
            return wording
        return replace(wording, unproven=unproven(wording.words, wording.drafted, figures, known))

    return look


def _known(content: ReportContent) -> tuple[str, ...]:
    """Names and dates of the report that hold numbers and count nothing."""
    titled = [part for found in _TITLED.finditer(content.opening) for part in (found[1], found[2] or "")]
    times = [claim.value for claim in claims(content.period)] + _YEAR.findall(content.period)
    return (*titled, *times, content.urges)


def beside(content: ReportContent) -> tuple[Wording, ...]:
    """What the officer writes outside the body: to whom the report goes and who signs it, with the numbers in them."""
    look = checker(content)
    texts = (("addressee", "主送机关", content.addressee), ("signature", "落款单位", content.signature_unit))
    return tuple(look(Wording(slot, place, "", words)) for slot, place, words in texts if words)


def _wording(slot: str, place: str, drafted: str, task: int | None, kept: Mapping[str, Rewording]) -> Wording:
    rewording = kept.get(slot)
    if rewording is None:
        return Wording(slot, place, drafted, drafted, task)
    words = carried(rewording, drafted)
    if slot == TITLE and words == "":
        words = drafted
    if words is None:
        return Wording(slot, place, drafted, drafted, task, rewording.words)
    return Wording(slot, place, drafted, words, task)


def _texts(content: ReportContent) -> Iterator[tuple[str, str, str, int | None]]:
    """Slot, place, text and task of all that can be reworded."""
    yield TITLE, "标题", content.title, None
    if content.opening:
        yield OPENING, "开头", content.opening, None
    for section in content.sections:
        for slot, block in _slots(section):
            if isinstance(block, Paragraph) and slot:
                yield slot, section.heading, block.text, block.task
    if content.closing:
        yield CLOSING, "结束语", content.closing, None


def _without_lonely(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """A heading of the second level goes with the last paragraph under it."""
    kept: list[Block] = []
    for block in blocks:
        if _is_heading(block) and kept and _is_heading(kept[-1]):
            kept.pop()
        kept.append(block)
    return tuple(kept[:-1] if kept and _is_heading(kept[-1]) else kept)


def _is_heading(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.level is not Level.BODY


def _blocks(section: Section, wordings: Mapping[str, Wording]) -> Iterator[Block]:
    for slot, block in _slots(section):
        if not slot or not isinstance(block, Paragraph):
            yield block
        elif words := wordings[slot].words:
            yield replace(block, text=words)


def _slots(section: Section) -> Iterator[tuple[str, Block]]:
    """Each block with its slot: a paragraph about a task is known by the task, others by their turn; "" for the rest."""
    seen: dict[str, int] = {}
    for block in section.blocks:
        if isinstance(block, Paragraph):
            about = f"{section.heading}/{block.level.name.lower()}/{block.task or ''}"
            seen[about] = seen.get(about, 0) + 1
            yield f"{about}/{seen[about]}", block
        else:
            yield "", block


def carried(rewording: Rewording, drafted: str) -> str | None:
    """The officer's words on top of what is drafted now; None where the record changed the very words that were edited."""
    if rewording.drafted == drafted:
        return rewording.words
    before, words, now = (_TOKEN.findall(text) for text in (rewording.drafted, rewording.words, drafted))
    fresh = SequenceMatcher(None, before, now, autojunk=False)
    if fresh.ratio() < _ALIKE or not rewording.words:
        return None
    own = [op for op in SequenceMatcher(None, before, words, autojunk=False).get_opcodes() if op[0] != "equal"]
    record = [op for op in fresh.get_opcodes() if op[0] != "equal"]
    if any(_touch(mine, theirs) for mine in own for theirs in record):
        return None
    changes = [(op[1], op[2], words[op[3] : op[4]]) for op in own]
    changes += [(op[1], op[2], now[op[3] : op[4]]) for op in record]
    result = list(before)
    for first, last, tokens in sorted(changes, key=lambda change: change[0], reverse=True):
        result[first:last] = tokens
    return "".join(result)


def _touch(mine: tuple[str, int, int, int, int], theirs: tuple[str, int, int, int, int]) -> bool:
    """Whether two changes concern the same or neighbouring words."""
    return mine[1] <= theirs[2] and theirs[1] <= mine[2]
