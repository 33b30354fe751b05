"""`SetAside`: the items that are set aside for the moment, to see what the case is without them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class SetAside(QObject):
    """Ids of items; shared by the board and the views, and stored nowhere. `changed()` follows."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now: frozenset[str] = frozenset()

    @property
    def now(self) -> frozenset[str]:
        """The items that are set aside."""
        return self._now

    def become(self, item_ids: Iterable[str]) -> None:
        """Set just these aside."""
        now = frozenset(item_ids)
        if now != self._now:
            self._now = now
            self.changed.emit()

    def toggle(self, item_id: str) -> None:
        """Set an item aside, or count it again."""
        self.become(self._now ^ {item_id})

    def clear(self) -> None:
        """Count all items again."""
        self.become(())
