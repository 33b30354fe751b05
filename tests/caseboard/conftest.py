"""An open case for the tests of the window, in a folder of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from caseboard.bridge import CaseBridge
from casedb import Case
from casedb.store.home import Home
from templates import Templates, create_empty


@pytest.fixture
def fresh_path(tmp_path: Path, templates: Templates) -> Path:
    """A fresh case in memory, closed: the window commits often, and no plug is pulled."""
    return templates.copy(create_empty, tmp_path / "harbour.caseboard")


@pytest.fixture
def bridge(qapp: object, fresh_path: Path, home: Home) -> Iterator[CaseBridge]:
    """A fresh case, open in a bridge."""
    bridge = CaseBridge(Case.open(fresh_path, actor="tester", home=home))
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
