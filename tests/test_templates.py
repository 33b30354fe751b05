"""What tests are given to start from: a case of their own, and an application with nothing on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from casedb import Case
from plain_application import clear_application
from templates import Templates


def test_a_case_is_built_once_and_each_copy_is_a_file_of_its_own(tmp_path: Path):
    built: list[Path] = []

    def build(path: Path) -> None:
        built.append(path)
        Case.create(path, "Harbour").close()

    templates = Templates()
    paths = [templates.copy(build, tmp_path / name) for name in ("a.caseboard", "b.caseboard")]
    assert [each.name for each in built] == ["a.caseboard"] and not built[0].exists()
    with Case.open(paths[0]) as case:
        case.add("note", title="kept")
    with Case.open(paths[1]) as case:
        assert (case.title, len(case.contents.items)) == ("Harbour", 0)
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in paths)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.caseboard", "b.caseboard"]
    with pytest.raises(FileExistsError):
        templates.copy(build, paths[0])


def test_a_case_that_is_left_open_is_no_template(tmp_path: Path):
    left: list[Case] = []
    try:
        with pytest.raises(AssertionError, match="a closed case is one file"):
            Templates().copy(lambda path: left.append(Case.create(path)), tmp_path / "a.caseboard")
    finally:
        left[0].close()
    assert not list(tmp_path.iterdir())


def test_nothing_of_a_test_is_left_in_the_application(qapp: QApplication):
    widget = QWidget()
    widget.deleteLater()
    qapp.setStyleSheet("QWidget { border: none }")
    clear_application()
    assert widget not in QApplication.allWidgets()
    assert qapp.styleSheet() == ""
