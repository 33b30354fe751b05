"""The examples in the docstrings of casedb say what really happens."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import casedb

MODULES = sorted(
    name
    for _, name, _ in pkgutil.walk_packages(casedb.__path__, "casedb.")
    if not name.endswith("__main__")
)


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    results = doctest.testmod(importlib.import_module(name))
    assert results.failed == 0


def test_there_are_examples() -> None:
    finder = doctest.DocTestFinder(exclude_empty=True)
    found = [
        test
        for name in MODULES
        for test in finder.find(importlib.import_module(name))
        if test.examples
    ]
    assert len(found) >= 7
