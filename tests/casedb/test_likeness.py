"""How pictures look: a copy that is smaller, recompressed or turned looks the same, others do not."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest
from PIL import ExifTags, Image, ImageDraw

from casedb import Case
from casedb.analysis.echoes import Echoes
from casedb.intake.cage import metadata
from casedb.intake.cage.cage import Cage
from casedb.intake.examination import examine, metadata_of
from casedb.intake.offer import offer_bytes
from casedb.model.records import Item


def drawn(seed: int, size: tuple[int, int] = (640, 480)) -> Image.Image:
    """A picture of a few shapes on a slope of light."""
    chance = random.Random(seed)
    tones = bytes((x * 40 + y * 31 + chance.randrange(9)) % 256 for y in range(6) for x in range(8))
    picture = Image.frombytes("L", (8, 6), tones).resize(size, Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(picture)
    for _ in range(5):
        x, y = chance.randrange(size[0]), chance.randrange(size[1])
        draw.ellipse((x - 70, y - 70, x + 70, y + 70), fill=chance.randrange(256))
    return picture.convert("RGB")


def saved(
    picture: Image.Image, form: str = "PNG", quality: int = 75, exif: Image.Exif | None = None
) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, form, quality=quality, exif=exif or Image.Exif())
    return stream.getvalue()


def look(data: bytes) -> object:
    return metadata.look(data).get("look")


@pytest.mark.parametrize("seed", range(12))
def test_a_copy_that_is_smaller_and_recompressed_looks_the_same(seed: int) -> None:
    picture = drawn(seed)
    first = look(saved(picture))
    copy = look(saved(picture.resize((320, 240), Image.Resampling.LANCZOS), "JPEG", quality=85))
    assert isinstance(first, str) and isinstance(copy, str) and len(first) == 16
    apart = (int(first, 16) ^ int(copy, 16)).bit_count()
    assert apart <= 2


def test_most_copies_look_just_the_same_and_no_other_picture_does() -> None:
    looks = [look(saved(drawn(seed))) for seed in range(30)]
    copies = [look(saved(drawn(seed), "JPEG", quality=80)) for seed in range(30)]
    same = sum(one == other for one, other in zip(looks, copies, strict=True))
    assert same >= 24
    assert len(set(looks)) == 30


def test_a_picture_that_is_turned_by_its_exif_looks_as_it_is_seen() -> None:
    upright = drawn(3)
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    turned = upright.transpose(Image.Transpose.ROTATE_90)
    for form in ("PNG", "TIFF"):
        assert look(saved(turned, form, exif=exif)) == look(saved(upright)), form


@pytest.mark.parametrize("tone", [0, 128, 255])
def test_a_picture_with_nothing_in_it_looks_like_none(tone: int) -> None:
    assert look(saved(Image.new("RGB", (300, 200), (tone, tone, tone)))) is None


def test_what_is_damaged_after_its_head_has_metadata_all_the_same() -> None:
    data = saved(drawn(1))
    cut = metadata.look(data[: len(data) // 2])
    assert cut["width"] == 640 and "look" not in cut


def test_a_large_picture_is_not_decoded_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "LARGEST_LIKENED", 1000)
    assert "look" not in metadata.look(saved(drawn(1)))


def test_two_copies_that_come_in_are_asked_about_and_an_expunged_one_is_not(
    tmp_path: Path, cage: Cage
) -> None:
    copies = (saved(drawn(4)), saved(drawn(4), "JPEG", quality=92))
    with Case.create(tmp_path / "c.caseboard", "C", actor="Ada") as case:
        items = [case.add("media", title=f"Photo {n}") for n in range(2)]
        for n, (item, data) in enumerate(zip(items, copies, strict=True)):
            offered = examine(offer_bytes(data, f"photo{n}"), cage).offer
            case.attach_offer(item, offered)
        files = list(case.contents.artifacts.values())
        assert all((metadata_of(each) or {}).get("look") for each in files)
        assert asked(case, items) == ["Their pictures look the same."]
        case.expunge(files[0].id, "Not ours to keep")
        assert asked(case, items) == []


def asked(case: Case, items: list[Item]) -> list[str]:
    return [each.reason for each in Echoes(case.contents).of(items[1].id)]
