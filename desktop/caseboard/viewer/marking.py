"""`Marking`: marks in the viewer: the tools, the hands, the list and the words, joined to one picture."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent

from caseboard.theme import Theme
from caseboard.viewer.drawing import Drawing
from caseboard.viewer.mark_panel import MarkPanel, row_of
from caseboard.viewer.mark_tools import TOOLS, MarkTools
from caseboard.viewer.mark_wishes import MarkWishes
from caseboard.viewer.mark_words import MarkWords
from caseboard.viewer.marked import Drawn, Marked
from caseboard.viewer.pane import Pane
from caseboard.voices import announce
from casedb import Case
from casedb.model.mark_shapes import grips
from casedb.model.marks import Form, Mark
from casedb.words import say

_ROOM = 0.5
"""How much of the pane a mark fills that is zoomed to."""

_NEAREST = 8.0
"""Pixels of the screen for one of the picture, at the most, when a mark is zoomed to."""


class Marking(QObject):
    """Joins the parts. `page_wanted(int)` asks for a page, from 1; `hinted(str)` carries how the tool
    in the hand is used; `taken(bool)` follows a tool, and says whether it draws."""

    page_wanted = Signal(int)
    hinted = Signal(str)
    taken = Signal(bool)

    def __init__(
        self, case: Case, pane: Pane, tools: MarkTools, panel: MarkPanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._case, self._pane = case, pane
        self.tools, self.panel = tools, panel
        self.wishes = MarkWishes()
        self.marked = Marked(self)
        self.drawing = Drawing(self.marked, pane, self)
        self.words: MarkWords | None = None
        """The field in which words are written, while there is one."""
        self._has_pages = False
        self._awaited = ""
        self._unseen = ""
        pane.add_layer(self.drawing)
        self._listen()

    def _listen(self) -> None:
        drawing, panel = self.drawing, self.panel
        self.tools.taken.connect(self.take)
        self.marked.changed.connect(self._show_rows)
        drawing.ended.connect(lambda: self.take(None))
        drawing.drawn.connect(self._draw)
        drawing.shaped.connect(self._shape)
        drawing.nudged.connect(self._nudge)
        drawing.removed.connect(partial(self._do, "delete"))
        drawing.opened.connect(partial(self._do, "edit"))
        drawing.copied.connect(partial(self._do, "copy"))
        panel.list.picked.connect(self.marked.choose)
        panel.list.shown.connect(self.zoom_to)
        panel.list.escaped.connect(self._pane.setFocus)
        panel.wanted.connect(self._do)
        panel.coloured.connect(self._colour)
        panel.link_shown.connect(self._show_link)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.tools.set_theme(theme)
        self.panel.set_theme(theme)

    # -- the file --------------------------------------------------------------------------------

    def show(self, artifact: str, page: int) -> None:
        """Show what is marked on a file, of which a page (from 1) is seen."""
        self.finish_words()
        if artifact != self.marked.artifact:
            self.marked.choose("")
            self._awaited = ""
            self._has_pages = False
        self.drawing.take(self.drawing.tool)
        self.marked.show(self._case.contents, artifact, page)
        self.refresh()

    def show_pages(self) -> None:
        """Say of each mark on which page it lies: the file has several."""
        if not self._has_pages:
            self._has_pages = True
            self._show_rows()

    def refresh(self) -> None:
        """Follow the case."""
        marked = self.marked
        if marked.artifact:
            marked.show(self._case.contents, marked.artifact, marked.page)
        why = self._refusal
        self.tools.refuse(why)
        self.drawing.can_change = not why
        if why and self.drawing.tool is not None:
            self.take(None)
        self._show_rows()

    def _show_rows(self) -> None:
        contents = self._case.contents
        rows = tuple(row_of(contents, each, has_pages=self._has_pages) for each in self.marked.all)
        self.panel.show_marks(rows, self.marked.chosen_id, self.wishes.refusal)
        self._pane.setAccessibleDescription(self._spoken())

    def _spoken(self) -> str:
        picture = self._pane.picture
        size = picture.spoken if picture is not None else ""
        chosen = self.marked.chosen
        if chosen is not None:
            return say("Mark: {name}, {form}", name=chosen.name, form=chosen.form)
        count = len(self.marked.here)
        told = say("{n} mark", "{n} marks", n=count) if count else ""
        return ", ".join(filter(None, (size, told)))

    def refuse(self, why: str) -> None:
        """Let nothing be drawn, as a sentence says why nothing is seen; empty where something is."""
        self._unseen = why
        self.refresh()

    @property
    def _refusal(self) -> str:
        """Why nothing can be drawn; empty where something can."""
        return self.wishes.refusal or self._unseen

    # -- tools -----------------------------------------------------------------------------------

    def take(self, form: Form | None) -> None:
        """Take up a tool."""
        self.finish_words()
        if form is not None and self._refusal:
            form = None
        self.drawing.take(form)
        self.tools.show_tool(form)
        if form is not None:
            self.marked.choose("")
            self.drawing.show(True)
            self._pane.setFocus()
        hint = TOOLS[form].hint
        self.hinted.emit(say(hint) if hint else "")
        self.taken.emit(form is not None)

    def key(self, event: QKeyEvent) -> bool:
        """Take up the tool of a key, or do what a key does with the chosen mark."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        found = self.tools.form_of(Qt.Key(event.key()))
        if found is not None:
            self.take(found[0])
            return True
        if event.key() == Qt.Key.Key_L and self.marked.chosen is not None:
            self._do("link", self.marked.chosen_id)
            return True
        return False

    # -- what is done ----------------------------------------------------------------------------

    def _draw(self, drawn: Mark) -> None:
        artifact = self.marked.artifact
        self.take(None)
        if drawn.form is Form.TEXT:
            # Without words there is nothing of it to keep.
            self._write(drawn, "", partial(self._add, artifact, drawn), say("Text"))
            return
        gesture = self.wishes.new_gesture()
        made = self._add(artifact, drawn, "", gesture)
        if made:
            take = partial(self._give_words, made, gesture)
            self._write(drawn, "", take, say("What is seen there, if it needs words"))

    def _give_words(self, mark_id: str, gesture: str, text: str) -> None:
        self.wishes.words_wanted(mark_id, text=text, gesture=gesture)

    def _add(self, artifact: str, drawn: Mark, text: str, gesture: str = "") -> str:
        if drawn.form is Form.TEXT and not text:
            return ""
        made = self.wishes.mark_wanted(artifact, drawn, text, "", gesture)
        if made:
            self.refresh()
            self.marked.choose(made)
        return made

    def _shape(self, mark_id: str, drawn: Mark) -> None:
        self.wishes.shape_wanted(mark_id, drawn)

    def _colour(self, mark_id: str, accent: str) -> None:
        self.wishes.words_wanted(mark_id, accent=accent)

    def _show_link(self, link_id: str) -> None:
        self.wishes.linked_wanted(link_id)

    def _nudge(self, mark_id: str, drawn: Mark) -> None:
        self.wishes.shape_wanted(mark_id, drawn, self.wishes.nudging(mark_id))

    def _do(self, deed: str, mark_id: str) -> None:
        found = self.marked.find(mark_id)
        if found is None:
            return
        self.marked.choose(mark_id)
        match deed:
            case "copy":
                QGuiApplication.clipboard().setText(found.text)
                announce(self._pane, say("Copied"))
            case _ if self.wishes.refusal:
                announce(self._pane, self.wishes.refusal)
            case "edit":
                self._edit(found)
            case "delete":
                self.wishes.removal_wanted(mark_id)
            case "link":
                self.wishes.link_wanted(mark_id, self._spot_of(found))
            case _:
                raise KeyError(deed)

    def _edit(self, found: Drawn) -> None:
        if found.mark is None:
            return
        if found.page != self.marked.page:
            self.page_wanted.emit(found.page)
        is_text = found.mark.form is Form.TEXT

        def take(text: str) -> None:
            if text or not is_text:
                self.wishes.words_wanted(found.id, text=text)

        self._write(found.mark, found.text, take, say("What is seen there"))

    def _spot_of(self, found: Drawn) -> QPoint:
        """Where a mark lies on the desktop, or the middle of the picture where it is out of sight."""
        at = QPointF(self._pane.rect().center())
        if found.mark is not None:
            lies = self._pane.eye.from_fraction(*found.mark.spots[-1])
            if self._pane.rect().contains(lies.toPoint()):
                at = lies
        return self._pane.mapToGlobal(at.toPoint())

    # -- words -----------------------------------------------------------------------------------

    def _write(self, drawn: Mark, text: str, take: Callable[[str], object], hint: str) -> None:
        self.finish_words()
        spot = _lowest(drawn)
        field = self.words = MarkWords(self._pane, spot, text, hint)

        def finish(written: str) -> None:
            self.words = None
            if written != text:
                take(written)

        field.finished.connect(finish)
        field.left.connect(self._leave_words)

    def _leave_words(self) -> None:
        self.words = None

    def finish_words(self) -> None:
        """Take the words that are being written."""
        if self.words is not None:
            self.words.finish()

    # -- looking ---------------------------------------------------------------------------------

    def wait_for(self, mark_id: str) -> None:
        """Look at a mark from near as soon as it is known how large the picture is."""
        self._awaited = mark_id
        self.marked.choose(mark_id)
        found = self.marked.find(mark_id)
        if found is not None and found.page != self.marked.page:
            self.page_wanted.emit(found.page)
        self.come_near()

    def come_near(self) -> None:
        """Look at the mark that was asked for, if its page is known by now."""
        picture, found = self._pane.picture, self.marked.find(self._awaited)
        if picture is None or picture.known is None or found is None:
            return
        if found.page == self.marked.page:
            self._awaited = ""
            self.zoom_to(found.id)

    def zoom_to(self, mark_id: str) -> None:
        """Look at a mark from near, on its page."""
        found = self.marked.find(mark_id)
        if found is None or found.mark is None:
            return
        self.marked.choose(mark_id)
        if found.page != self.marked.page:
            self.wait_for(mark_id)
            return
        eye = self._pane.eye
        left, top, right, bottom = found.mark.bounds
        wide = max((right - left) * eye.picture_width, 1.0)
        high = max((bottom - top) * eye.picture_height, 1.0)
        near = min(_ROOM * eye.width / wide, _ROOM * eye.height / high, _NEAREST)
        middle = QPointF(
            (left + right) / 2 * eye.picture_width, (top + bottom) / 2 * eye.picture_height
        )
        self.drawing.show(True)
        self._pane.look(eye.zoomed(near if found.mark.is_area else max(eye.zoom, 1.0)).at(middle))


def _lowest(drawn: Mark) -> tuple[float, float]:
    """The spot beside which the words of a mark are written: below it, at its left."""
    if drawn.form is Form.ARROW:
        return drawn.spots[0]
    left = min(x for x, _ in grips(drawn))
    return left, max(y for _, y in grips(drawn))
