"""Opening and closing boards again and again: nothing of them is left, and memory stays flat."""

from __future__ import annotations

import gc
import io
import os
import shutil
import weakref
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRunnable
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bench.workload import case_file, made_pictures, made_records
from caseboard import arriving
from caseboard.board.camera import Camera
from caseboard.board.listeners import KEPT
from caseboard.board.spoken_board import SpokenBoard
from caseboard.collector import BEAT, Collector
from caseboard.lettering import Fount, Lettering
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.model.changes import ChangeSet, Edit
from heard import interface_of, walk
from templates import Templates

CARDS, ROUNDS, FEW_WARM_UP = 200, 10, 2
SIZE = (820, 420)
ZOOMS = (1.0, 0.25, 0.05)
MOST_GROWN = 40.0
"""Megabytes that the process may grow by after the first rounds: less than boards would in so many."""

MANY_CARDS, MANY_ROUNDS, WARM_UP = 10_000, 50, 20
MOST_SHARE = 0.05
"""By how much more memory the last rounds may take at most than the first ones."""

STATM = Path("/proc/self/statm")
needs_statm = pytest.mark.skipif(
    not STATM.exists(), reason="this system does not tell how much memory a process has"
)


def fill(path: Path) -> None:
    """A case of some hundreds of cards, many with pictures."""
    with Case.create(path, "Harbour") as case:
        pictures = list(made_pictures())[:40]
        records = made_records(case, CARDS, [each for each, _ in pictures])
        change = ChangeSet("Import", tuple(Edit(None, each) for each in records))
        held = {each.id: data for each, data in pictures}
        case.run(change, {name: partial(io.BytesIO, data) for name, data in held.items()})


def memory() -> float:
    """Megabytes of the process that are in memory."""
    pages = int(STATM.read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20)


def look_around(window: Window, qtbot: QtBot, zoom: float) -> Workspace:
    """Wait for the case, look at it from near or far, and select something."""
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=60_000)
    workspace = window.workspace
    assert workspace is not None
    canvas = workspace.canvas
    middle = canvas.columns.heart()
    assert middle is not None
    canvas.look_from(Camera(middle.x, middle.y, zoom))
    qtbot.waitUntil(lambda: canvas.is_sharp, timeout=20_000)
    card = canvas.columns.card_near(middle)
    assert card is not None
    workspace.selection.set(cards=[card])
    canvas.grab()
    return workspace


def close(window: Window) -> None:
    """Close the case, and let Qt delete what is due."""
    window.close_case()
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def parts_of(workspace: Workspace) -> dict[str, weakref.ref[object]]:
    """What is large in an open case or holds what is."""
    canvas = workspace.canvas
    parts: dict[str, object] = {
        "workspace": workspace,
        "bridge": workspace.bridge,
        "case": workspace.bridge.case,
        "contents": workspace.bridge.contents,
        "selection": workspace.selection,
        "thumbnails": workspace.thumbnails,
        "inspector": workspace.inspector,
        "outline": workspace.outline,
        "board": canvas,
        "hands": canvas.hands,
        "finder": canvas.finder,
        "overview": canvas.overview,
        "rasters": canvas.rasters,
        "scene": canvas.scene,
        "cards": canvas.scene.cards,
        "strings": canvas.scene.strings,
        "columns": canvas.columns,
        "card table": canvas.columns.cards,
        "string table": canvas.columns.strings,
    }
    return {name: weakref.ref(part) for name, part in parts.items()}


def alive() -> Counter[str]:
    """How many Qt objects, and how many parts of boards, Python knows of, by type."""
    return Counter(type(each).__qualname__ for each in gc.get_objects() if is_counted(each))


def is_counted(each: object) -> bool:
    if isinstance(each, QObject):
        return True
    # Set lines of text are kept, up to a number, for whoever wants the same next. Of jobs that have
    # been done Qt for Python now and then keeps the shell: what they worked on must not hang on it.
    # Not every type that there is says its module in so many words.
    # And it keeps the empty shell of whatever tells a screen reader of a widget.
    return str(type(each).__module__).startswith("caseboard.board") and not isinstance(
        each, (Lettering, Fount, QRunnable, SpokenBoard)
    )


@pytest.fixture
def path(tmp_path: Path, templates: Templates) -> Path:
    """The case of some hundreds of cards."""
    return templates.copy(fill, tmp_path / "harbour.caseboard")


@needs_statm
@pytest.mark.parametrize(
    ("is_early", "is_heard"),
    [
        pytest.param(False, False, id="at once", marks=pytest.mark.soak),
        pytest.param(True, False, id="while it is read"),
        pytest.param(False, True, id="while somebody listens"),
    ],
)
def test_nothing_is_left_of_boards_that_were_closed(
    open_window: Callable[[], Window],
    path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
    is_early: bool,
    is_heard: bool,
) -> None:
    if is_heard:
        QAccessible.setActive(True)
        request.addfinalizer(partial(QAccessible.setActive, False))
    monkeypatch.setattr(arriving, "LARGE", 0 if is_early else 1 << 40)
    window = open_window()
    window.resize(*SIZE)
    figures: list[float] = []
    warm: Counter[str] = Counter()
    # To look at a board while the rest is read takes its time, and so does hearing all of it.
    for number in range(ROUNDS // 2 if is_early or is_heard else ROUNDS):
        assert window.open_case(path)
        assert (window.arrival is not None) is is_early
        parts = parts_of(look_around(window, qtbot, ZOOMS[number % len(ZOOMS)]))
        assert not is_heard or sum(1 for _ in walk(interface_of(window))) > CARDS
        assert all(part() is not None for part in parts.values())
        close(window)
        gc.collect()
        assert not KEPT
        assert [name for name, part in parts.items() if part() is not None] == []
        figures.append(memory())
        if number == FEW_WARM_UP:
            warm = alive()

    def nothing_is_left() -> None:
        assert alive() - warm == Counter()

    # A worker may still be at a picture that nobody wants any more.
    qtbot.waitUntil(nothing_is_left)
    assert figures[-1] - figures[FEW_WARM_UP] < MOST_GROWN, figures


@pytest.mark.soak
@needs_statm
def test_memory_is_flat_while_a_board_of_10000_cards_is_opened_and_closed_50_times(
    open_window: Callable[[], Window], tmp_path: Path, qtbot: QtBot
) -> None:
    """As for somebody at work: nothing is collected but by the program's own collector."""
    path = Path(shutil.copy(case_file(MANY_CARDS), tmp_path / "many.caseboard"))
    window = open_window()
    Collector(window)
    figures: list[float] = []
    for number in range(MANY_ROUNDS):
        assert window.open_case(path)
        assert window.arrival is not None
        look_around(window, qtbot, ZOOMS[number % len(ZOOMS)])
        close(window)
        # The collector comes when Qt has deleted what showed the case.
        qtbot.wait(5 * BEAT)
        figures.append(memory())
    told = [round(each) for each in figures]
    print("MB after each round:", *told)
    assert max(figures[-WARM_UP:]) < max(figures[:WARM_UP]) * (1 + MOST_SHARE), told
