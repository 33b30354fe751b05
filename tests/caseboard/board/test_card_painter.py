"""Cards: what they show in which room, and that they keep to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from caseboard.board import levels
from caseboard.board.card_layout import Sheet, lay_out, natural_height
from caseboard.board.card_painter import (
    SHADOW,
    CardPainter,
    Look,
    Thumbnails,
    covering,
    no_thumbnails,
)
from caseboard.board.levels import Level
from caseboard.board.marks import Box, Map, Mark, Picture, Pill, Sign, Triangle, Wash, Words
from caseboard.theme import theme, theme_names
from casedb.model.board_map import BoardMap
from casedb.model.card_face import CardFace, Support
from casedb.model.geometry import Rect
from casedb.model.notes import ShownAs
from casedb.model.records import COLLAPSED_HEIGHT
from casedb.model.standing import Lines, Standing
from casedb.sketch import COLLAPSED, LOCKED, PINNED

pytestmark = pytest.mark.usefixtures("qapp")

Pixels = Callable[[QImage], NDArray[np.int64]]
RATIO = 2
LONG = "The vessel left the harbour under another name and was seen again two weeks later " * 3
ARABIC = "قالت الحكومة إن السفينة غادرت الميناء في المساء"
FACE = CardFace(
    kind="claim",
    kind_label="Claim",
    icon="claim",
    accent="claim",
    title="The vessel left the harbour in the evening",
    summary="Seen by two people who did not know each other.",
    chip="in review",
    chip_accent="tx3",
    footer=("2 Jan 2024", "Harbour master", "Kharkiv"),
    grade="B2",
    warning="",
    picture="",
    files=2,
    support=Support(5, 1),
    exhibit="CB-005",
)


def paint(
    face: CardFace,
    look: Look,
    level: Level = Level.FULL,
    *,
    worn: str = "light",
    thumbnails: Thumbnails = no_thumbnails,
) -> QImage:
    """A card with 20 units around it, on nothing, two pixels a unit at 100 %."""
    scale = look.zoom * RATIO
    width, height = round((look.width + 40) * scale), round((look.height + 40) * scale)
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(20, 20)
    painter_of_cards = CardPainter(theme(worn), thumbnails)
    painter_of_cards.paint(painter, face, replace(look, ratio=RATIO), level)
    painter.end()
    return image


def marks_of(
    face: CardFace, width: float, height: float, zoom: float = 1.0, level: Level = Level.FULL
) -> list[Mark]:
    """What a card shows."""
    return lay_out(face, Sheet(width, height, zoom), level)


def texts(marks: list[Mark]) -> list[str]:
    """The texts among the marks, each as its first line or elided line is set."""
    return [mark.text.layouts[0].text() for mark in marks if isinstance(mark, Words)]


def test_something_is_painted_and_nothing_far_from_the_card(pixels: Pixels):
    for worn in theme_names():
        seen = pixels(paint(FACE, Look(260, 180, "claim"), worn=worn))
        assert seen[..., 3].any()
        margin = int((20 - SHADOW) * RATIO)
        inner = seen[margin:-margin, margin:-margin]
        assert seen[..., 3].sum() == inner[..., 3].sum()


def test_the_stripe_has_the_colour_of_the_accent():
    image = paint(FACE, Look(260, 180, "sup"))
    assert image.pixelColor(150 * RATIO, 22 * RATIO) == theme("light").colour("sup")


# -- cards that stand for a board ------------------------------------------------------------------

HARBOUR = BoardMap(
    Rect(0, 0, 1200, 400),
    (Rect(0, 0, 1200, 400),),
    ((Rect(50, 50, 500, 300), "claim"), (Rect(650, 50, 500, 300), "ultraviolet")),
)


def test_a_card_that_stands_for_a_board_shows_where_things_lie_on_it():
    face = replace(FACE, kind="board_card", support=None, map=HARBOUR, picture="ab" * 32)
    (shown,) = (each for each in marks_of(face, 260, 220) if isinstance(each, Map))
    assert not any(isinstance(each, Picture) for each in marks_of(face, 260, 220))
    image = paint(face, Look(260, 220, "tx2"))
    middle = shown.box.center()

    def at(dx: float) -> QColor:
        return image.pixelColor(
            round((20 + middle.x() + dx) * RATIO), round((20 + middle.y()) * RATIO)
        )

    light = theme("light")
    assert (at(-40), at(40)) == (light.colour("claim"), light.colour("tx3"))
    assert at(0) == light.colour("frame")
    assert at(-120) == light.colour("bg")


@pytest.mark.parametrize("zoom", [1.0, 0.3, 0.13])
@pytest.mark.parametrize(
    "board", [HARBOUR, BoardMap(None, (), ()), BoardMap(Rect(0, 0, 0, 0), (), ())]
)
def test_a_map_of_any_board_can_be_painted_at_any_zoom(board: BoardMap, zoom: float):
    face = replace(FACE, map=board)
    level = Level.FULL if zoom > 0.45 else Level.TITLE
    assert not paint(face, Look(260, 220, "tx2", zoom=zoom), level).isNull()


def test_a_card_makes_room_for_its_map():
    plain = replace(FACE, support=None)
    assert natural_height(replace(plain, map=HARBOUR), 260) > natural_height(plain, 260) + 50


# -- notes that are nothing but their words ----------------------------------------------------------

STICKY = replace(
    FACE, kind="note", support=None, shown_as=ShownAs.STICKY, words="Ask the port\n\nWho signed?"
)
PLAIN = replace(STICKY, shown_as=ShownAs.TEXT)


@pytest.mark.parametrize("worn", theme_names())
def test_a_sticky_note_is_a_coloured_sheet_with_its_words(worn: str):
    image = paint(STICKY, Look(200, 120, "sup"), worn=worn)
    sheet = theme(worn).colour("sheet_sup")
    for x, y in ((40, 4), (100, 60), (190, 100)):
        assert image.pixelColor((20 + x) * RATIO, (20 + y) * RATIO) == sheet
    marks = marks_of(STICKY, 200, 120)
    assert texts(marks) == ["Ask the port", "", "Who signed?"]
    assert not any(isinstance(each, Sign | Pill | Box | Picture) for each in marks)


def test_plain_text_lies_on_the_board_itself(pixels: Pixels):
    image = paint(PLAIN, Look(300, 120, "claim"))
    inks = pixels(image)
    assert not inks[20 * RATIO : 24 * RATIO, :, 3].any(), "no ground and no stripe"
    words = [each for each in marks_of(PLAIN, 300, 120) if isinstance(each, Words)]
    assert {each.token for each in words} == {"claim"}
    shown = inks[inks[..., 3] == 255][:, :3]
    claim = theme("light").colour("claim")
    assert (shown == [claim.red(), claim.green(), claim.blue()]).all(axis=1).any() or (
        shown == [claim.blue(), claim.green(), claim.red()]
    ).all(axis=1).any()


@pytest.mark.parametrize("face", [STICKY, PLAIN])
def test_a_note_is_as_high_as_its_words(face: CardFace):
    longer = replace(face, words=("word " * 200).strip())
    assert natural_height(longer, 200) > natural_height(longer, 400) > natural_height(face, 400)
    shown = marks_of(longer, 200, natural_height(longer, 200))
    assert not any(isinstance(each, Words) and each.text.is_elided for each in shown)
    cut = [each for each in marks_of(longer, 200, 120) if isinstance(each, Words)]
    assert cut[-1].text.is_elided


def test_a_paragraph_that_is_cut_off_is_told_of():
    assert texts(marks_of(STICKY, 200, 60))[-1].endswith("…")


@given(
    st.text(max_size=300),
    st.sampled_from([ShownAs.STICKY, ShownAs.TEXT]),
    st.floats(40, 900),
    st.floats(34, 900),
    st.sampled_from([0.12, 0.3, 0.5, 1.0, 3.0]),
)
def test_the_words_of_a_note_keep_to_their_sheet(
    words: str, how: ShownAs, width: float, height: float, zoom: float
):
    face = replace(STICKY, words=words, shown_as=how)
    level = Level.FULL if zoom > 0.45 else Level.TITLE
    for mark in marks_of(face, width, height, zoom, level):
        assert isinstance(mark, Words)
        assert mark.top >= 0 and mark.top + mark.text.height <= height + 1 / zoom + 0.01


def test_a_pin_holds_a_full_card_of_cork():
    look = Look(260, 180, "sat")
    above = (150 * RATIO, 18 * RATIO)
    pin = paint(FACE, look, worn="cork").pixelColor(*above)
    assert pin.alpha() == 255
    assert pin.blue() > pin.red() + 60
    for worn, level in (("light", Level.FULL), ("cork", Level.TITLE)):
        assert paint(FACE, look, level, worn=worn).pixelColor(*above).alpha() < 128


@pytest.mark.parametrize("worn", ["print", "light-high", "dark-high"])
def test_a_grade_has_a_line_around_it_where_its_ground_has_no_tint(worn: str):
    image = paint(FACE, Look(260, 180, "sat"), worn=worn)
    found = {
        image.pixelColor(x, y).rgb() for x in range(image.width()) for y in range(image.height())
    }
    assert theme(worn).colour("chipline").rgb() in found


def test_an_accent_of_a_newer_version_is_painted_in_a_quiet_colour():
    image = paint(FACE, Look(260, 180, "ultraviolet"))
    assert image.pixelColor(150 * RATIO, 22 * RATIO) == theme("light").colour("tx3")


def test_a_full_card_shows_everything():
    marks = marks_of(FACE, 260, natural_height(FACE, 260))
    shown = texts(marks)
    for text in ("CLAIM", "CB-005", FACE.title, FACE.summary, "5 for", "1 against", "B2"):
        assert text in shown
    assert "2 Jan 2024 · Harbour master · Kharkiv"[:12] in " ".join(shown)
    assert sum(isinstance(mark, Triangle) for mark in marks) == 2
    assert sum(isinstance(mark, Pill) for mark in marks) == 1


def test_what_does_not_fit_goes_from_the_least_important_up():
    heights = range(int(natural_height(FACE, 260)), 39, -1)
    lost: list[str] = []
    for height in heights:
        shown = texts(marks_of(FACE, 260, height))
        for name, text in (
            ("summary", FACE.summary),
            ("foot", "B2"),
            ("counts", "5 for"),
            ("head", "CLAIM"),
        ):
            if text not in shown and name not in lost:
                lost.append(name)
        assert any(text.startswith("The vessel") for text in shown)
    assert lost == ["summary", "foot", "counts", "head"]


@given(
    st.floats(40, 600),
    st.floats(40, 500),
    st.sampled_from([0.46, 0.6, 0.83, 1.0, 2.0]),
    st.booleans(),
    st.sampled_from([FACE.title, LONG, ARABIC, "x" * 200]),
)
def test_no_mark_leaves_its_card(
    width: float, height: float, zoom: float, pictured: bool, title: str
):
    face = replace(FACE, title=title, summary=LONG, picture="ab" * 32 if pictured else "")
    within = QRectF(0, 0, width, height).adjusted(-0.01, -0.01, 0.51, 0.51)
    for level in (Level.FULL, Level.TITLE):
        for mark in marks_of(face, width, height, zoom, level):
            if isinstance(mark, Words):
                for left, wide in mark.text.spans:
                    box = QRectF(mark.left + left, mark.top, wide, mark.text.height)
                    assert within.contains(box)
            else:
                assert within.contains(mark.box)


@given(st.floats(0.12, 4.0), st.floats(40, 600), st.floats(40, 400))
def test_text_that_is_painted_can_be_read(zoom: float, width: float, height: float):
    level = levels.level_at(zoom)
    for mark in marks_of(FACE, width, height, zoom, level):
        if isinstance(mark, Words) and mark.is_readable:
            assert mark.text.of.size * zoom >= levels.SMALLEST_TEXT - 1e-6
    titles = [
        mark
        for mark in marks_of(FACE, width, height, zoom, level)
        if isinstance(mark, Words) and mark.token == "tx"
    ]
    assert all(mark.is_readable for mark in titles)


def test_long_titles_are_elided_after_three_lines():
    marks = marks_of(replace(FACE, title=LONG), 260, 400)
    title = next(mark for mark in marks if isinstance(mark, Words) and mark.token == "tx")
    assert (title.text.lines, title.text.is_elided) == (3, True)


def test_a_title_from_right_to_left_stands_at_the_right_edge(pixels: Pixels):
    face = replace(FACE, title="سفينة", summary="", chip="", support=None)
    seen = pixels(paint(face, Look(260, 120, "claim")))
    title = seen[(20 + 36) * RATIO : (20 + 54) * RATIO, 26 * RATIO : 274 * RATIO, :3]
    ink = np.flatnonzero((title.sum(axis=2) < 500).any(axis=0))
    assert ink.min() > 124 * RATIO


def test_the_picture_takes_the_room_that_is_left(pixels: Pixels):
    face = replace(FACE, picture="ab" * 32, summary="")
    asked: list[tuple[str, int]] = []
    red = QImage(400, 300, QImage.Format.Format_RGB32)
    red.fill(QColor(200, 0, 0))

    def give(sha256: str, width: int) -> QImage:
        asked.append((sha256, width))
        return red

    image = paint(face, Look(260, 400, "claim"), thumbnails=give)
    assert asked == [("ab" * 32, 516)]  # 260 less two hairlines
    assert image.pixelColor(150 * RATIO, 60 * RATIO) == QColor(200, 0, 0)
    assert image.pixelColor(150 * RATIO, 200 * RATIO) == QColor(200, 0, 0)
    assert image.pixelColor(150 * RATIO, 390 * RATIO) != QColor(200, 0, 0)


@pytest.mark.parametrize("answer", [None, QImage()])
def test_a_picture_that_is_not_there_leaves_a_quiet_place(answer: QImage | None):
    face = replace(FACE, picture="ab" * 32)
    image = paint(face, Look(260, 300, "claim"), thumbnails=lambda sha256, width: answer)
    assert image.pixelColor(30 * RATIO, 40 * RATIO) == theme("light").colour("surf2")


def test_a_picture_is_cut_to_the_proportions_of_its_place():
    wide = QImage(400, 100, QImage.Format.Format_RGB32)
    assert covering(wide, QRectF(0, 0, 100, 100)) == QRectF(150, 0, 100, 100)
    assert covering(wide, QRectF(0, 0, 800, 100)) == QRectF(0, 25, 400, 50)
    assert covering(wide, QRectF(0, 0, 800, 100), is_page=True) == QRectF(0, 0, 400, 50)


def test_of_a_document_the_head_of_its_page_is_shown():
    page = QImage(100, 400, QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    for y in range(20):
        for x in range(100):
            page.setPixelColor(x, y, QColor(200, 0, 0))
    face = replace(FACE, picture="ab" * 32, is_page=True)
    image = paint(face, Look(260, 400, "claim"), thumbnails=lambda sha256, width: page)
    assert image.pixelColor(150 * RATIO, 30 * RATIO) == QColor(200, 0, 0)
    middle = paint(
        replace(face, is_page=False), Look(260, 400, "claim"), thumbnails=lambda sha256, width: page
    )
    assert middle.pixelColor(150 * RATIO, 30 * RATIO) == QColor("white")


def test_a_note_lies_on_paper_of_its_own():
    note = replace(FACE, kind="note", support=None)
    assert paint(note, Look(260, 180, "note")).pixelColor(275 * RATIO, 110 * RATIO) == theme(
        "light"
    ).colour("notebg")


def test_a_collapsed_card_is_its_title_line():
    look = Sheet(260, COLLAPSED_HEIGHT, is_collapsed=True)
    marks = lay_out(FACE, look, Level.FULL)
    assert [type(mark) for mark in marks] == [Sign, Words]


def test_pinned_and_locked_cards_say_so(pixels: Pixels):
    plain = pixels(paint(FACE, Look(260, 180, "claim")))
    for flags in (PINNED, LOCKED):
        assert (pixels(paint(FACE, Look(260, 180, "claim", flags))) != plain).any()
    collapsed = pixels(paint(FACE, Look(260, 180, "claim", COLLAPSED)))
    assert (collapsed != plain).any()


def test_small_text_turns_into_bars_and_the_title_grows():
    marks = [mark for mark in marks_of(FACE, 260, 200, 0.5) if isinstance(mark, Words)]
    by_token = {mark.token: mark for mark in marks}
    assert by_token["tx"].text.of.size == 18
    assert not by_token["tx2"].is_readable


def test_from_afar_there_is_a_title_then_an_icon_then_a_colour():
    def kinds(zoom: float, height: float = 160) -> set[type[Mark]]:
        return {type(mark) for mark in marks_of(FACE, 260, height, zoom, Level.TITLE)}

    assert kinds(0.4) == {Sign, Words}
    assert kinds(0.13) == {Sign}
    assert kinds(0.13, 40) == {Wash}


def test_a_verdict_is_still_seen_from_afar():
    judged = replace(FACE, chip="false", chip_accent="dis")
    marks = marks_of(judged, 260, 160, 0.3, Level.TITLE)
    assert [mark.token for mark in marks if isinstance(mark, Box)] == ["dis"]


def test_the_number_stays_where_a_long_chip_leaves_no_room_for_the_kind_as_well() -> None:
    def head(face: CardFace) -> list[str]:
        marks = lay_out(face, Sheet(232, 140), Level.FULL)
        return texts([each for each in marks if isinstance(each, Words) and each.top < 20])

    assert head(FACE) == ["in review", "CLAIM", "CB-005"]
    long = replace(FACE, kind_label="DEBRIS", chip="characteristic of")
    assert head(long) == ["characteristic of", "CB-005"]
    assert head(replace(long, exhibit="")) == ["characteristic of", "DEBRIS"]


def test_the_natural_height_holds_everything_and_no_more():
    height = natural_height(FACE, 260)
    assert texts(marks_of(FACE, 260, height)) == texts(marks_of(FACE, 260, height + 10))
    small = texts(marks_of(FACE, 260, height - 2))
    assert small != texts(marks_of(FACE, 260, height))
    assert small[-5:] == texts(marks_of(FACE, 260, height))[-5:]  # foot and counts stay
    assert natural_height(replace(FACE, picture="ab" * 32), 260) == height + 96
    assert natural_height(replace(FACE, summary=LONG), 260) > height


def test_limits_stay_until_the_title_has_one_line_and_the_head_goes():
    limits = "Limits: Manufacture is not transfer."
    face = replace(FACE, title=LONG, limits=limits)
    assert natural_height(face, 260) == natural_height(replace(face, limits=""), 260) + 21
    heights = range(int(natural_height(face, 260)), 39, -1)
    kept = [height for height in heights if limits in texts(marks_of(face, 260, height))]
    assert kept == list(heights[: len(kept)])
    lowest = texts(marks_of(face, 260, kept[-1]))
    assert "CLAIM" in lowest and "B2" not in lowest and FACE.summary not in lowest


def test_the_foot_of_a_claim_says_that_its_verdict_is_out_of_date_whatever_its_day():
    told = "verdict out of date"
    face = replace(FACE, grade="", warning=told, footer=("between 2 and 13 October 2023", "Seoul"))
    assert told in texts(marks_of(face, 260, 300))
    assert told not in texts(marks_of(replace(face, kind="document"), 260, 300))


def test_the_foot_keeps_the_grade_when_there_is_little_room():
    face = replace(FACE, warning="no time or coordinates")
    for width in (120, 160, 200, 260):
        assert "B2" in texts(marks_of(face, width, 300))
    narrow, wide = texts(marks_of(face, 200, 300)), texts(marks_of(face, 400, 300))
    assert face.warning not in narrow
    assert any(text.startswith("2 Jan") for text in narrow)
    assert {face.warning, "2 files"} <= set(wide)
    for width in range(120, 260):
        (first, *_) = (each for each in texts(marks_of(FACE, width, 300)) if each.startswith("2 "))
        assert "· …" not in first and not first.endswith("·"), first
    named = replace(face, footer=("The harbour master and others",))
    assert face.warning in texts(marks_of(named, 260, 300))


@pytest.mark.parametrize("shown_as", [ShownAs.CARD, ShownAs.STICKY, ShownAs.TEXT])
@pytest.mark.parametrize("level", [Level.FULL, Level.TITLE])
@pytest.mark.parametrize(("width", "height"), [(260, 300), (120, 60), (60, 30)])
def test_a_failed_file_is_marked_in_a_shape_and_a_colour_on_every_card(
    shown_as: ShownAs, level: Level, width: float, height: float
):
    face = replace(FACE, alarm="1 file failed", shown_as=shown_as, words="words")
    zoom = 1.0 if level is Level.FULL else 0.4
    marks = lay_out(face, Sheet(width, height, zoom), level)
    (sign,) = (each for each in marks if isinstance(each, Sign) and each.icon == "error")
    assert sign.box.right() <= width and sign.box.top() >= 0 and sign.box.bottom() <= height
    assert any(isinstance(each, Box) and each.token == "err" for each in marks)
    quiet = lay_out(replace(face, alarm=""), Sheet(width, height, zoom), level)
    assert not any(isinstance(each, Sign) and each.icon == "error" for each in quiet)


def test_the_badge_of_a_failed_file_covers_no_word_of_the_head():
    face = replace(FACE, alarm="1 file failed", picture="", chip="open")
    marks = lay_out(face, Sheet(260, 300), Level.FULL)
    (badge,) = (each for each in marks if isinstance(each, Box) and each.token == "err")
    (pill,) = (each for each in marks if isinstance(each, Pill))
    assert pill.box.right() <= badge.box.left()
    assert "1 file failed" in texts(marks)


@pytest.mark.parametrize("zoom", [1.0, 0.95, 0.88, 0.83, 0.8, 0.76])
def test_a_card_of_its_natural_height_shows_the_same_while_it_can_be_read(zoom: float):
    height = natural_height(FACE, 260)
    # The edges are rounded to whole pixels, at worst to nearly one less.
    shown = marks_of(FACE, 260, height - 0.99 / zoom, zoom)
    whole = marks_of(FACE, 260, height)
    assert [len(each.text.spans) for each in shown if isinstance(each, Words)] == [
        len(each.text.spans) for each in whole if isinstance(each, Words)
    ]
    assert set(texts(shown)) >= {"CLAIM", "CB-005", "5 for", "1 against", "B2"}
    assert all(each.is_readable for each in shown if isinstance(each, Words))


@pytest.mark.parametrize("zoom", [0.24, 0.4, 0.5])
def test_no_word_of_a_title_is_broken_where_it_is_enlarged(zoom: float):
    face = replace(FACE, title="Donaudampfschifffahrtsgesellschaft and internationalization")
    title = title_of(marks_of(face, 260, 160, zoom, levels.level_at(zoom)))
    lines = lines_of(title)
    for line in lines:
        for word in line.replace("…", "").split():
            assert any(each.startswith(word) for each in face.title.split())
    assert lines[0].startswith("D")
    assert lines[0].rstrip().endswith("…")


def title_of(marks: list[Mark]) -> Words:
    """The words in the largest letters."""
    return max(
        (each for each in marks if isinstance(each, Words)), key=lambda each: each.text.of.size
    )


def lines_of(words: Words) -> list[str]:
    """The text of every line."""
    return [
        layout.text()[line.textStart() : line.textStart() + line.textLength()]
        for layout in words.text.layouts
        for line in map(layout.lineAt, range(layout.lineCount()))
    ]


def lines(mentions: int, low: int, high: int) -> Lines:
    return Lines(tuple(map(str, range(mentions))), low=low, high=high)


def supposing(after: Standing, width: float = 260) -> list[Mark]:
    before = Standing(lines(9, 2, 4), lines(1, 1, 1))
    face = replace(FACE, support=Support(9, 1, before, after))
    return lay_out(face, Sheet(width, 220), Level.FULL)


def test_what_is_supposed_says_of_how_many_and_stands_in_an_outline() -> None:
    marks = supposing(Standing(lines(8, 2, 4), lines(1, 1, 1)))
    said = texts(marks)
    assert {"8 (of 9)", "1 against", "2–4 indep."} <= set(said)
    assert "8 for (of 9)" in texts(supposing(Standing(lines(8, 2, 4), lines(1, 1, 1)), 420))
    assert any(isinstance(each, Pill) and each.token == "warn" for each in marks)
    usual = lay_out(replace(FACE, support=Support(9, 1)), Sheet(260, 220), Level.FULL)
    assert not any(isinstance(each, Pill) and each.token == "warn" for each in usual)


def test_what_is_supposed_of_the_lines_stays_in_sight_beside_two_sides_that_lose() -> None:
    said = texts(supposing(Standing(lines(8, 1, 3), Lines())))
    assert {"8 (of 9)", "0 (of 1)"} <= set(said)
    assert any(each.startswith("1–3 indep") for each in said)


def test_lines_that_would_be_fewer_say_of_how_many_where_there_is_room() -> None:
    said = texts(supposing(Standing(lines(9, 1, 3), lines(1, 1, 1)), 420))
    assert {"9 for", "1 against", "1–3 independent (of 2–4)"} <= set(said)
