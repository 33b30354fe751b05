"""Any byte of a case changed: it opens, is rescued or is refused, always in a sentence, at no loss.

A change is told as an outcome: "sound" (nothing that counts was hit), "opened" (for writing, while
verifying finds what was changed), "rescued" (for reading, and Save a Copy makes a sound case of it)
or "refused".
"""

from __future__ import annotations

import contextlib
import os
import random
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from casedb import Case
from casedb.commands import items
from casedb.errors import CannotOpen, CaseDamaged, CaseError, NotACase
from casedb.model.json_value import JsonValue
from casedb.store.rows import tables_of
from casedb.verification import verify
from random_work import Worker

PAGE = 16384
PICTURE = b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(20_000)
Tables = dict[str, list[dict[str, JsonValue]]]


class Whole(NamedTuple):
    """An unharmed case: its bytes, and what it says."""

    content: bytes
    tables: Tables
    labels: list[str]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """A case with something in every table, two files among it, and a history."""
    path = tmp_path_factory.mktemp("whole") / "harbour.caseboard"
    with Case.create(path, "Harbour", actor="tester") as case:
        source = case.add_source("Ministry")
        claim = case.add("claim", title="It sailed", source=source)
        photo = case.add("media", title="Photo", notes="seen from the pier " * 30)
        case.attach_bytes(photo, PICTURE, "pier.png")
        case.attach_bytes(photo, b"", "empty.txt")
        link = case.link(photo, "supports", case.add_element(claim, "actor", "the ship"))
        case.link(photo, "undercuts", link)
        case.assess(source, "reliability", "B")
        worker = Worker(case, with_files=False)
        for number in range(30):
            worker.do(number)
        case.add("note", title="An anchor")
        told = tables_of(case.contents), [entry.label for entry in case.journal.entries()]
    return Whole(path.read_bytes(), *told)


# -- one mutated case, through every door ------------------------------------------------------

RAW = re.compile(
    r"malformed|disk image|not a database|no such (?:table|column|index)|SQL logic|constraint|sqlite3|codec|UTF-8|I/O"
    r"|[Bb]tree|[Tt]ree page|near \"|unrecognized|Traceback|None|\n",
)
"""What SQLite, Python and the system say among themselves."""


def judge(sentence: str) -> str:
    """A sentence that a person can read."""
    assert sentence.endswith(".") and sentence[0] not in "abcdefghijklmnopqrstuvwxyz", sentence
    assert not RAW.search(sentence), sentence
    return sentence


def refusal(ask: Callable[[], object]) -> str:
    """The sentence with which something is refused, or nothing where it is done.

    Any exception that is no CaseError goes through, and fails the test.
    """
    try:
        ask()
    except CaseError as trouble:
        return judge(str(trouble))
    return ""


def outcome_of(content: bytes, whole: Whole, folder: Path, *, slow: bool = True) -> str:
    """What becomes of a mutated case, having tried every door and judged every sentence.

    The `slow` doors are those that make many views, or change something.
    """
    path = folder / "mutated.caseboard"
    path.write_bytes(content)
    sound = False
    try:
        report = verify(path)
        sound = report.sound
        for finding in report.findings:
            judge(finding.sentence)
    except CaseError as trouble:
        judge(str(trouble))
    try:
        case = Case.open(path)
    except (NotACase, CannotOpen) as trouble:
        judge(str(trouble))
        outcome = "refused"
    else:
        with case:
            outcome = try_doors(case, whole, sound, folder / "copy.caseboard", slow=slow)
    assert path.read_bytes() == content, "looking, verifying and copying change nothing"
    assert {each.name for each in folder.iterdir()} <= {path.name, "copy.caseboard"}
    return outcome


