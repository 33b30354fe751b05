"""The bar over the window while files are stored: it counts, it can be called off."""

from __future__ import annotations

import io

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caseboard.dialogs.progress import Progress
from casedb.errors import IntakeRefused

MEBIBYTE = 1 << 20


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_bytes_are_counted_and_come_through_to_the_letter(window: QWidget):
    data = bytes(range(256)) * (4 * MEBIBYTE // 256)
    seen: list[int] = []
    with Progress.over(window, "Storing…", len(data)) as progress:
        read = b""
        with progress.counting(lambda: io.BytesIO(data))() as stream:
            while piece := stream.read(MEBIBYTE):
                read += piece
                seen.append(progress.value())
    assert read == data
    assert seen == [250, 500, 750, 999]


def test_cancel_stops_the_reading_and_closes_the_stream(window: QWidget):
    source = io.BytesIO(bytes(64 * MEBIBYTE))
    with (
        pytest.raises(IntakeRefused, match="cancelled, and nothing was taken in"),
        Progress.over(window, "Storing…", 64 * MEBIBYTE) as progress,
        progress.counting(lambda: source)() as stream,
    ):
        progress.forceShow()
        button = progress.findChild(QPushButton)
        assert button is not None and button.text() == "Cancel"
        QTimer.singleShot(0, button.click)
        while stream.read(MEBIBYTE):
            pass
    assert source.closed
    assert not progress.isVisible()


def test_what_takes_no_time_shows_no_bar(window: QWidget):
    with Progress.over(window, "Storing…", 10) as progress:
        progress.counting(lambda: io.BytesIO(bytes(10)))().read()
        assert not progress.isVisible()
