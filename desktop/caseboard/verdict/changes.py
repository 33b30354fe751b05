"""`ChangeTree`: what a verdict rests on otherwise than when it was given, and what that said then."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from caseboard.measures import set_margins, set_spacing
from caseboard.plain_tips import short_tip
from caseboard.scale import px
from caseboard.theme import Theme, icon
from caseboard.titles import shown_title
from caseboard.verdict.since import Since
from caseboard.verdict.words_box import Words
from casedb import Case, CaseError
from casedb.analysis.verdict_ground import fate_in_words, in_words
from casedb.model.contents import Contents
from casedb.model.records import Assessment
from casedb.model.standing import Fate, GroundChange, Part
from casedb.model.verdict_words import name_of, name_of_record
from casedb.story import RecordChange
from casedb.verdict_giving import record_then, what_became
from casedb.words import say

LONGEST_NAME = 240
"""Characters of a name that are told; rows are as high as it needs."""
MOST = 200
"""Changes that are listed; of more, how many there are."""
_CHANGE = Qt.ItemDataRole.UserRole
_ICONS = {Fate.NEW: ("add", "sup"), Fate.CHANGED: ("edit", "warn"), Fate.GONE: ("delete", "dis")}


class _WholeRows(QStyledItemDelegate):
    """Makes rows as high as their words need: what was said then is read here and nowhere else."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        tree = self._tree
        depth = 1 if index.parent().isValid() else 0
        indent = tree.indentation() * (depth + tree.rootIsDecorated())
        option.rect.setWidth(max(px(60), tree.viewport().width() - indent))
        option.rect.setHeight(px(16))
        return super().sizeHint(option, index)


