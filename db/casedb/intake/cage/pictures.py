"""Pictures, decoded by Pillow: only ever in the cage.

A fixed list of formats, a bound on pixels, and no line of SVG, which can run scripts and read files.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import math
import struct
import warnings
from array import array
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import BinaryIO, TypeAlias

from PIL import (
    BmpImagePlugin,
    ExifTags,
    GifImagePlugin,
    Image,
    ImageFile,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    UnidentifiedImageError,
    WebPImagePlugin,
    features,
)

from casedb.intake.containers import brand_of

MOST_PIXELS = 600_000_000
"""Pictures that promise more pixels than this are kept and not drawn."""

MOST_DECODED = 256 << 20
"""Bytes that decoding one picture may take. A JPEG is decoded small and stays far below."""

PLUGINS = (
    *(JpegImagePlugin, PngImagePlugin, GifImagePlugin, TiffImagePlugin),
    *(BmpImagePlugin, WebPImagePlugin, MpoImagePlugin),
)
"""The decoders, which are imported before files can be opened no more; that of JPEG would import the one
of several pictures in a JPEG (MPO) when it meets them."""


def _further_formats() -> tuple[str, ...]:
    """The formats that are decoded as well, where what decodes them is there."""
    found: list[str] = []
    with contextlib.suppress(ImportError):
        # With Pillow 11.3, where that was built with it.
        avif = importlib.import_module("PIL.AvifImagePlugin")
        if features.check("avif"):
            vars(avif)["DEFAULT_MAX_THREADS"] = 1
            found.append("AVIF")
    with contextlib.suppress(ImportError):
        # With the extra “heic”.
        heif = importlib.import_module("pillow_heif")
        heif.options.DECODE_THREADS = 1
        heif.options.THUMBNAILS = heif.options.DEPTH_IMAGES = heif.options.AUX_IMAGES = False
        heif.register_heif_opener()
        found.append("HEIF")
    return tuple(found)


FORMATS = ("JPEG", "PNG", "GIF", "TIFF", "BMP", "WEBP", *_further_formats())

Image.MAX_IMAGE_PIXELS = MOST_PIXELS

_TURNS: Mapping[object, Image.Transpose] = MappingProxyType(
    {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
)
"""How a picture is turned upright, by its EXIF orientation."""

SIDEWAYS = frozenset(
    {
        Image.Transpose.TRANSPOSE,
        Image.Transpose.ROTATE_270,
        Image.Transpose.TRANSVERSE,
        Image.Transpose.ROTATE_90,
    }
)
"""The turns by which width and height change places."""

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom in fractions of a picture."""

_JPEG = b"\xff\xd8\xff"
"""What a JPEG begins with."""

_HAIR = 1e-6
"""The part of a pixel by which a fraction may miss its edge."""

FAULTS = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,
    TypeError,
    KeyError,
    IndexError,
    ZeroDivisionError,
    OverflowError,
    AttributeError,
    RecursionError,
    EOFError,
    Warning,
    struct.error,
)
"""What decoders raise over bytes that nobody has written on purpose, or somebody has."""


_SAMPLES = 200
"""Samples across and down that are looked at to see what is dark and light in a picture."""

_MADE_USE_OF = 1 << 14
"""From so light a sample on a picture of 16 bits has more than the 14 that sensors give."""

Span: TypeAlias = tuple[float, float]
"""The samples that are shown black and white."""


class Refused(Exception):
    """Bytes of which no picture can be made: why, as one of `casedb.intake.cage.cage.REASONS`."""

    def __init__(self, why: str, megapixels: int = 0, bound: int = 0) -> None:
        """How many megapixels there are, and how many there may be, where that is why."""
        super().__init__(why)
        self.why, self.megapixels, self.bound = why, megapixels, bound


@dataclass(frozen=True, slots=True)
class Made:
    """Pixels: four bytes each, red, green, blue and how opaque, row by row from the top.

    `is_cut` where the file is cut short, so that a part of them is grey.
    """

    width: int
    height: int
    rgba: bytes
    is_cut: bool = False


@contextlib.contextmanager
def opened(data: bytes) -> Generator[Image.Image]:
    """A picture that is read as far as it is asked. Raises Refused, whatever a decoder raises."""
    if not data:
        raise Refused("empty")
    with opened_from(io.BytesIO(data)) as picture:
        yield picture


