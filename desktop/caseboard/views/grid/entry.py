"""Entries by the keyboard, and the small menu with the same: how an item goes with a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QMenu, QWidget

from caseboard.views.grid.faces import SIGNS
from casedb.model.ratings import Rating
from casedb.words import say

_FOR = (Rating.CONSISTENT, Rating.VERY_CONSISTENT)
_AGAINST = (Rating.INCONSISTENT, Rating.VERY_INCONSISTENT)
_TWICE = {"+": _FOR, "=": _FOR, "c": _FOR, "-": _AGAINST, "−": _AGAINST, "i": _AGAINST}
_ONCE = {
    "1": Rating.VERY_CONSISTENT,
    "2": Rating.CONSISTENT,
    "3": Rating.NEUTRAL,
    "n": Rating.NEUTRAL,
    "4": Rating.INCONSISTENT,
    "5": Rating.VERY_INCONSISTENT,
    "6": Rating.NOT_APPLICABLE,
    "x": Rating.NOT_APPLICABLE,
}
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_BOUND = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
KEYS = {
    Rating.VERY_CONSISTENT: ("1",),
    Rating.CONSISTENT: ("2", "+"),
    Rating.NEUTRAL: ("3", "N"),
    Rating.INCONSISTENT: ("4", "-"),
    Rating.VERY_INCONSISTENT: ("5",),
    Rating.NOT_APPLICABLE: ("6", "X"),
    Rating.UNRATED: ("Del",),
}
"""The keys that enter something; the first stands in menus."""
_TYPED = {**SIGNS, Rating.NOT_APPLICABLE: "X", Rating.UNRATED: "Del"}


def entered(event: QKeyEvent, now: Rating) -> Rating | None:
    """What a key enters in a cell that says something now; None for a key that enters nothing.

    A second plus or minus makes it very much so.
    """
    if event.modifiers() & _BOUND:
        return None
    if event.key() in _CLEARING:
        return Rating.UNRATED
    told = event.text().lower()
    if told in _TWICE:
        plain, strong = _TWICE[told]
        return strong if now is plain else plain
    return _ONCE.get(told)


def entry_menu(
    parent: QWidget,
    offered: Sequence[tuple[Rating, str]],
    now: Rating,
    enter: Callable[[Rating], object],
) -> QMenu:
    """A menu of entries with what they mean, their signs and their keys; the one that holds is ticked."""
    menu = QMenu(parent)
    for rating, meaning in offered:
        if rating is Rating.UNRATED:
            menu.addSeparator()
        sign = SIGNS[rating]
        words = f"{sign}   {meaning}" if sign else meaning
        action = menu.addAction(f"{words}\t{KEYS[rating][0]}")
        action.setCheckable(rating is not Rating.UNRATED)
        action.setChecked(rating is now and rating is not Rating.UNRATED)
        action.setEnabled(rating is not Rating.UNRATED or now is not Rating.UNRATED)
        action.triggered.connect(partial(_enter, enter, rating))
    return menu


def _enter(enter: Callable[[Rating], object], rating: Rating) -> None:
    enter(rating)


def keys_in_words(offered: Sequence[tuple[Rating, str]]) -> str:
    """The keys of all entries in one line."""
    told = (
        say("{key} {meaning}", key=_TYPED[rating], meaning=meaning) for rating, meaning in offered
    )
    return " · ".join(told)