def try_doors(case: Case, whole: Whole, sound: bool, copy: Path, *, slow: bool) -> str:
    """Go through every door of an open case, and see that it leads somewhere."""
    for told in (*case.notices, *case.losses):
        judge(told)
    assert case.read_only == bool(case.losses) == bool(case.notices)
    tables = tables_of(case.contents)
    refusal(lambda: case.find("photo"))
    if slow:
        refusal(lambda: case.query("SELECT * FROM claims"))
    refusal(lambda: (case.undo_step, case.redo_step))
    refusal(lambda: list(case.journal.entries()))
    refusal(lambda: case.journal.edits_of(1, case.journal.length))
    for name in case.contents.artifacts:
        refusal(lambda name=name: case.artifact_bytes(name))
    with contextlib.closing(case.reader()) as reader:
        refusal(lambda: reader.find("photo"))
    if sound:
        assert tables == whole.tables, "no change of substance passes for sound"
        assert not case.losses
        return "sound"
    copy.unlink(missing_ok=True)
    if not case.losses:
        refused = refusal(lambda: case.save_copy(copy))
        assert not refused or ("damaged" in refused and case.read_only and not copy.exists())
        return "opened"
    case.save_copy(copy)
    assert verify(copy).findings == (), "a rescued copy vouches for all that is in it"
    with Case.open(copy) as rescued:
        assert rescued.losses == () and not rescued.read_only
        told = tables_of(rescued.contents)
        kept = {**tables, "item": list(without_strangers(tables))}
        assert {name: told[name] for name in UNTOUCHED} == {name: kept[name] for name in UNTOUCHED}
        for name in rescued.contents.artifacts:
            rescued.artifact_bytes(name)
        if slow:
            rescued.run(items.add_source(rescued.new_id, {"name": "goes on"}))
    return "rescued"


def without_strangers(tables: Tables) -> Iterator[dict[str, JsonValue]]:
    """The items as a rescue takes them over: they name no source that is lost."""
    there = {str(row["id"]) for row in tables["source"]}
    for row in tables["item"]:
        fields = row["fields"]
        assert isinstance(fields, dict)
        named = {
            key for key, value in fields.items() if key == "source" and str(value) not in there
        }
        yield {**row, "fields": {key: fields[key] for key in fields if key not in named}}


UNTOUCHED = (
    "case_info",
    "item",
    "element",
    "link",
    "board",
    "saved_view",
    "card",
    "frame",
    "scale",
    "fold",
    "route",
    "assessment",
)
"""The tables that a rescue takes over as they were read; files that are damaged change names."""


# -- at random ---------------------------------------------------------------------------------


def mutate(content: bytes, chance: random.Random) -> bytes:
    """A case with something wrong: a bit, a byte, many, a burst, a page, a cut, two pages swapped.

    Most hit a byte that is not zero, as pages are half empty.
    """
    changed = bytearray(content)
    pages = len(changed) // PAGE

    def written() -> int:
        while True:
            at = chance.randrange(len(changed))
            if changed[at]:
                return at

    roll = chance.random()
    if roll < 0.35:
        changed[written()] ^= 1 << chance.randrange(8)
    elif roll < 0.45:
        changed[chance.randrange(len(changed))] ^= chance.randrange(1, 256)
    elif roll < 0.55:
        changed[chance.randrange(100, 6000)] ^= chance.randrange(1, 256)
    elif roll < 0.7:
        at, length = written(), chance.choice((2, 16, 64, 600))
        changed[at : at + length] = chance.randbytes(len(changed[at : at + length]))
    elif roll < 0.75:
        at, length = written(), chance.choice((16, 600, 9000))
        changed[at : at + length] = bytes(len(changed[at : at + length]))
    elif roll < 0.85:
        for _ in range(chance.randrange(2, 30)):
            changed[written()] ^= 1 << chance.randrange(8)
    elif roll < 0.9:
        start = chance.randrange(1, pages) * PAGE
        changed[start : start + PAGE] = chance.choice((bytes(PAGE), chance.randbytes(PAGE)))
    elif roll < 0.95:
        del changed[chance.randrange(len(changed)) :]
    else:
        one, other = (page * PAGE for page in chance.sample(range(1, pages), 2))
        first = changed[one : one + PAGE]
        changed[one : one + PAGE] = changed[other : other + PAGE]
        changed[other : other + PAGE] = first
    return bytes(changed)


