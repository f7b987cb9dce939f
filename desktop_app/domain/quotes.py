"""Words in quotation marks, nested as GB/T 15834 has it: “ ” outside, ‘ ’ within, “ ” again within those."""

from __future__ import annotations

_SWAPPED = str.maketrans("“”‘’", "‘’“”")
_CLOSING = {"‘": "’", "“": "”"}


def quoted(words: str, limit: int | None = None) -> str:
    """`words` in double marks, with its own marks turned; cut to `limit` letters, marks left open are closed."""
    cut = limit is not None and len(words) > limit
    inner = (words[:limit].rstrip() if cut else words).translate(_SWAPPED)
    return f"“{inner}{'…' if cut else ''}{''.join(reversed(_left_open(inner)))}”"


def _left_open(words: str) -> list[str]:
    """The marks that are still to come, outermost first."""
    waiting: list[str] = []
    for letter in words:
        if letter in _CLOSING:
            waiting.append(_CLOSING[letter])
        elif waiting and letter == waiting[-1]:
            waiting.pop()
    return waiting
