"""What lives as long as the workspace is open is not looked through for cycles again and again."""

from __future__ import annotations

import gc


def settle_heap() -> None:
    """Look for cycles once, then leave all there is out of later looks.

    The rows of ten thousand tasks are hundreds of thousands of objects: each look at all of them holds the window for a
    tenth of a second, and filling a list sets off several. What goes is freed all the same, by its count of references;
    a cycle among what was left out is found at the next call.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
