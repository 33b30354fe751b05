"""The links at an item, in the reader's terms: for, against, and what else they say."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from caseboard.inspector.controls.buttons import IconButton, TextButton
from caseboard.inspector.controls.labels import PlainLabel
from caseboard.inspector.controls.rows import RowButton
from caseboard.inspector.desk import Desk
from caseboard.inspector.sections.link_rows import LinkRow, link_rows
from caseboard.inspector.sections.section import Section
from caseboard.measures import set_margins
from caseboard.scale import px
from caseboard.theme import space
from casedb.commands import removal
from casedb.model.card_face import Support
from casedb.model.contents import Contents
from casedb.model.records import Item
from casedb.words import say

FIRST = 30
"""Rows that are shown before one asks for more."""


class LinkLine(QWidget):
    """One link: press it to go to its other end; the pointer or the focus brings up what can be done.

    Where its words do not fit, a button below them unfolds the row.
    """

    def __init__(self, desk: Desk, row: LinkRow) -> None:
        super().__init__()
        self.row = row
        self._desk = desk
        self.button = RowButton(desk.look, row.face, row.said, lines=2)
        self.button.clicked.connect(self._go)
        self.button.focus_moved.connect(self._follow_focus)
        self.more_button = TextButton("", "inspectorAdd")
        self.more_button.clicked.connect(self._unfold)
        self.more_button.focus_moved.connect(self._follow_focus)
        self.more_button.hide()
        self._actions: tuple[IconButton, ...] = ()
        self._line = QHBoxLayout()
        self._line.setSpacing(0)
        self._line.addWidget(self.button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._line)
        # Below where the words begin.
        foot = QHBoxLayout()
        set_margins(foot, len(row.face.marks) * (RowButton.ICON + 6), 0, 0, 0)
        foot.addWidget(self.more_button)
        foot.addStretch(1)
        column.addLayout(foot)
        self._offer_more()

    def show_row(self, row: LinkRow) -> None:
        """Show another link, or the same after a change."""
        self.row = row
        self.button.show_face(row.face, row.said)
        self._offer_more()
        for button, name in zip(self._actions, self._names(), strict=True):
            button.rename(name)

    def _names(self) -> tuple[str, ...]:
        if not self._actions:
            return ()
        return (
            say("Edit the link: {link}", link=self.row.said),
            say("Delete the link: {link}", link=self.row.said),
        )

    @property
    def actions_shown(self) -> tuple[IconButton, ...]:
        """The buttons to edit and to delete the link, where they are to be seen."""
        return tuple(each for each in self._actions if not each.isHidden())

    def reveal(self, is_revealed: bool) -> None:
        """Show what can be done with the link, or not."""
        if is_revealed and not self._actions:
            # Made when first wanted: a claim may have many links.
            edit = IconButton(self._desk.look, "edit", "")
            remove = IconButton(self._desk.look, "delete", "")
            edit.clicked.connect(self._edit)
            remove.clicked.connect(self._remove)
            self._actions = (edit, remove)
            for button, name in zip(self._actions, self._names(), strict=True):
                button.rename(name)
                button.focus_moved.connect(self._follow_focus)
                self._line.addWidget(button)
            QWidget.setTabOrder(self.button, edit)
            QWidget.setTabOrder(edit, remove)
            QWidget.setTabOrder(remove, self.more_button)
        for at, button in enumerate(self._actions):
            allowed = at == 0 or not self._desk.bridge.read_only
            button.setVisible(is_revealed and allowed)

    def refit(self) -> None:
        """Offer the rest of the words where they do not fit at another scale."""
        self._offer_more()

    def _offer_more(self) -> None:
        # Without the buttons that come up, so that nothing else does when they do.
        room = self.width() - 2 * px(IconButton.SIDE)
        is_unfolded = self.button.is_unfolded
        command = say("Show less") if is_unfolded else say("Show all of it")
        self.more_button.setText(command)
        name = say("{field}: {command}", field=self.row.face.title, command=command)
        self.more_button.setAccessibleName(name)
        self.more_button.setVisible(self.button.cuts_detail(room))

    def _unfold(self) -> None:
        self.button.unfold(not self.button.is_unfolded)
        self._offer_more()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._offer_more()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._desk.look.theme
        painter = QPainter(self)
        painter.setPen(QPen(theme.colour("bd"), theme.line))
        low = self.height() - (theme.line + 1) / 2
        painter.drawLine(QPointF(space("xs"), low), QPointF(self.width() - space("xs"), low))
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.reveal(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._follow_focus()

    def _follow_focus(self) -> None:
        focus = QApplication.focusWidget()
        within = focus is not None and self.isAncestorOf(focus)
        self.reveal(within or self.underMouse())

    def _go(self) -> None:
        self._desk.show_end(self.row.other)

    def _edit(self) -> None:
        self._desk.show_link(self.row.link)

    def _remove(self) -> None:
        bridge = self._desk.bridge
        bridge.attempt(partial(removal.delete_links, bridge.contents, [self.row.link]))


class LinkLines(QWidget):
    """Rows of links, with headings where they say different things."""

    def __init__(self, desk: Desk, with_headings: bool) -> None:
        super().__init__()
        self._desk = desk
        self._with_headings = with_headings
        self._rows: list[LinkRow] = []
        self._all = False
        self.lines: list[LinkLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_rows(self, rows: list[LinkRow], anew: bool = False) -> None:
        """Show links; where only their words changed, the rows stay."""
        if anew:
            self._all = False
        if rows == self._rows and not anew:
            return
        shape = [(row.link, row.heading) for row in rows]
        if shape == [(row.link, row.heading) for row in self._rows] and not anew:
            for line, row in zip(self.lines, rows, strict=False):
                line.show_row(row)
            self._rows = rows
            return
        self._rows = rows
        self._rebuild()

    def _rebuild(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = []
        heading = ""
        shown = self._rows if self._all else self._rows[:FIRST]
        for row in shown:
            if self._with_headings and row.heading != heading:
                heading = row.heading
                self._column.addWidget(PlainLabel(heading, "inspectorGroup", wrap=True))
            line = LinkLine(self._desk, row)
            self.lines.append(line)
            self._column.addWidget(line)
        if len(shown) < len(self._rows):
            more = TextButton(
                say("Show all {n}", "Show all {n}", n=len(self._rows)), "inspectorAdd"
            )
            more.clicked.connect(self._show_all)
            self._column.addWidget(more)

    def _show_all(self) -> None:
        self._all = True
        self._rebuild()


class EvidenceSection(Section):
    """What speaks for and against a claim."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(say("Evidence"), desk)
        self.lines = LinkLines(desk, with_headings=False)
        self.nothing = PlainLabel(
            say(
                "Nothing speaks for or against it yet. Drag from the edge of a card to this one to "
                "link them."
            ),
            "inspectorNothing",
            wrap=True,
        )
        self.column.addWidget(self.lines)
        self.column.addWidget(self.nothing)

    def show_rows(self, rows: list[LinkRow], told: Support, anew: bool) -> None:
        """Show the links that have a polarity, and how many items they come from, as a card does."""
        self.lines.show_rows(rows, anew)
        self.nothing.setVisible(not rows)
        counts = say("{pro} for · {con} against", pro=told.pro, con=told.con)
        self.say_aside(counts if rows else "")


class LinksSection(Section):
    """The other links at an item, by what they say."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(say("Links"), desk)
        self.lines = LinkLines(desk, with_headings=True)
        self.column.addWidget(self.lines)

    def show_rows(self, rows: list[LinkRow], anew: bool) -> None:
        """Show links; without any the section is not there."""
        self.lines.show_rows(rows, anew)
        self.setVisible(bool(rows))


def split_rows(contents: Contents, item: Item) -> tuple[list[LinkRow], list[LinkRow]]:
    """The links at an item: those that speak for or against it, and the others."""
    rows = link_rows(contents, item)
    return [row for row in rows if row.polarity], [row for row in rows if not row.polarity]
