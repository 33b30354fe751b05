"""`VersionsPage`: every version of a verdict, and two of them side by side."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHeaderView,
    QLabel,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from caseboard.measures import set_least_height, set_margins, set_spacing
from caseboard.plain_tips import short_tip
from caseboard.theme import Theme
from caseboard.titles import shown_title
from caseboard.verdict.comparison_text import comparison, single, version_of
from caseboard.verdict.words_box import PickBox, Words
from casedb.model.assessments import word
from casedb.model.contents import Contents
from casedb.model.discretion import public_name
from casedb.model.records import Assessment, Source
from casedb.model.verdict_words import as_text, passages_of, signed_in_words
from casedb.model.verdicts import author_of, cited_verdicts, own_verdicts
from casedb.words import say

_ID = Qt.ItemDataRole.UserRole


class VersionsPage(QWidget):
    """The versions, newest first, those cited from others apart; below them two are compared."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._contents: Contents | None = None
        self._own: list[Assessment] = []
        self._cited: list[Assessment] = []
        self._is_filled = True
        self._is_stale = False
        self.told = Words("verdictTold", self)
        self.list = QTreeWidget(self)
        self.list.setObjectName("verdictTree")
        self.list.setAccessibleName(say("Versions of the verdict, newest first"))
        self.list.setRootIsDecorated(False)
        self.list.setIndentation(0)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setHeaderLabels([say("Version"), say("Verdict"), say("By"), say("Signed off")])
        head = self.list.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        set_least_height(self.list, 76)
        self.before, self.after = (
            PickBox(say("Compare"), theme, self),
            PickBox(_with(), theme, self),
        )
        self.text = QTextEdit(self)
        self.text.setObjectName("verdictCompared")
        self.text.setReadOnly(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setAccessibleName(say("The versions side by side"))
        self.text.setTabChangesFocus(True)
        set_least_height(self.text, 120)
        self._lay_out()
        self.list.currentItemChanged.connect(self._choose)
        self.before.picked.connect(self._compare)
        self.after.picked.connect(self._compare)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        set_margins(column, "m", "s", "m", "s")
        set_spacing(column, "s")
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        self.pair = QWidget(self)
        grid = QGridLayout(self.pair)
        grid.setContentsMargins(0, 0, 0, 0)
        set_spacing(grid, "s", "xs")
        for at, (title, box) in enumerate(((say("Compare"), self.before), (_with(), self.after))):
            label = QLabel(title, self.pair)
            label.setObjectName("fieldLabel")
            label.setBuddy(box)
            grid.addWidget(label, 0, 2 * at)
            grid.addWidget(box, 0, 2 * at + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        column.addWidget(self.pair)
        column.addWidget(self.text, 3)

    def show_claim(self, contents: Contents, claim_id: str) -> None:
        """Show the versions of the verdict on a claim."""
        own, cited = own_verdicts(contents, claim_id), cited_verdicts(contents, claim_id)
        self._contents = contents
        is_same = own == self._own and cited == self._cited
        self._is_stale = not self.isVisible()
        self._own, self._cited = own, cited
        if own:
            self.told.say(say("{n} version", "{n} versions", n=len(own)))
        elif cited:
            self.told.say(say("The case gives no verdict of its own; those of others are cited."))
        else:
            self.told.say(say("No verdict has been given yet."))
        for part in (self.list, self.text):
            part.setVisible(bool(own or cited))
        self.pair.setVisible(len(own) > 1)
        if is_same:
            self._compare_again()
            return
        self._choose_newest(contents)

    def _choose_newest(self, contents: Contents) -> None:
        own = self._own
        self._fill(contents)
        words = [(each.id, version_of(contents, each), "") for each in own]
        self._is_filled = False
        self.before.offer(words)
        self.after.offer(words)
        self._is_filled = True
        if own:
            self.after.choose(own[0].id)
            self.before.choose(own[min(1, len(own) - 1)].id)
        self._compare()

    def _fill(self, contents: Contents) -> None:
        self._is_filled = False
        self.list.clear()
        for each in self._own:
            signed = each.values.text("reviewer")
            row = QTreeWidgetItem(
                [
                    version_of(contents, each),
                    word(contents, each),
                    shown_title(author_of(contents, each)) or say("no name given"),
                    shown_title(signed) or "–",
                ]
            )
            row.setToolTip(3, short_tip(signed_in_words(contents, each)))
            self._add(row, each)
        if self._cited:
            head = QTreeWidgetItem([say("Cited from others")])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = self.list.font()
            font.setBold(True)
            head.setFont(0, font)
            self.list.addTopLevelItem(head)
            head.setFirstColumnSpanned(True)
        for each in self._cited:
            source = contents.get(Source, each.values.text("cited_opinion"))
            whose = public_name(source) if source is not None else say("somebody else")
            row = QTreeWidgetItem([each.at[:10], word(contents, each), shown_title(whose), "–"])
            self._add(row, each)
        self._is_filled = True

    def _add(self, row: QTreeWidgetItem, verdict: Assessment) -> None:
        row.setData(0, _ID, verdict.id)
        for column in range(4):
            if not row.toolTip(column):
                row.setToolTip(column, short_tip(row.text(column)))
        self.list.addTopLevelItem(row)

    # -- comparing ----------------------------------------------------------------------------

    def _choose(self, row: QTreeWidgetItem | None) -> None:
        """Compare the chosen version with the one before it."""
        if row is None or not self._is_filled:
            return
        chosen = str(row.data(0, _ID) or "")
        ids = [each.id for each in self._own]
        if chosen in ids:
            at = ids.index(chosen)
            self.after.choose(chosen)
            self.before.choose(ids[min(at + 1, len(ids) - 1)])
            self._compare()
            return
        cited = next((each for each in self._cited if each.id == chosen), None)
        if cited is not None and self._contents is not None:
            self.text.setPlainText(as_text(passages_of(self._contents, cited)))

    def _compare_again(self) -> None:
        row = self.list.currentItem()
        if row is not None and row.data(0, _ID) in [each.id for each in self._cited]:
            self._choose(row)
        else:
            self._compare()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            # The earlier version stands where reading begins.
            self._is_stale = not self.isVisible()
            self._compare_again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self._compare_again()

    def _compare(self) -> None:
        contents = self._contents
        # Nobody sees it: it is compared when the page is turned to.
        if contents is None or not self._is_filled or self._is_stale:
            return
        of = {each.id: each for each in self._own}
        one, other = of.get(self.before.key()), of.get(self.after.key())
        if one is not None and other is not None and one is not other:
            if (one.at, one.id) > (other.at, other.id):
                one, other = other, one
            is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            self._show(comparison(contents, one, other, self._theme, is_mirrored=is_mirrored))
        elif other is not None:
            self._show(single(contents, other))
        elif self._cited:
            self.text.setPlainText(as_text(passages_of(contents, self._cited[0])))
        else:
            self.text.clear()

    def _show(self, html: str) -> None:
        top = self.text.verticalScrollBar().value()
        self.text.setHtml(html)
        self.text.verticalScrollBar().setValue(top)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.before.set_theme(theme)
        self.after.set_theme(theme)
        self._is_stale = not self.isVisible()
        self._compare_again()


def _with() -> str:
    return say("with", about="the other of two versions")