@pytest.mark.parametrize("start", [0, pytest.param(40, marks=pytest.mark.soak)])
def test_whatever_is_changed_ends_in_one_of_four_ways(whole: Whole, tmp_path: Path, start: int):
    seeds = range(start, start + 40)
    outcomes = {seed: one_flip(seed, whole, tmp_path) for seed in seeds}
    assert set(outcomes.values()) == {"sound", "opened", "rescued", "refused"}


@pytest.mark.soak
def test_whatever_is_changed_ten_thousand_times(whole: Whole, tmp_path: Path):
    outcomes = [one_flip(seed, whole, tmp_path) for seed in range(10_000, 20_000)]
    assert set(outcomes) == {"sound", "opened", "rescued", "refused"}


def one_flip(seed: int, whole: Whole, folder: Path) -> str:
    try:
        content = mutate(whole.content, random.Random(seed))
        return outcome_of(content, whole, folder, slow=seed % 5 == 0)
    except BaseException as trouble:
        trouble.add_note(f"seed {seed}")
        raise


# -- on purpose --------------------------------------------------------------------------------


@pytest.fixture
def case_path(whole: Whole, tmp_path: Path) -> Iterator[Path]:
    """The whole case, to be damaged."""
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    path = shelf / "harbour.caseboard"
    path.write_bytes(whole.content)
    yield path
    shutil.rmtree(shelf)


def overwrite(path: Path, found: bytes, by: bytes, table: str = "") -> None:
    """Overwrite the first occurrence of some bytes, in the file or in the first page of a table."""
    start = (leaves_of(path, table)[0] - 1) * PAGE if table else 0
    content = bytearray(path.read_bytes())
    at = content.index(found, start, start + PAGE if table else len(content))
    content[at : at + len(by)] = by
    path.write_bytes(content)


def leaves_of(path: Path, table: str) -> list[int]:
    link = sqlite3.connect(path)
    asked = "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path"
    found = [int(page) for (page,) in link.execute(asked, (table,))]
    link.close()
    return found


def spoil_pages(path: Path, *tables: str) -> None:
    pages = [page for table in tables for page in leaves_of(path, table)]
    content = bytearray(path.read_bytes())
    for page in pages:
        content[(page - 1) * PAGE : page * PAGE] = b"\xff" * PAGE
    path.write_bytes(content)


Damage = Callable[[Path], None]

DAMAGES: dict[str, tuple[Damage, str, str]] = {
    "space nobody uses": (
        lambda path: overwrite(path, bytes(2000), b"\0" * 999 + b"x"),
        "sound",
        "",
    ),
    "a letter of a title": (
        lambda path: overwrite(path, b'"title":"An anchor"', b'"title":"An anch0r"', "item"),
        "opened",
        "",
    ),
    "a byte of a picture": (
        lambda path: overwrite(path, PICTURE[900:950], b"#"),
        "opened",
        "",
    ),
    "a page of rows": (
        lambda path: spoil_pages(path, "item"),
        "rescued",
        "Pages of table “item” are damaged.",
    ),
    "half a character in a row": (
        lambda path: overwrite(path, b'"title":"An anchor"', b'"title":"An anc\xc3or"', "item"),
        "rescued",
        "1 row of table “item” makes no sense.",
    ),
    "half a character in the text of a table": (
        lambda path: overwrite(path, b"CREATE TABLE item (", b"CREATE TABLE it\xc3m ("),
        "rescued",
        "The table “item” is not in the file.",
    ),
    "the text of a view": (
        lambda path: overwrite(path, b'CREATE VIEW "claims" AS SELECT', b"CREATE V\xc3("),
        "rescued",
        "The list of its tables",
    ),
    "the name of a table": (
        lambda path: overwrite(path, b"CREATE TABLE item (", b"CREATE TABLE itym ("),
        "refused",
        "CaseDamaged",
    ),
    "the text of a table": (
        lambda path: overwrite(path, b"  title TEXT NOT NULL,\n  position", b"  titlf TEXT"),
        "refused",
        "NotACase",
    ),
    "the head of the list of tables": (
        lambda path: overwrite(path, path.read_bytes()[100:108], b"\xff\xff"),
        "refused",
        "CaseDamaged",
    ),
    "all but the first page": (
        lambda path: os.truncate(path, PAGE),
        "refused",
        "CaseDamaged",
    ),
}


