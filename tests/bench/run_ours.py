"""Our board, put through the script of `canvas.py`."""

from __future__ import annotations

import math
import random
import resource
import sys
import time
from pathlib import Path

import script
import workload
from frames import Figures, Step, Stopwatch, settle
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from caseboard.app import make_application
from caseboard.board.board_view import BoardView
from caseboard.settings import Settings
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb.model.geometry import Point
from casedb.model.records import Card
from casedb.store.home import Home

LEFT = Qt.MouseButton.LeftButton


def measured(number: int, home: Path, *, opening_only: bool) -> dict[str, dict[str, float]]:
    """The figures of every view; settings are kept in `home`."""
    begin = time.perf_counter()
    application = make_application()
    window = Window(Settings(Home(home)))
    window.resize(script.WIDTH, script.HEIGHT)
    window.show()
    window.open_case(workload.case_path(number))
    board = _first_board(window)
    Stopwatch(board).frame(board.update)
    opening = (time.perf_counter() - begin) * 1000
    found = {"open": Figures.of([opening]).by_name() | {"rss_mb": _memory()}}
    settle(lambda: window.workspace is not None)
    if not opening_only:
        workspace = window.workspace
        assert workspace is not None
        canvas = workspace.canvas
        # Twice, as the second size settles only when the first one is there.
        for _ in range(2):
            more_x, more_y = script.WIDTH - canvas.width(), script.HEIGHT - canvas.height()
            window.resize(window.width() + more_x, window.height() + more_y)
            settle(lambda: False, 0.1)
        assert (canvas.width(), canvas.height()) == (script.WIDTH, script.HEIGHT)
        found |= _Run(window, workspace, number).all_views()
    del application
    return found


def _first_board(window: Window) -> BoardView:
    """The board that is shown first, be the rest of the case read or not."""
    boards: list[BoardView] = []

    def is_there() -> bool:
        arrival, workspace = window.arrival, window.workspace
        board = workspace.canvas if workspace is not None else arrival.board if arrival else None
        boards.extend([board] if board is not None else [])
        return bool(boards)

    settle(is_there)
    return boards[0]


def _memory() -> float:
    """The most memory this process has held, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(most / (1 << 20 if sys.platform == "darwin" else 1 << 10), 1)


class _Run:
    """One run through the script."""

    def __init__(self, window: Window, workspace: Workspace, number: int) -> None:
        self._window, self._workspace = window, workspace
        self._canvas = workspace.canvas
        self._watch = Stopwatch(self._canvas)
        cards = workspace.bridge.contents.cards_on(workspace.board_id)
        self._hub = cards[workload.hub_of(number)]
        self._middle = self._hub.rect.centre
        self._near: list[Card] = sorted(
            cards, key=lambda card: math.dist(card.rect.centre, self._middle)
        )[: script.CHOSEN]

    def all_views(self) -> dict[str, dict[str, float]]:
        """The figures of every view but opening."""
        found: dict[str, dict[str, float]] = {}

        def note(view: str, taken: list[float]) -> None:
            found[view] = Figures.of(taken).by_name() | {"rss_mb": _memory()}

        for view in ("fit", "close", "middle"):
            note(view, self._pan_and_zoom(view))
        self._look("close")
        note("drag1", self._drag())
        self._look("middle")
        self._workspace.selection.set(cards=[card.id for card in self._near])
        self._rest()
        note("drag500", self._drag())
        note("select", self._click("close") + self._click("middle"))
        return found

    def _rest(self) -> None:
        settle(lambda: self._canvas.is_sharp)
        settle(lambda: False, 0.3)

    def _look(self, view: str) -> None:
        if view == "fit":
            self._canvas.fit()
        else:
            camera = self._canvas.camera.at(self._middle, script.zoom_of(view))
            self._canvas.look_from(camera)
        self._rest()

    def _pan_and_zoom(self, view: str) -> list[float]:
        self._look(view)
        taken = self._watch.run(script.there_and_back(self._canvas.pan_by))
        self._rest()
        return taken + self._watch.run(script.in_and_out(self._canvas.zoom_by))

    def _on_screen(self, at: Point) -> QPointF:
        return QPointF(*self._canvas.camera.to_screen(at))

    def _drag(self) -> list[float]:
        """Drag the hub, and with it all that is selected, if it is one of them."""
        start = self._on_screen(self._hub.rect.centre)

        def moved(n: int) -> QPoint:
            return (start + QPointF(*script.DRAG) * n).toPoint()

        def move(n: int) -> Step:
            return lambda: QTest.mouseMove(self._canvas, moved(n))

        QTest.mousePress(self._canvas, LEFT, pos=moved(0))
        taken = self._watch.run(move(n) for n in range(2, script.DRAG_STEPS + 2))
        QTest.mouseRelease(self._canvas, LEFT, pos=moved(script.DRAG_STEPS + 1))
        self._rest()
        self._window.do("undo")
        self._rest()
        return taken

    def _click(self, view: str) -> list[float]:
        """Click on cards in view that are not selected."""
        self._look(view)
        chance, taken = random.Random(3), list[float]()
        seen = self._canvas.camera.visible()
        there = [card for card in self._near if seen.contains(card.rect)]
        for _ in range(script.CLICKS):
            self._workspace.selection.clear()
            settle(lambda: False, 0.1)
            at = self._on_screen(chance.choice(there).rect.centre).toPoint()
            taken.append(self._watch.frame(self._press(at)))
            QTest.mouseRelease(self._canvas, LEFT, pos=at)
        return taken

    def _press(self, at: QPoint) -> Step:
        return lambda: QTest.mousePress(self._canvas, LEFT, pos=at)
