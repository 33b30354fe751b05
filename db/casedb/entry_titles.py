"""What an entry of the journal is called: its label in words, and the board that it is about.

A label names no content, so which board was meant is found in what the entry changed or told.
"""

from __future__ import annotations

from casedb.entries import Entry, RowEdit
from casedb.errors import CaseError
from casedb.history import Journal
from casedb.model.contents import Contents
from casedb.model.labels import label_in_words
from casedb.model.records import Board
from casedb.story import name_of
from casedb.words import say

_OF_BOARDS = frozenset(("Lay out board", "Add board", "Rename board", "Delete board"))
_OF_PLACED = frozenset(("Place board", "Add linked board"))
_TABLES = ("board", "card", "frame", "route", "fold")


def title_of_entry(journal: Journal, contents: Contents, entry: Entry) -> str:
    """An entry's label in words, with the name of the board where it is about one.

    The board is called as the entry called it, else as it is now, or as it was when it went. Without a
    name the label stands alone, also where the journal is damaged.
    """
    what = label_in_words(entry.label)
    try:
        board = _board_of(journal, contents, entry)
    except CaseError:
        board = ""
    return say("{what}: “{name}”", what=what, name=board) if board.strip() else what


def _board_of(journal: Journal, contents: Contents, entry: Entry) -> str:
    label = entry.label
    if entry.told is not None:
        return _name(journal, contents, entry.told.board, entry.seq) if entry.told.board else ""
    if label in _OF_PLACED:
        card = journal.edit_in(entry.seq, ("card",))
        item = _told_by(journal, card, "item", entry.seq) if card is not None else ""
        return name_of(contents, item)
    if label not in _OF_BOARDS and not (
        label.startswith("Take ") and label.endswith(" off the board")
    ):
        return ""
    edit = journal.edit_in(entry.seq, _TABLES)
    if edit is None:
        return ""
    if edit.table != "board":
        board = _told_by(journal, edit, "board", entry.seq)
        return _name(journal, contents, board, entry.seq) if board else ""
    title = (edit.after or edit.before or {}).get("title")
    return title if isinstance(title, str) else _name(journal, contents, edit.id, entry.seq)


def _told_by(journal: Journal, edit: RowEdit, column: str, seq: int) -> str:
    """An id in a row that an edit changed, also where that did not change."""
    held = (edit.after or {}).get(column) or (edit.before or {}).get(column)
    if held is None:
        held = (journal.row_after(edit.table, edit.id, seq) or {}).get(column)
    return held if isinstance(held, str) else ""


def _name(journal: Journal, contents: Contents, board_id: str, seq: int) -> str:
    board = contents.get(Board, board_id)
    if board is not None:
        return board.title
    title = (journal.row_after("board", board_id, seq) or {}).get("title")
    return title if isinstance(title, str) else ""