@pytest.mark.parametrize("what", DAMAGES)
def test_each_sort_of_damage_ends_in_its_own_way(
    whole: Whole, case_path: Path, tmp_path: Path, what: str
):
    damage, expected, words = DAMAGES[what]
    damage(case_path)
    (tmp_path / "work").mkdir()
    assert outcome_of(case_path.read_bytes(), whole, tmp_path / "work") == expected
    if expected == "refused":
        with pytest.raises(CaseError) as trouble:
            Case.open(case_path)
        assert type(trouble.value).__name__ == words
    else:
        with Case.open(case_path) as case:
            assert words in " ".join(case.losses)


# -- what a rescued copy keeps -----------------------------------------------------------------


def rescue(path: Path) -> Path:
    """Save a Copy of a damaged case; the copy verifies."""
    copy = path.with_name("copy.caseboard")
    with Case.open(path) as case:
        assert case.losses
        case.save_copy(copy)
    assert verify(copy).findings == ()
    return copy


def newest_label(case: Case) -> str:
    return next(case.journal.entries(newest_first=True)).label


def test_a_damaged_file_is_kept_as_what_it_is_and_says_so(case_path: Path):
    spoil_pages(case_path, "card")
    overwrite(case_path, PICTURE[900:950], b"#")
    with Case.open(rescue(case_path)) as copy:
        [attached] = [each for each in copy.contents.attachments.values() if each.position == 0]
        artifact = copy.contents.artifacts[attached.artifact]
        kept = copy.artifact_bytes(artifact.id)
        assert len(kept) == len(PICTURE) and kept.count(b"#", 900, 901) == 1
        assert artifact.name == "pier.png" and artifact.size == len(PICTURE)
        assert attached.caption.startswith("Damaged: these are not the bytes that came in as ")
        assert newest_label(copy).endswith("; 1 file has other bytes than came in")


def test_a_file_that_cannot_be_read_is_left_out_and_counted(case_path: Path):
    spoil_pages(case_path, "artifact_chunk", "card")
    with Case.open(rescue(case_path)) as copy:
        assert not copy.contents.artifacts and not copy.contents.attachments
        assert newest_label(copy).endswith("; 2 files are lost (“pier.png”, “empty.txt”)")


def test_a_journal_that_begins_anew_says_after_which_entry(whole: Whole, case_path: Path):
    overwrite(case_path, b'"action":"do"', b'"action":"dO"', "journal")
    spoil_pages(case_path, "card")
    with Case.open(rescue(case_path)) as copy:
        assert copy.journal.length == 1
        assert f"; the journal began anew after entry {len(whole.labels)}, " in newest_label(copy)


def test_files_that_redoing_brings_back_go_with_a_rescued_copy(case_path: Path):
    with Case.open(case_path) as case:
        late = case.attach_bytes(case.add("note", title="late"), b"late bytes", "late.txt")
        case.undo()
        assert late.id not in case.contents.artifacts
    spoil_pages(case_path, "card")
    with Case.open(rescue(case_path)) as copy:
        assert copy.redo() is not None
        assert copy.artifact_bytes(late.id) == b"late bytes"


def test_mentions_of_records_that_are_lost_go_with_them(case_path: Path):
    link = sqlite3.connect(case_path, isolation_level=None)
    link.execute("UPDATE journal_edit SET before = NULL, after = NULL")
    link.execute("PRAGMA foreign_keys=OFF")
    link.execute("DELETE FROM source")
    link.close()
    with Case.open(rescue(case_path)) as copy:
        assert not copy.contents.sources
        assert all(not item.values.get("source") for item in copy.contents.items.values())
        assert "of a lost record is gone" in newest_label(copy)


def test_a_case_of_which_nothing_is_left_is_refused(case_path: Path):
    spoil_pages(case_path, "sqlite_schema")
    with pytest.raises(CaseDamaged, match="its list of tables cannot be read"):
        Case.open(case_path)
