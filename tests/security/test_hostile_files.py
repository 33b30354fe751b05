"""Cases made to do harm: foreign schema, rows that mislead, pages that loop, any byte changed."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

import pytest

from casedb import Case
from casedb.errors import CaseError, InvalidChange, NotACase
from casedb.model.records import RECORD_TYPES
from casedb.model.search_text import search_text
from casedb.store import gate
from casedb.store.rows import tables_of
from casedb.verification import verify
from templates import Templates


@pytest.fixture
def case_path(tmp_path: Path, templates: Templates) -> Path:
    """A closed case with something in every table."""
    return templates.copy(fill, tmp_path / "harbour.caseboard")


def fill(path: Path) -> None:
    with Case.create(path, "Harbour") as case:
        source = case.add_source("Ministry")
        claim = case.add("claim", title="It sailed", source=source)
        photo = case.add("media", title="Photo", recorded="2024-01-02", shown_where="50, 36")
        actor = case.add_element(claim, "actor", "the ship", required=True)
        link = case.link(photo, "supports", actor, rationale="seen")
        case.link(photo, "undercuts", link)
        case.place(claim)
        case.place(photo, x=400)
        case.attach_bytes(photo, b"\x89PNG\r\n\x1a\n" + os.urandom(40_000), "pier.png")
        case.assess(source, "reliability", "B")
        case.add_board("Second")
        for number in range(30):
            case.add("note", title=f"Note {number}", notes="word " * 200)


def change(path: Path, *statements: str, values: tuple[object, ...] = ()) -> None:
    """Change a case in ways that no rule of its own allows."""
    link = sqlite3.connect(path, isolation_level=None)
    link.execute("PRAGMA writable_schema=ON")
    link.execute("PRAGMA ignore_check_constraints=ON")
    link.execute("PRAGMA foreign_keys=OFF")
    for statement in statements:
        link.execute(statement, values)
    link.close()


def look_at_everything(case: Case) -> None:
    """What screens, exports and searches do with a case."""
    contents = case.contents
    tables_of(contents)
    assert contents.info is not None and contents.boards
    for of in RECORD_TYPES:
        for record in contents.all(of).values():
            search_text(record)
            contents.links_at(record.id)
            contents.referrers(record.id)
            contents.assessments_of(record.id)
    for board in contents.boards:
        contents.cards_on(board.id)
        contents.extent(board.id)
    for item in contents.items.values():
        contents.attachments_of(item.id)
    for artifact in contents.artifacts:
        try:
            case.artifact_bytes(artifact)
        except CaseError as trouble:
            assert str(trouble).endswith(".")
    for word in ("note", "ракет", "photo"):
        case.find(word)
    try:
        list(case.journal.entries())
        case.journal.undoable()
        case.journal.redoable()
    except CaseError as trouble:
        assert str(trouble).endswith(".")
    try:
        case.query("SELECT * FROM claims")
    except CaseError as trouble:
        assert str(trouble).endswith(".")


# -- the schema --------------------------------------------------------------------------------

FOREIGN = [
    "CREATE TRIGGER t AFTER INSERT ON item BEGIN DELETE FROM journal_edit; END",
    "CREATE TEMP TABLE IF NOT EXISTS x (y)",
    "CREATE TABLE extra (id)",
    "CREATE VIEW extra AS SELECT 1",
    "CREATE VIRTUAL TABLE extra USING fts5(a)",
    "CREATE VIRTUAL TABLE extra USING rtree(id, a, b)",
    "CREATE INDEX extra ON item (upper(kind))",
    "CREATE INDEX extra ON item (id) WHERE kind = 'x'",
    "DROP INDEX item_by_kind",
    "ALTER TABLE item ADD COLUMN extra TEXT AS (upper(kind))",
    "ALTER TABLE item ADD COLUMN extra TEXT DEFAULT 'more'",
    "ALTER TABLE _sqlite_migrations ADD COLUMN extra TEXT AS (upper(name))",
    "UPDATE sqlite_schema SET sql = replace(sql, 'id TEXT', 'id ANY') WHERE name = 'board'",
    "UPDATE sqlite_schema SET sql = replace(sql, '''an ', '''AN ') WHERE name LIKE 'assessment_is%'",
    "UPDATE sqlite_schema SET sql = replace(sql, 'v)', 'v, x AS (1))') WHERE name LIKE '%config'",
    "UPDATE sqlite_schema SET sql = replace(sql, 'grams,', 'more,') WHERE name = 'search_index'",
    (
        "UPDATE sqlite_schema SET sql = replace(sql, 'content=''''', 'content=''item''') "
        "WHERE name = 'search_index'"
    ),
    "DROP TRIGGER journal_is_not_deleted",
]
HARMLESS = {"CREATE TEMP TABLE IF NOT EXISTS x (y)"}
MISSING = {"DROP INDEX item_by_kind", "DROP TRIGGER journal_is_not_deleted"}


@pytest.mark.parametrize("statement", FOREIGN)
def test_a_foreign_schema_is_not_opened(case_path: Path, statement: str):
    change(case_path, statement)
    if statement in HARMLESS:
        Case.open(case_path).close()
        return
    if statement in MISSING:
        with Case.open(case_path) as case:
            assert case.read_only and "is not in the file" in case.losses[0]
        return
    for read_only in (False, True):
        with pytest.raises(NotACase, match="that no case of this format has"):
            Case.open(case_path, read_only=read_only)
    with pytest.raises(NotACase):
        verify(case_path)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW item AS SELECT 'x' AS id, 'note' AS kind, '{}' AS fields",
        "CREATE VIRTUAL TABLE item USING fts5(id, kind, fields)",
        "CREATE TABLE item (id TEXT, kind TEXT, fields TEXT AS ('{}'))",
        "CREATE VIEW journal AS SELECT 1 AS seq, '' AS hash, '' AS body",
    ],
)
def test_nor_is_one_that_says_it_is_of_a_newer_format(case_path: Path, statement: str):
    name = statement.split()[2] if "VIRTUAL" not in statement else "item"
    change(case_path, f"DROP TABLE {name}", statement, "PRAGMA user_version=7")
    with pytest.raises(NotACase):
        Case.open(case_path)


def test_views_of_somebody_else_are_never_read_and_go_at_the_first_change(case_path: Path):
    lie = "CREATE VIEW claims AS SELECT 'a lie' AS title"
    change(case_path, "DROP VIEW claims", "DROP VIEW notes", lie)
    with Case.open(case_path) as case:
        assert case.query("SELECT title FROM claims") == [{"title": "It sailed"}]
        for sql in ("SELECT title FROM main.claims", "SELECT count(*) FROM main.claims"):
            with pytest.raises(InvalidChange):
                case.query(sql)
        nested = "WITH c AS (SELECT title FROM claims) SELECT title FROM (SELECT * FROM c)"
        assert case.query(nested) == [{"title": "It sailed"}]
        case.add("note")
    link = sqlite3.connect(case_path)
    assert link.execute("SELECT title FROM claims").fetchall() == [("It sailed",)]
    assert link.execute("SELECT count(*) FROM notes").fetchall() == [(31,)]
    link.close()


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM item",
        "CREATE TABLE x (y)",
        "ATTACH '/etc/passwd' AS x",
        "PRAGMA writable_schema=ON; DELETE FROM sqlite_schema",
        "SELECT load_extension('x')",
        "SELECT writefile('x', 'y')",
        "VACUUM INTO '/tmp/x'",
        "SELEC",
        "",
    ],
)
def test_a_query_only_reads(case_path: Path, sql: str):
    content = case_path.read_bytes()
    with Case.open(case_path) as case:
        try:
            assert case.query(sql) == []
        except InvalidChange as trouble:
            assert str(trouble).startswith("The query was not carried out")
    assert case_path.read_bytes() == content


@pytest.mark.parametrize(
    "sql",
    [
        "pragma writable_schema=1",
        "PRAGMA trusted_schema=ON",
        "PRAGMA user_version(7)",
        "PRAGMA journal_mode",
        "PRAGMA wal_checkpoint",
        "SELECT * FROM pragma_journal_mode",
        "BEGIN",
        "SAVEPOINT a",
        "VACUUM",
        "CREATE TEMP TABLE x (y)",
        "EXPLAIN DELETE FROM item",
    ],
)
def test_what_is_no_question_is_refused(case_path: Path, sql: str):
    with Case.open(case_path) as case, pytest.raises(InvalidChange) as refusal:
        case.query(sql)
    assert str(refusal.value) == (
        "The query was not carried out: only questions are answered, such as SELECT."
    )


@pytest.mark.parametrize(
    "sql",
    [
        "PRAGMA table_info(item)",
        "PRAGMA Table_List",
        "PRAGMA user_version",
        "SELECT name FROM pragma_table_info('item')",
        "EXPLAIN QUERY PLAN SELECT * FROM claims",
        "VALUES (1)",
        "WITH RECURSIVE c(n) AS (SELECT 1 UNION SELECT n + 1 FROM c WHERE n < 3) SELECT n FROM c",
        "SELECT title FROM search_index WHERE search_index MATCH 'sailed'",
        "SELECT value FROM json_each('[1]')",
    ],
)
def test_a_question_is_answered(case_path: Path, sql: str):
    with Case.open(case_path) as case:
        assert case.query(sql)


# -- rows --------------------------------------------------------------------------------------

DEEP = '{"a":' * 900 + "1" + "}" * 900
ROWS = [
    ("UPDATE item SET fields = 'no JSON'", "32"),
    ("UPDATE item SET fields = '{\"title\":'", "32"),
    ("UPDATE item SET fields = '[]'", "32"),
    (f"UPDATE item SET fields = '{DEEP}'", "32"),
    ('UPDATE item SET fields = \'{"title":"\\ud800"}\'', "32"),
    ("UPDATE item SET fields = '{\"title\":1e999}'", "32"),
    ("UPDATE item SET fields = '{\"title\":123456789012345678901234567890}'", "32"),
    ("UPDATE item SET fields = '{\"title\":null}'", "32"),
    ("UPDATE item SET fields = CAST(x'7b22c3287d' AS TEXT)", "32"),
    ("UPDATE item SET kind = CAST(x'ff' AS TEXT)", "32"),
    ("UPDATE card SET x = 9e999", "2"),
    ("UPDATE card SET y = -1e300, w = 1e300", "2"),
    ("UPDATE card SET w = -5", "2"),
    ("UPDATE card SET z = 9223372036854775807", "2"),
    ("UPDATE card SET z = -9223372036854775808", "2"),
    ("UPDATE card SET locked = 7", "2"),
    ("UPDATE board SET position = 9223372036854775807", "2"),
    ("UPDATE board SET title = CAST(x'fffe' AS TEXT)", "2"),
    ("UPDATE link SET to_item = NULL, to_element = NULL, to_link = NULL", "2"),
    ("UPDATE link SET to_item = from_item", "2"),
    ("DELETE FROM case_info", "title"),
    ("DELETE FROM board", "board"),
    ("DELETE FROM item", "missing"),
    ("DELETE FROM element", "missing"),
    ("DELETE FROM artifact", "missing"),
    ("DELETE FROM scheme", "missing"),
    ("DELETE FROM source", "missing"),
    ("UPDATE card SET item = 'nobody'", "missing"),
    ("UPDATE attachment SET artifact = 'nothing'", "missing"),
    ("UPDATE assessment SET subject = 'nobody' WHERE 0", ""),
    ("UPDATE link SET from_item = NULL, from_link = id", "missing"),
]


@pytest.mark.parametrize("journal_lost", [False, True], ids=["", "no journal"])
@pytest.mark.parametrize(("statement", "words"), ROWS)
def test_rows_that_make_no_sense_are_left_out_and_told(
    case_path: Path, statement: str, words: str, journal_lost: bool
):
    whole = open_tables(case_path)
    change(case_path, statement)
    if journal_lost:
        # Else everything could be restored from there.
        change(case_path, "DROP TRIGGER journal_edit_is_not_deleted", "DELETE FROM journal_edit")
        restore = "CREATE TRIGGER journal_edit_is_not_deleted BEFORE DELETE ON journal_edit\n"
        change(case_path, restore + "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END")
    with Case.open(case_path) as case:
        assert bool(case.losses) == bool(words)
        assert case.read_only == bool(words)
        if words and journal_lost:
            assert words in " ".join(case.losses)
        look_at_everything(case)
        if words and not journal_lost:
            assert "restored from the journal" in " ".join(case.losses)
            assert tables_of(case.contents) == whole


def open_tables(path: Path) -> dict[str, list[dict[str, object]]]:
    with Case.open(path, read_only=True) as case:
        return tables_of(case.contents)  # pyright: ignore[reportReturnType]


def test_links_that_rest_on_each_other_in_a_circle_are_left_out(case_path: Path):
    with Case.open(case_path) as case:
        first, second = case.contents.links.values()
    change(
        case_path,
        "UPDATE link SET from_item = NULL, from_element = NULL, from_link = ? WHERE id = ?",
        values=(second.id, first.id),
    )
    change(case_path, "DROP TRIGGER journal_edit_is_not_deleted", "DELETE FROM journal_edit")
    restore = "CREATE TRIGGER journal_edit_is_not_deleted BEFORE DELETE ON journal_edit\n"
    change(case_path, restore + "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END")
    with Case.open(case_path) as case:
        assert not case.contents.links and case.read_only


@pytest.mark.parametrize(
    "body",
    [
        "{}",
        "{" + "[" * 5000 + "}",
        '{"action":"undo","edits":{"count":0},"of":[1,99]}',
        '{"action":"redo","edits":{"count":0},"of":[9,1]}',
        '{"action":"undo","edits":{"count":0},"of":"all"}',
        '{"action":"undo","edits":{"count":0},"of":[1.5,2]}',
        '{"action":"fly","edits":{"count":0}}',
        '{"action":"do","edits":7}',
        '{"action":"do","edits":{"count":"x"},"gesture":["g"],"label":{"a":1}}',
    ],
)
def test_a_journal_that_makes_no_sense_ends_in_a_sentence(case_path: Path, body: str):
    with Case.open(case_path) as case:
        length = case.journal.length
    link = sqlite3.connect(case_path)
    link.execute("INSERT INTO journal VALUES (?, ?, ?)", (length + 1, "0" * 64, body))
    link.commit()
    link.close()
    started = time.monotonic()
    with Case.open(case_path) as case:
        for ask in (
            case.undo,
            case.redo,
            lambda: list(case.journal.entries()),
            lambda: case.undo_step,
            lambda: case.redo_step,
        ):
            try:
                ask()
            except CaseError as trouble:
                assert str(trouble).endswith(".")
    assert not verify(case_path).sound
    assert time.monotonic() - started < 60


def test_edits_in_the_journal_that_make_no_sense_are_not_undone(case_path: Path):
    with Case.open(case_path) as case:
        rows = tables_of(case.contents)
        last = case.journal.length
    for before, after in (("{", "{}"), ("[]", "{}"), ('{"kind":7}', '{"kind":"note"}')):
        change(
            case_path,
            "UPDATE journal_edit SET before = ?, after = ? WHERE seq = ?",
            values=(before, after, last),
        )
        with Case.open(case_path) as case:
            with pytest.raises(CaseError) as trouble:
                case.undo()
            assert str(trouble.value).endswith(".")
            assert tables_of(case.contents) == rows


# -- time --------------------------------------------------------------------------------------


def test_a_check_that_takes_too_long_is_given_up(case_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(gate, "CHECK_SECONDS", -1.0)
    link = sqlite3.connect(case_path)
    link.executemany(
        "INSERT INTO search_entry (\"table\", id) VALUES ('item', ?)",
        ((f"x{n}",) for n in range(20_000)),
    )
    link.commit()
    link.close()
    with pytest.raises(NotACase, match="could not be checked within"):
        Case.open(case_path)


def page_of(path: Path, table: str) -> int:
    link = sqlite3.connect(path)
    (page,) = link.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    link.close()
    return page


def test_a_tree_of_pages_that_leads_back_to_itself_does_not_hold_anybody_up(
    case_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Each page of the table points a hundred times to the next: read to its end, it has none."""
    with Case.open(case_path) as case:
        for _ in range(40):
            case.add("note", notes="x" * 15_000)
    content = bytearray(case_path.read_bytes())
    size = 16384
    root = page_of(case_path, "item")
    assert content[(root - 1) * size] == 5, "the table has inner pages"
    spare = [root, *range(len(content) // size - 5, len(content) // size)]
    for at, page in enumerate(spare[:-1]):
        start = (page - 1) * size
        below = spare[at + 1]
        cells = 100
        body = bytearray(size)
        body[0:12] = (
            bytes([5, 0, 0])
            + cells.to_bytes(2, "big")
            + (size - cells * 5).to_bytes(2, "big")
            + bytes([0])
            + below.to_bytes(4, "big")
        )
        for cell in range(cells):
            place = size - (cell + 1) * 5
            body[12 + cell * 2 : 14 + cell * 2] = place.to_bytes(2, "big")
            body[place : place + 5] = below.to_bytes(4, "big") + bytes([cell + 1])
        content[start : start + size] = body
    case_path.write_bytes(content)
    monkeypatch.setattr("casedb.store.records.READ_SECONDS", 2.0)
    started = time.monotonic()
    with Case.open(case_path) as case:
        assert case.read_only and case.losses
        look_at_everything(case)
    assert time.monotonic() - started < 60


# -- and an unharmed one -----------------------------------------------------------------------


def test_the_newest_entry_is_read_as_it_was_written(case_path: Path):
    """What the tests above rely on: an untouched case has no fault at all."""
    with Case.open(case_path) as case:
        look_at_everything(case)
        newest = next(case.journal.entries(newest_first=True))
        assert newest.label == "Add note"
    assert verify(case_path).findings == ()
