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

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
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
    QTransform,
)
from PySide6.QtSvg import QSvgRenderer

import caseboard_assets
from caseboard.scale import px, scaled

CAPS_SPACING = 0.6
"""How much further than other letters small capitals stand apart, in pixels or board units."""


@dataclass(frozen=True)
class Tokens:
    """The whole file of tokens."""

    type_scale: Mapping[str, int]
    space: Mapping[str, int]
    radius: Mapping[str, int]
    card: Mapping[str, int]
    themes: Mapping[str, Mapping[str, str | bool | float]]


@cache
def tokens() -> Tokens:
    """The tokens, read once."""
    told = cast("dict[str, object]", json.loads(caseboard_assets.read_text("themes.json")))
    return Tokens(
        cast("dict[str, int]", told["type_scale"]),
        cast("dict[str, int]", told["space"]),
        cast("dict[str, int]", told["radius"]),
        cast("dict[str, int]", told["card"]),
        cast("dict[str, dict[str, str | bool | float]]", told["themes"]),
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


_WHITE: Mapping[str, str | bool | float] = {"bg": "#FFFFFF", "grain": 0.0}
"""What a theme has otherwise on white paper."""


class Theme:
    """One theme by name: `light`, `dark` or `print`; with `on_white` its ground is white.

    Every token has a faded twin, with FADED at the end of its name; and SHEET before it is a paper of
    that colour, on which text can be read.
    """

    def __init__(self, name: str, *, on_white: bool = False) -> None:
        self.name, self.is_on_white = name, on_white
        self._told = {**tokens().themes[name], **(_WHITE if on_white else {})}
        self.label = str(self._told["label"])
        self.is_dark = bool(self._told["dark"])
        self.is_outlined = bool(self._told.get("outlined"))
        self.has_pins = bool(self._told.get("pins"))
        self.shade = self._number("shade", 1.0)
        self.grain = self._number("grain", 0.0)
        self.slack = self._number("slack", 0.0)
        self._line, self._ring = self._number("line", 1.0), self._number("ring", 2.0)
        self._colours = {
            key: QColor(value)
            for key, value in self._told.items()
            if isinstance(value, str) and value.startswith("#")
        }
        self._colours |= {key: self._colours[of] for key, of in self._derived().items()}
        self._colours |= {
            SHEET + key: _sheet(value, is_dark=self.is_dark) for key, value in self._colours.items()
        }
        ground = self._colours["bg"]
        self._colours |= {
            key + FADED: _mixed(value, ground, LEFT_OF_FADED)
            for key, value in self._colours.items()
        }

    def _number(self, key: str, default: float) -> float:
        return float(self._told.get(key, default))

    def _derived(self) -> Mapping[str, str]:
        """Colours that follow from others: of the line around what is chosen, of that around chips,
        and of the ring of the focus, which must not look like what is chosen."""
        if self.is_outlined:
            return {"online": "ac", "chipline": "bd2", "focus": "tx"}
        return {"online": "acbg", "chipline": "chip", "focus": "ac"}

    @property
    def line(self) -> int:
        """How thick outlines are, in pixels."""
        return px(self._line)

    @property
    def ring(self) -> int:
        """How thick the ring around what has the focus is, in pixels."""
        return px(self._ring)

    @property
    def line_units(self) -> float:
        """How thick the outlines of cards are, in board units at 100 %."""
        return self._line

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
        super().__init__(of.name, on_white=of.is_on_white)
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
def theme(name: str, *, on_white: bool = False) -> Theme:
    """The theme of that name, built once; with white in the place of its ground where that is wished."""
    return Theme(name, on_white=on_white)


def theme_names() -> tuple[str, ...]:
    """The names of all themes."""
    return tuple(tokens().themes)


# -- sizes on the screen, which follow the scale of the interface ---------------------------


def space(size: str) -> int:
    """A distance in pixels: xs 4, s 8, m 12, l 16, xl 24 at 100 %."""
    return px(tokens().space[size])


def radius(of: str) -> int:
    """The corner radius of a chip, control, card or frame in pixels."""
    return px(tokens().radius[of])


def font(size: str = "body", *, semibold: bool = False, bold: bool = False) -> QFont:
    """The interface font at a step of the type scale."""
    made = typeface(semibold=semibold, bold=bold)
    made.setPixelSize(px(tokens().type_scale[size]))
    return made


def even_font(size: str = "body") -> QFont:
    """A font at a step of the type scale in which every sign is as wide as every other."""
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    made.setPixelSize(px(tokens().type_scale[size]))
    return made


def small_caps(size: str = "tiny") -> QFont:
    """The font of kind names and section titles: small, spaced capitals."""
    made = typeface(semibold=True, caps=True)
    made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, scaled(CAPS_SPACING))
    made.setPixelSize(px(tokens().type_scale[size]))
    return made


