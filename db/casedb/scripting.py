"""`ScriptVerbs`: what a script does with an open case, one call for each change.

Each verb takes plain values (see `casedb.exchange.plain`), runs one command through the one door and
returns the record as it stands in the case.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from casedb.analysis.verdict_ground import ground_of
from casedb.commands import cards, items, links
from casedb.commands.sources import RING
from casedb.disk import is_same_file
from casedb.entries import Entry
from casedb.errors import IntakeRefused, InvalidChange
from casedb.exchange.plain import stored_values
from casedb.ids import Mint, utc_now
from casedb.intake.offer import Offer, Opener, offer_bytes, offer_file
from casedb.model.assessments import SCHEME_OF, VerdictBody
from casedb.model.changes import ChangeSet, join
from casedb.model.contents import Contents
from casedb.model.forms import ELEMENT_FIELDS, SOURCE_FIELDS
from casedb.model.geometry import Rect
from casedb.model.json_value import JsonValue
from casedb.model.kinds import kind_of
from casedb.model.link_types import link_fields
from casedb.model.owners import closes_ring
from casedb.model.records import (
    Artifact,
    Assessment,
    Board,
    Card,
    Element,
    Item,
    Link,
    Record,
    Ref,
    Source,
)
from casedb.model.references import boards_named
from casedb.model.schemes import grades_of
from casedb.model.values import Values
from casedb.words import say

R = TypeVar("R", bound=Record)


class ScriptVerbs(ABC):
    """The verbs for scripts; `Case` is what they work on."""

    actor: str
    contents: Contents
    new_id: Mint
    path: Path

    @abstractmethod
    def run(self, change: ChangeSet, bytes_of: Mapping[str, Opener] | None = None) -> Entry | None:
        """Carry out a change, with the bytes of the artifacts it brings, and journal it."""

    def add(self, kind: str, **values: object) -> Item:
        """Add an item of a kind with the values of its fields, by name.

        Raises InvalidChange for an unknown kind or field, or a value that does not fit.
        """
        stored = stored_values(say(kind_of(kind).label), kind_of(kind).fields, values)
        self._refuse_strange_boards(Item("", kind, Values(stored)))
        change = items.add_item(self.contents, self.new_id, kind, stored)
        self.run(change)
        return _made(change, Item)

    def add_source(self, name: str, **values: object) -> Source:
        """Add a source. Raises InvalidChange."""
        stored = stored_values(say("A source"), SOURCE_FIELDS, {"name": name, **values})
        change = items.add_source(self.new_id, stored)
        self.run(change)
        return _made(change, Source)

    def add_element(self, claim: Item, role: str, text: str, *, required: bool = False) -> Element:
        """Add an element to a claim. Raises InvalidChange."""
        given = {"role": role, "text": text, "required": required}
        stored = stored_values(say("An element"), ELEMENT_FIELDS, given)
        change = items.add_element(self.contents, self.new_id, self._held(claim, Item).id, stored)
        self.run(change)
        return _made(change, Element)

    def set(self, record: Item | Source, **values: object) -> None:
        """Set fields of an item or source; None empties one. Raises InvalidChange."""
        held = self._held(record, Item, Source)
        emptied: dict[str, JsonValue] = dict.fromkeys(values)
        if isinstance(held, Item):
            kind = kind_of(held.kind)
            stored = emptied | stored_values(say(kind.label), kind.fields, values)
            self._refuse_strange_boards(Item("", held.kind, Values(stored)))
            change = items.set_values(held, stored, "Edit fields")
        else:
            stored = emptied | stored_values(say("A source"), SOURCE_FIELDS, values)
            owner = stored.get("owner")
            if isinstance(owner, str) and closes_ring(self.contents, held.id, owner):
                raise InvalidChange(say(RING))
            change = items.set_values(held, stored, "Edit fields")
        self.run(change)

    def link(
        self, start: Item | Element | Link, type: str, end: Item | Element | Link, **values: object
    ) -> Link:
        """Draw a link of a type between two records. Raises InvalidChange where it may not be."""
        stored = stored_values(say("A link"), link_fields(type), values)
        change = links.connect(self.contents, self.new_id, ref_to(start), type, ref_to(end), stored)
        self.run(change)
        return _made(change, Link)

    def place(
        self,
        item: Item,
        board: Board | None = None,
        x: float = 0.0,
        y: float = 0.0,
        w: float = cards.CARD_WIDTH,
        h: float = cards.CARD_HEIGHT,
    ) -> Card:
        """Show an item on a board (the first, unless one is named) at a place in board units.

        Raises InvalidChange where the item or the board is not there, or the place is none.
        """
        where = self._held(board if board is not None else self.contents.boards[0], Board).id
        for number in (x, y, w, h):
            if not isinstance(number, int | float):  # pyright: ignore[reportUnnecessaryIsInstance]
                # Scripts read places from tables, where a number can be text.
                raise InvalidChange(
                    say("A card's place is told in numbers; {number} is none.", number=repr(number))
                )
        rect = Rect(x, y, w, h)
        change = cards.place(self.contents, self.new_id, where, self._held(item, Item).id, rect)
        self.run(change)
        return _made(change, Card)

    def add_board(self, title: str) -> Board:
        """Add a board."""
        change = cards.add_board(self.contents, self.new_id, title)
        self.run(change)
        return _made(change, Board)

    def attach(self, item: Item, path: Path | str, caption: str = "") -> Artifact:
        """Take a file into the case, its bytes untouched, and attach it to an item.

        Raises IntakeRefused where it cannot be read.
        """
        if is_same_file(Path(path), self.path):
            raise IntakeRefused(
                say("A case cannot take in itself; Save a Copy first, and attach that.")
            )
        return self.attach_offer(item, offer_file(Path(path)), caption)

    def attach_bytes(self, item: Item, data: bytes, name: str, caption: str = "") -> Artifact:
        """Take bytes into the case under a name, and attach them to an item."""
        return self.attach_offer(item, offer_bytes(data, name), caption)

    def attach_offer(self, item: Item, offered: Offer, caption: str = "") -> Artifact:
        """Take checked bytes into the case and attach them to an item, as one change."""
        item = self._held(item, Item)
        artifact = offered.artifact
        change = join(
            "Attach file",
            [
                items.add_artifact(self.contents, artifact),
                items.attach(self.contents, self.new_id, item.id, [artifact.id], caption),
            ],
        )
        self.run(change, {artifact.id: offered.open})
        return self.contents.artifacts[artifact.id]

    def assess(
        self,
        subject: Item | Source | Element | Link,
        type: str,
        value: str,
        *,
        claim: Item | None = None,
        body: Values | None = None,
        blind: bool = False,
    ) -> Assessment:
        """Append a judgement of a sort in `casedb.model.assessments.SCHEME_OF`.

        `blind` says that whoever judges has not seen what others gave.

        Raises InvalidChange where there is no such sort, or the value is no word of its scheme.
        """
        if type not in SCHEME_OF:
            raise InvalidChange(
                say(
                    "There is no assessment “{type}”. They are: {known}.",
                    type=type,
                    known=", ".join(SCHEME_OF),
                )
            )
        scheme = self.contents.schemes[SCHEME_OF[type]]
        if value not in {grade.value for grade in grades_of(scheme)}:
            raise InvalidChange(
                say(
                    "“{value}” is not a word of the scheme “{name}”.",
                    value=value,
                    name=say(scheme.name),
                )
            )
        judged = self._held(subject, Item, Source, Element, Link)
        assessment = Assessment(
            self.new_id(),
            type,
            judged.id,
            self._held(claim, Item).id if claim is not None else None,
            scheme.id,
            value,
            self.actor,
            utc_now(),
            blind,
            self._with_ground(type, judged.id, body or Values()),
        )
        self.run(items.assess(assessment))
        return assessment

    def _with_ground(self, type: str, subject: str, body: Values) -> Values:
        """What a judgement says, with what a verdict of our own rests on as it is now."""
        told = VerdictBody.from_values(body)
        if type != "verdict" or told.ground or told.cited_opinion:
            return body
        ground = ground_of(self.contents, subject)
        return body.changed(replace(VerdictBody(), ground=ground).to_values())

    def _refuse_strange_boards(self, named: Item) -> None:
        """Raise InvalidChange where a field names a board that is not in the case."""
        for board_id in boards_named(named):
            if self.contents.get(Board, board_id) is None:
                raise InvalidChange(
                    say(
                        "A board of this case is wanted here, and “{board}” is none. Add it first.",
                        board=board_id[:60],
                    )
                )

    def _held(self, record: R, *wanted: type[Record]) -> R:
        """A record as it stands in the case now.

        Raises InvalidChange where it is not there, or is no record of those types.
        """
        _refuse_unless(record, wanted)
        held = self.contents.get(type(record), record.id)
        if held is None:
            noun = type(record).__name__.lower()
            raise InvalidChange(say("The {noun} is not in this case, or not any more.", noun=noun))
        return held


def ref_to(record: Item | Element | Link) -> Ref:
    """The reference by which a link points at a record. Raises InvalidChange for any other."""
    _refuse_unless(record, (Item, Element, Link))
    match record:
        case Item():
            return Ref.item(record.id)
        case Element():
            return Ref.element(record.id)
        case Link():
            return Ref.link(record.id)


def _refuse_unless(given: object, wanted: tuple[type[Record], ...]) -> None:
    # Scripts have no types but those that they are told of here.
    if isinstance(given, wanted):
        return
    nouns = [each.__name__.lower() for each in wanted]
    named = [f"an {noun}" if noun[0] in "aeiou" else f"a {noun}" for noun in nouns]
    given_name = f"a {type(given).__name__.lower()}" if isinstance(given, Record) else repr(given)
    raise InvalidChange(
        say(
            "Here {wanted} of the case is wanted, not {given}.",
            wanted=" or ".join(named),
            given=given_name if len(given_name) <= 60 else f"{given_name[:57]}...",
        )
    )


def _made(change: ChangeSet, of: type[R]) -> R:
    """The record of one type that a change makes."""
    for edit in change.edits:
        if isinstance(edit.after, of) and edit.before is None:
            return edit.after
    raise InvalidChange(say("Nothing was added."))
