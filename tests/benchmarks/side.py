"""Run one side of one case and print its seconds and peak memory as JSON: `python -m tests.benchmarks.side`."""

from __future__ import annotations

import importlib
import json
import sys
import tempfile
import time
from pathlib import Path


def peak_memory() -> float:
    """The largest resident size so far of this process or one it started, in MiB (0 where the system does not tell)."""
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024


def main(case: str, side: str, size: int) -> None:
    """A case module has `prepare(folder, size)` and `floor(prepared)`, `ours(prepared)`.

    Either side may return seconds when it times only a part of its work itself.
    """
    module = importlib.import_module(f"tests.benchmarks.cases.{case}")
    with tempfile.TemporaryDirectory() as folder:
        prepared = module.prepare(Path(folder), size, side)
        began = time.perf_counter()
        told = getattr(module, side)(prepared)
        seconds = time.perf_counter() - began if told is None else told
    print(json.dumps({"seconds": seconds, "peak": peak_memory()}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
