"""Made-up cases in memory for the tests of the board."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from casedb.commands.cards import CARD_HEIGHT, CARD_WIDTH
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.geometry import Point
from casedb.model.json_value import JsonValue
from casedb.model.records import (
    Artifact,
    Attachment,
    Board,
    Card,
    CaseInfo,
    Element,
    Frame,
    Item,
    Link,
    Record,
    Ref,
    Route,
    Source,
)
from casedb.model.schemes import SCHEMES
from casedb.model.values import Values

KINDS = ("claim", "satellite_image", "debris_analysis", "official_statement", "document", "note")
PICTURE = "ab" * 32


class Maker:
    """Builds a case record by record; every change goes through a change set."""

    def __init__(self) -> None:
        self._count = 0
        self.board_id = self.new_id()
        self.contents = Contents(
            [
                CaseInfo(self.new_id(), Values({"title": "Harbour"})),
                Board(self.board_id, "Main board"),
                *SCHEMES,
            ]
        )

    def new_id(self) -> str:
        """An id that sorts after those before it, in the form of a UUIDv7."""
        self._count += 1
        return f"{self._count >> 4:08x}-{self._count & 15:04x}-7000-8000-000000000000"

    def run(self, *edits: Edit) -> tuple[Edit, ...]:
        """Carry out edits and return them."""
        self.contents.apply(ChangeSet("Test", edits))
        return edits

    def add(self, *records: Record) -> tuple[Edit, ...]:
        """Add records."""
        return self.run(*(Edit(None, record) for record in records))

    def item(
        self,
        kind: str = "claim",
        title: str = "A title",
        values: Mapping[str, JsonValue] | None = None,
    ) -> Item:
        """An item that is in the case."""
        item = Item(self.new_id(), kind, Values({"title": title, **(values or {})}))
        self.add(item)
        return item

    def place(
        self,
        item: Item,
        x: float = 0,
        y: float = 0,
        w: float = CARD_WIDTH,
        h: float = CARD_HEIGHT,
        z: int = 0,
        **flags: bool | str,
    ) -> Card:
        """A card of an item."""
        card = replace(Card(self.new_id(), self.board_id, item.id, x, y, w, h, z), **flags)
        self.add(card)
        return card

    def card(
        self,
        x: float = 0,
        y: float = 0,
        w: float = CARD_WIDTH,
        h: float = CARD_HEIGHT,
        *,
        kind: str = "claim",
        z: int = 0,
        values: Mapping[str, JsonValue] | None = None,
    ) -> Card:
        """A card of a new item."""
        return self.place(self.item(kind, values=values), x, y, w, h, z)

    def link(
        self, start: Card | Ref, end: Card | Ref, type_name: str = "related", **values: JsonValue
    ) -> Link:
        """A link between the items of two cards, or other ends."""
        ends = [Ref.item(each.item) if isinstance(each, Card) else each for each in (start, end)]
        link = Link(self.new_id(), type_name, ends[0], ends[1], Values(values))
        self.add(link)
        return link

    def element(self, claim: Card, role: str = "actor") -> Element:
        """An element of the claim on a card."""
        element = Element(self.new_id(), claim.item, 0, Values({"role": role}))
        self.add(element)
        return element

    def route(self, link: Link, *points: Point) -> Route:
        """Bends of a string."""
        route = Route(self.new_id(), self.board_id, link.id, points)
        self.add(route)
        return route

    def frame(self, x: float, y: float, w: float, h: float, title: str = "Frame") -> Frame:
        """A frame."""
        frame = Frame(self.new_id(), self.board_id, title, x, y, w, h)
        self.add(frame)
        return frame

    def source(self, name: str) -> Source:
        """A source."""
        source = Source(self.new_id(), Values({"name": name}))
        self.add(source)
        return source

    def picture(self, item_id: str, sha256: str = PICTURE) -> Attachment:
        """A picture attached to an item."""
        attachment = Attachment(self.new_id(), item_id, sha256)
        if sha256 not in self.contents.artifacts:
            self.add(Artifact(sha256, 1000, "image/png", "harbour.png"))
        self.add(attachment)
        return attachment

    def move(self, card: Card, dx: float, dy: float) -> tuple[Edit, ...]:
        """Move a card."""
        before = self.contents.cards[card.id]
        return self.run(Edit(before, replace(before, x=before.x + dx, y=before.y + dy)))

    def remove(self, *records: Record) -> tuple[Edit, ...]:
        """Take records away."""
        return self.run(*(Edit(record, None) for record in records))

    def grid(self, cards: int, links: int = 0, seed: int = 1) -> list[Card]:
        """Many cards in rows, and links between some of them."""
        chance = random.Random(seed)
        columns = max(1, round((cards * 1.3) ** 0.5))
        items = [
            Item(self.new_id(), KINDS[n % len(KINDS)], Values({"title": f"Card number {n}"}))
            for n in range(cards)
        ]
        placed = [
            Card(
                self.new_id(),
                self.board_id,
                item.id,
                (n % columns) * 380 + chance.uniform(-40, 40),
                (n // columns) * 280 + chance.uniform(-40, 40),
                CARD_WIDTH,
                CARD_HEIGHT,
                n,
            )
            for n, item in enumerate(items)
        ]
        ends: Sequence[list[Item]] = [chance.sample(items, 2) for _ in range(links)]
        types = ("supports", "disputes", "derived_from", "related")
        strung = [
            Link(self.new_id(), types[n % 4], Ref.item(one.id), Ref.item(other.id))
            for n, (one, other) in enumerate(ends)
        ]
        self.add(*items, *placed, *strung)
        return placed


@pytest.fixture
def maker() -> Maker:
    """An empty case with one board, and a hand that fills it."""
    return Maker()


@pytest.fixture
def board(maker: Maker) -> Maker:
    """A few cards of several kinds with all sorts of strings, and a frame."""
    maker.frame(-30, -40, 700, 420, "Pier")
    one, other = maker.card(0, 0), maker.card(420, 60, kind="document")
    third = maker.card(40, 260, kind="note")
    strung = maker.link(one, other, "supports", label="strong")
    for name in ("derived_from", "same_as", "excludes"):
        maker.link(one, other, name, certainty="tentative")
    maker.link(third, Ref.link(strung.id), "undercuts", label="not the same")
    maker.route(maker.link(third, other, "disputes", certainty="unconfirmed"), Point(500, 420))
    return maker


@pytest.fixture
def new_maker() -> Callable[[], Maker]:
    """Makes cases, for tests that need several."""
    return Maker


@pytest.fixture
def pixels() -> Callable[[QImage], NDArray[np.int64]]:
    """Gives the pixels [height, width, 4] of an image as numbers."""

    def read(image: QImage) -> NDArray[np.int64]:
        image = image.convertToFormat(QImage.Format.Format_ARGB32)
        lines = np.frombuffer(image.constBits(), dtype=np.uint8)
        shape = (image.height(), image.bytesPerLine() // 4, 4)
        return lines.reshape(shape)[:, : image.width()].astype(np.int64)

    return read
