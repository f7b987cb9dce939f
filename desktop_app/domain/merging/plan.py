"""Plans a merge: every cell of every workbook is compared three ways and put where it belongs; nothing is dropped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.handout import ReturnedBook, RowKey
from desktop_app.domain.merging.book import BookMerge
from desktop_app.domain.merging.model import BookReport, Cell, Ledger, MergePlan, ReadAnswer, SameRow, count
from desktop_app.domain.merging.origin import Origin, unit_of
from desktop_app.domain.merging.rivals import set_rivals
from desktop_app.domain.plan import Role

_RANKS = {Role.LEAD: 0, Role.RESPONSIBLE: 1, Role.SUPPORT: 2}


def plan_merge(books: Sequence[ReturnedBook], ledger: Ledger, read: ReadAnswer) -> MergePlan:
    """Compare what came back with what was handed out and what the ledger holds now.

    The order in which workbooks are given makes no difference. Of two workbooks with the same content one is read.
    """
    listed = sorted(books, key=lambda book: (unit_of(book), book.name, book.digest))
    reports: list[BookReport] = []
    cells: list[Cell] = []
    same: list[SameRow] = []
    origins: list[Origin] = []
    seen: dict[str, str] = {}
    answered: set[RowKey] = set()
    met_twice = False
    for book in listed:
        origin = Origin(book, ledger)
        refusal = origin.refusal or (f"与“{seen[book.digest]}”内容完全相同，只读一次" if book.digest in seen else "")
        seen.setdefault(book.digest, book.name)
        if refusal:
            again = book.digest in ledger.merged
            reports.append(BookReport(book.name, book.digest, origin.unit, refusal=refusal, again=again))
            continue
        merge = BookMerge(len(reports), book, origin, ledger, read)
        reports.append(merge.run(cells, same))
        met_twice = met_twice or merge.met_twice or not answered.isdisjoint(merge.answered)
        answered.update(merge.answered)
        origins.append(origin)
    # Most merges have one answer for each row: then there is nothing to look for.
    ranks: dict[tuple[str, RowKey], int] = {}
    if met_twice and set_rivals(cells):
        reports, ranks = _count_again(reports, cells), _ranks(origins)
    return MergePlan(tuple(reports), tuple(cells), tuple(same), ledger.labels, ranks, ledger.standing, ledger.today)


def _ranks(origins: Sequence[Origin]) -> dict[tuple[str, RowKey], int]:
    """Who answers first for a row of those who answer it."""
    return {(origin.unit, key): _RANKS[asked.role] for origin in origins for key, asked in origin.asked.items()}


def _count_again(reports: Sequence[BookReport], cells: Sequence[Cell]) -> list[BookReport]:
    """The counts once rivals were marked."""
    by_book: dict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        by_book[cell.book].append(cell)
    return [
        report if report.refusal else replace(report, counts=count(by_book[index], report.counts.same))
        for index, report in enumerate(reports)
    ]
