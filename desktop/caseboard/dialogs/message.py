"""`Message` and `Confirm`: a sentence to read, a question to answer. Plain text only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from caseboard import theme as look
from caseboard.dialogs.plain_text_box import PlainTextBox
from caseboard.dialogs.present_theme import present_theme
from caseboard.measures import fix_size, set_least_width, set_margins, set_spacing
from caseboard.scale import px
from caseboard.theme import Theme
from casedb.words import say

_WIDTH, _TALLEST = 400, 320
_ICON = 28


class SentenceDialog(QDialog):
    """An icon, a heading, sentences, and buttons below."""

    def __init__(
        self,
        heading: str,
        sentence: str,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        icon: str = "info",
        token: str = "ac",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sentenceDialog")
        self.setWindowTitle(heading)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)
        self._icon, self._token = icon, token
        self._mark = QLabel(self)
        fix_size(self._mark, _ICON, _ICON)
        title = QLabel(heading, self)
        title.setObjectName("dialogTitle")
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        self.text = PlainTextBox(sentence, _WIDTH, _TALLEST, self)
        self.text.setAccessibleName(heading)
        self.buttons = QDialogButtonBox(self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        words = QVBoxLayout()
        set_spacing(words, "s")
        words.addWidget(title)
        words.addWidget(self.text)
        row = QHBoxLayout()
        set_spacing(row, "l")
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        layout = QVBoxLayout(self)
        set_margins(layout, "xl")
        set_spacing(layout, "xl")
        layout.addLayout(row)
        layout.addWidget(self.buttons)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        ratio = self.devicePixelRatioF()
        self._mark.setPixmap(look.icon_pixmap(self._icon, theme.hex(self._token), px(_ICON), ratio))

    def add_button(
        self, text: str, role: QDialogButtonBox.ButtonRole, *, name: str = ""
    ) -> QPushButton:
        """Put a button into the row at the foot; `name` is `primary` or `danger` where it leads."""
        button = QPushButton(text, self)
        button.setAutoDefault(True)
        set_least_width(button, 72)
        if name:
            button.setObjectName(name)
        self.buttons.addButton(button, role)
        return button


class Message(SentenceDialog):
    """Something to know. Enter, Escape or the button close it."""

    def __init__(
        self,
        heading: str,
        sentence: str,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        is_error: bool = False,
    ) -> None:
        icon, token = ("error", "err") if is_error else ("info", "ac")
        super().__init__(heading, sentence, theme, parent, icon=icon, token=token)
        self.button = self.add_button(
            say("Close"), QDialogButtonBox.ButtonRole.AcceptRole, name="primary"
        )
        self.button.setDefault(True)
        self.button.setFocus()

    @classmethod
    def ask(cls, parent: QWidget, heading: str, sentence: str, *, is_error: bool = False) -> None:
        """Show a message until it is closed."""
        dialog = cls(heading, sentence, present_theme(), parent, is_error=is_error)
        dialog.exec()
        dialog.deleteLater()


class Confirm(SentenceDialog):
    """A question with a verb for its answer. Escape means no.

    Return means yes, unless `is_lossy` says that a yes cannot be undone.
    """

    def __init__(
        self,
        heading: str,
        sentence: str,
        verb: str,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        is_danger: bool = True,
        is_lossy: bool = False,
    ) -> None:
        icon, token = ("warning", "warn") if is_danger else ("help", "ac")
        super().__init__(heading, sentence, theme, parent, icon=icon, token=token)
        role = QDialogButtonBox.ButtonRole
        self.no = self.add_button(say("Cancel"), role.RejectRole)
        self.yes = self.add_button(verb, role.AcceptRole, name="danger" if is_danger else "primary")
        first = self.no if is_lossy else self.yes
        first.setDefault(True)
        first.setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        heading: str,
        sentence: str,
        verb: str,
        *,
        is_danger: bool = True,
        is_lossy: bool = False,
    ) -> bool:
        """Ask, and wait for the answer."""
        dialog = cls(
            heading,
            sentence,
            verb,
            present_theme(),
            parent,
            is_danger=is_danger,
            is_lossy=is_lossy,
        )
        answer = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return answer
