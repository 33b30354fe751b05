"""`GradeTable`: the grades of a case as a small table of reliability by credibility."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from caseboard import theme as look
from caseboard.plain_tips import tip
from caseboard.scale import px
from caseboard.theme import Theme
from casedb.analysis.grading import DIGITS, LETTERS, Diagonal, is_on_diagonal
from casedb.model.schemes import CREDIBILITY, RELIABILITY, grades_of
from casedb.words import say, written

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
# Read once: the table asks for its headers hundreds of times while it is laid out.
_DOWN, _ACROSS = grades_of(RELIABILITY), grades_of(CREDIBILITY)
_CELL = 28
_HEADER = 24


class GradeCells(QAbstractTableModel):
    """A row for every letter, a column for every digit, and how many grades are both."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.diagonal = Diagonal({})

    def show_grades(self, diagonal: Diagonal) -> None:
        """Count other grades."""
        if diagonal != self.diagonal:
            self.diagonal = diagonal
            last = self.index(len(LETTERS) - 1, len(DIGITS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def cell(self, index: Index) -> tuple[str, str]:
        """The letter and the digit of a cell."""
        return LETTERS[index.row()], DIGITS[index.column()]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(LETTERS)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(DIGITS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.cell(index)
        count = self.diagonal.count(*cell)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return written(count) if count else ""
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                told = say("{grade}: {n} item", "{grade}: {n} items", grade="".join(cell), n=count)
                return tip(told) if role == Qt.ItemDataRole.ToolTipRole else told
            case _:
                return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        grade = (_ACROSS if orientation is Qt.Orientation.Horizontal else _DOWN)[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return grade.value
            case Qt.ItemDataRole.ToolTipRole:
                return tip(grade.shown_meaning)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{grade.value}: {grade.shown_meaning}"
            case _:
                return None


class _CellDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = cast("GradeCells", index.model())
        letter, digit = model.cell(index)
        has_basis = letter != LETTERS[-1] and digit != DIGITS[-1]
        is_diagonal = has_basis and is_on_diagonal(letter, digit)
        theme, state = self.theme, option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5)
        corner = look.space("xs")
        is_lit = bool(state & QStyle.StateFlag.State_Selected)
        ground = "acbg" if is_lit else "hover" if is_diagonal else "surf" if has_basis else "surf2"
        painter.setBrush(theme.colour(ground))
        painter.setPen(QPen(theme.colour("bd2" if is_diagonal else "bd"), theme.line))
        painter.drawRoundedRect(box, corner, corner)
        if is_lit and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus"), theme.ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, corner, corner)
        painter.setPen(theme.colour("tx"))
        painter.setFont(look.font("small", semibold=is_diagonal))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(index.data() or ""))
        painter.restore()


class GradeTable(QTableView):
    """The table; arrow keys walk it, and whatever cell is entered is selected."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gradeTable")
        self.setAccessibleName(say("Reliability of the source by credibility of the item"))
        self.cells = GradeCells(self)
        self._delegate = _CellDelegate(theme, self)
        self.setModel(self.cells)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for bar in (self.horizontalHeader(), self.verticalHeader()):
            bar.setSectionsClickable(False)
            bar.setHighlightSections(False)
            bar.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
            bar.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for part in (self.horizontalScrollBar(), self.verticalScrollBar()):
            part.hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.refit()

    def refit(self) -> None:
        """Take the room that is needed at another scale."""
        self.horizontalHeader().setMinimumSectionSize(px(12))
        self.verticalHeader().setMinimumSectionSize(px(12))
        self.horizontalHeader().setFixedHeight(px(_HEADER))
        self.verticalHeader().setFixedWidth(px(_HEADER))
        self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._delegate.theme = theme
        self.refit()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        side = px(_CELL)
        return QSize(px(_HEADER) + len(DIGITS) * side, px(_HEADER) + len(LETTERS) * side)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_HEADER) + len(DIGITS) * px(12), self.sizeHint().height())
