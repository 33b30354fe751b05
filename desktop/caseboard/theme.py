"""Colours, type and spacing from one file of tokens, and the icons painted with them.

Nothing else in the desktop names a colour or a font size. `Theme` answers by token name, so that
widgets, the board and every export share one look; an unknown token is a bug and raises KeyError.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QImage,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer

import caseboard_assets


@dataclass(frozen=True)
class Tokens:
    """The whole file of tokens."""

    type_scale: Mapping[str, int]
    space: Mapping[str, int]
    radius: Mapping[str, int]
    card: Mapping[str, int]
    themes: Mapping[str, Mapping[str, str | bool]]


@cache
def tokens() -> Tokens:
    """The tokens, read once."""
    told = cast("dict[str, object]", json.loads(caseboard_assets.read_text("themes.json")))
    return Tokens(
        cast("dict[str, int]", told["type_scale"]),
        cast("dict[str, int]", told["space"]),
        cast("dict[str, int]", told["radius"]),
        cast("dict[str, int]", told["card"]),
        cast("dict[str, dict[str, str | bool]]", told["themes"]),
    )


FADED = "~"
"""Ends the name of a token whose colour is that of something which stands back for the moment."""
LEFT_OF_FADED = 0.24
"""How much of its colour is left to what stands back; the rest is the board's ground."""


SHEET = "sheet_"
_LIGHT_SHEET, _DARK_SHEET = 0.86, 0.2
"""How light a paper is, 0 to 1."""
_STRONGEST_SHEET = 0.72
"""The saturation of a paper at the most, 0 to 1."""


class Theme:
    """One theme by name: `light`, `dark` or `print`.

    Every token has a faded twin, with FADED at the end of its name; and SHEET before it is a paper of
    that colour, on which text can be read.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._told = tokens().themes[name]
        self.label = str(self._told["label"])
        self.is_dark = bool(self._told["dark"])
        self._colours = {
            key: QColor(value)
            for key, value in self._told.items()
            if isinstance(value, str) and value.startswith("#")
        }
        self._colours |= {
            SHEET + key: _sheet(value, is_dark=self.is_dark) for key, value in self._colours.items()
        }
        ground = self._colours["bg"]
        self._colours |= {
            key + FADED: _mixed(value, ground, LEFT_OF_FADED)
            for key, value in self._colours.items()
        }

    def colour(self, token: str) -> QColor:
        """The colour of a token."""
        return self._colours[token]

    def tinted(self, token: str, alpha: float) -> QColor:
        """The colour of a token, see-through: alpha 0 to 1."""
        colour = QColor(self._colours[token])
        colour.setAlphaF(alpha)
        return colour

    def hex(self, token: str) -> str:
        """The colour of a token as #RRGGBB."""
        return self._colours[token].name()

    def has(self, token: str) -> bool:
        """Whether the theme knows a colour of that name."""
        return token in self._colours


class FadedTheme(Theme):
    """A theme for what stands back: every token has the colour of its faded twin."""

    def __init__(self, of: Theme) -> None:
        super().__init__(of.name)
        faded = [each for each in self._colours if each.endswith(FADED)]
        self._colours |= {each.removesuffix(FADED): self._colours[each] for each in faded}


def _sheet(colour: QColor, *, is_dark: bool) -> QColor:
    """A paper of a colour: the same hue, as light or dark as text needs it."""
    hue, saturation = max(0.0, colour.hslHueF()), colour.hslSaturationF()
    strength = 0.7 * saturation if is_dark else min(saturation, _STRONGEST_SHEET)
    made = QColor.fromHslF(hue, strength, _DARK_SHEET if is_dark else _LIGHT_SHEET)
    # As it is painted, in whole numbers.
    return QColor(made.red(), made.green(), made.blue())


def _mixed(colour: QColor, other: QColor, share: float) -> QColor:
    """So much of one colour, and the rest of another."""
    rest = 1 - share
    return QColor(
        round(colour.red() * share + other.red() * rest),
        round(colour.green() * share + other.green() * rest),
        round(colour.blue() * share + other.blue() * rest),
    )


