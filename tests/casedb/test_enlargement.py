"""Pictures at full size: every pixel as it is, at every scale, and nothing left when it is over."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from casedb.intake.cage import enlargement as enlargement_module
from casedb.intake.cage.cage import PictureRefused
from casedb.intake.cage.enlargement import Enlargement
from casedb.intake.cage.levels import SIDE, Grid, Pyramid, Samples, halved
from casedb.intake.cage.tiff_parts import directory
from small_document import LOCKED, document

WIDTH, HEIGHT = 610, 300


def noise(channels: int = 3, width: int = WIDTH, height: int = HEIGHT) -> Samples:
    return np.random.default_rng(7).integers(0, 256, (height, width, channels), dtype=np.uint8)


def coloured() -> Image.Image:
    return Image.fromarray(noise())


def saved(picture: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **options)  # pyright: ignore[reportArgumentType]
    return out.getvalue()


def enlarged(folder: Path, data: bytes, **options: int) -> Enlargement:
    """A picture that is decoded to its end."""
    made = Enlargement(folder)
    try:
        made.decode([data[:1000], data[1000:]], lambda: None, **options)
    except PictureRefused:
        made.close()
        raise
    return made


def put_together(made: Enlargement, level: int = 0) -> Samples:
    """All tiles of a level beside each other."""
    assert made.picture is not None
    grid = made.picture.grid
    across, down = grid.counts(level)
    rows: list[Samples] = []
    for row in range(down):
        tiles: list[Samples] = []
        for column in range(across):
            tile = made.tile(level, column, row)
            assert tile is not None
            tiles.append(tile)
        rows.append(np.concatenate(tiles, axis=1))
    return np.concatenate(rows)


# -- tiles ---------------------------------------------------------------------------------------


@given(st.integers(1, 3000), st.integers(1, 3000))
def test_tiles_of_every_level_cover_it_once(width: int, height: int) -> None:
    grid = Grid(width, height)
    assert max(grid.size(grid.levels - 1)) <= SIDE
    assert grid.levels == 1 or max(grid.size(grid.levels - 2)) > SIDE
    numbers: list[int] = []
    for level in range(grid.levels):
        across, down = grid.counts(level)
        sizes = [grid.tile_size(level, c, r) for r in range(down) for c in range(across)]
        numbers += [grid.number(level, c, r) for r in range(down) for c in range(across)]
        wide, high = grid.size(level)
        assert sum(w * h for w, h in sizes) == wide * high
    assert numbers == list(range(grid.tiles))


@given(st.integers(1, 700), st.integers(1, 700), st.booleans(), st.booleans())
def test_bands_may_come_in_either_order_and_lie_either_way(
    width: int, height: int, is_sideways: bool, is_last_first: bool
) -> None:
    whole = noise(1, width, height)
    grid = Grid(width, height)
    told: dict[tuple[int, int, int], Samples] = {}

    def tell(level: int, column: int, row: int, samples: Samples) -> None:
        told[level, column, row] = samples

    pyramid = Pyramid(grid, tell, is_sideways=is_sideways)
    laid = whole.swapaxes(0, 1) if is_sideways else whole
    starts = list(range(0, len(laid), SIDE))
    for start in reversed(starts) if is_last_first else starts:
        pyramid.add(start // SIDE, laid[start : start + SIDE])
    assert len(told) == grid.tiles
    expected = whole
    for level in range(grid.levels):
        across, down = grid.counts(level)
        rows = [
            np.concatenate([told[level, column, row] for column in range(across)], axis=1)
            for row in range(down)
        ]
        assert np.array_equal(np.concatenate(rows), expected)
        expected = halved((expected,))


def test_half_the_size_is_the_mean_of_what_is_there() -> None:
    band = np.array([[[1], [2], [9]], [[3], [4], [10]], [[7], [7], [7]]], np.uint8)
    assert halved((band,)).tolist() == [[[3], [10]], [[7], [7]]]
    floats = np.array([[[1.0], [np.nan]], [[3.0], [np.nan]]], np.float32)
    assert halved((floats,)).tolist() == [[[2.0]]]
    assert np.isnan(halved((floats[:, 1:],))[0, 0, 0])


# -- what is decoded -----------------------------------------------------------------------------


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_is_upright_whatever_way_it_was_stored(tmp_path: Path, turn: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = turn
    data = saved(coloured(), "PNG", exif=exif)
    with Image.open(io.BytesIO(data)) as stored:
        upright = ImageOps.exif_transpose(stored)
        assert upright is not None
        expected = np.asarray(upright)
    made = enlarged(tmp_path, data)
    assert np.array_equal(put_together(made), expected)
    assert np.array_equal(put_together(made, 1), halved((expected,)))
    made.close()


def shades(mode: str) -> Image.Image:
    """A picture of a kind of pixels."""
    if mode == "I;16":
        wide = np.random.default_rng(3).integers(0, 60_000, (HEIGHT, WIDTH), dtype=np.uint16)
        return Image.fromarray(wide)
    if mode == "LAB":
        return Image.new("LAB", (WIDTH, HEIGHT), (160, 150, 90))
    return coloured().convert(mode)


@pytest.mark.parametrize(
    ("mode", "samples", "channels"),
    [
        *(("1", "u1", 1), ("L", "u1", 1), ("P", "u1", 3), ("RGB", "u1", 3), ("RGBA", "u1", 4)),
        *(("LA", "u1", 4), ("CMYK", "u1", 3), ("LAB", "u1", 3)),
        *(("I;16", "u2", 1), ("F", "f4", 1), ("I", "f4", 1)),
    ],
)
@pytest.mark.parametrize("compression", ["raw", "tiff_lzw"])
def test_every_kind_of_tiff_is_shown_part_by_part_as_it_is_whole(
    tmp_path: Path, mode: str, samples: str, channels: int, compression: str
) -> None:
    picture = shades(mode)
    made = enlarged(tmp_path, saved(picture, "TIFF", compression=compression))
    assert made.picture is not None
    assert (made.picture.samples, made.picture.channels) == (samples, channels)
    shown = put_together(made)
    if mode in ("L", "RGB", "RGBA", "I;16", "F"):
        assert np.array_equal(shown, np.asarray(picture).reshape(HEIGHT, WIDTH, channels))
    elif mode not in ("I", "LAB"):
        same = picture.convert({1: "L", 3: "RGB", 4: "RGBA"}[channels])
        assert np.array_equal(shown, np.asarray(same).reshape(HEIGHT, WIDTH, channels))
    else:
        assert np.ptp(shown) > 0
    if samples != "u1":
        assert made.range == (float(shown.min()), float(shown.max()))
    made.close()


@pytest.mark.parametrize("compression", ["tiff_adobe_deflate", "jpeg", "packbits", "zstd"])
def test_every_compression_is_decoded_part_by_part(tmp_path: Path, compression: str) -> None:
    data = saved(coloured(), "TIFF", compression=compression)
    with Image.open(io.BytesIO(data)) as whole:
        expected = np.asarray(whole)
    made = enlarged(tmp_path, data)
    assert np.array_equal(put_together(made), expected)
    made.close()


def tiff(tags: dict[int, object], pieces: list[bytes], order: str = "<", at: int = 273) -> bytes:
    """A TIFF of colour with its pieces behind the head, as no common writer lays them out."""
    starts = np.cumsum([8, *map(len, pieces)]).tolist()
    told = {
        256: WIDTH,
        257: HEIGHT,
        258: (8, 8, 8),
        259: 1,
        262: 2,
        277: 3,
        **tags,
        at: starts[:-1],
        (325 if at == 324 else 279): [len(each) for each in pieces],
    }
    mark = b"II" if order == "<" else b"MM"
    head = mark + struct.pack(f"{order}HI", 42, starts[-1])
    return head + b"".join(pieces) + directory(told, starts[-1], order)


def tiles_of(whole: Samples, wide: int, high: int) -> list[bytes]:
    padded = np.pad(whole, ((0, -len(whole) % high), (0, -whole.shape[1] % wide), (0, 0)))
    return [
        padded[y : y + high, x : x + wide].tobytes()
        for y in range(0, len(padded), high)
        for x in range(0, padded.shape[1], wide)
    ]


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("is_packed", [False, True])
def test_tiles_of_a_tiff_are_decoded_row_by_row(
    tmp_path: Path, order: str, is_packed: bool
) -> None:
    pieces = tiles_of(noise(), 128, 64)
    if is_packed:
        pieces = [zlib.compress(each) for each in pieces]
    data = tiff({322: 128, 323: 64, 259: 8 if is_packed else 1}, pieces, order, at=324)
    made = enlarged(tmp_path, data)
    assert np.array_equal(put_together(made), noise())
    made.close()


def test_a_tiff_with_a_plane_for_each_colour_is_decoded(tmp_path: Path) -> None:
    planes = [noise()[y : y + 50, :, n].tobytes() for n in range(3) for y in range(0, HEIGHT, 50)]
    made = enlarged(tmp_path, tiff({284: 2, 278: 50}, planes))
    assert np.array_equal(put_together(made), noise())
    made.close()


def test_one_strip_of_everything_is_decoded_in_parts(tmp_path: Path) -> None:
    wide = noise(3, 9000, 1000)
    data = tiff({256: 9000, 257: 1000, 278: 1000}, [wide.tobytes()])
    made = enlarged(tmp_path, data)
    assert np.array_equal(put_together(made), wide)
    made.close()


@pytest.mark.parametrize("form", ["JPEG", "GIF", "BMP", "WEBP"])
def test_other_formats_are_decoded_whole(tmp_path: Path, form: str) -> None:
    data = saved(coloured(), form)
    with Image.open(io.BytesIO(data)) as whole:
        expected = np.asarray(whole.convert("RGB"))
    made = enlarged(tmp_path, data)
    assert np.array_equal(put_together(made), expected)
    made.close()


def test_of_an_animation_the_first_picture_is_shown(tmp_path: Path) -> None:
    frames = [Image.new("P", (40, 30), n) for n in (0, 1)]
    for frame in frames:
        frame.putpalette([255, 0, 0, 0, 0, 255])
    made = enlarged(tmp_path, saved(frames[0], "GIF", save_all=True, append_images=frames[1:]))
    assert put_together(made)[0, 0].tolist()[:3] == [255, 0, 0]
    made.close()


def test_a_page_of_a_document_is_painted_as_finely_as_is_asked(tmp_path: Path) -> None:
    made = enlarged(tmp_path, document(), page=0, scale=3)
    assert made.picture is not None
    assert (made.picture.grid.width, made.picture.grid.height) == (600, 840)
    assert made.picture.pages == 1
    assert put_together(made).min() < 100 < put_together(made)[0, 0, 0]
    made.close()
    with pytest.raises(PictureRefused, match="damaged"):
        enlarged(tmp_path, document(), page=1)


def test_what_a_picture_says_of_itself_comes_with_it(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0110] = "KH-11"
    made = enlarged(tmp_path, saved(coloured(), "JPEG", exif=exif))
    assert made.picture is not None
    assert made.picture.facts["format"] == "JPEG"
    assert ["Image", "Model", "KH-11"] in (made.picture.facts["tags"] or [])  # pyright: ignore[reportOperatorIssue]
    made.close()


@pytest.mark.parametrize("size", [(1, 1), (100_000, 1), (1, 100_000), (257, 256)])
def test_pictures_of_any_shape_are_shown(tmp_path: Path, size: tuple[int, int]) -> None:
    made = enlarged(tmp_path, saved(Image.new("L", size, 90), "PNG"))
    assert made.picture is not None
    last = made.picture.grid.levels - 1
    assert np.all(put_together(made, last) == 90)
    made.close()


@pytest.mark.parametrize("options", [{}, {"progressive": True}])
def test_a_photo_that_is_cut_short_is_shown_as_far_as_it_goes(
    tmp_path: Path, options: dict[str, bool]
) -> None:
    data = saved(coloured(), "JPEG", quality=95, **options)
    made = enlarged(tmp_path, data[: len(data) // 2])
    assert made.picture is not None and made.picture.is_cut and made.part == 1
    shown = put_together(made)
    assert shown.shape[:2] == (HEIGHT, WIDTH)
    assert shown[:20].std() > 20
    made.close()
    whole = enlarged(tmp_path, data)
    assert whole.picture is not None and not whole.picture.is_cut
    whole.close()
    head = data.index(b"\xff\xda")
    with pytest.raises(PictureRefused, match="damaged"):
        enlarged(tmp_path, data[:head])


# -- what is refused -----------------------------------------------------------------------------


def promised(width: int, height: int) -> bytes:
    """A PNG that says how large it is, and has nothing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    told = b"IHDR" + head
    return (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", len(head))
        + told
        + struct.pack(">I", zlib.crc32(told))
        + struct.pack(">I4s", 0, b"IDAT")
        + struct.pack(">I", zlib.crc32(b"IDAT"))
    )


