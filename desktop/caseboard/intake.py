"""`Intake`: what is dropped or pasted on a board, looked at beside the window and then stored."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget

from caseboard import dropping
from caseboard.board.card_layout import natural_height
from caseboard.bridge import CaseBridge
from caseboard.dialogs.progress import Progress
from caseboard.scenes import doubts_about, notice_of
from caseboard.tasks import Tasks
from caseboard.toast import Toast
from casedb.intake.cage.cage import Cage
from casedb.model.geometry import Point
from casedb.model.records import Board
from casedb.words import say


class Intake:
    """Makes cards of files, pictures, addresses and text.

    `window` is the widget that a progress bar covers, `front` tells the board in front,
    `save_typing` stores what is being typed, `made` is given the ids of the new cards and whether they
    lie where somebody has pointed at.
    """

    def __init__(
        self,
        bridge: CaseBridge,
        tasks: Tasks,
        toast: Toast,
        cage: Cage,
        window: QWidget,
        front: Callable[[], str],
        save_typing: Callable[[], object],
        made: Callable[[list[str], bool], object],
    ) -> None:
        self._bridge = bridge
        self._tasks = tasks
        self._toast = toast
        self._cage = cage
        self._window = window
        self._front = front
        self._save_typing = save_typing
        self._made = made

    def take_mime(self, mime: QMimeData, at: Point, *, is_exact: bool = False) -> None:
        """Make cards of what was dropped or pasted, around a point of the board in front, or just there
        where the place `is_exact`."""
        if self._bridge.read_only:
            self._toast.say_failure(say("The case is open for reading, so nothing was taken in."))
            return
        dropped = dropping.read(mime)
        if not dropped:
            self._toast.say(say("There is nothing in it that could become a card."))
            return
        self.take(dropped, at, is_exact=is_exact)

    def take(self, dropped: dropping.Dropped, at: Point, *, is_exact: bool = False) -> None:
        """Make cards of what was sorted out, around a point of the board in front, or just there."""
        if dropped.files or dropped.pictures:
            self._toast.say(say("Reading…"))
        self._tasks.run(
            partial(dropping.look_for_cards, dropped, self._bridge.case.path, self._cage),
            partial(self._store, self._front(), at, is_exact, dropped),
            self._toast.say_failure,
        )

    def _store(
        self,
        board_id: str,
        at: Point,
        is_exact: bool,
        dropped: dropping.Dropped,
        looked: dropping.Looked,
    ) -> None:
        self._toast.dismiss()
        contents = self._bridge.contents
        seeds = dropping.seeds(dropped, looked)
        items = [each for each in dropped.items if each in contents.items]
        if contents.get(Board, board_id) is None:
            # It was deleted while the files were looked at.
            board_id = self._front()
        known = dropping.already_there(contents, seeds)
        if seeds or items:
            made: list[str] = []

            def store() -> None:
                case, total = self._bridge.case, sum(seed.size for seed in seeds)
                # What is still being typed is saved first: the bar lets the window's timers run.
                self._save_typing()
                sentence = say("Storing files in the case…")
                with Progress.over(self._window, sentence, total) as progress:
                    counted = [seed.read_through(progress.counting) for seed in seeds]
                    made.extend(
                        dropping.take_in(
                            case, board_id, at, counted, items, natural_height, is_exact=is_exact
                        )
                    )

            if not self._bridge.carry_out(store):
                return
            if board_id == self._front():
                self._made(made, is_exact)
        notice = " ".join(filter(None, (known, notice_of(looked.scenes, looked.names))))
        if notice:
            self._toast.say(notice)
        for sentence in (*doubts_about(looked.scenes, looked.names), *looked.refused):
            self._toast.say_failure(sentence)
