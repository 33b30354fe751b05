"""An open case for the tests of the window, in a folder of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from caseboard.bridge import CaseBridge
from casedb import Case
from casedb.store.home import Home


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """The program's own folder, empty."""
    monkeypatch.setenv("CASEBOARD_HOME", str(tmp_path / "home"))
    return Home.of_user()


@pytest.fixture
def bridge(qapp: object, tmp_path: Path, home: Home) -> Iterator[CaseBridge]:
    """A fresh case, open in a bridge."""
    case = Case.create(tmp_path / "harbour.caseboard", "Harbour", actor="tester", home=home)
    bridge = CaseBridge(case)
    yield bridge
    bridge.close()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A small PNG picture on the disk."""
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(QColor("steelblue"))
    path = tmp_path / "pier.png"
    assert image.save(str(path))
    return path