@cache
def faded(of: Theme) -> Theme:
    """The theme in which what stands back is painted."""
    return FadedTheme(of)


@cache
def theme(name: str) -> Theme:
    """The theme of that name, built once."""
    return Theme(name)


def space(size: str) -> int:
    """A distance in pixels: xs 4, s 8, m 12, l 16, xl 24."""
    return tokens().space[size]


def radius(of: str) -> int:
    """The corner radius of a chip, control, card or frame in pixels."""
    return tokens().radius[of]


def card_size(of: str) -> int:
    """A measure of the card's anatomy in board units: width, padding, stripe, picture."""
    return tokens().card[of]


def font(size: str = "body", *, semibold: bool = False, bold: bool = False) -> QFont:
    """The interface font at a step of the type scale; sizes are in pixels at 100 %."""
    made = QFont(family())
    made.setPixelSize(tokens().type_scale[size])
    if bold:
        made.setWeight(QFont.Weight.Bold)
    elif semibold:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def small_caps(size: str = "tiny") -> QFont:
    """The font of kind names and section titles: small, spaced capitals."""
    made = font(size, semibold=True)
    made.setCapitalization(QFont.Capitalization.AllUppercase)
    made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
    return made


@cache
def family() -> str:
    """Inter where it is installed, else the system's interface font."""
    if "Inter" in QFontDatabase.families():
        return "Inter"
    return QGuiApplication.font().family()


# -- icons ---------------------------------------------------------------------------------


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    svg = caseboard_assets.icon_svg(name).replace("currentColor", colour)
    return QSvgRenderer(QByteArray(svg.encode()))


def paint_icon(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Draw an icon into a box, as vectors."""
    _renderer(name, colour.name()).render(painter, box)


@lru_cache(maxsize=1024)
def icon_pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """An icon as a picture of `size` device-independent pixels, `colour` as #RRGGBB."""
    pixels = max(1, round(size * ratio))
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, colour).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)


def icon(name: str, of: Theme, token: str = "tx2", size: int = 20) -> QIcon:
    """An icon for buttons and menus, with its greyed and highlighted states."""
    made = QIcon()
    modes = (
        (QIcon.Mode.Normal, token),
        (QIcon.Mode.Active, "tx"),
        (QIcon.Mode.Selected, token),
        (QIcon.Mode.Disabled, "bd2"),
    )
    for ratio in (1.0, 2.0):
        for mode, colour in modes:
            made.addPixmap(icon_pixmap(name, of.hex(colour), size, ratio), mode)
    return made


# -- widgets -------------------------------------------------------------------------------


def palette(of: Theme) -> QPalette:
    """The colours that standard widgets use."""
    made = QPalette()
    role = QPalette.ColorRole
    for each, token in (
        (role.Window, "surf"),
        (role.WindowText, "tx"),
        (role.Base, "surf"),
        (role.AlternateBase, "surf2"),
        (role.Text, "tx"),
        (role.Button, "surf"),
        (role.ButtonText, "tx"),
        (role.ToolTipBase, "surf"),
        (role.ToolTipText, "tx"),
        (role.PlaceholderText, "tx3"),
        (role.Highlight, "ac"),
        (role.HighlightedText, "actx"),
        (role.Link, "ac"),
        (role.LinkVisited, "ac"),
        (role.BrightText, "err"),
        (role.Light, "surf"),
        (role.Midlight, "hover"),
        (role.Mid, "bd"),
        (role.Dark, "bd2"),
        (role.Shadow, "shadow"),
    ):
        made.setColor(each, of.colour(token))
    for each in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, of.colour("bd2"))
    return made


def style_sheet(of: Theme) -> str:
    """The style sheet of the window: the house's controls, drawn from the tokens."""
    sizes = {
        f"{group}-{name}": f"{value}px"
        for group, values in (
            ("type", tokens().type_scale),
            ("space", tokens().space),
            ("radius", tokens().radius),
        )
        for name, value in values.items()
    }

    def answer(match: re.Match[str]) -> str:
        return sizes.get(match[1]) or of.hex(match[1])

    return re.sub(r"@([a-z0-9-]+)", answer, caseboard_assets.read_text("style.qss"))
