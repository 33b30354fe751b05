"""The board from afar: cards as blocks, strings as threads, both as densities. Pure numpy, no Qt.

A `FarBoard` is a board as a worker may read it while the window goes on: it shares the columns, so
what it reads of a board that changes meanwhile may be half old, and is thrown away. A `FarPart` is
what one rectangle of pixels shows of it. The same board gives the same pixels however it is cut.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from caseboard.board import levels, strings
from caseboard.board.camera import View
from caseboard.board.strings import Floats, Ints
from caseboard.board.tables import CardTable, StringTable

TOLERANCE = 0.35
"""How far a thread may run from the true curve, in pixels."""
THIN, THICK = 0.35, 1.0
"""How strong a thread is at its beginning and at its end: it grows in the link's direction."""
MOST_COVER = 0.75
"""How much of the ground the densest threads cover."""
REACH = 2
"""How many pixels around a rectangle anything can colour pixels in it."""
MOST_AT_ONCE = 1 << 20
"""Pixels of blocks that are placed in one go."""

Pixels = NDArray[np.uint32]


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
        rows = self.cards.within(around.x, around.y, around.right, around.bottom)
        rows = self.cards.stacked(rows[~np.isin(rows, self.without_cards)])
        boxes = self.cards.boxes(rows) * scale
        # A row that has just been freed holds NaN; the picture it spoils is thrown away.
        edges = np.rint(np.nan_to_num(boxes)).astype(np.int64)
        edges[:, 2:] = np.maximum(edges[:, 2:], edges[:, :2] + 1)
        strung = self.strings.within(around.x, around.y, around.right, around.bottom)
        strung = strung[~np.isin(strung, self.without_strings)]
        curves, types = self._curves(strung)
        return FarPart(
            view.width,
            view.height,
            edges - np.concatenate([corner, corner]),
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
    argb = np.empty((len(cover), 4), dtype=np.uint8)
    premultiplied = colours * cover[:, None]
    # Blue comes first: that is how little-endian machines keep the four bytes of a pixel.
    argb[:, :3] = np.rint(premultiplied[:, ::-1])
    argb[:, 3] = np.rint(cover * 255)
    return argb.view(np.uint32).reshape(part.height, part.width)


# -- threads -------------------------------------------------------------------------------------


def _threads(part: FarPart) -> tuple[Floats, Floats]:
    """Colour [P, 3] and cover [P] of every pixel, by the strings alone."""
    pixels = part.width * part.height
    colours, cover = np.zeros((pixels, 3)), np.zeros(pixels)
    walked = list(_steps(part))
    if not walked:
        return colours, cover
    at, share, owner = (np.concatenate(each) for each in zip(*walked, strict=True))
    # A single thread is drawn smoothly; a haze of them is smooth by itself.
    spread = _beside if part.stride == 1 else _under
    place, share, which = spread(at, share, part.width, part.height)
    token = part.tokens[owner[which]]
    total = np.bincount(place, share, minlength=pixels)
    seen = np.flatnonzero(total)
    for n in range(3):
        mixed = np.bincount(place, share * part.inks[token, n], minlength=pixels)
        colours[seen, n] = mixed[seen] / total[seen]
    cover[seen] = MOST_COVER * -np.expm1(-part.strength * total[seen])
    return colours, cover


def _steps(part: FarPart) -> Iterator[tuple[Floats, Floats, Ints]]:
    """Points [Q, 2] about a pixel apart along the strings, how strong each is, whose it is."""
    if part.stride > 1:
        ends = part.curves[:, [0, 3]]
        owners, along = np.arange(len(ends)), np.zeros(len(ends))
        yield from _walked(part, ends[:, 0], ends[:, 1], owners, along, 1.0)
        return
    steps = strings.steps_needed(part.curves, TOLERANCE)
    for count in np.unique(steps).tolist():
        owners = np.flatnonzero(steps == count)
        lines = strings.flatten(part.curves[owners], count)
        starts, ends = lines[:, :-1].reshape(-1, 2), lines[:, 1:].reshape(-1, 2)
        along = np.resize(np.arange(count, dtype=np.float64), count * len(owners)) / count
        yield from _walked(part, starts, ends, np.repeat(owners, count), along, 1 / count)


def _walked(
    part: FarPart, starts: Floats, ends: Floats, owner: Ints, along: Floats, length: float
) -> Iterator[tuple[Floats, Floats, Ints]]:
    """The same for straight pieces; only what lies in the rectangle is walked."""
    step = ends - starts
    first, last = _within(part, starts, step)
    kept = first < last
    starts, step, owner, along = starts[kept], step[kept], owner[kept], along[kept]
    first, last = first[kept], last[kept]
    if not len(starts):
        return
    reach = np.maximum(np.abs(step).max(axis=1) / part.stride, 1.0)
    # Every piece is sampled at the same places however it is cut, so that parts fit together.
    begin = np.ceil(first * reach - 0.5).astype(np.int64)
    count = np.maximum(np.ceil(last * reach - 0.5).astype(np.int64) - begin, 0)
    which = np.repeat(np.arange(len(starts)), count)
    nth = np.arange(len(which)) - np.repeat(np.cumsum(count) - count, count) + begin[which]
    share = (nth + 0.5) / reach[which]
    at = starts[which] + step[which] * share[:, None]
    strength = THIN + (THICK - THIN) * (along[which] + share * length)
    weight = np.minimum(np.abs(step).max(axis=1), part.stride)
    yield at, strength * np.maximum(weight, 1.0)[which], owner[which]


def _within(part: FarPart, starts: Floats, step: Floats) -> tuple[Floats, Floats]:
    """Between which shares of their length pieces lie in the rectangle, two pixels around it."""
    low = np.array([-2.0, -2.0])
    high = np.array([part.width + 2.0, part.height + 2.0])
    with np.errstate(divide="ignore", invalid="ignore"):
        one, other = (low - starts) / step, (high - starts) / step
    level = step == 0
    outside = level & ((starts < low) | (starts > high))
    enter = np.where(level, 0.0, np.minimum(one, other))
    leave = np.where(level, 1.0, np.maximum(one, other))
    leave[outside] = -1.0
    return enter.max(axis=1).clip(0, 1), leave.min(axis=1).clip(0, 1)


def _beside(at: Floats, share: Floats, width: int, height: int) -> tuple[Ints, Floats, Ints]:
    """The pixels around points by their numbers, what falls to each, and of which point."""
    corner = np.floor(at - 0.5)
    part = at - 0.5 - corner
    column, line = corner[:, 0].astype(np.int64), corner[:, 1].astype(np.int64)
    places: list[Ints] = []
    shares: list[Floats] = []
    points: list[Ints] = []
    for right in (0, 1):
        for below in (0, 1):
            x, y = column + right, line + below
            inside = np.flatnonzero((x >= 0) & (x < width) & (y >= 0) & (y < height))
            across = part[inside, 0] if right else 1 - part[inside, 0]
            down = part[inside, 1] if below else 1 - part[inside, 1]
            places.append(y[inside] * width + x[inside])
            shares.append(share[inside] * across * down)
            points.append(inside)
    return np.concatenate(places), np.concatenate(shares), np.concatenate(points)


def _under(at: Floats, share: Floats, width: int, height: int) -> tuple[Ints, Floats, Ints]:
    """The pixel under every point by its number, and the same besides."""
    x, y = at[:, 0].astype(np.int64), at[:, 1].astype(np.int64)
    inside = np.flatnonzero((at >= 0).all(axis=1) & (x < width) & (y < height))
    return y[inside] * width + x[inside], share[inside], inside


# -- cards ---------------------------------------------------------------------------------------


def _place_blocks(part: FarPart, colours: Floats, cover: Floats) -> None:
    """Lay every card over what is there, the topmost last."""
    limits = np.array([part.width, part.height, part.width, part.height])
    edges = np.clip(part.edges, 0, limits)
    width, height = edges[:, 2] - edges[:, 0], edges[:, 3] - edges[:, 1]
    counts = width * height
    # In goes of a bounded size; a card larger than one is a go of its own.
    goes = np.cumsum(counts) // MOST_AT_ONCE
    for go in np.unique(goes).tolist():
        chosen = np.flatnonzero((goes == go) & (counts > 0))
        which = np.repeat(chosen, counts[chosen])
        total = np.cumsum(counts[chosen])
        nth = np.arange(len(which)) - np.repeat(total - counts[chosen], counts[chosen])
        line, column = np.divmod(nth, width[which])
        place = (edges[which, 1] + line) * part.width + edges[which, 0] + column
        # Where a pixel is named more than once, the last one named stays.
        colours[place] = part.paints[part.accents[which]]
        cover[place] = 1.0


def _spread_cards(part: FarPart, colours: Floats, cover: Floats) -> None:
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
