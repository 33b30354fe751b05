"""Whom a source belongs to: the chain of owners above it, which never closes to a ring.

A file may hold a ring all the same, from another program: then every walk ends where it would begin
anew, and nothing hangs.
"""

from __future__ import annotations

from collections.abc import Iterator

from casedb.model.contents import Contents
from casedb.model.records import Source


def owner_of(contents: Contents, source: Source) -> Source | None:
    """The source that owns this one, where it is in the case and another."""
    owner = contents.get(Source, source.values.text("owner"))
    return owner if owner is not None and owner.id != source.id else None


def owners_of(contents: Contents, source: Source) -> Iterator[Source]:
    """Whoever owns a source, nearest first, each once and never the source itself."""
    passed = {source.id}
    above = owner_of(contents, source)
    while above is not None and above.id not in passed:
        yield above
        passed.add(above.id)
        above = owner_of(contents, above)


def topmost(contents: Contents, source: Source) -> Source:
    """The last of the chain of owners, or the source itself; of a ring, its first by id."""
    chain = [source, *owners_of(contents, source)]
    last = owner_of(contents, chain[-1])
    if last is None:
        return chain[-1]
    ring = chain[chain.index(last) :]
    return min(ring, key=lambda each: each.id)


def closes_ring(contents: Contents, source_id: str, owner_id: str) -> bool:
    """Whether a source would own itself, by way of others or at once, with this owner."""
    if source_id == owner_id:
        return True
    owner = contents.get(Source, owner_id)
    return owner is not None and any(each.id == source_id for each in owners_of(contents, owner))
