"""What the tests of the case share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bracketed import Bracketed
from casedb.words import speak


@pytest.fixture
def brackets() -> Iterator[None]:
    """Everything that is said stands between brackets."""
    speak(Bracketed())
    yield
    speak(None)
