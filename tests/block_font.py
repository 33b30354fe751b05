"""A font of plain blocks, made here: text set in it has the same shape on every computer.

Fonts of the system differ from one to the next, and with them where lines break and what fits on a
card. Each sign is one upright rectangle: narrow or wide, low, tall or hanging, as in real text.
"""

from __future__ import annotations

import struct
from collections.abc import Generator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase

from caseboard import lettering, theme

FAMILY = "Caseboard Blocks"
EM, ASCENT, DESCENT = 1000, 950, 250
SIGNS = (*range(0x20, 0x180), *sorted(map(ord, "–—‘’“”…•⟨⟩")))
LOW, TALL, HANGING, POINT = (0, 520), (0, 720), (-200, 520), (0, 120)
WIDTHS = (420, 560, 640)
GAP = 70


@contextmanager
def set_in_blocks() -> Generator[None]:
    """Set all text of the program in blocks."""
    added = [
        QFontDatabase.addApplicationFontFromData(QByteArray(made(weight))) for weight in (400, 600)
    ]
    assert -1 not in added, "the font was not taken"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(theme, "family", lambda: FAMILY)
        _forget_fonts()
        try:
            yield
        finally:
            _forget_fonts()
            for each in added:
                QFontDatabase.removeApplicationFont(each)


def _forget_fonts() -> None:
    lettering.fount.cache_clear()
    lettering.set_lines.cache_clear()


def made(weight: int) -> bytes:
    """The font as a TrueType file, of a weight of 400 (regular) or more."""
    shapes = [_shape_of(sign, weight) for sign in SIGNS]
    glyphs = [
        _glyph(GAP, 0, EM - GAP, 720),
        *(_glyph(*each) if each else b"" for each, _ in shapes),
    ]
    advances = [EM, *(advance for _, advance in shapes)]
    places = [sum(map(len, glyphs[:n])) for n in range(len(glyphs) + 1)]
    return _file(
        {
            b"OS/2": _os2(weight),
            b"cmap": _cmap(),
            b"glyf": b"".join(glyphs),
            b"head": _head(weight),
            b"hhea": struct.pack(
                ">IhhhHhhhhhhhhhhhH",
                *(0x10000, ASCENT, -DESCENT, 0, EM, GAP, 0, EM, 1, 0, 0, 0, 0, 0, 0, 0),
                len(glyphs),
            ),
            b"hmtx": b"".join(struct.pack(">Hh", each, GAP if each else 0) for each in advances),
            b"loca": struct.pack(f">{len(places)}I", *places),
            b"maxp": struct.pack(">IH13H", 0x10000, len(glyphs), 4, 1, 0, 0, 2, *[0] * 8),
            b"name": _name(weight),
            b"post": struct.pack(">IihhIIIII", 0x30000, 0, -100, 50, 0, 0, 0, 0, 0),
        }
    )


def _shape_of(sign: int, weight: int) -> tuple[tuple[int, int, int, int] | None, int]:
    """The rectangle of a sign, None for a space, and how far it leads on."""
    letter = chr(sign)
    if letter.isspace():
        return None, 300
    advance = WIDTHS[sign % 3]
    if not letter.isalnum():
        bottom, top = POINT
        advance = 300
    elif letter.isupper() or letter.isdigit() or letter in "bdfhklt":
        bottom, top = TALL
    else:
        bottom, top = HANGING if letter in "gjpqy" else LOW
    gap = GAP if weight < 500 else GAP // 3
    return (gap, bottom, advance - gap, top), advance


def _glyph(left: int, bottom: int, right: int, top: int) -> bytes:
    wide, high = right - left, top - bottom
    return (
        struct.pack(">hhhhhHH4B", 1, left, bottom, right, top, 3, 0, 1, 1, 1, 1)
        + struct.pack(">4h", left, 0, wide, 0)
        + struct.pack(">4h", bottom, high, 0, -high)
        + bytes(2)
    )


def _cmap() -> bytes:
    groups = [(each, each, n) for n, each in enumerate(SIGNS, 1)]
    body = b"".join(struct.pack(">III", *each) for each in groups)
    table = struct.pack(">HHIII", 12, 0, 16 + len(body), 0, len(groups)) + body
    return struct.pack(">HHHHI", 0, 1, 3, 10, 12) + table


def _head(weight: int) -> bytes:
    return struct.pack(
        ">IIIIHHqqhhhhHHhhh",
        *(0x10000, 0x10000, 0, 0x5F0F3CF5, 3, EM, 0, 0, 0, -DESCENT, EM, ASCENT),
        *(int(weight > 600), 6, 2, 1, 0),
    )


def _os2(weight: int) -> bytes:
    return struct.pack(
        ">HhHHH8hhhh10s4I4sHHHhhhHHIIhhHHH",
        *(4, 550, weight, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0, bytes(10)),
        *(1, 0, 0, 0, b"CASE", 64, SIGNS[0], SIGNS[-1], ASCENT, -DESCENT, 0, ASCENT, DESCENT),
        *(1, 0, 520, 720, 0, 32, 0),
    )


def _name(weight: int) -> bytes:
    style = "Regular" if weight < 500 else "DemiBold"
    told = {1: FAMILY, 2: style, 3: f"{FAMILY} {style}", 4: f"{FAMILY} {style}", 5: "Version 1.0"}
    told[6] = f"{FAMILY}-{style}".replace(" ", "")
    records, text = b"", b""
    for number, each in told.items():
        encoded = each.encode("utf-16-be")
        records += struct.pack(">6H", 3, 1, 0x409, number, len(encoded), len(text))
        text += encoded
    return struct.pack(">3H", 0, len(told), 6 + len(records)) + records + text


def _file(tables: dict[bytes, bytes]) -> bytes:
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    header = struct.pack(
        ">IHHHH", 0x10000, count, power * 16, power.bit_length() - 1, (count - power) * 16
    )
    directory, body = b"", b""
    start = len(header) + 16 * count
    for tag, table in sorted(tables.items()):
        padded = table + bytes(-len(table) % 4)
        directory += struct.pack(">4sIII", tag, _sum(padded), start + len(body), len(table))
        body += padded
    whole = header + directory + body
    # The head tells what the sum of the whole file lacks; it lies 8 bytes into its table.
    at = whole.index(struct.pack(">II", 0x10000, 0x10000) + bytes(4)) + 8
    lacking = (0xB1B0AFBA - _sum(whole)) & 0xFFFFFFFF
    return whole[:at] + struct.pack(">I", lacking) + whole[at + 4 :]


def _sum(padded: bytes) -> int:
    return sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
