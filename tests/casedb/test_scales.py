"""Scales: the time that runs along a frame, what is refused, and what goes with a frame."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedb import Case
from casedb.commands import cards, removal, scales
from casedb.early import Opening
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet
from casedb.model.contents import Contents
from casedb.model.fuzzy_date import FuzzyDate
from casedb.model.geometry import Rect
from casedb.model.moments import as_first, as_last, first_moment, last_moment, read_moment
from casedb.model.records import Board, CaseInfo, Frame, Scale
from casedb.sketch import sketch_of
from casedb.verification import verify
from record_strategies import spans

FRAME = Frame("f", "board", "", 1000, 0, 448, 300)
SCALE = Scale("s", "f", "2024-01-01", "2024-01-11")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


class Desk:
    """A case in memory with a frame, changed by commands only."""

    def __init__(self) -> None:
        numbers = count(1)
        self.new_id: Callable[[], str] = lambda: f"{next(numbers):08d}"
        boards = [Board("board", "Main"), Board("other", "Other", 1)]
        self.contents = Contents([CaseInfo("case"), *boards, FRAME])

    def run(self, change: ChangeSet) -> ChangeSet:
        """Carry out a change, and see that it can be taken back."""
        before = Contents(self.contents.records())
        self.contents.apply(change)
        self.contents.apply(change.reversed())
        assert self.contents == before
        self.contents.apply(change)
        return change

    def scale(self, first: str, last: str) -> Scale | None:
        self.run(scales.set_scale(self.contents, self.new_id, "f", first, last))
        return self.contents.scale_of("f")


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_frame_has_one_scale_that_is_set_changed_and_removed(desk: Desk) -> None:
    first = desk.scale("2024-01-01", "2024-02-01")
    second = desk.scale(" 2023-12-31T22:00Z", "2024-02-01 ")
    assert first is not None and second is not None and first.id == second.id
    assert (second.first, second.last) == ("2023-12-31T22:00Z", "2024-02-01")
    assert not scales.set_scale(desk.contents, desk.new_id, "f", second.first, second.last)
    desk.run(scales.remove_scale(desk.contents, "f"))
    assert desk.contents.scale_of("f") is None
    assert not scales.remove_scale(desk.contents, "f")


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "2024", "2024-01", "01.02.2024", "2024-02-30", "2024-13-01", "-0044-03-15"),
        *("20240101", "2024-W01-1", "2024-01-01T10:00", "2024-01-01T10:00+02:00", "2024-01-01Z"),
        *(
            "2024-01-01T24:00Z",
            "2024-01-01T10:00:60Z",
            "2024-01-01T10Z",
            "0000-01-01",
            "2024-01-01 ",
        ),
        *("٢٠٢٤-01-01", "2024-01-01\n", "12024-01-01", "2024-01-01T10:00:00.1234567Z"),
    ],
)
def test_what_is_no_moment_is_none(text: str) -> None:
    assert read_moment(text) is None


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [
        ("soon", "2024-01-01", "“soon” is no date"),
        ("2024-01-01", "2024-01-01T10:00", "is no date such as .* and no moment in UTC"),
        ("2024-01-02", "2024-01-01", "ends after it begins"),
        ("2024-01-01", "2024-01-01T00:00Z", "ends after it begins"),
    ],
)
def test_a_scale_from_nowhere_to_nowhere_is_refused(
    desk: Desk, first: str, last: str, why: str
) -> None:
    with pytest.raises(InvalidChange, match=why):
        scales.set_scale(desk.contents, desk.new_id, "f", first, last)


def test_time_runs_evenly_between_the_inner_edges_of_a_frame() -> None:
    assert scales.x_of(SCALE, FRAME, at("2024-01-01")) == 1024
    assert scales.x_of(SCALE, FRAME, at("2024-01-06")) == 1224
    assert scales.x_of(SCALE, FRAME, at("2024-01-11")) == 1424
    assert scales.x_of(SCALE, FRAME, at("2023-12-31T12:00")) == 1004, "also before it begins"
    assert scales.moment_at(SCALE, FRAME, 1044) == at("2024-01-01T12:00")


def test_a_moment_with_a_zone_lies_where_it_does_in_utc() -> None:
    east = timezone(timedelta(hours=6))
    assert scales.x_of(SCALE, FRAME, datetime(2024, 1, 1, 6, tzinfo=east)) == 1024
    assert scales.x_of(SCALE, FRAME, datetime(2024, 1, 6, tzinfo=UTC)) == 1224
    assert scales.x_of(SCALE, FRAME, datetime(1, 1, 1, tzinfo=east)) < -1e6


def test_the_narrowest_frame_has_room_for_time() -> None:
    narrow = Frame("f", "board", "", 0, 0, cards.SMALLEST, 300)
    assert scales.x_of(SCALE, narrow, at("2024-01-01")) == 10
    assert scales.x_of(SCALE, narrow, at("2024-01-11")) == 30


@pytest.mark.parametrize("x", [-1e7, 1e7, 1e300, -1e300])
def test_far_from_a_frame_time_ends_with_the_calendar(x: float) -> None:
    centuries = Scale("s", "f", "0001-01-01", "9999-12-31")
    for scale in (SCALE, centuries):
        assert 1 <= scales.moment_at(scale, FRAME, x).year <= 9999


@given(spans, st.floats(0, 1), st.integers(40, 100_000))
def test_where_a_moment_lies_tells_the_moment(span: list[str], part: float, width: int) -> None:
    scale, frame = Scale("s", "f", *span), Frame("f", "board", "", -500, 0, width, 100)
    first, last = read_moment(scale.first), read_moment(scale.last)
    assert first is not None and last is not None
    moment = first + (last - first) * part
    x = scales.x_of(scale, frame, moment)
    assert frame.x < x < frame.rect.right
    assert abs(scales.moment_at(scale, frame, x) - moment) <= (last - first) * 1e-9 + timedelta(
        microseconds=1
    )


def test_a_scale_goes_with_its_frame_and_with_its_board(desk: Desk) -> None:
    desk.scale("2024-01-01", "2024-02-01")
    before = Contents(desk.contents.records())
    desk.run(removal.delete_cards(desk.contents, [], ["f"]))
    assert not desk.contents.scales
    desk.contents = before
    desk.run(removal.delete_board(desk.contents, "board"))
    assert not desk.contents.scales


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A case with a frame that has a scale."""
    with Case.create(tmp_path / "harbour.caseboard") as case:
        board = case.contents.boards[0].id
        for x in (0, 1000):
            rect = Rect(x, 0, 400, 300)
            case.run(cards.add_frame(case.contents, case.new_id, board, rect, ""))
        frame = next(iter(case.contents.frames))
        moments = "2024-01-01", "2024-01-31T14:30Z"
        case.run(scales.set_scale(case.contents, case.new_id, frame, *moments))
    return tmp_path / "harbour.caseboard"


