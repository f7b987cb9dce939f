"""What each command of the review does: the place or selection it is meant for, and the correction it makes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.domain.corrections import (
    AddFact,
    ApplyRule,
    ChangeLevel,
    Correction,
    Dismiss,
    Fact,
    MakeNode,
    Merge,
    NodeRef,
    Quote,
    RemoveFact,
    ReplaceFact,
    SetAside,
    Together,
    depths,
    owner_at,
)
from desktop_app.domain.plan import (
    Assignment,
    Deadline,
    Doubt,
    Kind,
    Node,
    ParagraphUse,
    Plan,
    Recurrence,
    Role,
    Span,
    Target,
)
from desktop_app.gui.dialogs.form import FormDialog
from desktop_app.gui.dialogs.import_review import intents
from desktop_app.gui.dialogs.import_review.doubt_rows import fact_in_doubt, rule_in_doubt
from desktop_app.gui.dialogs.import_review.fact_forms import DeadlineForm, TargetForm, UnitForm, blank_target
from desktop_app.gui.dialogs.import_review.intents import Choice, PhraseReader
from desktop_app.gui.dialogs.import_review.outline_view import OutlineView
from desktop_app.gui.dialogs.import_review.source_text import SourceText
from desktop_app.gui.dialogs.import_review.workbench import Workbench
from desktop_app.gui.theme import Theme

Find = Callable[[Plan, Span, PhraseReader | None], Fact | None]


class Handling(QObject):
    """Commands act on the selected text when there is some, on the selected rows when the outline has the keys."""

    def __init__(
        self,
        theme: Theme,
        bench: Workbench,
        source: SourceText,
        outline: OutlineView,
        reader: PhraseReader | None,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._bench = bench
        self._source = source
        self._outline = outline
        self._reader = reader
        self._window = window

    def make(self, choice: Choice) -> None:
        """任务, 标题, 背景, 不导入."""
        span = self._source.selection()
        if self._outline.hasFocus():
            self._make_rows(choice)
        elif span is not None:
            self._bench.do(intents.made_of_selection(self._bench.plan, span, choice))
        else:
            self._bench.do(intents.made_at(self._bench.plan, self._source.position(), choice))

    def make_current(self, choice: Choice) -> None:
        """The kind of the entry in the editor."""
        node = self._bench.current_node()
        if node is not None:
            self._bench.do(intents.made_of_node(node, choice))
            # A refused choice leaves the field with the old kind.
            self._bench.changed.emit()

    def split(self) -> None:
        """拆分 at the cursor."""
        correction = intents.split_at(self._bench.plan, self._source.position())
        if correction is None:
            self._bench.refused.emit(self.tr("光标不在条目的正文内，先在原文中点到要拆开的地方"))
        elif self._bench.do(correction):
            self._bench.choose_at(self._source.position())

    def merge(self) -> None:
        """合并 with the entry before; a paragraph of no entry joins the text before it."""
        plan, position = self._bench.plan, self._source.position()
        if not self._outline.hasFocus() and owner_at(plan, position) is None:
            self._bench.do(intents.taken_in(plan, position))
            return
        node = self._target_node()
        before = self._bench.before(node.id) if node is not None else None
        if node is None or before is None:
            self._bench.refused.emit(self.tr("前面没有可并入的条目"))
        elif self._bench.do(Merge(NodeRef.of(node), NodeRef.of(before))):
            self._bench.choose(before.id)

    def end_here(self) -> None:
        """The text of the entry ends with the paragraph at the cursor."""
        self._bench.do(intents.ends_here(self._bench.plan, self._source.position()))

    def change_level(self, step: int) -> None:
        """升级 (-1) or 降级 (1) of the selected rows."""
        chosen = self._selected()
        ids = {node.id for node in chosen}
        nodes = [node for node in chosen if not self._is_below(node, ids)]
        deep = depths(self._bench.plan.nodes)
        steps = [ChangeLevel(NodeRef.of(node), deep[self._bench.place(node.id)] + step) for node in nodes]
        # What goes deeper goes from the top, what comes up from the bottom: so each finds the heading it needs.
        self._do_steps(steps if step > 0 else steps[::-1], self.tr("改层级"))

    def add_unit(self, role: Role | None = None) -> None:
        """单位 from the selection, else from a form."""
        span = self._source.selection()
        if span is not None:
            self._bench.do(intents.units_of(self._bench.plan, span, role) or None)
            return
        node = self._target_node()
        if node is not None:
            form = UnitForm(self._theme, _name(node), None, self._units(), self._window)
            self._open(form, form.fact, lambda fact: AddFact(NodeRef.of(node), fact))

    def add_deadline(self) -> None:
        """时限 from the selection; a form when the words name no date."""
        asked = self._add_selected(intents.deadline_of)
        if asked is not None:
            node, place, words = asked
            blank = intents.empty_deadline(self._bench.plan, place, words)
            form = DeadlineForm(self._theme, _name(node), blank, True, self._window)
            self._open(form, form.fact, lambda fact: AddFact(NodeRef.of(node), fact))

    def add_target(self) -> None:
        """指标 from the selection; a form when the words name no number."""
        asked = self._add_selected(intents.target_of)
        if asked is not None:
            node, place, words = asked
            blank = blank_target(words, place) if place else None
            form = TargetForm(self._theme, _name(node), blank, self._year(), self._window)
            self._open(form, form.fact, lambda fact: AddFact(NodeRef.of(node), fact))

    def _add_selected(self, find: Find) -> tuple[Node, Span | None, str] | None:
        """Add the fact that the selected words name; else the entry, the words and their place, for a form to ask."""
        span = self._source.selection()
        plan = self._bench.plan
        node = owner_at(plan, span.start) if span else self._target_node()
        if node is None:
            return None
        place = intents.trimmed(plan.text, span) if span else None
        found = find(plan, place, self._reader) if place else None
        if found is None:
            return node, place, plan.text[place.start : place.end] if place else ""
        self._bench.do(AddFact(NodeRef.of(node), found))
        return None

    def change_fact(self, fact: Fact, node: Node | None = None) -> None:
        """Change a fact of the current entry in its form."""
        node = node or self._bench.current_node()
        if node is None or isinstance(fact, Recurrence):
            return
        form: UnitForm | DeadlineForm | TargetForm
        if isinstance(fact, Assignment):
            form = UnitForm(self._theme, _name(node), fact, self._units(), self._window)
        elif isinstance(fact, Deadline):
            form = DeadlineForm(self._theme, _name(node), fact, False, self._window)
        else:
            form = TargetForm(self._theme, _name(node), fact, self._year(), self._window)
        self._open(form, form.fact, lambda new: ReplaceFact(NodeRef.of(node), fact, new))

    def remove_fact(self, fact: Fact) -> None:
        """Delete a fact of the current entry."""
        node = self._bench.current_node()
        if node is not None:
            self._bench.do(RemoveFact(NodeRef.of(node), fact))

    def confirm(self, doubt: Doubt) -> None:
        """The reading stands."""
        self._bench.do(Dismiss(doubt))

    def change_doubtful(self, doubt: Doubt) -> None:
        """Change the fact that is doubted."""
        fact, node = self._doubtful(doubt)
        if fact is not None and node is not None:
            self.change_fact(fact, node)

    def remove_doubtful(self, doubt: Doubt) -> None:
        """Delete the fact that is doubted."""
        fact, node = self._doubtful(doubt)
        if fact is not None and node is not None:
            self._bench.do(RemoveFact(NodeRef.of(node), fact))

    def take_in(self, doubt: Doubt) -> None:
        """Make the paragraph that nobody recognised a task."""
        if doubt.span is not None:
            self._bench.do(MakeNode(Quote.of(self._bench.plan, doubt.span), Kind.TASK))

    def leave_out(self, doubt: Doubt) -> None:
        """Set the paragraph that nobody recognised aside."""
        if doubt.span is not None:
            self._bench.do(SetAside(Quote.of(self._bench.plan, doubt.span), ParagraphUse.FURNITURE))

    def apply_rule(self, doubt: Doubt) -> None:
        """Write a clause of the whole plan into its tasks; the doubt is settled by that."""
        rule = rule_in_doubt(self._bench.plan, doubt)
        if rule is not None:
            step = ApplyRule(rule)
            self._bench.do(Together(step.label, (step, Dismiss(doubt))))

    def _is_below(self, node: Node, ids: set[str]) -> bool:
        """Whether a heading above the node is among `ids`: it takes the node along."""
        above = self._bench.node(node.parent)
        while above is not None:
            if above.id in ids:
                return True
            above = self._bench.node(above.parent)
        return False

    def _make_rows(self, choice: Choice) -> None:
        made = [intents.made_of_node(node, choice) for node in self._selected()]
        self._do_steps([step for step in made if step is not None], self.tr("改类别"))

    def _do_steps(self, steps: Sequence[Correction], label: str) -> None:
        if len(steps) == 1:
            self._bench.do(steps[0])
        elif steps:
            self._bench.do(Together(self.tr("{0}，{1} 条").format(label, len(steps)), tuple(steps)))

    def _selected(self) -> list[Node]:
        nodes = self._outline.selected_nodes()
        current = self._bench.current_node()
        return nodes or ([current] if current is not None else [])

    def _target_node(self) -> Node | None:
        """The entry at the cursor of the source when the keys are there, else the current one."""
        if self._source.hasFocus():
            return owner_at(self._bench.plan, self._source.position()) or self._bench.current_node()
        return self._bench.current_node()

    def _doubtful(self, doubt: Doubt) -> tuple[Fact | None, Node | None]:
        plan = self._bench.plan
        node = owner_at(plan, doubt.span.start) if doubt.span is not None else None
        return fact_in_doubt(plan, doubt), node

    def _units(self) -> list[str]:
        return sorted({fact.unit for node in self._bench.plan.nodes for fact in node.assignments})

    def _year(self) -> int:
        return intents.document_year(self._bench.plan) or intents.empty_deadline(self._bench.plan, None, "").date.year

    def _open(
        self, form: FormDialog, read: Callable[[], Assignment | Deadline | Target], make: Callable[[Fact], Correction]
    ) -> None:
        form.accepted.connect(lambda: self._bench.do(make(read())))
        form.open()


def _name(node: Node) -> str:
    return f"{node.number}{node.title}" or node.text[:30]
