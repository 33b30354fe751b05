"""`SearchPanel`: find anything in the case as you type, and fly to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from caseboard import theme as look
from caseboard.bridge import CaseBridge
from caseboard.file_reading import FileReading
from caseboard.focus_order import focusable, order_focus
from caseboard.lens_field import LensField
from caseboard.measures import set_margins, set_spacing
from caseboard.panels.empty_state import EmptyState
from caseboard.panels.file_foot import FileFoot
from caseboard.panels.filter_chips import FilterChips
from caseboard.panels.item_menu import item_menu
from caseboard.panels.pick import select_item
from caseboard.panels.plain_list import is_for_list
from caseboard.panels.search_results import Found, SearchResults, users_of
from caseboard.panels.search_view import ResultsView
from caseboard.panels.search_worker import LIMIT, Question, Searcher
from caseboard.selection import Selected, Selection
from caseboard.theme import Theme
from caseboard.voices import announce
from casedb.model.custody import is_expunged
from casedb.model.drawable import may_be_drawn
from casedb.model.file_words import has_pages
from casedb.model.records import Annotation, Artifact, Element, Item, Link, Source
from casedb.store.search import Hit
from casedb.words import say, term

PAUSE = 120
"""Milliseconds without a key before a search is made."""

_HINT = term(
    "Finds titles, texts, sources, links, the elements of claims, what is written on marks, and the "
    "words in PDFs, texts and saved pages. The beginning of a word is enough."
)
_NOTHING = term("Nothing found")
_NOTHING_HINT = term("Every word must occur. Try fewer words, or only the beginning of one.")


class SearchPanel(QWidget):
    """Search in one case.

    A click on a result selects it: its card on the board in front where it has one. Enter or a
    double-click flies to it: `go_to(str)` with the id of an item (of the claim, for an element),
    `go_to_link(str)` with that of a link; a source is selected. For a file that is `go_to_file(str,
    str)` with the item that uses it, empty for none, and the file; Ctrl+Enter asks with
    `page_wanted(str, str, int)` for it at full size, on the page (from 0) where the words were met.
    For a mark both ask with `go_to_mark(str)`. `left()` follows Escape in an empty field,
    `answered(str)` every answer, with the text that was searched for; `shown(Selected)` carries the items and links of the results whenever these change. `place_wanted(object)` carries a
    tuple of item ids to be placed on the board in front, `delete_wanted(object)` a `Selected`.
    """

    go_to = Signal(str)
    go_to_link = Signal(str)
    go_to_file = Signal(str, str)
    go_to_mark = Signal(str)
    page_wanted = Signal(str, str, int)
    left = Signal()
    answered = Signal(str)
    shown = Signal(object)
    place_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(
        self,
        bridge: CaseBridge,
        selection: Selection,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("searchPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bridge = bridge
        self.selection = selection
        self._theme = theme
        self._board = bridge.contents.boards[0].id
        self._moves_in = False
        self._is_showing = False
        self._is_whole = True
        self._reading: FileReading | None = None
        self.searcher = Searcher(bridge.case, self)
        self.searcher.found.connect(self._show)
        self.searcher.failed.connect(self._show_failure)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._ask)
        self.results = SearchResults(bridge, self)
        self.results.modelReset.connect(self._tell_shown)
        self._build(theme)
        bridge.changed.connect(self._search_again)
        bridge.closed.connect(self.close_search)
        self.set_theme(theme)

    def _build(self, theme: Theme) -> None:
        self.field = _Field(self)
        self.chips = FilterChips(theme, self)
        self.chips.hide()
        self.count = QLabel(self)
        self.count.setObjectName("searchCount")
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.view = ResultsView(theme, self)
        self.view.setModel(self.results)
        self._hint = EmptyState("", say(_HINT), self)
        self.nothing = EmptyState(say(_NOTHING), say(_NOTHING_HINT), self)
        self._pages = QStackedWidget(self)
        for page in (self._hint, self.nothing, self.view):
            self._pages.addWidget(page)

        head = QVBoxLayout()
        set_margins(head, "m", "m", "m", 0)
        set_spacing(head, "s")
        for widget in (self.field, self.chips, self.count):
            head.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        set_spacing(layout, "xs")
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)
        self.foot = FileFoot(self)
        self.foot.page_wanted.connect(self.see_page)
        layout.addWidget(self.foot)
        self.count.hide()
        self.setFocusProxy(self.field)

        self.field.textChanged.connect(self._type)
        self.field.entered.connect(self._move_in)
        self.field.left.connect(self.left)
        self.chips.changed.connect(self._narrow)
        self.view.entered_row.connect(self._fly)
        self.view.page_wanted.connect(self.see_page)
        self.view.selectionModel().currentChanged.connect(self._offer_page)
        self.results.modelReset.connect(self._offer_page)
        self.view.left.connect(self.start)
        self.view.menu_wanted.connect(self._open_menu)
        self.view.typed.connect(self._type_more)
        self.view.selectionModel().selectionChanged.connect(self._select)

    # -- from outside ---------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        self.field.set_theme(theme)
        self.chips.set_theme(theme)
        self.view.set_theme(theme)

    def set_board(self, board_id: str) -> None:
        """Say which board is in front: a click selects cards of that one."""
        self._board = board_id

    def start(self) -> None:
        """Put the cursor into the field, the text in it selected: ready to type."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def step(self, step: int) -> bool:
        """Go to the next result, or the one before, round after the last; whether there is any."""
        count, now = self.results.rowCount(), self.view.currentIndex()
        if not count:
            return False
        row = now.row() + step if now.isValid() else (0 if step > 0 else -1)
        index = self.results.index(row % count, 0)
        self.view.setCurrentIndex(index)
        record = self.results.found(index)
        if isinstance(record, Annotation):
            # Whoever goes through the results stays at the board: a mark is seen in another window.
            users = self._items_of(record)
            self.go_to_file.emit(users[0] if users else "", record.artifact)
        else:
            self._fly(index)
        return True

    def close_search(self) -> None:
        """Stop searching for good, before the case is closed."""
        self._pause.stop()
        self.searcher.close()

    # -- asking ---------------------------------------------------------------------------

    def _type(self, text: str) -> None:
        self.searcher.drop()
        self._moves_in = False
        if text.strip():
            self._pause.start()
            return
        self._pause.stop()
        self.results.clear()
        self.chips.clear()
        self.count.hide()
        self._pages.setCurrentWidget(self._hint)

    def _type_more(self, letters: str) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.insert(letters)

    def _ask(self) -> None:
        self._pause.stop()
        self.searcher.ask(self.field.text())

    def _search_again(self) -> None:
        if self.field.text().strip():
            self._pause.start()

    def _move_in(self) -> None:
        if self._pause.isActive():
            self._moves_in = True
            self._ask()
        elif self.results.rowCount():
            self.view.move_in()

    # -- showing --------------------------------------------------------------------------

    def _show(self, question: Question, hits: Sequence[Hit]) -> None:
        current = self.results.found(self.view.currentIndex())
        self.results.show(question.text, hits, self.chips.chosen)
        self.chips.show_counts(self.results.counts())
        order_focus(focusable(self))
        self._is_whole = is_whole(hits)
        self._show_rows()
        if self._moves_in and self.results.rowCount():
            self.view.move_in()
        elif current is not None:
            self._is_showing = True
            self.view.setCurrentIndex(self.results.index_of(current.id))
            self._is_showing = False
        self._moves_in = False
        self.answered.emit(question.text)

    def _show_failure(self, sentence: str) -> None:
        self.results.clear()
        self.count.hide()
        self.nothing.say(say("Not searched"), sentence)
        self._pages.setCurrentWidget(self.nothing)

    def _narrow(self) -> None:
        self.results.narrow(self.chips.chosen)
        self._show_rows()

    def _show_rows(self) -> None:
        rows, total = self.results.rowCount(), self.results.total
        if rows:
            self.count.setText(_counted(rows, total, is_whole=self._is_whole))
        self.count.setVisible(rows > 0)
        if total and not rows:
            hint = say(
                "There is {n} result of another sort: switch the filters off to see it.",
                "There are {n} results of other sorts: switch the filters off to see them.",
                n=total,
            )
            self.nothing.say(say(_NOTHING), hint)
        else:
            self.nothing.say(say(_NOTHING), say(_NOTHING_HINT))
        self._pages.setCurrentWidget(self.view if rows else self.nothing)
        spoken = self.count.text() if rows else say(_NOTHING)
        announce(self.view, spoken)

    def _tell_shown(self) -> None:
        found = self.results.shown()
        self.shown.emit(
            Selected(
                items=frozenset(item for each in found for item in self._items_of(each)),
                links=frozenset(each.id for each in found if isinstance(each, Link)),
            )
        )

    # -- the menu -------------------------------------------------------------------------

    def menu(self) -> QMenu:
        """The menu for the selected results."""
        indexes = self.view.selectionModel().selectedIndexes()
        records = [self.results.found(index) for index in indexes]
        items = [item for each in records if each is not None for item in self._items_of(each)]
        menu = item_menu(
            self,
            self._theme,
            self._bridge,
            self._board,
            list(dict.fromkeys(items)),
            [each.id for each in records if isinstance(each, Source)],
            go=partial(self._fly, indexes[0]) if len(indexes) == 1 else None,
            place=self.place_wanted.emit,
            delete=self.delete_wanted.emit,
        )
        page = self._page_of(indexes[0]) if len(indexes) == 1 else None
        if page is not None:
            first = menu.actions()[0]
            seeing = QAction(look.icon("eye", self._theme), page.words, menu)
            seeing.setShortcut("Ctrl+Return")
            seeing.triggered.connect(self.see_page)
            menu.insertAction(menu.actions()[1], seeing)
            menu.setDefaultAction(first)
        return menu

    def _open_menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    # -- acting ---------------------------------------------------------------------------

    def _select(self) -> None:
        if self._is_showing:
            return
        chosen = Selected()
        for index in self.view.selectionModel().selectedIndexes():
            record = self.results.found(index)
            if record is not None:
                chosen |= self._selected(record)
        if chosen:
            self.selection.become(chosen)

    def _selected(self, record: Found) -> Selected:
        match record:
            case Source():
                return Selected(sources=frozenset({record.id}))
            case Link():
                return Selected(links=frozenset({record.id}))
            case _:
                contents = self._bridge.contents
                chosen = Selected()
                for item in self._items_of(record)[:1]:
                    chosen |= select_item(contents, item, self._board)
                return chosen

    def _items_of(self, record: Found) -> list[str]:
        """The items that a result belongs to."""
        match record:
            case Item():
                return [record.id]
            case Element():
                return [record.claim]
            case Artifact():
                return users_of(self._bridge.contents, record.id)
            case Annotation():
                return users_of(self._bridge.contents, record.artifact)
            case _:
                return []

    def _fly(self, index: QModelIndex) -> None:
        record = self.results.found(index)
        match record:
            case Link():
                self.go_to_link.emit(record.id)
            case Item() | Element():
                self.go_to.emit(self._items_of(record)[0])
            case Artifact():
                users = self._items_of(record)
                self.go_to_file.emit(users[0] if users else "", record.id)
            case Annotation():
                self.go_to_mark.emit(record.id)
            case Source():
                self.selection.set(sources=[record.id])
            case None:
                pass

    # -- files -------------------------------------------------------------------

    def follow_reading(self, reading: FileReading) -> None:
        """Tell of the files that are still to be read, and how far that has come."""
        self._reading = reading
        reading.stood.connect(self.foot.tell_progress)
        reading.ended.connect(self._take_what_was_read)
        self.foot.reading_wanted.connect(reading.start)
        self.tell_unread()

    def _take_what_was_read(self) -> None:
        self.tell_unread()
        self._search_again()

    def tell_unread(self) -> None:
        """Say how many files are still to be read, where nobody reads them."""
        reading = self._reading
        if reading is not None and not reading.is_busy:
            may_read = not self._bridge.read_only
            self.foot.tell_unread(len(reading.unread()), may_read=may_read)

    def see_page(self) -> None:
        """Ask for the file of the current result at full size, on the page where it was met."""
        record = self.results.found(self.view.currentIndex())
        page = self._page_of(self.view.currentIndex())
        if isinstance(record, Annotation):
            self.go_to_mark.emit(record.id)
        elif page is not None:
            self.page_wanted.emit(page.item, page.artifact, page.number)

    def _offer_page(self) -> None:
        page = self._page_of(self.view.currentIndex())
        self.foot.offer_page(page.words if page is not None else "")

    def _page_of(self, index: QModelIndex) -> _Page | None:
        """What there is to be seen at full size of a result."""
        record = self.results.found(index)
        if not isinstance(record, Artifact) or not can_be_seen(record):
            return None
        users, spot = self._items_of(record), self.results.spot(record)
        item = users[0] if users else ""
        if spot is None or not has_pages(record.media_type):
            return _Page(item, record.id, 0, say("See it at full size"))
        return _Page(item, record.id, spot.page - 1, say("See page {n}", n=spot.page))


