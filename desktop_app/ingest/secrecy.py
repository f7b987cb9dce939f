"""Marks of state secrets: a marked document must not enter this program at all."""

from __future__ import annotations

import re

from desktop_app.domain.errors import BadInput

_SEARCHED_LINES = 15
_MARK = re.compile(r"(?:份号)?\d{0,8}(?:密级[：:]?)?(绝密|絕密|机密|機密|秘密)(?:[★☆*＊※].{0,12}|级?$|级?\d{1,2}年$)")


def refuse_secrets(name: str, text: str) -> None:
    """Stop at 秘密★, 机密★1年, 绝密 among the first lines.

    Raises:
        BadInput: the document carries such a mark.
    """
    seen = 0
    for line in text.split("\n", 200)[:200]:
        bare = re.sub(r"\s", "", line)
        if not bare:
            continue
        if match := _MARK.match(bare):
            raise BadInput(f"“{name}”标有“{match[1]}”，涉密文件不得导入；按保密规定处理，并清除本机副本")
        seen += 1
        if seen >= _SEARCHED_LINES:
            return