class ChangeTree(QTreeWidget):
    """Records by what has become of them; what they said is told below each once that is opened.

    `went(str)` asks to see a record on the board.
    """

    went = Signal(str)

    def __init__(self, case: Case, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("verdictTree")
        self.setAccessibleName(say("What has changed since the verdict"))
        self._case, self._theme = case, theme
        self._verdict: Assessment | None = None
        self._shown: tuple[GroundChange, ...] = ()
        self._count = -1
        self.setHeaderHidden(True)
        self.setColumnCount(1)
        self.setWordWrap(True)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(px(16), px(16)))
        self.setItemDelegate(_WholeRows(self))
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.itemExpanded.connect(self._open)
        self.itemClicked.connect(self._go)

    def show_changes(
        self, contents: Contents, verdict: Assessment | None, changes: tuple[GroundChange, ...]
    ) -> None:
        """Show what has changed below a version; what was opened stays so where nothing is different."""
        if (verdict, changes) == (self._verdict, self._shown) and self._count >= 0:
            return
        self._verdict, self._shown, self._count = verdict, changes, len(changes)
        self.clear()
        for each in changes[:MOST]:
            there = name_of_record(contents, each.id)
            name = there or self._name_then(each)
            told = _told(each, shown_title(name, LONGEST_NAME), is_there=bool(there))
            row = QTreeWidgetItem([told])
            row.setData(0, _CHANGE, each)
            row.setToolTip(0, short_tip(name))
            row.setIcon(0, icon(_ICONS[each.fate][0], self._theme, _ICONS[each.fate][1], 16))
            row.setData(
                0, Qt.ItemDataRole.AccessibleTextRole, f"{told}, {_sort(each.part).lower()}"
            )
            if each.fate is not Fate.NEW:
                row.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
            self.addTopLevelItem(row)
        more = len(changes) - MOST
        if more > 0:
            self.addTopLevelItem(QTreeWidgetItem([say("{n} more", "{n} more", n=more)]))

    def _became(self, change: GroundChange) -> RecordChange | None:
        if self._verdict is None:
            return None
        try:
            return what_became(self._case.journal, self._case.contents, self._verdict, change)
        except CaseError:
            return None

    def _name_then(self, change: GroundChange) -> str:
        if self._verdict is None:
            return ""
        try:
            record = record_then(self._case.journal, self._verdict, change)
        except CaseError:
            return ""
        return name_of(self._case.contents, record) if record is not None else ""

    def _open(self, row: QTreeWidgetItem) -> None:
        change = row.data(0, _CHANGE)
        if row.childCount() or not isinstance(change, GroundChange):
            return
        told = self._became(change)
        fields = told.fields if told is not None else ()
        for each in fields:
            lines = [each.label]
            if each.before:
                lines.append(say("then: {words}", words=shown_title(each.before, 400)))
            if each.after:
                lines.append(say("now: {words}", words=shown_title(each.after, 400)))
            row.addChild(_inert("\n".join(lines)))
        if not fields:
            row.addChild(_inert(say("The journal does not tell what it said then.")))

    def _go(self, row: QTreeWidgetItem) -> None:
        change = row.data(0, _CHANGE)
        if isinstance(change, GroundChange) and name_of_record(self._case.contents, change.id):
            judged = self._case.contents.get(Assessment, change.id)
            self.went.emit(judged.subject if judged is not None else change.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self._go(row)
        else:
            super().keyPressEvent(event)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        for n in range(self.topLevelItemCount()):
            row = self.topLevelItem(n)
            change = row.data(0, _CHANGE) if row is not None else None
            if row is not None and isinstance(change, GroundChange):
                name, token = _ICONS[change.fate]
                row.setIcon(0, icon(name, theme, token, 16))

    def refit(self) -> None:
        """Take the sizes of another scale."""
        self.setIconSize(QSize(px(16), px(16)))


def _told(change: GroundChange, name: str, *, is_there: bool) -> str:
    """What has become of a record; an item is known by its name, of others it is said what they are. What
    has left the ground alone is in the case as before."""
    fate, sort = _capital(fate_in_words(change.fate)), _sort(change.part)
    if is_there and change.fate is Fate.GONE:
        fate = say("No longer behind it")
    if not name or change.part is Part.EVIDENCE:
        return say("{fate}: {name}", fate=fate, name=name or sort)
    return say("{fate}, {sort}: {name}", fate=fate, sort=sort[:1].lower() + sort[1:], name=name)


def _inert(text: str) -> QTreeWidgetItem:
    row = QTreeWidgetItem([text])
    row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    row.setData(0, Qt.ItemDataRole.AccessibleTextRole, text.replace("\n", ", "))
    return row


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sort(part: Part) -> str:
    match part:
        case Part.CLAIM:
            return say("Part of the claim")
        case Part.EVIDENCE:
            return say("Item of evidence")
        case Part.LINK:
            return say("Link")
        case Part.SOURCE:
            return say("Source")
        case Part.GRADE:
            return say("Grade")


class ChangesPage(QWidget):
    """The changes below the newest verdict, with a sentence on them."""

    def __init__(self, case: Case, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = Words("verdictTold", self)
        self.tree = ChangeTree(case, theme, self)
        column = QVBoxLayout(self)
        set_margins(column, "m", "s", "m", "s")
        set_spacing(column, "s")
        column.addWidget(self.told)
        column.addWidget(self.tree, 1)

    def show_changes(self, contents: Contents, since: Since) -> int:
        """Show what has changed since the newest verdict on a claim; how many records that are."""
        verdict, changes = since.verdict, since.changes
        self.told.say(_sentence(verdict, changes))
        self.tree.show_changes(contents, verdict, changes or ())
        self.tree.setVisible(bool(changes))
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.setStretch(0, 0 if changes else 1)
            across = self.told.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
            self.told.setAlignment(across | Qt.AlignmentFlag.AlignTop)
        return len(changes or ())


def _sentence(verdict: Assessment | None, changes: tuple[GroundChange, ...] | None) -> str:
    if verdict is None:
        return say("There is no verdict yet, so nothing has changed since.")
    if changes is None:
        return say(
            "What this verdict rests on was not frozen when it was given, so it cannot be told."
        )
    if not changes:
        return say(
            "Nothing has changed of what the verdict rests on. Where cards lie is no part of it."
        )
    return say("Since the verdict was given: {changes}.", changes=in_words(changes))
