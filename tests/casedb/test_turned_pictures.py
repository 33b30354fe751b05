"""Pictures that were stored turned: upright in every way they are shown, and never turned twice."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from casedb.intake.cage.cage import Cage, Part
from casedb.intake.cage.enlargement import Enlargement
from casedb.intake.cage.levels import Samples, halved
from casedb.intake.cage.tiff_parts import directory

WIDTH, HEIGHT = 300, 140

UPRIGHT: dict[int, Callable[[Samples], Samples]] = {
    1: lambda stored: stored,
    2: lambda stored: stored[:, ::-1],
    3: lambda stored: stored[::-1, ::-1],
    4: lambda stored: stored[::-1],
    5: lambda stored: stored.swapaxes(0, 1),
    6: lambda stored: stored.swapaxes(0, 1)[:, ::-1],
    7: lambda stored: stored.swapaxes(0, 1)[::-1, ::-1],
    8: lambda stored: stored.swapaxes(0, 1)[::-1],
}
"""What each orientation of TIFF 6.0 says of the first row and the first column that are stored."""


def stored() -> Samples:
    """Colours of which no row and no column is like another, and soft enough for a JPEG."""
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH]
    made = np.stack((columns * 255 // WIDTH, rows * 255 // HEIGHT, (rows + columns) // 2), -1)
    return made.astype(np.uint8)


def tiff(turn: int, tags: dict[int, object], pieces: list[bytes], order: str = "<") -> bytes:
    starts = np.cumsum([8, *map(len, pieces)]).tolist()
    at = 324 if 322 in tags else 273
    told: dict[int, object] = {
        256: WIDTH,
        257: HEIGHT,
        258: (8, 8, 8),
        259: 1,
        262: 2,
        274: turn,
        277: 3,
        284: 1,
        **tags,
        at: starts[:-1],
    }
    mark = b"II" if order == "<" else b"MM"
    head = mark + struct.pack(f"{order}HI", 42, starts[-1])
    return head + b"".join(pieces) + directory(told, starts[-1], order)


def in_strips(turn: int, order: str = "<") -> bytes:
    pieces = [stored()[y : y + 32].tobytes() for y in range(0, HEIGHT, 32)]
    return tiff(turn, {278: 32, 279: [len(each) for each in pieces]}, pieces, order)


def in_tiles(turn: int) -> bytes:
    padded = np.pad(stored(), ((0, -HEIGHT % 64), (0, -WIDTH % 128), (0, 0)))
    pieces = [
        padded[y : y + 64, x : x + 128].tobytes()
        for y in range(0, padded.shape[0], 64)
        for x in range(0, padded.shape[1], 128)
    ]
    return tiff(turn, {322: 128, 323: 64, 325: [len(each) for each in pieces]}, pieces)


def as_one(turn: int) -> bytes:
    """One that does not say how long its strip is, so that it can only be decoded whole."""
    return tiff(turn, {278: HEIGHT}, [stored().tobytes()])


def as_jpeg(turn: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = turn
    out = io.BytesIO()
    Image.fromarray(stored()).save(out, "JPEG", exif=exif, quality=95)
    return out.getvalue()


WRITERS: dict[str, Callable[[int], bytes]] = {
    "strips": in_strips,
    "tiles": in_tiles,
    "whole": as_one,
    "JPEG": as_jpeg,
}


def expected(kind: str, turn: int) -> Samples:
    """The upright pixels: of a JPEG, those that its decoder gives for one that is not turned."""
    pixels = stored()
    if kind == "JPEG":
        with Image.open(io.BytesIO(as_jpeg(1))) as picture:
            pixels = np.asarray(picture)
    return np.ascontiguousarray(UPRIGHT[turn](pixels))


def level_of(made: Enlargement, level: int) -> Samples:
    assert made.picture is not None
    across, down = made.picture.grid.counts(level)
    rows: list[Samples] = []
    for row in range(down):
        tiles = [made.tile(level, column, row) for column in range(across)]
        rows.append(np.concatenate([each for each in tiles if each is not None], axis=1))
    return np.concatenate(rows)


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("kind", WRITERS)
def test_every_pixel_at_full_size_is_where_it_belongs(tmp_path: Path, kind: str, turn: int) -> None:
    data, upright = WRITERS[kind](turn), expected(kind, turn)
    made = Enlargement(tmp_path)
    made.decode([data], lambda: None)
    assert made.picture is not None
    size = upright.shape[1], upright.shape[0]
    assert (made.picture.grid.width, made.picture.grid.height) == size
    assert (made.picture.facts["width"], made.picture.facts["height"]) == size
    assert np.array_equal(level_of(made, 0), upright)
    assert np.array_equal(level_of(made, 1), halved((upright,)))
    made.close()


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("kind", WRITERS)
def test_a_part_and_the_small_picture_are_of_the_upright_one(
    cage: Cage, kind: str, turn: int
) -> None:
    data, upright = WRITERS[kind](turn), expected(kind, turn)
    high, wide = upright.shape[:2]
    told = cage.look(data)
    assert (told["width"], told["height"]) == (wide, high)
    crop = cage.crop(data, Part((0.5, 0.25, 0.75, 0.75)), wide, high)
    assert (crop.across, crop.down) == (wide, high)
    part = pixels_of(crop.pixels.rgba, crop.pixels.width)
    top, left = high // 4, wide // 2
    wanted = upright[top : top + part.shape[0], left : left + part.shape[1]]
    assert part.shape[:2] == (high // 2, wide // 4)
    assert np.abs(part.astype(int) - wanted).max() <= (8 if kind == "JPEG" else 0)
    small = cage.thumbnail(data, 30)
    assert small.height == round(30 * high / wide)
    ends = pixels_of(small.rgba, small.width)[[0, -1]][:, [0, -1]].astype(int)
    assert np.abs(ends - upright[[0, -1]][:, [0, -1]]).max() < 30


def pixels_of(rgba: bytes, width: int) -> Samples:
    """Rows, columns and the three colours."""
    return np.frombuffer(rgba, np.uint8).reshape(-1, width, 4)[:, :, :3]


@pytest.mark.parametrize("turn", [3, 6])
def test_a_turned_tiff_of_the_other_byte_order_is_upright(cage: Cage, turn: int) -> None:
    whole = Part((0, 0, 1, 1))
    made = cage.crop(in_strips(turn, ">"), whole, WIDTH, WIDTH).pixels
    assert np.array_equal(pixels_of(made.rgba, made.width), expected("strips", turn))