PLAIN = saved(coloured(), "TIFF", compression="tiff_lzw")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"no picture", "damaged"),
        (b"<svg/>", "damaged"),
        (PLAIN[:5000], "damaged"),
        (promised(30, 30), "damaged"),
        (promised(20_000, 20_000), "400 megapixels.* up to 335 megapixels"),
        (promised(100_000, 100_000), "more than 600 megapixels"),
        (promised(400_000, 10), "wider than 262,144 pixels"),
        (document(more=LOCKED), "password"),
    ],
)
def test_what_cannot_be_shown_is_told_in_a_sentence(
    tmp_path: Path, data: bytes, words: str
) -> None:
    with pytest.raises(PictureRefused, match=words):
        enlarged(tmp_path, data)
    assert list(tmp_path.iterdir()) == []


@given(
    st.sampled_from([PLAIN, tiff({322: 128, 323: 64}, tiles_of(noise(), 128, 64), at=324)]),
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), min_size=1, max_size=6),
)
def test_no_directory_of_a_tiff_makes_a_part_of_it_more_than_is_allowed(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, changes: list[tuple[int, int]]
) -> None:
    from casedb.intake.cage import bands, pictures

    changed = bytearray(data)
    start = struct.unpack("<I", data[4:8])[0]
    for place, value in changes:
        changed[(start + place) % len(data)] = value
    stream = io.BytesIO(bytes(changed))
    try:
        with pictures.opened_from(stream) as picture:
            rows = bands.rows_of(picture, stream)
            width, height = rows.size
            if width * height < 4_000_000:
                for _, first, end in bands.spans(height, is_reversed=False):
                    bands.samples_of(rows.rows(first, end))
    except pictures.Refused:
        pass


