"""How the words of a call become a command, and what its exit code is."""

from __future__ import annotations

import argparse
import difflib
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from caseboard import __version__
from caseboard.cli.differing import add_diff, add_snapshot
from caseboard.cli.exporting import add_export
from caseboard.cli.journal import print_log
from caseboard.cli.making import (
    expunge_file,
    import_files,
    make_example,
    make_new,
)
from caseboard.cli.redacting import add_redact
from caseboard.cli.saying import complain
from caseboard.cli.telling import (
    check_images,
    tell_claims,
    tell_info,
    tell_matrix,
    tell_weak_points,
)
from caseboard.cli.verifying import verify_case
from casedb import CaseError

COMMANDS = (
    *("new", "example", "info", "import", "export", "verify", "log", "expunge", "check"),
    *("claims", "weak-points", "matrix", "snapshot", "diff", "redact"),
)


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

    take = commands.add_parser("import", help="take in files, folders and bags, with a report")
    take.add_argument(
        "path",
        type=_path,
        metavar="CASE",
        help="the case; one that is not there is made of the case in a bag",
    )
    take.add_argument(
        "files",
        type=_path,
        nargs="+",
        metavar="FILE_OR_FOLDER",
        help="what comes in; of a BagIt bag its payload, once it is verified",
    )
    take.add_argument(
        "--preview", action="store_true", help="say what would come in, and take nothing in"
    )
    take.add_argument("--json", action="store_true", help="for machines")
    take.set_defaults(command=import_files)

    export = commands.add_parser("export", help="draw a board, or write the case as data")
    add_export(export)

    check = commands.add_parser("verify", help="recompute every hash of a case or a BagIt bag")
    _reading(check).set_defaults(command=verify_case)
    check.add_argument(
        "--note", action="store_true", help="note in the journal that every file was checked"
    )
    check.add_argument(
        "--rebuild-search",
        action="store_true",
        help="make the search index anew, and read the words of all files once more",
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

    claims = commands.add_parser(
        "claims", help="what speaks for and against every claim, and what has no evidence"
    )
    _reading(claims).set_defaults(command=tell_claims)

    weak = commands.add_parser("weak-points", help="what a careful editor would ask of a case")
    _reading(weak).set_defaults(command=tell_weak_points)

    matrix = commands.add_parser("matrix", help="competing claims against the evidence")
    _on_a_file(matrix).set_defaults(command=tell_matrix)
    matrix.add_argument("--csv", type=_path, metavar="OUT", help="write it as a table instead")

    snapshot = commands.add_parser("snapshot", help="give the present moment of a case a name")
    add_snapshot(snapshot)
    diff = commands.add_parser("diff", help="what differs between two moments, or two copies")
    add_diff(diff)
    redact = commands.add_parser(
        "redact", help="write a copy of a case without what a profile leaves out"
    )
    add_redact(redact)
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
