"""What holds for the editor of every field type, with real keys and clicks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from caseboard.focus_order import focusable
from caseboard.inspector.editors.board import BoardEditor
from caseboard.inspector.editors.choice import ChoiceEditor, ChoicesEditor
from caseboard.inspector.editors.editor import Editor
from caseboard.inspector.editors.flag import FlagEditor
from caseboard.inspector.editors.items import ItemsEditor
from caseboard.inspector.editors.named import NamedListEditor
from caseboard.inspector.editors.source import SourceEditor, SourcesEditor
from caseboard.inspector.editors.table import TableEditor, TableRow
from caseboard.inspector.editors.tags import TagsEditor
from caseboard.inspector.panel import editors_around
from casedb.model.fields import AnyField
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.kinds import KINDS
from casedb.model.place import Place
from casedb.model.records import Item
from casedb.model.reference_fields import BoardRef, ItemRefs, SourceRef, SourceRefs

if TYPE_CHECKING:
    from conftest import Hand, ReadOnly

    Act = Callable[[Hand, Editor], None]

# Lists that drop down are raised, which the offscreen platform cannot.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@dataclass(frozen=True)
class Sample:
    """One field type: a field of it, a value, what the user does, what is stored then."""

    type: str
    kind: str
    name: str
    before: JsonValue
    act: Act
    after: JsonValue
    unreadable: JsonValue = field(default=17)

    def __str__(self) -> str:
        return self.type


def date(text: str) -> dict[str, JsonValue]:
    """A date as the file has it."""
    return dict(FuzzyDate.parse(text).to_json())


def place(text: str) -> dict[str, JsonValue]:
    """A place as the file has it."""
    return Place.parse(text).to_json()


def typing(text: str) -> Act:
    """Replaces all text and pauses."""

    def act(hand: Hand, editor: Editor) -> None:
        anchor = editor.anchor()
        hand.clear(anchor)
        hand.qtbot.keyClicks(anchor, text)
        hand.pause()

    return act


def prose(hand: Hand, editor: Editor) -> None:
    """Replaces all text and leaves."""
    hand.clear(editor.anchor())
    hand.type(editor.anchor(), "Seen at night")
    hand.leave()


def tick(hand: Hand, editor: Editor) -> None:
    """Ticks the box."""
    hand.enter(editor.anchor())
    hand.click(cast("FlagEditor", editor).box)


def choose(hand: Hand, editor: Editor) -> None:
    """Goes down one entry of the list."""
    hand.enter(cast("ChoiceEditor", editor).picker)
    hand.press(editor.anchor(), Qt.Key.Key_Down)


def climb(hand: Hand, editor: Editor) -> None:
    """Goes up one step of a scale."""
    hand.enter(editor.anchor())
    hand.press(editor.anchor(), Qt.Key.Key_Down)


def switch(hand: Hand, editor: Editor) -> None:
    """Switches a word on."""
    chip = cast("ChoicesEditor", editor).chips["personal_data"]
    hand.enter(chip)
    hand.click(chip)


def tag(hand: Hand, editor: Editor) -> None:
    """Adds a word."""
    entry = cast("TagsEditor", editor).entry
    hand.type(entry, "pier")
    hand.press(entry, Qt.Key.Key_Return)


def named(text: str) -> Act:
    """Replaces the text of the first row."""

    def act(hand: Hand, editor: Editor) -> None:
        inner = cast("NamedListEditor", editor).rows[0].inner.anchor()
        hand.clear(inner)
        hand.qtbot.keyClicks(inner, text)
        hand.pause()

    return act


def cell(hand: Hand, editor: Editor) -> None:
    """Opens the first row and changes its first cell."""
    row = cast("TableRow", cast("TableEditor", editor).rows[0])
    hand.click(row.button)
    inner = row.cells["part"].anchor()
    hand.clear(inner)
    hand.qtbot.keyClicks(inner, "Fin")
    hand.pause()


def pick_source(hand: Hand, editor: Editor) -> None:
    """Types a new name and creates the source."""
    entry = cast("SourceEditor | SourcesEditor", editor).entry
    hand.clear(entry)
    hand.type(entry, "Harbour office")
    hand.press(entry, Qt.Key.Key_Return)


def pick_board(hand: Hand, editor: Editor) -> None:
    """Goes down one entry of the list of boards."""
    hand.enter(cast("BoardEditor", editor).picker)
    hand.press(editor.anchor(), Qt.Key.Key_Down)


def remove_item(hand: Hand, editor: Editor) -> None:
    """Takes the first item off."""
    button = cast("ItemsEditor", editor).rows[0].remove_button
    hand.enter(button)
    hand.click(button)


SAMPLES = [
    Sample("text", "media", "device", "Phone", typing("Camera"), "Camera"),
    Sample("prose", "claim", "summary", "Seen", prose, "Seen at night"),
    Sample("heading", "claim", "title", "Old", typing("New"), "New"),
    Sample("verbatim", "claim", "verbatim", "words", prose, "Seen at night"),
    Sample(
        "url",
        "media",
        "url",
        "https://a.example/",
        typing("https://b.example/x"),
        "https://b.example/x",
    ),
    Sample("language", "claim", "language", "ko", typing("uk"), "uk"),
    Sample("number", "satellite_image", "gsd", 0.5, typing("0.31"), 0.31, "many"),
    Sample("flag", "official_statement", "joint", None, tick, True),
    Sample("choice", "claim", "status", "draft", choose, "open"),
    Sample("interest", "official_statement", "interest", "none", choose, "party"),
    Sample("ladder", "debris_analysis", "level", "type", climb, "model"),
    Sample("choices", "claim", "sensitivity", ["graphic"], switch, ["graphic", "personal_data"]),
    Sample("tags", "claim", "tags", ["ship"], tag, ["ship", "pier"]),
    Sample("when", "claim", "first_made", date("2023"), typing("autumn 2023"), date("autumn 2023")),
    Sample(
        "where", "event", "where", place("Kharkiv"), typing("49.99, 36.23"), place("49.99, 36.23")
    ),
    Sample(
        "times",
        "claim",
        "times",
        [{"name": "recorded", "date": date("2023")}],
        named("May 2024"),
        [{"name": "recorded", "date": date("May 2024")}],
    ),
    Sample(
        "places",
        "claim",
        "places",
        [{"name": "found", "place": place("Rajin")}],
        named("Dunai"),
        [{"name": "found", "place": place("Dunai")}],
    ),
    Sample(
        "table",
        "debris_analysis",
        "components",
        [{"part": "Body", "from_later": 1}],
        cell,
        [{"part": "Fin", "from_later": 1}],
    ),
]
REFERRING = [
    Sample("source", "claim", "source", None, pick_source, "new source"),
    Sample("sources", "official_statement", "issuers", None, pick_source, ["new source"]),
    Sample("items", "satellite_image", "compared_with", ["some item"], remove_item, None),
    Sample("board", "board_card", "board", "some board", pick_board, "another board"),
]
ALL = [*SAMPLES, *REFERRING]
BY_TYPE = {str(each): each for each in ALL}


def values_of(sample: Sample) -> dict[str, JsonValue]:
    """The values of a record that holds the sample's value."""
    held: dict[str, JsonValue] = {"title": "A title"}
    return held | ({sample.name: sample.before} if sample.before is not None else {})


