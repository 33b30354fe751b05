"""Exports: the whole board with its strip, the same every time, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtSvg import QSvgRenderer

from caseboard import leaf_files
from caseboard.board.card_painter import Thumbnails, no_thumbnails
from caseboard.board.scene import Scene
from caseboard.board.snapshot import (
    BoardLeaf,
    caption_of_board,
)
from caseboard.leaf import Caption
from caseboard.leaf_files import write_jpeg, write_pdf, write_png, write_svg
from caseboard.theme import theme, theme_names
from casedb.errors import ExportRefused
from casedb.model.geometry import Rect
from casedb.model.records import Ref

if TYPE_CHECKING:
    from conftest import Maker

pytestmark = pytest.mark.usefixtures("qapp")

Pixels = Callable[[QImage], NDArray[np.int64]]
HEAD = "9f3a41c7d2e8b605" * 4


@pytest.fixture
def board(maker: Maker) -> Maker:
    """A board with cards, a frame, strings and text in several scripts."""
    maker.frame(-40, -60, 800, 320, "Pier")
    one = maker.place(maker.item(title="Прокуратура виявила докази"), 0, 0)
    other = maker.place(maker.item("document", title="북한이 포탄을 공급했다"), 420, 0)
    third = maker.place(maker.item("media", title="قالت الحكومة إن السفينة"), 0, 340)
    maker.picture(third.item)
    maker.link(one, other, "supports", label="strong")
    maker.link(third, other, "derived_from", certainty="tentative")
    return maker


def scene_of(maker: Maker, look: str = "print", thumbnails: Thumbnails = no_thumbnails) -> Scene:
    """The board as it is painted."""
    return Scene(maker.contents, maker.board_id, theme(look), thumbnails)


def caption_of(maker: Maker) -> Caption:
    """The caption of a board."""
    return caption_of_board(
        scene_of(maker),
        at="2026-03-04T05:06:07.000Z",
        journal=412,
        head=HEAD,
        version="1.2.3",
    )


def page_size(maker: Maker, caption: Caption, area: Rect | None = None) -> tuple[float, float]:
    leaf = BoardLeaf(scene_of(maker), caption, area)
    return leaf.width, leaf.height


def render(
    maker: Maker,
    path: Path,
    look: str = "print",
    thumbnails: Thumbnails = no_thumbnails,
    area: Rect | None = None,
    **options: object,
) -> Path:
    """Write a board in the format of the path's suffix."""
    write = {".png": write_png, ".jpeg": write_jpeg, ".pdf": write_pdf, ".svg": write_svg}[
        path.suffix
    ]
    leaf = BoardLeaf(scene_of(maker, look, thumbnails), caption_of(maker), area)
    write(leaf, path, **options)  # pyright: ignore[reportArgumentType]
    return path


def words_in(svg: Path) -> str:
    """All text of an SVG in one line."""
    return " ".join(
        each.text or "" for each in ElementTree.parse(svg).iter() if each.tag.endswith("text")
    )


def test_the_caption_says_what_is_shown(board: Maker):
    caption = caption_of(board)
    assert caption.title == "Harbour · Main board"
    assert caption.facts == (
        "2026-03-04 05:06 UTC · 3 items · 2 links · journal #412 · head 9f3a41c7d2e8b605 · "
        "Made with Caseboard 1.2.3"
    )
    assert "2 notes hidden" in replace(caption, hidden="2 notes hidden").facts
    assert "1 item · 1 link" in replace(caption, items=1, links=1).facts
    long = replace(caption, case_title="Harbour " * 40)
    assert long.title.startswith("Harbour Harbour") and long.title.endswith("Harbour… · Main board")


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_below_a_board_stands_what_the_items_on_it_do_not_show(
    maker: Maker, tmp_path: Path, suffix: str
):
    limits = {"limits": "Manufacture is not transfer."}
    maker.place(maker.item("debris_analysis", "Fin"))
    plain, without = caption_of(maker), page_size(maker, caption_of(maker))
    assert plain.limits == ""
    # One that lies on no board is not told of.
    maker.item("debris_analysis", "Elsewhere", {"limits": "Nobody sees this."})
    maker.place(maker.item("debris_analysis", "Body", {**limits, "exhibit": "CB-001"}), 300)
    caption = caption_of(maker)
    assert caption.limits == "Limits: CB-001: Manufacture is not transfer."
    assert page_size(maker, caption)[1] > without[1]
    path = render(maker, tmp_path / f"board.{suffix}")
    if suffix == "svg":
        # On the card and below it.
        assert words_in(path).count("Manufacture is not transfer.") == 2


