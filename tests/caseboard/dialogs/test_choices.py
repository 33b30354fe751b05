"""Choosing a kind of card or a type of link: keys, clicks, and that nothing hangs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from caseboard.dialogs.ask_grade import AskGrade
from caseboard.dialogs.ask_kind import AskKind
from caseboard.dialogs.ask_link_type import GROUPS, HINTS, AskLinkType
from caseboard.dialogs.choice_popup import Choice, ChoicePopup, moved_into
from caseboard.dialogs.present_theme import present_theme
from caseboard.theme import font, theme
from caseboard_assets import icon_names
from casedb.model.kinds import BLANK_KINDS
from casedb.model.link_types import LINK_TYPES, End, Group, link_type, types_between
from casedb.model.schemes import CREDIBILITY, grades_of

Show = Callable[[QWidget], None]
WhenOpen = Callable[[type[QWidget], Callable[[QWidget], None]], None]
LEFT = Qt.MouseButton.LeftButton

CHOICES = [
    Choice("one", "Apple", group="Fruit"),
    Choice("two", "Apricot", group="Fruit"),
    Choice("three", "Bean", "A vegetable", group="Vegetables"),
]


class Heard:
    """What a popup said."""

    def __init__(self, popup: ChoicePopup) -> None:
        self.chosen: list[str] = []
        self.dismissed = 0
        popup.chosen.connect(self.chosen.append)
        popup.dismissed.connect(self._count)

    def _count(self) -> None:
        self.dismissed += 1


@pytest.fixture
def popup(show: Show) -> ChoicePopup:
    """A popup of three choices in two groups."""
    made = ChoicePopup("Choose", CHOICES, theme("light"))
    show(made)
    return made


def label(popup: ChoicePopup) -> str:
    return str(popup.list.currentIndex().data())


def press(qtbot: QtBot, popup: ChoicePopup, *keys: str) -> None:
    for key in keys:
        qtbot.keyClick(popup.list, Qt.Key[f"Key_{key}"])


def test_arrows_pass_over_headings_and_round_the_end(popup: ChoicePopup, qtbot: QtBot):
    assert label(popup) == "Apple"
    reached: list[str] = []
    for key in ("Down", "Down", "Down", "Up", "Home", "End"):
        press(qtbot, popup, key)
        reached.append(label(popup))
    assert reached == ["Apricot", "Bean", "Apple", "Bean", "Apple", "Bean"]


def test_no_grade_is_given_before_somebody_goes_to_it(show: Show, qtbot: QtBot):
    asked = AskGrade("credibility", grades_of(CREDIBILITY), theme("light"))
    show(asked)
    heard = Heard(asked)
    press(qtbot, asked, "Return", "Space")
    assert heard.chosen == [] and asked.isVisible()
    press(qtbot, asked, "Down")
    assert label(asked).startswith("1")
    press(qtbot, asked, "Return")
    assert heard.chosen == ["1"]


@pytest.mark.parametrize(("key", "value"), [("Up", "6"), ("3", "3")])
def test_a_grade_is_reached_from_the_end_or_by_its_digit(
    show: Show, qtbot: QtBot, key: str, value: str
):
    asked = AskGrade("credibility", grades_of(CREDIBILITY), theme("light"))
    show(asked)
    heard = Heard(asked)
    press(qtbot, asked, key)
    if not heard.chosen:
        press(qtbot, asked, "Return")
    assert heard.chosen == [value]


@pytest.mark.parametrize("key", ["Return", "Enter", "Space"])
def test_enter_chooses(popup: ChoicePopup, qtbot: QtBot, key: str):
    heard = Heard(popup)
    press(qtbot, popup, "Down", key)
    assert heard.chosen == ["two"]
    assert heard.dismissed == 0
    assert not popup.isVisible()


def test_a_letter_marks_and_walks_those_that_begin_with_it(popup: ChoicePopup, qtbot: QtBot):
    heard = Heard(popup)
    reached: list[str] = []
    for key in ("A", "A", "X", "B"):
        press(qtbot, popup, key)
        reached.append(label(popup))
    assert reached == ["Apricot", "Apple", "Apple", "Bean"]
    assert heard.chosen == [] and popup.isVisible()
    press(qtbot, popup, "Return")
    assert heard.chosen == ["three"]


def test_the_whole_beginning_of_a_name_is_looked_for(show: Show, qtbot: QtBot):
    popup = AskLinkType([*LINK_TYPES.values()], theme("light"))
    show(popup)
    heard = Heard(popup)
    reached: list[str] = []
    for typed in ("respo", "is d", "ís the Sa"):
        popup.list.mark("supports")
        press(qtbot, popup, "Backspace")
        for sign in typed:
            event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign)
            if sign == " ":
                qtbot.keyClick(popup.list, Qt.Key.Key_Space)
            else:
                QApplication.sendEvent(popup.list, event)
        reached.append(label(popup))
    assert reached == ["Responds to", "Is derived from", "Is the same as"]
    assert heard.chosen == []


def test_letters_are_kept_from_the_keys_of_what_lies_below(popup: ChoicePopup):
    event = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_L, Qt.KeyboardModifier.NoModifier, "l"
    )
    event.ignore()
    QApplication.sendEvent(popup.list, event)
    assert event.isAccepted()


def test_between_statements_an_answer_comes_first_and_the_present_type_is_marked(show: Show):
    types = types_between(End.ITEM, "official_statement", End.ITEM, "official_statement")
    popup = AskLinkType(types, theme("light"))
    show(popup)
    assert label(popup) == "Responds to"
    again = AskLinkType(types, theme("light"), present="confirms")
    show(again)
    assert label(again) == "Confirms"


def test_escape_dismisses(popup: ChoicePopup, qtbot: QtBot):
    heard = Heard(popup)
    press(qtbot, popup, "Escape")
    assert heard.chosen == []
    assert heard.dismissed == 1
    assert not popup.isVisible()


def test_hiding_it_dismisses_once(popup: ChoicePopup):
    heard = Heard(popup)
    popup.hide()
    popup.show()
    popup.close()
    assert heard.dismissed == 1


def test_a_click_chooses_and_a_heading_does_not(popup: ChoicePopup, qtbot: QtBot):
    heard = Heard(popup)
    view = popup.list
    model = view.model()
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(model.index(0, 0)).center())
    assert heard.chosen == []
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(model.index(4, 0)).center())
    assert heard.chosen == ["three"]


def test_rows_are_read_aloud(popup: ChoicePopup):
    interface = QAccessible.queryAccessibleInterface(popup.list)
    names = [interface.child(n).text(QAccessible.Text.Name) for n in range(interface.childCount())]
    assert names == ["Fruit", "Apple", "Apricot", "Vegetables", "Bean: A vegetable"]
    assert interface.text(QAccessible.Text.Name) == "Choose"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_it_opens_where_the_hand_is(qtbot: QtBot):
    popup = ChoicePopup("Choose", CHOICES, theme("light"))
    qtbot.addWidget(popup)
    popup.pop_up(QPoint(100, 100))
    # The platform of the tests draws a frame of two pixels around everything.
    assert (popup.pos() - QPoint(100, 100)).manhattanLength() <= 4
    assert popup.list.hasFocus()
    popup.close()


@pytest.mark.parametrize(
    ("wanted", "corner"),
    [((900, 700), (900, 700)), ((2000, 1000), (1700, 880)), ((50, 90), (100, 100))],
)
def test_it_lies_wholly_on_the_screen(wanted: tuple[int, int], corner: tuple[int, int]):
    room = QRect(100, 100, 1900, 980)
    assert moved_into(room, QRect(*wanted, 300, 200)) == QPoint(*corner)
    assert moved_into(room, QRect(*wanted, 3000, 2000)) == room.topLeft()


def test_every_kind_is_offered_with_its_hint(show: Show, qtbot: QtBot):
    popup = AskKind(theme("dark"))
    show(popup)
    model = popup.list.model()
    labels = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert labels == [kind.label for kind in BLANK_KINDS]
    heard = Heard(popup)
    qtbot.keyClicks(popup.list, "n")
    press(qtbot, popup, "Return")
    assert heard.chosen == ["note"]


def test_a_question_about_a_link_says_which_way_it_runs(show: Show):
    way = "From “The photo” to “The ship”"
    popup = AskLinkType([link_type("supports")], theme("light"), None, way)
    show(popup)
    shown = [each.text() for each in popup.findChildren(QLabel) if each.isVisible()]
    assert shown == ["This link says", way]
    # Whoever listens hears it with the list, which has the keys.
    assert popup.list.accessibleName() == popup.accessibleName() == f"This link says. {way}"


def test_every_link_type_has_a_hint_a_group_and_an_icon():
    assert set(HINTS) == set(LINK_TYPES)
    assert set(GROUPS) == set(Group)
    assert {each.icon for each in LINK_TYPES.values()} <= set(icon_names())


def test_only_allowed_types_are_offered_in_their_groups(show: Show, qtbot: QtBot):
    popup = AskLinkType([link_type("related"), link_type("supports")], theme("light"))
    show(popup)
    model = popup.list.model()
    labels = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert labels == ["For and against", "Supports", "Otherwise", "Is related to"]
    heard = Heard(popup)
    press(qtbot, popup, "End", "Return")
    assert heard.chosen == ["related"]


def test_no_type_of_link_is_cut_short(styled: Callable[[str], None], show: Show):
    styled("light")
    types = [each for each in LINK_TYPES.values() if each.name in HINTS]
    few, all_of_them = (AskLinkType(some, theme("light")) for some in (types[:1], types))
    show(few)
    show(all_of_them)
    label = QFontMetrics(font("body", semibold=True)).horizontalAdvance("Shows the same object as")
    longest = QFontMetrics(font("tiny")).horizontalAdvance(max(HINTS.values(), key=len))
    assert all_of_them.list.viewport().width() > label + longest
    assert few.width() < all_of_them.width()


def test_a_type_of_a_newer_version_can_be_offered(show: Show):
    show(AskLinkType([link_type("rhymes_with")], theme("light")))


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(("key", "answer"), [("Return", "claim"), ("Escape", None)])
def test_asking_waits_for_the_answer(
    qtbot: QtBot, when_open: WhenOpen, key: str, answer: str | None
):
    parent = QWidget()
    qtbot.addWidget(parent)
    when_open(AskKind, lambda popup: press(qtbot, _popup(popup), key))
    assert AskKind.ask(parent, QPoint(10, 10)) == answer
    types = [link_type("supports")]
    when_open(AskLinkType, lambda popup: press(qtbot, _popup(popup), key))
    assert AskLinkType.ask(parent, QPoint(10, 10), types) == (answer and "supports")


def _popup(widget: QWidget) -> ChoicePopup:
    assert isinstance(widget, ChoicePopup)
    return widget


@pytest.mark.parametrize("name", ["light", "dark"])
def test_dialogs_take_the_theme_of_the_window(styled: Callable[[str], None], name: str):
    styled(name)
    assert present_theme() is theme(name)


@pytest.mark.parametrize("name", ["light", "dark", "print"])
@pytest.mark.parametrize("is_dense", [True, False])
def test_rows_are_painted_in_every_theme(show: Show, name: str, is_dense: bool):
    popup = ChoicePopup("Choose", CHOICES, theme("light"), is_dense=is_dense)
    show(popup)
    popup.set_theme(theme(name))
    picture = popup.list.viewport().grab().toImage()
    box = popup.list.visualRect(popup.list.currentIndex())
    assert picture.pixelColor(box.left() + 12, box.center().y()).name() == theme(name).hex("acbg")


def test_what_every_kind_is_for_can_be_read_whole(show: Show) -> None:
    popup = AskKind(theme("light"))
    show(popup)
    longest = max(QFontMetrics(font("tiny")).horizontalAdvance(kind.hint) for kind in BLANK_KINDS)
    assert popup.list.viewport().width() > longest
