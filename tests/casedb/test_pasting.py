"""Copying a part of a board and putting it down again: in the same case, and in another one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedb import Case, parcel
from casedb.commands import boards, cards, folding, links, removal
from casedb.commands.pasting import Pasted, paste
from casedb.errors import ArtifactMissing, IntakeRefused, InvalidChange
from casedb.model.changes import ChangeSet
from casedb.model.clip import Clip, clip_of
from casedb.model.contents import Contents
from casedb.model.geometry import Point, Rect, bounding_rect
from casedb.model.json_value import JsonValue
from casedb.model.records import (
    Artifact,
    Assessment,
    Board,
    Card,
    CaseInfo,
    Element,
    Frame,
    Item,
    Link,
    Record,
    Ref,
    Route,
    Source,
)
from casedb.model.references import references_of, without_references
from casedb.parcel import pack, unpack
from casedb.verification import verify
from random_work import Worker

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """A claim and a photo with a file and a source, linked; both on the main board, in a frame."""
    with Case.create(tmp_path / "from.caseboard", board="Main") as case:
        claim = case.add("claim", title="The ship was in the harbour")
        case.add_element(claim, role="actor", text="the ship")
        source = case.add_source("Harbour master")
        photo = case.add("media", title="Photograph", source=source)
        case.attach_bytes(photo, PICTURE, "pier.png")
        link = case.link(photo, "supports", claim, rationale="It shows her.")
        case.assess(photo, "credibility", "2", claim=claim)
        case.assess(source, "reliability", "B")
        case.place(claim, x=0, y=0, w=260, h=120)
        case.place(photo, x=500, y=40, w=260, h=160)
        board = case.contents.boards[0].id
        case.run(cards.add_frame(case.contents, case.new_id, board, Rect(-50, -50, 900, 400), "F"))
        case.run(_led(case, link.id))
        yield case


def _led(case: Case, link_id: str) -> ChangeSet:
    board = case.contents.boards[0].id
    return links.set_route(
        case.contents, case.new_id, board, link_id, (Point(300, 300), Point(400, 320))
    )


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Case]:
    """An empty case."""
    with Case.create(tmp_path / "to.caseboard", board="There") as case:
        yield case


def all_of(case: Case, board_id: str = "") -> Clip:
    board_id = board_id or case.contents.boards[0].id
    placed = [*case.contents.each_card_on(board_id), *case.contents.frames_on(board_id)]
    return clip_of(case.contents, [each.id for each in placed])


ORIGIN = Point(0, 0)


def put_down(case: Case, data: bytes, at: Point = ORIGIN) -> Pasted:
    got = unpack(data)
    board = case.contents.boards[0].id
    pasted = paste(case.contents, case.new_id, got.clip, board, at, got.bytes_of)
    case.run(pasted.change, got.bytes_of)
    return pasted


def laid(cards: Iterable[Card]) -> list[tuple[str, float, float, float, float]]:
    """Where items lie, from the leftmost and topmost of their cards."""
    placed = list(cards)
    left, top = min(card.x for card in placed), min(card.y for card in placed)
    rounded = ((card.item, round(card.x - left, 1), round(card.y - top, 1)) for card in placed)
    return sorted((*each, card.w, card.h) for each, card in zip(rounded, placed, strict=True))


# -- into another case -----------------------------------------------------------------------------


def test_what_was_copied_is_the_same_in_another_case(case: Case, other: Case) -> None:
    data = pack(all_of(case), case.artifact_bytes)
    before = Contents(case.contents.records())
    case.close()
    pasted = put_down(other, data, Point(1000, 1000))
    contents = other.contents
    for of in (Item, Source, Link, Element, Artifact, Assessment):
        assert contents.all(of) == before.all(of)
    assert laid(contents.cards.values()) == laid(before.cards.values())
    assert other.artifact_bytes(next(iter(contents.artifacts))) == PICTURE
    (frame,) = contents.frames.values()
    assert (frame.title, frame.w, frame.h) == ("F", 900, 400)
    (route,) = contents.all(Route).values()
    assert [b.x - a.x for a, b in [route.points]] == [100]
    assert (pasted.items, pasted.sources, pasted.files, pasted.known) == (2, 1, 1, 0)
    assert pasted.change.label == "Paste 3 things"
    other.undo()
    assert not contents.items and not contents.cards and not contents.frames
    assert verify(other.path).sound
    assert not set(before.cards) & set(contents.cards)


def test_what_is_there_already_is_used_as_it_is(case: Case, other: Case) -> None:
    put_down(other, pack(all_of(case), case.artifact_bytes))
    claim = next(each for each in case.contents.items.values() if each.kind == "claim")
    case.set(claim, title="She was elsewhere")
    case.add_element(claim, role="place", text="the quay")
    note = case.add("note", title="New")
    case.place(note, x=0, y=300)
    case.link(note, "related", claim)
    here = other.contents.items[claim.id]
    pasted = put_down(other, pack(all_of(case), case.artifact_bytes))
    assert other.contents.items[claim.id] == here
    assert len(other.contents.elements) == 1
    assert (pasted.items, pasted.known, pasted.differing) == (1, 3, 1)
    assert len(other.contents.links) == 2, "what is new comes with its links"
    assert len(other.contents.cards) == 5


def test_the_same_file_is_there_once(case: Case, other: Case) -> None:
    other.attach_bytes(other.add("media", title="Mine"), PICTURE, "mine.png")
    pasted = put_down(other, pack(all_of(case), case.artifact_bytes))
    assert pasted.files == 0 and not pasted.missing
    (artifact,) = other.contents.artifacts.values()
    assert artifact.name == "mine.png"
    assert len(other.contents.attachments_to(artifact.id)) == 2


def test_a_number_that_another_exhibit_has_is_given_anew(case: Case, other: Case) -> None:
    mine = other.add("note", title="Mine")
    pasted = put_down(other, pack(all_of(case), case.artifact_bytes))
    numbers = [each.values.text("exhibit") for each in other.contents.items.values()]
    assert len(set(numbers)) == 3 and pasted.renumbered == 1
    assert other.contents.items[mine.id] == mine
    fresh = other.add("note", title="Next").values.text("exhibit")
    assert fresh not in numbers


def test_what_a_field_names_and_was_not_copied_is_left_out_and_told(
    case: Case, other: Case
) -> None:
    seen, compared = (case.add("satellite_image", title=each) for each in ("After", "Before"))
    case.set(seen, compared_with=[compared])
    card = case.place(seen, x=0, y=900)
    pasted = put_down(other, pack(clip_of(case.contents, [card.id]), case.artifact_bytes))
    (item,) = other.contents.items.values()
    assert pasted.unnamed == 1 and item.values.get("compared_with") is None


def test_files_that_are_too_large_stay_behind_and_are_told_of(
    case: Case, other: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parcel, "MOST_FILE_BYTES", len(PICTURE) - 1)
    data = pack(all_of(case), case.artifact_bytes)
    assert PICTURE not in data
    pasted = put_down(other, data)
    assert pasted.missing == ("pier.png",)
    assert len(other.contents.items) == 2
    assert not other.contents.artifacts and not other.contents.attachments
    put_down(case, data)
    assert len(case.contents.artifacts) == 1, "where the file is, nothing is missing"


def test_a_file_that_cannot_be_read_stays_behind(case: Case, other: Case) -> None:
    def refuse(_: str) -> bytes:
        raise ArtifactMissing("It is not there.")

    assert put_down(other, pack(all_of(case), refuse)).missing == ("pier.png",)


def test_what_is_folded_into_a_frame_comes_along_folded(case: Case, other: Case) -> None:
    frame = next(iter(case.contents.frames))
    case.run(folding.fold(case.contents, case.new_id, [frame]))
    data = pack(clip_of(case.contents, [frame]), case.artifact_bytes)
    put_down(other, data)
    (fold,) = other.contents.folds.values()
    assert set(fold.members) == set(other.contents.cards)
    assert len(other.contents.cards) == 2
    other.run(folding.toggle(other.contents, other.new_id, [fold.frame]))
    assert laid(other.contents.cards.values()) == laid(case.contents.cards.values())
    assert verify(other.path).sound


@pytest.mark.parametrize("seed", range(6))
def test_whatever_lies_on_a_board_is_the_same_in_an_empty_case(seed: int, tmp_path: Path) -> None:
    """Copied, closed, pasted: the same items, links, sources, files and places."""
    with Case.create(tmp_path / "from.caseboard") as case:
        worker = Worker(case, with_files=True)
        for n in range(150):
            worker.do(seed * 10_000 + n)
        board = max(case.contents.boards, key=lambda each: len(case.contents.cards_on(each.id))).id
        clip = all_of(case, board)
        data = pack(clip, case.artifact_bytes)
        bytes_of = {each.id: case.artifact_bytes(each.id) for each in clip.of(Artifact)}
        before = Contents(case.contents.records())
    there = {card.item for card in before.cards_on(board)}
    with Case.create(tmp_path / "to.caseboard") as other:
        mine = other.contents.boards[0].id
        got = unpack(data)
        # What the random work has laid on the board it stands for, no board takes.
        standing = [each for each in got.clip.of(Item) if each.kind == "board_card"]
        assert all(each.values.get("board") != mine for each in standing)
        put_down(other, data, Point(-400, 700))
        contents = other.contents
        assert set(contents.items) == there
        for item in contents.items.values():
            gone = frozenset(
                named
                for _, what, named in references_of(before.items[item.id])
                if what == "item" and named not in there
            )
            stripped = without_references(before.items[item.id], gone)
            assert item.values.changed({"exhibit": None}) == stripped.changed({"exhibit": None})
        assert set(contents.links) == {each.id for each in clip.of(Link)}
        assert all(contents.links[each.id] == each for each in clip.of(Link))
        named = {
            each
            for item in contents.items.values()
            for _, what, each in references_of(item)
            if what == "source"
        }
        assert named <= set(contents.sources) == {each.id for each in clip.of(Source)}
        assert {each: other.artifact_bytes(each) for each in contents.artifacts} == bytes_of
        if there:
            assert laid(contents.cards.values()) == laid(before.cards_on(board))
        other.undo()
        assert not contents.items and not contents.cards and not contents.links
        other.redo()
        assert set(contents.items) == there
    assert verify(tmp_path / "to.caseboard").sound


# -- into the same case ----------------------------------------------------------------------------


def test_in_the_same_case_the_same_items_are_placed_again(case: Case) -> None:
    data = pack(all_of(case), case.artifact_bytes)
    board = case.add_board("Second")
    got = unpack(data)
    before = Contents(case.contents.records())
    pasted = paste(case.contents, case.new_id, got.clip, board.id, Point(0, 0), got.bytes_of)
    case.run(pasted.change, got.bytes_of)
    for of in (Item, Source, Link, Element, Artifact, Assessment):
        assert case.contents.all(of) == before.all(of)
    assert {card.item for card in case.contents.cards_on(board.id)} == set(before.items)
    assert len(case.contents.routes_on(board.id)) == 1
    assert (pasted.items, pasted.differing, pasted.missing) == (0, 0, ())
    case.undo()
    assert case.contents == before


def test_what_was_pasted_twice_lies_beside_itself(case: Case) -> None:
    data = pack(all_of(case), case.artifact_bytes)
    for _ in range(3):
        put_down(case, data, Point(400, 150))
    places = [(card.item, card.x, card.y) for card in case.contents.cards.values()]
    assert len(set(places)) == len(places) == 8


def test_what_was_cut_comes_back_whole(case: Case) -> None:
    board = case.contents.boards[0].id
    data = pack(all_of(case), case.artifact_bytes)
    before = laid(case.contents.cards.values())
    chosen = [card.id for card in case.contents.cards_on(board)]
    case.run(removal.delete_selection(case.contents, chosen, list(case.contents.frames)))
    assert not case.contents.cards
    put_down(case, data)
    assert laid(case.contents.cards.values()) == before
    assert len(case.contents.items) == 2 and len(case.contents.routes_on(board)) == 1


def test_what_was_deleted_after_copying_comes_back_with_its_own_id(case: Case) -> None:
    data = pack(all_of(case), case.artifact_bytes)
    before = Contents(case.contents.records())
    case.run(removal.delete_items(case.contents, list(case.contents.items)))
    put_down(case, data)
    for of in (Item, Link, Element, Assessment):
        assert case.contents.all(of) == before.all(of)


def test_a_link_that_was_deleted_after_copying_stays_deleted(case: Case) -> None:
    data = pack(all_of(case), case.artifact_bytes)
    case.run(removal.delete_links(case.contents, list(case.contents.links)))
    put_down(case, data)
    assert not case.contents.links


def test_what_stands_for_a_board_is_not_pasted_on_it(case: Case) -> None:
    main, second = case.contents.boards[0], case.add_board("Second")
    case.run(
        boards.place_board(case.contents, case.new_id, second.id, main.id, Rect(0, 0, 260, 200))
    )
    data = pack(all_of(case, second.id), case.artifact_bytes)
    with pytest.raises(InvalidChange, match="cannot be put on itself"):
        put_down(case, data)


def test_locked_things_are_copied_as_free_ones(case: Case) -> None:
    ids = [*case.contents.cards, *case.contents.frames]
    case.run(cards.set_flags(case.contents, ids, "Lock", locked=True))
    put_down(case, pack(all_of(case), case.artifact_bytes))
    placed = [*case.contents.cards.values(), *case.contents.frames.values()]
    assert sum(each.locked for each in placed) == 3 and len(placed) == 6


# -- what comes from elsewhere ---------------------------------------------------------------------

Act = Callable[[dict[str, Any]], None]


def parts(data: bytes) -> tuple[dict[str, Any], bytes]:
    start = len(parcel.HEAD) + 8
    length = int.from_bytes(data[len(parcel.HEAD) : start])
    return json.loads(data[start : start + length]), data[start + length :]


def joined(document: object, files: bytes) -> bytes:
    told = json.dumps(document).encode()
    return parcel.HEAD + len(told).to_bytes(8) + told + files


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A parcel of one of everything."""
    with Case.create(tmp_path_factory.mktemp("whole") / "from.caseboard") as case:
        claim, photo = case.add("claim", title="A"), case.add("media", title="B")
        case.attach_bytes(photo, PICTURE, "pier.png")
        case.link(photo, "supports", claim)
        case.place(claim, x=0, y=0, w=260, h=120)
        case.place(photo, x=500, y=40, w=260, h=160)
        return pack(all_of(case), case.artifact_bytes)