# -- sizes on the board, which follow its zoom ---------------------------------------------


def card_size(of: str) -> int:
    """A measure of the card's anatomy in board units: width, padding, stripe, picture."""
    return tokens().card[of]


def board_space(size: str) -> int:
    """A distance in board units."""
    return tokens().space[size]


def board_radius(of: str) -> int:
    """The corner radius of a card or frame in board units."""
    return tokens().radius[of]


# -- fonts -----------------------------------------------------------------------------------


def typeface(*, semibold: bool = False, bold: bool = False, caps: bool = False) -> QFont:
    """The interface font, whose size is to be set."""
    made = QFont(family())
    if bold:
        made.setWeight(QFont.Weight.Bold)
    elif semibold:
        made.setWeight(QFont.Weight.DemiBold)
    if caps:
        made.setCapitalization(QFont.Capitalization.AllUppercase)
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, CAPS_SPACING)
    return made


@cache
def family() -> str:
    """Inter where it is installed, else the system's interface font."""
    if "Inter" in QFontDatabase.families():
        return "Inter"
    return QGuiApplication.font().family()


# -- icons ---------------------------------------------------------------------------------


DIRECTED = frozenset(
    {
        *("arrow_left", "arrow_right", "chevron_left", "chevron_right"),
        *("sidebar_left", "sidebar_right", "undo", "redo", "go_to", "sort", "text", "quote"),
    }
)
"""Icons that show a direction of reading, and are mirrored where that runs from right to left."""


def paint_icon(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Draw an icon into a box, as vectors."""
    if _is_turned(name):
        painter.save()
        painter.translate(2 * box.center().x(), 0)
        painter.scale(-1, 1)
    _renderer(name, colour.name()).render(painter, box)
    if _is_turned(name):
        painter.restore()


def _is_turned(name: str) -> bool:
    return name in DIRECTED and QGuiApplication.isRightToLeft()


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    svg = caseboard_assets.icon_svg(name).replace("currentColor", colour)
    return QSvgRenderer(QByteArray(svg.encode()))


def icon_pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """An icon as a picture of `size` device-independent pixels, `colour` as #RRGGBB."""
    return _icon_pixmap(name, colour, size, ratio, is_turned=_is_turned(name))


@lru_cache(maxsize=1024)
def _icon_pixmap(name: str, colour: str, size: int, ratio: float, *, is_turned: bool) -> QPixmap:
    pixels = max(1, round(size * ratio))
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, colour).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    if is_turned:
        image = image.transformed(QTransform.fromScale(-1, 1))
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)


def icon(name: str, of: Theme, token: str = "tx2", size: int = 20, gap: int = 0) -> QIcon:
    """An icon for buttons and menus, so large at 100 %, with its states: greyed, lit, switched on.

    With a `gap` so much is left free behind it, where a word follows: Qt leaves 4 pixels at every
    scale.
    """
    lit = "ac" if token == "tx2" else token
    colours = (of.hex(token), of.hex("tx"), of.hex("off"), of.hex(lit))
    is_mirrored = QGuiApplication.isRightToLeft()
    return _icon(name, colours, px(size), px(gap), is_mirrored=is_mirrored)


