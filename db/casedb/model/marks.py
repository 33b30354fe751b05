"""`Mark`: what is drawn over a picture or a page, and the W3C selector that says where.

A mark is stored as a selector of the W3C Web Annotation Data Model (Recommendation of 2017): an
`SvgSelector` whose view box is 1 by 1, so that its numbers are fractions of the picture as it is seen
upright, from its top left corner. On a page of a document it refines a `FragmentSelector` for that
page (RFC 8118). A box that other programs write as `xywh=percent:` (Media Fragments 1.0) is read too.
The SVG is never handed to a parser of XML: what is not one of the few shapes below is not understood.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from casedb.model.json_value import JsonValue
from casedb.model.options import Option, options

Spot: TypeAlias = tuple[float, float]
"""Fractions (x, y) of a picture's width and height, from its top left corner."""


class Form(Enum):
    """What a mark looks like and is for."""

    POINT = "point"
    ARROW = "arrow"
    BOX = "box"
    POLYGON = "polygon"
    TEXT = "text"
    BLUR = "blur"


FORMS: tuple[Option, ...] = options(
    ("point", "Point"),
    ("arrow", "Arrow"),
    ("box", "Box"),
    ("polygon", "Polygon"),
    ("text", "Text on the picture"),
    ("blur", "Blurred region"),
)

MOST_CORNERS = 500
"""Corners of one polygon."""

MOST_PAGES = 100_000

_DIGITS = 6
"""Decimals of a stored fraction: a tenth of a pixel in the widest picture there is room for."""

_PAGE_RULES = "http://tools.ietf.org/rfc/rfc3778"
_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" preserveAspectRatio="none">'
_NUMBER = r"-?(?:\d{1,3}(?:\.\d{0,12})?|\.\d{1,12})"
_SVG = re.compile(r"\s*<svg(?P<head>[^<>]*)>\s*<(?P<name>[a-z]+)\s(?P<told>[^<>]*?)/>\s*</svg>\s*")
_VALUE = re.compile(r'([A-Za-z0-9:_-]+)\s*=\s*"([^"<>&]*)"\s*')
_XYWH = re.compile(rf"xywh=percent:({_NUMBER}),({_NUMBER}),({_NUMBER}),({_NUMBER})")
_PAGE = re.compile(r"page=([1-9]\d{0,5})")


