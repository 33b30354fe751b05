"""`LookingBack`: the board in front as it was after an entry of the journal, for reading only."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QMimeData, QObject, Signal

from caseboard.board.board_view import BoardView
from caseboard.board.tools.state import Wishes
from caseboard.bridge import BoardCase, CaseBridge
from caseboard.panels.journal_model import line_of, today
from caseboard.past_pictures import PastPictures
from caseboard.past_strip import PastStrip
from caseboard.selection import Selected, Selection
from caseboard.stage import Stage
from caseboard.theme import Theme
from caseboard.thumbnails import Thumbnails
from caseboard.voices import announce
from casedb import CaseError, Change
from casedb.commands.restoring import restore
from casedb.entry_titles import title_of_entry
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet
from casedb.model.contents import Contents
from casedb.model.records import Board, Card, Item, Link, Source
from casedb.past import Past
from casedb.words import say, term

PAST = term("This is the board as it was; go back to now to change something.")
_TYPES: dict[str, type[Item] | type[Source] | type[Link]] = {
    "item": Item,
    "source": Source,
    "link": Link,
}


class PastCase(BoardCase):
    """A case as of an entry, as a board sees it."""

    def __init__(self, bridge: CaseBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._case = bridge.case
        self.past = Past(self._case.journal, self._case.contents)
        bridge.veiled.connect(self._veil)

    @property
    def refusal(self) -> str:
        return say(PAST)

    @property
    def contents(self) -> Contents:
        return self.past.contents

    @property
    def read_only(self) -> bool:
        return True

    def _veil(self, subjects: Iterable[str]) -> None:
        self.contents.veiled = self._bridge.contents.veiled
        self.veiled.emit(subjects)

    def go(self, seq: int) -> None:
        """Move to an entry. Raises CaseError, with nothing moved."""
        edits = self.past.go(seq)
        if edits:
            self.changed.emit(Change(self._case.journal.entry(self.past.seq), edits))


class LookingBack(QObject):
    """Shows the board in front as it was, and the case as it is again.

    `began()` and `ended()` follow each, and `moved()` every other moment or board, and what is selected
    there; `restored(str)` carries the id of what was brought back.
    """

    began = Signal()
    moved = Signal()
    ended = Signal()
    restored = Signal(str)

    def __init__(
        self,
        bridge: CaseBridge,
        stage: Stage,
        thumbnails: Thumbnails,
        theme: Theme,
        prepare: Callable[[BoardView], None],
        parent: QObject | None = None,
    ) -> None:
        """`prepare` lets mouse and keys do on a board what the user prefers."""
        super().__init__(parent)
        self._bridge = bridge
        self._stage = stage
        self._thumbnails = thumbnails
        self._theme = theme
        self._prepare = prepare
        self._case: PastCase | None = None
        self._board: BoardView | None = None
        self.strip = PastStrip(theme, stage)
        self.strip.moved.connect(self.go)
        self.strip.left.connect(self.end)
        self.strip.restore_wanted.connect(self._restore_selected)

    @property
    def board(self) -> BoardView | None:
        """The board as it was, while that is shown."""
        return self._board

    @property
    def seq(self) -> int:
        """The entry as of which the board is shown; 0 while it is shown as it is."""
        return self._case.past.seq if self._case is not None else 0

    @property
    def contents(self) -> Contents | None:
        """What was in the case, while the board is shown as it was."""
        return self._case.contents if self._case is not None else None

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.strip.set_theme(theme)
        if self._board is not None:
            self._board.set_theme(theme)

    def show(self, seq: int) -> None:
        """Show the board in front as it was after an entry."""
        if self._board is None and not self._begin():
            return
        self.go(seq)
        if self._board is not None:
            self._board.setFocus()
            announce(self.strip, self.strip.words.text())

    def _begin(self) -> bool:
        try:
            case = self._case = PastCase(self._bridge, self)
        except CaseError as trouble:
            self._bridge.failed.emit(str(trouble))
            return False
        self._bridge.looks_back = True
        self._show_board(case, self._stage.front)
        self._offer_restoring()
        self.strip.show()
        self.began.emit()
        return True

    def _show_board(self, case: PastCase, like: BoardView) -> None:
        """Show a board as it was, where one looks at it now."""
        selection = Selection(case)
        pictures = PastPictures(self._thumbnails, self._bridge.contents, case.contents, case)
        case.changed.connect(pictures.follow)
        board = self._board = BoardView(
            case,
            like.board_id,
            selection,
            # The hand is told by the board why nothing is done.
            Wishes(),
            _take_nothing,
            pictures,
            self._theme,
            self._stage,
        )
        self._prepare(board)
        board.resize(like.size())
        board.look_from(like.camera)
        board.hands.left_all.connect(self.end)
        selection.changed.connect(self._offer_restoring)
        self._stage.show_past(board)

    def turn_to(self, like: BoardView) -> None:
        """Show another board as it was at that moment; `like` is the one of now, behind."""
        case, before = self._case, self._board
        if case is None or before is None or before.board_id == like.board_id:
            return
        self._stage.leave_past(before)
        before.close()
        before.deleteLater()
        self._show_board(case, like)
        self._offer_restoring()
        self._show_moment(self._sentence(case))
        if self._board is not None:
            self._board.setFocus()

    def go(self, seq: int) -> None:
        """Show the board as it was after another entry."""
        case, board = self._case, self._board
        if case is None or board is None:
            return
        try:
            case.go(seq)
        except CaseError as trouble:
            self._show_moment(str(trouble))
            return
        board.selection.prune(case.contents)
        self._show_moment(self._sentence(case))

    def _show_moment(self, sentence: str) -> None:
        self.strip.show_moment(sentence, self.seq, self._bridge.case.journal.length)
        self.moved.emit()

    def _sentence(self, case: PastCase) -> str:
        journal = self._bridge.case.journal
        entry = journal.entry(case.past.seq)
        line = line_of(entry, today(), title_of_entry(journal, self._bridge.contents, entry))
        told = {"number": line.number, "when": line.when, "what": line.what}
        assert self._board is not None
        if case.contents.get(Board, self._board.board_id) is None:
            return say("At entry {number}, {when}, there was no such board yet: {what}", **told)
        if line.who:
            return say(
                "The board as it was after entry {number}, {when}, by {who}: {what}",
                who=line.who,
                **told,
            )
        return say("The board as it was after entry {number}, {when}: {what}", **told)

    def end(self) -> None:
        """Show the case as it is now. Harmless while that is shown."""
        board, case = self._board, self._case
        if board is None or case is None:
            return
        self._board = self._case = None
        self._bridge.looks_back = False
        self.strip.go_away()
        self._stage.show_present(board)
        board.close()
        board.deleteLater()
        case.deleteLater()
        self._stage.front.setFocus()
        self.ended.emit()

    # -- bringing something back --------------------------------------------------------------

    def _offer_restoring(self) -> None:
        self.strip.restore_button.setEnabled(
            not self._bridge.case.read_only and self.selected is not None
        )
        self.moved.emit()

    @property
    def selected(self) -> Item | Source | Link | None:
        """The one thing that is selected on the board as it was."""
        if self._board is None or self._case is None:
            return None
        now: Selected = self._board.selection.now
        contents = self._case.contents
        if len(now) != 1:
            return None
        for card_id in now.cards:
            card = contents.get(Card, card_id)
            return contents.get(Item, card.item) if card is not None else None
        for link_id in now.links:
            return contents.get(Link, link_id)
        return None

    def _restore_selected(self) -> None:
        earlier, case = self.selected, self._case
        if earlier is not None and case is not None:
            then = case.contents
            self.end()
            self._restore(earlier, then)

    def restore(self, table: str, record_id: str, seq: int) -> None:
        """Bring a thing back to what it was after an entry, as a new change."""
        self.end()
        past = Past(self._bridge.case.journal, self._bridge.contents)
        try:
            past.go(seq)
        except CaseError as trouble:
            self._bridge.failed.emit(str(trouble))
            return
        earlier = past.contents.get(_TYPES[table], record_id)
        if earlier is None:
            self._bridge.failed.emit(say("It was not in the case then, so nothing was changed."))
            return
        self._restore(earlier, past.contents)

    def _restore(self, earlier: Item | Source | Link, then: Contents) -> None:
        bridge = self._bridge

        def make() -> ChangeSet:
            change = restore(bridge.contents, earlier, then)
            if not change:
                raise InvalidChange(say("It is as it was then, so there is nothing to change."))
            return change

        if bridge.attempt(make):
            self.restored.emit(earlier.id)


def _take_nothing(mime: QMimeData) -> bool:
    return False
