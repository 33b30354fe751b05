"""The menu of what is selected in a list of the case: go there, place it, delete it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from caseboard import theme as look
from caseboard.bridge import CaseBridge
from caseboard.selection import Selected
from caseboard.theme import Theme


def item_menu(
    parent: QWidget,
    theme: Theme,
    bridge: CaseBridge,
    board: str,
    items: Sequence[str],
    sources: Sequence[str],
    *,
    go: Callable[[], object] | None,
    place: Callable[[tuple[str, ...]], object],
    delete: Callable[[Selected], object],
) -> QMenu:
    """The menu for some items and sources, of which those not on the board in front can be placed
    there. `go` leads to the one thing that is selected; None where that is not one."""
    contents = bridge.contents
    menu = QMenu(parent)
    going = menu.addAction(look.icon("go_to", theme), "&Go to")
    going.setEnabled(go is not None)
    going.triggered.connect(lambda: go() if go is not None else None)
    missing = tuple(
        each for each in items if all(card.board != board for card in contents.cards_of(each))
    )
    placing = menu.addAction(look.icon("board_add", theme), "&Place on this board")
    placing.setEnabled(bool(missing) and not bridge.read_only)
    placing.triggered.connect(lambda: place(missing))
    menu.addSeparator()
    gone = Selected(items=frozenset(items), sources=frozenset(sources))
    what = _counted(len(items), len(sources))
    deleting = menu.addAction(look.icon("delete", theme), f"&Delete {what}…")
    deleting.setEnabled(bool(gone) and not bridge.read_only)
    deleting.triggered.connect(lambda: delete(gone))
    return menu


def place_of_menu(view: QAbstractItemView, event: QContextMenuEvent) -> QPoint:
    """Where on the screen the menu of a list belongs: at the pointer, or at the current row for
    whoever asks with a key."""
    is_by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
    at = view.visualRect(view.currentIndex()).center() if is_by_key else event.pos()
    return view.viewport().mapToGlobal(at)


def _counted(items: int, sources: int) -> str:
    """What is to be deleted, in words.

    >>> _counted(1, 0), _counted(3, 0), _counted(0, 1), _counted(2, 1)
    ('item', '3 items', 'source', '3 entries')
    """
    if items and sources:
        return f"{items + sources:,} entries"
    noun, number = ("source", sources) if sources else ("item", items)
    return noun if number < 2 else f"{number:,} {noun}s"
