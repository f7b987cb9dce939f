"""Clean plans are damaged on purpose, mended, and compared with what they were: shares with a floor.

The worst is a letter that is wrong and does not say so; □ is honest; the right letter is best.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from difflib import SequenceMatcher

import pytest

from desktop_app.ingest.repair import mend
from tests.ingest.repair import damage
from tests.ingest.repair.prose import clean_plans, gold_texts

PLANS = clean_plans()
UNKNOWN = "□"


def agreement(wanted: str, got: str) -> float:
    """The share of letters that came back."""
    blocks = SequenceMatcher(None, wanted, got, autojunk=False).get_matching_blocks()
    return 2 * sum(block.size for block in blocks) / (len(wanted) + len(got))


def mean(shares: list[float]) -> float:
    return sum(shares) / len(shares)


def lines_right(wanted: str, got: str) -> float:
    """The share of paragraphs that came back whole."""
    lines = Counter(got.split("\n"))
    return mean([float(lines[line] > 0) for line in wanted.split("\n")])


def verdict(wanted: str, got: str) -> str:
    """right; marked: all that is not □ is right; left: still as it was printed; wrong: silently another letter."""
    wanted, got = damage.folded(wanted), damage.folded(got)
    if wanted == got:
        return "right"
    if "\ufffd" in got or got.count("?") > wanted.count("?"):
        return "left"
    pattern = "".join(".{0,16}?" if letter == UNKNOWN else re.escape(letter) for letter in got)
    return "marked" if UNKNOWN in got and re.fullmatch(pattern, wanted) else "wrong"


def told_of_shifts(pinyin: bool, lost: str, seeds: int) -> Counter[str]:
    """What became of each place where a line was read one byte off; lines that were not must be as they were."""
    told: Counter[str] = Counter()
    for seed in range(seeds):
        chance = random.Random(seed)
        for plan in PLANS:
            shown, hit = damage.shift_some(plan, chance, pinyin=pinyin, lost=lost)
            clean = mend(damage.with_pinyin(plan))[0] if pinyin else plan
            pairs = zip(clean.split("\n"), mend(shown)[0].split("\n"), hit, strict=True)
            for wanted, got, damaged in pairs:
                if damaged:
                    told[verdict(wanted, got)] += 1
                else:
                    assert damage.folded(wanted) == damage.folded(got)
    return told


@pytest.mark.parametrize("lost", ["?"])
def test_bytes_read_one_off_beside_pinyin_are_right_or_marked(lost: str) -> None:
    told = told_of_shifts(True, lost, 1)
    assert told.total() > 20
    assert (told["right"] + told["marked"]) / told.total() >= 0.95, told
    assert told["right"] / told.total() >= 0.4, told
    assert told["wrong"] <= 0.01 * told.total() + 1, told


@pytest.mark.parametrize("lost", ["?"])
def test_bytes_read_one_off_without_pinyin_are_never_silently_wrong(lost: str) -> None:
    told = told_of_shifts(False, lost, 1)
    assert told.total() > 25
    assert (told["right"] + told["marked"]) / told.total() >= 0.95, told
    assert told["wrong"] <= 0.01 * told.total() + 1, told


def test_most_letters_of_a_shifted_line_come_back() -> None:
    chance = random.Random(7)
    shares = []
    for plan in PLANS[:3]:
        shown, hit = damage.shift_some(plan, chance, pinyin=False)
        pairs = zip(plan.split("\n"), mend(shown)[0].split("\n"), hit, strict=True)
        shares += [agreement(wanted, got.replace(UNKNOWN, "")) for wanted, got, damaged in pairs if damaged]
    assert mean(shares) >= 0.8, shares


def test_pinyin_and_script_are_undone() -> None:
    shares = [agreement(plan, mend(damage.with_pinyin(plan))[0]) for plan in PLANS]
    assert mean(shares) >= 0.99, shares


@pytest.mark.parametrize("width", [28, 32])
@pytest.mark.parametrize("head", ["", "云汐市人民政府公报　2025年第5期"])
def test_lines_broken_by_the_paper_are_paragraphs_again(width: int, head: str) -> None:
    shares = [lines_right(plan, mend(damage.broken(plan, width, head))[0]) for plan in PLANS if "\t" not in plan]
    assert mean(shares) >= 0.9, shares


def test_numbers_and_fixed_forms_that_lost_their_ascii_come_back() -> None:
    shares = [agreement(plan, mend(damage.without_ascii(plan))[0]) for plan in PLANS]
    assert mean(shares) >= 0.99, shares


WRONGLY_READ: dict[str, Callable[[str], str]] = {
    "UTF-8 as Latin-1": lambda text: text.encode("utf-8").decode("latin-1"),
    "UTF-8 as Windows-1252": damage.western,
    "GBK as Latin-1": lambda text: text.encode("gb18030").decode("latin-1"),
}


@pytest.mark.parametrize("wrongly", WRONGLY_READ.values(), ids=WRONGLY_READ)
def test_a_text_in_a_wrong_encoding_comes_back(wrongly: Callable[[str], str]) -> None:
    for plan in PLANS:
        assert mend(wrongly(plan))[0] == plan


def test_utf8_read_as_gbk_comes_back_but_for_lost_bytes() -> None:
    shares = []
    for text in gold_texts()[:40]:
        wrong = text.encode("utf-8").decode("gb18030", "replace")
        shares.append(agreement(text, mend(wrong)[0].replace(UNKNOWN, "")))
    assert mean(shares) >= 0.9
