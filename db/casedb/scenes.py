"""Satellite images that a file describes, found among files that could come into a case."""

from __future__ import annotations

from casedb.exchange.stac import LARGEST, StacItem, read_stac
from casedb.intake.offer import Offer

_ENDINGS = (".json", ".geojson", ".stac")


def scene_in(offer: Offer) -> StacItem | None:
    """The satellite image that a file describes; None for one that describes none.

    Raises IntakeRefused for a file that says that it is a STAC item and cannot be read as one, and
    OSError where it has gone.
    """
    artifact = offer.artifact
    is_json = artifact.media_type == "application/json"
    if not is_json and not artifact.name.lower().endswith(_ENDINGS):
        return None
    with offer.open() as stream:
        return read_stac(stream.read(LARGEST + 1))
