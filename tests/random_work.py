"""Work at random on a case: any command, with arguments drawn from what is there.

The same number gives the same command on the same case, so a failure can be repeated.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from casedb import Case
from casedb.commands import (
    annotations,
    arrange,
    boards,
    cards,
    folding,
    items,
    links,
    removal,
    scales,
    tidy,
    timeline,
    views,
)
from casedb.errors import InvalidChange
from casedb.intake.offer import offer_bytes
from casedb.model.assessments import SCHEME_OF
from casedb.model.changes import ChangeSet, Edit, join
from casedb.model.geometry import Point, Rect
from casedb.model.kinds import KINDS
from casedb.model.link_types import LINK_TYPES
from casedb.model.marks import Form, Mark
from casedb.model.records import (
    Annotation,
    Artifact,
    Element,
    Frame,
    Item,
    Link,
    Record,
    Ref,
    SavedView,
    Source,
)
from casedb.model.schemes import grades_of

R = TypeVar("R", bound=Record)

WORDS = (
    *("harbour", "Ракета", "прилетіла", "북한", "미사일", "新聞報道", "صاروخ", "naïve", "İzmir"),
    *("invoice\u202egpj", "tab\tand\nline", "nul\x00", "'; DROP TABLE item; --", "e-5", "𝔘nicode"),
)


class Worker:
    """Somebody who does one thing after another to a case."""

    def __init__(self, case: Case, *, with_files: bool = True) -> None:
        self.case = case
        self._gestures = 0
        self._doings: list[Callable[[random.Random], ChangeSet | None]] = [
            self._add_item,
            self._add_item,
            self._add_source,
            self._add_element,
            self._connect,
            self._connect,
            self._place,
            self._place,
            self._edit,
            self._edit,
            self._name_source,
            self._move,
            self._restack,
            self._duplicate,
            self._flag,
            self._frame,
            self._fold,
            self._fold,
            self._scale,
            self._board,
            self._view,
            self._retype,
            self._bend,
            self._delete,
            self._assess,
            self._together,
        ]
        if with_files:
            self._doings += [self._attach, self._rearrange_files, self._mark, self._mark]

    def do(self, number: int) -> None:
        """Do one thing; a command that refuses has done nothing, which is fine."""
        chance = random.Random(number)
        roll = chance.random()
        if roll < 0.12:
            self.case.undo()
        elif roll < 0.2:
            self.case.redo()
        else:
            try:
                change = chance.choice(self._doings)(chance)
                if change is not None:
                    self.case.run(change)
            except InvalidChange:
                return

    # -- choosing -------------------------------------------------------------------------

    def _any(self, chance: random.Random, of: type[R]) -> R | None:
        there = list(self.case.contents.all(of).values())
        return chance.choice(there) if there else None

    def _some(self, chance: random.Random, ids: Sequence[str]) -> list[str]:
        return chance.sample(ids, chance.randint(1, min(4, len(ids)))) if ids else []

    def _text(self, chance: random.Random) -> str:
        return " ".join(chance.choices(WORDS, k=chance.randint(1, 4)))

    def _ref(self, chance: random.Random) -> Ref | None:
        contents = self.case.contents
        roll = chance.random()
        if roll < 0.6 and contents.items:
            return Ref.item(chance.choice(list(contents.items)))
        if roll < 0.75 and contents.elements:
            return Ref.element(chance.choice(list(contents.elements)))
        return Ref.link(chance.choice(list(contents.links))) if contents.links else None

    def _gesture(self, chance: random.Random) -> str:
        # Often the one before, so that steps of several entries come about.
        self._gestures += chance.random() < 0.4
        return f"g{self._gestures}" if chance.random() < 0.7 else ""

    # -- doing ----------------------------------------------------------------------------

    def _add_item(self, chance: random.Random) -> ChangeSet:
        values = {"title": self._text(chance), "summary": self._text(chance)}
        contents, new_id = self.case.contents, self.case.new_id
        return items.add_item(contents, new_id, chance.choice(list(KINDS)), values)

    def _add_source(self, chance: random.Random) -> ChangeSet:
        return items.add_source(self.case.new_id, {"name": self._text(chance)})

    def _add_element(self, chance: random.Random) -> ChangeSet | None:
        claims = [each for each in self.case.contents.items.values() if each.kind == "claim"]
        item = chance.choice(claims) if claims else self._any(chance, Item)
        if item is None:
            return None
        values = {"role": "actor", "text": self._text(chance), "required": chance.random() < 0.5}
        return items.add_element(self.case.contents, self.case.new_id, item.id, values)

    def _connect(self, chance: random.Random) -> ChangeSet | None:
        start, end = self._ref(chance), self._ref(chance)
        if start is None or end is None:
            return None
        contents = self.case.contents
        types = links.types_for(contents, start, end)
        name = chance.choice(types).name if types else chance.choice(list(LINK_TYPES))
        values = {"rationale": self._text(chance)}
        return links.connect(contents, self.case.new_id, start, name, end, values)

    def _place(self, chance: random.Random) -> ChangeSet | None:
        item = self._any(chance, Item)
        if item is None:
            return None
        rect = Rect(chance.uniform(-1e4, 1e4), chance.randint(-99, 99), 200, chance.uniform(0, 99))
        board = chance.choice(self.case.contents.boards)
        return cards.place(self.case.contents, self.case.new_id, board.id, item.id, rect)

    def _edit(self, chance: random.Random) -> ChangeSet | None:
        record = self._any(chance, chance.choice((Item, Source, Link, Element)))
        if record is None:
            return None
        fields = {
            "title": self._text(chance),
            "notes": chance.choice((None, self._text(chance))),
            "tags": [self._text(chance), 1, True, None, 2.5, 1e-7, {"b": 1, "a": [2.0]}],
        }
        chosen = {key: fields[key] for key in self._some(chance, list(fields))}
        after = replace(record, values=record.values.changed(chosen))
        edits = (Edit(record, after),) if after != record else ()
        return ChangeSet("Edit fields", edits, self._gesture(chance))

    def _name_source(self, chance: random.Random) -> ChangeSet | None:
        item, source = self._any(chance, Item), self._any(chance, Source)
        if item is None or source is None:
            return None
        return items.set_values(item, {"source": source.id}, "Edit source")

    def _placed(self) -> list[str]:
        return [*self.case.contents.cards, *self.case.contents.frames]

    def _move(self, chance: random.Random) -> ChangeSet:
        chosen = self._some(chance, self._placed())
        dx, dy = chance.choice((0, 0.333, -1000, 1e9)), chance.randint(-5, 5)
        match chance.randint(0, 3):
            case 0:
                return self._arrange(chance)
            case 1:
                return self._tidy(chance)
            case _:
                pass
        return cards.move(self.case.contents, chosen, dx, dy, self._gesture(chance))

    def _restack(self, chance: random.Random) -> ChangeSet:
        doings = (cards.bring_to_front, cards.send_to_back, cards.bring_forward)
        chosen = self._some(chance, list(self.case.contents.cards))
        return chance.choice((*doings, cards.send_backward))(self.case.contents, chosen)

    def _arrange(self, chance: random.Random) -> ChangeSet:
        contents, board = self.case.contents, chance.choice(self.case.contents.boards).id
        placed = [*contents.each_card_on(board), *contents.frames_on(board)]
        chosen = self._some(chance, sorted(each.id for each in placed))
        match chance.randint(0, 3):
            case 0:
                return arrange.align(contents, chosen, chance.choice(("left", "middle")))
            case 1:
                return arrange.distribute(contents, chosen, "horizontal")
            case 2:
                return arrange.match_size(contents, chosen, "both")
            case _:
                return arrange.grid(contents, chosen)

    def _tidy(self, chance: random.Random) -> ChangeSet:
        contents, board = self.case.contents, chance.choice(self.case.contents.boards).id
        there = sorted(contents.each_card_on(board), key=lambda card: card.id)
        match chance.randint(0, 3):
            case 0 if there:
                return tidy.around_claim(contents, board, chance.choice(there).item)
            case 1:
                return tidy.by_kind(contents, board)
            case 2:
                return timeline.by_time(contents, board).change
            case _:
                return tidy.layered(contents, board, downwards=chance.random() < 0.5)

    def _duplicate(self, chance: random.Random) -> ChangeSet:
        chosen = self._some(chance, list(self.case.contents.cards))
        return cards.duplicate(self.case.contents, self.case.new_id, chosen, 20, 20)

    def _flag(self, chance: random.Random) -> ChangeSet:
        chosen = self._some(chance, self._placed())
        flag = chance.choice(("collapsed", "locked"))
        return cards.set_flags(
            self.case.contents, chosen, "Flag", **{flag: chance.random() < 0.5, "accent": "blue"}
        )

    def _frame(self, chance: random.Random) -> ChangeSet:
        contents = self.case.contents
        if contents.frames and chance.random() < 0.5:
            return cards.rename_frame(contents, next(iter(contents.frames)), self._text(chance))
        board = chance.choice(contents.boards)
        rect = Rect(chance.randint(0, 500), 0, 400, 300)
        around = contents.extent(board.id)
        if around is not None and chance.random() < 0.7:
            rect = Rect(around.x, around.y, min(1e5, around.w * chance.random()), around.h)
        return cards.add_frame(contents, self.case.new_id, board.id, rect, self._text(chance))

    def _fold(self, chance: random.Random) -> ChangeSet:
        contents, new_id = self.case.contents, self.case.new_id
        chosen = self._some(chance, list(contents.frames))
        match chance.randint(0, 3):
            case 0:
                return folding.toggle(contents, new_id, chosen)
            case 1:
                return folding.unfold(contents, chosen)
            case 2:
                along = folding.carried_by(contents, chosen)
                return cards.move(contents, [*chosen, *along], chance.randint(-9, 9), 0.125)
            case _:
                return folding.fold(contents, new_id, chosen)

    def _scale(self, chance: random.Random) -> ChangeSet | None:
        contents, frame = self.case.contents, self._any(chance, Frame)
        if frame is None:
            return None
        if chance.random() < 0.3:
            return scales.remove_scale(contents, frame.id)
        first, last = (f"20{chance.randint(10, 40)}-01-0{chance.randint(1, 9)}" for _ in "fl")
        return scales.set_scale(contents, self.case.new_id, frame.id, first, f"{last}T12:00Z")

    def _board(self, chance: random.Random) -> ChangeSet:
        contents = self.case.contents
        board = chance.choice(contents.boards)
        match chance.randint(0, 4):
            case 4:
                shown, rect = (
                    chance.choice(contents.boards),
                    Rect(chance.randint(0, 900), 0, 50, 50),
                )
                new_id = self.case.new_id
                return boards.place_board(contents, new_id, board.id, shown.id, rect)
            case 0:
                return cards.add_board(contents, self.case.new_id, self._text(chance))
            case 1:
                return cards.rename_board(contents, board.id, self._text(chance))
            case 2:
                return removal.delete_board(contents, board.id)
            case _:
                order = [each.id for each in contents.boards]
                chance.shuffle(order)
                return cards.order_boards(contents, order)

    def _mark(self, chance: random.Random) -> ChangeSet | None:
        contents, new_id = self.case.contents, self.case.new_id
        artifact, held = self._any(chance, Artifact), self._any(chance, Annotation)
        spots = tuple((chance.random(), chance.random()) for _ in range(2))
        drawn = Mark(chance.choice((Form.ARROW, Form.BOX, Form.BLUR)), spots)
        if held is None or chance.random() < 0.4:
            if artifact is None:
                return None
            return annotations.annotate(contents, new_id, artifact.id, drawn, self._text(chance))
        match chance.randint(0, 3):
            case 0:
                return annotations.reshape(contents, held.id, drawn)
            case 1:
                return annotations.describe(contents, held.id, self._text(chance), "sat")
            case 2:
                return annotations.delete_annotations(contents, [held.id])
            case _:
                link = self._any(chance, Link)
                if link is None:
                    return None
                at_start = chance.random() < 0.5
                return annotations.anchor_link(
                    contents, link.id, at_start=at_start, annotation_id=held.id
                )

    def _view(self, chance: random.Random) -> ChangeSet | None:
        contents, board = self.case.contents, chance.choice(self.case.contents.boards)
        there = [each.id for each in contents.views_of(board.id)]
        match chance.randint(0, 4) if there else 0:
            case 1:
                return views.rename_view(contents, chance.choice(there), self._text(chance))
            case 2:
                return views.delete_view(contents, chance.choice(there))
            case 3:
                chance.shuffle(there)
                return views.order_views(contents, there)
            case _:
                held = self._any(chance, SavedView)
                name = held.name if held is not None and chance.random() < 0.5 else "View"
                shown = {"zoom": chance.random() + 0.1, "mode": chance.choice(views.MODES)}
                return views.save_view(contents, self.case.new_id, board.id, name, shown)

    def _retype(self, chance: random.Random) -> ChangeSet | None:
        link = self._any(chance, Link)
        if link is None:
            return None
        contents = self.case.contents
        match chance.randint(0, 2):
            case 0:
                return links.set_type(contents, [link.id], chance.choice(list(LINK_TYPES)))
            case 1:
                return links.reverse(contents, [link.id])
            case _:
                start, end = self._ref(chance), self._ref(chance)
                return links.reconnect(contents, link.id, start or link.start, end or link.end)

    def _bend(self, chance: random.Random) -> ChangeSet | None:
        link = self._any(chance, Link)
        if link is None:
            return None
        bends = [Point(chance.uniform(-500, 500), 0.1) for _ in range(chance.randint(0, 3))]
        board = chance.choice(self.case.contents.boards)
        return links.set_route(self.case.contents, self.case.new_id, board.id, link.id, bends)

    def _delete(self, chance: random.Random) -> ChangeSet | None:
        contents = self.case.contents
        match chance.randint(0, 5):
            case 0:
                return removal.delete_cards(contents, self._some(chance, list(contents.cards)))
            case 1:
                return removal.delete_items(contents, self._some(chance, list(contents.items)))
            case 2:
                return removal.delete_links(contents, self._some(chance, list(contents.links)))
            case 3:
                chosen = self._some(chance, list(contents.elements))
                return removal.delete_elements(contents, chosen)
            case 4:
                return removal.delete_sources(contents, self._some(chance, list(contents.sources)))
            case _:
                return removal.delete_selection(
                    contents,
                    self._some(chance, list(contents.cards)),
                    self._some(chance, list(contents.frames)),
                    self._some(chance, list(contents.links)),
                )

    def _assess(self, chance: random.Random) -> None:
        claim = next((i for i in self.case.contents.items.values() if i.kind == "claim"), None)
        item = self._any(chance, Item)
        if item is None:
            return
        sort = chance.choice(list(SCHEME_OF))
        grade = chance.choice(grades_of(self.case.contents.schemes[SCHEME_OF[sort]]))
        self.case.assess(item, sort, grade.value, claim=claim)

    def _attach(self, chance: random.Random) -> None:
        item = self._any(chance, Item)
        if item is not None:
            data = bytes([chance.randint(0, 9)]) * chance.choice((0, 10, 3000))
            self.case.attach_offer(item, offer_bytes(data, self._text(chance)))

    def _rearrange_files(self, chance: random.Random) -> ChangeSet | None:
        item = self._any(chance, Item)
        if item is None:
            return None
        there = [each.id for each in self.case.contents.attachments_of(item.id)]
        if chance.random() < 0.4:
            return items.detach(self.case.contents, self._some(chance, there))
        chance.shuffle(there)
        return items.order_attachments(self.case.contents, item.id, there)

    def _together(self, chance: random.Random) -> ChangeSet | None:
        if chance.random() < 0.3:
            return self._joined(chance)
        with self.case.together("Several things"):
            for _ in range(chance.randint(1, 4)):
                change = chance.choice(
                    (self._add_item, self._place, self._edit, self._delete, self._connect)
                )(chance)
                if change is not None:
                    self.case.run(change)
        return None

    def _joined(self, chance: random.Random) -> ChangeSet:
        return join("Two at once", [self._add_item(chance), self._add_source(chance)])
