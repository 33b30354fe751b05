"""`Workspace`: one open case in the window: its boards in the middle, panels around them.

It joins the rooms, which do not know each other: the one selection is shared, what the hand on the
board wishes becomes a question and then a deed, and every commit is passed on to whoever shows it.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from casedb import CaseError, Change
from casedb.commands import cards, removal
from casedb.model.geometry import Point, Rect
from casedb.model.kinds import kind_of
from casedb.model.records import Board, Card, Element, Frame, Item, Link, Ref, Source
from caseboard import dropping
from caseboard.board.canvas import Canvas
from caseboard.board.hits import Hit, Part
from caseboard.board_tabs import BoardTabs
from caseboard.bridge import CaseBridge
from caseboard.deeds import Deeds
from caseboard.dialogs.ask_kind import AskKind
from caseboard.dialogs.ask_link_type import AskLinkType
from caseboard.inspector.panel import InspectorPanel
from caseboard.panels.journal import JournalPanel
from caseboard.panels.outline import OutlinePanel
from caseboard.panels.search import SearchPanel
from caseboard.selection import Selection
from caseboard.settings import Settings, View
from caseboard.tasks import Tasks
from caseboard.theme import Theme
from caseboard.thumbnails import Thumbnails
from caseboard.toast import Toast
from caseboard.zoom_box import ZoomBox

LEFT_WIDTH, RIGHT_WIDTH = 250, 340


class Workspace(QWidget):
    """One open case.

    `state_changed()` follows everything that may enable or disable an action; `board_changed(str)`
    carries the board that came to the front; `hinted(str)` a sentence about the tool in hand.
    """

    state_changed = Signal()
    board_changed = Signal(str)
    hinted = Signal(str)

    def __init__(
        self, bridge: CaseBridge, settings: Settings, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("workspace")
        self.bridge = bridge
        self.settings = settings
        self._theme = theme
        self.selection = Selection(self)
        self.thumbnails = Thumbnails(bridge.case, self)
        self.tasks = Tasks(self)
        self._canvases: dict[str, Canvas] = {}
        self._build(theme)
        self.deeds = Deeds(bridge, self.selection, self._natural_height)
        bridge.changed.connect(self._follow)
        bridge.failed.connect(self._tell_failure)
        self.selection.changed.connect(self.state_changed)
        self.thumbnails.ready.connect(self._show_picture)
        self.show_board(bridge.contents.boards[0].id)
        for sentence in (*bridge.case.notices, *bridge.case.losses):
            self.toast.say(sentence)

    # -- the parts ------------------------------------------------------------------------

    def _build(self, theme: Theme) -> None:
        bridge = self.bridge
        self.tabs = BoardTabs(theme, self)
        self.tabs.can_write = not bridge.read_only
        self.outline = OutlinePanel(bridge, self.selection, theme, self)
        self.search = SearchPanel(bridge, self.selection, theme, self)
        self.inspector = InspectorPanel(bridge, self.selection, self.thumbnails, theme, self)
        self.journal = JournalPanel(bridge, theme, self)
        self.left = QTabWidget(self)
        self.left.setObjectName("leftPanels")
        self.left.setDocumentMode(True)
        self.left.addTab(self.outline, "Outline")
        self.left.addTab(self.search, "Search")
        self.left.addTab(self.journal, "Journal")
        self.stack = QStackedWidget(self)
        self.stack.setObjectName("boards")
        self.zoom_box = ZoomBox(theme, self.stack)
        self.toast = Toast(theme, self.stack)

        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("mainSplitter")
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for widget in (self.left, self.stack, self.inspector):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([LEFT_WIDTH, 900, RIGHT_WIDTH])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

        self.tabs.chosen.connect(self.show_board)
        self.tabs.renamed.connect(self._rename_board)
        self.tabs.reordered.connect(self._reorder_boards)
        self.zoom_box.zoomed.connect(lambda steps: self.canvas.zoom_step(steps))
        self.zoom_box.reset.connect(lambda: self.canvas.zoom_to(1.0))
        self.zoom_box.fitted.connect(lambda: self.canvas.fit_all())
        self.outline.go_to.connect(self.go_to)
        self.search.go_to.connect(self.go_to)
        self.inspector.go_to.connect(self.go_to)
        self.stack.installEventFilter(self)
