"""Corrections of words: number and title of a node, and the data of the document."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop_app.domain.corrections.refs import NodeRef, Unfit, find
from desktop_app.domain.corrections.shape import put
from desktop_app.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class SetNumber:
    """The number as it should be printed."""

    node: NodeRef
    number: str

    @property
    def label(self) -> str:
        """What undo takes back."""
        return f"改“{self.node.printed}”的编号"

    def apply(self, plan: Plan) -> Plan:
        """The plan with the node so numbered."""
        place = find(plan, self.node)
        return replace(plan, nodes=put(plan.nodes, place, replace(plan.nodes[place], number=self.number.strip())))


@dataclass(frozen=True, slots=True)
class SetTitle:
    """The title as it should be printed; the wording of the source stays as it is."""

    node: NodeRef
    title: str

    @property
    def label(self) -> str:
        """What undo takes back."""
        return f"改“{self.node.printed}”的标题"

    def apply(self, plan: Plan) -> Plan:
        """The plan with the node so titled."""
        place = find(plan, self.node)
        return replace(plan, nodes=put(plan.nodes, place, replace(plan.nodes[place], title=self.title.strip())))


class DocumentField(StrEnum):
    """What is known of the document as a whole."""

    TITLE = "title"
    DOC_NUMBER = "doc_number"
    ISSUER = "issuer"
    ISSUED_ON = "issued_on"

    @property
    def label(self) -> str:
        """The field as screens print it."""
        return {"title": "标题", "doc_number": "文号", "issuer": "发文机关", "issued_on": "成文日期"}[self.value]


@dataclass(frozen=True, slots=True)
class SetDocument:
    """A datum of the document; empty means not known. The date is written YYYY-MM-DD."""

    field: DocumentField
    value: str

    @property
    def label(self) -> str:
        """What undo takes back."""
        return f"改文件{self.field.label}"

    def apply(self, plan: Plan) -> Plan:
        """The plan with that datum."""
        words = self.value.strip()
        match self.field:
            case DocumentField.TITLE if not words:
                raise Unfit("文件标题不能为空")
            case DocumentField.TITLE:
                return replace(plan, title=words)
            case DocumentField.DOC_NUMBER:
                return replace(plan, doc_number=words or None)
            case DocumentField.ISSUER:
                return replace(plan, issuer=words or None)
            case _:
                return replace(plan, issued_on=_day(words))


def _day(words: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(words) if words else None
    except ValueError as error:
        raise Unfit(f"日期“{words}”不存在，应写作2021-06-06") from error
