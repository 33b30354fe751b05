"""Movement: as it is chosen, else as the system wants it, read where each system keeps the wish."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from caseboard import motion
from caseboard.motion import wants_stillness
from caseboard.settings import Settings
from caseboard.window import Window
from casedb.store.home import Home


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of settings in which nothing is set, that is really looked at."""
    monkeypatch.setattr(motion, "wants_stillness", wants_stillness)
    monkeypatch.setattr(motion, "sys", SimpleNamespace(platform="linux"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path


def test_where_the_system_says_nothing_things_move(config: Path):
    assert motion.duration(220) == 220


@pytest.mark.parametrize(
    ("file", "text", "still"),
    [
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0.0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("kdeglobals", "[KDE][$i]\n[General]\nAnimationDurationFactor=0\n", False),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n", True),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations = false\n", True),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=true\n", False),
        ("gtk-3.0/settings.ini", "no settings at all", False),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-font-name=100%\n", False),
    ],
)
def test_the_wish_of_a_desktop_is_read(config: Path, file: str, text: str, still: bool):
    (config / file).parent.mkdir(exist_ok=True)
    (config / file).write_text(text, encoding="utf-8")
    assert motion.wants_stillness() is still
    assert motion.duration(220) == (0 if still else 220)


def test_bytes_that_are_no_text_are_no_wish(config: Path):
    (config / "kdeglobals").write_bytes(b"[KDE]\nAnimationDurationFactor=\xff\xfe")
    assert motion.duration(220) == 220


def test_what_is_chosen_counts_more_than_the_system(config: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(motion, "wants_stillness", lambda: True)
    assert not motion.is_wanted()
    motion.choose("on")
    assert motion.duration(220) == 220
    monkeypatch.setattr(motion, "wants_stillness", lambda: False)
    motion.choose("off")
    assert motion.duration(220) == 0


def test_without_movement_the_board_is_there_at_once(qtbot: QtBot, home: Home, tmp_path: Path):
    window = Window(Settings(home))
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    window.new_case(tmp_path / "a.caseboard", "A")
    work = window.workspace
    assert work is not None
    case = work.bridge.case
    card = case.place(case.add("claim", title="Far away"), x=9000, y=9000)
    window.settings.change(motion="off")
    work.canvas.fly_to(card.rect)
    assert work.canvas.camera.visible().contains(card.rect)
    window.settings.change(motion="on")
    work.canvas.look_from(work.canvas.camera.at(card.rect.moved(-5000, 0).centre))
    work.canvas.fly_to(card.rect)
    assert not work.canvas.camera.visible().contains(card.rect)
    qtbot.waitUntil(lambda: work.canvas.camera.visible().contains(card.rect))
    window.close()
