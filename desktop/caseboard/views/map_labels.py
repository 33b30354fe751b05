"""Labels of signs: which stand where, over no sign and no other label."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from caseboard.lettering import Lettering, fount, set_lines
from caseboard.scale import px, scaled
from caseboard.theme import tokens
from caseboard.views.map_scene import Sign

WIDEST = 190.0
MOST_LABELS, MOST_SIGNS = 160, 500
"""So many are shown at the most; and none but those of chosen items where there are more signs."""
_CELL = 64.0


@dataclass(frozen=True, slots=True)
class Words:
    """What a label says: a title, and what the place is of it; empty where that needs no words."""

    title: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A label where it stands."""

    box: QRectF
    title: Lettering
    what: Lettering | None
    row: int
    is_faded: bool


class _Room:
    """What is taken of the screen, found by cells."""

    def __init__(self) -> None:
        self._taken: dict[tuple[int, int], list[QRectF]] = {}

    def is_free(self, box: QRectF) -> bool:
        """Whether nothing lies in a box."""
        return not any(
            box.intersects(other) for cell in _cells(box) for other in self._taken.get(cell, ())
        )

    def take(self, box: QRectF) -> None:
        """Let nothing else lie there."""
        for cell in _cells(box):
            self._taken.setdefault(cell, []).append(box)


def _cells(box: QRectF) -> Iterator[tuple[int, int]]:
    for x in range(int(box.left() // _CELL), int(box.right() // _CELL) + 1):
        for y in range(int(box.top() // _CELL), int(box.bottom() // _CELL) + 1):
            yield x, y


def set_labels(
    signs: Sequence[Sign],
    words_of: Callable[[Sign], Words],
    chosen: Set[int],
    within: QRectF,
    view: QRectF | None = None,
    around: Iterable[QRectF] = (),
    *,
    insists: bool = False,
) -> list[Label]:
    """The labels of signs that stand for one mark each, those of chosen ones first.

    They stand in a part of the screen, and do not run over the edge of what is in view of it now, nor over
    what is `around`. Who insists has those of chosen ones, over others where there is no other place.
    """
    room = _Room()
    for sign in signs:
        room.take(sign.box)
    for each in around:
        room.take(each)
    single = [each for each in signs if each.count == 1]
    first = [each for each in single if each.row in chosen]
    others = [each for each in single if each.row not in chosen]
    if len(signs) > MOST_SIGNS:
        others = []
    # What stands back waits for the rest.
    others.sort(key=lambda each: each.is_faded)
    labels: list[Label] = []
    for sign in [*first, *others]:
        is_chosen = sign.row in chosen
        label = _set(sign, words_of(sign), room, within, view or within, must=insists and is_chosen)
        if label is not None:
            room.take(label.box)
            labels.append(label)
            if len(labels) >= MOST_LABELS:
                break
    return labels


def _set(
    sign: Sign, words: Words, room: _Room, within: QRectF, view: QRectF, *, must: bool
) -> Label | None:
    width = scaled(WIDEST)
    title = set_lines(words.title, fount(px(tokens().type_scale["small"])), width)
    what = None
    if words.what:
        what = set_lines(words.what, fount(px(tokens().type_scale["tiny"])), width)
    pad = scaled(3)
    wide = max(title.width, what.width if what is not None else 0.0) + 2 * pad
    high = title.height + (what.height if what is not None else 0.0)
    far = sign.radius + scaled(2)
    found: Label | None = None
    for left, top in (
        (sign.x + far, sign.y - high / 2),
        (sign.x - far - wide, sign.y - high / 2),
        (sign.x - wide / 2, sign.y + far),
        (sign.x - wide / 2, sign.y - far - high),
    ):
        box = QRectF(left, top, wide, high)
        is_whole = view.contains(box) or not view.intersects(box)
        if is_whole and within.contains(box):
            label = Label(box, title, what, sign.row, sign.is_faded)
            if room.is_free(box):
                return label
            found = found or label
    return found if must else None
