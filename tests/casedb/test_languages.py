"""What a case holds is the same in every language; what people read of it is in theirs."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from bracketed import Bracketed, not_said
from casedb import Case, ids
from casedb.building import build_case
from casedb.commands import pasting
from casedb.errors import CaseError
from casedb.exchange.case_source import load_source
from casedb.model.card_face import face
from casedb.model.clip import clip_of
from casedb.model.fields import Choice, Choices, Flag
from casedb.model.filter_chips import describe as describe_filter
from casedb.model.filtering import NONE, Condition, Filter
from casedb.model.fuzzy_date import DateNotUnderstood, FuzzyDate
from casedb.model.geometry import Point
from casedb.model.kinds import KINDS
from casedb.model.place import Place, PlaceNotUnderstood
from casedb.model.when_and_where import When
from casedb.parcel import pack, unpack
from casedb.report import describe
from casedb.store.home import Home
from casedb.store.search import Hit
from casedb.verification import verify
from casedb.words import Tongue, speak
from random_work import Worker

WHEN_MADE = re.compile(rb"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}\+00:00")
"""When a table was made, as the library that makes them notes it by a clock of its own."""
EXAMPLE = Path(__file__).parents[2] / "assets" / "caseboard_assets" / "example"


@pytest.fixture
def spoken() -> Iterator[Callable[[Tongue | None], None]]:
    """Speaks a language until the test ends."""
    yield speak
    speak(None)


class StillClock:
    """A clock that goes on by a second whenever it is looked at."""

    def __init__(self) -> None:
        self._seconds = count()

    def now(self, zone: object) -> datetime:
        assert zone is UTC
        return datetime(2024, 3, 5, tzinfo=UTC) + timedelta(seconds=next(self._seconds))

    def time_ns(self) -> int:
        return int(self.now(UTC).timestamp()) * 1_000_000_000


def no_chance(bits: int) -> int:
    return 0


@pytest.fixture
def anew(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Lets ids and times begin anew, so that the same work makes the same bytes."""

    def begin() -> None:
        clock = StillClock()
        monkeypatch.setattr(ids, "datetime", clock)
        monkeypatch.setattr(ids, "time", clock)
        monkeypatch.setattr(ids.secrets, "randbits", no_chance)

    return begin


def work(folder: Path) -> tuple[bytes, ...]:
    """All that can be stored: a case built from source, worked on, copied, exported and mended."""
    folder.mkdir()
    home, path = Home(folder / "home"), folder / "case.caseboard"
    texts = {each.name: each.read_text(encoding="utf-8") for each in EXAMPLE.glob("*.toml")}
    order = (
        "case.toml",
        "sources.toml",
        "claims.toml",
        "evidence.toml",
        "events.toml",
        "notes.toml",
    )
    texts = {name: texts.pop(name) for name in order} | dict(sorted(texts.items()))
    files = {each.name: each.read_bytes() for each in sorted(EXAMPLE.glob("*.png"))}
    build_case(load_source(texts, files), path, "Reader", home)
    found: list[Hit] = []
    with Case.open(path, home=home) as case:
        worker = Worker(case)
        for number in range(120):
            worker.do(number)
        board = case.contents.boards[0]
        clip = clip_of(
            case.contents, [card.id for card in case.contents.each_card_on(board.id)][:9]
        )
        parcel = pack(clip, case.artifact_bytes)
        told = unpack(parcel)
        pasted = pasting.paste(
            case.contents, case.new_id, told.clip, board.id, Point(9000, 9000), told.bytes_of
        )
        case.run(pasted.change, told.bytes_of)
        for text in ("march 2024", "approximately", "event", "claim", "north"):
            found += case.find(text)
        rows = case.query("SELECT * FROM claims")
        case.write_json(folder / "case.json")
        case.save_copy(folder / "copy.caseboard")
    damaged = folder / "damaged.caseboard"
    damaged.write_bytes(path.read_bytes())
    with sqlite3.connect(damaged) as link:
        link.execute("UPDATE artifact_chunk SET bytes = x'00'")
        link.execute("DROP TABLE reference")
    link.close()
    with Case.open(damaged, home=home) as case:
        case.save_copy(folder / "rescued.caseboard")
    kept = ("case.caseboard", "case.json", "copy.caseboard", "rescued.caseboard")
    return (
        *((folder / name).read_bytes() for name in kept),
        parcel,
        repr(found).encode(),
        repr(rows).encode(),
    )


