"""temporary"""

import re

from desktop_app.ingest.repair.edits import Edit


def find_shifted(text: str) -> list[Edit]:
    return [Edit(m.start(), m.end(), "。〔責") for m in re.finditer(r"\?[!！]藏\?zé\)", text)]
