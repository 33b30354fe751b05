"""How a board is looked at: what a filter hides, what stands back around something, what is kept of it."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from board_strategies import boards, card, contents_of, item
from caseboard.outlook import Outlook
from caseboard.sight import MOST_STEPS, Mode, Shown, Sight
from casedb.commands import views
from casedb.model.contents import Contents
from casedb.model.filtering import Condition, Filter
from casedb.model.records import Link, Ref, SavedView
from portioned import finished

CLAIMS = Filter(kinds=frozenset({"claim"}))

filters = st.builds(
    Filter,
    kinds=st.frozensets(st.sampled_from(["claim", "note", "media"])),
    words=st.sampled_from(["", "a", "quay"]),
    first=st.sampled_from([None, date(2024, 1, 2)]),
    files=st.sampled_from([None, True]),
    inverted=st.frozensets(st.sampled_from([Condition.KINDS])),
)
sights = st.builds(
    Sight,
    filter=filters,
    mode=st.sampled_from(list(Mode)),
    focus=st.frozensets(st.sampled_from(["ca", "cb", "gone"])),
    steps=st.integers(0, MOST_STEPS),
)


def chain() -> Contents:
    """a – b – c, all on the board, and d alone."""
    return contents_of(
        [
            *(item("a", "claim"), item("b", "claim"), item("c"), item("d")),
            *(card(name, 300 * n) for n, name in enumerate("abcd")),
            Link("ab", "related", Ref.item("a"), Ref.item("b")),
            Link("bc", "related", Ref.item("b"), Ref.item("c")),
        ]
    )


def seen_of(there: Contents, sight: Sight) -> Shown:
    return finished(Outlook(there, "board", sight).catch_up())


def shown(sight: Sight) -> Shown:
    return seen_of(chain(), sight)


def test_a_filter_hides_what_does_not_pass_or_lets_it_stand_back() -> None:
    rest = frozenset({"cc", "cd"})
    assert shown(Sight(CLAIMS)) == (rest, frozenset())
    assert shown(Sight(CLAIMS, Mode.FADE)) == (frozenset(), rest)
    assert shown(Sight()) == (frozenset(), frozenset())


def test_around_a_card_all_stands_back_that_is_further_away() -> None:
    for steps, near in enumerate(({"ca"}, {"ca", "cb"}, {"ca", "cb", "cc"})):
        seen = shown(Sight().focused(["ca"], steps))
        assert seen.faded == {"ca", "cb", "cc", "cd"} - near
        assert not seen.concealed


def test_no_step_leads_through_what_is_hidden() -> None:
    notes = Filter(kinds=frozenset({"claim"}), words="", inverted=frozenset({Condition.KINDS}))
    seen = shown(Sight(notes).focused(["cc"], 5))
    assert seen == (frozenset({"ca", "cb"}), frozenset({"cd"}))


def test_looking_around_what_is_gone_is_looking_around_nothing() -> None:
    assert shown(Sight().focused(["gone"], 2)) == (frozenset(), frozenset())


@given(boards(most=8), sights)
def test_nothing_is_hidden_and_faded_at_once(there: Contents, sight: Sight) -> None:
    seen = seen_of(there, sight)
    cards = {each.id for each in there.each_card_on("board")}
    assert not seen.concealed & seen.faded
    assert seen.concealed | seen.faded <= cards
    assert not sight.focus & seen.faded or sight.filter


@given(sights)
def test_a_view_keeps_how_a_board_is_looked_at(sight: Sight) -> None:
    there = contents_of([])
    change = views.save_view(there, lambda: "v", "board", "Mine", sight.to_values())
    (edit,) = change.edits
    assert isinstance(edit.after, SavedView)
    kept = Sight.from_values(edit.after.values)
    assert kept.to_values() == sight.to_values()
    assert (kept.filter, kept.focus) == (sight.filter or Filter(), sight.focus)


@given(
    st.dictionaries(
        st.sampled_from(["filter", "mode", "focus"]),
        st.sampled_from([None, 3, "fade", [], {}, {"cards": "abc"}, {"cards": [1], "steps": True}]),
    )
)
def test_a_view_that_makes_no_sense_is_looked_at_all_the_same(values: dict[str, object]) -> None:
    sight = Sight.from_values(values)  # pyright: ignore[reportArgumentType]
    assert not sight
    assert shown(sight) == (frozenset(), frozenset())
