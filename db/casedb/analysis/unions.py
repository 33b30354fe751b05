"""`Unions`: which things belong together, by what joins them two at a time."""

from __future__ import annotations

from collections.abc import Hashable


class Unions:
    """Things that are joined to sets, and of each set the one it is called by."""

    def __init__(self) -> None:
        self._above: dict[Hashable, Hashable] = {}
        self._joined: set[Hashable] = set()

    def first(self, each: Hashable) -> Hashable:
        """The one that the set of a thing is called by."""
        while (above := self._above.get(each, each)) != each:
            each = above
        return each

    def join(self, each: Hashable, other: Hashable) -> None:
        """Make one set of two."""
        first, second = self.first(each), self.first(other)
        if first != second:
            self._above[second] = first
            self._joined |= {each, other}

    def has_others(self, each: Hashable) -> bool:
        """Whether a thing is not alone in its set."""
        return each in self._joined
