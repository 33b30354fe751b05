"""The examples in the docstrings of the window say what really happens."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import caseboard

MODULES = sorted(
    name
    for _, name, _ in pkgutil.walk_packages(caseboard.__path__, "caseboard.")
    if not name.endswith("__main__")
)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
