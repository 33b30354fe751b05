"""Closed cases that are built once and copied since, as building one takes long."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from casedb import Case

MEMORY, ROOM = Path("/dev/shm"), 2 << 30
"""A folder whose files lie in memory, and how much room there must be for it to be used."""


def swift_folder() -> Path | None:
    """A folder whose files lie in memory, where the system has one that is large enough."""
    fits = MEMORY.is_dir() and os.access(MEMORY, os.W_OK)
    return MEMORY if fits and shutil.disk_usage(MEMORY).free > ROOM else None


class Templates:
    """What was built, by the function that builds it: one of a module, not one made anew each time.

    Built is a case under a given path, closed, that depends on nothing but the name of its file.
    """

    def __init__(self) -> None:
        self._built: dict[Callable[[Path], object], bytes] = {}

    def copy(self, build: Callable[[Path], object], path: Path) -> Path:
        """Put a copy of what a function builds under a path that is free; the path."""
        if build not in self._built:
            self._built[build] = _built(build, path.name)
        # As private as a case is made.
        free = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(free, "wb") as stream:
            stream.write(self._built[build])
        return path


def create_empty(path: Path) -> None:
    """Make a case with nothing in it, and close it: what most templates are."""
    Case.create(path, "Harbour", actor="tester").close()


def create_small(path: Path) -> None:
    """Make a case with one note, “kept”, and close it."""
    with Case.create(path, "Harbour") as case:
        case.add("note", title="kept")


def _built(build: Callable[[Path], object], name: str) -> bytes:
    """The content of a case that is built where no test looks."""
    with (
        tempfile.TemporaryDirectory(prefix="caseboard-", dir=swift_folder()) as folder,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setenv("CASEBOARD_HOME", str(Path(folder, "home")))
        shelf = Path(folder, "shelf")
        shelf.mkdir()
        build(shelf / name)
        assert [each.name for each in shelf.iterdir()] == [name], "a closed case is one file"
        return (shelf / name).read_bytes()
