"""`EvidenceColumns`: which evidence stands in the columns of a grid, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from caseboard.theme import Theme
from caseboard.views.desk import ViewDesk
from caseboard.views.grid.evidence import Order, Ordering, order_in_words
from caseboard.views.grid.finder import find_item, offer_of
from casedb.words import say


class EvidenceColumns(QObject):
    """What somebody has chosen, with the button that offers it; remembered by the name of the view.

    `rearranged()` follows when other columns, or another order, are wanted; `added()` when columns were
    put in by hand.
    """

    rearranged = Signal()
    added = Signal()

    def __init__(
        self,
        desk: ViewDesk,
        name: str,
        orders: Sequence[Order],
        may_stand: Callable[[str], bool],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._desk = desk
        self._orders = tuple(orders)
        self._may_stand = may_stand
        self._order_key, self._all_key = f"{name}.order", f"{name}.all"
        chosen = desk.choice(self._order_key, orders[0].value)
        self.order = next((each for each in orders if each == chosen), orders[0])
        self.shows_all = desk.choice(self._all_key, "") == "yes"
        self._by_hand: dict[str, None] = {}
        self._there: frozenset[str] = frozenset()
        self._ordering = Ordering()
        self._menu = QMenu(parent)
        self._menu.aboutToShow.connect(self._fill)
        self.button = tool_button(
            parent, say("Which evidence stands in the columns, and its order")
        )
        self.button.setText(say("Evidence"))
        self.button.setMenu(self._menu)

    # -- what is wanted -------------------------------------------------------------------

    def wanted(self, speaking: Iterable[str]) -> list[str]:
        """The items for columns, in no order, where some speak to what the rows are."""
        in_view = self._desk.in_view.items
        by_hand = [each for each in self._by_hand if self._may_stand(each)]
        if self.shows_all:
            found = [each for each in in_view if self._may_stand(each)]
        else:
            there = frozenset(in_view)
            found = [each for each in speaking if each in there]
        return list(dict.fromkeys((*found, *by_hand)))

    def ordered(
        self, item_ids: Iterable[str], spread: Callable[[str], int | None]
    ) -> Generator[None, None, tuple[str, ...]]:
        """Items in the order that is chosen."""
        contents = self._desk.contents
        found = yield from self._ordering.ordered(contents, item_ids, self.order, spread)
        self._there = frozenset(found)
        yield
        return found

    def merged(self, now: Iterable[str], wanted: Sequence[str]) -> tuple[str, ...]:
        """Other columns; those that stay keep their places, as a hand may be at work."""
        self._there = frozenset(wanted)
        kept = [each for each in now if each in self._there]
        known = frozenset(kept)
        return (*kept, *(each for each in wanted if each not in known))

    def add(self, items: Iterable[str]) -> None:
        """Put items into columns that speak to nothing here yet."""
        self.keep(items)
        self.added.emit()

    def keep(self, items: Iterable[str]) -> None:
        """Let items stay in columns, also when they speak to nothing here any more."""
        self._by_hand |= dict.fromkeys(items)

    def forget(self) -> None:
        """Keep none by hand any more."""
        self._by_hand.clear()

    # -- the menu -------------------------------------------------------------------------

    def _fill(self) -> None:
        menu = self._menu
        menu.clear()
        shown = QActionGroup(menu)
        for is_all, words in (
            (False, say("What speaks to it")),
            (True, say("All evidence in view")),
        ):
            action = choice(menu, shown, words, is_on=is_all == self.shows_all)
            action.triggered.connect(partial(self._show_all, is_all))
        menu.addSeparator()
        chosen = tuple(
            each
            for each in sorted(self._desk.selected_items)
            if each not in self._there and self._may_stand(each)
        )
        add = menu.addAction(say("Add what is selected"))
        add.setEnabled(bool(chosen))
        add.triggered.connect(partial(self._add, chosen))
        menu.addAction(say("Add an item…")).triggered.connect(self._ask)
        menu.addSeparator()
        orders = QActionGroup(menu)
        for order in self._orders:
            action = choice(menu, orders, order_in_words(order), is_on=order is self.order)
            action.triggered.connect(partial(self._order_by, order))

    def _add(self, items: Sequence[str], _: bool = False) -> None:
        self.add(items)

    def _ask(self) -> None:
        contents = self._desk.contents
        offers = [
            offer_of(contents, each)
            for each in contents.items
            if each not in self._there and self._may_stand(each)
        ]
        at = self.button.mapToGlobal(QPoint(0, self.button.height()))
        parent = self.button.window()
        find_item(say("Add an item"), offers, self.theme, parent, at, self._add_one)

    def _add_one(self, item_id: str) -> None:
        self.add([item_id])

    def _show_all(self, is_all: bool, _: bool = False) -> None:
        self.show_all(is_all=is_all)

    def show_all(self, *, is_all: bool) -> None:
        """Show all evidence in view, or only what speaks to the rows."""
        self.shows_all = is_all
        self._desk.keep_choice(self._all_key, "yes" if is_all else "")
        self.rearranged.emit()

    def _order_by(self, order: Order, _: bool = False) -> None:
        self.order_by(order)

    def order_by(self, order: Order) -> None:
        """Put the columns in another order."""
        self.order = order
        self._desk.keep_choice(self._order_key, order.value)
        self.rearranged.emit()


def choice(menu: QMenu, group: QActionGroup, words: str, *, is_on: bool) -> QAction:
    """One of several entries of a menu of which one holds."""
    action = menu.addAction(words)
    action.setCheckable(True)
    action.setChecked(is_on)
    group.addAction(action)
    return action


def tool_button(parent: QWidget, name: str) -> QToolButton:
    """A button with a word that opens a menu."""
    button = QToolButton(parent)
    button.setObjectName("viewTool")
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
