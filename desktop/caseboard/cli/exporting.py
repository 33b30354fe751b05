"""`caseboard export`: boards as pictures, the case as data; each form is one entry of a table here."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeAlias

from caseboard import __version__
from caseboard.canvas_files import write_canvas
from caseboard.case_data import write_case_gexf, write_case_graphml, write_case_tables
from caseboard.cli.redacting import redacted_for_export
from caseboard.cli.saying import (
    clear_progress,
    complain,
    is_watched,
    open_to_note,
    open_to_read,
    show_part,
    tell,
)
from caseboard.picture import BACKGROUNDS, LOOKS, PAPERS, Picture
from casedb import Case
from casedb.case_package import write_package
from casedb.errors import ExportRefused
from casedb.model.handling import Way
from casedb.model.records import Board


class PictureForm(NamedTuple):
    """What a board can be drawn as: the option, and what it writes."""

    name: str
    writes: str


class DataForm(NamedTuple):
    """What a case can be written as: the option, what it writes, and how.

    `write` writes it under a path and says what somebody should know of that, a sentence each. It raises
    ExportRefused. Where bytes of files go out with it, `way` is how that is noted in the journal.
    """

    name: str
    writes: str
    write: Callable[[Case, Path], Iterable[str]]
    way: Way | None = None


class BoardForm(NamedTuple):
    """What a board can be written as besides pictures; `write` is as that of a `DataForm`, of one board."""

    name: str
    writes: str
    write: Callable[[Case, str, Path], Iterable[str]]


PICTURES = (
    PictureForm("png", "the board as PNG"),
    PictureForm("jpeg", "the board as JPEG, up to 65,500 pixels a side"),
    PictureForm("pdf", "the board as PDF: one page, or a poster of several"),
    PictureForm("svg", "the board as SVG"),
)
BOARDS = (
    BoardForm("canvas", "the board as JSON Canvas", write_canvas),
    BoardForm(
        "graphml",
        "the case as a graph in GraphML, its nodes placed as on the board",
        write_case_graphml,
    ),
    BoardForm("gexf", "the same as GEXF 1.3", write_case_gexf),
)


def _write_package(case: Case, path: Path) -> Iterable[str]:
    try:
        told = show_part if is_watched() else None
        return write_package(case, path, f"Caseboard {__version__}", told)
    finally:
        clear_progress()


DATA: tuple[DataForm, ...] = (
    DataForm(
        "bag",
        "the case with its files and their custody as a BagIt bag: a folder, or a name ending in .zip",
        _write_package,
        Way.COPY,
    ),
    DataForm("csv", "tables: a folder, a .zip, or the items alone in a .csv", write_case_tables),
)


def add_export(parser: argparse.ArgumentParser) -> None:
    """Say what can be asked of an export."""
    parser.add_argument("path", type=_target, metavar="PATH", help="the case")
    for each in (*PICTURES, *BOARDS, *DATA):
        parser.add_argument(
            f"--{each.name}", type=_target, metavar="OUT", help=f"write {each.writes}"
        )
    parser.add_argument("--board", metavar="NAME", help="which board; the first unless named")
    pictures = parser.add_argument_group("pictures")
    part = pictures.add_mutually_exclusive_group()
    part.add_argument(
        "--selection",
        metavar="ID[,ID...]",
        help="only these: exhibit numbers, or ids of items, cards, frames and links",
    )
    part.add_argument(
        "--frame", metavar="NAME", help="only the frame of that title (or id) and what lies in it"
    )
    size = pictures.add_mutually_exclusive_group()
    size.add_argument(
        "--scale",
        type=float,
        default=2.0,
        metavar="N",
        help="pixels a unit in PNG and JPEG, 1 to 8 (2)",
    )
    size.add_argument(
        "--width", type=int, default=0, metavar="PX", help="exactly so many pixels wide instead"
    )
    pictures.add_argument("--theme", choices=LOOKS, default="print", help="the colours (print)")
    pictures.add_argument(
        "--background",
        choices=tuple(BACKGROUNDS),
        default="theme",
        help="that of the theme, white, or none: see-through in PNG, SVG and PDF (theme)",
    )
    pictures.add_argument(
        "--margin", type=int, default=40, metavar="UNITS", help="around the board, 0 to 400 (40)"
    )
    pictures.add_argument(
        "--legend", action="store_true", help="say below what the signs in the picture mean"
    )
    pictures.add_argument(
        "--sources", action="store_true", help="number the sources at the cards and list them below"
    )
    pictures.add_argument(
        "--poster", choices=PAPERS, default="", help="the PDF on several sheets of this paper"
    )
    pictures.add_argument(
        "--across",
        type=int,
        default=0,
        metavar="N",
        help="sheets of a poster side by side, up to 20; as many as its natural size takes unless said",
    )
    parser.add_argument(
        "--redact",
        metavar="PROFILE",
        help="leave out what a redaction profile says: its name, or a FILE.json (see caseboard redact)",
    )
    parser.add_argument(
        "--note", action="store_true", help="note in the journal which files went out"
    )
    parser.set_defaults(command=export_case)


def _target(word: str) -> Path:
    if not word:
        raise argparse.ArgumentTypeError("it needs the name of a file.")
    return Path(word)


def export_case(chosen: argparse.Namespace) -> int:
    """Write a case, or one of its boards, into one or more files."""
    pictures, boards, data = (_wanted(chosen, each) for each in (PICTURES, BOARDS, DATA))
    if not pictures and not boards and not data:
        options = [f"--{each.name} OUT" for each in (*PICTURES, *BOARDS, *DATA)]
        complain(f"Say what to write: {', '.join(options[:-1])} or {options[-1]}.")
        return 2
    paths = [*pictures.values(), *boards.values(), *data.values()]
    if len({path.resolve() for path in paths}) < len(paths):
        complain("Two forms would go into one file; give each a name of its own.")
        return 2
    opening = open_to_note if chosen.note else open_to_read
    with opening(chosen.path) as case:
        try:
            if chosen.redact is None:
                for line in _written(case, case, chosen, pictures, boards, data):
                    tell(line)
            else:
                _write_redacted(case, chosen, pictures, boards, data)
        except KeyboardInterrupt:
            clear_progress()
            complain("Stopped; what was there before is kept.")
            return 1
    return 0


Wanted: TypeAlias = dict[str, Path]


def _write_redacted(
    case: Case, chosen: argparse.Namespace, pictures: Wanted, boards: Wanted, data: Wanted
) -> None:
    """Write everything from a redacted copy in private, search it all, and bring it out when nothing of
    what is left out was found in any of it."""
    with redacted_for_export(case, chosen.redact) as (copy, delivery):
        wanted = (pictures, boards, data)
        private = [
            {name: delivery.room_for(path) for name, path in each.items()} for each in wanted
        ]
        for line in _written(copy, case, chosen, *private):
            if not line.startswith("Wrote "):
                tell(line)
        pairs = [
            (kept[name], path)
            for each, kept in zip(wanted, private, strict=True)
            for name, path in each.items()
        ]
        searched = [delivery.looked_at(written) for written, _ in pairs]
        for (written, path), size in zip(pairs, searched, strict=True):
            if written.is_dir():
                # The same case gives the same bytes: what was searched is what is written.
                form = next(each for each in DATA if data.get(each.name) == path)
                list(form.write(copy, path))
            else:
                delivery.bring_out(written, path)
            tell(f"Searched {size:,} bytes, and found nothing of what is left out")
            tell(f"Wrote {path}")


def _written(
    case: Case,
    noting: Case,
    chosen: argparse.Namespace,
    pictures: Wanted,
    boards: Wanted,
    data: Wanted,
) -> Iterator[str]:
    """Write what is wanted of a case; what is to be said of it, a line each. In the journal of `noting` it
    is noted what went out, where that is wished."""
    notes: bool = chosen.note
    if pictures:
        yield from _draw(case, noting, chosen, pictures)
    for form in BOARDS:
        if form.name in boards:
            board = _board_called(case, chosen.board)
            yield from form.write(case, board.id, boards[form.name])
            yield f"Wrote {boards[form.name]}"
            if notes:
                noting.custody.note_export(Way.BOARD, board=board.id, form=form.name)
    for form in DATA:
        if form.name in data:
            yield from form.write(case, data[form.name])
            yield f"Wrote {data[form.name]}"
            if notes and form.way is not None:
                noting.custody.note_export(form.way, form=form.name)


def _wanted(
    chosen: argparse.Namespace, forms: Sequence[PictureForm | BoardForm | DataForm]
) -> Wanted:
    told = ((each.name, getattr(chosen, each.name.replace("-", "_"))) for each in forms)
    return {name: path for name, path in told if path}


def _draw(case: Case, noting: Case, chosen: argparse.Namespace, wanted: Wanted) -> Iterator[str]:
    # Drawing needs fonts and no screen, also where the user's session names one that is not here.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from caseboard.cli.extracts import extract_of
    from caseboard.exports import export_from_command_line

    board = _board_called(case, chosen.board)
    asked = Picture(
        scale=chosen.scale,
        width=chosen.width,
        theme=chosen.theme,
        background=chosen.background,
        margin=chosen.margin,
        legend=chosen.legend,
        sources=chosen.sources,
        poster=chosen.poster,
        across=chosen.across,
    )
    # Before the first is written: of several all can be made, or none is.
    pictures = [(replace(asked, form=form).check(), path) for form, path in wanted.items()]
    lines = export_from_command_line(
        case,
        board.id,
        pictures,
        extract_of(case.contents, board.id, chosen.frame, chosen.selection),
        noting=noting if chosen.note else None,
        told=show_part if is_watched() else None,
    )
    try:
        for line in lines:
            clear_progress()
            yield line
    finally:
        clear_progress()


def _board_called(case: Case, title: str | None) -> Board:
    """The first board of that title, or the first of all. Raises ExportRefused."""
    boards = case.contents.boards
    found = [board for board in boards if title is None or board.title == title]
    if not found:
        titles = ", ".join(board.title for board in boards)
        raise ExportRefused(f"There is no board “{title}”. The boards are: {titles}.")
    return found[0]
