"""`ExpungeDialog`: what goes with a file and what stays, why, and that it is really meant."""

from __future__ import annotations

import shutil
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from caseboard.bridge import CaseBridge
from caseboard.dialogs.choice_box import ChoiceBox
from caseboard.dialogs.plain_text_box import PlainTextBox
from caseboard.focus_order import chain_focus
from caseboard.measures import set_least_width, set_margins, set_spacing
from casedb.custody import LONGEST_REASON
from casedb.model.records import Artifact
from casedb.model.visible_text import visible
from casedb.words import say, term, written

_WIDTH, _TALLEST, _LEAST = 480, 300, 480
TYPED = 6
"""Signs of the SHA-256 that are to be typed."""
_NAME = 120
"""Characters of a file's name that are shown."""

REASONS = (
    ("law", term("By law or by order of a court or authority")),
    ("consent", term("Consent was withdrawn or never given")),
    ("other", term("Another reason")),
)

_GOES = term(
    "These go for good, and nothing brings them back: the bytes of the file, every small picture made of "
    "them, the words that the search knows from it, and what the file says of itself (time, place, "
    "device), also from the journal; and the bytes and words from the backups that this program keeps."
)
_STAYS = term(
    "These stay: the name of the file, its size and SHA-256, the exhibit and its cards, the reason, the "
    "time and your name, in the journal too; what somebody has marked on it, or taken over from it into "
    "an item; and in backups what the file says of itself."
)
_ELSEWHERE = term(
    "Out of reach are copies and exports that were saved or handed on, pictures of boards, backups by "
    "other programs, what is on the clipboard, and what a disk keeps of files that were deleted. The "
    "custody of the file tells what went out."
)


@dataclass(frozen=True, slots=True)
class Room:
    """How many bytes of free space expunging needs on the disk of the case, and how many there are."""

    needed: int
    free: int

    @property
    def is_enough(self) -> bool:
        """Whether it can be done."""
        return self.free >= self.needed


def room_for(bridge: CaseBridge) -> Room:
    """The room that expunging takes: the file is written anew beside itself and within itself."""
    path = bridge.case.path
    try:
        return Room(2 * path.stat().st_size, shutil.disk_usage(path.parent).free)
    except OSError:
        # What cannot be told is found out by trying, which loses nothing.
        return Room(0, 0)


class ExpungeDialog(QDialog):
    """Asks why a file is expunged, and for the beginning of its SHA-256. Escape means no."""

    def __init__(
        self, bridge: CaseBridge, artifact: Artifact, room: Room, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("expungeDialog")
        self.setWindowTitle(say("Expunge file"))
        self._artifact = artifact
        self._room = room
        name = visible(" ".join(artifact.name.split()))[:_NAME] or say("unnamed")
        title = _words(say("Expunge “{name}”", name=name), "dialogTitle", self)
        users = {each.item for each in bridge.contents.attachments_to(artifact.id)}
        used = say("{n} item uses this file.", "{n} items use this file.", n=len(users))
        told = "\n\n".join((used, say(_GOES), say(_STAYS), say(_ELSEWHERE), self._about_room()))
        self.text = PlainTextBox(told, _WIDTH, _TALLEST, self)
        self.text.setAccessibleName(say("What goes and what stays"))
        self.why = ChoiceBox(self)
        for value, label in REASONS:
            self.why.addItem(say(label), value)
        self.words = QLineEdit(self)
        self.words.setMaxLength(LONGEST_REASON // 2)
        self.words.setPlaceholderText(say("Who asked for it, and in which document"))
        start = artifact.id[:TYPED]
        self.typed = QLineEdit(self)
        self.typed.setPlaceholderText(start)
        self.hint = _words("", "dialogHint", self)
        form = QFormLayout()
        set_spacing(form, "s")
        for label, field in (
            (say("Reason"), self.why),
            (say("In words"), self.words),
            (say("Type {start} to confirm", start=start), self.typed),
        ):
            field.setAccessibleName(label)
            form.addRow(_words(label, "fieldLabel", self, wrap=False), field)
        self.buttons = QDialogButtonBox(self)
        self.no = QPushButton(say("Cancel"), self)
        self.yes = QPushButton(say("Expunge for good"), self)
        self.yes.setObjectName("danger")
        self.yes.setAutoDefault(False)
        self.no.setDefault(True)
        self.buttons.addButton(self.no, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.addButton(self.yes, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        set_margins(layout, "xl")
        set_spacing(layout, "m")
        set_least_width(self, _LEAST)
        layout.addWidget(title)
        layout.addWidget(self.text)
        layout.addLayout(form)
        layout.addWidget(self.hint)
        layout.addWidget(self.buttons)
        for field in (self.words, self.typed):
            field.textChanged.connect(self._show)
        self.why.currentIndexChanged.connect(self._show)
        chain_focus(self)
        self._show()
        self.why.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, bridge: CaseBridge, artifact: Artifact) -> str:
        """Ask, and wait; the reason in words, or nothing where it was given up."""
        dialog = cls(bridge, artifact, room_for(bridge), parent)
        is_meant = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.reason if is_meant else ""

    @property
    def reason(self) -> str:
        """The reason as it is noted for good."""
        words = " ".join(self.words.text().split())
        if self.why.currentData() == "other":
            return words
        return f"{self.why.currentText()}: {words}" if words else self.why.currentText()

    def _about_room(self) -> str:
        room = self._room
        needed, free = _mebibytes(room.needed), _mebibytes(room.free)
        if not room.needed:
            return say("The case is written anew, which takes as long as copying it.")
        if not room.is_enough:
            return say(
                "The case is written anew, for which {needed} MiB must be free on its disk; {free} MiB "
                "are. Make room first.",
                needed=needed,
                free=free,
            )
        return say(
            "The case is written anew, which takes as long as copying it twice and needs {needed} MiB on "
            "its disk meanwhile; {free} MiB are free.",
            needed=needed,
            free=free,
        )

    def _show(self) -> None:
        wants = ""
        if not self._room.is_enough:
            wants = say("There is not enough room on the disk.")
        elif not self.reason:
            wants = say("Say why in words.")
        elif self.typed.text().strip().lower() != self._artifact.id[:TYPED]:
            wants = say(
                "Type the first {n} characters of its SHA-256, so that no other file goes.", n=TYPED
            )
        self.hint.setText(wants or say("This cannot be undone."))
        self.yes.setEnabled(not wants)


def _mebibytes(size: int) -> str:
    return written(-(-size // (1 << 20)))


def _words(text: str, name: str, parent: QWidget, *, wrap: bool = True) -> QLabel:
    label = QLabel(text, parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    return label
