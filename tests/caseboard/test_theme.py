"""The tokens: every text can be read on every ground it stands on, and every mark be seen (WCAG 2.2).

Level AA in every theme, AAA in those of high contrast; and no two types of link look alike to
somebody who sees fewer colours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

import caseboard_assets
from caseboard import scale
from caseboard.actions import COLOURS
from caseboard.board.grain import grain
from caseboard.board.line_marks import COLOURS as COLOURS_OF_LINES
from caseboard.board.line_marks import colour_of_line
from caseboard.theme import SHEET, icon, px, style_sheet, theme, theme_names, tick
from casedb.model.kinds import KINDS
from casedb.model.link_types import LINK_TYPES
from colour_vision import VISIONS, distance
from contrast import contrast, luminance

NAMES = theme_names()
ACCENTS = sorted({kind.accent for kind in KINDS.values()})
LINES = sorted({colour_of_line(number) for number in range(1, 2 * COLOURS_OF_LINES)})
STRINGS = sorted({kind.accent for kind in LINK_TYPES.values()})
MARK = 3.0
"""How well whatever is no text must stand out."""
APART = 0.05
"""How far apart colours must look that alone tell two things apart."""


def text_needs(name: str) -> float:
    """How well text must stand out in a theme."""
    return 7.0 if name.endswith("-high") else 4.5


def mixed(over: QColor, ground: QColor, alpha: float) -> QColor:
    """A colour seen through another."""
    one, other = ((each.red(), each.green(), each.blue()) for each in (over, ground))
    parts = [round(a * alpha + b * (1 - alpha)) for a, b in zip(one, other, strict=True)]
    return QColor(*parts)


TEXTS = (
    *((ink, ground) for ink in ("tx", "tx2", "tx3") for ground in ("surf", "surf2", "bg", "hover")),
    *((ink, "notebg") for ink in ("tx", "tx2", "tx3", "note")),
    *((ink, "acbg") for ink in ("tx", "tx2", "ac")),
    *((ink, "chip") for ink in ("tx", "tx2", "tx3")),
    *(("ac", ground) for ground in ("surf", "surf2", "hover")),
    *(("actx", ground) for ground in ("ac", "err")),
    *(("tx", ground) for ground in ("mark", "errbg", "warnbg")),
    *((ink, ground) for ink in ("warn", "err", "ok") for ground in ("surf", "surf2", "hover")),
    *((accent, "surf") for accent in ACCENTS),
    *((accent, "bg") for accent in ACCENTS),
    *((accent, "bg") for accent in STRINGS),
    *((accent, "surf") for accent in ("sup", "dis")),
    *(("surf", line) for line in LINES),
)
"""Every ink with every ground it is written on."""


def too_faint(name: str, pairs: Iterable[tuple[str, str]], least: float) -> list[str]:
    """The pairs of tokens that do not stand out from each other well enough."""
    look = theme(name)
    found = {pair: contrast(*(look.colour(each) for each in pair)) for pair in pairs}
    return [f"{a} on {b}: {ratio:.2f}" for (a, b), ratio in found.items() if ratio < least]


@pytest.mark.parametrize("name", NAMES)
def test_text_can_be_read_on_its_ground(name: str):
    assert too_faint(name, TEXTS, text_needs(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_words_can_be_read_on_a_sticky_note_of_every_colour(name: str):
    papers = [("tx", SHEET + (colour or "note")) for colour in COLOURS]
    assert too_faint(name, papers, text_needs(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_words_can_be_read_on_the_board_itself_in_every_colour(name: str):
    inks = [(colour or "tx2", "bg") for colour in COLOURS]
    assert too_faint(name, inks, text_needs(name)) == []


def test_the_check_finds_what_is_too_faint():
    assert too_faint("light", [("bd", "surf"), ("tx", "surf")], 3.0) == ["bd on surf: 1.35"]


@pytest.mark.parametrize("name", NAMES)
def test_a_judgement_can_be_read_in_its_tinted_pill(name: str):
    look = theme(name)
    for ink in ("sup", "dis", "warn", "der", "err", "und"):
        pill = mixed(look.colour(ink), look.colour("surf"), 0.12)
        assert contrast(look.colour(ink), pill) >= text_needs(name), ink


@pytest.mark.parametrize("name", NAMES)
def test_the_title_of_a_frame_can_be_read(name: str):
    look = theme(name)
    for accent in ("", *ACCENTS):
        over, alpha = (look.colour(accent), 0.06) if accent else (look.colour("frame"), 0.45)
        ground = mixed(over, look.colour("bg"), alpha)
        assert contrast(look.colour(accent or "tx2"), ground) >= text_needs(name), accent


def test_text_can_be_read_on_the_grain_of_cork():
    look = theme("cork")
    shades = sorted(grain(look)[::4, ::4].reshape(-1).tolist(), key=_light)
    # All but the few darkest pixels: no letter stands on specks alone.
    dark = QColor(shades[len(shades) // 50])
    for ink in ("tx", "tx2", "tx3"):
        assert contrast(look.colour(ink), dark) >= 4.5, ink
    for ink in {*ACCENTS, *STRINGS, *LINES, "ac"}:
        assert contrast(look.colour(ink), dark) >= MARK, ink


def _light(shade: int) -> float:
    return luminance(QColor(shade))


MARKS = (
    *(("bd2", ground) for ground in ("surf", "surf2", "bg")),
    *(("ac", ground) for ground in ("surf", "surf2", "bg", "acbg", "hover", "chip")),
    *(("focus", ground) for ground in ("surf", "surf2", "bg", "acbg", "hover", "chip", "errbg")),
    *(
        (accent, ground)
        for accent in ACCENTS
        for ground in ("surf", "surf2", "bg", "acbg", "hover")
    ),
    *(
        (accent, ground)
        for accent in STRINGS
        for ground in ("surf", "surf2", "bg", "acbg", "hover")
    ),
    *(("warn", ground) for ground in ("bg", "surf")),
    *((line, ground) for line in LINES for ground in ("bg", "surf", "surf2", "frame")),
)
"""Icons, strings, outlines of controls, rings: what says something, with where it lies."""


@pytest.mark.parametrize("name", NAMES)
def test_what_says_something_is_seen_on_its_ground(name: str):
    assert too_faint(name, MARKS, MARK) == []


@pytest.mark.parametrize("name", [name for name in NAMES if theme(name).is_outlined])
def test_where_no_tint_speaks_what_is_chosen_has_a_line_around_it(name: str):
    lines = [("online", ground) for ground in ("surf", "surf2", "bg", "acbg")]
    assert too_faint(name, [*lines, ("chipline", "surf")], MARK) == []


@pytest.mark.parametrize("name", ["light-high", "dark-high"])
def test_with_high_contrast_every_line_is_seen(name: str):
    look = theme(name)
    grounds = ("surf", "surf2", "bg", "hover", "acbg", "chip")
    assert too_faint(name, [("bd", ground) for ground in grounds], MARK) == []
    assert (look.line, look.ring) > (theme("light").line, theme("light").ring)


@pytest.mark.parametrize("name", ["light-high", "dark-high"])
def test_with_high_contrast_what_cannot_be_used_looks_it(name: str):
    look = theme(name)
    assert contrast(look.colour("off"), look.colour("tx3")) >= 1.5


# -- colour blindness ------------------------------------------------------------------------


def lookalikes() -> Iterator[tuple[str, str]]:
    """The colours of types of link that are told apart by nothing else."""
    for one, other in combinations(LINK_TYPES.values(), 2):
        if (one.dash, one.start_glyph, one.end_glyph) == (
            other.dash,
            other.start_glyph,
            other.end_glyph,
        ):
            yield one.accent, other.accent


FOR_AND_AGAINST = ("sup", "dis", "und", "der")
"""The colours of what most strings say, which are told apart from far away as well."""
TOLD_APART = sorted({*lookalikes(), *combinations(FOR_AND_AGAINST, 2)})


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("vision", VISIONS)
def test_types_of_link_look_different_to_everybody(name: str, vision: str):
    look = theme(name)
    for one, other in TOLD_APART:
        away = distance(look.colour(one), look.colour(other), vision)
        assert away >= APART, (one, other)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("vision", VISIONS)
def test_six_independent_lines_look_different_to_everybody_and_from_what_is_chosen(
    name: str, vision: str
):
    look = theme(name)
    assert len(LINES) == 6
    for one, other in combinations([*LINES, "ac", "tx"], 2):
        away = distance(look.colour(one), look.colour(other), vision)
        assert away >= APART, (one, other)


def test_some_types_are_told_apart_by_their_colour_alone():
    assert len(set(lookalikes())) >= 3


# -- the style sheet and icons ---------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_the_style_sheet_knows_all_its_tokens(name: str):
    assert "@" not in style_sheet(theme(name))


@pytest.fixture(params=scale.STEPS)
def percent(request: pytest.FixtureRequest) -> Iterator[int]:
    """Every scale of the interface."""
    scale.set_percent(int(request.param))
    yield scale.percent()
    scale.set_percent(100)


def test_lengths_in_the_style_sheet_grow_with_the_scale(percent: int):
    body = re.search(r"QWidget \{ font-size: (\d+)px", style_sheet(theme("light")))
    assert body is not None
    assert int(body[1]) == px(13)
    assert "min-height: 18px" in caseboard_assets.read_text("style.qss")
    assert f"min-height: {px(18)}px" in style_sheet(theme("light"))


def test_an_icon_that_is_switched_on_has_the_colour_of_its_word(qapp: object):
    look = theme("light")
    shown = icon("select", look).pixmap(20, QIcon.Mode.Normal, QIcon.State.On).toImage()
    inked = [shown.pixelColor(x, y) for x in range(20) for y in range(20)]
    assert distance(max(inked, key=QColor.alpha), look.colour("ac")) < 0.03


def test_an_icon_is_painted_once_and_anew_for_whatever_changes_it(qapp: QApplication):
    light = theme("light")

    def made() -> list[QIcon]:
        """One that shows a direction, one that shows none, one with a gap, and a tick."""
        plain = icon("undo", light), icon("add", light), icon("add", light, "tx", 16, 4)
        return [*plain, tick(light)]

    def keys() -> set[int]:
        return {each.cacheKey() for each in made()}

    usual, straight = keys(), [each.pixmap(24).toImage() for each in made()]
    assert keys() == usual and len(usual) == 4
    assert icon("add", theme("dark")).cacheKey() not in usual
    scale.set_percent(200)
    assert not keys() & usual
    scale.set_percent(100)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = [each.pixmap(24).toImage() for each in made()]
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    is_turned = [one != other for one, other in zip(mirrored, straight, strict=True)]
    assert is_turned == [True, False, True, False]
    assert keys() == usual


def test_only_what_qt_does_not_turn_round_is_turned_in_the_style(qapp: QApplication) -> None:
    straight = style_sheet(theme("light"))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    turned = style_sheet(theme("light"))
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    arrow = "#viewTool::menu-indicator { subcontrol-position: right center; right: 8px; }"
    assert arrow in straight
    # Qt places the arrow at the other side, and as far from it.
    assert arrow in turned
    assert "padding: 4px 22px 4px 10px" in straight
    assert "padding: 4px 10px 4px 22px" in turned


def test_a_control_keeps_its_size_when_it_has_the_focus(qtbot: QtBot, percent: int):
    for name in ("light", "light-high"):
        room = QWidget()
        qtbot.addWidget(room)
        room.setStyleSheet(style_sheet(theme(name)))
        column = QVBoxLayout(room)
        controls = (QPushButton("Close"), QToolButton(), QLineEdit("Words"))
        for control in controls:
            column.addWidget(control)
        room.show()
        room.activateWindow()
        qtbot.waitUntil(room.isActiveWindow)
        for control in controls:
            room.setFocus()
            before = control.sizeHint()
            control.setFocus()
            assert control.sizeHint() == before, (name, percent, control)
