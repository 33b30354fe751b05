"""The bar at the head of the window: the case, its boards, the tools, finding and exporting."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from caseboard.board_keys import BOARD_KEYS, CHANGING, TOOL
from caseboard.elided_label import ElidedLabel
from caseboard.focus_order import chain_focus, read_as_laid
from caseboard.keymap import DECLARED, Keymap
from caseboard.measures import add_gap, set_icon_size, set_margins, set_spacing
from caseboard.restyling import restyle
from caseboard.scale import px
from caseboard.theme import Theme, icon, icon_pixmap, space
from caseboard.tips import grey, stand_for
from casedb.words import say, term

TOOLS = (
    ("select", term("Select"), "select", term("Select, move and size")),
    ("lasso", term("Lasso"), "lasso", term("Select what you draw a line around")),
    ("hand", term("Hand"), "pan", term("Move the board, as does holding Space")),
    ("link", term("Link"), "link", term("Draw links from card to card")),
    ("frame", term("Frame"), "frame_tool", term("Draw a frame around what belongs together")),
    ("note", term("Note"), "note_tool", term("Put a sticky note somewhere and write on it")),
    ("text", term("Text"), "text", term("Write on the board itself")),
)

_OF_TOOL = {each.name.removeprefix(TOOL): each for each in BOARD_KEYS}
FIND, LEAST_FIND = term("Find or run a command"), term("Find")
ROOMY = 1100
"""A bar narrower than this, in pixels at 100 %, says as little as can be."""
WORDY = 1600
"""A bar narrower than this shows its tools as icons alone."""
ICON, GAP, LENS = 16, 2, 16
LEAST_WITH_TITLE = 760
"""A bar narrower than this does without the title of the case."""
LEAST_TITLE, LEAST_TABS, LEAST_WORDS, AROUND_NAME, AROUND_FIND = 90, 420, 32, 52, 60
"""The room in pixels at 100 % for the title, the boards and what one may type, and around the name of
a tool and that word."""


class FindButton(QPushButton):
    """Looks like the field that it opens: a lens, what one may type, and the key at the end."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findButton")
        self.setAccessibleName(say(FIND))
        self._lens = QLabel(self)
        self._words = ElidedLabel(LEAST_WORDS, self)
        self._words.setObjectName("findWords")
        self._key = QLabel(self)
        self._key.setObjectName("findKey")
        row = self._row = QHBoxLayout(self)
        set_margins(row, "m", 0, "m", 0)
        set_spacing(row, "s")
        row.addWidget(self._lens)
        row.addWidget(self._words)
        row.addStretch(1)
        add_gap(row, "l")
        row.addWidget(self._key)
        for label in (self._lens, self._words, self._key):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words.show_text(say(FIND))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_key(DECLARED)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        ratio = self.devicePixelRatioF()
        self._lens.setPixmap(icon_pixmap("search", theme.hex("tx3"), px(LENS), ratio))

    def show_key(self, keymap: Keymap) -> None:
        """Say which key opens it."""
        self._key.setText(next(iter(keymap.shown("palette")), ""))
        self.setToolTip(keymap.tip(say(FIND), "palette"))

    @property
    def lack(self) -> int:
        """How many more pixels it takes to say all that there is to say."""
        measure = self._words.fontMetrics().horizontalAdvance
        return measure(say(FIND)) - measure(self._words.text())

    def show_tight(self, *, is_tight: bool, is_least: bool) -> None:
        """Say less where there is little room, and as little as can be where there is least."""
        words = say(LEAST_FIND if is_tight else FIND)
        if words != self._words.text():
            self._words.show_text(words)
            self.updateGeometry()
        self._key.setHidden(is_least)

    def sizeHint(self) -> QSize:
        return QSize(self._row.sizeHint().width(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._row.minimumSize().width(), super().minimumSizeHint().height())


class TopBar(QWidget):
    """`tool_chosen(str)` carries a tool's name; `find_wanted()` and `export_wanted()` the rest."""

    tool_chosen = Signal(str)
    find_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        # Else the style sheet's ground and the line below it are not painted.
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        set_margins(row, "l", "s", "m", "s")
        set_spacing(row, "l")
        self._title = ElidedLabel(LEAST_TITLE, self)
        self._title.setObjectName("caseTitle")
        row.addWidget(self._title)
        add_gap(row, "s")
        self._tabs = QHBoxLayout()
        row.addLayout(self._tabs, 1)
        self._tools = self._build_tools()
        row.addWidget(self._tools)
        self.find_button = FindButton(self)
        self.find_button.clicked.connect(self.find_wanted)
        row.addWidget(self.find_button)
        self.export_button = QPushButton(say("Export"), self)
        self.export_button.setObjectName("primary")
        stand_for(self.export_button, "export", say("Write the board as a picture or a page"))
        self.export_button.clicked.connect(self.export_wanted)
        row.addWidget(self.export_button)
        self._shown: QWidget | None = None
        self._keymap = DECLARED
        self._was_wordy, self._was_tight = True, False
        self.set_theme(theme)

    def _build_tools(self) -> QFrame:
        frame = QFrame(self)
        frame.setObjectName("tools")
        frame.setAccessibleName(say("Tools"))
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        group = QButtonGroup(frame)
        self._buttons: dict[str, QToolButton] = {}
        for name, label, _, told in TOOLS:
            button = QToolButton(frame)
            button.setText(say(label))
            stand_for(button, f"{TOOL}{name}", say(told))
            button.setAccessibleName(_OF_TOOL[name].label)
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.clicked.connect(lambda _=False, name=name: self.tool_chosen.emit(name))
            group.addButton(button)
            self._buttons[name] = button
            row.addWidget(button)
        # The line between two tools; the frame has its own at the end.
        self._buttons[TOOLS[-1][0]].setObjectName("lastTool")
        self._buttons["select"].setChecked(True)
        return frame

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.find_button.set_theme(theme)
        self.refit()

    def tool_button(self, name: str) -> QToolButton:
        """The button that takes a tool."""
        return self._buttons[name]

    def show_keys(self, keymap: Keymap) -> None:
        """Say which key finds and runs."""
        self._keymap = keymap
        self.find_button.show_key(keymap)

    def show_refusal(self, refusal: str) -> None:
        """Grey the tools that change the case where a sentence says why it may not be changed."""
        for name in CHANGING:
            grey(self._buttons[name], refusal, self._keymap)

    def show_tool(self, name: str) -> None:
        """Show which tool is in hand."""
        self._buttons[name].setChecked(True)

    def show_case(self, title: str, tabs: QWidget | None, *, is_open: bool = True) -> None:
        """Show a case's title and its tabs; None for no case. Before it is open nothing can be done."""
        if self._shown is not None and self._shown is not tabs:
            self._tabs.removeWidget(self._shown)
            self._shown.hide()
        if tabs is not None and tabs is not self._shown:
            self._tabs.addWidget(tabs)
            tabs.show()
            chain_focus(self)
            read_as_laid(self)
        self._shown = tabs
        self._title.show_text(title)
        for widget in (self._tools, self.find_button, self.export_button):
            widget.setVisible(tabs is not None)
            widget.setEnabled(is_open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_wordy() is not self._was_wordy:
            self.refit()
        self._fit_title()

    def refit(self) -> None:
        """Show tools with their names and the case with its whole title where there is room."""
        is_wordy = self._was_wordy = self._is_wordy()
        self._fit_title()
        style, gap = Qt.ToolButtonStyle, GAP if is_wordy else 0
        for name, _, picture, _ in TOOLS:
            button = self._buttons[name]
            button.setIcon(icon(picture, self._theme, size=ICON, gap=gap))
            set_icon_size(button, ICON + gap, ICON)
            button.setToolButtonStyle(
                style.ToolButtonTextBesideIcon if is_wordy else style.ToolButtonIconOnly
            )

    def _fit_title(self) -> None:
        # The title stands over the window as well; the boards stand here alone.
        is_tight = self._is_tight()
        if is_tight != self._was_tight:
            self._was_tight = is_tight
            self._tools.setProperty("dense", is_tight)
            restyle(self._tools, *self._buttons.values())
        self._title.setMaximumWidth(self.width() // (6 if is_tight else 4))
        self._title.setVisible(self.width() >= px(LEAST_WITH_TITLE))
        self._make_room()

    def event(self, event: QEvent) -> bool:
        """Boards that come and go need more room, or less."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._make_room()
        return super().event(event)

    def _make_room(self) -> None:
        """Let the words of the find button give way to the boards, which stand here alone."""
        wanted = self.sizeHint().width() + self.find_button.lack
        self.find_button.show_tight(is_tight=wanted > self.width(), is_least=self._is_tight())

    def _is_tight(self) -> bool:
        return self.width() < px(ROOMY)

    def _is_wordy(self) -> bool:
        return self.width() >= max(px(WORDY), self._wide_enough())

    def _wide_enough(self) -> int:
        """How wide the bar must be for the names of all tools, at the present scale."""
        measure = self.fontMetrics().horizontalAdvance
        names = sum(measure(each.text()) + px(AROUND_NAME) for each in self._buttons.values())
        others = measure(say(LEAST_FIND)) + px(AROUND_FIND) + self.export_button.sizeHint().width()
        return names + others + px(LEAST_TITLE + LEAST_TABS) + 8 * space("l")
