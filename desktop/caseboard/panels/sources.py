"""`SourcesPanel`: the sources of a case with what is done to them, and how its grades lie."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from caseboard.bridge import CaseBridge
from caseboard.flow_layout import FlowLayout
from caseboard.lens_field import LensField
from caseboard.measures import set_margins, set_spacing
from caseboard.panels.empty_state import EmptyState
from caseboard.panels.following import Following
from caseboard.panels.grades_page import GradesPage
from caseboard.panels.sources_model import SourcesModel
from caseboard.panels.sources_view import SourcesView
from caseboard.segments import Segments
from caseboard.selection import Selected, Selection
from caseboard.theme import Theme, icon
from casedb import Change
from casedb.model.discretion import is_protected
from casedb.model.records import Assessment, Item, Source
from casedb.model.references import references_of
from casedb.words import say

SOURCES, GRADES = "sources", "grades"
PAUSE = 120
"""Milliseconds after typing until the list follows."""
_ICON = 16


class SourcesPanel(QWidget):
    """Every source below its owner, or the table of grades.

    A click selects a source. `new_wanted(str)` asks for a new one of a name, which may be empty;
    `merge_wanted(tuple)` for one of several; `delete_wanted(Selected)` for deleting from the case;
    `opened()` asks for the form of what is selected, `go_to(str)` for an item; `left()` follows Escape.
    """

    new_wanted = Signal(str)
    merge_wanted = Signal(object)
    delete_wanted = Signal(object)
    opened = Signal()
    go_to = Signal(str)
    left = Signal()

    def __init__(
        self,
        bridge: CaseBridge,
        selection: Selection,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sourcesPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bridge = bridge
        self._selection = selection
        self._following = Following()
        self._is_behind = True
        self.model = SourcesModel(bridge, self)
        self.view = SourcesView(self.model, theme, self)
        self.grades = GradesPage(bridge, theme, self)
        self.nothing = EmptyState("", "", self)
        self.switch = Segments(
            say("Sources or grades"), [(SOURCES, say("Sources")), (GRADES, say("Grades"))], self
        )
        self.switch.label.hide()
        self.switch.choose(SOURCES)
        self.field = LensField(self)
        self.field.setPlaceholderText(say("Name, alias or country"))
        self.field.setAccessibleName(say("Find a source"))
        self.field.offer_to_clear(say("Clear the words"))
        self.names_button = QToolButton(self)
        self.new_button = QPushButton(say("New source"), self)
        self.merge_button = QPushButton(say("Merge…"), self)
        self.delete_button = QPushButton(say("Delete…"), self)
        self._lay_out()
        self._typing = QTimer(self, interval=PAUSE, singleShot=True)
        self._typing.timeout.connect(self._seek)
        self._renewing = QTimer(self, interval=0, singleShot=True)
        self._renewing.timeout.connect(self._renew)
        self._listen()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        self.names_button.setObjectName("iconButton")
        self.names_button.setCheckable(True)
        told = say("Name protected sources in this list")
        self.names_button.setToolTip(told)
        self.names_button.setAccessibleName(told)
        self.merge_button.setToolTip(say("Make one source of those that are selected"))
        first = QHBoxLayout()
        first.addWidget(self.switch)
        first.addStretch(1)
        first.addWidget(self.names_button)
        head = QVBoxLayout()
        set_margins(head, "m", "s", "m", "s")
        set_spacing(head, "s")
        head.addLayout(first)
        head.addWidget(self.field)
        foot = QWidget(self)
        policy = foot.sizePolicy()
        policy.setHeightForWidth(True)
        foot.setSizePolicy(policy)
        buttons = FlowLayout(foot, "s")
        for button in (self.new_button, self.merge_button, self.delete_button):
            buttons.addWidget(button)
        self._foot = QWidget(self)
        around = QVBoxLayout(self._foot)
        set_margins(around, "m", "s", "m", "m")
        around.addWidget(foot)
        self._pages = QStackedLayout()
        # In a low window the table would make all of it higher.
        self._scroller = QScrollArea(self)
        self._scroller.setObjectName("gradesScroll")
        self._scroller.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroller.setWidgetResizable(True)
        self._scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroller.setWidget(self.grades)
        for page in (self.view, self.nothing, self._scroller):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._pages, 1)
        column.addWidget(self._foot)
        self.setFocusProxy(self.field)

    def _listen(self) -> None:
        self.switch.group.buttonClicked.connect(self._show_page)
        self.field.textChanged.connect(self._typing.start)
        self.field.returnPressed.connect(self._enter_list)
        self.names_button.toggled.connect(self._name_all)
        self.new_button.clicked.connect(self._make)
        self.merge_button.clicked.connect(lambda: self.merge_wanted.emit(self.chosen))
        self.delete_button.clicked.connect(self._delete)
        self.view.opened.connect(self.opened)
        self.grades.went.connect(self.go_to)
        for part in (self.view, self.grades):
            part.left.connect(self.left)
        self.view.selectionModel().selectionChanged.connect(self._select)
        self._selection.rested.connect(self._show_selection)
        self._bridge.changed.connect(self._follow)
        self._bridge.veiled.connect(self._veil)

    # -- from outside -------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.field.set_theme(theme)
        self.view.set_theme(theme)
        self.grades.set_theme(theme)
        self.names_button.setIcon(icon("eye", theme, "tx2", _ICON))

    def start(self) -> None:
        """Put the cursor into the field for words."""
        self.show_page(SOURCES)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_page(self, page: str) -> None:
        """Show the SOURCES or the GRADES."""
        self.switch.choose(page)
        self._show_page()

    def edit_name(self, source_id: str) -> None:
        """Edit the name of a source where it stands."""
        self.renew()
        index = self.model.row_of(source_id)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
            self.view.edit(index)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the selected sources in the order of the list."""
        rows = sorted(each.row() for each in self.view.selectionModel().selectedIndexes())
        return tuple(self.model.source_at(self.model.index(row, 0)) for row in rows)

    # -- the case changes -----------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_behind:
            self.renew()

    def _follow(self, change: Change) -> None:
        if not any(_matters(edit.before, edit.after) for edit in change.edits):
            return
        self._is_behind = True
        if self.isVisible():
            self._renewing.start()

    def _renew(self) -> None:
        if self._is_behind and self.isVisible():
            self.renew()

    def renew(self) -> None:
        """Look at the case anew."""
        self._is_behind = False
        has_protected = any(is_protected(each) for each in self._bridge.contents.sources.values())
        self.names_button.setVisible(has_protected)
        at = self.view.verticalScrollBar().value()
        with self._following():
            is_other = self.model.renew()
        self._show_page()
        if is_other:
            self.view.verticalScrollBar().setValue(at)
            self._show_selection()
        self._show_buttons()

    def _veil(self) -> None:
        self.renew()
        # Also where it is not in front: a screen reader walks through it all the same.
        self.grades.renew()

    def _seek(self) -> None:
        self.model.words = self.field.text()
        self.renew()

    def _name_all(self, names_all: bool) -> None:
        self.model.names_all = names_all
        self.renew()

    def _show_page(self) -> None:
        is_list = self.switch.value == SOURCES
        self.field.setVisible(is_list)
        self._foot.setVisible(is_list and not self._bridge.read_only)
        if not is_list:
            self.grades.renew()
            self._pages.setCurrentWidget(self._scroller)
            self.setFocusProxy(self.grades)
            return
        self.setFocusProxy(self.field)
        if self.model.rowCount():
            self._pages.setCurrentWidget(self.view)
        elif self.model.words:
            self.nothing.say(
                say("No such source"), say("No name, alias or country has these words.")
            )
            self._pages.setCurrentWidget(self.nothing)
        else:
            self.nothing.say(
                say("No sources yet"),
                say("Whoever is named in the form of an item as its source is listed here."),
            )
            self._pages.setCurrentWidget(self.nothing)

    # -- selecting ----------------------------------------------------------------------------

    def _select(self, now: QItemSelection, before: QItemSelection) -> None:
        self._show_buttons()
        if not self._following:
            with self._following():
                self._selection.set(sources=self.chosen)

    def _show_selection(self) -> None:
        if not self.isVisible() or self._following:
            return
        wanted = self._selection.sources
        if wanted == frozenset(self.chosen):
            return
        picked = QItemSelection()
        for each in wanted:
            index = self.model.row_of(each)
            if index.isValid():
                picked.select(index, index)
        with self._following():
            flags = QItemSelectionModel.SelectionFlag
            self.view.selectionModel().select(picked, flags.ClearAndSelect)
            if not picked.isEmpty():
                first = picked.indexes()[0]
                self.view.selectionModel().setCurrentIndex(first, flags.NoUpdate)
                self.view.scrollTo(first)
        self._show_buttons()

    def _show_buttons(self) -> None:
        count = len(self.view.selectionModel().selectedIndexes())
        self.merge_button.setEnabled(count > 1)
        self.delete_button.setEnabled(count > 0)

    # -- the buttons --------------------------------------------------------------------------

    def _enter_list(self) -> None:
        self._typing.stop()
        self._seek()
        if self.model.rowCount():
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make(self) -> None:
        self._typing.stop()
        self._seek()
        # What was looked for and is not there is mostly what is to be made.
        name = "" if self.model.rowCount() else self.field.text().strip()
        if not name:
            self.field.clear()
            self._typing.stop()
            self._seek()
        self.new_wanted.emit(name)

    def _delete(self) -> None:
        if self.chosen:
            self.delete_wanted.emit(Selected(sources=frozenset(self.chosen)))


def _matters(before: object, after: object) -> bool:
    """Whether an edit changes what is told of sources or grades."""
    if isinstance(before or after, (Source, Assessment)):
        return True
    return _named(before) != _named(after)


def _named(record: object) -> set[tuple[str, str, str]]:
    return set(references_of(record)) if isinstance(record, Item) else set()
