"""`MapRows`: the places on the map as rows of texts, each made when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from caseboard.views.map_marks import Mark, Marks
from caseboard.views.map_words import MapWords
from casedb.model.card_face import title_of
from casedb.model.contents import Contents
from casedb.model.kinds import kind_of
from casedb.model.visible_text import one_line
from casedb.words import say

_OF_PLACES = 8
"""How many columns say something of a place."""


class MapRows(Sequence[Sequence[str]]):
    """The names of the columns, then a row for each mark, and one for each item without."""

    def __init__(
        self, contents: Contents, words: MapWords, marks: Marks, order: Sequence[str]
    ) -> None:
        self._contents, self._words = contents, words
        self._rows: list[tuple[str, Mark | None]] = []
        for each in order:
            if each in contents.items:
                found = [marks.marks[row] for row in marks.rows_of.get(each, ())]
                found += marks.beyond.get(each, ())
                self._rows += [(each, mark) for mark in found] or [(each, None)]

    def __len__(self) -> int:
        return len(self._rows) + 1

    @overload
    def __getitem__(self, at: int) -> list[str]: ...
    @overload
    def __getitem__(self, at: slice) -> list[list[str]]: ...
    def __getitem__(self, at: int | slice) -> list[str] | list[list[str]]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        at = range(len(self))[at]
        return self._row(*self._rows[at - 1]) if at else self._heads()

    def _heads(self) -> list[str]:
        return [
            say("Title"),
            say("Kind"),
            say("Which place"),
            say("Place"),
            say("Latitude"),
            say("Longitude"),
            say("Precision"),
            say("How it was located"),
            say("Through a link"),
            say("Well-known text"),
        ]

    def _row(self, item_id: str, mark: Mark | None) -> list[str]:
        item = self._contents.items.get(item_id)
        if item is None:
            return [""] * (_OF_PLACES + 2)
        told = [one_line(title_of(self._contents, item)), say(kind_of(item.kind).label)]
        return told + ([""] * _OF_PLACES if mark is None else self._of_place(mark))

    def _of_place(self, mark: Mark) -> list[str]:
        lat, lon = mark.centre
        place = mark.of.place
        return [
            mark.of.label,
            self._words.place(mark),
            f"{lat:.7g}",
            f"{lon:.7g}",
            say(place.precision.value) if place.precision is not None else "",
            place.method,
            self._words.led(mark) if mark.is_derived else "",
            place.to_wkt() or "",
        ]
