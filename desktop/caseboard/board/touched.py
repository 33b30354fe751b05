"""`Touched`: which parts of a board must be painted anew after an edit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from caseboard.board.strings import Flags, Floats

CARD_REACH = 28.0
STRING_REACH = 116.0
FRAME_REACH = 52.0
"""How far marks stick out of the boxes of what they belong to: in pixels on the screen below 100 %,
where they keep their size, and above in board units, as they grow with the board."""

Part: TypeAlias = tuple[Floats, float, Sequence[str]]
"""Boxes [N, 4] of left, top, right, bottom, a reach, and the ids of what they belong to."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What must be painted anew: boxes [N, 4] of left, top, right, bottom in board units.

    `reach` [N] is how far marks stick out around each box, in device-independent pixels on the
    screen, or in board units where these are larger; `owners` [N] are the ids of the cards, links and frames that the boxes belong to.
    """

    boxes: Floats
    reach: Floats
    owners: tuple[str, ...]

    @classmethod
    def of(cls, parts: Iterable[Part]) -> Touched:
        """One from several parts; boxes of nothing (NaN) are left out."""
        boxes, reach, owners = [np.empty((0, 4))], [np.empty(0)], list[str]()
        for there, far, ids in parts:
            is_box = ~np.isnan(there[:, 0])
            boxes.append(there[is_box])
            reach.append(np.full(int(is_box.sum()), far))
            owners += [each for each, kept in zip(ids, is_box.tolist(), strict=True) if kept]
        return cls(np.concatenate(boxes), np.concatenate(reach), tuple(owners))

    def joined(self, other: Touched) -> Touched:
        """Both."""
        return Touched(
            np.concatenate([self.boxes, other.boxes]),
            np.concatenate([self.reach, other.reach]),
            self.owners + other.owners,
        )

    def without(self, owners: Set[str]) -> Touched:
        """What does not belong to any of these."""
        kept: Flags = np.array([each not in owners for each in self.owners], dtype=np.bool_)
        named = tuple(each for each in self.owners if each not in owners)
        return Touched(self.boxes[kept], self.reach[kept], named)

    def around(self, scale: float) -> tuple[Floats, Floats]:
        """The upper left and the lower right corners [N, 2] of the boxes with their reach, in board
        units, at so many device-independent pixels to the unit."""
        reach = (self.reach / min(scale, 1.0))[:, None]
        return self.boxes[:, :2] - reach, self.boxes[:, 2:] + reach
