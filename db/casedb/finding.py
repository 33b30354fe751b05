"""Finding the files of a delivery: folders are gone through, and what is left out has a reason."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from casedb.words import say

LITTER = frozenset({".ds_store", "thumbs.db", "desktop.ini", "ehthumbs.db", ".localized"})
"""What systems leave in folders, by name in lower case: nobody means to hand it in."""

DEEPEST = 200
"""Folders within folders that are gone into."""


def find_files(paths: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Every file, folders gone through in order of names; with a sentence where it is left out.

    Links in folders are not followed.
    """
    for path in paths:
        if _is_folder(path):
            yield from _find_in(path, DEEPEST)
        else:
            yield path, ""


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir() and not path.is_symlink()
    except (OSError, ValueError):
        # Whoever opens it is told why that cannot be.
        return False


def _find_in(folder: Path, deep: int) -> Iterator[tuple[Path, str]]:
    try:
        with os.scandir(folder) as entries:
            there = sorted(entries, key=lambda each: each.name)
    except OSError as trouble:
        reason = trouble.strerror or say("the system refuses it")
        yield folder, say("The folder cannot be read: {reason}.", reason=reason)
        return
    for entry in there:
        path = folder / entry.name
        if entry.is_symlink():
            yield path, say("It is a link to somewhere else, which is not followed.")
        elif _is_below(entry):
            if deep:
                yield from _find_in(path, deep - 1)
            else:
                yield path, say("It lies too deep: folders are gone into {n} deep.", n=DEEPEST)
        elif entry.name.lower() in LITTER:
            yield path, say("A system has left it there; nobody means to hand it in.")
        else:
            yield path, ""


def _is_below(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False
