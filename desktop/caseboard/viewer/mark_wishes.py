"""`MarkWishes`: what hands that draw marks over a picture ask of the rest of the window."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from casedb.model.marks import Mark


class MarkWishes:
    """What is asked for; here nothing is done about it.

    Changes that share a `gesture` are taken back together.
    """

    @property
    def refusal(self) -> str:
        """Why nothing may be changed; empty where something may."""
        return ""

    def new_gesture(self) -> str:
        """A gesture of its own."""
        return ""

    def nudging(self, mark_id: str) -> str:
        """The gesture of one more step of a mark by the keys."""
        return ""

    def mark_wanted(
        self, artifact: str, drawn: Mark, text: str, accent: str, gesture: str = ""
    ) -> str:
        """A mark on a file: its id, empty where it is refused."""
        return ""

    def shape_wanted(self, mark_id: str, drawn: Mark, gesture: str = "") -> bool:
        """A mark of another shape or elsewhere; whether it is so now."""
        return False

    def words_wanted(
        self,
        mark_id: str,
        *,
        text: str | None = None,
        accent: str | None = None,
        gesture: str = "",
    ) -> bool:
        """Other words on a mark, or another colour; whether it has them now."""
        return False

    def scale_wanted(self, artifact: str, drawn: Mark, metres: float, text: str) -> bool:
        """A line that is known to be so long, to give its page a scale; whether it is kept."""
        return False

    def removal_wanted(self, mark_id: str) -> None:
        """A mark that goes."""

    def link_wanted(self, mark_id: str, on_desktop: QPoint) -> None:
        """A link that starts at a mark, with its other end and its type to be asked for."""

    def linked_wanted(self, link_id: str) -> None:
        """A link on its board."""
