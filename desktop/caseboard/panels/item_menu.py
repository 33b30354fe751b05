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
from casedb.words import say


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
    going = menu.addAction(look.icon("go_to", theme), say("&Go to"))
    going.setEnabled(go is not None)
    going.triggered.connect(lambda: go() if go is not None else None)
    missing = tuple(
        each for each in items if all(card.board != board for card in contents.cards_of(each))
    )
    placing = menu.addAction(look.icon("board_add", theme), say("&Place on this board"))
    placing.setEnabled(bool(missing) and not bridge.read_only)
    placing.triggered.connect(lambda: place(missing))
    menu.addSeparator()
    gone = Selected(items=frozenset(items), sources=frozenset(sources))
    text = _deletion(len(items), len(sources))
    deleting = menu.addAction(look.icon("delete", theme), text)
    deleting.setEnabled(bool(gone) and not bridge.read_only)
    deleting.triggered.connect(lambda: delete(gone))
    return menu


def place_of_menu(view: QAbstractItemView, event: QContextMenuEvent) -> QPoint:
    """Where on the screen the menu of a list belongs: at the pointer, or at the current row for
    whoever asks with a key."""
    is_by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
    at = view.visualRect(view.currentIndex()).center() if is_by_key else event.pos()
    return view.viewport().mapToGlobal(at)


def _deletion(items: int, sources: int) -> str:
    """What the entry of the menu says that deletes.

    >>> _deletion(1, 0), _deletion(3, 0), _deletion(0, 1), _deletion(2, 1)
    ('&Delete item…', '&Delete 3 items…', '&Delete source…', '&Delete 3 entries…')
    """
    if items and sources:
        return say("&Delete {n} entry…", "&Delete {n} entries…", n=items + sources)
    if sources:
        return say("&Delete source…", "&Delete {n} sources…", n=sources)
    return say("&Delete item…", "&Delete {n} items…", n=max(1, items))
