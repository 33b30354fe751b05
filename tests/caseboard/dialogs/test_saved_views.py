"""The saved views of a board: put in order, named and deleted, by keys and by mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from caseboard.bridge import CaseBridge
from caseboard.dialogs.saved_views import SavedViews
from casedb.commands import views

Key, Alt = Qt.Key, Qt.KeyboardModifier.AltModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def board(bridge: CaseBridge) -> str:
    """A board with three views."""
    board = bridge.contents.boards[0].id
    for name in ("Harbour", "Claims", "Night"):
        bridge.run(views.save_view(bridge.contents, bridge.new_id, board, name, {}))
    return board


@pytest.fixture
def dialog(qtbot: QtBot, bridge: CaseBridge, board: str) -> SavedViews:
    """The dialog over them, with the keys."""
    made = SavedViews(bridge, board)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.list.hasFocus)
    return made


def names(bridge: CaseBridge) -> list[str]:
    """The views of the first board, in order."""
    return [view.name for view in bridge.contents.views_of(bridge.contents.boards[0].id)]


def listed(dialog: SavedViews) -> list[str]:
    """What the list shows."""
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_a_view_is_moved_by_keys_and_by_buttons_one_step_each(
    qtbot: QtBot, bridge: CaseBridge, dialog: SavedViews
) -> None:
    assert not dialog.up_button.isEnabled() and dialog.down_button.isEnabled()
    qtbot.keyClick(dialog.list, Key.Key_Down, Alt)
    assert names(bridge) == listed(dialog) == ["Claims", "Harbour", "Night"]
    qtbot.keyClick(dialog.list, Key.Key_Down, Alt)
    qtbot.keyClick(dialog.list, Key.Key_Down, Alt)
    assert names(bridge) == ["Claims", "Night", "Harbour"]
    assert dialog.list.currentItem().text() == "Harbour" and not dialog.down_button.isEnabled()
    qtbot.mouseClick(dialog.up_button, Qt.MouseButton.LeftButton)
    assert names(bridge) == listed(dialog) == ["Claims", "Harbour", "Night"]
    bridge.undo()
    assert names(bridge) == listed(dialog) == ["Claims", "Night", "Harbour"]


def test_a_view_is_dragged_to_its_place(
    qtbot: QtBot, bridge: CaseBridge, dialog: SavedViews
) -> None:
    # What dropping a row does.
    assert dialog.list.model().moveRows(QModelIndex(), 2, 1, QModelIndex(), 0)
    assert names(bridge) == ["Night", "Harbour", "Claims"]
    qtbot.waitUntil(lambda: listed(dialog) == names(bridge))
    bridge.undo()
    assert listed(dialog) == ["Harbour", "Claims", "Night"]


def editor_of(dialog: SavedViews) -> QLineEdit:
    """Where the name of a view is being typed."""
    return next(each for each in dialog.list.findChildren(QLineEdit) if each.isVisible())


def test_a_view_is_renamed_in_its_row(qtbot: QtBot, bridge: CaseBridge, dialog: SavedViews) -> None:
    qtbot.keyClick(dialog.list, Key.Key_F2)
    editor = editor_of(dialog)
    editor.setText("Port")
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: names(bridge) == ["Port", "Claims", "Night"])
    assert dialog.isVisible() and not dialog.trouble.isVisible()


@pytest.mark.parametrize(
    ("name", "why"), [("Claims", "of that name already"), (" ", "needs a name")]
)
def test_a_name_that_cannot_be_is_told_and_the_old_one_kept(
    qtbot: QtBot, bridge: CaseBridge, dialog: SavedViews, name: str, why: str
) -> None:
    qtbot.mouseClick(dialog.rename_button, Qt.MouseButton.LeftButton)
    editor = editor_of(dialog)
    editor.setText(name)
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert why in dialog.trouble.text()
    qtbot.waitUntil(lambda: listed(dialog) == ["Harbour", "Claims", "Night"])
    assert names(bridge) == ["Harbour", "Claims", "Night"] and dialog.trouble.isVisible()
    qtbot.keyClick(dialog.list, Key.Key_Down, Alt)
    assert not dialog.trouble.isVisible()


def test_views_are_deleted_until_none_is_left(
    qtbot: QtBot, bridge: CaseBridge, dialog: SavedViews
) -> None:
    qtbot.keyClick(dialog.list, Key.Key_Delete)
    assert names(bridge) == ["Claims", "Night"] and dialog.list.currentRow() == 0
    for _ in range(2):
        qtbot.mouseClick(dialog.delete_button, Qt.MouseButton.LeftButton)
    assert names(bridge) == [] and dialog.nothing.isVisible()
    assert not dialog.delete_button.isEnabled() and dialog.shut.hasFocus()
    bridge.undo()
    assert listed(dialog) == ["Night"] and not dialog.nothing.isVisible()


def test_a_view_is_shown_by_return_and_the_dialog_is_over(
    qtbot: QtBot, bridge: CaseBridge, board: str, dialog: SavedViews
) -> None:
    found: list[str] = []
    dialog.wanted.connect(found.append)
    qtbot.keyClick(dialog.list, Key.Key_Down)
    qtbot.keyClick(dialog.list, Key.Key_Return)
    assert found == [bridge.contents.views_of(board)[1].id] and not dialog.isVisible()
