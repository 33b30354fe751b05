"""Rows: things that take up a stretch of a line, laid below one another so that none lies on another."""

from __future__ import annotations

from collections.abc import Sequence

NO_ROOM = -1


def rows_for(
    begins: Sequence[float],
    ends: Sequence[float],
    owners: Sequence[int],
    most: int,
) -> list[int]:
    """In which row each stretch lies: the row of the one before of the same owner where that is free,
    else the first that is; NO_ROOM where none of so many rows is.

    The stretches come in the order in which they begin. One that begins where another ends is clear of it.
    Where nothing reaches over from before, rows are found as if there had been nothing.

    >>> rows_for([0, 1, 3, 6], [4, 3, 7, 8], [0, 1, 1, 2], 2)
    [0, 1, 1, 0]
    """
    free = [float("-inf")] * most
    last_row: dict[int, int] = {}
    found: list[int] = []
    reached = float("-inf")
    for begin, end, owner in zip(begins, ends, owners, strict=True):
        if begin >= reached:
            last_row.clear()
        if end > reached:
            reached = end
        row = last_row.get(owner, NO_ROOM)
        if row == NO_ROOM or free[row] > begin:
            row = NO_ROOM
            for n, reached in enumerate(free):
                if reached <= begin:
                    row = n
                    break
        if row != NO_ROOM:
            free[row] = end
            last_row[owner] = row
        found.append(row)
    return found
