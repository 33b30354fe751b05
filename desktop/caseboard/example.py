"""The example case, built from the source that ships with the program."""

from __future__ import annotations

from pathlib import Path

import caseboard_assets
from casedb.building import build_case
from casedb.exchange.case_source import load_source
from casedb.store.home import Home

FOLDER = "example"
TEXTS = (
    "case.toml",
    "sources.toml",
    "claims.toml",
    "evidence.toml",
    "events.toml",
    "notes.toml",
    "links.toml",
    "assessments.toml",
    "boards.toml",
)
FILES = ("deliveries.png", "fragment.png")


def write_example(path: Path, actor: str = "Caseboard", home: Home | None = None) -> None:
    """Build the example case under a name that is free.

    Raises CannotOpen where something lies there already or the file cannot be made.
    """
    texts = {name: caseboard_assets.read_text(FOLDER, name) for name in TEXTS}
    files = {name: caseboard_assets.read_bytes(FOLDER, name) for name in FILES}
    build_case(load_source(texts, files), path, actor, home)
