"""Findings about damage in the officer's words: what is wrong with which task."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.plan import Role
from desktop_app.domain.quotes import quoted
from desktop_app.domain.task import Status
from desktop_app.services.selection import name_of
from desktop_app.storage.recorder import Raw

Row = dict[str, Raw]
State = dict[str, dict[int, Row]]
"""Rows by table and id."""

_TABLES = {
    "assignment": "责任单位",
    "deadline": "完成时限",
    "extension": "延期",
    "target": "指标",
    "reading": "读数",
    "progress": "进展",
    "evidence_link": "佐证",
    "unit": "单位",
    "alias": "单位别名",
    "recurrence": "周期",
    "plan_rule": "通用条款",
    "correction": "核对记录",
    "revision": "旧版本",
    "gone_node": "删除标记",
    "batch": "下发批次",
    "batch_item": "下发记录",
    "returned": "回收记录",
    "returned_cell": "回收内容",
    "urging": "催办记录",
}

_COLUMNS = {
    "title": "标题",
    "doc_number": "文号",
    "issuer": "发文机关",
    "issued_on": "成文日期",
    "text": "文字",
    "original": "原件文字",
    "source_name": "原件名称",
    "number": "编号",
    "kind": "类别",
    "status": "状态",
    "percent": "进度",
    "percent_before": "销号前进度",
    "closed_on": "销号日期",
    "close_note": "销号说明",
    "no_evidence_reason": "无佐证的理由",
    "updated_at": "更新时间",
    "name": "名称",
    "printed": "原文写法",
    "role": "角色",
    "date": "日期",
    "first_date": "原定日期",
    "phrase": "原文写法",
    "basis": "依据",
    "to_date": "延期后的日期",
    "value": "数值",
    "unit": "计量单位",
    "by_date": "达到日期",
    "day": "日期",
    "note": "说明",
    "problems": "存在问题",
    "next_step": "下一步",
    "reporter": "填报人",
    "size": "大小",
    "added_on": "附上日期",
    "doubt": "疑点",
    "baseline": "基期值",
    "rhythm": "周期",
    "units": "单位",
    "applied_on": "套用日期",
    "body": "内容",
    "revised_on": "更新版本的日期",
    "summary": "变更情况",
    "urged_on": "催办日期",
    "tasks": "任务",
    "expected_on": "预计完成日期",
    "evidence": "佐证名称",
    "label": "批次名称",
    "handed_on": "下发日期",
    "due_on": "返回时限",
    "contact": "联系人",
    "base": "下发内容",
    "file_name": "文件名",
    "merged_on": "合并日期",
    "raw": "填报原文",
}

_NAMED_BY = {
    "assignment": "printed",
    "deadline": "phrase",
    "target": "phrase",
    "evidence_link": "name",
    "recurrence": "phrase",
    "plan_rule": "phrase",
}

_WORDS: dict[str, str] = {
    **{status.value: status.label for status in Status},
    **{role.value: role.label for role in Role},
}


def missing(name: str) -> str:
    """A row that the history has and the ledger has not."""
    return f"{name}缺失，历史记录中应有"


def extra(name: str) -> str:
    """A row that no command wrote."""
    return f"{name}不在历史记录中，未经程序写入"


def changed(name: str, expected: Row, found: Row) -> Iterator[str]:
    """The columns of a row that differ from what commands wrote."""
    for column, value in found.items():
        if expected.get(column) != value:
            label = _COLUMNS.get(column, "内部数据")
            yield f"{name}的{label}与历史记录不符：应为{_quoted(expected.get(column))}，现为{_quoted(value)}"


def _quoted(value: Raw) -> str:
    """A value, short and with no program words."""
    if value is None or value == "":
        return "空"
    text = _WORDS.get(str(value), str(value))
    return quoted(text, 20)


class Names:
    """What rows are called; a row that is gone is named by what the history knows of it."""

    def __init__(self, expected: State, actual: State) -> None:
        self._expected = expected
        self._actual = actual
        self._many_plans = len(expected["plan"].keys() | actual["plan"].keys()) > 1
        self._links: dict[int, Row] = {}
        for state in (expected, actual):
            for link in state["evidence_link"].values():
                self._links.setdefault(int(link["evidence_id"] or 0), link)

    def of(self, table: str, row_id: int) -> str:
        """The name of a row, such as 任务（三）的完成时限."""
        row = self._row(table, row_id)
        if table == "plan":
            return f"《{row.get('title', '')}》"
        if table == "node":
            return self._node(row_id)
        if table == "part":
            return f"{self._node(row.get('node_id'))}的分段{row.get('position', '')}"
        if table == "evidence":
            return self._evidence(row_id)
        if table in ("unit", "alias"):
            return f"{_TABLES[table]}“{row.get('name', row.get('printed', ''))}”"
        if table == "urging":
            return f"对{row.get('unit', '')}的催办记录"
        if table == "batch":
            return f"下发批次“{row.get('label', '')}”"
        if table == "returned":
            return f"“{row.get('unit', '')}”的回收记录“{row.get('file_name', '')}”"
        if table in ("plan_rule", "correction", "revision"):
            return f"《{self._row('plan', row.get('plan_id')).get('title', '')}》的{_TABLES[table]}{_what(table, row)}"
        return f"{self._node(self._owner(table, row))}的{_TABLES[table]}{_what(table, row)}"

    def _owner(self, table: str, row: Row) -> Raw:
        if table == "reading":
            return self._row("target", row.get("target_id")).get("node_id")
        if table == "extension":
            return self._row("deadline", row.get("deadline_id")).get("node_id")
        return row.get("node_id")

    def _node(self, node_id: Raw) -> str:
        row = self._row("node", node_id)
        if not row:
            return "已不存在的任务"
        name = name_of(str(row["number"]), str(row["title"]), str(row["text"]))
        word = "任务" if row["kind"] == "task" else "条目"
        plan = self._row("plan", row["plan_id"]) if self._many_plans else {}
        return f"《{plan['title']}》{word}{name}" if plan else f"{word}{name}"

    def _evidence(self, evidence_id: int) -> str:
        link = self._links.get(evidence_id)
        if link is None:
            return "一份已移除的佐证文件"
        return f"{self._node(link['node_id'])}的佐证“{link['name']}”"

    def _row(self, table: str, row_id: Raw) -> Row:
        key = int(row_id or 0)
        return self._expected[table].get(key) or self._actual[table].get(key) or {}


def _what(table: str, row: Row) -> str:
    """The one of several: the words it begins with."""
    column = _NAMED_BY.get(table)
    value = str(row.get(column) or "") if column else ""
    return f"“{value[:12]}”" if value else ""
