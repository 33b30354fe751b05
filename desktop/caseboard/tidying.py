"""The ways of tidying a board that the window offers, each by the name of its action."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from casedb.commands import tidy, timeline
from casedb.commands.items import NewId
from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet
from casedb.model.contents import Contents
from casedb.model.records import Card
from casedb.words import say

Tidying: TypeAlias = Callable[[Contents, NewId, str, Sequence[str]], ChangeSet]
"""What lays out the cards and frames of a board by their ids, all of its cards for none."""

TIMELINE = "Timeline"
"""The title of the frame that is put around cards along a scale of time."""


def _to_the_right(contents: Contents, _: NewId, board_id: str, ids: Sequence[str]) -> ChangeSet:
    return tidy.layered(contents, board_id, ids)


def _downwards(contents: Contents, _: NewId, board_id: str, ids: Sequence[str]) -> ChangeSet:
    return tidy.layered(contents, board_id, ids, downwards=True)


def _in_time(contents: Contents, new_id: NewId, board_id: str, ids: Sequence[str]) -> ChangeSet:
    return timeline.with_scale(contents, new_id, board_id, ids, TIMELINE)


def _by_kind(contents: Contents, _: NewId, board_id: str, ids: Sequence[str]) -> ChangeSet:
    return tidy.by_kind(contents, board_id, ids)


def _around(contents: Contents, _: NewId, board_id: str, ids: Sequence[str]) -> ChangeSet:
    """Around the one card that is chosen, with all of the board; or, of several, around the claim."""
    chosen = [card for each in ids if (card := contents.get(Card, each)) is not None]
    if len(chosen) == 1:
        return tidy.around_claim(contents, board_id, chosen[0].item)
    claims = [card for card in chosen if contents.items[card.item].kind == "claim"]
    if len(claims) != 1:
        raise InvalidChange(
            say(
                "Select the card to lay the others around, or cards of which one is a claim; nothing "
                "was moved."
            )
        )
    return tidy.around_claim(contents, board_id, claims[0].item, ids)


TIDIES: Mapping[str, Tidying] = MappingProxyType(
    {
        "tidy_right": _to_the_right,
        "tidy_down": _downwards,
        "tidy_time": _in_time,
        "tidy_kind": _by_kind,
        "tidy_around": _around,
    }
)
