"""`Following`: whether rows change by themselves just now, so that nobody is selecting."""

from __future__ import annotations

import contextlib
from collections.abc import Generator


class Following:
    """True inside its blocks, which may lie in one another."""

    def __init__(self) -> None:
        self._depth = 0

    def __bool__(self) -> bool:
        return self._depth > 0

    @contextlib.contextmanager
    def __call__(self) -> Generator[None]:
        """While rows change by themselves."""
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
