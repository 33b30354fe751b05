"""RO-Crate 1.2 (w3id.org/ro/crate/1.2): what the files of a folder are, as JSON-LD for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from casedb.model.json_value import JsonValue

FILE = "ro-crate-metadata.json"
VERSION = "https://w3id.org/ro/crate/1.2"


@dataclass(frozen=True, slots=True)
class CrateFile:
    """A file of the folder: its path there, what it is called, and what it is.

    `identifiers` are exhibit numbers, `description` says more of it where that is not empty.
    """

    path: str
    name: str
    media_type: str
    size: int
    sha256: str
    identifiers: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class Crate:
    """The folder as a whole; `main` is the path of the file that it is about.

    `published` is an ISO 8601 date or moment; `terms` says under which terms it may be used.
    """

    name: str
    identifier: str
    description: str
    published: str
    terms: str
    software: str
    main: str
    files: Sequence[CrateFile]


def write_crate(crate: Crate) -> bytes:
    """The metadata of a folder."""
    root: dict[str, JsonValue] = {
        "@id": "./",
        "@type": "Dataset",
        "name": crate.name,
        "identifier": crate.identifier,
        "description": crate.description,
        "datePublished": crate.published,
        "license": crate.terms,
        "mainEntity": {"@id": _id(crate.main)},
        "hasPart": [{"@id": _id(each.path)} for each in crate.files],
    }
    descriptor: dict[str, JsonValue] = {
        "@id": FILE,
        "@type": "CreativeWork",
        "about": {"@id": "./"},
        "conformsTo": {"@id": VERSION},
        "description": f"Written by {crate.software}",
    }
    graph = [descriptor, root, *(_described(each) for each in crate.files)]
    document = {"@context": f"{VERSION}/context", "@graph": graph}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _described(file: CrateFile) -> dict[str, JsonValue]:
    identifiers = list(file.identifiers)
    told: dict[str, JsonValue] = {
        "@id": _id(file.path),
        "@type": "File",
        "name": file.name,
        "encodingFormat": file.media_type,
        "contentSize": f"{file.size}",
        "sha256": file.sha256,
    }
    if identifiers:
        told["identifier"] = identifiers[0] if len(identifiers) == 1 else [*identifiers]
    if file.description:
        told["description"] = file.description
    return told


def _id(path: str) -> str:
    """A path as a relative reference."""
    return quote(path)
