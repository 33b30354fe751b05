"""How many pages a file has, as its metadata tell, in numbers and in words."""

from __future__ import annotations

from collections.abc import Mapping

from casedb.model.custody import METADATA
from casedb.model.json_value import JsonValue
from casedb.model.records import Artifact
from casedb.words import say

_ONE_PICTURE = frozenset({"TIFF", "MPO"})
"""Formats whose further pictures are pages, or small ones and layers of the first."""


def pages_of(artifact: Artifact) -> int:
    """The pages of a document or a TIFF; 1 of all else, and where nobody has looked."""
    return _number(artifact, "pages")


def pages_in_words(artifact: Artifact) -> str:
    """How many pages or pictures there are; empty where there is one.

    >>> from casedb.model.values import Values
    >>> file = Artifact("0" * 64, 5, "image/gif", "a.gif")
    >>> told = Values({METADATA: {"format": "GIF", "frames": 4}})
    >>> from dataclasses import replace
    >>> pages_in_words(replace(file, values=told)), pages_in_words(file)
    ('4 pictures', '')
    """
    pages, pictures = pages_of(artifact), _number(artifact, "frames")
    if pages > 1:
        return say("{n} page", "{n} pages", n=pages)
    if pictures > 1 and _facts(artifact).get("format") not in _ONE_PICTURE:
        return say("{n} picture", "{n} pictures", n=pictures)
    return ""


def _number(artifact: Artifact, name: str) -> int:
    told = _facts(artifact).get(name)
    return told if isinstance(told, int) and told > 0 else 1


def _facts(artifact: Artifact) -> Mapping[str, JsonValue]:
    held = artifact.values.get(METADATA)
    return held if isinstance(held, Mapping) else {}
