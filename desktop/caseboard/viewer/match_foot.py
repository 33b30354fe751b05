"""`MatchFoot`: below two pictures: how one is laid on the other, how well, and keeping that."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from caseboard.measures import set_margins, set_spacing
from casedb.analysis.alignment import FEWEST, Alignment
from casedb.model.matches import WAYS
from casedb.words import say, written


class MatchFoot(QFrame):
    """The line. `way_chosen()` follows the choice of another way by hand."""

    way_chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("viewerFoot")
        line = QHBoxLayout(self)
        set_margins(line, "m", "s", "m", "s")
        set_spacing(line, "s")
        self.state = QLabel(self)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        line.addWidget(self.state, 1)
        self.way = QComboBox(self)
        self.way.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.way.setMinimumContentsLength(24)
        for way in WAYS:
            needed = say("{way} (from {n} points)", way=way.shown, n=FEWEST[way.value])
            self.way.addItem(needed, way.value)
        name = say("How one picture is laid on the other")
        self.way.setAccessibleName(name)
        self.way.setToolTip(name)
        self.way.activated.connect(self.way_chosen)
        label = QLabel(say("Fit", about="how one picture is laid on another"), self)
        label.setObjectName("fieldLabel")
        label.setBuddy(self.way)
        self.remove = QPushButton(say("Remove point"), self)
        self.remove.setToolTip(say("Take the chosen pair of points away (Del)"))
        self.save = QPushButton(say("Save as finding"), self)
        self.save.setProperty("primary", True)
        for part in (label, self.way, self.remove, self.save):
            line.addWidget(part)

    @property
    def chosen(self) -> str:
        """The way that is chosen."""
        return str(self.way.currentData())

    def choose(self, way: str) -> None:
        """Choose a way, if there is such a one."""
        at = self.way.findData(way)
        if at >= 0:
            self.way.setCurrentIndex(at)

    def allow_saving(self, lacking: str, keeper: str) -> None:
        """Let points be kept with an item, or say why they cannot be now."""
        self.save.setEnabled(not lacking)
        told = say("Keep the points with the item that compares these files")
        if keeper:
            told = say("Keep the points with “{title}”", title=keeper)
        self.save.setToolTip(lacking or told)


def agreement_in_words(found: Alignment, numbers: Sequence[int]) -> str:
    """How well points agree; `numbers` are those of the pairs, counted from 0."""
    kind = next(each.shown for each in WAYS if each.value == found.kind)
    count = len(found.residuals)
    if not found.is_checked:
        return say(
            "{kind}, from {n} pairs: as many as are needed, so nothing checks them.",
            kind=kind,
            n=count,
        )
    told = say(
        "{kind}, from {n} pairs: {error} px apart (root mean square).",
        kind=kind,
        n=count,
        error=written(found.error, 1),
    )
    if found.worst is None:
        return told
    worst = say(
        "The worst is point {number}, {off} px off.",
        number=numbers[found.worst] + 1,
        off=written(found.residuals[found.worst], 1),
    )
    return f"{told} {worst}"
