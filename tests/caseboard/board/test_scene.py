"""The scene: what is painted follows the case, labels keep off cards, caches keep their bounds."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter

from caseboard.board import columns, label_room, levels
from caseboard.board.camera import View
from caseboard.board.card_images import CardImages
from caseboard.board.labels import Label, Neighbours
from caseboard.board.levels import Level
from caseboard.board.painting import finish
from caseboard.board.scene import Scene
from caseboard.board.strings import Floats
from caseboard.board.touched import Touched
from caseboard.theme import theme
from casedb.model.changes import Edit
from casedb.model.geometry import Rect
from casedb.model.link_types import link_type
from casedb.model.records import Card, Ref

if TYPE_CHECKING:
    from conftest import Maker

pytestmark = pytest.mark.usefixtures("qapp")

Pixels = Callable[[QImage], NDArray[np.int64]]
VIEW = View(-100, -100, 900, 500, 1.0)


def scene_of(maker: Maker, name: str = "light") -> Scene:
    """The board painted with a theme."""
    return Scene(maker.contents, maker.board_id, theme(name))


def image_of(scene: Scene, view: View = VIEW) -> QImage:
    """What is painted of a view."""
    image = QImage(view.width, view.height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    scene.paint(painter, view)
    painter.end()
    return image


def is_touched(touched: Touched, x: float, y: float) -> bool:
    """Whether a point lies in what must be painted anew."""
    boxes = touched.boxes
    return bool(
        ((boxes[:, 0] <= x) & (boxes[:, 2] >= x) & (boxes[:, 1] <= y) & (boxes[:, 3] >= y)).any()
    )


def test_a_new_title_is_painted_on_every_card_of_its_item(maker: Maker, pixels: Pixels):
    item = maker.item(title="Before")
    cards = [maker.place(item, 0, 0), maker.place(item, 400, 0)]
    scene = scene_of(maker)
    before = pixels(image_of(scene))
    after = replace(item, values=item.values.changed({"title": "Quite another title"}))
    touched = scene.apply(maker.run(Edit(item, after)))
    assert all(is_touched(touched, card.x + 100, card.y + 50) for card in cards)
    now = pixels(image_of(scene))
    assert (now != before).any()
    assert (now == pixels(image_of(scene_of(maker)))).all()


def test_one_more_supporter_repaints_the_claim(maker: Maker):
    claim, proof = maker.card(0, 0), maker.card(500, 0, kind="document")
    scene = scene_of(maker)
    image_of(scene)
    link = maker.link(proof, claim, "supports")
    touched = scene.apply([Edit(None, link)])
    assert is_touched(touched, claim.x + 100, claim.y + 50)


def test_another_look_of_a_link_is_painted(maker: Maker, pixels: Pixels):
    one, other = maker.card(0, 0), maker.card(450, 0)
    link = maker.link(one, other, "related")
    scene = scene_of(maker)
    before = pixels(image_of(scene))
    after = replace(link, type="supports", values=link.values.changed({"label": "strong"}))
    scene.apply(maker.run(Edit(link, after)))
    now = pixels(image_of(scene))
    assert (now != before).any()
    assert (now == pixels(image_of(scene_of(maker)))).all()


def test_a_label_makes_room_for_a_card_and_comes_back(maker: Maker, pixels: Pixels):
    one, other = maker.card(0, 0, 100, 100), maker.card(600, 0, 100, 100)
    maker.link(one, other, "related", label="seen together at the pier")
    scene = scene_of(maker)
    without = pixels(image_of(scene))
    lid = maker.card(320, 40, 60, 20, z=9)
    touched = scene.apply([Edit(None, lid)])
    assert is_touched(touched, 300, 52)  # the label's left end, which the card does not reach
    beside = pixels(image_of(scene))
    assert (beside == pixels(image_of(scene_of(maker)))).all()
    assert (beside[145:160, 370:415] != without[145:160, 370:415]).any()
    scene.apply(maker.remove(maker.contents.cards[lid.id]))
    assert (pixels(image_of(scene)) == without).all()


def labels_of(scene: Scene, zoom: float) -> dict[int, Rect]:
    """The labels of all strings that show one."""
    room = scene.strings._labels  # pyright: ignore[reportPrivateUsage]
    found = {row: room.label_of(row, zoom) for row in scene.columns.strings.rows.all().tolist()}
    return {row: label.box for row, label in found.items() if label is not None}


def crowd(maker: Maker, chance: random.Random) -> list[Card]:
    """Cards in rows, and many strings with labels that want the same room."""
    cards = [maker.card(340 * (n % 8), 260 * (n // 8), 200, 90) for n in range(48)]
    for _ in range(160):
        one, other = chance.sample(cards, 2)
        maker.link(one, other, "related", label=chance.choice(["seen at the pier", "weak", "same"]))
    return cards


@pytest.mark.parametrize("zoom", [1.0, 0.46])
def test_labels_lie_over_no_card_and_over_no_other_label(maker: Maker, zoom: float):
    chance = random.Random(5)
    cards = crowd(maker, chance)
    scene = scene_of(maker)
    image_of(scene, View(0, 0, 1500, 900, zoom))
    shown = list(labels_of(scene, zoom).values())
    assert len(shown) > 10
    for n, box in enumerate(shown):
        assert not any(box.overlaps(other) for other in shown[n + 1 :])
        assert not any(box.overlaps(card.rect) for card in cards)
    # Whatever is changed, they are those of a board that has always been so.
    for card in chance.sample(cards, 5):
        before = maker.contents.cards[card.id]
        after = replace(before, x=before.x + chance.uniform(-300, 300), y=before.y + 150)
        scene.apply(maker.run(Edit(before, after)))
        assert labels_of(scene, zoom) == labels_of(scene_of(maker), zoom)


def test_a_label_with_very_many_rivals_is_not_found_again_and_again(
    maker: Maker, monkeypatch: pytest.MonkeyPatch
):
    crowd(maker, random.Random(5))
    scene = scene_of(maker)
    image_of(scene, View(0, 0, 1500, 900, 1.0))
    wanted = labels_of(scene, 1.0)
    room = scene.strings._labels  # pyright: ignore[reportPrivateUsage]
    room.clear()
    monkeypatch.setattr(label_room, "MOST_PLACES", 8)
    room._most = 8  # pyright: ignore[reportPrivateUsage]
    asked: list[int] = []
    choices = label_room.label_choices

    def counting(pieces: Floats, words: str, zoom: float, beside: Neighbours) -> list[Label]:
        asked.append(1)
        return choices(pieces, words, zoom, beside)

    monkeypatch.setattr(label_room, "label_choices", counting)
    assert labels_of(scene, 1.0) == wanted
    assert len(asked) < 8 * 160


def test_labels_that_are_found_between_frames_keep_up_with_what_is_moved_meanwhile(maker: Maker):
    chance = random.Random(7)
    cards = crowd(maker, chance)
    scene = scene_of(maker)
    image_of(scene, View(0, 0, 1500, 900, 1.0))
    room = scene.strings._labels  # pyright: ignore[reportPrivateUsage]
    rows = scene.columns.strings.rows.all().tolist()
    for card in chance.sample(cards, 3):
        room.clear()
        begun = [room.finding(row, 1.0) for row in rows]
        for finding in begun:
            for _ in zip(range(chance.randrange(9)), finding, strict=False):
                pass
        before = maker.contents.cards[card.id]
        after = replace(before, x=before.x + chance.uniform(-300, 300), y=before.y + 150)
        scene.apply(maker.run(Edit(before, after)))
        for finding in begun:
            finish(finding)
        assert labels_of(scene, 1.0) == labels_of(scene_of(maker), 1.0)


def test_a_label_without_any_room_stands_in_nobodys_way(maker: Maker, pixels: Pixels):
    one, other = maker.card(0, 0, 100, 100), maker.card(120, 0, 100, 100)
    maker.link(one, other, "related", label="much too long for twenty units")
    scene = scene_of(maker)
    image_of(scene)
    scene.apply(maker.move(other, 0, 10))
    assert (pixels(image_of(scene)) == pixels(image_of(scene_of(maker)))).all()


def test_a_picture_is_shown_when_it_is_ready(maker: Maker, pixels: Pixels):
    card = maker.card(0, 0, 260, 260, kind="media")
    attachment = maker.picture(card.item)
    ready: list[QImage] = []
    scene = Scene(
        maker.contents,
        maker.board_id,
        theme("light"),
        lambda sha256, width: ready[0] if ready else None,
    )
    before = pixels(image_of(scene))
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    picture.fill(theme("light").colour("sup"))
    ready.append(picture)
    assert (pixels(image_of(scene)) == before).all()
    touched = scene.picture_ready(attachment.artifact)
    assert is_touched(touched, 100, 50)
    assert (pixels(image_of(scene)) != before).any()


def test_another_theme_paints_everything_in_its_colours(maker: Maker, pixels: Pixels):
    maker.card(0, 0)
    scene = scene_of(maker)
    image_of(scene)
    scene.set_theme(theme("dark"))
    assert (pixels(image_of(scene)) == pixels(image_of(scene_of(maker, "dark")))).all()
    assert image_of(scene).pixelColor(350, 150) == theme("dark").colour("surf")


def test_cards_lie_on_strings_and_higher_cards_on_lower(maker: Maker):
    low, high = maker.card(0, 0, 200, 200, kind="note", z=1), maker.card(100, 0, 200, 200, z=2)
    scene = scene_of(maker)
    assert image_of(scene).pixelColor(280, 290) == theme("light").colour("surf")
    edits = maker.run(Edit(high, replace(high, z=0)))
    scene.apply(edits)
    assert low.z == 1
    assert image_of(scene).pixelColor(280, 290) == theme("light").colour("notebg")


@pytest.mark.parametrize(
    ("zoom", "level"),
    [(1.0, Level.FULL), (0.3, Level.TITLE), (0.15, Level.TITLE), (0.1, Level.FAR)],
)
def test_every_level_paints_cards_strings_and_frames(
    maker: Maker, pixels: Pixels, zoom: float, level: Level
):
    view = View(-50, -50, 600, 400, zoom)
    empty = pixels(image_of(scene_of(maker), view))
    maker.frame(-100, -100, 900, 500)
    framed = pixels(image_of(scene_of(maker), view))
    one, other = maker.card(0, 0), maker.card(500, 100)
    placed = pixels(image_of(scene_of(maker), view))
    maker.link(one, other, "supports")
    scene = scene_of(maker)
    assert levels.level_at(zoom) is level
    strung = pixels(image_of(scene, view))
    assert (framed != empty).any()
    assert (placed != framed).any()
    assert (strung != placed).any()


def test_from_afar_a_card_is_a_block_in_its_colour(maker: Maker):
    maker.card(0, 0, 1000, 1000)
    scene = scene_of(maker)
    seen = image_of(scene, View(0, 0, 60, 60, 0.05)).pixelColor(25, 25)
    assert seen == theme("light").colour("claim")


def test_the_rough_frame_shows_where_the_cards_are(maker: Maker):
    maker.card(0, 0, 300, 300)
    image = scene_of(maker).sketch(View(0, 0, 400, 400, 1.0)).image()
    assert image.pixelColor(150, 150) == theme("light").colour("surf")
    assert image.pixelColor(150, 1) == theme("light").colour("claim")
    assert image.pixelColor(350, 350) == theme("light").colour("bg")


def test_from_afar_the_rough_frame_shows_blocks_as_the_fine_one(maker: Maker):
    maker.card(0, 0, 2000, 2000)
    image = scene_of(maker).sketch(View(0, 0, 200, 200, 0.08)).image()
    assert image.pixelColor(100, 100) == theme("light").colour("claim")
    assert image.pixelColor(180, 180) == theme("light").colour("bg")


def test_the_rough_frame_keeps_the_colours_when_the_board_is_made_anew(
    maker: Maker, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(columns, "MOST_AT_ONCE", 0)
    hidden = maker.card(0, 0, 1000, 1000)
    maker.card(0, 1000, 1000, 1000, kind="note")
    maker.card(1000, 1000, 1000, 1000)
    scene, view = scene_of(maker), View(0, 0, 200, 200, 0.08)
    assert scene.sketch(view).image().pixelColor(40, 40) == theme("light").colour("claim")
    assert scene.conceal({hidden.id}) is None
    image = scene.sketch(view).image()
    assert image.pixelColor(40, 40) == theme("light").colour("bg")
    assert image.pixelColor(40, 120) == theme("light").colour("note")
    assert image.pixelColor(120, 120) == theme("light").colour("claim")


def test_a_card_of_a_kind_and_link_of_a_type_from_a_newer_version_are_shown(
    maker: Maker, pixels: Pixels
):
    empty = pixels(image_of(scene_of(maker)))
    one = maker.card(0, 0, kind="hologram")
    other = maker.place(maker.item("claim"), 450, 0, accent="ultraviolet")
    maker.link(one, other, "resonates_with")
    assert (pixels(image_of(scene_of(maker))) != empty).any()
    ground = theme("light").colour("bg")
    assert image_of(scene_of(maker), View(0, 0, 60, 60, 0.05)).pixelColor(5, 3) != ground


def test_painted_cards_are_kept_up_to_a_number_of_bytes():
    images = CardImages(3 * 4 * 100)
    for name in "abc":
        images.put(name, QImage(10, 10, QImage.Format.Format_RGB32))
    assert images.get("a") is not None  # used again, so it stays
    images.put("d", QImage(10, 10, QImage.Format.Format_RGB32))
    assert images.get("b") is None
    assert all(images.get(name) is not None for name in "acd")
    images.drop("a")
    assert images.get("a") is None
    images.clear()
    assert images.get("c") is None


@pytest.mark.parametrize("zoom", [1.0, 0.5, 0.3])
def test_an_end_under_a_card_that_it_is_not_tied_to_stays_in_sight(maker: Maker, zoom: float):
    start, end = maker.card(0, 0, 200, 100), maker.card(600, 0, 200, 100)
    maker.link(start, end, "supports")
    scene = scene_of(maker)
    colour = theme("light").colour("sup")
    view = View(round(-100 * zoom), round(-100 * zoom), 900, 500, zoom)
    tip = round((600 + 100) * zoom - 4), round((50 + 100) * zoom)

    def is_seen() -> bool:
        picture = image_of(scene, view)
        near = ((tip[0] + x, tip[1] + y) for x in range(-3, 4) for y in range(-3, 4))
        return any(picture.pixelColor(*at) == colour for at in near)

    assert is_seen()
    above = maker.card(480, -50, 110 + 60, 200, kind="note", z=9)
    scene.apply([Edit(None, above)])
    assert is_seen()


def test_an_undercut_on_a_string_under_a_card_stays_in_sight(maker: Maker):
    start, end = maker.card(0, 0, 200, 100), maker.card(600, 0, 200, 100)
    inference = maker.link(start, end, "supports")
    note = maker.card(300, 250, 200, 100, kind="claim")
    maker.link(note, Ref.link(inference.id), "undercuts")
    maker.card(340, -40, 120, 180, kind="note", z=9)
    picture = image_of(scene_of(maker))
    wanted = theme("light").colour(link_type("undercuts").accent)
    near = ((400 + 100 + x, 50 + 100 + y) for x in range(-14, 15) for y in range(-14, 15))
    assert any(picture.pixelColor(*at) == wanted for at in near)