def test_what_is_stored_is_the_same_in_every_language(
    tmp_path: Path, anew: Callable[[], None], spoken: Callable[[Tongue | None], None]
) -> None:
    kept: list[tuple[bytes, ...]] = []
    for name, tongue in (("english", None), ("brackets", Bracketed())):
        spoken(tongue)
        anew()
        kept.append(work(tmp_path / name))
    english, other = ([WHEN_MADE.sub(b"", each) for each in of] for of in kept)
    assert [len(each) for each in english] == [len(each) for each in other]
    assert english == other
    assert "⟦".encode() not in b"".join(other)
    # It was damaged indeed, and that is said in the copy.
    assert b"Damaged: these are not the bytes" in english[3]


# -- what is read ------------------------------------------------------------------------------


@pytest.mark.usefixtures("brackets")
@pytest.mark.parametrize(
    "text",
    [
        *("2024-03-05", "2024-03", "2024", "201X", "19XX", "200X", "2024-21", "2024-XX"),
        *("2024-03-XX", "2024-XX-XX", "2024-1X", "2024-03-1X", "2024-03-05T14:30Z"),
        *("2024-03-05T14:30", "2024-03-05T14", "2024-03~", "2024-03?", "2024-03%"),
        *("2024-03-05/2024-03-07", "2024-03-05/2024-04-07", "2024-01/2024-03", "2024-03~/2025"),
        *("2024-03/..", "../2024-03", "2024-03/", "/2024-03", "after 2024-03", "before 2024-03"),
        *("by 2024-03", "2024-03-05/2025-03-07", "2024-03-05T14:30+02:00/2024-03-05T15:30+02:00"),
    ],
)
def test_a_date_is_said_in_the_language_of_the_reader_and_found_in_english(text: str) -> None:
    date = FuzzyDate.parse(text)
    for said in (date.show(), date.show_short()):
        assert not any(sign.isalpha() for sign in not_said(said).replace("UTC", "")), said
    assert "⟦" not in date.in_english()
    speak(None)
    assert date.in_english() == date.show()


@pytest.mark.usefixtures("brackets")
def test_a_month_with_a_day_before_it_is_told_apart() -> None:
    asked: list[tuple[str, str]] = []

    class Noting(Bracketed):
        def find(self, text: str, about: str, number: int | None) -> str:
            asked.append((text, about))
            return ""

    speak(Noting())
    assert FuzzyDate.parse("2024-03-05").show() == "5 March 2024"
    assert FuzzyDate.parse("2024-03").show() == "March 2024"
    assert FuzzyDate.parse("2024-03").show_short() == "Mar 2024"
    assert ("March", "of a day") in asked
    assert ("March", "") in asked
    assert ("Mar", "") in asked


@pytest.mark.usefixtures("brackets")
def test_a_place_is_written_as_it_is_read_in_every_language() -> None:
    place = Place.parse("Hostomel (50.5418, 30.2302)")
    assert place.show() == "Hostomel (50.5418, 30.2302)"
    assert Place.parse(place.show()) == place


@pytest.mark.usefixtures("brackets")
def test_a_word_of_a_list_is_shown_in_the_language_of_the_reader_and_found_in_english() -> None:
    seen = 0
    for field in (field for kind in KINDS.values() for field in kind.fields):
        match field:
            case Choice(options=options):
                for each in options:
                    assert field.show(each.value) == f"⟦{each.label}⟧"
                    assert field.words(each.value) == each.label
                    seen += 1
                assert field.show("of_a_newer_list") == "of_a_newer_list"
            case Choices(options=options):
                words = tuple(each.value for each in options)
                assert field.show(words) == ", ".join(f"⟦{each.label}⟧" for each in options)
                assert field.words(words) == ", ".join(each.label for each in options)
            case Flag():
                assert (field.show(True), field.words(True)) == ("⟦yes⟧", field.label)
            case When():
                date = FuzzyDate.parse("5 March 2024")
                assert field.show(date) == "⟦5 ⟦March⟧ 2024⟧"
                assert field.words(date) == "5 March 2024 5 March 2024 2024-03-05"
            case _:
                continue
    assert seen > 50


