"""The words of files: read as somebody would see them, found page by page, gone with the bytes."""

from __future__ import annotations

import random
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casedb import Case
from casedb.commands import items, pasting
from casedb.errors import InvalidChange, ReadOnlyCase, Stopped
from casedb.file_texts import read_files, words_of
from casedb.intake.cage.cage import Cage
from casedb.intake.cage.readable import parts_of, words
from casedb.intake.reading import FileWords, read_words
from casedb.intake.texts import read_whole
from casedb.model.clip import clip_of
from casedb.model.custody import is_expunged
from casedb.model.file_words import MOST_PAGES, Outcome, Reading, lack_in_words
from casedb.model.geometry import Point
from casedb.model.json_value import JsonValue
from casedb.model.records import Artifact, Item
from casedb.model.snippets import near, snippet
from casedb.parcel import pack, unpack
from casedb.store import copies, texts
from casedb.store.copies import back_up
from casedb.store.home import Home
from casedb.verification import verify
from random_work import WORDS, Worker
from small_document import LOCKED, document, documents
from templates import Templates, create_empty

PDF = "application/pdf"


@pytest.fixture
def case(tmp_path: Path, templates: Templates) -> Iterator[Case]:
    with Case.open(templates.copy(create_empty, tmp_path / "case.caseboard")) as case:
        yield case


def attach(case: Case, data: bytes, name: str, title: str = "x") -> Artifact:
    return case.attach_bytes(case.add("document", title=title), data, name)


def keep(case: Case, artifact: Artifact, *pages: str) -> None:
    """Keep some pages as if they had been read."""
    numbered = tuple(enumerate(pages, 1))
    case.texts.keep(artifact.id, FileWords(Reading(Outcome.TEXT, len(pages)), numbered))


def files(case: Case, typed: str) -> list[tuple[str, int]]:
    """The names of the files found and the page of each, 0 for none, best first."""
    found = [hit for hit in case.find(typed) if hit.record is Artifact]
    names = case.contents.artifacts
    return [(names[hit.id].name, hit.spot.page if hit.spot else 0) for hit in found]


def held(link: sqlite3.Connection) -> set[tuple[int, str, str, int]]:
    """All that the index of the words of files holds: (row, word, column, place in it)."""
    link.execute("CREATE VIRTUAL TABLE temp.t USING fts5vocab('main', 'text_index', 'instance')")
    found = set(link.execute("SELECT doc, term, col, offset FROM temp.t").fetchall())
    link.execute("DROP TABLE temp.t")
    return found


def assert_as_made_anew(path: Path) -> None:
    """The index of a file is the one that the words which are kept would give."""
    with closing(sqlite3.connect(path, isolation_level=None)) as link:
        link.execute("BEGIN")
        kept = held(link)
        texts.rebuild(link)
        assert held(link) == kept
        assert texts.count_strays(link) == (0, 0) and texts.holds(link)
        link.execute("ROLLBACK")


# -- reading ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Привіт, світе".encode(), "Привіт, світе"),
        ("\ufeffOne".encode(), "One"),
        ("북한 미사일".encode("utf-16"), "북한 미사일"),
        ("صاروخ".encode("utf-32"), "صاروخ"),
        ("Ракета прилетіла у місто вночі".encode("cp1251"), "Ракета прилетіла у місто вночі"),
        ("Ракета прилетела в город".encode("koi8-r"), "Ракета прилетела в город"),
        ("Un café près de la gare".encode("latin-1"), "Un café près de la gare"),
        ("half of a letter: é".encode()[:-1], "half of a letter: "),
        (b"\x00\x01\xff", None),
    ],
)
def test_a_text_is_read_in_the_encoding_that_its_bytes_show(data: bytes, expected: str | None):
    assert read_whole(data) == expected


@pytest.mark.parametrize("charset", ["hex", "undefined", "no such", "base64", "utf_8\0"])
def test_a_charset_that_is_none_is_passed_over(charset: str):
    assert read_whole("é".encode(), charset) == "é"


