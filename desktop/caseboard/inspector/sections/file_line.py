"""`FileLine`: one file of an item: its picture, its SHA-256, its caption, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from caseboard.inspector.controls.buttons import IconButton, TextButton
from caseboard.inspector.controls.labels import ElidedLabel, HintLine
from caseboard.inspector.controls.thumbnail import Thumbnail
from caseboard.inspector.editors import editor_for
from caseboard.inspector.grid import FieldGrid
from caseboard.inspector.keeper import Keeper
from caseboard.inspector.sections.custody import CustodyList, utc_in_words
from caseboard.inspector.subjects import CAPTION, CaptionSubject, RecordSubject
from caseboard.inspector.wording import one_line, size_in_words
from caseboard.measures import set_margins, set_spacing
from caseboard.originals import drag_out
from caseboard.plain_tips import give_tip
from caseboard.scale import px
from caseboard.thumbnails import NOT_DRAWN
from casedb import CaseError
from casedb.custody_log import FAULTS
from casedb.model.contents import Contents
from casedb.model.custody import is_expunged, tombstone_in_words, tombstone_of
from casedb.model.drawable import may_be_drawn
from casedb.model.file_pages import pages_in_words
from casedb.model.file_words import Outcome, Reading, lack_in_words, may_be_read
from casedb.model.forms import ARTIFACT_FIELDS
from casedb.model.handling import Way
from casedb.model.mark_words import name_of_mark
from casedb.model.records import Annotation, Artifact, Attachment
from casedb.words import say

if TYPE_CHECKING:
    from caseboard.inspector.sections.files import FilesSection

MOST_MARKS = 12
"""Marks of an expunged file that are named."""
SHORT = 12
"""Digits of a SHA-256 that are shown; all of them are copied."""


def marks_left(contents: Contents, marks: Sequence[Annotation]) -> str:
    """What is still there of marks on a file that was expunged; empty where there were none."""
    if not marks:
        return ""
    names = [f"“{one_line(name_of_mark(contents, each))}”" for each in marks[:MOST_MARKS]]
    told = ", ".join(names) + ("…" if len(marks) > MOST_MARKS else "")
    return say(
        "{n} mark is left, whose file was expunged: {names}",
        "{n} marks are left, whose file was expunged: {names}",
        n=len(marks),
        names=told,
    )


class FileLine(QWidget):
    """One attached file."""

    def __init__(self, section: FilesSection, attachment: Attachment) -> None:
        super().__init__()
        self._section = section
        desk = section.desk
        self.id = attachment.id
        self.artifact = attachment.artifact
        self.picture = Thumbnail(desk.look)
        self.picture.dragged.connect(self._drag_out)
        self.picture.opened.connect(self.open)
        self.view_button = IconButton(desk.look, "eye", "")
        self.view_button.clicked.connect(self.open)
        self.name = ElidedLabel("", "inspectorPlain")
        self.about = ElidedLabel("", "inspectorQuiet")
        self.digest = ElidedLabel("", "inspectorDigest")
        self.digest.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.copy_button = IconButton(desk.look, "copy", say("Copy the whole SHA-256"))
        self.copy_button.clicked.connect(self._copy)
        self.more_button = IconButton(desk.look, "more", "")
        self.more_button.clicked.connect(self._ask)
        self.trouble = HintLine()
        self.keeper = Keeper(desk, self)
        self.caption = editor_for(CAPTION, desk)
        self.keeper.add(self.caption)
        self._origin = Keeper(desk, self)
        self._grid: FieldGrid | None = None
        self.origin_button = TextButton(say("Where it comes from"), "inspectorAdd")
        self.origin_button.setCheckable(True)
        self.origin_button.toggled.connect(self._disclose)
        self.fault = HintLine()
        self.lack = HintLine()
        self.marks_button = TextButton("", "inspectorAdd")
        self.marks_button.setToolTip(say("See the file at full size, with what is marked on it"))
        self.marks_button.clicked.connect(self.open)
        self.marks_gone = HintLine()
        self.custody: CustodyList | None = None
        self.custody_button = TextButton(say("Custody"), "inspectorAdd")
        self.custody_button.setCheckable(True)
        self.custody_button.toggled.connect(self._show_custody)
        self._build()
        self.keeper.bind(CaptionSubject(self.id))
        self.refresh()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.name, 1)
        head.addWidget(self.view_button)
        head.addWidget(self.more_button)
        words.addLayout(head)
        words.addWidget(self.about)
        digest = QHBoxLayout()
        set_spacing(digest, 2)
        digest.addWidget(self.digest)
        digest.addWidget(self.copy_button)
        digest.addStretch(1)
        words.addLayout(digest)
        line = QHBoxLayout()
        set_margins(line, "xs", 0, 0, 0)
        set_spacing(line, "s")
        line.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self._column = QVBoxLayout(self)
        set_margins(self._column, 0, "xs", 0, "xs")
        set_spacing(self._column, 2)
        self._column.addLayout(line)
        self._column.addWidget(self.fault)
        self._column.addWidget(self.trouble)
        self._column.addWidget(self.lack)
        self._column.addWidget(self.caption)
        self._column.addWidget(self.marks_button)
        self._column.addWidget(self.marks_gone)
        self._column.addWidget(self.custody_button)
        self._column.addWidget(self.origin_button)

    def refresh(self) -> None:
        """Show the file, its picture and its caption as they are now."""
        artifact = self._section.desk.contents.get(Artifact, self.artifact)
        if artifact is None:
            return
        name = one_line(artifact.name) or say("unnamed")
        self.name.setText(name)
        give_tip(self.name, name)
        about = size_in_words(artifact.size), artifact.media_type, pages_in_words(artifact)
        self.about.setText(" · ".join(filter(None, about)))
        self.digest.setText(f"SHA-256 {artifact.id[:SHORT]}")
        self.digest.setToolTip(artifact.id)
        self.more_button.rename(say("Save, move, detach or expunge {name}", name=name))
        self.view_button.rename(say("See {name} at full size", name=name))
        self.view_button.setVisible(self.can_be_seen)
        self.picture.setAccessibleName(say("Picture of {name}", name=name))
        self.caption.anchor().setAccessibleName(say("Caption of {name}", name=name))
        self.custody_button.setAccessibleName(say("Custody of {name}", name=name))
        self.fault.say(self._fault(), "err")
        self._count_marks(name)
        if self.custody is not None and not self.custody.isHidden():
            self.custody.refresh()
        self.show_picture()
        self.show_reading()
        self.keeper.refresh()
        self._origin.refresh()

    def _count_marks(self, name: str) -> None:
        """Say how many marks there are on the file, where there are any."""
        contents = self._section.desk.contents
        marks = contents.annotations_of(self.artifact)
        count = len(marks)
        told = say("{n} mark", "{n} marks", n=count)
        self.marks_button.setVisible(count > 0 and self.can_be_seen)
        self.marks_button.setText(told)
        self.marks_button.setAccessibleName(say("{marks} on {name}", marks=told, name=name))
        artifact = contents.get(Artifact, self.artifact)
        tombstone = tombstone_of(artifact) if artifact is not None else None
        self.marks_gone.say(marks_left(contents, marks) if tombstone is not None else "")
        give_tip(self.marks_gone, tombstone_in_words(tombstone) if tombstone is not None else "")

    def show_picture(self) -> None:
        """Show the thumbnail once it is there, or why there is none."""
        thumbnails = self._section.desk.thumbnails
        artifact = self._section.desk.contents.get(Artifact, self.artifact)
        tombstone = tombstone_of(artifact) if artifact is not None else None
        if tombstone is not None:
            self.picture.show_image(None, "file")
            self.trouble.say(tombstone_in_words(tombstone), "warn")
            return
        if artifact is None or not may_be_drawn(artifact.media_type):
            is_picture = artifact is not None and artifact.media_type.startswith("image/")
            self.picture.show_image(None, "file")
            self.trouble.say(say(NOT_DRAWN) if is_picture else "")
            return
        self.picture.show_image(thumbnails(self.artifact, 2 * px(Thumbnail.WIDTH)), "image")
        self.trouble.say(thumbnails.failed.get(self.artifact, ""))

    def show_reading(self) -> None:
        """Say what the search does not find of the words of the file."""
        desk = self._section.desk
        artifact = desk.contents.get(Artifact, self.artifact)
        reading = None
        if artifact is not None and may_be_read(artifact.media_type):
            reading = desk.bridge.case.texts.reading_of(self.artifact)
        told = lack_in_words(reading, artifact.media_type) if artifact and reading else ""
        self.lack.say("" if self._is_told_already(reading) else told)

    def _is_told_already(self, reading: Reading | None) -> bool:
        """Whether it stands below the picture that the file cannot be read."""
        bad = (Outcome.LOCKED, Outcome.DAMAGED)
        return reading is not None and reading.outcome in bad and bool(self.trouble.text())

    @property
    def can_be_seen(self) -> bool:
        """Whether the file can be shown at full size."""
        artifact = self._section.desk.contents.get(Artifact, self.artifact)
        return (
            artifact is not None
            and may_be_drawn(artifact.media_type)
            and tombstone_of(artifact) is None
        )

    def open(self) -> None:
        """Show the file at full size."""
        if self.can_be_seen:
            self._section.open(self.artifact)

    def flush(self) -> None:
        """Store what was typed."""
        self.keeper.flush()
        self._origin.flush()

    def release(self) -> None:
        """Store what was typed, or keep it for when the file is shown again."""
        self.keeper.bind(None)
        self._origin.bind(None)

    def _disclose(self, is_open: bool) -> None:
        if is_open and self._grid is None:
            self._grid = FieldGrid((72, 104), inset=True)
            for field in ARTIFACT_FIELDS:
                editor = editor_for(field, self._section.desk)
                self._origin.add(editor)
                self._grid.add(editor)
            self._column.addWidget(self._grid)
            self._origin.bind(RecordSubject(Artifact, self.artifact))
        if self._grid is not None:
            self._grid.setVisible(is_open)

    def _fault(self) -> str:
        """What the last check of the file found wrong; empty where nothing was."""
        desk = self._section.desk
        if self.artifact not in desk.contents.failed:
            return ""
        event = desk.bridge.case.custody.failed.get(self.artifact)
        if event is None or event.fault is None:
            return ""
        when = utc_in_words(event.at)
        return say("Check of {when}. {fault}", when=when, fault=say(FAULTS[event.fault]))

    def _show_custody(self, is_open: bool) -> None:
        if is_open and self.custody is None:
            self.custody = CustodyList(self._section.desk, self.artifact)
            self._column.insertWidget(self._column.indexOf(self.custody_button) + 1, self.custody)
        elif is_open and self.custody is not None:
            self.custody.refresh()
        if self.custody is not None:
            self.custody.setVisible(is_open)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.artifact)

    def _drag_out(self) -> None:
        bridge = self._section.desk.bridge
        try:
            mime = bridge.originals.mime_of([self.artifact])
        except CaseError as trouble:
            self.trouble.say(str(trouble), "warn")
        else:
            if drag_out(self.picture, mime):
                bridge.note_export(Way.DRAGGED, [self.artifact])

    def fill_menu(self, menu: QMenu) -> None:
        """Offer what can be done with the file."""
        section = self._section
        if self.can_be_seen:
            menu.addAction(say("See at full size")).triggered.connect(self.open)
        menu.addAction(say("Save original…")).triggered.connect(partial(section.save, self))
        if section.desk.bridge.read_only:
            return
        order = section.order
        at = order.index(self.id)
        menu.addSeparator()
        for text, to in ((say("Move up"), at - 1), (say("Move down"), at + 1)):
            action = menu.addAction(text)
            action.setEnabled(0 <= to < len(order))
            action.triggered.connect(partial(section.move_file, self.id, to))
        self._offer_still(menu)
        menu.addSeparator()
        menu.addAction(say("Detach")).triggered.connect(partial(section.detach, self.id))
        artifact = section.desk.contents.get(Artifact, self.artifact)
        if artifact is not None and not is_expunged(artifact):
            menu.addSeparator()
            expunge = menu.addAction(say("Expunge…"))
            expunge.triggered.connect(partial(section.desk.expunge_wanted.emit, self.artifact))

    def _offer_still(self, menu: QMenu) -> None:
        """Offer that the picture leads the card, or a picture for a video."""
        section = self._section
        is_still = section.is_still(self.id)
        if is_still is not None:
            use = menu.addAction(say("Use as still"))
            use.setEnabled(not is_still and self.can_be_seen)
            use.triggered.connect(partial(section.use_as_still, self.id))
        artifact = section.desk.contents.get(Artifact, self.artifact)
        if artifact is not None and artifact.media_type.startswith("video/"):
            menu.addAction(say("Add a still…")).triggered.connect(section.add_still)

    def _ask(self) -> None:
        menu = QMenu(self)
        self.fill_menu(menu)
        menu.exec(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))
        menu.deleteLater()
