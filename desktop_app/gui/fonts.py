"""The Chinese face of the window: the machine's own, else the one we bring."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from desktop_app import paths

PREFERRED = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Noto Sans CJK SC",
    "思源黑体",
    "PingFang SC",
    "HarmonyOS Sans SC",
    "WenQuanYi Micro Hei",
)
"""Faces for screens, best first. A face not listed is not used even if it has Chinese: many are for print."""

BUNDLED = ("NotoSansSC_400Regular.ttf", "NotoSansSC_500Medium.ttf")


def chinese_family() -> str:
    """The family the window is drawn in; loads the bundled faces (about 15 ms) only when the machine has none.

    Raises:
        FileNotFoundError: the machine has no Chinese face and the bundled one is gone.
    """
    present = set(QFontDatabase.families())
    for family in PREFERRED:
        if family in present:
            return family
    return _load_bundled()


def has_bold(family: str) -> bool:
    """Whether the family has a bold face of its own."""
    return any(QFontDatabase.weight(family, style) >= QFont.Weight.DemiBold for style in QFontDatabase.styles(family))


def _load_bundled() -> str:
    family = ""
    for name in BUNDLED:
        path = paths.resources() / "fonts" / name
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            raise FileNotFoundError(path)
        family = family or QFontDatabase.applicationFontFamilies(number)[0]
    return family
