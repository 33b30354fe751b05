"""Marks on small pictures: on cards, in the inspector and in exports, where what is blurred stays hidden."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import cast

import numpy as np
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from caseboard.board.columns import Columns
from caseboard.bridge import CaseBridge
from caseboard.exports import Pictures, export_board, preview
from caseboard.looking_back import PastCase
from caseboard.mark_painter import BLOCKS
from caseboard.marked_pictures import Marked, marks_on, with_marks
from caseboard.past_pictures import PastPictures
from caseboard.theme import theme
from caseboard.thumbnails import Thumbnails
from casedb.commands import annotations
from casedb.intake.cage.cage import Cage
from casedb.model.changes import ChangeSet, Edit
from casedb.model.marks import Form, Mark, Spot
from casedb.model.records import Annotation
from casedb.model.values import Values

WIDE, HIGH = 520, 192
SECRET = np.array([255, 0, 255], dtype=np.uint8)
"""A colour that nothing else on a board has: it is gone where it is mixed with others."""

pytestmark = pytest.mark.usefixtures("qapp")


def secret_picture() -> bytes:
    """Every other pixel of a picture has a colour of its own; the others are green."""
    made = np.full((HIGH, WIDE, 3), (0, 160, 0), dtype=np.uint8)
    made[:, ::4] = made[:, 1::4] = SECRET
    out = io.BytesIO()
    Image.fromarray(made).save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def artifact(bridge: CaseBridge) -> str:
    """A picture on a card that shows all of it."""
    item = bridge.case.add("media", title="Plate")
    bridge.case.attach_bytes(item, secret_picture(), "plate.png")
    bridge.case.place(item, x=0, y=0, h=240)
    return bridge.contents.attachments_of(item.id)[0].artifact


def annotate(bridge: CaseBridge, artifact: str, form: Form, *spots: Spot, text: str = "") -> None:
    drawn = Mark(form, spots)
    made = annotations.annotate(bridge.contents, bridge.new_id, artifact, drawn, text)
    assert bridge.run(made)


def pixels(image: QImage) -> NDArray[np.uint8]:
    """[height, width, 3] from 0 to 255."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    shown = lines[:, : 3 * image.width()].reshape(image.height(), image.width(), 3)
    # The image goes, and its memory with it.
    return shown.copy()


def shows_secret(seen: NDArray[np.uint8]) -> bool:
    """Whether any pixel is nearly of the colour that is hidden."""
    return bool((np.abs(seen.astype(int) - SECRET).sum(axis=-1) < 120).any())


def of_bytes(data: bytes) -> NDArray[np.uint8]:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


def png(path: Path) -> NDArray[np.uint8]:
    return of_bytes(path.read_bytes())


def svg(path: Path) -> NDArray[np.uint8]:
    """The pictures in it, one below the other."""
    held = re.findall(r"data:image/png;base64,([A-Za-z0-9+/=\s]+)", path.read_text("utf-8"))
    assert held
    return np.concatenate([of_bytes(base64.b64decode(each)).reshape(-1, 3) for each in held])


def pdf(path: Path) -> NDArray[np.uint8]:
    with pypdfium2.PdfDocument(path) as document:
        page = cast("Image.Image", document[0].render(scale=3).to_pil())  # pyright: ignore[reportUnknownMemberType]
        return np.asarray(page.convert("RGB"))


READERS: dict[str, Callable[[Path], NDArray[np.uint8]]] = {"png": png, "svg": svg, "pdf": pdf}


@pytest.mark.parametrize("form", READERS)
def test_what_is_blurred_is_in_no_export(
    bridge: CaseBridge, artifact: str, cage: Cage, tmp_path: Path, form: str
) -> None:
    path, board = tmp_path / f"board.{form}", bridge.contents.boards[0].id
    export_board(bridge.case, board, path, form, cage)
    assert shows_secret(READERS[form](path))
    annotate(bridge, artifact, Form.BLUR, (0, 0), (1, 1))
    path.unlink()
    export_board(bridge.case, board, path, form, cage)
    assert not shows_secret(READERS[form](path))
    # The file itself is as it came in.
    assert bridge.case.artifact_bytes(artifact) == secret_picture()


def test_a_blurred_polygon_hides_all_that_its_line_touches(
    bridge: CaseBridge, artifact: str, cage: Cage
) -> None:
    annotate(bridge, artifact, Form.BLUR, (0, 0), (1, 0), (1, 1), (0.5, 0.999), (0, 1))
    shown = Pictures(bridge.case, cage)(artifact, WIDE)
    assert shown is not None and not shows_secret(pixels(shown))


def test_a_blur_of_a_newer_version_hides_the_whole_picture(
    bridge: CaseBridge, artifact: str, cage: Cage
) -> None:
    odd = Annotation(bridge.new_id(), artifact, Values({"form": "blur", "selector": {"type": "?"}}))
    assert bridge.run(ChangeSet("Mark on a picture", (Edit(None, odd),)))
    shown = Pictures(bridge.case, cage)(artifact, WIDE)
    assert shown is not None and not shows_secret(pixels(shown))


