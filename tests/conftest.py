"""What every test is given: a home of its own for the program, and a swift place for files."""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import compiled
from bracketed import Bracketed
from caseboard import language, motion, piecemeal, scale
from caseboard.collector import collect_due
from casedb.intake.cage.cage import Cage
from casedb.store.home import Home
from casedb.words import speak
from plain_application import clear_application
from templates import Templates, swift_folder

# Also where pytest is called by hand: without a screen Qt would end the whole run.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Files of tests lie in memory where there is room for them: thousands of commits wait for no disk.
# Nobody pulls a plug here; who is killed finds what was written, wherever it lies.
if (folder := swift_folder()) is not None:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(folder))

# How fast the machine is, and what else it does meanwhile, is no matter of a test.
unhurried = settings(deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
# `make soak` looks further, at many times as many examples.
settings.register_profile("usual", unhurried, max_examples=30)
settings.register_profile("thorough", unhurried, max_examples=1000)
settings.load_profile("usual")

# As in the program: widgets must not be taken apart by a worker that happens to make an object.
gc.disable()

_numbers = count()

LONGEST_NAME = 20  # no packed file is as short


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: tests of the window wait for its timers now and then."""
    mine = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (mine or 1) + 1


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes go by their argument's name: packed ones hold the time, and workers compare names."""
    return argname if isinstance(val, bytes) and len(val) > LONGEST_NAME else None


@pytest.fixture(autouse=True)
def home_of_its_own(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program keeps what is its own in a folder of this test; nobody's real one is touched."""
    folder = tmp_path_factory.getbasetemp() / "homes" / str(next(_numbers))
    monkeypatch.setenv("CASEBOARD_HOME", str(folder))


@pytest.fixture(autouse=True)
def as_long_as_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is short is done at once, also where the machine is slow; tests of the turns set their own."""
    monkeypatch.setattr(piecemeal, "SLICE", 60_000.0)


@pytest.fixture(autouse=True, scope="session")
def compiled_once() -> Iterator[None]:
    """Programs that tests start find what was compiled, and compile nothing twice."""
    with pytest.MonkeyPatch.context() as patch:
        if compiled.FOLDER is not None:
            patch.setenv("PYTHONPYCACHEPREFIX", compiled.FOLDER)
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        yield


@pytest.fixture(autouse=True)
def usual_system(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody wishes for less movement on this computer, and nothing is larger than usual."""
    monkeypatch.setattr(motion, "wants_stillness", lambda: False)
    yield
    motion.choose("system")
    language.choose("en")
    scale.set_percent(100)


@pytest.fixture
def brackets() -> Iterator[None]:
    """Everything that is said stands between brackets."""
    speak(Bracketed())
    yield
    speak(None)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """The program's own folder, empty."""
    monkeypatch.setenv("CASEBOARD_HOME", str(tmp_path / "home"))
    return Home.of_user()


def pytest_collection_finish() -> None:
    """Set aside what is there for all tests: the collector would walk through it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def plain_application() -> Iterator[None]:
    """No test finds widgets or a theme of the one before, nor a collector that works by itself.

    Where one test leaves that on, a later one crashes: a worker takes its widgets apart.
    """
    yield
    is_left_on = gc.isenabled()
    gc.disable()
    clear_application()
    assert not is_left_on, "Python's garbage collector was left on"
    is_all_due = gc.get_count()[2] > gc.get_threshold()[2]
    collect_due()
    # Whoever opens a large case has all collected again when it is closed.
    if is_all_due and not gc.get_freeze_count():
        gc.freeze()


@pytest.fixture
def nothing_aside() -> None:
    """Nothing is kept from the collector, as in a program that has just begun."""
    gc.unfreeze()


@pytest.fixture
def collector() -> Iterator[None]:
    """Python's garbage collector works by itself, as it does in a script."""
    gc.enable()
    yield
    gc.disable()


@pytest.fixture
def open_path() -> Iterator[Path]:
    """A folder that everybody may enter; those that pytest makes are its user's alone."""
    with tempfile.TemporaryDirectory(prefix="caseboard-") as folder:
        path = Path(folder)
        path.chmod(0o755)
        if not all(each.stat().st_mode & 0o001 for each in path.parents):
            pytest.skip("only this user may enter the folder for temporary files")
        yield path


@pytest.fixture(scope="session")
def cage() -> Iterator[Cage]:
    """Decodes pictures, for all tests: starting a process takes longer than most of them."""
    with closing(Cage()) as shared:
        yield shared


@pytest.fixture(scope="session")
def templates() -> Templates:
    """Puts closed cases where tests want them, a file of its own for each."""
    return Templates()
