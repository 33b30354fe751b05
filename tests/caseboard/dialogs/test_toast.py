"""The strip at the foot of the board: how long it stays, and what closes it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from caseboard import toast as toast_module
from caseboard.dialogs.message import Message
from caseboard.minimap import Minimap
from caseboard.theme import theme
from caseboard.toast import Toast
from caseboard.zoom_box import ZoomBox

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def area(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    """A board's place, with something else in it that can have the focus."""
    monkeypatch.setattr(toast_module, "STAYS", 40)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    QLineEdit(made).setFocus()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.mouseMove(made, QPoint(5, 5))
    return made


@pytest.fixture
def toast(area: QWidget) -> Toast:
    """A strip that has nothing to say."""
    return Toast(theme("light"), area)


def test_a_sentence_goes_by_itself(toast: Toast, qtbot: QtBot):
    assert not toast.isVisible()
    toast.say("A copy was written.")
    assert toast.isVisible()
    assert toast.sentence == toast.label.text() == "A copy was written."
    qtbot.waitUntil(lambda: not toast.isVisible())
    assert toast.sentence == ""


def test_a_failure_stays_until_it_is_closed(toast: Toast, qtbot: QtBot):
    toast.say_failure("Not saved: the disk is full.")
    qtbot.wait(80)
    assert toast.isVisible()
    qtbot.mouseClick(toast.cross, LEFT)
    assert not toast.isVisible()


def test_a_failure_is_let_go_of_when_it_has_passed(toast: Toast):
    toast.say_failure("Not saved: the disk is full.")
    toast.say_failure("Not saved: the disk is still full.")
    toast.clear_failure()
    assert not toast.isVisible()
    toast.say("A copy was written.")
    toast.clear_failure()
    assert toast.sentence == "A copy was written."


def test_escape_closes_it(toast: Toast, qtbot: QtBot):
    toast.say_failure("Not saved.", "Save a copy…", lambda: None)
    toast.action.setFocus()
    qtbot.keyClick(toast.action, Qt.Key.Key_Escape)
    assert not toast.isVisible()


def test_the_button_does_what_it_says_and_closes(toast: Toast, qtbot: QtBot):
    done: list[str] = []
    toast.say("3 cards were taken off the board.", "Undo", lambda: done.append("undo"))
    assert toast.action.isVisible()
    qtbot.mouseClick(toast.action, LEFT)
    assert done == ["undo"]
    assert not toast.isVisible()
    toast.say("Nothing to do about it.")
    assert not toast.action.isVisible()


def test_what_the_button_says_next_is_shown(toast: Toast, qtbot: QtBot):
    toast.say("Taken off.", "Undo", lambda: toast.say("Brought back."))
    qtbot.mouseClick(toast.action, LEFT)
    assert toast.sentence == "Brought back."


def test_the_newest_notice_takes_the_place_of_the_one_before(toast: Toast):
    toast.say("One.")
    toast.say("Two.")
    assert toast.sentence == "Two."
    toast.dismiss()
    assert toast.sentence == ""


def test_nothing_covers_a_failure_and_what_waited_comes_after(toast: Toast):
    toast.say("Reading…")
    for sentence in ("First failure.", "First failure.", "Second failure."):
        toast.say_failure(sentence)
    toast.say("One notice.")
    toast.say("Another notice.")
    assert toast.failures == ("First failure.", "Second failure.")
    said: list[str] = []
    while toast.sentence:
        said.append(toast.sentence)
        toast.dismiss()
    assert said == ["First failure.", "Another notice."]
    assert not toast.isVisible()