def test_an_item_placed_twice_is_counted_once(maker: Maker):
    item = maker.item()
    maker.place(item)
    maker.place(item, 400)
    assert caption_of(maker).items == 1


@pytest.mark.parametrize("scale", [1.0, 1.5, 4.0])
def test_a_png_has_scale_pixels_to_the_unit(board: Maker, tmp_path: Path, scale: float):
    image = QImage(str(render(board, tmp_path / "board.png", scale=scale)))
    extent = Rect(-40, -60, 800, 520)
    assert image.width() == pytest.approx((extent.w + 80) * scale, abs=3 * scale)
    assert image.height() > (extent.h + 80) * scale
    assert image.pixelColor(2, 2) == theme("print").colour("bg")


@pytest.mark.parametrize("area", [None, Rect(0, 0, 900, 300)])
def test_the_size_that_is_told_is_the_size_that_is_written(
    board: Maker, tmp_path: Path, area: Rect | None
):
    width, height = page_size(board, caption_of(board), area)
    image = QImage(str(render(board, tmp_path / "board.png", scale=3.0, area=area)))
    assert (image.width(), image.height()) == (width * 3, height * 3)


@pytest.mark.parametrize("suffix", ["png", "jpeg", "pdf", "svg"])
def test_the_same_board_gives_the_same_file(board: Maker, tmp_path: Path, suffix: str):
    one = render(board, tmp_path / f"one.{suffix}").read_bytes()
    assert render(board, tmp_path / f"other.{suffix}").read_bytes() == one


@pytest.mark.parametrize("look", [each for each in theme_names() if not theme(each).grain])
def test_a_theme_can_be_chosen(board: Maker, tmp_path: Path, look: str):
    image = QImage(str(render(board, tmp_path / "board.png", look=look, scale=1.0)))
    assert image.pixelColor(2, 2) == theme(look).colour("bg")


def test_a_picture_of_cork_has_its_grain_and_a_drawing_its_colour(board: Maker, tmp_path: Path):
    image = QImage(str(render(board, tmp_path / "board.png", look="cork", scale=1.0)))
    assert len({image.pixelColor(x, 3).rgb() for x in range(100)}) > 20
    cork, light = (
        render(board, tmp_path / f"{look}.svg", look=look).read_text(encoding="utf-8")
        for look in ("cork", "light")
    )
    assert theme("cork").hex("bg") in cork
    assert "<image" not in cork
    # One pin a card, of five round shapes each.
    pins = cork.count("<circle") - light.count("<circle")
    assert pins == 5 * len(board.contents.cards)


def test_text_stays_text_in_svg(board: Maker, tmp_path: Path):
    path = render(board, tmp_path / "board.svg")
    words = words_in(path)
    for word in ("Прокуратура", "북한이", "CLAIM", "strong", "journal", "Caseboard"):
        assert word in words
    assert not any(each.tag.endswith("image") for each in ElementTree.parse(path).iter())
    assert QSvgRenderer(str(path)).isValid()


def test_a_pdf_names_its_title_its_maker_and_when_it_was_asked_for(board: Maker, tmp_path: Path):
    written = render(board, tmp_path / "board.pdf").read_bytes()
    assert b"/CreationDate (D:20260304050607" in written
    assert "Harbour · Main board".encode("utf-16-be") in written
    assert "Caseboard 1.2.3".encode("utf-16-be") in written
    assert b"<xmp:CreateDate>2026-03-04T05:06:07Z" in written
    assert b"/ToUnicode" in written  # its text can be searched and copied


def test_a_part_of_a_board_is_only_that_part(board: Maker, tmp_path: Path, pixels: Pixels):
    area = Rect(100, 20, 200, 90)
    image = QImage(str(render(board, tmp_path / "part.png", area=area, scale=2.0)))
    whole = QImage(str(render(board, tmp_path / "whole.png", scale=2.0)))
    assert (image.width(), image.height() > 180) == (400, True)
    top = (60 + 40 + 20) * 2
    left = (40 + 40 + 100) * 2
    assert (pixels(image)[:170] == pixels(whole)[top : top + 170, left : left + 400]).all()