@pytest.mark.usefixtures("brackets")
def test_a_card_and_a_filter_are_read_in_the_language_of_the_reader(tmp_path: Path) -> None:
    with Case.create(tmp_path / "case.caseboard", "Harbour") as case:
        image = case.add("satellite_image")
        claim = case.add("claim", title="Kept to the letter", status="open", first_made="2024-03")
        source = case.add_source("Harbour master")
        of_image, of_claim = face(case.contents, image), face(case.contents, claim)
        assert of_image.title == "⟦Untitled ⟦satellite image⟧⟧"
        assert of_image.warning == "⟦no time or coordinates⟧"
        assert of_claim.title == "Kept to the letter"
        assert not_said(of_claim.chip) == ""
        assert not_said(of_claim.footer[0]) == ""
        chosen = Filter(
            kinds=frozenset({"claim", NONE}),
            statuses=frozenset({"open"}),
            tags=frozenset({"kharkiv"}),
            sources=frozenset({source.id, NONE}),
            reliability=frozenset({"B"}),
            verdicts=frozenset({"true"}),
            files=True,
            inverted=frozenset({Condition.KINDS}),
        )
        assert [not_said(each) for each in describe_filter(chosen, case.contents)] == [""] * 9


Trouble = Callable[[Case, Path], object]
TROUBLES: tuple[Trouble, ...] = (
    lambda case, folder: case.add("elephant"),
    lambda case, folder: case.add("claim", hair="red"),
    lambda case, folder: case.add("claim", status="purple"),
    lambda case, folder: case.add("claim", first_made="03/04/2024"),
    lambda case, folder: case.add("satellite_image", where="50.5.5, 30.2.2"),
    lambda case, folder: case.add("satellite_image", cloud_cover=140),
    lambda case, folder: case.add("satellite_image", cloud_cover="much"),
    lambda case, folder: case.link(case.add("claim"), "denies", case.add("claim")),
    lambda case, folder: case.link(case.add("claim"), "eats", case.add("claim")),
    lambda case, folder: case.place(case.add("claim"), x=float("nan")),
    lambda case, folder: case.place(case.add("claim"), x=1e12),
    lambda case, folder: case.assess(case.add("claim"), "charm", "B"),
    lambda case, folder: case.assess(case.add("claim"), "verdict", "maybe"),
    lambda case, folder: case.attach(case.add("claim"), folder),
    lambda case, folder: case.attach(case.add("claim"), case.path),
    lambda case, folder: case.write_json(folder),
    lambda case, folder: case.save_copy(folder),
    lambda case, folder: case.query("DROP TABLE item"),
    lambda case, folder: case.artifact_bytes("0" * 64),
    lambda case, folder: Case.create(case.path, "Again"),
    lambda case, folder: Case.create(folder / "no" / "case.caseboard", "Nowhere"),
    lambda case, folder: Case.open(folder / "none.caseboard"),
    lambda case, folder: Case.open(folder),
    lambda case, folder: Case.open(written(folder, b"")),
    lambda case, folder: Case.open(written(folder, b"SQLite format 3\0")),
    lambda case, folder: Case.open(written(folder, b"SQLite format 3\0" + b"\0" * 100)),
    lambda case, folder: Case.open(written(folder, b"Dear harbour master")),
    lambda case, folder: Case.open(written(folder, case.path.read_bytes()[:9000])),
    lambda case, folder: unpack(b"no parcel"),
    lambda case, folder: load_source({}, {}),
    lambda case, folder: load_source({"case.toml": "title ="}, {}),
    lambda case, folder: load_source({"case.toml": "hair = 3"}, {}),
    lambda case, folder: load_source({"case.toml": "", "sources.toml": "[a]\n"}, {}),
    lambda case, folder: load_source({"case.toml": "", "x.toml": "[a]\nkind = 'b'"}, {}),
    lambda case, folder: load_source({"case.toml": "", "links.toml": "[[eats]]"}, {}),
    lambda case, folder: load_source({"case.toml": "", "assessments.toml": "[[charm]]"}, {}),
)


