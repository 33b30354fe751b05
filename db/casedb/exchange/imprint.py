"""What every export says of itself: of which case it is, as of when, and what it can be checked against."""

from __future__ import annotations

from dataclasses import dataclass

from casedb.model.visible_text import visible_line
from casedb.words import say


@dataclass(frozen=True, slots=True)
class Imprint:
    """The title of the case, the number, hash and time of its newest journal entry, and who wrote it.

    `at` is ISO 8601 in UTC. It is the time of that entry and not of the export, so that the same case gives
    the same bytes; `version` is that of the program.
    """

    title: str
    at: str
    journal: int
    head: str
    version: str

    @property
    def maker(self) -> str:
        """The program with its version."""
        return f"Caseboard {self.version}"

    @property
    def sentence(self) -> str:
        """All of it on one line for people."""
        return say(
            "{title}, as of {at}, journal #{number}, head {head}. Made with {maker}.",
            title=visible_line(self.title) or say("Case without a title"),
            at=self.at or "–",
            number=str(self.journal),
            head=self.head or "–",
            maker=self.maker,
        )
