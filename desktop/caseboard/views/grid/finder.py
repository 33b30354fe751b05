"""`Finder`: a list of items that pops up, to choose one from by typing words of its title."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from caseboard import theme as look
from caseboard.headed_rows import HeadedDelegate, HeadedRows
from caseboard.lens_field import LensField
from caseboard.matching import folded
from caseboard.measures import set_margins, set_spacing
from caseboard.mirror import mirrored
from caseboard.row_list import Index, RowList
from caseboard.row_paint import paint_line
from caseboard.scale import px
from caseboard.theme import Theme
from caseboard.views.grid.evidence import name_of
from casedb.model.contents import Contents
from casedb.model.kinds import kind_of

MOST = 60
"""No more are listed; further words leave fewer."""
_WIDE, _ROW, _ICON, _SHOWN = 380, 28, 16, 12


@dataclass(frozen=True, slots=True)
class Offer:
    """One item to choose: its id, its title, and the icon and colour of its kind."""

    id: str
    title: str
    icon: str
    accent: str


class Finder(QFrame):
    """A line to type in, and what fits it below. `chosen(str)` carries the id of what was chosen."""

    chosen = Signal(str)

    def __init__(self, title: str, offers: Iterable[Offer], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("choicePopup")
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._offers = tuple(offers)
        self._texts = [f" {folded(each.title)}" for each in self._offers]
        self.field = LensField(self)
        self.field.setPlaceholderText(title)
        self.field.setAccessibleName(title)
        self.field.set_theme(theme)
        self._rows = _Rows(self)
        self.list = _List(theme, title, self)
        self.list.setModel(self._rows)
        column = QVBoxLayout(self)
        set_margins(column, "s")
        set_spacing(column, "xs")
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        self._find("")

    def pop_up(self, at: QPoint) -> None:
        """Show it at a point of the desktop, all of it on the screen."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        box = QRect(at, self.size())
        x = max(room.left(), min(box.left(), room.right() - box.width()))
        y = max(room.top(), min(box.top(), room.bottom() - box.height()))
        self.move(x, y)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def titles(self) -> list[str]:
        """The titles that are listed."""
        rows = (self._rows.at(n) for n in self._rows.offered)
        return [row.title for row in rows if isinstance(row, Offer)]

    def _find(self, words: str) -> None:
        wanted = folded(words).split()
        found = [(_fit(wanted, text), n) for n, text in enumerate(self._texts)]
        fitting = sorted(each for each in found if each[0] < _UNFIT)
        self._rows.show(self._offers[n] for _, n in fitting[:MOST])
        self.list.setCurrentIndex(self._rows.index(0, 0))

    def eventFilter(self, watched: QObject, event: object) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QKeyEvent.Type.KeyPress:
            row, last = self.list.currentIndex().row(), self._rows.rowCount() - 1
            match event.key():
                case Qt.Key.Key_Down:
                    self.list.setCurrentIndex(self._rows.index(min(row + 1, last), 0))
                    return True
                case Qt.Key.Key_Up:
                    self.list.setCurrentIndex(self._rows.index(max(row - 1, 0), 0))
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._choose(self.list.currentIndex())
                    return True
                case _:
                    pass
        return False

    def _choose(self, index: Index) -> None:
        offer = self._rows.row(index)
        if offer is not None:
            self.close()
            self.chosen.emit(offer.id)


_UNFIT = 3


def _fit(wanted: list[str], text: str) -> int:
    """How well words fit a text that begins with a space, the best being 0: of many thousands it is
    asked with every key."""
    if not all(word in text for word in wanted):
        return _UNFIT
    if text.startswith(f" {' '.join(wanted)}"):
        return 0
    return 1 if all(f" {word}" in text for word in wanted) else 2


class _Rows(HeadedRows[Offer]):
    def heading_of(self, row: Offer) -> str:
        return ""

    def told_by(self, row: Offer, role: int) -> object:
        is_told = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return row.title if is_told else None


class _List(RowList["_Delegate"]):
    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(_Delegate(theme, _WIDE, _ROW), title, parent)
        self.setObjectName("choiceList")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.entered.connect(self.setCurrentIndex)

    def sizeHint(self) -> QSize:
        return QSize(px(_WIDE), px(_ROW) * _SHOWN)


class _Delegate(HeadedDelegate[Offer]):
    def _paint_row(
        self,
        painter: QPainter,
        box: QRectF,
        row: Offer,
        way: Qt.LayoutDirection,
        *,
        is_current: bool,
    ) -> None:
        side, gap = px(_ICON), look.space("s")
        icon = QRectF(box.left() + gap, box.center().y() - side / 2, side, side)
        look.paint_icon(painter, row.icon, mirrored(icon, box, way), self.theme.colour(row.accent))
        words = box.adjusted(side + 2 * gap, 0, -gap, 0)
        ink = self.theme.colour("tx")
        paint_line(painter, mirrored(words, box, way), row.title, look.font(), ink, way=way)


def offer_of(contents: Contents, item_id: str) -> Offer:
    """An item as it is offered."""
    kind = kind_of(contents.items[item_id].kind)
    return Offer(item_id, name_of(contents, item_id), kind.icon, kind.accent)


def find_item(
    title: str,
    offers: Iterable[Offer],
    theme: Theme,
    parent: QWidget,
    at: QPoint,
    then: Callable[[str], object],
) -> Finder:
    """Let somebody choose an item; `then` is told of it."""
    finder = Finder(title, offers, theme, parent)
    finder.chosen.connect(then)
    finder.pop_up(at)
    return finder
