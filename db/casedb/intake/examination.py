"""Looking into an offered file: what a picture says of itself, and whether it can be drawn."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from dataclasses import replace

from casedb.intake.cage.cage import MOST_BYTES, Cage, PictureRefused
from casedb.intake.media_types import UNKNOWN, media_type
from casedb.intake.offer import Offer
from casedb.model.custody import CLEARED, METADATA
from casedb.model.drawable import may_be_drawn
from casedb.model.json_value import JsonValue
from casedb.model.records import Artifact
from casedb.model.values import Values

_TRIED = 128
"""The width in pixels of the picture that is made to see whether one can be made."""


def examine(offer: Offer, cage: Cage, *, draws: bool = True) -> tuple[Offer, str]:
    """The offer with its metadata among the values of its artifact, and what is wrong with its picture.

    Where it `draws`, a small picture is made as well, to see whether one can be. What nobody takes for
    a picture, and what is too large to be looked at, comes back as it is, as does what cannot be read
    any more.
    """
    artifact = offer.artifact
    if not _should_be_picture(artifact) or artifact.size > MOST_BYTES:
        return offer, ""
    try:
        return _examined(offer, cage, draws=draws)
    except OSError:
        # Taking it in will say so.
        return offer, ""


def metadata_of(artifact: Artifact) -> Mapping[str, JsonValue] | None:
    """What the bytes of an artifact say of themselves, or None where nobody has looked."""
    held = artifact.values.get(METADATA)
    return held if isinstance(held, Mapping) and held != CLEARED else None


def _should_be_picture(artifact: Artifact) -> bool:
    """Whether somebody expects to see it: by its content, or else by its name alone."""
    named, _ = mimetypes.guess_type(artifact.name)
    is_other = artifact.media_type not in (UNKNOWN, media_type(b""), "text/plain")
    return may_be_drawn(artifact.media_type) or (
        not is_other and named is not None and may_be_drawn(named)
    )


def _examined(offer: Offer, cage: Cage, *, draws: bool) -> tuple[Offer, str]:
    artifact = offer.artifact
    with offer.open() as stream:
        data = stream.read(MOST_BYTES + 1)
    try:
        facts = cage.look(data)
    except PictureRefused as trouble:
        return offer, str(trouble)
    known = replace(artifact, values=Values({**artifact.values, METADATA: facts}))
    offer = replace(offer, artifact=known)
    try:
        if draws:
            cage.thumbnail(data, _TRIED)
    except PictureRefused as trouble:
        return offer, str(trouble)
    return offer, ""
