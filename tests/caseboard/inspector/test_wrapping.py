"""Texts of rows in a few lines."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFontMetrics

from caseboard.inspector.controls.look import Look
from caseboard.inspector.controls.rows import RowButton, RowFace
from caseboard.inspector.controls.wrapping import lines_of
from caseboard.theme import font, theme

SHELLS = "Russia imported over a million DPRK shells and fired some in Ukraine"


def width_of(text: str) -> int:
    return QFontMetrics(font()).horizontalAdvance(text)


@pytest.mark.usefixtures("qapp")
def test_a_text_that_fits_is_not_cut() -> None:
    wide = width_of("Russia imported over a million DPRK") + 2
    assert lines_of(SHELLS, font(), wide, 2) == [
        "Russia imported over a million DPRK",
        "shells and fired some in Ukraine",
    ]


@pytest.mark.usefixtures("qapp")
def test_the_last_line_is_filled_before_it_is_cut() -> None:
    wide = width_of("Russia imported over a million DPRK") + 2
    first, last = lines_of(f"{SHELLS}, in breach of the embargo", font(), wide, 2)
    assert first == "Russia imported over a million DPRK"
    assert last.startswith("shells and fired some in ") and last.endswith("…")
    assert width_of(last) <= wide < width_of(last) + 2 * width_of("m")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("word", ["x", "각", "😀", "ש"])
def test_a_word_longer_than_a_line_is_broken(word: str) -> None:
    lines = lines_of(word * 60, font(), width_of(word * 20) + 1, 4)
    assert "".join(lines) == word * 60
    assert len(lines) == 3


@pytest.mark.usefixtures("qapp")
def test_one_line_is_one_line() -> None:
    assert lines_of("a\nb", font(), 500, 1) == ["a b"]
    (only,) = lines_of(SHELLS, font(), 100, 1)
    assert only.endswith("…")


def ink_of(title: str) -> tuple[int, int]:
    """The first and the last column of a row, in pixels, that its title is painted in."""
    row = RowButton(Look(theme("light")), RowFace(title), title, lines=2)
    row.resize(300, row.heightForWidth(300))
    shown = row.grab().toImage()
    ground = QColor(shown.pixel(0, 0))
    columns = [
        x
        for x in range(shown.width())
        if any(QColor(shown.pixel(x, y)) != ground for y in range(shown.height()))
    ]
    return columns[0], columns[-1]


@pytest.mark.usefixtures("qapp")
def test_a_title_begins_at_the_side_it_runs_from() -> None:
    left, right = ink_of("Pier")
    assert left < 10 and right < 150
    left, right = ink_of("רציף")
    assert left > 150 and right > 290
