"""Packed files in one go: a package that fails half-way while it is being closed complains later, when it is collected."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path


def write_packed(path: Path, save: Callable[[io.BytesIO], object]) -> None:
    """Let `save` pack in memory, then write the file: a disk that is full is met by a single write, with nothing left open."""
    packed = io.BytesIO()
    save(packed)
    path.write_bytes(packed.getbuffer())