# -- what is left --------------------------------------------------------------------------------


def endless() -> Iterator[bytes]:
    while True:
        yield bytes(1 << 16)
        time.sleep(0.001)


def test_one_that_is_given_up_leaves_no_file_and_nobody(tmp_path: Path) -> None:
    made = Enlargement(tmp_path)
    told: list[str] = []

    def decode() -> None:
        try:
            made.decode(endless(), lambda: None)
        except PictureRefused as trouble:
            told.append(str(trouble))

    working = threading.Thread(target=decode)
    working.start()
    time.sleep(0.05)
    made.close()
    working.join(10)
    assert not working.is_alive()
    assert len(told) == 1 and "closed" in told[0]
    assert list(tmp_path.iterdir()) == []


def test_its_files_have_no_name_and_end_with_it(tmp_path: Path) -> None:
    made = enlarged(tmp_path, saved(coloured(), "PNG"))
    assert list(tmp_path.iterdir()) == []
    assert made.tile(0, 0, 0) is not None
    made.close()
    made.close()
    assert made.tile(0, 0, 0) is None


def test_nothing_is_there_before_it_is_decoded(tmp_path: Path) -> None:
    made = Enlargement(tmp_path)
    assert made.picture is None
    assert made.tile(0, 0, 0) is None and not made.has(0, 0, 0)
    made.close()
    with pytest.raises(PictureRefused, match="closed"):
        made.decode([PLAIN], lambda: None)


def test_a_child_that_says_nothing_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(enlargement_module, "LONGEST_SILENCE", 0.2)
    # A process that never says a word.
    silent = [sys.executable, "-c", "import time; time.sleep(60)"]
    start = subprocess.Popen

    def start_silent(command: list[str], **options: object) -> object:
        return start(silent, **options)  # pyright: ignore[reportCallIssue, reportArgumentType, reportUnknownVariableType]

    monkeypatch.setattr(enlargement_module.subprocess, "Popen", start_silent)
    with pytest.raises(PictureRefused, match="more time or memory"):
        enlarged(tmp_path, PLAIN)


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(PictureRefused, match=r"no room.*kept as it is"):
        enlarged(tmp_path / "nowhere", PLAIN)


def test_there_is_no_tile_beyond_the_edge(tmp_path: Path) -> None:
    made = enlarged(tmp_path, PLAIN)
    for where in ((0, 3, 0), (0, 0, 2), (5, 0, 0), (0, -1, 0)):
        with pytest.raises(ValueError):
            made.tile(*where)
    made.close()
