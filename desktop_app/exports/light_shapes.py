"""The shapes of the lights as PDF drawing operators in a unit square: the print faces do not have them all."""

from __future__ import annotations

from desktop_app.domain.task import Mark

_K = 0.2761
"""Half the handle length that makes four curves a circle of diameter 1."""

_DISC = (
    f"1 .5 m 1 {0.5 + _K} {0.5 + _K} 1 .5 1 c {0.5 - _K} 1 0 {0.5 + _K} 0 .5 c "
    f"0 {0.5 - _K} {0.5 - _K} 0 .5 0 c {0.5 + _K} 0 1 {0.5 - _K} 1 .5 c h"
)
_LEFT_HALF = f".5 1 m {0.5 - _K} 1 0 {0.5 + _K} 0 .5 c 0 {0.5 - _K} {0.5 - _K} 0 .5 0 c h"

LIGHT_SHAPES = {
    Mark.OVERDUE: "0 .04 m 1 .04 l .5 .96 l h f",
    Mark.CAUTION: ".5 0 m 1 .5 l .5 1 l 0 .5 l h f",
    Mark.NORMAL: f"{_DISC} f",
    Mark.TO_CHECK: f".09 w {_DISC} S {_LEFT_HALF} f",
    Mark.CLOSED: f"{_DISC} f 1 G .13 w .25 .5 m .44 .3 l .76 .7 l S",
    Mark.UNCOUNTED: ".1 w .06 .06 .88 .88 re S .25 .5 m .75 .5 l S",
}
"""look.md 4: triangle, diamond, disc, half disc, disc with tick, hollow square with bar."""
