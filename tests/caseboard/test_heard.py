"""A board as a screen reader walks it: the whole of the example case, read aloud.

What is heard is kept in `tests/golden/example-board.txt`: it shall read like the case. With
CASEBOARD_PAINT_GOLDEN=1 it is written anew.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caseboard.board.board_view import BoardView
from caseboard.board.tools.state import Wishes
from caseboard.bridge import CaseBridge
from caseboard.dropping import can_read
from caseboard.example import write_example
from caseboard.selection import Selection
from caseboard.theme import theme
from caseboard.voices import give_voices
from casedb import Case
from casedb.model.geometry import Point
from casedb.store.home import Home
from heard import dump, interface_of
from templates import Templates

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "example-board.txt"


@pytest.fixture
def example(qtbot: QtBot, tmp_path: Path, home: Home, templates: Templates) -> Iterator[BoardView]:
    """The main board of the example case."""
    give_voices()
    path = templates.copy(write_example, tmp_path / "example.caseboard")
    bridge = CaseBridge(Case.open(path, home=home))
    view = BoardView(
        bridge,
        bridge.contents.boards[0].id,
        Selection(),
        Wishes(),
        can_read,
        None,
        theme("light"),
    )
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    view.look_from(view.camera.at(Point(1000, 800), 0.1))
    yield view
    bridge.close()


def test_the_example_reads_like_the_case(example: BoardView) -> None:
    heard = dump(interface_of(example)) + "\n"
    if os.environ.get("CASEBOARD_PAINT_GOLDEN"):
        GOLDEN.write_text(heard, encoding="utf-8")
    assert heard == GOLDEN.read_text(encoding="utf-8")
