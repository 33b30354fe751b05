"""What whoever has issued a statement has at stake, in a word that stands wherever it is shown."""

from __future__ import annotations

from casedb.model.assessments import source_ids
from casedb.model.contents import Contents
from casedb.model.kinds.official_statement import INTEREST, OFFICIAL_STATEMENT
from casedb.model.records import Item, Source
from casedb.words import say, term

UNKNOWN = "unknown"
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
    issuers = [contents.get(Source, each) for each in source_ids(item)]
    named = {each.values.text("interest") or UNKNOWN for each in issuers if each is not None}
    return next((each for each in _NEAREST if each in named), "")


def interest_in_words(contents: Contents, item: Item) -> str:
    """The same in words, short enough for a card; empty where there is none to tell."""
    found = interest_of(contents, item)
    if not found:
        return ""
    known = any(each.value == found for each in INTEREST)
    return say(_WORDS[found]) if known else found