@dataclass(frozen=True, slots=True)
class _Page:
    """A page of a file, from 0, with an item that uses it, and what going there is called."""

    item: str
    artifact: str
    number: int
    words: str


def can_be_seen(artifact: Artifact) -> bool:
    """Whether a file can be shown at full size."""
    return may_be_drawn(artifact.media_type) and not is_expunged(artifact)


class _Field(LensField):
    """The field. `entered()` follows Enter or Down; `left()` Escape where there is no text."""

    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("searchField")
        self.setPlaceholderText(say("Search the case"))
        self.setAccessibleName(say("Search the case"))
        self.offer_to_clear(say("Clear the search"))

    def event(self, event: QEvent) -> bool:
        if is_for_list(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Down:
                self.entered.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)


def is_whole(hits: Sequence[Hit]) -> bool:
    """Whether that is all that could be found: there is a limit for files and one for all else."""
    files = sum(hit.record is Artifact for hit in hits)
    return max(files, len(hits) - files) < LIMIT


def _counted(rows: int, total: int, *, is_whole: bool) -> str:
    """How many results there are, in words.

    >>> _counted(1, 1, is_whole=True), _counted(3, 12, is_whole=True)
    ('1 result', '3 of 12 results')
    """
    if rows < total:
        if is_whole:
            return say("{rows} of {n} results", "{rows} of {n} results", rows=rows, n=total)
        return say(
            "{rows} of the best {n} results", "{rows} of the best {n} results", rows=rows, n=total
        )
    if is_whole:
        return say("{n} result", "{n} results", n=total)
    return say("The best {n} result", "The best {n} results", n=total)
