"""`Twig`: one row of the outline of boards, and the rows below it that are there."""

from __future__ import annotations

from collections.abc import Sequence

from caseboard.panels.board_layout import Name
from caseboard.panels.outline_nodes import Node, Sort


class Twig(Node):
    """One row. `board` is the one it lies on; `names` are those of all rows below it, of which
    `children` are as many as are shown; None until somebody asks, and `is_bare` where whoever asked
    only whether there are any was told that there are none. `about` are the ids that it tells of.
    """

    __slots__ = ("about", "board", "is_bare", "names", "near", "row")

    def __init__(self, name: Name, parent: Twig | None = None, row: int = 0) -> None:
        super().__init__(name.sort, name.id, (), parent)
        self.near = name.near
        self.row = row
        self.board = name.id if name.sort is Sort.BOARD else parent.board if parent else ""
        self.names: Sequence[Name] = ()
        self.about: frozenset[str] = frozenset()
        self.is_bare = False
        self.children = None

    @property
    def name(self) -> Name:
        """What it is."""
        return Name(self.sort, self.id, self.near)

    @property
    def above(self) -> Twig | None:
        """The row above it."""
        return self.parent if isinstance(self.parent, Twig) else None

    @property
    def twigs(self) -> list[Twig]:
        """The rows below it that are there."""
        return [each for each in self.children or () if isinstance(each, Twig)]

    @property
    def hidden(self) -> int:
        """How many rows below it are not shown yet."""
        return len(self.names) - self.shown


def depth_of(twig: Twig) -> int:
    """How far a row is indented: by one for each row above it."""
    depth, above = -1, twig.above
    while above is not None:
        depth, above = depth + 1, above.above
    return depth