def test_a_parcel_that_nobody_has_touched_is_understood(whole: bytes) -> None:
    assert joined(*parts(whole)) and unpack(joined(*parts(whole))).clip == unpack(whole).clip


@given(st.data())
def test_no_parcel_does_more_than_be_refused(whole: bytes, data: st.DataObject) -> None:
    """Cut off anywhere, with any byte another one: it is refused, or a clip of records."""
    at = data.draw(st.integers(0, len(whole) - 1))
    byte = data.draw(st.integers(0, 255))
    cut = data.draw(st.booleans())
    told = whole[:at] if cut else whole[:at] + bytes([byte]) + whole[at + 1 :]
    try:
        clip = unpack(told).clip
    except IntakeRefused as trouble:
        assert "nothing was pasted" in str(trouble)
    else:
        assert not cut
        contents = Contents(base())
        board = contents.boards[0].id
        new_ids = (f"n{n}" for n in range(100))
        try:
            paste(contents, lambda: next(new_ids), clip, board, Point(0, 0))
        except InvalidChange:
            return


def base() -> list[Record]:
    return [CaseInfo("case"), Board("board", "B", 0)]


def _twice(told: dict[str, Any]) -> None:
    told["tables"]["item"].append(told["tables"]["item"][0])


def _table(told: dict[str, Any]) -> None:
    told["tables"]["journal"] = []


