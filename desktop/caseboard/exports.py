"""Exports of a board: what the caption says, and the three forms, from the window or a command."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage, QPainter

from caseboard import __version__
from caseboard.board.camera import Camera
from caseboard.board.card_painter import Thumbnails, no_thumbnails
from caseboard.board.columns import Columns
from caseboard.board.scene import Scene
from caseboard.board.snapshot import (
    BoardLeaf,
    caption_of_board,
)
from caseboard.leaf import Caption, Leaf, write_pdf, write_png, write_svg
from caseboard.marked_pictures import marks_on, with_marks
from caseboard.sight import Shown
from caseboard.theme import Theme, theme
from caseboard.thumbnails import image_of
from casedb import Case
from casedb.errors import CaseError, ExportRefused
from casedb.intake.cage.cage import Cage
from casedb.model.contents import Contents
from casedb.model.handling import Way
from casedb.words import say, term

PREVIEW_WIDTH, PREVIEW_HEIGHT = 480, 270


class Pictures:
    """Thumbnails for an export: decoded when they are asked for, because an export can wait.

    What is marked is on them, and what is blurred is blurred for good.
    """

    def __init__(self, case: Case, cage: Cage) -> None:
        self._case, self._cage = case, cage
        self._made: dict[tuple[str, int], QImage] = {}

    @property
    def drawn(self) -> tuple[str, ...]:
        """The artifacts of which there was a picture, in the order in which they were asked for."""
        there = (artifact for (artifact, _), image in self._made.items() if not image.isNull())
        return tuple(dict.fromkeys(there))

    def __call__(self, artifact: str, width: int) -> QImage | None:
        """The picture of an artifact, `width` pixels wide; a null image where there is none."""
        key = (artifact, width)
        if key not in self._made:
            try:
                data = self._case.artifact_bytes(artifact)
                plain = image_of(self._cage.thumbnail(data, width))
                self._made[key] = with_marks(plain, marks_on(self._case.contents, artifact))
            except CaseError:
                # The card then shows that there is a file and no picture; the export goes on.
                self._made[key] = QImage()
        return self._made[key]


EXCERPT = term("only what was selected")


def caption_of(case: Case, scene: Scene, hidden: str = "") -> Caption:
    """What the strip at the foot of an export says.

    Its date is that of the newest journal entry, so that the same board gives the same bytes.
    """
    newest = next(case.journal.entries(newest_first=True, limit=1), None)
    return caption_of_board(
        scene,
        at=newest.at if newest is not None else "",
        journal=case.journal.length,
        head=case.journal.head,
        version=__version__,
        hidden=hidden,
    )


def export_board(
    case: Case,
    board_id: str,
    path: Path,
    form: str,
    cage: Cage,
    *,
    scale: float = 2.0,
    look: str = "print",
    only: Contents | None = None,
    shown: Shown | None = None,
    hidden: str = "",
) -> tuple[str, ...]:
    """Write a board, or an excerpt of it, as `png`, `pdf` or `svg`, with pictures that are decoded
    in a cage; the files (SHA-256) of which a picture is in it come back. Raises ExportRefused.

    With `shown` it is as a window shows it, without some cards, and `hidden` says so in words.
    """
    pictures = Pictures(case, cage)
    scene = _scene(only or case.contents, board_id, look, shown, pictures)
    caption = caption_of(case, scene, say(EXCERPT) if only is not None else hidden)
    write_leaf(BoardLeaf(scene, caption), path, form, scale)
    return pictures.drawn


def write_leaf(leaf: Leaf, path: Path, form: str, scale: float = 2.0) -> None:
    """Write a leaf as `png`, `pdf` or `svg`. Raises ExportRefused."""
    if form == "png":
        write_png(leaf, path, scale=scale)
    elif form == "pdf":
        write_pdf(leaf, path)
    elif form == "svg":
        write_svg(leaf, path)
    else:
        raise ExportRefused(
            say("A board can be exported as PNG, PDF or SVG, not as “{form}”.", form=form)
        )


def _scene(
    contents: Contents,
    board_id: str,
    look: str,
    shown: Shown | None = None,
    pictures: Thumbnails = no_thumbnails,
) -> Scene:
    scene = Scene(contents, board_id, theme(look), pictures)
    if shown is not None:
        scene.conceal(shown.concealed)
        scene.fade(shown.faded)
    return scene


def size_of(
    case: Case, board_id: str, only: Contents | None = None, shown: Shown | None = None
) -> tuple[float, float]:
    """How large the export of a board, or of a part of it, would be, in board units.

    An empty board has the size (0, 0): there is nothing to export.
    """
    scene = _scene(only or case.contents, board_id, "print", shown)
    if scene.columns.extent() is None:
        return 0, 0
    leaf = BoardLeaf(scene, caption_of(case, scene, say(EXCERPT) if only is not None else ""))
    return leaf.width, leaf.height


def export_from_command_line(
    case: Case, board_id: str, wanted: Mapping[str, Path], scale: float, *, notes: bool = False
) -> Iterator[str]:
    """Write a board in several forms with no window; says of each what was written. With `notes` the
    journal keeps that files went out. Raises ExportRefused, and what `Custody.note_export` raises."""
    if QGuiApplication.instance() is None:
        # Kept until the generator ends: fonts and painters need it.
        application = QGuiApplication(sys.argv[:1])
        application.setApplicationName("caseboard")
    with closing(Cage()) as cage:
        for form, path in wanted.items():
            drawn = export_board(case, board_id, path, form, cage, scale=scale)
            if notes:
                case.custody.note_export(Way.BOARD, tuple(drawn), board=board_id, form=form)
            yield f"Wrote {path}"


def file_name(title: str) -> str:
    """A title as a file may be called on every system, with no ending.

    >>> file_name("Kharkiv: 2/1"), file_name("..")
    ('Kharkiv_ 2_1', 'board')
    """
    kept = re.sub(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]', "_", title)
    return kept[:80].strip(" .") or "board"


def preview(
    contents: Contents,
    columns: Columns,
    of: Theme,
    pictures: Callable[[str, int], QImage | None],
) -> QImage:
    """A small picture of the board with these columns for the list of recent cases."""
    scene = Scene(contents, columns.board_id, of, pictures, columns=columns)
    camera = Camera(width=PREVIEW_WIDTH, height=PREVIEW_HEIGHT)
    extent = scene.columns.extent()
    if extent is not None:
        camera = camera.fitted(extent, margin=16.0)
    image = QImage(PREVIEW_WIDTH, PREVIEW_HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    scene.paint(painter, camera.view())
    painter.end()
    return image
