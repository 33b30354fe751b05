"""How a case file comes to its present format, step by step.

A step imports no live model and is never edited once a version with it has been released: old
files must go on opening. `FORMAT` is the number of steps and stands in the file's `user_version`.
A step that changes what a record's row holds must also say so in the journal, or the case no longer
verifies. With a new format comes a committed case of the one before (tests/old_cases).
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from sqlite_utils import Database, Migrations

from casedb.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

MIGRATIONS = Migrations("caseboard")

# The table in which sqlite-utils notes the steps taken. We make it ourselves, as each of its
# versions would word it differently and the gate compares to the letter.
_NOTED = """
CREATE TABLE _sqlite_migrations (
  id INTEGER PRIMARY KEY,
  migration_set TEXT,
  name TEXT,
  applied_at TEXT
) STRICT;
CREATE UNIQUE INDEX idx__sqlite_migrations_migration_set_name
  ON _sqlite_migrations (migration_set, name);
"""

# No JSON function in CHECKs or generated columns: SQLite before 3.41 counts them as unsafe in a
# schema that is not trusted, and a case's never is.
_FIRST = """
CREATE TABLE case_info (
  id TEXT PRIMARY KEY NOT NULL,
  fields TEXT NOT NULL CHECK (fields GLOB '{*}')
) STRICT;

CREATE TABLE scheme (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  fields TEXT NOT NULL CHECK (fields GLOB '{*}')
) STRICT;

CREATE TABLE source (
  id TEXT PRIMARY KEY NOT NULL,
  fields TEXT NOT NULL CHECK (fields GLOB '{*}')
) STRICT;

CREATE TABLE item (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  fields TEXT NOT NULL CHECK (fields GLOB '{*}')
) STRICT;
CREATE INDEX item_by_kind ON item (kind);

CREATE TABLE element (
  id TEXT PRIMARY KEY NOT NULL,
  claim TEXT NOT NULL REFERENCES item (id),
  position INTEGER NOT NULL,
  fields TEXT NOT NULL CHECK (fields GLOB '{*}')
) STRICT;
CREATE INDEX element_by_claim ON element (claim);

CREATE TABLE link (
  id TEXT PRIMARY KEY NOT NULL,
  type TEXT NOT NULL,
  from_item TEXT REFERENCES item (id),
  from_element TEXT REFERENCES element (id),
  from_link TEXT REFERENCES link (id),
  to_item TEXT REFERENCES item (id),
  to_element TEXT REFERENCES element (id),
  to_link TEXT REFERENCES link (id),
  fields TEXT NOT NULL CHECK (fields GLOB '{*}'),
  CHECK ((from_item IS NOT NULL) + (from_element IS NOT NULL) + (from_link IS NOT NULL) = 1),
  CHECK ((to_item IS NOT NULL) + (to_element IS NOT NULL) + (to_link IS NOT NULL) = 1)
) STRICT;
CREATE INDEX link_by_from_item ON link (from_item);
CREATE INDEX link_by_from_element ON link (from_element);
CREATE INDEX link_by_from_link ON link (from_link);
CREATE INDEX link_by_to_item ON link (to_item);
CREATE INDEX link_by_to_element ON link (to_element);
CREATE INDEX link_by_to_link ON link (to_link);

CREATE TABLE board (
  id TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE frame (
  id TEXT PRIMARY KEY NOT NULL,
  board TEXT NOT NULL REFERENCES board (id),
  title TEXT NOT NULL,
  x REAL NOT NULL,
  y REAL NOT NULL,
  w REAL NOT NULL CHECK (w > 0),
  h REAL NOT NULL CHECK (h > 0),
  z INTEGER NOT NULL,
  collapsed INTEGER NOT NULL CHECK (collapsed IN (0, 1)),
  locked INTEGER NOT NULL CHECK (locked IN (0, 1)),
  accent TEXT NOT NULL
) STRICT;
CREATE INDEX frame_by_board ON frame (board);

CREATE TABLE card (
  id TEXT PRIMARY KEY NOT NULL,
  board TEXT NOT NULL REFERENCES board (id),
  item TEXT NOT NULL REFERENCES item (id),
  x REAL NOT NULL,
  y REAL NOT NULL,
  w REAL NOT NULL CHECK (w > 0),
  h REAL NOT NULL CHECK (h > 0),
  z INTEGER NOT NULL,
  collapsed INTEGER NOT NULL CHECK (collapsed IN (0, 1)),
  pinned INTEGER NOT NULL CHECK (pinned IN (0, 1)),
  locked INTEGER NOT NULL CHECK (locked IN (0, 1)),
  accent TEXT NOT NULL
) STRICT;
CREATE INDEX card_by_board ON card (board);
CREATE INDEX card_by_item ON card (item);

CREATE TABLE route (
  id TEXT PRIMARY KEY NOT NULL,
  board TEXT NOT NULL REFERENCES board (id),
  link TEXT NOT NULL REFERENCES link (id),
  points TEXT NOT NULL CHECK (points GLOB '[[]*]'),
  UNIQUE (board, link)
) STRICT;
CREATE INDEX route_by_link ON route (link);

CREATE TABLE artifact (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 64),
  size INTEGER NOT NULL CHECK (size >= 0),
  media_type TEXT NOT NULL,
  name TEXT NOT NULL,
  fields TEXT NOT NULL CHECK (fields GLOB '{*}')
) STRICT;

