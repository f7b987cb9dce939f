"""What only the whole outline tells: lists of items without numbers, and notes that speak for a whole list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.domain.plan import Doubt, Span
from desktop_app.ingest.parsing.brackets import OPENING
from desktop_app.ingest.parsing.entries import Entry
from desktop_app.ingest.parsing.kinds import is_context_title
from desktop_app.ingest.parsing.marks import Style
from desktop_app.ingest.parsing.notes import NoteFinder, is_note_line
from desktop_app.ingest.parsing.unnumbered import end_in_notes, split_items

_LEAST_ITEMS, _MOST_BARE, _SHORT_HEADING = 3, 0.6, 15


def with_items(text: str, entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries, and under a leaf the paragraphs that each open with a name of their own.

    重点任务 / 建设底座。…（市数据局牵头） / 汇聚语料。…（市审批局牵头）: two items. Under a heading with a number they
    must end in notes.
    """
    for entry in entries:
        yield entry
        if not _may_hold_items(text, entry):
            continue
        items = split_items(text, entry.body)
        if len(items) == len(entry.lines) == len(entry.body):
            for item, line in zip(items, entry.lines, strict=True):
                yield Entry(entry, "", item.title, item.title.start, [item.body], heading=line)
            entry.children, entry.body, entry.lines = len(items), [], []


def without_lone_headings(text: str, entries: Sequence[Entry]) -> None:
    """Items of one list have headings or have none: a long first sentence among items of bare prose heads nothing."""
    lists: dict[tuple[int, Style | None], list[Entry]] = {}
    for entry in entries:
        if entry.style is not None and entry.row is None:
            lists.setdefault((id(entry.parent), entry.style), []).append(entry)
    for items in lists.values():
        bare = sum(entry.title.start == entry.title.end for entry in items)
        if len(items) < _LEAST_ITEMS or bare < _MOST_BARE * len(items):
            continue
        for entry in items:
            long = entry.title.end - entry.title.start > _SHORT_HEADING
            if long and not entry.children and entry.body and text.find("\n", entry.title.end, entry.body[0].start) < 0:
                entry.body[0] = Span(entry.title.start, entry.body[0].end)
                entry.title = Span(entry.title.start, entry.title.start)


def raise_notes(text: str, entries: Sequence[Entry], finder: NoteFinder) -> Iterator[Doubt]:
    """Give a note on lines of its own under the last item of a list to the list, when no item has a note.

    （一）建平台 / 1.建云。… / 2.建网。… / 责任单位：市数据局: it speaks for （一）. A chapter is too wide for that.
    """
    lists: dict[int, list[Entry]] = {}
    for entry in entries:
        if entry.parent is not None and entry.row is None:
            lists.setdefault(id(entry.parent), []).append(entry)
    for items in lists.values():
        last, parent = items[-1], items[-1].parent
        if parent is None or parent.parent is None or len(items) < 2 or any(entry.children for entry in items):
            continue
        count = _own_notes(text, last)
        only_notes = count == len(last.body)
        if count and not only_notes and not _have_notes(finder, items, count):
            place = last.body[-count]
            _move_last(last, parent, count)
            title = text[parent.title.start : parent.title.end]
            yield Doubt("note_of_list", f"末项之后的责任单位归于上级条目“{title}”，请核对", place)


def _may_hold_items(text: str, entry: Entry) -> bool:
    if entry.children or entry.row is not None or len(entry.body) < 2:
        return False
    if is_context_title(text[entry.title.start : entry.title.end]):
        return False
    return entry.style is Style.HEADLINE or end_in_notes(text, entry.body)


def _own_notes(text: str, entry: Entry) -> int:
    """How many lines at the end of an entry are nothing but notes without brackets."""
    own_lines = entry.body[len(entry.body) - len(entry.lines) :]
    count = 0
    for span in reversed(own_lines):
        if text[span.start] in OPENING or not is_note_line(text, *span):
            break
        count += 1
    return count


def _have_notes(finder: NoteFinder, items: Sequence[Entry], count: int) -> bool:
    """True when an item has a note besides the last `count` lines of the last one."""
    spans: list[Span] = [span for entry in items[:-1] for span in entry.body]
    spans += items[-1].body[:-count]
    return any(note.assignments for span in spans for note in finder.in_line(*span))


def _move_last(entry: Entry, parent: Entry, count: int) -> None:
    parent.body += entry.body[-count:]
    parent.lines += entry.lines[-count:]
    del entry.body[-count:], entry.lines[-count:]
