"""Make the tables of this folder: `python make_words.py JIEBA_DICT PYPINYIN_JSON PLAN… official.txt`.

JIEBA_DICT is `jieba/dict.txt` of jieba 0.42.1 (MIT), PYPINYIN_JSON is `pypinyin/pinyin_dict.json` of pypinyin 0.55.0 (MIT);
each PLAN is a text of the collection (official documents, not protected), in simplified letters and without damage.

pairs.txt    a line for each letter: the letter, its level, then every letter that follows it with the level of the pair.
readings.txt a line for each syllable with its tone: letters of GBK that are usually read so | those that may be.
A level is one printable letter: "0" is certain, each step after it a quarter of a unit of the natural logarithm less.
"""

from __future__ import annotations

import json
import math
import sys
import unicodedata
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).parent
STEP = 0.25
FIRST, LAST = ord("0"), ord("~")
# Shares of dictionary, plans and single letters in what follows a letter.
WORDS, PLANS, ALONE = 0.45, 0.35, 0.2
LISTED = 20
"""A word of the list official.txt counts as often as if the plans had used it so many times."""
SELDOM = 6
"""Pairs that the dictionary counts fewer times than this are left out."""


def main(dictionary: Path, readings: Path, plans: list[Path]) -> None:
    """Write both tables."""
    words_one, words_two = count_words(dictionary)
    plans_one, plans_two = count_plans(plans)
    single = mixed_singles(words_one, plans_one)
    lines = []
    followers: dict[str, list[str]] = defaultdict(list)
    for one, other in sorted({*words_two, *plans_two}):
        share = WORDS * words_two[one, other] / max(words_one[one], 1) + PLANS * plans_two[one, other] / max(
            plans_one[one], 1
        )
        if share > 0 and one in single and other in single:
            followers[one].append(other + level(share + ALONE * single[other]))
    for letter in sorted(single):
        lines.append(letter + level(single[letter]) + "".join(followers[letter]))
    (HERE / "pairs.txt").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    write_readings(readings)


def count_words(dictionary: Path) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Letters and pairs of letters inside words, as often as the words are used."""
    one: Counter[str] = Counter()
    two: Counter[tuple[str, str]] = Counter()
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        word, times, _ = line.split(" ")
        if all(is_han(letter) for letter in word):
            for letter in word:
                one[letter] += int(times)
            for pair in pairwise(word):
                two[pair] += int(times)
    return one, Counter({pair: times for pair, times in two.items() if times >= SELDOM})


def count_plans(plans: list[Path]) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Letters, marks and their pairs in official prose."""
    one: Counter[str] = Counter()
    two: Counter[tuple[str, str]] = Counter()
    for plan in plans:
        text = "".join(x if is_han(x) or x in MARKS else "0" for x in plan.read_text(encoding="utf-8"))
        times = LISTED if plan.name == "official.txt" else 1
        for letter in text.replace("0", ""):
            one[letter] += times
        for pair in pairwise(text):
            two[pair] += times if "0" not in pair else 0
    return one, two


MARKS = "，。、；：（）〔〕“”《》！？—…"


def mixed_singles(words: Counter[str], plans: Counter[str]) -> dict[str, float]:
    """How likely a letter is by itself: half by dictionary, half by plans."""
    known = {letter for letter in words if in_gbk(letter)} | set(plans) | set(MARKS)
    total_words, total_plans = words.total(), plans.total()
    return {x: 0.5 * words[x] / total_words + 0.5 * (plans[x] + 0.02) / total_plans for x in known}


def level(share: float) -> str:
    """A share of one as a printable letter."""
    return chr(min(LAST, FIRST + round(-math.log(min(share, 1.0)) / STEP)))


def write_readings(source: Path) -> None:
    """Syllables and their letters, for the letters that GBK can print; usual readings before the bar, others behind."""
    usual: dict[str, list[str]] = defaultdict(list)
    other: dict[str, list[str]] = defaultdict(list)
    for code, said in json.loads(source.read_text(encoding="utf-8")).items():
        letter = chr(int(code))
        if in_gbk(letter):
            for place, syllable in enumerate(said.split(",")):
                (other if place else usual)[unicodedata.normalize("NFC", syllable)].append(letter)
    lines = [
        f"{syllable} {''.join(usual[syllable])}|{''.join(other[syllable])}" for syllable in sorted({*usual, *other})
    ]
    (HERE / "readings.txt").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def is_han(letter: str) -> bool:
    """Whether it is a Chinese letter of the common block."""
    return "\u4e00" <= letter <= "\u9fff"


def in_gbk(letter: str) -> bool:
    """Whether GBK has two bytes for it."""
    try:
        return len(letter.encode("gbk")) == 2
    except UnicodeEncodeError:
        return False


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), [Path(name) for name in sys.argv[3:]])
