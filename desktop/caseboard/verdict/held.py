"""`Held`: what somebody has written of a verdict and not stored yet."""

from __future__ import annotations

from dataclasses import dataclass

from casedb.model.verdicts import Draft, merged


@dataclass(frozen=True, slots=True)
class Held:
    """What somebody has written of a verdict, and what was stored when they began."""

    mine: Draft
    before: Draft

    @property
    def is_unsaved(self) -> bool:
        """Whether there are words that are not stored."""
        return self.mine != self.before

    def on(self, stored: Draft) -> Held:
        """The same words, now that something else is stored."""
        return Held(merged(self.mine, self.before, stored), stored)
