"""Where a file says that the device was: positions by EXIF and XMP, and such as are nowhere on Earth.

Sources: EXIF 2.32 (CIPA DC-008, 4.6.6), XMP (ISO 16684-2, 8.3.4).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import TypeAlias

from casedb.model.geotiff import Tags
from casedb.model.places.shapes import PlaceNotUnderstood, Point
from casedb.model.visible_text import visible_line
from casedb.words import say

Read: TypeAlias = Callable[[Tags], tuple[float, float, str, str] | None]
"""Reads latitude, longitude, how they are stated, and the raw words with their names."""

_XMP_POSITION = re.compile(r"(\d{1,3}),(\d{1,2}(?:\.\d+)?)(?:,(\d{1,2}(?:\.\d+)?))?([NSEW])")
_AXES = (("GPSLatitude", "NS"), ("GPSLongitude", "EW"))
_MOST_TOLD = 80
"""Characters of a raw position that are told."""


def exif_position(tags: Tags) -> tuple[float, float, str, str] | None:
    """The position in the EXIF."""
    degrees: list[float] = []
    stated: list[str] = []
    for name, sides in _AXES:
        raw, side = tags.get(("GPS", name), ""), tags.get(("GPS", f"{name}Ref"), "").upper()
        value = _exif_degrees(raw)
        # Without the hemisphere, or with one of the other axis, it would be a guess.
        if value is None or math.isnan(value) or side[:1] not in tuple(sides):
            return None
        degrees.append(-value if side[:1] == sides[1] else value)
        stated.append(f"{raw} {side[:1]}")
    basis = f"GPS GPSLatitude: {stated[0]}; GPSLongitude: {stated[1]}"
    return degrees[0], degrees[1], ", ".join(stated), basis


def xmp_position(tags: Tags) -> tuple[float, float, str, str] | None:
    """The position in the XMP."""
    degrees: list[float] = []
    stated: list[str] = []
    for axis, _ in _AXES:
        raw = tags.get(("XMP", f"exif:{axis}"), "")
        match = _XMP_POSITION.fullmatch(raw)
        if match is None:
            return None
        degrees.append(_xmp_degrees(match))
        stated.append(raw)
    basis = f"XMP exif:GPSLatitude: {stated[0]}; exif:GPSLongitude: {stated[1]}"
    return degrees[0], degrees[1], ", ".join(stated), basis


def trouble(tags: Tags) -> str:
    """That a file states a position that no place on Earth has, in a sentence; empty where none does."""
    for part, prefix in (("GPS", ""), ("XMP", "exif:")):
        raw = [tags.get((part, f"{prefix}{axis}"), "") for axis, _ in _AXES]
        lat, lon = (_exif_degrees(each) if part == "GPS" else _any_degrees(each) for each in raw)
        try:
            Point(0.0 if lat is None else lat, 0.0 if lon is None else lon)
        except PlaceNotUnderstood:
            told = ", ".join(visible_line(each[:_MOST_TOLD]) for each in raw if each)
            return say(
                "The position in the file is impossible ({position}), and is not offered; its raw values are "
                "kept.",
                position=told,
            )
    return ""


def _exif_degrees(raw: str) -> float | None:
    """Degrees of up to three numbers, NaN where one of them is by nought or beyond all bounds; None for
    what is written otherwise."""
    parts = raw.split()
    if not 1 <= len(parts) <= 3 or not all(map(_is_written, parts)):
        return None
    numbers = [number(each) for each in parts]
    return sum((math.nan if each is None else each) / 60**n for n, each in enumerate(numbers))


def _is_written(text: str) -> bool:
    """Whether a text is a number or a fraction, of whatever worth."""
    above, _, below = text.partition("/")
    try:
        written = [float(above), float(below or 1)]
    except ValueError:
        return False
    return bool(written)


def _xmp_degrees(match: re.Match[str]) -> float:
    whole, minutes, seconds, side = match.groups()
    value = int(whole) + float(minutes) / 60 + float(seconds or 0) / 3600
    return -value if side in "SW" else value


def _any_degrees(raw: str) -> float | None:
    """Degrees of an XMP packet, also where a program wrote a mere number; None for what is neither."""
    match = _XMP_POSITION.fullmatch(raw)
    if match is not None:
        return _xmp_degrees(match)
    try:
        return float(raw)
    except ValueError:
        return None


def number(text: str) -> float | None:
    """A number as EXIF has it, also as a fraction; None for what is none, and for one by nought."""
    above, _, below = text.partition("/")
    try:
        value = float(above) / float(below or 1)
    except (ValueError, ZeroDivisionError, OverflowError):
        return None
    return value if abs(value) < 1e9 else None
