"""`Arrival`: a case on its way into the window: its board can be looked at while the rest is read."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from caseboard.bindings import Bindings
from caseboard.board.board_view import BoardView
from caseboard.board.columns import Columns
from caseboard.board.tools.state import Wishes
from caseboard.board_tabs import BoardTabs
from caseboard.bridge import BoardCase
from caseboard.elided_label import ElidedLabel
from caseboard.focus_order import order_by_place, order_focus
from caseboard.keymap import Keymap
from caseboard.measures import fix_width, set_handle_width, set_margins, set_spacing
from caseboard.panel_room import PanelRoom
from caseboard.panels.board_layout import Prepared
from caseboard.panels.outline_tree import Tree
from caseboard.selection import Selection
from caseboard.settings import Settings
from caseboard.stage import Stage
from caseboard.tasks import Tasks
from caseboard.theme import Theme, space
from caseboard.voices import announce
from casedb import Case
from casedb.early import Opening
from casedb.errors import Stopped
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.geometry import Point
from casedb.model.visible_text import visible
from casedb.words import say, term

LARGE = 8 << 20
"""Bytes of a case file from which on its board is shown before the rest is read."""
BEAT = 60
"""Milliseconds between looks at how far it has come, and at what in view has not been read."""
MOST_ITEMS, MOST_LINKS = 60, 400
"""Items and links that are read ahead in one go."""
STEPS = 1000
SHARES = 0.15
"""How much of the time reading the cards takes, and how much the strings."""
BAR_WIDTH, LEAST_WORDS = 160, 120

BEING_READ = term("The case is still being read; it can be changed in a moment.")


class Arrival(QWidget):
    """The page of a window while a large case is read.

    `arrived(Case)` carries the case, which is the taker's to close; `failed(str)` says why there is
    none. `board` is there as soon as it can be looked at, and goes on in the open case, as does the
    `outline` and what is `prepared` for it, which are there at the end; `tabs` show which boards there will be.
    """

    arrived = Signal(object)
    failed = Signal(str)
    given_up = Signal()

    def __init__(
        self, opening: Opening, settings: Settings, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("arrival")
        self.opening = opening
        self.selection = Selection(self)
        self.board: BoardView | None = None
        self.outline: Tree | None = None
        self.prepared: Prepared | None = None
        self._settings = settings
        self._theme = theme
        self._case = EarlyCase(opening, self)
        self._case.came.connect(self._show_read)
        self._tasks = Tasks(self)
        self._told = (0, 0)
        self._parts = 0
        self._is_ended = False
        self._read: Case | None = None
        self.tabs = BoardTabs(theme, self)
        self.tabs.show_boards(opening.boards, self.board_id)
        self.tabs.setEnabled(False)
        self._build()
        self._clock = QTimer(self, interval=BEAT)
        self._clock.timeout.connect(self._follow)

    def _build(self) -> None:
        # The board lies where it will lie when the panels are there.
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setObjectName("arrivalSplitter")
        set_handle_width(self._splitter, 1)
        self._stage = Stage(self._theme, self)
        hidden = self._settings.now.hidden.split()
        self._stage.want_map(is_wanted="map" not in hidden)
        left, right = QFrame(self), QFrame(self)
        left.setObjectName("outlinePanel")
        right.setObjectName("inspector")
        for widget, name in ((left, "left"), (self._stage, ""), (right, "right")):
            self._splitter.addWidget(widget)
            widget.setHidden(name in hidden)
        self._splitter.setStretchFactor(1, 1)
        PanelRoom(self._splitter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)
        self._build_strip()

    def _build_strip(self) -> None:
        self._strip = QFrame(self)
        self._strip.setObjectName("toast")
        self._words = ElidedLabel(LEAST_WORDS, self._strip)
        self._words.setObjectName("toastText")
        self._bar = QProgressBar(self._strip)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, STEPS)
        self._bar.setAccessibleName(say("How much of the case has been read"))
        fix_width(self._bar, BAR_WIDTH)
        self._cancel = QPushButton(say("Cancel"), self._strip)
        self._cancel.clicked.connect(self.given_up)
        row = QHBoxLayout(self._strip)
        set_margins(row, "m", "s", "s", "s")
        set_spacing(row, "m")
        row.addWidget(self._words)
        row.addWidget(self._bar)
        row.addWidget(self._cancel)
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_strip()

    def _place_strip(self) -> None:
        """Keep the strip at the foot of the board, in its middle."""
        size, gap = self._strip.sizeHint(), space("l")
        width = min(size.width(), self.width() - 2 * gap)
        stage = self._stage.geometry()
        left = stage.center().x() - width // 2
        left = max(gap, min(left, self.width() - width - gap))
        strip = QRect(left, self.height() - size.height() - gap, width, size.height())
        for corner in (self._stage.zoom_box, self._stage.minimap):
            box = QRect(corner.mapTo(self, QPoint(0, 0)), corner.size())
            if corner.isVisibleTo(self) and strip.adjusted(-gap, 0, gap, 0).intersects(box):
                # Both are there to be used meanwhile.
                strip.moveBottom(box.top() - gap)
        self._strip.setGeometry(strip)
        self._strip.raise_()
        order_by_place([self._strip, self._stage.zoom_box, self._stage.minimap])

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.tabs.set_theme(theme)
        self._stage.set_theme(theme)
        self._place_strip()

    # -- reading ------------------------------------------------------------------------------

    def begin(self) -> None:
        """Read on, beside the window."""
        announce(self, self._words.text())
        self._clock.start()
        self._tasks.run(partial(self._columns, with_links=False), self._show_board, self._fail)

    @property
    def board_id(self) -> str:
        """The board that is shown: the one that was in front last."""
        boards = [each.id for each in self.opening.boards]
        wanted = self._settings.front_of(self.opening.info.id)
        return wanted if wanted in boards else boards[0]

    def _columns(self, *, with_links: bool) -> Columns | None:
        """In a worker: where everything on the board lies; None where it cannot be told early."""
        sketch = self.opening.sketch(self.board_id, with_links=with_links)
        if sketch is None:
            return None
        near, slack = self.opening.near(()), self._theme.slack
        return Columns(near, self.board_id, sketch, self._go_on, slack)

    def _show_board(self, columns: Columns | None) -> None:
        if columns is None:
            self._read_rest()
            return
        board = BoardView(
            self._case,
            self.board_id,
            self.selection,
            # The hand is told by the board why nothing is done.
            Wishes(),
            _take_nothing,
            None,
            self._theme,
            self,
            columns,
        )
        self.board = board
        self._parts = 1
        board.hands.bindings = Bindings.of(self._settings.now)
        board.hands.tool_keys = Keymap.of(self._settings.now).tools
        board.hands.hinted.connect(self._hint)
        view = self._settings.view_of(self.opening.info.id, self.board_id)
        if view is not None:
            board.look_from(board.camera.at(Point(view.x, view.y), view.zoom))
        else:
            board.fit_when_shown()
        # As large as it will be, so that its first frame is the right one.
        board.resize(self._stage.size())
        self._stage.hold(board)
        self._stage.bring_to_front(board.board_id)
        order_focus(self._stage.in_tab_order(self._strip))
        self._place_strip()
        board.setFocus()
        self._tasks.run(partial(self._columns, with_links=True), self._show_strings, self._fail)

    def _show_strings(self, columns: Columns | None) -> None:
        if columns is not None and self.board is not None:
            self.board.restring(columns)
            self._parts = 2
        self._read_rest()

    def _read_rest(self) -> None:
        self._tasks.run(self._finish, self._arrive, self._fail)

    def _finish(self) -> Case:
        """In a worker: read the rest, and what takes long of what is then shown of it.

        The case is noted here, so that it is closed in any event.
        """
        self._read = self.opening.finish(self._hear)
        self._go_on()
        self.outline = Tree(self._read.contents)
        self._go_on()
        self.prepared = Prepared.of(self._read.contents, self.board_id)
        return self._read

    def _hear(self, done: int, whole: int) -> None:
        """In a worker: take note of how far it has come."""
        self._go_on()
        self._told = (done, whole)

    def _go_on(self) -> None:
        """In a worker: end what nobody wants any more."""
        if self._is_ended:
            raise Stopped(say("Opening was ended; nothing was changed."))

    def _arrive(self, case: Case) -> None:
        self._clock.stop()
        self._case.close()
        self._read = None
        self.arrived.emit(case)

    def _fail(self, sentence: str) -> None:
        self.failed.emit(sentence)

    # -- meanwhile ----------------------------------------------------------------------------

    @property
    def progress(self) -> float:
        """How much has been read, 0 to 1."""
        done, whole = self._told
        rest = 1 - SHARES * self._parts
        return SHARES * self._parts + rest * (done / whole if whole else 0.0)

    def _follow(self) -> None:
        self._bar.setValue(int(STEPS * self.progress))
        board = self.board
        if board is not None and not self._case.is_asking:
            items, links = board.scene.unread(board.camera.view(board.devicePixelRatioF()))
            if items or links:
                self._case.ask(items[:MOST_ITEMS], links[:MOST_LINKS])

    def _show_read(self, items: list[str], links: list[str]) -> None:
        if self.board is not None:
            self.board.show_read(items, links)

    def _hint(self, sentence: str) -> None:
        if sentence == self._case.refusal:
            self._say(sentence)

    def _say(self, sentence: str = "") -> None:
        title = visible(self.opening.info.title) or self.opening.path.name
        reading = say("Reading “{title}”. Look around meanwhile.", title=title)
        self._words.show_text(sentence or reading)
        self._place_strip()

    def handed_over(self) -> BoardView | None:
        """The board, which goes on elsewhere; None where nothing could be shown early."""
        board, self.board = self.board, None
        if board is not None:
            board.hands.hinted.disconnect(self._hint)
            self._stage.let_go(board.board_id)
        return board

    def end(self) -> None:
        """Read no further, and let go of the file. Harmless when the case has arrived."""
        self._is_ended = True
        self._clock.stop()
        # Before the workers are waited for: they shall end soon.
        self.opening.show_no_more()
        self._case.close()
        self._tasks.close()
        self.opening.close()
        if self._read is not None:
            # It was read, and nobody came for it.
            self._read.close()
        if self.board is not None:
            self.board.close()


class EarlyCase(BoardCase):
    """What has been read of a case so far, as a board sees it. `came(items, links)` tells of more."""

    came = Signal(list, list)

    def __init__(self, opening: Opening, parent: QObject) -> None:
        super().__init__(parent)
        self._contents = opening.near(())
        self._opening = opening
        self._tasks = Tasks(self)
        self.is_asking = False

    @property
    def contents(self) -> Contents:
        return self._contents

    @property
    def read_only(self) -> bool:
        return True

    @property
    def refusal(self) -> str:
        return say(BEING_READ)

    def ask(self, items: list[str], links: list[str]) -> None:
        """Read some items and links, beside the window."""
        self.is_asking = True
        work = partial(self._opening.near, items, links)
        self._tasks.run(work, partial(self._take, items, links), self._give_up)

    def _take(self, items: list[str], links: list[str], near: Contents) -> None:
        self.is_asking = False
        there = self._contents
        fresh = [
            Edit(None, record)
            for record in near.records()
            if there.get(type(record), record.id) is None
        ]
        self._contents.apply(ChangeSet("Read", tuple(fresh)))
        self.came.emit(items, links)

    def _give_up(self, sentence: str) -> None:
        # Reading all of it will tell what is wrong; until then nothing more is asked.
        self.is_asking = True

    def close(self) -> None:
        """Read nothing more."""
        self.is_asking = True
        self._tasks.close()


def _take_nothing(mime: QMimeData) -> bool:
    return False


def starts_early(path: Path) -> bool:
    """Whether the board of a case file is to be shown before the rest is read."""
    try:
        return path.stat().st_size >= LARGE
    except OSError:
        return False
