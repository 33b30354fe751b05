"""What is said of a source that must not be named.

A name that is protected is shown where a source is worked on, in the inspector, and in the case file
itself, which holds everything. On cards, in lists, in the journal and in every picture that is made of a
board, another person may be looking: there it is said that the source is protected, and nothing else of
it. From what leaves the case in another form, by the clipboard or as JSON, its name is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from casedb.model.records import Item, Source
from casedb.model.values import Values
from casedb.words import say, term

VEILED = term("not shown while somebody grades blind")
"""What stands in the place of a grade then."""
PROTECTED = "protected"
"""The field of a source that says so."""
KEPT = ("source_type", "interest")
"""What may be told of a source that must not be named."""
OF_ITEM = "protected_source"
"""The sensitivity of an item that would give its source away."""


def is_protected(source: Source) -> bool:
    """Whether a source must not be named."""
    return source.values.get(PROTECTED) is True


def hides_sources(item: Item) -> bool:
    """Whether naming any source of an item would give somebody away."""
    flags = item.values.get("sensitivity")
    if isinstance(flags, str) or not isinstance(flags, Sequence):
        return False
    return OF_ITEM in cast("Sequence[object]", flags)


def no_name() -> str:
    """What stands in the place of a name that is protected."""
    return say("Protected source")


def without_names(source: Source) -> Source:
    """A source as it leaves the case: of one that is protected nothing but that, what sort it is and what
    it has at stake."""
    if not is_protected(source):
        return source
    kept = {name: source.values.get(name) for name in KEPT}
    return replace(source, values=Values({PROTECTED: True, **kept}))


def public_name(source: Source) -> str:
    """The name of a source where others may be looking."""
    return no_name() if is_protected(source) else source.name
