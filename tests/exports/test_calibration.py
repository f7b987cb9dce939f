from pathlib import Path

import pytest

from desktop_app.services.exchange import export_calibration
from tests.exports.pdf_reading import Pdf, mm


def test_the_rulers_are_as_long_as_they_say(tmp_path: Path) -> None:
    made = export_calibration(tmp_path / "校准.pdf")
    pdf = Pdf(made.path)
    assert made.pages == len(pdf.sizes) == 2
    for rules in pdf.rules:
        lengths = sorted((round(mm(r["width"]), 1), round(mm(r["height"]), 1)) for r in rules)
        assert lengths.count((150.0, 0.0)) == 1 and lengths.count((0.0, 150.0)) == 1
        assert lengths.count((156.0, 0.0)) == 2 and lengths.count((0.0, 225.0)) == 2
    (line,) = [line for line in pdf.lines(0) if len(line) == 28]
    assert mm(line[-1]["x1"] - line[0]["x0"]) == pytest.approx(156, abs=0.8)


def test_no_sentence_leaves_the_frame_and_no_ruler_crosses_the_other(tmp_path: Path) -> None:
    pdf = Pdf(export_calibration(tmp_path / "校准.pdf").path)
    for page in (0, 1):
        chars = [char for char in pdf.chars[page] if char["size"] > 8]
        assert max(mm(char["x1"]) for char in chars) <= 184 + 0.8
        (across,) = [rule for rule in pdf.rules[page] if round(mm(rule["width"]), 1) == 150]
        (down,) = [rule for rule in pdf.rules[page] if round(mm(rule["height"]), 1) == 150]
        assert not across["x0"] <= down["x0"] <= across["x1"]
