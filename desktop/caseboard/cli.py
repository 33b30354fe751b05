"""The command line: everything here works with no display.

    caseboard [FILE]                     open the window
    caseboard new PATH [--title T]       make an empty case
    caseboard example PATH               write the example case
    caseboard info PATH [--json]         what a case holds
    caseboard import CASE FILE ...       take in files and folders, with a report
    caseboard export PATH --png OUT ...  draw a board
    caseboard verify PATH [--note] [--rebuild-search] [--json]
                                         recompute every hash
    caseboard log PATH [--item ID | --artifact SHA256 | --custody] [--json]
                                         the journal, what was done to one thing, or to files
    caseboard expunge PATH SHA256 --reason R
                                         let the bytes of a file go, for a reason that stays
    caseboard check PATH [--json]        the sun of every satellite image

Exit codes: 0 done, 1 it could not be done (`verify`: something was found), 2 the words of the call
are not understood (`verify`: the file cannot be read), 3 the answer could not be written, 4 `verify`
found everything sound and could not do what was asked for besides. Sentences about trouble go to
standard error.
"""

from __future__ import annotations

import argparse
import difflib
import io
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path

from caseboard import __version__
from caseboard.dragged import forget_dragged
from caseboard.image_checks import describe_check, lines_of_checks
from casedb import Case, CaseError
from casedb.analysis.satellite_check import check_image
from casedb.custody import plain_sha256
from casedb.custody_log import Event, deed_in_words, note_report
from casedb.delivery import Row, deliver
from casedb.errors import ExportRefused, InvalidChange
from casedb.intake.cage.cage import Cage
from casedb.model.handling import Deed
from casedb.model.json_value import JsonValue
from casedb.model.records import Board
from casedb.model.visible_text import visible
from casedb.report import DERIVED, Report, as_json, counts_in_words, state_in_words
from casedb.story import RecordChange, changes_of, ids_about
from casedb.verification import verify

COMMANDS = ("new", "example", "info", "import", "export", "verify", "log", "expunge", "check")
FORMS = ("png", "pdf", "svg")
ACTOR = "command line"