PAGE = (
    "<!doctype html><html><head><title>Port news</title><style>p{color:tugboat}</style>"
    "<script>var tugboat = '<p>tugboat</p>'</script></head><body><noscript>tugboat</noscript>"
    "<h1>The <b>ferry</b>man</h1><ul><li>one<li>two</ul><td>a</td><td>b</td>"
    "<p title='tugboat'>caf&eacute; &#x1F6A2; &lt;tag&gt;<!-- tugboat --></p><template>tugboat</template>"
)


def test_of_a_page_what_is_seen_is_read():
    read = words(PAGE.encode(), "text/html")
    assert read == "Port news\nThe ferryman\none\ntwo\na\nb\ncafé 🚢 <tag>"


@pytest.mark.parametrize(
    "broken",
    [
        "<script>never closed <p>hidden",
        "</p></div></script>seen",
        "<p" * 2_000,
        "<div>" * 5_000 + "seen",
        "&" * 5_000,
        "<!" + "-" * 4_000,
        "<![CDATA[" * 300,
        "<a href='" * 300,
    ],
)
def test_broken_pages_are_read_as_far_as_they_go(broken: str, cage: Cage):
    told = read_words(f"before {broken}".encode(), "text/html", cage)
    assert told is not None and told.pages and "before" in told.pages[0][1]
    assert "hidden" not in told.pages[0][1]


def test_a_page_may_say_in_which_encoding_it_is():
    page = "<meta http-equiv='Content-Type' content='text/html; charset=euc-kr'><p>북한 미사일"
    assert words(page.encode("euc-kr"), "text/html") == "북한 미사일"


MAIL = (
    "From: =?utf-8?B?0J/QvtGA0YI=?= <port@example.org>\r\nSubject: =?utf-8?B?0KDQsNC60LXRgtCw?=\r\n"
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n"
    "--B\r\nContent-Type: text/html; charset=windows-1251\r\nContent-Transfer-Encoding: quoted-printable"
    "\r\n\r\n<p>=CF=F0=E8=E2=B3=F2=\r\n!</p><script>tugboat</script>\r\n"
    "--B\r\nContent-Type: text/css\r\n\r\ntugboat {}\r\n"
    "--B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\ndHVnYm9hdA==\r\n"
    "--B\r\nContent-Type: multipart/alternative; boundary=C\r\n\r\n"
    "--C\r\nContent-Type: text/plain\r\n\r\nsame in plain\r\n"
    "--C\r\nContent-Type: text/html\r\n\r\n<p>same with marks</p>\r\n--C--\r\n--B--\r\n"
)


def test_of_a_saved_page_the_parts_that_are_seen_are_read():
    read = words(MAIL.encode(), "multipart/related")
    assert read.splitlines() == [
        "Subject: Ракета",
        "From: Порт <port@example.org>",
        "Привіт!",
        "same with marks",
    ]


def test_every_sort_of_file_is_read_behind_the_wall(cage: Cage):
    for data, sort, expected in (
        (PAGE.encode(), "text/html", "ferryman"),
        (MAIL.encode(), "message/rfc822", "Привіт!"),
        ("Ракета прилетіла".encode("cp1251"), "text/plain", "прилетіла"),
        (b'{"name": "Ferry"}', "application/json", "Ferry"),
        (document(), PDF, "The ship sailed."),
    ):
        read = read_words(data, sort, cage)
        assert read is not None and read.reading == Reading(Outcome.TEXT, 1)
        assert expected in read.pages[0][1]


@pytest.mark.parametrize(
    ("data", "sort", "outcome", "told"),
    [
        (document(text=""), PDF, Outcome.NONE, "No text in this PDF: it is pictures of pages."),
        (document(more=LOCKED), PDF, Outcome.LOCKED, "locked with a password"),
        (b"%PDF-1.7 torn", PDF, Outcome.DAMAGED, "cannot be read"),
        (b" \n ", "text/plain", Outcome.NONE, "There is no text in it"),
        (b"\x89PNG", "image/png", Outcome.NONE, "There is no text in it"),
    ],
)
def test_why_a_file_has_no_words_is_said(
    cage: Cage, data: bytes, sort: str, outcome: Outcome, told: str
):
    read = read_words(data, sort, cage)
    assert read is not None and read.reading.outcome is outcome and read.pages == ()
    assert told in lack_in_words(read.reading, sort)


