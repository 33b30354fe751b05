"""A case that is open for reading: tools that would change it are grey and say why."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caseboard.board_keys import CHANGING
from caseboard.window import Window
from casedb import Case

LOOKING = ("select", "lasso", "hand")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "quay.caseboard"
    with Case.create(path, "Quay") as case:
        case.place(case.add("claim", title="It sailed"), x=0, y=0)
    return path


def test_tools_that_change_the_case_are_grey_and_say_why(
    open_window: Callable[[], Window], path: Path, tmp_path: Path
) -> None:
    window = open_window()
    with Case.open(path):
        assert window.open_case(path)
        work = window.workspace
        assert work is not None and work.bridge.read_only
        bar = window.top_bar
        refusal = work.bridge.refusal
        for name in CHANGING:
            assert not bar.tool_button(name).isEnabled()
            assert bar.tool_button(name).toolTip() == refusal
        assert all(bar.tool_button(name).isEnabled() for name in LOOKING)
        QTest.keyClick(work.canvas, Qt.Key.Key_N)
        assert work.canvas.hands.tool == "select"
        assert bar.tool_button("select").isChecked()
    other = tmp_path / "pier.caseboard"
    window.new_case(other, "Pier")
    for name in CHANGING:
        assert bar.tool_button(name).isEnabled()
        assert bar.tool_button(name).toolTip() != refusal
