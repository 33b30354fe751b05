"""Finding: whatever was written is found by a part of it, and the best is shown first."""

from __future__ import annotations

import sqlite3
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casedb import Case
from casedb.commands import annotations, removal
from casedb.errors import CaseDamaged
from casedb.model.marks import Form, Mark
from casedb.model.records import Annotation, Element, Item, Link, Source
from casedb.model.search_text import plain_text
from casedb.model.snippets import snippet
from casedb.store import search
from casedb.store.reader import Reader
from casedb.store.search import MemoryIndex
from casedb.verification import verify
from random_work import Worker
from templates import Templates, create_empty

Found = frozenset[tuple[str, str, str, int]]
"""What an index holds: (record, word, column, place in it)."""


@pytest.fixture
def case(tmp_path: Path, templates: Templates) -> Iterator[Case]:
    with Case.open(templates.copy(create_empty, tmp_path / "case.caseboard")) as case:
        yield case


def titles(case: Case, typed: str) -> list[str]:
    """The titles of the items found, best first."""
    return [case.contents.items[hit.id].title for hit in case.find(typed) if hit.record is Item]


def held(link: sqlite3.Connection) -> tuple[int, Found]:
    """The records of an index and everything that it holds, whatever the numbers of its rows."""
    link.execute("CREATE VIRTUAL TABLE temp.v USING fts5vocab('main', 'search_index', 'instance')")
    rows = link.execute(
        "SELECT e.id, v.term, v.col, v.offset FROM temp.v AS v JOIN search_entry AS e ON e.n = v.doc"
    ).fetchall()
    (stray,) = link.execute(
        "SELECT count(*) FROM temp.v WHERE doc NOT IN (SELECT n FROM search_entry)"
    ).fetchone()
    assert stray == 0, "the index finds what is not there"
    (entries,) = link.execute("SELECT count(*) FROM search_entry").fetchone()
    link.execute("DROP TABLE temp.v")
    return entries, frozenset(rows)


def assert_as_made_anew(case: Case) -> None:
    """The index of a case's file is the one that its records would give."""
    with closing(sqlite3.connect(case.path, isolation_level=None)) as link:
        link.execute("BEGIN")
        kept = held(link)
        search.rebuild(link, case.contents.records())
        assert held(link) == kept
        link.execute("ROLLBACK")


# -- what is found -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Container ship at the pier", "cont pi"),
        ("Naïve café in İzmir", "naive cafe izmir"),
        ("Łódź Straße Ærø", "strasse"),
        ("Балістична ракета прилетіла", "лістич етіл"),
        ("북한 미사일 발사", "사일"),
        ("朝鮮導彈發射場", "彈發"),
        ("ミサイル発射", "サイ"),
        ("صاروخ كوري شمالي", "روخ مالي"),
        ("مُحَمَّد", "محمد"),
        ("טיל קוריאני", "ריאנ"),
        ("שָׁלוֹם", "שלום"),
        ("ขีปนาวุธเกาหลีเหนือ", "เกาหลี"),
        ("Ελληνικό πλοίο", "ελλην"),
        ("Hồ Chí Minh", "ho chi"),
        ("KN-23 (Hwasong-11A)", "kn-23 11a"),
        ("ﬁnding № 5", "finding"),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_part_of_a_word_finds_it_in_every_script(
    case: Case, written: str, typed: str, form: str
) -> None:
    other = "NFD" if form == "NFC" else "NFC"
    in_title = case.add("note", title=unicodedata.normalize("NFC", written))
    in_text = case.add("note", title="x", notes=unicodedata.normalize("NFD", written))
    case.add("note", title="Something else", notes="інше 다른 其他 آخر אחר อื่น")
    for spelled in (typed, typed.upper()):
        for each in (form, other):
            found = case.find(unicodedata.normalize(each, spelled))  # pyright: ignore[reportArgumentType]
            assert [hit.id for hit in found] == [in_title.id, in_text.id]


