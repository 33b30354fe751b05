"""PySide6 6.12.0 loses one reference to None in every void call below Python 3.12.

After some thousand calls the interpreter aborts ("none_dealloc"). These tests notice if a version
that does so is ever installed, or allowed again.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

PYPROJECT = Path(__file__).parent.parent / "pyproject.toml"

VOID_CALLS = """
import sys
from PySide6.QtCore import QObject, QPoint

thing, point = QObject(), QPoint()
before = sys.getrefcount(None)
for step in range(100_000):
    thing.setObjectName("canary")
    point.setX(step)
print(sys.getrefcount(None) - before)
"""


def test_void_calls_keep_none_alive():
    run = subprocess.run(
        [sys.executable, "-c", VOID_CALLS], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) > -100, "None loses references in calls that return nothing"


@pytest.mark.parametrize(
    ("python", "qt", "allowed"),
    [
        ("3.11", "6.11.3", True),
        ("3.11", "6.12.0", False),
        ("3.11", "6.12.1", True),
        ("3.12", "6.12.0", True),
        ("3.13", "6.12.0", True),
        ("3.13", "6.7.0", False),
    ],
)
def test_the_version_that_aborts_is_excluded_below_python_3_12(python: str, qt: str, allowed: bool):
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    requirements = [
        requirement
        for requirement in map(Requirement, project["dependencies"])
        if requirement.name == "PySide6-Essentials"
        and (requirement.marker is None or requirement.marker.evaluate({"python_version": python}))
    ]
    assert requirements, "every Python needs Qt"
    assert all(requirement.specifier.contains(qt) for requirement in requirements) == allowed
