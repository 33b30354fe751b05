"""Small pictures of TIFFs that are too large to be decoded whole."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from casedb.intake.cage import pictures, reduction
from casedb.intake.cage.cage import Cage, PictureRefused
from casedb.intake.cage.tiff_parts import directory


def striped(width: int, height: int, rows: int = 100) -> bytes:
    """A TIFF in colour whose strips are all the same few bytes: red above, blue below."""
    strip = zlib.compress(bytes((200, 40, 30)) * (width * rows))
    other = zlib.compress(bytes((30, 40, 200)) * (width * rows))
    count = height // rows
    tags = {
        256: width,
        257: height,
        258: (8, 8, 8),
        259: 8,
        262: 2,
        277: 3,
        278: rows,
        273: [8 if n < count // 2 else 8 + len(strip) for n in range(count)],
        279: [len(strip) if n < count // 2 else len(other) for n in range(count)],
    }
    at = 8 + len(strip) + len(other)
    return b"II" + struct.pack("<HI", 42, at) + strip + other + directory(tags, at, "<")


def test_a_huge_tiff_has_a_small_picture(cage: Cage) -> None:
    made = cage.thumbnail(striped(10_000, 9_000), 128)
    assert (made.width, made.height) == (128, 115)
    assert tuple(made.rgba[:4]) == (200, 40, 30, 255)
    assert tuple(made.rgba[-4:]) == (30, 40, 200, 255)


def test_what_can_only_be_decoded_whole_says_how_large_it_is(cage: Cage) -> None:
    out = io.BytesIO()
    Image.new("1", (30_000, 10_000)).save(out, "PNG")
    with pytest.raises(PictureRefused, match="300 megapixels") as told:
        cage.thumbnail(out.getvalue(), 128)
    assert told.value.why == "huge"


NOISE = np.random.default_rng(3).integers(0, 256, (70, 90, 4), dtype=np.uint8)
SMOOTH = np.kron(NOISE[:7, :9], np.ones((64, 64, 1), np.uint8))


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "CMYK", "P", "1", "LA", "I;16"])
@pytest.mark.parametrize("turn", [1, 3, 6])
def test_part_by_part_it_is_the_same_as_at_once(
    monkeypatch: pytest.MonkeyPatch, mode: str, turn: int
) -> None:
    if mode == "I;16":
        picture = Image.fromarray(SMOOTH[..., 0].astype(np.uint16) * 256)
    else:
        picture = Image.fromarray(SMOOTH, "RGBA").convert("RGB" if mode == "CMYK" else "RGBA")
        picture = picture.convert("L").convert("1") if mode == "1" else picture
        picture = picture.convert("RGB") if mode in ("L", "P", "RGB") else picture
        picture = picture.convert(mode)
    out = io.BytesIO()
    exif = Image.Exif()
    exif[274] = turn
    picture.save(out, "TIFF", compression="tiff_deflate", exif=exif)
    expected = pictures.thumbnail(out.getvalue(), 24)
    monkeypatch.setattr(pictures, "MOST_DECODED", 1000)
    made = reduction.thumbnail(out.getvalue(), 24)
    assert (made.width, made.height) == (expected.width, expected.height)
    if mode in ("P", "1"):
        # At once, their colours are picked and not mixed.
        return
    off = np.frombuffer(made.rgba, np.uint8).astype(int) - np.frombuffer(expected.rgba, np.uint8)
    assert np.abs(off).mean() < 8


def test_what_is_damaged_is_told_as_such() -> None:
    with pytest.raises(pictures.Refused, match="damaged"):
        reduction.thumbnail(b"II*\0" + bytes(40), 24)
