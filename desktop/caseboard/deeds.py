"""`Deeds`: what the actions of the window do to the open case.

Each deed builds one change out of commands, runs it through the bridge and selects what came of it.
None of them paints, asks or remembers anything.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TypeVar

from caseboard import elsewhere
from caseboard.bridge import CaseBridge
from caseboard.placing import HeightOf, lay, room_near
from caseboard.selection import Selection
from caseboard.tidying import TIDIES
from casedb.commands import arrange, boards, cards, folding, items, links, removal
from casedb.commands.pasting import Pasted, paste
from casedb.model.card_face import CardFace, face
from casedb.model.changes import ChangeSet, join
from casedb.model.contents import Contents
from casedb.model.discretion import public_name
from casedb.model.geometry import Point, Rect, bounding_rect
from casedb.model.json_value import JsonValue
from casedb.model.kinds import kind_of
from casedb.model.kinds.board_card import BOARD_CARD
from casedb.model.kinds.note import NOTE
from casedb.model.notes import ShownAs, split_words
from casedb.model.records import Card, Frame, Item, Link, Ref, Source
from casedb.model.values import Values
from casedb.model.visible_text import visible
from casedb.parcel import Parcel
from casedb.words import say

R = TypeVar("R", Item, Card, Frame, Link)

DUPLICATE_SHIFT = 24.0
MOST_NAMED, LONGEST_NAMED = 3, 80
"""How many records a question names, and how much of each title."""

ARRANGEMENTS: Mapping[str, Callable[[Contents, Iterable[str]], ChangeSet]] = MappingProxyType(
    {
        "align_left": partial(arrange.align, side="left"),
        "align_centre": partial(arrange.align, side="centre"),
        "align_right": partial(arrange.align, side="right"),
        "align_top": partial(arrange.align, side="top"),
        "align_middle": partial(arrange.align, side="middle"),
        "align_bottom": partial(arrange.align, side="bottom"),
        "distribute_across": partial(arrange.distribute, axis="horizontal"),
        "distribute_down": partial(arrange.distribute, axis="vertical"),
        "match_width": partial(arrange.match_size, what="width"),
        "match_height": partial(arrange.match_size, what="height"),
        "match_both": partial(arrange.match_size, what="both"),
        "stack_across": partial(arrange.stack, axis="horizontal"),
        "stack_down": partial(arrange.stack, axis="vertical"),
        "pack_grid": arrange.grid,
    }
)
"""What arranges cards and frames by their ids, by the names that its actions have."""


class Deeds:
    """What can be done to one open case from its window."""

    def __init__(
        self,
        bridge: CaseBridge,
        selection: Selection,
        height_of: HeightOf,
    ) -> None:
        """`height_of` tells how high a card must be for its content, at a width."""
        self._bridge = bridge
        self._selection = selection
        self._height_of = height_of

    @property
    def _contents(self) -> Contents:
        return self._bridge.contents

    # -- adding ---------------------------------------------------------------------------

    def add_card(
        self,
        board_id: str,
        kind: str,
        middle: Point,
        values: dict[str, JsonValue] | None = None,
    ) -> str | None:
        """Make an item of a kind with its card around a point; the card's id, or None if refused."""
        made: list[str] = []

        def build() -> ChangeSet:
            change = self._new_card(board_id, kind, middle, values or {})
            made.append(_new(change, Card).id)
            return change

        if not self._bridge.attempt(build):
            return None
        self._selection.set(cards=made)
        return made[0]

    def add_note(
        self, board_id: str, rect: Rect, how: ShownAs, words: str, gesture: str = ""
    ) -> str:
        """Make a note of some words that is shown as nothing else, and select it: its card's id.

        Of no words none is made, and the id is empty, as where it is refused.
        """
        if not words.strip():
            return ""
        contents, new_id = self._contents, self._bridge.new_id
        values = {**split_words(words.strip("\n")), "shown_as": how.value}

        def build() -> ChangeSet:
            added = items.add_item(contents, new_id, NOTE.name, values)
            item = _new(added, Item)
            needed = self._height_of(_plain_face(item), rect.w)
            height = needed if how is ShownAs.TEXT else max(rect.h, needed)
            placed = cards.place(contents, new_id, board_id, item.id, rect._replace(h=height))
            made.append(_new(placed, Card).id)
            return join("Add note", [added, placed], gesture)

        made: list[str] = []
        if not self._bridge.attempt(build):
            return ""
        self._selection.set(cards=made)
        return made[0]

    def write_note(
        self,
        item_id: str,
        words: str,
        lowest: Mapping[str, float],
        gesture: str = "",
        label: str = "Edit note",
    ) -> None:
        """Give a note other words, and make its cards as high as they need, but none lower than the
        height that is given for its id in `lowest`."""
        note = self._contents.get(Item, item_id)
        if note is None:
            return
        written = items.set_values(note, split_words(words), label)
        after = replace(note, values=note.values.changed(split_words(words)))
        shown = _plain_face(after)
        heights = {
            card.id: card.rect._replace(
                h=max(lowest.get(card.id, card.h), self._height_of(shown, card.w))
            )
            for card in self._contents.cards_of(item_id)
            if not card.locked
        }
        sized = cards.set_rects(self._contents, heights)
        self._bridge.run(join(label, [written, sized], gesture))

    def add_linked_card(
        self, board_id: str, kind: str, middle: Point, start: Ref, type_name: str
    ) -> str | None:
        """Make an item of a kind with its card around a point and a link to it, in one step.

        The card's id, or None if it was refused; then there is neither card nor link.
        """
        made: list[str] = []

        def build() -> None:
            case = self._bridge.case
            label = kind_of(kind).label.lower()
            with case.together(f"Add linked {label}"):
                change = self._new_card(board_id, kind, middle, {})
                case.run(change)
                end = Ref.item(_new(change, Item).id)
                case.run(links.connect(case.contents, case.new_id, start, type_name, end))
                made.append(_new(change, Card).id)

        if not self._bridge.carry_out(build):
            return None
        self._selection.set(cards=made)
        return made[0]

    def _new_card(
        self, board_id: str, kind: str, middle: Point, values: Mapping[str, JsonValue]
    ) -> ChangeSet:
        contents = self._contents
        added = items.add_item(contents, self._bridge.new_id, kind, values)
        item = _new(added, Item)
        width = cards.CARD_WIDTH
        height = self._height_of(_plain_face(item), width)
        rect = Rect(middle.x - width / 2, middle.y - height / 2, width, height)
        placed = cards.place(contents, self._bridge.new_id, board_id, item.id, rect)
        return join(added.label, [added, placed])

    def place(self, board_id: str, item_ids: Sequence[str], middle: Point) -> None:
        """Show items of the case on a board, around a point or as near to it as there is room."""
        contents, made = self._contents, list[str]()
        known = [contents.items[each] for each in item_ids if each in contents.items]

        def build() -> ChangeSet:
            laid = lay(contents, self._bridge.new_id, board_id, known, middle, self._height_of)
            made.extend(edit.record.id for edit in laid.edits)
            return laid

        if known and self._bridge.attempt(build):
            self._selection.set(cards=made)

    def place_board(self, board_id: str, shown_id: str, middle: Point) -> bool:
        """Place a board on another one, as a card that leads there; whether that was done.

        It lies around a point, or as near to it as there is room.
        """
        made: list[str] = []

        def build() -> ChangeSet:
            contents = self._contents
            stand_in = Item("", BOARD_CARD.name, Values({"board": shown_id}))
            width = cards.CARD_WIDTH
            height = self._height_of(face(contents, stand_in), width)
            at = room_near(contents, board_id, middle, height)
            rect = Rect(at.x - width / 2, at.y - height / 2, width, height)
            change = boards.place_board(contents, self._bridge.new_id, board_id, shown_id, rect)
            made.append(_new(change, Card).id)
            return change

        if not self._bridge.attempt(build):
            return False
        self._selection.set(cards=made)
        return True

    def put_down(self, board_id: str, parcel: Parcel, middle: Point) -> Pasted | None:
        """Put down what was copied around a point of a board, and select it; None where refused."""
        made: list[Pasted] = []

        def build() -> None:
            case = self._bridge.case
            made.append(
                paste(case.contents, case.new_id, parcel.clip, board_id, middle, parcel.bytes_of)
            )
            case.run(made[0].change, parcel.bytes_of)

        if not self._bridge.carry_out(build):
            return None
        placed = [edit.after for edit in made[0].change.edits]
        hidden = self._contents.folded_into
        self._selection.set(
            cards=[each.id for each in placed if isinstance(each, Card) and not hidden(each.id)],
            frames=[each.id for each in placed if isinstance(each, Frame) and not hidden(each.id)],
        )
        return made[0]

    def lay_on(self, board_id: str, placed: Sequence[str]) -> list[str]:
        """Lay cards and frames on another board as well; the new cards' ids, none where refused."""
        made: list[str] = []

        def build() -> ChangeSet:
            change = elsewhere.lay_on(self._contents, self._bridge.new_id, placed, board_id).change
            made.extend(edit.record.id for edit in change.edits if isinstance(edit.after, Card))
            return change

        return made if self._bridge.attempt(build) else []

    def add_frame(self, board_id: str, title: str = "") -> str | None:
        """Put a frame around the selected cards and frames; its id."""
        chosen = (self._contents.get(Frame, each) for each in self._selection.frames)
        frames = [frame.rect for frame in chosen if frame is not None]
        around = bounding_rect([*(card.rect for card in self._selected_cards()), *frames])
        if around is None:
            return None
        return self.add_frame_at(board_id, cards.frame_around(around), title)

    def add_frame_at(self, board_id: str, rect: Rect, title: str = "") -> str | None:
        """Put a frame somewhere and select it; its id, or None where it is refused."""
        change = cards.add_frame(self._contents, self._bridge.new_id, board_id, rect, title)
        if not self._bridge.run(change):
            return None
        frame = _new(change, Frame)
        self._selection.set(frames=[frame.id])
        return frame.id

    # -- naming ---------------------------------------------------------------------------

    def set_label(self, link_id: str, label: str, gesture: str = "") -> None:
        """Give a link other words on its string."""
        link = self._contents.get(Link, link_id)
        if link is not None:
            values = {"label": label or None}
            self._bridge.run(items.set_values(link, values, "Edit label", gesture))

    def rename_frame(self, frame_id: str, title: str, gesture: str = "") -> None:
        """Give a frame another title."""
        if self._contents.get(Frame, frame_id) is not None:
            self._bridge.run(cards.rename_frame(self._contents, frame_id, title, gesture))

    # -- on the selection -----------------------------------------------------------------

    def _selected_cards(self) -> list[Card]:
        found = (self._contents.get(Card, each) for each in sorted(self._selection.cards))
        return [card for card in found if card is not None]

    def remove(self) -> None:
        """Take the selected cards and frames off the board, and delete the selected links that lead
        to none of these cards."""
        now = self._selection.now
        is_done = self._bridge.attempt(
            partial(removal.delete_selection, self._contents, now.cards, now.frames, now.links)
        )
        if is_done and (now.cards or now.frames):
            # Links that lead to what was taken off are out of sight: a second Del must not delete them.
            self._selection.become(replace(self._selection.now, links=frozenset()))

    def delete_from_case(self, item_ids: Sequence[str], source_ids: Sequence[str] = ()) -> None:
        """Delete items and sources from the case, with all that rests on them."""
        self._bridge.attempt(partial(removal.delete_records, self._contents, item_ids, source_ids))

    def what_goes(self, item_ids: Sequence[str], source_ids: Sequence[str]) -> str:
        """What deleting items and sources takes along, in a sentence for the question before it."""
        contents = self._contents
        change = removal.delete_records(contents, item_ids, source_ids)
        chosen = {*item_ids, *source_ids}
        gone = [edit.before for edit in change.edits if edit.after is None]
        titles = [
            _quoted(record.title if isinstance(record, Item) else public_name(record))
            for record in gone
            if isinstance(record, (Item, Source)) and record.id in chosen
        ]
        is_shown = any(isinstance(each, Card) for each in gone)
        number = sum(isinstance(record, Link) for record in gone)
        told = [_goes(titles, number, is_shown=is_shown), self._mentions(source_ids, chosen)]
        return " ".join(filter(None, (*told, say("Undo brings all of it back."))))

    def _mentions(self, source_ids: Sequence[str], gone: Container[str]) -> str:
        """In how many records that stay a source is named, as a sentence; empty where in none."""
        naming = {
            owner.id
            for each in source_ids
            for owner in self._contents.referrers(each)
            if owner.id not in gone
        }
        if not naming:
            return ""
        return say(
            "{n} record that names it will name nobody there; merging it keeps the mention.",
            "{n} records that name it will name nobody there; merging it keeps the mentions.",
            n=len(naming),
        )

    def duplicate(self, dx: float = DUPLICATE_SHIFT, dy: float = DUPLICATE_SHIFT) -> list[str]:
        """Copy the selected cards with their items, beside the originals; the new cards' ids."""
        change = cards.duplicate(self._contents, self._bridge.new_id, self._selection.cards, dx, dy)
        if not change.edits or not self._bridge.run(change):
            return []
        made = [edit.record.id for edit in change.edits if isinstance(edit.after, Card)]
        self._selection.set(cards=made)
        return made

    def nudge(self, ids: Sequence[str], dx: float, dy: float) -> None:
        """Move cards and frames a little; nudges that follow each other are one step."""
        if ids:
            gesture = self._bridge.typing("nudge " + " ".join(sorted(ids)))
            self._bridge.run(cards.move(self._contents, ids, dx, dy, gesture))

    def restack(self, how: str) -> None:
        """Change the stacking of the selected cards: one of the verbs of `casedb.commands.cards`."""
        command = {
            "bring_forward": cards.bring_forward,
            "send_backward": cards.send_backward,
            "bring_to_front": cards.bring_to_front,
            "send_to_back": cards.send_to_back,
        }[how]
        self._bridge.run(command(self._contents, self._selection.cards))

    def arrange(self, name: str) -> dict[str, Rect]:
        """Arrange what is selected by one of ARRANGEMENTS; where what was moved lay before, by id."""
        now = self._selection.now
        made: list[ChangeSet] = []

        def build() -> ChangeSet:
            made.append(ARRANGEMENTS[name](self._contents, [*now.cards, *now.frames]))
            return made[0]

        return _lay_before(made) if self._bridge.attempt(build) else {}

    def tidy(self, name: str, board_id: str, seen: Sequence[str] = ()) -> dict[str, Rect]:
        """Tidy what is selected by one of TIDIES, or the board; where what was moved lay before, by id.

        `seen` are the cards that count as all of the board, where it does not show all of them.
        """
        now = self._selection.now
        chosen = [*now.cards, *now.frames]
        made: list[ChangeSet] = []

        def build() -> ChangeSet:
            new_id = self._bridge.new_id
            made.append(TIDIES[name](self._contents, new_id, board_id, chosen or seen))
            return made[0]

        return _lay_before(made) if self._bridge.attempt(build) else {}

    def toggle_lock(self) -> None:
        """Lock what is selected, or unlock it where all of it is locked."""
        ids = [*self._selection.cards, *self._selection.frames]
        placed = [self._contents.get(Card, each) or self._contents.get(Frame, each) for each in ids]
        lock = not all(each is not None and each.locked for each in placed)
        label = "Lock" if lock else "Unlock"
        self._bridge.run(cards.set_flags(self._contents, ids, label, locked=lock))

    def toggle_pin(self) -> None:
        """Pin the selected cards, so that tidying leaves them where they are, or let go of them where
        all of them are pinned."""
        chosen = self._selected_cards()
        pin = not all(card.pinned for card in chosen)
        label = "Pin" if pin else "Unpin"
        ids = [card.id for card in chosen]
        self._bridge.run(cards.set_flags(self._contents, ids, label, pinned=pin))

    def colour(self, token: str) -> None:
        """Give what is selected another colour; an empty token for that of its kind."""
        ids = [*self._selection.cards, *self._selection.frames]
        self._bridge.run(cards.set_flags(self._contents, ids, "Colour", accent=token))

    def fold_frames(self) -> bool:
        """Collapse the selected frames, or expand them where all are collapsed; whether that was done."""
        ids = sorted(self._selection.frames)
        return self._bridge.attempt(
            partial(folding.toggle, self._contents, self._bridge.new_id, ids)
        )

    def ungroup(self) -> None:
        """Take the selected frames off the board and leave what lies in them."""
        ids = sorted(self._selection.frames)
        self._bridge.attempt(partial(removal.ungroup, self._contents, ids))

    def fit_heights(self) -> None:
        """Make the selected cards as high as their content; locked ones stay as they are."""
        rects = {
            card.id: card.rect._replace(h=self._natural_height(card))
            for card in self._selected_cards()
            if not card.locked
        }
        self._bridge.run(cards.set_rects(self._contents, rects, "Fit"))

    def _natural_height(self, card: Card) -> float:
        return self._height_of(face(self._contents, self._contents.items[card.item]), card.w)


