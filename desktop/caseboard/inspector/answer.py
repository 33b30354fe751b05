"""`Answer`: what an editor wants to have stored."""

from __future__ import annotations

from dataclasses import dataclass

from casedb.model.changes import ChangeSet
from casedb.model.json_value import JsonValue


@dataclass(frozen=True, slots=True)
class Answer:
    """What the user has put in place of a stored value; None in it empties the field.

    `along` is a change that must come with it: the source that it names and that is new.
    """

    stored: JsonValue
    along: ChangeSet | None = None
