"""`MarkPanel`: beside the picture: what is marked on it, and what can be done with one mark."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from caseboard import theme as look
from caseboard.actions import COLOURS
from caseboard.mark_painter import PLAIN
from caseboard.measures import set_least_width, set_margins, set_spacing
from caseboard.spoken import link_name
from caseboard.theme import Theme
from caseboard.titles import in_menu
from caseboard.viewer.mark_list import MarkList, MarkRow
from caseboard.viewer.marked import Drawn
from casedb.model.contents import Contents
from casedb.model.link_types import ANCHORS
from casedb.model.marks import Form
from casedb.model.records import Link
from casedb.words import say, term

WIDTH = 248
_ICON = 18

DEEDS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "edit": ("edit", term("Edit the words"), "F2"),
        "colour": ("theme", term("Colour"), ""),
        "copy": ("copy", term("Copy the words"), "Ctrl+C"),
        "link": ("link", term("Link from this mark…"), "L"),
        "delete": ("delete", term("Delete the mark"), "Del"),
    }
)
"""What can be done with a mark: its icon, what it is called, and its key."""

_CHANGES = frozenset({"edit", "colour", "link", "delete"})


class MarkPanel(QFrame):
    """The list of marks and its buttons. `wanted(str, str)` carries a deed and the id of a mark,
    `coloured(str, str)` a mark and its new colour, `link_shown(str)` a link to be shown."""

    wanted = Signal(str, str)
    coloured = Signal(str, str)
    link_shown = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("markPanel")
        self.setAccessibleName(say("Marks"))
        set_least_width(self, WIDTH)
        self._theme = theme
        self._drawn: Drawn | None = None
        self._links: tuple[tuple[str, str], ...] = ()
        self._refusal = ""
        self.list = MarkList(theme, self)
        self.heading = QLabel(say("Marks"), self)
        self.heading.setObjectName("panelHeading")
        self.nothing = _note(
            say(
                "Nothing is marked on this file. Take up a tool in the bar above and draw on the "
                "picture; the file itself stays as it is."
            ),
            self,
        )
        self.blurred = _note(
            say(
                "The original keeps every pixel. What is blurred is blurred here, on cards and in "
                "pictures of the board."
            ),
            self,
        )
        self.buttons: dict[str, QToolButton] = {}
        self._build()
        self.show_marks((), "", "")

    def _build(self) -> None:
        column = QVBoxLayout(self)
        # Its line at the end is not to be covered.
        set_margins(column, 0, 0, 1, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        set_margins(head, "m", "m", "m", "s")
        set_spacing(head, "s")
        head.addWidget(self.heading)
        head.addWidget(self.nothing)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        below = QVBoxLayout()
        set_margins(below, "m", "s", "m", "s")
        below.addWidget(self.blurred)
        column.addLayout(below)
        row = QHBoxLayout()
        set_margins(row, "s", 0, "s", "s")
        set_spacing(row, 2)
        for name, (sign, text, key) in DEEDS.items():
            button = QToolButton(self)
            button.setObjectName("iconButton")
            button.setProperty("sign", sign)
            button.setAccessibleName(say(text))
            told = say(text)
            button.setToolTip(say("{what} ({key})", what=told, key=key) if key else told)
            self.buttons[name] = button
            row.addWidget(button)
            if name == "colour":
                button.clicked.connect(lambda _=False, b=button: self._offer_colours(b))
            else:
                button.clicked.connect(lambda _=False, n=name: self._want(n))
        row.addStretch(1)
        self.foot = QWidget(self)
        self.foot.setLayout(row)
        column.addWidget(self.foot)
        self.list.opened.connect(partial(self.wanted.emit, "edit"))
        self.list.removed.connect(partial(self.wanted.emit, "delete"))

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.list.set_theme(theme)
        for button in self.buttons.values():
            button.setIcon(look.icon(str(button.property("sign")), theme, "tx2", _ICON))

    # -- what is shown ---------------------------------------------------------------------------

    def show_marks(self, rows: tuple[MarkRow, ...], chosen: str, refusal: str) -> None:
        """Show the marks of a file; `refusal` says why none of them may be changed."""
        self._refusal = refusal
        self.list.show_rows(rows, chosen)
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        row = next((each for each in rows if each.drawn.id == chosen), None)
        self._drawn = row.drawn if row is not None else None
        self._links = tuple(zip(row.drawn.links, row.links, strict=True)) if row is not None else ()
        forms = {each.drawn.mark.form for each in rows if each.drawn.mark is not None}
        self.blurred.setVisible(Form.BLUR in forms)
        count = len(rows)
        self.heading.setText(say("{n} mark", "{n} marks", n=count) if count else say("Marks"))
        self.foot.setVisible(bool(rows))
        for name, button in self.buttons.items():
            button.setEnabled(self._drawn is not None and self._can(name))

    def _can(self, deed: str) -> bool:
        if deed in _CHANGES and self._refusal:
            return False
        return deed != "copy" or (self._drawn is not None and bool(self._drawn.text))

    def _want(self, deed: str) -> None:
        if self._drawn is not None and self._can(deed):
            self.wanted.emit(deed, self._drawn.id)

    # -- menus -----------------------------------------------------------------------------------

    def _offer_colours(self, button: QToolButton) -> None:
        menu = QMenu(self)
        self._fill_colours(menu)
        self._pop_up(menu, button.mapToGlobal(button.rect().bottomLeft()))

    def offer(self, on_desktop: QPoint) -> None:
        """Offer on the spot what can be done with the mark that is chosen."""
        if self._drawn is None:
            return
        menu = QMenu(self)
        for name, (_, text, key) in DEEDS.items():
            if name == "colour":
                colours = menu.addMenu(say(text))
                colours.setEnabled(self._can(name))
                self._fill_colours(colours)
                continue
            action = menu.addAction(f"{say(text)}\t{key}")
            action.setEnabled(self._can(name))
            action.triggered.connect(lambda _=False, n=name: self._want(n))
        if self._links:
            menu.addSeparator()
        for link_id, words in self._links:
            action = menu.addAction(in_menu(words))
            action.triggered.connect(lambda _=False, each=link_id: self.link_shown.emit(each))
        self._pop_up(menu, on_desktop)

    def _pop_up(self, menu: QMenu, on_desktop: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(on_desktop)

    def _fill_colours(self, menu: QMenu) -> None:
        now = self._drawn.accent if self._drawn is not None else ""
        for accent, text in COLOURS.items():
            told = say(text) if accent else say("Plain")
            action = QAction(told, menu)
            sign = look.icon("frame_tool", self._theme, accent or PLAIN, 16)
            action.setIcon(
                look.icon("check", self._theme, accent or PLAIN, 16) if accent == now else sign
            )
            action.triggered.connect(lambda _=False, each=accent: self._colour(each))
            menu.addAction(action)

    def _colour(self, accent: str) -> None:
        if self._drawn is not None:
            self.coloured.emit(self._drawn.id, accent)


def _note(text: str, parent: QWidget) -> QLabel:
    note = QLabel(text, parent)
    note.setObjectName("dialogHint")
    note.setTextFormat(Qt.TextFormat.PlainText)
    note.setWordWrap(True)
    return note


def row_of(contents: Contents, drawn: Drawn, *, has_pages: bool) -> MarkRow:
    """A mark as a row of the list."""
    links: list[str] = []
    for link_id in drawn.links:
        link = contents.links[link_id]
        is_start = _is_start(link, drawn.id)
        links.append(link_name(contents, link, from_start=is_start))
    parts = [drawn.form] if drawn.text else []
    if has_pages or drawn.page > 1:
        parts.append(say("page {n}", n=drawn.page))
    if len(links) == 1:
        parts.append(links[0])
    elif links:
        parts.append(say("{n} link", "{n} links", n=len(links)))
    return MarkRow(drawn, " · ".join(parts) or say("No words"), tuple(links))


def _is_start(link: Link, mark_id: str) -> bool:
    return link.values.text(ANCHORS[0]) == mark_id
