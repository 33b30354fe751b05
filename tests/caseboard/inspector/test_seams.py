"""Very long paragraphs in a text box: shown in pieces, kept whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caseboard.inspector.controls import seams
from caseboard.inspector.controls.entries import GrowingText
from caseboard.inspector.controls.exact_text import PARAGRAPH, as_paragraphs
from caseboard.inspector.controls.seams import Seams, cut
from caseboard.inspector.editors.text import HeadingEditor

if TYPE_CHECKING:
    from conftest import Hand

ENDLESS = "x" * 100_000
SHORT_PIECES = {"LONGEST_PARAGRAPH": 12, "PIECE": 5, "_NEAR": 3}

SIGNS = st.text(st.sampled_from("ab 한\u0301\U0001f6a2\nم"), max_size=60)


@pytest.fixture
def short_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paragraphs are cut after a few characters."""
    for name, value in SHORT_PIECES.items():
        monkeypatch.setattr(seams, name, value)


def test_a_paragraph_that_is_not_very_long_stays_whole():
    text = "word " * 1_600
    assert cut(text) == (text, [])


@pytest.mark.parametrize("text", [ENDLESS, "Лист 12 from the harbour office " * 3_200])
def test_no_piece_is_long_and_words_stay_whole_where_there_are_any(text: str):
    shown, places = cut(text)
    assert max(map(len, shown.split(PARAGRAPH))) <= 2 * seams.PIECE
    assert len(places) > 20
    if " " in text:
        assert all(shown[each - 1] == " " for each in places)


@pytest.mark.usefixtures("short_pieces")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(text=SIGNS)
def test_the_cuts_are_no_part_of_the_text(text: str):
    plain = as_paragraphs(text)
    shown, places = cut(plain)
    held = Seams()
    held.start(places, shown)
    assert held.without(shown) == plain
    assert all(held.is_cut(each) and shown[each] == PARAGRAPH for each in places)


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["type", "paste", "backspace", "delete", "cut"]),
        st.integers(0, 80),
        st.integers(0, 30),
        SIGNS,
    ),
    max_size=8,
)


def edited(box: GrowingText, edit: tuple[str, int, int, str]) -> str:
    """Carry out an edit at a place in the text, as a hand does; what was copied by it."""
    how, start, length, text = edit
    put_cursor(box, start, start + length if how in ("paste", "cut") else start)
    copied = box.createMimeDataFromSelection().text()
    if how == "paste":
        mime = QMimeData()
        mime.setText(text)
        box.insertFromMimeData(mime)
    elif how == "type":
        # The keys of every language: those of QTest know Latin letters only.
        key = QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier
        for sign in text.replace("\n", "")[:3]:
            QApplication.sendEvent(box, QKeyEvent(*key, sign))
    else:
        back = how == "backspace"
        QTest.keyClick(box, Qt.Key.Key_Backspace if back else Qt.Key.Key_Delete)
    return copied


def put_cursor(box: GrowingText, start: int, end: int) -> None:
    """Select from one character of the text to another, the cuts not counted."""
    value = as_paragraphs(box.value())
    raw = box.document().toRawText()
    at = [0, *(n + 1 for n in range(len(raw)) if not box.is_seam(n))]
    places = [at[min(each, len(value))] for each in (start, end)]
    units = [len(raw[:each].encode("utf-16-le", "surrogatepass")) // 2 for each in places]
    cursor = box.textCursor()
    cursor.setPosition(units[0])
    cursor.setPosition(units[1], QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(text=SIGNS, edits=EDITS)
def test_an_edit_in_pieces_does_what_it_does_in_one(
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    edits: list[tuple[str, int, int, str]],
):
    whole, pieces = GrowingText(), GrowingText()
    whole.show_text(text)
    with monkeypatch.context() as short:
        for name, value in SHORT_PIECES.items():
            short.setattr(seams, name, value)
        pieces.show_text(text)
    for edit in edits:
        expected = edited(whole, edit)
        with monkeypatch.context() as short:
            for name, value in SHORT_PIECES.items():
                short.setattr(seams, name, value)
            copied = edited(pieces, edit)
        assert pieces.value() == whole.value()
        assert copied == expected


def title_of(hand: Hand, text: str) -> GrowingText:
    """The box of a title."""
    _, editor = hand.show("title", "claim", title=text)
    return cast("HeadingEditor", editor).entry


def longest_line_that_is_laid_out(box: GrowingText) -> int:
    """Characters of the longest paragraph that Qt lays out at a key."""
    block, longest = box.document().begin(), 0
    while block.isValid():
        longest = max(longest, len(block.text()))
        block = block.next()
    return longest


def test_a_very_long_title_is_entered_in_pieces_and_kept_to_the_letter(hand: Hand):
    box = title_of(hand, ENDLESS)
    hand.enter(box)
    assert longest_line_that_is_laid_out(box) <= 2 * seams.PIECE
    hand.qtbot.keyClick(box, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    hand.qtbot.keyClicks(box, "a")
    hand.qtbot.keyClick(box, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    hand.qtbot.keyClicks(box, "z")
    hand.leave()
    item = next(iter(hand.case.contents.items.values()))
    assert hand.stored(item, "title") == f"a{ENDLESS}z"


def test_a_very_long_text_is_pasted_in_pieces_and_kept_to_the_letter(hand: Hand):
    box = title_of(hand, "Old")
    QGuiApplication.clipboard().setText(ENDLESS)
    hand.enter(box)
    hand.qtbot.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert longest_line_that_is_laid_out(box) <= 2 * seams.PIECE
    hand.leave()
    item = next(iter(hand.case.contents.items.values()))
    assert hand.stored(item, "title") == ENDLESS


def test_copying_brings_no_cut_along(hand: Hand):
    box = title_of(hand, ENDLESS)
    hand.enter(box)
    hand.qtbot.keyClick(box, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == ENDLESS
