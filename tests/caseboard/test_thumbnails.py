"""Thumbnails: made beside the window, and refused with a sentence where there is no picture."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from caseboard import thumbnails as thumbnails_module
from caseboard.bridge import CaseBridge
from caseboard.thumbnails import UNDER_WAY, Thumbnails, image_of
from casedb.intake.cage.cage import Cage, PictureRefused


def png_of(width: int, height: int) -> bytes:
    """A PNG whose header promises a size, with next to nothing behind it."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)

    def chunk(name: bytes, data: bytes) -> bytes:
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)  # pyright: ignore[reportArgumentType]
    return out.getvalue()


def decode(cage: Cage, data: bytes, width: int) -> QImage:
    """A small picture as it is painted."""
    return image_of(cage.thumbnail(data, width))


def test_a_picture_is_made_small_and_keeps_its_shape(cage: Cage) -> None:
    made = decode(cage, saved(Image.new("RGB", (1000, 500), "red"), "JPEG"), 128)
    assert (made.width(), made.height()) == (128, 64)
    assert QColor(made.pixel(10, 10)).red() > 240


def test_a_picture_stands_upright_as_its_exif_says(cage: Cage) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    made = decode(cage, saved(Image.new("RGB", (400, 200), "red"), "JPEG", exif=exif), 100)
    assert made.height() > made.width()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "empty"),
        (b"no picture", "damaged"),
        (png_of(10, 10), "damaged"),
        (png_of(30_000, 30_000), "too many pixels"),
        (png_of(20_000, 15_000), "300 megapixels"),
        (png_of(1, 100_000_000), "damaged|megapixels"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "damaged"),
    ],
)
def test_what_is_no_picture_is_refused_in_words(data: bytes, sentence: str, cage: Cage) -> None:
    with pytest.raises(PictureRefused, match=sentence):
        decode(cage, data, 128)


def test_a_photograph_of_300_megapixels_is_drawn(cage: Cage) -> None:
    data = saved(Image.new("L", (20_000, 15_000)), "JPEG")
    assert decode(cage, data, 128).width() == 128


def test_a_thumbnail_arrives_later(
    qtbot: QtBot, bridge: CaseBridge, picture: Path, cage: Cage
) -> None:
    item = bridge.case.add("media", title="Pier")
    artifact = bridge.case.attach(item, picture)
    thumbnails = Thumbnails(bridge.case, cage)
    with qtbot.waitSignal(thumbnails.ready) as told:
        assert thumbnails(artifact.id, 100) is None
    assert told.args == [artifact.id]
    made = thumbnails(artifact.id, 100)
    assert made is not None
    assert made.width() == 64
    thumbnails.close()


def test_a_broken_picture_is_told_once_and_not_tried_again(
    qtbot: QtBot, bridge: CaseBridge, tmp_path: Path, cage: Cage
) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\nbroken")
    artifact = bridge.case.attach(bridge.case.add("media"), broken)
    thumbnails = Thumbnails(bridge.case, cage)
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails(artifact.id, 100)
    made = thumbnails(artifact.id, 100)
    assert made is not None
    assert made.isNull()
    assert "kept as it is" in thumbnails.failed[artifact.id]
    thumbnails.close()


def test_an_svg_is_kept_sealed(
    bridge: CaseBridge, tmp_path: Path, qtbot: QtBot, cage: Cage
) -> None:
    drawing = tmp_path / "drawing.svg"
    drawing.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    artifact = bridge.case.attach(bridge.case.add("document"), drawing)
    thumbnails = Thumbnails(bridge.case, cage)
    made = thumbnails(artifact.id, 100)
    assert made is not None
    assert made.isNull()
    thumbnails.close()


@pytest.mark.parametrize("tag", [0x0108, 0x0119, 0x011A])
def test_a_number_in_the_exif_that_is_a_text_is_no_reason_to_show_nothing(
    tag: int, cage: Cage
) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "x" * 50
    whole = saved(Image.new("RGB", (400, 200), "red"), "JPEG", exif=exif)
    named = b"\x01\x0e\x00\x02"
    assert whole.count(named) == 1
    made = decode(cage, whole.replace(named, tag.to_bytes(2, "big") + named[2:]), 100)
    assert made.height() > made.width()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_puts_the_same_corner_on_top(orientation: int, cage: Cage) -> None:
    upright = Image.new("RGB", (40, 20), "blue")
    upright.paste("red", (0, 0, 10, 5))
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    stored = upright.transpose(back[orientation]) if orientation in back else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    made = decode(cage, saved(stored, "PNG", exif=exif), 40)
    assert (made.width(), made.height()) == (40, 20)
    assert QColor(made.pixel(2, 2)).red() > 200
    assert QColor(made.pixel(37, 17)).blue() > 200


