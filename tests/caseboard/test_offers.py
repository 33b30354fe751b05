"""What the palette lists for what is typed: in a sensible order, everything once, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard.actions import ACTIONS, ALSO
from caseboard.matching import Fit, match
from caseboard.offers import IN_CASE, LOOSE, MOST_LOOSE, RECENT, Offer, Row, rows_for, rows_of_all

ZOOM_IN = Offer("do:zoom_in", "Zoom in", "View", keys=("Ctrl++",))
ZOOM_OUT = Offer("do:zoom_out", "Zoom out", "View")
UNDO = Offer("do:undo", "Undo", "Edit", missing="There is nothing to undo.")
CLAIM = Offer("do:add_claim", "Claim", "Add", beside="New card")
BOARD = Offer("board:1", "Zoom on Kharkiv", "Boards")
WHEEL = Offer("set:wheel=zoom", "Wheel: zooms", "Mouse", is_sought=True)
OFFERS = (ZOOM_IN, ZOOM_OUT, UNDO, CLAIM, BOARD, WHEEL)
FOUND = (Row(Offer("item:1", "A wind zone", IN_CASE), IN_CASE),)

made = st.builds(
    Offer,
    st.uuids().map(str),
    st.text("abz ", min_size=1, max_size=8),
    st.sampled_from(["View", "Edit", "a"]),
    missing=st.sampled_from(["", "Select a card first."]),
    is_sought=st.booleans(),
)


def ids(rows: list[Row]) -> list[str]:
    return [row.offer.id for row in rows]


@given(st.lists(made, max_size=8), st.text("abz", max_size=4), st.data())
def test_everything_that_fits_is_listed_once_and_nothing_else(
    offers: list[Offer], query: str, data: st.DataObject
) -> None:
    used = [
        each.id for each in data.draw(st.lists(st.sampled_from(offers)) if offers else st.just([]))
    ]
    rows = rows_for(query, offers, used) if query else rows_of_all(offers, used)
    assert len(set(ids(rows))) == len(rows)
    if not query:
        assert set(ids(rows)) >= {each.id for each in offers if not each.is_sought}
        return
    firmly = {
        each.id
        for each in offers
        if (met := match(query, each.text)) is not None and met.fit is not Fit.LOOSE
    }
    assert firmly <= set(ids(rows))
    for row in rows:
        assert match(query, f"{row.offer.text} {row.offer.group}") is not None


@given(st.lists(made, max_size=8), st.text("abz", min_size=1, max_size=3))
def test_a_better_fit_comes_first_and_loose_ones_last(offers: list[Offer], query: str) -> None:
    rows = rows_for(query, offers, (), FOUND)
    at = ids(rows).index("item:1")
    assert all(row.heading == "" for row in rows[:at])
    assert all(row.heading == LOOSE for row in rows[at + 1 :])
    assert len(rows) - at - 1 <= MOST_LOOSE
    fits = [
        met.fit
        for row in rows[:at]
        if not row.offer.is_sought and (met := match(query, row.offer.text)) is not None
    ]
    assert fits == sorted(fits) or Fit.LOOSE in fits


def test_the_beginning_of_words_comes_before_their_inside() -> None:
    inside = Offer("do:x", "Blazon", "Edit")
    assert ids(rows_for("zo", (inside, *OFFERS), ()))[:3] == [
        "do:zoom_in",
        "do:zoom_out",
        "board:1",
    ]


def test_of_two_alike_the_one_used_last_comes_first() -> None:
    assert ids(rows_for("zoom", OFFERS, ["do:zoom_out"]))[:2] == ["do:zoom_out", "do:zoom_in"]


def test_what_cannot_be_done_now_comes_after_what_can() -> None:
    done = Offer("do:undone", "Undone", "Edit")
    assert ids(rows_for("undo", (UNDO, done), ())) == ["do:undo", "do:undone"]
    assert ids(rows_for("un", (UNDO, done), ())) == ["do:undone", "do:undo"]


def test_a_setting_does_not_push_a_command_aside() -> None:
    assert ids(rows_for("zooms", (ZOOM_IN, WHEEL), ())) == ["set:wheel=zoom"]
    blazon = Offer("do:x", "Blazoom", "Edit")
    assert ids(rows_for("zoom", (WHEEL, blazon), ())) == ["do:x", "set:wheel=zoom"]


@pytest.mark.parametrize("query", ["add claim", "new card", "claim add"])
def test_what_stands_beside_a_command_finds_it_as_well(query: str) -> None:
    rows = rows_for(query, OFFERS, ())
    assert ids(rows)[0] == "do:add_claim"
    assert all(end <= len("Claim") for _, end in rows[0].marks)


def test_before_anything_is_typed_what_was_used_last_stands_at_the_head() -> None:
    rows = rows_of_all(OFFERS, ["do:zoom_out", "do:gone", "do:undo", "do:zoom_in"])
    headings = [(row.heading, row.offer.id) for row in rows]
    assert headings == [
        (RECENT, "do:zoom_out"),
        (RECENT, "do:zoom_in"),
        ("Edit", "do:undo"),
        ("Add", "do:add_claim"),
        ("Boards", "board:1"),
    ]


def test_an_offer_says_all_that_is_seen_of_it() -> None:
    assert ZOOM_IN.spoken() == "Zoom in, View, Ctrl++"
    assert UNDO.spoken() == "Undo, Edit, There is nothing to undo."
    assert Offer("x", "Light", "Theme", is_ticked=True).spoken() == "Light, Theme, chosen"


def test_what_is_read_in_another_language_is_found_by_its_english_words() -> None:
    zoom = Offer("do:zoom_in", "Наблизити", "Вигляд", english="Zoom in")
    about = Offer("do:about", "Zoom — про програму", "Довідка", english="About Caseboard")
    [row] = rows_for("набл", [zoom, about], ())
    assert (row.offer, row.marks) == (zoom, ((0, 4),))
    # What is read comes before what is not; of that no letters are marked.
    rows = rows_for("zoom", [zoom, about], ())
    assert [(each.offer, each.marks) for each in rows] == [(about, ((0, 4),)), (zoom, ())]
    assert rows_for("qq", [zoom, about], ()) == []


def test_an_action_is_found_by_the_word_of_another_program() -> None:
    offers = [
        Offer("do:filter", "Filter…", "View", also=ALSO["filter"]),
        Offer("do:fit_all", "Fit all", "View", also=ALSO["fit_all"]),
    ]
    assert [row.offer.id for row in rows_for("showcase", offers, ())] == ["do:filter"]
    assert rows_for("showcase", offers, ())[0].marks == ()
    # Letters here and there in those words say nothing.
    assert not rows_for("swcs", offers, ())


def test_words_of_other_programs_are_for_actions_that_there_are() -> None:
    assert set(ALSO) <= {each.name for each in ACTIONS}
