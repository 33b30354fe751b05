"""What is measured is kept: the scale of a file, and lines as marks."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caseboard.bridge import CaseBridge
from caseboard.mark_deeds import MarkDeeds
from caseboard.theme import theme
from caseboard.viewer.window import Shown, Viewer
from casedb.commands import annotations
from casedb.commands.known_lengths import known_length
from casedb.model.marks import Form
from casedb.model.records import Annotation
from whole_pictures import come_up, wait_until_whole

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def file(bridge: CaseBridge) -> Shown:
    out = io.BytesIO()
    Image.new("RGB", (1000, 800), "white").save(out, "PNG")
    item = bridge.case.add("media", title="Pier")
    artifact = bridge.case.attach_bytes(item, out.getvalue(), "pier.png").id
    return Shown(artifact, "pier.png", "Pier")


@pytest.fixture
def open_viewer(
    qtbot: QtBot, bridge: CaseBridge, file: Shown, tmp_path: Path
) -> Iterator[Callable[[], Viewer]]:
    """Opens the picture in a viewer of its own each time."""
    opened: list[Viewer] = []

    def nothing(*_: object) -> None:
        """No link is asked for here."""

    def open_one() -> Viewer:
        made = Viewer(bridge.case, tmp_path, theme("light"))
        opened.append(made)
        qtbot.addWidget(made)
        made.marking.wishes = MarkDeeds(bridge, made.tell, nothing, nothing)
        bridge.changed.connect(made.follow)
        made.resize(1300, 800)
        come_up(qtbot, made, file)
        wait_until_whole(qtbot, made.pane)
        return made

    yield open_one
    for each in opened:
        each.close()


def draw(viewer: Viewer, *spots: tuple[float, float]) -> None:
    """Measure along spots, in fractions of the picture."""
    if not viewer.ruler.isChecked():
        QTest.mouseClick(viewer.ruler, LEFT)
    for spot in spots:
        QTest.mouseClick(viewer.pane, LEFT, pos=viewer.pane.eye.from_fraction(*spot).toPoint())


def give(viewer: Viewer, metres: float) -> None:
    viewer.side.length.setValue(metres)
    QTest.mouseClick(viewer.side.set_scale, LEFT)


def only(bridge: CaseBridge) -> Annotation:
    (found,) = bridge.contents.annotations.values()
    return found


def test_a_scale_is_there_again_when_the_file_is_opened_again(
    open_viewer: Callable[[], Viewer], bridge: CaseBridge
) -> None:
    viewer = open_viewer()
    draw(viewer, (0.2, 0.5), (0.6, 0.5))
    give(viewer, 100)
    assert "100.0 m (399.5 px)" in viewer.side.measured.text()
    assert known_length(only(bridge)) == 100
    assert only(bridge).values.text("text") == "Scale: 100.0 m"
    step = bridge.case.undo_step
    assert step is not None and step.label == "Set the scale of a picture"
    told = viewer.side.scale.text()
    viewer.close()
    again = open_viewer()
    assert again.side.scale.text() == told != ""
    draw(again, (0.2, 0.25), (0.2, 0.5))
    assert again.side.measured.text().startswith("50.")


def test_a_scale_goes_with_undo_and_follows_its_line(
    open_viewer: Callable[[], Viewer], bridge: CaseBridge
) -> None:
    viewer = open_viewer()
    draw(viewer, (0.2, 0.5), (0.6, 0.5))
    give(viewer, 100)
    give(viewer, 200)
    assert "200.0 m (" in viewer.side.measured.text()
    bridge.undo()
    assert "100.0 m (" in viewer.side.measured.text()
    line = only(bridge)
    drawn = annotations.mark(line)
    assert drawn is not None
    wider = type(drawn)(Form.ARROW, (drawn.spots[0], (1.0, drawn.spots[1][1])))
    assert bridge.run(annotations.reshape(bridge.contents, line.id, wider))
    assert viewer.side.measured.text().startswith("49.9 m (")
    bridge.undo()
    bridge.undo()
    assert not bridge.contents.annotations and viewer.side.scale.text() == ""
    assert " m " not in viewer.side.measured.text()


def test_a_measured_line_is_kept_as_an_arrow_with_its_length(
    open_viewer: Callable[[], Viewer], bridge: CaseBridge
) -> None:
    viewer = open_viewer()
    assert not viewer.side.keep.isEnabled()
    draw(viewer, (0.2, 0.5), (0.6, 0.5))
    give(viewer, 100)
    QTest.keyClick(viewer.pane, Qt.Key.Key_Escape)
    draw(viewer, (0.1, 0.1), (0.1, 0.6))
    QTest.mouseClick(viewer.side.keep, LEFT)
    kept = bridge.contents.annotations[viewer.marking.marked.chosen_id]
    drawn = annotations.mark(kept)
    assert drawn is not None and drawn.form is Form.ARROW
    assert drawn.spots[1] == pytest.approx((0.1, 0.6), abs=0.005)
    text = kept.values.text("text")
    assert text.startswith("100.") and "from a line of 100.0 m" in text
    assert known_length(kept) is None and viewer.measure.points == ()
    bridge.undo()
    assert len(bridge.contents.annotations) == 1


def test_a_measured_outline_is_kept_as_a_polygon_with_its_area(
    open_viewer: Callable[[], Viewer], bridge: CaseBridge
) -> None:
    viewer = open_viewer()
    draw(viewer, (0.2, 0.2), (0.6, 0.2), (0.6, 0.6))
    QTest.mouseClick(viewer.side.keep, LEFT)
    drawn = annotations.mark(only(bridge))
    assert drawn is not None and drawn.form is Form.POLYGON
    assert "px²" in only(bridge).values.text("text")


def test_what_is_no_outline_is_not_kept_and_says_so(open_viewer: Callable[[], Viewer]) -> None:
    viewer = open_viewer()
    draw(viewer, (0.2, 0.5), (0.4, 0.5), (0.6, 0.5))
    assert not viewer.side.keep.isEnabled()
    assert "lie on one line" in viewer.side.keep.toolTip()
    QTest.mouseClick(viewer.pane, LEFT, pos=QPoint(viewer.pane.width() // 2, 200))
    assert viewer.side.keep.isEnabled()
