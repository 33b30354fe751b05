"""A case as data for other programs: what the command line and the window write, and what it says of itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import caseboard_assets
from caseboard import __version__
from casedb import Case
from casedb.exchange.case_tables import write_tables
from casedb.exchange.graph import graph_of
from casedb.exchange.graph_files import write_gexf, write_graphml
from casedb.exchange.imprint import Imprint
from casedb.model.contents import Contents
from casedb.model.discretion import is_protected
from casedb.redacted_copy import moment_of, origin_of
from casedb.words import say


def imprint_of(case: Case) -> Imprint:
    """What an export of a case says of itself, as of its newest entry."""
    newest = next(case.journal.entries(newest_first=True, limit=1), None)
    at = newest.at if newest is not None else ""
    title = case.title
    if origin_of(case) is not None:
        title = say("{title} (redacted)", title=title)
    return Imprint(title, at, *moment_of(case), __version__)


def write_case_tables(case: Case, path: Path) -> Iterable[str]:
    """Write a case as tables, and say what is not in them. Raises ExportRefused."""
    write_tables(case.contents, imprint_of(case), path)
    return told_of_names(case.contents)


def write_case_graphml(case: Case, board_id: str, path: Path) -> Iterable[str]:
    """Write a case as GraphML, with its cards as they lie on a board. Raises ExportRefused."""
    write_graphml(
        graph_of(case.contents, case.contents.board(board_id)), imprint_of(case), path, _colours()
    )
    return told_of_names(case.contents)


def write_case_gexf(case: Case, board_id: str, path: Path) -> Iterable[str]:
    """Write a case as GEXF, with its cards as they lie on a board. Raises ExportRefused."""
    write_gexf(
        graph_of(case.contents, case.contents.board(board_id)), imprint_of(case), path, _colours()
    )
    return told_of_names(case.contents)


def _colours() -> Mapping[str, str]:
    """The colours of kinds and links as they are on white; read here without what draws them."""
    told = json.loads(caseboard_assets.read_text("themes.json"))
    light: Mapping[str, object] = told["themes"]["light"]
    return {token: colour for token, colour in light.items() if isinstance(colour, str)}


def told_of_names(contents: Contents) -> list[str]:
    """How many sources are not named in what is written, in a sentence; none where all are."""
    hidden = sum(is_protected(each) for each in contents.sources.values())
    if not hidden:
        return []
    some = "source is" if hidden == 1 else "sources are"
    return [f"{hidden} protected {some} in it without a name."]