def test_many_failures_are_one_strip(
    toast: Toast, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def tell(parent: object, heading: str, sentence: str, **_: object) -> None:
        told.append(sentence)

    monkeypatch.setattr(Message, "ask", tell)
    for n in range(13):
        toast.say_failure(f"“{n}.png” cannot be read.")
    assert toast.label.text() == "“0.png” cannot be read.\n… and 12 more."
    assert toast.accessibleName() == toast.label.text()
    assert toast.label.height() >= toast.label.heightForWidth(toast.label.width())
    qtbot.mouseClick(toast.whole, LEFT)
    assert told[0].splitlines() == [f"“{n}.png” cannot be read." for n in range(13)]
    assert not toast.isVisible()
    toast.say_failure("Another day.")
    assert toast.label.text() == "Another day."
    assert not toast.whole.isVisible()


@pytest.mark.parametrize("width", [340, 480, 800, 1200])
def test_it_keeps_clear_of_the_zoom_box_and_the_map(area: QWidget, toast: Toast, width: int):
    box, chart = ZoomBox(theme("light"), area), Minimap(theme("light"), area)
    hint = box.sizeHint()
    box.setGeometry(16, 600 - 16 - hint.height(), hint.width(), hint.height())
    chart.move(width - 16 - chart.width(), 600 - 16 - chart.height())
    box.show()
    chart.setVisible(width > 400)
    area.resize(width, 600)
    toast.say_failure("Not saved: the disk is full. " * 6)
    assert not toast.geometry().intersects(box.geometry())
    assert chart.isHidden() or not toast.geometry().intersects(chart.geometry())
    assert area.rect().contains(toast.geometry())


def test_it_stays_while_somebody_is_at_it(area: QWidget, toast: Toast, qtbot: QtBot):
    toast.say("3 cards were taken off the board.", "Undo", lambda: None)
    toast.action.setFocus()
    qtbot.wait(100)
    assert toast.isVisible()
    area.setFocus()
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_it_takes_no_focus_from_the_hand(area: QWidget, toast: Toast):
    field = area.findChild(QLineEdit)
    assert field is not None
    toast.say_failure("Not saved.", "Save a copy…", lambda: None)
    assert field.hasFocus()


def test_it_lies_at_the_foot_and_follows_the_size(area: QWidget, toast: Toast, qtbot: QtBot):
    toast.say_failure("Not saved: the disk is full. " * 4)
    for width in (800, 300):
        area.resize(width, 600)
        box = toast.geometry()
        assert area.rect().contains(box)
        assert abs(box.center().x() - width // 2) <= 1
        assert box.bottom() == 600 - 16 - 1
    assert toast.label.height() >= toast.label.heightForWidth(toast.label.width())


def test_text_stays_text_and_is_read_aloud(toast: Toast):
    toast.say("“<b>x</b>” is cut short.")
    assert toast.label.textFormat() is Qt.TextFormat.PlainText
    assert toast.accessibleName() == "“<b>x</b>” is cut short."


@pytest.mark.parametrize("name", ["light", "dark"])
def test_failures_look_like_failures(toast: Toast, styled: Callable[[str], None], name: str):
    styled(name)
    toast.set_theme(theme(name))
    toast.say("A copy was written.")
    assert toast.grab().toImage().pixelColor(30, 4).name() == theme(name).hex("surf")
    toast.say_failure("Not saved.")
    assert toast.grab().toImage().pixelColor(30, 4).name() == theme(name).hex("errbg")


def test_words_that_do_not_fit_are_cut_and_offered_whole(
    area: QWidget, toast: Toast, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def tell(parent: object, heading: str, sentence: str, **_: object) -> None:
        told.append(sentence)

    monkeypatch.setattr(Message, "ask", tell)
    sentence = f"{'Not saved: the disk is full. ' * 40}Free some room."
    done: list[str] = []
    toast.say_failure(sentence, "Save a copy…", lambda: done.append("copy"))
    for width in (340, 800):
        area.resize(width, 200)
        assert area.rect().contains(toast.geometry())
        assert toast.label.height() >= toast.label.heightForWidth(toast.label.width())
        assert toast.label.text().startswith("Not saved")
        assert toast.label.text().endswith("…")
    assert toast.accessibleName() == toast.sentence == sentence
    qtbot.mouseClick(toast.whole, LEFT)
    assert told == [sentence]
    qtbot.mouseClick(toast.action, LEFT)
    assert done == ["copy"]
    assert not toast.isVisible()


def test_words_are_whole_again_where_there_is_room(area: QWidget, toast: Toast):
    sentence = "Not saved: the disk is full. " * 12
    toast.say_failure(sentence)
    area.resize(340, 120)
    assert toast.label.text() != sentence
    assert toast.whole.isVisible()
    area.resize(800, 600)
    assert toast.label.text() == sentence
    assert not toast.whole.isVisible()


def test_a_long_word_is_broken_where_a_line_ends(area: QWidget, toast: Toast):
    path = f"/{'cases/' * 20}a.caseboard"
    area.resize(340, 600)
    toast.say_failure(f"“{path}” cannot be written.")
    assert toast.label.minimumSizeHint().width() <= toast.label.width()
    assert area.rect().contains(toast.geometry())
    assert path in toast.label.text().replace("\u200b", "")
    assert path in toast.accessibleName()
