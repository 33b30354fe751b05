"""Text in lines: breaking, eliding, direction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard.lettering import fount, reads_leftward, set_lines

pytestmark = pytest.mark.usefixtures("qapp")

ARABIC = "قالت الحكومة إن السفينة غادرت الميناء في المساء"
KOREAN = "북한이 러시아에 백만 발 이상의 포탄을 공급했다고 밝혔다"
CHINESE = "联合国安理会决议禁止出口武器"
UKRAINIAN = "Прокуратура виявила перші докази застосування ракет"


def test_a_short_text_is_one_line_and_whole():
    text = set_lines("Harbour", fount(14), 200, 3)
    assert (text.lines, text.is_elided) == (1, False)
    assert 0 < text.width < 200
    assert text.height == fount(14).pitch


@pytest.mark.parametrize("words", [ARABIC, KOREAN, CHINESE * 3, UKRAINIAN, "word " * 40, "x" * 300])
@pytest.mark.parametrize("most", [1, 2, 3])
def test_a_long_text_is_elided_at_its_last_line_and_no_line_is_too_wide(words: str, most: int):
    text = set_lines(words, fount(14, semibold=True), 90, most)
    assert text.lines == most
    assert text.is_elided
    assert text.width <= 90.5


def test_what_fits_exactly_is_not_elided():
    whole = set_lines(UKRAINIAN, fount(13), 120, 20)
    assert not whole.is_elided
    again = set_lines(UKRAINIAN, fount(13), 120, whole.lines)
    assert (again.lines, again.is_elided) == (whole.lines, False)


@pytest.mark.parametrize(
    ("text", "leftward"),
    [(ARABIC, True), ("שלום", True), (KOREAN, False), ("2024 " + ARABIC, True), ("", False)],
)
def test_direction_is_that_of_the_first_letter_that_has_one(text: str, leftward: bool):
    assert reads_leftward(text) is leftward


def test_text_from_right_to_left_stands_at_the_right():
    left, width = set_lines("سفينة", fount(14), 200).spans[0]
    assert left + width == pytest.approx(200, abs=0.5)
    assert set_lines("ship", fount(14), 200).spans[0][0] == 0


@given(st.text(max_size=60), st.floats(20, 300), st.integers(1, 4))
def test_no_text_breaks_the_setting(text: str, width: float, most: int):
    assert set_lines(text, fount(12), width, most).lines <= most


def test_capitals_are_in_the_text_itself():
    assert set_lines("Claim", fount(11, caps=True), 200).layouts[0].text() == "CLAIM"
