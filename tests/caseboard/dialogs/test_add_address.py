"""The form of a capture: what it asks for, and the document that comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseboard.bridge import CaseBridge
from caseboard.dialogs.add_address import AddAddress
from caseboard.dropping import Dropped
from casedb.capture import Capture, capture_of
from casedb.commands import items
from casedb.intake.cage.cage import Cage
from casedb.model.fuzzy_date import FuzzyDate, ZoneBasis
from casedb.model.geometry import Point
from delivered import Hatch

PAGE = "https://example.org/news/1?a=b"
ARCHIVED = "https://archive.example/2024/example.org"


@pytest.fixture
def form(qtbot: QtBot) -> Iterator[AddAddress]:
    QGuiApplication.clipboard().clear()
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = AddAddress(window)
    made.open()
    yield made
    made.done(0)


@pytest.fixture
def hatch(bridge: CaseBridge, cage: Cage, qtbot: QtBot) -> Iterator[Hatch]:
    made = Hatch(bridge, cage, qtbot)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("url", "archive", "captured", "words"),
    [
        ("", "", "", "names a host"),
        ("javascript:alert(1)", "", "", "names a host"),
        (PAGE, "ftp://example.org", "", "archived copy"),
        (PAGE, "", "half past nine", ""),
        (PAGE, "", "2024-01-02 14:30", "offset from UTC"),
    ],
)
def test_what_cannot_stay_as_it_is_is_told_and_the_form_stays(
    form: AddAddress, url: str, archive: str, captured: str, words: str
) -> None:
    form.url.setText(url)
    form.archive.setText(archive)
    form.captured.setText(captured)
    form.add.click()
    assert form.isVisible() and form.trouble.isVisible()
    assert words in form.trouble.text() and form.trouble.text().endswith(".")


@pytest.mark.parametrize(
    ("captured", "no_zone"),
    [
        ("", False),
        ("2024-01-02", False),
        ("2024-01-02 14:30 +02:00", False),
        ("2024-01-02T14:30Z", False),
        ("2024-01-02 14:30", True),
    ],
)
def test_a_moment_needs_its_offset_or_a_word_that_it_is_not_known(
    form: AddAddress, captured: str, no_zone: bool
) -> None:
    form.url.setText(f" {PAGE} ")
    form.captured.setText(captured)
    form.zone.buttons["unknown" if no_zone else "stated"].click()
    form.add.click()
    assert not form.isVisible()
    assert form.capture.url == PAGE
    assert (form.capture.captured is not None) == bool(captured)


def test_an_address_on_the_clipboard_is_there_already(qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(PAGE)
    form = AddAddress()
    qtbot.addWidget(form)
    assert form.url.text() == PAGE
    QGuiApplication.clipboard().setText("A word")
    other = AddAddress()
    qtbot.addWidget(other)
    assert other.url.text() == ""
    QGuiApplication.clipboard().clear()


def capture() -> Capture:
    date = FuzzyDate.parse("2024-01-02T14:30:00+02:00")
    return Capture(PAGE, ARCHIVED, date, "Browser 1.0", "Whole page")


def take(hatch: Hatch, qtbot: QtBot, *files: Path) -> None:
    hatch.intake.take(Dropped(files=files), Point(0, 0), capture=capture())
    qtbot.waitUntil(lambda: not hatch.intake.is_busy)


def test_the_page_is_a_document_with_its_files_and_how_they_were_saved(
    hatch: Hatch, tmp_path: Path, qtbot: QtBot
) -> None:
    page, shot = tmp_path / "page.html", tmp_path / "shot.txt"
    page.write_text("<!doctype html><p>News", encoding="utf-8")
    shot.write_text("A picture of it", encoding="utf-8")
    take(hatch, qtbot, page, shot)
    contents = hatch.bridge.contents
    (item,) = hatch.items
    assert (item.kind, item.title, item.values["url"]) == ("document", "example.org", PAGE)
    assert item.values["archive_url"] == ARCHIVED
    files = [contents.artifacts[each.artifact] for each in contents.attachments_of(item.id)]
    assert [each.name for each in files] == ["page.html", "shot.txt"]
    for each in files:
        assert each.values["url"] == PAGE and each.values["tool"] == "Browser 1.0"
        assert each.values["captured"] and each.values["imported"]
    assert len(contents.cards) == 1
    hatch.bridge.undo()
    assert not contents.items and not contents.artifacts


def test_an_address_alone_is_a_document_too(hatch: Hatch, qtbot: QtBot) -> None:
    take(hatch, qtbot)
    (item,) = hatch.items
    assert item.values["url"] == PAGE
    assert capture_of(item) == capture(), "nothing of what was typed is lost without a file"
    assert not hatch.bridge.contents.artifacts


def test_a_file_that_is_in_the_case_already_is_attached_as_it_is(
    hatch: Hatch, tmp_path: Path, qtbot: QtBot
) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><p>News", encoding="utf-8")
    hatch.drop_files(page)
    take(hatch, qtbot, page)
    contents = hatch.bridge.contents
    first, second = hatch.items
    (artifact,) = contents.artifacts.values()
    assert "url" not in artifact.values
    for item in (first, second):
        assert [each.artifact for each in contents.attachments_of(item.id)] == [artifact.id]


# -- an item that is there -------------------------------------------------------------------


def test_a_pasted_address_offers_its_details(hatch: Hatch, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setText(PAGE)
    hatch.drop(mime)
    (item,) = hatch.items
    assert hatch.toast.said == ["A document was made of the address; nothing was fetched."]
    assert hatch.toast.offered == ["Add details"]
    with qtbot.waitSignal(hatch.intake.capture_wanted) as told:
        hatch.toast.do()
    assert told.args == [item.id]


def test_details_are_noted_with_the_item_and_its_new_files_as_one_step(
    hatch: Hatch, tmp_path: Path
) -> None:
    contents, case = hatch.bridge.contents, hatch.bridge.case
    item = case.add("document", title="News", url="https://example.org/old", author="A. Writer")
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><p>News", encoding="utf-8")
    length = case.journal.length
    hatch.attach(item.id, page, capture=capture())
    now = contents.items[item.id]
    assert capture_of(now) == capture() and case.journal.length == length + 1
    assert (now.title, now.values["author"]) == ("News", "A. Writer")
    (artifact,) = contents.artifacts.values()
    assert artifact.values["url"] == PAGE and artifact.values["method"] == "Whole page"
    assert [each.artifact for each in contents.attachments_of(item.id)] == [artifact.id]
    step = case.undo_step
    assert step is not None and step.label == "Note a capture"
    hatch.bridge.undo()
    assert contents.items[item.id] == item and not contents.artifacts


def test_details_can_be_changed_and_taken_away_again_and_other_times_stay(hatch: Hatch) -> None:
    contents, case = hatch.bridge.contents, hatch.bridge.case
    other = {"name": "obtained", "date": FuzzyDate.parse("2023").to_json()}
    item = case.add("media", title="Film")
    hatch.bridge.run(items.set_values(item, {"times": [other]}, "Edit fields"))
    for told in (capture(), Capture(PAGE, tool="Archiver 2"), Capture(PAGE)):
        hatch.attach(item.id, capture=told)
        assert capture_of(contents.items[item.id]) == told
        times = contents.items[item.id].values["times"]
        assert isinstance(times, list) and times[0] == other
        assert len(times) == 1 + (told.captured is not None)
    length = case.journal.length
    hatch.attach(item.id, capture=Capture(PAGE))
    assert case.journal.length == length, "what is so already is no step"


def test_the_form_shows_what_is_known_and_gives_it_back_to_the_letter(qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("https://example.org/other")
    date = replace(FuzzyDate.parse("2 January 2024, 14:30 +02:00"), zone=ZoneBasis.INFERRED)
    for known in (
        capture(),
        replace(capture(), captured=date),
        replace(capture(), captured=FuzzyDate.parse("2024-01-02T14:30")),
        Capture(""),
    ):
        form = AddAddress(capture=known)
        qtbot.addWidget(form)
        assert form.capture == known
        form.add.click()
        assert bool(form.result()) == bool(known.url), "an address there must be"
    QGuiApplication.clipboard().clear()


def test_what_was_wrong_is_no_longer_marked_once_it_is_being_mended(form: AddAddress) -> None:
    QTest.keyClicks(form.url, "example.org")
    QTest.mouseClick(form.add, Qt.MouseButton.LeftButton)
    assert form.trouble.isVisible() and form.url.property("wrong") is True
    assert "nothing else" not in form.trouble.text()
    QTest.keyClick(form.url, Qt.Key.Key_Home)
    QTest.keyClicks(form.url, "https://")
    assert not form.trouble.isVisible() and form.url.property("wrong") is False


def test_an_item_that_has_files_is_not_said_to_have_none(qtbot: QtBot) -> None:
    made = AddAddress(None, Capture(PAGE), 2)
    qtbot.addWidget(made)
    assert made.chosen.text() == "It has 2 files. More can be added."
    assert AddAddress(made).chosen.text().startswith("No file yet")
