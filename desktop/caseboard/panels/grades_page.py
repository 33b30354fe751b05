"""`GradesPage`: how the grades of a case lie, what that says, and what lies in one cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from caseboard import theme as look
from caseboard.bridge import CaseBridge
from caseboard.measures import set_margins, set_spacing
from caseboard.mirror import mirrored
from caseboard.panels.grade_table import GradeTable
from caseboard.panels.plain_list import PlainList, RowDelegate
from caseboard.panels.wording import item_title, one_line
from caseboard.plain_tips import tip
from caseboard.row_paint import paint_ground, paint_icon, paint_line, quiet
from caseboard.scale import px
from caseboard.theme import Theme, icon
from casedb.analysis.grading import GradedItem, agreement_of_case, diagonal, graders
from casedb.model.contents import Contents
from casedb.model.kinds import kind_of
from casedb.model.records import Item
from casedb.words import say

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROW, _ICON, _CHEVRON, _HIGH, _LOW = 38, 14, 12, 17, 15
_GRADED = Qt.ItemDataRole.UserRole + 1


class _GradedItems(QAbstractListModel):
    """What lies in a cell: the items, and the claims that they are graded for."""

    def __init__(self, bridge: CaseBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.rows: tuple[GradedItem, ...] = ()

    def show_rows(self, rows: tuple[GradedItem, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        title, claim, kind = graded_words(self._bridge.contents, self.rows[index.row()])
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (title, claim)))
            case Qt.ItemDataRole.ToolTipRole:
                return "".join(map(tip, filter(None, (title, claim))))
            case _ if role == _GRADED:
                return title, claim, kind
            case _:
                return None


def graded_words(contents: Contents, graded: GradedItem) -> tuple[str, str, str]:
    """The title of a graded item, for which claim it is graded, and its kind."""
    item = contents.get(Item, graded.item)
    claim = contents.get(Item, graded.claim) if graded.claim else None
    title = item_title(item, contents) if item is not None else ""
    told = say("for “{claim}”", claim=item_title(claim)) if claim is not None else ""
    return title, told, item.kind if item is not None else ""


def _heading(grade: str, rows: Sequence[GradedItem]) -> str:
    """How many items have a grade; an item that is graded for several claims is one of them."""
    items = len({each.item for each in rows})
    told = say("{grade}: {n} item", "{grade}: {n} items", grade=grade, n=items)
    if items == len(rows):
        return told
    return say("{items}, {n} grading", "{items}, {n} gradings", items=told, n=len(rows))


class _ItemDelegate(RowDelegate):
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        title, claim, kind_name = cast("tuple[str, str, str]", index.data(_GRADED))
        kind, whole, way = kind_of(kind_name), QRectF(option.rect), option.direction
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self.theme, option.rect, option.state, shows_focus=self.shows_focus)
        left, right = whole.left() + look.space("m"), whole.right() - look.space("m")
        middle, side = whole.center().y(), px(_ICON)
        first = middle - px(_HIGH) / 2 if claim else middle
        mark = mirrored(QRectF(left, first - side / 2, side, side), whole, way)
        paint_icon(painter, self.theme, kind.icon, kind.accent, mark.left(), first, side)
        left += side + px(6)
        top = QRectF(left, first - px(_HIGH) / 2, right - left, px(_HIGH))
        ink = self.theme.colour("tx")
        paint_line(painter, mirrored(top, whole, way), title, look.font("body"), ink, way=way)
        if claim:
            foot = mirrored(QRectF(left, middle + 1, right - left, px(_LOW)), whole, way)
            faint = self.theme.colour(quiet(option.state))
            paint_line(painter, foot, claim, look.font("tiny"), faint, way=way)
        painter.restore()


class _ItemList(PlainList):
    opened = Signal(QModelIndex)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class GradesPage(QWidget):
    """The table of grades of everybody or one grader, sentences on it, and the items of a cell.

    `went(str)` carries the item that somebody wants to go to; `left()` follows Escape. It reads the
    case when it is asked to `renew`.
    """

    went = Signal(str)
    left = Signal()

    def __init__(self, bridge: CaseBridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gradesPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bridge = bridge
        self._grader: str | None = None
        self.who = QToolButton(self)
        self.table = GradeTable(theme, self)
        self.sentence, self.agreement = _label(self), _label(self)
        self.heading = QLabel(self)
        self.heading.setObjectName("panelHeading")
        self.items = _GradedItems(bridge, self)
        self.list = _ItemList(_ItemDelegate(theme, _ROW), say("Items of this grade"), self)
        self.list.setObjectName("sourcesView")
        self.list.setModel(self.items)
        self._lay_out()
        self.table.selectionModel().currentChanged.connect(self._show_cell)
        self.list.opened.connect(self._go)
        self.list.doubleClicked.connect(self._go)
        self.list.clicked.connect(self._go)
        self.list.left.connect(self.left)
        self.set_theme(theme)

    def _lay_out(self) -> None:
        self.who.setObjectName("filterViews")
        self.who.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # The arrow stands after the words.
        ways = Qt.LayoutDirection
        mirrored_way = ways.LeftToRight if self.who.isRightToLeft() else ways.RightToLeft
        self.who.setLayoutDirection(mirrored_way)
        self.who.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.who)
        menu.setLayoutDirection(self.layoutDirection())
        menu.aboutToShow.connect(self._fill_graders)
        self.who.setMenu(menu)
        row = QHBoxLayout()
        row.addWidget(self.who)
        row.addStretch(1)
        head = QVBoxLayout()
        set_margins(head, "m", "xs", "m", "s")
        set_spacing(head, "s")
        head.addLayout(row)
        for part in (self.table, self.sentence, self.agreement, self.heading):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.table)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.table.set_theme(theme)
        self.list.set_theme(theme)
        self.who.setIcon(icon("chevron_down", theme, "tx2", _CHEVRON))

    def renew(self) -> None:
        """Look at the case anew."""
        contents = self._bridge.contents
        if self._grader is not None and self._grader not in graders(contents):
            self._grader = None
        told = diagonal(contents, self._grader)
        who = say("Everybody") if self._grader is None else _called(self._grader)
        self.who.setText(who.replace("&", "&&"))
        self.who.setAccessibleName(say("Grades of whom: {who}", who=who))
        self.table.cells.show_grades(told)
        apart = say(
            "{n} without a basis (F or 6).", "{n} without a basis (F or 6).", n=told.without_basis
        )
        self.sentence.setText(f"{told.sentence} {apart}" if told.without_basis else told.sentence)
        self.agreement.setText(self._agreements())
        self.agreement.setVisible(bool(self.agreement.text()))
        self._show_cell()

    def choose_grader(self, grader: str | None) -> None:
        """Show the grades of one person, or of everybody."""
        self._grader = grader
        self.renew()

    def _agreements(self) -> str:
        contents = self._bridge.contents
        told = [
            (say("Sources graded twice:"), agreement_of_case(contents, "reliability").sentence),
            (say("Items graded twice:"), agreement_of_case(contents, "credibility").sentence),
        ]
        return "\n".join(f"{name} {sentence}" for name, sentence in told if sentence)

    def _fill_graders(self) -> None:
        menu = self.who.menu()
        menu.clear()
        group = QActionGroup(menu)
        for name in (None, *graders(self._bridge.contents)):
            shown = say("Everybody") if name is None else _called(name)
            action = QAction(shown.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(name == self._grader)
            action.triggered.connect(lambda _=False, name=name: self.choose_grader(name))
            group.addAction(action)
            menu.addAction(action)

    def _show_cell(self) -> None:
        index = self.table.currentIndex()
        cell = self.table.cells.cell(index) if index.isValid() else None
        rows = self.table.cells.diagonal.cells.get(cell, ()) if cell is not None else ()
        self.items.show_rows(rows)
        if cell is None:
            self.heading.setText(say("Choose a cell to see its items."))
        else:
            self.heading.setText(_heading("".join(cell), rows))

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            self.went.emit(self.items.rows[index.row()].item)


def _called(name: str) -> str:
    shown = one_line(name)
    return (f"{shown[:39]}…" if len(shown) > 40 else shown) or say("Nobody named")


def _label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName("gradeSentence")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
