"""The name of a source that must not be named leaves the case with nothing but the case file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from casedb import Case
from casedb.commands.pasting import paste
from casedb.commands.removal import delete_sources
from casedb.model.clip import clip_of, discreet
from casedb.model.geometry import Point
from casedb.model.records import Item, Source
from casedb.parcel import pack, unpack
from casedb.story import changes_of

SECRET = "Olena Hrytsenko"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """A case with a protected source, an item that names it, and one that would give it away."""
    with Case.create(tmp_path / "case.caseboard", "Case", actor="Tester") as case:
        source = case.add_source(
            SECRET, aliases=[f"{SECRET} (nurse)"], notes=f"{SECRET} asked for it", protected=True
        )
        other = case.add_source("Harbour office")
        photo = case.add("media", title="Pier", source=source)
        said = case.add(
            "official_statement",
            title="Said",
            spokesperson=SECRET,
            sensitivity=["protected_source"],
        )
        case.add("media", title="Quay", source=other)
        for item in (photo, said):
            case.place(item)
        case.set(source, notes=f"{SECRET} was afraid")
        yield case


def test_the_journal_tells_of_it_without_its_name(case: Case) -> None:
    told = [
        " ".join((change.name, *(f"{each.before} {each.after}" for each in change.fields)))
        for entry in case.journal.entries()
        for change in changes_of(case.journal, case.contents, entry)
    ]
    assert not [each for each in told if SECRET in each]
    assert any("Protected source" in each for each in told)
    assert any("Harbour office" in each for each in told)


def test_the_journal_does_not_name_it_when_it_is_gone(case: Case) -> None:
    source = next(each for each in case.contents.sources.values() if each.name == SECRET)
    case.run(delete_sources(case.contents, [source.id]))
    test_the_journal_tells_of_it_without_its_name(case)


def test_what_is_copied_does_not_carry_it(case: Case, tmp_path: Path) -> None:
    clip = clip_of(case.contents, list(case.contents.cards))
    data = pack(discreet(clip), case.artifact_bytes)
    assert SECRET.encode() not in data
    assert SECRET.encode() in pack(clip, case.artifact_bytes), "or this test could not fail"
    with Case.create(tmp_path / "other.caseboard", "Other") as other:
        parcel = unpack(data)
        board = other.contents.boards[0].id
        pasted = paste(other.contents, other.new_id, parcel.clip, board, Point(0, 0))
        assert pasted.nameless == 1
        other.run(pasted.change)
        (source,) = other.contents.sources.values()
        assert source.values.get("protected") is True and source.name == ""
    # Where it came from it keeps its name.
    board = case.contents.boards[0].id
    again = paste(case.contents, case.new_id, unpack(data).clip, board, Point(0, 0))
    assert again.nameless == 0
    case.run(again.change)
    assert any(each.name == SECRET for each in case.contents.sources.values())
    said = next(e for e in case.contents.items.values() if e.kind == "official_statement")
    assert said.values.text("spokesperson") == SECRET


def test_json_leaves_it_out_and_says_so_unless_it_is_asked_for(case: Case, tmp_path: Path) -> None:
    case.write_json(tmp_path / "case.json")
    told = json.loads((tmp_path / "case.json").read_text("utf-8"))
    assert SECRET not in json.dumps(told["source"], ensure_ascii=False)
    assert told["protected_sources_without_names"] == 1
    case.write_json(tmp_path / "all.json", with_protected=True)
    whole = json.loads((tmp_path / "all.json").read_text("utf-8"))
    assert SECRET in json.dumps(whole["source"], ensure_ascii=False)
    assert "protected_sources_without_names" not in whole


def test_a_source_that_may_be_named_stays_as_it_is(case: Case) -> None:
    clip = discreet(clip_of(case.contents, list(case.contents.cards)))
    named = [each for each in clip.of(Source) if each.values.get("protected") is not True]
    assert all(each == case.contents.sources[each.id] for each in named)
    plain = [each for each in clip.of(Item) if each.kind == "media"]
    assert all(each == case.contents.items[each.id] for each in plain)
