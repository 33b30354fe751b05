"""The records of a case: frozen values, joined by id and never by reference.

CaseInfo      the case itself: title, question
Item          what is known or said; its kind says which fields it has
Source        who it comes from
Element       a part of a claim that evidence can speak to
Link          a typed statement about two ends; an end may be a link
Board         a pinboard
SavedView     a named way of looking at one board
Card          one placement of an item on one board
Frame         a titled area of a board
Scale         the time that runs along a frame
Fold          what lies in a collapsed frame
Route         the bends of one link's string on one board
Artifact      bytes, named by their SHA-256; the bytes lie in the store
Attachment    an artifact as part of an item
Annotation    what somebody has marked on the bytes of an artifact, kept beside them
Assessment    somebody's judgement, appended and never changed
Scheme        a list of words to judge by, shipped with the case
Snapshot      a moment of the case that somebody has named
Redaction     what is to be left out of what leaves the house, under a name
CanvasRest    what a canvas of another program said of a board, and no field here can hold
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from casedb.model.geometry import Point, Rect
from casedb.model.link_types import End
from casedb.model.values import Values

COLLAPSED_HEIGHT = 34.0
"""How high a collapsed card is shown, in board units, whatever height it has when open."""


class Ref(NamedTuple):
    """What an end of a link, or an assessment, points at."""

    end: End
    id: str

    @classmethod
    def item(cls, item_id: str) -> Ref:
        """A reference to an item."""
        return cls(End.ITEM, item_id)

    @classmethod
    def element(cls, element_id: str) -> Ref:
        """A reference to an element of a claim."""
        return cls(End.ELEMENT, element_id)

    @classmethod
    def link(cls, link_id: str) -> Ref:
        """A reference to a link."""
        return cls(End.LINK, link_id)


@dataclass(frozen=True, slots=True)
class CaseInfo:
    """The case itself. `id` never changes, also not in a copy."""

    id: str
    values: Values = field(default_factory=Values)

    @property
    def title(self) -> str:
        """The title of the case."""
        return self.values.text("title")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing known or said, however often it is shown."""

    id: str
    kind: str
    values: Values = field(default_factory=Values)

    @property
    def title(self) -> str:
        """The item's title; may be empty."""
        return self.values.text("title")


@dataclass(frozen=True, slots=True)
class Source:
    """Who something comes from: a body, agency, outlet, person or data set."""

    id: str
    values: Values = field(default_factory=Values)

    @property
    def name(self) -> str:
        """The source's name."""
        return self.values.text("name")


@dataclass(frozen=True, slots=True)
class Element:
    """A part of a claim (its actor, its place, ...) that evidence can speak to."""

    id: str
    claim: str
    position: int
    values: Values = field(default_factory=Values)

    @property
    def role(self) -> str:
        """Which part of the claim it is."""
        return self.values.text("role")


@dataclass(frozen=True, slots=True)
class Link:
    """A typed, directed statement from one end to another."""

    id: str
    type: str
    start: Ref
    end: Ref
    values: Values = field(default_factory=Values)


@dataclass(frozen=True, slots=True)
class Board:
    """A pinboard; `position` is its place among the tabs."""

    id: str
    title: str
    position: int = 0


@dataclass(frozen=True, slots=True)
class SavedView:
    """A named way of looking at one board; `position` is its place among the views of its board.

    `values` are what the window shows by: `filter` (an object), `mode` (`hide` or `fade` what the
    filter leaves out), `focus` (an object of `cards`, ids that need not be there any more, and
    `steps`), `x` and `y` (the middle of what is seen, in board units) and `zoom`. None must be there.
    """

    id: str
    board: str
    name: str
    position: int = 0
    values: Values = field(default_factory=Values)


@dataclass(frozen=True, slots=True)
class Card:
    """One placement of an item on one board, in board units; a higher `z` lies above."""

    id: str
    board: str
    item: str
    x: float
    y: float
    w: float
    h: float
    z: int = 0
    collapsed: bool = False
    pinned: bool = False
    locked: bool = False
    accent: str = ""

    @property
    def rect(self) -> Rect:
        """Where it lies."""
        return Rect(self.x, self.y, self.w, self.h)

    @property
    def shown(self) -> Rect:
        """Where it is seen: a collapsed card is only its title line high."""
        height = min(self.h, COLLAPSED_HEIGHT) if self.collapsed else self.h
        return Rect(self.x, self.y, self.w, height)


