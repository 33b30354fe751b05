"""Verifying in a real window: unasked after opening, and when it is asked."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from caseboard import verifier
from caseboard.bridge import CaseBridge
from caseboard.dialogs.message import Message
from caseboard.dialogs.verify_report import VerifyReport
from caseboard.dialogs.work_progress import WorkProgress
from caseboard.dropping import Dropped
from caseboard.inspector.pages.item_page import ItemPage
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb import Case
from casedb.early import Opening
from casedb.model.geometry import Point
from casedb.model.handling import Deed
from casedb.report import Report


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the window shows in messages."""
    seen: list[str] = []

    def ask(_parent: object, heading: str, sentence: str, **_: object) -> None:
        seen.append(f"{heading}: {sentence}")

    def report(parent: QWidget, bridge: CaseBridge, report: Report, noted: str = "") -> str:
        dialog = VerifyReport(bridge, report, noted, parent)
        seen.append(f"{dialog.title.text()}: {dialog.text}{dialog.noted.text()}")
        dialog.deleteLater()
        return dialog.current_item

    monkeypatch.setattr(Message, "ask", ask)
    monkeypatch.setattr(VerifyReport, "ask", report)
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


def damage(path: Path, *tables: str) -> Path:
    """Spoil the pages of tables."""
    link = sqlite3.connect(path)
    pages = link.execute(
        "SELECT pageno FROM dbstat, json_each(?) WHERE name = value AND pagetype = 'leaf'",
        (json.dumps(tables),),
    ).fetchall()
    (size,) = link.execute("PRAGMA page_size").fetchone()
    link.close()
    with path.open("r+b") as stream:
        for (page,) in pages:
            stream.seek((page - 1) * size)
            stream.write(b"\xff" * size)
    return path


