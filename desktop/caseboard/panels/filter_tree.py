"""`FilterTree`: what the items of a board can be filtered by, with how many have each, to be ticked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from caseboard.measures import set_least_height
from caseboard.plain_tips import tip
from caseboard.scale import px
from caseboard.theme import Theme, paint_icon
from casedb.model.contents import Contents
from casedb.model.facets import Choices
from casedb.model.filter_chips import value_words
from casedb.model.filtering import LISTS, Condition, Filter
from casedb.words import say, term, written

HEADINGS: Mapping[Condition, str] = {
    Condition.KINDS: term("Kind"),
    Condition.STATUSES: term("Status of claims"),
    Condition.VERDICTS: term("Verdict"),
    Condition.TAGS: term("Tag"),
    Condition.SOURCES: term("Source"),
    Condition.RELIABILITY: term("Reliability of source"),
    Condition.CREDIBILITY: term("Credibility"),
    Condition.FILES: term("Files"),
}
_FILES = {"with": True, "without": False}
_VALUE = Qt.ItemDataRole.UserRole
_ARROW = 12
_PADDING = (8, 6)
"""What the style keeps free in a cell, across and down, in pixels at 100 %."""
MOST = 500
"""No condition offers more values than this at once; those that are chosen are always there."""


class FilterTree(QTreeWidget):
    """The conditions with their values. `chosen()` follows every tick and every turn of a condition."""

    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = _TickDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setObjectName("filterTree")
        self.setAccessibleName(say("What to filter by"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setMinimumSectionSize(1)
        set_least_height(self, 20)
        self._filter = Filter()
        self._is_showing = False
        self._headings: dict[Condition, QTreeWidgetItem] = {}
        self._turned: dict[Condition, QToolButton] = {}
        for condition, text in HEADINGS.items():
            self._add_heading(condition, say(text))
        self._show_turned()
        self.refit()
        self.itemChanged.connect(self._take)

    def _add_heading(self, condition: Condition, text: str) -> None:
        heading = QTreeWidgetItem(self, [text])
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        font = heading.font(0)
        font.setBold(True)
        heading.setFont(0, font)
        button = QToolButton(self)
        button.setObjectName("filterNot")
        button.setText(say("not"))
        button.setCheckable(True)
        button.setToolTip(say("Shows what has none of these"))
        button.setAccessibleName(say("{condition}: none of these", condition=text))
        button.toggled.connect(self._take)
        self.setItemWidget(heading, 1, button)
        self._headings[condition] = heading
        self._turned[condition] = button

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._delegate.theme = theme
        self.viewport().update()

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The arrow of a condition, as large as its words."""
        if index.parent().isValid():
            return
        side = px(_ARROW)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(rect).center())
        closed = "chevron_left" if self.isRightToLeft() else "chevron_right"
        name = "chevron_down" if self.isExpanded(index) else closed
        paint_icon(painter, name, box, self._delegate.theme.colour("tx2"))

    def refit(self) -> None:
        """Make room for words and buttons, which may be of another size."""
        self.setIndentation(px(18))
        for condition, heading in self._headings.items():
            heading.setSizeHint(1, _with_padding(self._turned[condition].sizeHint()))

    # -- showing ------------------------------------------------------------------------------

    def show_filter(self, chosen: Filter) -> None:
        """Tick what a filter asks for."""
        self._filter = chosen
        self._is_showing = True
        for condition, heading in self._headings.items():
            wanted = _wanted(chosen, condition)
            for child in _rows_of(heading):
                is_wanted = child.data(0, _VALUE) in wanted
                child.setCheckState(
                    0, Qt.CheckState.Checked if is_wanted else Qt.CheckState.Unchecked
                )
            self._turned[condition].setChecked(condition in chosen.inverted)
        self._show_turned()
        self._is_showing = False

    def show_choices(self, there: Choices, contents: Contents) -> None:
        """Offer what there is, with how many have it; what is ticked stays."""
        self._is_showing = True
        self.setUpdatesEnabled(False)
        for condition, heading in self._headings.items():
            wanted = _wanted(self._filter, condition)
            counts = dict(_counts(there, condition))
            offered = dict(list(counts.items())[:MOST])
            offered |= {each: counts.get(each, 0) for each in wanted if each not in offered}
            self._fill(heading, condition, offered, wanted, contents)
            heading.setHidden(not offered)
        self.setUpdatesEnabled(True)
        self._is_showing = False

    def _fill(
        self,
        heading: QTreeWidgetItem,
        condition: Condition,
        offered: Mapping[str, int],
        wanted: Iterable[str],
        contents: Contents,
    ) -> None:
        held = [child.data(0, _VALUE) for child in _rows_of(heading)]
        if held != list(offered):
            is_new = not held
            heading.takeChildren()
            heading.addChildren([self._row(each) for each in offered])
            if is_new:
                heading.setExpanded(condition in (Condition.KINDS, Condition.STATUSES))
        chosen = set(wanted)
        for child, (value, count) in zip(_rows_of(heading), offered.items(), strict=True):
            words = _words(condition, value, contents)
            child.setText(0, words)
            child.setToolTip(0, tip(words))
            number = written(count)
            child.setText(1, number)
            child.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{words}, {number}")
            checked = Qt.CheckState.Checked if value in chosen else Qt.CheckState.Unchecked
            child.setCheckState(0, checked)

    @staticmethod
    def _row(value: str) -> QTreeWidgetItem:
        row = QTreeWidgetItem()
        row.setFlags(
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
        )
        row.setData(0, _VALUE, value)
        row.setTextAlignment(1, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        return row

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words of a value ticks it, as one on its box does."""
        at = event.position().toPoint()
        row = self.itemAt(at) if event.button() == Qt.MouseButton.LeftButton else None
        is_value = row is not None and row.parent() is not None and row is self.currentItem()
        before = row.checkState(0) if row is not None and is_value else None
        super().mouseReleaseEvent(event)
        if row is not None and before is not None and row.checkState(0) is before:
            is_on = before is Qt.CheckState.Checked
            row.setCheckState(0, Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked)

    # -- choosing -----------------------------------------------------------------------------

    @property
    def filter(self) -> Filter:
        """What is ticked, with all that is asked for elsewhere as it was shown."""
        found = self._filter
        for condition in LISTS:
            found = replace(found, **{condition.value: frozenset(self._ticked(condition))})
        files = {_FILES[each] for each in self._ticked(Condition.FILES)}
        # Both together ask for nothing.
        found = replace(found, files=files.pop() if len(files) == 1 else None)
        turned = {each for each, button in self._turned.items() if button.isChecked()}
        kept = {each for each in found.inverted if each not in self._turned}
        there = set(found.conditions)
        return replace(found, inverted=frozenset((turned | kept) & there))

    def _ticked(self, condition: Condition) -> list[str]:
        return [
            str(each.data(0, _VALUE))
            for each in _rows_of(self._headings[condition])
            if each.checkState(0) is Qt.CheckState.Checked
        ]

    def _take(self, *_: object) -> None:
        if self._is_showing:
            return
        self._is_showing = True
        self._show_turned()
        self._is_showing = False
        self.chosen.emit()

    def _show_turned(self) -> None:
        """Offer to turn round only what asks for something."""
        for condition, button in self._turned.items():
            is_asked = bool(self._ticked(condition))
            # A view shows the widgets in its rows again whenever these move: hidden is not for long.
            button.setText(say("not") if is_asked else "")
            button.setEnabled(is_asked)
            if not is_asked:
                button.setChecked(False)
            self._headings[condition].setSizeHint(1, _with_padding(button.sizeHint()))


class _TickDelegate(QStyledItemDelegate):
    """Puts a tick into the box of what is asked for: the style fills it with colour and no more."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        if shown.checkState is not Qt.CheckState.Checked:
            return
        part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        box = option.widget.style().subElementRect(part, shown, option.widget)
        paint_icon(painter, "check", QRectF(box), self.theme.colour("actx"))


def _with_padding(size: QSize) -> QSize:
    """The size of a cell for what stands in it: the view keeps a padding free around that."""
    return QSize(size.width() + px(_PADDING[0]), size.height() + px(_PADDING[1]))


def _rows_of(heading: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (heading.child(row) for row in range(heading.childCount()))
    return [each for each in found if each is not None]


def _wanted(chosen: Filter, condition: Condition) -> frozenset[str]:
    if condition is Condition.FILES:
        asked = {True: "with", False: "without"}
        return frozenset() if chosen.files is None else frozenset({asked[chosen.files]})
    return chosen.values_of(condition)


def _counts(there: Choices, condition: Condition) -> Mapping[str, int]:
    match condition:
        case Condition.KINDS:
            return there.kinds
        case Condition.STATUSES:
            return there.statuses
        case Condition.TAGS:
            return there.tags
        case Condition.SOURCES:
            return there.sources
        case Condition.RELIABILITY:
            return there.reliability
        case Condition.CREDIBILITY:
            return there.credibility
        case Condition.VERDICTS:
            return there.verdicts
        case _:
            counts = {"with": there.with_files, "without": there.total - there.with_files}
            return counts if there.with_files else {}


def _words(condition: Condition, value: str, contents: Contents) -> str:
    if condition is Condition.FILES:
        return say("With files") if value == "with" else say("Without files")
    return value_words(condition, value, contents)
