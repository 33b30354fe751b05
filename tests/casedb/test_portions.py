"""A large change a portion at a time: all of it in the end, and a case that could be after each."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from casedb.delivery_report import Row
from casedb.ids import Mint
from casedb.intake.offer import offer_bytes
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.records import (
    Artifact,
    Attachment,
    Board,
    Card,
    CaseInfo,
    Frame,
    Item,
    Record,
)
from casedb.model.values import Values
from casedb.portions import PORTION, portions_of
from casedb.taking import Found, Stamp, take

INFO, BOARD = CaseInfo("case", Values({})), Board("board", "Board", 0)
MANY = PORTION // 3


def delivery(count: int) -> tuple[Edit, ...]:
    """The edits that take in so many files, with a card for each."""
    contents, new_id = Contents((INFO, BOARD)), Mint()
    offers = [offer_bytes(b"%d" % n, f"{n}.txt") for n in range(count)]
    found = [Found(Row(offer.artifact.name, "taken"), offer) for offer in offers]
    taking = take(contents, new_id, found, Stamp("2024-01-02T03:04:05Z", "tester"))
    cards = [
        Edit(None, Card(new_id(), BOARD.id, item.id, 0, 0, 10, 10, n))
        for n, item in enumerate(taking.made)
    ]
    return (*taking.edits, *cards)


def is_whole(contents: Contents) -> bool:
    """Whether everything rests on something that is there."""
    artifacts, there = contents.artifacts, contents.items
    return all(
        each.item in there and each.artifact in artifacts for each in contents.attachments.values()
    ) and all(each.item in there for each in contents.cards.values())


@given(st.integers(0, 1 << 30), st.booleans())
def test_after_each_portion_everything_rests_on_something(seed: int, is_undo: bool) -> None:
    edits = list(delivery(MANY))
    contents = Contents((INFO, BOARD))
    if is_undo:
        contents.apply(ChangeSet("Add files", tuple(edits)))
        edits = [each.reversed() for each in edits]
    # In whatever order they stand in the change.
    random.Random(seed).shuffle(edits)
    portions = list(portions_of(tuple(edits)))
    assert len(portions) > 1 and max(map(len, portions)) <= PORTION
    for portion in portions:
        contents.apply(ChangeSet("Add files", portion))
        assert is_whole(contents)
    left: set[type[Record]] = {Artifact, Item, Attachment, Card}
    assert all(len(contents.all(each)) == (0 if is_undo else MANY) for each in left)


def test_what_may_rest_on_each_other_is_one_portion() -> None:
    frame = Edit(None, Frame("frame", BOARD.id, "Frame", 0, 0, 9, 9, 0))
    edits = (*delivery(MANY), frame)
    assert list(portions_of(edits)) == [edits]
