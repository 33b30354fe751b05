"""`Clipboard`: what of a board goes out to other boards, cases and programs, and what is put down."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QCursor, QGuiApplication

from caseboard import copying
from caseboard.bridge import CaseBridge
from caseboard.deeds import Deeds
from caseboard.originals import drag_out
from caseboard.selection import Selection
from caseboard.stage import Stage
from caseboard.toast import Toast
from casedb import CaseError
from casedb.model.geometry import Point
from casedb.model.handling import Way
from casedb.parcel import unpack


class Clipboard:
    """Copies from the board in front, and pastes onto it.

    `take_in` makes cards of what no board was copied from, where the pointer is if it is on the board;
    `come_to_selected` looks at what was put down elsewhere.
    """

    def __init__(
        self,
        bridge: CaseBridge,
        selection: Selection,
        stage: Stage,
        deeds: Deeds,
        toast: Toast,
        take_in: Callable[[QMimeData, Point | None], None],
        come_to_selected: Callable[[], None],
    ) -> None:
        self._bridge = bridge
        self._selection = selection
        self._stage = stage
        self._deeds = deeds
        self._toast = toast
        self._take_in = take_in
        self._come_to_selected = come_to_selected

    def copy(self) -> bool:
        """Copy the selected cards and frames with all that they are made of; whether that was done."""
        now = self._selection.now
        try:
            mime = copying.to_mime(self._bridge.case, now.cards, now.frames)
        except CaseError as trouble:
            self._toast.say_failure(str(trouble))
            return False
        QGuiApplication.clipboard().setMimeData(mime)
        return True

    def cut(self) -> None:
        """Copy the selected cards and frames, and take them off the board."""
        if self.copy():
            self._deeds.remove()

    def drag_out(self) -> bool:
        """Drag the files of the selected cards to another program; whether there were any."""
        contents = self._bridge.contents
        files = [
            each.artifact
            for item_id in self._selection.item_ids(contents)
            for each in contents.attachments_of(item_id)
        ]
        if not files:
            return False
        try:
            mime = self._bridge.originals.mime_of(files)
        except CaseError as trouble:
            self._toast.say_failure(str(trouble))
        else:
            if drag_out(self._stage.front, mime):
                self._bridge.note_export(Way.DRAGGED, files)
        return True

    def paste(self) -> None:
        """Put down what was copied on a board, or make cards of whatever else the clipboard holds."""
        mime = QGuiApplication.clipboard().mimeData()
        parcel = copying.parcel_in(mime)
        if parcel is None or self._bridge.read_only:
            self._take_in(mime, self._pointed_at())
        else:
            self._put_down(parcel)

    def _put_down(self, data: bytes) -> None:
        contents = self._bridge.contents
        try:
            parcel = unpack(data)
        except CaseError as trouble:
            self._toast.say_failure(str(trouble))
            return
        at = self._pointed_at()
        pasted = self._deeds.put_down(self._stage.board_id, parcel, at or self._stage.middle)
        if pasted is None:
            return
        if at is None:
            self._come_to_selected()
        told = copying.tell(pasted, is_same_case=parcel.clip.case == contents.info.id)
        if told:
            self._toast.say(told)
        missing = copying.tell_missing(pasted)
        if missing:
            self._toast.say_failure(missing)

    def _pointed_at(self) -> Point | None:
        """Where the pointer is; None where it is not on the board."""
        canvas = self._stage.front
        at = canvas.mapFromGlobal(QCursor.pos())
        if not canvas.rect().contains(at) or not canvas.underMouse():
            return None
        return canvas.camera.to_world(Point(at.x(), at.y()))
