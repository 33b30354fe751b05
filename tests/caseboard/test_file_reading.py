"""The words of files are read beside the window, after a change or when somebody asks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caseboard.bridge import CaseBridge
from caseboard.file_reading import PAUSE, FileReading
from casedb import Case
from casedb.errors import NotSaved
from casedb.model.records import Artifact
from casedb.store.home import Home
from casedb.verification import verify
from small_document import document


@pytest.fixture
def reading(bridge: CaseBridge, qtbot: QtBot) -> Iterator[FileReading]:
    made = FileReading(bridge)
    yield made
    made.close()


def files(case: Case, typed: str) -> list[str]:
    found = [hit.id for hit in case.find(typed) if hit.record is Artifact]
    return [case.contents.artifacts[each].name for each in found]


def attach(case: Case, text: str, name: str) -> Artifact:
    return case.attach_bytes(case.add("document", title="x"), document(text), name)


def test_what_comes_in_is_read_without_being_asked(
    bridge: CaseBridge, reading: FileReading, qtbot: QtBot
):
    told: list[tuple[int, int]] = []

    def tell(done: int, whole: int) -> None:
        told.append((done, whole))

    reading.stood.connect(tell)
    with qtbot.waitSignal(reading.ended, timeout=20_000):
        attach(bridge.case, "A tugboat", "a.pdf")
        attach(bridge.case, "A ferry", "b.pdf")
    assert files(bridge.case, "tugboat") == ["a.pdf"] and files(bridge.case, "ferry") == ["b.pdf"]
    assert told == [(0, 2), (1, 2), (2, 2)]
    assert not reading.unread() and not reading.is_busy


def test_opening_reads_nothing_and_changes_no_byte(
    fresh_path: Path, home: Home, qapp: object, qtbot: QtBot
):
    with Case.open(fresh_path, home=home) as case:
        attach(case, "A tugboat", "a.pdf")
    before = fresh_path.read_bytes()
    bridge = CaseBridge(Case.open(fresh_path, home=home))
    reading = FileReading(bridge)
    reading.go_on()
    qtbot.wait(2 * PAUSE)
    assert not reading.is_busy and [each.name for each in reading.unread()] == ["a.pdf"]
    assert fresh_path.read_bytes() == before
    with qtbot.waitSignal(reading.ended, timeout=20_000):
        reading.start()
    assert files(bridge.case, "tugboat") == ["a.pdf"]
    reading.close()
    bridge.close()
    assert verify(fresh_path, home).findings == ()


def test_the_first_change_has_the_files_read_that_were_there_before(
    fresh_path: Path, home: Home, qapp: object, qtbot: QtBot
):
    with Case.open(fresh_path, home=home) as case:
        attach(case, "A tugboat", "a.pdf")
    bridge = CaseBridge(Case.open(fresh_path, home=home))
    reading = FileReading(bridge)
    with qtbot.waitSignal(reading.ended, timeout=20_000):
        bridge.case.add("note", title="A change")
    assert files(bridge.case, "tugboat") == ["a.pdf"]
    reading.close()
    bridge.close()


def test_a_case_that_is_only_read_stays_unread(
    fresh_path: Path, home: Home, qapp: object, qtbot: QtBot
):
    with Case.open(fresh_path, home=home) as case:
        attach(case, "A tugboat", "a.pdf")
    bridge = CaseBridge(Case.open(fresh_path, home=home, read_only=True))
    reading = FileReading(bridge)
    with qtbot.waitSignal(reading.failed) as told:
        reading.start()
    assert told.args and "open for reading" in told.args[0] and not reading.is_busy
    reading.close()
    bridge.close()


def test_closing_in_the_middle_leaves_the_case_sound_and_the_rest_for_later(
    bridge: CaseBridge, reading: FileReading, qtbot: QtBot
):
    for n in range(12):
        attach(bridge.case, f"A tugboat {n}", f"{n}.pdf")
    qtbot.waitUntil(lambda: reading.is_busy, timeout=10_000)
    reading.close()
    left = len(bridge.case.texts.unread())
    assert len(files(bridge.case, "tugboat")) == 12 - left
    path = bridge.case.path
    bridge.close()
    assert verify(path).findings == () and verify(path).derived == ()


def test_a_disk_that_refuses_is_told_of_once(
    bridge: CaseBridge, reading: FileReading, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*_: object) -> None:
        raise NotSaved("Not saved: the disk is full.")

    monkeypatch.setattr(bridge.case.texts, "keep", refuse)
    with qtbot.waitSignal(reading.failed, timeout=20_000) as told:
        attach(bridge.case, "A tugboat", "a.pdf")
    assert told.args == ["Not saved: the disk is full."]
    qtbot.waitUntil(lambda: not reading.is_busy)
    attach(bridge.case, "A ferry", "b.pdf")
    qtbot.wait(2 * PAUSE)
    assert not reading.is_busy, "it is not tried again and again"
