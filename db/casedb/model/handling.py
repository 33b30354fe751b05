"""What an entry of the journal tells of files when nothing in the case changes.

That bytes were checked, went out, or that a redacted copy was made of them, is no edit of a record.
Such an entry has no row edits; it tells what was done, and of which artifacts, by their SHA-256. It
names no content of the case: what it tells is bound by the chain of hashes and must survive redaction.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from casedb.model.json_value import JsonValue

KEY = "told"
"""Under which it stands in the body of an entry."""


class Deed(StrEnum):
    """What happened to the bytes of a file."""

    ACQUIRED = "acquired"
    HASHED = "hashed"
    CHECKED = "checked"
    EXPORTED = "exported"
    RESTORED = "restored"
    REDACTED = "redacted"
    UNREDACTED = "unredacted"
    """What was hidden of it is shown again."""
    REMOVED = "removed"
    EXPUNGED = "expunged"
    UNKNOWN = "unknown"


class Fault(StrEnum):
    """What is wrong with the bytes of a file that was checked."""

    CHANGED = "changed"
    UNREADABLE = "unreadable"
    MISSING = "missing"
    RETURNED = "returned"
    """The bytes are there, though they were expunged."""


class Way(StrEnum):
    """As what bytes went out."""

    ORIGINAL = "original"
    DRAGGED = "dragged"
    BOARD = "board"
    COPY = "copy"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Handling:
    """What was done to the bytes of some artifacts.

    It was done to `artifacts`, or to `every` artifact that the case had after entry `as_of`. A check
    tells which `failed` and why, how many `findings` it had in all, also about other things than
    files, and the `head` of the journal as of then. An export tells in which `way`, of which `board`
    (its id) and in which `form`. What is restored are bytes that were damaged in the file, by those of an
    original. A redaction tells which artifact was `made`.
    """

    deed: Deed
    artifacts: tuple[str, ...] = ()
    every: bool = False
    as_of: int = 0
    head: str = ""
    failed: tuple[tuple[str, Fault], ...] = ()
    findings: int = 0
    way: Way | None = None
    board: str = ""
    form: str = ""
    made: str = ""

    def fault_of(self, artifact: str) -> Fault | None:
        """What was wrong with an artifact; None where nothing was."""
        return next((fault for name, fault in self.failed if name == artifact), None)


def as_json(handling: Handling) -> dict[str, JsonValue]:
    """A handling as it stands in the body of an entry; what is empty is left out."""
    held: dict[str, JsonValue] = {
        "deed": handling.deed.value,
        "files": "every" if handling.every else list(handling.artifacts),
        "as_of": handling.as_of,
        "head": handling.head,
        "failed": {name: fault.value for name, fault in handling.failed},
        "findings": handling.findings,
        "way": handling.way.value if handling.way is not None else "",
        "board": handling.board,
        "form": handling.form,
        "made": handling.made,
    }
    return {name: value for name, value in held.items() if value or name in ("deed", "files")}


def read_handling(value: object) -> Handling:
    """A handling from the body of an entry; one of a newer version is of an unknown deed."""
    held = _mapping(value)
    files = held.get("files")
    way = _text(held.get("way"))
    try:
        return Handling(
            deed=Deed(_text(held.get("deed"))),
            artifacts=_texts(files),
            every=files == "every",
            as_of=_whole(held.get("as_of")),
            head=_text(held.get("head")),
            failed=tuple(
                (name, Fault(_text(fault))) for name, fault in _mapping(held.get("failed")).items()
            ),
            findings=_whole(held.get("findings")),
            way=(Way(way) if way in set(Way) else Way.UNKNOWN) if way else None,
            board=_text(held.get("board")),
            form=_text(held.get("form")),
            made=_text(held.get("made")),
        )
    except ValueError:
        return Handling(Deed.UNKNOWN)


def _mapping(value: object) -> Mapping[str, object]:
    return cast("Mapping[str, object]", value) if isinstance(value, Mapping) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...]:
    listed = cast("list[object]", value) if isinstance(value, list) else []
    return tuple(each for each in listed if isinstance(each, str))


def _whole(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
