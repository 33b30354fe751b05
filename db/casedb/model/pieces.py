"""Long work in pieces, so that others have their turn between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

PIECE = 1000
"""How much is done in a few milliseconds, whatever it is."""


def pieces(of: Iterable[T]) -> Iterator[list[T]]:
    """All of it, a thousand at a time."""
    rest = iter(of)
    while piece := list(islice(rest, PIECE)):
        yield piece
