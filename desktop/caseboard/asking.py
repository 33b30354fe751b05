"""Questions that the window asks before it acts: for files, names and titles.

Each returns the answer, or None where the user thought better of it.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QWidget

from caseboard.dialogs.message import Confirm
from caseboard.dropping import CASE_ENDING
from casedb.words import say, term

CASE_FILTER = term("Caseboard cases (*.caseboard)")


def new_case(parent: QWidget) -> Path | None:
    """A file to make a case in; whoever makes it says that one is there."""
    option = QFileDialog.Option.DontConfirmOverwrite
    told, _ = QFileDialog.getSaveFileName(
        parent, say("New case"), "", say(CASE_FILTER), options=option
    )
    return _with_ending(Path(told), CASE_ENDING) if told else None


def case_to_open(parent: QWidget, folder: Path | None = None) -> Path | None:
    """A case that is there; one looks for it in a folder first."""
    begin = str(folder) if folder is not None else ""
    told, _ = QFileDialog.getOpenFileName(parent, say("Open a case"), begin, say(CASE_FILTER))
    return Path(told) if told else None


def copy_of_case(parent: QWidget) -> Path | None:
    """A file to write a copy of the case to."""
    return _file_to_write(parent, say("Save a copy"), "", say(CASE_FILTER), CASE_ENDING)


def export_file(parent: QWidget, name: str, form: str) -> Path | None:
    """A file to write a picture to; `name` is proposed, `form` is its ending without the dot."""
    ending = f".{form}"
    kinds = f"{form.upper()} (*{ending})"
    return _file_to_write(parent, say("Export"), f"{name}{ending}", kinds, ending)


def files_to_add(parent: QWidget) -> list[Path]:
    """Files to take into the case; none of them where the user thought better of it."""
    told, _ = QFileDialog.getOpenFileNames(parent, say("Add files"))
    return [Path(each) for each in told]


def folder_to_add(parent: QWidget) -> Path | None:
    """A folder whose files are to be taken into the case."""
    told = QFileDialog.getExistingDirectory(parent, say("Add a folder of files"))
    return Path(told) if told else None


def board_title(parent: QWidget) -> str | None:
    """The title of a new board."""
    title, is_given = QInputDialog.getText(parent, say("Add a board"), say("Title of the board:"))
    return title.strip() or None if is_given else None


def view_name(parent: QWidget, now: str) -> str | None:
    """The name of a saved view of a board."""
    name, is_given = QInputDialog.getText(
        parent,
        say("Rename view", about="command") if now else say("Save this view"),
        say("Name of the view:") if now else say("Keep the filter and the place on the board as:"),
        QLineEdit.EchoMode.Normal,
        now,
    )
    return name.strip() or None if is_given else None


def author(parent: QWidget, now: str) -> str | None:
    """The name that stands beside changes in the journal; empty for none."""
    name, is_given = QInputDialog.getText(
        parent,
        say("Your name in the journal"),
        say("Every change is journaled under this name:"),
        text=now,
    )
    return name.strip() if is_given else None


def _file_to_write(
    parent: QWidget, heading: str, name: str, kinds: str, ending: str
) -> Path | None:
    told, _ = QFileDialog.getSaveFileName(parent, heading, name, kinds)
    if not told:
        return None
    asked = Path(told)
    path = _with_ending(asked, ending)
    if path != asked and path.exists():
        # The dialog has asked about the name that was typed, not about this one.
        sentence = say("“{name}” is there already. What it holds would be lost.", name=path.name)
        if not Confirm.ask(parent, heading, sentence, say("Replace")):
            return None
    return path


def _with_ending(path: Path, ending: str) -> Path:
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)
