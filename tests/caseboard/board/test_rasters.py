"""Pictures from afar that a worker makes: each once, and none of a board that has changed meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from caseboard.board import rasters
from caseboard.board.camera import View
from caseboard.board.canvas import Canvas
from caseboard.board.far import FarBoard
from caseboard.board.rasters import MOST_WAITING, Rasters
from caseboard.board.scene import Scene
from caseboard.theme import theme
from casedb.model.records import Card

if TYPE_CHECKING:
    from conftest import Maker

pytestmark = pytest.mark.usefixtures("qapp")

VIEW = View(0, 0, 64, 64, 0.05)


class Worker:
    """Stands for what makes a picture: waits until it may go on, and then fails if it is told to."""

    def __init__(self) -> None:
        self.begun, self.may_go_on = threading.Event(), threading.Event()
        self.views: list[View] = []
        self.trouble: Exception | None = None

    def picture(self, board: FarBoard, view: View) -> QImage:
        """A picture, or the trouble."""
        trouble = self.trouble
        self.views.append(view)
        self.begun.set()
        assert self.may_go_on.wait(10)
        if trouble is not None:
            raise trouble
        return QImage(view.width, view.height, QImage.Format.Format_ARGB32_Premultiplied)


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> Generator[Worker]:
    made = Worker()
    monkeypatch.setattr(rasters, "far_picture", made.picture)
    yield made
    made.may_go_on.set()


@pytest.fixture
def far(maker: Maker) -> FarBoard:
    maker.grid(20, 30)
    return Scene(maker.contents, maker.board_id, theme("light")).far_board()


@pytest.fixture
def made(qtbot: QtBot) -> Generator[Callable[[], Rasters]]:
    """Makes what makes pictures."""
    there: list[Rasters] = []

    def make() -> Rasters:
        there.append(Rasters())
        return there[-1]

    yield make
    for each in there:
        each.close()


def test_a_picture_is_made_once_and_handed_out_once(
    worker: Worker, far: FarBoard, made: Callable[[], Rasters], qtbot: QtBot
) -> None:
    pictures = made()
    worker.may_go_on.set()
    with qtbot.waitSignal(pictures.arrived):
        for _ in range(3):
            pictures.ask(VIEW, far)
    assert worker.views == [VIEW]
    assert pictures.take(VIEW) is not None
    assert pictures.take(VIEW) is None


def test_not_many_are_made_ahead(
    worker: Worker, far: FarBoard, made: Callable[[], Rasters], qtbot: QtBot
) -> None:
    pictures = made()
    for n in range(9):
        pictures.ask(View(n * 64, 0, 64, 64, 0.05), far)
    worker.may_go_on.set()
    qtbot.waitUntil(lambda: len(worker.views) == MOST_WAITING)
    qtbot.wait(20)
    assert len(worker.views) == MOST_WAITING


def test_the_overview_of_a_board_that_is_changed_meanwhile_is_thrown_away_too(
    maker: Maker, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    begun, may_go_on = threading.Event(), threading.Event()
    picture, finished = rasters.far_picture, list[View]()

    def wait_and_make(board: FarBoard, view: View) -> QImage:
        begun.set()
        assert may_go_on.wait(10)
        try:
            return picture(board, view)
        finally:
            finished.append(view)

    monkeypatch.setattr(rasters, "far_picture", wait_and_make)
    maker.card(0, 0)
    canvas = Canvas(maker.contents, maker.board_id, theme("light"))
    qtbot.addWidget(canvas)
    canvas.overview.begin()
    assert begun.wait(10)
    item = maker.item()
    card = Card(maker.new_id(), maker.board_id, item.id, 30, 30, 200, 90, 1, accent="evt")
    canvas.apply(maker.add(card))
    may_go_on.set()
    with qtbot.waitSignal(canvas.overview.renewed):
        pass
    # A colour more than there were: the first one could not be made, and nobody is told.
    assert len(finished) == 2
    canvas.close()


@pytest.mark.parametrize("is_broken", [False, True])
def test_a_picture_of_a_board_that_has_changed_meanwhile_is_thrown_away(
    worker: Worker,
    far: FarBoard,
    made: Callable[[], Rasters],
    qtbot: QtBot,
    capfd: pytest.CaptureFixture[str],
    is_broken: bool,
) -> None:
    """Also where the worker stumbled over it: the numbers it reads are those that change."""
    pictures = made()
    arrived: list[int] = []
    pictures.arrived.connect(lambda: arrived.append(1))
    worker.trouble = IndexError("a row that is gone") if is_broken else None
    pictures.ask(VIEW, far)
    assert worker.begun.wait(10)
    pictures.clear()
    worker.may_go_on.set()
    worker.trouble = None
    other = View(64, 64, 64, 64, 0.05)
    pictures.ask(other, far)
    qtbot.waitUntil(lambda: pictures.take(other) is not None)
    assert pictures.take(VIEW) is None
    assert arrived == [1]
    assert capfd.readouterr().err == ""
