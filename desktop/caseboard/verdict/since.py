"""`Since`: the newest verdict on a claim, and what has changed of what it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from casedb.analysis.verdict_ground import changes_since
from casedb.model.assessments import own_verdict
from casedb.model.contents import Contents
from casedb.model.records import Assessment
from casedb.model.standing import GroundChange


@dataclass(frozen=True, slots=True)
class Since:
    """A version, None where there is none yet; and the changes since, None where they cannot be told."""

    verdict: Assessment | None
    changes: tuple[GroundChange, ...] | None

    @classmethod
    def of(cls, contents: Contents, claim_id: str) -> Since:
        """As it is now: that is found once for all who show it, as a claim may rest on much."""
        # Of a standing that nobody has asked for, no change is told.
        contents.standing(claim_id)
        verdict = own_verdict(contents, claim_id)
        return cls(verdict, changes_since(contents, verdict) if verdict is not None else ())

    @property
    def has_news(self) -> bool:
        """Whether the same words would be another version: there is none, or it rests on something else."""
        return self.verdict is None or self.changes is None or bool(self.changes)
