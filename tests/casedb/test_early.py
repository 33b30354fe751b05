"""What is seen of a case before it is read is what the case shows then; and nothing is left behind."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from casedb import Case
from casedb.commands import removal
from casedb.early import Opening
from casedb.errors import CannotOpen, InvalidChange, NotACase, Stopped
from casedb.model.card_face import face
from casedb.model.contents import Contents
from casedb.model.link_types import End
from casedb.model.records import Item, Ref
from casedb.sketch import COLLAPSED, LOCKED, PINNED, Sketch, sketch_of
from casedb.store import early_rows
from casedb.store.early_rows import EarlyRows
from random_work import Worker
from templates import Templates


def fill(path: Path) -> None:
    """A case in which cards show all that a card can show."""
    with Case.create(path, "Harbour") as case:
        port, paper = case.add_source("Port authority"), case.add_source("The Paper")
        claim = case.add("claim", title="The ship left", claimant=port, source=paper)
        photo = case.add("media", title="Photograph", source=paper)
        said = case.add("official_statement", title="It did", issuers=[port, paper])
        text = case.add("document", title="Report", author="Someone", publisher=paper)
        part = case.add_element(claim, "actor", "the ship")
        case.assess(port, "reliability", "B")
        case.assess(photo, "credibility", "2")
        case.assess(claim, "verdict", "true")
        first = case.link(photo, "supports", part)
        case.link(said, "supports", claim)
        case.link(text, "disputes", claim)
        case.link(text, "undercuts", first)
        case.attach_bytes(photo, b"\x89PNG\r\n\x1a\n" + bytes(5000), "pier.png")
        # Words where a source may stand can happen to be a source's id.
        case.add("document", title="Signed", author=port.id)
        for item in case.contents.items.values():
            case.place(item)
        # What comes back after an undo lies behind what was made later.
        case.run(removal.delete_links(case.contents, [first.id]))
        case.undo()


@pytest.fixture
def case_path(tmp_path: Path, templates: Templates) -> Path:
    return templates.copy(fill, tmp_path / "harbour.caseboard")


def change(path: Path, *statements: str) -> None:
    """Change a file behind our back, whatever its rules say."""
    link = sqlite3.connect(path, isolation_level=None)
    link.execute("PRAGMA foreign_keys=OFF")
    for each in statements:
        link.execute(each)
    link.close()


# -- what is seen ----------------------------------------------------------------------------------


def assert_sketched(sketch: Sketch | None, contents: Contents, board_id: str) -> None:
    assert sketch is not None and sketch.board_id == board_id
    cards, links = sketch.cards, sketch.links
    shown = zip(
        *(cards.ids, cards.items, cards.kinds, cards.x, cards.y, cards.w, cards.h, cards.z),
        *(cards.flags, cards.accents),
        strict=True,
    )
    assert list(shown) == [
        (
            *(card.id, card.item, contents.items[card.item].kind),
            *(card.x, card.y, card.w, card.h, card.z),
            COLLAPSED * card.collapsed + PINNED * card.pinned + LOCKED * card.locked,
            card.accent,
        )
        for card in contents.cards_on(board_id)
    ]
    starts = map(Ref, links.start_ends, links.starts)
    ends = map(Ref, links.end_ends, links.ends)
    assert list(zip(links.ids, links.types, starts, ends, strict=True)) == [
        (link.id, link.type, link.start, link.end) for link in contents.links.values()
    ]
    assert list(sketch.frames) == contents.frames_on(board_id)
    assert list(sketch.routes) == contents.routes_on(board_id)
    assert sketch.claims == {each.id: each.claim for each in contents.elements.values()}
    assert sketch == sketch_of(contents, board_id)


def assert_near(near: Contents, contents: Contents, item: Item) -> None:
    assert near.items[item.id] == item
    # The cards of other boards are not read for the map of one, nor all that a claim rests on.
    told = replace(face(contents, item), map=None)
    seen = replace(face(near, item), map=None)
    if told.support is not None and seen.support is not None:
        assert seen.support.standing is None and told.support.standing is not None
        lines = replace(told.support, standing=None)
        told = replace(told, support=lines, warning=seen.warning)
    assert seen == told
    for look in ("cards_of", "links_at", "elements_of", "attachments_of", "assessments_of"):
        assert getattr(near, look)(item.id) == getattr(contents, look)(item.id), look


def assert_seen_early(path: Path) -> None:
    """All that can be seen of a case early is what it shows when it is read."""
    with Case.open(path, read_only=True) as case, Opening.start(path, read_only=True) as opening:
        contents = case.contents
        assert opening.is_plain
        assert (opening.info, opening.boards) == (contents.info, contents.boards)
        for board in opening.boards:
            whole = opening.sketch(board.id)
            assert_sketched(whole, contents, board.id)
            alone = opening.sketch(board.id, with_links=False)
            assert alone is not None and whole is not None
            assert (alone.cards, alone.links.ids) == (whole.cards, [])
        for item in contents.items.values():
            assert_near(opening.near([item.id]), contents, item)
        near = opening.near(contents.items, contents.links)
        for item in contents.items.values():
            assert_near(near, contents, item)
        for link in contents.links.values():
            near = opening.near([], [link.id])
            assert near.links[link.id] == link and near.routes_of(link.id) == contents.routes_of(
                link.id
            )
            assert (near.info, near.boards) == (contents.info, contents.boards)
            assert_rests_on_something(near, link.start)
            assert_rests_on_something(near, link.end)


def assert_rests_on_something(near: Contents, ref: Ref) -> None:
    if ref.end is End.ELEMENT:
        assert ref.id in near.elements
    elif ref.end is End.LINK:
        link = near.links[ref.id]
        assert_rests_on_something(near, link.start)
        assert_rests_on_something(near, link.end)


@pytest.mark.parametrize("seed", range(4))
def test_what_is_seen_early_is_what_a_case_of_any_sort_shows(tmp_path: Path, seed: int) -> None:
    with Case.create(tmp_path / "any.caseboard", "Any") as case:
        worker = Worker(case)
        contents, done = case.contents, 0
        # Much of what is made goes again; there must be something left to see.
        while done < 150 or min(map(len, (contents.cards, contents.links, contents.elements))) < 2:
            worker.do(seed * 10_000 + done)
            done += 1
    assert_seen_early(tmp_path / "any.caseboard")


def test_what_is_seen_early_is_what_cards_with_everything_show(case_path: Path) -> None:
    assert_seen_early(case_path)


def test_ids_with_the_sign_that_stands_between_texts_are_seen_as_well(case_path: Path) -> None:
    change(
        case_path,
        "INSERT INTO item VALUES ('a\x1fb', 'no\x1fte', '{}')",
        "INSERT INTO link SELECT 'l\x1fm', 'related', 'a\x1fb', NULL, NULL, id, NULL, NULL, '{}' "
        "FROM item WHERE kind = 'claim'",
        "INSERT INTO card SELECT 'c\x1fd', id, 'a\x1fb', 0, 0.1, 1, 1, 0, 1, 0, 1, '' FROM board",
    )
    assert_seen_early(case_path)


def test_an_id_that_there_is_not_is_left_out(case_path: Path) -> None:
    with Opening.start(case_path) as opening:
        near = opening.near(["nothing", "'; DROP TABLE item; --"], ["nothing"])
        assert not near.items and not near.links and near.boards == opening.boards
        sketch = opening.sketch("nowhere")
        assert sketch is not None and not sketch.cards.ids and sketch.links.ids


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The SQL that was asked for what is near."""
    told: list[str] = []
    near = EarlyRows.near

    def noting(rows: EarlyRows, *given: list[str]) -> object:
        link: sqlite3.Connection = rows._link  # pyright: ignore[reportPrivateUsage]
        link.set_trace_callback(told.append)
        try:
            return near(rows, *given)
        finally:
            link.set_trace_callback(None)

    monkeypatch.setattr(EarlyRows, "near", noting)
    yield told


