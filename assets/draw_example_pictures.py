"""Draw the two schematic pictures of the example case.

    python assets/draw_example_pictures.py

They are drawings, not imagery, and say so in their pixels: the pieces that the example is based on
come with no picture that could be shipped. The same script always draws the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import cos, radians, sin
from pathlib import Path
from typing import TypeAlias

from PIL import Image, ImageDraw, ImageFont

Point: TypeAlias = tuple[float, float]
Colour: TypeAlias = tuple[int, int, int]

FOLDER = Path(__file__).parent / "caseboard_assets" / "example"

WIDTH, HEIGHT = 780, 300
"""Three pixels for each of a card's picture."""
FINER = 4
"""Drawn this much larger and scaled down, which smooths every edge."""

WATER, DEEP, FOAM = (118, 158, 182), (101, 142, 168), (160, 192, 209)
LAND, FIELD, QUAY = (187, 190, 160), (174, 180, 146), (203, 197, 181)
RAIL, STEEL, DARK = (110, 108, 102), (98, 108, 118), (64, 72, 82)
BOXES = ((176, 106, 84), (92, 124, 146), (190, 152, 88), (112, 138, 112))
PAPER, RULE, INK = (222, 221, 214), (205, 204, 196), (84, 92, 102)
METAL, LIGHT_METAL, SHADE, TORN = (140, 142, 140), (166, 168, 164), (112, 114, 114), (86, 86, 86)
MATCH = (168, 116, 60)
PLATE, WORDS = (38, 44, 52), (240, 242, 244)


class Sheet:
    """A sheet to draw on, in the pixels of the finished picture."""

    def __init__(self, ground: Colour) -> None:
        self.image = Image.new("RGB", (WIDTH * FINER, HEIGHT * FINER), ground)
        self._pen = ImageDraw.Draw(self.image)

    def area(self, points: Sequence[Point], fill: Colour) -> None:
        """Fill a polygon."""
        self._pen.polygon([(x * FINER, y * FINER) for x, y in points], fill=fill)

    def line(self, points: Sequence[Point], fill: Colour, width: float) -> None:
        """Draw a line with soft joints."""
        scaled = [(x * FINER, y * FINER) for x, y in points]
        self._pen.line(scaled, fill=fill, width=round(width * FINER), joint="curve")

    def dashes(self, start: Point, end: Point, fill: Colour, width: float, dash: float = 9) -> None:
        """Draw a dashed straight line."""
        length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
        ux, uy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
        at = 0.0
        while at < length:
            to = min(at + dash * 0.6, length)
            first = (start[0] + ux * at, start[1] + uy * at)
            self.line([first, (start[0] + ux * to, start[1] + uy * to)], fill, width)
            at += dash

    def disc(self, centre: Point, rx: float, ry: float, fill: Colour) -> None:
        """Fill an ellipse."""
        (x, y), s = centre, FINER
        self._pen.ellipse(((x - rx) * s, (y - ry) * s, (x + rx) * s, (y + ry) * s), fill=fill)

    def label(self) -> None:
        """Write into the lower left corner what this is."""
        font = ImageFont.load_default(31 * FINER)
        text = "schematic, not imagery"
        left, top, right, bottom = self._pen.textbbox((0, 0), text, font=font)
        x, y, pad = 56 * FINER, (HEIGHT - 72) * FINER, 12 * FINER
        box = (x, y, x + right - left + 2 * pad, y + 42 * FINER)
        self._pen.rounded_rectangle(box, radius=8 * FINER, fill=PLATE)
        middle = y + 21 * FINER - (bottom - top) / 2
        self._pen.text((x + pad - left, middle - top), text, font=font, fill=WORDS)

    def save(self, name: str) -> None:
        """Scale down and write as a small PNG with few colours."""
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        few = small.quantize(128, dither=Image.Dither.NONE)
        few.save(FOLDER / name, optimize=True)


