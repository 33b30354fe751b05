"""The plain board, put through the script of `canvas.py`."""

from __future__ import annotations

import math
import random
import time

import script
import workload
from frames import Figures, Step, Stopwatch, settle
from plain_board import PlainBoard
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from casedb import Case

LEFT = Qt.MouseButton.LeftButton


def measured(number: int) -> dict[str, dict[str, float]]:
    """The figures of every view."""
    begin = time.perf_counter()
    application = QApplication([])
    case = Case.open(workload.case_path(number), read_only=True)
    board = PlainBoard(case)
    board.resize(script.WIDTH, script.HEIGHT)
    extent = board.scene().sceneRect()
    fit = min(script.WIDTH / extent.width(), script.HEIGHT / extent.height())
    board.look(extent.center().x(), extent.center().y(), fit)
    board.show()
    Stopwatch(board.viewport()).frame(board.viewport().update)
    found = {"open": Figures.of([(time.perf_counter() - begin) * 1000]).by_name()}
    found |= _Run(board, number, fit).all_views()
    del application
    return found


class _Run:
    """One run through the script."""

    def __init__(self, board: PlainBoard, number: int, fit: float) -> None:
        self._board = board
        self._pane = board.viewport()
        self._watch = Stopwatch(self._pane)
        self._hub = board.cards[workload.hub_of(number)]
        middle = self._middle = self._hub.middle()
        self._near = sorted(
            board.cards,
            key=lambda card: math.dist((middle.x(), middle.y()), card.middle().toTuple()),
        )[: script.CHOSEN]
        centre = board.scene().sceneRect().center()
        self._places = {
            "fit": (centre, fit),
            "close": (middle, script.zoom_of("close")),
            "middle": (middle, script.zoom_of("middle")),
        }
        self._at, self._zoom = self._places["fit"]

    def all_views(self) -> dict[str, dict[str, float]]:
        """The figures of every view but opening."""
        found: dict[str, dict[str, float]] = {}

        def note(view: str, taken: list[float]) -> None:
            found[view] = Figures.of(taken).by_name()

        for view in self._places:
            self._look(view)
            taken = self._watch.run(script.there_and_back(self._pan))
            note(view, taken + self._watch.run(script.in_and_out(self._by)))
        self._look("close")
        note("drag1", self._drag())
        self._look("middle")
        for card in self._near:
            card.setSelected(True)
        note("drag500", self._drag())
        note("select", self._click("close") + self._click("middle"))
        return found

    def _look(self, view: str) -> None:
        self._at, self._zoom = self._places[view]
        self._show()
        settle(lambda: True)

    def _show(self) -> None:
        self._board.look(self._at.x(), self._at.y(), self._zoom)

    def _pan(self, dx: float, dy: float) -> None:
        self._at = self._at - QPointF(dx, dy) / self._zoom
        self._show()

    def _by(self, factor: float) -> None:
        self._zoom *= factor
        self._show()

    def _drag(self) -> list[float]:
        start = QPointF(self._board.mapFromScene(self._hub.middle()))

        def moved(n: int) -> QPoint:
            return (start + QPointF(*script.DRAG) * n).toPoint()

        def move(n: int) -> Step:
            return lambda: QTest.mouseMove(self._pane, moved(n))

        QTest.mousePress(self._pane, LEFT, pos=moved(0))
        taken = self._watch.run(move(n) for n in range(2, script.DRAG_STEPS + 2))
        QTest.mouseRelease(self._pane, LEFT, pos=moved(script.DRAG_STEPS + 1))
        return taken

    def _click(self, view: str) -> list[float]:
        self._look(view)
        chance, taken = random.Random(3), list[float]()
        shown = self._board.mapToScene(self._pane.rect()).boundingRect()
        there = [card for card in self._near if shown.contains(card.sceneBoundingRect())]
        for _ in range(script.CLICKS):
            self._board.scene().clearSelection()
            settle(lambda: False, 0.1)
            at = self._board.mapFromScene(chance.choice(there).middle())
            taken.append(self._watch.frame(self._press(at)))
            QTest.mouseRelease(self._pane, LEFT, pos=at)
        return taken

    def _press(self, at: QPoint) -> Step:
        return lambda: QTest.mousePress(self._pane, LEFT, pos=at)
