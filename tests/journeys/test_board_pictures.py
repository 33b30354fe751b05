"""Pictures of a board from the window: asked for, drawn while one looks on, repeated, called off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from caseboard.actions import Menu, Sub
from caseboard.dialogs.picture_dialog import PictureDialog, PictureQuestion
from caseboard.inspector import outside
from caseboard.picture import PARTS, Picture
from caseboard.settings import Settings
from caseboard.window import Window
from caseboard.workspace import Workspace
from casedb.commands import cards
from casedb.model.geometry import Point, Rect
from casedb.store.home import Home


@pytest.fixture
def window(open_window: Callable[[], Window], tmp_path: Path) -> Window:
    window = open_window()
    window.new_case(tmp_path / "a.caseboard", "Harbour")
    work = work_of(window)
    work.naming.add_card("claim", Point(0, 0))
    work.naming.add_card("note", Point(700, 300))
    return window


def work_of(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def answer(monkeypatch: pytest.MonkeyPatch, path: Path, picture: Picture) -> list[str]:
    """Choose a picture and a file for it whenever that is asked; what was asked comes back."""
    said: list[str] = []

    def choose(*_: object) -> Picture:
        said.append("how")
        return picture

    def name_it(*_: object, **__: object) -> tuple[str, str]:
        said.append("where")
        return str(path), ""

    monkeypatch.setattr(PictureDialog, "ask", choose)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", name_it)
    return said


def test_one_key_writes_the_same_once_more(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, path = work_of(window), tmp_path / "board.jpg"
    said = answer(monkeypatch, path, Picture("jpeg", theme="dark", scale=1))
    window.do("export")
    work.exporting.finish()
    before = QImage(str(path)).size()
    assert said == ["how", "where"]
    assert work.toast.sentence == "“board.jpg” was written and checked."
    work.naming.add_card("note", Point(1400, 900))
    window.do("export_again")
    work.exporting.finish()
    assert said == ["how", "where"]
    assert QImage(str(path)).width() > before.width()
    # The next board has no file yet, and is asked for one.
    work.add_board("Second")
    window.do("export_again")
    work.exporting.finish()
    assert said == ["how", "where", "where"]


def test_what_was_chosen_is_there_after_a_restart(
    window: Window, tmp_path: Path, home: Home
) -> None:
    work = work_of(window)
    chosen = Picture("pdf", theme="light", legend=True, poster="A3", across=2, margin=0)
    work.exporting.write(tmp_path / "a.pdf", chosen)
    work.exporting.finish()
    assert Picture.from_text(Settings(home).now.picture) == chosen
    dialog = PictureDialog(work.exporting.question, window)
    assert dialog.choice == chosen
    dialog.deleteLater()


def test_the_toast_shows_where_it_went(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, shown = work_of(window), list[Path]()
    monkeypatch.setattr(outside, "show_folder", shown.append)
    work.exporting.write(tmp_path / "a.png", Picture(scale=1))
    work.exporting.finish()
    work.toast.action.click()
    assert shown == [tmp_path / "a.png"]


def test_it_can_be_called_off_and_leaves_what_was_there(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseboard.piecemeal.SLICE", 0.0)
    work, path = work_of(window), tmp_path / "out" / "a.png"
    path.parent.mkdir()
    path.write_bytes(b"mine")
    work.exporting.write(path, Picture(scale=8))
    progress = work.exporting.progress
    assert progress is not None
    progress.call_off()
    assert path.read_bytes() == b"mine"
    assert [each.name for each in path.parent.iterdir()] == ["a.png"]
    assert "cancelled" in work.toast.sentence
    assert work.exporting.progress is None


def test_a_case_that_is_closed_leaves_no_half_picture(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseboard.piecemeal.SLICE", 0.0)
    folder = tmp_path / "out"
    folder.mkdir()
    work_of(window).exporting.write(folder / "a.png", Picture(scale=8))
    window.close_case()
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("name", ["a.caseboard", "nowhere/a.png"])
def test_what_cannot_be_written_is_told(window: Window, tmp_path: Path, name: str) -> None:
    work = work_of(window)
    work.exporting.write(tmp_path / name, Picture(scale=1))
    work.exporting.finish()
    assert "was written and checked" not in work.toast.sentence and work.toast.sentence
    assert not work.exporting.write_again()


def test_the_current_view_is_drawn_as_large_as_it_is(window: Window, tmp_path: Path) -> None:
    work = work_of(window)
    seen = work.canvas.camera.visible()
    path = tmp_path / "v.png"
    work.exporting.write(path, Picture(part="view", scale=1))
    work.exporting.finish()
    assert QImage(str(path)).width() == round(seen.w)


def test_a_frame_and_a_selection_are_drawn_alone(window: Window, tmp_path: Path) -> None:
    work = work_of(window)
    contents = work.bridge.contents
    frame = cards.add_frame(
        contents, work.bridge.new_id, work.board_id, Rect(500, 200, 700, 500), "Pier"
    )
    work.bridge.run(frame)
    work.selection.clear()
    question = work.exporting.question
    assert question.parts == {"board", "view", "frame"} and len(question.frames) == 1
    for part in ("frame", "selection"):
        (note,) = [
            each.id for each in contents.cards.values() if contents.items[each.item].kind == "note"
        ]
        work.selection.set(cards=[note])
        path = tmp_path / f"{part}.svg"
        work.exporting.write(path, Picture("svg", part))
        work.exporting.finish()
        told = path.read_text("utf-8")
        assert ">CLAIM<" not in told and ">NOTE<" in told and "1 item" in told


def test_exports_are_in_one_menu(window: Window) -> None:
    menu = window.menus.submenus[Sub.EXPORT]
    names = [each.objectName() for each in menu.actions() if each.objectName()]
    assert names[:2] == ["export", "export_again"]
    assert menu.menuAction() in window.menus.menus[Menu.CASE].actions()


# -- the dialog --------------------------------------------------------------------------------


def dialog_of(window: Window, last: Picture, **more: object) -> PictureDialog:
    def size(picture: Picture) -> str:
        return f"{picture.form} {picture.scale:g} {picture.width}"

    question = PictureQuestion(last, frozenset(PARTS), size, **more)  # pyright: ignore[reportArgumentType]
    dialog = PictureDialog(question, window)
    dialog.show()
    return dialog


@pytest.mark.parametrize(
    "chosen",
    [
        Picture(),
        Picture("jpeg", part="view", width=1920, theme="light-high", legend=True),
        Picture("svg", part="selection", background="none", margin=120, sources=True),
        Picture("pdf", part="shown", poster="A0", across=7),
        Picture("pdf", part="frame", frame="f2", background="white", theme="cork"),
    ],
)
def test_every_answer_is_in_the_choice(window: Window, chosen: Picture) -> None:
    dialog = dialog_of(window, chosen, frames=[("f1", "One"), ("f2", "Two")])
    assert dialog.choice == chosen
    assert dialog.export.isEnabled()
    dialog.deleteLater()


def test_only_what_makes_sense_is_asked(window: Window) -> None:
    dialog = dialog_of(window, Picture(background="none"))
    assert dialog.scales.isVisible() and not dialog.pages.isVisible()
    assert not dialog.width_box.isVisible() and not dialog.frame_box.isVisible()
    dialog.formats.choose("jpeg")
    # A JPEG has a ground.
    assert dialog.choice.background == "theme" and not dialog.grounds.buttons["none"].isEnabled()
    dialog.themes.choose("dark")
    assert not dialog.grounds.buttons["white"].isEnabled()
    dialog.scales.choose("width")
    assert dialog.width_box.isVisible() and dialog.choice.width == 1920
    dialog.formats.choose("pdf")
    assert dialog.pages.isVisible() and not dialog.across.isVisible()
    assert not dialog.scales.isVisible() and not dialog.width_box.isVisible()
    dialog.papers.setCurrentIndex(2)
    assert dialog.across.isVisible() and dialog.choice.poster == "A3"
    dialog.parts.choose("view")
    assert not dialog.margins.isVisible()
    dialog.deleteLater()


def test_what_cannot_be_made_is_said_before_it_is_asked_for(window: Window) -> None:
    work = work_of(window)
    dialog = PictureDialog(
        replace(work.exporting.question, last=Picture("jpeg", width=90_000)), window
    )
    assert "more than 8 a unit" in dialog.size_label.text()
    assert not dialog.export.isEnabled()
    dialog.scales.choose("1")
    assert dialog.export.isEnabled() and "pixels" in dialog.size_label.text()
    dialog.deleteLater()


def test_an_empty_board_has_no_picture(window: Window) -> None:
    work = work_of(window)
    work.add_board("Empty")
    dialog = PictureDialog(work.exporting.question, window)
    assert dialog.size_label.text() == "There is nothing on this board yet."
    assert not dialog.export.isEnabled()
    dialog.deleteLater()