def ask_beside(opening: Opening, got: list[Sketch | None]) -> threading.Thread:
    """Ask for a sketch in another thread; the answer comes among what was `got`."""
    asked = threading.Thread(target=lambda: got.append(opening.sketch(opening.boards[0].id)))
    asked.start()
    return asked


def test_whoever_is_being_answered_early_does_not_hold_up_the_end(
    case_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()
    got: list[Sketch | None] = []

    def read_for_long(link: sqlite3.Connection, board_id: str) -> object:
        link.create_function("begun", 0, begun.set)
        endless = (
            "WITH RECURSIVE n(i) AS (SELECT begun() UNION ALL SELECT 1 FROM n) SELECT i FROM n"
        )
        return link.execute(f"SELECT count(*) FROM ({endless})").fetchone()

    monkeypatch.setattr(early_rows, "_read_cards", read_for_long)
    with Opening.start(case_path) as opening:
        asked = ask_beside(opening, got)
        assert begun.wait(10)
        opening.show_no_more()
        asked.join(10)
        assert got == [None]
        assert opening.sketch(opening.boards[0].id) is None
        with opening.finish() as case:
            assert not case.read_only


def test_what_would_begin_after_the_end_is_not_read(
    case_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between two statements there is nothing to interrupt."""
    begun, may_go_on = threading.Event(), threading.Event()
    got: list[Sketch | None] = []

    def read_for_long(link: sqlite3.Connection, board_id: str) -> object:
        begun.set()
        assert may_go_on.wait(10)
        endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT 1 FROM n) SELECT i FROM n"
        return link.execute(f"SELECT count(*) FROM ({endless})").fetchone()

    monkeypatch.setattr(early_rows, "_read_cards", read_for_long)
    with Opening.start(case_path) as opening:
        asked = ask_beside(opening, got)
        assert begun.wait(10)
        ending = threading.Thread(target=opening.show_no_more)
        ending.start()
        # It waits for the other one now.
        ending.join(0.05)
        may_go_on.set()
        ending.join(10)
        asked.join(10)
        assert got == [None]


def test_what_is_near_is_found_by_indexes(case_path: Path, asked: list[str]) -> None:
    with Opening.start(case_path) as opening:
        sketch = opening.sketch(opening.boards[0].id)
        assert sketch is not None
        opening.near(sketch.cards.items, sketch.links.ids)
    tables = {sql.split(" FROM ")[1].split()[0] for sql in asked}
    assert tables == {
        *("item", "element", "card", "attachment", "artifact", "source", "link", "assessment"),
        "route",
    }
    link = sqlite3.connect(case_path)
    for sql in asked:
        for *_, how in link.execute(f"EXPLAIN QUERY PLAN {sql}"):
            assert how.startswith("SEARCH") and " INDEX " in how, f"{how}: {sql}"
    link.close()


# -- what is not -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM item WHERE kind = 'media'",
        "UPDATE card SET x = 1e300",
        "UPDATE card SET h = 1e300",
        "UPDATE card SET z = 9007199254740993",
        "INSERT INTO frame SELECT 'f', id, '', 0, 0, 1, 1, 1 << 60, 0, 0, '' FROM board",
        "INSERT INTO route SELECT 'r', b.id, l.id, '[[1]]' FROM board AS b, link AS l LIMIT 1",
        "UPDATE item SET id = CAST(x'ff' AS TEXT) WHERE kind = 'media'",
    ],
)
def test_a_board_with_something_senseless_on_it_is_not_sketched(
    case_path: Path, statement: str
) -> None:
    change(case_path, statement)
    with Opening.start(case_path) as opening:
        assert opening.sketch(opening.boards[0].id) is None
        with opening.finish() as case:
            assert case.losses and case.read_only


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE item SET fields = '{no JSON}' WHERE kind = 'media'",
        "UPDATE source SET fields = '{\"name\": null}'",
    ],
)
def test_what_makes_no_sense_is_not_shown_near(case_path: Path, statement: str) -> None:
    change(case_path, statement)
    with Opening.start(case_path) as opening:
        sketch = opening.sketch(opening.boards[0].id)
        assert sketch is not None
        with pytest.raises(CannotOpen, match="cannot be shown in part"):
            opening.near(sketch.cards.items)


@pytest.mark.parametrize(
    "statement",
    [
        "PRAGMA user_version=99",
        "INSERT INTO case_info VALUES ('another', '{}')",
        "DELETE FROM case_info",
        "UPDATE case_info SET fields = '{\"title\": null}'",
        "UPDATE board SET position = 1 << 60",
        "DELETE FROM board",
    ],
)
def test_a_case_that_is_not_plain_shows_nothing_early_and_opens_all_the_same(
    case_path: Path, statement: str
) -> None:
    change(case_path, statement)
    with Opening.start(case_path) as opening:
        assert not opening.is_plain and opening.boards == () and opening.info.title == ""
        assert opening.sketch("any") is None
        with pytest.raises(CannotOpen, match="read as a whole"):
            opening.near([])
        with opening.finish() as case, Case.open(case_path, read_only=True) as other:
            assert case.contents == other.contents and case.contents.boards
            assert case.losses == other.losses


def test_a_damaged_case_shows_nothing_early(case_path: Path) -> None:
    link = sqlite3.connect(case_path)
    (page,) = link.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'card'").fetchone()
    link.close()
    with case_path.open("r+b") as stream:
        stream.seek((page - 1) * 16384)
        stream.write(b"\xff" * 16384)
    with Opening.start(case_path) as opening:
        assert opening.read_only and "is damaged" in opening.notices[0]
        assert not opening.is_plain and opening.sketch("any") is None
        with opening.finish() as case:
            assert case.losses and case.contents.cards


# -- from its start to its end ---------------------------------------------------------------------


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_what_opens_not_is_told_as_by_a_case(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="no file"):
        Opening.start(tmp_path / "none.caseboard")
    (tmp_path / "empty.caseboard").touch()
    with pytest.raises(NotACase, match="empty"):
        Opening.start(tmp_path / "empty.caseboard")
    assert names(tmp_path) == ["empty.caseboard"]


def test_the_case_goes_on_when_its_opening_is_closed(case_path: Path) -> None:
    with Opening.start(case_path, actor="tester") as opening:
        assert not opening.read_only and opening.path == case_path
        case = opening.finish()
        assert opening.near(case.contents.items).items == case.contents.items
    with case:
        case.add("note", title="after")
        assert next(case.journal.entries(newest_first=True)).actor == "tester"
        assert names(case_path.parent) == [f".{case_path.name}.lock", case_path.name]
        with pytest.raises(InvalidChange, match="finished already"):
            opening.finish()
        with pytest.raises(CannotOpen):
            opening.near([])
        assert opening.sketch("any") is None
    assert names(case_path.parent) == [case_path.name]


def test_an_opening_given_up_leaves_the_case_to_others(case_path: Path) -> None:
    opening = Opening.start(case_path)
    opening.sketch(opening.boards[0].id)
    opening.close()
    opening.close()
    assert names(case_path.parent) == [case_path.name]
    with Case.open(case_path) as case:
        assert not case.read_only


def test_an_opening_that_was_stopped_is_closed(case_path: Path) -> None:
    def stop(done: int, whole: int) -> None:
        if done * 2 > whole:
            raise Stopped("Opening was stopped.")

    opening = Opening.start(case_path)
    with pytest.raises(Stopped):
        opening.finish(told=stop)
    assert names(case_path.parent) == [case_path.name]
    with pytest.raises(CannotOpen):
        opening.near([])
    with Case.open(case_path) as case:
        assert not case.read_only
    opening.close()


def test_a_case_in_use_is_seen_early_in_a_copy(case_path: Path) -> None:
    copies = Path(os.environ["CASEBOARD_HOME"]) / "copies"
    with Case.open(case_path) as case:
        with Opening.start(case_path) as opening:
            assert opening.read_only and "open in this program already" in opening.notices[0]
            assert_sketched(
                opening.sketch(opening.boards[0].id), case.contents, opening.boards[0].id
            )
            assert names(copies)
        assert names(copies) == []


def test_what_is_near_can_be_asked_while_another_thread_reads_the_rest(case_path: Path) -> None:
    asked, answered = threading.Event(), threading.Event()
    made: list[Case] = []

    def told(done: int, whole: int) -> None:
        asked.set()
        assert answered.wait(30)

    with Opening.start(case_path) as opening:
        sketch = opening.sketch(opening.boards[0].id)
        assert sketch is not None
        worker = threading.Thread(target=lambda: made.append(opening.finish(told)))
        worker.start()
        assert asked.wait(30)
        near = opening.near(sketch.cards.items)
        answered.set()
        worker.join()
    [case] = made
    for item in case.contents.items.values():
        assert_near(near, case.contents, item)
    case.add("note")
    case.close()
    assert names(case_path.parent) == [case_path.name]
