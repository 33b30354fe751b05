"""The menus: a letter of its own for each entry, and ticks that are seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from caseboard import language
from caseboard.actions import ACTIONS, Menu, Needs, Sub
from caseboard.context_menus import CARD_MENU, CLAIM_MENU, FRAME_MENU, GROUND_MENU, STRING_MENU
from caseboard.menus import CHECKABLE, CHOICES, Menus
from caseboard.theme import style_sheet, theme, theme_names
from casedb.words import say


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """A window to put menus in."""
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture(params=[each.code for each in language.LANGUAGES])
def menus(window: QMainWindow, request: pytest.FixtureRequest) -> Menus:
    """All menus, in each language."""
    language.choose(request.param)
    made = Menus(window, lambda _: None)
    for title, texts in CHOICES.values():
        made.add_choice(Menu.VIEW, title, texts, lambda _: None)
    made.set_theme(theme("light"))
    return made


def letters(texts: Iterable[str]) -> Counter[str]:
    """How often each letter is marked; an empty one for a text without a mark."""
    return Counter(text.partition("&")[2][:1].casefold() for text in texts)


def test_every_menu_has_a_letter_of_its_own(menus: Menus):
    found = letters(menu.title() for menu in menus.menus.values())
    assert len(found) == len(Menu) and "" not in found


@pytest.mark.parametrize("menu", Menu)
def test_every_entry_of_a_menu_has_a_letter_of_its_own(menus: Menus, menu: Menu):
    entries = [each for each in menus.menus[menu].actions() if not each.isSeparator()]
    found = letters(each.text() for each in entries)
    assert "" not in found
    assert [letter for letter, count in found.items() if count > 1] == []


@pytest.mark.parametrize("sub", Sub)
def test_every_entry_of_a_menu_within_a_menu_has_a_letter_of_its_own(menus: Menus, sub: Sub):
    found = letters(each.text() for each in menus.submenus[sub].actions())
    assert "" not in found
    assert max(found.values()) == 1


@pytest.mark.usefixtures("menus")
@pytest.mark.parametrize("name", CHOICES)
def test_every_choice_in_a_menu_has_a_letter_of_its_own(name: str):
    found = letters(map(say, CHOICES[name][1].values()))
    assert "" not in found
    assert max(found.values()) == 1


@pytest.mark.parametrize("names", [CARD_MENU, CLAIM_MENU, FRAME_MENU, STRING_MENU, GROUND_MENU])
def test_every_entry_of_a_menu_of_the_board_has_a_letter_of_its_own(
    menus: Menus, names: tuple[str | Sub, ...]
):
    found = letters(
        say(name.value) if isinstance(name, Sub) else menus[name].text() for name in names if name
    )
    assert [letter for letter, count in found.items() if count > 1] == []


@pytest.mark.parametrize("look", theme_names())
def test_a_tick_is_seen(menus: Menus, look: str):
    menus.set_theme(theme(look))
    shown = [*menus.menus.values(), *menus.submenus.values()]
    for menu in shown:
        menu.setStyleSheet(style_sheet(theme(look)))
        menu.ensurePolished()
        menu.adjustSize()

    def seen(name: str) -> QImage:
        menu = next(each for each in shown if menus[name] in each.actions())
        return menu.grab(menu.actionGeometry(menus[name])).toImage()

    for name in CHECKABLE:
        menus.check(name, is_so=False)
        before = seen(name)
        assert not before.isNull()
        menus.check(name, is_so=True)
        assert seen(name) != before, name


def test_a_greyed_entry_says_what_is_missing(menus: Menus):
    menus.enable({need: need.sentence for need in Needs})
    assert menus["new"].isEnabled() and not menus.missing("new")
    assert not menus["duplicate"].isEnabled()
    assert menus.missing("duplicate") == menus["duplicate"].toolTip() == Needs.CARDS.sentence
    assert all(menu.toolTipsVisible() for menu in menus.menus.values())
    menus.enable(dict.fromkeys(Needs, ""))
    assert menus["duplicate"].isEnabled() and not menus.missing("duplicate")


def test_files_are_compared_from_where_they_are_looked_at() -> None:
    names = [each.name for each in ACTIONS]
    assert names.index("compare_files") == names.index("open_file") + 1
    assert CARD_MENU.index("compare_files") == CARD_MENU.index("open_file") + 1
