"""`ViewDesk`: what all views share: the case, what is in view, the selection, the look, the ways out."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QPoint, Signal

from caseboard.bridge import CaseBridge
from caseboard.in_view import InView
from caseboard.selection import Selected, Selection
from caseboard.set_aside import SetAside
from caseboard.settings import Settings
from casedb.model.contents import Contents
from casedb.model.records import Item, Link
from casedb.words import say


class ViewDesk(QObject):
    """The shared things, and what a hand on a view asks for.

    `went_to(str)` carries the id of an item or link to which the board should fly, `menu_wanted(QPoint)`
    asks for the menu on what is selected, at a point of the screen; `told(str)` is a sentence on what
    was just done; `left()` says that the hand goes back to the board.
    """

    went_to = Signal(str)
    menu_wanted = Signal(QPoint)
    told = Signal(str)
    left = Signal()

    def __init__(
        self,
        bridge: CaseBridge,
        selection: Selection,
        in_view: InView,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.selection = selection
        self.in_view = in_view
        self.settings = settings
        self.aside: SetAside | None = None
        """What is set aside for the moment, where the window knows of such."""
        self.board_id = ""
        """The board in front."""
        self._selected: tuple[Selected, frozenset[str]] = (Selected(), frozenset())

    @property
    def contents(self) -> Contents:
        """The case in memory."""
        return self.bridge.contents

    @property
    def why_nothing(self) -> str:
        """Why no item is in view, and what can be done."""
        if not self.contents.items:
            return say("There are no items yet. Double-click on the board to add one.")
        if self.in_view.left_out:
            return say("The filter lets no item pass here. Widen it to see some.")
        return say("No item is on this board. “Whole case” shows those of the case.")

    # -- the selection --------------------------------------------------------------------

    @property
    def selected_items(self) -> frozenset[str]:
        """The ids of the selected items, those of selected cards among them."""
        now = self.selection.now
        if self._selected[0] is not now:
            self._selected = now, frozenset(self.selection.item_ids(self.contents))
        return self._selected[1]

    def pick(self, item_ids: Iterable[str], *, adds: bool = False, toggles: bool = False) -> None:
        """Select items: through their cards on the board in front, where they have any."""
        found = self._as_selected(item_ids)
        if toggles:
            self.selection.toggle(found)
        elif adds:
            self.selection.add(found)
        else:
            self.selection.become(found)

    def pick_links(self, link_ids: Iterable[str]) -> None:
        """Select links that are in the case."""
        there = (each for each in link_ids if self.contents.get(Link, each) is not None)
        self.selection.set(links=there)

    def _as_selected(self, item_ids: Iterable[str]) -> Selected:
        contents, cards, items = self.contents, list[str](), list[str]()
        for item_id in item_ids:
            if contents.get(Item, item_id) is None:
                continue
            held = contents.cards_of(item_id)
            here = next((each.id for each in held if each.board == self.board_id), None)
            (items if here is None else cards).append(here or item_id)
        return Selected(cards=frozenset(cards), items=frozenset(items))

    # -- what is remembered ---------------------------------------------------------------

    def choice(self, name: str, usual: str) -> str:
        """How somebody has set a view up, by the name of what was chosen (`timeline.lanes`)."""
        return self.settings.now.choices.get(name, usual)

    def keep_choice(self, name: str, value: str) -> None:
        """Remember how somebody has set a view up, for other cases as well."""
        if self.settings.now.choices.get(name) != value:
            self.settings.change(choices={**self.settings.now.choices, name: value})
