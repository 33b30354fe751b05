"""Many files at once: looked at and stored beside the window, told of, called off without a trace."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bad_files import BAD
from caseboard import intake as intake_module
from caseboard.board.card_layout import natural_height
from caseboard.bridge import CaseBridge
from caseboard.dialogs.progress import Progress
from caseboard.dropping import Dropped
from caseboard.errand import Errand, Watching
from caseboard.growing import with_grown_cards
from casedb.commands import items, removal
from casedb.commands.cards import CARD_WIDTH
from casedb.delivery import Standing
from casedb.intake.cage.cage import Cage
from casedb.model.card_face import face
from casedb.model.geometry import Point
from casedb.portions import PORTION
from delivered import Hatch, mime_of

MANY = 40


@pytest.fixture
def hatch(bridge: CaseBridge, cage: Cage, qtbot: QtBot) -> Iterator[Hatch]:
    made = Hatch(bridge, cage, qtbot)
    yield made
    made.close()


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder with many small texts."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    for n in range(MANY):
        (folder / f"{n:02d}.txt").write_text(f"Report {n}", encoding="utf-8")
    return folder


def test_many_files_are_one_step_in_a_grid_with_a_report(hatch: Hatch, shelf: Path) -> None:
    contents, length = hatch.bridge.contents, hatch.bridge.case.journal.length
    cards = hatch.drop_files(shelf)
    assert len(cards) == len(contents.items) == MANY
    assert hatch.bridge.case.journal.length == length + 1
    rects = [contents.cards[card].rect for card in cards]
    assert not any(a.overlaps(b) for n, a in enumerate(rects) for b in rects[:n])
    assert len({rect.x for rect in rects}) > 4
    assert hatch.report is not None
    assert [row.outcome for row in hatch.report.table.shown] == ["taken"] * MANY
    assert set(hatch.shown) == set(cards)
    artifact = next(iter(contents.artifacts.values()))
    assert artifact.values.text("imported_by") == "tester" and artifact.values["imported"]
    hatch.report.accept()
    hatch.bridge.undo()
    assert not contents.items and not contents.cards


def test_a_second_time_nothing_is_made_and_all_is_shown(hatch: Hatch, shelf: Path) -> None:
    cards = hatch.drop_files(shelf)
    length = hatch.bridge.case.journal.length
    assert hatch.drop_files(shelf) == []
    assert hatch.bridge.case.journal.length == length
    assert set(hatch.shown) == set(cards)
    assert hatch.report is not None
    assert {row.outcome for row in hatch.report.table.shown} == {"same as"}


@pytest.mark.parametrize("phase", ["looking", "storing", "last"])
def test_calling_off_leaves_nothing(
    hatch: Hatch, shelf: Path, phase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = hatch.bridge.case
    size, head = case.path.stat().st_size, case.journal.head
    tell, last = Watching.tell, Watching.last

    def stop_in_the_middle(watching: Watching, standing: Standing) -> None:
        is_storing = _stored(standing, seen)
        if standing.done == MANY // 2 and is_storing == (phase == "storing"):
            watching.stop()
        tell(watching, standing)

    def stop_at_the_last(watching: Watching) -> None:
        if phase == "last":
            watching.stop()
        last(watching)

    seen: list[int] = []
    monkeypatch.setattr(Watching, "tell", stop_in_the_middle if phase != "last" else tell)
    monkeypatch.setattr(Watching, "last", stop_at_the_last)
    assert hatch.drop_files(shelf) == []
    assert hatch.toast.said == ["This was cancelled, and nothing was taken in."]
    assert not hatch.bridge.contents.items and not hatch.bridge.contents.artifacts
    assert (case.path.stat().st_size, case.journal.head) == (size, head)
    monkeypatch.undo()
    assert len(hatch.drop_files(shelf)) == MANY


def test_each_stage_is_told_in_words_and_moves(
    hatch: Hatch, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, int, int, str]] = []
    is_shown, show, note = threading.Event(), Progress.show_count, Watching.note

    def watch(progress: Progress, done: int, whole: int, count: str, name: str = "") -> None:
        show(progress, done, whole, count, name)
        seen.append((progress.sentence.text(), done, whole, count))
        if progress.sentence.text().startswith("Noting") and done:
            is_shown.set()

    def wait(watching: Watching, done: int, whole: int) -> None:
        note(watching, done, whole)
        assert not done or is_shown.wait(30)

    monkeypatch.setattr(Progress, "show_count", watch)
    monkeypatch.setattr(Watching, "note", wait)
    said: list[str] = []
    say = Progress.say

    def hear(progress: Progress, sentence: str) -> None:
        said.append(sentence)
        say(progress, sentence)

    monkeypatch.setattr(Progress, "say", hear)
    assert len(hatch.drop_files(shelf)) == MANY
    assert list(dict.fromkeys(said))[:4] == [
        "Looking at the files…",
        "Sorting 40 files…",
        "Storing 40 files…",
        "Noting 40 files in the journal…",
    ]
    noted = [each for each in seen if each[0].startswith("Noting")]
    assert noted and all(0 <= done <= whole and whole > 8 * MANY for _, done, whole, _ in noted)
    assert {count for *_, count in noted} == {"0.0 MiB"}


def test_what_follows_in_memory_is_counted_as_well(hatch: Hatch) -> None:
    case = hatch.bridge.case
    wanted = [("note", {"title": f"Note {n}"}) for n in range(2 * PORTION)]
    change = items.add_items(case.contents, case.new_id, wanted)
    errand = Errand(Dropped(), Point(0, 0), False, "", edits=len(change.edits))
    assert list(errand.follow()) == []
    errand.apart = case.apart()
    errand.apart.write(change, {})
    parts = [errand.watching.part for _ in errand.follow()]
    whole = len(change.edits)
    assert parts == [(PORTION, whole), (2 * PORTION, whole), (whole, whole)]


# -- files of an item that is there --------------------------------------------------------------


def test_many_files_are_attached_to_an_item_as_one_step_and_come_once(
    hatch: Hatch, shelf: Path
) -> None:
    contents, case = hatch.bridge.contents, hatch.bridge.case
    item = case.add("document", title="Report")
    length = case.journal.length
    hatch.attach(item.id, shelf)
    assert len(contents.attachments_of(item.id)) == len(contents.artifacts) == MANY
    assert not contents.cards and list(contents.items) == [item.id] and hatch.shown == []
    assert case.journal.length == length + 1
    assert hatch.report is not None
    rows = hatch.report.table.shown
    assert {(row.outcome, row.item) for row in rows} == {("taken", item.id)}
    artifact = next(iter(contents.artifacts.values()))
    assert artifact.values.text("imported_by") == "tester"
    hatch.report.accept()
    hatch.attach(item.id, shelf)
    assert case.journal.length == length + 1
    assert hatch.report is not None
    told = {(row.outcome, row.reason) for row in hatch.report.table.shown}
    assert told == {("same as", "It is among the files of this item already.")}
    hatch.report.accept()
    hatch.bridge.undo()
    assert not contents.attachments and not contents.artifacts and list(contents.items) == [item.id]


def test_what_is_there_with_another_item_is_attached_and_not_stored_twice(
    hatch: Hatch, shelf: Path
) -> None:
    one, other = (hatch.bridge.case.add("document", title=title) for title in "AB")
    hatch.attach(one.id, shelf / "00.txt")
    hatch.attach(other.id, shelf / "00.txt", shelf / "01.txt")
    contents = hatch.bridge.contents
    assert len(contents.artifacts) == 2 and len(contents.attachments) == 3
    hatch.bridge.undo()
    assert len(contents.artifacts) == len(contents.attachments) == 1


def test_what_leads_comes_before_the_files_that_are_there(hatch: Hatch, shelf: Path) -> None:
    item, contents = hatch.bridge.case.add("media", title="Film"), hatch.bridge.contents
    hatch.attach(item.id, shelf / "00.txt", shelf / "01.txt")
    hatch.attach(item.id, shelf / "02.txt", leads=True)
    order = [contents.artifacts[each.artifact].name for each in contents.attachments_of(item.id)]
    assert order == ["02.txt", "00.txt", "01.txt"]
    hatch.bridge.undo()
    order = [contents.artifacts[each.artifact].name for each in contents.attachments_of(item.id)]
    assert order == ["00.txt", "01.txt"]


def test_cancelled_files_are_attached_to_nothing(
    hatch: Hatch, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    item, case = hatch.bridge.case.add("document", title="Report"), hatch.bridge.case
    size, head, last = case.path.stat().st_size, case.journal.head, Watching.last

    def stop_at_the_last(watching: Watching) -> None:
        watching.stop()
        last(watching)

    monkeypatch.setattr(Watching, "last", stop_at_the_last)
    hatch.attach(item.id, shelf)
    assert hatch.toast.said == ["This was cancelled, and nothing was taken in."]
    assert (case.path.stat().st_size, case.journal.head) == (size, head)
    assert not hatch.bridge.contents.artifacts


def test_an_item_that_was_deleted_meanwhile_is_given_nothing(hatch: Hatch, shelf: Path) -> None:
    item = hatch.bridge.case.add("document", title="Report")
    hatch.intake.attach([shelf], item.id)
    hatch.bridge.run(removal.delete_items(hatch.bridge.contents, [item.id]))
    hatch.wait()
    assert hatch.toast.said == ["The item was deleted meanwhile, so nothing was taken in."]
    assert not hatch.bridge.contents.artifacts
    assert hatch.bridge.case.add("note", title="After"), "the case takes changes again"


def test_a_refusal_is_said_and_the_card_grows_with_its_picture(
    hatch: Hatch, picture: Path, tmp_path: Path
) -> None:
    case = hatch.bridge.case
    item = case.add("media", title="Photograph")
    hatch.bridge.complete = lambda change: with_grown_cards(case, change, natural_height)
    height = natural_height(face(case.contents, item), CARD_WIDTH)
    card = case.place(item, x=0, y=0, w=CARD_WIDTH, h=height)
    hatch.attach(item.id, picture, tmp_path / "gone.png")
    assert ["“gone.png” cannot be read" in each for each in hatch.toast.troubles] == [True]
    assert case.contents.cards[card.id].h > height
    hatch.bridge.undo()
    assert case.contents.cards[card.id].h == height


def _stored(standing: Standing, seen: list[int]) -> bool:
    """Whether the files are read for the second time, to be stored."""
    if standing.whole and standing.done == standing.whole:
        seen.append(1)
    return bool(seen)


def test_cancel_on_the_bar_ends_it_at_once_while_files_are_looked_at(
    hatch: Hatch, shelf: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hatch.intake.take_mime(mime_of(shelf), Point(0, 0))
    (bar,) = hatch.window.findChildren(Progress)
    bar.cancel.click()
    assert not hatch.intake.is_busy
    assert hatch.toast.said == ["This was cancelled, and nothing was taken in."]
    qtbot.wait(50)
    assert not hatch.bridge.contents.items


def test_files_that_change_or_vanish_between_looking_and_storing_stay_away_alone(
    hatch: Hatch, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = intake_module._plan  # pyright: ignore[reportPrivateUsage]

    def meddle(*told: object) -> object:
        (shelf / "07.txt").write_text("Something else", encoding="utf-8")
        (shelf / "08.txt").unlink(missing_ok=True)
        return plan(*told)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(intake_module, "_plan", meddle)
    assert len(hatch.drop_files(shelf)) == MANY - 2
    assert hatch.report is not None
    rejected = [row for row in hatch.report.table.shown if row.outcome == "rejected"]
    assert [Path(row.file).name for row in rejected] == ["07.txt", "08.txt"]
    assert all("changed or vanished" in row.reason for row in rejected)


def test_one_delivery_after_the_other(hatch: Hatch, shelf: Path, qtbot: QtBot) -> None:
    hatch.intake.take_mime(mime_of(shelf), Point(0, 0))
    hatch.intake.take_mime(mime_of(shelf), Point(0, 0))
    assert hatch.toast.said == ["Files are being taken in already. Try again when that is done."]
    qtbot.waitUntil(lambda: not hatch.intake.is_busy)
    assert len(hatch.items) == MANY


def test_several_troubles_make_a_report_and_few_are_said(hatch: Hatch, tmp_path: Path) -> None:
    missing = [tmp_path / f"{n}.txt" for n in range(3)]
    hatch.drop_files(*missing)
    assert len(hatch.toast.troubles) == 3 and hatch.report is None
    hatch.drop_files(*missing, tmp_path / "3.txt")
    assert hatch.toast.troubles == [] and hatch.report is not None


def test_whatever_is_meant_to_hurt_comes_in_by_a_drop_as_well(hatch: Hatch, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, make, _ in BAD.values():
        (folder / name).write_bytes(make())
    (folder / "two\nlines\u202e.txt").write_text("A", encoding="utf-8")
    (folder / "out").symlink_to(tmp_path)
    assert len(hatch.drop_files(folder)) == len(BAD) + 1
    assert hatch.report is not None
    rows = hatch.report.table.shown
    assert len(rows) == len(BAD) + 2
    assert [Path(row.file).name for row in rows if row.outcome == "rejected"] == ["out"]
    told = {Path(row.file).name: row.reason for row in rows}
    assert all(words in told[name] for name, _, words in BAD.values())
