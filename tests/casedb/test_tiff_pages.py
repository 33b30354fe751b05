"""The pages of a TIFF: counted, and shown one by one, whatever else lies in the file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, TiffImagePlugin

from casedb.intake.cage.cage import Cage, Part, PictureRefused
from casedb.intake.cage.enlargement import Enlargement

WHOLE = (0.0, 0.0, 1.0, 1.0)
RED, GREEN, BLUE = (200, 0, 0), (0, 160, 0), (0, 0, 220)


@pytest.fixture(scope="module")
def cage() -> Iterator[Cage]:
    made = Cage()
    yield made
    made.close()


def page(colour: tuple[int, int, int], kind: int = 0) -> Image.Image:
    made = Image.new("RGB", (300, 200), colour)
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[254] = kind
    made.encoderinfo = {"tiffinfo": tags}
    return made


def tiff(*pages: Image.Image, **options: object) -> bytes:
    out = io.BytesIO()
    with TiffImagePlugin.AppendingTiffWriter(out) as writer:
        for each in pages:
            each.save(writer, "TIFF", **{**each.encoderinfo, **options})
            writer.newFrame()
    return out.getvalue()


def enlarged(data: bytes, number: int, folder: Path) -> Enlargement:
    made = Enlargement(folder)
    made.decode([data], lambda: None, page=number)
    return made


def colour_of(made: Enlargement) -> list[int]:
    tile = made.tile(0, 0, 0)
    assert tile is not None
    return tile[10, 10].tolist()


@pytest.mark.parametrize("options", [{}, {"compression": "jpeg", "quality": 100}])
def test_every_page_is_shown_as_it_is(options: dict[str, object], tmp_path: Path) -> None:
    data = tiff(page(RED), page(GREEN), page(BLUE), **options)
    for number, colour in enumerate((RED, GREEN, BLUE)):
        made = enlarged(data, number, tmp_path)
        assert made.picture is not None and made.picture.pages == 3
        assert made.picture.pictures == 1
        assert colour_of(made) == pytest.approx(colour, abs=3)
        made.close()


def test_smaller_copies_and_masks_are_no_pages(cage: Cage, tmp_path: Path) -> None:
    data = tiff(page(RED), page(BLUE, 1), page(BLUE, 4), page(GREEN, 2))
    facts = cage.look(data)
    assert (facts["frames"], facts["pages"]) == (4, 2)
    made = enlarged(data, 1, tmp_path)
    assert colour_of(made) == list(GREEN)
    made.close()


def test_a_page_has_a_thumbnail_of_its_own(cage: Cage) -> None:
    data = tiff(page(RED), page(GREEN))
    for number, colour in enumerate((RED, GREEN)):
        crop = cage.crop(data, Part(WHOLE, number), 60, 60)
        assert tuple(crop.pixels.rgba[:3]) == colour
    with pytest.raises(PictureRefused):
        cage.crop(data, Part(WHOLE, 2), 60, 60)


def test_a_page_that_is_not_there_is_refused(tmp_path: Path) -> None:
    made = Enlargement(tmp_path)
    with pytest.raises(PictureRefused):
        made.decode([tiff(page(RED))], lambda: None, page=1)
    made.close()


def test_what_is_behind_a_broken_page_leaves_those_before_it(cage: Cage, tmp_path: Path) -> None:
    data = tiff(page(RED), page(GREEN), page(BLUE))
    cut = data[: len(data) * 3 // 5]
    assert cage.look(cut)["pages"] == 2
    made = enlarged(cut, 0, tmp_path)
    assert colour_of(made) == list(RED)
    made.close()


def test_an_animation_tells_how_many_pictures_it_has(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (60, 40), colour) for colour in (RED, GREEN, BLUE, "white")]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    made = enlarged(out.getvalue(), 0, tmp_path)
    assert made.picture is not None
    assert (made.picture.pages, made.picture.pictures) == (1, 4)
    made.close()
