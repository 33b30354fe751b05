"""Building: a case file made from readable source, by the commands that every change goes through."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TypeVar, cast

from casedb.case import Case
from casedb.commands import cards, items, links
from casedb.exchange.case_source import BoardEntry, CaseSource
from casedb.exchange.plain import stored_values
from casedb.failing import on_failure
from casedb.model.changes import counted
from casedb.model.fields import AnyField, Table
from casedb.model.forms import CASE_FIELDS, SOURCE_FIELDS
from casedb.model.json_value import JsonValue
from casedb.model.kinds import kind_of
from casedb.model.link_types import link_type
from casedb.model.records import Board, Element, Item, Link, Source
from casedb.model.reference_fields import ItemRefs, SourceRef, SourceRefs
from casedb.model.values import Values
from casedb.store.home import Home
from casedb.words import say

Built = Source | Item | Element | Link
R = TypeVar("R", Source, Item)


def build_case(source: CaseSource, path: Path, actor: str, home: Home | None = None) -> None:
    """Write a fresh case file from its source, in a few gestures that read well in the journal.

    They are the ground of the case: whoever opens it has done nothing yet that could be undone.
    Raises CannotOpen where something lies under that name already or it cannot be made, and
    NotSaved or InvalidChange where a part does not go in; then no file is left behind.
    """
    title = str(source.values.get("title", ""))
    first = source.boards[0].title if source.boards else "Main board"
    case = Case.create(path, title, board=first, actor=actor, home=home)
    with on_failure(lambda: case.path.unlink(missing_ok=True)), case, case.journal.laying_ground():
        _Building(case, source).carry_out()


class _Building:
    """One building: what was made so far, by key."""

    def __init__(self, case: Case, source: CaseSource) -> None:
        self._case = case
        self._source = source
        self._made: dict[str, Built] = {}

    def carry_out(self) -> None:
        self._describe()
        self._add_sources()
        self._add_items()
        self._draw_links()
        self._record_assessments()
        for number, board in enumerate(self._source.boards):
            self._lay_out(number, board)

    def _describe(self) -> None:
        stored = stored_values(say("A case"), CASE_FIELDS, self._source.values)
        self._case.run(items.set_values(self._case.contents.info, stored, "Describe case"))

    def _add_sources(self) -> None:
        with self._case.together(counted("Add", len(self._source.sources), "source")):
            for entry in self._source.sources:
                values = self._with_ids(entry.values, SOURCE_FIELDS)
                self._made[entry.key] = self._case.add_source(**cast("dict[str, str]", values))

    def _add_items(self) -> None:
        for name, group in groupby(self._source.items, key=lambda entry: entry.kind):
            kind, entries = kind_of(name), list(group)
            one, many = kind.label.lower(), kind.plural.lower()
            with self._case.together(counted("Add", len(entries), one, many)):
                for entry in entries:
                    item = self._case.add(name, **self._with_ids(entry.values, kind.fields))
                    self._made[entry.key] = item
                    for each in entry.elements:
                        self._made[each.key] = self._case.add_element(
                            item, each.role, each.text, required=each.required
                        )
                    for file in entry.files:
                        data = self._source.files[file.name]
                        self._case.attach_bytes(item, data, file.name, file.caption)

    def _draw_links(self) -> None:
        for name, group in groupby(self._source.links, key=lambda entry: entry.type):
            entries = list(group)
            with self._case.together(
                f"{counted('Add', len(entries), 'link')} “{link_type(name).says}”"
            ):
                for entry in entries:
                    start, end = self._end(entry.start), self._end(entry.end)
                    self._made[entry.key] = self._case.link(start, name, end, **entry.values)

    def _record_assessments(self) -> None:
        with self._case.together(counted("Record", len(self._source.assessments), "assessment")):
            for entry in self._source.assessments:
                words: dict[str, JsonValue] = dict(entry.words)
                if entry.cited_opinion:
                    words["cited_opinion"] = self._made[entry.cited_opinion].id
                self._case.assess(
                    self._made[entry.subject],
                    entry.type,
                    entry.value,
                    claim=self._item(entry.claim) if entry.claim else None,
                    body=Values(words),
                )

    def _lay_out(self, number: int, entry: BoardEntry) -> None:
        with self._case.together("Lay out board"):
            boards = self._case.contents.boards
            board = boards[0] if number == 0 else self._case.add_board(entry.title)
            self._place(board, entry)
            new_id, contents = self._case.new_id, self._case.contents
            for frame in entry.frames:
                self._case.run(cards.add_frame(contents, new_id, board.id, frame.rect, frame.title))
            for bend in entry.bends:
                link = self._made[bend.link].id
                self._case.run(links.set_route(contents, new_id, board.id, link, bend.points))

    def _place(self, board: Board, entry: BoardEntry) -> None:
        for card in entry.cards:
            x, y, w, h = card.rect
            self._case.place(
                self._item(card.item),
                board,
                x=x,
                y=y,
                w=w or cards.CARD_WIDTH,
                h=h or cards.CARD_HEIGHT,
            )

    # -- keys and ids ---------------------------------------------------------------------

    def _item(self, key: str) -> Item:
        return cast("Item", self._made[key])

    def _end(self, key: str) -> Item | Element | Link:
        return cast("Item | Element | Link", self._made[key])

    def _with_ids(
        self, values: Mapping[str, object], fields: Iterable[AnyField]
    ) -> dict[str, object]:
        """The values with the ids of sources and items in place of their keys."""
        resolved = dict(values)
        for field in fields:
            value = values.get(field.name)
            if value is None:
                continue
            if isinstance(field, SourceRef):
                resolved[field.name] = self._made[str(value)].id
            elif isinstance(field, (SourceRefs, ItemRefs)):
                keys = cast("Sequence[str]", value)
                resolved[field.name] = [self._made[key].id for key in keys]
            elif isinstance(field, Table):
                rows = cast("Sequence[Mapping[str, object]]", value)
                resolved[field.name] = [self._with_ids(row, field.columns) for row in rows]
        return resolved
