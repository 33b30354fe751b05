"""Pictures at full size, a band of rows at a time: only ever in the cage.

A TIFF is decoded strip by strip or tile by tile. Every other format is decoded whole, as Pillow can
do no other, within `MOST_DECODED` bytes.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, Protocol, cast

import numpy as np
from PIL import Image, ImageCms

from casedb.intake.cage.levels import SIDE, Samples
from casedb.intake.cage.pictures import Refused, stored_size, turn_of
from casedb.intake.cage.tiff_parts import TiffParts

MOST_DECODED = 1_280 << 20
"""Bytes of a picture that is decoded whole: 335 megapixels in colour."""

MOST_OF_BAND = 256 << 20
"""Bytes of a band: pictures wider than 262,144 pixels are not cut."""

_BYTES = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2, "I;16L": 2, "I;16N": 2}
"""Bytes that Pillow keeps for a pixel; for all other kinds it keeps four."""

_PROGRESSIVE = 6
"""Bytes a pixel that a progressive JPEG needs besides, for all its passes."""

_WHOLE_TWICE = frozenset({"WEBP", "HEIF", "AVIF"})
"""Formats whose decoder keeps a picture of its own while it is copied."""


class Rows(Protocol):
    """A picture whose rows are asked for from the first to the last."""

    @property
    def size(self) -> tuple[int, int]:
        """Pixels across and down, as they are stored."""
        ...

    def rows(self, first: int, end: int) -> Image.Image:
        """The rows from one to before another."""
        ...


class WholeRows:
    """A picture that is decoded whole: a TIFF at once, others when the first rows are asked for."""

    def __init__(self, picture: Image.Image) -> None:
        """Raises Refused where it is larger than is allowed."""
        need = _BYTES.get(picture.mode, 4)
        need *= 2 if picture.format in _WHOLE_TWICE else 1
        need += _PROGRESSIVE if picture.info.get("progressive") else 0
        is_turned = picture.format == "TIFF" and turn_of(picture) is not None
        need *= 2 if is_turned else 1
        pixels = picture.width * picture.height
        if pixels * need > MOST_DECODED:
            raise Refused("vast", round(pixels / 1e6), MOST_DECODED // need // 1_000_000)
        if picture.format == "TIFF":
            # Pillow turns it while it is decoded, and only then is it known how large it is.
            picture.load()
        self._picture = picture

    @property
    def size(self) -> tuple[int, int]:
        return self._picture.size

    def rows(self, first: int, end: int) -> Image.Image:
        return self._picture.crop((0, first, self._picture.width, end))


def rows_of(picture: Image.Image, stream: BinaryIO) -> Rows:
    """The rows of a picture that is open, from the stream it was opened from. Raises Refused.

    How it is to be turned is known by `turn_of` afterwards: a TIFF that is decoded whole is upright then.
    """
    if stored_size(picture)[0] * 4 * SIDE > MOST_OF_BAND:
        raise Refused("wide", round(picture.width * picture.height / 1e6))
    if picture.format == "TIFF":
        parts = TiffParts.of(picture, stream)
        if parts is not None:
            return parts
    return WholeRows(picture)


def spans(height: int, *, is_reversed: bool) -> Iterator[tuple[int, int, int]]:
    """Number, first row and end of every band, as the rows are stored.

    Where the picture is shown upside down the numbers go from the last to the first.

    >>> list(spans(600, is_reversed=True))
    [(2, 0, 88), (1, 88, 344), (0, 344, 600)]
    """
    count = -(-height // SIDE)
    if not is_reversed:
        for number in range(count):
            yield number, number * SIDE, min(height, (number + 1) * SIDE)
        return
    for number in reversed(range(count)):
        yield number, height - min(height, (number + 1) * SIDE), height - number * SIDE


# -- samples -------------------------------------------------------------------------------------


def samples_of(picture: Image.Image) -> Samples:
    """Rows, columns and channels: grey, red-green-blue, or that and how opaque, with 8 bits; grey with
    16 bits; or grey as floating-point numbers of 32 bits."""
    mode = picture.mode
    if mode.startswith("I;16"):
        order = ">u2" if mode == "I;16B" else "<u2"
        wide = np.frombuffer(picture.tobytes(), order).astype(np.uint16)
        return wide.reshape(picture.height, picture.width, 1)
    if mode in ("I", "F"):
        floats = np.asarray(picture, np.float32)
        return floats.reshape(picture.height, picture.width, 1)
    shown = np.asarray(_plain(picture), np.uint8)
    return shown.reshape(picture.height, picture.width, -1)


def _plain(picture: Image.Image) -> Image.Image:
    """The same as grey, colour, or colour with how opaque."""
    match picture.mode:
        case "L" | "RGB" | "RGBA":
            has_key = "transparency" in picture.info
            return picture.convert("RGBA") if has_key else picture
        case "1":
            return picture.convert("L")
        case "P" | "PA":
            has_holes = picture.mode == "PA" or "transparency" in picture.info
            return picture.convert("RGBA" if has_holes else "RGB")
        case "LA" | "La" | "RGBa":
            return picture.convert("RGBA" if picture.mode != "La" else "LA").convert("RGBA")
        case "LAB":
            shown = ImageCms.applyTransform(picture, _from_lab())
            return cast("Image.Image", shown)
        case _:
            return picture.convert("RGB")


_made: list[ImageCms.ImageCmsTransform] = []


def _from_lab() -> ImageCms.ImageCmsTransform:
    if not _made:
        create = cast("Callable[[str], ImageCms.ImageCmsProfile]", ImageCms.createProfile)
        lab, srgb = create("LAB"), create("sRGB")
        _made.append(ImageCms.buildTransform(lab, srgb, "LAB", "RGB"))
    return _made[0]


def warm_up() -> None:
    """Convert a picture of each kind, so that nothing is imported or opened for the first."""
    for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr", "LAB", "I;16", "I", "F"):
        with contextlib.suppress(ValueError):
            samples_of(Image.new(mode, (2, 2)))