def test_nothing_is_said_of_a_file_that_was_read_to_its_end():
    assert lack_in_words(Reading(Outcome.TEXT, 3), PDF) == ""
    assert "beginning" in lack_in_words(Reading(Outcome.TEXT, 3, is_cut=True), PDF)


def test_pages_without_words_keep_the_numbers_of_the_others(cage: Cage):
    read = read_words(documents(["one", "", "three"]), PDF, cage)
    assert read is not None and read.pages == ((1, "one"), (3, "three"))


def test_a_page_and_a_file_are_cut_where_they_are_very_long(cage: Cage):
    long = read_words(("word " * 900_000).encode(), "text/plain", cage)
    assert long is not None and long.reading.is_cut
    assert 3_990_000 < sum(len(text) for _, text in long.pages) <= 4_000_000
    page = read_words(document(text="word " * 5_000), PDF, cage)
    assert page is not None and page.reading.is_cut and len(page.pages[0][1]) <= 20_000


@given(st.text(st.sampled_from("ab \n"), max_size=200), st.integers(4, 30))
def test_a_text_in_portions_is_the_text(text: str, size: int):
    parts = list(parts_of(text, size))
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(0 < len(part) <= size for part in parts)


# -- what the child may tell ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "told",
    [
        *(
            b"",
            b"[",
            b"{}x",
            b"3",
            b"[1]",
            b'[["1","a"]]',
            b"[[1,2]]",
            b'[[0,"a"]]',
            b'[[2,"a"],[2,"b"]]',
        ),
        f'[[{MOST_PAGES + 1},"a"]]'.encode(),
        b'[[1,"' + b"a" * 20_001 + b'"]]',
    ],
)
def test_a_child_that_tells_nonsense_is_not_believed(monkeypatch: pytest.MonkeyPatch, told: bytes):
    cage = Cage()

    def answer(*_: object) -> tuple[dict[str, JsonValue], bytes]:
        return {"is_cut": False}, told

    monkeypatch.setattr(cage, "_ask", answer)
    read = read_words(b"x", "text/plain", cage)
    assert read is not None and read.reading.outcome is Outcome.DAMAGED


def test_a_cage_that_is_closed_says_nothing_of_the_file(case: Case):
    cage = Cage()
    cage.close()
    attach(case, b"The ship", "a.txt")
    assert read_files(case, cage) == 0 and len(case.texts.unread()) == 1


# -- finding ----------------------------------------------------------------------------------------


def test_words_of_files_are_found_once_they_are_read(case: Case, cage: Cage):
    attach(case, document(), "report.pdf")
    attach(case, "Ракета прилетіла".encode("cp1251"), "note.txt")
    attach(case, b"\x89PNG\r\n\x1a\n", "pier.png")
    assert [each.name for each in case.texts.unread()] == ["note.txt", "report.pdf"]
    assert files(case, "sailed") == []
    assert read_files(case, cage) == 2
    assert case.texts.unread() == [] and read_files(case, cage) == 0
    assert files(case, "sail") == [("report.pdf", 1)]
    assert files(case, "летіл") == [("note.txt", 1)]


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Балістична ракета прилетіла", "лістич етіл"),
        ("북한 미사일 발사", "사일"),
        ("朝鮮導彈發射場", "彈發"),
        ("صاروخ كوري شمالي", "روخ مالي"),
        ("ขีปนาวุธเกาหลีเหนือ", "เกาหลี"),
        ("Naïve café in İzmir", "naive cafe izmir"),
        ("KN-23 (Hwasong-11A)", "kn-23 11a"),
        ("Crème brûlée", "BRULEE"),
    ],
)
def test_a_part_of_a_word_finds_it_in_a_file_as_everywhere(case: Case, written: str, typed: str):
    artifact = attach(case, b"%PDF-1", "a.pdf")
    keep(case, artifact, "one", f"before {written} behind", "three")
    assert files(case, typed) == [("a.pdf", 2)]
    (hit,) = case.find(typed)
    assert hit.spot is not None and written in hit.spot.text and hit.spot.pages == 1


