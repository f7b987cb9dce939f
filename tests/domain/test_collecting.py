"""Holding the cycle collector back: what stays is not looked at, what can go still goes."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from desktop_app.domain.collecting import no_collection


class Ring:
    """Garbage that only the collector finds."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def collections() -> Iterator[list[int]]:
    """The generations that are looked through."""
    seen: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            seen.append(info["generation"])

    gc.collect()
    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)


def test_many_objects_are_made_without_a_collection_while_or_right_after(collections: list[int]) -> None:
    with no_collection():
        made = [[number] for number in range(50_000)]
    more = [[number] for number in range(100)]
    assert (collections, len(made), len(more)) == ([], 50_000, 100)
    assert gc.isenabled()


def test_cycles_made_meanwhile_go_with_the_next_full_collection() -> None:
    with no_collection():
        made = [[number] for number in range(50_000)]
        ring = weakref.ref(Ring())
    assert ring() is not None
    gc.collect()
    assert (ring(), len(made)) == (None, 50_000)


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with no_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
