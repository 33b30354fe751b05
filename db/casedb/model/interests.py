"""What whoever has issued a statement has at stake, in a word that stands wherever it is shown."""

from __future__ import annotations

from collections.abc import Iterable

from casedb.model.assessments import source_ids
from casedb.model.contents import Contents
from casedb.model.fields import Unreadable
from casedb.model.kinds.official_statement import OFFICIAL_STATEMENT
from casedb.model.records import Item, Source
from casedb.model.reference_fields import SourceRefs
from casedb.model.values import Values
from casedb.words import say, term

UNKNOWN = "unknown"
INTERESTED = frozenset({"party", "ally", "adversary"})
"""Interests of those who have something at stake in what they say."""
_ISSUERS = SourceRefs("issuers", "Issuers")
_NEAREST = ("party", "adversary", "ally", UNKNOWN, "none")
"""Of several issuers the one that has most at stake counts."""
_WORDS = {
    "none": term("no known interest"),
    "party": term("party"),
    "ally": term("ally of a party"),
    "adversary": term("adversary of a party"),
    UNKNOWN: term("interest unknown"),
}


def interest_of(contents: Contents, item: Item) -> str:
    """The interest behind a statement: as it is told of it, else of whoever has issued it.

    Empty for other kinds, and while neither an interest nor an issuer is named.
    """
    if item.kind != OFFICIAL_STATEMENT.name:
        return ""
    told = item.values.text("interest")
    if told:
        return told
    return issuers_interest(contents, issuers_of(item.values))


def issuers_of(values: Values) -> tuple[str, ...]:
    """The sources that have issued a statement; where none is named, the one that it comes from."""
    try:
        named = _ISSUERS.read(values) or ()
    except Unreadable:
        named = ()
    source = values.text("source")
    return named or ((source,) if source else ())


def issuers_interest(contents: Contents, issuers: Iterable[str]) -> str:
    """The interest of whichever of some sources has most at stake; empty where none of them is there."""
    found = (contents.get(Source, each) for each in issuers)
    named = {source_interest(each) for each in found if each is not None}
    known = next((each for each in _NEAREST if each in named), "")
    return known or min(named, default="")


def is_interested(contents: Contents, item: Item) -> bool:
    """Whether all that is known of who an item comes from has something at stake in the matter."""
    if item.kind == OFFICIAL_STATEMENT.name:
        return interest_of(contents, item) in INTERESTED
    found = (contents.get(Source, each) for each in source_ids(item))
    interests = {source_interest(each) for each in found if each is not None}
    return bool(interests) and interests <= INTERESTED


def source_interest(source: Source) -> str:
    """The interest of a source; unknown where nobody has told it."""
    return source.values.text("interest") or UNKNOWN


def interest_by_sources(contents: Contents, item: Item) -> str:
    """What the sources tell of the interest, where they know one and the statement tells another; else
    empty."""
    told = item.values.text("interest") if item.kind == OFFICIAL_STATEMENT.name else ""
    if not told:
        return ""
    theirs = issuers_interest(contents, issuers_of(item.values))
    return theirs if theirs not in ("", UNKNOWN, told) else ""


def interest_in_words(contents: Contents, item: Item) -> str:
    """The interest behind a statement, short enough for a row; both where it is told in two ways."""
    return interest_apart(contents, item) or in_words(interest_of(contents, item))


def interest_apart(contents: Contents, item: Item) -> str:
    """What the source tells and what the statement tells of the interest, where they differ; else empty."""
    theirs = interest_by_sources(contents, item)
    if not theirs:
        return ""
    here = in_words(item.values.text("interest"))
    return say("source: {interest}, here: {other}", interest=in_words(theirs), other=here)


def in_words(interest: str) -> str:
    """A stored interest in words; one of a newer version as it is."""
    return say(_WORDS[interest]) if interest in _WORDS else interest
