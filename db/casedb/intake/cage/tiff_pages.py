"""The pages of a TIFF: only ever in the cage.

A TIFF is a chain of pictures. Smaller copies of one and masks, which say so themselves (TIFF 6.0,
NewSubfileType and SubfileType), are no pages; the first picture always is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO, NamedTuple, cast

from PIL import Image, TiffImagePlugin

from casedb.intake.cage.pictures import FAULTS, MOST_PIXELS, Refused, opened_from

MOST = 10_000
"""Pages that are counted."""

_KIND, _OLD_KIND = 254, 255
_SMALLER, _MASK = 1, 4
_OLD_SMALLER = 2


class Counted(NamedTuple):
    """How many frames there are, and how many of them are pages, up to the first that cannot be read."""

    frames: int
    pages: int


def count(stream: BinaryIO) -> Counted:
    """Count the pages of a TIFF. Raises Refused.

    It is opened anew for that: a picture that was turned to a frame that cannot be read is of no use.
    """
    before = stream.tell()
    stream.seek(0)
    with opened_from(stream) as picture:
        assert isinstance(picture, TiffImagePlugin.TiffImageFile)
        kinds = [is_page for _, is_page in _frames(picture)]
    stream.seek(before)
    return Counted(len(kinds), sum(kinds))


def turn_to(picture: Image.Image, page: int) -> None:
    """Let a picture be one of its pages, counted from 0. Raises Refused where there is none.

    What is no TIFF stays as it is.
    """
    if not isinstance(picture, TiffImagePlugin.TiffImageFile) or page == 0:
        return
    pages = (frame for frame, is_page in _frames(picture) if is_page)
    if next(islice(pages, page, None), None) is None:
        raise Refused("damaged")
    pixels = picture.width * picture.height
    if pixels > MOST_PIXELS:
        raise Refused("huge", round(pixels / 1e6))


def _frames(picture: TiffImagePlugin.TiffImageFile) -> Iterator[tuple[int, bool]]:
    """The frames, each while the picture is at it, and whether it is a page."""
    for frame in range(MOST):
        try:
            picture.seek(frame)
            is_page = frame == 0 or _is_page(picture)
        except FAULTS:
            # The end, or what cannot be read: of what may come behind it nothing is known.
            return
        yield frame, is_page


def _is_page(picture: TiffImagePlugin.TiffImageFile) -> bool:
    kind, old = (_number(picture.tag_v2.get(tag, 0)) for tag in (_KIND, _OLD_KIND))
    return not kind & (_SMALLER | _MASK) and old != _OLD_SMALLER


def _number(told: object) -> int:
    first = cast("tuple[object, ...]", told)[:1] if isinstance(told, tuple) else (told,)
    return first[0] if first and isinstance(first[0], int) else 0