def test_what_somebody_wrote_comes_before_what_came_in(case: Case):
    file = attach(case, b"%PDF-1", "other.pdf", "Paper")
    keep(case, file, "tugboat " * 50)
    named = attach(case, b"%PDF-2", "tugboat.pdf", "Another paper")
    case.add("note", title="x", notes="a tugboat among many other words")
    title = case.add("note", title="Tugboat")
    other = case.add("note", title="y")
    case.link(other, "related", title, label="tugboat")
    found = case.find("tugboat")
    kinds = [hit.record.__name__ for hit in found]
    assert kinds == ["Item", "Link", "Item", "Artifact", "Artifact"]
    assert found[0].id == title.id
    assert [hit.id for hit in found[-2:]] == [named.id, file.id], "by its name, then by its words"
    assert [hit.rank for hit in found] == sorted(hit.rank for hit in found)


def test_words_on_one_page_come_before_words_on_several(case: Case):
    spread, together, name = (
        attach(case, f"%PDF-{n}".encode(), f"{title}.pdf")
        for n, title in enumerate(("spread", "together", "harbour"))
    )
    keep(case, spread, "tugboat", "nothing", "harbour and tugboats", "harbour light", "north pier")
    keep(case, together, "nothing", "harbour, tugboat, pier")
    keep(case, name, "a pier", "tugboat at the pier")
    keep(case, attach(case, b"%PDF-9", "none.pdf"), "tugboat", "pier")
    found = files(case, "tugb harb pier")
    assert found[0] == ("together.pdf", 2)
    assert sorted(found[1:]) == [("harbour.pdf", 2), ("spread.pdf", 3)]


def test_records_leave_room_for_files_and_files_for_records(case: Case):
    with case.together("Fill"):
        for n in range(9):
            case.add("note", title=f"Ship {n}")
    for n in range(4):
        keep(case, attach(case, f"%PDF-{n}".encode(), f"{n}.pdf"), "a ship")
    found = case.find("ship", limit=3)
    assert [hit.record for hit in found] == [Item] * 3 + [Artifact] * 3


