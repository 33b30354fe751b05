"""What the context menus of a board offer, by the names of actions; an empty name is a line."""

from __future__ import annotations

from caseboard.actions import Sub
from caseboard.selection import Selected
from casedb.model.card_face import board_of
from casedb.model.contents import Contents
from casedb.model.records import Card

CARD_MENU = (
    "edit_title",
    "open_file",
    "compare_files",
    "link_selected",
    "",
    "cut",
    "copy",
    Sub.JUDGE,
    "change_kind",
    "duplicate",
    "",
    "bring_forward",
    "send_backward",
    "bring_to_front",
    "send_to_back",
    "",
    Sub.ALIGN,
    Sub.DISTRIBUTE,
    Sub.SIZE,
    Sub.TIDY,
    Sub.COLOUR,
    "",
    "fit_height",
    "pin",
    "lock",
    "add_frame",
    "",
    Sub.BOARDS,
    "",
    "remove",
    "delete_items",
)
FRAME_MENU = (
    "edit_title",
    "cut",
    "copy",
    "fold_frame",
    Sub.TIDY,
    Sub.COLOUR,
    "lock",
    "",
    "ungroup",
    "remove",
)
STRING_MENU = (
    "edit_title",
    "retype_links",
    "reverse_link",
    "straighten",
    "",
    "go_to_start",
    "go_to_end",
    "",
    "remove",
)
GROUND_MENU = (
    *("add_claim", "add_note", "add_files", ""),
    *("paste", ""),
    *(Sub.TIDY, ""),
    *("select_all", "fit_all"),
)
_OF_SEVERAL = ("compare_files", Sub.ALIGN, Sub.DISTRIBUTE, Sub.SIZE)
CLAIM_MENU = tuple(
    name
    for each in CARD_MENU
    if each not in _OF_SEVERAL
    for name in ((each, "toggle_lines", "write_verdict") if each == "link_selected" else (each,))
)
BOARD_CARD_MENU = ("open_board", "", *CARD_MENU)


def menu_on(contents: Contents, selected: Selected) -> tuple[str, ...]:
    """What can be done with what is selected on a board; with the board itself where nothing is."""
    if selected.cards:
        return _card_menu(contents, selected.placed_alone)
    if selected.frames:
        return FRAME_MENU
    return STRING_MENU if selected.links else GROUND_MENU


def _card_menu(contents: Contents, card_id: str) -> tuple[str, ...]:
    card = contents.get(Card, card_id)
    item = contents.items[card.item] if card is not None else None
    if item is None:
        return CARD_MENU
    if item.kind == "claim":
        return CLAIM_MENU
    return BOARD_CARD_MENU if board_of(contents, item) else CARD_MENU
