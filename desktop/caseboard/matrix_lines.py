"""What `caseboard matrix` prints of competing claims, and the rows of its table."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from caseboard.weak_point_lines import name_of, short_name
from casedb.analysis.ach import Matrix, competing_sets, matrix_of
from casedb.model.contents import Contents
from casedb.model.ratings import Cell, Rating

_SHOWN = {Rating.NOT_APPLICABLE: "n/a", Rating.UNRATED: "–"}
_NOTE = "Bookkeeping of what was rated, and what the order hangs on; no score of truth."


def matrices_of(contents: Contents) -> list[Matrix]:
    """A matrix for every set of claims that exclude each other."""
    return [matrix_of(contents, each) for each in competing_sets(contents)]


def lines_of_matrices(contents: Contents) -> Iterator[str]:
    """The matrices of a case in lines."""
    matrices = matrices_of(contents)
    if not matrices:
        yield "No claims exclude each other: link them as excluding, or name one competing set for them."
        return
    for n, matrix in enumerate(matrices):
        if n:
            yield ""
        yield from _lines_of(contents, matrix)
    yield _NOTE


def rows_of_matrices(contents: Contents) -> Iterator[Sequence[str | int | float | None]]:
    """The matrices as rows of a table: claims below each other, evidence side by side."""
    for n, matrix in enumerate(matrices_of(contents)):
        if n:
            yield ()
        yield from rows_of_matrix(contents, matrix)


def rows_of_matrix(
    contents: Contents, matrix: Matrix, aside: Container[str] = frozenset()
) -> Iterator[Sequence[str | int | float | None]]:
    """One matrix as rows of a table; what is set `aside` counts for nothing."""
    yield ("Claim", *(name_of(contents, each) for each in matrix.evidence), *_SUMS)
    for claim in matrix.claims:
        cells = (_shown(matrix.cell(claim, each)) for each in matrix.evidence)
        weighted = round(matrix.weighted(claim, aside), 3)
        yield (name_of(contents, claim), *cells, matrix.inconsistency(claim, aside), weighted)
    yield ("Diagnosticity", *(matrix.diagnosticity(each) for each in matrix.evidence))


_SUMS = ("Inconsistency", "Weighted inconsistency")


def _lines_of(contents: Contents, matrix: Matrix) -> Iterator[str]:
    heads = [_short(contents, each) for each in matrix.evidence]
    wide = [max(len(head), 3) for head in heads]
    first = max(len(_short(contents, each)) for each in matrix.claims)
    for each in matrix.claims:
        yield name_of(contents, each)
    shown = "  ".join(head.rjust(width) for head, width in zip(heads, wide, strict=True))
    yield f"{'':<{first}}  {shown}  against  weighted  rated"
    for claim in matrix.claims:
        cells = [matrix.cell(claim, each) for each in matrix.evidence]
        shown = "  ".join(_shown(c).rjust(w) for c, w in zip(cells, wide, strict=True))
        rated = sum(each.rating.is_rated for each in cells)
        yield (
            f"{_short(contents, claim):<{first}}  {shown}  {matrix.inconsistency(claim):>7}  "
            f"{matrix.weighted(claim):>8.2f}  {rated} of {len(cells)}"
        )
    yield f"Least against it: {_listed(contents, matrix.claims, matrix.leading())}"
    same = [each for each in matrix.evidence if matrix.diagnosticity(each) == 0]
    if same:
        yield f"Tells none from another: {_listed(contents, same)}"
    for item, leading in matrix.hanging_on_items().items():
        yield f"Without {_short(contents, item)}: {_listed(contents, matrix.claims, leading)}"
    for items, leading in matrix.hanging_on_origins().items():
        if len(items) > 1:
            held = _listed(contents, matrix.evidence, items)
            yield f"Without {held}, of one origin: {_listed(contents, matrix.claims, leading)}"
    apart = {item for (_, item), cell in matrix.cells.items() if cell.is_apart}
    if apart:
        yield f"Rated otherwise than linked: {_listed(contents, matrix.evidence, apart)}"


def _shown(cell: Cell) -> str:
    return _SHOWN.get(cell.rating, cell.rating.value)


def _short(contents: Contents, item_id: str) -> str:
    return short_name(contents, item_id)[:24]


def _listed(
    contents: Contents, item_ids: Sequence[str], among: frozenset[str] | set[str] | None = None
) -> str:
    held = (each for each in item_ids if among is None or each in among)
    return ", ".join(_short(contents, each) for each in held)
