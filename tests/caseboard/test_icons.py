"""The icon set: every file keeps the drawing rules, renders in Qt and can be read by name."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from caseboard_assets import icon_names, icon_svg, read_bytes, read_text

pytestmark = pytest.mark.usefixtures("qapp")

WANTED = """
    claim satellite_image debris_analysis official_statement document media event entity note board_card
    frame source unknown_kind

    select pan link frame_tool note_tool lasso

    add new_case open recent save_copy export undo redo cut copy paste duplicate delete search
    close settings help zoom_in zoom_out fit fit_selection minimap bring_forward send_backward
    bring_front send_back lock unlock pin more chevron_down chevron_right chevron_left check
    warning error info attach image file url text board board_add theme_light theme_dark theme
    eye eye_off filter sort edit drag_handle reverse arrow_right arrow_left go_to verify journal
    calendar place person language tag quote table_row_add rotate circular home keyboard sidebar_left
    sidebar_right command weak_points

    mark_point mark_arrow mark_box mark_polygon mark_text mark_blur ruler radius compare

    link_supports link_disputes link_undercuts link_excludes link_bears_on link_derived_from
    link_same_as link_supersedes link_retracts link_corrects link_responds_to link_denies
    link_confirms link_depicts link_located_at link_occurred_during link_precedes
    link_same_object link_related
fill timeline map table matrix elements
"""
NAMES = sorted(WANTED.split())

SVG = "{http://www.w3.org/2000/svg}"
GRID = 24
MARGIN = 2
LARGEST_BYTES = 1500
LIGHTEST, HEAVIEST = 0.03, 0.33  # share of the 16 px square that is inked
PAINT = {"fill", "stroke"}
ROOT = {
    "viewBox": "0 0 24 24",
    "fill": "none",
    "stroke": "currentColor",
    "stroke-width": "1.75",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
}
GEOMETRY = {
    "path": {"d"},
    "circle": {"cx", "cy", "r"},
    "rect": {"x", "y", "width", "height", "rx"},
    "line": {"x1", "y1", "x2", "y2"},
    "polyline": {"points"},
    "polygon": {"points"},
    "g": set[str](),
}
MARK_PAINT = {"fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"}


def parse_drawing(text: str) -> tuple[dict[str, str], list[tuple[str, dict[str, str]]]]:
    """Return the root's attributes, and the name and attributes of each element inside it."""
    root = ElementTree.fromstring(text)
    assert root.tag == f"{SVG}svg"
    inside = [(element.tag.removeprefix(SVG), dict(element.attrib)) for element in root.iter()]
    return dict(root.attrib), inside[1:]


def render(svg: str, side: int) -> QImage:
    """Return the drawing as an image of side x side pixels on nothing, currentColor as black."""
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", "#000000").encode()))
    assert renderer.isValid()
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return image


def read_alpha(image: QImage) -> list[bytes]:
    """Return the rows of the image from the top, one byte of opacity a pixel."""
    opacity = image.convertToFormat(QImage.Format.Format_Alpha8)
    flat, stride = bytes(opacity.constBits()), opacity.bytesPerLine()
    return [flat[top : top + image.width()] for top in range(0, stride * image.height(), stride)]


def list_inked(image: QImage) -> list[tuple[int, int]]:
    """Return the x and y of every pixel that is not fully transparent."""
    return [(x, y) for y, row in enumerate(read_alpha(image)) for x, a in enumerate(row) if a]


def test_every_wanted_icon_is_there_and_no_other():
    assert icon_names() == tuple(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_icon_is_one_small_drawing_of_plain_shapes_in_one_colour(name: str):
    text = icon_svg(name)
    assert len(text.encode()) < LARGEST_BYTES
    assert "<!" not in text
    assert "<?" not in text
    root, shapes = parse_drawing(text)
    assert root == ROOT
    assert shapes
    for tag, attributes in shapes:
        assert set(attributes) <= GEOMETRY[tag] | PAINT
        assert {attributes[key] for key in PAINT & set(attributes)} <= {"currentColor", "none"}


@pytest.mark.parametrize("name", NAMES)
def test_icon_shows_at_16_px_and_is_no_blob(name: str):
    rows = read_alpha(render(icon_svg(name), 16))
    share = sum(sum(row) for row in rows) / (16 * 16 * 255)
    assert LIGHTEST < share < HEAVIEST


@pytest.mark.parametrize("name", NAMES)
def test_icon_keeps_the_safe_margin(name: str):
    pixels_per_unit = 8
    inked = list_inked(render(icon_svg(name), GRID * pixels_per_unit))
    low, high = MARGIN * pixels_per_unit, (GRID - MARGIN) * pixels_per_unit
    assert [spot for spot in inked if not all(low <= along < high for along in spot)] == []


def test_no_two_icons_look_the_same_at_16_px():
    pictures = {tuple(read_alpha(render(icon_svg(name), 16))) for name in NAMES}
    assert len(pictures) == len(NAMES)


def test_app_mark_is_plain_shapes_in_plain_colours_and_shows_at_16_px():
    text = read_text("caseboard.svg")
    root, shapes = parse_drawing(text)
    assert root == {"viewBox": "0 0 128 128"}
    for tag, attributes in shapes:
        assert set(attributes) <= GEOMETRY[tag] | MARK_PAINT
        for key in PAINT & set(attributes):
            assert re.fullmatch("none|#[0-9A-F]{6}", attributes[key])
    fills = {attributes["fill"] for _, attributes in shapes} - {"none"}
    image = render(text, 16)
    shown = {image.pixelColor(x, y).name().upper() for x, y in list_inked(image)}
    assert fills <= shown, "a colour of the mark is lost at 16 px"


def test_unknown_icon_is_refused_with_a_sentence():
    with pytest.raises(KeyError, match=r"There is no icon named 'unicorn'; icon_names\(\) lists"):
        icon_svg("unicorn")


@pytest.mark.parametrize("name", ["", "../caseboard", "claim.svg", "Claim"])
def test_only_exact_names_are_icons(name: str):
    with pytest.raises(KeyError):
        icon_svg(name)


def test_files_are_read_by_their_parts():
    assert read_text("icons", "claim.svg") == icon_svg("claim")
    assert read_bytes("icons", "claim.svg").decode() == icon_svg("claim")


def test_missing_file_is_reported():
    with pytest.raises(FileNotFoundError):
        read_bytes("icons", "unicorn.svg")
    with pytest.raises(FileNotFoundError):
        read_text(str(Path("icons") / "unicorn.svg"))