def written(folder: Path, data: bytes) -> Path:
    path = folder / "written.caseboard"
    path.write_bytes(data)
    return path


@pytest.mark.usefixtures("brackets")
@pytest.mark.parametrize("trouble", range(len(TROUBLES)))
def test_every_sentence_of_a_trouble_is_read_in_the_language_of_the_reader(
    tmp_path: Path, trouble: int
) -> None:
    with Case.create(tmp_path / "case.caseboard", "Harbour") as case:
        with pytest.raises(CaseError) as raised:
            TROUBLES[trouble](case, tmp_path)
        # A mistake in a source is told behind the place where it is.
        told = str(raised.value)
        place, _, rest = told.partition(": ")
        assert not_said(rest if ".toml" in place and told[0] != "⟦" else told) == "", told


@pytest.mark.usefixtures("brackets")
@pytest.mark.parametrize(
    "text",
    [
        *("", "03/04/2024", "yesterday", "2024-02-30", "2024-13", "7 September", "the 2000s"),
        *("2024/2023", "14:30", "Monday 7 September 2023", "early spring 2024", "2024 CET"),
        *("between 2024", "13 pm 2024-01-01", "winter 2022/25", "x" * 5000, "2024-01-01T25:00"),
        *("Q3", "2024 2025 2026", "bananas", "12345", "1800s century decade"),
    ],
)
def test_why_a_date_is_not_understood_is_read_in_the_language_of_the_reader(text: str) -> None:
    with pytest.raises(DateNotUnderstood) as raised:
        FuzzyDate.parse(text)
    assert not_said(str(raised.value)) == ""


@pytest.mark.usefixtures("brackets")
@pytest.mark.parametrize(
    "text",
    [
        *("", "50.5.5, 30.2.2", "95.1, 30.2", "50.1, 190.2", "50.12345", "36U UB 037 0253"),
        *(
            "61U UB 0374 0253",
            "POINT(1,2)",
            "POLYGON((1 2, 3 4))",
            "50.1..50.2",
            "x 50.1234, 30.1234 y",
        ),
        *("50°70'N 30°10'E", "50.1 N 30.2 N", "SRID=3857;POINT(1 2)", "50.1, 50.2, 30.1, 30.2"),
    ],
)
def test_why_a_place_is_not_understood_is_read_in_the_language_of_the_reader(text: str) -> None:
    with pytest.raises(PlaceNotUnderstood) as raised:
        Place.parse(text)
    assert not_said(str(raised.value)) == ""


@pytest.mark.usefixtures("brackets")
@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE item SET kind = 'note'",
        "DELETE FROM item",
        "UPDATE journal SET body = '{}'",
        "UPDATE journal_edit SET after_hash = NULL",
        "DELETE FROM journal WHERE seq = 2",
        "UPDATE artifact SET size = 7",
        "UPDATE artifact_chunk SET bytes = x'00'",
        "DELETE FROM artifact_chunk",
        "UPDATE item SET fields = '{}'",
        "DELETE FROM search_entry",
        "DELETE FROM reference",
    ],
)
def test_what_verifying_finds_is_read_in_the_language_of_the_reader(
    tmp_path: Path, sql: str
) -> None:
    path, home = tmp_path / "case.caseboard", Home(tmp_path / "home")
    with Case.create(path, "Harbour", home=home) as case:
        source = case.add_source("Harbour master")
        image = case.add("satellite_image", title="kept")
        case.add("document", title="Invoice", publisher=source)
        case.attach_bytes(image, b"bytes", "a.txt")
    with sqlite3.connect(path) as link:
        link.execute("PRAGMA foreign_keys=OFF")
        triggers = link.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        guards = triggers.fetchall()
        for name, _ in guards:
            link.execute(f"DROP TRIGGER {name}")
        link.execute(sql)
        for _, guard in guards:
            link.execute(guard)
    link.close()
    report = verify(path, home)
    assert report.findings or report.derived
    for sentence in (*(each.sentence for each in report.findings), *report.derived):
        assert not_said(sentence) == "", sentence
    assert not_said(describe(report, path, lambda record: "kept")).replace("–", "").strip() == ""