def test_an_empty_board_gives_a_decent_page(maker: Maker, tmp_path: Path, pixels: Pixels):
    image = QImage(str(render(maker, tmp_path / "empty.png", scale=1.0)))
    assert image.width() >= 600
    ink = (pixels(image)[..., :3].sum(axis=2) < 500).any(axis=1)
    assert ink[:160].any()
    assert ink[-60:].any()
    assert "Nothing lies on this board." in words_in(render(maker, tmp_path / "empty.svg"))


@pytest.mark.parametrize("scale", [0.5, 8.5])
def test_scales_out_of_bounds_are_refused(board: Maker, tmp_path: Path, scale: float):
    with pytest.raises(ExportRefused, match="1 to 8 pixels a unit"):
        render(board, tmp_path / "board.png", scale=scale)
    assert list(tmp_path.iterdir()) == []


def test_too_large_a_picture_is_refused_before_any_memory_is_taken(
    maker: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    maker.card(0, 0)
    maker.card(220_000, 0)

    def never(*arguments: object) -> None:
        raise AssertionError("an image was made")

    monkeypatch.setattr(leaf_files, "_painted", never)
    with pytest.raises(ExportRefused, match=r"220,341 by .* pixels.*PDF or SVG"):
        render(maker, tmp_path / "board.png", scale=1.0)
    assert list(tmp_path.iterdir()) == []


def test_a_picture_of_too_many_pixels_in_all_is_refused(maker: Maker, tmp_path: Path):
    maker.card(0, 0)
    maker.card(70_000, 70_000)
    with pytest.raises(ExportRefused, match="4,000 million"):
        render(maker, tmp_path / "board.png", scale=1.0)


def test_a_board_too_large_for_a_page_is_shrunk_to_it(maker: Maker, tmp_path: Path):
    maker.card(0, 0)
    maker.card(60_000, 0)
    written = render(maker, tmp_path / "wide.pdf").read_bytes()
    box = written[written.index(b"/MediaBox") :].split(b"]")[0]
    assert float(box.split()[-2]) == pytest.approx(14_400, abs=2)


def test_pictures_are_asked_for_sharp_enough_for_paper(board: Maker, tmp_path: Path):
    asked: list[int] = []

    def give(sha256: str, width: int) -> None:
        asked.append(width)

    board.place(next(iter(board.contents.items.values())), 900, 0, 260, 300)
    taller = next(
        card
        for card in board.contents.cards.values()
        if board.contents.items[card.item].kind == "media"
    )
    board.place(board.contents.items[taller.item], 900, 400, 200, 300)
    render(board, tmp_path / "board.pdf", thumbnails=give)
    assert max(asked) == pytest.approx(3 * 198, abs=4)


@pytest.mark.parametrize("suffix", ["png", "jpeg", "pdf", "svg"])
def test_what_cannot_be_read_back_is_thrown_away(
    board: Maker, tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
):
    path = render(board, tmp_path / f"board.{suffix}")
    before = path.read_bytes()
    board.link(Ref.item(next(iter(board.contents.items))), Ref.item(list(board.contents.items)[1]))
    check = getattr(leaf_files, f"check_{suffix}")

    def spoil(written: Path, *rest: int) -> None:
        written.write_bytes(written.read_bytes()[:200])
        check(written, *rest)

    monkeypatch.setattr(leaf_files, f"check_{suffix}", spoil)
    with pytest.raises(ExportRefused, match="could not be read back"):
        render(board, path)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_reading_a_picture_back_leaves_qt_as_it_was(board: Maker, tmp_path: Path):
    before = QImageReader.allocationLimit()
    try:
        QImageReader.setAllocationLimit(200)
        render(board, tmp_path / "board.png")
        assert QImageReader.allocationLimit() == 200
    finally:
        QImageReader.setAllocationLimit(before)


@pytest.mark.parametrize("suffix", ["png", "jpeg", "pdf", "svg"])
def test_a_folder_that_is_not_there_is_told(board: Maker, tmp_path: Path, suffix: str):
    with pytest.raises(ExportRefused, match="could not be written"):
        render(board, tmp_path / "nowhere" / f"board.{suffix}")