@lru_cache(maxsize=512)
def _icon(
    name: str, colours: tuple[str, str, str, str], size: int, gap: int, *, is_mirrored: bool
) -> QIcon:
    made = QIcon()
    modes = QIcon.Mode
    plain, active, off, lit = colours
    states = (
        (modes.Normal, QIcon.State.Off, plain),
        (modes.Active, QIcon.State.Off, active),
        (modes.Selected, QIcon.State.Off, plain),
        (modes.Disabled, QIcon.State.Off, off),
        (modes.Normal, QIcon.State.On, lit),
        (modes.Active, QIcon.State.On, lit),
    )
    for ratio in (1.0, 2.0):
        for mode, state, colour in states:
            picture = _icon_pixmap(
                name, colour, size, ratio, is_turned=is_mirrored and name in DIRECTED
            )
            made.addPixmap(
                _with_gap(picture, gap, is_mirrored=is_mirrored) if gap else picture, mode, state
            )
    return made


def tick(of: Theme, size: int = 16) -> QIcon:
    """A tick in menus beside what is so, and nothing beside what is not: Qt's own has one size."""
    return _tick(of.hex("tx"), px(size))


@lru_cache(maxsize=32)
def _tick(colour: str, size: int) -> QIcon:
    made = QIcon()
    for ratio in (1.0, 2.0):
        picture = icon_pixmap("check", colour, size, ratio)
        made.addPixmap(picture, QIcon.Mode.Normal, QIcon.State.On)
        nothing = QPixmap(picture.size())
        nothing.setDevicePixelRatio(ratio)
        nothing.fill(Qt.GlobalColor.transparent)
        made.addPixmap(nothing, QIcon.Mode.Normal, QIcon.State.Off)
    return made


def _with_gap(picture: QPixmap, gap: int, *, is_mirrored: bool) -> QPixmap:
    ratio = picture.devicePixelRatio()
    side = picture.deviceIndependentSize().width()
    wide = QPixmap(round((side + gap) * ratio), picture.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(QPointF(gap if is_mirrored else 0, 0), picture)
    painter.end()
    return wide


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
        made.setColor(QPalette.ColorGroup.Disabled, each, of.colour("off"))
    return made


def style_sheet(of: Theme) -> str:
    """The style sheet of the window: the house's controls, drawn from the tokens."""
    sizes = {
        f"{group}-{name}": px(value)
        for group, values in (
            ("type", tokens().type_scale),
            ("space", tokens().space),
            ("radius", tokens().radius),
        )
        for name, value in values.items()
    }
    sizes |= {"line": of.line, "ring": of.ring}
    takers = {"lined": of.line, "inset": of.ring, "ringed": of.ring - of.line}

    def answer(match: re.Match[str]) -> str:
        named, length = match["named"], match["length"]
        if length:
            return f"{px(int(length))}px"
        taken, _, size = named.partition("-")
        if taken in takers:
            return f"{max(0, px(int(size)) - takers[taken])}px"
        return f"{sizes[named]}px" if named in sizes else of.hex(named)

    sheet = _LENGTHS.sub(answer, caseboard_assets.read_text("style.qss"))
    return _mirrored(sheet) if QGuiApplication.isRightToLeft() else sheet


def _mirrored(sheet: str) -> str:
    """A style sheet for layouts from right to left, which Qt turns round only where parts of a control are
    placed in it."""
    return _BLOCK.sub(lambda match: _turned(match[0]), sheet)


def _turned(block: str) -> str:
    if "subcontrol-position" in block:
        return block
    block = _SIDES.sub(r"\1 \2 \5 \4 \3;", block)
    return _SIDE.sub(lambda match: _OTHER[match[0]], block)


_BLOCK = re.compile(r"\{[^}]*\}")
_SIDES = re.compile(r"((?:padding|margin):) (\d+(?:px)?) (\d+(?:px)?) (\d+(?:px)?) (\d+(?:px)?);")
"""Four different sides of a box: top, right, bottom, left."""
_SIDE = re.compile(r"(?<=[-: ])(?:left|right)(?=[-:;])")
_OTHER = {"left": "right", "right": "left"}
_LENGTHS = re.compile(r"@(?P<named>[a-z][a-z0-9-]*)|\b(?P<length>\d+)px\b")
