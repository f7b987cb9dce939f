"""The colours of the window, named by what they are for; light, dark and high contrast.

The values and their contrast on `base` and `tint` were measured when the look was drawn; a test keeps them readable.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.task import Mark


@dataclass(frozen=True, slots=True)
class Tokens:
    """One set of colours, as #RRGGBB. Red, amber, green and grey mean lights and nothing else."""

    name: str
    base: str
    alt: str
    chrome: str
    hover: str
    tint: str
    stale_tint: str
    line: str
    line2: str
    text: str
    text2: str
    text3: str
    tint_text: str
    disabled: str
    accent: str
    on_accent: str
    fill: str
    track: str
    red: str
    amber: str
    amber_text: str
    green: str
    grey: str
    unit_ground: str
    unit_line: str
    date_ground: str
    date_line: str
    number_ground: str
    focus_width: int = 2

    @property
    def dark(self) -> bool:
        """Whether the ground is dark."""
        return self.name != "light"

    def mark(self, mark: Mark) -> str:
        """The colour of the shape of a light."""
        return {
            Mark.OVERDUE: self.red,
            Mark.CAUTION: self.amber,
            Mark.NORMAL: self.green,
            Mark.TO_CHECK: self.green,
            Mark.CLOSED: self.green,
            Mark.UNCOUNTED: self.grey,
        }[mark]

    def mark_word(self, mark: Mark) -> str:
        """The colour of the word beside the shape: only red and amber are coloured."""
        return {Mark.OVERDUE: self.red, Mark.CAUTION: self.amber_text}.get(mark, self.text2)


LIGHT = Tokens(
    name="light",
    base="#FFFFFF",
    alt="#F8F9FA",
    chrome="#F1F3F5",
    hover="#EDF2F6",
    tint="#DCE8F2",
    stale_tint="#EEF0F2",
    line="#DFE3E8",
    line2="#C4CBD3",
    text="#18212C",
    text2="#46525F",
    text3="#646F7C",
    tint_text="#18212C",
    disabled="#A3ABB5",
    accent="#1D5A87",
    on_accent="#FFFFFF",
    fill="#6E93AE",
    track="#E3E7EB",
    red="#B42318",
    amber="#B36C00",
    amber_text="#8A5300",
    green="#1E7B4F",
    grey="#66727F",
    unit_ground="#E2ECF5",
    unit_line="#1D5A87",
    date_ground="#EFE7F4",
    date_line="#6D3F8A",
    number_ground="#E9EBEE",
)

DARK = Tokens(
    name="dark",
    base="#171B20",
    alt="#1C2127",
    chrome="#20252B",
    hover="#232A32",
    tint="#22394D",
    stale_tint="#2A3037",
    line="#2D343C",
    line2="#454F5A",
    text="#E3E7EC",
    text2="#B4BDC7",
    text3="#8E99A5",
    tint_text="#E3E7EC",
    disabled="#5C6670",
    accent="#78B5E2",
    on_accent="#0E1A24",
    fill="#5C86A5",
    track="#303840",
    red="#F4897E",
    amber="#E6B04C",
    amber_text="#E6B04C",
    green="#6CC596",
    grey="#98A3AE",
    unit_ground="#20384D",
    unit_line="#78B5E2",
    date_ground="#37294A",
    date_line="#C8A4E4",
    number_ground="#2C343C",
)

HIGH_CONTRAST = Tokens(
    name="contrast",
    base="#000000",
    alt="#000000",
    chrome="#000000",
    hover="#000000",
    tint="#FFE14D",
    stale_tint="#4D4D4D",
    line="#FFFFFF",
    line2="#FFFFFF",
    text="#FFFFFF",
    text2="#FFFFFF",
    text3="#FFFFFF",
    tint_text="#000000",
    disabled="#A6A6A6",
    accent="#FFE14D",
    on_accent="#000000",
    fill="#FFFFFF",
    track="#000000",
    red="#FF8A80",
    amber="#FFC83D",
    amber_text="#FFC83D",
    green="#6FE3A2",
    grey="#D0D0D0",
    unit_ground="#000000",
    unit_line="#FFFFFF",
    date_ground="#000000",
    date_line="#FFFFFF",
    number_ground="#000000",
    focus_width=3,
)


def contrast(first: str, second: str) -> float:
    """The contrast of two colours by WCAG 2: 1 (the same) to 21 (black on white)."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
