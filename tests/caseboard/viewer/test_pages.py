"""Pages in the viewer: the strip beside the picture, the keys that turn them, and what is told of them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseboard.bridge import CaseBridge
from caseboard.theme import theme
from caseboard.thumbnails import Thumbnails
from caseboard.viewer.window import Shown, Viewer
from casedb.commands.annotations import annotate
from casedb.intake.cage.cage import Cage
from casedb.model.marks import Form, Mark
from manners import faults_of
from small_document import documents
from whole_pictures import come_up, kept, wait_until_whole

LEFT = Qt.MouseButton.LeftButton
KEYS = Qt.Key
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def frames(form: str, count: int) -> bytes:
    out = io.BytesIO()
    made = [
        Image.new("RGB", (120, 80), QColor.fromHsv(90 * n, 255, 200).name()) for n in range(count)
    ]
    made[0].save(out, form, save_all=True, append_images=made[1:])
    return out.getvalue()


@pytest.fixture
def thumbnails(bridge: CaseBridge) -> Iterator[Thumbnails]:
    cage = Cage()
    made = Thumbnails(bridge.case, cage)
    yield made
    made.close()
    cage.close()


@pytest.fixture
def viewer(
    qtbot: QtBot, bridge: CaseBridge, thumbnails: Thumbnails, tmp_path: Path
) -> Iterator[Viewer]:
    made = Viewer(bridge.case, tmp_path, theme("light"))
    made.show_thumbnails(thumbnails)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    yield made
    made.close()


def opened(qtbot: QtBot, viewer: Viewer, *files: Shown) -> None:
    come_up(qtbot, viewer, *files)
    wait_until_whole(qtbot, viewer.pane)


def put(bridge: CaseBridge, file: Shown, drawn: Mark) -> None:
    """Mark a file."""
    assert bridge.run(annotate(bridge.contents, bridge.new_id, file.artifact, drawn, ""))


@pytest.fixture
def paper(bridge: CaseBridge, tmp_path: Path) -> Shown:
    pages = [f"Page {n}" for n in range(1, 41)]
    return kept(bridge, tmp_path, "paper.pdf", documents(pages))


def test_a_document_has_its_pages_beside_it(qtbot: QtBot, viewer: Viewer, paper: Shown) -> None:
    opened(qtbot, viewer, paper)
    strip, pane = viewer.strip, viewer.pane
    assert strip.isVisible() and strip.model().rowCount() == 40
    assert strip.mapTo(viewer, QPoint()).x() < pane.mapTo(viewer, QPoint()).x()
    assert strip.currentIndex().row() == 0
    third = strip.model().index(2, 0)
    assert third.data() == "3" and third.data(SPOKEN) == "Page 3 of 40"
    QTest.mouseClick(strip.viewport(), LEFT, pos=strip.visualRect(third).center())
    wait_until_whole(qtbot, viewer.pane)
    assert (viewer.page.value(), viewer.marking.marked.page) == (3, 3)
    assert viewer.pane.eye.zoom == pytest.approx(viewer.pane.eye.fitting)
    assert faults_of(viewer) == []


def test_only_the_pages_in_sight_are_made(
    qtbot: QtBot, viewer: Viewer, paper: Shown, thumbnails: Thumbnails
) -> None:
    opened(qtbot, viewer, paper)
    made = set[int]()

    def note(_: str) -> None:
        made.update(n for n in range(40) if thumbnails.size_of(paper.artifact, n))

    thumbnails.ready.connect(note)
    qtbot.waitUntil(lambda: set(viewer.strip.seen) <= made, timeout=30_000)
    qtbot.wait(50)
    assert made == set(viewer.strip.seen) and len(made) < 8
    QTest.keyClick(viewer.strip, KEYS.Key_End)
    qtbot.waitUntil(lambda: 39 in made, timeout=30_000)
    assert 20 not in made


def test_keys_turn_the_pages_in_the_picture_and_in_the_strip(
    qtbot: QtBot, viewer: Viewer, paper: Shown
) -> None:
    opened(qtbot, viewer, paper)
    steps = (
        (viewer.pane, KEYS.Key_PageDown, 2),
        (viewer.pane, KEYS.Key_PageDown, 3),
        (viewer.pane, KEYS.Key_PageUp, 2),
        (viewer.pane, KEYS.Key_End, 40),
        (viewer.pane, KEYS.Key_Home, 1),
        (viewer.strip, KEYS.Key_Down, 2),
        (viewer.strip, KEYS.Key_End, 40),
        (viewer.strip, KEYS.Key_Up, 39),
        (viewer.strip, KEYS.Key_Home, 1),
    )
    for part, key, page in steps:
        QTest.keyClick(part, key)
        assert viewer.page.value() == page and viewer.strip.currentIndex().row() == page - 1
        assert viewer.marking.marked.page == page
    QTest.keyClick(viewer.strip, KEYS.Key_PageDown)
    assert 2 < viewer.page.value() < 10
    QTest.keyClick(viewer.strip, KEYS.Key_PageUp)
    assert viewer.page.value() == 1


def test_the_last_page_leads_to_the_next_file_and_alt_always_does(
    qtbot: QtBot, viewer: Viewer, bridge: CaseBridge, paper: Shown, tmp_path: Path
) -> None:
    other = kept(bridge, tmp_path, "photo.png", frames("PNG", 1))
    opened(qtbot, viewer, paper, other)
    assert "Alt+PgDown" in viewer.on.toolTip() and "PgDown" in viewer.page.toolTip()
    QTest.keyClick(viewer.pane, KEYS.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert viewer.shown == other
    assert not viewer.strip.isVisible() and not viewer.bar.pages.isVisible()
    QTest.keyClick(viewer.pane, KEYS.Key_PageUp)
    assert viewer.shown == paper
    QTest.keyClick(viewer.pane, KEYS.Key_End)
    QTest.keyClick(viewer.pane, KEYS.Key_PageDown)
    assert viewer.shown == other


def test_a_key_that_is_held_passes_pages_and_stays_in_the_file(
    qtbot: QtBot, viewer: Viewer, bridge: CaseBridge, paper: Shown, tmp_path: Path
) -> None:
    opened(qtbot, viewer, paper, kept(bridge, tmp_path, "photo.png", frames("PNG", 1)))
    first = viewer.pane.picture
    for _ in range(60):
        held = QKeyEvent(
            *(QKeyEvent.Type.KeyPress, KEYS.Key_PageDown, Qt.KeyboardModifier.NoModifier),
            *("", True),
        )
        QApplication.sendEvent(viewer.pane, held)
    assert viewer.shown == paper and viewer.page.value() == 40
    assert viewer.pane.picture is first
    qtbot.waitUntil(lambda: viewer.pane.picture is not first)
    assert viewer.marking.marked.page == 40


def test_the_strip_can_be_hidden_and_stays_so(
    qtbot: QtBot, viewer: Viewer, bridge: CaseBridge, paper: Shown, tmp_path: Path
) -> None:
    opened(qtbot, viewer, paper)
    QTest.keyClick(viewer.pane, KEYS.Key_S)
    assert not viewer.strip.isVisible() and not viewer.bar.pages.isChecked()
    scan = kept(bridge, tmp_path, "scan.tif", frames("TIFF", 4))
    opened(qtbot, viewer, scan)
    assert viewer.page.isVisible() and not viewer.strip.isVisible()
    QTest.mouseClick(viewer.bar.pages, LEFT)
    assert viewer.strip.isVisible() and viewer.strip.model().rowCount() == 4


def test_the_strip_counts_the_marks_of_each_page(
    qtbot: QtBot, viewer: Viewer, bridge: CaseBridge, paper: Shown
) -> None:
    opened(qtbot, viewer, paper)
    for spot in ((0.2, 0.2), (0.4, 0.4)):
        drawn = Mark(Form.POINT, (spot,), 2)
        put(bridge, paper, drawn)
    viewer.follow()
    second = viewer.strip.model().index(1, 0)
    assert second.data(SPOKEN) == "Page 2 of 40, 2 marks"
    assert viewer.strip.model().index(0, 0).data(SPOKEN) == "Page 1 of 40"


def test_what_is_blurred_on_a_page_is_blurred_in_its_thumbnail(
    qtbot: QtBot, viewer: Viewer, bridge: CaseBridge, thumbnails: Thumbnails, tmp_path: Path
) -> None:
    halves = Image.new("RGB", (100, 100), "white")
    halves.paste("black", (0, 0, 50, 100))
    out = io.BytesIO()
    halves.save(out, "TIFF", save_all=True, append_images=[halves])
    scan = kept(bridge, tmp_path, "scan.tif", out.getvalue())
    opened(qtbot, viewer, scan)
    qtbot.waitUntil(lambda: bool(thumbnails.size_of(scan.artifact, 1)), timeout=30_000)

    def shades(row: int) -> int:
        box = viewer.strip.visualRect(viewer.strip.model().index(row, 0))
        image = viewer.strip.viewport().grab(box).toImage()
        line = range(image.width())
        return len({image.pixelColor(x, image.height() * 2 // 5).lightness() for x in line})

    clear = shades(1)
    drawn = Mark(Form.BLUR, ((0.0, 0.0), (1.0, 1.0)), 2)
    put(bridge, scan, drawn)
    viewer.follow()
    assert shades(1) != clear


def test_every_page_of_a_tiff_is_seen(
    qtbot: QtBot, viewer: Viewer, bridge: CaseBridge, tmp_path: Path
) -> None:
    opened(qtbot, viewer, kept(bridge, tmp_path, "scan.tif", frames("TIFF", 4)))
    assert viewer.page.suffix() == " of 4"
    for number in range(4):
        picture = viewer.pane.picture
        assert picture is not None
        expected = QColor.fromHsv(90 * number, 255, 200)
        assert picture.sample(5, 5) == (expected.red(), expected.green(), expected.blue())
        if number < 3:
            QTest.keyClick(viewer.pane, KEYS.Key_PageDown)
            wait_until_whole(qtbot, viewer.pane)


@pytest.mark.parametrize("form", ["GIF", "WEBP"])
def test_of_an_animation_it_is_said_that_more_follow(
    form: str, qtbot: QtBot, viewer: Viewer, bridge: CaseBridge, tmp_path: Path
) -> None:
    opened(qtbot, viewer, kept(bridge, tmp_path, f"moving.{form.lower()}", frames(form, 4)))
    assert not viewer.strip.isVisible() and not viewer.page.isVisible()
    assert "first of 4 pictures" in viewer.pixel.text()
    QTest.mouseMove(viewer.pane, viewer.pane.rect().center())
    assert "first of 4 pictures" in viewer.pixel.text()
