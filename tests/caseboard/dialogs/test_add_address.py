"""The form of a capture: what it asks for, and the document that comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseboard.bridge import CaseBridge
from caseboard.dialogs.add_address import AddAddress
from caseboard.dropping import Dropped
from casedb.capture import Capture
from casedb.intake.cage.cage import Cage
from casedb.model.fuzzy_date import FuzzyDate
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
