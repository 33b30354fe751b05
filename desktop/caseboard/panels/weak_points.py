"""`WeakPointsPanel`: what a careful editor would ask of the case, to go there or to set it aside."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QLabel,
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
from caseboard.panels.weak_point_pane import WeakPointPane
from caseboard.panels.weak_point_rows import ASIDE, PointRow, Shown, count_in_words, rows_of
from caseboard.panels.weak_points_model import WeakPointsModel, key_of
from caseboard.panels.weak_points_view import WeakPointsView
from caseboard.piecemeal import Piecemeal
from caseboard.selection import Selected, Selection
from caseboard.theme import Theme
from caseboard.voices import announce
from casedb import Change
from casedb.analysis.weak_points import WeakPoint
from casedb.analysis.weak_points.keeping import WeakPointsKept
from casedb.commands.dismissing import dismiss, reopen
from casedb.ids import utc_now
from casedb.model.records import Link
from casedb.words import say

PAUSE = 120
"""Milliseconds after typing until the list follows."""


class WeakPointsPanel(QWidget):
    """The weak points of a case by check, looked for while the panel is in front.

    `go_to(str)` asks for an item, source or link; `left()` follows Escape.
    """

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
        self.setObjectName("weakPointsPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bridge = bridge
        self._selection = selection
        self._kept: WeakPointsKept | None = None
        self._looking = Piecemeal(self)
        self._folded: set[str] = {ASIDE}
        self._whole: set[str] = set()
        self._names: dict[str, str] = {}
        self._gone_to = Selected()
        self._is_taking = False
        self.model = WeakPointsModel(self)
        self.view = WeakPointsView(self.model, theme, self)
        self.pane = WeakPointPane(self)
        self.count = QLabel(self)
        self.count.setObjectName("panelHeading")
        self.field = LensField(self)
        self.field.setPlaceholderText(say("Words of a weak point"))
        self.field.setAccessibleName(say("Find a weak point"))
        self.field.offer_to_clear(say("Clear the words"))
        self.selected = QToolButton(self)
        self.selected.setObjectName("filterChip")
        self.selected.setText(say("Of the selected"))
        told = say("Show only weak points of what is selected and of its links")
        self.selected.setToolTip(told)
        self.selected.setAccessibleName(say("Only weak points of what is selected"))
        self.selected.setCheckable(True)
        self.nothing = EmptyState("", "", self)
        self._lay_out()
        self._typing = QTimer(self, interval=PAUSE, singleShot=True)
        self._typing.timeout.connect(self._show_anew)
        self._listen()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        set_margins(head, "m", "s", "m", "s")
        set_spacing(head, "s")
        first = QWidget(self)
        policy = first.sizePolicy()
        policy.setHeightForWidth(True)
        first.setSizePolicy(policy)
        row = FlowLayout(first, "s")
        row.addWidget(self.count)
        row.addWidget(self.selected)
        head.addWidget(first)
        head.addWidget(self.field)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._pages, 1)
        column.addWidget(self.pane)
        self.setFocusProxy(self.view)

    def _listen(self) -> None:
        self.field.textChanged.connect(self._typing.start)
        self.field.returnPressed.connect(self._enter_list)
        self.selected.toggled.connect(self._show_anew)
        self.view.went.connect(self._go)
        self.view.aside_wanted.connect(self.pane.ask)
        self.view.folded.connect(self.fold)
        self.view.more_wanted.connect(self._show_whole)
        self.view.left.connect(self.left)
        self.view.selectionModel().currentChanged.connect(self._show_pane)
        self.pane.went.connect(self._go_to)
        self.pane.dismissed.connect(self._dismiss)
        self.pane.reopened.connect(self._reopen)
        self.pane.left.connect(self._return_to_list)
        self._selection.rested.connect(self._follow_selection)
        self._bridge.changed.connect(self._follow)
        self._bridge.veiled.connect(self._show_anew)
        self._bridge.closed.connect(self._looking.drop)

    # -- from outside -------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.field.set_theme(theme)
        self.view.set_theme(theme)

    def finish(self) -> None:
        """Look at once at all that is left to be looked at."""
        self._catch_up()
        self._looking.finish()

    def fold(self, group: str, is_folded: bool) -> None:
        """Fold a group, or open it."""
        if is_folded:
            self._folded.add(group)
        else:
            self._folded.discard(group)
        self._show_anew()
        head = self.model.row_of(("Head", group))
        if head.isValid():
            self.view.setCurrentIndex(head)

    # -- the case changes ---------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def _follow(self, change: Change) -> None:
        self._names.clear()
        if self._kept is not None:
            self._kept.follow(change.edits, change.restated, change.judged)
            if self.isVisible():
                self._catch_up()

    def _catch_up(self) -> None:
        """Look at what changes have touched, or at everything when the panel is shown for the first time."""
        if self._kept is None:
            self._kept = WeakPointsKept(self._bridge.contents)
            self.count.setText(say("Looking for weak points…"))
        # What is being looked through takes along what comes to it.
        if not self._looking.is_busy:
            self._looking.begin(self._kept.catch_up(), self._end_looking)

    def _end_looking(self, _: None) -> None:
        self._show_anew()

    def _follow_selection(self) -> None:
        if not self.selected.isChecked() or not self.isVisible():
            return
        # Whoever goes to what a row is about keeps the list that led there.
        if self._selection.now != self._gone_to:
            self._show_anew()

    # -- the rows -----------------------------------------------------------------------------

    @property
    def _selected(self) -> frozenset[str] | None:
        """The ids of what is selected, with the links and the sources; None where all is shown."""
        if not self.selected.isChecked():
            return None
        contents, items = self._bridge.contents, self._selection.item_ids(self._bridge.contents)
        links: list[Link] = [link for each in items for link in contents.links_at(each)]
        chosen = self._selection
        return frozenset((*items, *(each.id for each in links), *chosen.links, *chosen.sources))

    def _show_anew(self) -> None:
        if self._kept is None:
            return
        contents = self._bridge.contents
        words = self.field.text()
        found = self._kept.by_check()
        of, names = self._selected, self._names
        shown = rows_of(contents, found, words, of, self._folded, self._whole, names)
        key, row = key_of(self.view.line), self.view.currentIndex().row()
        at = self.view.verticalScrollBar().value()
        self._is_taking = True
        if self.model.take(shown.lines):
            there = self.model.row_of(key)
            if not there.isValid() and row >= 0:
                there = self.model.index(min(row, self.model.rowCount() - 1))
            if there.isValid():
                self.view.setCurrentIndex(there)
            self.view.verticalScrollBar().setValue(at)
        self._is_taking = False
        self._show_pane()
        self.count.setText(
            say("Looking for weak points…") if self._looking.is_busy else count_in_words(shown)
        )
        self._show_page(shown)
        self.view.allow_setting_aside(is_allowed=not self._bridge.read_only)

    def _show_page(self, shown: Shown) -> None:
        if shown.lines:
            self._pages.setCurrentWidget(self.view)
            return
        if shown.open or shown.aside:
            self.nothing.say(say("No such weak point"), say("Nothing that is weak here fits."))
        else:
            self.nothing.say(
                say("Nothing to ask."),
                say("What a careful editor would ask of this case is listed here."),
            )
        self._pages.setCurrentWidget(self.nothing)

    def _show_pane(self) -> None:
        if not self._is_taking:
            line = self.view.line
            row = line if isinstance(line, PointRow) else None
            is_open = not self._bridge.read_only
            self.pane.show_row(self._bridge.contents, row, can_change=is_open)
            self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """Keep the current row in sight: the list is lower while something is shown below it."""
        layout = self.layout()
        if layout is not None and self.isVisible():
            layout.activate()
            self.view.scrollTo(self.view.currentIndex())

    def _show_whole(self, group: str) -> None:
        self._whole.add(group)
        self._show_anew()

    def _enter_list(self) -> None:
        self._typing.stop()
        self._show_anew()
        if self.model.rowCount():
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _return_to_list(self) -> None:
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- what is done to them -----------------------------------------------------------------

    def _go(self) -> None:
        line = self.view.line
        if isinstance(line, PointRow):
            self._go_to(line.asked.point.subject)

    def _go_to(self, record_id: str) -> None:
        self.go_to.emit(record_id)
        self._gone_to = self._selection.now

    def _dismiss(self, point: WeakPoint, reason: str) -> None:
        bridge = self._bridge
        if bridge.attempt(
            lambda: dismiss(
                bridge.contents,
                bridge.new_id,
                subject=point.subject,
                check=point.check,
                ground=point.ground,
                reason=reason,
                by=bridge.case.actor,
                at=utc_now(),
            )
        ):
            self.pane.stop_asking()
            self._return_to_list()
            announce(self.view, say("Set aside"))

    def _reopen(self, point: WeakPoint) -> None:
        bridge = self._bridge
        if bridge.attempt(
            lambda: reopen(
                bridge.contents,
                bridge.new_id,
                subject=point.subject,
                check=point.check,
                ground=point.ground,
                by=bridge.case.actor,
                at=utc_now(),
            )
        ):
            self._return_to_list()
