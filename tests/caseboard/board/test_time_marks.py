"""The marks of a scale of time: round moments, never too many, and read in the order of time."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from caseboard import language
from caseboard.board.camera import View
from caseboard.board.scale_painter import LINE, ScalePainter
from caseboard.theme import theme
from caseboard.time_marks import ruler, time_marks
from casedb.commands import scales
from casedb.model.moments import read_moment
from casedb.model.records import Frame, Scale

FRAME = Frame("f", "board", "Timeline", 0, 0, 1248, 400)
SCALE = Scale("s", "f", "2023-11-20", "2024-02-11")

moments = st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31)).map(  # noqa: DTZ001
    lambda moment: moment.replace(microsecond=0)
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@given(moments, moments, st.integers(1, 400))
def test_marks_stand_within_the_scale_in_order_and_are_not_too_many(
    one: datetime, other: datetime, most: int
) -> None:
    first, last = min(one, other), max(one, other) + timedelta(seconds=1)
    marks = time_marks(first, last, most)
    parts = [mark.part for mark in marks]
    assert parts == sorted(set(parts))
    assert all(0 <= part <= 1 for part in parts)
    assert len(marks) <= most + 1
    if marks:
        assert marks[0].is_major
    if (last - first) > timedelta(days=800) and most >= 5:
        assert marks


@pytest.mark.parametrize(
    ("first", "last", "most", "said"),
    [
        ("2020-06-01", "2024-06-01", 5, ["2021", "2022", "2023", "2024"]),
        ("2023-11-01", "2024-02-15", 5, ["Nov 2023", "Dec", "Jan 2024", "Feb"]),
        ("2024-01-30", "2024-02-02", 5, ["30 Jan 2024", "31", "1 Feb 2024", "2"]),
        ("1880-01-01", "1950-01-01", 4, ["1880", "1900", "1920", "1940"]),
        (
            *("2024-01-02T18:00", "2024-01-03T06:00", 4),
            ["2 Jan 2024, 18:00", "21:00", "3 Jan 2024, 00:00", "03:00", "06:00"],
        ),
        (
            *("2024-01-02T10:00:00", "2024-01-02T10:00:45", 3),
            ["2 Jan 2024, 10:00:00", "10:00:15", "10:00:30", "10:00:45"],
        ),
    ],
)
def test_marks_say_what_tells_them_from_the_one_before(
    first: str, last: str, most: int, said: list[str]
) -> None:
    assert [mark.text for mark in time_marks(at(first), at(last), most)] == said


@pytest.mark.usefixtures("qapp")
def test_months_are_named_in_the_language_that_is_spoken() -> None:
    months = (at("2023-11-01"), at("2024-02-15"), 5)
    before = time_marks(*months)
    language.choose("uk")
    said = [mark.text for mark in time_marks(*months)]
    assert said == ["лист. 2023", "груд.", "січ. 2024", "лют."]
    days = time_marks(at("2024-01-30"), at("2024-02-02"), 5)
    assert [mark.text for mark in days] == ["30 січ. 2024", "31", "1 лют. 2024", "2"]
    language.choose("en")
    assert time_marks(*months) == before


# -- rulers ----------------------------------------------------------------------------------


@given(moments, moments, st.integers(1, 400))
def test_a_ruler_covers_all_the_time_it_was_asked_for(
    one: datetime, other: datetime, most: int
) -> None:
    first, last = min(one, other), max(one, other) + timedelta(seconds=1)
    made = ruler(first, last, most)
    for parts in filter(None, (made.fine, made.coarse)):
        assert parts[0].first <= first
        assert parts[-1].last >= last or parts[-1].last == datetime.max  # noqa: DTZ901
        assert all(a.last == b.first for a, b in pairwise(parts))
    if (last - first) < timedelta(days=300_000):
        assert len(made.fine) <= most + 2


@pytest.mark.parametrize(
    ("first", "last", "most", "fine", "coarse"),
    [
        ("2020-06-01", "2023-02-01", 5, ["2020", "2021", "2022", "2023"], []),
        ("0001-06-01", "9999-02-01", 3, ["1", "5000"], []),
        (
            *("2023-11-05", "2024-02-15", 5),
            ["Nov", "Dec", "Jan", "Feb"],
            ["2023", "2024"],
        ),
        (
            *("2024-01-30", "2024-02-02T12:00", 5),
            ["30", "31", "1", "2"],
            ["January 2024", "February 2024"],
        ),
        (
            *("2024-01-02T20:30", "2024-01-03T03:30", 5),
            ["18:00", "21:00", "00:00", "03:00"],
            ["Tue, 2 January 2024", "Wed, 3 January 2024"],
        ),
    ],
)
def test_a_ruler_names_fine_parts_and_what_they_lie_in(
    first: str, last: str, most: int, fine: list[str], coarse: list[str]
) -> None:
    made = ruler(at(first), at(last), most)
    assert [each.text for each in made.fine] == fine
    assert [each.text for each in made.coarse] == coarse


def painted(view: View, frame: Frame = FRAME, scale: Scale = SCALE) -> QImage:
    image = QImage(view.width, view.height, QImage.Format.Format_RGB32)
    image.fill(theme("light").colour("bg"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ScalePainter(theme("light")).paint(painter, view, frame, scale)
    painter.end()
    return image


def test_a_mark_stands_where_its_moment_lies(qtbot: QtBot) -> None:
    image = painted(View(0, 0, 1248, 400, 1.0))
    moment = read_moment("2024-01-01")
    assert moment is not None
    x = round(scales.x_of(SCALE, FRAME, moment))
    ground = theme("light").colour("bg")
    assert image.pixelColor(x, int(LINE) + 100) != ground
    assert image.pixelColor(x - 3, int(LINE) + 100) == ground
    assert image.pixelColor(x - 3, int(LINE)) != ground


@pytest.mark.parametrize("zoom", [0.1, 0.3, 1.0, 2.0])
def test_a_scale_is_seamless_however_it_is_cut(qtbot: QtBot, zoom: float) -> None:
    width, height = round(1248 * zoom), round(200 * zoom)
    whole = painted(View(0, 0, width, height, zoom))
    for left in range(0, width, 97):
        wide = min(97, width - left)
        part = painted(View(left, 0, wide, height, zoom))
        assert part == whole.copy(left, 0, wide, height)


def test_names_never_run_over_each_other_or_out_of_the_frame(qtbot: QtBot) -> None:
    for zoom in (0.2, 0.5, 1.0, 2.0):
        wide = round(FRAME.w * zoom)
        image = painted(View(wide, 0, 50, 400, zoom))
        empty = QImage(50, 400, QImage.Format.Format_RGB32)
        empty.fill(theme("light").colour("bg"))
        assert image == empty


def test_a_scale_in_a_frame_too_low_for_it_is_not_painted(qtbot: QtBot) -> None:
    low = Frame("f", "board", "Timeline", 0, 0, 1248, LINE)
    image = painted(View(0, 0, 1248, 200, 1.0), low)
    empty = QImage(1248, 200, QImage.Format.Format_RGB32)
    empty.fill(theme("light").colour("bg"))
    assert image == empty