def turned(points: Sequence[Point], at: Point, degrees: float) -> list[Point]:
    """Points around the origin, turned and moved to their place."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return [(at[0] + x * c - y * s, at[1] + x * s + y * c) for x, y in points]


def oblong(length: float, width: float) -> list[Point]:
    """A rectangle around the origin."""
    return [
        (-length / 2, -width / 2),
        (length / 2, -width / 2),
        (length / 2, width / 2),
        (-length / 2, width / 2),
    ]


def draw_deliveries() -> None:
    """A ship at a quay and a train beside it, from above."""
    sheet, tilt = Sheet(WATER), -14.0
    sheet.area([(0, 0), (330, 0), (120, HEIGHT), (0, HEIGHT)], DEEP)
    shore = [(430, HEIGHT), (512, 190), (560, 120), (668, 0), (WIDTH, 0), (WIDTH, HEIGHT)]
    sheet.line(shore[:4], FOAM, 12)
    sheet.area(shore, LAND)
    sheet.area([(640, HEIGHT), (720, 160), (WIDTH, 96), (WIDTH, HEIGHT)], FIELD)
    quay = turned(oblong(330, 46), (548, 176), tilt - 40)
    sheet.area(quay, QUAY)
    _draw_ship(sheet, (502, 142), tilt - 40)
    _draw_train(sheet, [(484, HEIGHT + 20), (598, 172), (742, -20)])
    _draw_wake(sheet)
    sheet.label()
    sheet.save("deliveries.png")


def _draw_wake(sheet: Sheet) -> None:
    for n in range(3):
        y = 44 + n * 46
        sheet.line([(60 + n * 34, y), (104 + n * 34, y - 8), (150 + n * 34, y)], FOAM, 2.5)


def _draw_ship(sheet: Sheet, at: Point, degrees: float) -> None:
    hull = [(-118, -24), (78, -24), (124, 0), (78, 24), (-118, 24), (-126, 0)]
    sheet.area(turned([(x + 5, y + 6) for x, y in hull], at, degrees), DEEP)
    sheet.area(turned(hull, at, degrees), DARK)
    sheet.area(turned([(x * 0.94, y * 0.78) for x, y in hull], at, degrees), STEEL)
    for column in range(6):
        for row in range(2):
            place = turned([(-58 + column * 25, -8.5 + row * 17)], at, degrees)[0]
            colour = BOXES[(column * 3 + row * 2 + column // 2) % len(BOXES)]
            sheet.area(turned(oblong(22, 14), place, degrees), colour)
    bridge = turned([(-94, 0)], at, degrees)[0]
    sheet.area(turned(oblong(20, 34), bridge, degrees), WORDS)


def _draw_train(sheet: Sheet, track: Sequence[Point]) -> None:
    sheet.line(track, QUAY, 24)
    for number, (start, end) in enumerate(pairwise(track)):
        dx, dy = end[0] - start[0], end[1] - start[1]
        length = (dx * dx + dy * dy) ** 0.5
        nx, ny = -dy / length, dx / length
        for side in (-5.5, 5.5):
            offset = (nx * side, ny * side)
            sheet.line(
                [
                    (start[0] + offset[0], start[1] + offset[1]),
                    (end[0] + offset[0], end[1] + offset[1]),
                ],
                RAIL,
                2,
            )
        if number == 0:
            continue
        for wagon in range(5):
            part = 0.1 + wagon * 0.155
            place = (start[0] + dx * part, start[1] + dy * part)
            colour = DARK if wagon == 4 else BOXES[(wagon * 2 + 1) % len(BOXES)]
            angle = -53.1
            sheet.area(turned(oblong(31, 17), place, angle), colour)


def draw_fragment() -> None:
    """A torn section of a cylinder beside an outline drawing, with lines from part to part."""
    sheet = Sheet(PAPER)
    for x in range(0, WIDTH, 26):
        sheet.line([(x, 0), (x, HEIGHT)], RULE, 1)
    for y in range(0, HEIGHT, 26):
        sheet.line([(0, y), (WIDTH, y)], RULE, 1)
    _draw_debris(sheet)
    _draw_reference(sheet)
    for here, there, level in (((196, 82), (470, 80), 52), ((330, 86), (604, 80), 30)):
        sheet.line([here, (here[0], level), (there[0], level), there], MATCH, 3)
    sheet.label()
    sheet.save("fragment.png")


def _draw_debris(sheet: Sheet) -> None:
    torn = [(70, 74), (64, 92), (78, 106), (62, 124), (80, 140), (70, 160)]
    body = [*torn, (356, 172), (372, 156), (360, 138), (378, 120), (362, 102), (370, 84)]
    sheet.area([(x + 7, y + 12) for x, y in body], RULE)
    sheet.area(body, METAL)
    sheet.area([(70, 74), (370, 84), (364, 104), (66, 94)], LIGHT_METAL)
    sheet.area([(80, 140), (360, 150), (356, 172), (70, 160)], SHADE)
    for x in (150, 196, 300, 330):
        sheet.line([(x, 76 + x * 0.03), (x - 2, 162 + x * 0.03)], TORN, 3)
    sheet.area([(222, 108), (262, 112), (254, 134), (232, 130)], TORN)
    sheet.line([*torn], TORN, 3)


def _draw_reference(sheet: Sheet) -> None:
    top, bottom = 80.0, 164.0
    middle = (top + bottom) / 2
    outline = [(424, top), (640, top), (700, middle - 12), (736, middle)]
    mirrored = [(x, 2 * middle - y) for x, y in reversed(outline[:-1])]
    sheet.line([*outline, *mirrored, (424, top)], INK, 3)
    for x in (470, 574, 604):
        sheet.line([(x, top), (x, bottom)], INK, 2)
    sheet.area([(424, top), (404, top - 26), (446, top)], INK)
    sheet.area([(424, bottom), (404, bottom + 26), (446, bottom)], INK)
    sheet.dashes((410, middle), (744, middle), INK, 1.5, 16)


if __name__ == "__main__":
    draw_deliveries()
    draw_fragment()
