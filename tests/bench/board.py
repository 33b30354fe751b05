"""How long the board's drawing takes: prints milliseconds for made-up boards of several sizes.

    QT_QPA_PLATFORM=offscreen python tests/bench/board.py [--json] [--cards N ...]

Each figure is the best of several runs, so that other work on the machine disturbs it least.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import time
from collections.abc import Callable
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication, QImage, QPainter

from caseboard.board.camera import Camera, View
from caseboard.board.card_painter import CardPainter, Look
from caseboard.board.columns import Columns
from caseboard.board.levels import Level
from caseboard.board.scene import Scene
from caseboard.board.tiles import SIZE, Tiles
from caseboard.theme import theme
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.geometry import Point, Rect
from casedb.model.records import Board, Card, CaseInfo, Item, Link, Ref
from casedb.model.schemes import SCHEMES
from casedb.model.values import Values

KINDS = ("claim", "satellite_image", "debris_analysis", "official_statement", "document", "event")
TYPES = ("supports", "disputes", "derived_from", "responds_to", "related")
PROSE = (
    "ledger transfer witness statement warehouse invoice passport harbour container meeting shell "
    "company director account camera van courier parcel signed missing forged copy ferry receipt"
)
PITCH_X, PITCH_Y, WIDTH, HEIGHT = 380.0, 280.0, 260.0, 160.0
SCREEN = (1920.0, 1080.0)
RUNS = 5


def make_case(cards: int) -> Contents:
    """A case of so many cards and twice as many links on one board, most of them near by."""
    chance, words = random.Random(cards), PROSE.split()
    columns = math.ceil(math.sqrt(cards * 1.31))
    ids = iter(f"{n >> 4:08x}-{n & 15:04x}-7000-8000-000000000000" for n in range(10 * cards + 10))

    def phrase(count: int) -> str:
        return " ".join(chance.choices(words, k=count)).capitalize()

    board = Board(next(ids), "Main board")
    items = [
        Item(
            next(ids),
            chance.choice(KINDS),
            Values({"title": phrase(6), "summary": phrase(20), "exhibit": f"CB-{n:03d}"}),
        )
        for n in range(cards)
    ]
    placed = [
        Card(
            next(ids),
            board.id,
            item.id,
            n % columns * PITCH_X + chance.uniform(-40, 40),
            n // columns * PITCH_Y + chance.uniform(-40, 40),
            WIDTH,
            HEIGHT,
            n,
        )
        for n, item in enumerate(items)
    ]
    links: list[Link] = []
    while len(links) < 2 * cards:
        start = chance.randrange(cards)
        reach = 4 if chance.random() < 0.9 else max(5, columns // 4)
        across, down = chance.randint(-reach, reach), chance.randint(-reach, reach)
        end = start + across + down * columns
        if 0 <= start % columns + across < columns and 0 <= end < cards and end != start:
            label = {"label": chance.choice(words)} if chance.random() < 0.3 else {}
            ends = Ref.item(items[start].id), Ref.item(items[end].id)
            links.append(Link(next(ids), chance.choice(TYPES), *ends, Values(label)))
    case = CaseInfo(next(ids), Values({"title": "Bench"}))
    return Contents([case, board, *SCHEMES, *items, *placed, *links])


def best(act: Callable[[], object], runs: int = RUNS) -> float:
    """The least time in milliseconds that one call took."""
    times: list[float] = []
    for _ in range(runs):
        begin = time.perf_counter()
        act()
        times.append(time.perf_counter() - begin)
    return round(min(times) * 1000, 3)


def measure(cards: int) -> dict[str, float]:
    """Milliseconds by what is done, on a board of so many cards."""
    contents = make_case(cards)
    board_id = contents.boards[0].id
    found: dict[str, float] = {"columns build": best(lambda: Columns(contents, board_id), 3)}
    scene = Scene(contents, board_id, theme("light"))
    columns = scene.columns
    extent = columns.extent() or Rect(0, 0, 1, 1)
    middle = extent.centre
    near = Camera(middle.x, middle.y, 1.0, *SCREEN)
    found["cards in view"] = best(lambda: columns.cards_in(near.visible()), 50)
    found["strings in view"] = best(lambda: columns.strings_in(near.visible()), 50)
    found["card at a point"] = best(lambda: columns.card_at(middle), 50)
    found["string at a point"] = best(lambda: columns.string_at(Point(*middle), 6.0), 50)
    found["follow one moved card"] = best(lambda: _move(contents, scene, 1))
    found["follow 500 moved cards"] = best(lambda: _move(contents, scene, min(500, cards)))

    card = contents.cards_on(board_id)[0]
    painter = CardPainter(theme("light"))
    face, look = scene.faces.of(card.item), Look(card.w, card.h, "claim")
    for level, zoom in ((Level.FULL, 1.0), (Level.TITLE, 0.3)):
        found[f"paint one card, {level.value}"] = best(
            lambda level=level, zoom=zoom: _on_image(
                lambda brush: painter.paint(brush, face, replace(look, zoom=zoom), level)
            )
        )
    zooms = {"at 100 %": 1.0, "at 60 %": 0.6, "at 30 %": 0.3, "at 15 %": 0.15}
    zooms["all in view"] = near.fitted(extent, 20.0).zoom
    for name, zoom in zooms.items():
        camera = Camera(middle.x, middle.y, zoom, *SCREEN)
        for ratio in (1.0, 2.0):
            total, tiles = _fill(scene, camera.view(ratio))
            end = f"{name}, ratio {ratio:g}"
            found[f"fill the screen {end}"] = total
            found[f"paint one tile {end}"] = round(total / tiles, 3)
    for count in (1, min(500, cards)):
        found[f"one frame of dragging {count} at 100 %"] = _drag(
            contents, scene, near.view(), count
        )
    found["blit the screen"] = _blit(scene, near.view())
    found["rough frame, all in view"] = _rough(scene, near.fitted(extent, 20.0).view())
    return found


def _move(contents: Contents, scene: Scene, count: int) -> None:
    edits = tuple(
        Edit(card, replace(card, x=card.x + 12.0)) for card in _middle_cards(contents, count)
    )
    contents.apply(ChangeSet("Move", edits))
    scene.apply(edits)


def _middle_cards(contents: Contents, count: int) -> list[Card]:
    cards = list(contents.cards.values())
    first = (len(cards) - count) // 2
    return cards[first : first + count]


def _drag(contents: Contents, scene: Scene, view: View, count: int) -> float:
    """One more step of cards that are in the hand: their strings computed, all painted on top."""
    held = {card.id: card for card in _middle_cards(contents, count)}

    def step() -> None:
        edits = [Edit(card, replace(card, x=card.x + 3.0)) for card in held.values()]
        held.update((card.id, replace(card, x=card.x + 3.0)) for card in held.values())
        scene.apply(edits)
        _on_image(lambda brush: scene.paint_lifted(brush, view), view.width, view.height)

    step()
    return best(step, 10)


def _on_image(paint: Callable[[QPainter], None], width: int = 300, height: int = 200) -> None:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    paint(painter)
    painter.end()


def _fill(scene: Scene, view: View) -> tuple[float, int]:
    """Milliseconds to paint every tile of a view, from cold, and how many there are."""
    tiles = Tiles(scene.paint)

    def fill() -> None:
        tiles.clear()
        scene.set_theme(scene.theme)
        tiles.work(view, tiles.missing(view), math.inf)

    return best(fill, 3), len(tiles) or -(-view.width // SIZE)


def _blit(scene: Scene, view: View) -> float:
    tiles = Tiles(scene.paint)
    tiles.work(view, tiles.missing(view), math.inf)
    return best(
        lambda: _on_image(lambda brush: tiles.show(brush, view), view.width, view.height), 20
    )


def _rough(scene: Scene, view: View) -> float:
    return best(
        lambda: _on_image(lambda brush: scene.paint_rough(brush, view), view.width, view.height)
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--cards", type=int, nargs="+", default=[1_000, 10_000])
    chosen = parser.parse_args()
    app = QGuiApplication([])
    sizes: list[int] = chosen.cards
    results = {cards: measure(cards) for cards in sizes}
    app.quit()
    if chosen.json:
        print(json.dumps({"unit": "ms", "cards": results}, indent=2))
        return
    names = list(results[sizes[0]])
    print(f"{'milliseconds':<42}" + "".join(f"{cards:>12,}" for cards in sizes))
    for name in names:
        print(f"{name:<42}" + "".join(f"{results[cards][name]:>12.3f}" for cards in sizes))


if __name__ == "__main__":
    main()
