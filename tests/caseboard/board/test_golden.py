"""Golden pictures: the board looks as it did when somebody last looked at it, at each level of zoom.

Other tests paint twice and compare, so they cannot see what has changed in both. Here pictures are
kept in `tests/golden`, of a made-up board with fixed ids and with text in a font of plain blocks.

How exactly they are compared: where there is text or a smooth edge, what rounds curves and glyphs
differs a little between computers, and nobody sees it. So the means of squares of 8 by 8 pixels are
compared, which may differ by a few of 255 steps; what has another place, colour or weight differs by
far more in some square. From afar there are only pixels computed one by one, and each must be the same
but for one step of rounding.

With CASEBOARD_PAINT_GOLDEN=1 the pictures are painted anew; see `tests/golden/README.md`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QFont, QFontInfo, QImage, QPainter

from block_font import FAMILY, WIDTHS, set_in_blocks
from caseboard.board import levels
from caseboard.board.camera import Camera, View
from caseboard.board.levels import Level
from caseboard.board.scene import Scene
from caseboard.lettering import fount
from caseboard.theme import theme
from casedb.model.changes import Edit
from casedb.model.geometry import Point
from casedb.model.records import Card, Item, Link, Ref
from casedb.model.values import Values

if TYPE_CHECKING:
    from conftest import Maker

pytestmark = pytest.mark.usefixtures("blocks")

Pixels = Callable[[QImage], NDArray[np.int64]]
GOLDEN = Path(__file__).resolve().parents[2] / "golden"
SIZE = (480, 320)
CELL = 8
MOST_BYTES, MOST_GRAINY = 40_000, 140_000
"""How large a file is at most, and one that shows grain, which cannot be packed."""


@dataclass(frozen=True)
class Picture:
    """One picture that is kept: of which board, at which zoom, with which theme. Its squares or, for
    an exact one, its pixels may differ by so many steps of 255."""

    name: str
    level: Level
    zoom: float
    board: str = "harbour"
    look: str = "light"
    tolerance: float = 8.0
    is_exact: bool = False

    @property
    def path(self) -> Path:
        return GOLDEN / f"{self.name}.png"


PICTURES = (
    Picture("full-light", Level.FULL, 0.75),
    Picture("full-dark", Level.FULL, 0.75, look="dark"),
    Picture("full-cork", Level.FULL, 0.75, look="cork"),
    Picture("title", Level.TITLE, 0.3),
    Picture("title-cork", Level.TITLE, 0.3, look="cork"),
    Picture("blocks", Level.FAR, 0.08, board="crowd", tolerance=1.0, is_exact=True),
    Picture("density", Level.FAR, 0.005, board="crowd", tolerance=1.0, is_exact=True),
)
by_name = {each.name: each for each in PICTURES}


@pytest.fixture(scope="module")
def blocks(qapp: object) -> Iterator[None]:
    """All text is set in blocks."""
    with set_in_blocks():
        yield


# -- the boards ----------------------------------------------------------------------------------


def fill_harbour(maker: Maker) -> None:
    """Few cards that show all there is on a card, with strings of several sorts and a frame."""
    maker.frame(-330, -225, 420, 430, "Seen from the pier")
    summary = "Two people who do not know each other saw it in the evening."
    told = {"summary": summary, "exhibit": "CB-001", "status": "draft"}
    title = "The ship left the harbour in the evening, under another name"
    claim = maker.place(maker.item("claim", title, told), -310, -185, 260, 190)
    told = {"exhibit": "CB-002"}
    photo = maker.place(maker.item("media", "Photograph from the pier", told), 60, -205, 250, 140)
    told = {"summary": summary, "exhibit": "CB-003"}
    report = maker.place(maker.item("document", "Harbour log", told), 40, 20, 260, 130)
    note = maker.place(maker.item("note", "Ask again"), -290, 60, 220, 100, accent="evt")
    maker.place(maker.item("event", "Folded"), -60, 175, 180, 90, collapsed=True, pinned=True)
    maker.place(maker.item("satellite_image", "Locked"), 170, 120, 150, 90, z=9, locked=True)
    first = maker.link(photo, claim, "supports", label="strong")
    maker.link(report, claim, "disputes", certainty="tentative")
    maker.link(note, Ref.link(first.id), "undercuts")
    maker.route(maker.link(report, photo, "derived_from"), Point(350, -10))
    for x, kind in ((-760, "claim"), (420, "media"), (470, "official_statement")):
        for y in (-480, -100, 280):
            far = maker.card(x + y // 4, y, kind=kind, values={"summary": summary})
            maker.link(far, claim, "related" if y else "responds_to")


def fill_crowd(maker: Maker) -> None:
    """Very many cards and some strings, in an order that follows from their numbers alone."""
    kinds = ("claim", "satellite_image", "document", "note", "event")
    types = ("supports", "disputes", "derived_from", "related")
    items: list[Item] = []
    cards: list[Card] = []
    for n in range(3000):
        item = Item(maker.new_id(), kinds[n % 5 if n % 3 else 0], Values({"title": f"Card {n}"}))
        x, y = n * 20011 % 60013 - 30006, n * 15013 % 38011 - 19005
        # Most lie in a cloud in the middle; whole numbers come out alike on every computer.
        x, y = (x, y) if n % 8 == 0 else (x // 2, y // 2)
        items.append(item)
        size = 260.0, 120.0 + n % 7 * 20
        cards.append(Card(maker.new_id(), maker.board_id, item.id, float(x), float(y), *size, n))
    links = [
        Link(maker.new_id(), types[n % 4], Ref.item(items[n].id), Ref.item(items[n - 300].id))
        for n in range(300, 3000, 37)
    ]
    maker.add(*items, *cards, *links)
    maker.frame(-2400, -1500, 2600, 2900, "")


BOARDS = {"harbour": fill_harbour, "crowd": fill_crowd}


def painted(maker: Maker, picture: Picture) -> QImage:
    """What a picture shows of a board."""
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    scene = Scene(maker.contents, maker.board_id, theme(picture.look))
    scene.paint(painter, view_of(picture))
    painter.end()
    return image


def view_of(picture: Picture) -> View:
    """Where it is looked from."""
    return Camera(0, 0, picture.zoom, *SIZE).view()


@pytest.fixture
def board_of(new_maker: Callable[[], Maker]) -> Callable[[Picture], Maker]:
    """Makes the board of a picture."""

    def make(picture: Picture) -> Maker:
        maker = new_maker()
        BOARDS[picture.board](maker)
        return maker

    return make


# -- comparing -----------------------------------------------------------------------------------


def away(one: NDArray[np.int64], other: NDArray[np.int64], *, is_exact: bool) -> float:
    """By how many steps of 255 two pictures differ where they differ most: in a pixel if exactly so,
    else in the mean of a square."""
    assert one.shape == other.shape, f"{one.shape} is not {other.shape}"
    apart = one[..., :3] - other[..., :3]
    if is_exact:
        return float(np.abs(apart).max())
    high, wide = apart.shape[0] // CELL, apart.shape[1] // CELL
    cells = apart[: high * CELL, : wide * CELL].reshape(high, CELL, wide, CELL, 3)
    return float(np.abs(cells.mean(axis=(1, 3))).max())


def compare(image: QImage, picture: Picture, pixels: Pixels) -> None:
    """Hold a picture against the one that is kept; one that differs is left beside it."""
    kept = QImage(str(picture.path))
    assert not kept.isNull(), f"{picture.path} is missing; CASEBOARD_PAINT_GOLDEN=1 paints it"
    is_sized = kept.size() == image.size()
    found = away(pixels(image), pixels(kept), is_exact=picture.is_exact) if is_sized else 255.0
    if found > picture.tolerance:
        beside = picture.path.with_suffix(".new.png")
        assert image.save(str(beside)), f"{beside} could not be written"
        raise AssertionError(
            f"“{picture.name}” differs by {found:.1f} of 255, {picture.tolerance} are allowed. "
            f"What was painted is in {beside}"
        )


def keep(image: QImage, picture: Picture) -> None:
    """Keep a picture from now on, in as small a file as can be."""
    assert image.save(str(picture.path), quality=0), f"{picture.path} could not be written"


@pytest.mark.parametrize("name", by_name)
def test_it_looks_as_it_did(
    name: str, board_of: Callable[[Picture], Maker], pixels: Pixels
) -> None:
    picture = by_name[name]
    assert levels.level_at(picture.zoom) is picture.level
    assert levels.is_density(picture.zoom) is (name == "density")
    image = painted(board_of(picture), picture)
    if os.environ.get("CASEBOARD_PAINT_GOLDEN"):
        keep(image, picture)
        pytest.skip(f"{picture.path} was painted anew; look at it before it is committed")
    compare(image, picture, pixels)


# -- the comparison can fail ---------------------------------------------------------------------


def changed(maker: Maker, card: Card, **more: object) -> None:
    """Change a card of a board."""
    maker.run(Edit(card, replace(card, **more)))


def difference(maker: Maker, picture: Picture, pixels: Pixels) -> float:
    """By how much a board differs from the picture that is kept of it."""
    kept = QImage(str(picture.path))
    return away(pixels(painted(maker, picture)), pixels(kept), is_exact=picture.is_exact)


def a_card_in_sight(maker: Maker, picture: Picture) -> Card:
    """The topmost card that can be seen as a whole."""
    world = view_of(picture).world
    inside = [each for each in maker.contents.cards.values() if world.contains(each.rect)]
    return max(inside, key=lambda each: (each.z, each.id))


@pytest.mark.parametrize("name", by_name)
def test_a_card_that_is_moved_by_two_pixels_is_noticed(
    name: str, board_of: Callable[[Picture], Maker], pixels: Pixels
) -> None:
    picture = by_name[name]
    maker = board_of(picture)
    assert difference(maker, picture, pixels) <= picture.tolerance
    card = a_card_in_sight(maker, picture)
    changed(maker, card, x=card.x + 2 / picture.zoom)
    assert difference(maker, picture, pixels) > 2 * picture.tolerance


@pytest.mark.parametrize("name", by_name)
def test_another_colour_of_a_card_is_noticed(
    name: str, board_of: Callable[[Picture], Maker], pixels: Pixels
) -> None:
    picture = by_name[name]
    maker = board_of(picture)
    card = a_card_in_sight(maker, picture)
    accent = "sup" if card.accent != "sup" else "dis"
    changed(maker, card, accent=accent)
    assert difference(maker, picture, pixels) > 2 * picture.tolerance


@pytest.mark.parametrize("name", ["full-light", "full-dark", "full-cork", "title", "title-cork"])
def test_another_word_and_another_link_type_are_noticed(
    name: str, board_of: Callable[[Picture], Maker], pixels: Pixels
) -> None:
    picture = by_name[name]
    maker = board_of(picture)
    item = next(each for each in maker.contents.items.values() if each.kind == "media")
    maker.run(Edit(item, replace(item, values=item.values.changed({"title": "From the pier"}))))
    assert difference(maker, picture, pixels) > 2 * picture.tolerance
    maker = board_of(picture)
    link = next(each for each in maker.contents.links.values() if each.type == "supports")
    maker.run(Edit(link, replace(link, type="disputes")))
    assert difference(maker, picture, pixels) > 2 * picture.tolerance


def test_a_picture_that_differs_is_left_beside_the_one_that_is_kept(
    tmp_path: Path,
    board_of: Callable[[Picture], Maker],
    pixels: Pixels,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = by_name["full-light"].path.read_bytes()
    monkeypatch.setattr(f"{__name__}.GOLDEN", tmp_path)
    picture = replace(by_name["full-light"], look="dark")
    picture.path.write_bytes(kept)
    image = painted(board_of(picture), picture)
    with pytest.raises(AssertionError, match=r"full-light\.new\.png"):
        compare(image, picture, pixels)
    assert QImage(str(tmp_path / "full-light.new.png")) == image
    assert picture.path.read_bytes() == kept
    picture.path.unlink()
    with pytest.raises(AssertionError, match="missing"):
        compare(image, picture, pixels)
    assert image.scaled(100, 100).save(str(picture.path))
    with pytest.raises(AssertionError, match="differs by 255"):
        compare(image, picture, pixels)


def test_what_another_computer_rounds_differently_is_no_difference(
    board_of: Callable[[Picture], Maker], pixels: Pixels
) -> None:
    """A picture that is smeared by a quarter of a pixel is what other hands make of smooth edges."""
    picture = by_name["full-light"]
    image = painted(board_of(picture), picture)
    shifted = QImage(image.size(), image.format())
    painter = QPainter(shifted)
    painter.drawImage(0, 0, image)
    painter.setOpacity(0.25)
    painter.drawImage(1, 0, image)
    painter.end()
    assert shifted != image
    assert away(pixels(shifted), pixels(image), is_exact=False) <= picture.tolerance


def test_the_text_is_set_in_blocks_whatever_fonts_there_are() -> None:
    assert QFontInfo(fount(14).font).family() == FAMILY
    assert QFontInfo(fount(14, semibold=True).font).weight() == QFont.Weight.DemiBold
    assert fount(1000).metrics.horizontalAdvance("ABC") == sum(WIDTHS)


@pytest.mark.parametrize("name", by_name)
def test_the_pictures_are_small(name: str) -> None:
    picture = by_name[name]
    most = MOST_GRAINY if theme(picture.look).grain else MOST_BYTES
    assert picture.path.stat().st_size < most
