"""What every test is given: a home of its own for the program, and a swift place for files."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

# Also where pytest is called by hand: without a screen Qt would end the whole run.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_MEMORY = Path("/dev/shm")
_numbers = count()


@pytest.fixture(autouse=True)
def home_of_its_own(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program keeps what is its own in a folder of this test; nobody's real one is touched."""
    folder = tmp_path_factory.getbasetemp() / "homes" / str(next(_numbers))
    monkeypatch.setenv("CASEBOARD_HOME", str(folder))


@pytest.fixture
def swift_path(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: for tests that commit much and pull no plug."""
    if not _MEMORY.is_dir():
        yield tmp_path
        return
    folder = Path(tempfile.mkdtemp(prefix="caseboard-", dir=_MEMORY))
    yield folder
    shutil.rmtree(folder)
