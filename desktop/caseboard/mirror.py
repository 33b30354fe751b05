"""Painting in a layout from right to left: places are told as from left to right, and mirrored.

Text stays as it is; it begins at the side where reading begins.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


def is_mirrored(way: Qt.LayoutDirection) -> bool:
    """Whether a layout begins at the right."""
    return way is Qt.LayoutDirection.RightToLeft


def mirrored(box: QRectF, within: QRectF, way: Qt.LayoutDirection) -> QRectF:
    """Where a box lies within another in a layout of a direction."""
    if not is_mirrored(way):
        return box
    left = within.left() + within.right() - box.right()
    return QRectF(left, box.top(), box.width(), box.height())


def start_of(way: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    """The side at which a line begins."""
    return _RIGHT if is_mirrored(way) else _LEFT


def end_of(way: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    """The side at which a line ends."""
    return _LEFT if is_mirrored(way) else _RIGHT
