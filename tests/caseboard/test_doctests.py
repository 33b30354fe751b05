"""The examples in the docstrings of the window say what really happens."""

from __future__ import annotations

import doctest
import importlib

import pytest

import caseboard
from docstrings import with_examples


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", with_examples(caseboard))
def test_examples(name: str) -> None:
    results = doctest.testmod(importlib.import_module(name))
    assert results.attempted
    assert results.failed == 0
