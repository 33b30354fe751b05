"""A window for verdicts, open over a case."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bench_of_verdicts import Bench
from caseboard.bridge import CaseBridge
from caseboard.theme import theme
from caseboard.verdict.window import VerdictWindow


@pytest.fixture
def bench(qtbot: QtBot, bridge: CaseBridge) -> Iterator[Bench]:
    window = VerdictWindow(bridge, theme("light"))
    qtbot.addWidget(window)
    made = Bench(window, bridge)
    window.resize(1000, 700)
    window.show_claim(made.claim.id)
    window.show()
    qtbot.waitExposed(window)
    QApplication.processEvents()
    yield made
    window.close()
