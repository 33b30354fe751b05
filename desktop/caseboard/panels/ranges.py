"""Selections of many rows, made of as few ranges as can be."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QModelIndex


def in_ranges(rows_there: Iterable[tuple[int, QModelIndex]]) -> QItemSelection:
    """Rows of a tree as few ranges: thousands of single ones would be slow to merge.

    Each comes with a number that its siblings share, for asking a model for the parent of each would
    be slow as well. Invalid indexes are left out.
    """
    rows: dict[int, list[QModelIndex]] = {}
    for parent, index in rows_there:
        if index.isValid():
            rows.setdefault(parent, []).append(index)
    found = QItemSelection()
    for siblings in rows.values():
        siblings.sort(key=QModelIndex.row)
        first = last = siblings[0]
        for index in siblings[1:]:
            if index.row() > last.row() + 1:
                found.select(first, last)
                first = index
            last = index
        found.select(first, last)
    return found
