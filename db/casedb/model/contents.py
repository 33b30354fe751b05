"""`Contents`: a whole case in memory, with the look-ups that screens and commands need.

It holds frozen records and changes in one way only: `apply` takes a change set whose `before`
values must be what is there. Nothing here knows of files, clocks or windows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from operator import attrgetter
from typing import Any, TypeVar, cast

from casedb.model.board_index import BoardIndex
from casedb.model.changes import ChangeSet, Edit
from casedb.model.folds import FoldIndex
from casedb.model.geometry import Rect, bounding_rect
from casedb.model.pieces import pieces
from casedb.model.records import (
    RECORD_TYPES,
    Annotation,
    Assessment,
    Attachment,
    CanvasRest,
    Card,
    Element,
    Fold,
    Frame,
    Item,
    Link,
    Record,
    Ref,
    Route,
    SavedView,
    Scale,
    Source,
    Tables,
)
from casedb.model.references import references_of
from casedb.model.standing import Standing
from casedb.model.tables import Records

R = TypeVar("R", bound=Record)


class OutOfStep(AssertionError):
    """A change set does not fit what is there: a bug of ours, never the user's doing."""


class Contents(Records):
    """Every record of a case by type and id, and who points at whom.

    `failed` are the artifacts (SHA-256) whose last check failed: no record says so, but custody.
    `veiled` are the items and sources that somebody grades blind: while they do, no grade of them is shown.
    `standing` says what a claim rests on, by id, where somebody reckons that (`casedb.analysis`), and
    `followed` is told of all edits once they are made.
    """

    failed: Set[str] = frozenset()
    veiled: Set[str] = frozenset()
    standing: Callable[[str], Standing | None]
    followed: Callable[[Sequence[Edit]], object]

    def __init__(
        self,
        records: Iterable[Record] = (),
        references: Iterable[tuple[str, str]] | None = None,
        card_counts: Mapping[str, int] | None = None,
    ) -> None:
        """Build from records; `references` are (owner, target) ids where they are known already.

        `card_counts` are the numbers of cards on boards whose cards are not all among the records.
        """
        tables: Tables = {each: {} for each in RECORD_TYPES}
        for record in records:
            tables[type(record)][record.id] = record
        self._take(tables, references, _nobody, card_counts or {})

    @classmethod
    def of_tables(
        cls,
        tables: Tables,
        references: Iterable[tuple[str, str]] | None = None,
        heard: Callable[[int], object] | None = None,
    ) -> Contents:
        """Build from records that lie in tables already, one for every type.

        `heard` is told again and again of how many records more are in their place.
        """
        contents = cls.__new__(cls)
        contents._take(tables, references, heard or _nobody, {})
        return contents

    def _take(
        self,
        tables: Tables,
        references: Iterable[tuple[str, str]] | None,
        heard: Callable[[int], object],
        card_counts: Mapping[str, int],
    ) -> None:
        self._tables = tables
        self.standing = self.followed = _nobody
        self._pointing: defaultdict[str, dict[str, Record]] = defaultdict(dict)
        self._referrers: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._folded = FoldIndex()
        self._boards = BoardIndex(tables, card_counts)
        for of, table in tables.items():
            for piece in pieces(table.values()):
                self._index(of, piece)
                heard(len(piece))
        if references is None:
            references = self._named()
        for piece in pieces(references):
            for owner, target in piece:
                self._referrers[target][owner] = None
            heard(0)

    def _named(self) -> Iterator[tuple[str, str]]:
        for record in (*self.sources.values(), *self.items.values()):
            for _, _, target in references_of(record):
                yield record.id, target

    def copy(self) -> Contents:
        """The same records, to be changed apart from these."""
        made = type(self).__new__(type(self))
        made._tables = {of: dict(table) for of, table in self._tables.items()}
        made.standing = made.followed = _nobody
        made._pointing = defaultdict(dict, {key: dict(at) for key, at in self._pointing.items()})
        made._referrers = defaultdict(dict, {key: dict(at) for key, at in self._referrers.items()})
        made._folded = FoldIndex()
        for fold in self.all(Fold).values():
            made._folded.add(fold)
        made._boards = BoardIndex(made._tables, {})
        made.veiled = self.veiled
        return made

    # -- who points at whom ---------------------------------------------------------------

    def _at(self, target: str, of: type[R]) -> list[R]:
        found = self._pointing.get(target, {})
        return [record for record in found.values() if isinstance(record, of)]

    # Whoever asks for the cards of a board is told of all of them, also of those that lie in a
    # collapsed frame and are not seen: `folded_into` says which.

    def cards_on(self, board_id: str) -> list[Card]:
        """The cards of a board, lowest first."""
        return sorted(self._at(board_id, Card), key=lambda card: (card.z, card.id))

    def each_card_on(self, board_id: str) -> list[Card]:
        """The cards of a board in no order, which takes a tenth of the time."""
        there = self._pointing.get(board_id, {})
        # By the very type: of a hundred thousand it is asked at every card that is placed.
        return [each for each in there.values() if type(each) is Card]

    def cards_in(self, board_id: str, area: Rect) -> list[Card]:
        """The cards of a board that share more than an edge with an area, in no order."""
        left, top, right, bottom = area.x, area.y, area.right, area.bottom
        return [
            each
            for each in self.each_card_on(board_id)
            if each.x < right
            and each.x + each.w > left
            and each.y < bottom
            and each.y + each.h > top
        ]

    def frames_on(self, board_id: str) -> list[Frame]:
        """The frames of a board, lowest first."""
        return sorted(self._at(board_id, Frame), key=lambda frame: (frame.z, frame.id))

    def folds_on(self, board_id: str) -> list[Fold]:
        """What lies in the collapsed frames of a board, in the order in which they were folded."""
        held = [self.fold_of(frame.id) for frame in self._at(board_id, Frame)]
        return sorted((each for each in held if each is not None), key=lambda each: each.id)

    def fold_of(self, frame_id: str) -> Fold | None:
        """What lies in a frame that is collapsed, or None where it is open."""
        return next(iter(self._at(frame_id, Fold)), None)

    def frame_holding(self, placed_id: str) -> str | None:
        """The id of the collapsed frame that a card or frame is a member of, or None."""
        return self._folded.holding(placed_id)

    def folded_into(self, placed_id: str) -> str | None:
        """The id of the outermost collapsed frame that hides a card or frame; None where it is seen."""
        return self._folded.outermost(placed_id)

    def scales_on(self, board_id: str) -> list[Scale]:
        """The scales of the frames of a board, in the order in which they were set."""
        held = [self.scale_of(frame.id) for frame in self._at(board_id, Frame)]
        return sorted((each for each in held if each is not None), key=lambda each: each.id)

    def scale_of(self, frame_id: str) -> Scale | None:
        """The time that runs along a frame, or None."""
        return next(iter(self._at(frame_id, Scale)), None)

    def routes_on(self, board_id: str) -> list[Route]:
        """The routes of links on a board."""
        return self._at(board_id, Route)

    def route(self, board_id: str, link_id: str) -> Route | None:
        """The route of one link on one board, or None where its string runs by itself."""
        return next((each for each in self._at(link_id, Route) if each.board == board_id), None)

    def routes_of(self, link_id: str) -> list[Route]:
        """The routes of one link, on whichever boards."""
        return self._at(link_id, Route)

    def canvas_rest_of(self, board_id: str) -> CanvasRest | None:
        """What a canvas said of a board and no field here can hold; None where there is nothing."""
        return next(iter(self._at(board_id, CanvasRest)), None)

    def views_of(self, board_id: str) -> list[SavedView]:
        """The saved views of a board in order."""
        return sorted(self._at(board_id, SavedView), key=lambda each: (each.position, each.id))

    def cards_of(self, item_id: str) -> list[Card]:
        """Where an item is shown."""
        return self._at(item_id, Card)

    def items_for_board(self, board_id: str) -> list[Item]:
        """The items that stand for a board, also where that is gone."""
        found = (self.get(Item, each) for each in self._boards.items_naming(board_id))
        return [each for each in found if each is not None]

    def cards_of_board(self, board_id: str) -> list[Card]:
        """Where a board is used: the cards, on whichever boards, that stand for it."""
        return [card for item in self.items_for_board(board_id) for card in self.cards_of(item.id)]

    def card_count(self, board_id: str) -> int:
        """How many cards are on a board, seen or folded into a frame."""
        return self._boards.count(board_id)

    def links_at(self, target_id: str) -> list[Link]:
        """The links that start or end at an item, element or link."""
        return self._at(target_id, Link)

    def elements_of(self, claim_id: str) -> list[Element]:
        """The elements of a claim in order."""
        return sorted(self._at(claim_id, Element), key=lambda each: (each.position, each.id))

    def attachments_of(self, item_id: str) -> list[Attachment]:
        """The attachments of an item in order."""
        return sorted(self._at(item_id, Attachment), key=lambda each: (each.position, each.id))

    def attachments_to(self, artifact_id: str) -> list[Attachment]:
        """The attachments that use an artifact."""
        return self._at(artifact_id, Attachment)

    def annotations_of(self, artifact_id: str) -> list[Annotation]:
        """What is marked on an artifact, oldest first."""
        return sorted(self._at(artifact_id, Annotation), key=lambda each: each.id)

    def assessments_of(self, subject_id: str) -> list[Assessment]:
        """The assessments of an item, source, link or element, oldest first."""
        found = [each for each in self._at(subject_id, Assessment) if each.subject == subject_id]
        return sorted(found, key=lambda each: (each.at, each.id))

    def assessments_for(self, claim_id: str) -> list[Assessment]:
        """The assessments that were made for a claim, oldest first."""
        found = [each for each in self._at(claim_id, Assessment) if each.claim == claim_id]
        return sorted(found, key=lambda each: (each.at, each.id))

    def referrers(self, target_id: str) -> list[Item | Source]:
        """The items and sources whose fields name this source or item."""
        found = (self._owner(owner) for owner in self._referrers.get(target_id, ()))
        return [each for each in found if each is not None]

    def mentions(self, target_id: str) -> int:
        """How many items and sources name this source or item in their fields."""
        return len(self._referrers.get(target_id, ()))

    def _owner(self, owner_id: str) -> Item | Source | None:
        return self.get(Item, owner_id) or self.get(Source, owner_id)

    def boards_showing(self, ref: Ref) -> set[str]:
        """The boards on which an item, element or link can be seen; a link with both its ends."""
        return self._showing(ref, frozenset())

    def _showing(self, ref: Ref, passed: frozenset[str]) -> set[str]:
        element, link = self.get(Element, ref.id), self.get(Link, ref.id)
        if link is None:
            item_id = element.claim if element is not None else ref.id
            return {card.board for card in self.cards_of(item_id)}
        if link.id in passed:
            # Links that end at each other are nowhere.
            return set()
        passed |= {link.id}
        return self._showing(link.start, passed) & self._showing(link.end, passed)

    def extent(self, board_id: str) -> Rect | None:
        """The rectangle around everything on a board, or None where it is empty."""
        cards = (card.rect for card in self._at(board_id, Card))
        frames = (frame.rect for frame in self._at(board_id, Frame))
        return bounding_rect([*cards, *frames])

    # -- change ---------------------------------------------------------------------------

    def apply(self, change: ChangeSet) -> None:
        """Carry out a change set. Raises OutOfStep, having changed nothing, where it does not fit."""
        self.check(change)
        for edit in change.edits:
            if edit.before is not None and edit.after is not None:
                self._replace(edit.before, edit.after)
            elif edit.before is not None:
                self._remove(edit.before)
            elif edit.after is not None:
                self._add(edit.after)
        self.followed(change.edits)

    def check(self, change: ChangeSet) -> None:
        """Raise OutOfStep where a change set does not fit what is there."""
        for edit in change.edits:
            record = edit.record
            present = self._tables[type(record)].get(record.id)
            if present is not edit.before and present != edit.before:
                name = type(record).__name__
                raise OutOfStep(f"{name} {record.id} is not as the change expects it")

    def _add(self, record: Record) -> None:
        self._boards.take(None, record)
        self._tables[type(record)][record.id] = record
        self._index(type(record), (record,))
        self._refer(record)

    def _remove(self, record: Record) -> None:
        self._boards.take(record, None)
        del self._tables[type(record)][record.id]
        for target in targets_of(record):
            self._drop(self._pointing, target, record.id)
        for _, _, target in references_of(record):
            self._drop(self._referrers, target, record.id)
        if isinstance(record, Fold):
            self._folded.remove(record)

    def _replace(self, before: Record, after: Record) -> None:
        # The place in the table is kept, so that order of creation survives an edit.
        self._boards.take(before, after)
        for target in targets_of(before):
            if target not in targets_of(after):
                self._drop(self._pointing, target, before.id)
        for _, _, target in references_of(before):
            self._drop(self._referrers, target, before.id)
        if isinstance(before, Fold):
            self._folded.remove(before)
        self._tables[type(after)][after.id] = after
        self._index(type(after), (after,))
        self._refer(after)

    @staticmethod
    def _drop(
        index: Mapping[str, dict[str, Record] | dict[str, None]], key: str, gone: str
    ) -> None:
        pointing = index.get(key)
        if pointing is not None:
            pointing.pop(gone, None)

    def _index(self, of: type[Record], records: Iterable[Record]) -> None:
        if of is Fold:
            for fold in cast("Iterable[Fold]", records):
                self._folded.add(fold)
        targets, pointing = _TARGETS.get(of), self._pointing
        if targets is None:
            return
        for record in records:
            for target in targets(record):
                pointing[target][record.id] = record

    def _refer(self, record: Record) -> None:
        for _, _, target in references_of(record):
            self._referrers[target][record.id] = None


def _nobody(_: object) -> None:
    pass


def targets_of(record: Record) -> tuple[str, ...]:
    """The ids of the records that this one rests on."""
    targets = _TARGETS.get(type(record))
    return targets(record) if targets is not None else ()


def _of_assessment(record: Assessment) -> tuple[str, ...]:
    return (record.subject,) if record.claim is None else (record.subject, record.claim)


_TARGETS: Mapping[type[Record], Callable[[Any], tuple[str, ...]]] = {
    Element: lambda record: (record.claim,),
    Link: attrgetter("start.id", "end.id"),
    SavedView: lambda record: (record.board,),
    CanvasRest: lambda record: (record.board,),
    Frame: lambda record: (record.board,),
    Card: attrgetter("board", "item"),
    Scale: lambda record: (record.frame,),
    Fold: lambda record: (record.frame,),
    Route: attrgetter("board", "link"),
    Attachment: attrgetter("item", "artifact"),
    Annotation: lambda record: (record.artifact,),
    Assessment: _of_assessment,
}
