"""The English window: every word translated and compiled, nothing Chinese but the record, every signal said."""

import datetime as dt
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMenu, QWidget

from desktop_app import paths
from desktop_app.domain.corrections import DocumentField
from desktop_app.domain.handout import Field
from desktop_app.domain.merging import Choice, Outcome
from desktop_app.domain.named_files import Found
from desktop_app.domain.old_ledger import UNUSED, Aside, Fate
from desktop_app.domain.old_ledger import Column as LedgerColumn
from desktop_app.domain.plan import ParagraphUse, Rhythm, Role
from desktop_app.domain.revision import Change
from desktop_app.domain.snapshot import ChangeKind
from desktop_app.domain.superior_form import Entry, Meaning
from desktop_app.domain.task import Due, Light, Mark, Status, format_day, judge
from desktop_app.exports.templates import TEMPLATES
from desktop_app.gui.dialogs.about import AboutDialog, ShortcutsDialog
from desktop_app.gui.dialogs.plan_choice import PlanChoiceDialog
from desktop_app.gui.dialogs.plan_rules import PlanRulesDialog
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.models import columns
from desktop_app.gui.models.columns import Column
from desktop_app.gui.panels.task_panel import TaskPanel
from desktop_app.gui.words import FORMS, say, say_day
from tests.gui.core_sentences import core_sentences
from tests.gui.rows import PLAN, TODAY, make_outline, make_rows

FOLDER = paths.resources() / "translations"
HAN = re.compile(r"[\u3400-\u9fff]")
PLACE = re.compile(r"\{\d?(?::\w)?\}")
OWN_NAMES = ("简体中文", "“销号台账”")
"""Chinese on purpose: the language by its own name, the folder by the name it has on the disk."""


OF_ROUNDS = (Field, Outcome, Choice, Found)
"""What is handed out and comes back."""
OF_SUBMISSIONS = (ChangeKind, Meaning, Entry)
"""What is compared between submissions, and what a form from above takes."""


def messages() -> list[tuple[str, str, str, ElementTree.Element]]:
    """Context, source, note and translation of every word."""
    root = ElementTree.parse(FOLDER / "xiaohao_en.ts").getroot()
    return [
        (
            context.findtext("name") or "",
            message.findtext("source") or "",
            message.findtext("comment") or "",
            found,
        )
        for context in root.findall("context")
        for message in context.findall("message")
        if (found := message.find("translation")) is not None
    ]


@pytest.fixture
def english(qapp) -> Iterator[QTranslator]:
    translator = QTranslator()
    assert translator.load(str(FOLDER / "xiaohao_en.qm"))
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)
    qapp.sendPostedEvents(None, QEvent.Type.LanguageChange)


def test_every_word_has_a_finished_translation():
    unfinished = [
        (context, source)
        for context, source, note, translation in messages()
        if translation.get("type") or not translation.text
    ]
    assert unfinished == []
    assert len(messages()) > 600


def test_placeholders_are_those_of_the_source():
    for context, source, _, translation in messages():
        assert sorted(PLACE.findall(source)) == sorted(PLACE.findall(translation.text or "")), (context, source)


def test_no_translation_is_still_chinese():
    left = [text for *_, translation in messages() if HAN.search(_without_names(text := translation.text or ""))]
    assert left == []


def test_what_is_compiled_is_what_is_written(english):
    differing = [
        (context, source)
        for context, source, note, translation in messages()
        if english.translate(context, source, note) != translation.text
    ]
    assert differing == []


def test_access_keys_of_each_menu_differ(english, theme, qtbot):
    window = _window(theme, qtbot)
    menus = [window.menuBar(), *window.menuBar().findChildren(QMenu)]
    for menu in menus:
        keys = [found.group(1).upper() for a in menu.actions() if (found := re.search(r"&(\w)", a.text()))]
        assert sorted(set(keys)) == sorted(keys), [a.text() for a in menu.actions()]


def test_every_label_of_the_domain_is_said_in_english(english):
    for kind in (Status, Light, Mark, Role, ParagraphUse, Rhythm, Change, DocumentField, *OF_ROUNDS, *OF_SUBMISSIONS):
        for member in kind:
            assert not HAN.search(say(member.label)), member


def _signals():
    day = TODAY
    for status in Status:
        for days in (-400, -48, -1, 0, 1, 13, 15, 16, 60, 400):
            for extended in (False, True):
                for start in (None, day - dt.timedelta(days=300)):
                    date = day + dt.timedelta(days=days)
                    first = date - dt.timedelta(days=30) if extended else date
                    for percent in (0, 60, 100):
                        yield judge(status, percent, Due(date, first), day, start)
        yield judge(status, 0, None, day)
        for rhythm in Rhythm:
            yield judge(status, 0, None, day, recurrence=(rhythm, "every week, and more"))


def test_every_signal_is_said_in_english(english):
    said = {say(words) for signal in _signals() for words in (signal.word, signal.reason)}
    assert not [words for words in said if HAN.search(words)]
    assert {"48d late", "13d left", "Due today", "On track", "Behind", "Extended"} <= said
    assert "Due 31 Aug, 48 days late (extended from 1 Aug)" in said
    assert "The source text says “every week, and more”; no deadline, not counted" in said


