"""What a source is called."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from casedb.model.records import Source


def names_of(source: Source) -> tuple[str, ...]:
    """Its name, which may be empty, and then its aliases; what is no text among these is left out."""
    held = source.values.get("aliases")
    if isinstance(held, str) or not isinstance(held, Sequence):
        return (source.name,)
    aliases = (each for each in cast("Sequence[object]", held) if isinstance(each, str))
    return (source.name, *aliases)