@pytest.mark.parametrize("typed", ["ship", "кет", "ракета", "사일", "彈發", "روخ", "ריאנ", "เกาหลี"])
def test_what_is_in_a_title_comes_before_what_is_in_a_text(case: Case, typed: str) -> None:
    written = "ship ракета 미사일 導彈發射 صاروخ קוריאני เกาหลี"
    case.add("note", title="Longer text", notes=f"{written} " * 40)
    case.add("note", title="Short text", notes=written)
    case.add("document", title=f"What a long title can say of {written} and of other things")
    case.add("note", title="Nothing")
    assert titles(case, typed)[0].startswith("What a long title")
    assert len(titles(case, typed)) == 3
    ranks = [hit.rank for hit in case.find(typed)]
    assert ranks == sorted(ranks)


def test_all_words_must_be_there_and_only_the_limit_is_given(case: Case) -> None:
    for number in range(8):
        case.add("note", title=f"Ship {number}", notes="harbour" if number % 2 else "")
    assert len(case.find("ship harb")) == 4
    assert len(case.find("ship", limit=3)) == 3
    assert case.find("ship nowhere") == []
    assert case.find("") == case.find("  ") == case.find("?!") == []


def test_sources_elements_and_links_are_found_too(case: Case) -> None:
    source = case.add_source("Port authority")
    claim, photo = case.add("claim", title="It sailed"), case.add("media", title="Pier")
    element = case.add_element(claim, "actor", "the tugboat crew")
    link = case.link(photo, "supports", element, rationale="Floodlights were on.")
    told = {
        (hit.record, hit.id) for word in ("author", "tugb", "floodl") for hit in case.find(word)
    }
    assert told == {(Source, source.id), (Element, element.id), (Link, link.id)}


def marked(case: Case, text: str) -> str:
    """A mark with this text on a file of its own."""
    file = case.attach_bytes(case.add("media", title="Pier"), text.encode(), "pier.txt")
    drawn = Mark(Form.BOX, ((0.1, 0.1), (0.5, 0.5)))
    case.run(annotations.annotate(case.contents, case.new_id, file.id, drawn, text))
    return list(case.contents.annotations)[-1]


def test_the_words_of_a_mark_are_found_as_they_are_now(case: Case) -> None:
    mark = marked(case, "Serial plate 북한 미사일")
    marked(case, "")
    assert [(hit.record, hit.id) for hit in case.find("serial 사일")] == [(Annotation, mark)]
    # Its form is a word of the program.
    assert case.find("box") == []
    case.run(annotations.describe(case.contents, mark, "Broken lamp"))
    assert case.find("serial") == []
    case.run(annotations.delete_annotations(case.contents, [mark]))
    assert case.find("lamp") == []
    assert_as_made_anew(case)
    case.undo()
    assert [hit.id for hit in case.find("lamp")] == [mark]
    case.undo()
    assert [hit.id for hit in case.find("serial")] == [mark]
    assert_as_made_anew(case)


def test_an_index_in_memory_knows_the_words_of_marks(case: Case) -> None:
    mark = marked(case, "Serial plate")
    index = MemoryIndex(case.contents.records())
    try:
        assert [hit.id for hit in index.find("serial", 5, asker=None)] == [mark]
    finally:
        index.let_go()


def test_marks_leave_room_for_what_they_are_on(case: Case) -> None:
    for n in range(5):
        marked(case, f"Serial {n}")
    note = case.add("note", title="A long story of how a serial number was read")
    assert [hit.id for hit in case.find("serial", limit=1)] == [note.id]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with Case.create(tmp_path_factory.mktemp("asked") / "case.caseboard") as case:
        case.add(
            "note", title='AND OR NOT NEAR "quoted" title: grams body * ^ ( ) { } + - \'; DROP'
        )
        yield case


@given(
    st.text(max_size=40)
    | st.lists(
        st.sampled_from(
            (
                *('"', "'", "AND", "OR", "NOT", "NEAR(", ")", "*", "^", ":", "title:", "grams :"),
                *("{", "}", "+", "-", "\\", "%", "_", "a", "ра", "북", "(", "x:y", ";"),
                *("\0", "\u202e", "\u0301"),
            )
        ),
        max_size=9,
    ).map(" ".join)
)
def test_nothing_that_is_typed_ever_raises(asked: Case, typed: str) -> None:
    asked.find(typed)


@pytest.mark.parametrize(
    "typed", ["AND", "not near", '"quoted"', "title: grams", "'; DROP", "*quoted*"]
)
def test_operators_are_words(asked: Case, typed: str) -> None:
    assert len(asked.find(typed)) == 1


