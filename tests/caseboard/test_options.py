"""The settings: each is declared once, and holds a default where nothing sensible was chosen."""

from __future__ import annotations

from dataclasses import fields, replace

from caseboard.actions import plain
from caseboard.appearance import THEMES
from caseboard.bindings import Bindings
from caseboard.menus import CHOICES
from caseboard.options import DEFAULTS, SETTINGS, Page, setting
from caseboard.settings import Preferences


def test_every_setting_is_a_preference_whose_default_can_be_chosen() -> None:
    names = [each.name for each in SETTINGS]
    assert len(names) == len(set(names))
    assert set(names) <= {each.name for each in fields(Preferences)}
    for each in SETTINGS:
        assert not each.choices or each.default in each.choices, each.name


def test_settings_stand_together_by_their_page() -> None:
    pages = [each.page for each in SETTINGS]
    assert pages == sorted(pages, key=list(Page).index)


def test_what_cannot_be_chosen_counts_as_the_default() -> None:
    odd = replace(DEFAULTS, wheel="sideways", zoom_speed="", author="sideways")
    assert setting("wheel").value(odd) == "auto"
    assert setting("author").value(odd) == "sideways"
    assert Bindings.of(odd) == Bindings.of(DEFAULTS)


def test_the_menu_offers_what_the_settings_do() -> None:
    for name, (_, texts) in CHOICES.items():
        said = {value: plain(text) for value, text in texts.items()}
        assert said == setting(name).choices


def test_the_settings_offer_the_themes_of_the_window() -> None:
    assert list(setting("theme").choices) == ["system", *THEMES]


def test_every_choice_makes_bindings_that_hold() -> None:
    for each in SETTINGS:
        for value in each.choices:
            made = Bindings.of(replace(DEFAULTS, **{each.name: value}))
            assert abs(made.turning) > 0 and made.pinching >= 0