def show(hand: Hand, sample: Sample) -> tuple[Item, Editor, JsonValue]:
    """Select an item that holds the sample's value; it, the editor, and the value."""
    values = values_of(sample)
    if sample.type == "items":
        values[sample.name] = [hand.item("media", title="Another picture").id]
    if sample.type == "board":
        if len(hand.case.contents.boards) == 1:
            hand.case.add_board("Another board")
        values[sample.name] = hand.case.contents.boards[0].id
    item, editor = hand.show(sample.name, sample.kind, **values)
    return item, editor, values.get(sample.name)


def on_screen(editor: Editor) -> JsonValue:
    """What the editor would store as it stands."""
    reply = editor.reply()
    assert reply is not None
    return reply.stored


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_what_is_done_is_stored_as_one_field(hand: Hand, sample: Sample):
    item, editor, _ = show(hand, sample)
    others = {**item.values}
    others.pop(sample.name, None)
    sample.act(hand, editor)
    hand.pause()
    assert hand.stored(item, sample.name) == sample.after
    now = {**hand.case.contents.items[item.id].values}
    now.pop(sample.name, None)
    assert now == others


@pytest.mark.parametrize("sample", ALL, ids=str)
def test_undo_brings_the_value_and_the_editor_back(hand: Hand, sample: Sample):
    item, editor, before = show(hand, sample)
    sample.act(hand, editor)
    hand.leave()
    assert hand.stored(item, sample.name) != before
    assert hand.bridge.undo()
    assert hand.stored(item, sample.name) == before
    assert on_screen(editor) == before
    assert hand.bridge.redo()
    assert on_screen(editor) == hand.stored(item, sample.name) != before


