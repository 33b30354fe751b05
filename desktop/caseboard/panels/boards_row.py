"""What the rows of the outline of boards show and say: boards, frames, cards, links."""

from __future__ import annotations

from caseboard import spoken
from caseboard.panels.outline_nodes import Sort
from caseboard.panels.outline_row import Row
from caseboard.panels.wording import end_title, item_title, one_line
from casedb.model.card_face import support
from casedb.model.conclusions import limits_in_words
from casedb.model.contents import Contents
from casedb.model.kinds import kind_of
from casedb.model.link_types import LINK_TYPES, link_type
from casedb.model.records import Board, Frame, Item, Link
from casedb.words import say, term, written

NO_BOARD = term("Not on a board")


def row_of_board(contents: Contents, board: Board, cards: int) -> Row:
    """A board with the number of its cards."""
    frames = len(contents.frames_on(board.id))
    title = one_line(board.title) or say("Untitled board")
    counts = [say("{n} card", "{n} cards", n=cards)]
    counts += [say("{n} frame", "{n} frames", n=frames)] if frames else []
    return Row(
        Sort.BOARD,
        title,
        say("Board"),
        "board",
        "tx2",
        note=written(cards),
        said=", ".join([say("Board: {title}", title=title), *counts]),
    )


def row_of_frame(contents: Contents, frame: Frame, cards: int, depth: int) -> Row:
    """A frame with the number of cards in it."""
    told = (spoken.frame_details(contents, frame), say("locked") if frame.locked else "")
    return Row(
        Sort.FRAME,
        one_line(frame.title) or say("Untitled frame"),
        say("Frame"),
        "frame",
        frame.accent or "tx3",
        note=f"{say('collapsed')} · {written(cards)}" if frame.collapsed else written(cards),
        depth=depth,
        said=spoken.frame_name(frame, cards, is_collapsed=frame.collapsed),
        details=", ".join(filter(None, told)),
    )


def row_of_item(contents: Contents, item: Item, sort: Sort, depth: int) -> Row:
    """An item, as its card tells it."""
    kind = kind_of(item.kind)
    told = support(contents, item) if item.kind == "claim" else None
    return Row(
        sort,
        item_title(item, contents),
        say(kind.label),
        kind.icon,
        kind.accent,
        pro=told.pro if told is not None else 0,
        con=told.con if told is not None else 0,
        depth=depth,
        said=spoken.item_name(contents, item),
        details=spoken.item_details(contents, item),
        limits=limits_in_words(item),
    )


def row_of_link(contents: Contents, link: Link, *, from_start: bool, depth: int) -> Row:
    """A link as it is met at one of its ends: what it says of the other."""
    told = link_type(link.type)
    far = end_title(contents, link.end if from_start else link.start)
    # There is little room, and the icon says the rest.
    says = spoken.link_says(link, from_start=from_start).removeprefix("is ")
    return Row(
        Sort.LINK,
        say("{says} {other}", says=says, other=far),
        say("Link"),
        told.icon if link.type in LINK_TYPES else "link",
        told.accent,
        depth=depth,
        said=spoken.link_name(contents, link, from_start=from_start),
        details=spoken.link_details(link),
    )


def row_of_loose(items: int) -> Row:
    """What lies on no board."""
    title, counted = say(NO_BOARD), say("{n} item", "{n} items", n=items)
    return Row(
        Sort.LOOSE, title, "", "board_add", "tx3", written(items), said=f"{title}: {counted}"
    )
