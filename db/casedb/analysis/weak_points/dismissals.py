"""Which weak points somebody has set aside, why, and which of them have come back."""

from __future__ import annotations

from casedb.analysis.weak_points.check import WeakPoint
from casedb.model.contents import Contents
from casedb.model.records import Assessment


def dismissal_of(contents: Contents, point: WeakPoint) -> Assessment | None:
    """By what a weak point is set aside now; None where it is open, or its ground has changed since."""
    return dismissal_on(contents, point.subject, point.check, point.ground)


def dismissal_on(contents: Contents, subject: str, check: str, ground: str) -> Assessment | None:
    """By what a question about a record is set aside, as long as it has this ground."""
    given = [
        each
        for each in contents.assessments_of(subject)
        if each.type == "dismissal"
        and each.values.text("check") == check
        and each.values.text("ground") == ground
    ]
    last = given[-1] if given else None
    return last if last is not None and last.value == "dismissed" else None


def reason_of(dismissal: Assessment) -> str:
    """Why a weak point was set aside, in the words of whoever did it."""
    return dismissal.values.text("reason")
