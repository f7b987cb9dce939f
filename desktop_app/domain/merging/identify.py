"""Which row of the handout a returned row is: by its hidden mark, else by number and wording, which is a guess."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from difflib import SequenceMatcher

from desktop_app.domain.handout import ReturnedRow, RowKey
from desktop_app.domain.merging.model import Asked, Label
from desktop_app.domain.merging.words import fold

_ALIKE = 0.85
"""Share of letters in common from which two wordings are taken for the same with a few letters changed."""

_LOST = "隐藏标识已丢失，按编号和任务名称认定"
_MIXED = "隐藏标识与任务名称不符，按任务名称认定"
_REWORDED = "任务名称或内容与下发时不一致，按隐藏标识认定"
_ALIKE_WORDS = "隐藏标识已丢失，按相近的任务内容认定"


class Identifier:
    """Finds the rows of one workbook among those that its unit was asked for."""

    def __init__(self, code: str, asked: Mapping[RowKey, Asked], labels: Mapping[RowKey, Label]) -> None:
        self._asked = asked
        self._labels = labels
        self._marks = {f"{code}:{key}": key for key in asked}
        """The keys by what their hidden cells hold; one of another batch is none of them."""
        self._words: dict[str, list[RowKey]] | None = None

    def find(self, row: ReturnedRow) -> tuple[RowKey | None, str]:
        """The row's key and why it is in doubt ("" when it is sure); (None, reason) when it is none of them."""
        key = self._marks.get(row.key.strip())
        if key is not None:
            if self._fits(row, key):
                return key, ""
            by_words = self.by_words(row)
            if by_words is not None and by_words != key:
                return by_words, _MIXED
            return key, _REWORDED
        by_words = self.by_words(row)
        if by_words is not None:
            return by_words, _LOST
        alike = self._alike(row)
        return (alike, _ALIKE_WORDS) if alike is not None else (None, "下发的任务中没有这一项")

    def _fits(self, row: ReturnedRow, key: RowKey) -> bool:
        """Whether the visible words are those of the key: number and title, or the wording."""
        label = self._labels.get(key)
        if label is None or (row.wording == label.wording and row.title == label.title):
            return True
        if not (row.title or row.wording):
            return True
        title, wording = fold(row.title), fold(row.wording)
        fits = bool(title) and title == fold(label.title) and fold(row.number) == fold(label.number)
        # A long wording may have been shortened for its cell: its beginning tells.
        return fits or (bool(wording) and wording[:60] == fold(label.wording)[:60])

    def by_words(self, row: ReturnedRow) -> RowKey | None:
        """The only row with this number and title, or this wording, or this title."""
        if self._words is None:
            self._words = self._index()
        for words in _names(row.number, row.title, row.wording):
            found = self._words.get(words, ())
            if len(found) == 1:
                return found[0]
        return None

    def _index(self) -> dict[str, list[RowKey]]:
        index: dict[str, list[RowKey]] = defaultdict(list)
        for key in self._asked:
            label = self._labels.get(key)
            if label is not None:
                for words in dict.fromkeys(_names(label.number, label.title, label.wording)):
                    index[words].append(key)
        return index

    def _alike(self, row: ReturnedRow) -> RowKey | None:
        words = fold(row.title + row.wording)
        if len(words) < 6:
            return None
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(words)
        best, found, second = _ALIKE, None, 0.0
        for key in self._asked:
            label = self._labels.get(key)
            if label is None:
                continue
            matcher.set_seq1(fold(label.title + label.wording))
            if matcher.real_quick_ratio() < best or matcher.quick_ratio() < best:
                continue
            ratio = matcher.ratio()
            if ratio >= best:
                best, found, second = ratio, key, best if found else second
        return found if found is not None and second < best else None


def _names(number: str, title: str, wording: str) -> list[str]:
    """What a row may be known by, the surest first."""
    number, title, wording = fold(number), fold(title), fold(wording)
    names = [f"n{number}|{title}|{wording}", f"w{title}|{wording}" if wording else ""]
    names += [f"t{number}|{title}" if title else "", f"b{wording}" if wording else "", f"o{title}" if title else ""]
    return [name for name in names if name]
