"""The labels of the journal in words: stored in English, read in the language of the reader.

A label is part of the hash chain, and so it is the same in every language. Here are the labels that
this program makes; one that it does not know, of another program or of a newer version, is shown as it
is stored.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TypeAlias

from casedb.model.forms import (
    ANNOTATION_FIELDS,
    ARTIFACT_FIELDS,
    CASE_FIELDS,
    ELEMENT_FIELDS,
    SOURCE_FIELDS,
)
from casedb.model.kinds import KINDS
from casedb.model.link_types import LINK_TYPES, link_fields
from casedb.words import Say, is_english, say, term

Counted: TypeAlias = Callable[[Say, int], str]
Typed: TypeAlias = Callable[[Say, int, str], str]

_ALONE: frozenset[str] = frozenset(
    (
        term("Create case"),
        term("Describe case"),
        term("Place board"),
        term("Lay out board"),
        term("Add board"),
        term("Rename board"),
        term("Reorder boards"),
        term("Delete board"),
        term("Add frame"),
        term("Rename frame"),
        term("Add link"),
        term("Reconnect link"),
        term("Bend string"),
        term("Save view"),
        term("Replace view"),
        term("Rename view"),
        term("Delete view"),
        term("Import canvas"),
        term("Make redacted copy"),
        term("Add redaction profile"),
        term("Change redaction profile"),
        term("Delete redaction profile"),
        term("Take snapshot"),
        term("Rename snapshot"),
        term("Edit note of snapshot"),
        term("Delete snapshot"),
        term("Reorder views"),
        term("Save matched points"),
        term("Mark on a picture"),
        term("Delete mark"),
        term("Move a mark"),
        term("Set the scale of a picture"),
        term("Edit a mark"),
        term("Point a link at a mark"),
        term("Set scale"),
        term("Remove scale"),
        term("Add source"),
        term("Merge source"),
        term("Merge nothing"),
        term("Make one origin"),
        term("Take out of one origin"),
        term("Add element"),
        term("Reorder elements"),
        term("Add file"),
        term("Attach file"),
        term("Reorder files"),
        term("Use as still"),
        term("Note a capture"),
        term("Edit caption"),
        term("Edit fields"),
        term("Edit title"),
        term("Edit name"),
        term("Edit label"),
        term("Edit note"),
        term("Take from the file"),
        term("Delete nothing"),
        term("Duplicate nothing"),
        term("Lock"),
        term("Unlock"),
        term("Pin"),
        term("Unpin"),
        term("Colour"),
        term("Record assessment"),
        term("Record reliability"),
        term("Record credibility"),
        term("Record likelihood"),
        term("Record confidence"),
        term("Record verdict"),
        term("Rate evidence"),
        term("Clear rating"),
        term("Link evidence"),
        term("Unlink evidence"),
        term("Dismiss weak point"),
        term("Reopen weak point"),
        term("Recover what could be read"),
        term("Expunge file"),
        term("Verify case"),
        term("Save original"),
        term("Drag file out"),
        term("Export board"),
        term("Save copy of case"),
        term("Redact file"),
        term("Restore file"),
        term("Restore an earlier state"),
        term("Convert to another kind"),
        term("Add claim"),
        term("Add satellite image"),
        term("Add debris analysis"),
        term("Add official statement"),
        term("Add document"),
        term("Add media"),
        term("Add event"),
        term("Add entity"),
        term("Add note"),
        term("Add linked claim"),
        term("Add linked satellite image"),
        term("Add linked debris analysis"),
        term("Add linked official statement"),
        term("Add linked document"),
        term("Add linked media"),
        term("Add linked event"),
        term("Add linked entity"),
        term("Add linked note"),
        term("Add linked board"),
        term("Delete claim"),
        term("Delete satellite image"),
        term("Delete debris analysis"),
        term("Delete official statement"),
        term("Delete document"),
        term("Delete media"),
        term("Delete event"),
        term("Delete entity"),
        term("Delete note"),
        term("Delete board card"),
        term("Place card"),
        term("Move card"),
        term("Resize card"),
        term("Align card"),
        term("Distribute card"),
        term("Stack card"),
        term("Pack card"),
        term("Fit card"),
        term("Duplicate card"),
        term("Paste card"),
        term("Add card"),
        term("Take card off the board"),
        term("Bring card to the front"),
        term("Send card to the back"),
        term("Bring card forward"),
        term("Send card backward"),
        term("Tidy card by their links"),
        term("Tidy card by time"),
        term("Tidy card by kind"),
        term("Tidy card around one of them"),
        term("Move frame"),
        term("Resize frame"),
        term("Align frame"),
        term("Distribute frame"),
        term("Stack frame"),
        term("Pack frame"),
        term("Fit frame"),
        term("Paste frame"),
        term("Remove frame"),
        term("Collapse frame"),
        term("Expand frame"),
        term("Move thing"),
        term("Resize thing"),
        term("Align thing"),
        term("Distribute thing"),
        term("Stack thing"),
        term("Pack thing"),
        term("Fit thing"),
        term("Paste thing"),
        term("Remove thing"),
        term("Reverse link"),
        term("Delete link"),
        term("Straighten string"),
        term("Delete item"),
        term("Delete record"),
        term("Delete element"),
        term("Delete source"),
        term("Detach file"),
    )
)

# Each of them with both forms: a language may say 21 things as it says one of them.
_COUNTED: tuple[Counted, ...] = (
    lambda say, n: say("Place {n} card", "Place {n} cards", n=n),
    lambda say, n: say("Move {n} card", "Move {n} cards", n=n),
    lambda say, n: say("Resize {n} card", "Resize {n} cards", n=n),
    lambda say, n: say("Align {n} card", "Align {n} cards", n=n),
    lambda say, n: say("Distribute {n} card", "Distribute {n} cards", n=n),
    lambda say, n: say("Stack {n} card", "Stack {n} cards", n=n),
    lambda say, n: say("Pack {n} card", "Pack {n} cards", n=n),
    lambda say, n: say("Fit {n} card", "Fit {n} cards", n=n),
    lambda say, n: say("Duplicate {n} card", "Duplicate {n} cards", n=n),
    lambda say, n: say("Paste {n} card", "Paste {n} cards", n=n),
    lambda say, n: say("Add {n} card", "Add {n} cards", n=n),
    lambda say, n: say("Take {n} card off the board", "Take {n} cards off the board", n=n),
    lambda say, n: say("Bring {n} card to the front", "Bring {n} cards to the front", n=n),
    lambda say, n: say("Send {n} card to the back", "Send {n} cards to the back", n=n),
    lambda say, n: say("Bring {n} card forward", "Bring {n} cards forward", n=n),
    lambda say, n: say("Send {n} card backward", "Send {n} cards backward", n=n),
    lambda say, n: say("Tidy {n} card by their links", "Tidy {n} cards by their links", n=n),
    lambda say, n: say("Tidy {n} card by time", "Tidy {n} cards by time", n=n),
    lambda say, n: say("Tidy {n} card by kind", "Tidy {n} cards by kind", n=n),
    lambda say, n: say(
        "Tidy {n} card around one of them", "Tidy {n} cards around one of them", n=n
    ),
    lambda say, n: say("Delete {n} mark", "Delete {n} marks", n=n),
    lambda say, n: say("Move {n} frame", "Move {n} frames", n=n),
    lambda say, n: say("Resize {n} frame", "Resize {n} frames", n=n),
    lambda say, n: say("Align {n} frame", "Align {n} frames", n=n),
    lambda say, n: say("Distribute {n} frame", "Distribute {n} frames", n=n),
    lambda say, n: say("Stack {n} frame", "Stack {n} frames", n=n),
    lambda say, n: say("Pack {n} frame", "Pack {n} frames", n=n),
    lambda say, n: say("Fit {n} frame", "Fit {n} frames", n=n),
    lambda say, n: say("Paste {n} frame", "Paste {n} frames", n=n),
    lambda say, n: say("Remove {n} frame", "Remove {n} frames", n=n),
    lambda say, n: say("Collapse {n} frame", "Collapse {n} frames", n=n),
    lambda say, n: say("Expand {n} frame", "Expand {n} frames", n=n),
    lambda say, n: say("Move {n} thing", "Move {n} things", n=n),
    lambda say, n: say("Resize {n} thing", "Resize {n} things", n=n),
    lambda say, n: say("Align {n} thing", "Align {n} things", n=n),
    lambda say, n: say("Distribute {n} thing", "Distribute {n} things", n=n),
    lambda say, n: say("Stack {n} thing", "Stack {n} things", n=n),
    lambda say, n: say("Pack {n} thing", "Pack {n} things", n=n),
    lambda say, n: say("Fit {n} thing", "Fit {n} things", n=n),
    lambda say, n: say("Paste {n} thing", "Paste {n} things", n=n),
    lambda say, n: say("Remove {n} thing", "Remove {n} things", n=n),
    lambda say, n: say("Reverse {n} link", "Reverse {n} links", n=n),
    lambda say, n: say("Delete {n} link", "Delete {n} links", n=n),
    lambda say, n: say("Straighten {n} string", "Straighten {n} strings", n=n),
    lambda say, n: say("Delete {n} item", "Delete {n} items", n=n),
    lambda say, n: say("Delete {n} record", "Delete {n} records", n=n),
    lambda say, n: say("Delete {n} element", "Delete {n} elements", n=n),
    lambda say, n: say("Delete {n} source", "Delete {n} sources", n=n),
    lambda say, n: say("Add {n} source", "Add {n} sources", n=n),
    lambda say, n: say("Merge {n} source", "Merge {n} sources", n=n),
    lambda say, n: say("Add {n} file", "Add {n} files", n=n),
    lambda say, n: say("Attach {n} file", "Attach {n} files", n=n),
    lambda say, n: say("Detach {n} file", "Detach {n} files", n=n),
    lambda say, n: say("Record {n} assessment", "Record {n} assessments", n=n),
    lambda say, n: say("Add {n} claim", "Add {n} claims", n=n),
    lambda say, n: say("Add {n} satellite image", "Add {n} satellite images", n=n),
    lambda say, n: say("Add {n} debris analysis", "Add {n} debris analyses", n=n),
    lambda say, n: say("Add {n} official statement", "Add {n} official statements", n=n),
    lambda say, n: say("Add {n} document", "Add {n} documents", n=n),
    lambda say, n: say("Add {n} media", "Add {n} media", n=n),
    lambda say, n: say("Add {n} event", "Add {n} events", n=n),
    lambda say, n: say("Add {n} entity", "Add {n} entities", n=n),
    lambda say, n: say("Add {n} note", "Add {n} notes", n=n),
    lambda say, n: say("Add {n} board", "Add {n} boards", n=n),
)
_OF_TYPE: tuple[Typed, ...] = (
    lambda say, n, type: say(
        "Change {n} link to “{type}”", "Change {n} links to “{type}”", n=n, type=type
    ),
    lambda say, n, type: say("Add {n} link “{type}”", "Add {n} links “{type}”", n=n, type=type),
)
_ONE_OF_TYPE: tuple[Typed, ...] = (
    lambda say, n, type: say("Change link to “{type}”", type=type),
    lambda say, n, type: say("Add link “{type}”", type=type),
)
_LOST: tuple[Counted, ...] = (
    lambda say, n: say(
        "{n} file has other bytes than came in", "{n} files have other bytes than came in", n=n
    ),
    lambda say, n: say(
        "{n} mention of a lost record is gone", "{n} mentions of lost records are gone", n=n
    ),
    lambda say, n: say(
        "{n} second way of a string is gone", "{n} second ways of strings are gone", n=n
    ),
    lambda say, n: say("{n} file is lost", "{n} files are lost", n=n),
)

_NUMBER = re.compile(r"\b[\d,]+\b")
_QUOTED = re.compile(r"“(.*)”")
_EDIT = "Edit "
_RECOVER = re.compile(
    r"Recover what could be read"
    r"(?P<anew>; the journal began anew)?(?: after entry (?P<seq>[\d,]+), (?P<hash>\w+…))?"
    r"(?:; (?P<lost>[^;“]+?))?(?: \((?P<names>“.*”)(?: and (?P<more>[\d,]+) more)?\))?"
)


def label_in_words(label: str) -> str:
    """A label of the journal, as stored, in the language of the reader.

    >>> label_in_words("Move 3 cards")
    'Move 3 cards'
    """
    if is_english():
        return label
    return say(label) if label in _ALONE else _found(label) or label


def is_known(label: str) -> bool:
    """Whether a label can be read in other languages."""
    return label in _ALONE or bool(_found(label))


def _found(label: str) -> str:
    return _in_table(label) or _typed(label) or _edited(label) or _recovered(label)


def _in_table(label: str) -> str:
    """What is done with several things."""
    number = _NUMBER.search(label)
    told = _counted().get(_NUMBER.sub("{n}", label, count=1)) if number is not None else None
    return told(say, _int(number[0])) if told is not None and number is not None else ""


def _typed(label: str) -> str:
    """What is done with links of a type."""
    of_type = _QUOTED.search(label)
    if of_type is None:
        return ""
    before, after = label[: of_type.start(1)], label[of_type.end(1) :]
    number = _NUMBER.search(before)
    told = _of_types().get(_NUMBER.sub("{n}", before, count=1) + after)
    if told is None:
        return ""
    return told(say, _int(number[0]) if number is not None else 1, say(of_type[1]))


def _edited(label: str) -> str:
    """What is said of a field that was filled in."""
    field = _fields().get(label.removeprefix(_EDIT)) if label.startswith(_EDIT) else None
    return say("Edit {field}", field=_within(say(field)).rstrip("?")) if field is not None else ""


def _recovered(label: str) -> str:
    """What a rescued copy of a damaged case says of itself."""
    told = _RECOVER.fullmatch(label)
    if told is None:
        return ""
    parts = [say("Recover what could be read")]
    if told["seq"]:
        number, hashed = _int(told["seq"]), told["hash"]
        parts.append(
            say("the journal began anew after entry {number}, {hash}", number=number, hash=hashed)
        )
    elif told["anew"]:
        parts.append(say("the journal began anew"))
    if told["lost"]:
        lost = [_in_table(each) for each in told["lost"].split(", ")]
        if not all(lost):
            return ""
        parts.append(", ".join(lost))
    names = told["names"] or ""
    if told["more"]:
        names = say(
            "{names} and {n} more", "{names} and {n} more", names=names, n=_int(told["more"])
        )
    return "; ".join(parts) + (f" ({names})" if names else "")


def _int(digits: str) -> int:
    return int(digits.replace(",", ""))


def _within(label: str) -> str:
    """The label of a field within a sentence; abbreviations stay as they are."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