TYPED = (
    *("text", "prose", "heading", "verbatim", "url", "language", "number"),
    *("when", "where", "times", "places", "table"),
)
"""The samples in which text is typed that nothing takes but the pause."""


def press_escape(hand: Hand) -> None:
    """Press Escape where the focus is."""
    focus = hand.panel.window().focusWidget()
    assert focus is not None
    hand.press(focus, Qt.Key.Key_Escape)


def leaves_next(hand: Hand) -> bool:
    """Whether nothing more is to be taken back, so that the next Escape leads to the board."""
    focus = hand.panel.window().focusWidget()
    assert focus is not None
    return not any(each.can_take_back() for each in editors_around(focus))


@pytest.mark.parametrize("name", TYPED)
def test_escape_takes_back_the_text_since_typing_began_and_says_so(hand: Hand, name: str):
    sample = BY_TYPE[name]
    item, editor, before = show(hand, sample)
    told: list[str] = []
    hand.panel.told.connect(told.append)
    sample.act(hand, editor)
    if name in ("prose", "verbatim"):
        # Leaving took that stretch; begin another.
        hand.bridge.undo()
        hand.type(editor.anchor(), "more")
        hand.pause()
    typed = hand.stored(item, sample.name)
    assert typed != before
    press_escape(hand)
    assert hand.stored(item, sample.name) == before
    assert on_screen(editor) == before
    assert leaves_next(hand)
    assert len(told) == 1 and told[0].endswith("is taken back. Undo brings it back.")
    assert hand.bridge.undo()
    assert hand.stored(item, sample.name) == typed


@pytest.mark.parametrize("sample", [each for each in ALL if each.type not in TYPED], ids=str)
def test_escape_leaves_what_was_chosen_or_taken(hand: Hand, sample: Sample):
    item, editor, before = show(hand, sample)
    told: list[str] = []
    hand.panel.told.connect(told.append)
    sample.act(hand, editor)
    done = hand.stored(item, sample.name)
    assert done != before
    assert leaves_next(hand)
    press_escape(hand)
    assert hand.stored(item, sample.name) == done
    assert on_screen(editor) == done
    assert told == []


def test_escape_in_a_new_row_leaves_the_rows_that_were_filled_before(hand: Hand):
    item, found = hand.show("components", "debris_analysis", title="A title")
    editor = cast("TableEditor", found)
    for part in ("Gear", "Piston"):
        hand.click(editor.add_button)
        row = editor.rows[-1]
        hand.type(row.cells["part"].anchor(), part)
        hand.type(row.cells["material"].anchor(), "steel")
    rows: list[JsonValue] = [
        {"part": "Gear", "material": "steel"},
        {"part": "Piston", "material": "steel"},
    ]
    hand.click(editor.add_button)
    assert leaves_next(hand)
    press_escape(hand)
    assert hand.stored(item, "components") == rows
    # What is typed into the new row, and in it only into the cell at hand, is taken back alone.
    hand.type(editor.rows[-1].cells["part"].anchor(), "Shaft")
    hand.type(editor.rows[-1].cells["material"].anchor(), "brass")
    hand.pause()
    assert hand.stored(item, "components") == [*rows, {"part": "Shaft", "material": "brass"}]
    press_escape(hand)
    assert hand.stored(item, "components") == [*rows, {"part": "Shaft"}]
    assert leaves_next(hand)


def test_escape_in_the_entry_of_a_list_leaves_the_names_that_were_added(hand: Hand):
    item, found = hand.show("issuers", "official_statement", title="A title")
    editor = cast("SourcesEditor", found)
    for name in ("Alpha ministry", "Beta ministry"):
        hand.type(editor.entry, name)
        hand.press(editor.entry, Qt.Key.Key_Return)
    issuers = hand.stored(item, "issuers")
    assert isinstance(issuers, list) and len(issuers) == 2
    hand.type(editor.entry, "Gam")
    assert not leaves_next(hand)
    press_escape(hand)
    assert editor.entry.text() == "" and leaves_next(hand)
    press_escape(hand)
    assert hand.stored(item, "issuers") == issuers


