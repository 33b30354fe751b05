"""`MatrixSheet`: competing claims as rows, evidence as columns, and what the order of the claims hangs on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from caseboard.titles import listed
from caseboard.views.grid.evidence import ended, item_face, item_words, name_of, quoted, reason_of
from caseboard.views.grid.faces import (
    CellFace,
    ColumnFace,
    RowFace,
    cell_face,
    rating_in_words,
)
from casedb.analysis.ach import Matrix
from casedb.model.contents import Contents
from casedb.model.ratings import SCALE, Cell, Rating, rating_given, rating_in
from casedb.words import say, written

_NOBODY: frozenset[str] = frozenset()
_EMPTY = Matrix((), (), {}, {}, {})
_MOST_NAMED, _MOST_CLAIMS = 4, 2


class MatrixSheet:
    """What a matrix shows. `columns` are those in view, in order; all evidence counts, in view or not."""

    def __init__(self, contents: Callable[[], Contents]) -> None:
        self._contents_now = contents
        self.matrix = _EMPTY
        self.columns: Sequence[str] = ()
        self.faded = _NOBODY
        self.aside = _NOBODY
        self._sums: dict[str, float] = {}
        self.leading = _NOBODY
        self._alone: Mapping[str, frozenset[str]] = {}
        self._together: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self._columns: dict[str, ColumnFace] = {}
        self._rows: dict[str, RowFace] = {}
        self._cells: dict[tuple[str, str], CellFace] = {}
        self._spread: dict[str, int | None] = {}
        self._rated_cells = Counter[str]()

    @property
    def _contents(self) -> Contents:
        return self._contents_now()

    @property
    def rows(self) -> Sequence[str]:
        """The claims."""
        return self.matrix.claims

    @property
    def speaking(self) -> Sequence[str]:
        """The items that say something of any of them."""
        return self.matrix.evidence

    @property
    def corner(self) -> tuple[str, str]:
        """What stands between the heads."""
        return say("Competing claims"), say("Against it, weighted")

    # -- what is taken in -----------------------------------------------------------------

    def take(self, matrix: Matrix, aside: frozenset[str]) -> None:
        """Show another matrix, or with other items set aside."""
        self.matrix, self.aside = matrix, aside
        self._sums = {each: matrix.weighted(each, aside) for each in matrix.claims}
        self.leading = matrix.leading(aside)
        self._alone = matrix.hanging_on_items(aside)
        self._together = {}
        for items, leading in matrix.hanging_on_origins(aside).items():
            if len(items) > 1:
                self._together |= dict.fromkeys(items, (items, leading))
        self._spread.clear()
        self._rated_cells.clear()
        self.forget()

    def forget(self) -> None:
        """Look at all that is painted anew."""
        self._columns.clear()
        self._rows.clear()
        self._cells.clear()

    def spread(self, item: str) -> int | None:
        """How far apart an item's ratings are; None where fewer than two cells are rated."""
        if item not in self._spread:
            self._spread[item] = self.matrix.diagnosticity(item)
        return self._spread[item]

    @property
    def hangs_on(self) -> frozenset[str]:
        """The items on which it hangs, alone or with others of their origin, which claim leads."""
        return frozenset((*self._alone, *self._together))

    # -- faces ----------------------------------------------------------------------------

    def cell(self, row: str, column: str) -> Cell:
        """How an item goes with a claim."""
        return self.matrix.cell(row, column)

    def rating(self, row: str, column: str) -> Rating:
        """What a cell says."""
        return self.matrix.cell(row, column).rating

    def links(self, row: str, column: str) -> tuple[str, ...]:
        """The links that say it."""
        return self.matrix.cell(row, column).links

    def cell_face(self, row: str, column: str) -> CellFace:
        """What stands in a cell."""
        known = self._cells.get((row, column))
        if known is None:
            cell = self.matrix.cell(row, column)
            plain = cell_face(cell.rating)
            known = self._cells[row, column] = CellFace(
                plain.sign,
                plain.token,
                plain.strength,
                is_small=plain.is_small,
                is_apart=cell.is_apart,
                count=len(cell.links),
            )
        return known

    def column_face(self, column: str) -> ColumnFace:
        """The head of a column."""
        known = self._columns.get(column)
        if known is None:
            plain = item_face(self._contents, column)
            spread = self.spread(column)
            known = self._columns[column] = ColumnFace(
                plain.title,
                plain.icon,
                plain.accent,
                plain.facts,
                spread,
                self._note(column),
                "warn",
                is_quiet=spread == 0,
                is_faded=column in self.faded,
                is_aside=column in self.aside,
            )
        return known

    def _note(self, column: str) -> str:
        if column in self._alone:
            return say("decides")
        return say("one origin decides") if column in self._together else ""

    def row_face(self, row: str) -> RowFace:
        """The head of a row."""
        known = self._rows.get(row)
        if known is None:
            weighted, most = self._sums.get(row, 0.0), max(self._sums.values(), default=0.0)
            leads = row in self.leading and self.leading != frozenset(self.matrix.claims)
            known = self._rows[row] = RowFace(
                name_of(self._contents, row),
                figure=written(weighted, 1),
                figure_token="ok" if leads else "tx",
                note=say("least against it") if leads else self._rated(row),
                note_token="ok" if leads else "tx3",
                share=weighted / most if most else 0.0,
                is_strong=leads,
            )
        return known

    def _rated(self, row: str) -> str:
        if not self._rated_cells:
            told = (claim for (claim, _), cell in self.matrix.cells.items() if cell.rating in SCALE)
            self._rated_cells = Counter(told)
        evidence = len(self.matrix.evidence)
        return say("{rated} of {n} rated", rated=self._rated_cells[row], n=evidence)

    # -- words ----------------------------------------------------------------------------

    def row_words(self, row: str) -> str:
        """A claim, and what is against it."""
        told = (
            name_of(self._contents, row),
            say(
                "Against it: {number}, weighted {weighted}.",
                number=self.matrix.inconsistency(row, self.aside),
                weighted=written(self._sums.get(row, 0.0), 2),
            ),
            say("No other claim has less against it.") if row in self.leading else "",
            f"{self._rated(row)}.",
        )
        return " ".join(ended(each) for each in told if each)

    def column_words(self, column: str) -> str:
        """An item, what it tells apart, and what hangs on it."""
        told = [item_words(self._contents, column), self._telling(column)]
        if column in self._alone:
            told.append(self._without([column], self._alone[column]))
        if column in self._together:
            items, leading = self._together[column]
            told.append(self._without(sorted(items), leading))
        if column in self.aside:
            told.append(say("Set aside for the moment."))
        return " ".join(ended(each) for each in told)

    def _telling(self, column: str) -> str:
        spread = self.spread(column)
        if spread is None:
            return say("Rated for fewer than two claims, so it tells none from another yet.")
        if not spread:
            return say("It says the same of every claim, so it tells none from another.")
        return say("Its ratings lie {n} step apart.", "Its ratings lie {n} steps apart.", n=spread)

    def cell_words(self, row: str, column: str) -> str:
        """How an item goes with a claim, and why."""
        contents, cell = self._contents, self.matrix.cell(row, column)
        told = [
            say(
                "“{evidence}” with “{claim}”: {rating}.",
                evidence=name_of(contents, column),
                claim=name_of(contents, row),
                rating=rating_in_words(cell.rating),
            )
        ]
        if cell.is_apart:
            given = rating_in(rating_given(contents, column, row)) or Rating.UNRATED
            told.append(
                say(
                    "It was rated “{rating}”, and the link says otherwise.",
                    rating=rating_in_words(given),
                )
            )
        if cell.against and round(cell.weight, 2) != 1:
            told.append(
                say(
                    "Counts {weight} by its credibility and directness.",
                    weight=written(cell.weight, 1),
                )
            )
        told += [reason_of(contents, each) for each in cell.links]
        return " ".join(filter(None, told))

    def summary(self, left_out: int = 0) -> str:
        """Which claim has least against it, and on what that hangs, in sentences."""
        claims = self.matrix.claims
        if not self.matrix.against:
            return say(
                "Nothing speaks against any of these claims yet, so none stands before another."
            )
        told: list[str] = []
        if self.leading == frozenset(claims):
            told.append(say("All have as much against them."))
        else:
            told.append(
                say("Least against it: {claims}.", claims=self._named(claims, self.leading))
            )
        hanging = [self._without([item], leading) for item, leading in self._alone.items()]
        groups = dict(self._together.values())
        hanging += [self._without(sorted(items), leading) for items, leading in groups.items()]
        told += hanging[:_MOST_NAMED]
        if len(hanging) > _MOST_NAMED:
            more = len(hanging) - _MOST_NAMED
            told.append(say("It hangs on {n} more.", "It hangs on {n} more.", n=more))
        elif not hanging and len(claims) > 1:
            told.append(say("That hangs on no single item and on no single origin."))
        if self.aside & frozenset(self.matrix.evidence):
            n = len(self.aside & frozenset(self.matrix.evidence))
            told.append(say("{n} item is set aside.", "{n} items are set aside.", n=n))
        if left_out:
            told.append(
                say(
                    "{n} item that is not in view counts as well.",
                    "{n} items that are not in view count as well.",
                    n=left_out,
                )
            )
        told.append(say("Bookkeeping of what was rated, no score of truth."))
        return " ".join(told)

    def _without(self, items: Sequence[str], leading: frozenset[str]) -> str:
        contents = self._contents
        named = [quoted(name_of(contents, each)) for each in items[:_MOST_NAMED]]
        claims = self._named(self.matrix.claims, leading)
        if len(items) == 1:
            return say(
                "Without {item} least would be against {claims}.", item=named[0], claims=claims
            )
        if len(items) > _MOST_NAMED:
            more = len(items) - _MOST_NAMED
            named.append(say("{n} more", "{n} more", n=more))
        return say(
            "Without {items}, which are of one origin, least would be against {claims}.",
            items=listed(named),
            claims=claims,
        )

    def _named(self, claims: Sequence[str], among: frozenset[str]) -> str:
        held = [each for each in claims if each in among]
        named = [quoted(name_of(self._contents, each)) for each in held[:_MOST_CLAIMS]]
        if len(held) > _MOST_CLAIMS:
            more = len(held) - _MOST_CLAIMS
            named.append(say("{n} more", "{n} more", n=more))
        return listed(named)
