"""A small picture of one that is too large to be decoded whole: only ever in the cage.

A TIFF is read strip by strip or tile by tile, and each part is made small at once. What can only be
decoded whole is refused, as before.
"""

from __future__ import annotations

import io

from PIL import Image

from casedb.intake.cage import pictures
from casedb.intake.cage.pictures import Made, Refused
from casedb.intake.cage.tiff_parts import TiffParts

_BAND = 256
"""Rows that are made small in one go."""

_LOOKS = 9
"""Places from top to bottom where samples are looked at."""


def thumbnail(data: bytes, width: int) -> Made:
    """A small picture, as `casedb.intake.cage.pictures.thumbnail` makes it, also of a huge one whose rows
    can be read one after the other. Raises Refused."""
    try:
        return pictures.thumbnail(data, width)
    except Refused as trouble:
        if trouble.why != "huge":
            raise
        made = _in_parts(data, width)
        if made is None:
            raise
        return made


def _in_parts(data: bytes, width: int) -> Made | None:
    """A small picture made part by part; None where there are no parts."""
    stream = io.BytesIO(data)
    with pictures.opened_from(stream) as picture:
        parts = TiffParts.of(picture, stream)
        if parts is None:
            return None
        turn = pictures.turn_of(picture)
        wide, high = parts.size
        across, down = (high, wide) if turn in pictures.SIDEWAYS else (wide, high)
        # Twice as large as it is to be, so that it is still made small evenly.
        factor = max(1, across // (2 * width), down // (8 * width))
        small = _reduced(parts, factor)
        upright = small if turn is None else small.transpose(turn)
        upright.thumbnail((width, width * 4))
        rgba = upright.convert("RGBA")
        return Made(rgba.width, rgba.height, rgba.tobytes())


def _reduced(parts: TiffParts, factor: int) -> Image.Image:
    """All of a picture at a whole part of its size."""
    wide, high = parts.size
    whole: Image.Image | None = None
    rows = factor * max(1, _BAND // factor)
    span = _span(parts)
    for first in range(0, high, rows):
        band = _plain(parts.rows(first, min(high, first + rows)), span).reduce(factor)
        if whole is None:
            whole = Image.new(band.mode, (-(-wide // factor), -(-high // factor)))
        whole.paste(band, (0, first // factor))
    assert whole is not None
    return whole


def _span(parts: TiffParts) -> pictures.Span | None:
    """What is black and white in all of it, by rows from everywhere."""
    _, high = parts.size
    firsts = sorted({n * (high - 1) // (_LOOKS - 1) for n in range(_LOOKS)})
    return pictures.span_of(*(parts.rows(first, first + 1) for first in firsts))


def _plain(band: Image.Image, span: pictures.Span | None) -> Image.Image:
    """The same in a mode that can be made small."""
    band = pictures.eight_bits(band, span)
    if band.mode in ("L", "RGB", "RGBA"):
        return band
    has_holes = band.mode in ("LA", "La", "PA", "RGBa") or "transparency" in band.info
    return band.convert("RGBA" if has_holes else "RGB")
