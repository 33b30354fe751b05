"""The commands that print the journal, and what it says of files."""

from __future__ import annotations

import argparse
import json

from caseboard.cli.saying import open_to_read, tell
from casedb import Case
from casedb.custody import plain_sha256
from casedb.custody_log import Event, deed_in_words
from casedb.errors import InvalidChange
from casedb.model.handling import Deed
from casedb.model.json_value import JsonValue
from casedb.story import RecordChange, changes_of, ids_about


def print_log(chosen: argparse.Namespace) -> int:
    """Print the journal, oldest entry first; with `--item` what was done to that, field by field."""
    if chosen.artifact is not None or chosen.custody:
        return print_custody(chosen)
    told: dict[int, list[RecordChange]] = {}
    with open_to_read(chosen.path) as case:
        if chosen.item is None:
            entries = list(case.journal.entries())
        else:
            about = ids_about(case.journal, _id_of(case, chosen.item))
            entries = case.journal.entries_about_any(about)[::-1]
            for entry in entries:
                changes = changes_of(case.journal, case.contents, entry)
                told[entry.seq] = [each for each in changes if each.id in about]
    if chosen.item is not None and not entries:
        raise InvalidChange(f"The journal knows nothing of “{chosen.item[:80]}”.")
    if chosen.json:
        rows: list[dict[str, JsonValue]] = [
            {
                "number": entry.seq,
                "at": entry.at,
                "actor": entry.actor,
                "action": entry.action,
                "of": list(entry.of) if entry.of else None,
                "label": entry.label,
                "edits": entry.edits,
                "hash": entry.hash,
                **(
                    {"changes": [describe_change(each) for each in told[entry.seq]]} if told else {}
                ),
            }
            for entry in entries
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    for entry in entries:
        step = (
            ""
            if entry.action == "do"
            else f"{entry.action} of #{entry.of[0] if entry.of else ''}: "
        )
        tell(
            f"#{entry.seq:<6}{entry.at}  {entry.actor or '–':<16}{step}{entry.label}  "
            f"{entry.hash[:12]}"
        )
        for change in told.get(entry.seq, ()):
            tell(f"        {change.sentence()}")
            for field in change.fields:
                tell(f"            {field.label}: {_quoted(field.before)} → {_quoted(field.after)}")
    return 0


def describe_change(change: RecordChange) -> dict[str, JsonValue]:
    """What was done to a record, in the form that `log --item --json` prints."""
    return {
        "table": change.table,
        "id": change.id,
        "sort": change.sort,
        "name": change.name,
        "deed": change.deed.value,
        "fields": [
            {"field": each.label, "before": each.before, "after": each.after}
            for each in change.fields
        ],
    }


def _quoted(text: str) -> str:
    return f"“{' '.join(text.split())}”" if text else "–"


def _id_of(case: Case, word: str) -> str:
    """The id of what a word names: an id itself, or an exhibit number."""
    found = (each for each in case.contents.items.values() if each.values.text("exhibit") == word)
    item = next(found, None) if word not in case.contents.items else None
    return item.id if item is not None else word


def print_custody(chosen: argparse.Namespace) -> int:
    """Print what happened to the bytes of one file or of all, oldest first."""
    with open_to_read(chosen.path) as case:
        if chosen.artifact is not None:
            events = case.custody.events_of(plain_sha256(chosen.artifact))
        else:
            events = case.custody.events()
        names = {each.id: each.name for each in case.contents.artifacts.values()}
    if chosen.artifact is not None and not events:
        raise InvalidChange(f"The journal knows no file “{chosen.artifact[:80]}”.")
    if chosen.json:
        rows = [describe_event(each) for each in events]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    for event in events:
        name = names.get(event.artifact, "") or event.artifact[:12]
        about = f"{name}: " if chosen.custody and event.artifact else ""
        tell(
            f"#{event.seq:<6}{event.at}  {event.actor or '–':<16}{deed_in_words(event)}  "
            f"{about}{' '.join(event.note.split())}"
        )
    return 0


def describe_event(event: Event) -> dict[str, JsonValue]:
    """What happened to a file, in the form that `log --artifact --json` prints."""
    return {
        "number": event.seq,
        "at": event.at,
        "actor": event.actor,
        "event": event.deed.value,
        "artifact": event.artifact or None,
        "ok": event.fault is None if event.deed is Deed.CHECKED else None,
        "fault": event.fault.value if event.fault is not None else None,
        "note": event.note,
    }
