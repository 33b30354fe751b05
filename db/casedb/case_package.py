"""Case packages: a case with all that belongs to it in a bag, for an archive, a court or an editor.

The payload holds a copy of the case, every original under a name that any system takes, a list of the
exhibits, the custody of their bytes and a description as an RO-Crate. Bytes that were expunged are listed
as that, and of those that failed it is said that they did. The same case gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from casedb.case import Case
from casedb.custody_log import Event
from casedb.disk import shown_name
from casedb.entries import Entry
from casedb.errors import ArtifactMissing, ExportRefused, NotSaved
from casedb.exchange.bagit.names import safe_name
from casedb.exchange.bagit.writing import Part, part_of_bytes, part_of_file, write_bag
from casedb.exchange.csv_table import write_csv
from casedb.exchange.output import not_written
from casedb.exchange.ro_crate import FILE as CRATE
from casedb.exchange.ro_crate import Crate, CrateFile, write_crate
from casedb.model.assessments import source_ids
from casedb.model.contents import Contents
from casedb.model.custody import is_expunged, tombstone_of
from casedb.model.discretion import hides_sources, is_protected
from casedb.model.file_names import name_as_given
from casedb.model.handling import Deed
from casedb.model.json_value import JsonValue
from casedb.model.marks import Form
from casedb.model.records import Artifact, Item
from casedb.words import say

CASE = "case.caseboard"
ORIGINALS = "originals"
EXHIBITS, EXHIBITS_JSON, CUSTODY = "exhibits.csv", "exhibits.json", "custody.jsonl"
CASE_TYPE = "application/vnd.sqlite3"
FORMAT = "caseboard-exhibits-1"
_LOOKED_AT = 0.2
"""Which part of the work is done when every original was read."""
_TERMS = (
    "No licence is granted with this package. Its files belong to whom they came from; ask whoever handed "
    "it over before you use or publish them."
)
_COLUMNS = (
    *("exhibit", "title", "sha256", "sha512", "size", "media_type", "name", "acquired"),
    *("source", "state", "expunged", "reason", "path"),
)


@dataclass(frozen=True, slots=True)
class Original:
    """A file of the case: its record, SHA-512 and state (`ok`, `expunged`, `missing` or `changed`).

    `path` is where it lies in the payload, empty where it does not; `acquired` when it came into the case
    (UTC, ISO 8601); `items` are those that have it, by exhibit number.
    """

    artifact: Artifact
    sha512: str
    state: str
    path: str
    acquired: str
    items: tuple[Item, ...]


def write_package(
    case: Case, path: Path, software: str, progress: Callable[[float], None] | None = None
) -> list[str]:
    """Write a case package as a folder, or as a ZIP file where the name ends so.

    `software` names the program and its version. What somebody should know of the package comes back, a
    sentence each. `progress` hears which part of the work is done, 0 to 1; what it raises ends it. Raises
    ExportRefused; then nothing is written.
    """
    tell = progress or _tell_nobody
    originals = originals_of(case, lambda part: tell(_LOOKED_AT * part))
    try:
        with tempfile.TemporaryDirectory(
            prefix=".caseboard-", dir=path.absolute().parent, ignore_cleanup_errors=True
        ) as aside:
            copy, table = Path(aside) / CASE, Path(aside) / EXHIBITS
            case.save_copy(copy)
            write_csv(table, _exhibits_as_rows(case.contents, originals))
            made = [part_of_file(CASE, copy), part_of_file(EXHIBITS, table)]
            _write(
                case,
                path,
                software,
                originals,
                made,
                lambda part: tell(_LOOKED_AT + (1 - _LOOKED_AT) * part),
            )
    except OSError as trouble:
        raise not_written(shown_name(path), trouble) from trouble
    except (NotSaved, ArtifactMissing) as trouble:
        raise ExportRefused(str(trouble)) from trouble
    return list(_remarks(case, originals))


def _tell_nobody(part: float) -> None:
    pass


def originals_of(case: Case, tell: Callable[[float], None] = _tell_nobody) -> list[Original]:
    """The files of a case in the order of their exhibit numbers; every byte of them is read."""
    whole = max(sum(each.size for each in case.contents.artifacts.values()), 1)
    done = 0

    def read(size: int) -> None:
        nonlocal done
        done += size
        tell(min(1.0, done / whole))

    acquired: dict[str, str] = {}
    for event in case.custody.events():
        if event.deed is Deed.ACQUIRED:
            acquired.setdefault(event.artifact, event.at)
    found = (
        _original(case, each, acquired.get(each.id, ""), read)
        for each in case.contents.artifacts.values()
    )
    return sorted(found, key=lambda each: (*_order(each.items[:1]), each.artifact.id))


def _original(
    case: Case, artifact: Artifact, acquired: str, read: Callable[[int], None]
) -> Original:
    contents = case.contents
    named = {each.item: contents.items[each.item] for each in contents.attachments_to(artifact.id)}
    items = tuple(sorted(named.values(), key=lambda each: _order((each,))))
    if is_expunged(artifact):
        return Original(artifact, "", "expunged", "", acquired, items)
    digests = hashlib.sha256(), hashlib.sha512()
    try:
        for piece in case.artifact_pieces(artifact.id):
            read(len(piece))
            for digest in digests:
                digest.update(piece)
    except ArtifactMissing:
        return Original(artifact, "", "missing", "", acquired, items)
    sha256, sha512 = (digest.hexdigest() for digest in digests)
    if sha256 != artifact.id:
        return Original(artifact, "", "changed", "", acquired, items)
    number = safe_name(items[0].values.text("exhibit"), 24) if items else ""
    parts = filter(None, (number, artifact.id[:12], safe_name(artifact.name)))
    path = f"{ORIGINALS}/{'_'.join(parts)}"
    return Original(artifact, sha512, "ok", path, acquired, items)


def _order(items: Sequence[Item]) -> tuple[bool, int, str]:
    """A key that sorts by exhibit number; what has none comes last."""
    if not items:
        return True, 0, ""
    number = items[0].values.text("exhibit")
    digits = "".join(filter(str.isdecimal, number))[-18:]
    return False, int(digits or 0), f"{number} {items[0].id}"


# -- what is in it -----------------------------------------------------------------------------


def _write(
    case: Case,
    path: Path,
    software: str,
    originals: Sequence[Original],
    made: Iterable[Part],
    tell: Callable[[float], None],
) -> None:
    contents, info = case.contents, case.contents.info
    title = info.title or "Case"
    newest = next(case.journal.entries(newest_first=True, limit=1), None)
    at = newest.at if newest is not None else ""
    parts = [
        *made,
        *(_part(case, each) for each in originals if each.path),
        part_of_bytes(EXHIBITS_JSON, _exhibits_as_json(case, title, at, originals)),
        part_of_bytes(CUSTODY, _custody(case)),
    ]
    crate = Crate(
        name=title,
        identifier=info.id,
        description=info.values.text("question") or f"The case “{title}” with its files",
        published=at,
        terms=_TERMS,
        software=software,
        main=CASE,
        files=_described(contents, originals, parts),
    )
    parts.append(part_of_bytes(CRATE, write_crate(crate)))
    elements = [
        ("Bag-Software-Agent", software),
        ("Bagging-Date", at[:10]),
        ("External-Identifier", info.id),
        ("External-Description", info.values.text("question")),
        ("Caseboard-Title", title),
        ("Caseboard-Journal-Entries", f"{case.journal.length}"),
        ("Caseboard-Journal-Head", case.journal.head),
        ("Caseboard-Journal-Date", at),
    ]
    write_bag(path, safe_name(title) or "case", parts, elements, tell)


def _part(case: Case, original: Original) -> Part:
    artifact = original.artifact
    return Part(original.path, artifact.size, lambda: case.artifact_pieces(artifact.id))


_LISTS = {
    CASE: (CASE_TYPE, "The case itself, for Caseboard or any program that reads SQLite"),
    EXHIBITS: ("text/csv", "The exhibits, as a table"),
    EXHIBITS_JSON: ("application/json", "The exhibits, for programs"),
    CUSTODY: ("application/x-ndjson", "What happened to the bytes of files, a line for each event"),
}


def _described(
    contents: Contents, originals: Sequence[Original], parts: Iterable[Part]
) -> list[CrateFile]:
    by_path = {each.path: each for each in originals}
    return [_crate_file(contents, each, by_path.get(each.path)) for each in parts]


def _crate_file(contents: Contents, part: Part, original: Original | None) -> CrateFile:
    if original is None:
        media_type, description = _LISTS[part.path]
        digest = hashlib.sha256()
        for piece in part.pieces():
            digest.update(piece)
        return CrateFile(
            part.path, part.path, media_type, part.size, digest.hexdigest(), (), description
        )
    artifact = original.artifact
    numbers = dict.fromkeys(each.values.text("exhibit") for each in original.items)
    sources = dict.fromkeys(_source(contents, each) for each in original.items)
    return CrateFile(
        part.path,
        next((each.title for each in original.items if each.title), artifact.name),
        artifact.media_type,
        artifact.size,
        artifact.id,
        tuple(filter(None, numbers)),
        ", ".join(f"Source: {each}" for each in sources if each),
    )


def _source(contents: Contents, item: Item) -> str:
    """Who an item comes from, as it may be said outside of the case."""
    sources = [contents.sources[each] for each in source_ids(item) if each in contents.sources]
    if sources and (hides_sources(item) or any(map(is_protected, sources))):
        return "Protected source"
    return ", ".join(each.name for each in sources if each.name)


def _rows(contents: Contents, originals: Iterable[Original]) -> Iterator[dict[str, JsonValue]]:
    """A row for each file of each item, and for each file that no item has."""
    for each in originals:
        artifact, tombstone = each.artifact, tombstone_of(each.artifact)
        for item in each.items or (None,):
            yield {
                "exhibit": item.values.text("exhibit") if item is not None else "",
                "title": item.title if item is not None else "",
                "sha256": artifact.id,
                "sha512": each.sha512,
                "size": artifact.size,
                "media_type": artifact.media_type,
                "name": name_as_given(artifact) or artifact.name,
                "acquired": each.acquired,
                "source": _source(contents, item) if item is not None else "",
                "state": each.state,
                "expunged": tombstone.at if tombstone is not None else "",
                "reason": tombstone.reason if tombstone is not None else "",
                "path": f"data/{each.path}" if each.path else "",
            }


def _exhibits_as_rows(
    contents: Contents, originals: Iterable[Original]
) -> Iterator[list[str | int]]:
    yield [*_COLUMNS]
    for row in _rows(contents, originals):
        yield [_cell(each) for each in row.values()]


def _cell(value: JsonValue) -> str | int:
    return value if isinstance(value, int) else str(value)


def _exhibits_as_json(case: Case, title: str, at: str, originals: Iterable[Original]) -> bytes:
    return _json(
        {
            "format": FORMAT,
            "case": {"id": case.contents.info.id, "title": title},
            "journal": {"entries": case.journal.length, "head": case.journal.head, "at": at},
            "exhibits": list(_rows(case.contents, originals)),
        }
    )


def _json(value: JsonValue) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _custody(case: Case) -> bytes:
    lines = (
        json.dumps(_event(case.journal.entry(each.seq), each), ensure_ascii=False)
        for each in case.custody.events()
    )
    return "".join(f"{line}\n" for line in lines).encode()


def _event(entry: Entry, event: Event) -> dict[str, JsonValue]:
    """An event without a word of any language, with the hash of its entry in the journal."""
    told = entry.told
    held: dict[str, JsonValue] = {
        "number": event.seq,
        "at": event.at,
        "actor": event.actor,
        "event": event.deed.value,
        "artifact": event.artifact,
        "artifacts": "every" if told is not None and told.every else "",
        "fault": event.fault.value if event.fault is not None else "",
        "reason": event.note if event.deed is Deed.EXPUNGED else "",
        "way": told.way.value if told is not None and told.way is not None else "",
        "form": told.form if told is not None else "",
        "entry": entry.hash,
    }
    if told is not None and not event.artifact and not told.every:
        held["artifacts"] = list(told.artifacts)
    return {name: value for name, value in held.items() if value or name in ("number", "actor")}


def _remarks(case: Case, originals: Iterable[Original]) -> Iterator[str]:
    """What somebody should know before the package is handed on."""
    contents = case.contents
    states = Counter(each.state for each in originals)
    if n := states["expunged"]:
        yield say(
            "{n} file was expunged: it is listed, and its bytes are not in the package.",
            "{n} files were expunged: they are listed, and their bytes are not in the package.",
            n=n,
        )
    if n := states["missing"] + states["changed"]:
        yield say(
            "{n} file is listed and not in the package: its bytes are missing, or not those that came in.",
            "{n} files are listed and not in the package: their bytes are missing, or not those that came "
            "in.",
            n=n,
        )
    if n := sum(map(is_protected, contents.sources.values())):
        yield say(
            "The copy of the case in the package names {n} protected source, which the lists beside it do "
            "not. Hand it to nobody who must not know.",
            "The copy of the case in the package names {n} protected sources, which the lists beside it do "
            "not. Hand it to nobody who must not know.",
            n=n,
        )
    blurred = {
        each.artifact
        for each in contents.annotations.values()
        if each.values.text("form") == Form.BLUR.value
    }
    if n := len(blurred):
        yield say(
            "{n} file with blurred parts is in the package as it came, with nothing blurred.",
            "{n} files with blurred parts are in the package as they came, with nothing blurred.",
            n=n,
        )
