"""Placing, moving, sizing, stacking and copying cards and frames."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter
from typing import TypeAlias, TypeVar

from casedb.commands.folding import goes_with, shifts_of_members
from casedb.commands.items import NewId, give_exhibits
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet, Edit, counted
from casedb.model.contents import Contents
from casedb.model.geometry import LIMIT, Point, Rect, snap
from casedb.model.link_types import End
from casedb.model.records import Attachment, Board, Card, Frame, Item, Ref
from casedb.words import say, written

Placed: TypeAlias = "Card | Frame"
P = TypeVar("P", bound=Card | Frame)

CARD_WIDTH = 260.0
CARD_HEIGHT = 120.0
SMALLEST = 40.0
"""No card or frame is narrower or lower than this, in board units."""
FRAME_MARGIN = 24.0
FRAME_TITLE = 28.0
LARGEST = 100_000.0
"""No card or frame is given a width or height above this: it could not be seen as one thing."""


def place(
    contents: Contents, new_id: NewId, board_id: str, item_id: str, rect: Rect, accent: str = ""
) -> ChangeSet:
    """Place an item on a board, on top of what is there."""
    return place_all(contents, new_id, board_id, [(item_id, rect)], accent)


def place_all(
    contents: Contents,
    new_id: NewId,
    board_id: str,
    placed: Iterable[tuple[str, Rect]],
    accent: str = "",
) -> ChangeSet:
    """Place items by id on a board, each above the one before it and all above what is there."""
    contents.board(board_id)
    lowest = top(contents, board_id)
    edits = tuple(
        Edit(None, laid_at(Card(new_id(), board_id, item_id, 0, 0, 0, 0, z, accent=accent), rect))
        for z, (item_id, rect) in enumerate(placed, lowest)
    )
    return ChangeSet(counted("Place", len(edits), "card"), edits)


def top(contents: Contents, board_id: str) -> int:
    """The z that lies above every card of a board."""
    return max((card.z for card in contents.each_card_on(board_id)), default=-1) + 1


def move(
    contents: Contents, ids: Iterable[str], dx: float, dy: float, gesture: str = ""
) -> ChangeSet:
    """Move cards and frames by (dx, dy), with what is folded into them; locked ones stay."""
    found = {each.id: each for each in _all_placed(contents, ids)}
    moved = {
        placed_id: each.rect.moved(dx, dy)
        for placed_id, each in found.items()
        if not each.locked and not goes_with(contents, placed_id, found)
    }
    change = set_rects(contents, moved, "Move", gesture)
    led = _led_along(contents, change.edits, dx, dy)
    return replace(change, edits=(*change.edits, *led)) if led else change


def _led_along(contents: Contents, edits: Iterable[Edit], dx: float, dy: float) -> list[Edit]:
    """The bends of strings between two things that move: they keep their form."""
    cards = [edit.after for edit in edits if isinstance(edit.after, Card)]
    boards: dict[str, set[str]] = {}
    for card in cards:
        boards.setdefault(card.board, set()).add(card.item)
    ids = {card.id for card in cards}
    found: list[Edit] = []
    for board_id, items in boards.items():
        routes = contents.routes_on(board_id)
        if not routes:
            continue
        moved = {each for each in items if _all_move(contents, board_id, each, ids)}
        for route in routes:
            link = contents.links[route.link]
            if all(_item_at(contents, end) in moved for end in (link.start, link.end)):
                points = tuple(Point(snap(x + dx), snap(y + dy)) for x, y in route.points)
                found.append(Edit(route, replace(route, points=points)))
    return found


def _all_move(contents: Contents, board_id: str, item_id: str, moving: Container[str]) -> bool:
    there = (card for card in contents.cards_of(item_id) if card.board == board_id)
    return all(card.id in moving for card in there)


def _item_at(contents: Contents, end: Ref) -> str:
    """The item that an end of a link rests on; nothing for a link."""
    element = contents.elements.get(end.id)
    return element.claim if element is not None else end.id if end.end is End.ITEM else ""


def set_rects(
    contents: Contents, rects: Mapping[str, Rect], verb: str = "Resize", gesture: str = ""
) -> ChangeSet:
    """Give cards and frames new rectangles.

    A collapsed frame keeps its size, and what is folded into it is moved with it, but what is given
    a rectangle of its own. Raises InvalidChange for a place that is no number, beyond the board, or
    far too large.
    """
    edits: list[Edit] = []
    shifts: dict[str, tuple[float, float]] = {}
    frames = 0
    for before in _all_placed(contents, rects):
        rect = rects[before.id]
        if isinstance(before, Frame) and contents.fold_of(before.id) is not None:
            rect = Rect(rect.x, rect.y, before.w, before.h)
        after = laid_at(before, rect)
        shifts[before.id] = after.x - before.x, after.y - before.y
        if after != before:
            edits.append(Edit(before, after))
            frames += isinstance(before, Frame)
    noun = "card" if not frames else "frame" if frames == len(edits) else "thing"
    label = counted(verb, len(edits), noun)
    if frames:
        edits += _carried(contents, shifts)
    return ChangeSet(label, tuple(edits), gesture)


def _carried(contents: Contents, shifts: Mapping[str, tuple[float, float]]) -> Iterator[Edit]:
    """What moving cards and frames does to what is folded into them."""
    carried = shifts_of_members(contents, shifts)
    for before in _all_placed(contents, carried):
        after = laid_at(before, before.rect.moved(*carried[before.id]))
        if after != before:
            yield Edit(before, after)


def _all_placed(contents: Contents, ids: Iterable[str]) -> list[Placed]:
    """The cards and frames of some ids, each once. Raises KeyError."""
    cards, frames = contents.cards, contents.frames
    return [cards[each] if each in cards else frames[each] for each in dict.fromkeys(ids)]


def laid_at(placed: P, rect: Rect) -> P:
    """A card or frame in another place, which is snapped and no smaller than can be seen.

    Raises InvalidChange for a place that is no number, beyond the board, or far too large.
    """
    try:
        x, y, w, h = snap(rect.x), snap(rect.y), snap(rect.w), snap(rect.h)
    except ValueError as trouble:
        raise InvalidChange(str(trouble)) from trouble
    # What a file from elsewhere has further out may come nearer.
    if abs(rect.x) > max(LIMIT, abs(placed.x)) or abs(rect.y) > max(LIMIT, abs(placed.y)):
        raise InvalidChange(
            say(
                "A board ends {limit} million units from its middle, so nothing was put further out.",
                limit=written(LIMIT / 1e6, 0),
            )
        )
    if w > max(LARGEST, placed.w) or h > max(LARGEST, placed.h):
        raise InvalidChange(
            say(
                "A card or frame can be {largest} units wide and high at most, so this size was not "
                "taken.",
                largest=written(LARGEST, 0),
            )
        )
    w, h = (max(SMALLEST, min(LARGEST, side)) for side in (w, h))
    return replace(placed, x=x, y=y, w=w, h=h)


def bring_to_front(contents: Contents, card_ids: Iterable[str]) -> ChangeSet:
    """Put cards above all others of their board, keeping their order among themselves."""
    return _beyond(contents, card_ids, 1, "Bring", "to the front")


def send_to_back(contents: Contents, card_ids: Iterable[str]) -> ChangeSet:
    """Put cards below all others of their board, keeping their order among themselves."""
    return _beyond(contents, card_ids, -1, "Send", "to the back")


def bring_forward(contents: Contents, card_ids: Iterable[str]) -> ChangeSet:
    """Put each card above the next one that it touches."""
    return _past_next(contents, card_ids, 1, "Bring", "forward")


def send_backward(contents: Contents, card_ids: Iterable[str]) -> ChangeSet:
    """Put each card below the next one that it touches."""
    return _past_next(contents, card_ids, -1, "Send", "backward")


def _beyond(
    contents: Contents, card_ids: Iterable[str], way: int, verb: str, where: str
) -> ChangeSet:
    """Put cards beyond the last of all others upwards (1) or downwards (-1); the others stay."""
    edits: list[Edit] = []
    boards = _by_board(contents, card_ids)
    for board_id, chosen in boards.items():
        ordered = sorted(chosen.values(), key=_height, reverse=way < 0)
        rest = (card for card in contents.each_card_on(board_id) if card.id not in chosen)
        last = max((way * card.z for card in rest), default=None)
        heights = [way * card.z for card in ordered]
        if last is None or (heights[0] > last and all(a < b for a, b in pairwise(heights))):
            # They lie there already.
            continue
        edits += [
            Edit(card, replace(card, z=way * (last + n))) for n, card in enumerate(ordered, start=1)
        ]
    return ChangeSet(f"{_counted(verb, boards)} {where}", tuple(edits))


def _by_board(contents: Contents, card_ids: Iterable[str]) -> dict[str, dict[str, Card]]:
    boards: dict[str, dict[str, Card]] = {}
    for each in card_ids:
        card = contents.cards[each]
        boards.setdefault(card.board, {})[each] = card
    return boards


def _counted(verb: str, boards: Mapping[str, Mapping[str, Card]]) -> str:
    return counted(verb, sum(len(chosen) for chosen in boards.values()), "card")


def _height(card: Card) -> tuple[int, str]:
    return card.z, card.id


def _past_next(
    contents: Contents, card_ids: Iterable[str], way: int, verb: str, where: str
) -> ChangeSet:
    """Put each card past the next one that it touches upwards (1) or downwards (-1), as one draws
    a sheet out of a pile. Others stay where they are, unless a height is missing between them."""
    edits: list[Edit] = []
    boards = _by_board(contents, card_ids)
    for board_id, chosen in boards.items():
        first, *more = chosen.values()
        found = _past_next_alone(contents, first, way) if not more else None
        if found is None:
            found = _restacked(contents.each_card_on(board_id), chosen, way)
        edits += found
    return ChangeSet(f"{_counted(verb, boards)} {where}", tuple(edits))


def _past_next_alone(contents: Contents, card: Card, way: int) -> list[Edit] | None:
    """The same for one card, at once; None where no height is free for it.

    It passes what it does not touch as well: that changes no picture.
    """
    height = _height(card)
    ahead = [
        each
        for each in contents.cards_in(card.board, card.rect)
        if each.id != card.id and (_height(each) > height) == (way > 0)
    ]
    if not ahead:
        return []
    ahead.sort(key=_height, reverse=way < 0)
    # Of two at one height the one with the later id lies above.
    lies_past = (card.id > ahead[0].id) == (way > 0)
    moved = replace(card, z=ahead[0].z if lies_past else ahead[0].z + way)
    if len(ahead) > 1 and (_height(moved) < _height(ahead[1])) != (way > 0):
        return None
    return [Edit(card, moved)]


def _restacked(there: Sequence[Card], chosen: Mapping[str, Card], way: int) -> list[Edit]:
    """Put each of the chosen cards past the next one that it touches."""
    if len(chosen) == len(there):
        return []
    stack = sorted(there, key=_height, reverse=way < 0)
    touching = _touching(stack, chosen.values())
    # What is put in behind a card lies before whatever was put in there earlier.
    place: dict[str, tuple[int, ...]] = {card.id: (n,) for n, card in enumerate(stack)}
    moved: set[str] = set()
    # The foremost first: it makes way for those behind it.
    for card in reversed([each for each in stack if each.id in chosen]):
        here = place[card.id]
        ahead = [each for each in touching[card.id] if place[each] > here]
        if ahead and (passed := min(ahead, key=place.__getitem__)) not in chosen:
            moved.add(card.id)
            place[card.id] = (*place[passed], -len(moved))
    stack.sort(key=lambda card: place[card.id])
    return _heights_for(stack[::way], moved) if moved else []


def _touching(cards: Sequence[Card], chosen: Iterable[Card]) -> dict[str, list[str]]:
    """The ids of the cards that share more than an edge with each of some chosen ones, by theirs."""
    by_left = sorted(cards, key=attrgetter("x"))
    lefts = [card.x for card in by_left]
    # None that begins further left than the widest is wide reaches as far.
    widest = max(card.w for card in cards)
    found: dict[str, list[str]] = {}
    for one in chosen:
        left, top, right, bottom = one.x, one.y, one.x + one.w, one.y + one.h
        first, last = bisect_right(lefts, left - widest), bisect_left(lefts, right)
        found[one.id] = [
            each.id
            for each in by_left[first:last]
            if each.x + each.w > left
            and each.y < bottom
            and each.y + each.h > top
            and each.id != one.id
        ]
    return found


def _heights_for(stack: Sequence[Card], moved: Container[str]) -> list[Edit]:
    """Give cards that have been put elsewhere in a stack, lowest first, heights for their places;
    and others only as far as one is missing between them."""
    edits: list[Edit] = []
    last = min(card.z for card in stack) - 1, ""
    for card in stack:
        z = card.z
        if card.id in moved or _height(card) <= last:
            z = last[0] if card.id > last[1] else last[0] + 1
        if z != card.z:
            edits.append(Edit(card, replace(card, z=z)))
        last = z, card.id
    return edits


def duplicate(
    contents: Contents, new_id: NewId, card_ids: Iterable[str], dx: float, dy: float
) -> ChangeSet:
    """Copy cards and their items, (dx, dy) beside the originals; files are shared, links are not.

    A copy of a card that is folded into a frame is not. Each copy is an item of its own with an
    exhibit number of its own. A claim's elements go along,
    and the links between them and what is copied with them.
    """
    cards = contents.cards
    originals = sorted((cards[each] for each in set(card_ids)), key=_height)
    if not originals:
        return ChangeSet("Duplicate nothing", ())
    taken, exhibits = give_exhibits(contents, len(originals))
    # By type, so that each table of the file is written in one go.
    copies: list[Edit] = []
    elements: list[Edit] = []
    files: list[Edit] = []
    twins: dict[str, str] = {}
    laid: list[Edit] = []
    height = max(top(contents, board_id) for board_id in {card.board for card in originals})
    items = contents.items
    for n, card in enumerate(originals):
        item = items[card.item]
        copy = Item(new_id(), item.kind, item.values.changed({"exhibit": exhibits[n]}))
        copies.append(Edit(None, copy))
        twins.setdefault(item.id, copy.id)
        for element in contents.elements_of(item.id):
            twin = replace(element, id=new_id(), claim=copy.id)
            twins.setdefault(element.id, twin.id)
            elements.append(Edit(None, twin))
        files += [
            Edit(None, Attachment(new_id(), copy.id, each.artifact, each.position, each.caption))
            for each in contents.attachments_of(item.id)
        ]
        placed = replace(card, id=new_id(), item=copy.id, z=height + n, locked=False)
        laid.append(Edit(None, laid_at(placed, card.rect.moved(dx, dy))))
    strings = _copied_links(contents, new_id, twins) if elements else []
    return ChangeSet(
        counted("Duplicate", len(originals), "card"),
        (taken, *copies, *elements, *strings, *files, *laid),
    )


def _copied_links(contents: Contents, new_id: NewId, twins: Mapping[str, str]) -> list[Edit]:
    """Copies of the links at elements, both ends of which have a twin."""
    found = {
        link.id: link
        for each in twins
        if each in contents.elements
        for link in contents.links_at(each)
        if link.start.id in twins and link.end.id in twins
    }
    return [
        Edit(
            None,
            replace(
                link,
                id=new_id(),
                start=Ref(link.start.end, twins[link.start.id]),
                end=Ref(link.end.end, twins[link.end.id]),
            ),
        )
        for link in found.values()
    ]


def set_flags(contents: Contents, ids: Iterable[str], label: str, **flags: bool | str) -> ChangeSet:
    """Set collapsed, pinned, locked or accent of cards and frames.

    Frames are collapsed by folding (`casedb.commands.folding`), and are not pinned.
    """
    edits: list[Edit] = []
    of_frames = {name: flag for name, flag in flags.items() if name not in ("collapsed", "pinned")}
    for before in _all_placed(contents, ids):
        after = replace(before, **(of_frames if isinstance(before, Frame) else flags))
        if after != before:
            edits.append(Edit(before, after))
    return ChangeSet(label, tuple(edits))


def add_frame(
    contents: Contents, new_id: NewId, board_id: str, rect: Rect, title: str, accent: str = ""
) -> ChangeSet:
    """Add a frame, below all cards and the frames that it encloses, above the other frames."""
    others = contents.frames_on(board_id)
    enclosed = [each.z for each in others if rect.contains(each.rect) and each.rect != rect]
    # Of the same height, the newer one lies above: so it is over a frame that is around both.
    height = min(enclosed) - 1 if enclosed else max((each.z for each in others), default=-1) + 1
    frame = laid_at(Frame(new_id(), board_id, title, 0, 0, 0, 0, height, accent=accent), rect)
    return ChangeSet("Add frame", (Edit(None, frame),))


def frame_around(rect: Rect) -> Rect:
    """The rectangle of a frame around something: with a margin, and room for its title above."""
    around = rect.grown(FRAME_MARGIN)
    return Rect(around.x, around.y - FRAME_TITLE, around.w, around.h + FRAME_TITLE)


def rename_frame(contents: Contents, frame_id: str, title: str, gesture: str = "") -> ChangeSet:
    """Give a frame another title."""
    frame = contents.frames[frame_id]
    if title == frame.title:
        return ChangeSet("Rename frame", (), gesture)
    return ChangeSet("Rename frame", (Edit(frame, replace(frame, title=title)),), gesture)


def add_board(contents: Contents, new_id: NewId, title: str) -> ChangeSet:
    """Add a board after the others."""
    position = max((board.position for board in contents.boards), default=-1) + 1
    return ChangeSet("Add board", (Edit(None, Board(new_id(), title, position)),))


def rename_board(contents: Contents, board_id: str, title: str) -> ChangeSet:
    """Give a board another title. Raises InvalidChange for an empty one."""
    if not title.strip():
        raise InvalidChange(say("A board needs a title, so the old one was kept."))
    board = contents.board(board_id)
    if title == board.title:
        return ChangeSet("Rename board", ())
    return ChangeSet("Rename board", (Edit(board, replace(board, title=title)),))


def order_boards(contents: Contents, order: Iterable[str]) -> ChangeSet:
    """Put the boards' tabs in a new order."""
    edits: list[Edit] = []
    for position, board_id in enumerate(order):
        board = contents.board(board_id)
        if board.position != position:
            edits.append(Edit(board, replace(board, position=position)))
    return ChangeSet("Reorder boards", tuple(edits))