@given(
    typed=st.text(max_size=30)
    | st.lists(
        st.sampled_from(("AND", '"', "*", "body:", "{", "ра", "a", "NEAR(", "^")), max_size=8
    ).map(" ".join)
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_is_typed_ever_raises(case: Case, typed: str):
    if not case.contents.artifacts:
        keep(case, attach(case, b"%PDF-1", "a.pdf"), "a AND body: ракета", "b")
    case.find(typed)


def test_of_a_long_page_the_stretch_with_the_most_words_is_shown():
    page = "буксир " * 200 + "ё" * 3_000 + " a tugboat (буксир) left " + "x " * 4_000 + "tugboat"
    shown = near(page, "tugboat буксир")
    assert "a tugboat (буксир) left" in shown and len(shown) <= 1_800
    assert near("short tugboat", "tugboat") == "short tugboat"
    assert near(page, "?!") == page
    twice = f"a tugboat first {'x ' * 4_000} a tugboat last"
    assert "first" in near(twice, "tugboat") and "last" not in near(twice, "tugboat")
    found = snippet(shown, "tugboat буксир")
    assert found is not None and len(found.marks) == 2


# -- kept in step -----------------------------------------------------------------------------------


def test_the_words_of_a_file_go_and_come_with_undo_and_redo(case: Case):
    keep(case, attach(case, b"%PDF-1", "a.pdf"), "tugboat")
    case.undo()
    assert files(case, "tugboat") == files(case, "a.pdf") == []
    case.redo()
    assert files(case, "tugboat") == [("a.pdf", 1)]
    assert case.texts.unread() == [], "nothing is to be read once more"


def test_the_words_of_a_file_that_no_item_uses_are_found(case: Case):
    keep(case, attach(case, b"%PDF-1", "a.pdf"), "tugboat")
    (artifact,) = case.contents.artifacts
    (attachment,) = case.contents.attachments_to(artifact)
    case.run(items.detach(case.contents, [attachment.id]))
    assert files(case, "tugboat") == [("a.pdf", 1)]


def test_what_was_read_is_replaced_when_it_is_read_again(case: Case):
    artifact = attach(case, b"%PDF-1", "a.pdf")
    keep(case, artifact, "tugboat", "Ракета")
    keep(case, artifact, "ferry")
    assert files(case, "tugboat") == files(case, "раке") == []
    assert files(case, "ferry") == [("a.pdf", 1)]
    assert_as_made_anew(case.path)


def test_a_file_whose_reading_did_not_end_is_read_again(case: Case):
    artifact = attach(case, document(), "a.pdf")
    pages = tuple((n, f"page {n} tugboat") for n in range(1, 60))
    calls = 0
    write = case.texts._write  # pyright: ignore[reportPrivateUsage]

    def failing():
        nonlocal calls
        calls += 1
        if calls == 3:
            raise Stopped
        return write()

    case.texts._write = failing  # pyright: ignore[reportPrivateUsage]
    with pytest.raises(Stopped):
        case.texts.keep(artifact.id, FileWords(Reading(Outcome.TEXT, 59), pages))
    case.texts._write = write  # pyright: ignore[reportPrivateUsage]
    assert case.texts.reading_of(artifact.id) is None
    assert [each.id for each in case.texts.unread()] == [artifact.id]
    assert files(case, "tugboat") == [("a.pdf", 1)], "what is there already is found"
    keep(case, artifact, "ferry")
    assert files(case, "tugboat") == [] and files(case, "ferry") == [("a.pdf", 1)]
    assert_as_made_anew(case.path)


def test_a_case_takes_no_more_text_than_it_may(case: Case, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("casedb.file_texts.MOST_OF_CASE", 20)
    first, second = (attach(case, f"%PDF-{n}".encode(), f"{n}.pdf") for n in range(2))
    keep(case, first, "a tugboat")
    keep(case, second, "another tugboat")
    assert files(case, "tugboat") == [("0.pdf", 1)]
    told = case.texts.reading_of(second.id)
    assert told is not None and "as much text as the search can take" in lack_in_words(told, PDF)


def test_a_file_that_is_too_large_is_not_even_fetched():
    def refuse(_: str) -> bytes:
        raise AssertionError("it was fetched")

    read = words_of(Artifact("0" * 64, 600 << 20, "text/plain", "a.txt"), refuse, Cage())
    assert read is not None and read.reading.outcome is Outcome.LARGE


def test_reading_leaves_journal_and_undo_alone(case: Case, cage: Cage):
    attach(case, document(), "a.pdf")
    before = case.journal.head, case.undo_step
    read_files(case, cage)
    assert (case.journal.head, case.undo_step) == before
    assert verify(case.path).findings == ()


def test_a_worker_waits_with_the_words_while_the_case_is_copied(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    artifact = attach(case, b"%PDF-1", "a.pdf")
    worker = threading.Thread(target=keep, args=(case, artifact, "tugboat"))
    copy = copies.save_copy

    def slow_copy(link: sqlite3.Connection, target: Path) -> None:
        worker.start()
        worker.join(0.3)
        assert worker.is_alive(), "what it writes now would be refused after a while"
        copy(link, target)

    monkeypatch.setattr(copies, "save_copy", slow_copy)
    case.save_copy(tmp_path / "copy.caseboard")
    worker.join()
    assert files(case, "tugboat") == [("a.pdf", 1)]
    with Case.open(tmp_path / "copy.caseboard") as copied:
        assert files(copied, "tugboat") == []


def test_a_case_that_is_only_read_keeps_nothing(case: Case, tmp_path: Path):
    artifact = attach(case, document(), "a.pdf")
    case.close()
    with Case.open(case.path, read_only=True) as again:
        assert again.texts.unread()
        with pytest.raises(ReadOnlyCase):
            keep(again, artifact, "tugboat")
    with pytest.raises(InvalidChange, match="closed"):
        keep(case, artifact, "tugboat")


def test_changes_and_reading_take_turns(case: Case):
    """A worker keeps words while the case is worked on in another thread."""
    artifacts = [attach(case, f"%PDF-{n}".encode(), f"{n}.pdf") for n in range(6)]
    troubles: list[BaseException] = []

    def work() -> None:
        try:
            for artifact in artifacts:
                keep(case, artifact, *(f"tugboat {n}" for n in range(50)))
        except BaseException as trouble:
            troubles.append(trouble)

    thread = threading.Thread(target=work)
    thread.start()
    for n in range(60):
        case.add("note", title=f"Note {n}")
        case.find("tugboat")
    thread.join()
    assert troubles == [] and len(files(case, "tugboat")) == 6 and len(case.find("note", 100)) == 60
    assert_as_made_anew(case.path)
    assert verify(case.path).findings == () and verify(case.path).derived == ()


@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(numbers=st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=30))
def test_after_any_work_the_index_of_words_is_the_one_made_anew(
    tmp_path: Path, templates: Templates, numbers: list[int]
):
    path = tmp_path / "random.caseboard"
    path.unlink(missing_ok=True)
    with Case.open(templates.copy(create_empty, path)) as case:
        worker = Worker(case)
        kept: dict[str, tuple[str, ...]] = {}
        for number in numbers:
            chance = random.Random(number)
            worker.do(number)
            there = list(case.contents.artifacts.values())
            if there and chance.random() < 0.5:
                artifact = chance.choice(there)
                pages = tuple(
                    " ".join(chance.choices(WORDS, k=5)) for _ in range(chance.randint(0, 25))
                )
                keep(case, artifact, *pages)
                if not is_expunged(artifact):
                    kept[artifact.id] = pages
            if there and chance.random() < 0.1:
                gone = chance.choice(there)
                if not is_expunged(gone):
                    case.expunge(gone.id, "law")
                    kept.pop(gone.id, None)
        for word in ("harbour", "ракет", "미사", "報道", "naive"):
            found = {
                hit.id for hit in case.find(word, 10_000) if hit.record is Artifact and hit.spot
            }
            plain = {"ракет": "Ракета", "미사": "미사일", "報道": "新聞報道", "naive": "naïve"}
            assert found == {
                each
                for each, pages in kept.items()
                if each in case.contents.artifacts
                and any(
                    plain.get(word, word) in page.replace("nai\u0308ve", "naïve") for page in pages
                )
            }
        assert_as_made_anew(path)
    assert verify(path).findings == () and verify(path).derived == ()


# -- copies -----------------------------------------------------------------------------------------


def test_a_copy_has_the_words_and_a_rescued_one_reads_them_again(
    case: Case, cage: Cage, tmp_path: Path
):
    attach(case, document(), "a.pdf")
    read_files(case, cage)
    case.save_copy(tmp_path / "copy.caseboard")
    with Case.open(tmp_path / "copy.caseboard") as copy:
        assert files(copy, "sailed") == [("a.pdf", 1)]
    case.close()
    with closing(sqlite3.connect(case.path, isolation_level=None)) as link:
        link.execute("UPDATE item SET fields = '{torn}'")
    with Case.open(case.path) as damaged:
        assert damaged.losses and files(damaged, "sailed") == [("a.pdf", 1)]
        damaged.save_copy(tmp_path / "rescued.caseboard")
    with Case.open(tmp_path / "rescued.caseboard") as rescued:
        assert [each.name for each in rescued.texts.unread()] == ["a.pdf"]
        assert read_files(rescued, cage) == 1 and files(rescued, "sailed") == [("a.pdf", 1)]


def test_what_is_pasted_into_another_case_is_read_there(case: Case, cage: Cage, tmp_path: Path):
    item = case.add("document", title="Paper")
    case.attach_bytes(item, document(), "a.pdf")
    case.place(item)
    read_files(case, cage)
    board = case.contents.boards[0].id
    clip = clip_of(case.contents, [each.id for each in case.contents.cards_on(board)])
    parcel = unpack(pack(clip, case.artifact_bytes))
    with Case.create(tmp_path / "other.caseboard") as other:
        where = other.contents.boards[0].id
        pasted = pasting.paste(
            other.contents, other.new_id, parcel.clip, where, Point(0, 0), parcel.bytes_of
        )
        other.run(pasted.change, parcel.bytes_of)
        assert read_files(other, cage) == 1 and files(other, "sailed") == [("a.pdf", 1)]


def test_an_older_case_has_nothing_read_and_opening_reads_nothing(tmp_path: Path, cage: Cage):
    with Case.create(tmp_path / "a.caseboard") as case:
        attach(case, document(), "a.pdf")
    before = (tmp_path / "a.caseboard").read_bytes()
    with Case.open(tmp_path / "a.caseboard") as case:
        assert len(case.texts.unread()) == 1 and not case.keeps_up
        case.find("sailed")
    assert (tmp_path / "a.caseboard").read_bytes() == before
    with Case.open(tmp_path / "a.caseboard") as case:
        case.keep_up()
        assert case.keeps_up and read_files(case, cage) == 1
        assert files(case, "sailed") == [("a.pdf", 1)]


# -- an index that cannot be used -------------------------------------------------------------------


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE meta SET value = 'older' WHERE key = 'texts'",
        "DELETE FROM meta WHERE key = 'texts'",
        "DELETE FROM text_index_docsize",
        "DELETE FROM text_index_data",
        "UPDATE text_index_data SET block = x'ff00ff00ff'",
        "UPDATE text_index_config SET v = 99",
    ],
)
def test_an_index_of_words_that_is_spoilt_costs_nothing(case: Case, spoil: str):
    keep(case, attach(case, b"%PDF-1", "a.pdf"), "tugboat", "Ракета")
    case.close()
    with closing(sqlite3.connect(case.path, isolation_level=None)) as link:
        link.execute(spoil)
    with Case.open(case.path) as again:
        assert files(again, "tugboat") == [("a.pdf", 1)] and files(again, "кета") == [("a.pdf", 2)]
        with closing(again.reader()) as reader:
            assert [hit.id for hit in reader.find("tugboat")]
        again.add("note", title="A change")
        assert files(again, "tugboat") == [("a.pdf", 1)]
    assert_as_made_anew(case.path)
    assert verify(case.path).findings == () and verify(case.path).derived == ()


