"""The viewer: a picture decoded beside the window, looked at and measured by mouse and keys."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, TiffImagePlugin
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseboard.bridge import CaseBridge
from caseboard.theme import theme
from caseboard.viewer.picture import Picture
from caseboard.viewer.tones import GREEN
from caseboard.viewer.window import Shown, Viewer
from casedb.model.place import Place
from manners import faults_of
from small_document import document
from whole_pictures import come_up, kept

LEFT = Qt.MouseButton.LeftButton
NOISE = np.random.default_rng(5).integers(0, 256, (700, 1000, 3), dtype=np.uint8)


def saved(form: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    Image.fromarray(NOISE).save(out, form, **options)  # pyright: ignore[reportArgumentType]
    return out.getvalue()


@pytest.fixture
def viewer(qtbot: QtBot, bridge: CaseBridge, tmp_path: Path) -> Iterator[Viewer]:
    made = Viewer(bridge.case, tmp_path, theme("light"))
    qtbot.addWidget(made)
    made.resize(900, 600)
    yield made
    made.close()


def open_in(qtbot: QtBot, viewer: Viewer, *files: Shown) -> Picture:
    come_up(qtbot, viewer, *files)
    return whole(qtbot, viewer)


def whole(qtbot: QtBot, viewer: Viewer) -> Picture:
    """The picture, decoded to its end."""

    def is_done() -> bool:
        picture = viewer.pane.picture
        return picture is not None and (picture.is_whole or bool(picture.trouble))

    qtbot.waitUntil(is_done, timeout=30_000)
    QApplication.processEvents()
    picture = viewer.pane.picture
    assert picture is not None
    return picture


@pytest.fixture
def noise(bridge: CaseBridge, tmp_path: Path) -> Shown:
    return replace(kept(bridge, tmp_path, "noise.png", saved()), title="Noise", gsd=0.5)


def painted_all(qtbot: QtBot, viewer: Viewer) -> None:
    """Wait for the tiles in sight."""
    pane = viewer.pane
    picture = pane.picture
    assert picture is not None and picture.known is not None
    level = pane.eye.level(pane.ratio, picture.known.grid.levels)
    qtbot.waitUntil(
        lambda: all(picture.held(tile) for tile in picture.tiles_in(pane.eye.seen, level))
    )


def test_every_pixel_is_shown_as_it_is(qtbot: QtBot, viewer: Viewer, noise: Shown) -> None:
    open_in(qtbot, viewer, noise)
    pane = viewer.pane
    pane.show_exactly()
    painted_all(qtbot, viewer)
    image = pane.grab().toImage()
    for place in (QPoint(100, 100), QPoint(255, 300), QPoint(400, 257)):
        spot = pane.eye.to_picture(QPointF(place) + QPointF(0.5, 0.5))
        told = image.pixelColor(place)
        expected = NOISE[int(spot.y()), int(spot.x())].tolist()
        assert [told.red(), told.green(), told.blue()] == expected


def test_the_wheel_and_keys_move_zoom_and_turn(qtbot: QtBot, viewer: Viewer, noise: Shown) -> None:
    open_in(qtbot, viewer, noise)
    pane = viewer.pane
    fitting = pane.eye.zoom
    QTest.keyClick(pane, Qt.Key.Key_Plus)
    assert pane.eye.zoom > fitting
    QTest.keyClick(pane, Qt.Key.Key_1)
    assert pane.eye.zoom == pytest.approx(1 / pane.ratio)
    before = pane.eye
    QTest.keyClick(pane, Qt.Key.Key_Right)
    assert pane.eye.x > before.x
    QTest.keyClick(pane, Qt.Key.Key_R)
    assert pane.eye.angle == 90 and viewer.angle.value() == 90
    QTest.keyClick(pane, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(pane, Qt.Key.Key_0)
    assert pane.eye.zoom == pytest.approx(fitting)
    at = QPointF(200, 200)
    held = pane.eye.to_picture(at)
    wheel = QWheelEvent(
        *(at, pane.mapToGlobal(at), QPoint(), QPoint(0, 240)),
        *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier),
        *(Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(pane, wheel)
    assert pane.eye.zoom > fitting
    assert (pane.eye.to_screen(held) - at).manhattanLength() < 2


def test_dragging_moves_the_picture(qtbot: QtBot, viewer: Viewer, noise: Shown) -> None:
    open_in(qtbot, viewer, noise)
    pane = viewer.pane
    pane.show_exactly()
    held = pane.eye.to_picture(QPointF(300, 300))
    QTest.mousePress(pane, LEFT, pos=QPoint(300, 300))
    QTest.mouseMove(pane, QPoint(260, 320))
    QTest.mouseRelease(pane, LEFT, pos=QPoint(260, 320))
    assert (pane.eye.to_screen(held) - QPointF(260, 320)).manhattanLength() < 2


def test_the_pixel_under_the_pointer_is_read_out(
    qtbot: QtBot, viewer: Viewer, noise: Shown
) -> None:
    open_in(qtbot, viewer, noise)
    viewer.pane.show_exactly()
    QTest.mouseMove(viewer.pane, QPoint(210, 190))
    spot = viewer.pane.eye.to_picture(QPointF(210, 190))
    x, y = int(spot.x()), int(spot.y())
    red, green, blue = NOISE[y, x].tolist()
    assert viewer.pixel.text() == f"x {x}, y {y} · {red}, {green}, {blue}"
    assert viewer.spot.text() == ""


def test_a_footprint_says_where_a_pixel_lies_and_how_that_is_known(
    qtbot: QtBot, viewer: Viewer, noise: Shown
) -> None:
    seen = Shown(noise.artifact, "noise.png", footprint=Place.parse("50..51, 30..32"))
    open_in(qtbot, viewer, seen)
    middle = viewer.pane.eye.from_fraction(0.5, 0.5)
    QTest.mouseMove(viewer.pane, middle.toPoint())
    assert viewer.spot.text().startswith(("50.50", "50.49"))
    assert "Estimated from the footprint" in viewer.side.ground.text()
    viewer.side.form.setCurrentIndex(2)
    assert viewer.spot.text().startswith("36U")


def middle_of(qtbot: QtBot, viewer: Viewer) -> tuple[int, ...]:
    """The colour in which the pixel in the middle of the picture is shown."""
    painted_all(qtbot, viewer)
    at = viewer.pane.eye.to_screen(QPointF(500.5, 350.5)).toPoint()
    told = viewer.pane.grab().toImage().pixelColor(at)
    return told.red(), told.green(), told.blue()


def test_tones_change_what_is_shown_and_are_reset(
    qtbot: QtBot, viewer: Viewer, noise: Shown
) -> None:
    picture = open_in(qtbot, viewer, noise)
    viewer.pane.look(viewer.pane.eye.zoomed(8.0))
    plain = tuple(NOISE[350, 500].tolist())
    assert middle_of(qtbot, viewer) == plain
    viewer.side.channel.setCurrentIndex(viewer.side.channel.findData(GREEN))
    assert middle_of(qtbot, viewer) == (plain[1],) * 3
    viewer.side.brightness.setValue(100)
    assert picture.tones.brightness == 100
    assert middle_of(qtbot, viewer) == (255, 255, 255)
    viewer.side.reset.click()
    assert middle_of(qtbot, viewer) == plain


def test_a_line_is_measured_and_gives_the_scale(qtbot: QtBot, viewer: Viewer, noise: Shown) -> None:
    open_in(qtbot, viewer, noise)
    viewer.pane.show_exactly()
    viewer.ruler.click()
    for place in (QPoint(100, 100), QPoint(200, 100)):
        QTest.mouseClick(viewer.pane, LEFT, pos=place)
    assert "50.0 m (100.0 px)" in viewer.side.measured.text()
    assert "90.0°" in viewer.side.measured.text()
    viewer.side.length.setValue(20)
    viewer.side.set_scale.click()
    assert "20.0 m (100.0 px)" in viewer.side.measured.text()
    assert "0.2 m a pixel" in viewer.side.scale.text()
    QTest.mouseClick(viewer.pane, LEFT, pos=QPoint(200, 200))
    assert "200.0 m² (5,000 px²)" in viewer.side.measured.text()
    QTest.keyClick(viewer.pane, Qt.Key.Key_Backspace)
    assert len(viewer.measure.points) == 2
    QTest.keyClick(viewer.pane, Qt.Key.Key_Escape)
    assert viewer.measure.points == ()
    QTest.keyClick(viewer.pane, Qt.Key.Key_Escape)
    assert not viewer.ruler.isChecked()
    QTest.keyClick(viewer.pane, Qt.Key.Key_Escape)
    assert not viewer.isVisible()


def degrees_tiff() -> bytes:
    """A picture whose pixels are a hundred-thousandth of a degree wide and high, near Kyiv."""
    info = TiffImagePlugin.ImageFileDirectory_v2()
    info[33550] = (0.00001, 0.00001, 0.0)
    info[33922] = (0.0, 0.0, 0.0, 30.23, 50.54, 0.0)
    info[34735] = (1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326)
    for tag, kind in ((33550, 12), (33922, 12), (34735, 3)):
        info.tagtype[tag] = kind
    return saved("TIFF", tiffinfo=info)


def test_a_line_on_a_picture_in_degrees_is_as_long_as_it_is_on_the_ground(
    qtbot: QtBot, viewer: Viewer, bridge: CaseBridge, tmp_path: Path
) -> None:
    file = kept(bridge, tmp_path, "scene.tif", degrees_tiff())
    # What the file says itself goes before what somebody wrote of it.
    open_in(qtbot, viewer, replace(file, gsd=0.5))
    viewer.pane.show_exactly()
    QTest.keyClick(viewer.pane, Qt.Key.Key_M)
    assert "0.7089 m a pixel across and 1.112 m down" in viewer.side.scale.text()
    for place in (QPoint(100, 100), QPoint(200, 100)):
        QTest.mouseClick(viewer.pane, LEFT, pos=place)
    assert "70.9 m (100.0 px)" in viewer.side.measured.text()
    QTest.mouseClick(viewer.pane, LEFT, pos=QPoint(200, 200))
    assert viewer.side.measured.text().startswith("182.1 m (200.0 px) · 3,943 m²")
    QTest.keyClick(viewer.pane, Qt.Key.Key_Escape)
    for place in (QPoint(100, 100), QPoint(100, 200)):
        QTest.mouseClick(viewer.pane, LEFT, pos=place)
    assert "111.2 m (100.0 px)" in viewer.side.measured.text()


def test_a_point_of_a_line_is_moved_by_hand(qtbot: QtBot, viewer: Viewer, noise: Shown) -> None:
    open_in(qtbot, viewer, noise)
    viewer.pane.show_exactly()
    viewer.ruler.click()
    for place in (QPoint(100, 100), QPoint(200, 100)):
        QTest.mouseClick(viewer.pane, LEFT, pos=place)
    QTest.mousePress(viewer.pane, LEFT, pos=QPoint(200, 100))
    QTest.mouseMove(viewer.pane, QPoint(300, 100))
    QTest.mouseRelease(viewer.pane, LEFT, pos=QPoint(300, 100))
    assert "(200.0 px)" in viewer.side.measured.text()


def test_files_and_pages_are_a_step_away(
    qtbot: QtBot, viewer: Viewer, noise: Shown, bridge: CaseBridge, tmp_path: Path
) -> None:
    paper = kept(bridge, tmp_path, "paper.pdf", document())
    open_in(qtbot, viewer, noise, paper)
    assert "(1 of 2)" in viewer.name.text()
    QTest.keyClick(viewer.pane, Qt.Key.Key_PageDown)
    picture = whole(qtbot, viewer)
    assert viewer.shown == paper
    assert picture.known is not None and picture.known.pages == 1
    assert not viewer.on.isEnabled()
    QTest.keyClick(viewer.pane, Qt.Key.Key_PageUp)
    assert viewer.shown == noise


def test_a_picture_that_cannot_be_shown_says_why(
    qtbot: QtBot, viewer: Viewer, bridge: CaseBridge, tmp_path: Path
) -> None:
    broken = kept(bridge, tmp_path, "broken.png", saved()[:2000])
    picture = open_in(qtbot, viewer, broken)
    qtbot.waitUntil(lambda: bool(picture.trouble))
    assert viewer.unseen.isVisible() and "damaged" in viewer.unseen.why.text()
    box = viewer.unseen.geometry().center() - viewer.pane.rect().center()
    assert box.manhattanLength() < 4
    assert not viewer.progress.isVisible()
    tools = viewer.bar.tools.buttons
    assert not any(each.isEnabled() for form, each in tools.items() if form is not None)
    for part in (viewer.ruler, viewer.fit, viewer.near, viewer.turn, viewer.side.stretch):
        assert not part.isEnabled()
    QTest.keyClick(viewer.pane, Qt.Key.Key_M)
    QTest.keyClick(viewer.pane, Qt.Key.Key_B)
    assert not viewer.ruler.isChecked() and tools[None].isChecked()
    wanted: list[str] = []
    viewer.saving_wanted.connect(wanted.append)
    QTest.mouseClick(viewer.unseen.save, LEFT)
    assert wanted == [broken.artifact]
    assert faults_of(viewer) == []


def test_the_next_file_is_shown_with_all_tools_again(
    qtbot: QtBot, viewer: Viewer, noise: Shown, bridge: CaseBridge, tmp_path: Path
) -> None:
    broken = kept(bridge, tmp_path, "broken.png", saved()[:2000])
    picture = open_in(qtbot, viewer, broken, noise)
    qtbot.waitUntil(lambda: bool(picture.trouble))
    QTest.keyClick(viewer.pane, Qt.Key.Key_PageDown)
    whole(qtbot, viewer)
    assert not viewer.unseen.isVisible() and viewer.ruler.isEnabled()
    assert all(each.isEnabled() for each in viewer.bar.tools.buttons.values())


def test_a_photo_that_is_cut_short_is_shown_as_far_as_it_goes(
    qtbot: QtBot, viewer: Viewer, bridge: CaseBridge, tmp_path: Path
) -> None:
    data = saved("JPEG", quality=95)
    cut = kept(bridge, tmp_path, "cut.jpg", data[: len(data) // 2])
    picture = open_in(qtbot, viewer, cut)
    assert picture.is_whole and picture.known is not None and picture.known.is_cut
    assert "cut short" in viewer.trouble.text() and not viewer.unseen.isVisible()
    assert picture.sample(500, 690) == (128, 128, 128)
    assert len({picture.sample(n, 20) for n in range(40)}) > 10


@pytest.mark.parametrize(("size", "zoom"), [((1, 1), 64.0), ((32, 20), None)])
def test_a_tiny_picture_is_enlarged_so_that_it_is_seen(
    qtbot: QtBot,
    viewer: Viewer,
    bridge: CaseBridge,
    tmp_path: Path,
    size: tuple[int, int],
    zoom: float | None,
) -> None:
    out = io.BytesIO()
    Image.new("RGB", size, "red").save(out, "PNG")
    open_in(qtbot, viewer, kept(bridge, tmp_path, "tiny.png", out.getvalue()))
    eye = viewer.pane.eye
    assert eye.zoom == pytest.approx(zoom or eye.fitting)
    QTest.keyClick(viewer.pane, Qt.Key.Key_1)
    assert viewer.pane.eye.zoom == pytest.approx(1 / viewer.pane.ratio)
    QTest.keyClick(viewer.pane, Qt.Key.Key_0)
    assert viewer.pane.eye.zoom == pytest.approx(eye.zoom)


def test_closing_it_while_it_decodes_leaves_nothing(
    qtbot: QtBot, viewer: Viewer, noise: Shown, tmp_path: Path
) -> None:
    before = set(tmp_path.iterdir())
    viewer.show_files([noise])
    viewer.show()
    viewer.close()
    assert viewer.pane.picture is None
    assert set(tmp_path.iterdir()) == before


def test_every_control_has_a_name_and_a_place_in_the_order(
    qtbot: QtBot, viewer: Viewer, noise: Shown
) -> None:
    open_in(qtbot, viewer, noise)
    assert faults_of(viewer) == []


def test_the_ruler_stands_beside_the_tools_and_asks_for_clicks_only_in_the_hand(
    qtbot: QtBot, viewer: Viewer, noise: Shown
) -> None:
    open_in(qtbot, viewer, noise)
    ruler, tools = viewer.ruler, viewer.bar.tools
    gap = ruler.mapToGlobal(QPoint(0, 0)).x() - tools.mapToGlobal(QPoint(tools.width(), 0)).x()
    assert 0 <= gap <= 16
    assert ruler.property("sign") == "ruler"
    assert "Click along" not in viewer.side.measured.text()
    QTest.keyClick(viewer.pane, Qt.Key.Key_M)
    assert "Click along" in viewer.side.measured.text()
    QTest.mouseClick(ruler, LEFT)
    assert "Take the ruler (M)" in viewer.side.measured.text()
