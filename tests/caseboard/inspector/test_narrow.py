"""The inspector in a narrow panel: nothing is cut that could be seen whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtWidgets import QCompleter

from caseboard.inspector.editors.named import NamedListEditor
from caseboard.inspector.editors.source import SourceEditor
from caseboard.inspector.editors.tags import TagsEditor
from caseboard.inspector.editors.when import WhenEditor
from caseboard.inspector.editors.where import WhereEditor
from caseboard.panel_room import LEAST_RIGHT as NARROWEST
from caseboard.theme import style_sheet, theme
from casedb.model.kinds import KINDS

if TYPE_CHECKING:
    from conftest import Hand

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LONG = "The vessel lay at the pier at night, say witnesses of the neighbouring quarter"


@pytest.fixture
def narrow(hand: Hand) -> Hand:
    """An inspector as narrow as it can be, as it looks in the window."""
    hand.panel.setStyleSheet(style_sheet(theme("light")))
    hand.panel.resize(NARROWEST, 900)
    return hand


def test_all_tags_are_to_be_seen(narrow: Hand):
    tags = ["ship", "пристань", "부두", "سفينة", f"a tag in many words: {LONG}"]
    _, editor = narrow.show("tags", "entity", title="A title", tags=tags)
    narrow.qtbot.waitUntil(lambda: editor.height() >= editor.heightForWidth(editor.width()))
    chips = cast("TagsEditor", editor).chips
    assert len(chips) == len(tags)
    for control in (*chips, cast("TagsEditor", editor).entry):
        assert editor.rect().contains(control.geometry())


@pytest.mark.parametrize("width", [NARROWEST, 340])
@pytest.mark.parametrize("kind", KINDS)
def test_a_kinds_name_is_never_cut(narrow: Hand, kind: str, width: int):
    narrow.panel.resize(width, 900)
    narrow.select(narrow.case.add(kind, title="A title"))
    headline = narrow.page().headline
    narrow.qtbot.wait(1)
    assert headline.label.width() >= headline.label.sizeHint().width()
    assert headline.number.width() >= headline.number.sizeHint().width()


@pytest.mark.parametrize("kind", ["official_statement", "satellite_image"])
def test_a_headline_settles_at_every_width(narrow: Hand, kind: str):
    narrow.select(narrow.case.add(kind, title="A title"))
    headline = narrow.page().headline
    for width in range(NARROWEST, 480, 3):
        narrow.panel.resize(width, 900)
        narrow.qtbot.wait(1)
        assert headline.label.width() >= headline.label.sizeHint().width()


@pytest.mark.parametrize(("width", "is_above"), [(NARROWEST, True), (420, False)])
def test_a_named_place_stands_below_its_name_where_there_is_no_room_beside_it(
    narrow: Hand, width: int, is_above: bool
):
    narrow.panel.resize(width, 900)
    places = {"shown": "Rajin 42.2301, 130.2905"}
    narrow.select(narrow.case.add("event", title="A title", places=places))
    row = cast("NamedListEditor", narrow.editor("places")).rows[0]
    narrow.qtbot.wait(1)
    assert (row.inner.y() >= row.picker.geometry().bottom()) is is_above
    assert cast("WhereEditor", row.inner).entry.width() > 150


def test_what_a_link_says_goes_on_in_a_second_line(narrow: Hand):
    case = narrow.case
    claim = case.add("claim", title="A title")
    link = {"strength": "strong", "directness": "circumstantial", "certainty": "tentative"}
    case.link(case.add("media", title=LONG), "supports", claim, **link)
    narrow.select(claim)
    evidence = narrow.page().evidence
    assert evidence is not None
    button = evidence.lines.lines[0].button
    narrow.qtbot.wait(1)
    high = button.height()
    narrow.panel.resize(900, 900)
    narrow.qtbot.waitUntil(lambda: button.height() < high)
    assert button.heightForWidth(200) >= button.heightForWidth(900) + 2 * 10


def test_a_word_that_does_not_end_stays_in_its_row(narrow: Hand):
    claim = narrow.case.add("claim", title="A title")
    narrow.case.add_element(claim, "actor", "Міністерствотранспорту")
    narrow.select(claim)
    elements = narrow.page().elements
    assert elements is not None
    button = elements.lines[0].button
    assert button.heightForWidth(190) >= button.heightForWidth(900) + 10


def test_the_list_of_sources_is_as_wide_as_what_it_offers(narrow: Hand):
    narrow.case.add_source(LONG)
    _, editor = narrow.show("source", "claim", title="A title")
    entry = cast("SourceEditor", editor).entry
    narrow.type(entry, "vessel")
    popup = cast("QCompleter", entry.findChild(QCompleter)).popup()
    assert popup is not None and popup.isVisible()
    assert popup.width() > entry.width() + 100
    popup.hide()


@pytest.mark.parametrize(("width", "is_above"), [(NARROWEST, True), (340, False)])
def test_a_value_stands_below_its_label_where_it_would_be_cut_beside_it(
    narrow: Hand, width: int, is_above: bool
):
    narrow.panel.resize(width, 900)
    item = narrow.case.add("satellite_image", title="A title", acquired="2024-01-02 13:45Z")
    narrow.select(item)
    editor = cast("WhenEditor", narrow.editor("acquired"))
    narrow.qtbot.waitUntil(lambda: (editor.x() < 20) is is_above)
    entry = editor.entry
    assert entry.fontMetrics().horizontalAdvance(entry.value()) < entry.width() - 8
    # And back, as when the panel is dragged.
    narrow.panel.resize(600 - width, 900)
    narrow.qtbot.waitUntil(lambda: (editor.x() < 20) is not is_above)
