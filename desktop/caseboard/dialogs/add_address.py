"""`AddAddress`: an address on the web, and how what it shows was saved. Nothing is fetched."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from caseboard.dropping import is_web_address
from caseboard.focus_order import chain_focus
from caseboard.measures import add_gap, set_least_width, set_margins, set_spacing
from caseboard.restyling import restyle
from caseboard.segments import Segments
from caseboard.voices import announce
from casedb.capture import Capture
from casedb.model.fuzzy_date import DateNotUnderstood, FuzzyDate, ZoneBasis
from casedb.words import say

_WIDTH = 560


class _Wrapped(QLabel):
    """Words in as many lines as they need, for which a dialog makes room; Qt's own are cut there."""

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(hint.width(), max(hint.height(), self.heightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class AddAddress(QDialog):
    """The form of a capture: address, archived copy, when, with what and how, and the saved files.

    With a `capture` it is about an item that is there, and shows what that says; it has
    so many files already as are `held`.
    """

    def __init__(
        self, parent: QWidget | None = None, capture: Capture | None = None, held: int = 0
    ) -> None:
        super().__init__(parent)
        self.setObjectName("addAddress")
        is_new = capture is None
        self.setWindowTitle(say("Add an address") if is_new else say("Details of the capture"))
        self.files: tuple[Path, ...] = ()
        self._held = held
        self._filled: Capture | None = None
        self.url = self._line(say("such as https://example.org/page"))
        self.archive = self._line(say("such as https://archive.example/page"))
        self.captured = self._line(say("such as 2024-01-02 14:30 +02:00"))
        answers = [("stated", say("Stated with it")), ("unknown", say("Not known"))]
        self.zone = Segments(say("Time zone"), answers, self)
        self.zone.choose("stated")
        self.tool = self._line(say("such as the name of a browser or an archiver"))
        self.method = self._line(say("such as: whole page, logged out"))
        self.chosen = _Wrapped("", self)
        self.chosen.setObjectName("dialogHint")
        self.chosen.setTextFormat(Qt.TextFormat.PlainText)
        self.chosen.setWordWrap(True)
        self.choose = QPushButton(say("Choose files…"), self)
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._choose)
        self.trouble = QLabel(self)
        self.trouble.setObjectName("filterTrouble")
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.buttons = QDialogButtonBox(self)
        self.cancel = QPushButton(say("Cancel"), self)
        self.add = QPushButton(say("Add") if is_new else say("Save"), self)
        self.add.setObjectName("primary")
        self.add.setDefault(True)
        self.buttons.addButton(self.cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.addButton(self.add, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        for line in (self.url, self.archive, self.captured):
            line.textEdited.connect(self._clear_trouble)
        for button in self.zone.buttons.values():
            button.clicked.connect(self._clear_trouble)
        self._lay_out()
        self.show_files(())
        copied = QGuiApplication.clipboard().text().strip()
        if capture is not None:
            self._fill(capture)
        elif is_web_address(copied):
            self.url.setText(copied)
        # An address that is known is followed by what is not.
        (self.archive if capture is not None and capture.url else self.url).setFocus()

    def _fill(self, capture: Capture) -> None:
        for line, text in (
            (self.url, capture.url),
            (self.archive, capture.archive_url),
            (self.tool, capture.tool),
            (self.method, capture.method),
        ):
            line.setText(text)
            line.setCursorPosition(0)
        date = capture.captured
        if date is not None:
            self.captured.setText(date.stated)
            if date.zone is ZoneBasis.UNKNOWN and _has_clock(date):
                self.zone.choose("unknown")
        self._filled = capture

    @classmethod
    def ask(
        cls, parent: QWidget, capture: Capture | None = None, held: int = 0
    ) -> tuple[Capture, tuple[Path, ...]] | None:
        """Ask, and wait; None where it was given up."""
        dialog = cls(parent, capture, held)
        is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return (dialog.capture, dialog.files) if is_accepted else None

    # -- the parts ------------------------------------------------------------------------

    def _line(self, example: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText(example)
        return line

    def _lay_out(self) -> None:
        title = QLabel(self.windowTitle(), self)
        title.setObjectName("dialogTitle")
        hint = _Wrapped(
            say("Nothing is fetched: save the page yourself, and add the files here."), self
        )
        hint.setObjectName("dialogHint")
        hint.setWordWrap(True)
        files = QHBoxLayout()
        set_spacing(files, "s")
        files.addWidget(self.choose)
        files.addStretch(1)
        grid = QGridLayout()
        set_spacing(grid, "l", "xs")
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[str, QWidget | QHBoxLayout], ...] = (
            (say("Address"), self.url),
            (say("Archived copy"), self.archive),
            (say("Saved files"), files),
            ("", self.chosen),
            (say("Captured"), self.captured),
            (say("Time zone"), self.zone),
            (say("Captured with"), self.tool),
            (say("Method"), self.method),
        )
        for at, (name, part) in enumerate(rows):
            if isinstance(part, Segments):
                part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
                grid.addWidget(part.label, at, 0)
                grid.addWidget(part, at, 1, Qt.AlignmentFlag.AlignLeft)
                continue
            if part is self.chosen:
                # A long list of names has the whole width.
                grid.addWidget(self.chosen, at, 0, 1, 2)
                continue
            label = QLabel(name, self)
            label.setObjectName("fieldLabel")
            grid.addWidget(label, at, 0)
            if isinstance(part, QWidget):
                part.setAccessibleName(name)
                grid.addWidget(part, at, 1)
            else:
                grid.addLayout(part, at, 1)
        layout = QVBoxLayout(self)
        set_margins(layout, "l")
        set_spacing(layout, "s")
        layout.addWidget(title)
        layout.addWidget(hint)
        layout.addLayout(grid)
        layout.addStretch(1)
        layout.addWidget(self.trouble)
        add_gap(layout, "xs")
        layout.addWidget(self.buttons)
        set_least_width(self, _WIDTH)
        chain_focus(self)

    # -- what is chosen -------------------------------------------------------------------

    @property
    def capture(self) -> Capture:
        """What stands in the form. Raises DateNotUnderstood."""
        told = self.captured.text().strip()
        before = self._filled.captured if self._filled is not None else None
        # What was left alone stays to the letter: its zone may have been inferred.
        is_kept = before is not None and before.stated == told
        return Capture(
            url=self.url.text().strip(),
            archive_url=self.archive.text().strip(),
            captured=before if is_kept else FuzzyDate.parse(told) if told else None,
            tool=self.tool.text().strip(),
            method=self.method.text().strip(),
        )

    def show_files(self, files: tuple[Path, ...]) -> None:
        """Show which files were saved of the page."""
        self.files = files
        names = ", ".join(path.name for path in files[:4])
        more = len(files) - 4
        if more > 0:
            names = say("{names} and {n} more", "{names} and {n} more", names=names, n=more)
        self.chosen.setText(
            names
            or (
                say(
                    "It has {n} file. More can be added.",
                    "It has {n} files. More can be added.",
                    n=self._held,
                )
                if self._held
                else say("No file yet: a saved page, a screenshot or a web archive.")
            )
        )

        self._refit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refit()

    def _refit(self) -> None:
        """Be as high as the lines need at this width, and no higher."""
        layout = self.layout()
        if self.isVisible() and layout is not None:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _choose(self) -> None:
        told, _ = QFileDialog.getOpenFileNames(self, say("Saved files"))
        if told:
            self.show_files(tuple(Path(each) for each in told))

    def _clear_trouble(self, *_: object) -> None:
        """What was wrong is being mended: it is looked at again when the form is done."""
        if not self.trouble.isHidden():
            self._show_trouble(None, "")

    def _show_trouble(self, line: QLineEdit | None, sentence: str) -> None:
        for each in (self.url, self.archive, self.captured):
            each.setProperty("wrong", each is line)
            restyle(each)
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def _accept(self) -> None:
        line, sentence = self._wrong()
        self._show_trouble(line, sentence)
        if line is None:
            self.accept()
        else:
            announce(self, sentence)
            line.setFocus()

    def _wrong(self) -> tuple[QLineEdit | None, str]:
        """The first line that cannot stay as it is, and why."""
        if not is_web_address(self.url.text().strip()):
            why = say(
                "An address begins with http:// or https://, names a host, and holds no spaces."
            )
            return self.url, why
        archive = self.archive.text().strip()
        if archive and not is_web_address(archive):
            return self.archive, say(
                "The archived copy is no address that begins with http:// or https://."
            )
        try:
            captured = self.capture.captured
        except DateNotUnderstood as trouble:
            return self.captured, str(trouble)
        is_bare = captured is not None and captured.zone is ZoneBasis.UNKNOWN
        if is_bare and _has_clock(captured) and self.zone.value == "stated":
            why = say(
                "Say the offset from UTC as well, such as +02:00 or Z, or that the time zone is not "
                "known: the same hour is another moment elsewhere."
            )
            return self.captured, why
        return None, ""


def _has_clock(date: FuzzyDate | None) -> bool:
    """Whether a date says an hour, for which a zone makes a difference."""
    return date is not None and "T" in date.edtf
