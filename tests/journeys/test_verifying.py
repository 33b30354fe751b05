"""Verifying in a real window: unasked after opening, and when it is asked."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caseboard import verifier
from caseboard.dialogs.message import Message
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the window shows in messages."""
    seen: list[str] = []

    def ask(_parent: object, heading: str, sentence: str, **_: object) -> None:
        seen.append(f"{heading}: {sentence}")

    monkeypatch.setattr(Message, "ask", ask)
    monkeypatch.setattr(verifier, "WAITS", 1)
    return seen


def make(path: Path, *, changed: bool) -> Path:
    """A case; changed behind the back of its journal if it is to be."""
    with Case.create(path) as case:
        case.add("claim", title="It sailed on the fourth")
    if changed:
        link = sqlite3.connect(path, isolation_level=None)
        link.execute("UPDATE item SET fields = replace(fields, 'fourth', 'second')")
        link.close()
    return path


def workspace_of(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def test_a_case_changed_behind_its_journal_says_so_by_itself(
    open_window: Callable[[], Window], tmp_path: Path, told: list[str], qtbot: QtBot
) -> None:
    path = make(tmp_path / "a.caseboard", changed=True)
    before = path.read_bytes()
    window = open_window()
    assert window.open_case(path)
    toast = workspace_of(window).toast
    qtbot.waitUntil(lambda: "not what its journal says" in toast.sentence)
    assert told == []
    toast.action.click()
    (shown,) = told
    assert shown.startswith("Something was found: ")
    assert "\n– " in shown and "It is “It sailed on the second”." in shown
    window.close()
    assert path.read_bytes() == before


def test_a_sound_case_says_nothing_until_it_is_asked(
    open_window: Callable[[], Window], tmp_path: Path, told: list[str], qtbot: QtBot
) -> None:
    window = open_window()
    window.open_case(make(tmp_path / "a.caseboard", changed=False))
    workspace = workspace_of(window)
    workspace.tasks.wait()
    qtbot.wait(50)
    assert workspace.toast.sentence == "" and workspace.is_sound
    window.do("verify")
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].startswith("The case is sound: ")


def test_closing_ends_the_verifying(
    open_window: Callable[[], Window], tmp_path: Path, told: list[str]
) -> None:
    window = open_window()
    window.open_case(make(tmp_path / "a.caseboard", changed=True))
    window.do("verify")
    window.close_case()
    assert window.workspace is None and told == []
