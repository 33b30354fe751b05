"""The format that this version writes, kept apart so that opening a case imports little."""

from __future__ import annotations

CURRENT_FORMAT = 5
"""Stands in a file's `user_version`; a test holds it equal to the number of migrations."""
