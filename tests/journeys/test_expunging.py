"""Expunging a file in a real window: asked for twice, done once, told at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from caseboard.bridge import CaseBridge
from caseboard.dialogs.expunge_dialog import TYPED, ExpungeDialog, Room
from caseboard.dialogs.message import Message
from caseboard.expunging import ExpungeProgress
from caseboard.inspector.pages.item_page import ItemPage
from caseboard.inspector.sections.file_line import FileLine
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.commands.annotations import annotate
from casedb.model.custody import is_expunged
from casedb.model.marks import Form, Mark
from casedb.model.records import Artifact

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PICTURE = b"a picture of the pier " * 20_000
ROOM = Room(needed=1 << 20, free=1 << 30)


@pytest.fixture
def workspace(open_window: Callable[[], Window], tmp_path: Path) -> Workspace:
    """A photograph with a file, selected in a window."""
    path = tmp_path / "a.caseboard"
    with Case.create(path) as case:
        photo = case.add("media", title="Photograph")
        case.attach_bytes(photo, PICTURE, "pier.txt")
        case.attach_bytes(photo, b"other " * 200_000, "other.txt")
        card = case.place(photo)
    window = open_window()
    window.open_case(path)
    assert window.workspace is not None
    window.workspace.selection.set(cards=[card.id])
    return window.workspace


def line_of(workspace: Workspace, qtbot: QtBot) -> FileLine:
    qtbot.waitUntil(lambda: isinstance(workspace.inspector.page, ItemPage))
    page = workspace.inspector.page
    assert isinstance(page, ItemPage)
    return page.files.lines[0]


def artifact_of(workspace: Workspace) -> Artifact:
    return next(
        each for each in workspace.bridge.contents.artifacts.values() if each.name == "pier.txt"
    )


def labels(line: FileLine) -> list[str]:
    menu = QMenu()
    line.fill_menu(menu)
    return [each.text() for each in menu.actions()]


def wish(line: FileLine) -> None:
    menu = QMenu()
    line.fill_menu(menu)
    next(each for each in menu.actions() if each.text() == "Expunge…").trigger()


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the window shows in messages; the question is answered as by somebody who means it."""
    seen: list[str] = []

    def tell(_parent: object, heading: str, sentence: str, **_: object) -> None:
        seen.append(f"{heading}: {sentence}")

    def answer(parent: QWidget, bridge: CaseBridge, artifact: Artifact) -> str:
        return "Consent was withdrawn or never given: letter of 4 May"

    monkeypatch.setattr(Message, "ask", tell)
    monkeypatch.setattr(ExpungeDialog, "ask", answer)
    return seen


def test_a_file_is_expunged_and_everything_says_so_at_once(
    workspace: Workspace, told: list[str], qtbot: QtBot
) -> None:
    line, artifact = line_of(workspace, qtbot), artifact_of(workspace)
    path = workspace.bridge.case.path
    wish(line)
    assert is_expunged(artifact_of(workspace))
    assert "letter of 4 May" in line.trouble.text()
    assert "Expunge…" not in labels(line)
    item = next(iter(workspace.bridge.contents.items))
    face = workspace.canvas.scene.cards.faces.of(item)
    assert face is not None and "1 file expunged" in face.warning
    (sentence,) = told
    assert sentence.startswith("The file was expunged: – Noted in the journal as entry ")
    assert "Beyond reach" in sentence
    line.custody_button.click()
    assert line.custody is not None
    assert line.custody.lines[0].text().startswith("Expunged · ")
    assert PICTURE[:64] not in path.read_bytes()
    assert artifact.id in workspace.bridge.contents.artifacts


def test_it_is_called_off_with_nothing_lost(
    workspace: Workspace, told: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ExpungeProgress, "is_called_off", lambda *_: True)  # pyright: ignore[reportUnknownArgumentType, reportUnknownLambdaType]
    line = line_of(workspace, qtbot)
    wish(line)
    assert told == [] and not is_expunged(artifact_of(workspace))
    assert "called off" in workspace.toast.sentence
    assert workspace.bridge.case.artifact_bytes(artifact_of(workspace).id) == PICTURE


def test_a_case_that_is_only_read_offers_no_expunging(
    workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.bridge.looks_back = True
    assert labels(line_of(workspace, qtbot)) == ["Save original…"]
    workspace.bridge.looks_back = False


def test_whoever_asks_for_a_mark_of_an_expunged_file_is_told_why_there_is_none(
    workspace: Workspace, told: list[str], qtbot: QtBot
) -> None:
    case, artifact = workspace.bridge.case, artifact_of(workspace)
    drawn = Mark(Form.BOX, ((0.25, 0.25), (0.75, 0.5)))
    case.run(annotate(case.contents, case.new_id, artifact.id, drawn, "Plate"))
    (mark,) = case.contents.annotations
    wish(line_of(workspace, qtbot))
    workspace.showing.open_mark(mark)
    assert workspace.showing.viewer is None
    assert "letter of 4 May" in workspace.toast.sentence


# -- the question --------------------------------------------------------------------------------


@pytest.fixture
def dialog(workspace: Workspace, qtbot: QtBot) -> ExpungeDialog:
    made = ExpungeDialog(workspace.bridge, artifact_of(workspace), ROOM)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_wants_a_reason_and_the_beginning_of_the_hash(
    dialog: ExpungeDialog, workspace: Workspace, qtbot: QtBot
) -> None:
    start = artifact_of(workspace).id[:TYPED]
    assert not dialog.yes.isEnabled() and dialog.no.isDefault()
    qtbot.keyClicks(dialog.typed, "zzzzzz")
    assert not dialog.yes.isEnabled()
    dialog.typed.clear()
    qtbot.keyClicks(dialog.typed, start.upper())
    assert dialog.yes.isEnabled()
    assert dialog.reason == "By law or by order of a court or authority"
    dialog.why.setCurrentIndex(2)
    assert not dialog.yes.isEnabled() and dialog.hint.text() == "Say why in words."
    qtbot.keyClicks(dialog.words, " a  child ")
    assert dialog.yes.isEnabled() and dialog.reason == "a child"
    dialog.why.setCurrentIndex(1)
    assert dialog.reason == "Consent was withdrawn or never given: a child"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible() and dialog.result() == 0


def test_it_says_what_goes_what_stays_and_what_is_out_of_reach(dialog: ExpungeDialog) -> None:
    told = dialog.text.toPlainText()
    assert "1 item uses this file." in told
    for words in ("go for good", "These stay", "Out of reach", "1 MiB", "1,024 MiB are free"):
        assert words in told


def test_without_room_on_the_disk_it_is_not_begun(workspace: Workspace, qtbot: QtBot) -> None:
    room = Room(needed=1 << 30, free=1 << 20)
    made = ExpungeDialog(workspace.bridge, artifact_of(workspace), room)
    qtbot.addWidget(made)
    made.typed.setText(artifact_of(workspace).id[:TYPED])
    assert not made.yes.isEnabled() and "not enough room" in made.hint.text()
    assert "Make room first." in made.text.toPlainText()
