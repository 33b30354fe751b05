"""`Ground`: what whoever does something on a board needs to know of it."""

from __future__ import annotations

from typing import Protocol

from caseboard.board.camera import Camera
from caseboard.board.columns import Columns
from caseboard.selection import Selection
from casedb.model.contents import Contents


class Ground(Protocol):
    """A board that hands work on and keys walk on."""

    @property
    def camera(self) -> Camera:
        """Where one looks from."""
        ...

    @property
    def columns(self) -> Columns:
        """What lies where."""
        ...

    @property
    def contents(self) -> Contents:
        """The case."""
        ...

    @property
    def selection(self) -> Selection:
        """What is selected."""
        ...

    def explain(self, sentence: str) -> None:
        """Say quietly why nothing happens."""
        ...
