"""`Intake`: what is dropped or pasted on a board, looked at beside the window and then stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from caseboard import dropping, intake_notices
from caseboard.board.card_layout import natural_height
from caseboard.bridge import CaseBridge
from caseboard.dialogs.intake_report import IntakeReport
from caseboard.dialogs.progress import Progress
from caseboard.dropping import Dropped
from caseboard.errand import CANCELLED, FEW, Errand, Watching
from caseboard.piecemeal import Piecemeal, Steps, finished
from caseboard.placing import lay_sized
from caseboard.tasks import Tasks
from caseboard.thumbnails import Thumbnails
from caseboard.toast import Toast
from casedb import CaseError
from casedb.apart import Apart
from casedb.capture import Capture, note_capture, take_capture
from casedb.commands import cards
from casedb.delivery import watched, without_changed
from casedb.delivery_report import Row
from casedb.errors import NotSaved, Stopped
from casedb.garbage import uncollected
from casedb.ids import utc_now
from casedb.intake.offer import Opener
from casedb.model.card_face import face
from casedb.model.changes import ChangeSet
from casedb.model.contents import Contents
from casedb.model.geometry import Point, Rect
from casedb.model.records import Board, Card, CaseInfo, Item
from casedb.model.visible_text import visible_line
from casedb.taking import Found, Stamp, Taking, take, take_given, take_into
from casedb.words import say

R = TypeVar("R")

MOST_SAID = 3
"""Troubles of one delivery that are said one by one; of more there is a report."""

MOST_TRIES = 3
"""How often storing begins anew without files that have changed meanwhile."""

_EVERY = 60
"""Milliseconds between two looks at how far it has come."""


class Intake(QObject):
    """Makes cards of files, pictures, addresses and text, one delivery after the other.

    `window` is the widget that a progress bar covers, `front` tells the board in front,
    `save_typing` stores what is being typed, `made` is given the ids of the new cards and whether they
    lie where somebody has pointed at, `go_to` shows an item. `ended(rows)` follows every delivery of
    files that came to its end, `capture_wanted(str)` the wish to say how an item was saved.
    """

    ended = Signal(tuple)
    capture_wanted = Signal(str)

    def __init__(
        self,
        bridge: CaseBridge,
        tasks: Tasks,
        toast: Toast,
        thumbnails: Thumbnails,
        window: QWidget,
        front: Callable[[], str],
        save_typing: Callable[[], object],
        made: Callable[[list[str], bool], object],
        go_to: Callable[[str], object],
    ) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._tasks = tasks
        self._toast = toast
        self._thumbnails = thumbnails
        self._window = window
        self._front = front
        self._save_typing = save_typing
        self._made = made
        self._go_to = go_to
        self._errand: Errand | None = None
        self._progress: Progress | None = None
        self._pause = ExitStack()
        self._piecemeal = Piecemeal(self)
        self._clock = QTimer(self, interval=_EVERY)
        self._clock.timeout.connect(self._show)

    @property
    def is_busy(self) -> bool:
        """Whether a delivery is on its way."""
        return self._errand is not None

    @property
    def watching(self) -> Watching | None:
        """How far the delivery on its way has come, where there is one."""
        return self._errand.watching if self._errand is not None else None

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

    def take(
        self,
        dropped: Dropped,
        at: Point,
        *,
        is_exact: bool = False,
        capture: Capture | None = None,
    ) -> None:
        """Make cards of what was sorted out, around a point of the board in front, or just there; or
        one card of a `capture`, with the files."""
        self._set_out(Errand(dropped, at, is_exact, self._front(), capture))

    def attach(
        self,
        paths: Sequence[Path],
        item_id: str,
        *,
        leads: bool = False,
        capture: Capture | None = None,
    ) -> None:
        """Attach files to an item, after those it has, or before them where they lead; and note the
        `capture` with it that they are of."""
        errand = Errand(Dropped(files=tuple(paths)), Point(0, 0), False, self._front(), capture)
        errand.holder, errand.leads = item_id, leads
        self._set_out(errand)

    def give(self, dropped: Dropped, at: Point, item_id: str) -> None:
        """Take in files that were dropped on a card: attached to its item, or, where there is none, as
        cards near the point, on no other card."""
        errand = Errand(dropped, at, False, self._front())
        errand.holder, errand.given = item_id, True
        self._set_out(errand)

    def _set_out(self, errand: Errand) -> None:
        if self._errand is not None:
            self._toast.say(say("Files are being taken in already. Try again when that is done."))
            return
        self._errand, dropped = errand, errand.dropped
        progress = self._progress = Progress(self._window, say("Looking at the files…"))
        progress.cancelled.connect(self._stop)
        progress.begin()
        self._clock.start()
        # Thousands of descriptions would be walked through again and again, a blink long each time.
        self._pause.enter_context(uncollected())
        path, cage = self._bridge.case.path, self._thumbnails.cage
        look = partial(dropping.look, dropped, path, cage, errand.watching.tell)
        self._beside(look, self._sort_out)

    def close(self) -> None:
        """Stop what is on its way: nothing of it comes in, unless it is in already."""
        errand = self._errand
        if errand is not None:
            errand.watching.stop()
            self._tasks.wait()
            self._end()

    def _stop(self) -> None:
        errand = self._present
        errand.watching.stop()
        if errand.apart is None:
            # Nothing waits for what is being looked at; what is being stored is taken back first.
            self._give_up(Stopped(say(CANCELLED)))

    # -- one delivery, step by step -------------------------------------------------------

    def _sort_out(self, found: Sequence[Found]) -> None:
        """Let no other change come between, and find out what is to be made."""
        errand = self._present
        if errand.given and _came_in_folders(errand.dropped, found):
            errand.holder = ""
        if errand.holder and not errand.given:
            # What a file would become by itself is of no concern to the item that has it.
            found = [replace(each, scene=None, misread="") for each in found]
        errand.found = found
        self._begin_part(say("Sorting {n} file…", "Sorting {n} files…", n=len(found)))
        # What is still being typed is stored first: other changes wait until this one is done.
        self._save_typing()
        if errand.apart is None:
            try:
                errand.apart = self._bridge.case.apart()
            except CaseError as trouble:
                self._give_up(trouble)
                return
        contents, case = self._bridge.contents, self._bridge.case
        if errand.holder and errand.holder not in contents.items:
            self._give_up(Stopped(say("The item was deleted meanwhile, so nothing was taken in.")))
            return
        stamp, others = Stamp(utc_now(), case.actor), dropping.seeds(errand.dropped)
        told = contents, case.new_id, found, stamp
        if errand.holder and errand.capture is not None:
            plan = partial(note_capture, *told, errand.capture, errand.holder)
        elif errand.holder and errand.given:
            plan = partial(take_given, *told, errand.holder)
        elif errand.holder:
            plan = partial(take_into, *told, errand.holder, leads=errand.leads)
        elif errand.capture is not None:
            plan = partial(take_capture, *told, errand.capture)
        else:
            plan = partial(take, *told, others)
        work = partial(_plan, contents, plan)
        self._do(work, self._lay)

    def _lay(self, planned: tuple[Taking, Contents]) -> None:
        """Find a place for every card that there is to be."""
        errand = self._present
        errand.taking, near = planned
        contents = self._bridge.contents
        if contents.get(Board, errand.board) is None:
            # It was deleted while the files were looked at.
            errand.board = self._front()
        there = {card.item for card in contents.each_card_on(errand.board)}
        wanted = [each for each in errand.taking.shown if each.id not in there]
        placed = [contents.items[each] for each in errand.dropped.items if each in contents.items]
        steps = _heights((*wanted, *placed), near, contents, errand.watching)
        if errand.is_small:
            self._store((*wanted, *placed), finished(steps))
        else:
            self._piecemeal.begin(steps, partial(self._store, (*wanted, *placed)))

    def _store(self, items: Sequence[Item], heights: list[float]) -> None:
        errand, case = self._present, self._bridge.case
        is_exact = errand.is_exact and len(items) <= FEW
        place = partial(lay_sized, case.contents, case.new_id, errand.board, items, heights)
        self._do(partial(place, errand.at, is_exact=is_exact), self._write)

    def _write(self, laid: ChangeSet) -> None:
        errand = self._present
        errand.laid = laid
        edits = (*errand.taking.edits, *laid.edits)
        if not edits or errand.apart is None:
            self._finish(None)
            return
        if self._progress is not None:
            self._progress.say(intake_notices.storing(errand.taking))
        errand.watching.begin_storing(len(errand.taking.bytes_of))
        if not errand.is_small:
            self._thumbnails.rest(is_so=True)
        change = ChangeSet(errand.taking.label if errand.taking.edits else laid.label, edits)
        if errand.holder:
            # Its cards show more than before.
            change = self._bridge.complete(change)
        errand.edits = len(change.edits)
        work = partial(_write, errand.apart, change, errand.taking.bytes_of, errand)
        self._do(work, self._finish)

    def _finish(self, without: list[Found] | None) -> None:
        """Let the board follow, and tell; or try again `without` the files that have changed."""
        errand = self._present
        if without is not None:
            errand.tries += 1
            self._sort_out(without)
        elif errand.is_small or errand.apart is None:
            self._come_to_end()
        else:
            self._piecemeal.begin(errand.follow(), lambda _: self._come_to_end())

    def _come_to_end(self) -> None:
        errand = self._present
        board, rows = errand.board, errand.taking.rows
        self._end()
        if errand.laid is not None and board == self._front():
            self._show_cards(errand, [edit.record.id for edit in errand.laid.edits])
        self._tell(errand, rows)
        self._restore(errand.taking)
        if rows:
            self.ended.emit(rows)

    def _restore(self, taking: Taking) -> None:
        """Put bytes back that were damaged in the case and came in once more."""
        try:
            entry = self._bridge.case.restore_bytes(taking.restored)
        except CaseError as trouble:
            self._bridge.refuse(trouble)
            return
        if entry is not None and entry.told is not None:
            count = len(entry.told.artifacts)
            self._toast.say(
                say(
                    "{n} damaged file has its original bytes again.",
                    "{n} damaged files have their original bytes again.",
                    n=count,
                )
            )

    def _show_cards(self, errand: Errand, made: list[str]) -> None:
        contents = self._bridge.contents
        there = [
            card.id
            for item in errand.taking.shown
            for card in contents.cards_of(item.id)
            if card.board == errand.board
        ]
        shown = list(dict.fromkeys([*there, *made]))
        if shown:
            self._made(shown, errand.is_exact and len(made) <= FEW and self._is_at(errand, made))

    def _is_at(self, errand: Errand, made: Sequence[str]) -> bool:
        """Whether the first new card lies where it was let go, so that somebody looks there."""
        first = self._bridge.contents.get(Card, made[0]) if made else None
        return first is not None and first.rect.overlaps(Rect(*errand.at, 1.0, 1.0))

    # -- telling --------------------------------------------------------------------------

    def _tell(self, errand: Errand, rows: Sequence[Row]) -> None:
        troubles = [*errand.dropped.refused, *intake_notices.troubles(errand.found, rows)]
        if len(rows) > FEW or len(troubles) > MOST_SAID:
            for sentence in errand.dropped.refused:
                self._toast.say_failure(sentence)
            self.show_report(rows)
            return
        items = self._bridge.contents.items
        notice = intake_notices.notice(errand.found, rows, items)
        if errand.given and errand.holder in items:
            attached = intake_notices.attached(errand.taking, items[errand.holder])
            notice = " ".join(filter(None, (attached, notice)))
        if notice:
            self._toast.say(notice)
        elif len(errand.taking.made) == len(errand.dropped.addresses) == 1:
            item = errand.taking.made[0].id
            self._toast.say(
                say("A document was made of the address; nothing was fetched."),
                say("Add details"),
                partial(self.capture_wanted.emit, item),
            )
        for sentence in troubles:
            self._toast.say_failure(sentence)

    def show_report(self, rows: Sequence[Row]) -> None:
        """Show what became of each file."""
        report = IntakeReport(tuple(rows), self._window)
        report.wanted.connect(self._go_to)
        report.open()

    def _show(self) -> None:
        """Show how far it has come."""
        errand, progress = self._errand, self._progress
        if errand is None or progress is None:
            return
        now, part = errand.watching.now, errand.watching.part
        size = _in_mebibytes(now.size)
        if errand.watching.is_ending:
            progress.finish_up(say("Finishing…"))
        elif errand.watching.is_noting and not errand.watching.is_stopped:
            progress.say(intake_notices.noting(errand.taking))
        if part is not None:
            progress.show_count(*part, size)
            return
        if now.whole:
            count = say(
                "{done} of {whole} files, {size}", done=now.done, whole=now.whole, size=size
            )
        else:
            count = say("{n} file found", "{n} files found", n=now.done)
        progress.show_count(now.done, now.whole, count, visible_line(now.name))

    def _begin_part(self, sentence: str) -> None:
        """Say what is done now; nobody can say yet how far it is."""
        self._present.watching.part = 0, 0
        if self._progress is not None:
            self._progress.say(sentence)

    # -- ends -----------------------------------------------------------------------------

    @property
    def _present(self) -> Errand:
        assert self._errand is not None, "a step of a delivery that has ended"
        return self._errand

    def _give_up(self, trouble: CaseError) -> None:
        is_stopped = isinstance(trouble, Stopped)
        self._end()
        if is_stopped:
            self._toast.say(str(trouble))
        else:
            self._bridge.refuse(trouble)

    def _end(self) -> None:
        errand, self._errand = self._errand, None
        progress, self._progress = self._progress, None
        self._clock.stop()
        self._piecemeal.drop()
        if progress is not None:
            progress.end()
        self._thumbnails.rest(is_so=False)
        if errand is not None and errand.apart is not None:
            errand.apart.finish()
        self._pause.close()

    def _do(self, work: Callable[[], R], then: Callable[[R], None]) -> None:
        """Do a step at once where that is little, else beside the window."""
        if not self._present.is_small:
            self._beside(work, then)
            return
        result = _outcome(work)
        if isinstance(result, CaseError):
            self._give_up(result)
        else:
            then(result)

    def _beside(self, work: Callable[[], R], then: Callable[[R], None]) -> None:
        errand = self._present

        def go_on(result: R | CaseError) -> None:
            if self._errand is not errand:
                return
            if isinstance(result, CaseError):
                self._give_up(result)
            elif errand.watching.is_stopped and not errand.watching.is_ending:
                self._give_up(Stopped(say(CANCELLED)))
            else:
                then(result)

        def fail(sentence: str) -> None:
            if self._errand is errand:
                self._give_up(CaseError(sentence))

        self._tasks.run(partial(_outcome, work), go_on, fail)


def _outcome(work: Callable[[], R]) -> R | CaseError:
    """What comes of some work, or why nothing did."""
    try:
        return work()
    except CaseError as trouble:
        return trouble


def _came_in_folders(dropped: Dropped, found: Sequence[Found]) -> bool:
    """Whether some of what was found did not lie in a drop by itself."""
    by_itself = {str(each) for each in dropped.files}
    return any(each.row.file not in by_itself for each in found)


def _plan(contents: Contents, plan: Callable[[], Taking]) -> tuple[Taking, Contents]:
    """What is to be made, and as much of the case as it will be as the faces of new cards show."""
    taking = plan()
    records = (edit.after for edit in taking.edits)
    known = [contents.artifacts[each] for each in _held(contents, taking.rows)]
    fresh = (each for each in records if each is not None and not isinstance(each, CaseInfo))
    return taking, Contents((*known, *fresh))


def _held(contents: Contents, rows: Sequence[Row]) -> set[str]:
    return {row.artifact for row in rows if row.artifact in contents.artifacts}


def _heights(
    items: Sequence[Item], near: Contents, contents: Contents, watching: Watching
) -> Steps[list[float]]:
    """How high the cards of items must be; they are in the case, or about to be."""
    heights: list[float] = []
    for done, item in enumerate(items):
        watching.part = done, len(items)
        where = contents if item.id in contents.items else near
        heights.append(natural_height(face(where, item), cards.CARD_WIDTH))
        yield
    return heights


def _write(
    apart: Apart, change: ChangeSet, bytes_of: Mapping[str, Opener], errand: Errand
) -> list[Found] | None:
    """Store everything; or what is left without files that have changed since they were looked at."""
    watching = errand.watching
    try:
        apart.write(change, watched(bytes_of, watching.tell), watching.last, watching.note)
    except (NotSaved, OSError):
        kept, has_changed = without_changed(errand.found, watching.tell)
        if has_changed and errand.tries < MOST_TRIES:
            return kept
        raise
    return None


def _in_mebibytes(size: int) -> str:
    return say("{size} MiB", size=round(size / (1 << 20), 1))