CREATE TABLE artifact_chunk (
  artifact TEXT NOT NULL,
  n INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (artifact, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachment (
  id TEXT PRIMARY KEY NOT NULL,
  item TEXT NOT NULL REFERENCES item (id),
  artifact TEXT NOT NULL REFERENCES artifact (id),
  position INTEGER NOT NULL,
  caption TEXT NOT NULL
) STRICT;
CREATE INDEX attachment_by_item ON attachment (item);
CREATE INDEX attachment_by_artifact ON attachment (artifact);

CREATE TABLE assessment (
  id TEXT PRIMARY KEY NOT NULL,
  type TEXT NOT NULL,
  subject TEXT NOT NULL,
  claim TEXT REFERENCES item (id),
  scheme TEXT NOT NULL REFERENCES scheme (id),
  value TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL,
  blind INTEGER NOT NULL CHECK (blind IN (0, 1)),
  fields TEXT NOT NULL CHECK (fields GLOB '{*}')
) STRICT;
CREATE INDEX assessment_by_subject ON assessment (subject);
CREATE INDEX assessment_by_claim ON assessment (claim);
CREATE TRIGGER assessment_is_append_only BEFORE UPDATE ON assessment
BEGIN SELECT RAISE(ABORT, 'an assessment is never changed'); END;

CREATE TABLE reference (
  owner TEXT NOT NULL,
  field TEXT NOT NULL,
  source TEXT REFERENCES source (id),
  item TEXT REFERENCES item (id),
  CHECK ((source IS NULL) <> (item IS NULL))
) STRICT;
CREATE INDEX reference_by_owner ON reference (owner);
CREATE INDEX reference_by_source ON reference (source);
CREATE INDEX reference_by_item ON reference (item);

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  body TEXT NOT NULL CHECK (body GLOB '{*}')
) STRICT;
CREATE TRIGGER journal_is_not_updated BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_is_not_deleted BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TABLE journal_edit (
  seq INTEGER NOT NULL REFERENCES journal (seq),
  n INTEGER NOT NULL,
  "table" TEXT NOT NULL,
  id TEXT NOT NULL,
  before TEXT,
  after TEXT,
  after_hash TEXT,
  PRIMARY KEY (seq, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_edit_by_id ON journal_edit (id);
CREATE TRIGGER journal_edit_is_not_deleted BEFORE DELETE ON journal_edit
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TABLE search_entry (
  n INTEGER PRIMARY KEY,
  "table" TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE search_index USING fts5(
  title, body, grams, content='', tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);

CREATE TABLE meta (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;
"""

_SECOND = """
CREATE TABLE saved_view (
  id TEXT PRIMARY KEY NOT NULL,
  board TEXT NOT NULL REFERENCES board (id),
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  fields TEXT NOT NULL CHECK (fields GLOB '{*}'),
  UNIQUE (board, name)
) STRICT;

CREATE TABLE scale (
  id TEXT PRIMARY KEY NOT NULL,
  frame TEXT NOT NULL UNIQUE REFERENCES frame (id),
  first TEXT NOT NULL CHECK (first GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'),
  last TEXT NOT NULL CHECK (last GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*')
) STRICT;

CREATE TABLE fold (
  id TEXT PRIMARY KEY NOT NULL,
  frame TEXT NOT NULL UNIQUE REFERENCES frame (id),
  w REAL NOT NULL CHECK (w > 0),
  h REAL NOT NULL CHECK (h > 0),
  members TEXT NOT NULL CHECK (members GLOB '[[]*]')
) STRICT;
"""

_THIRD = """
CREATE TABLE annotation (
  id TEXT PRIMARY KEY NOT NULL,
  artifact TEXT NOT NULL REFERENCES artifact (id),
  fields TEXT NOT NULL CHECK (fields GLOB '{*}')
) STRICT;
CREATE INDEX annotation_by_artifact ON annotation (artifact);
"""

_FOURTH = """
CREATE TABLE artifact_reading (
  n INTEGER PRIMARY KEY CHECK (n > 0),
  artifact TEXT NOT NULL UNIQUE CHECK (length(artifact) = 64),
  rules TEXT NOT NULL,
  outcome TEXT NOT NULL,
  pages INTEGER NOT NULL CHECK (pages >= 0),
  characters INTEGER NOT NULL CHECK (characters >= 0),
  cut INTEGER NOT NULL CHECK (cut IN (0, 1))
) STRICT;

CREATE TABLE artifact_text (
  n INTEGER PRIMARY KEY CHECK (n > 0),
  text TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE text_index USING fts5(
  body, grams, content='', tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
"""


_FIFTH = """
CREATE TABLE snapshot (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL UNIQUE,
  seq INTEGER NOT NULL CHECK (seq > 0),
  head TEXT NOT NULL CHECK (length(head) = 64),
  fields TEXT NOT NULL CHECK (fields GLOB '{*}')
) STRICT;

CREATE TABLE redaction (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL UNIQUE,
  fields TEXT NOT NULL CHECK (fields GLOB '{*}')
) STRICT;

CREATE TABLE canvas_rest (
  id TEXT PRIMARY KEY NOT NULL,
  board TEXT NOT NULL UNIQUE REFERENCES board (id),
  fields TEXT NOT NULL CHECK (fields GLOB '{*}')
) STRICT;
"""


@MIGRATIONS()
def m001_first_format(db: Database) -> None:
    """The first format."""
    for statement in split_script(_FIRST):
        db.execute(statement)


@MIGRATIONS()
def m002_views_folds_and_scales(db: Database) -> None:
    """Saved views of boards, folded frames and frames with a scale of time."""
    for statement in split_script(_SECOND):
        db.execute(statement)


@MIGRATIONS()
def m003_annotations(db: Database) -> None:
    """What is marked on artifacts."""
    for statement in split_script(_THIRD):
        db.execute(statement)


@MIGRATIONS()
def m004_words_of_files(db: Database) -> None:
    """The words of files, for the search; those of files that are there are read later."""
    for statement in split_script(_FOURTH):
        db.execute(statement)


@MIGRATIONS()
def m005_ways_out(db: Database) -> None:
    """Snapshots, redaction profiles, and what canvases said that no field here can hold."""
    for statement in split_script(_FIFTH):
        db.execute(statement)


STEPS: tuple[str, ...] = (
    "m001_first_format",
    "m002_views_folds_and_scales",
    "m003_annotations",
    "m004_words_of_files",
    "m005_ways_out",
)
"""The names of the steps above, in order."""

FORMAT = len(STEPS)
"""The format this version writes."""


class StepsOutOfOrder(ValueError):
    """The file's own note of the steps taken does not fit its format number."""


def migrate(link: sqlite3.Connection, written: int, wanted: int) -> None:
    """Take the steps from one format (0: an empty file) to another, in one transaction.

    Raises StepsOutOfOrder or sqlite3.Error, having changed nothing.
    """
    database = Database(link, execute_plugins=False, strict=True)
    with database.atomic():
        if written == 0:
            for statement in split_script(_NOTED):
                database.execute(statement)
        taken = tuple(each.name for each in MIGRATIONS.applied(database))
        if taken != STEPS[:written]:
            raise StepsOutOfOrder(
                say(
                    "it says it took the steps {steps}", steps=", ".join(taken)[:100] or say("none")
                )
            )
        MIGRATIONS.apply(database, stop_before=STEPS[wanted : wanted + 1])
        database.execute(f"PRAGMA user_version={wanted}")


def statements_of(written: int) -> Sequence[str]:
    """The statements of a format, as a file holds them; what FTS5 makes for itself is not listed."""
    link = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(link, 0, written)
        rows = link.execute(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL "
            "AND name NOT LIKE 'search\\_index\\_%' ESCAPE '\\' "
            "AND name NOT LIKE 'text\\_index\\_%' ESCAPE '\\'"
        )
        return [sql for (sql,) in rows]
    finally:
        link.close()


def split_script(script: str) -> list[str]:
    """The statements of an SQL script, so that they can run inside one transaction."""
    found: list[str] = []
    gathered = ""
    for line in script.strip().splitlines():
        gathered += line + "\n"
        if sqlite3.complete_statement(gathered):
            found.append(gathered.strip().removesuffix(";"))
            gathered = ""
    return found
