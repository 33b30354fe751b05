"""The board from afar: cards as blocks, strings as threads, both as densities. Pure numpy, no Qt.

A `FarBoard` is a board as a worker may read it while the window goes on: it shares the columns, so
what it reads of a board that changes meanwhile may be half old, and is thrown away. A `FarPart` is
what one rectangle of pixels shows of it. The same board gives the same pixels however it is cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from caseboard.board import levels, strings
from caseboard.board.camera import View
from caseboard.board.strings import Flags, Floats, Ints
from caseboard.board.tables import CardTable, StringTable

TOLERANCE = 0.35
"""How far a thread may run from the true curve, in pixels."""
THIN, THICK = 0.35, 1.0
"""How strong a thread is at its beginning and at its end: it grows in the link's direction."""
MOST_COVER = 0.75
"""How much of the ground the densest threads cover."""
PAD = 2
"""Pixels around a rectangle that are drawn on and cut off, so that no line needs to be clipped."""
REACH = 2
"""How many pixels around a rectangle anything can colour pixels in it."""
MOST_PIECES = 20_000
"""Pieces of strings that are drawn in one go, so that the window gets its turn in between."""
MOST_COUNTED = 500_000
MOST_AT_ONCE = 1 << 20
"""Pixels of blocks that are placed in one go."""

Pixels: TypeAlias = NDArray[np.uint32]
Singles: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class FarBoard:
    """The cards and strings of a board but for those left out, and the colours they are drawn in.

    `paints` [N, 3] belong to the cards' accents, `inks` [N, 3] to the strings' types, 0 to 255.
    """

    cards: CardTable
    strings: StringTable
    paints: Floats
    inks: Floats
    without_cards: Ints
    without_strings: Ints

    @classmethod
    def of(
        cls,
        cards: CardTable,
        strings: StringTable,
        paints: Floats,
        inks: Floats,
        without: tuple[Ints, Ints],
    ) -> FarBoard:
        """One of these tables as they are now; `without` are rows of cards and of strings."""
        # The copies keep the columns they have now, also when the tables grow into longer ones.
        held = copy(strings)
        held.bends = dict(strings.bends)
        return cls(copy(cards), held, paints, inks, *without)

    def part(self, view: View) -> FarPart:
        """What a view shows of it."""
        corner, scale = np.array([view.left, view.top]), view.scale
        around = view.world.grown(REACH / scale)
        edges = around.x, around.y, around.right, around.bottom
        rows = self.cards.search(*edges)
        rows = self.cards.stacked(rows[~np.isin(rows, self.without_cards)])
        boxes = self.cards.boxes(rows) * scale
        # A row that has just been freed holds NaN; the picture it spoils is thrown away.
        pixels = np.rint(np.nan_to_num(boxes)).astype(np.int64)
        pixels[:, 2:] = np.maximum(pixels[:, 2:], pixels[:, :2] + 1)
        strung = self.strings.crossing(self.strings.search(*edges), *edges)
        strung = strung[~np.isin(strung, self.without_strings)]
        curves, types = self._curves(strung)
        return FarPart(
            view.width,
            view.height,
            pixels - np.concatenate([corner, corner]),
            (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1]),
            self.cards.accent[rows].astype(np.int64),
            curves * scale - corner,
            types,
            self.paints,
            self.inks,
            levels.is_density(view.zoom),
            levels.thread_stride(len(self.strings.rows), view.zoom),
            levels.thread_strength(view.zoom),
        )

    def _curves(self, rows: Ints) -> tuple[Floats, Ints]:
        """The curves [K, 4, 2] of strings, those with bends piece by piece, and the type of each."""
        types = self.strings.type.astype(np.int64)
        bent = (
            [row for row in rows.tolist() if row in self.strings.bends]
            if self.strings.bends
            else []
        )
        straight = rows[~np.isin(rows, bent)]
        pieces = [self.strings.bends[row] for row in bent]
        counts = [len(each) for each in pieces]
        return (
            np.concatenate([self.strings.curves[straight], *pieces]),
            np.concatenate([types[straight], np.repeat(types[bent], counts)]),
        )


