"""How long the case file takes, against plain SQLite that is asked to do the same.

    python tests/bench/case_file.py [--items N ...] [--quick] [--json OUT] [--folder FOLDER]

A made-up case of N items, as many cards and as many links is written, changed, opened, searched and
verified; it is seen before it is read, and others have their turn meanwhile. Beside each figure stands
that of the plainest program for it: the sqlite3 module with the same pragmas, the same rows in the
same tables, and one table of the same words for the search. What lies between the two is what undo,
the journal, the checks and the records in memory cost.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import sqlite3
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from casedb import Case
from casedb.commands import cards, items
from casedb.early import Opening
from casedb.model.changes import ChangeSet, Edit
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.json_value import JsonValue
from casedb.model.kinds import KINDS
from casedb.model.records import Card, Item, Link, Record, Ref
from casedb.model.search_text import search_text
from casedb.model.values import Values
from casedb.store.connections import settle
from casedb.store.creation import PAGE_SIZE
from casedb.verification import verify

PROSE = (
    "harbour container vessel missile fragment serial witness ministry statement footage crater "
    "railway depot manifest crane pier satellite shadow quay transfer shell launcher registry "
    "ракета порт свідок корабель 미사일 항구 導彈 港口 صاروخ"
)
TYPED = "harbour mis"
TABLES = ("item", "card", "link", "board", "scheme", "case_info")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: what was done how often, ours and the plain program's, in milliseconds."""

    what: str
    items: int
    times: int
    ms: float
    p99: float
    plain: float

    @property
    def ratio(self) -> float:
        """How many times as long ours takes."""
        return self.ms / self.plain if self.plain else 0.0

    def line(self) -> str:
        """For people."""
        return (
            f"{self.what:<30}{self.items:>8,}{self.ms:>11.2f} ms  p99 {self.p99:>9.2f}"
            f"   plain {self.plain:>9.2f}   {self.ratio:>6.1f} x"
        )


def timed(act: Callable[[], object], times: int) -> tuple[float, float]:
    """The median and the 99th percentile of so many calls, in milliseconds."""
    taken: list[float] = []
    for _ in range(times):
        begin = time.perf_counter()
        act()
        taken.append((time.perf_counter() - begin) * 1000)
    taken.sort()
    return statistics.median(taken), taken[min(len(taken) - 1, int(len(taken) * 0.99))]


# -- the case ------------------------------------------------------------------------------------