def _board(told: dict[str, Any]) -> None:
    told["tables"]["board"] = [{"id": "b", "title": "x", "position": 0}]


def _id(told: dict[str, Any]) -> None:
    told["tables"]["item"][0]["id"] = "a b\n"


def _surrogate(told: dict[str, Any]) -> None:
    told["tables"]["artifact"][0]["name"] = "\ud800"


def _deep(told: dict[str, Any]) -> None:
    nested: JsonValue = []
    for _ in range(500):
        nested = [nested]
    told["tables"]["item"][0]["fields"] = {"title": nested}


def _number(told: dict[str, Any]) -> None:
    told["tables"]["card"][0]["x"] = float("inf")


def _far(told: dict[str, Any]) -> None:
    told["tables"]["card"][0]["x"] = 1e300


def _text(told: dict[str, Any]) -> None:
    told["tables"]["card"][0]["w"] = "wide"


def _more(told: dict[str, Any]) -> None:
    told["more"] = 1


def _hash(told: dict[str, Any]) -> None:
    told["files"][0][0] = "0" * 64


def _size(told: dict[str, Any]) -> None:
    told["files"][0][1] = -5


def _flag(told: dict[str, Any]) -> None:
    told["files"][0][1] = True


@pytest.mark.parametrize(
    "act",
    [
        *(_twice, _table, _board, _id, _surrogate, _deep, _number, _far, _text, _more),
        *(_hash, _size, _flag),
    ],
)
def test_what_is_not_as_it_should_be_is_refused(whole: bytes, act: Act) -> None:
    document, files = parts(whole)
    act(document)
    with pytest.raises(IntakeRefused, match="nothing was pasted"):
        unpack(joined(document, files))


