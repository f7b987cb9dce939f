"""Where the signature stands on the page (GB/T 9704 7.3.5.2)."""

from __future__ import annotations

from desktop_app.exports.fonts import GlyphTable
from desktop_app.exports.page import BODY_SIZE, PITCH, WIDTH
from desktop_app.exports.typeset import split_lines


def unit_lines(unit: str, glyphs: GlyphTable) -> list[str]:
    """The unit in as many lines as it needs, two characters free on either side; names joined by 、 part there."""
    room = WIDTH - 4 * PITCH
    if set_width(unit, glyphs.width(unit)) <= room:
        return [unit]
    names = [name for name in unit.replace("、", "、\n").split("\n") if name]
    advances = {char: glyphs[char].width * BODY_SIZE + PITCH - BODY_SIZE for char in unit}
    return [line for name in names for line in split_lines(name, [advances[char] for char in name], room, room)]


def places(unit_width: float, date_width: float) -> tuple[float, float]:
    """How far unit and date begin from the left edge of the type area (points).

    The unit ends two characters from the right, the date begins two right of the unit's first; a longer date the
    other way round. Without a unit (width 0) its line is left for the hand.
    """
    right = WIDTH - 2 * PITCH
    if unit_width and unit_width >= date_width:
        unit = right - unit_width
        date = min(unit + 2 * PITCH, WIDTH - date_width)
    else:
        date = right - date_width
        unit = date - 2 * PITCH
    return max(unit, 0.0), date


def set_width(text: str, natural: float) -> float:
    """The width on the page's grid of `text`, which is `natural` ems wide."""
    return natural * BODY_SIZE + len(text) * (PITCH - BODY_SIZE)
