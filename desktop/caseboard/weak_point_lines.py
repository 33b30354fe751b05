"""What `caseboard weak-points` prints: for machines, and for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from casedb.analysis.weak_points import CHECKS, WeakPoint, check_named, weak_points
from casedb.analysis.weak_points.dismissals import dismissal_of, reason_of
from casedb.model.contents import Contents
from casedb.model.discretion import public_name
from casedb.model.json_value import JsonValue
from casedb.model.records import Item, Link, Source
from casedb.model.visible_text import visible_line


def describe_weak_point(contents: Contents, point: WeakPoint) -> dict[str, JsonValue]:
    """One weak point in the form that `weak-points --json` prints."""
    check, dismissal = check_named(point.check), dismissal_of(contents, point)
    return {
        "check": point.check,
        "label": check.shown if check is not None else point.check,
        "sort": check.scope.value if check is not None else "",
        "subject": point.subject,
        "name": name_of(contents, point.subject),
        "sentence": point.sentence,
        "items": list(point.others),
        "dismissed": None
        if dismissal is None
        else {"by": dismissal.by, "at": dismissal.at, "reason": reason_of(dismissal)},
    }


def lines_of_weak_points(contents: Contents) -> Iterator[str]:
    """The weak points of a case in lines, by check; those that are set aside with their reasons at last."""
    found = list(weak_points(contents))
    aside = {each: dismissal_of(contents, each) for each in found}
    left = [each for each in found if aside[each] is None]
    for check in CHECKS:
        of_check = [each for each in left if each.check == check.name]
        if of_check:
            yield f"{check.shown} ({len(of_check)})"
            yield from (f"  {_line(contents, each)}" for each in of_check)
    is_titled = False
    for each, dismissal in aside.items():
        if dismissal is not None:
            if not is_titled:
                yield f"Set aside ({len(found) - len(left)})"
                is_titled = True
            whose = visible_line(dismissal.by) or "no name given"
            yield f"  {_line(contents, each)}"
            yield f"    {whose}, {dismissal.at}: {visible_line(reason_of(dismissal))}"
    yield f"{len(left)} weak point{'s' if len(left) != 1 else ''}"


def name_of(contents: Contents, record_id: str) -> str:
    """What an item, source or link is called in one line; a protected source is not named."""
    record = contents.get(Item, record_id) or contents.get(Source, record_id)
    match record:
        case Item():
            told = (record.values.text("exhibit"), record.title)
            return visible_line(" ".join(filter(None, told))) or record_id
        case Source():
            return visible_line(public_name(record))
        case _:
            link = contents.get(Link, record_id)
            return record_id if link is None else _link(contents, link)


def _link(contents: Contents, link: Link) -> str:
    ends = (short_name(contents, each.id) for each in (link.start, link.end))
    return " – ".join(ends)


def listed(contents: Contents, record_ids: Iterable[str]) -> str:
    """Records side by side, each as short as it can be told."""
    return ", ".join(short_name(contents, each) for each in record_ids)


def short_name(contents: Contents, record_id: str) -> str:
    """An item by its exhibit number; without one, and anything else, by its name."""
    item = contents.get(Item, record_id)
    number = item.values.text("exhibit") if item is not None else ""
    return visible_line(number) or name_of(contents, record_id)


def _line(contents: Contents, point: WeakPoint) -> str:
    named = listed(contents, point.others)
    told = f"{name_of(contents, point.subject)}: {point.sentence}"
    return f"{told} ({named})" if named else told
