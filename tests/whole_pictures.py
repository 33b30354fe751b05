"""Windows in which files are looked at and compared, with all of their pictures decoded."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseboard.bridge import CaseBridge
from caseboard.viewer.comparison import Comparison
from caseboard.viewer.pane import Pane
from caseboard.viewer.shown import Shown
from caseboard.viewer.window import Viewer
from caseboard.workspace import Workspace

LONGEST = 30_000
"""Milliseconds that a picture has to be decoded, on a machine that does other things as well."""


def kept(bridge: CaseBridge, folder: Path, name: str, data: bytes) -> Shown:
    """A file of the case, come in from a folder."""
    path = folder / name
    path.write_bytes(data)
    item = bridge.case.add("media", title=name)
    bridge.case.attach(item, path)
    return Shown(bridge.contents.attachments_of(item.id)[0].artifact, name)


def come_up(qtbot: QtBot, window: Viewer | Comparison, *files: Shown) -> None:
    """Show files in a window of theirs, and that on the screen."""
    window.show_files(files)
    window.show()
    qtbot.waitExposed(window)


def wait_until_whole(qtbot: QtBot, *panes: Pane) -> None:
    """Wait until all of the pictures is there, and has been told of."""

    def are_whole() -> bool:
        pictures = [pane.picture for pane in panes]
        return all(each is not None and each.is_whole for each in pictures)

    qtbot.waitUntil(are_whole, timeout=LONGEST)
    # What was told last is on its way.
    QApplication.processEvents()


def viewer_of(qtbot: QtBot, work: Workspace) -> Viewer:
    """The viewer that is open, with all of its picture."""
    viewer = work.showing.viewer
    assert viewer is not None
    wait_until_whole(qtbot, viewer.pane)
    return viewer


def comparison_of(qtbot: QtBot, work: Workspace) -> Comparison:
    """The comparison that is open, with all of both pictures."""
    comparison = work.showing.comparison
    assert comparison is not None
    wait_until_whole(qtbot, *comparison.panes)
    return comparison
