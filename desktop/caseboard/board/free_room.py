"""How to look at a board so that what lies in the corners of the view covers nothing that is on it.

Nothing here paints. Corners are rectangles on the screen, in device-independent pixels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product

from caseboard.board.camera import Camera, Margins
from casedb.model.geometry import Rect


def fitted_clear(
    camera: Camera,
    rect: Rect,
    margin: float,
    corners: Sequence[Rect],
    is_taken: Callable[[Rect], bool],
) -> Camera:
    """The camera that shows a whole rectangle of the board, as large as it can be shown with no
    corner over a part of the board where `is_taken`."""
    whole = camera.fitted(rect, margin)
    if _is_clear(whole, corners, is_taken):
        return whole
    round_them = (camera.fitted(rect, each) for each in _margins(camera, margin, corners))
    clear = [each for each in round_them if _is_clear(each, corners, is_taken)]
    return max(clear, key=lambda each: each.zoom, default=whole)


def shift_clear(rect: Rect, corners: Sequence[Rect], margin: float, height: float) -> float:
    """How far a rectangle on the screen must be pushed up or down to be clear of the corners, where
    there is room for that in a view of this height."""
    for corner in corners:
        if not corner.overlaps(rect):
            continue
        above, below = corner.y - margin - rect.bottom, corner.bottom + margin - rect.y
        if rect.y + above >= 0:
            return above
        if rect.bottom + below <= height:
            return below
    return 0.0


def _is_clear(camera: Camera, corners: Sequence[Rect], is_taken: Callable[[Rect], bool]) -> bool:
    return not any(is_taken(camera.rect_to_world(each)) for each in corners)


def _margins(camera: Camera, margin: float, corners: Sequence[Rect]) -> Iterator[Margins]:
    """The ways round the corners: each is passed at its side, or above or below it."""
    for ways in product((False, True), repeat=len(corners)):
        left = top = right = bottom = margin
        for corner, is_beside in zip(corners, ways, strict=True):
            centre = corner.centre
            if is_beside and centre.x < camera.width / 2:
                left = max(left, corner.right + margin / 2)
            elif is_beside:
                right = max(right, camera.width - corner.x + margin / 2)
            elif centre.y < camera.height / 2:
                top = max(top, corner.bottom + margin / 2)
            else:
                bottom = max(bottom, camera.height - corner.y + margin / 2)
        yield Margins(left, top, right, bottom)
