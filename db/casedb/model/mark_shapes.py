"""How a mark is taken hold of: the grips it is dragged by, and what a drag makes of it.

All places are fractions of the upright picture. What a drag would make of a mark that is no shape of
its form leaves it as it was.
"""

from __future__ import annotations

from dataclasses import replace

from casedb.model.marks import MOST_CORNERS, Form, Mark, Spot, clamped


def grips(mark: Mark) -> tuple[Spot, ...]:
    """The spots that a mark is dragged by.

    The spot of a point or text; both ends of an arrow; corners and middles of the sides of a box,
    clockwise from its upper left; the corners of a polygon, and after them the middles of its sides.
    """
    if is_boxed(mark):
        left, top, right, bottom = mark.bounds
        across, down = (left + right) / 2, (top + bottom) / 2
        return (
            *((left, top), (across, top), (right, top), (right, down)),
            *((right, bottom), (across, bottom), (left, bottom), (left, down)),
        )
    if not mark.is_area:
        return mark.spots
    around = (*mark.spots[1:], mark.spots[0])
    middles = (
        ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(mark.spots, around, strict=True)
    )
    return (*mark.spots, *middles)


def is_boxed(mark: Mark) -> bool:
    """Whether it is an area with four upright sides."""
    return mark.is_area and len(mark.spots) == 2


def corners(mark: Mark) -> int:
    """How many of its grips are corners that can be chosen by themselves."""
    if is_boxed(mark):
        return len(grips(mark))
    return len(mark.spots) if len(mark.spots) > 1 else 0


def pulled(mark: Mark, grip: int, to: Spot) -> Mark:
    """A mark one of whose grips was dragged to a spot; the middle of a polygon's side becomes a
    corner."""
    if is_boxed(mark):
        return _boxed(mark, grip, to)
    spots = list(mark.spots)
    if grip < len(spots):
        spots[grip] = to
    elif len(spots) < MOST_CORNERS:
        spots.insert(grip - len(spots) + 1, to)
    return _with(mark, tuple(spots))


def _boxed(mark: Mark, grip: int, to: Spot) -> Mark:
    left, top, right, bottom = mark.bounds
    x, y = to
    if grip in (0, 6, 7):
        left = x
    elif grip in (2, 3, 4):
        right = x
    if grip in (0, 1, 2):
        top = y
    elif grip in (4, 5, 6):
        bottom = y
    spots = (min(left, right), min(top, bottom)), (max(left, right), max(top, bottom))
    # Which two of its corners are told makes no other box.
    return _with(mark, spots) if (*spots[0], *spots[1]) != mark.bounds else mark


def shifted(mark: Mark, dx: float, dy: float) -> Mark:
    """A mark moved as a whole, as far as it stays on the picture."""
    left, top, right, bottom = mark.bounds
    dx = min(max(dx, -left), 1 - right)
    dy = min(max(dy, -top), 1 - bottom)
    return _with(mark, tuple((x + dx, y + dy) for x, y in mark.spots))


def without_corner(mark: Mark, corner: int) -> Mark | None:
    """A polygon without one of its corners; None where that would leave no area."""
    if not mark.is_area or is_boxed(mark) or len(mark.spots) < 4:
        return None
    made = _with(mark, mark.spots[:corner] + mark.spots[corner + 1 :])
    return made if made != mark else None


def default_spots(form: Form, at: Spot, width: float, height: float) -> tuple[Spot, ...]:
    """Where a mark lies that somebody makes by keys: around a spot, so wide and high."""
    x = min(max(at[0], width / 2), 1 - width / 2)
    y = min(max(at[1], height / 2), 1 - height / 2)
    left, top, right, bottom = x - width / 2, y - height / 2, x + width / 2, y + height / 2
    match form:
        case Form.POINT | Form.TEXT:
            return clamped((at,))
        case Form.ARROW:
            return clamped(((left, bottom), (x, y)))
        case Form.BOX | Form.BLUR:
            return clamped(((left, top), (right, bottom)))
        case Form.POLYGON:
            return clamped(((left, top), (right, top), (right, bottom), (left, bottom)))


def _with(mark: Mark, spots: tuple[Spot, ...]) -> Mark:
    try:
        return replace(mark, spots=clamped(spots))
    except ValueError:
        return mark