@dataclass(frozen=True, slots=True)
class FarPart:
    """What one rectangle of the board shows from afar, `width` by `height` pixels.

    `edges` [M, 4] are left, top, right and bottom of the cards in whole pixels from the rectangle's
    corner, lowest card first, and `areas` [M] what they truly cover; `curves` [K, 4, 2] are the
    strings from there. `paints` and `inks` [N, 3] are the colours (0 to 255) that `accents` [M] and
    `tokens` [K] count in. `is_density` where single cards could not be told apart, a `stride` over 1
    where single strings could not: then they are straight, and only every so many pixels of them
    are counted. The higher the `strength`, the more a thread covers.
    """

    width: int
    height: int
    edges: Ints
    areas: Floats
    accents: Ints
    curves: Floats
    tokens: Ints
    paints: Floats
    inks: Floats
    is_density: bool = False
    stride: int = 1
    strength: float = 1.0


def rasterise(part: FarPart) -> Pixels:
    """The picture [height, width] of a part: premultiplied ARGB, see-through where nothing lies."""
    colours, cover = _threads(part)
    if part.is_density:
        _spread_cards(part, colours, cover)
    else:
        _place_blocks(part, colours, cover)
    colours *= cover[:, None]
    argb = np.empty((len(cover), 4), dtype=np.uint8)
    # Blue comes first: that is how little-endian machines keep the four bytes of a pixel.
    argb[:, :3] = colours[:, ::-1] + 0.5
    argb[:, 3] = cover * 255 + 0.5
    return argb.view(np.uint32).reshape(part.height, part.width)


# -- threads -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Pieces:
    """N straight pieces of strings, in pixels: where each begins, how far it goes, whose it is, and
    at which share of its string it begins; each is `length` of a string long."""

    x: Floats
    y: Floats
    to_right: Floats
    down: Floats
    owner: Ints
    along: Floats
    length: float

    def chosen(self, kept: Flags) -> _Pieces:
        """Some of them."""
        return _Pieces(
            self.x[kept],
            self.y[kept],
            self.to_right[kept],
            self.down[kept],
            self.owner[kept],
            self.along[kept],
            self.length,
        )


def _threads(part: FarPart) -> tuple[Singles, Singles]:
    """Colour [P, 3] and cover [P] of every pixel, by the strings alone."""
    width, height = part.width + 2 * PAD, part.height + 2 * PAD
    tokens, kinds = np.unique(part.tokens, return_inverse=True)
    if not len(tokens):
        pixels = part.width * part.height
        return np.zeros((pixels, 3), dtype=np.float32), np.zeros(pixels, dtype=np.float32)
    totals = _counted_up(_walked(part), kinds, (width * height, len(tokens)))
    parted = totals.reshape(height, width, -1)[PAD:-PAD, PAD:-PAD].reshape(-1, len(tokens))
    total = parted.sum(axis=1)
    colours = parted @ part.inks[tokens].astype(np.float32)
    colours /= np.maximum(total, 1e-9)[:, None]
    return colours, MOST_COVER * -np.expm1(-part.strength * total)


def _walked(part: FarPart) -> Iterator[tuple[Ints, Floats, Ints]]:
    """Pixels by their numbers, what a string adds to each, and which string."""
    walk = _dotted if part.stride > 1 else _drawn
    for pieces in _straight(part):
        yield from walk(part, pieces)


def _counted_up(
    walked: Iterable[tuple[Ints, Floats, Ints]], kinds: Ints, shape: tuple[int, int]
) -> Singles:
    """How much of every kind of string falls to every pixel [P, kinds]."""
    totals = np.zeros(shape[0] * shape[1], dtype=np.float32)
    places: list[Ints] = []
    shares: list[Floats] = []
    waiting = 0

    def count() -> None:
        counted = np.bincount(np.concatenate(places), np.concatenate(shares), len(totals))
        np.add(totals, counted, out=totals, casting="same_kind")
        places.clear()
        shares.clear()

    for place, share, owner in walked:
        places.append(place * shape[1] + kinds[owner])
        shares.append(share)
        waiting += len(place)
        # Each count goes through every pixel, so that it is done for many strings at once.
        if waiting > MOST_COUNTED:
            count()
            waiting = 0
    if places:
        count()
    return totals.reshape(shape)


