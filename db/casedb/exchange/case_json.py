"""The whole case as one JSON document: every record by table, for other programs to read."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from casedb.exchange.output import finished
from casedb.model.json_value import JsonValue

FORMAT = "caseboard-json-1"


def write_json(
    tables: Mapping[str, Sequence[Mapping[str, JsonValue]]], path: Path, hidden: int = 0
) -> None:
    """Write the rows of every table; the bytes of artifacts are not in it. Raises ExportRefused.

    `hidden` is how many protected sources are in it without their names, which the document then says.
    """
    said = {"protected_sources_without_names": hidden} if hidden else {}
    document = {"format": FORMAT, **said, **{name: list(rows) for name, rows in tables.items()}}
    with finished(path, check=_is_json) as partial:
        partial.write_text(
            json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8"
        )


def _is_json(path: Path) -> None:
    json.loads(path.read_text(encoding="utf-8"))
