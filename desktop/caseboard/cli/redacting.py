"""`caseboard redact`, and `caseboard export --redact`: what leaves a case without what must not."""

from __future__ import annotations

import argparse
import contextlib
import json
import shutil
from collections import Counter
from collections.abc import Callable, Generator
from pathlib import Path
from typing import cast

from caseboard.cli.saying import (
    clear_progress,
    complain,
    is_watched,
    open_to_note,
    open_to_read,
    show_part,
    tell,
)
from casedb import Case
from casedb.commands.redactions import add_profile, change_profile
from casedb.errors import ExportRefused
from casedb.exchange.output import finished
from casedb.intake.cage.cage import Cage
from casedb.model.json_value import JsonValue
from casedb.model.records import Record
from casedb.model.redaction import Profile, ProfileNotUnderstood, profile_of, read_profile
from casedb.model.values import Values
from casedb.redacted_copy import preview, redacted_case, save_redacted, search_output
from casedb.redacting import Redacted

MOST_BYTES = 10 << 20
"""Bytes of a file that holds a profile."""

_SHOWN = 120


def add_redact(parser: argparse.ArgumentParser) -> None:
    """Say what can be asked of a redaction."""
    parser.add_argument("path", type=Path, metavar="CASE", help="the case")
    parser.add_argument(
        "profile",
        nargs="?",
        metavar="PROFILE",
        help="what is left out: a profile of the case by its name, or a FILE.json; lists them if none",
    )
    parser.add_argument(
        "out", nargs="?", type=Path, metavar="OUT.caseboard", help="the redacted copy to be written"
    )
    parser.add_argument(
        "--preview", action="store_true", help="say what would be left out, and write nothing"
    )
    parser.add_argument(
        "--keep",
        metavar="NAME",
        help="keep the profile in the case under a name, for the next time",
    )
    parser.add_argument("--json", action="store_true", help="for machines")
    parser.set_defaults(command=redact_case)


def redact_case(chosen: argparse.Namespace) -> int:
    """Write a redacted copy of a case, say what it would leave out, or keep a profile."""
    named: str | None = chosen.profile
    out: Path | None = chosen.out
    if named is None:
        with open_to_read(chosen.path) as case:
            _list(case, as_json=chosen.json)
        return 0
    if out is None and not chosen.preview and chosen.keep is None:
        complain("Say where the copy is to be written, or ask for a --preview.")
        return 2
    if chosen.keep is not None:
        with open_to_note(chosen.path) as case:
            profile = profile_called(case, named)
            _keep(case, chosen.keep, profile)
            tell(f"Kept the profile “{chosen.keep.strip()}”")
    with open_to_read(chosen.path) as case, contextlib.closing(Cage()) as cage:
        profile = profile_called(case, named)
        if chosen.preview:
            _tell(preview(case, profile, cage), as_json=chosen.json)
        elif out is not None:
            made = save_redacted(case, profile, out, cage, _told())
            clear_progress()
            _tell(made, f"{out}", search_output(out, made).size, as_json=chosen.json)
    return 0


@contextlib.contextmanager
def redacted_for_export(case: Case, named: str) -> Generator[tuple[Case, Delivery]]:
    """A redacted copy of a case to export from, and what brings each export out of the private folder."""
    profile = profile_called(case, named)
    with (
        contextlib.closing(Cage()) as cage,
        redacted_case(case, profile, cage, told=_told()) as (copy, made, folder),
    ):
        clear_progress()
        yield copy, Delivery(made, folder)


class Delivery:
    """Exports of a redacted copy: written in private, searched, and only then brought out."""

    def __init__(self, made: Redacted, folder: Path) -> None:
        self._made = made
        self._folder = folder
        self._count = 0

    def room_for(self, path: Path) -> Path:
        """Where to write what is meant for a path."""
        self._count += 1
        room = self._folder / f"{self._count}"
        room.mkdir(mode=0o700)
        return room / path.name

    def looked_at(self, written: Path) -> int:
        """How many bytes of what was written were searched. Raises ExportRefused."""
        return search_output(written, self._made).size

    def bring_out(self, written: Path, path: Path) -> None:
        """Give a file the place that it was meant for. Raises ExportRefused."""
        with finished(path) as partial:
            shutil.copyfile(written, partial)


