"""An open case for the tests of the window, in a folder of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from caseboard.board.board_view import BoardView
from caseboard.bridge import CaseBridge
from caseboard.dropping import can_read
from caseboard.selection import Selection
from caseboard.theme import theme
from caseboard.thumbnails import Thumbnails
from casedb import Case
from casedb.intake.cage.cage import Cage
from casedb.model.geometry import Point
from casedb.store.home import Home
from handled_board import Asked, Board
from templates import Templates, create_empty


@pytest.fixture
def fresh_path(tmp_path: Path, templates: Templates) -> Path:
    """A fresh case in memory, closed: the window commits often, and no plug is pulled."""
    return templates.copy(create_empty, tmp_path / "harbour.caseboard")


@pytest.fixture
def bridge(qapp: object, fresh_path: Path, home: Home) -> Iterator[CaseBridge]:
    """A fresh case, open in a bridge."""
    bridge = CaseBridge(Case.open(fresh_path, actor="tester", home=home))
    yield bridge
    bridge.close()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A small PNG picture on the disk."""
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(QColor("steelblue"))
    path = tmp_path / "pier.png"
    assert image.save(str(path))
    return path


@pytest.fixture
def board(qtbot: QtBot, bridge: CaseBridge, cage: Cage) -> Iterator[Board]:
    case = bridge.case
    claim = case.add("claim", title="The ship was in the harbour")
    photo = case.add("media", title="Photograph from the pier")
    claim_card = case.place(claim, x=100, y=100, w=200, h=100)
    photo_card = case.place(photo, x=500, y=100, w=200, h=100)
    link = case.link(photo, "supports", claim, rationale="It shows her at the quay.")
    selection = Selection()
    asked = Asked(bridge)
    thumbnails = Thumbnails(case, cage)
    view = BoardView(
        bridge, case.contents.boards[0].id, selection, asked, can_read, thumbnails, theme("light")
    )
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    qtbot.waitExposed(view)
    view.look_from(view.camera.at(Point(500, 300), 1.0))
    yield Board(view, bridge, selection, asked, claim, photo, claim_card, photo_card, link)
    thumbnails.close()