def test_escape_after_a_stray_key_leaves_the_source_that_was_chosen(hand: Hand):
    wire = hand.case.add_source("Harbour Wire")
    item, editor = hand.show("source", "claim", title="A title")
    hand.type(editor.anchor(), "Harbour Wire")
    hand.press(editor.anchor(), Qt.Key.Key_Return)
    hand.type(editor.anchor(), "x")
    hand.pause()
    press_escape(hand)
    assert hand.stored(item, "source") == wire.id
    assert cast("SourceEditor", editor).entry.text() == "Harbour Wire" and leaves_next(hand)


ONE_LINE = ("text", "heading", "url", "language", "number", "when", "where", "times", "places")


@pytest.mark.parametrize("name", [*ONE_LINE, "table"])
def test_return_settles_what_escape_goes_back_to(hand: Hand, name: str):
    sample = BY_TYPE[name]
    item, editor, _ = show(hand, sample)
    sample.act(hand, editor)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        focus = hand.panel.window().focusWidget()
        assert focus is not None
        hand.press(focus, key)
    assert hand.stored(item, sample.name) == sample.after
    assert on_screen(editor) == sample.after


@pytest.mark.parametrize("sample", ALL, ids=str)
def test_nothing_is_written_where_nothing_was_changed(hand: Hand, sample: Sample):
    _, editor, _ = show(hand, sample)
    before = hand.entries()
    hand.enter(editor.anchor())
    hand.leave()
    hand.panel.flush()
    assert hand.entries() == before


@pytest.mark.parametrize("sample", ALL, ids=str)
def test_a_value_that_is_not_understood_is_shown_and_kept(hand: Hand, sample: Sample):
    values = values_of(sample) | {sample.name: sample.unreadable}
    item, editor = hand.show(sample.name, sample.kind, **values)
    assert not editor.is_readable
    assert "not understood" in editor.hint
    assert not editor.anchor().isVisible()
    before = hand.entries()
    editor.put()
    hand.panel.flush()
    assert hand.entries() == before
    assert hand.stored(item, sample.name) == sample.unreadable
    other, again, value = show(hand, sample)
    assert again is editor and editor.is_readable and editor.anchor().isVisible()
    assert "not understood" not in editor.hint
    assert hand.stored(other, sample.name) == value


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_in_a_case_for_reading_nothing_can_be_changed(read_only: ReadOnly, sample: Sample):
    hand, item = read_only(sample.kind, values_of(sample))
    editor = hand.editor(sample.name)
    assert editor.read_only
    anchor = editor.anchor()
    hand.qtbot.keyClicks(anchor, "x")
    if isinstance(anchor, QPushButton) and anchor.isVisible():
        hand.click(anchor)
    hand.panel.flush()
    assert hand.stored(item, sample.name) == sample.before
    assert on_screen(editor) == sample.before


REFERENCES: dict[type[AnyField], str] = {
    SourceRef: "source",
    SourceRefs: "sources",
    ItemRefs: "items",
    BoardRef: "board",
}


def sort_of(declared: AnyField) -> str:
    """The name that the type of a field has here."""
    return REFERENCES.get(type(declared), type(declared).__name__.lower())


def fields_by_type() -> list[tuple[str, AnyField]]:
    """One field of every type that any kind declares."""
    found: dict[str, tuple[str, AnyField]] = {}
    for kind in KINDS.values():
        for each in kind.fields:
            found.setdefault(sort_of(each), (kind.name, each))
    return list(found.values())


def test_every_field_type_has_a_sample_here():
    declared = {sort_of(each) for _, each in fields_by_type()} - {"linked"}
    assert declared <= set(BY_TYPE)


@pytest.mark.parametrize(("kind", "declared"), fields_by_type(), ids=lambda each: str(each)[:20])
def test_controls_have_names_and_can_be_reached(hand: Hand, kind: str, declared: AnyField):
    _, editor = hand.show(declared.name, kind, title="A title")
    anchor = editor.anchor()
    assert declared.label.lower()[:4] in anchor.accessibleName().lower() or sort_of(declared) in (
        "linked",
        "table",
        "times",
        "places",
        "choices",
    )
    for control in focusable(editor):
        assert control.accessibleName() or getattr(control, "text", str)()
    if sort_of(declared) != "linked":
        assert anchor in focusable(editor) or anchor.focusProxy() is not None
