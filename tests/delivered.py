"""Deliveries by a hand of the tests: what is dropped comes in as in the window, and what is said is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseboard.bridge import CaseBridge
from caseboard.dialogs.intake_report import IntakeReport
from caseboard.dropping import Dropped
from caseboard.intake import Intake
from caseboard.tasks import Tasks
from caseboard.theme import theme
from caseboard.thumbnails import Thumbnails
from caseboard.toast import Toast
from casedb.capture import Capture
from casedb.intake.cage.cage import Cage
from casedb.model.geometry import Point
from casedb.model.records import Item


class Told(Toast):
    """Keeps what is said."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(theme("light"), parent)
        self.said: list[str] = []
        self.troubles: list[str] = []
        self.offered: list[str] = []
        self.do: Callable[[], None] = lambda: None

    def say(self, sentence: str, action: str = "", do: Callable[[], None] | None = None) -> None:
        self.said.append(sentence)
        if do is not None:
            self.offered.append(action)
            self.do = do

    def say_failure(
        self, sentence: str, action: str = "", do: Callable[[], None] | None = None
    ) -> None:
        self.troubles.append(sentence)


class Hatch:
    """Where things are dropped on the first board of a case."""

    def __init__(self, bridge: CaseBridge, cage: Cage, qtbot: QtBot) -> None:
        self.bridge, self._qtbot = bridge, qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.toast = Told(self.window)
        self.tasks = Tasks(self.window)
        self.thumbnails = Thumbnails(bridge.case, cage, self.window)
        self.shown: list[str] = []
        self.gone_to: list[str] = []
        bridge.failed.connect(self.toast.say_failure)
        self.intake = Intake(
            bridge,
            self.tasks,
            self.toast,
            self.thumbnails,
            self.window,
            front=lambda: bridge.contents.boards[0].id,
            save_typing=lambda: None,
            made=lambda cards, is_exact: self.shown.extend(cards),
            go_to=self.gone_to.append,
        )

    def drop(self, mime: QMimeData) -> list[str]:
        """Drop something; the new cards."""
        return self._wait(lambda: self.intake.take_mime(mime, Point(0, 0)))

    def drop_files(self, *paths: Path) -> list[str]:
        """Drop files; the new cards."""
        return self.drop(mime_of(*paths))

    def take(self, dropped: Dropped) -> list[str]:
        """Take in what was sorted out; the new cards."""
        return self._wait(lambda: self.intake.take(dropped, Point(0, 0)))

    def attach(
        self, item_id: str, *paths: Path, leads: bool = False, capture: Capture | None = None
    ) -> None:
        """Attach files to an item."""
        self._wait(lambda: self.intake.attach(paths, item_id, leads=leads, capture=capture))

    def wait(self) -> None:
        """Wait until what is on its way has come to its end."""
        self._qtbot.waitUntil(lambda: not self.intake.is_busy, timeout=30_000)

    def _wait(self, begin: Callable[[], None]) -> list[str]:
        before = set(self.bridge.contents.cards)
        self.toast.said.clear()
        self.toast.troubles.clear()
        self.shown.clear()
        begin()
        self.wait()
        return [card for card in self.bridge.contents.cards if card not in before]

    @property
    def items(self) -> list[Item]:
        """The items of the case, in the order of their making."""
        return list(self.bridge.contents.items.values())

    @property
    def report(self) -> IntakeReport | None:
        """The report that is shown."""
        shown = [each for each in self.window.findChildren(IntakeReport) if each.isVisible()]
        return shown[-1] if shown else None

    def close(self) -> None:
        """Give everything back."""
        self.intake.close()
        self.tasks.close()
        self.thumbnails.close()


def mime_of(*paths: Path) -> QMimeData:
    """Files as they are dragged."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime
