"""`Upkeep`: how an inventory of a board follows a set of edits, and what of it must be painted anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

import numpy as np

from caseboard.board.frames import box_of
from caseboard.board.inventory import Inventory, folded_cards, parted, shown_bends
from caseboard.board.strings import Ints
from caseboard.board.tables import NOBODY
from caseboard.board.touched import CARD_REACH, FRAME_REACH, STRING_REACH, Part, Touched
from casedb.model.changes import Edit
from casedb.model.records import Card, Fold, Frame, Item, Link, Route, Scale
from casedb.sketch import look_of


class Upkeep:
    """Follows edits that the case has taken already; to be used once.

    What they ask for is gathered before any string is moved: the links that are tied `again`, the
    rows of cards that have `moved` or whose strings are `shaken`, those of strings that were `tied`,
    and the `parts` that look otherwise.
    """

    def __init__(self, inventory: Inventory) -> None:
        self._inventory = inventory
        self._contents = inventory.contents
        self._placements = inventory.placements
        self._ties = inventory.ties
        self._cards = inventory.placements.table
        self._strings = inventory.ties.table
        self._again: dict[str, None] = {}
        self._moved: set[int] = set()
        self._shaken: set[int] = set()
        self._tied: set[int] = set()
        self._parts: list[Part] = []

    def follow(self, edits: Iterable[Edit]) -> Touched:
        """Follow edits; returns what must be painted anew."""
        board_id, shown_frames = self._inventory.board_id, self._inventory.frames
        cards: list[Edit] = []
        looking: list[Card] = []
        frames: dict[str, Frame | None] = {}
        folds_otherwise = False
        for edit in edits:
            record = edit.record
            if isinstance(record, Card):
                cards.append(edit)
            elif isinstance(record, Frame):
                after = edit.after
                is_here = isinstance(after, Frame) and after.board == board_id
                frames[record.id] = after if is_here and isinstance(after, Frame) else None
            elif isinstance(record, Fold):
                folds_otherwise = True
            elif isinstance(record, Link):
                self._again[record.id] = None
            elif isinstance(record, Item):
                looking += self._looking_otherwise(edit)
            elif isinstance(record, Route) and record.board == board_id:
                self._follow_route(edit)
                self._again[record.link] = None
            elif isinstance(record, Scale) and (held := shown_frames.get(record.frame)) is not None:
                self._parts.append((box_of(held), FRAME_REACH, (held.id,)))
        if looking:
            edited = {edit.record.id for edit in cards}
            cards += [Edit(card, card) for card in looking if card.id not in edited]
        if folds_otherwise or any(map(self._concerns_folds, frames)):
            cards += self._follow_folds(frames, {edit.record.id for edit in cards})
        if frames:
            shown = shown_frames.follow(frames)
            self._parts += [(box_of(each), FRAME_REACH, (each.id,)) for each in shown]
        self._follow_cards(cards)
        self._tie_again()
        self._reshape_around()
        return Touched.of(self._parts)

    def _looking_otherwise(self, edit: Edit) -> list[Card]:
        """The cards on the board of an item that is shown in another way than before."""
        before, after = edit.before, edit.after
        if not isinstance(before, Item) or not isinstance(after, Item):
            return []
        if look_of(before) == look_of(after):
            return []
        there = self._contents.cards_of(after.id)
        return [card for card in there if card.board == self._inventory.board_id]

    def _concerns_folds(self, frame_id: str) -> bool:
        row = self._cards.rows.get(frame_id)
        is_stack = row is not None and self._placements.is_stack(row)
        return is_stack or self._contents.folded_into(frame_id) is not None

    def _follow_folds(self, frames: dict[str, Frame | None], edited: Set[str]) -> list[Edit]:
        """Follow what is folded into what: `frames` are given those that are seen otherwise by it.

        Returns edits that make cards come and go, but for those that are `edited` anyway.
        """
        contents, table = self._contents, self._cards
        folds = contents.folds_on(self._inventory.board_id)
        before = self._inventory.folded
        there = contents.cards
        self._inventory.folded = folded_cards(folds)
        now = self._inventory.folded
        changed = {each for each in {*before, *now} if before.get(each) != now.get(each)}
        stacks, shown = parted(contents.frames_on(self._inventory.board_id), folds)
        standing = {frame.id for frame in stacks}
        for row in self._placements.stacks.tolist():
            frame_id = table.rows.id_of(row)
            tied = self._ties.at(np.array([row]))
            self._again.update(dict.fromkeys(self._strings.rows.ids_of(tied.tolist())))
            self._parts.append((table.boxes(np.array([row])), CARD_REACH, (frame_id,)))
            if frame_id not in standing:
                self._placements.unstack(frame_id)
        rows = self._placements.stack(stacks)
        self._moved.update(rows.tolist())
        self._parts.append((table.boxes(rows), CARD_REACH, table.rows.ids_of(rows.tolist())))
        self._placements.fold(
            self._inventory.gathered(lambda each: there[each].item if each in there else None)
        )
        for each in changed:
            if each in there:
                self._again.update(dict.fromkeys(self._links_of(there[each].item)))
        open_now = {frame.id: frame for frame in shown}
        for each in (*frames, *(frame.id for frame in self._inventory.frames)):
            frames[each] = open_now.get(each)
        frames.update(
            (each, open_now[each]) for each in open_now if self._inventory.frames.get(each) is None
        )
        return [
            Edit(there[each], None) if each in now else Edit(None, there[each])
            for each in changed - edited
            if each in there
            and there[each].board == self._inventory.board_id
            and (each in now) != (each in before)
        ]

    def _follow_cards(self, edits: Sequence[Edit]) -> None:
        table = self._cards
        known = [(edit, table.rows.get(edit.record.id)) for edit in edits]
        rows = np.array([row for _, row in known if row is not None], dtype=np.int64)
        old = dict(zip(rows.tolist(), table.rects(rows).tolist(), strict=True))
        self._parts.append((table.boxes(rows), CARD_REACH, table.rows.ids_of(rows.tolist())))
        arriving: list[Card] = []
        left: list[int] = []
        for edit, row in known:
            stays = (
                isinstance(edit.after, Card)
                and edit.after.board == self._inventory.board_id
                and edit.after.id not in self._inventory.concealed
                and edit.after.id not in self._inventory.folded
            )
            before = edit.before
            if row is not None and isinstance(before, Card):
                item = edit.after.item if isinstance(edit.after, Card) else ""
                if not stays or item != before.item:
                    self._placements.forget(before.item, row)
                    self._again.update(dict.fromkeys(self._links_of(before.item)))
                    left.append(row)
                if not stays:
                    table.free(before.id)
                    del old[row]
            if stays and isinstance(edit.after, Card):
                arriving.append(edit.after)
        # Links that the case no longer has are found by their strings, new ones by the case.
        tied = self._ties.at(np.array(left, dtype=np.int64)).tolist()
        self._again.update(dict.fromkeys(self._strings.rows.ids_of(tied)))
        placed = self._placements.put(arriving, self._contents.items)
        self._parts.append((table.boxes(placed), CARD_REACH, [card.id for card in arriving]))
        for row, card, rect in zip(
            placed.tolist(), arriving, table.rects(placed).tolist(), strict=True
        ):
            is_new = row not in old
            if is_new or rect != old[row]:
                self._moved.add(row)
            if is_new:
                self._again.update(dict.fromkeys(self._links_of(card.item)))
            elif row in self._moved and self._placements.is_doubled:
                self._again.update(dict.fromkeys(self._torn_links(card.item)))

    def _links_of(self, item_id: str) -> Iterator[str]:
        for target in (item_id, *(each.id for each in self._contents.elements_of(item_id))):
            for link in self._contents.links_at(target):
                yield link.id

    def _torn_links(self, item_id: str) -> Iterator[str]:
        """The links of an item that have a choice between placements, and may choose another."""
        for link_id in self._links_of(item_id):
            link = self._contents.links[link_id]
            if any(len(self._ties.choices(end)) > 1 for end in (link.start, link.end)):
                yield link_id

    def _follow_route(self, edit: Edit) -> None:
        if isinstance(edit.before, Route):
            self._inventory.routes.pop(edit.before.link, None)
        if isinstance(edit.after, Route) and edit.after.points:
            self._inventory.routes[edit.after.link] = shown_bends(edit.after)

    def _tie_again(self) -> None:
        table, ties = self._strings, self._ties
        waiting = list(self._again)
        while waiting:
            link_id = waiting.pop()
            link = self._contents.links.get(link_id)
            row = table.rows.get(link_id)
            if row is not None:
                self._parts.append((table.boxes(np.array([row])), STRING_REACH, (link_id,)))
                self._shaken.update(each for each in table.cards[row].tolist() if each != NOBODY)
            at = ties.tie(link) if link is not None else None
            if at is not None:
                # What rests on it may have to stand back with it, or no more.
                bundle = ties.with_resting(np.array([at], dtype=np.int64))
                ties.shade(bundle)
                self._tied.update(bundle.tolist())
                if row is None:
                    waiting += [
                        each.id
                        for each in self._contents.links_at(link_id)
                        if table.rows.get(each.id) is None
                    ]
            elif row is not None:
                waiting += ties.drop(row)
                self._tied.discard(row)
        ties.keep_sorted()

    def _reshape_around(self) -> None:
        """Let strings run anew near what moved, and note those that really changed.

        A moved card changes its own strings; those change the order at the sides where they end,
        and so the neighbours that end at the same cards; and any string that rests on one of these.
        """
        table = self._strings
        moved, tied = _sorted(self._moved), _sorted(self._tied)
        first = self._ties.with_resting(np.union1d(self._ties.at(moved), tied))
        cards = np.unique(
            np.concatenate([table.cards[first].reshape(-1), moved, _sorted(self._shaken)])
        )
        cards = cards[cards != NOBODY]
        cards = cards[~np.isnan(self._cards.left[cards])]
        chosen = self._ties.with_resting(np.union1d(self._ties.at(cards), first))
        if not len(chosen):
            return
        before, boxes = table.curves[chosen].copy(), table.boxes(chosen).copy()
        bent = dict(table.bends)
        self._inventory.courses.run(chosen, cards)
        is_other = (before != table.curves[chosen]).any(axis=(1, 2)) | np.isin(chosen, tied)
        if bent or table.bends:
            is_other |= [bent.get(row) is not table.bends.get(row) for row in chosen.tolist()]
        others = chosen[is_other]
        ids = table.rows.ids_of(others.tolist())
        self._parts.append((boxes[is_other], STRING_REACH, ids))
        self._parts.append((table.boxes(others), STRING_REACH, ids))


def _sorted(rows: set[int]) -> Ints:
    return np.array(sorted(rows), dtype=np.int64)