def profile_called(case: Case, named: str) -> Profile:
    """A profile of a case by its name, or one in a JSON file. Raises ExportRefused."""
    key = named.strip().casefold()
    try:
        for each in case.contents.redactions.values():
            if each.name.casefold() == key:
                return profile_of(each)
        if named.endswith(".json") or Path(named).is_file():
            return _read(Path(named))
    except ProfileNotUnderstood as trouble:
        raise ExportRefused(f"{trouble}") from trouble
    names = ", ".join(f"“{each.name}”" for each in case.contents.redactions.values())
    there = f"The case has {names}." if names else "The case has none yet."
    raise ExportRefused(f"There is no redaction profile “{named}”. {there}")


def _read(path: Path) -> Profile:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ExportRefused(f"“{path.name}” is too large for a redaction profile.")
        held = cast("object", json.loads(path.read_text("utf-8")))
    except OSError as trouble:
        raise ExportRefused(f"“{path.name}” could not be read: {trouble.strerror}.") from trouble
    except (ValueError, RecursionError) as trouble:
        raise ExportRefused(f"“{path.name}” is no JSON, so nothing was left out.") from trouble
    if not isinstance(held, dict):
        raise ExportRefused(f"“{path.name}” is no redaction profile: it holds no JSON object.")
    return read_profile(cast("dict[str, JsonValue]", held))


def _keep(case: Case, name: str, profile: Profile) -> None:
    key = name.strip().casefold()
    for each in case.contents.redactions.values():
        if each.name.casefold() == key:
            case.run(change_profile(case.contents, each.id, each.name, profile))
            return
    case.run(add_profile(case.contents, case.new_id, name, profile))


def _list(case: Case, *, as_json: bool) -> None:
    held = list(case.contents.redactions.values())
    if as_json:
        told = [{"name": each.name, **dict(each.values)} for each in held]
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for each in held:
        tell(each.name)
    if not held:
        tell("There is no redaction profile yet.")


def _told() -> Callable[[int, int], None] | None:
    if not is_watched():
        return None

    def told(done: int, of: int) -> None:
        show_part(done / max(1, of))

    return told


def _tell(made: Redacted, written: str = "", searched: int = 0, *, as_json: bool) -> None:
    counted = Counter(type(each).__name__.lower() for each in made.gone)
    fates = Counter(fate.value for fate in made.fates.values())
    if as_json:
        told: dict[str, JsonValue] = {
            "written": written,
            "searched_bytes": searched,
            "left_out": dict(sorted(counted.items())),
            "files": dict(sorted(fates.items())),
            "changed": [
                {
                    "record": each.record.id,
                    "field": each.field,
                    "before": each.before,
                    "after": each.after,
                }
                for each in made.taken
            ],
        }
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for name, count in sorted(counted.items()):
        tell(f"left out   {count:>6,}  {name}")
    for name, count in sorted(fates.items()):
        tell(f"files      {count:>6,}  {_OF_FILES[name]}")
    for each in made.taken:
        tell(
            f"{_named(each.record)} {each.field}: {_line(each.before)} → {_line(each.after) or '(nothing)'}"
        )
    if written:
        tell(
            f"Searched {searched:,} bytes for {len(made.names) + len(made.secrets):,} texts: none found"
        )
        tell(f"Wrote {written}")


_OF_FILES = {
    "kept": "as they came in",
    "drawn": "drawn anew",
    "left": "only their SHA-256",
}


def _named(record: Record) -> str:
    """What a record is called where lines tell of it: an exhibit number, a sort and the start of its id."""
    held = getattr(record, "values", None)
    exhibit = held.text("exhibit") if isinstance(held, Values) else ""
    return exhibit or f"{type(record).__name__.lower()} {record.id[:8]}"


def _line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
