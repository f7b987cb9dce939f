"""The one small style sheet: buttons, fields, tabs, heads, bars and handles. No ::item rules, lists paint themselves.

What a widget adds of colour stands here too, under a property of the widget: the sheet is put on anew when the colours
change, and all open windows with it.
"""

from __future__ import annotations

from string import Template

from desktop_app.gui.tokens import Tokens

_SHEET = Template("""
QMainWindow, QDialog { background: $chrome; }
QMenuBar { background: $chrome; color: $text; padding: 1px 4px 0 4px; border: none; }
QMenuBar::item { padding: 4px 8px; border-radius: 3px; background: transparent; }
QMenuBar::item:selected { background: $hover; color: $text; }
QMenuBar::item:pressed { background: $tint; color: $tint_text; }
QMenu { background: $base; color: $text; border: 1px solid $line2; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 10px; border: 1px solid transparent; min-height: 14px; }
QMenu::item:selected { background: $hover; color: $text; border-color: $menu_frame; }
QMenu::item:disabled { color: $disabled; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QToolButton { background: transparent; color: $text; border: 1px solid transparent; border-radius: 3px; padding: 4px 6px; }
QToolButton:hover { background: $hover; border-color: $line2; }
QToolButton:pressed, QToolButton:checked { background: $tint; color: $tint_text; }
QToolButton:disabled { color: $disabled; }
QToolButton:focus { border: ${focus}px solid $accent; padding: 3px 5px; }
QToolButton::menu-indicator { image: none; }
QPushButton { background: $base; color: $text; border: 1px solid $line2; border-radius: 3px; padding: 0 12px; min-height: 24px; }
QPushButton:hover { background: $hover; border-color: $text3; }
QPushButton:pressed { background: $tint; color: $tint_text; }
QPushButton:disabled { background: $alt; color: $disabled; border-color: $line; }
QPushButton:focus { border: ${focus}px solid $accent; padding: 0 11px; min-height: 22px; }
QPushButton:default, QPushButton[primary="true"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:default:hover, QPushButton[primary="true"]:hover { background: $accent_hover; }
QPushButton:default:focus, QPushButton[primary="true"]:focus { border: ${focus}px solid $text; }
QPushButton[primary="true"]:disabled, QPushButton:default:disabled { background: $alt; color: $disabled; border-color: $line; }
QPushButton[link="true"] { background: transparent; color: $accent; border: none; padding: 0 4px; min-height: 20px; }
QPushButton[link="true"]:hover { text-decoration: underline; }
QPushButton[link="true"]:focus { border: ${focus}px solid $accent; padding: 0 2px; }
QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit {
    background: $base; color: $text; border: 1px solid $line2; border-bottom-color: $text3; border-radius: 3px; padding: 0 7px;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 24px; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border: ${focus}px solid $accent; padding: 0 6px; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { min-height: 22px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { background: $alt; color: $disabled; border-color: $line; }
QLineEdit[wrong="true"], QComboBox[wrong="true"], QAbstractSpinBox[wrong="true"], QPlainTextEdit[wrong="true"] { border: 1px solid $red; }
QCheckBox::indicator, QRadioButton::indicator { width: 12px; height: 12px; border: 1px solid $text3; background: $base; }
QCheckBox::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 7px; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { width: 10px; height: 10px; border: 2px solid $accent; }
QCheckBox::indicator:checked { width: 14px; height: 14px; border: none; background: transparent; image: url("$check"); }
QRadioButton::indicator:checked { width: 14px; height: 14px; border: none; background: transparent; image: url("$radio"); }
QCheckBox::indicator:checked:focus, QRadioButton::indicator:checked:focus { width: 12px; height: 12px; border: 1px solid $text; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line2; background: $alt; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 22px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$chevron"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $base; color: $text; border: 1px solid $line2; outline: none;
    selection-background-color: $tint; selection-color: $tint_text; }
QTextBrowser[wording="true"] { border: none; padding: 0; background: transparent; }
QTabWidget::pane { border: none; }
QTabBar { background: transparent; }
QTabBar::tab { color: $text2; padding: 0 10px; height: 28px; border: none; border-bottom: 2px solid transparent; background: transparent; }
QTabBar::tab:selected { color: $text; font-weight: 500; border-bottom-color: $accent; }
QTabBar::tab:hover:!selected { color: $text; background: $hover; }
QTabBar::tab:focus { color: $accent; }
QHeaderView[head="framed"]::section, QHeaderView[head="ruled"]::section, QHeaderView[head="rows"]::section,
QHeaderView[head="numbers"]::section { background: $chrome; color: $text2; border: none; padding: 0 8px; }
QHeaderView[head="framed"]::section { height: 27px; border-top: 1px solid $line2; border-bottom: 1px solid $line2; }
QHeaderView[head="ruled"] { background: $chrome; }
QHeaderView[head="ruled"]::section { border-bottom: 1px solid $line2; border-right: 1px solid $line; padding: 0 7px; }
QHeaderView[head="rows"]::section { border-bottom: 1px solid $line; }
QHeaderView[head="numbers"]::section { border-right: 1px solid $line2; border-bottom: 1px solid $line; padding: 0; }
QTableCornerButton::section { background: $chrome; border: none; }
QAbstractItemView[tinted="true"] { selection-background-color: $tint; selection-color: $tint_text; }
QListView::indicator, QTreeView::indicator { width: 12px; height: 12px; border: 1px solid $text3; border-radius: 3px; background: $base; }
QListView::indicator:checked, QTreeView::indicator:checked { width: 14px; height: 14px; border: none; background: transparent; image: url("$check"); }
QListView[quiet="true"] { background: $alt; border: none; }
QTextBrowser[paper="true"] { background: $base; border: none; }
QToolButton[chip="true"] { border: 1px solid $line2; padding: 2px 6px; }
QLabel[wrong="true"] { color: $red; }
QSplitter::handle { background: $line2; }
QSplitter::handle:hover { background: $accent; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $line2; border-radius: 3px; margin: 2px; }
QTreeView#navigation QScrollBar:vertical { width: 8px; background: $alt; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $text3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QStatusBar { background: $chrome; border-top: 1px solid $line2; color: $text2; }
QStatusBar::item { border: none; }
QToolTip { background: $base; color: $text; border: 1px solid $line2; padding: 4px 6px; }
QProgressBar { background: $track; border: none; height: 6px; text-align: center; color: $text; }
QProgressBar::chunk { background: $accent; }
QGroupBox { border: none; margin-top: 20px; }
""")


def style_sheet(tokens: Tokens, icons: str = "") -> str:
    """The sheet in the colours of `tokens`; `icons` is the folder of the arrow, tick and dot of fields and boxes."""
    values = {name: getattr(tokens, name) for name in tokens.__slots__}
    strong = tokens.name == "contrast"
    return _SHEET.substitute(
        values,
        focus=tokens.focus_width,
        chevron=f"{icons}/chevron-{tokens.name}.svg",
        check=f"{icons}/check-{tokens.name}.svg",
        radio=f"{icons}/radio-{tokens.name}.svg",
        accent_hover=tokens.accent if strong else _mixed(tokens.accent, tokens.text, 0.15),
        menu_frame=tokens.line if strong else "transparent",
    )


def _mixed(first: str, second: str, share: float) -> str:
    """`first` with `share` of `second` in it."""
    pairs = ((int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)
