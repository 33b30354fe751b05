"""`ElementsSheet`: the parts of one claim as rows, evidence as columns, and how far each part is covered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from caseboard.covers import ICONS, token_of
from caseboard.titles import shown_title
from caseboard.views.grid.evidence import item_face, item_words, name_of, quoted, reason_of
from caseboard.views.grid.faces import CellFace, ColumnFace, RowFace, cell_face
from casedb.analysis.coverage import Cell, Cover, Row, cover_in_words, cover_meaning
from casedb.model.contents import Contents
from casedb.model.interests import is_interested
from casedb.model.kinds.claim import ELEMENT_ROLES
from casedb.model.link_types import link_type
from casedb.model.ratings import Rating, linked_rating
from casedb.model.records import Element, Link
from casedb.words import say

_NOBODY: frozenset[str] = frozenset()


class ElementsSheet:
    """What the grid of a claim shows. The first row is the claim as a whole."""

    def __init__(self, contents: Callable[[], Contents]) -> None:
        self._contents_now = contents
        self.claim = ""
        self.columns: Sequence[str] = ()
        self.faded = _NOBODY
        self.aside = _NOBODY
        self._held: dict[str, Row] = {}
        self._by_item: dict[str, dict[str, Cell]] = {}
        self._columns: dict[str, ColumnFace] = {}
        self._ratings: dict[tuple[str, str], Rating] = {}

    @property
    def _contents(self) -> Contents:
        return self._contents_now()

    @property
    def rows(self) -> Sequence[str]:
        """The claim itself, and its elements in order."""
        return tuple(self._held)

    @property
    def corner(self) -> tuple[str, str]:
        """What stands between the heads."""
        return say("Parts of the claim"), say("Covered")

    @property
    def speaking(self) -> list[str]:
        """The items that speak to any of it."""
        found = {cell for cells in self._by_item.values() for cell in cells}
        return sorted(found)

    def spread(self, item: str) -> int | None:
        """Nothing: no item is to tell parts of one claim apart."""
        return None

    def take(self, claim: str, held: Mapping[str, Row]) -> None:
        """Show these rows, by the id of their element, or of the claim as a whole."""
        self.claim = claim
        self._held = dict(held)
        self._by_item = {key: {each.item: each for each in row.cells} for key, row in held.items()}
        self.forget()

    def forget(self) -> None:
        """Look at all that is painted anew."""
        self._columns.clear()
        self._ratings.clear()

    def row(self, row: str) -> Row:
        """What speaks to a part."""
        return self._held[row]

    # -- faces ----------------------------------------------------------------------------

    def links(self, row: str, column: str) -> tuple[str, ...]:
        """The links in which an item speaks to a part."""
        cell = self._by_item.get(row, {}).get(column)
        return cell.links if cell is not None else ()

    def rating(self, row: str, column: str) -> Rating:
        """What a cell says."""
        known = self._ratings.get((row, column))
        if known is None:
            there = (self._contents.get(Link, each) for each in self.links(row, column))
            links = [each for each in there if each is not None]
            known = linked_rating(links) if links else Rating.UNRATED
            self._ratings[row, column] = known
        return known

    def cell_face(self, row: str, column: str) -> CellFace:
        """What stands in a cell."""
        cell = self._by_item.get(row, {}).get(column)
        face = cell_face(self.rating(row, column))
        if cell is None:
            return face
        is_both = {1, -1} <= cell.polarities
        return replace(face, is_hatched=bool(cell.limit), is_apart=is_both, count=len(cell.links))

    def column_face(self, column: str) -> ColumnFace:
        """The head of a column."""
        known = self._columns.get(column)
        if known is None:
            contents = self._contents
            interested = is_interested(contents, contents.items[column])
            known = self._columns[column] = replace(
                item_face(contents, column, self.claim),
                note=say("interested") if interested else "",
                note_token="warn",
                is_faded=column in self.faded,
                is_aside=column in self.aside,
            )
        return known

    def row_face(self, row: str) -> RowFace:
        """The head of a row."""
        told = self._held[row]
        token = token_of(told)
        return RowFace(
            self._title(row),
            lead=self._lead(told),
            figure=cover_in_words(told.cover),
            figure_token=token,
            note=self._numbers(told),
            alarm=token if told.is_required and told.is_uncovered else "",
            is_strong=told.is_required,
            icon=ICONS[told.cover],
        )

    def _title(self, row: str) -> str:
        element = self._held[row].element
        if element is None:
            return name_of(self._contents, self.claim)
        return shown_title(element.values.text("text")) or say("Not told yet")

    def _lead(self, row: Row) -> str:
        if row.element is None:
            return say("The whole claim")
        role = role_in_words(row.element)
        return say("{role} · required", role=role) if row.is_required else role

    def _numbers(self, row: Row) -> str:
        cells = [each for each in row.cells if each.item not in self.aside]
        pro = sum(1 in each.polarities for each in cells)
        con = sum(-1 in each.polarities for each in cells)
        if pro or con:
            return say("{pro} for · {con} against", pro=pro, con=con)
        if not cells:
            return ""
        return say("{n} bears on it", "{n} bear on it", n=len(cells))

    # -- words ----------------------------------------------------------------------------

    def row_words(self, row: str) -> str:
        """A part, and how far it is covered."""
        told = self._held[row]
        named = f"{self._lead(told)}: {self._title(row)}"
        parts = (named, cover_meaning(told.cover), self._numbers(told))
        return ". ".join(each.rstrip(".") for each in parts if each) + "."

    def column_words(self, column: str) -> str:
        """An item, and what it has at stake."""
        contents = self._contents
        told = [item_words(contents, column)]
        if is_interested(contents, contents.items[column]):
            told.append(say("Whoever it comes from has something at stake"))
        if column in self.aside:
            told.append(say("Set aside for the moment"))
        return ". ".join(each.rstrip(".") for each in told) + "."

    def cell_words(self, row: str, column: str) -> str:
        """What an item says of a part, why, and what its kind cannot show."""
        contents = self._contents
        cell = self._by_item.get(row, {}).get(column)
        evidence, part = name_of(contents, column), self._title(row)
        if cell is None:
            return say("“{evidence}” says nothing of “{part}” yet.", evidence=evidence, part=part)
        told: list[str] = []
        for link_id in cell.links:
            link = contents.get(Link, link_id)
            if link is not None:
                says = say(link_type(link.type).says)
                told.append(
                    say("“{evidence}” {says} “{part}”.", evidence=evidence, says=says, part=part)
                )
                told.append(reason_of(contents, link_id, tells_part=False))
        if self.rating(row, column) in (Rating.VERY_CONSISTENT, Rating.VERY_INCONSISTENT):
            told.append(say("The link is strong."))
        told.append(cell.limit)
        return " ".join(filter(None, told))

    def summary(self, left_out: int = 0) -> str:
        """Which parts have nothing that could show them, in sentences."""
        rows = [row for row in self._held.values() if row.element is not None]
        if not rows:
            return say(
                "The claim has no parts yet. Split it into actor, action, place and time to see which of "
                "them have evidence."
            )
        told: list[str] = []
        bare = [row for row in rows if row.is_uncovered]
        required = [row for row in bare if row.is_required]
        if required:
            told.append(
                say(
                    "Required and not covered: {parts}.",
                    parts=", ".join(self._named(each) for each in required),
                )
            )
        others = [row for row in bare if not row.is_required]
        if others:
            told.append(
                say(
                    "Not covered: {parts}.",
                    parts=", ".join(self._named(each) for each in others),
                )
            )
        held = [row for row in rows if row.cover is Cover.INTERESTED]
        if held:
            told.append(
                say(
                    "Shown by interested parties alone: {parts}.",
                    parts=", ".join(self._named(each) for each in held),
                )
            )
        if not told:
            told.append(say("Something speaks to every part."))
        if left_out:
            told.append(
                say(
                    "{n} item that is not in view counts as well.",
                    "{n} items that are not in view count as well.",
                    n=left_out,
                )
            )
        return " ".join(told)

    def _named(self, row: Row) -> str:
        assert row.element is not None
        role = role_in_words(row.element).lower()
        text = shown_title(row.element.values.text("text"))
        return f"{role} {quoted(text)}" if text else role


def role_in_words(element: Element) -> str:
    """Which part of the claim an element is."""
    shown = (each.shown for each in ELEMENT_ROLES if each.value == element.role)
    return next(shown, say("Element"))
