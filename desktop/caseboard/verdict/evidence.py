"""`EvidenceTree`: what speaks to a claim, item by item and link by link, each with a box for “cited”."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from caseboard.plain_tips import short_tip
from caseboard.scale import px
from caseboard.theme import Theme, icon
from caseboard.verdict.evidence_rows import EvidenceGroup, EvidenceRow, groups_of
from casedb.model.contents import Contents
from casedb.words import say

_ID = Qt.ItemDataRole.UserRole
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class EvidenceTree(QTreeWidget):
    """Items for and against a claim, their links below them. `changed()` follows a box that is ticked or
    cleared by the user, `went(str)` a wish to see a record on the board.

    Whoever cites an item cites the links with it by which it speaks, until they say otherwise.
    """

    changed = Signal()
    went = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("verdictTree")
        self.setAccessibleName(say("What speaks to the claim"))
        self._theme = theme
        self._cites: frozenset[str] = frozenset()
        self._shown: list[EvidenceGroup] = []
        self._is_writable = True
        self._is_filled = True
        self.setColumnCount(2)
        self.setHeaderLabels([say("Cited"), say("Grade")])
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(px(16), px(16)))
        head = self.header()
        head.setStretchLastSection(False)
        head.setMinimumSectionSize(px(24))
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        # To its contents, once they are there: by itself it would measure all rows after each tick.
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.itemChanged.connect(self._tick)
        self.itemDoubleClicked.connect(self._go)

    @property
    def cites(self) -> frozenset[str]:
        """The ids of what is cited, also of what is not there now."""
        return self._cites

    def show_evidence(self, contents: Contents, claim_id: str, cites: frozenset[str]) -> None:
        """Show what speaks to a claim, and what of it is cited."""
        self._cites = cites
        groups = groups_of(contents, claim_id, cites)
        if groups == self._shown:
            self._show_ticks()
            return
        self._shown = groups
        self._fill(groups)

    def _fill(self, groups: list[EvidenceGroup]) -> None:
        at = self.currentItem()
        before = at.data(0, _ID) if at is not None else None
        top = self.verticalScrollBar().value()
        self._is_filled = False
        self.clear()
        for group in groups:
            head = QTreeWidgetItem([group.title, ""])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            font = self.font()
            font.setBold(True)
            head.setFont(0, font)
            head.setIcon(0, icon(group.icon, self._theme, group.token, 16))
            self.addTopLevelItem(head)
            for line in group.rows:
                row = self._row(head, line)
                for inner in line.inner:
                    self._row(row, inner)
            head.setExpanded(True)
            for row in _below(head):
                row.setExpanded(True)
        self._is_filled = True
        self._show_ticks()
        self._fit()
        self._return_to(before)
        self.verticalScrollBar().setValue(top)

    def _return_to(self, before: object) -> None:
        for row in self._rows():
            if before and row.data(0, _ID) == before:
                self.setCurrentItem(row)

    def _row(self, over: QTreeWidgetItem, line: EvidenceRow) -> QTreeWidgetItem:
        row = QTreeWidgetItem(over, [line.title, line.grade])
        row.setData(0, _ID, line.id)
        row.setIcon(0, icon(line.icon, self._theme, line.token, 16))
        row.setToolTip(0, short_tip(line.tip or line.title))
        row.setToolTip(1, short_tip(line.apart))
        row.setData(0, Qt.ItemDataRole.AccessibleTextRole, line.spoken)
        row.setCheckState(0, _UNCHECKED)
        return row

    def _show_ticks(self) -> None:
        self._is_filled = False
        can = Qt.ItemFlag.ItemIsUserCheckable if self._is_writable else Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | can
        for row in self._rows():
            state = _CHECKED if row.data(0, _ID) in self._cites else _UNCHECKED
            if row.checkState(0) is not state:
                row.setCheckState(0, state)
            if row.flags() != flags:
                row.setFlags(flags)
        self._is_filled = True

    def _rows(self) -> list[QTreeWidgetItem]:
        """All rows that can be cited."""
        found: list[QTreeWidgetItem] = []
        for n in range(self.topLevelItemCount()):
            head = self.topLevelItem(n)
            for row in _below(head) if head is not None else ():
                found += [row, *_below(row)]
        return found

    def _tick(self, row: QTreeWidgetItem, column: int) -> None:
        if not self._is_filled or column:
            return
        named = {str(row.data(0, _ID))}
        if row.parent() is not None and row.childCount():
            named |= {str(each.data(0, _ID)) for each in _below(row)}
        is_cited = row.checkState(0) is _CHECKED
        self._cites = self._cites | named if is_cited else self._cites - named
        self._show_ticks()
        self.changed.emit()

    def _go(self, row: QTreeWidgetItem) -> None:
        record = row.data(0, _ID)
        if record:
            self.went.emit(str(record))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self._go(row)
        else:
            super().keyPressEvent(event)

    def allow_writing(self, *, is_allowed: bool) -> None:
        """Let boxes be ticked, or only seen."""
        if is_allowed != self._is_writable:
            self._is_writable = is_allowed
            self._show_ticks()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self._fill(self._shown)

    def _fit(self) -> None:
        head = self.header()
        wide = max(self.sizeHintForColumn(1), head.sectionSizeHint(1))
        if head.sectionSize(1) != wide:
            head.resizeSection(1, wide)

    def refit(self) -> None:
        """Take the sizes of another scale."""
        self._fit()
        self.setIconSize(QSize(px(16), px(16)))
        self.header().setMinimumSectionSize(px(24))


def _below(row: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    held = (row.child(each) for each in range(row.childCount()))
    return [each for each in held if each is not None]