@dataclass(frozen=True, slots=True)
class Mark:
    """A form at its corners, on a page (from 1; 1 for a picture).

    One spot makes a point or a text; two an arrow (from, to), a box or a blurred box (any two corners
    that face each other); three or more a polygon or a blurred polygon.
    """

    form: Form
    spots: tuple[Spot, ...]
    page: int = 1

    def __post_init__(self) -> None:
        if not _is_shape(self.form, self.spots):
            raise ValueError("these spots make no such shape")
        if not 1 <= self.page <= MOST_PAGES:
            raise ValueError("there is no such page")

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom in fractions of the picture."""
        across, down = zip(*self.spots, strict=True)
        return min(across), min(down), max(across), max(down)

    @property
    def is_area(self) -> bool:
        """Whether it has an inside."""
        return self.form in (Form.BOX, Form.POLYGON, Form.BLUR)


def _is_shape(form: Form, spots: tuple[Spot, ...]) -> bool:
    if not all(math.isfinite(each) and 0 <= each <= 1 for spot in spots for each in spot):
        return False
    match form:
        case Form.POINT | Form.TEXT:
            return len(spots) == 1
        case Form.ARROW:
            return len(spots) == 2 and spots[0] != spots[1]
        case Form.BOX:
            return len(spots) == 2 and _has_inside(spots)
        case Form.POLYGON:
            return 3 <= len(spots) <= MOST_CORNERS and _has_inside(spots)
        case Form.BLUR:
            return 2 <= len(spots) <= MOST_CORNERS and _has_inside(spots)


def _has_inside(spots: tuple[Spot, ...]) -> bool:
    return all(len(set(axis)) > 1 for axis in zip(*spots, strict=True))


def clamped(spots: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """The spots moved into the picture and rounded to what is stored."""
    return tuple(
        (round(min(max(x, 0.0), 1.0), _DIGITS), round(min(max(y, 0.0), 1.0), _DIGITS))
        for x, y in spots
    )


# -- writing ---------------------------------------------------------------------------------


def selector_of(mark: Mark) -> dict[str, JsonValue]:
    """The W3C selector of a mark; numbers rounded to a millionth of the picture."""
    drawn: dict[str, JsonValue] = {
        "type": "SvgSelector",
        "value": f"{_HEAD}{_drawn(mark)}</svg>",
    }
    if mark.page == 1:
        return drawn
    return {
        "type": "FragmentSelector",
        "conformsTo": _PAGE_RULES,
        "value": f"page={mark.page}",
        "refinedBy": drawn,
    }


def _drawn(mark: Mark) -> str:
    spots = clamped(mark.spots)
    if len(spots) == 1:
        ((x, y),) = spots
        return f'<circle cx="{_told(x)}" cy="{_told(y)}" r="0"/>'
    if mark.form is Form.ARROW:
        (x1, y1), (x2, y2) = spots
        return f'<line x1="{_told(x1)}" y1="{_told(y1)}" x2="{_told(x2)}" y2="{_told(y2)}"/>'
    if len(spots) == 2:
        left, top, right, bottom = Mark(mark.form, spots, mark.page).bounds
        size = f'width="{_told(right - left)}" height="{_told(bottom - top)}"'
        return f'<rect x="{_told(left)}" y="{_told(top)}" {size}/>'
    corners = " ".join(f"{_told(x)},{_told(y)}" for x, y in spots)
    return f'<polygon points="{corners}"/>'


def _told(value: float) -> str:
    return f"{value:.{_DIGITS}f}".rstrip("0").rstrip(".")


# -- reading ---------------------------------------------------------------------------------


def mark_of(form: JsonValue, selector: JsonValue) -> Mark | None:
    """The mark that a stored form and selector make; None for what this version does not understand.

    Without a form the shape itself says which, as for annotations of other programs.
    """
    page = 1
    if isinstance(selector, Mapping) and selector.get("type") == "FragmentSelector":
        told = selector.get("value")
        if isinstance(told, str) and (found := _PAGE.fullmatch(told)):
            page, selector = int(found[1]), selector.get("refinedBy")
    shape = _shape_of(selector)
    if shape is None:
        return None
    name, spots = shape
    spots = clamped(spots)
    wanted = Form.POINT if name == "circle" else Form(_FORM_OF[name])
    if form is not None:
        try:
            wanted = Form(form)
        except ValueError:
            return None
        if name not in _SHAPES_OF[wanted]:
            return None
    try:
        return Mark(wanted, spots, page)
    except ValueError:
        return None


_FORM_OF: Mapping[str, str] = {"line": "arrow", "rect": "box", "polygon": "polygon"}
_SHAPES_OF: Mapping[Form, tuple[str, ...]] = {
    Form.POINT: ("circle",),
    Form.TEXT: ("circle",),
    Form.ARROW: ("line",),
    Form.BOX: ("rect",),
    Form.POLYGON: ("polygon",),
    Form.BLUR: ("rect", "polygon"),
}


def _shape_of(selector: JsonValue) -> tuple[str, tuple[Spot, ...]] | None:
    if not isinstance(selector, Mapping):
        return None
    value = selector.get("value")
    # The longest that is ever written is far shorter.
    if not isinstance(value, str) or len(value) > 100 * MOST_CORNERS:
        return None
    if selector.get("type") == "FragmentSelector":
        found = _XYWH.fullmatch(value)
        if found is None:
            return None
        x, y, w, h = (float(each) / 100 for each in found.groups())
        return "rect", ((x, y), (x + w, y + h))
    if selector.get("type") != "SvgSelector":
        return None
    svg = _SVG.fullmatch(value)
    if svg is None or dict(_VALUE.findall(svg["head"])).get("viewBox") != "0 0 1 1":
        return None
    try:
        return svg["name"], _spots(svg["name"], dict(_VALUE.findall(svg["told"])))
    except (KeyError, ValueError):
        return None


def _spots(name: str, told: Mapping[str, str]) -> tuple[Spot, ...]:
    """The corners of an SVG shape. Raises KeyError or ValueError."""

    def number(text: str) -> float:
        if not re.fullmatch(_NUMBER, text):
            raise ValueError(text)
        return float(text)

    match name:
        case "circle":
            return ((number(told["cx"]), number(told["cy"])),)
        case "line":
            return (
                (number(told["x1"]), number(told["y1"])),
                (number(told["x2"]), number(told["y2"])),
            )
        case "rect":
            x, y = number(told["x"]), number(told["y"])
            return (x, y), (x + number(told["width"]), y + number(told["height"]))
        case "polygon":
            pairs = [pair.split(",") for pair in told["points"].split()]
            return tuple((number(x), number(y)) for x, y in pairs)
        case _:
            raise ValueError(name)