# -- where it was found ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "typed", "marked"),
    [
        ("Two ships lay at the pier on Tuesday.", "ship", "ship"),
        ("Удар балістичною ракетою по місту.", "лістич", "лістич"),
        ("오늘 북한이 미사일을 발사했다.", "사일", "사일"),
        ("昨日朝鮮導彈發射場有活動。", "彈發", "彈發"),
        ("אתמול שוגר טיל קוריאני.", "ריאנ", "ריאנ"),
        ("Crème brûlée at the naïve café", "brulee", "brûlée"),
    ],
)
def test_the_place_of_a_hit_can_be_shown(case: Case, written: str, typed: str, marked: str) -> None:
    long = "before " * 40
    case.add("note", title="x", notes=f"{long}{written} {long}")
    (hit,) = case.find(typed)
    record = case.contents.items[hit.id]
    shown = snippet(plain_text(record)[1], typed)
    assert shown is not None
    assert [shown.text[start:end] for start, end in shown.marks] == [marked]
    assert len(shown.text) < 140


# -- kept in step --------------------------------------------------------------------------------


def test_what_is_deleted_is_not_found_and_comes_back_with_undo(case: Case) -> None:
    note = case.add("note", title="Ракета", notes="tugboat")
    case.run(removal.delete_items(case.contents, [note.id]))
    assert case.find("раке") == case.find("tugboat") == []
    assert_as_made_anew(case)
    case.undo()
    assert titles(case, "кета") == titles(case, "tugboat") == ["Ракета"]
    case.redo()
    assert case.find("раке") == []


def test_an_edit_is_found_by_its_new_words_alone(case: Case) -> None:
    note = case.add("note", title="Harbour", notes="one")
    case.set(note, title="Airfield 공항")
    assert case.find("harbour") == []
    assert titles(case, "airf") == titles(case, "공항") == ["Airfield 공항"]
    assert_as_made_anew(case)
    case.undo()
    assert case.find("airf") == case.find("공항") == []


@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(numbers=st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=40))
def test_the_index_that_was_kept_is_the_index_made_anew(
    tmp_path: Path, templates: Templates, numbers: list[int]
) -> None:
    path = tmp_path / "case.caseboard"
    path.unlink(missing_ok=True)
    with Case.open(templates.copy(create_empty, path)) as case:
        worker = Worker(case)
        for number in numbers:
            worker.do(number)
        assert_as_made_anew(case)


def test_an_index_by_other_rules_is_not_asked_and_made_anew_at_the_first_change(
    tmp_path: Path,
) -> None:
    path = tmp_path / "case.caseboard"
    with Case.create(path) as case:
        case.add("note", title="Harbour")
    with closing(sqlite3.connect(path)) as link:
        link.execute("UPDATE meta SET value = 'older' WHERE key = 'search'")
        link.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')")
        link.commit()
    before = path.read_bytes()
    with Case.open(path) as case:
        assert titles(case, "harb") == ["Harbour"]
    assert path.read_bytes() == before
    with Case.open(path) as case:
        case.add("note", title="Airfield")
        assert titles(case, "harb") == ["Harbour"]
    with closing(sqlite3.connect(path)) as link:
        assert search.is_current(link)
        assert {word for _, word, _, _ in held(link)[1]} >= {"harbour", "airfield"}


@pytest.mark.parametrize(
    "planted",
    [
        "DELETE FROM search_entry",
        "DELETE FROM search_entry WHERE n = 1",
        "DELETE FROM search_index_docsize",
        "INSERT INTO search_entry (\"table\", id) VALUES ('item', 'nobody')",
    ],
)
def test_an_index_that_is_of_other_records_is_not_asked_and_made_anew(
    tmp_path: Path, planted: str
) -> None:
    path = tmp_path / "case.caseboard"
    with Case.create(path) as case:
        case.add("note", title="Harbour")
        case.add("note", title="Harbour light")
    with closing(sqlite3.connect(path)) as link:
        link.execute(planted)
        link.commit()
    assert verify(path).derived
    with Case.open(path) as case:
        assert titles(case, "harb") == ["Harbour", "Harbour light"]
        case.add("note", title="Airfield")
        assert titles(case, "harb") == ["Harbour", "Harbour light"]
        assert_as_made_anew(case)
    assert not verify(path).derived


