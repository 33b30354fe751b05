"""Preferences: kept per user, read back, and never in the way."""

from __future__ import annotations

import json

import pytest

from caseboard.settings import MOST_RECENT, Preferences, Recent, Settings, View
from casedb.store.home import Home


def test_what_is_set_is_there_next_time(home: Home) -> None:
    settings = Settings(home)
    settings.change(theme="dark", author="A. Editor")
    settings.keep_views("case", {"board": View(1, 2, 0.5)})
    again = Settings(home)
    assert again.now.theme == "dark"
    assert again.now.author == "A. Editor"
    assert again.view_of("case", "board") == View(1, 2, 0.5)


def test_only_what_differs_from_the_default_is_stored(home: Home) -> None:
    Settings(home).change(theme="dark", wheel="auto")
    stored = json.loads((home.path / "settings.json").read_text(encoding="utf-8"))
    assert stored == {"theme": "dark"}


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"theme": 7}', '{"recent": [1, {}, {"path": 3}]}', '{"views": {"a": {}}}'],
)
def test_a_broken_file_falls_back_to_the_defaults(home: Home, text: str) -> None:
    home.folder()
    (home.path / "settings.json").write_text(text, encoding="utf-8")
    assert Settings(home).now == Preferences()


def test_recent_cases_are_listed_once_newest_first(home: Home) -> None:
    settings = Settings(home)
    for n in range(MOST_RECENT + 3):
        settings.remember(Recent(f"case {n}", "T", "2024-01-01T00:00:00Z", "id"))
    settings.remember(Recent("case 5", "T", "2024-01-02T00:00:00Z", "id"))
    paths = [each.path for each in Settings(home).now.recent]
    assert paths[0] == "case 5"
    assert len(paths) == len(set(paths)) == MOST_RECENT
    settings.forget("case 5")
    assert "case 5" not in [each.path for each in settings.now.recent]


def test_a_preview_stays_in_the_folder_whatever_the_id_says(home: Home) -> None:
    assert Settings(home).preview_of("../../x").parent == home.path / "previews"


def test_a_path_that_is_no_text_is_kept(home: Home) -> None:
    settings = Settings(home)
    settings.remember(Recent("/cases/\udcff.caseboard", "Ржавчина", "", "id"))
    assert Settings(home).now.recent == settings.now.recent


def test_a_view_of_nowhere_is_not_gone_back_to(home: Home) -> None:
    home.folder()
    views = '{"views": {"a/b": {"x": NaN, "y": 0, "zoom": 1}}}'
    (home.path / "settings.json").write_text(views, encoding="utf-8")
    assert Settings(home).view_of("a", "b") is None


def test_keys_that_are_no_texts_are_left_out(home: Home) -> None:
    home.folder()
    keys = '{"keys": {"zoom_in": ["F9", 3, null], "zoom_out": "F8", "find": []}}'
    (home.path / "settings.json").write_text(keys, encoding="utf-8")
    assert Settings(home).now.keys == {"zoom_in": ("F9",), "find": ()}


def test_what_is_set_anew_is_told_and_nothing_else(home: Home) -> None:
    settings = Settings(home)
    told: list[str] = []
    settings.changed.connect(told.append)
    settings.change(theme="dark", wheel="auto")
    settings.change(theme="dark")
    assert told == ["theme"]