def _lay_before(changes: Iterable[ChangeSet]) -> dict[str, Rect]:
    """Where the cards and frames of some changes lay before these, by id."""
    before = (edit.before for change in changes for edit in change.edits)
    return {each.id: each.rect for each in before if isinstance(each, (Card, Frame))}


def _new(change: ChangeSet, of: type[R]) -> R:
    """The record of one type that a change makes."""
    return next(
        edit.after for edit in change.edits if edit.before is None and isinstance(edit.after, of)
    )


def _goes(titles: Sequence[str], links: int, *, is_shown: bool) -> str:
    """That things go from the case, with so many links, and from boards where they are shown."""
    number, what = len(titles), _named(titles)
    with_links = say("{n} link", "{n} links", n=links) if links else ""
    match is_shown, with_links:
        case False, "":
            return say(
                "{what} goes from the case.", "{what} go from the case.", n=number, what=what
            )
        case True, "":
            return say(
                "{what} goes from the case and from every board.",
                "{what} go from the case and from every board.",
                n=number,
                what=what,
            )
        case False, _:
            return say(
                "{what} goes from the case, with {links}.",
                "{what} go from the case, with {links}.",
                n=number,
                what=what,
                links=with_links,
            )
        case _:
            return say(
                "{what} goes from the case and from every board, with {links}.",
                "{what} go from the case and from every board, with {links}.",
                n=number,
                what=what,
                links=with_links,
            )


def _named(titles: Sequence[str]) -> str:
    """Titles as a list, and of many how many more there are."""
    named = list(titles)
    if len(named) > MOST_NAMED:
        more = len(named) - MOST_NAMED + 1
        named[MOST_NAMED - 1 :] = [say("{n} more", "{n} more", n=more)]
    *others, last = named
    return say("{what} and {last}", what=", ".join(others), last=last) if others else last


def _quoted(title: str) -> str:
    line = " ".join(visible(title[: 2 * LONGEST_NAMED]).split())
    if len(line) > LONGEST_NAMED:
        line = f"{line[: LONGEST_NAMED - 1]}…"
    return f"“{line}”" if line else say("What has no title")


def _plain_face(item: Item) -> CardFace:
    """The face of an item that nothing is linked to yet."""
    return face(Contents([item]), item)