def _straight(part: FarPart) -> Iterator[_Pieces]:
    """The strings in straight pieces, as far as they may come into the rectangle."""
    if part.stride > 1:
        ends = part.curves[:, [0, 3]]
        yield _pieces_of(part, ends, np.arange(len(ends)), 1)
        return
    steps = strings.steps_needed(part.curves, TOLERANCE)
    for count in np.unique(steps).tolist():
        owners = np.flatnonzero(steps == count)
        for first in range(0, len(owners), MOST_PIECES // count + 1):
            some = owners[first : first + MOST_PIECES // count + 1]
            yield _pieces_of(part, strings.flatten(part.curves[some], count), some, count)


def _pieces_of(part: FarPart, lines: Floats, owners: Ints, count: int) -> _Pieces:
    x, y = lines[..., 0], lines[..., 1]
    pieces = _Pieces(
        x[:, :-1].reshape(-1),
        y[:, :-1].reshape(-1),
        np.diff(x, axis=1).reshape(-1),
        np.diff(y, axis=1).reshape(-1),
        np.repeat(owners, count),
        np.resize(np.arange(count, dtype=np.float64), count * len(owners)) / count,
        1 / count,
    )
    return pieces.chosen(
        (np.maximum(pieces.x, pieces.x + pieces.to_right) > -1)
        & (np.minimum(pieces.x, pieces.x + pieces.to_right) < part.width + 1)
        & (np.maximum(pieces.y, pieces.y + pieces.down) > -1)
        & (np.minimum(pieces.y, pieces.y + pieces.down) < part.height + 1)
    )


def _drawn(part: FarPart, pieces: _Pieces) -> Iterator[tuple[Ints, Floats, Ints]]:
    """The pixels of smooth lines by their numbers, what falls to each, and whose it is.

    A line that runs across more than down has two pixels in every column whose middle it passes,
    shared by how near it comes to each, and one that runs down has two in every line.
    """
    is_steep = np.abs(pieces.down) > np.abs(pieces.to_right)
    main = np.where(is_steep, pieces.y, pieces.x)
    side = np.where(is_steep, pieces.x, pieces.y)
    onward = np.where(is_steep, pieces.down, pieces.to_right)
    sideways = np.where(is_steep, pieces.to_right, pieces.down)
    long, wide = (
        np.where(is_steep, one, other)
        for one, other in ((part.height, part.width), (part.width, part.height))
    )
    onward = np.where(onward == 0, 1e-9, onward)
    slope = sideways / onward
    # Between which places along itself a line is beside the rectangle by no more than a pixel.
    low, high = np.minimum(main, main + onward), np.maximum(main, main + onward)
    reaches = np.where(np.abs(slope) < 1e-9, 1e-9, slope)
    one, other = main + (-1 - side) / reaches, main + (wide + 1 - side) / reaches
    low = np.maximum(np.maximum(low, -1.0), np.minimum(one, other))
    high = np.minimum(np.minimum(high, long + 1.0), np.maximum(one, other))
    begin = np.ceil(low - 0.5).astype(np.int64)
    count = np.maximum(np.ceil(high - 0.5).astype(np.int64) - begin, 0)
    which, nth = _counted(count)
    at = nth + begin[which]
    away = at + 0.5 - main[which]
    beside = side[which] + away * slope[which] - 0.5
    first = np.floor(beside)
    part_of_second = beside - first
    reached = pieces.along[which] + away / onward[which] * pieces.length
    share = THIN + (THICK - THIN) * reached
    across = part.width + 2 * PAD
    step_on, step_aside = np.where(is_steep, across, 1), np.where(is_steep, 1, across)
    place = (at + PAD) * step_on[which] + (first.astype(np.int64) + PAD) * step_aside[which]
    owner = pieces.owner[which]
    yield place, share * (1 - part_of_second), owner
    yield place + step_aside[which], share * part_of_second, owner


def _dotted(part: FarPart, pieces: _Pieces) -> Iterator[tuple[Ints, Floats, Ints]]:
    """The same where every so many pixels of a string are counted for all: a haze needs no more."""
    length = np.maximum(np.abs(pieces.to_right), np.abs(pieces.down))
    reach = np.maximum(length / part.stride, 1.0)
    first, last = _within(part, pieces)
    # Every piece is sampled at the same places however it is cut, so that parts fit together.
    begin = np.ceil(first * reach - 0.5).astype(np.int64)
    count = np.maximum(np.ceil(last * reach - 0.5).astype(np.int64) - begin, 0)
    which, nth = _counted(count)
    share = (nth + begin[which] + 0.5) / reach[which]
    x = np.floor(pieces.x[which] + pieces.to_right[which] * share).astype(np.int64)
    y = np.floor(pieces.y[which] + pieces.down[which] * share).astype(np.int64)
    weight = np.maximum(np.minimum(length, part.stride), 1.0)
    strength = THIN + (THICK - THIN) * (pieces.along[which] + share * pieces.length)
    place = (y + PAD) * (part.width + 2 * PAD) + x + PAD
    yield place, strength * weight[which], pieces.owner[which]


def _counted(counts: Ints) -> tuple[Ints, Ints]:
    """For things that come so many times each: which thing it is every time, and the how manieth."""
    which = np.repeat(np.arange(len(counts)), counts)
    return which, np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)


def _within(part: FarPart, pieces: _Pieces) -> tuple[Floats, Floats]:
    """Between which shares of their length pieces lie in the rectangle, a pixel around it."""
    first, last = np.zeros(len(pieces.x)), np.ones(len(pieces.x))
    for start, step, size in (
        (pieces.x, pieces.to_right, part.width),
        (pieces.y, pieces.down, part.height),
    ):
        step = np.where(np.abs(step) < 1e-9, 1e-9, step)
        one, other = (-1 - start) / step, (size + 1 - start) / step
        first = np.maximum(first, np.minimum(one, other))
        last = np.minimum(last, np.maximum(one, other))
    return first, np.maximum(last, first)


# -- cards ---------------------------------------------------------------------------------------


def _place_blocks(part: FarPart, colours: Singles, cover: Singles) -> None:
    """Lay every card over what is there, the topmost last."""
    for place, which in block_pixels(part.edges, part.width, part.height):
        # Where a pixel is named more than once, the last one named stays.
        colours[place] = part.paints[part.accents[which]]
        cover[place] = 1.0


def block_pixels(edges: Ints, width: int, height: int) -> Iterator[tuple[Ints, Ints]]:
    """The pixels of blocks [N, 4] (left, top, right, bottom) in a picture, by their numbers, and the
    block each belongs to, in goes of a bounded size; a block larger than one is a go of its own."""
    edges = np.clip(edges, 0, np.array([width, height, width, height]))
    wide, high = edges[:, 2] - edges[:, 0], edges[:, 3] - edges[:, 1]
    counts = wide * high
    goes = np.cumsum(counts) // MOST_AT_ONCE
    for go in np.unique(goes).tolist():
        chosen = np.flatnonzero((goes == go) & (counts > 0))
        nth_block, nth = _counted(counts[chosen])
        which = chosen[nth_block]
        line, column = np.divmod(nth, wide[which])
        yield (edges[which, 1] + line) * width + edges[which, 0] + column, which


def _spread_cards(part: FarPart, colours: Singles, cover: Singles) -> None:
    """Let every card colour the pixel in its middle by as much as it covers of it."""
    x, y = (part.edges[:, 0] + part.edges[:, 2]) // 2, (part.edges[:, 1] + part.edges[:, 3]) // 2
    inside = (x >= 0) & (x < part.width) & (y >= 0) & (y < part.height)
    place, accent = y[inside] * part.width + x[inside], part.accents[inside]
    area, pixels = part.areas[inside], len(cover)
    total = np.bincount(place, area, minlength=pixels)
    seen = total > 0
    mixed = np.stack(
        [
            np.bincount(place, area * part.paints[accent, n], minlength=pixels)[seen] / total[seen]
            for n in range(3)
        ],
        axis=1,
    )
    share = np.minimum(total[seen], 1.0)[:, None]
    below = colours[seen] * cover[seen, None] * (1 - share)
    cover[seen] = share[:, 0] + cover[seen] * (1 - share[:, 0])
    colours[seen] = (mixed * share + below) / np.maximum(cover[seen], 1e-9)[:, None]