def test_entries_that_are_as_many_and_others_are_made_anew_at_the_first_change(
    tmp_path: Path,
) -> None:
    path = tmp_path / "case.caseboard"
    with Case.create(path) as case:
        case.add("note", title="Harbour")
    with closing(sqlite3.connect(path)) as link:
        link.execute("UPDATE search_entry SET id = 'nobody'")
        link.commit()
    with Case.open(path) as case:
        case.add("note", title="Airfield")
        assert titles(case, "harb") == ["Harbour"]
        assert_as_made_anew(case)


# -- threads -------------------------------------------------------------------------------------


def stale(path: Path, count: int = 300) -> Path:
    """A case whose own index cannot be asked, with as many notes."""
    with Case.create(path) as case, case.together("Fill"):
        for number in range(count):
            case.add("note", title=f"Harbour {number}", notes="ship " * 50)
    with closing(sqlite3.connect(path)) as link:
        link.execute("DELETE FROM meta WHERE key = 'search'")
        link.commit()
    return path


def test_readers_go_on_while_the_index_they_ask_is_let_go(tmp_path: Path) -> None:
    troubles: list[BaseException] = []
    answered = threading.Semaphore(0)
    stop = threading.Event()

    def ask(reader: Reader) -> None:
        try:
            while not stop.is_set():
                assert len(reader.find("harb", 1000)) == 300
                answered.release()
        except BaseException as trouble:
            troubles.append(trouble)
            answered.release(100)
        finally:
            reader.close()

    with Case.open(stale(tmp_path / "case.caseboard")) as case:
        threads = [threading.Thread(target=ask, args=(case.reader(),)) for _ in range(3)]
        for thread in threads:
            thread.start()
        for _ in range(6):
            answered.acquire()
        # The first change makes the file's own index anew and lets go of the one in memory.
        case.add("note", title="Airfield")
        assert len(case.find("harb", 1000)) == 300
        for _ in range(6):
            answered.acquire()
        stop.set()
        for thread in threads:
            thread.join()
    assert troubles == []


def test_interrupting_one_reader_disturbs_no_other(tmp_path: Path) -> None:
    troubles: list[BaseException] = []
    stop = threading.Event()

    def ask(reader: Reader) -> None:
        while not stop.is_set():
            try:
                reader.find("s", 1000)
            except InterruptedError:
                continue
            except BaseException as trouble:
                troubles.append(trouble)
                return

    with Case.open(stale(tmp_path / "case.caseboard")) as case:
        reader = case.reader()
        thread = threading.Thread(target=ask, args=(reader,))
        thread.start()
        for _ in range(40):
            reader.interrupt()
            assert len(case.find("harb", 1000)) == 300
        stop.set()
        thread.join()
        reader.close()
        reader.close()
    assert troubles == []


def test_a_question_that_takes_long_can_be_interrupted(case: Case) -> None:
    index = MemoryIndex(case.contents.records())
    with pytest.raises(InterruptedError):
        # The connection calls back while it works, which is when somebody else would interrupt.
        index._link.set_progress_handler(lambda: index.interrupt("me"), 1)  # pyright: ignore[reportPrivateUsage]
        index.find("s", 50, "me")
    index._link.set_progress_handler(lambda: index.interrupt("me"), 1)  # pyright: ignore[reportPrivateUsage]
    assert index.find("s", 50, "somebody else") == []
    index.let_go()


def test_the_index_in_memory_is_closed_when_the_last_lets_go(case: Case) -> None:
    index = MemoryIndex(case.contents.records())
    reader = Reader(sqlite3.connect(":memory:"), index)
    index.let_go()
    assert reader.find("x") == []
    reader.close()
    with pytest.raises(CaseDamaged, match="closed"):
        index.find("x", 1, None)


def test_links_leave_room_for_what_they_join(tmp_path: Path) -> None:
    with Case.create(tmp_path / "case.caseboard") as case:
        notes = [
            case.add("note", title=f"Seen from the harbour in the evening {n}") for n in range(4)
        ]
        for one, other in pairwise(notes):
            case.link(one, "related", other, label="harbour")
        kinds = [hit.record for hit in case.find("harbour", limit=5)]
    assert kinds == [Item, Item, Item, Item, Link]
