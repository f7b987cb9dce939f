"""What a report says: words and figures, nothing of how they are drawn."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from desktop_app.domain.ledger import TaskRow
from desktop_app.exports.table_model import Table


class Level(Enum):
    """The levels of GB/T 9704 7.3.3 that a report uses; each has its face."""

    FIRST = 1
    """一、 in 黑体"""
    SECOND = 2
    """（一） in 楷体"""
    BODY = 5
    """仿宋"""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A heading or a paragraph of the body."""

    text: str
    level: Level = Level.BODY


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the first level, without its number, and what stands under it."""

    heading: str
    blocks: tuple[Paragraph | Table, ...]


@dataclass(frozen=True, slots=True)
class ReportContent:
    """A report ready to be drawn.

    `period` names the time it speaks of. `addressee` and `signature_unit` may be "": then the one is left out and
    the other's line is left blank for the hand. `annex` holds the tasks of the attached ledger in outline order.
    """

    title: str
    period: str
    addressee: str
    opening: str
    sections: tuple[Section, ...]
    closing: str
    signature_unit: str
    signed_on: dt.date
    annex_title: str
    annex: tuple[TaskRow, ...]