# -- what they are found by --------------------------------------------------------------------


@cache
def _counted() -> dict[str, Counted]:
    found = {told(_many, 2): told for told in (*_COUNTED, *_LOST)}
    return found | {told(_one, 1): told for told in _LOST}


@cache
def _of_types() -> dict[str, Typed]:
    found = {told(_many, 2, ""): told for told in _OF_TYPE}
    found |= {told(_one, 1, ""): told for told in _ONE_OF_TYPE}
    return {key.replace("{type}", ""): told for key, told in found.items()}


@cache
def _fields() -> dict[str, str]:
    """The labels of fields, by how they stand in a label of the journal."""
    of_links = (field for name in LINK_TYPES for field in link_fields(name))
    of_items = (field for kind in KINDS.values() for field in kind.fields)
    of_others = (
        *CASE_FIELDS,
        *SOURCE_FIELDS,
        *ELEMENT_FIELDS,
        *ARTIFACT_FIELDS,
        *ANNOTATION_FIELDS,
    )
    labels = (field.label for field in (*of_items, *of_others, *of_links))
    return {_within(label).rstrip("?"): label for label in labels}


def _one(text: str, plural: str = "", /, *, about: str = "", **values: object) -> str:
    return text


def _many(text: str, plural: str = "", /, *, about: str = "", **values: object) -> str:
    return plural
