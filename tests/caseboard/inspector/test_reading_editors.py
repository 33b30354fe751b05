"""Dates, places, numbers, addresses and languages: stored only once they are understood."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPlainTextEdit, QPushButton, QWidget

from caseboard.inspector.editors.language import LanguageEditor
from caseboard.inspector.editors.url import UrlEditor
from caseboard.inspector.editors.when import WhenEditor
from caseboard.inspector.editors.where import WhereEditor
from caseboard.inspector.outside import OpenAddress
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.place import Place, Point, Precision

if TYPE_CHECKING:
    from conftest import Hand

# Lists that drop down are raised, which the offscreen platform cannot.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

BAD = [
    ("media", "url", "javascript:alert(1)", "A web address starts with"),
    ("media", "url", "example.org/page", "A web address starts with"),
    ("claim", "language", "an unheard-of tongue", "no language tag"),
    ("satellite_image", "gsd", "many", "not a number"),
    ("satellite_image", "gsd", "-1", "at least 0 m"),
    ("satellite_image", "cloud_cover", "140", "between 0 and 100 %"),
    ("satellite_image", "sun_azimuth", "361", "between 0 and 360°"),
    ("claim", "first_made", "hello", "not read in a date"),
    ("claim", "first_made", "1/2/2024", "may be 1 February 2024 or 2 January 2024"),
    ("event", "where", "91, 20", "Latitude 91 is outside"),
    ("event", "where", "1 2 3 4 5", "more than one way"),
]


def stored_date(text: str) -> JsonValue:
    """A date as the file has it."""
    return dict(FuzzyDate.parse(text).to_json())


def labels(menu: QMenu) -> list[str]:
    """What a menu offers."""
    return [action.text() for action in menu.actions()]


def entry_of(menu: QMenu, label: str) -> QAction:
    """The entry of a menu by its label."""
    return next(action for action in menu.actions() if action.text() == label)


@pytest.mark.parametrize(("kind", "name", "text", "sentence"), BAD)
def test_what_is_not_understood_is_said_and_not_stored(
    hand: Hand, kind: str, name: str, text: str, sentence: str
):
    item, editor = hand.show(name, kind, title="A title")
    before = hand.entries()
    hand.type(editor.anchor(), text)
    hand.pause()
    assert sentence in editor.hint
    hand.leave()
    assert sentence in editor.hint
    hand.panel.flush()
    assert hand.stored(item, name) is None
    assert hand.entries() == before


@pytest.mark.parametrize(("kind", "name", "text", "sentence"), BAD)
def test_what_is_not_understood_waits_while_something_else_is_looked_at(
    hand: Hand, kind: str, name: str, text: str, sentence: str
):
    item, editor = hand.show(name, kind, title="A title")
    hand.type(editor.anchor(), text)
    other = hand.item(kind, title="Another")
    hand.select(other)
    assert hand.stored(other, name) is None
    assert editor.hint == ""
    hand.select(item)
    assert sentence in editor.hint
    assert editor.draft() == text
    hand.enter(editor.anchor())
    hand.press(editor.anchor(), Qt.Key.Key_Escape)
    assert editor.draft() == "" and editor.hint == ""


def test_a_date_is_read_aloud_while_it_is_typed(hand: Hand):
    item, editor = hand.show("first_made", "claim", title="A title")
    hand.type(editor.anchor(), "2023-09-07/2023-10-01")
    assert editor.hint == "Reads as 7 September – 1 October 2023"
    hand.leave()
    assert hand.stored(item, "first_made") == stored_date("2023-09-07/2023-10-01")
    assert editor.hint == "7 September – 1 October 2023"


def test_a_half_typed_date_is_not_complained_about_at_once(hand: Hand):
    _, editor = hand.show("first_made", "claim", title="A title")
    hand.type(editor.anchor(), "autu")
    assert editor.hint == ""


def test_a_blank_behind_a_date_is_left_alone_while_one_types(hand: Hand):
    item, editor = hand.show("first_made", "claim", title="A title")
    entry = cast("WhenEditor", editor).entry
    hand.type(entry, "2023 ")
    hand.pause()
    assert hand.stored(item, "first_made") == stored_date("2023")
    assert entry.text() == "2023 "
    hand.leave()
    assert entry.text() == "2023"


def test_a_clock_without_a_zone_says_so_and_can_be_given_one(hand: Hand):
    item, editor = hand.show("published", "document", title="A title")
    when = cast("WhenEditor", editor)
    assert not when.zone_button.isVisible()
    hand.type(when.entry, "2024-01-09T14:02")
    hand.leave()
    assert "zone not stated" in when.hint
    assert when.zone_button.isVisible()
    menu = QMenu()
    when.fill_zone_menu(menu)
    assert menu.actions()[0].isChecked()
    entry_of(menu, "UTC+02:00, inferred").trigger()
    stored = hand.stored(item, "published")
    assert isinstance(stored, dict)
    assert stored == {
        "edtf": "2024-01-09T14:02+02:00",
        "stated": "2024-01-09T14:02",
        "zone": "inferred",
    }
    assert when.entry.text() == "2024-01-09T14:02"
    again = QMenu()
    when.fill_zone_menu(again)
    assert entry_of(again, "UTC+02:00, inferred").isChecked()
    again.actions()[0].trigger()
    assert hand.stored(item, "published") == stored_date("2024-01-09T14:02")


def test_an_inferred_zone_outlives_a_visit(hand: Hand):
    date = {"edtf": "2024-01-09T14:02Z", "stated": "2024-01-09T14:02", "zone": "inferred"}
    item, editor = hand.show("published", "document", title="A title", published=date)
    hand.enter(editor.anchor())
    hand.leave()
    assert hand.stored(item, "published") == date
    hand.type(editor.anchor(), "")
    hand.press(editor.anchor(), Qt.Key.Key_End)
    hand.press(editor.anchor(), Qt.Key.Key_Backspace)
    hand.qtbot.keyClicks(editor.anchor(), "3")
    hand.leave()
    stored = hand.stored(item, "published")
    assert isinstance(stored, dict) and stored["edtf"] == "2024-01-09T14:03Z"


def test_a_date_says_which_time_it_is(hand: Hand):
    _, editor = hand.show("first_made", "claim", title="A title")
    said = "Published: when it was first made public, by its own account"
    assert editor.anchor().accessibleDescription() == said
    label = next(
        each for each in hand.page().findChildren(QLabel) if each.buddy() is editor.anchor()
    )
    assert said in label.toolTip()


def test_a_place_is_read_aloud_while_it_is_typed(hand: Hand):
    item, editor = hand.show("where", "event", title="A title")
    hand.type(editor.anchor(), "Pier 36U UB 03749 02533")
    assert "box, within 10 m" in editor.hint
    hand.leave()
    stored = hand.stored(item, "where")
    assert isinstance(stored, dict)
    assert (stored["name"], stored["stated"]) == ("Pier", "36U UB 03749 02533")
    assert stored["precision"] == "10 m"


def test_precision_and_method_are_behind_a_disclosure(hand: Hand):
    item, editor = hand.show(
        "where", "event", title="A title", where=Place.parse("Rajin 42.23, 130.29").to_json()
    )
    where = cast("WhereEditor", editor)
    hand.click(where.more_button)
    picker = where.findChild(QWidget, "inspectorPicker")
    assert picker is not None and picker.isVisible()
    hand.enter(picker)
    hand.press(picker, Qt.Key.Key_Down)
    hand.press(picker, Qt.Key.Key_Down)
    held = hand.stored(item, "where")
    assert isinstance(held, dict) and held["precision"] == "100 m"
    method = next(
        each for each in where.findChildren(QWidget, "inspectorLine") if each is not where.entry
    )
    hand.type(method, "by the crane")
    hand.leave()
    held = hand.stored(item, "where")
    assert isinstance(held, dict)
    assert (held["method"], held["precision"], held["name"]) == ("by the crane", "100 m", "Rajin")


def test_renaming_a_place_keeps_its_coordinates_exact(hand: Hand):
    exact = Place("Pier", Point(49.123456789, 36.987654321), Precision.ONE_KILOMETRE, "map")
    item, editor = hand.show("where", "event", title="A title", where=exact.to_json())
    entry = cast("WhereEditor", editor).entry
    assert entry.text() == "Pier (49.123, 36.988)"
    hand.enter(entry)
    entry.setCursorPosition(0)
    hand.qtbot.keyClicks(entry, "Old ")
    hand.leave()
    stored = hand.stored(item, "where")
    assert isinstance(stored, dict)
    assert Place.from_json(stored) == Place(
        "Old Pier", Point(49.123456789, 36.987654321), Precision.ONE_KILOMETRE, "map"
    )


KNOWN = Place("Pier", Point(42.23, 130.29), Precision.ONE_KILOMETRE, "map")


@pytest.mark.parametrize("is_open", [False, True])
@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("Dunai 42.9, 131.3", Place("Dunai", Point(42.9, 131.3), stated="42.9, 131.3")),
        ("Pier 42.99, 131.35", Place("Pier", Point(42.99, 131.35), stated="42.99, 131.35")),
        ("Dunai", Place("Dunai")),
        ("Old Pier (42.230, 130.290)", replace(KNOWN, name="Old Pier")),
    ],
)
def test_a_new_place_inherits_nothing_from_the_one_before(
    hand: Hand, is_open: bool, typed: str, place: Place
):
    item, editor = hand.show("where", "event", title="A title", where=KNOWN.to_json())
    where = cast("WhereEditor", editor)
    if is_open:
        hand.click(where.more_button)
    hand.clear(where.entry)
    for half in (typed[:5], typed[5:]):
        # What was typed so far is stored in between, as in every pause.
        hand.qtbot.keyClicks(where.entry, half)
        hand.pause()
    hand.leave()
    stored = hand.stored(item, "where")
    assert isinstance(stored, dict) and Place.from_json(stored) == place
    hand.bridge.undo()
    assert hand.stored(item, "where") == KNOWN.to_json()


def test_coordinates_can_be_copied_in_every_form(hand: Hand):
    where_is = Place.parse("Bridge 50.541771, 30.230175").to_json()
    _, editor = hand.show("where", "event", title="A title", where=where_is)
    where = cast("WhereEditor", editor)
    assert where.copy_button.isVisible()
    menu = QMenu()
    where.fill_copy_menu(menu)
    copied: dict[str, str] = {}
    for action in menu.actions():
        action.trigger()
        copied[action.text()] = QGuiApplication.clipboard().text()
    assert copied == {
        "Copy as decimal degrees": "50.541771, 30.230175",
        "Copy as degrees, minutes, seconds": "50°32'30.376\"N 30°13'48.63\"E",
        "Copy as MGRS": "36U UB 03749 02533",
        "Copy as stated": "50.541771, 30.230175",
    }


def test_a_name_alone_has_nothing_to_copy(hand: Hand):
    _, editor = hand.show("where", "event", title="A title", where=Place.parse("Rajin").to_json())
    where = cast("WhereEditor", editor)
    assert not where.copy_button.isVisible()
    menu = QMenu()
    where.fill_copy_menu(menu)
    assert labels(menu) == []


def test_a_number_may_carry_its_unit(hand: Hand):
    item, editor = hand.show("gsd", "satellite_image", title="A title")
    hand.type(editor.anchor(), "0,5 m")
    hand.leave()
    assert hand.stored(item, "gsd") == 0.5


def test_a_language_is_found_by_its_name(hand: Hand):
    item, editor = hand.show("language", "claim", title="A title")
    language = cast("LanguageEditor", editor)
    hand.type(language.entry, "krai")
    assert language.pick.offered == ["Ukrainian · uk"]
    popup = QApplication.activePopupWidget()
    assert popup is not None
    hand.press(popup, Qt.Key.Key_Down)
    hand.press(popup, Qt.Key.Key_Return)
    assert hand.stored(item, "language") == "uk"
    hand.leave()
    assert (language.entry.text(), language.hint) == ("uk", "Ukrainian")


def test_an_address_is_opened_only_after_a_question(hand: Hand):
    asked: list[str] = []
    opened: list[str] = []
    answer = False

    def confirm(parent: QWidget | None, address: str) -> bool:
        asked.append(address)
        return answer

    hand.panel.desk.outside.confirm_address = confirm
    hand.panel.desk.outside.browse = lambda address: opened.append(address) is None
    address = "https://example.org/a?b=c"
    _, editor = hand.show("url", "document", title="A title", url=address)
    url = cast("UrlEditor", editor)
    hand.click(url.open_button)
    assert (asked, opened) == ([address], [])
    answer = True
    hand.click(url.open_button)
    assert (asked, opened) == ([address, address], [address])


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "javascript:alert(1)", "\\\\host\\share"]
)
def test_a_stored_address_that_may_not_be_opened_is_shown_without_a_way_to(
    hand: Hand, address: str
):
    item, editor = hand.show("url", "document", title="A title", url=address)
    url = cast("UrlEditor", editor)
    assert url.entry.text() == address
    assert not url.open_button.isVisible()
    assert "cannot be opened" in url.hint
    hand.enter(url.entry)
    hand.leave()
    assert hand.stored(item, "url") == address
    opened: list[str] = []
    outside = hand.panel.desk.outside
    outside.confirm_address = lambda _parent, _address: True
    outside.browse = lambda address: opened.append(address) is None
    assert not outside.open_address(None, address)
    assert opened == []


def test_the_question_shows_the_whole_address_and_where_it_leads(hand: Hand):
    address = "https://xn--e1aybc.example/" + "a/" * 900 + "#end"
    dialog = OpenAddress(address, hand.panel)
    (box,) = dialog.findChildren(QPlainTextEdit)
    assert box.toPlainText() == address and box.isReadOnly()
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "xn--e1aybc.example" in said
    default = [each.text() for each in dialog.findChildren(QPushButton) if each.isDefault()]
    assert default == ["Cancel"]
