"""Pictures of a board: parts, sizes, what stands below, tiles, posters, and what is refused or called off."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from caseboard import exports, leaf_files
from caseboard.board.levels import Level, level_at
from caseboard.board.snapshot import BoardLeaf
from caseboard.excerpt import excerpt
from caseboard.exports import (
    WHOLE,
    Extract,
    Pictures,
    frame_extract,
    leaf_of,
    selection_extract,
    size_in_words,
    writing_board,
)
from caseboard.leaf_checks import refuse_large_jpeg
from caseboard.picture import BACKGROUNDS, FORMS, LOOKS, PAPERS, PARTS, Picture
from caseboard.png_stream import PngStream, is_sound_png
from caseboard.posters import plan_poster
from caseboard.selection import Selected
from caseboard.theme import theme
from casedb import Case
from casedb.commands import cards, folding
from casedb.commands.items import set_values
from casedb.commands.removal import delete_items
from casedb.errors import ExportRefused
from casedb.intake.cage.cage import Cage
from casedb.model.changes import ChangeSet, Edit
from casedb.model.citations import cite
from casedb.model.geometry import Rect
from casedb.model.records import Assessment
from casedb.model.schemes import VERDICT
from casedb.store.home import Home

pytestmark = pytest.mark.usefixtures("qapp")

SECRET = "Ostap Vyshnia"


@pytest.fixture
def case(fresh_path: Path, home: Home) -> Iterator[Case]:
    """A board with a frame, links, a verdict, sources of which one must not be named."""
    with Case.open(fresh_path, actor="tester", home=home) as case:
        agency = case.add_source(
            "Portová agentúra", source_type="agency", url="https://port.example"
        )
        nurse = case.add_source(SECRET, protected=True)
        claim = case.add("claim", title="Судно було в порту", claimant=agency)
        photo = case.add("media", title="부두에서 찍은 사진", source=agency)
        told = case.add("official_statement", title="قال المستشفى", issuers=[nurse])
        far = case.add("note", title="Far away", summary="A note that nobody sees.")
        case.place(claim, x=0, y=0, w=260, h=140)
        case.place(photo, x=400, y=0, w=260, h=140)
        case.place(told, x=0, y=300, w=260, h=140)
        case.place(far, x=1500, y=900, w=260, h=140)
        case.link(photo, "supports", claim, certainty="tentative", label="seen there")
        case.link(told, "disputes", claim)
        board = case.contents.boards[0].id
        frame = cards.add_frame(case.contents, case.new_id, board, Rect(-40, -60, 760, 260), "Pier")
        case.run(frame)
        yield case


def board_of(case: Case) -> str:
    return case.contents.boards[0].id


def leaf(case: Case, picture: Picture, extract: Extract = WHOLE) -> BoardLeaf:
    return leaf_of(case, board_of(case), picture, extract)


def draw(case: Case, path: Path, picture: Picture, extract: Extract = WHOLE) -> Path:
    for _ in writing_board(leaf(case, picture, extract), path):
        pass
    return path


def opened(path: Path) -> Image.Image:
    """A picture as another program reads it."""
    return Image.open(io.BytesIO(path.read_bytes()))


def rgb(token: str) -> tuple[int, int, int]:
    """A colour of the light theme as a picture has it."""
    colour = theme("light").colour(token)
    return colour.red(), colour.green(), colour.blue()


def words_of(svg: Path) -> str:
    return " ".join(
        each.text or "" for each in ElementTree.parse(svg).iter() if each.tag.endswith("text")
    )


# -- what is asked -----------------------------------------------------------------------------

asked = st.builds(
    Picture,
    form=st.sampled_from(tuple(FORMS)),
    part=st.sampled_from(PARTS),
    scale=st.floats(1, 8),
    width=st.just(0) | st.integers(200, 100_000),
    theme=st.sampled_from(LOOKS),
    background=st.sampled_from(("theme",)),
    margin=st.integers(0, 400),
    legend=st.booleans(),
    sources=st.booleans(),
    poster=st.sampled_from(("", *PAPERS)),
    across=st.integers(0, 20),
)


@given(asked)
def test_what_was_asked_is_there_the_next_time(picture: Picture) -> None:
    assert Picture.from_text(picture.to_text()) == picture


@given(
    st.text()
    | st.dictionaries(
        st.sampled_from(["form", "scale", "part", "width"]), st.integers() | st.text()
    ).map(json.dumps)
)
def test_what_is_not_understood_is_as_if_nobody_had_chosen_it(text: str) -> None:
    assert Picture.from_text(text).check().form in FORMS


def test_an_answer_that_there_is_no_more_falls_back_alone() -> None:
    read = Picture.from_text('{"form": "svg", "theme": "sepia", "legend": true, "margin": true}')
    assert read == Picture(form="svg", legend=True)
    assert Picture.from_text('{"form": "pdf", "width": 5}') == Picture(form="pdf")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (Picture(form="bmp"), "not as “bmp”"),
        (Picture(scale=8.5), "1 to 8 pixels"),
        (Picture(width=199), "200 to"),
        (Picture(margin=401), "0 to 400"),
        (Picture(form="jpeg", background="none"), "see-through"),
        (Picture(theme="dark", background="white"), "dark background"),
        (Picture(form="pdf", poster="A4", across=21), "20 pages"),
    ],
)
def test_what_there_is_not_is_refused_in_a_sentence(wrong: Picture, said: str) -> None:
    with pytest.raises(ExportRefused, match=said):
        wrong.check()


# -- pixels ------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", list(FORMS))
def test_the_same_board_gives_the_same_bytes(case: Case, tmp_path: Path, form: str) -> None:
    picture = Picture(form, legend=True, sources=True)
    one = draw(case, tmp_path / "one", picture).read_bytes()
    assert draw(case, tmp_path / "other", picture).read_bytes() == one
    assert SECRET.encode() not in one


def test_a_poster_is_the_same_every_time(case: Case, tmp_path: Path) -> None:
    picture = Picture("pdf", poster="A4", across=3, sources=True)
    one = draw(case, tmp_path / "one", picture).read_bytes()
    assert draw(case, tmp_path / "other", picture).read_bytes() == one


@pytest.mark.parametrize("scale", [1.0, 2.3])
def test_tiles_come_to_the_same_picture_as_one_piece(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scale: float
) -> None:
    picture = Picture(scale=scale, legend=True, sources=True)
    whole = np.asarray(opened(draw(case, tmp_path / "whole.png", picture)))
    monkeypatch.setattr(leaf_files, "HIGHEST_BAND", 71)
    monkeypatch.setattr(leaf_files, "WIDEST_TILE", 333)
    parts = np.asarray(opened(draw(case, tmp_path / "parts.png", picture)))
    apart = np.abs(whole.astype(int) - parts.astype(int)).max(axis=2)
    # Curves that cross the edge of a tile may be rounded otherwise there, by a hair.
    assert (apart > 24).mean() < 0.0005


def test_the_bands_of_a_picture_take_no_more_memory_than_they_may() -> None:
    for width in (10, 4_000, 68_000, 200_000):
        high = leaf_files.band_height(width, 100_000)
        assert 1 <= high <= leaf_files.HIGHEST_BAND
        assert high * width * 4 <= leaf_files.BAND_BYTES


@pytest.mark.parametrize("form", ["png", "jpeg"])
@pytest.mark.parametrize("width", [300, 1000, 5001])
def test_a_width_is_kept_to_the_pixel(case: Case, tmp_path: Path, form: str, width: int) -> None:
    path = draw(case, tmp_path / f"board.{form}", Picture(form, width=width, sources=True))
    assert opened(path).width == width


def test_a_width_that_would_need_too_many_pixels_a_unit_says_how_wide_it_can_be(
    case: Case, tmp_path: Path
) -> None:
    with pytest.raises(ExportRefused, match=r"it can be 15,\d+ wide"):
        draw(case, tmp_path / "board.png", Picture(width=90_000))


def test_a_jpeg_has_no_side_over_65500_pixels_and_needs_no_more_than_its_memory(
    tmp_path: Path,
) -> None:
    refuse_large_jpeg(65_500, 100)
    with pytest.raises(ExportRefused, match=r"65,500 a side.*PNG or PDF"):
        refuse_large_jpeg(65_501, 100)
    with pytest.raises(ExportRefused, match="MB of memory"):
        refuse_large_jpeg(20_000, 20_000)


def test_a_see_through_picture_is_so_where_nothing_lies(case: Case, tmp_path: Path) -> None:
    path = draw(case, tmp_path / "board.png", Picture(background="none", scale=1))
    image = np.asarray(opened(path))
    assert image.shape[2] == 4
    assert image[3, 3, 3] == 0
    assert image[170, 210, 3] == 255
    assert image[-5, 5, 3] == 255


def test_white_is_white_in_a_theme_that_is_not(case: Case, tmp_path: Path) -> None:
    path = draw(case, tmp_path / "board.png", Picture(background="white", theme="cork", scale=1))
    assert opened(path).getpixel((3, 3)) == (255, 255, 255)
    assert theme("cork").hex("bg") != "#ffffff"


def test_a_png_says_of_what_it_was_made(case: Case, tmp_path: Path) -> None:
    image = opened(draw(case, tmp_path / "board.png", Picture(sources=True)))
    told = json.loads(image.info["caseboard-manifest"])
    assert told["journal"] == {"entry": case.journal.length, "head": case.journal.head}
    assert told["case"] == case.title and told["items"] == 4 and told["theme"] == "print"
    names = [each["name"] for each in told["sources"]]
    assert "Portová agentúra" in names and SECRET not in str(told)
    assert image.info["Title"].startswith(case.title)
    assert case.journal.head[:16] in image.info["Description"]
    assert str(tmp_path) not in str(image.info)


def test_a_jpeg_and_a_pdf_say_it_too(case: Case, tmp_path: Path) -> None:
    for form in ("jpeg", "pdf"):
        held = draw(case, tmp_path / f"board.{form}", Picture(form)).read_bytes()
        assert b"http://ns.adobe.com/xap/1.0/" in held
        assert case.journal.head.encode() in held
    image = opened(tmp_path / "board.jpeg")
    image.load()
    assert image.info["dpi"][0] == pytest.approx(192, abs=1)


@given(st.integers(1, 40), st.integers(1, 40), st.booleans(), st.text(max_size=40))
def test_a_stream_of_rows_is_the_picture_they_make(
    width: int, height: int, is_clear: bool, words: str
) -> None:
    rows = np.random.default_rng(width * 100 + height).integers(
        0, 256, (height, width, 4 if is_clear else 3), dtype=np.uint8
    )
    held = io.BytesIO()
    stream = PngStream(
        held, width, height, is_clear=is_clear, dots_a_metre=3780, texts=[("Title", words)]
    )
    for first in range(0, height, 7):
        stream.write(rows[first : first + 7])
    stream.end()
    image = Image.open(io.BytesIO(held.getvalue()))
    assert (np.asarray(image) == rows).all()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.png"
        path.write_bytes(held.getvalue())
        assert is_sound_png(path, width, height)
        assert not is_sound_png(path, width, height + 1)
        assert not is_sound_png(path, width + 1, height)
        for spoilt in (held.getvalue()[:-1], held.getvalue() + b"x", held.getvalue()[:60]):
            path.write_bytes(spoilt)
            assert not is_sound_png(path, width, height)
        changed = bytearray(held.getvalue())
        changed[-20] ^= 1
        path.write_bytes(changed)
        assert not is_sound_png(path, width, height)


def test_a_large_plain_picture_reads_back(tmp_path: Path) -> None:
    # Rows that pack a thousandfold leave much to be unpacked when the last byte is in.
    path = tmp_path / "plain.png"
    with path.open("wb") as file:
        stream = PngStream(file, 5_000, 3_000, is_clear=False, dots_a_metre=1, texts=[])
        for _ in range(30):
            stream.write(np.zeros((100, 5_000, 3), dtype=np.uint8))
        stream.end()
    assert is_sound_png(path, 5_000, 3_000)
    with Image.open(path) as image:
        assert image.size == (5_000, 3_000)


# -- parts -------------------------------------------------------------------------------------


def test_a_frame_is_drawn_with_what_lies_in_it_and_nothing_else(case: Case, tmp_path: Path) -> None:
    (frame,) = case.contents.frames
    path = draw(case, tmp_path / "f.svg", Picture("svg"), frame_extract(case.contents, frame))
    words = words_of(path)
    assert "Судно" in words and "부두에서" in words and "Pier" in words
    assert "المستشفى" not in words and "nobody sees" not in words
    assert "2 items · 1 link · only what lies in one frame" in words


@pytest.mark.parametrize("form", ["svg", "pdf"])
def test_nothing_is_hidden_beyond_the_edge_of_a_view(case: Case, tmp_path: Path, form: str) -> None:
    # It cuts through the first card and the frame, and all else lies beyond.
    area = Rect(100, -100, 150, 180)
    path = draw(case, tmp_path / f"v.{form}", Picture(form), Extract(area=area))
    if form == "svg":
        words = words_of(path)
        assert not [
            each for each in ("Судно", "부두", "Pier", "nobody", "seen there") if each in words
        ]
        assert "1 item" in words
        # The frame and the card are there all the same, as pictures.
        pictures = [each for each in ElementTree.parse(path).iter() if each.tag.endswith("image")]
        assert len(pictures) == 2
    whole = draw(
        case, tmp_path / f"w.{form}", Picture(form), Extract(area=Rect(-80, -90, 800, 700))
    )
    if form == "svg":
        assert "Судно" in words_of(whole) and "seen there" in words_of(whole)
    elif shutil.which("pdftotext"):
        told = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout
        assert "Судно" not in told.decode() and "Caseboard" in told.decode()


def test_what_is_drawn_stays_as_it_was_when_it_began(case: Case, tmp_path: Path) -> None:
    steps = writing_board(leaf(case, Picture("svg")), tmp_path / "a.svg")
    next(steps)
    item = next(each for each in case.contents.items.values() if each.kind == "note")
    case.run(delete_items(case.contents, [item.id]))
    for _ in steps:
        pass
    assert "Far away" in words_of(tmp_path / "a.svg")


def test_an_excerpt_keeps_what_may_not_be_seen(case: Case) -> None:
    item = next(iter(case.contents.items))
    case.contents.veiled = {item}
    case.contents.failed = {"f" * 64}
    only = excerpt(case.contents, board_of(case), Selected(cards=frozenset(case.contents.cards)))
    assert only is not None and only.veiled == {item} and only.failed == {"f" * 64}
    drawn = leaf(case, Picture()).scene.contents
    assert drawn.veiled == {item} and drawn.failed == {"f" * 64}


def test_of_nothing_selected_there_is_no_picture(case: Case) -> None:
    assert selection_extract(case.contents, board_of(case), Selected()) is None


# -- what stands below -------------------------------------------------------------------------


def test_the_sources_are_numbered_at_the_cards_and_listed_below(case: Case, tmp_path: Path) -> None:
    path = draw(case, tmp_path / "a.svg", Picture("svg", sources=True))
    texts = [each.text for each in ElementTree.parse(path).iter() if each.tag.endswith("text")]
    # Two cards cite the first and one the second; each number stands once more below.
    assert (texts.count("1"), texts.count("2")) == (3, 2)
    words = " ".join(filter(None, texts))
    assert "Portová agentúra" in words and "Agency · https://port.example" in words
    assert "Protected sources, which are not named" in words and SECRET not in words
    plain = words_of(draw(case, tmp_path / "b.svg", Picture("svg")))
    assert "port.example" not in plain


def test_numbers_stand_only_for_what_is_in_the_picture(case: Case, tmp_path: Path) -> None:
    (frame,) = case.contents.frames
    path = draw(
        case,
        tmp_path / "a.svg",
        Picture("svg", sources=True),
        frame_extract(case.contents, frame),
    )
    assert "Protected" not in words_of(path)


def test_the_legend_says_what_occurs_and_nothing_else(case: Case, tmp_path: Path) -> None:
    words = words_of(draw(case, tmp_path / "a.svg", Picture("svg", legend=True)))
    assert "What the signs mean" in words
    assert "Supports (tentative)" in words and "Disputes" in words
    for kind in ("Claim", "Media", "Official statement", "Note"):
        assert kind in words
    for other in ("Satellite image", "Undercuts", "Verdict", "Grade:"):
        assert other not in words
    # One string more each is drawn below, with its mark.
    (frame,) = case.contents.frames
    part = frame_extract(case.contents, frame)
    words = words_of(draw(case, tmp_path / "b.svg", Picture("svg", legend=True), part))
    assert "Disputes" not in words and "Note" not in words


def test_a_verdict_and_a_grade_are_in_the_legend_with_what_they_mean(
    case: Case, tmp_path: Path
) -> None:
    claim = next(each for each in case.contents.items.values() if each.kind == "claim")
    at = "2024-01-02T03:04:05.000Z"
    made = Assessment(case.new_id(), "verdict", claim.id, None, VERDICT.id, "false", "tester", at)
    case.run(ChangeSet("Edit fields", (Edit(None, made),)))
    words = words_of(draw(case, tmp_path / "a.svg", Picture("svg", legend=True)))
    assert "Verdict “False”: " in words
    case.contents.veiled = {claim.id}
    words = words_of(draw(case, tmp_path / "b.svg", Picture("svg", legend=True)))
    assert "Verdict" not in words


# -- posters and pages -------------------------------------------------------------------------


@given(
    st.floats(600, 30_000),
    st.floats(200, 30_000),
    st.sampled_from(PAPERS),
    st.integers(0, 8),
)
def test_the_sheets_of_a_poster_leave_nothing_out(
    width: float, height: float, paper: str, across: int
) -> None:
    area = Rect(-50, 70, width, height)
    try:
        poster = plan_poster(area, paper, across)
    except ExportRefused:
        return
    assert not across or poster.columns <= across
    last = poster.part(area, poster.columns - 1, poster.rows - 1)
    assert last.right == pytest.approx(area.right) and last.bottom == pytest.approx(area.bottom)
    assert last.w > 0 and last.h > 0
    one = poster.part(area, 0, 0)
    assert (one.x, one.y) == (area.x, area.y)
    assert one.w * poster.scale <= poster.room_x + 0.01
    assert one.h * poster.scale <= poster.room_y + 0.01
    if poster.columns > 1:
        # Neighbours overlap by ten millimetres.
        other = poster.part(area, 1, 0)
        assert (one.right - other.x) * poster.scale == pytest.approx(96 / 2.54, abs=0.01)


def test_a_poster_of_too_many_sheets_is_refused() -> None:
    with pytest.raises(ExportRefused, match="sheets, and 500 are the most"):
        plan_poster(Rect(0, 0, 60_000, 40_000), "A4")


def test_a_poster_has_a_page_for_each_sheet_and_one_for_the_caption(
    case: Case, tmp_path: Path
) -> None:
    picture = Picture("pdf", poster="A4", across=2, legend=True, sources=True)
    path = draw(case, tmp_path / "p.pdf", picture)
    poster = plan_poster(leaf(case, picture).area, "A4", 2)
    pages = len(re.findall(rb"/Type /Page\b(?!s)", path.read_bytes()))
    assert pages == poster.sheets + 1
    assert size_in_words(leaf(case, picture)).startswith(f"{poster.sheets} sheets: ")
    if shutil.which("pdftotext"):
        last = ["pdftotext", "-f", f"{pages}", str(path), "-"]
        told = subprocess.run(last, capture_output=True, check=True).stdout.decode()
        assert "Portová agentúra" in told and "What the signs mean" in told
        assert SECRET not in told and case.journal.head[:16] in told


def test_a_page_that_is_scaled_says_so(case: Case) -> None:
    note = case.add("note", title="Miles away")
    case.place(note, x=40_000, y=0)
    assert "% to have room on one page" in size_in_words(leaf(case, Picture("pdf")))
    assert size_in_words(leaf(case, Picture("svg"))).endswith("units")


def test_every_script_is_in_a_pdf_with_a_font(case: Case, tmp_path: Path) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext of poppler is not installed")
    path = draw(case, tmp_path / "a.pdf", Picture("pdf"))
    told = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout
    assert "Судно було в порту" in told.decode()
    fonts = subprocess.run(["pdffonts", str(path)], capture_output=True, check=True).stdout
    rows = fonts.decode().splitlines()[2:]
    assert rows and all(" yes " in row for row in rows)


# -- called off, and refused -------------------------------------------------------------------


@pytest.mark.parametrize("form", [*FORMS, "poster"])
def test_it_can_be_called_off_between_any_two_steps(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setattr(leaf_files, "HIGHEST_BAND", 400)
    picture = Picture("pdf", poster="A3") if form == "poster" else Picture(form, scale=1)
    path = tmp_path / "out" / "board"
    path.parent.mkdir()
    path.write_bytes(b"what was there")
    number = sum(1 for _ in writing_board(leaf(case, picture), path))
    assert number > 2
    path.write_bytes(b"what was there")
    for stop in sorted({1, 2, number // 2, number - 1, number}):
        steps = writing_board(leaf(case, picture), path)
        parts = [next(steps) for _ in range(stop)]
        assert all(0 <= each <= 1 for each in parts)
        steps.close()
        assert path.read_bytes() == b"what was there"
        assert [each.name for each in path.parent.iterdir()] == ["board"]


@pytest.mark.parametrize("form", list(FORMS))
def test_the_open_case_is_never_written_over(case: Case, form: str, fresh_path: Path) -> None:
    before = fresh_path.read_bytes()
    with pytest.raises(ExportRefused, match="is a case"):
        draw(case, fresh_path, Picture(form))
    assert fresh_path.read_bytes() == before


def test_pictures_on_cards_take_no_more_memory_than_they_may(
    case: Case, cage: Cage, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = next(each for each in case.contents.items.values() if each.kind == "media")
    sha = case.attach(photo, picture).id
    monkeypatch.setattr(exports, "MOST_BYTES", 30_000)
    made = Pictures(case, cage)
    for width in range(40, 64):
        image = made(sha, width)
        assert image is not None and not image.isNull()
    assert len(made._made) < 6  # pyright: ignore[reportPrivateUsage]
    assert made.drawn == (sha,)


def test_the_grounds_that_can_be_chosen_are_known() -> None:
    assert set(BACKGROUNDS) == {"theme", "white", "none"}
    assert replace(Picture(), form="jpeg").ending == "jpg"


def test_a_card_lies_where_it_should_to_the_pixel(case: Case, tmp_path: Path) -> None:
    picture = Picture(theme="light")
    drawn = leaf(case, picture)
    image = opened(draw(case, tmp_path / "a.png", picture)).convert("RGB")
    left, top = round(-drawn.area.x * 2), round((300 - drawn.area.y) * 2)
    stripe = rgb("sta")
    # The stripe at the head of the third card, and the ground beside it.
    assert image.getpixel((left + 40, top + 4)) == stripe
    assert image.getpixel((left + 2, top + 60)) == rgb("surf")
    assert image.getpixel((left - 20, top + 60)) == rgb("bg")


def test_a_small_picture_shows_titles_that_can_be_read(case: Case, tmp_path: Path) -> None:
    drawn = leaf(case, Picture(width=400))
    view = drawn._view(drawn.scale_for(400))  # pyright: ignore[reportPrivateUsage]
    assert level_at(view.zoom) is Level.TITLE and view.ratio == 1.0
    large = drawn._view(3.0)  # pyright: ignore[reportPrivateUsage]
    assert (large.zoom, large.ratio) == (1.0, 3.0)


def test_an_item_that_would_give_its_source_away_names_nobody(case: Case, tmp_path: Path) -> None:
    photo = next(each for each in case.contents.items.values() if each.kind == "media")
    change = set_values(photo, {"sensitivity": ["protected_source"]}, "Edit fields")
    case.run(change)
    cited = cite(case.contents, [photo.id])
    assert cited.numbers == {photo.id: (1,)}
    assert "Portová" not in cited.listed[0].name and not cited.listed[0].about


def test_a_label_across_the_edge_of_a_drawing_is_left_out(case: Case, tmp_path: Path) -> None:
    whole = draw(case, tmp_path / "w.svg", Picture("svg"), Extract(area=Rect(250, -20, 160, 190)))
    cut = draw(case, tmp_path / "c.svg", Picture("svg"), Extract(area=Rect(250, -20, 80, 190)))
    assert "seen there" in words_of(whole)
    assert "seen there" not in words_of(cut)


def test_what_is_folded_away_has_no_number(case: Case, tmp_path: Path) -> None:
    (frame,) = case.contents.frames
    case.run(folding.toggle(case.contents, case.new_id, [frame]))
    words = words_of(draw(case, tmp_path / "a.svg", Picture("svg", sources=True)))
    assert "Portová" not in words and "Protected sources" in words


def test_a_poster_has_the_date_of_its_caption(case: Case, tmp_path: Path) -> None:
    drawn = leaf(case, Picture("pdf", poster="A4"))
    drawn.caption = replace(drawn.caption, at="2020-01-02T03:04:05.678Z")
    path = tmp_path / "a.pdf"
    for _ in writing_board(drawn, path):
        pass
    assert b"/CreationDate (D:20200102030405" in path.read_bytes()
