"""Mending damaged text by undoing what happened to it. Text that is not damaged stays as it is.

How each damage comes about, and the module that undoes it:

- A program reads the bytes of a whole text in a wrong encoding: 加强 becomes 鍔犲己 or åŠ å¼º. `mojibake` writes the bytes
  back and reads them in the right one; a byte that was lost on the way is □.
- A page replaces letters byte by byte, hits the last byte of one and the first of the next, and all that follows is read
  one byte off: 。〔責任 becomes ?！藏. `shifted_bytes` finds such runs, `shifted_letters` knows what a byte may have belonged
  to, `shifted_paths` weighs all readings of a run, `shifted_search` looks for its end, `language` knows what letters stand
  side by side. A letter that another reading contests is □, never a guess.
- A page turns letters to traditional ones and prints their pinyin: 區(qū). `pinyin` and `script`.
- A page leaves its code in the text: &nbsp;, </p>, and /strong> where a lost byte took the < along. `entities`, `tags`.
- A printed page breaks lines, indents, numbers itself: `hard_breaks`, `spacing`. A mail marks every line it quotes:
  `mail_quotes`. A font or program names letters by what looks like them, or not at all: `lookalikes`, `invisible`.
- A page folds full-width marks, or drops ASCII: `widths` for the first; for the second `numbering` with `remnants` restores
  outline numbers from their sequence, `lost_separators` the mark behind them, `note_brackets` and `lost_marks` brackets, `fixed_forms` document numbers and dates.

Every step is a named function from a text to edits (`edits`), and says what it changed and where. The order matters: the
whole encoding first (its bytes may look like line ends), then what hides letters; lines before indents go; bytes before
pinyin (the pinyin names the lost letter), pinyin before script (the brackets hide words from the dictionary), widths
before numbers. Every step first asks cheaply whether it could have anything to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle, islice

from desktop_app.domain.plan import Doubt
from desktop_app.ingest.repair.edits import Edit, Step, mend_with
from desktop_app.ingest.repair.entities import find_entities
from desktop_app.ingest.repair.fixed_forms import find_bare_days, find_document_numbers, find_joined_years
from desktop_app.ingest.repair.hard_breaks import find_hard_breaks
from desktop_app.ingest.repair.invisible import find_invisible
from desktop_app.ingest.repair.lookalikes import find_letters_for_digits, find_private, find_radicals
from desktop_app.ingest.repair.lost_marks import find_lost_heading_ends, find_lost_openings
from desktop_app.ingest.repair.lost_separators import find_lost_separators
from desktop_app.ingest.repair.mail_quotes import find_mail_quotes
from desktop_app.ingest.repair.mojibake import find_mojibake
from desktop_app.ingest.repair.note_brackets import find_lost_note_brackets
from desktop_app.ingest.repair.numbering import find_lost_numbers
from desktop_app.ingest.repair.pinyin import find_pinyin
from desktop_app.ingest.repair.script import find_traditional
from desktop_app.ingest.repair.shifted_bytes import find_shifted
from desktop_app.ingest.repair.spacing import (
    find_hard_spaces,
    find_layout,
    find_line_ends,
    find_loose_spaces,
    find_number_gaps,
    tidy_lines,
)
from desktop_app.ingest.repair.tags import find_tags
from desktop_app.ingest.repair.widths import find_half_width, find_straight_quotes, find_wide_brackets, find_wide_digits

STEPS: tuple[Step, ...] = (
    Step("mojibake", find_mojibake, "编码错误的文字已按正确编码重读，共{n}段"),
    Step("line_ends", find_line_ends),
    Step("mail_quotes", find_mail_quotes, "邮件引用符号（>）已去除，共{n}行"),
    Step("entities", find_entities, "网页代码（如&nbsp;）已还原为文字，共{n}处"),
    Step("invisible", find_invisible, "不可见字符已去除，共{n}处"),
    Step("private", find_private, "专用字符已还原，共{n}处"),
    Step("radicals", find_radicals, "形似汉字的部首字符已改为汉字，共{n}处"),
    Step("hard_spaces", find_hard_spaces),
    Step("hard_breaks", find_hard_breaks, "按版面断开的行已合并成段，共{n}段"),
    Step("layout", find_layout),
    Step("shifted_bytes", find_shifted, "错位的文字已复原，共{n}处"),
    Step("tags", find_tags, "网页标签（如</p>）已去除，共{n}处"),
    Step("pinyin", find_pinyin, "网页在字后附加的拼音已去除，共{n}处"),
    Step("script", find_traditional, "繁体已转换为简体，共{n}段"),
    Step("wide_digits", find_wide_digits, "全角数字和字母已改为半角，共{n}处"),
    Step("wide_brackets", find_wide_brackets),
    Step("letters_for_digits", find_letters_for_digits),
    Step("widths", find_half_width, "半角标点已改为全角，共{n}处"),
    Step("quotes", find_straight_quotes, "直引号已改为中文引号，共{n}处"),
    Step("spaces", find_loose_spaces, "标点旁的多余空格已去除，共{n}处"),
    Step("number_gaps", find_number_gaps, "数字旁的多余空格已去除，共{n}处"),
    Step("doc_number", find_document_numbers),
    Step("bare_day", find_bare_days),
    Step("joined_years", find_joined_years),
    Step("lost_heading_end", find_lost_heading_ends),
    Step("lost_separator", find_lost_separators),
    Step("lost_number", find_lost_numbers),
    Step("lost_note_bracket", find_lost_note_brackets),
    Step("lost_opening", find_lost_openings),
)
_MOST_ROUNDS = 4

__all__ = ["STEPS", "Edit", "Step", "mend", "mend_with", "tidy_lines"]


def mend(text: str, steps: Sequence[Step] = STEPS) -> tuple[str, list[Doubt]]:
    """The mended text, one paragraph a line, and what was changed, each doubt at its place in the mended text.

    What one step brings to light an earlier one may have to mend: the steps are gone through until each has seen the text
    as it is and left it so.
    """
    doubts: list[Doubt] = []
    content = 0
    for step in islice(cycle(steps), _MOST_ROUNDS * len(steps)):
        before = text
        text, doubts = mend_with(step, text, doubts)
        content = content + 1 if text == before else 0
        if content == len(steps):
            break
    return text, doubts
