"""Colours stay readable, faces are found, icons are sharp, and this version of Qt survives."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app import paths
from desktop_app.domain.ledger import UnitRow
from desktop_app.domain.task import Mark
from desktop_app.gui import fonts, icons
from desktop_app.gui.dialogs.form import ErrorLine
from desktop_app.gui.dialogs.merge_units import MergeUnitsDialog
from desktop_app.gui.dialogs.task_choice import TaskChoiceDialog
from desktop_app.gui.lights import BOX, draw_mark, mark_path
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.search_field import SearchField
from desktop_app.gui.theme import BODY_PX, Appearance, Density, FontSize, Theme
from desktop_app.gui.tokens import DARK, HIGH_CONTRAST, LIGHT, contrast
from tests.gui.rows import make_rows

READ = 4.5
SEEN = 3.0
GROUNDS = ("base", "alt", "chrome", "hover")


@pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda tokens: tokens.name)
def test_text_is_readable_on_every_ground(tokens):
    for ground in GROUNDS:
        for ink in ("text", "text2", "text3", "accent", "red", "amber_text"):
            assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= READ, (ink, ground)
    assert contrast(tokens.on_accent, tokens.accent) >= READ
    assert contrast(tokens.tint_text, tokens.tint) >= READ


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_a_selected_row_keeps_its_colours_readable(tokens):
    for ground in (tokens.tint, tokens.stale_tint):
        for ink in ("text", "text2", "red", "amber_text"):
            assert contrast(getattr(tokens, ink), ground) >= READ, (ink, ground)


@pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda tokens: tokens.name)
def test_shapes_of_lights_can_be_seen(tokens):
    for mark in Mark:
        assert contrast(tokens.mark(mark), tokens.base) >= SEEN


def test_every_light_has_a_shape_of_its_own():
    drawn = {mark: bytes(_drawn(mark).constBits()) for mark in Mark}
    assert len(set(drawn.values())) == len(Mark)
    assert all(not mark_path(mark).isEmpty() for mark in Mark)


def _drawn(mark: Mark) -> QImage:
    image = QImage(BOX * 2, BOX * 2, QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    painter.scale(2, 2)
    draw_mark(painter, mark, 0, BOX / 2, "#FFFFFF")
    painter.end()
    return image


def test_the_theme_scales_type_and_rows(theme, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.set_font_size(FontSize.LARGE)
    assert theme.font(BODY_PX).pixelSize() == 15
    with qtbot.waitSignal(theme.changed):
        theme.set_density(Density.ROOMY)
    assert theme.row_height == 36


def test_colours_change_while_the_program_runs(theme, qtbot):
    icon = icons.icon(theme, "search")
    before = _ink(icon)
    with qtbot.waitSignal(theme.changed):
        theme.set_tokens(DARK)
    assert _ink(icon) != before
    assert QApplication.palette().base().color() == QColor(DARK.base)


@pytest.fixture
def following(qapp):
    made = Theme(qapp)
    yield made
    made.set_appearance(Appearance.SYSTEM)


def test_light_or_dark_is_chosen_in_the_menu_and_remembered(following, settings, qtbot):
    window = MainWindow(following, settings=settings)
    qtbot.addWidget(window)
    window.show()
    window.actions_.appearance_actions[Appearance.DARK].trigger()
    assert following.tokens is DARK
    assert window.grab().toImage().pixelColor(3, 3) == QColor(DARK.chrome)
    window.close()
    following.set_appearance(Appearance.SYSTEM)
    again = MainWindow(following, settings=settings)
    qtbot.addWidget(again)
    assert following.tokens is DARK
    assert again.actions_.appearance_actions[Appearance.DARK].isChecked()
    again.actions_.appearance_actions[Appearance.LIGHT].trigger()
    assert following.tokens is LIGHT


def test_the_system_decides_where_nothing_was_chosen(following):
    following.set_appearance(Appearance.DARK)
    following.set_appearance(Appearance.SYSTEM)
    assert following.tokens is (DARK if QApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT)


def test_an_open_dialog_takes_the_new_colours_at_once(theme, qtbot):
    dialog = MergeUnitsDialog(theme, [UnitRow(1, "市数据局", (), 3)], [])
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.search.setText("没有")
    theme.set_tokens(DARK)
    header = dialog.all.horizontalHeader()
    picture = header.grab().toImage()
    assert picture.pixelColor(picture.width() - 3, 5) == QColor(DARK.chrome)
    wrong = ErrorLine(theme)
    qtbot.addWidget(wrong)
    wrong.say("▲")
    theme.set_tokens(LIGHT)
    assert wrong.words.palette().color(wrong.words.foregroundRole()) == QColor(LIGHT.red)


def test_boxes_to_tick_in_a_list_are_seen_in_every_colour(theme, qtbot):
    dialog = TaskChoiceDialog(theme, "验收意见.pdf", make_rows())
    qtbot.addWidget(dialog)
    for tokens in (LIGHT, DARK):
        theme.set_tokens(tokens)
        dialog.show()
        picture = dialog.list.viewport().grab().toImage()
        inks = {picture.pixelColor(x, 12).name() for x in range(24)} - {QColor(tokens.base).name()}
        assert any(contrast(ink.upper(), tokens.base) >= SEEN for ink in inks), tokens.name


def test_a_field_of_a_closed_window_is_left_alone_by_the_theme(theme, qtbot):
    field = SearchField(theme)
    field.setPlaceholderText("在原文中查找")
    theme.set_font_size(FontSize.LARGE)
    assert field.placeholderText() == "在原文中查找"
    field.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    theme.set_font_size(FontSize.STANDARD)


def _ink(icon: QIcon) -> str:
    image = icon.pixmap(QSize(16, 16)).toImage()
    solid = (image.pixelColor(x, y) for x in range(16) for y in range(16))
    return max(solid, key=lambda colour: colour.alpha()).name()


def test_icons_are_drawn_for_the_pixel_ratio_and_greyed_when_off(theme):
    icon = icons.icon(theme, "document_add", 20)
    assert icon.pixmap(QSize(18, 18), 1.5).size() == QSize(27, 27)
    assert icon.pixmap(QSize(18, 18), 2.0).devicePixelRatio() == 2.0
    off = icon.pixmap(QSize(18, 18), QIcon.Mode.Disabled)
    assert off.toImage() != icon.pixmap(QSize(18, 18)).toImage()


def test_every_icon_file_belongs_to_the_licence_or_to_us():
    folder = paths.resources() / "icons"
    licence = (folder / "LICENSE-fluentui-svg-icons.txt").read_text(encoding="utf-8")
    assert "MIT License" in licence
    ours = {
        "xiaohao.svg",
        "xiaohao.png",
        "xiaohao.ico",
        *(f"{what}-{look}.svg" for what in ("chevron", "check", "radio") for look in ("light", "dark", "contrast")),
    }
    others = {path.name for path in folder.iterdir()} - ours - {"LICENSE-fluentui-svg-icons.txt"}
    assert all(name.endswith("_regular.svg") for name in others)


def test_the_icon_of_the_program_has_all_sizes():
    sizes = {size.width() for size in QIcon(str(paths.resources() / "icons" / "xiaohao.ico")).availableSizes()}
    assert {16, 32, 48, 256} <= sizes


def test_yahei_has_no_medium_weight_so_emphasis_is_bold(theme):
    theme.family = "Microsoft YaHei UI"
    assert theme.font(BODY_PX + 1, QFont.Weight.Medium).weight() == QFont.Weight.Bold


def test_the_bundled_face_is_used_where_the_machine_has_no_chinese(tmp_path):
    """A face that apt brings along would hide a missing bundle, so the test lists DejaVu alone."""
    dejavu = next((p for p in map(Path, ("/usr/share/fonts/truetype/dejavu",)) if p.is_dir()), None)
    if dejavu is None or sys.platform != "linux":
        pytest.skip("needs fontconfig and DejaVu")
    listing = tmp_path / "fonts.conf"
    listing.write_text(
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{dejavu}</dir>'
        f"<cachedir>{tmp_path}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    program = (
        "from PySide6.QtGui import QFont, QFontDatabase, QRawFont\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "assert not any('Noto' in family for family in QFontDatabase.families())\n"
        "from desktop_app.gui.fonts import chinese_family\n"
        "family = chinese_family()\n"
        "print(family, QRawFont.fromFont(QFont(family)).supportsCharacter('镕'))\n"
    )
    environment = os.environ | {"FONTCONFIG_FILE": str(listing), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert done.stdout.split() == ["Noto", "Sans", "SC", "True"]


def test_a_missing_bundle_is_said_and_not_hidden(monkeypatch, tmp_path):
    monkeypatch.setattr(fonts, "PREFERRED", ())
    monkeypatch.setattr(fonts.paths, "resources", lambda: tmp_path)
    with pytest.raises(FileNotFoundError):
        fonts.chinese_family()


def test_a_hundred_thousand_void_calls_survive(qtbot):
    """PySide6 6.12.0 drops a reference to None with every void call and aborts on Python 3.11 after some 20,000."""
    label = QLabel()
    qtbot.addWidget(label)
    for _ in range(100_000):
        label.setText("销号")
    assert sys.getrefcount(None) > 1000
    assert label.text() == "销号"


def test_the_theme_is_made_anew_without_harm(qapp):
    assert Theme(qapp, LIGHT).family == Theme(qapp, DARK).family