def made_up(case: Case, number: int) -> Iterator[Record]:
    """Items, their cards, and a link from each item to the one before it."""
    chance, words = random.Random(number), PROSE.split()
    board = case.contents.boards[0].id
    before: Item | None = None
    for n in range(number):
        kind = chance.choice(list(KINDS.values()))
        told: dict[str, JsonValue] = {
            "title": " ".join(chance.choices(words, k=6)),
            "summary": " ".join(chance.choices(words, k=20)),
            "notes": " ".join(chance.choices(words, k=40)),
            "exhibit": f"CB-{n + 1:03d}",
            "tags": chance.choices(words, k=2),
        }
        if kind.face_date:
            told[kind.face_date[0]] = FuzzyDate.parse(f"2023-{n % 12 + 1:02d}").to_json()
        item = Item(case.new_id(), kind.name, Values(told))
        yield item
        yield Card(case.new_id(), board, item.id, n % 300 * 300.0, n // 300 * 220.0, 260, 160, n)
        if before is not None:
            ends = Ref.item(item.id), Ref.item(before.id)
            yield Link(case.new_id(), "related", *ends, Values({"rationale": told["title"]}))
        before = item


def fill(path: Path, number: int) -> float:
    """Make the case by one change; the milliseconds that the change took."""
    with Case.create(path, "Bench") as case:
        change = ChangeSet("Import", tuple(Edit(None, each) for each in made_up(case, number)))
        return timed(lambda: case.run(change), 1)[0]


# -- the plain program ---------------------------------------------------------------------------


def plain_copy(path: Path, copy: Path) -> tuple[float, float]:
    """The same rows in a file without journal, index or checks; milliseconds for rows and words.

    The words lie in an FTS5 table of their own, as a tutorial would make it.
    """
    rows: dict[str, list[tuple[object, ...]]] = {}
    with closing(sqlite3.connect(path)) as link:
        for table in TABLES:
            rows[table] = link.execute(f"SELECT * FROM {table}").fetchall()
    found = [search_text(Item(row[0], row[1], Values(text=row[2]))) for row in rows["item"]]  # pyright: ignore[reportArgumentType]
    words = [(n, text.title, f"{text.body} {text.grams}") for n, text in enumerate(found) if text]
    link = connect(copy)
    link.execute("CREATE TABLE log (n INTEGER PRIMARY KEY, said TEXT)")
    link.execute("CREATE VIRTUAL TABLE words USING fts5(title, body, content='')")

    def write_rows() -> None:
        link.execute("BEGIN IMMEDIATE")
        for table, held in rows.items():
            names = ", ".join(f"c{n}{' PRIMARY KEY' * (n == 0)}" for n in range(len(held[0])))
            link.execute(f"CREATE TABLE {table} ({names})")
            holes = ", ".join("?" * len(held[0]))
            link.executemany(f"INSERT INTO {table} VALUES ({holes})", held)
        link.execute("COMMIT")

    def write_words() -> None:
        link.execute("BEGIN IMMEDIATE")
        link.executemany("INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)", words)
        link.execute("COMMIT")

    taken = timed(write_rows, 1)[0], timed(write_words, 1)[0]
    link.close()
    return taken


def connect(path: Path) -> sqlite3.Connection:
    """A connection with the pragmas of a case."""
    link = sqlite3.connect(path, isolation_level=None)
    link.execute(f"PRAGMA page_size={PAGE_SIZE}")
    settle(link)
    return link


def plain_read(copy: Path) -> None:
    """Read every row."""
    with closing(connect(copy)) as link:
        for table in TABLES:
            link.execute(f"SELECT * FROM {table}").fetchall()


def plain_verify(copy: Path) -> None:
    """Read every row and hash it."""
    with closing(connect(copy)) as link:
        link.execute("PRAGMA quick_check").fetchall()
        for table in TABLES:
            for row in link.execute(f"SELECT * FROM {table}"):
                hashlib.sha256(json.dumps(row).encode()).hexdigest()


def plain_search(link: sqlite3.Connection, typed: str) -> None:
    """Ask for the last word as a beginning."""
    match = " AND ".join(f'"{word}"*' for word in typed.split())
    link.execute(
        "SELECT rowid, bm25(words, 8.0, 1.0) AS rank FROM words WHERE words MATCH ? "
        "ORDER BY rank LIMIT 50",
        (match,),
    ).fetchall()


# -- measuring -----------------------------------------------------------------------------------


def measure(folder: Path, number: int, times: int) -> Iterator[Row]:
    """Every figure for a case of so many items."""
    path, copy = folder / f"{number}.caseboard", folder / f"{number}.sqlite"
    filled = fill(path, number)
    plain_rows, plain_words = plain_copy(path, copy)
    yield Row("import in one change", number, 1, filled, filled, plain_rows + plain_words)
    opens = max(3, min(times // 4, 20_000 // number))
    yield _row("open", number, opens, lambda: Case.open(path).close(), lambda: plain_read(copy))
    yield from _openings(path, copy, number, opens)
    with Case.open(path) as case, closing(connect(copy)) as link:
        yield from _commits(case, link, number, times)
        yield from _searches(case, link, number, times)
    yield _row(
        "verify",
        number,
        1 if number > 20_000 else 3,
        lambda: verify(path),
        lambda: plain_verify(copy),
    )
    path.unlink()
    copy.unlink()


def _row(
    what: str, number: int, times: int, ours: Callable[[], object], plain: Callable[[], object]
) -> Row:
    return Row(what, number, times, *timed(ours, times), timed(plain, times)[0])


def _openings(path: Path, copy: Path, number: int, times: int) -> Iterator[Row]:
    with Opening.start(path) as opening, closing(connect(copy)) as link:
        board_id = opening.boards[0].id
        sketch = opening.sketch(board_id)
        assert sketch is not None
        items = sketch.cards.items[:: number // 30][:30]

        def plain_sketch() -> None:
            link.execute("SELECT c0, c2, c3, c4, c5, c6, c7 FROM card ORDER BY c7").fetchall()
            link.execute("SELECT c0, c1, c2, c5 FROM link").fetchall()

        def plain_near() -> None:
            for each in items:
                link.execute("SELECT * FROM item WHERE c0 = ?", (each,)).fetchone()

        yield _row(
            *("sketch a board on opening", number, times),
            *(lambda: opening.sketch(board_id), plain_sketch),
        )
        yield _row(
            *("30 cards on opening", number, 10 * times),
            *(lambda: opening.near(items), plain_near),
        )
    waits = sorted(longest_wait(lambda: Case.open(path).close()) for _ in range(times))
    plain = statistics.median(longest_wait(lambda: plain_read(copy)) for _ in range(times))
    typical = statistics.median(waits)
    yield Row("others wait while it opens", number, times, typical, waits[-1], plain)


def longest_wait(work: Callable[[], object]) -> float:
    """How long at most another thread waits for its turn while one works, in milliseconds."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(0.001)
    try:
        worker = threading.Thread(target=work)
        worker.start()
        longest, last = 0.0, time.perf_counter()
        while worker.is_alive():
            time.sleep(0.001)
            now = time.perf_counter()
            longest, last = max(longest, now - last), now
    finally:
        sys.setswitchinterval(before)
    return (longest - 0.001) * 1000


def _commits(case: Case, link: sqlite3.Connection, number: int, times: int) -> Iterator[Row]:
    # The first change of a session looks after what is derived; it is no change like the others.
    steps = count(1)
    ids = list(case.contents.cards)
    item = next(iter(case.contents.items.values()))

    def move(some: int) -> None:
        case.run(cards.move(case.contents, ids[:some], 1, next(steps) % 2 or -1))

    def plain_move(some: int) -> None:
        said = json.dumps([[each, next(steps)] for each in ids[:some]])
        _plain_commit(
            link,
            said,
            "UPDATE card SET c3 = ? WHERE c0 = ?",
            [(next(steps), each) for each in ids[:some]],
        )

    def edit() -> None:
        held = case.contents.items[item.id]
        case.run(items.set_values(held, {"notes": f"{PROSE} {next(steps)}"}, "Edit notes"))

    def plain_edit() -> None:
        said = json.dumps({"notes": f"{PROSE} {next(steps)}"})
        _plain_commit(link, said, "UPDATE item SET c2 = ? WHERE c0 = ?", [(said, item.id)])

    yield _row("first change after opening", number, 1, lambda: move(1), lambda: plain_move(1))
    yield _row("move a card", number, times, lambda: move(1), lambda: plain_move(1))
    yield _row("edit a text", number, times, edit, plain_edit)
    many = min(500, number)
    fewer = max(3, times // 10)
    yield _row(f"move {many} cards", number, fewer, lambda: move(many), lambda: plain_move(many))
    yield _row(
        "undo and redo",
        number,
        fewer,
        lambda: (case.undo(), case.redo()),
        lambda: (plain_move(many), plain_move(many)),
    )


def _plain_commit(
    link: sqlite3.Connection, said: str, sql: str, values: list[tuple[object, ...]]
) -> None:
    link.execute("BEGIN IMMEDIATE")
    link.executemany(sql, values)  # pyright: ignore[reportArgumentType]
    link.execute("INSERT INTO log (said) VALUES (?)", (said,))
    link.execute("COMMIT")


def _searches(case: Case, link: sqlite3.Connection, number: int, times: int) -> Iterator[Row]:
    typed = [TYPED[:end] for end in range(1, len(TYPED) + 1)]
    yield _row(
        "first search", number, 1, lambda: case.find(TYPED), lambda: plain_search(link, TYPED)
    )
    for what, each in (
        ("a letter", "h"),
        ("a word", "harbour"),
        ("two words", TYPED),
        ("inside a word", "кет"),
    ):
        yield _row(
            f"search {what}",
            number,
            max(3, times // 10),
            lambda each=each: case.find(each),
            lambda each=each: plain_search(link, each),
        )

    def type_in() -> None:
        # As the window does: a connection of its own for every question.
        for each in typed:
            reader = case.reader()
            reader.find(each)
            reader.close()

    def plain_type_in() -> None:
        for each in typed:
            plain_search(link, each)

    row = _row("search as you type", number, max(3, times // 20), type_in, plain_type_in)
    letters = len(typed)
    yield replace(row, ms=row.ms / letters, p99=row.p99 / letters, plain=row.plain / letters)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--items", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--quick", action="store_true", help="one small case, few runs")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--folder", type=Path, help="where to write; the disk that is measured")
    chosen = parser.parse_args()
    sizes: list[int] = [1_000] if chosen.quick else chosen.items
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
        os.environ["CASEBOARD_HOME"] = str(Path(folder) / "home")
        print(f"SQLite {sqlite3.sqlite_version}, Python {sys.version.split()[0]}; medians")
        for number in sizes:
            for row in measure(Path(folder), number, 20 if chosen.quick else 200):
                rows.append(row)
                print(row.line(), flush=True)
    if chosen.json:
        told = [
            {
                "bench": "case_file",
                "what": row.what,
                "items": row.items,
                "times": row.times,
                "ms": row.ms,
                "p99": row.p99,
                "plain_ms": row.plain,
                "ratio": row.ratio,
            }
            for row in rows
        ]
        chosen.json.write_text(json.dumps(told, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