@dataclass(frozen=True, slots=True)
class Frame:
    """A titled area of a board; frames lie below all cards.

    A frame is `collapsed` exactly as long as it has a `Fold`, and as large as the stack it is shown
    as. Alone the flag, which files of the first format may have, says nothing.
    """

    id: str
    board: str
    title: str
    x: float
    y: float
    w: float
    h: float
    z: int = 0
    collapsed: bool = False
    locked: bool = False
    accent: str = ""

    @property
    def rect(self) -> Rect:
        """Where it lies."""
        return Rect(self.x, self.y, self.w, self.h)


@dataclass(frozen=True, slots=True)
class Scale:
    """A frame along which time runs evenly, from left to right.

    `first` and `last` are ISO 8601 dates or UTC moments (`2024-01-31`, `2024-01-31T14:30:05Z`), the
    first before the last; a date is its beginning in UTC. A frame has one at most.
    """

    id: str
    frame: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Fold:
    """What a collapsed frame hides, and how wide and high the frame is when it is open.

    `members` are the ids of cards and frames of its board, each of them in one fold at most. What is
    folded into a frame among them is a member of that frame's fold, not of this one.
    """

    id: str
    frame: str
    w: float
    h: float
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """The bends of one link's string on one board, in order from its start."""

    id: str
    board: str
    link: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Artifact:
    """Bytes as they came, named by the SHA-256 of their content (64 lower-case hex digits).

    `size` in bytes; `media_type` by content and not by name; `name` as it was called.
    """

    id: str
    size: int
    media_type: str
    name: str
    values: Values = field(default_factory=Values)


@dataclass(frozen=True, slots=True)
class Attachment:
    """An artifact as part of an item; `position` orders them, the first is shown on the card."""

    id: str
    item: str
    artifact: str
    position: int = 0
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """What somebody has marked on a picture or a page; the bytes themselves stay as they are.

    `values` hold its `form` (see `casedb.model.marks`), its `selector` as the W3C Web Annotation Data
    Model has it, in fractions of the upright picture, its `text` and its `accent`. The artifact's id
    is the hash of the bytes that it is about.
    """

    id: str
    artifact: str
    values: Values = field(default_factory=Values)


@dataclass(frozen=True, slots=True)
class Assessment:
    """Somebody's judgement of something at some time. Appended, never changed.

    `type` is one of `casedb.model.assessments`; `subject` the id of the item, source, link or
    element that is judged; `claim` the claim it is judged for, where that matters; `scheme` the id
    of the scheme that the value is a word of; `by` who judged, `at` when (UTC, ISO 8601).
    """

    id: str
    type: str
    subject: str
    claim: str | None
    scheme: str
    value: str
    by: str
    at: str
    blind: bool = False
    values: Values = field(default_factory=Values)


@dataclass(frozen=True, slots=True)
class Scheme:
    """A list of words to judge by, shipped with the case so that old files keep their meaning."""

    id: str
    name: str
    version: str
    values: Values = field(default_factory=Values)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A moment of the case that somebody has named, so that it can be looked at and compared with.

    `seq` is the journal entry after which the case was so, `head` that entry's hash (64 lower-case hex
    digits): whoever finds another hash under that number looks at another history. `values` may hold
    `board` (the id of the board it was taken of, which need not be there any more), `note`, `by` and
    `at` (UTC, ISO 8601).
    """

    id: str
    name: str
    seq: int
    head: str
    values: Values = field(default_factory=Values)


@dataclass(frozen=True, slots=True)
class Redaction:
    """What is to be left out of what leaves the house, under a name; see `casedb.model.redaction`."""

    id: str
    name: str
    values: Values = field(default_factory=Values)


@dataclass(frozen=True, slots=True)
class CanvasRest:
    """What a canvas of another program said of a board, its cards and frames, and no field here can hold:
    kept to the letter, so that it can be written back. A board has one at most.
    """

    id: str
    board: str
    values: Values = field(default_factory=Values)


Record: TypeAlias = (
    CaseInfo
    | Item
    | Source
    | Element
    | Link
    | Board
    | SavedView
    | Card
    | Frame
    | Scale
    | Fold
    | Route
    | Artifact
    | Attachment
    | Annotation
    | Assessment
    | Scheme
    | Snapshot
    | Redaction
    | CanvasRest
)

RECORD_TYPES: tuple[type[Record], ...] = (
    CaseInfo,
    Scheme,
    Source,
    Item,
    Element,
    Link,
    Board,
    SavedView,
    Frame,
    Scale,
    Card,
    Fold,
    Route,
    Artifact,
    Attachment,
    Annotation,
    Assessment,
    Snapshot,
    Redaction,
    CanvasRest,
)
"""Every record type, in an order in which each refers only to earlier ones (and links to links)."""

Tables: TypeAlias = dict[type[Record], dict[str, Record]]
"""The records of a case by type and id."""