def test_what_is_held_is_given_without_asking(
    qtbot: QtBot, bridge: CaseBridge, picture: Path, cage: Cage
) -> None:
    artifact = bridge.case.attach(bridge.case.add("media"), picture)
    thumbnails = Thumbnails(bridge.case, cage)
    assert thumbnails.held(artifact.id, 100).isNull()
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails(artifact.id, 100)
    assert thumbnails.held(artifact.id, 600).width() == 64
    thumbnails.close()


def pictures(bridge: CaseBridge, folder: Path, count: int) -> list[str]:
    """So many pictures in the case, each of its own; their hashes."""
    item = bridge.case.add("media", title="Pier")
    made: list[str] = []
    for n in range(count):
        path = folder / f"{n}.png"
        Image.new("RGB", (20 + n, 20)).save(path)
        made.append(bridge.case.attach(item, path).id)
    return made


def test_what_was_asked_for_last_is_made_first(
    qtbot: QtBot, bridge: CaseBridge, tmp_path: Path, cage: Cage
) -> None:
    thumbnails = Thumbnails(bridge.case, cage)
    told: list[str] = []
    thumbnails.ready.connect(told.append)
    asked = pictures(bridge, tmp_path, 8)
    for each in asked:
        assert thumbnails(each, 100) is None
    # One that is still in view is asked for with every frame.
    assert thumbnails(asked[3], 100) is None
    qtbot.waitUntil(lambda: len(told) == 8)
    # The worker had the first ones at once.
    first, rest = told[:UNDER_WAY], told[UNDER_WAY:]
    assert first == asked[:UNDER_WAY]
    assert rest == [asked[3], *(each for each in reversed(asked[UNDER_WAY:]) if each != asked[3])]
    thumbnails.close()


def test_old_wishes_are_dropped_and_can_be_wished_again(
    qtbot: QtBot, bridge: CaseBridge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cage: Cage
) -> None:
    monkeypatch.setattr(thumbnails_module, "MOST_WAITING", 3)
    thumbnails = Thumbnails(bridge.case, cage)
    told: list[str] = []
    thumbnails.ready.connect(told.append)
    asked = pictures(bridge, tmp_path, 10)
    for each in asked:
        thumbnails(each, 100)
    qtbot.waitUntil(lambda: set(told) == set(asked))
    missing = [each for each in asked if thumbnails.held(each, 100).isNull()]
    assert missing == asked[UNDER_WAY:-3]
    with qtbot.waitSignal(thumbnails.ready):
        assert thumbnails(missing[0], 100) is None
    assert not thumbnails.held(missing[0], 100).isNull()
    thumbnails.close()


def test_the_cache_keeps_to_its_budget_and_what_was_seen_last(
    qtbot: QtBot, bridge: CaseBridge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cage: Cage
) -> None:
    monkeypatch.setattr(thumbnails_module, "BUDGET", 4 * 30 * 20 * 4)
    thumbnails = Thumbnails(bridge.case, cage)
    asked = pictures(bridge, tmp_path, 8)
    for each in asked:
        with qtbot.waitSignal(thumbnails.ready):
            thumbnails(each, 100)
        # Looked at again with every new one.
        assert thumbnails(asked[0], 100) is not None
    kept = [each for each in asked if not thumbnails.held(each, 100).isNull()]
    assert asked[0] in kept and asked[-1] in kept
    assert asked[1] not in kept
    thumbnails.close()


def test_no_picture_is_kept_of_a_file_that_was_expunged(
    qtbot: QtBot, bridge: CaseBridge, picture: Path, cage: Cage
) -> None:
    thumbnails = Thumbnails(bridge.case, cage)
    artifact = bridge.case.attach(bridge.case.add("media", title="Pier"), picture)
    with qtbot.waitSignal(thumbnails.ready):
        assert thumbnails(artifact.id, 100) is None
    kept = thumbnails(artifact.id, 100)
    assert kept is not None and not kept.isNull()
    bridge.case.expunge(artifact.id, "by law")
    refused = thumbnails(artifact.id, 100)
    assert refused is not None and refused.isNull()
    assert thumbnails.held(artifact.id, 100).isNull()
    assert thumbnails.failed[artifact.id].endswith("by law")
    thumbnails.close()
