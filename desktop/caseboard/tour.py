"""`Tour`: five things worth knowing, shown on the parts of the window that they are about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QApplication, QWidget

from caseboard.coach_mark import CoachMark, Veil
from caseboard.keymap import Keymap
from caseboard.settings import Settings
from caseboard.theme import Theme, space
from caseboard.workspace import Workspace
from casedb.words import say, term

if TYPE_CHECKING:
    from caseboard.window import Window

GLIDE = 220
"""Milliseconds in which the light goes from one place to the next."""
SEEN = "seen"
_MOVES = frozenset(
    {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Close}
)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing worth knowing: a title, a few sentences, and the part of the window it is about.

    `{find}` and `{sheet}` in the text stand for the names of two actions with their keys.
    """

    title: str
    text: str
    part: Callable[[Window, Workspace], QWidget]


STEPS: tuple[Step, ...] = (
    Step(
        term("Put cards on the board"),
        term(
            "Double-click an empty place and choose what it is: a claim, a picture, a statement, a note. "
            "Pictures, files, text and addresses can be dropped or pasted here."
        ),
        lambda _, workspace: workspace.stage,
    ),
    Step(
        term("Link what belongs together"),
        term(
            "Point at a card and drag from one of its dots to another card, or take the link tool. "
            "Every link says what it means: that something supports a claim, disputes it, or is "
            "derived from something else."
        ),
        lambda window, _: window.top_bar.tool_button("link"),
    ),
    Step(
        term("Say what it rests on"),
        term(
            "Whatever is selected is described here: dates and places, sources and their grades, files, "
            "and for a claim the evidence for it and against it."
        ),
        lambda _, workspace: workspace.inspector,
    ),
    Step(
        term("Find and run everything"),
        term(
            "One field goes to every item and board and runs every command: “{find}”. "
            "All keys and gestures stand on one sheet: “{sheet}”."
        ),
        lambda window, _: window.top_bar.find_button,
    ),
    Step(
        term("Show how you know"),
        term(
            "Export writes the board as a picture or a page. Every change is journaled: the line at the "
            "foot of the window names the head of the journal, and Verify in the menu Case checks all "
            "of it."
        ),
        lambda window, _: window.top_bar.export_button,
    ),
)

_INVITATION = (
    term("Shall we show you around?"),
    term("Five steps, about a minute. The tour can be taken again at any time from the menu Help."),
)


class Tour(QObject):
    """Goes through the steps over a window with an open case; `ended()` follows once.

    Nothing is blocked meanwhile: the window can be used as ever.
    """

    ended = Signal()

    def __init__(self, window: Window, workspace: Workspace) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._step = -1
        self._watched: list[QObject] = []
        self.veil = Veil(window.theme, window)
        self.mark = CoachMark(window.theme, window)
        self.mark.wanted.connect(self._go)
        self.mark.skipped.connect(self.end)
        workspace.bridge.closed.connect(self.end)

    @property
    def step(self) -> int:
        """The number of the step that is shown; -1 for the question whether there shall be any."""
        return self._step

    def invite(self) -> None:
        """Ask whether the tour is wanted."""
        self._show(-1)

    def begin(self) -> None:
        """Show the first step."""
        self._show(0)

    def end(self) -> None:
        """Show nothing any more, and give the focus to the board."""
        if not self._watched:
            return
        self._watch()
        # Before it is hidden: what hides with the focus on it hands it to whoever comes next.
        focused = QApplication.focusWidget()
        if focused is not None and self.mark.isAncestorOf(focused):
            focused.clearFocus()
        for widget in (self.veil, self.mark):
            widget.hide()
            widget.deleteLater()
        if self._window.workspace is self._workspace:
            self._workspace.canvas.setFocus()
        self.ended.emit()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.veil.set_theme(theme)
        self.mark.set_theme(theme)
        if self._watched:
            # It may have another size.
            self._place()

    # -- steps ----------------------------------------------------------------------------

    def _go(self, by: int) -> None:
        to = self._step + by
        if to >= len(STEPS):
            self.end()
        else:
            self._show(max(0, to))

    def _show(self, number: int) -> None:
        was_shown = bool(self._watched)
        self._step = number
        if number < 0:
            title, text = map(say, _INVITATION)
            self.mark.say("", title, text, skip=say("Not now"), on=say("Show me"), goes_back=False)
        else:
            step, is_last = STEPS[number], number == len(STEPS) - 1
            self.mark.say(
                say("Step {number} of {all}", number=number + 1, all=len(STEPS)),
                say(step.title),
                _with_keys(step.text, self._window.keymap),
                skip=say("Skip the tour"),
                on=say("Done") if is_last else say("Next"),
                goes_back=number > 0,
            )
            self.mark.skip.setVisible(not is_last)
        self._watch(self._window, *(part for part in (self._part(),) if part is not None))
        for widget in (self.veil, self.mark):
            widget.show()
            widget.raise_()
        self._place(GLIDE if was_shown else 0)
        self.mark.on.setFocus()

    def _part(self) -> QWidget | None:
        if self._step < 0:
            return None
        part = STEPS[self._step].part(self._window, self._workspace)
        return part if part.isVisibleTo(self._window) else None

    def _place(self, milliseconds: int = 0) -> None:
        window, part = self._window, self._part()
        place = QRect()
        if part is not None:
            place = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
        gap = space("s")
        self.veil.setGeometry(window.rect())
        self.veil.show_through(place, milliseconds)
        self.mark.point_at(place, window.rect().adjusted(gap, gap, -gap, -gap))

    # -- following the window ---------------------------------------------------------------

    def _watch(self, *widgets: QObject) -> None:
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched = list(widgets)
        for widget in self._watched:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and self._watched:
            self._place()
        return super().eventFilter(watched, event)


def _with_keys(text: str, keymap: Keymap) -> str:
    return say(
        text,
        find=keymap.tip(say("Find or run a command"), "palette"),
        sheet=keymap.tip(say("Keyboard and mouse"), "shortcuts"),
    )


def is_due(settings: Settings) -> bool:
    """Whether the tour is to be offered: to somebody who has opened no case and never saw it."""
    now = settings.now
    return now.tour != SEEN and not (now.recent or now.views or now.fronts)