def test_every_form_is_one_the_domain_has():
    said = {words for signal in _signals() for words in (signal.word, signal.reason)}
    said |= {m.label for k in (Status, Light, Mark, Role, ParagraphUse, Rhythm, Change, DocumentField) for m in k}
    said |= {format_day(TODAY, TODAY), format_day(TODAY, dt.date(2020, 1, 1))}
    said |= {member.label for kind in (*OF_ROUNDS, *OF_SUBMISSIONS) for member in kind}
    said |= {words for each in TEMPLATES.values() for words in (each.name, each.annex, *each.sections.values())}
    said |= set("任题背单时标疑") | {"单位", "时限", "指标", "疑点"}
    said |= {member.label for kind in (LedgerColumn, Fate) for member in kind} | {UNUSED, *Aside}
    for form in FORMS:
        pattern = re.compile(re.sub(r"\\\{\d\\\}", ".+", re.escape(form)))
        assert any(pattern.fullmatch(words) for words in said), form


def test_every_sentence_of_the_core_is_said_in_english(english):
    found = dict.fromkeys((place, PLACE.sub("7", form)) for place, form in core_sentences())
    assert len(found) > 200
    assert [(place, words) for place, words in found if HAN.search(say(words))] == []


@pytest.mark.parametrize(
    ("words", "english_words"),
    [
        ("销号（二十八）", "Close （二十八）"),
        ("销号12项", "Close 12 tasks"),
        ("附佐证（二）3份", "Attach evidence to （二）, 3 files"),
        ("导入《销号工作方案》", "Import “销号工作方案”"),
        (
            "文件夹“D:/x”不能使用（磁盘空间不足）。另选一个可写入的文件夹",
            "Folder “D:/x” cannot be used (the disk is full). Choose one that can be written",
        ),
        ("说明：验收；无佐证的理由：原件在市局", "Note: 验收; Reason for no evidence: 原件在市局"),
        (
            "原有的“报告.pdf”已被替换。已导出进展情况报告“报告.pdf”，共9页，附件台账50项任务。",
            "The former “报告.pdf” was replaced. Progress report “报告.pdf” exported, 9 pages, 50 tasks in the annex.",
        ),
    ],
)
def test_sentences_are_said_around_the_words_of_the_record(english, words, english_words):
    assert say(words) == english_words


def test_days_are_said_in_english(english):
    assert say_day(dt.date(2021, 9, 30), TODAY) == "30 Sep"
    assert say_day(dt.date(2025, 12, 1), TODAY) == "1 Dec 2025"


def test_words_of_the_record_and_a_chinese_window_stay(english, qapp):
    assert say("市公安局") == "市公安局"
    qapp.removeTranslator(english)
    assert say("逾期48天") == "逾期48天"
    assert say_day(TODAY, TODAY) == "10月18日"


def test_the_first_start_page_and_every_command_are_english(english, theme, qtbot):
    window = _window(theme, qtbot)
    window.show_empty(True)
    assert list(_chinese(window)) == []


def test_the_filled_window_is_english_but_for_the_record(english, theme, qtbot):
    window = _window(theme, qtbot)
    panel = TaskPanel(theme)
    window.set_panel(panel)
    rows = make_rows()
    window.navigation.set_content([PLAN], rows, TODAY)
    window.task_list.set_content(make_outline(), rows, TODAY)
    window.set_status(saved="", undo="", shown=(8, 8), selected=0)
    window.show_empty(False)
    assert list(_chinese(window, but=(_record(rows)))) == []


def test_column_heads_and_cells_are_english_but_for_the_record(english):
    for column in Column:
        assert not HAN.search(columns.head(column))
    for row in make_rows():
        for column in (Column.DUE, Column.STATUS, Column.PERCENT, Column.LIGHT):
            assert not HAN.search(columns.text(row, column, TODAY)), column


def test_the_dialogs_are_english_but_for_the_record(english, theme, qtbot):
    window = _window(theme, qtbot)
    for dialog in (
        AboutDialog(theme, window.windowIcon(), "/ledger", window),
        ShortcutsDialog(theme, window.findChildren(QAction), window),
        PlanChoiceDialog(theme, "", "", [PLAN, PLAN], None, window),
        PlanRulesDialog(theme, PLAN.title, (), window),
    ):
        assert list(_chinese(dialog, but=(PLAN.title,))) == []


def _window(theme, qtbot) -> MainWindow:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    return window


def _record(rows) -> tuple[str, ...]:
    units = {a.name for row in rows for a in row.assignments}
    return (PLAN.title, *units, *(row.title for row in rows), *(row.chapter for row in rows))


def _chinese(top: QWidget, but: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """What is said in Chinese by the widgets and commands of a window, other than what the record says."""
    widgets: list[QWidget] = top.findChildren(QWidget)
    commands: list[QAction] = top.findChildren(QAction)
    for thing in (top, *widgets, *commands):
        for words in _said_by(thing):
            if HAN.search(_without_names(words)) and not any(words in name or name in words for name in but):
                yield type(thing).__name__, words


def _said_by(thing: QWidget | QAction) -> Iterator[str]:
    yield from (thing.toolTip(), thing.statusTip(), thing.whatsThis())
    if isinstance(thing, QAction):
        yield from (thing.text(), thing.iconText())
        return
    yield from (thing.accessibleName(), thing.accessibleDescription(), thing.windowTitle())
    if isinstance(thing, QLabel | QAbstractButton):
        yield thing.text()
    if isinstance(thing, QLineEdit):
        yield thing.placeholderText()


def _without_names(words: str) -> str:
    for name in OWN_NAMES:
        words = words.replace(name, "")
    return words
