"""The examples in the docstrings of casedb say what really happens."""

from __future__ import annotations

import doctest
import importlib

import pytest

import casedb
from docstrings import with_examples

MODULES = with_examples(casedb)


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    results = doctest.testmod(importlib.import_module(name))
    assert results.attempted
    assert results.failed == 0


def test_there_are_examples() -> None:
    assert len(MODULES) >= 7
