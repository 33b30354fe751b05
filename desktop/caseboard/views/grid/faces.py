"""What stands in the heads and cells of a grid, ready to paint; and `Sheet`, where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from casedb.model.ratings import Rating
from casedb.words import say

SIGNS = {
    Rating.VERY_CONSISTENT: "++",
    Rating.CONSISTENT: "+",
    Rating.NEUTRAL: "N",
    Rating.INCONSISTENT: "−",
    Rating.VERY_INCONSISTENT: "−−",
    Rating.NOT_APPLICABLE: "n/a",
    Rating.UNRATED: "",
}
TOKENS = {1: "sup", 0: "tx2", -1: "dis"}


@dataclass(frozen=True, slots=True)
class CellFace:
    """A cell: a sign in the colour of a token, on a ground of it that is as strong as `strength` (0 to 2).

    `is_hatched` says that it cannot be shown by what the column is, `is_apart` that it is told in two
    ways; `count` is how many links say it, where they are several.
    """

    sign: str = ""
    token: str = "tx2"
    strength: int = 0
    is_small: bool = False
    is_hatched: bool = False
    is_apart: bool = False
    count: int = 0


def cell_face(rating: Rating) -> CellFace:
    """The face of a rating alone."""
    strong = rating in (Rating.VERY_CONSISTENT, Rating.VERY_INCONSISTENT)
    return CellFace(
        SIGNS[rating],
        TOKENS[rating.sign] if rating is not Rating.NOT_APPLICABLE else "tx3",
        abs(rating.sign) + strong,
        is_small=rating is Rating.NOT_APPLICABLE,
    )


@dataclass(frozen=True, slots=True)
class ColumnFace:
    """The head of a column: an icon in a colour, a title, and a line at the foot.

    `facts` stand beside the icon; `spread` is how many of `MOST_SPREAD` dots are filled, None for no dots;
    `note` is a word at the foot in the colour of a token. What is `is_quiet` says nothing that counts,
    what is `is_faded` stands back, and what is `is_aside` is struck through.
    """

    title: str
    icon: str
    accent: str
    facts: str = ""
    spread: int | None = None
    note: str = ""
    note_token: str = "tx3"
    is_quiet: bool = False
    is_faded: bool = False
    is_aside: bool = False

    def faded(self, *, is_faded: bool, is_aside: bool) -> ColumnFace:
        """The same as it is looked at now."""
        return replace(self, is_faded=is_faded, is_aside=is_aside)


@dataclass(frozen=True, slots=True)
class RowFace:
    """The head of a row: small capitals, a title, and at its end a figure with a bar, or words beside an icon.

    `share` is how long the bar is, 0 to 1, None for no bar. `alarm` is the token of a stripe at its edge,
    empty for none.
    """

    title: str
    lead: str = ""
    figure: str = ""
    figure_token: str = "tx"
    note: str = ""
    note_token: str = "tx3"
    share: float | None = None
    alarm: str = ""
    is_strong: bool = False
    icon: str = ""


MOST_SPREAD = 4
"""How far apart two ratings can be."""


class Sheet(Protocol):
    """Rows and columns by id, and what stands in their heads and cells.

    `corner` is what the rows are, and what stands at the ends of their heads.
    """

    @property
    def rows(self) -> Sequence[str]: ...

    @property
    def columns(self) -> Sequence[str]: ...

    @property
    def corner(self) -> tuple[str, str]: ...

    @property
    def speaking(self) -> Sequence[str]:
        """The items that say something in some row, in columns or not."""
        ...

    def spread(self, item: str) -> int | None:
        """How far apart an item says the rows are; None where nothing can be said of that."""
        ...

    def forget(self) -> None:
        """Read anew what is painted."""
        ...

    def row_face(self, row: str) -> RowFace:
        """The head of a row."""
        ...

    def column_face(self, column: str) -> ColumnFace:
        """The head of a column."""
        ...

    def cell_face(self, row: str, column: str) -> CellFace:
        """What stands in a cell."""
        ...

    def row_words(self, row: str) -> str:
        """All of a row in words."""
        ...

    def column_words(self, column: str) -> str:
        """All of a column in words."""
        ...

    def cell_words(self, row: str, column: str) -> str:
        """All of a cell in words."""
        ...

    def rating(self, row: str, column: str) -> Rating:
        """What a cell says."""
        ...

    def links(self, row: str, column: str) -> tuple[str, ...]:
        """The ids of the links that say it."""
        ...


def rating_in_words(rating: Rating) -> str:
    """A rating as it is said in a sentence."""
    return {
        Rating.VERY_CONSISTENT: say("very consistent"),
        Rating.CONSISTENT: say("consistent"),
        Rating.NEUTRAL: say("neutral"),
        Rating.INCONSISTENT: say("inconsistent"),
        Rating.VERY_INCONSISTENT: say("very inconsistent"),
        Rating.NOT_APPLICABLE: say("not applicable"),
        Rating.UNRATED: say("not rated"),
    }[rating]
