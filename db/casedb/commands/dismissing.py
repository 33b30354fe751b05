"""Setting weak points aside, for a reason, and asking them again."""

from __future__ import annotations

from collections.abc import Callable

from casedb.errors import InvalidChange
from casedb.model.changes import ChangeSet, Edit
from casedb.model.contents import Contents
from casedb.model.records import Assessment
from casedb.model.schemes import DISMISSAL
from casedb.model.values import Values
from casedb.words import say


def dismiss(
    contents: Contents,
    new_id: Callable[[], str],
    *,
    subject: str,
    check: str,
    ground: str,
    reason: str,
    by: str,
    at: str,
) -> ChangeSet:
    """Set the weak point of a record aside that a check has found, for as long as its ground stays.

    Raises InvalidChange without a reason: whoever reads the case later must be told one.
    """
    if not reason.strip():
        raise InvalidChange(say("A weak point is set aside for a reason. Say why."))
    values = {"check": check, "ground": ground, "reason": reason.strip()}
    return _judge(contents, "Dismiss weak point", new_id(), subject, "dismissed", values, by, at)


def reopen(
    contents: Contents,
    new_id: Callable[[], str],
    *,
    subject: str,
    check: str,
    ground: str,
    by: str,
    at: str,
) -> ChangeSet:
    """Ask a weak point again that was set aside."""
    values = {"check": check, "ground": ground}
    return _judge(contents, "Reopen weak point", new_id(), subject, "reopened", values, by, at)


def _judge(
    contents: Contents,
    label: str,
    id: str,
    subject: str,
    value: str,
    values: dict[str, str],
    by: str,
    at: str,
) -> ChangeSet:
    made = Assessment(
        id, "dismissal", subject, None, DISMISSAL.id, value, by, at, False, Values(values)
    )
    is_there = DISMISSAL.id in contents.schemes
    scheme = () if is_there else (Edit(None, DISMISSAL),)
    return ChangeSet(label, (*scheme, Edit(None, made)))
