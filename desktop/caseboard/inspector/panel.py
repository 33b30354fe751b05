"""`InspectorPanel`: the right side of the window, showing and editing what is selected."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from caseboard.bridge import CaseBridge
from caseboard.focus_order import focusable, order_focus
from caseboard.inspector.backlog import Saving
from caseboard.inspector.desk import Desk
from caseboard.inspector.editors.editor import Editor
from caseboard.inspector.editors.text import HeadingEditor, LineEditor
from caseboard.inspector.pages.case_page import CasePage
from caseboard.inspector.pages.frame_page import FramePage
from caseboard.inspector.pages.item_page import ItemPage
from caseboard.inspector.pages.link_page import LinkPage
from caseboard.inspector.pages.page import Page
from caseboard.inspector.pages.several_page import SeveralPage
from caseboard.inspector.pages.source_page import SourcePage
from caseboard.inspector.table_window import TableWindow
from caseboard.past_page import PastPage
from caseboard.quiet import Quiet
from caseboard.selection import Selected, Selection
from caseboard.theme import Theme
from caseboard.thumbnails import Thumbnails
from casedb import Change
from casedb.model.contents import Contents
from casedb.model.fields import Table
from casedb.model.kinds import KINDS, kind_of
from casedb.words import say

IDLE = 250
"""Milliseconds between the pages that are made before they are asked for."""


class InspectorPanel(QWidget):
    """What is selected, as a form: nothing (the case), an item, a link, a source, a frame, several.

    `go_to(str)` carries the item that the board should fly to, `go_to_card(str)` the card; `left()` says that the focus should
    go back to the board; `journal_wanted()` asks for the journal, `name_wanted()` for the name that stands there, `history_wanted()` for what it has about the selected, `file_wanted(str, str)` for a file of
    an item at full size, `region_wanted(str, str)` for a region of one, `marking_wanted(str, str)` for a
    file to mark a region on, `regions_compared(str, str, str)` for two regions of an item side by side,
    `delete_wanted(Selected)` for deleting from the case, `attach_wanted(str, paths, bool)` for attaching
    files to an item, before its others or not, `capture_wanted(str)` for the form of a capture of an
    item, `verdict_wanted(str, str)` for the verdict on a claim and a page beside it; `told(str)` is a sentence on what was just done; `saving_changed(Saving)` tells how things
    stand with what is being typed. Pages are made once and then shown other records, so that selecting is quick.
    """

    go_to = Signal(str)
    go_to_card = Signal(str)
    left = Signal()
    journal_wanted = Signal()
    name_wanted = Signal()
    history_wanted = Signal()
    file_wanted = Signal(str, str)
    mark_wanted = Signal(str, str)
    region_wanted = Signal(str, str)
    marking_wanted = Signal(str, str)
    regions_compared = Signal(str, str, str)
    comparison_wanted = Signal()
    delete_wanted = Signal(object)
    kind_wanted = Signal()
    expunge_wanted = Signal(str)
    attach_wanted = Signal(str, object, bool)
    capture_wanted = Signal(str)
    verdict_wanted = Signal(str, str)
    told = Signal(str)
    saving_changed = Signal(object)

    def __init__(
        self,
        bridge: CaseBridge,
        selection: Selection,
        thumbnails: Thumbnails,
        theme: Theme,
        parent: QWidget | None = None,
        quiet: Quiet | None = None,
    ) -> None:
        """While it is not `quiet`, no page is made that nobody has asked for."""
        super().__init__(parent)
        self.setObjectName("inspector")
        self._quiet = quiet if quiet is not None else Quiet(self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(say("Inspector"))
        self.desk = Desk(bridge, selection, thumbnails, theme, self)
        self.desk.went_to.connect(self.go_to)
        self.desk.card_wanted.connect(self.go_to_card)
        self.desk.left.connect(self.left)
        self.desk.journal_wanted.connect(self.journal_wanted)
        self.desk.history_wanted.connect(self.history_wanted)
        self.desk.file_wanted.connect(self.file_wanted)
        self.desk.mark_wanted.connect(self.mark_wanted)
        self.desk.region_wanted.connect(self.region_wanted)
        self.desk.marking_wanted.connect(self.marking_wanted)
        self.desk.regions_compared.connect(self.regions_compared)
        self.desk.comparison_wanted.connect(self.comparison_wanted)
        self.desk.table_wanted.connect(self.open_table)
        self.table: TableWindow | None = None
        """The window with a table of an item, while it is open."""
        self._table_place: QRect | None = None
        self.desk.delete_wanted.connect(self.delete_wanted)
        self.desk.kind_wanted.connect(self.kind_wanted)
        self.desk.expunge_wanted.connect(self.expunge_wanted)
        self.desk.attach_wanted.connect(self.attach_wanted)
        self.desk.capture_wanted.connect(self.capture_wanted)
        self.desk.verdict_wanted.connect(self.verdict_wanted)
        self.desk.told.connect(self.told)
        self.desk.name_wanted.connect(self.name_wanted)
        self.desk.backlog.changed.connect(lambda: self.saving_changed.emit(self.saving))
        self.desk.stepped.connect(self._step)
        self.past: PastPage | None = None
        """What was known then, while the board is shown as it was."""
        self._pages: dict[str, Page] = {}
        self._page: Page | None = None
        self._is_unnamed = False
        self._subject: tuple[str, object] = ("", "")
        self._within: list[Editor] = []
        self._closed = False
        self._holder = QWidget()
        self._holder.setObjectName("inspectorHolder")
        self._holder.setAccessibleName(say("Inspector"))
        # A click beside the editors leaves them.
        self._holder.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.scroller = QScrollArea()
        self.scroller.setObjectName("inspectorScroll")
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setWidgetResizable(True)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setWidget(self._holder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.scroller)
        self._chaining = QTimer(self)
        self._chaining.setSingleShot(True)
        self._chaining.setInterval(0)
        self._chaining.timeout.connect(self._chain)
        self._warming = QTimer(self)
        self._warming.setInterval(IDLE)
        self._warming.timeout.connect(self._warm)
        self._cold: list[str] | None = None
        # What was typed belongs to what was selected; what is selected now is shown when it rests.
        selection.changed.connect(self._flush_page)
        selection.rested.connect(self._show_selection)
        bridge.changed.connect(self._follow)
        bridge.closed.connect(self._close)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)
        self._show_selection()

    # -- for the window ---------------------------------------------------------------------

    def flush(self) -> bool:
        """Store what was typed and is understood; call it before undo, redo and close.

        Whether all of it is on the disk: where it is not, `trouble` says why, and closing loses it.
        """
        self._flush_page()
        return self.desk.backlog.retry()

    @property
    def unread(self) -> tuple[str, ...]:
        """What was typed and is not understood, as of the last pause; closing loses it."""
        return self.desk.backlog.unread

    @property
    def saving(self) -> Saving:
        """How things stand with what was typed."""
        return self.desk.backlog.saving

    @property
    def trouble(self) -> str:
        """The sentence of the last change that was refused."""
        return self.desk.backlog.trouble

    def _flush_page(self) -> None:
        if self._page is not None and not self._closed:
            self._page.flush()
        if self.table is not None:
            self.table.flush()

    def open_table(self, item_id: str, name: str) -> None:
        """Show a table of an item, by the name of its field, in a window of its own."""
        self._flush_page()
        item = self.desk.contents.items[item_id]
        field = kind_of(item.kind).field(name)
        if self.table is not None and (self.table.item, self.table.field) != (item_id, field):
            self.table.close()
        if self.table is None and isinstance(field, Table):
            self.table = TableWindow(self.desk, item_id, field, self)
            self.table.left.connect(self._forget_table)
            self.table.stand_over(self.window(), self._table_place)
            self.table.show()
        if self.table is not None:
            self.table.activateWindow()
            self.table.raise_()

    def _forget_table(self) -> None:
        if self.table is not None:
            self._table_place = self.table.geometry()
        self.table = None

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme; the style sheet is the window's affair."""
        self.desk.look.theme = theme
        for page in self._pages.values():
            page.retheme()
        for widget in self.findChildren(QWidget):
            # Item views have an `update` of their own, which takes an index.
            QWidget.update(widget)

    def edit_title(self) -> None:
        """Give the title of what is shown the focus, with all of it selected.

        A link is called by its label.
        """
        page = self.page
        is_link = isinstance(page, LinkPage)
        title = page.editor("label") if is_link else getattr(page, "title", None)
        if isinstance(title, HeadingEditor | LineEditor):
            title.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
            title.entry.selectAll()

    def show_file(self, artifact: str) -> None:
        """Bring the line of a file into sight, where the item that is shown has it."""
        page = self.page
        line = page.files.line_of(artifact) if isinstance(page, ItemPage) else None
        if line is not None:
            # A page that was just turned to has yet to find room for all its lines.
            QTimer.singleShot(0, line, lambda: self.scroller.ensureWidgetVisible(line))

    def show_reading(self, artifact: str) -> None:
        """Say what came of reading a file, where it is shown."""
        line = self._page.files.line_of(artifact) if isinstance(self._page, ItemPage) else None
        if line is not None:
            line.show_reading()

    def editor(self, name: str) -> Editor | None:
        """The editor of a field of what is shown, where its section was opened."""
        page = self.page
        return page.editor(name) if page is not None else None

    @property
    def page(self) -> Page | None:
        """The page of what is selected."""
        self._show_selection()
        return self._page

    def step_back(self, page: PastPage) -> None:
        """Show a page on what was, and nothing of what is."""
        self.past = page
        self.scroller.hide()
        layout = self.layout()
        assert layout is not None
        layout.addWidget(page)
        page.show()

    def step_forward(self) -> None:
        """Show what is again."""
        page, self.past = self.past, None
        if page is not None:
            page.hide()
            page.deleteLater()
        self.scroller.show()

    # -- which page -------------------------------------------------------------------------

    def _show_selection(self) -> None:
        if not self._closed:
            self._turn_to(self._selected())

    def _turn_to(self, subject: tuple[str, object]) -> None:
        if subject != self._subject:
            if not self._is_there(self._subject) and self._has_keys:
                # What was worked on is gone, by undo or for good: who did that goes on on the board.
                self.left.emit()
            self._subject = subject
            self._show(*subject)

    @property
    def _has_keys(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _is_there(self, subject: tuple[str, object]) -> bool:
        sort, what = subject
        there = self.desk.contents
        kept = (there.items, there.links, there.sources, there.frames)
        # The case is always there, and nobody works on several things in a field.
        return sort in ("", "case", "several") or any(what in each for each in kept)

    def _selected(self) -> tuple[str, object]:
        """The sort of page that the selection asks for, and what it is about."""
        now, contents = self.desk.selection.now, self.desk.contents
        found = list(islice(_subjects(contents, now), 2))
        if not found:
            return "case", contents.info.id
        return found[0] if len(found) == 1 else ("several", now)

    def _show(self, sort: str, what: object) -> None:
        page = self._made(sort)
        match page:
            case ItemPage():
                page.show_item(str(what))
            case LinkPage():
                page.show_link(str(what))
            case SourcePage():
                page.show_source(str(what))
            case FramePage():
                page.show_frame(str(what))
            case SeveralPage():
                page.show_selected(self.desk.selection.now)
            case CasePage():
                page.show_case()
                page.show_unnamed(is_so=self._is_unnamed)
            case _:
                raise AssertionError(f"there is no page for {sort}")
        if self._page is not page:
            if self._has_keys:
                self._holder.setFocus()
            if self._page is not None:
                self._page.hide()
            self._page = page
            page.show()
        self.scroller.verticalScrollBar().setValue(0)
        self._chaining.start()

    def _made(self, sort: str) -> Page:
        page = self._pages.get(sort)
        if page is None:
            page = self._make(sort)
            page.hide()
            self._pages[sort] = page
            self._column.addWidget(page)
        return page

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._warming.start()

    def _warm(self) -> None:
        """Make one page, or section of one, so that the first selection of a kind is quick too."""
        if not self._quiet.rests:
            return
        if self._cold is None:
            self._cold = [f"item {name}" for name in KINDS if name in self.desk.census.kinds]
            self._cold += ["link"] if self.desk.contents.links else []
        while self._cold:
            sort = self._cold.pop(0)
            if sort not in self._pages:
                self._made(sort)
                return
        for page in self._pages.values():
            for section in page.form.sections if isinstance(page, ItemPage) else ():
                if not section.is_prepared:
                    section.prepare()
                    return
        self._warming.stop()

    def _make(self, sort: str) -> Page:
        if sort.startswith("item "):
            return ItemPage(self.desk, sort.removeprefix("item "))
        makers = {
            "case": CasePage,
            "link": LinkPage,
            "source": SourcePage,
            "frame": FramePage,
            "several": SeveralPage,
        }
        return makers[sort](self.desk)

    def show_unnamed(self, *, is_so: bool) -> None:
        """Say at the case that nobody has given a name, or say it no more."""
        self._is_unnamed = is_so
        page = self._pages.get("case")
        if isinstance(page, CasePage):
            page.show_unnamed(is_so=is_so)

    # -- following the case and the focus ---------------------------------------------------

    def _follow(self, change: Change) -> None:
        if self._closed:
            return
        self._turn_to(self._selected())
        if self._page is not None:
            self._page.refresh(change)
            self._chaining.start()
        if self.table is not None:
            self.table.refresh(change)

    def _close(self) -> None:
        if self._closed:
            return
        self.flush()
        if self.table is not None:
            self.table.close()
        self._closed = True
        self.desk.tasks.close()
        for timer in (self._warming, self._chaining):
            timer.stop()

    def _step(self, way: str) -> None:
        self._flush_page()
        if way == "undo":
            self.desk.bridge.undo()
        else:
            self.desk.bridge.redo()

    def _chain(self) -> None:
        order_focus(self.in_tab_order)

    @property
    def in_tab_order(self) -> list[QWidget]:
        """What Tab goes through here: a page that was made late comes where the panel is."""
        return [self._holder, *(focusable(self._page) if self._page is not None else [])]

    def _follow_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            # The window lost the focus: store, and know what Escape takes back when it returns.
            for editor in self._within:
                if isValid(editor):
                    editor.settled.emit()
            return
        is_here = self.isAncestorOf(now) or (
            self.table is not None and self.table.isAncestorOf(now)
        )
        entered = editors_around(now) if is_here else []
        left = [each for each in self._within if each not in entered and isValid(each)]
        came = [each for each in entered if each not in self._within]
        self._within = entered
        for editor in left:
            editor.leave()
        for editor in came:
            editor.enter()
        if came:
            self._chaining.start()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # Keys without Ctrl belong to the control that has the focus, not to the board.
            if event.key() == Qt.Key.Key_Escape:
                if any(each.can_take_back() for each in self._within if isValid(each)):
                    event.accept()
                    return True
            elif not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier and (
                event.key() in _OWN_KEYS or (event.text() and event.text().isprintable())
            ):
                event.accept()
                return True
        return super().event(event)


_OWN_KEYS = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Space,
)


def _subjects(contents: Contents, now: Selected) -> Iterator[tuple[str, str]]:
    """The sorts of page and the ids of what is selected and in the case, each once."""
    cards, items = contents.cards, contents.items
    of_cards = (cards[each].item for each in now.cards if each in cards)
    seen = set[str]()
    for each in chain(of_cards, now.items):
        if each in items and each not in seen:
            seen.add(each)
            yield f"item {items[each].kind}", each
    yield from (("link", each) for each in now.links if each in contents.links)
    yield from (("frame", each) for each in now.frames if each in contents.frames)
    yield from (("source", each) for each in now.sources if each in contents.sources)


def editors_around(widget: QWidget) -> list[Editor]:
    """The editors that a widget lies in, innermost first."""
    found: list[Editor] = []
    at: QWidget | None = widget
    while at is not None:
        if isinstance(at, Editor):
            found.append(at)
        at = at.parentWidget()
    return found
