"""Chance edits to a case in memory, and what the columns of a board say that follow them."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from caseboard.board.columns import Columns
from casedb.model.changes import Edit
from casedb.model.geometry import Point, Rect
from casedb.model.records import Fold, Link, Ref, Route

if TYPE_CHECKING:
    from tests.caseboard.board.conftest import Maker


def courses(columns: Columns) -> dict[str, list[list[float]]]:
    """How every string runs, by link id."""
    table = columns.strings
    return {
        table.rows.id_of(row): np.round(columns.curves(row), 6).tolist()
        for row in table.rows.all().tolist()
    }


def cards_of(columns: Columns) -> dict[str, tuple[Rect, int, int, str]]:
    """What the columns say about every card."""
    table = columns.cards
    return {
        table.rows.id_of(row): (
            columns.card_rect(row),
            int(table.z[row]),
            int(table.flags[row]),
            columns.accents[int(table.accent[row])],
        )
        for row in table.rows.all().tolist()
    }


class Wanderer:
    """Makes chance edits to a case."""

    def __init__(self, maker: Maker, seed: int) -> None:
        self.maker, self.chance = maker, random.Random(seed)

    def edit(self) -> tuple[Edit, ...]:
        """One chance edit, carried out."""
        maker, chance = self.maker, self.chance
        cards = [card for card in maker.contents.cards.values() if card.board == maker.board_id]
        links = list(maker.contents.links.values())
        card, link = chance.choice(cards), chance.choice(links)
        match chance.randrange(9):
            case 0 | 1:
                return maker.move(card, chance.uniform(-900, 900), chance.uniform(-900, 900))
            case 2:
                return maker.run(Edit(card, replace(card, collapsed=not card.collapsed)))
            case 3:
                other = chance.choice(cards)
                if other.item == card.item:
                    return ()
                return maker.add(
                    Link(maker.new_id(), "related", Ref.item(card.item), Ref.item(other.item))
                )
            case 4:
                return maker.add(
                    Link(maker.new_id(), "undercuts", Ref.item(card.item), Ref.link(link.id))
                )
            case 5 if len(links) > 5:
                return maker.remove(*self.resting(link))
            case 6:
                copy = replace(card, id=maker.new_id(), x=card.x + 300, z=chance.randrange(9))
                return maker.add(copy)
            case 7 if len(cards) > 5:
                folds = maker.contents.folds_on(maker.board_id)
                return maker.remove(*(each for each in folds if card.id in each.members), card)
            case _:
                held = maker.contents.route(maker.board_id, link.id)
                if held is not None:
                    return maker.remove(held)
                via = Point(chance.uniform(0, 2000), chance.uniform(0, 2000))
                return maker.add(Route(maker.new_id(), maker.board_id, link.id, (via,)))

    def resting(self, link: Link) -> list[Link | Route]:
        """A link, its route and all that rest on it, those first."""
        found: list[Link | Route] = []
        for each in self.maker.contents.links_at(link.id):
            found += self.resting(each)
        found += self.maker.contents.routes_of(link.id)
        return list(dict.fromkeys([*found, link]))

    def fold(self) -> tuple[Edit, ...]:
        """Fold some cards into a frame, or open one again."""
        maker, chance = self.maker, self.chance
        folds = maker.contents.folds_on(maker.board_id)
        if folds and chance.random() < 0.6:
            return maker.remove(chance.choice(folds))
        folded = {each for fold in folds for each in fold.members}
        free = [each for each in maker.contents.cards if each not in folded]
        members = tuple(chance.sample(free, min(4, len(free))))
        frame = maker.frame(chance.uniform(0, 900), chance.uniform(0, 900), 260, 60)
        return (Edit(None, frame), *maker.add(Fold(maker.new_id(), frame.id, 900, 600, members)))
