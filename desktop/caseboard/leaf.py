"""A leaf: something drawn, with a strip at its foot, written into a picture or onto a page.

It is painted afresh from the case, by the painters of the screen. The strip says what is shown, as of
which journal entry, so that it can be checked against the case later.
"""

from __future__ import annotations

import math
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from caseboard.lettering import Fount, fount, set_lines
from caseboard.theme import Theme, board_space, tokens
from casedb.model.json_value import JsonValue
from casedb.words import say

MARGIN = 40.0
DOTS_PER_INCH = 96
LONGEST_TITLE = 120
"""Characters of the title of a case in a caption."""
HEAD_DIGITS = 16
MOST_LINES, MOST_FACT_LINES = 4, 16


@dataclass(frozen=True, slots=True)
class Caption:
    """What the strip at the foot says; `part` is the title of what is shown of the case.

    `at` is when it was made, in ISO 8601 and UTC; `journal` and `head` are the number and the hash
    of the newest journal entry, `links` is None where none are drawn; `hidden` says in words what the picture leaves out, `limits` what the
    items in it do not show.
    """

    case_title: str
    part: str
    at: str
    items: int
    links: int | None
    journal: int
    head: str
    version: str
    hidden: str = ""
    limits: str = ""

    @property
    def title(self) -> str:
        """The first line; a long title of the case makes room for that of its part."""
        whole = self.case_title
        case = whole if len(whole) <= LONGEST_TITLE else f"{whole[: LONGEST_TITLE - 1].rstrip()}…"
        return " · ".join(filter(None, (case, self.part)))

    @property
    def facts(self) -> str:
        """The second line."""
        moment = self.at[:10]
        if len(self.at) >= 16:
            moment = say("{date} {time} UTC", date=moment, time=self.at[11:16])
        told = (
            moment,
            say("{n} item", "{n} items", n=self.items),
            say("{n} link", "{n} links", n=self.links) if self.links is not None else "",
            self.hidden,
            say("journal #{number}", number=str(self.journal)),
            say("head {hash}", hash=self.head[:HEAD_DIGITS]) if self.head else "",
            say("Made with Caseboard {version}", version=self.version),
        )
        return " · ".join(filter(None, told))


Steps: TypeAlias = Generator[float, None, None]
"""Work that pauses often and tells which part of it is done, 0 to 1."""


class Leaf(Protocol):
    """Something drawn that can be written: `width` and `height` in units, at scale 1 pixels."""

    @property
    def width(self) -> float:
        """How wide it is in units."""
        ...

    @property
    def height(self) -> float:
        """How high it is in units."""
        ...

    @property
    def caption(self) -> Caption:
        """What it says of itself."""
        ...

    @property
    def identity(self) -> str:
        """Tells one leaf from others: the same leaf as of the same journal entry is the same page."""
        ...

    @property
    def details(self) -> Mapping[str, JsonValue]:
        """What else is to be known of it, for machines."""
        ...

    @property
    def is_clear(self) -> bool:
        """Whether one can see through where nothing is drawn."""
        ...

    def size(self, scale: float) -> tuple[int, int]:
        """Its width and height in pixels, so many to the unit."""
        ...

    def paint_pixels(self, painter: QPainter, scale: float, box: QRect) -> None:
        """Paint some of its pixels, so many to the unit; the painter counts from the box's corner."""
        ...

    def painting_vectors(self, painter: QPainter) -> Steps:
        """Paint in steps with a painter that counts units."""
        ...


class Strip:
    """The strip at the foot: a rule, the title, the facts."""

    def __init__(self, caption: Caption, theme: Theme, width: float) -> None:
        self._theme = theme
        self._width = width
        self._inset = min(MARGIN, width / 10)
        room = max(1.0, width - 2 * self._inset)
        self._title = set_lines(caption.title, plain_fount("body", semibold=True), room, 2)
        self._facts = set_lines(caption.facts, plain_fount("tiny"), room, MOST_FACT_LINES)
        self._limits = (
            set_lines(caption.limits, plain_fount("tiny"), room, MOST_LINES)
            if caption.limits
            else None
        )
        high = self._title.height + self._facts.height + 2 * board_space("m") + 2
        self.height = math.ceil(high + (self._limits.height + 2 if self._limits else 0))

    def paint(self, painter: QPainter, top: float) -> None:
        """Paint it below `top`."""
        painter.fillRect(QRectF(0, top, self._width, self.height + 1), self._theme.colour("surf"))
        painter.fillRect(QRectF(0, top, self._width, 1), self._theme.colour("bd"))
        top += board_space("m")
        self._title.paint(painter, self._inset - self._title.start, top, self._theme.colour("tx"))
        top += self._title.height + 2
        self._facts.paint(painter, self._inset, top, self._theme.colour("tx2"))
        if self._limits is not None:
            top += self._facts.height + 2
            self._limits.paint(painter, self._inset, top, self._theme.colour("tx2"))


def plain_fount(step: str, *, semibold: bool = False) -> Fount:
    """The interface font in one of the sizes of the tokens, in units."""
    return fount(tokens().type_scale[step], semibold=semibold)
