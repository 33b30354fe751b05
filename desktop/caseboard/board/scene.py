"""`Scene`: a board as it is painted: what lies where, what it shows, and the painters for it.

The same scene serves tiles, the layer under a drag and every export. It holds no selection and no
hover: those are painted on top by others, so that nothing of them can get into an export.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import partial

import numpy as np
from PySide6.QtGui import QColor, QPainter

from caseboard.board import levels
from caseboard.board.camera import View
from caseboard.board.card_painter import Thumbnails, no_thumbnails
from caseboard.board.cards_layer import CardsLayer
from caseboard.board.clipped import paint_seen
from caseboard.board.columns import Columns
from caseboard.board.faces import items_showing
from caseboard.board.far import FarBoard
from caseboard.board.frame_painter import FramePainter
from caseboard.board.inventory import NOTHING
from caseboard.board.levels import Level
from caseboard.board.lifting import Lifting
from caseboard.board.painting import Painting, Pause, finish
from caseboard.board.rasters import Rasters, far_picture
from caseboard.board.sketch import Sketch
from caseboard.board.string_painter import accent_of_type
from caseboard.board.strings import Floats, Ints
from caseboard.board.strings_layer import StringsLayer
from caseboard.board.touched import CARD_REACH, FRAME_REACH, STRING_REACH, Touched
from caseboard.theme import Theme
from casedb.model.changes import Edit
from casedb.model.contents import Contents
from casedb.model.geometry import Rect
from casedb.model.records import Card, Fold, Frame, Link
from casedb.model.standing import Standing

NONE: Ints = np.empty(0, dtype=np.int64)


class Scene:
    """One board of a case, painted with one theme.

    What is in `lifted` is left out of it. With `rasters`, pictures from afar are made in a worker
    and waited for; without, they are painted at once.
    """

    def __init__(
        self,
        contents: Contents,
        board_id: str,
        theme: Theme,
        thumbnails: Thumbnails = no_thumbnails,
        rasters: Rasters | None = None,
        columns: Columns | None = None,
    ) -> None:
        """`columns` are those of the board, where they have been made already."""
        self.contents = contents
        self.columns = columns or Columns(contents, board_id, slack=theme.slack)
        self.cards = CardsLayer(contents, self.columns, theme, thumbnails)
        self.strings = StringsLayer(contents, self.columns, theme)
        self._rasters = rasters
        self._far: FarBoard | None = None
        self.lifted: Lifting | None = None
        self._scale = (0.0, 0.0)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme from now on."""
        # Before any string is moved: the worker reads the same numbers.
        self.forget_far()
        self.theme = theme
        self.cards.set_theme(theme)
        self.strings.set_theme(theme)
        self.frames = FramePainter(theme)
        if self.columns.hang(theme.slack):
            self.strings.clear()
        self.forget_far()

    # -- keeping in step ----------------------------------------------------------------------

    def apply(self, edits: Sequence[Edit]) -> Touched:
        """Follow edits that the case has taken; returns what must be painted anew."""
        # Before anything is changed: the worker reads the same numbers.
        self.forget_far()
        touched = self.columns.apply(edits)
        self.strings.forget(touched.owners)
        self.cards.forget(
            [
                edit.record.id
                for edit in edits
                if isinstance(edit.record, Card) and not _is_only_moved(edit)
            ]
        )
        if any(isinstance(edit.record, Frame | Fold) for edit in edits):
            # What a collapsed frame shows: its title, and how much is in it.
            self.cards.forget(self.columns.told_apart(self.columns.stacks)[1])
        for edit in edits:
            if isinstance(edit.record, Link):
                self.strings.forget_look(edit.record.id)
        touched = touched.joined(self._touch_items(self.cards.faces.forget(edits)))
        self.forget_far()
        return touched.joined(self.strings.touch_labels(touched, self._scale[0]))

    def lift(self, lifting: Lifting) -> Touched:
        """Leave something out from now on; returns what must be painted anew."""
        self.lifted = lifting
        self.strings.leave_out(lifting.cards, lifting.strings)
        return self._touch_lifted(lifting)

    def put_back(self) -> Touched:
        """Paint what was lifted with the rest again, where it lay."""
        lifting, self.lifted = self.lifted, None
        if lifting is None:
            return Touched.of([])
        lifting.put_back()
        self.strings.leave_out(NONE, NONE)
        return self._touch_lifted(lifting)

    def _touch_lifted(self, lifting: Lifting) -> Touched:
        touched = lifting.touched()
        self.strings.forget(touched.owners)
        self.forget_far()
        return touched.joined(self.strings.touch_labels(touched, self._scale[0]))

    def picture_ready(self, sha256: str) -> Touched:
        """Show a thumbnail that was not ready before; returns what must be painted anew."""
        return self._touch_items({each.item for each in self.contents.attachments_to(sha256)})

    def restate(self, claims: Set[str]) -> Touched:
        """Show what claims rest on now; returns what must be painted anew."""
        self.cards.faces.drop(claims)
        return self._touch_items(claims)

    def suppose(self, standings: Mapping[str, Standing]) -> Touched:
        """Show how claims would stand, and all others as they do; returns what must be painted anew."""
        return self._touch_items(self.cards.faces.suppose(standings))

    def judge(self, artifacts: Iterable[str]) -> Touched:
        """Show what a check says of files now; returns what must be painted anew."""
        items = {each.item for of in artifacts for each in self.contents.attachments_to(of)}
        self.cards.faces.drop(items)
        return self._touch_items(items)

    def veil(self, subjects: Iterable[str]) -> Touched:
        """Show or hide the grades of items and sources; returns what must be painted anew."""
        items = {each for of in subjects for each in items_showing(self.contents, of)}
        self.cards.faces.drop(items)
        return self._touch_items(items)

    def _touch_items(self, items: Set[str]) -> Touched:
        cards = [card.id for item_id in items for card in self.contents.cards_of(item_id)]
        found = {each: self.columns.cards.rows.get(each) for each in cards}
        rows = {each: row for each, row in found.items() if row is not None}
        self.cards.forget(rows)
        boxes = self.columns.cards.boxes(np.array(list(rows.values()), dtype=np.int64))
        return Touched.of([(boxes, CARD_REACH, list(rows))])

    def conceal(self, cards: Set[str]) -> Touched | None:
        """Show all cards but these; what must be painted anew, or None for everything."""
        self.forget_far()
        touched = self.columns.conceal(cards)
        if touched is None:
            self.strings.clear()
            self.cards.clear()
            return None
        self.strings.forget(touched.owners)
        return touched.joined(self.strings.touch_labels(touched, self._scale[0]))

    def fade(self, cards: Set[str], links: Set[str] = NOTHING) -> None:
        """Let these cards stand back with their strings, and those of some links, and nothing else."""
        self.forget_far()
        before = self.columns.fade(cards, links)
        self.cards.forget_either(before, cards)
        self.strings.clear()

    # -- a case that is being read ------------------------------------------------------------

    def unread(self, view: View) -> tuple[list[str], list[str]]:
        """The items and links in a view that the case in memory does not have yet."""
        if levels.level_at(view.zoom) is Level.FAR:
            return [], []
        columns, contents = self.columns, self.contents
        cards, strings = columns.cards_in(view.world), columns.strings_in(view.world)
        items = [columns.item_of(row) for row in cards.tolist()]
        links = columns.strings.rows.ids_of(strings.tolist())
        return (
            [each for each in items if each not in contents.items],
            [each for each in links if each not in contents.links],
        )

    def read(self, items: Iterable[str], links: Iterable[str]) -> Touched:
        """Show items and links that the case in memory has now; returns what must be painted anew."""
        cards, strings = self.columns.cards, self.columns.strings
        placed = [row for each in items for row in self.columns.rows_of(each)]
        self.cards.forget(cards.rows.ids_of(placed))
        rows = (strings.rows.get(each) for each in links)
        found = [row for row in rows if row is not None and self.strings.looks_other(row)]
        for row in found:
            self.strings.forget_row(row)
        at, tied = np.array(placed, dtype=np.int64), np.array(found, dtype=np.int64)
        touched = Touched.of(
            [
                (cards.boxes(at), CARD_REACH, cards.rows.ids_of(placed)),
                (strings.boxes(tied), STRING_REACH, strings.rows.ids_of(found)),
            ]
        )
        return (
            touched.joined(self.strings.touch_labels(touched, self._scale[0])) if found else touched
        )

    def adopt(self, contents: Contents) -> None:
        """Go on with the whole case, of which this board was read before."""
        self.contents = self.strings.contents = contents
        self.columns.adopt(contents)
        self.cards.adopt(contents)
        # Some were painted as they look while they have not been read.
        self.cards.clear()
        self.strings.clear()

    # -- painting -----------------------------------------------------------------------------

    def paint(self, painter: QPainter, view: View) -> None:
        """Paint what a view shows, ground and all; the painter counts its physical pixels."""
        finish(self.painting(painter, view, may_wait=False))

    def painting(self, painter: QPainter, view: View, *, may_wait: bool = True) -> Painting[None]:
        """The same in steps; it may wait for a worker."""
        self.paint_ground(painter, view)
        yield Pause.BREATH
        yield from self.painting_content(painter, view, may_wait=may_wait)

    def paint_content(self, painter: QPainter, view: View) -> None:
        """Paint what lies on the ground of a view."""
        finish(self.painting_content(painter, view, may_wait=False))

    def painting_content(self, painter: QPainter, view: View, *, may_wait: bool) -> Painting[None]:
        """The same in steps; it may wait for a worker."""
        self.keep_scale(view)
        for frame in self.columns.frames_in(view.world.grown(FRAME_REACH / min(view.zoom, 1.0))):
            if self.lifted is None or frame.id not in self.lifted.frame_ids:
                self.frames.paint(painter, view, frame, self.contents.scale_of(frame.id))
        level = levels.level_at(view.zoom)
        if level is Level.FAR:
            yield from self._painting_far(painter, view, may_wait=may_wait)
            return
        without = self.lifted.cards if self.lifted is not None else NONE
        strings = self.strings.near(view, level, self._lifted_strings())
        strands = yield from self.strings.painting(painter, view, level, strings)
        rows = self.cards.near(view, without).tolist()
        yield Pause.BREATH
        yield from self.cards.painting(painter, view, level, rows)
        self.strings.paint_ends(painter, view, strands, without)

    def _lifted_strings(self) -> Ints:
        return self.lifted.strings if self.lifted is not None else NONE

    def _painting_far(self, painter: QPainter, view: View, *, may_wait: bool) -> Painting[None]:
        if self._rasters is None or not may_wait:
            painter.drawImage(0, 0, far_picture(self.far_board(), view))
            yield Pause.BREATH
            return
        while (picture := self._rasters.take(view)) is None:
            self._rasters.ask(view, self.far_board())
            yield Pause.WAIT
        painter.drawImage(0, 0, picture)

    def far_board(self) -> FarBoard:
        """The board as it is painted from afar."""
        if self._far is None:
            without = self.lifted.cards if self.lifted is not None else NONE
            self._far = FarBoard.of(
                self.columns.cards,
                self.columns.strings,
                self._colours(self.columns.accents, "tx3"),
                self._colours([accent_of_type(each) for each in self.columns.types], "der"),
                (without, self._lifted_strings()),
            )
        return self._far

    def _colours(self, names: Sequence[str], instead: str) -> Floats:
        """Red, green and blue [N, 3] of tokens; of one that the theme lacks, those of another."""
        found = [self.theme.colour(each if self.theme.has(each) else instead) for each in names]
        return np.array([_rgb(each) for each in found], dtype=np.float64).reshape(-1, 3)

    def forget_far(self) -> None:
        """Make what is seen from afar anew."""
        self._far = None
        if self._rasters is not None:
            self._rasters.clear()

    def draw(self, painter: QPainter, view: View) -> None:
        """Paint a view without ground, in full detail and as vectors: for paper and files."""
        finish(self.drawing(painter, view))

    def drawing(self, painter: QPainter, view: View, *, is_cut: bool = False) -> Painting[None]:
        """The same in steps, one for each frame and card.

        Where the view is a part that is `cut` out of the board, nothing gets into the file that is not
        seen: what lies across its edge becomes a picture of what is within.
        """
        self.keep_scale(view)
        world = view.world
        for frame in self.columns.frames_in(world.grown(FRAME_REACH / min(view.zoom, 1.0))):
            scale = self.contents.scale_of(frame.id)
            if is_cut and not world.contains(frame.rect):
                paint = partial(self.frames.paint, frame=frame, scale=scale)
                paint_seen(painter, view, frame.rect, paint)
            else:
                self.frames.paint(painter, view, frame, scale, is_vector=True)
            yield Pause.BREATH
        strings = self.strings.near(view, Level.FULL, NONE)
        strands = yield from self.strings.drawing(painter, view, strings, is_cut=is_cut)
        for row in self.cards.near(view, NONE).tolist():
            rect = self.columns.card_rect(row)
            if is_cut and not world.contains(rect):
                paint = partial(self.cards.paint_one, row=row, level=Level.FULL)
                paint_seen(painter, view, rect, paint)
            else:
                self.cards.paint_one(painter, view, row, Level.FULL, is_vector=True)
            yield Pause.BREATH
        self.strings.paint_ends(painter, view, strands, NONE)

    def paint_ground(self, painter: QPainter, view: View) -> None:
        """Paint the empty board."""
        Sketch.ground(view, self.theme).show(painter)

    def sketch(self, view: View) -> Sketch:
        """What is there in time for every frame: the ground, and on it cards without their text."""
        sketch = Sketch.ground(view, self.theme)
        without = self.lifted.cards if self.lifted is not None else NONE
        self.cards.sketch(sketch, view, self.cards.near(view, without))
        return sketch

    def label_boxes(self, rows: Ints, view: View) -> list[Rect]:
        """Where some strings show their labels at the scale of a view, as boxes in board units."""
        if levels.level_at(view.zoom) is not Level.FULL:
            return []
        self.keep_scale(view)
        return self.strings.label_boxes(rows[~np.isin(rows, self._lifted_strings())], view.zoom)

    def keep_scale(self, view: View) -> None:
        """Forget what was made ready for another scale than that of a view."""
        if self._scale != (view.zoom, view.ratio):
            self._scale = (view.zoom, view.ratio)
            self.cards.clear()
            self.strings.clear()


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def _is_only_moved(edit: Edit) -> bool:
    """Whether a card looks the same before and after."""
    before, after = edit.before, edit.after
    return (
        isinstance(before, Card)
        and isinstance(after, Card)
        and _looks_of(before) == _looks_of(after)
    )


def _looks_of(card: Card) -> tuple[object, ...]:
    flags = card.collapsed, card.pinned, card.locked
    return card.board, card.item, card.w, card.h, flags, card.accent
