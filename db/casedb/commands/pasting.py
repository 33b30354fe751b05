"""Putting a clip down on a board: the same things again, or what another case had.

What is in the case already by its id is used as it is there. Nothing is ever made twice: a second
card of an item is all that pasting into the same case makes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from casedb.commands.boards import refuse_itself
from casedb.commands.cards import laid_at, top
from casedb.commands.items import NewId, number_exhibits
from casedb.model.changes import ChangeSet, Edit, counted
from casedb.model.clip import Clip
from casedb.model.contents import Contents
from casedb.model.custody import is_expunged
from casedb.model.discretion import is_protected
from casedb.model.geometry import Point, Rect, bounding_rect, snap
from casedb.model.layout.room import Room
from casedb.model.link_types import End
from casedb.model.records import (
    Annotation,
    Artifact,
    Assessment,
    Attachment,
    Card,
    Element,
    Fold,
    Frame,
    Item,
    Link,
    Record,
    Route,
    Scale,
    Scheme,
    Source,
)
from casedb.model.references import references_of, without_references

STEP = 24.0
"""How far beside its like something is put that would cover it exactly."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """A change that puts a clip down, and what is to be told of it.

    `items`, `sources` and `files` count what is new in the case; `known` what was there already, and
    `differing` how much of that is not as it was copied. `missing` are the names of files of which the
    bytes did not come along, `unnamed` counts mentions of things that did not, `renumbered` exhibits
    whose number something else has here, `nameless` the new sources that are protected, whose names
    stayed where they came from.
    """

    change: ChangeSet
    items: int
    sources: int
    files: int
    known: int
    differing: int
    missing: tuple[str, ...]
    unnamed: int
    renumbered: int
    nameless: int = 0


def paste(
    contents: Contents,
    new_id: NewId,
    clip: Clip,
    board_id: str,
    middle: Point,
    brought: Collection[str] = (),
) -> Pasted:
    """Put a clip down around a point of a board; the artifacts whose bytes were `brought` can be new.

    Raises InvalidChange where something in it stands for that very board.
    """
    contents.board(board_id)
    refuse_itself(board_id, clip.of(Item))
    joining = _Joining(contents, clip, brought)
    laying = _Laying(contents, new_id, clip, board_id, middle, joining)
    exhibits, renumbered = number_exhibits(contents, joining.new_items())
    taken, numbered = exhibits
    new = [numbered.get(each.id, each) if isinstance(each, Item) else each for each in joining.new]
    edits = [*([taken] if taken is not None else ()), *(Edit(None, each) for each in new)]
    edits += [Edit(None, each) for each in laying.records()]
    cards = sum(isinstance(edit.after, Card) for edit in edits)
    frames = sum(isinstance(edit.after, Frame) for edit in edits)
    noun = "thing" if cards and frames else "frame" if frames else "card"
    return Pasted(
        change=ChangeSet(counted("Paste", cards + frames, noun), tuple(edits)),
        items=len(joining.new_items()),
        sources=sum(isinstance(each, Source) for each in new),
        files=sum(isinstance(each, Artifact) for each in new),
        known=joining.known,
        differing=joining.differing,
        missing=joining.missing,
        unnamed=joining.unnamed,
        renumbered=renumbered,
        nameless=sum(
            isinstance(each, Source) and is_protected(each) and not each.name for each in new
        ),
    )


class _Joining:
    """Which records of a clip are new to a case, mended so that they stand there."""

    def __init__(self, contents: Contents, clip: Clip, brought: Collection[str]) -> None:
        self._contents = contents
        self._brought = brought
        self.new: list[Record] = []
        self.known = self.differing = self.unnamed = 0
        lacking: list[str] = []
        self._joining: set[tuple[type[Record], str]] = set()
        for of in (
            Scheme,
            Source,
            Item,
            Element,
            Link,
            Artifact,
            Attachment,
            Annotation,
            Assessment,
        ):
            waiting: list[Record] = list(clip.of(of))
            # A link may rest on one that comes after it.
            while waiting:
                left = [each for each in waiting if not self._join(each)]
                if len(left) == len(waiting):
                    break
                waiting = left
            lacking += [each.name for each in waiting if isinstance(each, Artifact)]
        self.missing = tuple(lacking)
        self.new = [self._standing(each) for each in self.new]

    def new_items(self) -> list[Item]:
        return [each for each in self.new if isinstance(each, Item)]

    def _join(self, record: Record) -> bool:
        """Let a record join the case, if it can; whether it is there now."""
        there = self._contents.get(type(record), record.id)
        if there is not None:
            self.known += isinstance(there, Item | Source)
            self.differing += isinstance(there, Item | Source | Link) and there != record
        elif self._may_join(record):
            self._joining.add((type(record), record.id))
            self.new.append(record)
        else:
            return False
        return True

    def _may_join(self, record: Record) -> bool:
        """Whether a record that is not there can be added: what it rests on is or comes with it.

        What rests on nothing but what was there already stays out: that is used as it is there.
        """
        match record:
            case Artifact():
                return record.id in self._brought or is_expunged(record)
            case Element():
                return self._is_new(Item, record.claim)
            case Attachment():
                return self._is_new(Item, record.item) and self._is_there(Artifact, record.artifact)
            case Annotation():
                return self._is_there(Artifact, record.artifact)
            case Link():
                ends = [(_TYPE_OF_END[each.end], each.id) for each in (record.start, record.end)]
                return all(self._is_there(*end) for end in ends) and any(
                    self._is_new(*end) for end in ends
                )
            case Assessment():
                claim = record.claim
                is_claim_there = claim is None or self._is_there(Item, claim)
                has_words = self._is_there(Scheme, record.scheme)
                is_new = any(self._is_new(of, record.subject) for of in _JUDGED)
                return is_new and is_claim_there and has_words
            case _:
                return True

    def _is_new(self, of: type[Record], record_id: str) -> bool:
        return (of, record_id) in self._joining

    def _is_there(self, of: type[Record], record_id: str) -> bool:
        return self._is_new(of, record_id) or self._contents.get(of, record_id) is not None

    def _standing(self, record: Record) -> Record:
        """A record that names nothing which is not in the case."""
        if not isinstance(record, Item | Source):
            return record
        gone = frozenset(
            named
            for _, what, named in references_of(record)
            if not self._is_there(Source if what == "source" else Item, named)
        )
        self.unnamed += len(gone)
        return replace(record, values=without_references(record, gone)) if gone else record

    def will_have(self, of: type[Record], record_id: str) -> bool:
        """Whether the case has something once this is carried out."""
        return self._is_there(of, record_id)


_TYPE_OF_END: Mapping[End, type[Record]] = {
    End.ITEM: Item,
    End.ELEMENT: Element,
    End.LINK: Link,
}
_JUDGED: tuple[type[Record], ...] = (Item, Source, Element, Link)


class _Laying:
    """The cards and frames of a clip as they are laid on a board, under ids of their own."""

    def __init__(
        self,
        contents: Contents,
        new_id: NewId,
        clip: Clip,
        board_id: str,
        middle: Point,
        joining: _Joining,
    ) -> None:
        self._contents, self._new_id, self._clip = contents, new_id, clip
        self._board = board_id
        self._joining = joining
        shown = (card for card in clip.of(Card) if joining.will_have(Item, card.item))
        self._cards = sorted(shown, key=lambda card: (card.z, card.id))
        self._frames = sorted(clip.of(Frame), key=lambda frame: (frame.z, frame.id))
        self._ids = {each.id: new_id() for each in (*self._frames, *self._cards)}
        self._shift = self._way_to(middle)

    def _way_to(self, middle: Point) -> tuple[float, float]:
        around = bounding_rect(each.rect for each in (*self._cards, *self._frames))
        if around is None:
            return 0.0, 0.0
        dx, dy = snap(middle.x - around.centre.x), snap(middle.y - around.centre.y)
        there = self._contents.each_card_on(self._board)
        taken = {(card.item, card.x, card.y) for card in there}
        framed = {(frame.x, frame.y) for frame in self._contents.frames_on(self._board)}
        while any((card.item, card.x + dx, card.y + dy) in taken for card in self._cards) or any(
            (frame.x + dx, frame.y + dy) in framed for frame in self._frames
        ):
            dx, dy = dx + STEP, dy + STEP
        return self._beside_others(around, dx, dy)

    def _beside_others(self, around: Rect, dx: float, dy: float) -> tuple[float, float]:
        """The same way, or where a pasted frame would come to hold cards that are there the shortest way
        to where there is room for all."""
        areas = [frame.rect.moved(dx, dy) for frame in self._frames]
        there = [card.rect for card in self._contents.each_card_on(self._board)] if areas else []
        if not any(area.contains(rect) for rect in there for area in areas):
            return dx, dy
        framed = (frame.rect for frame in self._contents.frames_on(self._board))
        free = Room([*there, *framed]).nearest(around.moved(dx, dy))
        return (free.x - around.x, free.y - around.y) if free is not None else (dx, dy)

    def records(self) -> Iterable[Record]:
        dx, dy = self._shift

        def place(rect: Rect) -> Rect:
            return rect.moved(dx, dy)

        height = max((each.z for each in self._contents.frames_on(self._board)), default=-1) + 1
        folded = {fold.frame for fold in self._clip.of(Fold)}
        for n, frame in enumerate(self._frames):
            own = replace(
                frame,
                id=self._ids[frame.id],
                board=self._board,
                z=height + n,
                locked=False,
                collapsed=frame.id in folded,
            )
            yield laid_at(own, place(frame.rect))
        for scale in self._clip.of(Scale):
            if scale.frame in self._ids:
                yield replace(scale, id=self._new_id(), frame=self._ids[scale.frame])
        lowest = top(self._contents, self._board)
        for n, card in enumerate(self._cards):
            own = replace(
                card, id=self._ids[card.id], board=self._board, z=lowest + n, locked=False
            )
            yield laid_at(own, place(card.rect))
        for fold in self._clip.of(Fold):
            if fold.frame in self._ids:
                members = tuple(
                    sorted(self._ids[each] for each in fold.members if each in self._ids)
                )
                yield replace(fold, id=self._new_id(), frame=self._ids[fold.frame], members=members)
        for route in self._clip.of(Route):
            is_led = self._contents.route(self._board, route.link) is not None
            if not is_led and self._joining.will_have(Link, route.link):
                points = tuple(Point(snap(x + dx), snap(y + dy)) for x, y in route.points)
                yield replace(route, id=self._new_id(), board=self._board, points=points)
