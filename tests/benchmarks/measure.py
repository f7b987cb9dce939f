"""How a ratio is measured: floor and ours in turn, each in a process of its own, medians compared.

A process of its own gives every sample a cold heap and an honest peak of memory; taking turns spreads
whatever else the machine is doing over both sides.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Sample:
    """One run of one side: seconds, and the peak of memory in MiB."""

    seconds: float
    peak: float


@dataclass(frozen=True)
class Ratio:
    """Medians of both sides of a case."""

    case: str
    floor: Sample
    ours: Sample
    limit: float

    @property
    def times(self) -> float:
        """How many times the floor's time ours takes."""
        return self.ours.seconds / self.floor.seconds

    @property
    def kept(self) -> bool:
        """Whether ours stays within the limit."""
        return self.times <= self.limit


def run_side(case: str, side: str, size: int) -> Sample:
    """Run one side of a case in a fresh process and read what it measured."""
    command = [sys.executable, "-W", "ignore", "-m", "tests.benchmarks.side", case, side, str(size)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": ""}
    answer = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment)
    if answer.returncode != 0:
        raise RuntimeError(f"{case} {side}: {answer.stderr[-2000:]}")
    measured = json.loads(answer.stdout.splitlines()[-1])
    return Sample(measured["seconds"], measured["peak"])


def compare(case: str, limit: float, size: int, rounds: int) -> Ratio:
    """Measure both sides `rounds` times in turn, after one round that warms the disk and is thrown away."""
    sides: dict[str, list[Sample]] = {"floor": [], "ours": []}
    for turn in range(rounds + 1):
        for side, samples in sides.items():
            sample = run_side(case, side, size)
            if turn:
                samples.append(sample)
    return Ratio(case, _median(sides["floor"]), _median(sides["ours"]), limit)


def _median(samples: list[Sample]) -> Sample:
    return Sample(
        statistics.median(sample.seconds for sample in samples),
        statistics.median(sample.peak for sample in samples),
    )
