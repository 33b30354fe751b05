"""`View`: one way of looking at a case, and `Drawing`, what of it can be put on paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Protocol

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from caseboard.piecemeal import Steps
from caseboard.theme import Theme
from caseboard.views.desk import ViewDesk
from casedb import Change


class Drawing(Protocol):
    """What a view shows, as it can be drawn anywhere: `width` and `height` in units, at scale 1 pixels.

    `hidden` says in words what is left out, empty for nothing; `credit` names the data drawn that is not
    of the case, empty for none; `items` is how many items are drawn.
    """

    width: float
    height: float
    items: int
    hidden: str
    credit: str

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint it, from (0, 0), in the colours of a theme: with no selection, in vectors, text as text."""
        ...


class View(QWidget):
    """One way of looking at a case. It is made when it is first looked at.

    The pane calls `show_items` when others are in view (`desk.in_view`) and `follow` after each change
    of the case, both only while the view is seen; `catch_up` when it is seen again after things have
    changed. `show_selected` follows the one selection. Nothing that is asked of it takes longer than
    100 ms with 10,000 items.
    """

    name: ClassVar[str] = ""
    """In code and for icons, for instance `timeline`."""

    def __init__(self, desk: ViewDesk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.theme = theme

    @property
    def tools(self) -> Sequence[QWidget]:
        """What stands in the head of the pane while this view is shown, from its beginning on."""
        return ()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme, or at another scale."""
        self.theme = theme
        self.update()

    def show_items(self) -> None:
        """Show what is in view now."""
        raise NotImplementedError

    def follow(self, change: Change) -> None:
        """Follow a change of the case."""
        raise NotImplementedError

    def show_selected(self) -> None:
        """Mark what is selected."""
        raise NotImplementedError

    def catch_up(self) -> None:
        """Show all of it anew."""
        self.show_items()
        self.show_selected()

    def drawing(self) -> Drawing | None:
        """What an export draws; None where there is nothing to draw."""
        return None

    @property
    def has_table(self) -> bool:
        """Whether there is something to export as CSV."""
        return False

    def table(self) -> Sequence[Sequence[str]] | None:
        """What an export as CSV holds, its first row the names of the columns; None for none."""
        return None

    def preparing(self) -> Steps[None]:
        """Find out, a little at a time, what an export is going to ask for."""
        yield from ()

    def close_view(self) -> None:
        """End what is under way, before the case is closed."""
