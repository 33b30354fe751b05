"""`Whereabouts`: which board of a case was in front and where one looked, kept while one works."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer

from caseboard.board.board_view import BoardView
from caseboard.board.camera import Camera
from caseboard.settings import Settings, View
from caseboard.workspace import Workspace

LATEST = 500
"""Milliseconds after which a look elsewhere is on the disk; a stop of the program costs no more."""


class Whereabouts(QObject):
    """Brings the board to the front that was there last, and stores every change of it and of the
    views in the user's settings; nothing of it goes into the case."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._settings = settings
        self._case_id = workspace.bridge.contents.info.id
        self._watched: dict[str, BoardView] = {}
        self._seen: dict[str, View] = {}
        self._front = ""
        self._timer = QTimer(self, interval=LATEST, singleShot=True)
        self._timer.timeout.connect(self._keep_views)
        wanted = settings.front_of(self._case_id)
        if wanted in {board.id for board in workspace.bridge.contents.boards}:
            workspace.show_board(wanted)
        workspace.state_changed.connect(self._follow)
        workspace.bridge.closed.connect(self._timer.stop)
        self._follow()

    def _follow(self) -> None:
        board_id, canvas = self._workspace.board_id, self._workspace.canvas
        # A board that was deleted and brought back has another canvas.
        if self._watched.get(board_id) is not canvas:
            self._watched[board_id] = canvas
            canvas.looked.connect(partial(self._note, board_id))
        if board_id != self._front:
            self._front = board_id
            self._settings.keep_front(self._case_id, board_id)

    def _note(self, board_id: str, camera: Camera) -> None:
        self._seen[board_id] = View(camera.x, camera.y, camera.zoom)
        self._timer.start()

    def _keep_views(self) -> None:
        seen, self._seen = self._seen, {}
        self._settings.keep_views(self._case_id, seen)
