"""Making many small objects at once without Python looking for cycles among them again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MANY = 10_000
"""Objects from which looking through them once costs more than a frame of the screen may."""


@contextmanager
def no_collection() -> Iterator[None]:
    """Hold Python's cycle collector back while objects that stay are made by the ten thousand.

    Every few hundred of them would set the collector off, to find nothing: a quarter of the time. At the end they are
    put with the oldest objects, or the first collection after would look at each of them.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if gc.get_count()[0] > _MANY:
                gc.freeze()
                gc.unfreeze()
            gc.enable()