def test_an_index_of_words_by_other_rules_is_not_asked(case: Case):
    keep(case, attach(case, b"%PDF-1", "a.pdf"), "tugboat", "Ракета")
    case.close()
    with closing(sqlite3.connect(case.path, isolation_level=None)) as link:
        link.execute("INSERT INTO text_index (text_index) VALUES ('delete-all')")
        link.execute("INSERT INTO text_index (rowid, body) VALUES (65537, 'old'), (65538, 'old')")
        link.execute("UPDATE meta SET value = 'older' WHERE key = 'texts'")
    with Case.open(case.path) as again:
        assert files(again, "tugboat") == [("a.pdf", 1)] and files(again, "old") == []
        again.add("note", title="A change")
        assert files(again, "tugboat") == [("a.pdf", 1)] and files(again, "old") == []
    assert_as_made_anew(case.path)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        ("DELETE FROM text_index_docsize", "lacks 2 pages of files"),
        ("DELETE FROM artifact_text WHERE text = 'tugboat'", "1 page of no file"),
        (
            "UPDATE artifact_text SET text = 'ferry' WHERE text = 'tugboat'",
            "other words for 1 page",
        ),
        ("INSERT INTO text_index (rowid, body) VALUES (65537, 'more')", "other words for 1 page"),
    ],
)
def test_verifying_tells_where_words_and_index_differ(case: Case, spoil: str, told: str):
    keep(case, attach(case, b"%PDF-1", "a.pdf"), "tugboat", "Ракета")
    case.close()
    with closing(sqlite3.connect(case.path, isolation_level=None)) as link:
        link.execute(spoil)
    report = verify(case.path)
    assert report.sound and any(told in each for each in report.derived), report.derived
    with Case.open(case.path) as again:
        again.rebuild_search()
        again.texts.read_again()
        assert len(again.texts.unread()) == 1