def test_bytes_are_what_they_are_whatever_is_said_of_them(whole: bytes) -> None:
    document, files = parts(whole)
    told = document["tables"]["artifact"][0]
    told |= {"media_type": "text/html", "size": 1, "name": "../../\u202eevil.exe\n"}
    (artifact,) = unpack(joined(document, files)).clip.of(Artifact)
    assert (artifact.media_type, artifact.size) == ("image/png", len(PICTURE))
    assert "/" not in artifact.name and "\u202e" not in artifact.name


def test_there_are_bounds(case: Case, monkeypatch: pytest.MonkeyPatch, whole: bytes) -> None:
    monkeypatch.setattr(parcel, "MOST_RECORDS", 3)
    with pytest.raises(IntakeRefused):
        unpack(whole)
    monkeypatch.setattr(parcel, "MOST_CARDS", 1)
    with pytest.raises(IntakeRefused, match="too many to be copied at once"):
        pack(all_of(case), case.artifact_bytes)
    monkeypatch.setattr(parcel, "MOST_CARDS", 10)
    monkeypatch.setattr(parcel, "LARGEST_DOCUMENT", 100)
    with pytest.raises(IntakeRefused, match="too much"):
        pack(all_of(case), case.artifact_bytes)
    with pytest.raises(IntakeRefused, match="nothing was pasted"):
        unpack(whole)


