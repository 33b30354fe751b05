"""`Comparison`: two files beside or over each other, matched by points that show the same in both."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShortcut, QTransform
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from caseboard import theme as look
from caseboard.bindings import Bindings
from caseboard.focus_order import focusable, order_focus
from caseboard.measures import set_margins, set_spacing
from caseboard.segments import Segments
from caseboard.theme import Theme
from caseboard.viewer.eye import Eye
from caseboard.viewer.mark_layer import MarkLayer
from caseboard.viewer.marked import Marked
from caseboard.viewer.marks import Marks, Matched
from caseboard.viewer.match_foot import MatchFoot, agreement_in_words
from caseboard.viewer.overlaid import BLINK, DIFFERENCE, SWIPE, Overlaid
from caseboard.viewer.pane import STEP, Pane
from caseboard.viewer.picture import Picture
from caseboard.viewer.ways import SET_POINTS
from caseboard.viewer.window import Shown
from casedb import Case
from casedb.analysis.alignment import FEWEST, Alignment, NotAligned, align, kind_for
from casedb.model.matches import Match
from casedb.words import say

BESIDE = "beside"

_ICON = 18

Part: TypeAlias = tuple[int, tuple[float, float, float, float]]
"""A page (from 1) and a part of it: left, top, right, bottom in fractions."""


class Comparison(QWidget):
    """Compares two files of one case. `left()` follows its end; `chosen()` the choice of other files;
    `save_wanted(Match, str)` carries the matched points and how well they agree; `way_chosen(str)` how one
    is to be laid on the other; `stepped(str)` asks to `undo` or `redo`; `keys_wanted()` asks for the sheet
    of keys."""

    left = Signal()
    chosen = Signal()
    save_wanted = Signal(object, str)
    way_chosen = Signal(str)
    stepped = Signal(str)
    keys_wanted = Signal()

    def __init__(
        self, case: Case, folder: Path, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """`folder` is the program's own, for what is decoded."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("viewer")
        self.setWindowTitle(say("Compare two files"))
        self._case, self._folder = case, folder
        self._files: tuple[Shown, ...] = ()
        self._pictures: list[Picture | None] = [None, None]
        self._parts: tuple[Part, Part] | None = None
        self._is_laid = False
        self._is_following = False
        self._keeper = self._refusal = ""
        self.alignment: Alignment | None = None
        """How the second picture lies on the first; None while too few points say so."""
        self.matched = Matched(self)
        self.panes = (Pane(theme, self), Pane(theme, self))
        self.marked = (Marked(self), Marked(self))
        self.over = Overlaid(theme, self.marked, self)
        for pane, marked in zip(self.panes, self.marked, strict=True):
            pane.add_layer(MarkLayer(marked, pane, self))
        self.marks = tuple(Marks(self.matched, side, self) for side in (0, 1))
        for pane, layer in zip(self.panes, self.marks, strict=True):
            pane.add_layer(layer)
        self._build()
        self._listen()
        self.set_theme(theme)
        self.modes.choose(BESIDE)
        self.resize(1280, 800)

    # -- the parts -------------------------------------------------------------------------------

    def _build(self) -> None:
        bar = QFrame(self)
        bar.setObjectName("viewerBar")
        row = QHBoxLayout(bar)
        set_margins(row, "m", "s", "m", "s")
        set_spacing(row, "s")
        self.first, self.second = QComboBox(bar), QComboBox(bar)
        for box, text in ((self.first, say("First file")), (self.second, say("Second file"))):
            label = QLabel(text, bar)
            label.setBuddy(box)
            label.setObjectName("fieldLabel")
            box.setAccessibleName(text)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(8)
            row.addWidget(label)
            row.addWidget(box, 1)
        ways = (
            (BESIDE, say("Beside")),
            (SWIPE, say("Swipe")),
            (BLINK, say("Blink")),
            (DIFFERENCE, say("Difference")),
        )
        self.modes = Segments(say("How to compare"), ways, bar)
        self.modes.label.hide()
        row.addWidget(self.modes)
        self.setting = QToolButton(bar)
        self.setting.setCheckable(True)
        self.setting.setText(say("Set points"))
        self.setting.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setting.setToolTip(SET_POINTS.tip)
        row.addWidget(self.setting)
        self.stack = QStackedWidget(self)
        beside = QWidget(self)
        halves = QHBoxLayout(beside)
        halves.setContentsMargins(0, 0, 0, 0)
        set_spacing(halves, 2)
        for pane in self.panes:
            halves.addWidget(pane, 1)
        self.stack.addWidget(beside)
        self.stack.addWidget(self.over)
        self.foot = MatchFoot(self)
        self.state, self.way = self.foot.state, self.foot.way
        self.remove, self.save = self.foot.remove, self.foot.save
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.stack, 1)
        column.addWidget(self.foot)
        looked_at = (*self.panes, self.over)
        order_focus([*focusable(bar), *looked_at, *focusable(self.foot)])

    def _listen(self) -> None:
        for side, pane in enumerate(self.panes):
            pane.looked.connect(lambda side=side: self._follow(side))
        self.over.looked.connect(self._follow_over)
        self.matched.changed.connect(self._align)
        for button in self.modes.buttons.values():
            button.toggled.connect(self._turn_to_mode)
        self.setting.toggled.connect(self._set_points)
        self.remove.clicked.connect(lambda: self.matched.remove_chosen())
        self.save.clicked.connect(self._save)
        self.foot.way_chosen.connect(self._choose_way)
        for box in (self.first, self.second):
            box.currentIndexChanged.connect(self._choose)
        for keys, what in (("Ctrl+Z", "undo"), ("Ctrl+Shift+Z", "redo"), ("Ctrl+Y", "redo")):
            shortcut = QShortcut(keys, self)
            shortcut.activated.connect(lambda what=what: self.stepped.emit(what))

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.setting.setIcon(look.icon("mark_point", theme, "tx2", _ICON))
        for pane in (*self.panes, self.over):
            pane.set_theme(theme)

    def set_bindings(self, bindings: Bindings) -> None:
        """Let mouse and wheel do what the user prefers."""
        for pane in (*self.panes, self.over):
            pane.bindings = bindings

    # -- files -----------------------------------------------------------------------------------

    def show_parts(self, first: Part, second: Part) -> None:
        """Lay a part of the second file on one of the first, until points say more exactly how."""
        self._parts, self._is_laid = (first, second), False
        if (first[0], second[0]) != (1, 1):
            self._load()
        self._grow()

    def show_files(self, files: Sequence[Shown], first: int = 0, second: int = 1) -> None:
        """Compare two of some files."""
        self._files = tuple(files)
        for box, at in ((self.first, first), (self.second, second)):
            box.blockSignals(True)
            box.clear()
            for file in files:
                box.addItem(f"{file.name} · {file.title}" if file.title else file.name)
            box.setCurrentIndex(at)
            box.blockSignals(False)
        self._choose()

    @property
    def compared(self) -> tuple[Shown, Shown]:
        """The two files that are compared."""
        return self._files[self.first.currentIndex()], self._files[self.second.currentIndex()]

    def _choose(self) -> None:
        self._parts = None
        self._load()

    def _load(self) -> None:
        self._let_go()
        self.matched.clear()
        for side, file in enumerate(self.compared):
            picture = Picture(self._folder, self)
            picture.failed.connect(self._fail)
            self._pictures[side] = picture
            self.panes[side].name_after(file.name)
            self.panes[side].show_picture(picture)
            # After the pane, which looks at all of it once its size is known.
            picture.grew.connect(self._grow)
            page = self._parts[side][0] - 1 if self._parts is not None else 0
            picture.open(self._case, file.artifact, page)
        self.follow()
        self.over.name_after(
            say("{one} and {other}", one=self.compared[0].name, other=self.compared[1].name)
        )
        self.over.show_picture(self._pictures[0])
        self.over.show_second(self._pictures[1])
        self.chosen.emit()
        self._align()

    def follow(self) -> None:
        """Show what is marked on both files now."""
        if self._files:
            for side, file in enumerate(self.compared):
                page = self._parts[side][0] if self._parts is not None else 1
                self.marked[side].show(self._case.contents, file.artifact, page)

    def show_match(self, match: Match | None) -> None:
        """Show points that were found earlier, and lay one picture on the other as it was then."""
        if match is not None:
            self.foot.choose(match.way or kind_for(len(match.pairs)))
        self.matched.show_pairs(match.pairs if match is not None else ())

    def _let_go(self) -> None:
        self.over.show_second(None)
        self.over.show_picture(None)
        for side, picture in enumerate(self._pictures):
            if picture is not None:
                self.panes[side].show_picture(None)
                picture.close()
                picture.deleteLater()
                self._pictures[side] = None

    def closeEvent(self, event: QCloseEvent) -> None:
        self.over.choose("")
        self._let_go()
        super().closeEvent(event)
        self.left.emit()

    def _fail(self, sentence: str) -> None:
        self.state.setText(sentence)

    def _grow(self) -> None:
        if self.alignment is None and all(self._sizes):
            if self._parts is not None and not self._is_laid and self._are_sized:
                self._is_laid = True
                self.panes[0].look_at(self._parts[0][1])
            self._align()

    # -- matching --------------------------------------------------------------------------------

    @property
    def _sizes(self) -> list[tuple[int, int] | None]:
        known = [each.known if each is not None else None for each in self._pictures]
        return [(each.grid.width, each.grid.height) if each is not None else None for each in known]

    @property
    def _are_sized(self) -> bool:
        """Whether both panes have heard how large their pictures are, and will not fit them any more."""
        seen = [(pane.eye.picture_width, pane.eye.picture_height) for pane in self.panes]
        return seen == self._sizes

    def _align(self) -> None:
        one, other = self._sizes
        pairs, way = self.matched.pairs, self.foot.chosen
        self.alignment, trouble = None, ""
        told = self._hint()
        if one is not None and other is not None and pairs:
            first = [(a[0] * one[0], a[1] * one[1]) for a, _ in pairs]
            second = [(b[0] * other[0], b[1] * other[1]) for _, b in pairs]
            try:
                self.alignment = align(first, second, way)
                told = agreement_in_words(self.alignment, self.matched.whole)
            except NotAligned as why:
                told = trouble = str(why)
        worst = self.alignment.worst if self.alignment is not None else None
        self.matched.worst = self.matched.whole[worst] if worst is not None else None
        self.state.setText(told)
        self.remove.setEnabled(self.matched.chosen is not None)
        self.foot.allow_saving(self._unsaveable(trouble), self._keeper)
        self.over.set_warp(self._warp())
        self._follow(0)
        for pane in self.panes:
            pane.update()

    def _hint(self) -> str:
        """What can be done while no points are set."""
        told = say(
            "Turn on “Set points” to lay one picture on the other by points that show the same."
        )
        if self.setting.isChecked():
            need = FEWEST[self.foot.chosen]
            told = say("Click the same spot in both pictures, at least {n} times.", n=need)
        if self._parts is not None:
            told = say("One region lies on the other. {more}", more=told)
        return told

    def _unsaveable(self, trouble: str) -> str:
        """Why points cannot be kept now; empty where they can."""
        if not self._files or self.compared[0] == self.compared[1]:
            return say("Both are the same file, so there is nothing to find.")
        if self._refusal:
            return self._refusal
        lacking = FEWEST[self.foot.chosen] - len(self.matched.pairs)
        if lacking > 0:
            return say(
                "Set one more pair of points first.",
                "Set {n} more pairs of points first.",
                n=lacking,
            )
        return trouble if self.alignment is None else ""

    def name_keeper(self, title: str, refusal: str) -> None:
        """Say which item the points would be kept with; or why they can be kept with none."""
        self._keeper, self._refusal = title, refusal
        self._align()

    def choose_way(self, way: str) -> None:
        """Lay one picture on the other so, as long as points that were kept do not say otherwise."""
        self.foot.choose(way)
        self._align()

    def _choose_way(self) -> None:
        self.way_chosen.emit(self.foot.chosen)
        self._align()

    def _warp(self) -> QTransform:
        """From pixels of the second picture to those of the first; without points, edge on edge."""
        if self.alignment is not None:
            (a, b, c), (d, e, f), (g, h, i) = self.alignment.matrix
            return QTransform(a, d, g, b, e, h, c, f, i)
        one, other = self._sizes
        if one is None or other is None:
            return QTransform()
        if self._parts is not None:
            return _laid(self._parts[1][1], other, self._parts[0][1], one)
        return QTransform.fromScale(one[0] / other[0], one[1] / other[1])

    def _set_points(self, is_wanted: bool) -> None:
        for layer in self.marks:
            layer.is_active = is_wanted
        if is_wanted:
            self.modes.choose(BESIDE)
        self._align()

    def _save(self) -> None:
        one, other = self.compared
        if self.alignment is not None:
            match = Match(one.artifact, other.artifact, self.matched.pairs, self.foot.chosen)
            told = agreement_in_words(self.alignment, self.matched.whole)
            self.save_wanted.emit(match, told)

    def tell(self, sentence: str) -> None:
        """Say what has come of saving."""
        self.state.setText(sentence)

    # -- looking ---------------------------------------------------------------------------------

    def _turn_to_mode(self, is_chosen: bool) -> None:
        if is_chosen:
            self._show_mode(self.modes.value)

    def _show_mode(self, mode: str) -> None:
        is_beside = mode == BESIDE
        if is_beside:
            eye = _like(self.panes[0].eye, self.over.eye)
            self.panes[0].follow(eye, is_fitted=self.over.is_fitted)
        else:
            self.setting.setChecked(False)
            eye = _like(self.over.eye, self.panes[0].eye)
            self.over.follow(eye, is_fitted=self.panes[0].is_fitted)
        self.stack.setCurrentIndex(0 if is_beside else 1)
        self.over.choose("" if is_beside else mode)
        (self.panes[0] if is_beside else self.over).setFocus()

    def _follow_over(self) -> None:
        if self.stack.currentIndex() == 1:
            self.panes[0].eye = _like(self.panes[0].eye, self.over.eye)

    def _follow(self, side: int) -> None:
        """Let the other picture show the same as the one that was moved."""
        if self._is_following or not all(self._sizes):
            return
        is_fitted = self.panes[side].is_fitted
        if side == 1 and is_fitted and self.panes[0].is_fitted:
            # As long as nobody has moved either, all of the first one is shown.
            side = 0
            self.panes[0].fit()
        warp = self._warp()
        way = warp.inverted()[0] if side == 0 else warp
        eye, other = self.panes[side].eye, self.panes[1 - side]
        here = QPointF(eye.x, eye.y)
        there = way.map(here)
        step = way.map(here + QPointF(1, 0)) - there
        size = math.hypot(step.x(), step.y())
        if not size or not math.isfinite(size):
            return
        turned = math.degrees(math.atan2(step.y(), step.x()))
        self._is_following = True
        try:
            moved = other.eye.turned(eye.angle - turned)
            other.follow(moved.zoomed(eye.zoom / size).at(there), is_fitted=is_fitted)
        finally:
            self._is_following = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pane = self.panes[0] if self.stack.currentIndex() == 0 else self.over
        keys = Qt.Key
        match event.key():
            case keys.Key_Escape:
                self.close()
            case keys.Key_Plus | keys.Key_Equal:
                pane.zoom_by(STEP)
            case keys.Key_Minus:
                pane.zoom_by(1 / STEP)
            case keys.Key_1:
                pane.show_exactly()
            case keys.Key_0:
                pane.fit()
            case keys.Key_R:
                pane.turn_by(90)
            case keys.Key_P:
                self.setting.toggle()
            case keys.Key_F1 | keys.Key_Question:
                self.keys_wanted.emit()
            case keys.Key_B if self.stack.currentIndex() == 1:
                # By hand, as often as one likes.
                self.over.hold_turns(True)
                self.over.take_turns()
            case _:
                super().keyPressEvent(event)


def _laid(
    part: tuple[float, float, float, float],
    size: tuple[int, int],
    onto: tuple[float, float, float, float],
    other: tuple[int, int],
) -> QTransform:
    """From pixels of a picture to those of another, so that a part lies on a part, of the same height or
    width and undistorted."""
    (x, y, wide, high), (u, v, across, down) = _middle(part, size), _middle(onto, other)
    scale = min(across / wide, down / high)
    return QTransform(scale, 0, 0, scale, u - scale * x, v - scale * y)


def _middle(
    part: tuple[float, float, float, float], size: tuple[int, int]
) -> tuple[float, float, float, float]:
    """The middle of a part, and how wide and high it is, in pixels."""
    left, top, right, bottom = part
    x, y = (left + right) / 2 * size[0], (top + bottom) / 2 * size[1]
    return x, y, max((right - left) * size[0], 1.0), max((bottom - top) * size[1], 1.0)


def _like(mine: Eye, other: Eye) -> Eye:
    """An eye on a screen of its own that looks at what another does."""
    if (mine.picture_width, mine.picture_height) != (other.picture_width, other.picture_height):
        return mine
    return mine.turned(other.angle).zoomed(other.zoom).at(QPointF(other.x, other.y))
