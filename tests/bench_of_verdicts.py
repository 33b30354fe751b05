"""A window for verdicts over a case with a claim, its elements and what speaks to them, and hands for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from caseboard.bridge import CaseBridge
from caseboard.verdict.window import VerdictWindow
from casedb import Case
from casedb.model.assessments import VerdictBody, own_verdict
from casedb.model.records import Assessment


class Bench:
    """The window, the case, and hands for both."""

    def __init__(self, window: VerdictWindow, bridge: CaseBridge) -> None:
        self.window, self.bridge = window, bridge
        case = bridge.case
        self.claim = case.add("claim", title="The ship was in the harbour")
        self.place = case.add_element(self.claim, "place", "In the harbour")
        self.photo = case.add("media", title="Photograph")
        self.log = case.add("document", title="Log book")
        self.pro = case.link(self.photo, "supports", self.claim)
        self.con = case.link(self.log, "disputes", self.claim)

    @property
    def case(self) -> Case:
        return self.bridge.case

    @property
    def verdict(self) -> Assessment:
        found = own_verdict(self.bridge.contents, self.claim.id)
        assert found is not None
        return found

    @property
    def body(self) -> VerdictBody:
        return VerdictBody.from_values(self.verdict.values)

    @property
    def labels(self) -> list[str]:
        return [each.label for each in self.case.journal.entries()]

    def write(self, label: str = "mostly_true", reasons: str = "The photograph shows her.") -> None:
        """Choose a label and write why, as a user would."""
        form = self.window.form
        form.label.choose(label)
        form.label.activated.emit(form.label.currentIndex())
        form.rationale.setPlainText(reasons)

    def store(self) -> None:
        QTest.mouseClick(self.window.store_button, Qt.MouseButton.LeftButton)

    def row(self, tree: QTreeWidget, text: str) -> QTreeWidgetItem:
        """The first row whose text begins so."""
        flags = Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive
        return tree.findItems(text, flags)[0]

    def over(self, row: QTreeWidgetItem) -> QTreeWidgetItem:
        """The row that another stands below."""
        found = row.parent()
        assert found is not None
        return found

    def tick(self, text: str, *, is_cited: bool = True) -> None:
        state = Qt.CheckState.Checked if is_cited else Qt.CheckState.Unchecked
        self.row(self.window.evidence, text).setCheckState(0, state)


def rows_of(tree: QTreeWidget) -> list[QTreeWidgetItem]:
    """The outermost rows of a tree."""
    found = (tree.topLevelItem(n) for n in range(tree.topLevelItemCount()))
    return [each for each in found if each is not None]


def below(row: QTreeWidgetItem) -> list[str]:
    """What stands below a row."""
    found = (row.child(n) for n in range(row.childCount()))
    return [each.text(0) for each in found if each is not None]