# -- expunging --------------------------------------------------------------------------------------


def secret_pages(chance: random.Random, count: int) -> list[str]:
    letters = "abcdefghijklmnopqrstuvwxyzабвгдежзиклмнопрстуфх"
    return [
        " ".join("".join(chance.choices(letters, k=12)) for _ in range(chance.choice((5, 60, 300))))
        for _ in range(count)
    ]


def words_in_file(path: Path, pages: list[str]) -> list[str]:
    """The words of some pages of which the bytes lie in a file."""
    raw = path.read_bytes()
    return [word for page in pages for word in page.split() if word.encode() in raw]


def test_no_page_of_the_file_holds_a_word_of_what_was_expunged(tmp_path: Path):
    """Pages are moved about while others come and go; what is moved leaves nothing behind."""
    chance = random.Random(5)
    path = tmp_path / "harbour.caseboard"
    with Case.create(path) as case:
        note = case.add("note", title="n")
        artifacts = [
            case.attach_bytes(note, chance.randbytes(chance.choice((300, 20_000))), f"{n}.bin")
            for n in range(9)
        ]
        said = {each.id: secret_pages(chance, chance.randint(1, 9)) for each in artifacts}
        for artifact in artifacts:
            keep(case, artifact, *said[artifact.id])
        for artifact in artifacts[::3]:
            # Read once more, as verifying asks for: what was there before must not stay either.
            said[artifact.id] += secret_pages(chance, 3)
            keep(case, artifact, *said[artifact.id][-3:])
        case.undo()
    backup = back_up(path, Home.of_user(), "2024-01-05T00:00:00Z")
    for artifact in (artifacts[0], artifacts[-1]):
        assert words_in_file(path, said[artifact.id][-2:])
        with Case.open(path) as case:
            told = case.expunge(artifact.id, "by law")
            assert told.backups == (backup,)
        assert words_in_file(path, said[artifact.id]) == []
        assert words_in_file(backup, said[artifact.id]) == []
    for artifact in artifacts[1:6]:
        assert words_in_file(path, said[artifact.id][-2:])
    assert_as_made_anew(path)
    assert verify(path).findings == () and verify(path).derived == ()


