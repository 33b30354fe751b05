"""What differs between two states of a case, what is said apart from where it lies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from casedb import Case
from casedb.commands import cards, removal, snapshots
from casedb.commands.items import set_values
from casedb.differing import Part, by_part, differences
from casedb.errors import InvalidChange
from casedb.past import Past
from templates import Templates, create_empty


@pytest.fixture
def case(tmp_path: Path, templates: Templates) -> Iterator[Case]:
    with Case.open(templates.copy(create_empty, tmp_path / "case.caseboard")) as case:
        yield case


def told(case: Case, since: int, board: str = "") -> dict[Part, list[str]]:
    past = Past(case.journal, case.contents)
    past.go(since)
    found = by_part(differences(past.contents, case.contents, board))
    return {part: [each.sentence() for each in changes] for part, changes in found.items()}


def test_nothing_differs_from_itself(case: Case) -> None:
    assert differences(case.contents, case.contents) == []


def test_what_is_said_is_told_apart_from_where_it_lies(case: Case) -> None:
    claim, photo = case.add("claim", title="It sailed"), case.add("media", title="Photo")
    gone = case.add("note", title="Doubt")
    link = case.link(photo, "supports", claim, strength="weak")
    card = case.place(claim, x=0, y=0)
    since = case.journal.length
    case.set(claim, summary="At night")
    case.run(set_values(case.contents.links[link.id], {"strength": "strong"}, "Edit fields"))
    case.run(cards.move(case.contents, [card.id], 40, 0))
    case.run(removal.delete_items(case.contents, [gone.id]))
    case.assess(claim, "verdict", "true")
    case.add_source("Ministry")
    case.place(photo, x=400, y=0)
    found = told(case, since)
    assert list(found) == [
        *(Part.VERDICTS, Part.CLAIMS, Part.EVIDENCE, Part.LINKS, Part.SOURCES),
        *(Part.CARDS, Part.POSITIONS),
    ]
    assert found[Part.CLAIMS] == ["Claim “It sailed”: changed"]
    assert found[Part.EVIDENCE] == ["Note “Doubt”: deleted"]
    assert found[Part.POSITIONS] == ["Card “It sailed”: changed"]
    assert found[Part.CARDS] == ["Card “Photo”: added"]


def test_a_field_is_told_before_and_after(case: Case) -> None:
    claim = case.add("claim", title="It sailed")
    since = case.journal.length
    case.set(claim, title="It sailed at night")
    past = Past(case.journal, case.contents)
    past.go(since)
    ((change,),) = by_part(differences(past.contents, case.contents)).values()
    (field,) = change.fields
    assert (field.label, field.before, field.after) == ("Claim", "It sailed", "It sailed at night")
    ((back,),) = by_part(differences(case.contents, past.contents)).values()
    assert (back.fields[0].before, back.fields[0].after) == (field.after, field.before)


def test_of_one_board_only_its_own_cards_are_told(case: Case) -> None:
    other = case.add_board("Other")
    claim = case.add("claim", title="It sailed")
    since = case.journal.length
    case.place(claim, x=0, y=0)
    case.place(claim, board=other, x=0, y=0)
    assert len(told(case, since)[Part.CARDS]) == 2
    assert len(told(case, since, other.id)[Part.CARDS]) == 1


def test_a_snapshot_names_a_moment_and_stays_true_of_it(case: Case) -> None:
    claim = case.add("claim", title="It sailed")
    head = case.journal.length, case.journal.head
    take = snapshots.take_snapshot
    case.run(take(case.contents, case.new_id, " Before review ", head, {"note": ""}))
    (held,) = case.contents.snapshots.values()
    assert (held.name, held.seq, held.head) == ("Before review", *head)
    assert dict(held.values) == {}
    case.run(set_values(case.contents.items[claim.id], {"title": "It stayed"}, "Edit title"))
    past = Past(case.journal, case.contents)
    past.go(held.seq)
    assert past.contents.items[claim.id].title == "It sailed"
    assert case.journal.entry(held.seq).hash == held.head
    with pytest.raises(InvalidChange, match="already"):
        take(case.contents, case.new_id, "before REVIEW", head, {})
    with pytest.raises(InvalidChange, match="needs a name"):
        take(case.contents, case.new_id, " ", head, {})
    case.run(snapshots.rename_snapshot(case.contents, held.id, "Draft"))
    case.run(snapshots.note_on_snapshot(case.contents, held.id, " For Ada "))
    (held,) = case.contents.snapshots.values()
    assert (held.name, held.values.text("note")) == ("Draft", "For Ada")
    case.run(snapshots.delete_snapshot(case.contents, held.id))
    assert not case.contents.snapshots
    case.undo()
    assert [each.name for each in case.contents.snapshots.values()] == ["Draft"]
