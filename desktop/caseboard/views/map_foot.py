"""`MapFoot`: the line below the map: the place under the pointer, what was measured, what is not on it."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from caseboard.elided_label import ElidedLabel
from caseboard.lengths import FORMS
from caseboard.measures import set_least_width, set_margins, set_spacing
from caseboard.plain_tips import give_tip
from caseboard.scale import px
from casedb.model.place import Place, Point
from casedb.words import say

MARGIN = 12
"""Pixels at either side that nothing takes, at 100 %."""


class MapFoot(QFrame):
    """`spot` says where the pointer is, `measured` what the ruler comes to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("mapFoot")
        self._has_named = self._has_placeless = False
        line = self._line = QHBoxLayout(self)
        set_margins(line, "m", "xs", "m", "xs")
        set_spacing(line, "l")
        self.spot = QLabel(self)
        set_least_width(self.spot, 96)
        self.measured = ElidedLabel(80, self)
        # All that is free is its own.
        self.measured.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.copy_button = self._button(say("Copy"))
        self.copy_button.setAccessibleName(say("Copy what was measured"))
        self.inside_button = self._button("")
        self.placeless_button = self._button("")
        give_tip(
            self.placeless_button,
            say(
                "Select what is not on the map. An item comes onto it when a place of it has coordinates "
                "in the inspector."
            ),
        )
        self.named_button = self._button("")
        give_tip(
            self.named_button,
            say(
                "Select the items of which a place is named, but its coordinates are not known yet"
            ),
        )
        line.addWidget(self.spot)
        line.addWidget(self.measured, 1)
        line.addWidget(self.copy_button)
        line.addWidget(self.inside_button)
        line.addWidget(self.named_button)
        line.addWidget(self.placeless_button)
        self.show_place(None, "decimal")
        self.show_measured("", can_copy=False, inside=0)
        self.show_placeless(0, 0, 0)

    def _button(self, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("statusButton")
        button.setText(text)
        return button

    def show_place(self, place: Point | None, form: str) -> None:
        """Say where the pointer is."""
        told = "" if place is None else Place(shape=_rounded(place)).show(FORMS[form])
        self.spot.setText(told)
        self.spot.setVisible(bool(told))

    def show_measured(self, words: str, *, can_copy: bool, inside: int) -> None:
        """Say what the ruler comes to, and how many items lie within what it encloses."""
        self.measured.show_text(words)
        self.copy_button.setVisible(can_copy)
        self.inside_button.setText(say("Select {n} inside", "Select {n} inside", n=inside))
        self.inside_button.setVisible(bool(inside))

    def show_placeless(self, placeless: int, named: int, polar: int) -> None:
        """Say how many items are not on the map, and of how many of them a place is named in words."""
        self.named_button.setText(
            say("{n} with a place in words", "{n} with a place in words", n=named)
        )
        self._has_named = bool(named)
        told = say("{n} without coordinates", "{n} without coordinates", n=placeless)
        if polar and placeless:
            polar_told = say("{n} too near to a pole", "{n} too near to a pole", n=polar)
            told = f"{told} · {polar_told}"
        elif polar:
            told = say("{n} too near to a pole", "{n} too near to a pole", n=polar)
        self.placeless_button.setText(told)
        self._has_placeless = bool(placeless or polar)
        self.placeless_button.setVisible(self._has_placeless)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show how many have a place in words where there is room beside how many are not on the map."""
        beside = self.placeless_button.sizeHint().width() if self._has_placeless else 0
        margins, gap = self.contentsMargins(), self._line.spacing()
        wanted = self.named_button.sizeHint().width() + beside + 4 * gap + 2 * px(MARGIN)
        room = self.width() - margins.left() - margins.right()
        self.named_button.setVisible(self._has_named and wanted <= room)


def _rounded(place: Point) -> Point:
    """As exactly as a hand points."""
    return Point(round(place.lat, 5), round(place.lon, 5))
