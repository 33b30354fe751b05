"""Exports of a board: what of it is drawn, what the caption says, and each form, from window or command."""

from __future__ import annotations

import re
import sys
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
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
from caseboard.excerpt import as_known, excerpt, in_frame
from caseboard.leaf import Caption, Leaf, Steps
from caseboard.leaf_checks import refuse_large_jpeg, refuse_large_png
from caseboard.leaf_files import (
    shrinking,
    writing_jpeg,
    writing_pdf,
    writing_png,
    writing_svg,
)
from caseboard.marked_pictures import marks_on, with_marks
from caseboard.picture import MOST_SCALE, Picture, no_such_form
from caseboard.posters import plan_poster, writing_poster
from caseboard.selection import Selected
from caseboard.sight import Shown
from caseboard.theme import Theme, theme
from caseboard.thumbnails import image_of
from casedb import Case
from casedb.errors import CaseError, ExportRefused
from casedb.intake.cage.cage import Cage
from casedb.model.contents import Contents
from casedb.model.geometry import Rect
from casedb.model.handling import Way
from casedb.model.visible_text import one_line
from casedb.redacted_copy import moment_of, origin_of
from casedb.words import say, term

PREVIEW_WIDTH, PREVIEW_HEIGHT = 480, 270
MOST_BYTES = 64 << 20
"""What the pictures on cards may take in memory; those asked for longest ago are decoded anew."""


class Pictures:
    """Thumbnails for an export: decoded when they are asked for, because an export can wait.

    What is marked is on them, and what is blurred is blurred for good.
    """

    def __init__(self, case: Case, cage: Cage) -> None:
        self._case, self._cage = case, cage
        self._made: OrderedDict[tuple[str, int], QImage] = OrderedDict()
        self._drawn: dict[str, None] = {}
        self._bytes = 0

    @property
    def drawn(self) -> tuple[str, ...]:
        """The artifacts of which there was a picture, in the order in which they were asked for."""
        return tuple(self._drawn)

    def __call__(self, artifact: str, width: int) -> QImage | None:
        """The picture of an artifact, `width` pixels wide; a null image where there is none."""
        key = (artifact, width)
        if key in self._made:
            self._made.move_to_end(key)
            return self._made[key]
        image = self._made[key] = self._make(artifact, width)
        if not image.isNull():
            self._drawn[artifact] = None
        self._bytes += image.sizeInBytes()
        while self._bytes > MOST_BYTES and len(self._made) > 1:
            _, oldest = self._made.popitem(last=False)
            self._bytes -= oldest.sizeInBytes()
        return image

    def _make(self, artifact: str, width: int) -> QImage:
        try:
            data = self._case.artifact_bytes(artifact)
            plain = image_of(self._cage.thumbnail(data, width))
            return with_marks(plain, marks_on(self._case.contents, artifact))
        except CaseError:
            # The card then shows that there is a file and no picture; the export goes on.
            return QImage()


EXCERPT, IN_VIEW = term("only what was selected"), term("only what was in view")
IN_FRAME = term("only what lies in one frame")


@dataclass(frozen=True, slots=True)
class Extract:
    """What of a board is drawn: `only` those of its cards and frames, or all but what is not `shown`, or
    an `area`; `hidden` says so in words, and `part` is what that part is called."""

    only: Contents | None = None
    shown: Shown | None = None
    hidden: str = ""
    area: Rect | None = None
    part: str = ""


WHOLE = Extract()


def frame_extract(contents: Contents, frame_id: str) -> Extract:
    """A frame with what lies in it."""
    frame = contents.frames[frame_id]
    only = excerpt(contents, frame.board, in_frame(contents, frame_id))
    return Extract(only, hidden=say(IN_FRAME), part=one_line(frame.title))


def selection_extract(contents: Contents, board_id: str, selected: Selected) -> Extract | None:
    """What is selected on a board; None where nothing is."""
    only = excerpt(contents, board_id, selected)
    return Extract(only, hidden=say(EXCERPT)) if only is not None else None


def caption_of(
    case: Case, scene: Scene, hidden: str = "", area: Rect | None = None, part: str = ""
) -> Caption:
    """What the strip at the foot of an export says.

    Its date is that of the newest journal entry, so that the same board gives the same bytes.
    """
    newest = next(case.journal.entries(newest_first=True, limit=1), None)
    entry, head = moment_of(case)
    if origin_of(case) is not None:
        hidden = "; ".join(filter(None, (hidden, say("redacted: parts of the case are left out"))))
    return caption_of_board(
        scene,
        at=newest.at if newest is not None else "",
        journal=entry,
        head=head,
        version=__version__,
        hidden=hidden,
        area=area,
        part=part,
    )


def leaf_of(
    case: Case,
    board_id: str,
    picture: Picture,
    extract: Extract = WHOLE,
    pictures: Thumbnails = no_thumbnails,
) -> BoardLeaf:
    """A board as a picture asks for it; whatever becomes of the case after that, it stays as it was."""
    contents = extract.only or as_known(case.contents.copy(), case.contents)
    look = theme(picture.theme, on_white=picture.background == "white")
    scene = Scene(contents, board_id, look, pictures)
    if extract.shown is not None:
        scene.conceal(extract.shown.concealed)
        scene.fade(extract.shown.faded)
    caption = caption_of(case, scene, extract.hidden, extract.area, extract.part)
    return BoardLeaf(scene, caption, extract.area, picture)