@contextlib.contextmanager
def opened_from(stream: BinaryIO) -> Generator[Image.Image]:
    """As `opened`, of bytes that are read where they are needed."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(stream, formats=FORMATS) as picture:
                yield picture
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as trouble:
        raise Refused("huge") from trouble
    except UnidentifiedImageError as trouble:
        raise Refused(_lacking(stream)) from trouble
    except FAULTS as trouble:
        # Pillow says so in words alone: comments that unpack to more than it lets them.
        is_wordy = "MAX_TEXT" in str(trouble)
        raise Refused("wordy" if is_wordy else "damaged") from trouble


def _lacking(stream: BinaryIO) -> str:
    """Why a picture is not known: what decodes it may not be there."""
    with contextlib.suppress(OSError, ValueError):
        stream.seek(0)
        head = stream.read(256)
        kind = brand_of(head) if head[4:8] == b"ftyp" else ""
        if kind in ("image/heic", "image/heif") and "HEIF" not in FORMATS:
            return "heic"
        if kind == "image/avif" and "AVIF" not in FORMATS:
            return "avif"
    return "damaged"


def may_be_cut(start: bytes, trouble: Refused) -> bool:
    """Whether a file that begins so may be decoded as far as it goes, after it was refused: of a JPEG
    that is cut short the upper part is there."""
    return trouble.why == "damaged" and start.startswith(_JPEG)


@contextlib.contextmanager
def as_far_as_it_goes() -> Generator[None]:
    """Decode what is there of a picture that is cut short; the rest of it stays grey."""
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = False


def refuse_plain(picture: Image.Image) -> None:
    """Refuse a picture of which nothing was there to be decoded."""
    if picture.getcolors(1) is not None:
        raise Refused("damaged")


def thumbnail(data: bytes, width: int) -> Made:
    """A small picture, upright as its EXIF orientation says, at most `width` pixels wide and four
    times as high; of a JPEG that is cut short what is there. Raises Refused."""
    try:
        return _thumbnail(data, width)
    except Refused as trouble:
        if not may_be_cut(data, trouble):
            raise
    with as_far_as_it_goes():
        return replace(_thumbnail(data, width, is_cut=True), is_cut=True)


def _thumbnail(data: bytes, width: int, *, is_cut: bool = False) -> Made:
    with opened(data) as picture:
        pixels = picture.width * picture.height
        picture.draft("RGB", (width * 2, width * 2))
        if picture.width * picture.height * len(picture.getbands()) > MOST_DECODED:
            raise Refused("huge", round(pixels / 1e6))
        picture.load()
        if is_cut:
            refuse_plain(picture)
        # Not before it is decoded: Pillow turns a TIFF by itself, and takes the tag away.
        turn = turn_of(picture)
        plain = eight_bits(picture)
        upright = plain if turn is None else plain.transpose(turn)
        upright.thumbnail((width, width * 4))
        rgba = upright.convert("RGBA")
        return Made(rgba.width, rgba.height, rgba.tobytes())


def crop(
    data: bytes, box: Box, width: int, height: int, turn_to: Callable[[Image.Image], None]
) -> tuple[Made, int, int]:
    """A part of a picture, which `turn_to` turns to its page, upright, within so many pixels and never enlarged; and how wide and high all
    of it is. `box` is left, top, right, bottom in fractions of the upright picture. Raises Refused."""
    try:
        return _crop(data, box, width, height, turn_to)
    except Refused as trouble:
        if not may_be_cut(data, trouble):
            raise
    with as_far_as_it_goes():
        return _crop(data, box, width, height, turn_to)


def _crop(
    data: bytes, box: Box, width: int, height: int, turn_to: Callable[[Image.Image], None]
) -> tuple[Made, int, int]:
    with opened(data) as picture:
        turn_to(picture)
        wide, high = picture.size
        left, top, right, bottom = box
        # As much of the picture as brings the part to the size that is asked for.
        needed = max(width / (right - left), height / (bottom - top))
        picture.draft("RGB", (min(wide, math.ceil(needed)), min(high, math.ceil(needed))))
        if picture.width * picture.height * len(picture.getbands()) > MOST_DECODED:
            raise Refused("huge", round(wide * high / 1e6))
        picture.load()
        if picture.format == "TIFF":
            # Pillow has turned it by itself, and taken the tag away.
            wide, high = picture.size
        turn = turn_of(picture)
        across, down = (high, wide) if turn in SIDEWAYS else (wide, high)
        part = picture.crop(_pixels(_as_stored(box, turn), *picture.size))
        plain = eight_bits(part, span_of(picture))
        upright = plain if turn is None else plain.transpose(turn)
        upright.thumbnail((width, height))
        rgba = upright.convert("RGBA")
        return Made(rgba.width, rgba.height, rgba.tobytes()), across, down


def _as_stored(box: Box, turn: Image.Transpose | None) -> Box:
    """The same part in fractions of the picture before it is turned upright."""
    (x0, y0), (x1, y1) = (_spot(turn, *spot) for spot in (box[:2], box[2:]))
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _spot(turn: Image.Transpose | None, u: float, v: float) -> tuple[float, float]:
    turns = Image.Transpose
    match turn:
        case turns.FLIP_LEFT_RIGHT:
            return 1 - u, v
        case turns.ROTATE_180:
            return 1 - u, 1 - v
        case turns.FLIP_TOP_BOTTOM:
            return u, 1 - v
        case turns.TRANSPOSE:
            return v, u
        case turns.ROTATE_270:
            return v, 1 - u
        case turns.TRANSVERSE:
            return 1 - v, 1 - u
        case turns.ROTATE_90:
            return 1 - v, u
        case _:
            return u, v


def _pixels(box: Box, wide: int, high: int) -> tuple[int, int, int, int]:
    """A part in whole pixels: those that it touches, and one at least."""
    left, top = (int(at * size + _HAIR) for at, size in ((box[0], wide), (box[1], high)))
    left, top = min(left, wide - 1), min(top, high - 1)
    right, bottom = math.ceil(box[2] * wide - _HAIR), math.ceil(box[3] * high - _HAIR)
    return left, top, max(left + 1, min(right, wide)), max(top + 1, min(bottom, high))


def eight_bits(picture: Image.Image, span: Span | None = None) -> Image.Image:
    """Grey of more bits, or of numbers with a point, as grey of 8, which alone can be made small.

    What is shown black and white is the `span`, or that of the picture itself: of 11 bits in 16, as many
    satellites send them, nothing would be seen otherwise.
    """
    low, high = span or span_of(picture) or (0.0, 0.0)
    if high <= low:
        return picture
    scale = 255 / (high - low)
    # Half a step up, as it is cut off and not rounded.
    numbers = _numbers(picture).point(lambda value: value * scale + (0.5 - low * scale))
    return numbers.convert("L")


def span_of(*parts: Image.Image) -> Span | None:
    """What is shown black and white: all but the darkest and lightest half per cent of the samples, but all
    16 bits where these are made use of. None for pictures of 8 bits, which are shown as they are."""
    if not parts[0].mode.startswith(("I", "F")):
        return None
    few = array("f")
    for part in parts:
        size = min(_SAMPLES, part.width), min(_SAMPLES, part.height)
        few.frombytes(_numbers(part).resize(size, Image.Resampling.NEAREST).tobytes())
    found = sorted(filter(math.isfinite, few))
    if not found:
        return 0.0, 1.0
    low, high = (found[round(part * (len(found) - 1))] for part in (0.005, 0.995))
    if parts[0].mode.startswith("I;16") and high >= _MADE_USE_OF:
        return 0.0, 65_535.0
    # All of it may be alike.
    return (low, high) if high > low else (low - 1.0, low + 1.0)


def _numbers(picture: Image.Image) -> Image.Image:
    """Grey samples as numbers with a point."""
    whole = picture.convert("I") if picture.mode.startswith("I;16") else picture
    return whole.convert("F")


def turn_of(picture: Image.Image) -> Image.Transpose | None:
    """How a picture is turned upright; None for not at all."""
    # Not by ImageOps, which writes all of the EXIF anew and stumbles over odd values in it.
    try:
        return _TURNS.get(picture.getexif().get(ExifTags.Base.Orientation))
    except FAULTS:
        return None


def stored_size(picture: Image.Image) -> tuple[int, int]:
    """Pixels across and down as they are stored: of a TIFF, Pillow tells those of the turned one."""
    if not isinstance(picture, TiffImagePlugin.TiffImageFile):
        return picture.size
    return picture.tag_v2.get(256, picture.width), picture.tag_v2.get(257, picture.height)


def warm_up() -> None:
    """Decode a picture of each format, so that nothing is imported or opened for the first."""
    Image.preinit()
    for name in FORMATS:
        # Some can be read and not be written.
        with contextlib.suppress(KeyError, OSError, RuntimeError):
            sample = io.BytesIO()
            Image.new("RGB", (8, 8), "red").save(sample, name)
            thumbnail(sample.getvalue(), 4)
