"""Matched points as a finding: kept with the item, one row for two files, and read back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedb import Case
from casedb.commands.comparing import compared_with, keeps_matches, matches_of, save_match
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet, Edit
from casedb.model.json_value import JsonValue
from casedb.model.matches import Match, find_match, read_match
from casedb.model.values import Values

A, B, C = "a" * 64, "b" * 64, "c" * 64
spots = st.tuples(st.floats(0, 1), st.floats(0, 1))
matches = st.builds(
    Match, st.just(A), st.just(B), st.lists(st.tuples(spots, spots), min_size=1).map(tuple)
)


@given(matches)
def test_what_is_kept_is_read_back(match: Match) -> None:
    read = read_match(match.to_row("good"))
    if len(match.pairs) > 64:
        assert read is None
        return
    assert read is not None and (read.first, read.second) == (A, B)
    for one, other in zip(read.pairs, match.pairs, strict=True):
        for spot, expected in zip(one, other, strict=True):
            assert spot == pytest.approx(expected, abs=1e-8)


@given(matches)
def test_the_other_way_round_twice_is_as_it_was(match: Match) -> None:
    assert match.turned_round().turned_round() == match


@pytest.mark.parametrize(
    "points",
    ["", ";", "1 2", "0 0 = 0", "0 0 = 0 2", "0 0 = 0 nan", "x y = z w", "0 0 = -1 0", 5, None],
)
def test_what_is_no_match_is_none(points: JsonValue) -> None:
    assert read_match({"first": A, "second": B, "points": points}) is None
    assert read_match({"points": "0 0 = 0 0"}) is None


@pytest.mark.parametrize("way", ["", "similarity", "affine", "homography"])
def test_the_way_is_kept_with_the_points(way: str) -> None:
    match = Match(A, B, (((0.25, 0.5), (0.75, 1.0)),), way)
    assert read_match(match.to_row()) == match
    assert match.turned_round().way == way
    assert read_match({**match.to_row(), "way": "by a newer version"}) == Match(A, B, match.pairs)


def test_a_media_item_keeps_matches(tmp_path: Path) -> None:
    with Case.create(tmp_path / "quay.caseboard", "Quay") as case:
        photo = case.add("media", title="Photo")
        match = Match(A, B, (((0.25, 0.5), (0.75, 1.0)),), "affine")
        case.run(save_match(case.contents, photo.id, match))
        (row,) = matches_of(case.contents.items[photo.id])
        assert read_match(row) == match


def test_a_match_is_found_whichever_file_is_named_first() -> None:
    match = Match(A, B, (((0.25, 0.5), (0.75, 1.0)),))
    rows = [Match(A, C, match.pairs).to_row(), match.to_row()]
    assert find_match(rows, A, B) == match
    assert find_match(rows, B, A) == match.turned_round()
    assert find_match(rows, B, C) is None


def test_saving_replaces_those_of_the_same_files_and_can_be_taken_back(tmp_path: Path) -> None:
    with Case.create(tmp_path / "quay.caseboard", "Quay") as case:
        scene = case.add("satellite_image", title="The quay")
        match = Match(A, B, (((0.25, 0.5), (0.75, 1.0)),))
        other = Match(A, C, match.pairs)
        for each in (match, other, match.turned_round()):
            case.run(save_match(case.contents, scene.id, each, "fits"))
        kept = [read_match(row) for row in matches_of(case.contents.items[scene.id])]
        assert kept == [other, match.turned_round()]
        assert case.journal.entry(case.journal.length).label == "Save matched points"
        case.undo()
        kept = [read_match(row) for row in matches_of(case.contents.items[scene.id])]
        assert kept == [match, other]


def test_a_kind_without_a_place_for_them_refuses(tmp_path: Path) -> None:
    with Case.create(tmp_path / "quay.caseboard", "Quay") as case:
        note = case.add("note", title="x")
        assert not keeps_matches(note) and matches_of(note) == ()
        with pytest.raises(InvalidChange, match="Nothing was changed"):
            save_match(case.contents, note.id, Match(A, B, ()))


def test_what_it_was_compared_with_is_said_by_the_item_that_keeps_the_points(
    tmp_path: Path,
) -> None:
    with Case.create(tmp_path / "quay.caseboard", "Quay") as case:
        scene, before = (case.add("satellite_image", title=each) for each in ("The quay", "Before"))
        photo, note = case.add("media", title="Photo"), case.add("note", title="x")
        match = Match(A, B, (((0.25, 0.5), (0.75, 1.0)),))

        def named(other: str) -> JsonValue:
            case.run(save_match(case.contents, scene.id, match, "fits", other))
            return case.contents.items[scene.id].values.get("compared_with")

        length = case.journal.length
        assert named(before.id) == [before.id] and case.journal.length == length + 1
        assert compared_with(case.contents.items[scene.id]) == (before.id,)
        assert named(photo.id) == [before.id]
        case.undo()
        case.undo()
        assert "compared_with" not in case.contents.items[scene.id].values
        assert matches_of(case.contents.items[scene.id]) == ()
        for nothing in ("", scene.id, note.id, "gone"):
            assert named(nothing) is None
        newer = Values({**scene.values, "compared_with": {"of": "a newer version"}})
        held = case.contents.items[scene.id]
        case.run(ChangeSet("Edit", (Edit(held, replace(held, values=newer)),)))
        assert named(before.id) == {"of": "a newer version"}
        assert compared_with(case.contents.items[scene.id]) == ()
        # A kind without that field keeps the points as before.
        case.run(save_match(case.contents, photo.id, match, "fits", scene.id))
        assert matches_of(case.contents.items[photo.id])
        assert "compared_with" not in case.contents.items[photo.id].values
