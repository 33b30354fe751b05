"""A case as CSV: a folder or an archive of tables with a page that says how to read them, or one table.

    about.txt         of which case, as of when, and how the tables are read
    items.csv         and links, elements, sources, exhibits, assessments

A cell that a spreadsheet would run begins with an apostrophe (`csv_table.original` takes it away);
numbers are numbers. The bytes of files are not in it.
"""

from __future__ import annotations

import csv
import io
import stat
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from casedb.errors import ExportRefused
from casedb.exchange.csv_table import ENCODING, write_csv, write_rows
from casedb.exchange.flat import rows_of
from casedb.exchange.folder import finished_folder
from casedb.exchange.imprint import Imprint
from casedb.exchange.output import finished
from casedb.exchange.rows import NAMES, Table, items_of, tables_of
from casedb.model.contents import Contents
from casedb.model.discretion import is_protected
from casedb.model.fields import Number
from casedb.model.kinds import KINDS
from casedb.words import say

ABOUT = "about.txt"
MARK = "caseboard-tables-1"
"""The first line of the page, by which an earlier export is known again."""
_FILES = frozenset((ABOUT, *(f"{name}.csv" for name in NAMES)))
LONGEST = 1 << 28
"""Characters of a cell; the reader of Python stops at 131,072 unless it is told."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of every file in an archive, so that the same case gives the same bytes."""


def write_tables(contents: Contents, imprint: Imprint, path: Path) -> None:
    """Write a case as tables. Raises ExportRefused.

    A name that ends in `.csv` becomes the items alone, one in `.zip` an archive, and any other a folder,
    which may be there when it is empty or holds an earlier export of this sort alone.
    """
    match path.suffix.lower():
        case ".csv":
            _write_items(contents, imprint, path)
        case ".zip":
            with finished(path, _check_archive) as temporary:
                _write_archive(contents, imprint, temporary)
        case _:
            with finished_folder(path, _check_folder, is_ours=_is_ours) as folder:
                _write_all(
                    contents,
                    imprint,
                    lambda name, encoding: (folder / name).open("x", encoding=encoding, newline=""),
                )


def _write_items(contents: Contents, imprint: Imprint, path: Path) -> None:
    """The items alone, with what the page would say behind each of them."""
    table = items_of(contents)
    said = {
        "case": imprint.title,
        "as_of": imprint.at,
        "journal": imprint.journal,
        "head": imprint.head,
        "made_with": imprint.maker,
    }
    rows = rows_of(table.columns, table.rows)
    write_csv(path, [[*table.columns, *said], *([*row, *said.values()] for row in rows)])


def _write_archive(contents: Contents, imprint: Imprint, path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:

        def opened(name: str, encoding: str) -> TextIO:
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            # What made it counts, and not on which system.
            entry.create_system = 3
            stream = archive.open(entry, "w", force_zip64=True)
            return io.TextIOWrapper(stream, encoding=encoding, newline="")

        _write_all(contents, imprint, opened)


def _write_all(contents: Contents, imprint: Imprint, opened: Callable[[str, str], TextIO]) -> None:
    tables = tables_of(contents)
    with opened(ABOUT, "utf-8") as file:
        file.write(page(contents, imprint, tables))
    for table in tables:
        with opened(f"{table.name}.csv", ENCODING) as file:
            write_rows(file, [list(table.columns), *rows_of(table.columns, table.rows)])


def page(contents: Contents, imprint: Imprint, tables: Sequence[Table]) -> str:
    """The page that says how the tables are read."""
    hidden = sum(is_protected(each) for each in contents.sources.values())
    lines = [
        MARK,
        imprint.sentence,
        "",
        *(f"{each.name}.csv: {len(each.rows)}" for each in tables),
        "",
        say(
            "The tables are in UTF-8. A cell that a spreadsheet would run as a formula begins with an "
            "apostrophe that does not belong to it; a text that itself begins so has one more."
        ),
        say(
            "A date stands as it was stated, in EDTF, and with its earliest and latest day or moment by "
            "the stated clock; a place by its name or as stated, and with its middle in degrees."
        ),
        say(
            "Where a cell holds several things, a semicolon and a gap stand between them, and a semicolon "
            "in one of them is doubled. Columns that end in _id name rows of other tables."
        ),
        say("The bytes of files are not here: exhibits.csv has their SHA-256."),
    ]
    if hidden:
        lines.append(
            say(
                "{n} protected source is here without its name.",
                "{n} protected sources are here without their names.",
                n=hidden,
            )
        )
    columns = tables[0].columns
    lines += ["", say("Columns of items.csv that are fields:"), *_told_of_columns(columns)]
    return "\n".join([*lines, ""])


def _told_of_columns(columns: Sequence[str]) -> Iterator[str]:
    fields = {
        field.name: field
        for kind in reversed(list(KINDS.values()))
        for field in kind.stored_fields()
    }
    for name in columns:
        field = fields.get(name)
        if field is not None:
            unit = f" ({field.unit})" if isinstance(field, Number) and field.unit else ""
            yield f"{name}: {say(field.label)}{unit}"


# -- looking again -------------------------------------------------------------------------------


def _is_ours(folder: Path) -> bool:
    """Whether a folder holds an earlier export of this sort, whole, and nothing else."""
    there = {each.name: each for each in folder.iterdir()}
    if there.keys() != _FILES or not all(
        stat.S_ISREG(each.lstat().st_mode) for each in there.values()
    ):
        return False
    with there[ABOUT].open("rb") as file:
        return file.readline(100).rstrip() == MARK.encode()


def _check_folder(folder: Path) -> None:
    for name in NAMES:
        with (folder / f"{name}.csv").open(encoding=ENCODING, newline="") as file:
            _check(file)


def _check_archive(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        for name in NAMES:
            with archive.open(f"{name}.csv") as stream:
                _check(io.TextIOWrapper(stream, encoding=ENCODING, newline=""))


def _check(file: TextIO) -> None:
    """Raise ExportRefused where a table that was written cannot be read again."""
    before = csv.field_size_limit(LONGEST)
    try:
        widths = {len(row) for row in csv.reader(file)}
    except (csv.Error, UnicodeDecodeError):
        widths: set[int] = set()
    finally:
        csv.field_size_limit(before)
    if len(widths) != 1:
        raise ExportRefused(
            say("A table could not be read again after it was written, so none was kept.")
        )