def test_cards_of_nothing_are_left_out(case: Case, other: Case) -> None:
    clip = all_of(case)
    lost = replace(clip, records=tuple(each for each in clip.records if not isinstance(each, Item)))
    board = other.contents.boards[0].id
    pasted = paste(other.contents, other.new_id, lost, board, Point(0, 0))
    other.run(pasted.change)
    assert not other.contents.cards and len(other.contents.frames) == 1


def test_links_on_links_come_along_in_any_order(case: Case, other: Case) -> None:
    note = case.add("note", title="Forged?")
    case.place(note, x=0, y=300)
    (link,) = case.contents.links.values()
    upon = case.link(note, "undercuts", link)
    clip = all_of(case)
    turned = replace(clip, records=tuple(reversed(clip.records)))
    board = other.contents.boards[0].id
    other.run(paste(other.contents, other.new_id, turned, board, Point(0, 0)).change)
    assert set(other.contents.links) == {link.id, upon.id}
    assert other.contents.links[upon.id].end == Ref.link(link.id)


def test_a_pasted_frame_holds_none_of_what_was_there(case: Case) -> None:
    data = pack(all_of(case), case.artifact_bytes)
    before = {card.id: card for card in case.contents.cards.values()}
    holding = {frame.id: held_by(case, frame) for frame in case.contents.frames.values()}
    assert any(holding.values())
    put_down(case, data, middle_of_all(case))
    assert {each: held_by(case, case.contents.frames[each]) for each in holding} == holding
    made = [frame for frame in case.contents.frames.values() if frame.id not in holding]
    assert made
    for frame in made:
        assert held_by(case, frame)
        assert not held_by(case, frame) & set(before)


def held_by(case: Case, frame: Frame) -> set[str]:
    """The cards that lie in a frame."""
    there = case.contents.each_card_on(frame.board)
    return {card.id for card in there if frame.rect.contains(card.rect)}


def middle_of_all(case: Case) -> Point:
    """A little beside the middle of what lies on the first board, as a second paste is put."""
    board = case.contents.boards[0].id
    placed = [*case.contents.cards_on(board), *case.contents.frames_on(board)]
    around = bounding_rect(each.rect for each in placed)
    assert around is not None
    return Point(around.centre.x + 10, around.centre.y + 10)