def test_words_that_were_expunged_are_found_no_more_and_do_not_come_back(case: Case, cage: Cage):
    keep(case, attach(case, b"%PDF-0", "other.pdf"), "a tugboat")
    artifact = attach(case, document(text="A tugboat"), "a.pdf")
    read_files(case, cage)
    assert len(files(case, "tugboat")) == 2
    case.expunge(artifact.id, "law")
    assert files(case, "tugboat") == [("other.pdf", 1)]
    keep(case, artifact, "tugboat")
    assert files(case, "tugboat") == [("other.pdf", 1)], "a worker that comes late keeps nothing"
    assert artifact.id not in {each.id for each in case.texts.unread()}
    assert case.texts.reading_of(artifact.id) is None
    assert files(case, "a.pdf") == [("a.pdf", 0)], "the name stays"


def test_expunging_with_a_spoilt_index_of_words_works(case: Case):
    artifact = attach(case, b"%PDF-0", "a.pdf")
    keep(case, artifact, "tugboat")
    case.close()
    with closing(sqlite3.connect(case.path, isolation_level=None)) as link:
        link.execute("DELETE FROM text_index_data")
    with Case.open(case.path) as again:
        again.expunge(artifact.id, "law")
        assert files(again, "tugboat") == []
    assert b"tugboat" not in case.path.read_bytes() and verify(case.path).findings == ()


def test_verifying_finds_words_that_were_put_back(case: Case):
    artifact = attach(case, b"%PDF-0", "a.pdf")
    keep(case, artifact, "tugboat")
    case.close()
    shutil.copyfile(case.path, case.path.with_suffix(".before"))
    with Case.open(case.path) as again:
        again.expunge(artifact.id, "law")
    with closing(sqlite3.connect(case.path, isolation_level=None)) as link:
        texts.begin(link, artifact.id)
        texts.add(link, 1, [(1, "tugboat")])
    (finding,) = verify(case.path).findings
    assert "words of artifact" in finding.sentence and finding.record == artifact.id


# -- the view ---------------------------------------------------------------------------------------


def test_the_words_can_be_asked_for_in_sql(case: Case):
    keep(case, attach(case, b"%PDF-1", "a.pdf", "Paper"), "tugboat", "ferry")
    told = case.query("SELECT * FROM file_text WHERE text LIKE '%ferry%'")
    assert [(row["file_name"], row["page"], row["titles"]) for row in told] == [
        ("a.pdf", 2, "Paper")
    ]
    case.undo()
    assert case.query("SELECT * FROM file_text") == []
