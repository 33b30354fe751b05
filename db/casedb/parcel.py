"""Parcels: a clip as bytes, with those of its files, for the clipboard.

    caseboard-parcel-1, a line break, the length of the document in 8 bytes (the highest first), the
    document (JSON in UTF-8: the case, the rows of every table, the files in order with their sizes),
    then the bytes of these files, one after the other.

A parcel may come from anybody. Nothing in it is believed before it has been looked at, and there are
bounds on everything; bytes are named by what they are, whatever the parcel says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import NoReturn, cast

from casedb.errors import CaseError, IntakeRefused
from casedb.intake.offer import Opener, offer_bytes
from casedb.model.clip import CLIPPED, Clip
from casedb.model.file_names import clean_name
from casedb.model.json_value import JsonValue
from casedb.model.records import Artifact, Card, Record
from casedb.store.rows import CODECS, RowNotUnderstood
from casedb.words import say, term

HEAD = b"caseboard-parcel-1\n"
MOST_CARDS = 5_000
MOST_RECORDS = 100_000
LARGEST_DOCUMENT = 64 << 20
MOST_FILE_BYTES = 64 << 20
"""Bytes of files that a parcel carries; what is beyond is left behind, the largest first."""

_LENGTH = 8
_ID = re.compile(r"[A-Za-z0-9._:/-]{1,100}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_DAMAGED = term("What is on the clipboard is damaged or of a newer version, so nothing was pasted.")


@dataclass(frozen=True, slots=True)
class Parcel:
    """A clip that was unpacked, with how to read the bytes of the files that came along."""

    clip: Clip
    bytes_of: Mapping[str, Opener]


def pack(clip: Clip, read: Callable[[str], bytes]) -> bytes:
    """A clip as bytes, with those of its artifacts as far as there is room for them.

    `read` gives the bytes of an artifact; those that cannot be read stay behind. Raises
    IntakeRefused where there are too many cards, or too much is said on them.
    """
    cards = len(clip.of(Card))
    if cards > MOST_CARDS:
        raise IntakeRefused(
            say(
                "{cards} cards are too many to be copied at once; {most_cards} can be. Save a Copy "
                "takes all of them along.",
                cards=cards,
                most_cards=MOST_CARDS,
            )
        )
    files = _fitting(clip.of(Artifact), read)
    document: dict[str, object] = {
        "case": clip.case,
        "tables": {
            CODECS[of].table: [CODECS[of].row(each) for each in clip.of(of)] for of in CLIPPED
        },
        "files": [[name, len(data)] for name, data in files.items()],
    }
    told = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    if len(told) > LARGEST_DOCUMENT:
        raise IntakeRefused(
            say("What is selected says too much to be copied at once. Copy fewer cards.")
        )
    return b"".join((HEAD, len(told).to_bytes(_LENGTH), told, *files.values()))


def _fitting(artifacts: list[Artifact], read: Callable[[str], bytes]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    left = MOST_FILE_BYTES
    for artifact in sorted(artifacts, key=lambda each: (each.size, each.id)):
        if artifact.size > left:
            break
        try:
            data = read(artifact.id)
        except CaseError:
            # It is missing here as well; whoever pastes is told that it did not come along.
            continue
        if len(data) <= left:
            found[artifact.id] = data
            left -= len(data)
    return found


def unpack(data: bytes) -> Parcel:
    """What is in a parcel. Raises IntakeRefused where it is not as it should be."""
    try:
        return _unpacked(data)
    except (ValueError, TypeError, KeyError, RecursionError, RowNotUnderstood) as trouble:
        raise IntakeRefused(say(_DAMAGED)) from trouble


def _unpacked(data: bytes) -> Parcel:
    start = len(HEAD) + _LENGTH
    length = int.from_bytes(data[len(HEAD) : start])
    whole = LARGEST_DOCUMENT + MOST_FILE_BYTES + start
    if not data.startswith(HEAD) or length > LARGEST_DOCUMENT or len(data) > whole:
        raise ValueError("no parcel, or too large")
    document = _object(
        json.loads(data[start : start + length].decode(), parse_constant=_refuse_constant)
    )
    # Half a character could be read and not written.
    json.dumps(document, ensure_ascii=False).encode()
    if document.keys() != {"case", "tables", "files"}:
        raise ValueError("other parts than those of a parcel")
    bytes_of, found = _files(document["files"], data[start + length :])
    records = _records(_object(document["tables"]), found)
    return Parcel(Clip(_id(document["case"]), tuple(records)), bytes_of)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _object(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise TypeError("an object was expected")
    return cast("dict[str, object]", value)


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError("a list was expected")
    return cast("list[object]", value)


def _id(value: object) -> str:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise ValueError("an id was expected")
    return value


def _files(told: object, data: bytes) -> tuple[dict[str, Opener], dict[str, Artifact]]:
    """How to read each file, and what its bytes say that it is."""
    openers: dict[str, Opener] = {}
    found: dict[str, Artifact] = {}
    at = 0
    for each in _list(told):
        name, size = _list(each)
        if not isinstance(name, str) or not _SHA256.fullmatch(name) or name in openers:
            raise ValueError("a file is named by its SHA-256, once")
        if not isinstance(size, int) or isinstance(size, bool) or not 0 <= size <= len(data) - at:
            raise ValueError("a file is not all there")
        offer = offer_bytes(data[at : at + size], name)
        if offer.artifact.id != name:
            raise ValueError("a file is not what its name says")
        openers[name], found[name] = offer.open, offer.artifact
        at += size
    if at != len(data):
        raise ValueError("more bytes than were told of")
    return openers, found


def _records(tables: dict[str, object], found: Mapping[str, Artifact]) -> list[Record]:
    codecs = {CODECS[of].table: CODECS[of] for of in CLIPPED}
    if tables.keys() - codecs.keys():
        raise ValueError("a table that no parcel has")
    records: list[Record] = []
    seen: set[tuple[str, str]] = set()
    for name, codec in codecs.items():
        for row in _list(tables.get(name, [])):
            record = codec.from_row(cast("dict[str, JsonValue]", _object(row)))
            if (name, _id(record.id)) in seen or len(records) >= MOST_RECORDS:
                raise ValueError("a record that is there twice, or too many of them")
            seen.add((name, record.id))
            records.append(_named_by_bytes(record, found))
    return records


def _named_by_bytes(record: Record, found: Mapping[str, Artifact]) -> Record:
    """An artifact with the size and sort that its bytes have."""
    if not isinstance(record, Artifact):
        return record
    if not _SHA256.fullmatch(record.id):
        raise ValueError("an artifact is named by its SHA-256")
    name = clean_name(record.name)
    told = found.get(record.id)
    if told is None:
        return replace(record, name=name)
    return replace(record, size=told.size, media_type=told.media_type, name=name)
