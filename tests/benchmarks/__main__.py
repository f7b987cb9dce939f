"""Print the table of ratios: `python -m tests.benchmarks [CASE…] [--rounds N] [--scale F]`; exit 1 if one is over its limit.

`--memory` prints in its place how memory grows with the work. Run it alone: other work on the machine goes into the figures.
"""

from __future__ import annotations

import argparse
import sys

from tests.benchmarks import memory
from tests.benchmarks.measure import Ratio, compare

# case, what it measures, limit as a multiple of the floor, size of the work
CASES = {
    "start": ("start to painted window / bare QLabel program", 2.5, 1),
    "parse": ("parse 1 MB of plan text / one opencc pass + one regex", 6.0, 1_000_000),
    "bulk_import": ("store a plan of 10,000 tasks / SQLAlchemy core executemany", 4.0, 10_000),
    "tick": ("tick among 10,000 tasks, FULL / the same in SQLAlchemy core", 3.0, 200),
    "ledger": ("ledger of 10,000 rows / XlsxWriter, same look", 1.8, 10_000),
    "report": ("report with 10,000 annex rows / hand-drawn canvas rows", 1.5, 10_000),
    "merge": ("merge of 100 returned workbooks of 100 rows / calamine reading them", 2.0, 100),
}


def main() -> int:
    """Measure the named cases (all by default) and print a row for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="*", choices=[*CASES, []])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--scale", type=float, default=1.0, help="share of the full size, for a quick look")
    parser.add_argument("--memory", action="store_true", help="how the peak of memory grows, instead of ratios of time")
    options = parser.parse_args()
    return _memory(options.cases) if options.memory else _ratios(options)


def _memory(cases: list[str]) -> int:
    kept = True
    print(f"{'case':12} {'idle MiB':>9} {'small MiB':>9} {'large MiB':>9} {'growth':>7} {'limit':>7}")
    for name in memory.SIZES:
        if not cases or name in cases:
            found = memory.growth(name)
            print(memory.row(found), f"  {memory.TIMES} times {memory.SIZES[name]:,}", flush=True)
            kept &= found.kept
    return 0 if kept else 1


def _ratios(options: argparse.Namespace) -> int:
    print(f"{'case':12} {'floor s':>9} {'ours s':>9} {'ratio':>7} {'limit':>7} {'floor MiB':>10} {'ours MiB':>9}")
    kept = True
    for name in options.cases or CASES:
        words, limit, size = CASES[name]
        ratio = compare(name, limit, max(1, int(size * options.scale)), options.rounds)
        print(_row(ratio), " ", words, flush=True)
        kept &= ratio.kept
    return 0 if kept else 1


def _row(ratio: Ratio) -> str:
    mark = "" if ratio.kept else " over"
    return (
        f"{ratio.case:12} {ratio.floor.seconds:9.3f} {ratio.ours.seconds:9.3f} {ratio.times:7.2f} {ratio.limit:7.1f}"
        f" {ratio.floor.peak:10.0f} {ratio.ours.peak:9.0f}{mark}"
    )


if __name__ == "__main__":
    sys.exit(main())
