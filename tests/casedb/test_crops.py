"""Parts of pictures and pages, decoded in the cage."""

from __future__ import annotations

import io

import pytest
from PIL import ExifTags, Image

from casedb.intake.cage.cage import Cage, Part, PictureRefused
from small_document import document

CORNERS = {(0, 0): "red", (1, 0): "lime", (0, 1): "blue", (1, 1): "white"}


def quarters(turn: int = 1, size: tuple[int, int] = (80, 40)) -> bytes:
    """A picture whose quarters, once it is upright by its EXIF, are red, lime, blue and white."""
    upright = Image.new("RGB", size)
    for (column, row), colour in CORNERS.items():
        box = (column * size[0] // 2, row * size[1] // 2)
        upright.paste(Image.new("RGB", (size[0] // 2, size[1] // 2), colour), box)
    turns = Image.Transpose
    back = {
        2: turns.FLIP_LEFT_RIGHT,
        3: turns.ROTATE_180,
        4: turns.FLIP_TOP_BOTTOM,
        5: turns.TRANSPOSE,
        6: turns.ROTATE_90,
        7: turns.TRANSVERSE,
        8: turns.ROTATE_270,
    }.get(turn)
    stored = upright.transpose(back) if back is not None else upright
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = turn
    made = io.BytesIO()
    stored.save(made, "PNG", exif=exif)
    return made.getvalue()


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize(("column", "row"), CORNERS)
def test_a_part_is_that_of_the_upright_picture(
    cage: Cage, turn: int, column: int, row: int
) -> None:
    box = (column / 2 + 0.1, row / 2 + 0.1, column / 2 + 0.4, row / 2 + 0.4)
    crop = cage.crop(quarters(turn), Part(box), 200, 200)
    assert (crop.across, crop.down) == (80, 40)
    assert (crop.pixels.width, crop.pixels.height) == (24, 12)
    wanted = Image.new("RGBA", (1, 1), CORNERS[column, row]).tobytes()
    assert crop.pixels.rgba == wanted * (24 * 12)


def test_a_part_is_made_small_and_never_enlarged(cage: Cage) -> None:
    whole = cage.crop(quarters(), Part((0, 0, 1, 1)), 20, 20)
    assert (whole.pixels.width, whole.pixels.height) == (20, 10)
    pixel = cage.crop(quarters(), Part((0.99, 0.99, 1, 1)), 20, 20)
    assert (pixel.pixels.width, pixel.pixels.height) == (1, 1)


def test_a_part_of_a_large_photo_is_as_sharp_as_the_photo(cage: Cage) -> None:
    made = io.BytesIO()
    photo = Image.new("RGB", (2000, 1000), "white")
    photo.paste("black", (1000, 500, 1001, 1000))
    photo.save(made, "JPEG", quality=100)
    crop = cage.crop(made.getvalue(), Part((0.49, 0.6, 0.51, 0.7)), 400, 400)
    assert (crop.pixels.width, crop.pixels.height) == (40, 100)
    row = [crop.pixels.rgba[4 * n] for n in range(40)]
    assert row[20] < 60 and row[16] > 200 and row[24] > 200


def test_a_part_of_a_page_is_painted_as_finely_as_is_asked(cage: Cage) -> None:
    data = document(size="200 280")
    small = cage.crop(data, Part((0.25, 0, 0.75, 0.5)), 120, 300)
    assert (small.across, small.down) == (round(200 * 300 / 72), round(280 * 300 / 72))
    assert (small.pixels.width, small.pixels.height) == (120, 168)
    # Never more finely than at 300 dots an inch.
    fine = cage.crop(data, Part((0.25, 0, 0.3, 0.05)), 4000, 4000)
    assert fine.pixels.width == pytest.approx(0.05 * small.across, abs=2)
    with pytest.raises(PictureRefused):
        cage.crop(data, Part((0, 0, 1, 1), 1), 120, 300)


@pytest.mark.parametrize("box", [(0.5, 0, 0.5, 1), (0, 0.7, 1, 0.2), (-1, 0, 1, 1), (0, 0, 2, 1)])
def test_what_is_no_part_is_refused(cage: Cage, box: tuple[float, float, float, float]) -> None:
    with pytest.raises(PictureRefused):
        cage.crop(quarters(), Part(box), 20, 20)


def test_bytes_that_are_no_picture_have_no_parts(cage: Cage) -> None:
    with pytest.raises(PictureRefused):
        cage.crop(b"words", Part((0, 0, 1, 1)), 20, 20)