def workspace_of(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def saved_of(window: Window) -> str:
    label = window.status.findChild(QLabel, "saved")
    assert isinstance(label, QLabel)
    return label.text()


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
    assert told[0].endswith("Noted in the journal as entry 3.")
    qtbot.waitUntil(lambda: not window.findChildren(WorkProgress))


def test_a_damaged_case_says_so_until_it_is_read_and_all_of_it_on_request(
    open_window: Callable[[], Window], tmp_path: Path, told: list[str]
) -> None:
    path = damage(make(tmp_path / "a.caseboard", changed=False), "item", "board")
    window = open_window()
    assert window.open_case(path)
    workspace = workspace_of(window)
    losses, toast = workspace.bridge.case.losses, workspace.toast
    assert len(losses) > 1
    assert toast.sentence.startswith("“a.caseboard” is damaged, so it is open for reading only")
    assert toast.failures == (toast.sentence,), "a failure stays until it is closed"
    assert saved_of(window) == "Damaged, open for reading only"
    said = {label.text() for label in workspace.outline.findChildren(QLabel)}
    assert "Nothing could be read" in said and "Nothing in this case yet" not in said
    toast.action.click()
    assert toast.sentence == ""
    (shown,) = told
    assert shown.startswith("The case is damaged: “a.caseboard” is damaged")
    assert [line for line in shown.split("\n") if line.startswith("– ")] == [
        f"– {each}" for each in losses
    ]


@pytest.mark.parametrize("notices", [("One.",), ("One.", "Two.")])
def test_one_notice_passes_and_several_stay_until_they_are_read(
    open_window: Callable[[], Window],
    tmp_path: Path,
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
    notices: tuple[str, ...],
) -> None:
    path, finished = make(tmp_path / "a.caseboard", changed=False), Opening.finish

    def finish_telling(opening: Opening) -> Case:
        case = finished(opening)
        case.notices = notices
        return case

    monkeypatch.setattr(Opening, "finish", finish_telling)
    window = open_window()
    assert window.open_case(path)
    toast = workspace_of(window).toast
    assert toast.sentence == "One."
    assert bool(toast.failures) == toast.action.isVisible() == (len(notices) > 1)
    if len(notices) > 1:
        toast.action.click()
        assert told == ["About opening this case: One.\n\n– Two."]


def test_a_case_that_turns_out_to_be_damaged_is_shown_as_damaged(
    open_window: Callable[[], Window], tmp_path: Path, told: list[str]
) -> None:
    path = make(tmp_path / "a.caseboard", changed=False)
    with Case.open(path) as case:
        case.attach_bytes(case.add("note"), bytes(70_000), "pier.png")
    window = open_window()
    assert window.open_case(damage(path, "artifact_chunk"))
    workspace = workspace_of(window)
    case = workspace.bridge.case
    assert not case.losses and saved_of(window) == "Every change saved"
    workspace.exporting.save_copy(tmp_path / "copy.caseboard")
    assert case.losses and workspace.toast.failures
    assert saved_of(window) == "Damaged, open for reading only"
    assert not window.menus["add_note"].isEnabled()


def test_closing_ends_the_verifying(
    open_window: Callable[[], Window], tmp_path: Path, told: list[str]
) -> None:
    window = open_window()
    window.open_case(make(tmp_path / "a.caseboard", changed=True))
    window.do("verify")
    window.close_case()
    assert window.workspace is None and told == []


def with_changed_file(path: Path) -> str:
    """A case with a file on a card whose bytes were changed on the disk; the file's SHA-256."""
    with Case.create(path) as case:
        photo = case.add("media", title="Photograph")
        sha256 = case.attach_bytes(photo, b"a picture of the pier", "pier.txt").id
        case.place(photo)
    link = sqlite3.connect(path, isolation_level=None)
    link.execute("UPDATE artifact_chunk SET bytes = x'00'")
    link.close()
    return sha256


def test_a_file_that_fails_marks_its_cards_until_a_check_is_well(
    open_window: Callable[[], Window], tmp_path: Path, told: list[str], qtbot: QtBot
) -> None:
    path = tmp_path / "a.caseboard"
    sha256 = with_changed_file(path)
    window = open_window()
    window.open_case(path)
    workspace = workspace_of(window)
    contents, canvas = workspace.bridge.contents, workspace.canvas
    (item,) = contents.items
    face = canvas.scene.cards.faces.of(item)
    assert face is not None and face.alarm == ""
    window.do("verify")
    qtbot.waitUntil(lambda: bool(told))
    assert "Files: 1 failed" in told[0]
    face = canvas.scene.cards.faces.of(item)
    assert face is not None and face.alarm == "1 file failed"
    assert workspace.selection.item_ids(contents) == [item], "the report leads to its card"
    page = workspace.inspector.page
    assert isinstance(page, ItemPage)
    (line,) = page.files.lines
    assert "the bytes are not those that came in" in line.fault.text()
    assert line.fault.property("tone") == "err"
    line.custody_button.click()
    assert line.custody is not None
    assert line.custody.lines[0].text().startswith("Checked: failed · ")
    middle = canvas.camera.to_screen(Point(130, 60))
    assert "1 file failed the last check" in canvas.tip_at(middle)
    assert canvas.tip_at(Point(2, 2)) == ""
    window.close_case()
    window.open_case(path)
    workspace = workspace_of(window)
    assert workspace.bridge.contents.failed == {sha256}, "it comes from the journal"
    face = workspace.canvas.scene.cards.faces.of(item)
    assert face is not None and face.alarm
    original = tmp_path / "original.txt"
    original.write_bytes(b"a picture of the pier")
    dropped = Dropped(files=(original,))
    with qtbot.waitSignal(workspace.intake.ended):
        workspace.intake.take(dropped, Point(0, 0))
    assert workspace.toast.sentence == "1 damaged file has its original bytes again."
    face = workspace.canvas.scene.cards.faces.of(item)
    assert face is not None and face.alarm == "" and not workspace.bridge.contents.failed
    window.close_case()
    link = sqlite3.connect(path, isolation_level=None)
    link.execute("UPDATE artifact_chunk SET bytes = ?", (b"a picture of the ship",))
    link.close()
    window.open_case(path)
    workspace = workspace_of(window)
    told.clear()
    window.do("verify")
    qtbot.waitUntil(lambda: bool(told))
    assert workspace.bridge.contents.failed == {sha256}, "damaged once more"
    window.close_case()
    link = sqlite3.connect(path, isolation_level=None)
    link.execute("UPDATE artifact_chunk SET bytes = ?", (b"a picture of the pier",))
    link.close()
    window.open_case(path)
    workspace = workspace_of(window)
    assert workspace.bridge.contents.failed == {sha256}, "nobody has checked it since"
    told.clear()
    window.do("verify")
    qtbot.waitUntil(lambda: bool(told))
    face = workspace.canvas.scene.cards.faces.of(item)
    assert face is not None and face.alarm == "" and not workspace.bridge.contents.failed


def test_nothing_is_noted_by_the_verifying_that_nobody_asked_for(
    open_window: Callable[[], Window], tmp_path: Path, told: list[str], qtbot: QtBot
) -> None:
    path = tmp_path / "a.caseboard"
    with_changed_file(path)
    before = path.read_bytes()
    window = open_window()
    window.open_case(path)
    toast = workspace_of(window).toast
    qtbot.waitUntil(lambda: "not what its journal says" in toast.sentence)
    assert not workspace_of(window).bridge.contents.failed
    window.close()
    assert path.read_bytes() == before


def test_verifying_is_called_off_and_nothing_is_noted(
    open_window: Callable[[], Window],
    tmp_path: Path,
    told: list[str],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def is_stopped(_: WorkProgress) -> bool:
        return True

    monkeypatch.setattr(WorkProgress, "is_stopped", is_stopped)
    window = open_window()
    window.open_case(make(tmp_path / "a.caseboard", changed=False))
    workspace = workspace_of(window)
    head = workspace.bridge.case.journal.head
    window.do("verify")
    qtbot.waitUntil(lambda: workspace.toast.sentence.startswith("Verifying was stopped"))
    assert told == [] and workspace.bridge.case.journal.head == head


def test_copies_and_pictures_of_boards_are_noted(
    open_window: Callable[[], Window], tmp_path: Path, told: list[str]
) -> None:
    path = tmp_path / "a.caseboard"
    with Case.create(path) as case:
        case.attach_bytes(case.add("note", title="n"), b"words", "a.txt")
    window = open_window()
    window.open_case(path)
    workspace = workspace_of(window)
    workspace.exporting.save_copy(tmp_path / "copy.caseboard")
    events = workspace.bridge.case.custody.events()
    assert (events[-1].deed, events[-1].note) == (
        Deed.EXPORTED,
        "In a copy of the whole case: all files",
    )