def test_scales_lie_in_the_file_and_are_seen_early(path: Path) -> None:
    with Case.open(path) as case, Opening.start(path) as opening:
        board = case.contents.boards[0].id
        (scale,) = case.contents.scales.values()
        assert opening.sketch(board) == sketch_of(case.contents, board)
        assert sketch_of(case.contents, board).scales == (scale,)
        case.run(removal.delete_cards(case.contents, [], [scale.frame]))
        case.undo()
        assert case.contents.scale_of(scale.frame) == scale
    assert verify(path).sound


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE scale SET last = '2023-01-01'",
        "UPDATE scale SET last = first",
        "UPDATE scale SET first = '2024-02-31'",
        "UPDATE scale SET first = '2024-01-01" + "0" * 100_000 + "'",
        "UPDATE scale SET frame = 'nowhere'",
    ],
)
def test_a_scale_that_makes_no_sense_is_left_out_with_a_sentence(
    path: Path, tmp_path: Path, statement: str
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as link:
        link.execute("PRAGMA foreign_keys=OFF")
        link.execute(statement)
        link.execute("UPDATE journal_edit SET before = NULL, after = NULL")
    with Opening.start(path) as opening:
        early = opening.sketch(opening.boards[0].id)
        with opening.finish() as case:
            assert case.read_only and not case.contents.scales
            assert any("table “scale”" in each for each in case.losses)
            assert early is None or early == sketch_of(case.contents, early.board_id)
            case.save_copy(tmp_path / "rescued.caseboard")
    assert verify(tmp_path / "rescued.caseboard").findings == ()


@pytest.mark.parametrize("table", ["scale", "saved_view"])
def test_of_two_where_there_may_be_one_the_later_is_left_out(
    path: Path, tmp_path: Path, table: str
) -> None:
    """An index that is damaged keeps nothing out."""
    with Case.open(path) as case:
        board = case.contents.boards[0].id
    rows = {
        "scale": "SELECT 'zz', frame, first, last FROM scale",
        "saved_view": f"VALUES ('yy', '{board}', 'A', 0, '{{}}'), ('zz', '{board}', 'A', 1, '{{}}')",
    }
    with closing(sqlite3.connect(path, isolation_level=None)) as link:
        link.execute("PRAGMA writable_schema=ON")
        link.execute(f"CREATE TABLE aside AS SELECT * FROM {table}")
        (sql,) = link.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
        link.execute(f"DROP TABLE {table}")
        link.execute(sql.replace(",\n  UNIQUE (board, name)", "").replace(" UNIQUE", ""))
        link.execute(f"INSERT INTO {table} SELECT * FROM aside")
        link.execute(f"INSERT INTO {table} {rows[table]}")
        link.execute("DROP TABLE aside")
        link.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (sql, table))
    with Case.open(path) as case:
        assert case.read_only
        assert any(f"1 row of table “{table}”" in each for each in case.losses)
        case.save_copy(tmp_path / "rescued.caseboard")
    assert verify(tmp_path / "rescued.caseboard").findings == ()


@given(spans)
def test_an_end_of_a_scale_is_read_back_as_it_is_written(span: list[str]) -> None:
    for text, written, read in (
        (span[0], as_first, first_moment),
        (span[1], as_last, last_moment),
    ):
        moment = read_moment(text)
        told = read(FuzzyDate.parse(written(text)))
        assert moment is not None and told is not None
        # A date tells no fractions of a second.
        assert read_moment(told) == moment.replace(microsecond=0)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("March 2024", "2024-03-01", "2024-04-01"),
        ("2023/2024", "2023-01-01", "2025-01-01"),
        ("2024-01-31T23:30-02:00", "2024-02-01T01:30:00Z", "2024-02-01T01:30:00Z"),
        ("since 2020", "2020-01-01", None),
        ("../2020", None, "2021-01-01"),
        ("9999", "9999-01-01", "9999-12-31T23:59:59Z"),
        ("0001-01-01T00:30+02:00", "0001-01-01T00:30:00Z", "0001-01-01T00:30:00Z"),
    ],
)
def test_a_date_in_words_begins_and_is_over(text: str, first: str | None, last: str | None) -> None:
    date = FuzzyDate.parse(text)
    assert (first_moment(date), last_moment(date)) == (first, last)
