"""Looking into an offered file: what a picture says of itself, and whether it can be drawn."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from casedb.intake.cage.cage import MOST_BYTES, Cage, PictureRefused
from casedb.intake.media_types import UNKNOWN, media_type
from casedb.intake.offer import Offer
from casedb.model.captures import CAPTURES
from casedb.model.custody import CLEARED, METADATA
from casedb.model.drawable import may_be_drawn
from casedb.model.json_value import JsonValue
from casedb.model.records import Artifact
from casedb.model.values import Values
from casedb.words import say, term

_TRIED = 128
"""The width in pixels of the picture that is made to see whether one can be made."""


CUT = term(
    "The file is cut short, so a part of the picture is missing. It is kept as it is, and what is there "
    "is shown."
)

_NO_FAULT = frozenset({"huge", "large", "slow", "heic", "avif"})
"""Why there is no picture of a file with which nothing is wrong."""


class Examined(NamedTuple):
    """An offer with its metadata among the values of its artifact; `fault` is what is wrong with its
    picture, `remark` what there is to know of it where nothing is wrong."""

    offer: Offer
    fault: str = ""
    remark: str = ""


def examine(offer: Offer, cage: Cage, *, draws: bool = True) -> Examined:
    """Look into an offer.

    Where it `draws`, a small picture is made as well, to see whether one can be. What nobody takes for
    a picture, and what is too large to be looked at, comes back as it is, as does what cannot be read
    any more.
    """
    artifact = offer.artifact
    if artifact.media_type in CAPTURES and artifact.size <= MOST_BYTES:
        return _told_by_page(offer, cage)
    if not _should_be_picture(artifact) or artifact.size > MOST_BYTES:
        return Examined(offer)
    try:
        return _examined(offer, cage, draws=draws)
    except OSError:
        # Taking it in will say so.
        return Examined(offer)


def _told_by_page(offer: Offer, cage: Cage) -> Examined:
    """An offer of a saved page with what that says of itself; a damaged one comes back as it is."""
    artifact = offer.artifact
    try:
        with offer.open() as stream:
            facts = cage.look(stream.read(artifact.size), artifact.media_type)
    except (PictureRefused, OSError):
        return Examined(offer)
    if not facts.get("tags"):
        return Examined(offer)
    known = replace(artifact, values=Values({**artifact.values, METADATA: facts}))
    return Examined(replace(offer, artifact=known))


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


def _examined(offer: Offer, cage: Cage, *, draws: bool) -> Examined:
    artifact = offer.artifact
    with offer.open() as stream:
        data = stream.read(artifact.size)
    try:
        facts = cage.look(data)
    except PictureRefused as trouble:
        if trouble.why == "damaged" and not may_be_drawn(artifact.media_type):
            told = say(
                "It is named like a picture, and its bytes are none that is known here ({media_type}). It is "
                "kept as it is.",
                media_type=artifact.media_type,
            )
            return Examined(offer, fault=told)
        return _refused(offer, trouble)
    known = replace(artifact, values=Values({**artifact.values, METADATA: facts}))
    offer = replace(offer, artifact=known)
    try:
        if draws and cage.thumbnail(data, _TRIED).is_cut:
            return Examined(offer, remark=say(CUT))
    except PictureRefused as trouble:
        return _refused(offer, trouble)
    return Examined(offer)


def _refused(offer: Offer, trouble: PictureRefused) -> Examined:
    if trouble.why in _NO_FAULT:
        return Examined(offer, remark=str(trouble))
    return Examined(offer, fault=str(trouble))