def main(arguments: Sequence[str]) -> int:
    """Carry out one command; the exit code comes back."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Titles and paths may hold signs that the system's own encoding cannot say.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    parser = build_parser()
    chosen = parser.parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = chosen.command
    try:
        code = command(chosen)
        # Here and not on the way out: whoever was reading may have gone.
        sys.stdout.flush()
        return code
    except CaseError as trouble:
        complain(str(trouble))
        return 1
    except BrokenPipeError:
        # Whoever was reading has gone; that is no trouble of ours.
        _stop_writing()
        return 0
    except OSError as trouble:
        _stop_writing()
        complain(f"What was to be said could not be written: {trouble.strerror}.")
        return 3


def _stop_writing() -> None:
    # Else Python tries once more on its way out, and says so.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def fault_of(words: Sequence[str]) -> str:
    """Why these words cannot name the case to open in the window; empty where they can."""
    word = words[0] if words else ""
    is_plain_word = bool(word) and Path(word).name == word and not Path(word).suffix
    if is_plain_word and not Path(word).exists():
        near = difflib.get_close_matches(word, set(COMMANDS) - {word}, n=1)
        hint = f"Did you mean “{near[0]}”?" if near else f"The commands are: {', '.join(COMMANDS)}."
        return f"“{word}” is neither a file here nor a command. {hint}"
    if len(words) > 1:
        return f"The window opens one case at a time; “{words[1]}” is one word too many."
    return ""


def tell(line: str) -> None:
    """Print a line for people; what a case holds shall not steer the terminal."""
    print(visible(line))


def complain(sentence: str) -> None:
    """Say a sentence about trouble, on standard error."""
    print(f"caseboard: {visible(sentence)}", file=sys.stderr)


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="caseboard",
        description="An evidence board. With no command, opens the window (on FILE if one is given).",
        usage="caseboard [FILE]\n       caseboard COMMAND ...",
    )
    parser.add_argument("--version", action="version", version=f"Caseboard {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", prog="caseboard", title="commands")

    new = commands.add_parser("new", help="make an empty case")
    _on_a_file(new)
    new.add_argument("--title", default="", help="what the case is called; its file's name if none")
    new.set_defaults(command=make_new)

    example = commands.add_parser("example", help="write the example case")
    _on_a_file(example).set_defaults(command=make_example)

    info = commands.add_parser("info", help="say what a case holds")
    _reading(info).set_defaults(command=tell_info)

    take = commands.add_parser("import", help="take in files and folders, with a report")
    take.add_argument("path", type=_path, metavar="CASE", help="the case")
    take.add_argument(
        "files", type=_path, nargs="+", metavar="FILE_OR_FOLDER", help="what comes in"
    )
    take.add_argument("--json", action="store_true", help="for machines")
    take.set_defaults(command=import_files)

    export = commands.add_parser("export", help="draw a board as PNG, PDF or SVG")
    _on_a_file(export)
    for kind in FORMS:
        export.add_argument(
            f"--{kind}", type=_path, metavar="OUT", help=f"write the board as {kind.upper()}"
        )
    export.add_argument("--board", metavar="NAME", help="which board; the first unless named")
    export.add_argument(
        "--scale", type=float, default=2.0, metavar="N", help="pixels per unit in a PNG, 1 to 4 (2)"
    )
    export.set_defaults(command=export_board)

    check = commands.add_parser("verify", help="recompute the journal and every hash")
    _reading(check).set_defaults(command=verify_case)
    check.add_argument(
        "--note", action="store_true", help="note in the journal that every file was checked"
    )
    check.add_argument(
        "--rebuild-search",
        action="store_true",
        help="make the search index anew, which is derived from the case",
    )

    log = commands.add_parser("log", help="print the journal")
    _reading(log).set_defaults(command=print_log)
    told = log.add_mutually_exclusive_group()
    told.add_argument(
        "--item",
        metavar="ID",
        help="only what was done to this: the id of an item, source or link, a file's SHA-256, or an "
        "exhibit number",
    )
    told.add_argument(
        "--artifact",
        metavar="SHA256",
        help="only what happened to the bytes of this file: acquired, checked, exported, expunged",
    )
    told.add_argument(
        "--custody", action="store_true", help="only what happened to the bytes of all files"
    )

    expunge = commands.add_parser(
        "expunge", help="let the bytes of a file go for good; its record and the reason stay"
    )
    _on_a_file(expunge)
    expunge.add_argument("sha256", metavar="SHA256", help="the whole SHA-256 of the file")
    expunge.add_argument("--reason", required=True, help="why: it stays in the case")
    expunge.set_defaults(command=expunge_file)

    sun = commands.add_parser(
        "check", help="hold the sun of satellite images against time and place"
    )
    _reading(sun).set_defaults(command=check_images)
    return parser


def _path(word: str) -> Path:
    if not word:
        # An empty path would mean the folder one is in.
        raise argparse.ArgumentTypeError("it needs the name of a file.")
    return Path(word)


def _on_a_file(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("path", type=_path, metavar="PATH", help="the case")
    return parser


def _reading(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    _on_a_file(parser)
    parser.add_argument("--json", action="store_true", help="for machines")
    return parser


def make_new(chosen: argparse.Namespace) -> int:
    """Make an empty case."""
    path: Path = chosen.path
    Case.create(path, title=chosen.title or path.stem, actor=ACTOR).close()
    tell(f"Made {path}")
    return 0


def make_example(chosen: argparse.Namespace) -> int:
    """Write the example case."""
    from caseboard.example import write_example

    write_example(chosen.path)
    tell(f"Wrote the example case to {chosen.path}")
    return 0


def open_to_read(path: Path) -> Case:
    """A case for reading; what there is to know about the opening goes to standard error."""
    case = Case.open(path, read_only=True)
    for notice in (*case.notices, *case.losses):
        complain(notice)
    return case


def describe(case: Case) -> dict[str, JsonValue]:
    """What a case holds, in the form that `info --json` prints."""
    contents = case.contents
    return {
        "title": case.title,
        "kinds": _count(item.kind for item in contents.items.values()),
        "links": _count(link.type for link in contents.links.values()),
        "sources": len(contents.sources),
        "boards": [board.title for board in contents.boards],
        "artifacts": len(contents.artifacts),
        "journal": {"length": case.journal.length, "head": case.journal.head},
    }


def _count(names: Iterable[str]) -> dict[str, JsonValue]:
    return dict(sorted(Counter(names).items()))


def tell_info(chosen: argparse.Namespace) -> int:
    """Say what a case holds."""
    with open_to_read(chosen.path) as case:
        told = describe(case)
    if chosen.json:
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return 0
    for name, value in told.items():
        if isinstance(value, list):
            value = ", ".join(map(str, value))
        elif isinstance(value, dict):
            value = ", ".join(f"{key} {number}" for key, number in value.items())
        tell(f"{name.capitalize():<12}{value}")
    return 0


def import_files(chosen: argparse.Namespace) -> int:
    """Take files and folders into a case; says of each what became of it."""
    with Case.open(chosen.path, actor=ACTOR) as case, closing(Cage()) as cage:
        for notice in (*case.notices, *case.losses):
            complain(notice)
        try:
            rows = deliver(case, chosen.files, cage, _show_progress if _is_watched() else None)
        except KeyboardInterrupt:
            complain("Stopped; nothing has been taken in.")
            return 1
        finally:
            _clear_progress()
    if chosen.json:
        told = [_row_for_machines(each) for each in rows]
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        for row in rows:
            tell(f"{row.outcome}: {row.file}{f' – {row.reason}' if row.reason else ''}")
        counts = Counter(each.outcome for each in rows)
        tell(", ".join(f"{n} {outcome}" for outcome, n in counts.items()) or "There was no file.")
    return 1 if any(each.outcome == "rejected" for each in rows) else 0


def _row_for_machines(row: Row) -> dict[str, JsonValue]:
    return {
        "file": row.file,
        "outcome": row.outcome,
        "reason": row.reason or None,
        "sha256": row.artifact or None,
        "item": row.item or None,
    }


def _is_watched() -> bool:
    return sys.stderr.isatty()


def _show_progress(done: int, whole: int) -> None:
    percent = 100 * done // whole if whole else 0
    print(f"\r{percent} %", end="", file=sys.stderr, flush=True)


def _clear_progress() -> None:
    if _is_watched():
        print("\r      \r", end="", file=sys.stderr, flush=True)


def export_board(chosen: argparse.Namespace) -> int:
    """Draw a board into one or more files."""
    wanted: dict[str, Path] = {
        kind: getattr(chosen, kind) for kind in FORMS if getattr(chosen, kind)
    }
    if not wanted:
        complain("Say what to write: --png OUT, --pdf OUT or --svg OUT.")
        return 2
    if len({path.resolve() for path in wanted.values()}) < len(wanted):
        complain("Two forms would go into one file; give each a name of its own.")
        return 2
    # Drawing needs fonts and no screen, also where the user's session names one that is not here.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from caseboard.exports import export_from_command_line

    with open_to_read(chosen.path) as case:
        board = _board_called(case, chosen.board)
        for line in export_from_command_line(case, board.id, wanted, chosen.scale):
            tell(line)
    return 0


def _board_called(case: Case, title: str | None) -> Board:
    """The first board of that title, or the first of all. Raises ExportRefused."""
    boards = case.contents.boards
    found = [board for board in boards if title is None or board.title == title]
    if not found:
        titles = ", ".join(board.title for board in boards)
        raise ExportRefused(f"There is no board “{title}”. The boards are: {titles}.")
    return found[0]


def verify_case(chosen: argparse.Namespace) -> int:
    """Recompute the journal chain, every row's hash and every artifact's."""
    path: Path = chosen.path
    try:
        report = verify(path, progress=_show_part if _is_watched() else None)
    except CaseError as trouble:
        if chosen.json:
            print(json.dumps({"readable": False, "error": str(trouble)}, ensure_ascii=False))
        else:
            complain(str(trouble))
        return 2
    finally:
        _clear_progress()
    if chosen.json:
        print(json.dumps(as_json(report), ensure_ascii=False, indent=2))
    else:
        _print_report(report)
    if chosen.note or chosen.rebuild_search:
        try:
            _follow_up(path, report, chosen)
        except CaseError as trouble:
            complain(str(trouble))
            return 1 if report.findings else 4
    return 1 if report.findings else 0


def _show_part(part: float) -> None:
    _show_progress(round(100 * part), 100)


def _follow_up(path: Path, report: Report, chosen: argparse.Namespace) -> None:
    """Write what was asked for into a case that was verified. Raises CaseError."""
    with Case.open(path, actor=ACTOR) as case:
        if chosen.note:
            note_report(case.custody, report)
        if chosen.rebuild_search:
            case.rebuild_search()


def _print_report(report: Report) -> None:
    print(
        f"{report.entries} journal entries, {report.rows} rows, {report.artifacts} artifacts "
        f"({report.bytes:,} bytes)"
    )
    print(counts_in_words(report))
    if report.expunged:
        print(f"{report.expunged} expunged, with a tombstone in place of the bytes")
    print(f"Head {report.head}")
    for each in report.files:
        if each.fault is not None:
            tell(f"- {state_in_words(each.state)}: {each.sha256} {each.name}")
    for finding in report.findings:
        tell(f"- {finding.sentence}")
    for sentence in report.derived:
        tell(f"({sentence} {DERIVED} --rebuild-search does.)")
    if report.findings:
        print(f"{len(report.findings)} finding{'s' if len(report.findings) != 1 else ''}")
    else:
        print("Sound. Compare the head with one kept elsewhere to know that nothing was rewritten.")


def expunge_file(chosen: argparse.Namespace) -> int:
    """Let the bytes of a file go, and say what came of it."""
    with Case.open(chosen.path, actor=ACTOR) as case:
        for notice in (*case.notices, *case.losses):
            complain(notice)
        outcome = case.expunge(chosen.sha256, chosen.reason)
    name = outcome.artifact.name or "unnamed"
    tell(f"Expunged “{name}”, SHA-256 {outcome.artifact.id}")
    print(f"Entry {outcome.entry.seq}, head {outcome.entry.hash}")
    for backup in outcome.backups:
        tell(f"Its bytes went from the backup {backup} as well.")
    for folder in forget_dragged(outcome.artifact.id):
        tell(f"- What was dragged out to {folder} could not be removed.")
    for sentence in outcome.unreached:
        tell(f"- {sentence}")
    return 0


def print_log(chosen: argparse.Namespace) -> int:
    """Print the journal, oldest entry first; with `--item` what was done to that, field by field."""
    if chosen.artifact is not None or chosen.custody:
        return print_custody(chosen)
    told: dict[int, list[RecordChange]] = {}
    with open_to_read(chosen.path) as case:
        if chosen.item is None:
            entries = list(case.journal.entries())
        else:
            about = ids_about(case.journal, _id_of(case, chosen.item))
            entries = case.journal.entries_about_any(about)[::-1]
            for entry in entries:
                changes = changes_of(case.journal, case.contents, entry)
                told[entry.seq] = [each for each in changes if each.id in about]
    if chosen.item is not None and not entries:
        raise InvalidChange(f"The journal knows nothing of “{chosen.item[:80]}”.")
    if chosen.json:
        rows: list[dict[str, JsonValue]] = [
            {
                "number": entry.seq,
                "at": entry.at,
                "actor": entry.actor,
                "action": entry.action,
                "of": list(entry.of) if entry.of else None,
                "label": entry.label,
                "edits": entry.edits,
                "hash": entry.hash,
                **(
                    {"changes": [describe_change(each) for each in told[entry.seq]]} if told else {}
                ),
            }
            for entry in entries
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    for entry in entries:
        step = (
            ""
            if entry.action == "do"
            else f"{entry.action} of #{entry.of[0] if entry.of else ''}: "
        )
        tell(
            f"#{entry.seq:<6}{entry.at}  {entry.actor or '–':<16}{step}{entry.label}  "
            f"{entry.hash[:12]}"
        )
        for change in told.get(entry.seq, ()):
            tell(f"        {change.sentence()}")
            for field in change.fields:
                tell(f"            {field.label}: {_quoted(field.before)} → {_quoted(field.after)}")
    return 0


def print_custody(chosen: argparse.Namespace) -> int:
    """Print what happened to the bytes of one file or of all, oldest first."""
    with open_to_read(chosen.path) as case:
        if chosen.artifact is not None:
            events = case.custody.events_of(plain_sha256(chosen.artifact))
        else:
            events = case.custody.events()
        names = {each.id: each.name for each in case.contents.artifacts.values()}
    if chosen.artifact is not None and not events:
        raise InvalidChange(f"The journal knows no file “{chosen.artifact[:80]}”.")
    if chosen.json:
        rows = [describe_event(each) for each in events]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    for event in events:
        name = names.get(event.artifact, "") or event.artifact[:12]
        about = f"{name}: " if chosen.custody and event.artifact else ""
        tell(
            f"#{event.seq:<6}{event.at}  {event.actor or '–':<16}{deed_in_words(event)}  "
            f"{about}{' '.join(event.note.split())}"
        )
    return 0


def describe_event(event: Event) -> dict[str, JsonValue]:
    """What happened to a file, in the form that `log --artifact --json` prints."""
    return {
        "number": event.seq,
        "at": event.at,
        "actor": event.actor,
        "event": event.deed.value,
        "artifact": event.artifact or None,
        "ok": event.fault is None if event.deed is Deed.CHECKED else None,
        "fault": event.fault.value if event.fault is not None else None,
        "note": event.note,
    }


def _id_of(case: Case, word: str) -> str:
    """The id of what a word names: an id itself, or an exhibit number."""
    found = (each for each in case.contents.items.values() if each.values.text("exhibit") == word)
    item = next(found, None) if word not in case.contents.items else None
    return item.id if item is not None else word


def _quoted(text: str) -> str:
    return f"“{' '.join(text.split())}”" if text else "–"


def describe_change(change: RecordChange) -> dict[str, JsonValue]:
    """What was done to a record, in the form that `log --item --json` prints."""
    return {
        "table": change.table,
        "id": change.id,
        "sort": change.sort,
        "name": change.name,
        "deed": change.deed.value,
        "fields": [
            {"field": each.label, "before": each.before, "after": each.after}
            for each in change.fields
        ],
    }


def check_images(chosen: argparse.Namespace) -> int:
    """Hold the sun of every satellite image against its time and place."""
    with open_to_read(chosen.path) as case:
        images = [each for each in case.contents.items.values() if each.kind == "satellite_image"]
        checked = [(item, check_image(item.values)) for item in images]
    if chosen.json:
        rows = [describe_check(item, check) for item, check in checked]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    for line in lines_of_checks(checked):
        tell(line)
    return 0
