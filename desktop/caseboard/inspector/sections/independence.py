"""The independent lines to a claim: how many, which, and what they have in common."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from caseboard.focus_order import focusable, order_focus
from caseboard.inspector.controls.labels import PlainLabel
from caseboard.inspector.desk import Desk
from caseboard.inspector.sections.independence_rows import ItemsRow, Side, Sort, side_of
from caseboard.inspector.sections.items_line import ItemsLine, ItemsList
from caseboard.inspector.sections.origin_form import OriginForm
from caseboard.inspector.sections.section import Section
from caseboard.measures import set_margins, set_spacing
from caseboard.theme import space
from casedb import Change
from casedb.commands.origins import part_origin
from casedb.model.mentions import mentions_of
from casedb.words import say

FOR, AGAINST = 1, -1


class SideView(QWidget):
    """What is told of one polarity: a sentence, why it is a range, and the rows."""

    def __init__(self, desk: Desk, side: Side, group: QButtonGroup) -> None:
        super().__init__()
        self.side = side
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        set_spacing(column, 2)
        self.labels = [PlainLabel(side.sentence, "inspectorPlain", wrap=True)]
        self.labels += [PlainLabel(each, "inspectorQuiet", wrap=True) for each in side.reasons]
        for label in self.labels:
            row = QHBoxLayout()
            set_margins(row, "xs", 1, "xs", 1)
            row.addWidget(label)
            column.addLayout(row)
        self.headings: list[PlainLabel] = []
        self.lists: list[ItemsList] = []
        for block in side.blocks:
            if block.heading:
                heading = PlainLabel(block.heading, "inspectorGroup", wrap=True)
                self.headings.append(heading)
                column.addWidget(heading)
            rows = ItemsList(desk, block.rows, group, frozenset(side.origins))
            self.lists.append(rows)
            column.addWidget(rows)

    @property
    def lines(self) -> list[ItemsLine]:
        """All lines of it."""
        return [line for each in self.lists for line in each.lines]


class IndependenceSection(Section):
    """The independent lines to a claim, for it and against it; without a mention it is not there.

    What is hidden is not reckoned: it is when it comes into sight.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(say("Independence"), desk)
        self._claim = ""
        self._is_stale = True
        self._open: set[tuple[int, Sort, tuple[str, ...]]] = set()
        self._asked: tuple[int, tuple[str, ...]] = (0, ())
        self.sides: list[SideView] = []
        self.form: OriginForm | None = None
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._list = QVBoxLayout()
        set_spacing(self._list, "s")
        self.column.addLayout(self._list)
        self.board_button = self.add_action(say("Show on the board"))
        self.board_button.clicked.connect(self._show_on_board)
        self._is_narrow = False

    def show_claim(self, claim_id: str) -> None:
        """Show the lines to a claim."""
        if claim_id != self._claim:
            self.leave_form()
            self._open.clear()
        self._claim = claim_id
        self._is_stale = True
        self._reckon()

    def refresh(self, change: Change) -> None:
        """Take in a change that the lines may follow from."""
        if self._claim in change.restated or self.isHidden():
            self._is_stale = True
            self._reckon()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reckon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = self.title.sizeHint().width() + self.board_button.sizeHint().width()
        is_narrow = wanted + space("m") > event.size().width()
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        # Below the title, where it would cut it.
        (self._head if is_narrow else self.column).removeWidget(self.board_button)
        if is_narrow:
            self.column.insertWidget(1, self.board_button, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._head.addWidget(self.board_button)

    def _reckon(self) -> None:
        """Show what there is now, where it is in sight."""
        contents = self.desk.contents
        is_there = self._claim in contents.items
        spoken = [
            each for each in (FOR, AGAINST) if is_there and mentions_of(contents, self._claim, each)
        ]
        self.setVisible(bool(spoken))
        if not self._is_stale or not self.isVisible():
            return
        standing = contents.standing(self._claim)
        self._is_stale = standing is None
        if standing is not None:
            self._show([side_of(contents, standing.of(each), each) for each in spoken])

    def _show(self, sides: list[Side]) -> None:
        if sides == [each.side for each in self.sides]:
            return
        focus = QApplication.focusWidget()
        had_focus = focus is not None and any(each.isAncestorOf(focus) for each in self.sides)
        form, at = self.form, 0
        if form is not None:
            # It outlives the line that it stands below, with what was typed.
            at = form.name.cursorPosition()
            form.setParent(self)
        for view in self.sides:
            self._list.removeWidget(view)
            view.hide()
            view.deleteLater()
        self.sides = [self._add(side) for side in sides]
        if form is not None:
            self._place(form)
        order_focus(focusable(self))
        if focus is not None and had_focus:
            is_kept = form is not None and form.isAncestorOf(focus)
            (focus if is_kept else self.board_button).setFocus(Qt.FocusReason.OtherFocusReason)
        if form is not None:
            form.name.setCursorPosition(at)

    def _add(self, side: Side) -> SideView:
        view = SideView(self.desk, side, self._group)
        self._list.addWidget(view)
        # At once, and not when the layout comes to it: what has the focus keeps it.
        view.show()
        for block, rows in zip(side.blocks, view.lists, strict=True):
            for line in rows.lines:
                if (side.polarity, block.sort, line.row.items) in self._open:
                    line.button.setChecked(True)
            rows.unfolded.connect(partial(self._keep_open, side.polarity, block.sort))
            rows.group_wanted.connect(self.open_form)
            rows.part_wanted.connect(self._part)
        return view

    def _keep_open(self, polarity: int, sort: Sort, row: ItemsRow, is_open: bool) -> None:
        key = polarity, sort, row.items
        (self._open.add if is_open else self._open.discard)(key)

    # -- on the board -----------------------------------------------------------------------

    def _show_on_board(self) -> None:
        if len(self.sides) == 1:
            self._want_lines(self.sides[0].side.polarity)
            return
        menu = QMenu(self)
        self.fill_menu(menu)
        menu.exec(self.board_button.mapToGlobal(self.board_button.rect().bottomLeft()))
        menu.deleteLater()

    def fill_menu(self, menu: QMenu) -> None:
        """Offer the lines of either side."""
        for polarity, text in (
            (FOR, say("What speaks for it")),
            (AGAINST, say("What speaks against it")),
        ):
            menu.addAction(text).triggered.connect(partial(self._want_lines, polarity))

    def _want_lines(self, polarity: int, *_: object) -> None:
        self.desk.lines_wanted.emit(self._claim, polarity)

    # -- origin groups ----------------------------------------------------------------------

    def open_form(self, line: ItemsLine) -> None:
        """Ask below a line which items are one origin with its own, and by which name."""
        self.leave_form()
        side = next(each.side for each in self.sides if each.isAncestorOf(line))
        self._asked = side.polarity, line.row.origin
        self.form = OriginForm(self.desk, side.origins, line.row.origin)
        self.form.stored.connect(self.leave_form)
        self.form.left.connect(self.leave_form)
        line.column.addWidget(self.form)
        self.form.show()
        order_focus(focusable(self))
        self.form.start()

    def leave_form(self) -> None:
        """Ask no more, and go back to where it was asked."""
        form, self.form = self.form, None
        if form is None:
            return
        focus = QApplication.focusWidget()
        if focus is not None and form.isAncestorOf(focus):
            line = self._line_of(*self._asked)
            (line.more_button if line is not None else self.board_button).setFocus()
        form.hide()
        form.deleteLater()

    def _place(self, form: OriginForm) -> None:
        """Put the form below the line where it was asked for, or below all of them."""
        line = self._line_of(*self._asked)
        (line.column if line is not None else self.column).addWidget(form)
        form.show()

    def _line_of(self, polarity: int, origin: tuple[str, ...]) -> ItemsLine | None:
        """The first line that tells of some of these origins."""
        lines = (
            line for each in self.sides if each.side.polarity == polarity for line in each.lines
        )
        all_lines = (each for line in lines for each in (line, *line.lines))
        fitting = [each for each in all_lines if not set(origin).isdisjoint(each.row.origin)]
        return next(
            (each for each in fitting if each.row.origin == origin), next(iter(fitting), None)
        )

    def _part(self, row: ItemsRow) -> None:
        bridge = self.desk.bridge
        bridge.attempt(partial(part_origin, bridge.contents, row.grouped))
