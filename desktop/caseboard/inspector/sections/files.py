"""The files of an item: pictures, pages, recordings, each named by its SHA-256."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout

from caseboard.dropping import files_of, read
from caseboard.inspector.controls.buttons import TextButton
from caseboard.inspector.controls.look import paint_ring
from caseboard.inspector.desk import Desk
from caseboard.inspector.sections.file_line import FileLine
from caseboard.inspector.sections.section import Section
from caseboard.inspector.wording import one_line
from caseboard.originals import write_original
from caseboard.theme import radius
from casedb import CaseError
from casedb.capture import can_be_captured
from casedb.commands import items
from casedb.model.handling import Way
from casedb.words import say

RECEIVING = 0.14
"""How much of the accent lies over the section while files are dragged over it."""


class FilesSection(Section):
    """The files of one item, in order; the first picture leads its card."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(say("Files"), desk)
        self._item = ""
        self.lines: list[FileLine] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addLayout(self._list)
        self.capture_button = TextButton(say("How it was captured…"), "inspectorAdd")
        self.capture_button.setToolTip(say("Address, archived copy, when, with what and how"))
        self.capture_button.clicked.connect(lambda: desk.capture_wanted.emit(self._item))
        self.add_button = self.add_action(say("Add files…"))
        self.add_button.clicked.connect(self._choose)
        self.add_button.setVisible(not desk.bridge.read_only)
        # Below the files: beside them there is no room for a second word in every language.
        self.column.addWidget(self.capture_button)
        desk.thumbnails.ready.connect(self._show_picture)
        self.setAcceptDrops(not desk.bridge.read_only)
        self._is_lit = False

    # -- files that are dropped here ----------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_of(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.take_in(list(read(event.mimeData()).files))

    def _light(self, is_lit: bool) -> None:
        self._is_lit = is_lit
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_lit:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.desk.look.theme.tinted("ac", RECEIVING))
            corner = radius("control")
            painter.drawRoundedRect(QRectF(self.rect()), corner, corner)
            paint_ring(painter, QRectF(self.rect()), self.desk.look)
            painter.end()

    @property
    def order(self) -> list[str]:
        """The ids of the attachments, in order."""
        return [each.id for each in self.desk.contents.attachments_of(self._item)]

    def show_item(self, item_id: str) -> None:
        """Show the files of an item."""
        if item_id != self._item:
            self.flush()
        self._item = item_id
        self.refresh()

    def refresh(self) -> None:
        """Take in what has changed; lines that stay keep what is being typed."""
        attachments = self.desk.contents.attachments_of(self._item)
        if [each.id for each in attachments] != [line.id for line in self.lines]:
            kept = {line.id: line for line in self.lines}
            wanted = {each.id for each in attachments}
            for line in self.lines:
                self._list.removeWidget(line)
                if line.id not in wanted:
                    line.release()
                    line.hide()
                    line.deleteLater()
            self.lines = [kept.get(each.id) or FileLine(self, each) for each in attachments]
            for line in self.lines:
                self._list.addWidget(line)
        for line in self.lines:
            line.refresh()
        item = self.desk.contents.items.get(self._item)
        is_found = item is not None and can_be_captured(item)
        self.capture_button.setVisible(is_found and not self.desk.bridge.read_only)
        is_empty = not attachments and self.desk.bridge.read_only
        self.setVisible(not is_empty)

    def line_of(self, artifact: str) -> FileLine | None:
        """The line of a file; None where the item has no such file."""
        return next((line for line in self.lines if line.artifact == artifact), None)

    def flush(self) -> None:
        """Store what was typed."""
        for line in self.lines:
            line.flush()

    def _show_picture(self, artifact: str) -> None:
        for line in self.lines:
            if line.artifact == artifact:
                line.show_picture()
                line.show_reading()

    # -- what can be done -------------------------------------------------------------------

    def _choose(self) -> None:
        self.take_in(self.desk.outside.choose_files(self.window()))

    def take_in(self, paths: list[Path], *, leads: bool = False) -> None:
        """Attach files to the item, before its others where they lead; told of as of a drop."""
        if paths:
            self.desk.attach_wanted.emit(self._item, paths, leads)

    def add_still(self) -> None:
        """Ask for a picture, and let it lead the card."""
        self.take_in(self.desk.outside.choose_files(self.window())[:1], leads=True)

    def use_as_still(self, attachment_id: str) -> None:
        """Let a picture of the item lead its card."""
        self.desk.bridge.run(items.use_as_still(self.desk.contents, attachment_id))

    def is_still(self, attachment_id: str) -> bool | None:
        """Whether a file is the picture that leads a card of media; None where it cannot be."""
        item = self.desk.contents.items.get(self._item)
        if item is None or item.kind != "media":
            return None
        kept = self.desk.contents.artifacts
        pictures = [
            line.id for line in self.lines if kept[line.artifact].media_type.startswith("image/")
        ]
        return attachment_id == self.order[0] if attachment_id in pictures else None

    def move_file(self, attachment_id: str, to: int) -> None:
        """Move a file to a place in the order."""
        order = self.order
        order.remove(attachment_id)
        order.insert(to, attachment_id)
        self.desk.bridge.run(items.order_attachments(self.desk.contents, self._item, order))

    def detach(self, attachment_id: str) -> None:
        """Take a file off the item; its bytes stay in the case."""
        self.flush()
        self.desk.bridge.run(items.detach(self.desk.contents, [attachment_id]))

    def open(self, artifact: str) -> None:
        """Show a file at full size."""
        self.flush()
        self.desk.file_wanted.emit(self._item, artifact)

    def save(self, line: FileLine) -> None:
        """Write the bytes of a file, as they came, to where the user wants them."""
        artifact = self.desk.contents.artifacts[line.artifact]
        target = self.desk.outside.choose_target(self.window(), artifact.name)
        if target is None:
            return
        try:
            write_original(self.desk.bridge.case, artifact, target)
        except CaseError as trouble:
            line.trouble.say(str(trouble), "warn")
        else:
            self.desk.bridge.note_export(Way.ORIGINAL, [artifact.id])
            line.trouble.say(say("Saved to the byte as “{name}”.", name=one_line(target.name)))
