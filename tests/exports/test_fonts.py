from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop_app.domain.errors import StorageFailure
from desktop_app.exports.fonts import Face, FaceLibrary, GlyphTable, library
from desktop_app.exports.unicode_map import to_unicode_map
from desktop_app.paths import resources

FONTS = resources() / "fonts"


@pytest.mark.parametrize("face", list(Face))
@pytest.mark.parametrize("char", "𬭚镕喆堃①②⑩㈠Ⅰ㎡☑☐✓○●★□〓〇％℃≥≤²")
def test_every_face_finds_a_glyph_for_rare_letters_and_signs(face: Face, char: str) -> None:
    table = GlyphTable(face, library())
    assert table[char].shown == char
    assert not table.replaced


def test_a_character_no_face_has_prints_as_a_box_and_is_reported() -> None:
    table = GlyphTable(Face.FANGSONG, library())
    assert "".join(table[char].shown for char in "完成😀率") == "完成□率"
    assert table.replaced == {"😀"}


@pytest.mark.parametrize("face", [Face.FANGSONG, Face.KAITI, Face.HEITI, Face.XIAOBIAOSONG])
def test_chinese_quotes_and_dashes_are_a_full_character_wide(face: Face) -> None:
    table = GlyphTable(face, library())
    assert all(table[char].width == pytest.approx(1.0) for char in "“”‘’—…，。")


def test_figures_in_the_text_are_evenly_wide() -> None:
    table = GlyphTable(Face.FANGSONG, library())
    assert len({(table[digit].face, table[digit].width) for digit in "0123456789"}) == 1


def test_the_systems_own_face_comes_first(tmp_path: Path) -> None:
    shutil.copy(FONTS / "NotoSansSC_400Regular.ttf", tmp_path / "simfang.ttf")
    faces = FaceLibrary([tmp_path], FONTS)
    assert faces.first(Face.FANGSONG).path == tmp_path / "simfang.ttf"
    assert faces.first(Face.KAITI).path.parent == FONTS


def test_a_damaged_face_file_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "simfang.ttf").write_bytes(b"not a font")
    assert FaceLibrary([tmp_path], FONTS).first(Face.FANGSONG).path.parent == FONTS


def test_without_any_face_file_the_officer_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageFailure, match="字体文件缺失"):
        FaceLibrary([], tmp_path).first(Face.FANGSONG)


def test_letters_outside_the_basic_plane_are_mapped_as_utf_16() -> None:
    written = to_unicode_map("F1", [0, ord("中"), ord("𬭚")])
    assert "<01> <4E2D>" in written and "<02> <D872DF5A>" in written and "<00> <0000>" not in written
    assert "100 beginbfchar" in to_unicode_map("F1", range(200))
