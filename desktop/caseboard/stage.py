"""`Stage`: the boards of one case, one of them in front, with what lies in their corners."""

from __future__ import annotations

from itertools import islice

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QAccessibleWidget, QStackedWidget, QStyle, QWidget

from caseboard.board.board_view import BoardView
from caseboard.board.camera import Camera
from caseboard.board.found import Found
from caseboard.first_steps import FirstSteps
from caseboard.focus_order import focusable, order_focus
from caseboard.minimap import Minimap
from caseboard.strip import Strip
from caseboard.theme import Theme, space
from caseboard.zoom_box import ZoomBox
from casedb.model.geometry import Point, Rect

NARROWEST = 320
"""Pixels, however large the interface is: a board does not grow with it."""


class Stage(QStackedWidget):
    """Holds boards by their id. `looked(Camera)` follows where one looks on the board in front."""

    looked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("boards")
        self.setMinimumWidth(NARROWEST)
        self._boards: dict[str, BoardView] = {}
        self._found = Found()
        self._past: BoardView | None = None
        self.board_id = ""
        """The board in front; empty before there is one."""
        self.zoom_box = ZoomBox(theme, self)
        self.zoom_box.zoomed.connect(self._zoom)
        self.zoom_box.reset.connect(lambda: self.front.zoom_to(1.0))
        self.zoom_box.fitted.connect(lambda: self.front.fit_all())
        self.minimap = Minimap(theme, self)
        self.first_steps = FirstSteps(self)
        self.strips: list[Strip] = []
        """What lies over the upper edge at times."""
        self.has_map = True
        # There is nothing to look at yet.
        self.zoom_box.hide()

    # -- boards ---------------------------------------------------------------------------

    @property
    def boards(self) -> dict[str, BoardView]:
        """The boards that have been shown, by id."""
        return dict(self._boards)

    @property
    def front(self) -> BoardView:
        """The board in front."""
        board = self.currentWidget()
        assert isinstance(board, BoardView)
        return board

    @property
    def middle(self) -> Point:
        """The point of the board in front that is in the middle of the view."""
        return self.front.camera.visible().centre

    def hold(self, board: BoardView) -> None:
        """Take a board in, behind the others."""
        # Tab comes to it where it comes to those that are here.
        order_focus([*islice(self._boards.values(), 1), board])
        self._boards[board.board_id] = board
        board.mark_found(self._found)
        board.corners = self._corners
        board.looked.connect(self._look)
        board.overview.renewed.connect(self._place_map)
        self.addWidget(board)

    def bring_to_front(self, board_id: str) -> None:
        """Show a board that is held."""
        self.board_id = board_id
        board = self._boards[board_id]
        self.setCurrentWidget(board)
        self._look(board.camera)
        self.minimap.show_board(board)
        self.zoom_box.show()
        self._place_map()
        for corner in (self.first_steps, self.zoom_box, self.minimap):
            corner.raise_()

    def let_go(self, board_id: str) -> BoardView | None:
        """Hold a board no more; whoever called for that closes it."""
        board = self._boards.pop(board_id, None)
        if board is not None:
            if self.minimap.board is board:
                self.minimap.show_board(None)
            board.looked.disconnect(self._look)
            board.overview.renewed.disconnect(self._place_map)
            self.removeWidget(board)
        return board

    def drop(self, board_id: str) -> None:
        """Close a board and forget it."""
        board = self.let_go(board_id)
        if board is not None:
            board.close()
            board.deleteLater()

    @property
    def is_past(self) -> bool:
        """Whether the board in front is one as it was."""
        return self._past is not None

    def show_past(self, board: BoardView) -> None:
        """Show a board in front of the others that is none of them: one as it was."""
        order_focus([*islice(self._boards.values(), 1), board])
        self._past = board
        board.corners = self._corners
        board.looked.connect(self._look)
        board.overview.renewed.connect(self._place_map)
        self.addWidget(board)
        self.setCurrentWidget(board)
        self.minimap.show_board(board)
        self._raise_corners(board)

    def show_present(self, board: BoardView) -> None:
        """Show the board again that was in front; whoever called for that closes the other."""
        self.leave_past(board)
        front = self._boards[self.board_id]
        self.setCurrentWidget(front)
        self.minimap.show_board(front)
        self._raise_corners(front)

    def leave_past(self, board: BoardView) -> None:
        """Show a board as it was no more; whoever called for that shows another one."""
        self._past = None
        board.looked.disconnect(self._look)
        board.overview.renewed.disconnect(self._place_map)
        self.removeWidget(board)

    def _raise_corners(self, board: BoardView) -> None:
        self._look(board.camera)
        self._place_map()
        for corner in (self.zoom_box, self.minimap):
            corner.raise_()

    def in_tab_order(self, *between: QWidget) -> list[QWidget]:
        """What Tab goes through: the boards, and their corners with what lies `between` these."""
        lying = (self.first_steps, self.zoom_box, *between, self.minimap)
        past = [self._past] if self._past is not None else []
        return [
            *(each for strip in self.strips for each in focusable(strip)),
            *self._boards.values(),
            *past,
            *(each for part in lying for each in focusable(part)),
        ]

    def make_interface(self) -> QAccessibleWidget:
        """What tells a screen reader of the stage: Qt would leave out all but the boards."""
        return QAccessibleWidget(self, QAccessible.Role.Pane)

    def mark_found(self, found: Found) -> None:
        """Mark what a search has found, also on boards that come later."""
        self._found = found
        for board in self._boards.values():
            board.mark_found(found)

    def _zoom(self, steps: int) -> None:
        self.front.zoom_step(steps)

    def _look(self, camera: Camera) -> None:
        # Boards behind are looked at too: their size changes with the window.
        if self._boards and camera == self.front.camera:
            self.zoom_box.show_zoom(camera.zoom)
            self.looked.emit(camera)

    # -- the window -----------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.zoom_box.set_theme(theme)
        self.minimap.set_theme(theme)
        for board in self._boards.values():
            board.set_theme(theme)
        self._place_corners()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_corners()
        self.first_steps.fit()

    def want_map(self, *, is_wanted: bool) -> None:
        """Show the map of the board, where there is room for it, or show it no more."""
        self.has_map = is_wanted
        self._place_map()

    def _place_corners(self) -> None:
        """Put the zoom box where reading begins, and the map where it ends, at the foot."""
        self.zoom_box.ensurePolished()
        self.zoom_box.fit_into(self.width())
        box, gap = self.zoom_box.sizeHint(), space("l")
        gap = max(0, min(gap, (self.width() - box.width()) // 2))
        self._put(self.zoom_box, QRect(gap, self._low(box.height()), box.width(), box.height()))
        self._place_map()

    def _place_map(self) -> None:
        gap, width = space("l"), self.minimap.width()
        left, top = self.width() - width - gap, self._low(self.minimap.height())
        self._put(self.minimap, QRect(left, top, width, self.minimap.height()))
        board = self.minimap.board
        has_more = board is not None and not board.is_empty
        self.minimap.setVisible(self._has_map_here() and has_more)

    def _has_map_here(self) -> bool:
        """Whether a map is wanted and covers no more than a third of the board, nor the other corner."""
        gap = space("l")
        left = self.width() - self.minimap.width() - gap
        has_room = left > self.zoom_box.width() + 2 * gap
        return self.has_map and has_room and self._low(self.minimap.height()) > self.height() / 2

    def _corners(self) -> tuple[Rect, ...]:
        """What lies over a board, with some room around it: the map as well where it only waits for
        something to show."""
        lying = (self.zoom_box, self.minimap) if self._has_map_here() else (self.zoom_box,)
        gap = space("s")
        boxes = (each.geometry().adjusted(-gap, -gap, gap, gap) for each in lying)
        return tuple(Rect(box.x(), box.y(), box.width(), box.height()) for box in boxes)

    def _low(self, height: int) -> int:
        return self.height() - height - space("l")

    def _put(self, corner: QWidget, box: QRect) -> None:
        corner.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))
