"""`Ruling`: what is measured in the picture, and in which scale, joined to the file that is shown."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, Signal

from caseboard.viewer.marking import Marking
from caseboard.viewer.measuring import Measure, measured
from caseboard.viewer.pane import Pane
from caseboard.viewer.picture import Picture
from caseboard.viewer.shown import Shown
from caseboard.viewer.side import Side
from caseboard.viewer.wording import length_in_words, measure_in_words
from caseboard.viewer.yardstick import Yardstick
from casedb import Case
from casedb.commands.annotations import mark
from casedb.commands.known_lengths import known_length, scale_line
from casedb.intake.proposals import tags_of
from casedb.model.geotiff import ground_of_tags, trouble
from casedb.model.ground import Ground, ground_of_place
from casedb.model.marks import Form, Mark, Spot
from casedb.words import say


class Ruling(QObject):
    """Says what the line comes to that is drawn with the ruler. `told(str)` says what came of a wish.

    The scale is that of the line whose length is known, which the case keeps; else what the file says
    of the ground, else what its item says.
    """

    told = Signal(str)

    def __init__(
        self,
        case: Case,
        measure: Measure,
        side: Side,
        marking: Marking,
        pane: Pane,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._case, self._measure, self._side = case, measure, side
        self._marking, self._pane = marking, pane
        self.ground: Ground | None = None
        """Where pixels of the picture lie on the earth."""
        self.yardstick: Yardstick | None = None
        """What its pixels come to; None while nothing says so."""
        self._file = Shown("", "")
        self._page = 1
        self._size: tuple[int, int] | None = None
        self._of_file: Yardstick | None = None
        self._given: Yardstick | None = None
        measure.changed.connect(self._show)
        side.scale_given.connect(self._set_scale)
        side.measure_cleared.connect(measure.clear)
        side.keeping_wanted.connect(self._keep)

    # -- the file --------------------------------------------------------------------------------

    def show(self, file: Shown, page: int) -> None:
        """Measure in a page (from 1) of a file, of which nothing is known yet."""
        self._file, self._page = file, page
        self.ground = self.yardstick = self._of_file = self._given = None
        self._size = None
        self._side.show_ground("")
        self._show()

    def find(self, picture: Picture) -> None:
        """Learn from a picture, whose size is known now, where it lies on the earth."""
        if picture.known is None:
            return
        grid, file = picture.known.grid, self._file
        if self._size == (grid.width, grid.height):
            return
        self._size = grid.width, grid.height
        tags = tags_of(picture.known.facts)
        of_tags = ground_of_tags(tags)
        basis = of_tags.basis if of_tags is not None else trouble(tags)
        self.ground = of_tags
        if of_tags is None and file.footprint is not None:
            self.ground = ground_of_place(file.footprint, grid.width, grid.height)
            told = self.ground.basis if self.ground is not None else ""
            basis = " ".join(filter(None, (basis, told)))
        if of_tags is not None:
            told = say("from the tags of the file")
            self._of_file = Yardstick.of_ground(of_tags, grid.width, grid.height, told)
        if self._of_file is None and file.gsd:
            self._of_file = Yardstick(file.gsd, file.gsd, say("as the item says"))
        self._side.show_ground(basis)
        self.follow()

    def follow(self) -> None:
        """Measure in the scale that the case keeps now."""
        self.yardstick = self._kept() or self._given or self._of_file
        self._show()

    def _kept(self) -> Yardstick | None:
        """The scale of the line whose length the case keeps."""
        line = scale_line(self._case.contents, self._file.artifact, self._page)
        drawn = mark(line) if line is not None else None
        metres = known_length(line) if line is not None else None
        if drawn is None or metres is None or self._size is None:
            return None
        (x1, y1), (x2, y2) = drawn.spots
        return _of_line(metres, math.hypot((x2 - x1) * self._size[0], (y2 - y1) * self._size[1]))

    # -- what is said ----------------------------------------------------------------------------

    def _show(self) -> None:
        points = self._measure.pixels(self._pane.eye)
        length = measured(points).length
        self._side.show_measure(
            measure_in_words(points, self.yardstick),
            self.yardstick.told if self.yardstick is not None else "",
            is_on=self._measure.is_active,
            can_scale=len(points) == 2 and length > 0,
            keep_refused=self._marking.wishes.refusal or self._unkeepable(),
        )

    def _unkeepable(self) -> str:
        if len(self._measure.points) < 2:
            return say("First measure something: then the line can be kept.")
        if self._drawn() is None:
            return say("The points lie on one line, so there is no outline to keep.")
        return ""

    # -- what is done ----------------------------------------------------------------------------

    def _drawn(self) -> Mark | None:
        """The line as a mark: an arrow, or an outline; None where it is neither."""
        spots: tuple[Spot, ...] = tuple((each.x(), each.y()) for each in self._measure.points)
        try:
            return Mark(Form.ARROW if len(spots) == 2 else Form.POLYGON, spots, self._page)
        except ValueError:
            return None

    def _set_scale(self, metres: float) -> None:
        length = measured(self._measure.pixels(self._pane.eye)).length
        drawn = self._drawn()
        if metres <= 0 or not length or drawn is None or drawn.form is not Form.ARROW:
            return
        wishes = self._marking.wishes
        text = say("Scale: {length}", length=length_in_words(metres))
        if not wishes.refusal and wishes.scale_wanted(self._file.artifact, drawn, metres, text):
            self._given = None
            self._marking.refresh()
            self.told.emit(say("The scale is kept with the file, as a mark. Undo takes it back."))
        else:
            self._given = _of_line(metres, length)
            self.told.emit(say("The scale holds until another file is shown; it is not kept."))
        self.follow()

    def _keep(self) -> None:
        drawn = self._drawn()
        if drawn is None:
            return
        points = self._measure.pixels(self._pane.eye)
        text = measure_in_words(points, self.yardstick, with_angle=False)
        if self.yardstick is not None:
            text = f"{text}\n{self.yardstick.told}"
        made = self._marking.wishes.mark_wanted(self._file.artifact, drawn, text, "")
        if made:
            self._measure.clear()
            self._marking.refresh()
            self._marking.marked.choose(made)
            self.told.emit(say("The measured line is kept as a mark. Undo takes it back."))


def _of_line(metres: float, pixels: float) -> Yardstick | None:
    if pixels <= 0:
        return None
    told = say("from a line of {length}", length=length_in_words(metres))
    return Yardstick(metres / pixels, metres / pixels, told)