def writing_board(leaf: BoardLeaf, path: Path) -> Steps:
    """Write a board as its picture asks for it, in steps. Raises ExportRefused."""
    picture = leaf.picture.check()
    if picture.is_poster:
        return writing_poster(leaf, path)
    scale = picture.scale
    if picture.width:
        scale = scale_for(leaf.width, picture.width)
    return writing_leaf(leaf, path, picture.form, scale)


def scale_for(units: float, width: int) -> float:
    """How many pixels a board unit has in a picture of so many units that is so wide. Raises
    ExportRefused where these would be too many."""
    scale = width / units
    if scale > MOST_SCALE:
        raise ExportRefused(
            say(
                "{width} pixels would be more than {most} a unit, so no picture was made: it can be "
                "{widest} wide.",
                width=width,
                most=f"{MOST_SCALE:g}",
                widest=int(units * MOST_SCALE),
            )
        )
    return scale


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
    """Write a board, or an excerpt of it, as `png`, `jpeg`, `pdf` or `svg`, with pictures that are decoded
    in a cage; the files (SHA-256) of which a picture is in it come back. Raises ExportRefused.

    With `shown` it is as a window shows it, without some cards, and `hidden` says so in words.
    """
    picture = Picture(form=form, scale=scale, theme=look)
    extract = Extract(only, shown, say(EXCERPT) if only is not None else hidden)
    pictures = Pictures(case, cage)
    for _ in writing_board(leaf_of(case, board_id, picture, extract, pictures), path):
        pass
    return pictures.drawn


def writing_leaf(leaf: Leaf, path: Path, form: str, scale: float) -> Steps:
    """Write a leaf as `png`, `jpeg`, `pdf` or `svg`, in steps. Raises ExportRefused."""
    match form:
        case "png":
            return writing_png(leaf, path, scale)
        case "jpeg":
            return writing_jpeg(leaf, path, scale)
        case "pdf":
            return writing_pdf(leaf, path)
        case "svg":
            return writing_svg(leaf, path)
        case _:
            raise no_such_form(form)


def write_leaf(leaf: Leaf, path: Path, form: str, scale: float = 2.0) -> None:
    """The same at once. Raises ExportRefused."""
    for _ in writing_leaf(leaf, path, form, scale):
        pass


def pixels_of(leaf: BoardLeaf) -> tuple[int, int]:
    """How many pixels a picture has across and down. Raises ExportRefused where that is too many."""
    picture = leaf.picture
    scale = scale_for(leaf.width, picture.width) if picture.width else picture.scale
    width, height = leaf.size(scale)
    (refuse_large_jpeg if picture.form == "jpeg" else refuse_large_png)(width, height)
    return width, height


def size_in_words(leaf: BoardLeaf) -> str:
    """How large a picture would be. Raises ExportRefused where it cannot be made."""
    picture = leaf.picture
    if picture.has_pixels:
        width, height = pixels_of(leaf)
        return say("{width} × {height} pixels", width=width, height=height)
    if picture.is_poster:
        poster = plan_poster(leaf.area, picture.poster, picture.across)
        return say(
            "{sheets}: {columns} × {rows}, at {percent} % of its natural size, and the caption on another",
            sheets=say("{n} sheet", "{n} sheets", n=poster.sheets),
            columns=poster.columns,
            rows=poster.rows,
            percent=round(100 * poster.scale),
        )
    width, height = round(leaf.width), round(leaf.height)
    shrink = shrinking(leaf.width, leaf.height) if picture.form == "pdf" else 1.0
    if shrink < 1:
        return say(
            "{width} × {height} units, at {percent} % to have room on one page",
            width=width,
            height=height,
            percent=f"{100 * shrink:.2g}",
        )
    return say("{width} × {height} units", width=width, height=height)


def export_from_command_line(
    case: Case,
    board_id: str,
    wanted: Sequence[tuple[Picture, Path]],
    extract: Extract = WHOLE,
    *,
    noting: Case | None = None,
    told: Callable[[float], None] | None = None,
) -> Iterator[str]:
    """Write pictures of a board with no window; says of each what was written, and tells how far it is.

    The journal of `noting` keeps that files went out. Raises ExportRefused, and what
    `Custody.note_export` raises.
    """
    if QGuiApplication.instance() is None:
        # Kept until the generator ends: fonts and painters need it.
        application = QGuiApplication(sys.argv[:1])
        application.setApplicationName("caseboard")
    with closing(Cage()) as cage:
        for picture, path in wanted:
            pictures = Pictures(case, cage)
            leaf = leaf_of(case, board_id, picture, extract, pictures)
            for part in writing_board(leaf, path):
                if told is not None:
                    told(part)
            if noting is not None:
                there = noting.contents.artifacts
                drawn = tuple(each for each in pictures.drawn if each in there)
                noting.custody.note_export(Way.BOARD, drawn, board=board_id, form=picture.form)
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
