"""How a person and a program name a task or one of its parts: 12, or 12.2 for its second part."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.domain.errors import BadInput

_REF = re.compile(r"(\d{1,9})(?:\.(\d{1,3}))?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class TaskRef:
    """A task by its id, or its part by the part's index, counted from 1."""

    task: int
    part: int | None = None

    @classmethod
    def parse(cls, text: str) -> TaskRef:
        """Read "12" or "12.2".

        Raises:
            BadInput: the text is neither.
        """
        match = _REF.fullmatch(text.strip())
        if match is None:
            raise BadInput(f"任务编号“{text}”无法识别，应为数字，如 12，或 12.2（第12项的第2个分段）")
        return cls(int(match[1]), int(match[2]) if match[2] else None)

    def __str__(self) -> str:
        return str(self.task) if self.part is None else f"{self.task}.{self.part}"
