"""The modules whose docstrings hold examples."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from types import ModuleType

PROMPT = ">>> "


def with_examples(package: ModuleType) -> list[str]:
    """The names of the modules of a package that show an example, in order.

    The others are not asked: looking through every class for docstrings takes longer than most tests.
    """
    found = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    names = sorted(name for _, name, _ in found if not name.endswith("__main__"))
    return [name for name in names if PROMPT in _source_of(name)]


def _source_of(name: str) -> str:
    module = importlib.import_module(name)
    assert module.__file__ is not None
    return Path(module.__file__).read_text(encoding="utf-8")
