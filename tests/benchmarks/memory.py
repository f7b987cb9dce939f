"""How the peak of memory grows with the work: four times the rows may take four times what the rows took, not more."""

from __future__ import annotations

from dataclasses import dataclass

from tests.benchmarks.measure import run_side

TIMES = 4
LIMIT = 4.6
"""Times the growth: linear is 4, the rest is how a heap rounds up."""

SIZES = {"ledger": 2_500, "report": 2_500, "merge": 25}
"""The smaller of the two sizes of each case; the larger is that of the ratios."""


@dataclass(frozen=True)
class Growth:
    """Peaks in MiB: of next to no work, of the smaller and of the larger."""

    case: str
    idle: float
    small: float
    large: float

    @property
    def times(self) -> float:
        """How many times the memory of the smaller work the larger takes, the program itself left out."""
        return (self.large - self.idle) / max(self.small - self.idle, 1.0)

    @property
    def kept(self) -> bool:
        """Whether memory grows no faster than the work."""
        return self.times <= LIMIT


def growth(case: str) -> Growth:
    """Run our side of a case three times, each in a process of its own."""
    sizes = (1, SIZES[case], TIMES * SIZES[case])
    return Growth(case, *(run_side(case, "ours", size).peak for size in sizes))


def row(found: Growth) -> str:
    """A line of the table."""
    mark = "" if found.kept else " over"
    peaks = f"{found.idle:9.0f} {found.small:9.0f} {found.large:9.0f}"
    return f"{found.case:12} {peaks} {found.times:7.2f} {LIMIT:7.1f}{mark}"
