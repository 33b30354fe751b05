"""`MarkLinking`: a link that starts at a mark: its other end and its type are asked for, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from caseboard.bridge import CaseBridge
from caseboard.dialogs.ask_link_type import AskLinkType
from caseboard.dialogs.present_theme import present_theme
from caseboard.linking import Linking
from caseboard.offers import Offer
from caseboard.palette import Palette
from caseboard.spoken import item_title
from caseboard.titles import shown_title
from casedb.model.kinds import KINDS, kind_of
from casedb.model.records import Item, Ref
from casedb.words import say

MOST_OFFERED = 3000
"""Items that can be chosen from at once, the newest of each kind first."""


class MarkLinking:
    """Asks over a window; `tell` says in a sentence what has come of it."""

    def __init__(self, bridge: CaseBridge, linking: Linking, tell: Callable[[str], None]) -> None:
        self._bridge, self._linking, self._tell = bridge, linking, tell
        self.palette: Palette | None = None
        """What asks for the other end, while it does."""

    def ask(self, window: QWidget, item_id: str, mark_id: str, on_desktop: QPoint) -> None:
        """Ask to which item a link leads that starts at a mark on a file of an item."""
        offers = list(islice(self._offers(item_id), MOST_OFFERED))
        if not offers:
            self._tell(say("There is nothing else in this case that a link could lead to."))
            return
        made = Palette(offers, (), present_theme(), window, asks=say("Link to which item?"))
        self.palette = made

        def take(chosen: str) -> None:
            self._end(made)
            self._ask_type(window, Ref.item(item_id), Ref.item(chosen), mark_id, on_desktop)

        made.chosen.connect(take)
        made.dismissed.connect(lambda: self._end(made))
        made.pop_up(window)

    def _end(self, palette: Palette) -> None:
        self.palette = None
        palette.deleteLater()

    def _offers(self, item_id: str) -> Iterator[Offer]:
        """The items that a link can lead to, claims first."""
        contents, start = self._bridge.contents, Ref.item(item_id)
        order = {name: n for n, name in enumerate(KINDS)}

        def place(item: Item) -> tuple[bool, int]:
            return item.kind != "claim", order.get(item.kind, len(order))

        newest_first = list(contents.items.values())[::-1]
        can_be: dict[str, bool] = {}
        for item in sorted(newest_first, key=place):
            if item.id == item_id:
                continue
            if item.kind not in can_be:
                types = self._linking.types_for(start, Ref.item(item.id))
                can_be[item.kind] = bool(types)
            if can_be[item.kind]:
                kind = kind_of(item.kind)
                title = shown_title(item_title(contents, item))
                yield Offer(item.id, title, say(kind.plural), icon=kind.icon, accent=kind.accent)

    def _ask_type(
        self, window: QWidget, start: Ref, end: Ref, mark_id: str, on_desktop: QPoint
    ) -> None:
        types = self._linking.types_for(start, end)
        chosen = AskLinkType.ask(window, on_desktop, types, self._linking.way(start, end))
        if chosen is not None and self._linking.connect(start, chosen, end, from_mark=mark_id):
            self._tell(say("The link starts at this mark now. Undo takes it back."))
