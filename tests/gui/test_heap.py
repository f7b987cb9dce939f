"""What stays is left out of collections; what goes is found all the same."""

import gc
import weakref

import pytest

from desktop_app.gui.heap import settle_heap


class Knot:
    """Refers to itself, as a dialog with its own slots does."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def thawed():
    yield
    gc.unfreeze()


def test_what_is_there_is_left_out_of_later_looks():
    settle_heap()
    assert gc.get_freeze_count() > 1000


def test_a_cycle_left_out_is_found_the_next_time():
    knot = Knot()
    gone = weakref.ref(knot)
    settle_heap()
    del knot
    gc.collect()
    assert gone() is not None
    settle_heap()
    assert gone() is None
