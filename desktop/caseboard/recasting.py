"""`Recasting`: another kind for selected items."""

from __future__ import annotations

from caseboard.bridge import CaseBridge
from caseboard.selection import Selection
from casedb.commands.kinds import change_kind
from casedb.model.records import Item


class Recasting:
    """Makes selected items ones of another kind, in one step."""

    def __init__(self, bridge: CaseBridge, selection: Selection) -> None:
        self._bridge = bridge
        self._selection = selection

    def _items(self) -> list[Item]:
        contents = self._bridge.contents
        found = (contents.get(Item, each) for each in self._selection.item_ids(contents))
        return [item for item in found if item is not None]

    def kinds(self) -> set[str]:
        """The kinds of what is selected."""
        return {item.kind for item in self._items()}

    def change(self, kind: str) -> bool:
        """Give all selected items a kind; whether that was done. A refusal is told."""
        ids, contents = [item.id for item in self._items()], self._bridge.contents
        return self._bridge.attempt(lambda: change_kind(contents, ids, kind))