def test_the_list_of_recent_cases_shows_nothing_that_is_blurred(
    qtbot: QtBot, bridge: CaseBridge, artifact: str, cage: Cage
) -> None:
    annotate(bridge, artifact, Form.BLUR, (0, 0), (1, 1))
    thumbnails = Thumbnails(bridge.case, cage)
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails(artifact, 640)
    columns = Columns(bridge.contents, bridge.contents.boards[0].id)
    shown = preview(bridge.contents, columns, theme("light"), thumbnails.held)
    assert not shows_secret(pixels(shown))
    assert not thumbnails.held(artifact, 640).isNull()
    thumbnails.close()


def test_a_thumbnail_follows_what_is_marked_and_its_undo(
    qtbot: QtBot, bridge: CaseBridge, artifact: str, cage: Cage
) -> None:
    thumbnails = Thumbnails(bridge.case, cage)
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails(artifact, 320)
    plain = thumbnails(artifact, 320)
    with qtbot.waitSignal(thumbnails.ready) as told:
        annotate(bridge, artifact, Form.BOX, (0.2, 0.2), (0.8, 0.8))
    assert told.args == [artifact]
    marked = thumbnails(artifact, 320)
    assert marked is not None and marked != plain
    # Painted once, and shown as often as it is asked for.
    assert thumbnails(artifact, 320) is marked
    assert thumbnails.plain(artifact, 320) == plain
    (kept,) = bridge.contents.annotations
    smaller = Mark(Form.BOX, ((0.4, 0.4), (0.6, 0.6)))
    assert bridge.run(annotations.reshape(bridge.contents, kept, smaller))
    assert thumbnails(artifact, 320) not in (marked, plain)
    bridge.undo()
    assert thumbnails(artifact, 320) == marked
    bridge.undo()
    assert thumbnails(artifact, 320) == plain
    thumbnails.close()


def test_marks_of_later_pages_are_not_on_the_first(bridge: CaseBridge, artifact: str) -> None:
    drawn = Mark(Form.BOX, ((0.1, 0.1), (0.5, 0.5)), page=2)
    assert bridge.run(annotations.annotate(bridge.contents, bridge.new_id, artifact, drawn))
    assert marks_on(bridge.contents, artifact) == ()


@pytest.mark.parametrize("form", [each for each in Form if each is not Form.BLUR])
def test_every_form_is_seen_on_a_small_picture(form: Form) -> None:
    spots: dict[Form, tuple[Spot, ...]] = {
        Form.POINT: ((0.5, 0.5),),
        Form.TEXT: ((0.5, 0.5),),
        Form.POLYGON: ((0.2, 0.2), (0.8, 0.2), (0.5, 0.8)),
    }
    mark = Mark(form, spots.get(form, ((0.2, 0.2), (0.8, 0.8))))
    for width in (128, 320, 640):
        for ground in (0, 255):
            image = QImage(width, width // 2, QImage.Format.Format_RGB32)
            image.fill(0xFF000000 + ground * 0x10101)
            seen = pixels(with_marks(image, [Marked(mark, "Crane", "sat")])).astype(int)
            assert np.abs(seen - ground).max() > 100


fractions = st.integers(0, 100).map(lambda n: n / 100)


@given(st.tuples(fractions, fractions), st.tuples(fractions, fractions), st.integers(8, 200))
def test_a_blurred_region_is_made_of_few_squares_and_nothing_else_changes(
    one: Spot, other: Spot, width: int
) -> None:
    if one[0] == other[0] or one[1] == other[1]:
        return
    image = QImage(width, width, QImage.Format.Format_RGB32)
    noise = np.random.default_rng(width).integers(0, 256, (width, width), dtype=np.uint32)
    np.frombuffer(image.bits(), np.uint32).reshape(width, width)[:] = noise * 0x10101 + 0xFF000000
    mark = Mark(Form.BLUR, (one, other))
    left, top, right, bottom = (each * width for each in mark.bounds)
    seen = pixels(with_marks(image, [Marked(mark, "", "")])).astype(int)
    inside = seen[int(top) : int(bottom + 0.999), int(left) : int(right + 0.999), 0]
    assert len(np.unique(inside)) <= BLOCKS * BLOCKS
    untouched = np.ones((width, width), dtype=bool)
    untouched[max(0, int(top) - 1) : int(bottom) + 2, max(0, int(left) - 1) : int(right) + 2] = (
        False
    )
    assert (seen[untouched] == pixels(image).astype(int)[untouched]).all()


def test_a_board_as_it_was_shows_the_marks_of_then_and_what_is_blurred_now(
    qtbot: QtBot, bridge: CaseBridge, artifact: str, cage: Cage
) -> None:
    past = PastCase(bridge)
    entry = past.past.seq
    annotate(bridge, artifact, Form.BOX, (0.2, 0.2), (0.8, 0.8))
    thumbnails = Thumbnails(bridge.case, cage)
    then = PastPictures(thumbnails, bridge.contents, past.contents, past)
    past.changed.connect(then.follow)
    with qtbot.waitSignal(then.ready):
        thumbnails(artifact, 320)
    marked = thumbnails(artifact, 320)
    assert then(artifact, 320) == thumbnails.plain(artifact, 320) != marked
    with qtbot.waitSignal(then.ready) as told:
        past.go(entry + 1)
    assert told.args == [artifact] and then(artifact, 320) == marked
    # Painted once, and shown as often as it is asked for.
    assert then(artifact, 320) is then(artifact, 320)
    past.go(entry)
    annotate(bridge, artifact, Form.BLUR, (0, 0), (1, 1))
    shown = then(artifact, 320)
    assert shown is not None and not shows_secret(pixels(shown))
    thumbnails.close()
